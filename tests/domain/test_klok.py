"""Judging the clock of the device by the last use."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from boa_app.domain.klok import LANGST_ONGEBRUIKT, SPELING, KlokStand, beoordeel_klok

LAST = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (timedelta(0), KlokStand.AANNEMELIJK),
        (LANGST_ONGEBRUIKT, KlokStand.AANNEMELIJK),
        (LANGST_ONGEBRUIKT + SECOND, KlokStand.VOORUIT),
        (timedelta(days=366), KlokStand.VOORUIT),
        (-SPELING, KlokStand.AANNEMELIJK),
        (-SPELING - SECOND, KlokStand.ACHTER),
        (timedelta(days=-2000), KlokStand.ACHTER),
    ],
)
def test_far_ahead_and_behind_are_doubtful(later: timedelta, expected: KlokStand) -> None:
    found = beoordeel_klok(LAST + later, LAST)
    assert found.stand is expected
    assert found.is_zeker is (expected is KlokStand.AANNEMELIJK)
    assert found.dagen == abs(later).days


def test_nothing_to_compare_with_is_no_doubt() -> None:
    found = beoordeel_klok(LAST, None)
    assert (found.is_zeker, found.dagen) == (True, 0)
