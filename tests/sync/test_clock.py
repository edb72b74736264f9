"""The hybrid clock never runs backward and its text sorts as it does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.sync.clock import MAX_AHEAD, Hlc, clamp, next_hlc, observe

CLOCKS = st.builds(Hlc, st.integers(0, 10**13 - 1), st.integers(0, 0xFFFF), st.uuids().map(str))
NOW = datetime(2026, 11, 20, 21, 0, 0, 42_000, tzinfo=UTC)
MS = 1_795_208_400_042


@given(CLOCKS, CLOCKS)
def test_text_order_is_clock_order(first: Hlc, second: Hlc) -> None:
    assert (str(first) < str(second)) is (first < second)


@given(CLOCKS)
def test_text_round_trip(clock: Hlc) -> None:
    assert Hlc.parse(str(clock)) == clock


@given(CLOCKS, st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)))
def test_next_is_always_later(last: Hlc, now: datetime) -> None:
    after = next_hlc(last, now, "toestel")
    assert (after.wall_ms, after.counter) > (last.wall_ms, last.counter)
    assert after.device == "toestel"


def test_first_clock_is_the_wall_clock() -> None:
    assert next_hlc(None, NOW, "a") == Hlc(MS, 0, "a")
    assert Hlc(MS, 0, "a").moment() == NOW


def test_clock_set_back_counts_on() -> None:
    assert next_hlc(Hlc(MS, 7, "a"), NOW - timedelta(days=1), "b") == Hlc(MS, 8, "b")


def test_full_counter_moves_the_wall() -> None:
    assert next_hlc(Hlc(MS, 0xFFFF, "a"), NOW, "a") == Hlc(MS + 1, 0, "a")


@pytest.mark.parametrize(
    "text",
    ["", "x", "1-2", "0000000000001-0000", "1-0000-a", "0000000000001-1-a", "-000000000001-0000-a",
     "0000000000001-000G-a", "000000000000١-0000-a", "0000000000001-00AB-a"],
)  # fmt: skip
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Hlc.parse(text)


MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))
LIMIT = Hlc(MS + 300_000, 0, "a")


@given(st.none() | CLOCKS, CLOCKS, MOMENTS)
def test_what_was_seen_is_passed_but_never_far_ahead(last: Hlc | None, remote: Hlc, now: datetime) -> None:
    after = observe(last, remote, now)
    assert after is not None
    assert last is None or after >= last, "the own clock never goes back"
    limit = now + MAX_AHEAD
    if remote.moment() <= limit:
        assert after >= remote
    elif last is None or last.moment() <= limit:
        assert after.moment() <= limit
    assert observe(after, remote, now) == after, "seeing it twice is harmless"


def test_a_device_in_the_wrong_year_takes_nobody_along() -> None:
    assert observe(Hlc(MS, 3, "a"), Hlc(MS + 10**11, 0, "b"), NOW) == Hlc(MS + 300_000, 0, "b")
    assert observe(Hlc(MS + 10**11, 0, "a"), Hlc(MS, 0, "b"), NOW) == Hlc(MS + 10**11, 0, "a")


@given(CLOCKS, MOMENTS)
def test_clamping_only_touches_what_runs_ahead(claimed: Hlc, now: datetime) -> None:
    kept = clamp(claimed, now)
    assert kept.device == claimed.device
    assert kept <= claimed
    assert kept.moment() <= now + MAX_AHEAD
    assert (kept == claimed) or claimed.moment() > now + MAX_AHEAD


def test_a_clock_just_within_is_believed() -> None:
    assert clamp(LIMIT, NOW) == LIMIT
    assert clamp(Hlc(MS + 300_001, 0, "a"), NOW) == LIMIT


@given(st.lists(CLOCKS, min_size=2, max_size=6).map(sorted), MOMENTS)
def test_clamped_clocks_of_a_device_keep_their_order(claimed: list[Hlc], now: datetime) -> None:
    last, kept = None, []
    for clock in claimed:
        here = clamp(Hlc(clock.wall_ms, clock.counter, "a"), now, last)
        last = here if here.wall_ms != clock.wall_ms or here.counter != clock.counter else last
        kept.append((here.wall_ms, here.counter))
    assert kept == sorted(kept)
