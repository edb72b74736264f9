"""Judging positions: what is used by itself, what is only marked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.fix import (
    ACCURATE_M,
    AGREEING,
    FRESH,
    BeoordeeldeFix,
    Fix,
    FixKeeper,
    Oordeel,
    clock_difference,
)

START = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)
LON, LAT = 5.04, 52.02


def _fix(seconds: float = 0, lon: float = LON, lat: float = LAT, accuracy_m: float | None = 8.0) -> Fix:
    return Fix(START + timedelta(seconds=seconds), lon, lat, accuracy_m)


def _take(keeper: FixKeeper, fix: Fix) -> BeoordeeldeFix:
    """Both clocks run alike."""
    return keeper.take(fix, (fix.ontvangen - START).total_seconds())


def _started() -> FixKeeper:
    """A keeper that trusts the place, from a second ago."""
    keeper = FixKeeper()
    assert [_take(keeper, _fix(second)).oordeel for second in (-2, -1)] == [Oordeel.ONBEVESTIGD, Oordeel.GOED]
    return keeper


def _judge(*fixes: Fix) -> list[Oordeel]:
    keeper = _started()
    return [_take(keeper, fix).oordeel for fix in fixes]


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
    assert keeper.sentences - keeper.broken == pytest.approx(0.6 * keeper.sentences)
    assert _take(keeper, _fix(0)).oordeel is Oordeel.CONTROLEGETAL
    for _ in range(50):
        keeper.count_sentence(whole=True)
    assert [_take(keeper, _fix(second)).oordeel for second in (1, 2)] == [Oordeel.ONBEVESTIGD, Oordeel.GOED]


def test_a_fix_grows_old() -> None:
    keeper = FixKeeper()
    fresh_s = FRESH.total_seconds()
    assert keeper.current(START, 0) is None
    keeper = _started()
    _take(keeper, _fix(0))
    assert keeper.current(START + FRESH, fresh_s).is_goed  # type: ignore[union-attr]
    late = keeper.current(START + FRESH + timedelta(seconds=1), fresh_s + 1)
    assert late is not None
    assert late.oordeel is Oordeel.OUD
    keeper.clear()
    assert keeper.current(START, 0) is None


@pytest.mark.parametrize(
    ("clock_s", "seconds"),
    [
        (0, 60),  # set back by as much as went by
        (-3600, 60),
        (3600, 1),  # asleep for an hour, while the other clock stood still
    ],
)
def test_a_jump_of_the_clock_freshens_nothing(clock_s: float, seconds: float) -> None:
    keeper = _started()
    _take(keeper, _fix(0))
    assert keeper.current(START + timedelta(seconds=clock_s), seconds).oordeel is Oordeel.OUD  # type: ignore[union-attr]


@pytest.mark.parametrize("clock_s", [3600, -3600])
def test_a_jump_of_the_clock_makes_no_far_place_reachable(clock_s: float) -> None:
    keeper = _started()
    far = _fix(clock_s, lat=LAT + 0.18)
    assert keeper.take(far, 1.0).oordeel is Oordeel.SPRONG
    # A place next door is not far because the clock stood still.
    assert keeper.take(_fix(-2), 2.0).is_goed


def test_the_first_place_is_believed_when_the_second_agrees() -> None:
    keeper = FixKeeper()
    wrong, inexact = _fix(0, lat=10.0), _fix(1, accuracy_m=300.0)
    told = [_take(keeper, fix).oordeel for fix in (wrong, inexact, _fix(2), _fix(3))]
    assert told == [Oordeel.ONBEVESTIGD, Oordeel.ONNAUWKEURIG, Oordeel.ONBEVESTIGD, Oordeel.GOED]


def test_what_was_told_long_ago_confirms_nothing() -> None:
    keeper = FixKeeper()
    told = [_take(keeper, _fix(second)).oordeel for second in (0, 16, 31, 32)]
    assert told == [Oordeel.ONBEVESTIGD, Oordeel.ONBEVESTIGD, Oordeel.GOED, Oordeel.GOED]


def test_a_receiver_that_is_switched_on_again_is_confirmed_again() -> None:
    keeper = _started()
    keeper.clear()
    assert _take(keeper, _fix(0)).oordeel is Oordeel.ONBEVESTIGD


def test_the_clock_of_the_device_is_compared() -> None:
    assert clock_difference(_fix()) is None
    near = Fix(START, LON, LAT, 8.0, gps_tijd=START - timedelta(seconds=90))
    far = Fix(START, LON, LAT, 8.0, gps_tijd=START - timedelta(minutes=12))
    assert clock_difference(near) is None
    assert clock_difference(far) == timedelta(minutes=12)


@given(st.lists(st.tuples(st.floats(-0.02, 0.02), st.floats(-0.02, 0.02), st.floats(1, 400)), max_size=40))
def test_what_is_good_is_accurate_and_could_be_reached(steps: list[tuple[float, float, float]]) -> None:
    keeper = FixKeeper()
    judged = [_take(keeper, _fix(second, LON + east, LAT + north, accuracy))
              for second, (east, north, accuracy) in enumerate(steps)]  # fmt: skip
    for one in judged:
        if one.is_goed:
            assert one.fix.nauwkeurigheid_m is not None
            assert one.fix.nauwkeurigheid_m <= ACCURATE_M
