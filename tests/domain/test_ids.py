"""UUIDv7 of the device: order, layout and refusals."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.ids import epoch_ms, is_uuid, uuid7

MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2999, 1, 1), timezones=st.just(UTC))
BITS = st.integers(0, (1 << 74) - 1)


@given(MOMENTS, MOMENTS, BITS, BITS)
def test_text_order_is_time_order(first: datetime, second: datetime, bits_a: int, bits_b: int) -> None:
    earlier, later = sorted((first, second))
    if epoch_ms(earlier) < epoch_ms(later):
        assert uuid7(earlier, bits_a) < uuid7(later, bits_b)


@given(MOMENTS, BITS)
def test_layout_is_that_of_rfc_9562(now: datetime, bits: int) -> None:
    made = uuid.UUID(uuid7(now, bits))
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == epoch_ms(now)
    rand_a, rand_b = (made.int >> 64) & 0xFFF, made.int & ((1 << 62) - 1)
    assert (rand_a << 62) | rand_b == bits


def test_example_of_the_standard() -> None:
    # RFC 9562 appendix A.6: 2022-02-22 14:22:22-05:00, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F
    moment = datetime.fromisoformat("2022-02-22T14:22:22-05:00")
    bits = (0xCC3 << 62) | 0x18C4DC0C0C07398F
    assert uuid7(moment, bits) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


def test_two_ids_of_one_moment_differ() -> None:
    now = datetime(2026, 11, 20, tzinfo=UTC)
    assert len({uuid7(now) for _ in range(1000)}) == 1000


@given(MOMENTS)
def test_milliseconds_are_exact(moment: datetime) -> None:
    assert moment - timedelta(milliseconds=1) < datetime(1970, 1, 1, tzinfo=UTC) + timedelta(
        milliseconds=epoch_ms(moment)
    )
    assert datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=epoch_ms(moment)) <= moment


@pytest.mark.parametrize(
    ("now", "bits"),
    [
        (datetime(2026, 1, 1), None),
        (datetime(1969, 12, 31, tzinfo=UTC), None),
        (datetime(2026, 1, 1, tzinfo=UTC), 1 << 74),
        (datetime(2026, 1, 1, tzinfo=UTC), -1),
    ],
    ids=["naive", "before the epoch", "too many bits", "negative bits"],
)
def test_refuses(now: datetime, bits: int | None) -> None:
    with pytest.raises(ValueError, match=r"must|outside"):
        uuid7(now, bits)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("017f22e2-79b0-7cc3-98c4-dc0c0c07398f", True),
        ("017F22E2-79B0-7CC3-98C4-DC0C0C07398F", False),
        ("{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}", False),
        ("017f22e279b07cc398c4dc0c0c07398f", False),
        ("", False),
        ("../../etc/passwd", False),
    ],
)
def test_is_uuid_takes_the_canonical_form_only(text: str, expected: bool) -> None:
    assert is_uuid(text) is expected
