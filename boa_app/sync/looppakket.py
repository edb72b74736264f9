"""What goes along on one schouw and what comes back: a scoped letter out, findings in.

    out   the schouw itself and where the JOP's are; never an incident, never a point of one
    back  changes of that schouw and findings made on it, signed with the key that was in the letter

Pure: sealing, signing and clocks are the business of the use case. Everything read is bounded and has this shape.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, TypeVar

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Veldgroep
from boa_app.domain.velden import velden_of
from boa_app.sync.clock import Hlc
from boa_app.sync.merge import compact
from boa_app.sync.protocol import CREATE_FIELD, Change
from boa_app.sync.usb import inflate

SUFFIX, BACK_SUFFIX = ".boal", ".boal-terug"
PURPOSE_OUT, PURPOSE_BACK = "looppakket", "looppakket terug"
SCHOUW, JOP, BEVINDING = "schouw", "jop", "bevinding"
MAX_LETTER_BYTES = 16 * 1024 * 1024
MAX_FINDINGS = 5000
_SIGNATURE_BYTES = 64
# Of a JOP only where it is and what it is called; of the schouw what its own group holds. Nothing else, ever.
SCOPE: dict[str, frozenset[str]] = {
    SCHOUW: frozenset(name for name, groep in velden_of(SCHOUW).items() if groep is Veldgroep.CODES),
    JOP: frozenset(name for name, groep in velden_of(JOP).items() if groep is Veldgroep.PUNT),
}
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Looppakket:
    """The letter out. geldig_tot_s: unix seconds. account, device: in whose name findings are made, and under which id.
    terug_sleutel: public X25519 of whoever made it; teken_prive: Ed25519, so that only who could open this can send
    findings back."""

    nr: str
    gemeente_code: str
    gemeente_naam: str
    schouw: str
    geldig_tot_s: int
    gemaakt_op: str
    account: str
    device: str
    terug_sleutel: str
    teken_prive: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Terugbrief:
    """The letter back. nr: of the looppakket."""

    nr: str
    changes: tuple[Change, ...]


def scoped(changes: Iterable[Change], schouw: str) -> tuple[Change, ...]:
    """What of a log may go along: this schouw and all JOP's, as they are now, without who, why and on which device.

    changes: of any kind of record. Without their create nothing of a record goes along.
    """
    wanted = [change for change in changes if change.entity == JOP or (change.entity, change.uid) == (SCHOUW, schouw)]
    made: list[Change] = []
    for _, record in groupby(sorted(wanted, key=_record), key=_record):
        small = [_bare(change) for change in compact(record) if _in_scope(change)]
        if any(change.field == CREATE_FIELD for change in small):
            made += small
    return tuple(made)


def check_findings(brief: Terugbrief, schouw: str, account: str, device: str) -> None:
    """Do nothing when everything in it is about this schouw. Raises UserError looppakket_beschadigd."""
    if len(brief.changes) > MAX_FINDINGS:
        raise UserError("looppakket_beschadigd")
    made = {c.uid for c in brief.changes if c.entity == BEVINDING and _is_finding(c, schouw)}
    for change in brief.changes:
        known = (change.user, change.device) == (account, device) and _has_clock(change, device)
        about = (
            change.uid == schouw and change.field in SCOPE[SCHOUW] if change.entity == SCHOUW
            else change.entity == BEVINDING and change.uid in made
        )  # fmt: skip
        if not known or not about:
            raise UserError("looppakket_beschadigd")


def pack_letter(letter: Looppakket | Terugbrief) -> bytes:
    """A letter as bytes."""
    import msgspec
    import zstandard

    return zstandard.ZstdCompressor().compress(msgspec.json.encode(letter))


def unpack_letter(packed: bytes, kind: type[_T]) -> _T:
    """A letter of this kind. Raises UserError looppakket_beschadigd, looppakket_te_groot."""
    import msgspec

    try:
        return msgspec.json.decode(inflate(packed, MAX_LETTER_BYTES), type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UserError("looppakket_beschadigd") from error
    except UserError as error:
        code = "looppakket_te_groot" if error.code == "usb_te_groot" else "looppakket_beschadigd"
        raise UserError(code) from error


def signed_text(packed: bytes) -> bytes:
    """What is signed of a letter back."""
    return b"boa_app looppakket terug 1\n" + packed


def join_signature(packed: bytes, signature: str) -> bytes:
    """A letter back with its signature behind it."""
    return packed + bytes.fromhex(signature)


def split_signature(content: bytes) -> tuple[bytes, str]:
    """The letter and its signature, hex."""
    return content[:-_SIGNATURE_BYTES], content[-_SIGNATURE_BYTES:].hex()


def _record(change: Change) -> tuple[str, str]:
    return change.entity, change.uid


def _in_scope(change: Change) -> bool:
    return change.field == CREATE_FIELD or change.field in SCOPE[change.entity]


def _bare(change: Change) -> Change:
    value: Any = change.value
    if change.field == CREATE_FIELD:
        value = {name: given for name, given in change.value.items() if name in SCOPE[change.entity]}
    return replace(change, value=value, user="", device="", reason="")


def _is_finding(change: Change, schouw: str) -> bool:
    is_create = change.field == CREATE_FIELD and isinstance(change.value, dict)
    return is_create and change.value.get("schouw") == schouw


def _has_clock(change: Change, device: str) -> bool:
    try:
        return Hlc.parse(change.hlc).device == device
    except ValueError:
        return False
