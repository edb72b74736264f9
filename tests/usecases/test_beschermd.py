"""The protected grid that leaves the team: fixed periods, set once, and nothing to be had by comparing two of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Rol
from boa_app.store import instellingen
from boa_app.usecases.beschermd import (
    Beschermd,
    Periodesoort,
    Publiek,
    beschermd_raster,
    incidenten_rd,
    openbaar_raster,
    vaste_periode,
)
from boa_app.usecases.kaart import kaart_lagen
from boa_app.usecases.kaarttekst import maak_kaart_html
from boa_app.usecases.meldingen import laat_vervallen, register_melding
from boa_app.usecases.overzicht import Filter, load_overzicht, make_overzicht, select
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, as_role

# Of the last quarter that is over: the clock stands at 20-11-2026.
DAYS_AGO = 70
QUARTER = Filter(van=date(2026, 7, 1), tot=date(2026, 9, 30))


def _log(session: Session, clock: SetClock, count: int, *, days_ago: int = DAYS_AGO, **values: object) -> list[str]:
    at = clock() - timedelta(days=days_ago)
    return [register_melding(session, a_melding(clock, gebeurd_van=at, **values)).uid for _ in range(count)]


def _team(session: Session, wanted: Filter = QUARTER) -> Beschermd:
    return beschermd_raster(session, load_overzicht(session), wanted)


def test_incidents_count_once_and_nobody_found_never(session: Session, clock: SetClock) -> None:
    _log(session, clock, 4)
    first = _log(session, clock, 1, lon=5.015)[0]
    _log(session, clock, 6, incident=first)
    _log(session, clock, 9, soort="GEEN")
    lapsed = _log(session, clock, 1)[0]
    laat_vervallen(session, lapsed, "dubbel")
    overzicht = load_overzicht(session)
    x, _y = incidenten_rd(overzicht, select(overzicht, Filter(), session.now()))
    assert len(x) == 5 and np.count_nonzero(np.abs(x - x.min()) > 300) == 1, "the event lies where it began"
    made = _team(session, replace(QUARTER, met_vervallen=True))
    assert (made.raster.getoond, made.publiek, made.wanted) == (5, Publiek.TEAM, QUARTER)


def test_an_event_over_the_end_of_a_period_is_in_one_period_only(session: Session, clock: SetClock) -> None:
    _log(session, clock, 5, days_ago=60)
    for _ in range(3):
        first = _log(session, clock, 1, days_ago=52)[0]
        _log(session, clock, 1, days_ago=50, incident=first)
    clock.forward(days=60)
    overzicht = load_overzicht(session)
    third = beschermd_raster(session, overzicht, QUARTER)
    assert third.raster.getoond == 8
    with pytest.raises(UserError, match="uitvoer_te_weinig"):
        beschermd_raster(session, overzicht, Filter(van=date(2026, 10, 1), tot=date(2026, 12, 31)))


def test_too_few_shows_nothing_and_keeps_nothing(session: Session, clock: SetClock) -> None:
    _log(session, clock, 4)
    with pytest.raises(UserError, match="uitvoer_te_weinig"):
        _team(session)
    # Nothing of this period ever went out, so what is imported into it later may.
    _log(session, clock, 30)
    assert _team(session).raster.getoond == 34


def test_what_is_still_being_read_is_not_set_for_good(session: Session, clock: SetClock) -> None:
    _log(session, clock, 9)
    with pytest.raises(UserError, match="uitvoer_nog_niet"):
        openbaar_raster(session, make_overzicht(session))
    with pytest.raises(UserError, match="uitvoer_nog_niet"):
        beschermd_raster(session, make_overzicht(session), QUARTER)


def test_only_whole_periods_and_buurten_of_a_filter_hold(session: Session, clock: SetClock) -> None:
    _log(session, clock, 6)
    _log(session, clock, 7, soort="AFVAL", days_ago=100)
    _log(session, clock, 9, lon=5.03, lat=52.008)
    nr = int(load_overzicht(session).stand.columns["nr"].max())
    narrow = Filter(
        van=date(2026, 9, 3), tot=date(2026, 9, 12), soorten=frozenset({"AFVAL"}), dagdelen=frozenset({"OCHTEND"}),
        ernst=frozenset({"1"}), gebieden=frozenset({"weg"}), aanleidingen=frozenset({"X"}), nrs=frozenset({nr}),
    )  # fmt: skip
    whole = _team(session)
    assert whole.raster.getoond == 22
    made = _team(session, narrow)
    assert made.wanted == QUARTER == whole.wanted and made.raster.aantal.tolist() == whole.raster.aantal.tolist()
    east = _team(session, replace(narrow, buurten=frozenset({"BU03530002"})))
    assert east.wanted == replace(QUARTER, buurten=frozenset({"BU03530002"}))
    assert east.raster.aantal.tolist() == [9], "squares of the same grid"


@pytest.mark.parametrize(
    ("wanted", "van", "tot"),
    [
        (Filter(weken=4), date(2026, 7, 1), date(2026, 9, 30)),
        (Filter(weken=26), date(2026, 4, 1), date(2026, 9, 30)),
        (Filter(), date(2026, 1, 1), date(2026, 9, 30)),
        (Filter(van=date(2019, 1, 1), tot=date(2026, 3, 2)), date(2026, 1, 1), date(2026, 3, 31)),
        (Filter(tot=date(2026, 5, 5)), date(2026, 1, 1), date(2026, 6, 30)),
        (Filter(van=date(2026, 11, 1)), date(2026, 7, 1), date(2026, 9, 30)),
    ],
)
def test_the_period_goes_outward_to_whole_ones_that_are_over(
    session: Session, clock: SetClock, wanted: Filter, van: date, tot: date
) -> None:
    for days_ago in (70, 160, 260):
        _log(session, clock, 5, days_ago=days_ago)
    overzicht = load_overzicht(session)
    assert vaste_periode(session, overzicht, wanted) == Filter(van=van, tot=tot)
    with session.store.read() as reader:
        assert instellingen.get(reader, "openbare_periode", "") == "", "asking keeps nothing"
    assert beschermd_raster(session, overzicht, wanted).wanted == Filter(van=van, tot=tot)


def test_rights_are_asked_and_who_sees_a_part_sets_nothing(session: Session, clock: SetClock) -> None:
    _log(session, clock, 9)
    boa = as_role(session, Rol.BOA)
    with pytest.raises(UserError, match="geen_recht"):
        _team(boa)
    with pytest.raises(UserError, match="geen_recht"):
        openbaar_raster(boa, load_overzicht(boa))
    beleid = as_role(session, Rol.BELEID)
    with pytest.raises(UserError, match="uitvoer_te_weinig"):
        _team(beleid)
    # What the team set, the policy adviser may pass on.
    assert _team(session).raster.getoond == 9 == _team(beleid).raster.getoond


@pytest.mark.parametrize(
    ("kind", "today", "first", "last"),
    [
        (Periodesoort.KWARTAAL, date(2026, 11, 20), date(2026, 7, 1), date(2026, 9, 30)),
        (Periodesoort.KWARTAAL, date(2026, 2, 1), date(2025, 10, 1), date(2025, 12, 31)),
        (Periodesoort.HALFJAAR, date(2026, 11, 20), date(2026, 1, 1), date(2026, 6, 30)),
        (Periodesoort.HALFJAAR, date(2026, 1, 1), date(2025, 7, 1), date(2025, 12, 31)),
        (Periodesoort.JAAR, date(2026, 11, 20), date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_the_last_whole_period(kind: Periodesoort, today: date, first: date, last: date) -> None:
    assert kind.last_whole(today) == (first, last)


def test_two_periods_in_a_row_share_no_day_and_leave_none_out() -> None:
    for kind in Periodesoort:
        found = kind.whole(date(2023, 5, 5), date(2026, 12, 31), date(2026, 7, 1))
        assert found[0][0] <= date(2023, 5, 5) and found[-1][1] < date(2026, 7, 1)
        assert all(one[1] + timedelta(days=1) == other[0] for one, other in pairwise(found))


def test_outside_gets_the_shortest_period_that_shows_enough_and_keeps_its_length(
    session: Session, clock: SetClock
) -> None:
    # In the last quarter they lie too far apart; in the last half-year most lie together.
    for place in range(6):
        _log(session, clock, 1, lon=5.001 + 0.007 * place, lat=52.001)
    _log(session, clock, 8, days_ago=200)
    made = openbaar_raster(session, load_overzicht(session))
    assert (made.wanted.van, made.wanted.tot) == (date(2026, 1, 1), date(2026, 6, 30))
    assert made.publiek is Publiek.OPENBAAR and made.raster.zijde_m.min() >= 200
    with session.store.read() as reader:
        assert instellingen.get(reader, "openbare_periode", "") == "6"
    # A busy quarter later on does not make the period shorter again.
    _log(session, clock, 40)
    again = openbaar_raster(session, load_overzicht(session))
    assert again.wanted == made.wanted


def test_outside_gets_nothing_when_there_is_too_little(session: Session, clock: SetClock) -> None:
    _log(session, clock, 4, days_ago=200)
    with pytest.raises(UserError, match="uitvoer_te_weinig"):
        openbaar_raster(session, load_overzicht(session))
    with session.store.read() as reader:
        assert instellingen.get(reader, "openbare_periode", "") == ""


def test_outside_gets_the_last_period_that_shows_anything(session: Session, clock: SetClock) -> None:
    """An import of older years: the quarter before today is empty."""
    _log(session, clock, 12, days_ago=1000)
    made = openbaar_raster(session, load_overzicht(session))
    assert made.wanted.van is not None and made.wanted.van.year == 2024 and made.raster.getoond == 12


def test_what_went_out_once_stays_to_the_byte(session: Session, clock: SetClock) -> None:
    """A melding that comes late, one that is corrected and one that lapses change no map that is out."""
    uids = _log(session, clock, 9)
    _log(session, clock, 4, lon=5.015, lat=52.004)
    lagen = kaart_lagen(session)

    def files() -> list[bytes]:
        overzicht = load_overzicht(session)
        made = (openbaar_raster(session, overzicht), beschermd_raster(session, overzicht, QUARTER))
        return [maak_kaart_html(session, one, lagen) for one in made]

    before = files()
    clock.forward(hours=3)
    _log(session, clock, 6, lon=5.015, lat=52.004)
    laat_vervallen(session, uids[0], "dubbel")
    assert files() == before
    # A new period is a new map, and the one before it is still what it was.
    _log(session, clock, 11, days_ago=1)
    clock.forward(days=60)
    overzicht = load_overzicht(session)
    fresh = openbaar_raster(session, overzicht)
    assert fresh.wanted == Filter(van=date(2026, 10, 1), tot=date(2026, 12, 31)) and fresh.raster.getoond == 11
    assert maak_kaart_html(session, beschermd_raster(session, overzicht, QUARTER), lagen) == before[1]


def test_two_exports_a_day_apart_differ_by_nobody(session: Session, clock: SetClock) -> None:
    """The attack that worked: all, and all but one."""
    _log(session, clock, 6)
    overzicht = load_overzicht(session)
    nrs = frozenset(int(nr) for nr in overzicht.stand.columns["nr"])
    one = beschermd_raster(session, overzicht, QUARTER)
    other = beschermd_raster(session, overzicht, replace(QUARTER, nrs=nrs - {max(nrs)}))
    assert one == replace(other, raster=one.raster) and one.raster.aantal.tolist() == other.raster.aantal.tolist()


def _cells(made: Beschermd) -> dict[tuple[int, int, int], int]:
    raster = made.raster
    return {
        (int(x), int(y), int(side)): int(count)
        for x, y, side, count in zip(raster.x_m, raster.y_m, raster.zijde_m, raster.aantal, strict=True)
    }


def _holds(outer: tuple[int, int, int], inner: tuple[int, int, int]) -> bool:
    return all(outer[axis] <= inner[axis] and inner[axis] + inner[2] <= outer[axis] + outer[2] for axis in (0, 1))


def _differences(whole: dict[tuple[int, int, int], int], part: dict[tuple[int, int, int], int]) -> Iterable[int]:
    """What is left of every square of the whole, taken alone or with those a square of the part lies over."""
    for square, count in whole.items():
        if not any(_holds(held, square) and held != square for held in part):
            yield count - sum(number for held, number in part.items() if _holds(square, held))
    for square, count in part.items():
        covered = [number for held, number in whole.items() if _holds(square, held) and held != square]
        if covered:
            yield sum(covered) - count


WANTED = (
    Filter(), Filter(weken=1), Filter(weken=26), Filter(weken=52), QUARTER,
    Filter(van=date(2026, 2, 3)), Filter(tot=date(2026, 8, 8)), Filter(van=date(2025, 1, 1), tot=date(2025, 12, 31)),
    Filter(van=date(2025, 8, 1), tot=date(2026, 5, 1)), Filter(soorten=frozenset({"AFVAL"})),
    Filter(dagdelen=frozenset({"AVOND"})), Filter(nrs=frozenset({1, 2, 3})), Filter(met_vervallen=True),
    Filter(buurten=frozenset({"BU03530001"})), Filter(buurten=frozenset({"BU03530002"})),
    Filter(weken=26, buurten=frozenset({"BU03530001"})),
)  # fmt: skip


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_pair_of_exports_gives_a_number_below_k(session: Session, clock: SetClock, seed: int) -> None:
    """An attacker who has every map the rules permit, before and after late entries, and subtracts each from each."""
    random = np.random.default_rng(seed)
    homes = (np.repeat(np.arange(129_000.0, 135_000, 50), 120), np.tile(np.arange(443_000.0, 449_000, 50), 120))
    out: list[Beschermd] = []
    for _ in range(3):
        for _ in range(45):
            place = random.integers(0, 4)
            lon, lat = 5.006 + 0.009 * place + random.normal(0, 0.002), 52.006 + random.normal(0, 0.002)
            soort = ("GEL-STEM", "AFVAL")[int(random.integers(0, 2))]
            _log(session, clock, 1, days_ago=int(random.integers(20, 600)), lon=float(lon), lat=float(lat), soort=soort)
        overzicht = load_overzicht(session)
        for wanted in WANTED:
            for adressen in (None, homes):
                try:
                    out.append(beschermd_raster(session, overzicht, wanted, adressen))
                except UserError as error:
                    assert error.code == "uitvoer_te_weinig"
        out.append(openbaar_raster(session, overzicht, homes))
        clock.forward(days=31)
    nested = [(one, other) for one in out for other in out if one is not other and _is_part(one, other)]
    assert len(nested) > 500 and len({made.wanted for made in out}) > 6
    for one, other in nested:
        assert all(number == 0 or number >= 5 for number in _differences(_cells(other), _cells(one)))


def _is_part(one: Beschermd, other: Beschermd) -> bool:
    """Only what is a part of something can be subtracted from it."""
    (van, tot), (first, last) = ((made.wanted.van, made.wanted.tot) for made in (one, other))
    return None not in (van, tot, first, last) and first <= van and tot <= last  # type: ignore[operator]
