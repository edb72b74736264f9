"""UUIDv7: ids made on the device, sortable by time of making (RFC 9562 §5.7)."""

from __future__ import annotations

import secrets
import uuid
from datetime import UTC, datetime, timedelta

_VERSION = 7 << 76
_VARIANT = 0b10 << 62
_MAX_MS = (1 << 48) - 1
_RANDOM_BITS = 74
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def epoch_ms(moment: datetime) -> int:
    """Whole milliseconds since the epoch of an aware moment, exact: a float would lose one now and then."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def uuid7(now: datetime, random_bits: int | None = None) -> str:
    """A UUIDv7 in canonical lower-case text.

    now: aware; milliseconds since the epoch go into the first 48 bits. random_bits: 74 bits, drawn from the
    operating system when None. Raises ValueError for a naive or out-of-range time, or too many bits.
    """
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    ms = epoch_ms(now)
    if not 0 <= ms <= _MAX_MS:
        raise ValueError("now outside the range of UUIDv7")
    bits = secrets.randbits(_RANDOM_BITS) if random_bits is None else random_bits
    if not 0 <= bits < 1 << _RANDOM_BITS:
        raise ValueError("random_bits must fit in 74 bits")
    rand_a, rand_b = bits >> 62, bits & ((1 << 62) - 1)
    text = f"{(ms << 80) | _VERSION | (rand_a << 64) | _VARIANT | rand_b:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def is_uuid(text: str) -> bool:
    """Whether text is a UUID in canonical lower-case form."""
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
