"""Judging positions: what is used by itself, what is only marked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.fix import ACCURATE_M, AGREEING, FRESH, Fix, FixKeeper, Oordeel, clock_difference

START = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)
LON, LAT = 5.04, 52.02


def _fix(seconds: float = 0, lon: float = LON, lat: float = LAT, accuracy_m: float | None = 8.0) -> Fix:
    return Fix(START + timedelta(seconds=seconds), lon, lat, accuracy_m)


def _judge(*fixes: Fix) -> list[Oordeel]:
    keeper = FixKeeper()
    return [keeper.take(fix).oordeel for fix in fixes]


@pytest.mark.parametrize(
    ("accuracy_m", "expected"),
    [(8.0, Oordeel.GOED), (ACCURATE_M, Oordeel.GOED), (50.1, Oordeel.ONNAUWKEURIG),
     (None, Oordeel.NAUWKEURIGHEID_ONBEKEND)],
)  # fmt: skip
def test_accuracy_decides(accuracy_m: float | None, expected: Oordeel) -> None:
    assert _judge(_fix(accuracy_m=accuracy_m)) == [expected]


@pytest.mark.parametrize(("lon", "lat"), [(0.0, 0.0), (float("nan"), 52.0), (5.0, 91.0), (181.0, 52.0)])
def test_nowhere_is_marked(lon: float, lat: float) -> None:
    assert _judge(_fix(lon=lon, lat=lat)) == [Oordeel.NUL]


def test_a_jump_is_marked_and_the_old_place_goes_on() -> None:
    # A kilometre in a second, and back.
    jump = _fix(1, lat=LAT + 0.009)
    assert _judge(_fix(0), jump, _fix(2)) == [Oordeel.GOED, Oordeel.SPRONG, Oordeel.GOED]


def test_a_new_place_that_holds_is_believed() -> None:
    away = [_fix(1 + step, lat=LAT + 0.009) for step in range(AGREEING)]
    assert _judge(_fix(0), *away) == [Oordeel.GOED, *[Oordeel.SPRONG] * (AGREEING - 1), Oordeel.GOED]


def test_jumping_all_over_is_never_believed() -> None:
    wild = [_fix(step, lat=LAT + 0.01 * (-1) ** step * step) for step in range(1, 12)]
    assert set(_judge(_fix(0), *wild)) == {Oordeel.GOED, Oordeel.SPRONG}
    assert _judge(_fix(0), *wild).count(Oordeel.GOED) == 1


def test_a_speed_no_boa_has() -> None:
    fast = Fix(START, LON, LAT, 8.0, snelheid_ms=60.0)
    assert _judge(fast) == [Oordeel.SPRONG]


def test_a_line_with_noise_is_not_trusted_and_recovers() -> None:
    keeper = FixKeeper()
    for whole in [True] * 30 + [False] * 20:
        keeper.count_sentence(whole=whole)
    assert keeper.broken_share == pytest.approx(0.4)
    assert keeper.take(_fix(0)).oordeel is Oordeel.CONTROLEGETAL
    for _ in range(50):
        keeper.count_sentence(whole=True)
    assert keeper.take(_fix(1)).is_goed


def test_a_fix_grows_old() -> None:
    keeper = FixKeeper()
    assert keeper.current(START) is None
    keeper.take(_fix(0))
    assert keeper.current(START + FRESH).is_goed  # type: ignore[union-attr]
    late = keeper.current(START + FRESH + timedelta(seconds=1))
    assert late is not None
    assert late.oordeel is Oordeel.OUD
    # A clock that was set back does not make it fresh for an hour.
    assert keeper.current(START - timedelta(hours=1)).oordeel is Oordeel.OUD  # type: ignore[union-attr]
    keeper.clear()
    assert keeper.current(START) is None


def test_the_clock_of_the_device_is_compared() -> None:
    assert clock_difference(_fix()) is None
    near = Fix(START, LON, LAT, 8.0, gps_tijd=START - timedelta(seconds=90))
    far = Fix(START, LON, LAT, 8.0, gps_tijd=START - timedelta(minutes=12))
    assert clock_difference(near) is None
    assert clock_difference(far) == timedelta(minutes=12)


@given(st.lists(st.tuples(st.floats(-0.02, 0.02), st.floats(-0.02, 0.02), st.floats(1, 400)), max_size=40))
def test_what_is_good_is_accurate_and_could_be_reached(steps: list[tuple[float, float, float]]) -> None:
    keeper = FixKeeper()
    judged = [keeper.take(_fix(second, LON + east, LAT + north, accuracy))
              for second, (east, north, accuracy) in enumerate(steps)]  # fmt: skip
    for one in judged:
        if one.is_goed:
            assert one.fix.nauwkeurigheid_m is not None
            assert one.fix.nauwkeurigheid_m <= ACCURATE_M
