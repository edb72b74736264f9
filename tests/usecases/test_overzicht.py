"""List and map: one filter, the same answer, and nothing outside the actor's rights."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from boa_app.analysis.crs import to_rd
from boa_app.domain.roles import Rol
from boa_app.store import audit
from boa_app.usecases.changes import Changes
from boa_app.usecases.meldingen import laat_vervallen, register_melding, wijzig_melding
from boa_app.usecases.overzicht import (
    Filter,
    counts_per_week,
    load_overzicht,
    log_overzicht,
    refresh,
    rows_for,
    select,
)
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, as_role

WEST, EAST = 5.01, 5.03


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 on UTC clocks, one hour behind the Dutch ones."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.fixture
def logged(session: Session, clock: SetClock) -> dict[str, str]:
    """name -> uid of five meldingen."""
    rows = {
        "vrijdag": {"gebeurd_van": _at(20, 20), "ernst": "2", "groepsgrootte": "G3"},
        "nacht": {"gebeurd_van": _at(20, 1), "soort": "ALC", "lon": EAST},  # 02:00 on the 20th: evening of the 19th
        "maand": {
            "gebeurd_van": _at(1, 0) - timedelta(hours=1), "gebeurd_tot": _at(20, 1), "soort": "ANDERS",
            "aanleiding": "HOTSPOT",
        },
        "oud": {"gebeurd_van": datetime(2026, 1, 5, 12, tzinfo=UTC), "ernst": "4"},
        "buiten": {"gebeurd_van": _at(19, 12), "lon": 5.5},
    }  # fmt: skip
    return {name: register_melding(session, a_melding(clock, **values)).uid for name, values in rows.items()}


def _names(session: Session, logged: dict[str, str], wanted: Filter, clock: SetClock) -> list[str]:
    overzicht = load_overzicht(session)
    by_uid = {uid: name for name, uid in logged.items()}
    return [by_uid[row.uid] for row in rows_for(session, select(overzicht, wanted, clock()).nrs.tolist())]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Filter(), ["vrijdag", "nacht", "buiten", "maand", "oud"]),
        (Filter(van=date(2026, 11, 20), tot=date(2026, 11, 20)), ["vrijdag"]),
        (Filter(van=date(2026, 11, 19), tot=date(2026, 11, 19)), ["nacht", "buiten"]),
        (Filter(van=date(2026, 11, 1), tot=date(2026, 11, 1)), ["maand"]),
        (Filter(weken=1), ["vrijdag", "nacht", "buiten"]),
        (Filter(soorten=frozenset({"ALC", "ANDERS"})), ["nacht", "maand"]),
        (Filter(buurten=frozenset({"BU03530002"})), ["nacht"]),
        (Filter(dagdelen=frozenset({"AVOND", "LAAT"})), ["vrijdag"]),
        (Filter(dagdelen=frozenset({"NACHT"})), ["nacht"]),
        (Filter(ernst=frozenset({"4"})), ["oud"]),
        (Filter(ernst=frozenset({"4"}), weken=4), []),
        (Filter(aanleidingen=frozenset({"HOTSPOT", "JOP"})), ["maand"]),
        (Filter(groepsgrootten=frozenset({"G3"})), ["vrijdag"]),
        (Filter(nrs=frozenset({1, 4, 99_999, -1})), ["vrijdag", "oud"]),
        (Filter(nrs=frozenset()), []),
        (Filter(soorten=frozenset({"NERGENS"})), []),
        (Filter(buurten=frozenset({"NERGENS"})), []),
    ],
)
def test_each_part_of_the_filter(
    session: Session, clock: SetClock, logged: dict[str, str], wanted: Filter, names: list[str]
) -> None:
    assert _names(session, logged, wanted, clock) == names


def test_a_window_over_several_dagdelen_belongs_to_none(
    session: Session, clock: SetClock, logged: dict[str, str]
) -> None:
    every = frozenset({"NACHT", "OCHTEND", "MIDDAG", "AVOND", "LAAT"})
    assert "maand" not in _names(session, logged, Filter(dagdelen=every), clock)


def test_refresh_follows_every_kind_of_change(session: Session, clock: SetClock, logged: dict[str, str]) -> None:
    overzicht = load_overzicht(session)
    new = register_melding(session, a_melding(clock))
    refresh(overzicht, session, new.changes)
    assert len(select(overzicht, Filter(), clock()).nrs) == 6
    refresh(overzicht, session, wijzig_melding(session, new.uid, {"soort": "WATER"}).changes)
    assert len(select(overzicht, Filter(soorten=frozenset({"WATER"})), clock()).nrs) == 1
    refresh(overzicht, session, laat_vervallen(session, new.uid, "fout").changes)
    assert len(select(overzicht, Filter(), clock()).nrs) == 5
    assert len(select(overzicht, Filter(met_vervallen=True), clock()).nrs) == 6
    refresh(overzicht, session, Changes(concepten=True))
    refresh(overzicht, session, Changes(alles=True))
    assert overzicht.count() == 6


def test_thirteen_calls_about_one_event_are_one_incident(session: Session, clock: SetClock) -> None:
    first = register_melding(session, a_melding(clock)).uid
    for _ in range(12):
        register_melding(session, a_melding(clock), zelfde_groep_als=first)
    register_melding(session, a_melding(clock))
    chosen = select(load_overzicht(session), Filter(), clock())
    assert (len(chosen.nrs), chosen.aantal_incidenten) == (14, 2)


def test_nobody_gets_a_row_the_table_does_not_give(session: Session, clock: SetClock, logged: dict[str, str]) -> None:
    for rol, area, expected in (
        (Rol.BOA, frozenset({"BU03530002"}), 1),
        (Rol.BOA, frozenset(), 0),
        (Rol.JEUGDBOA, frozenset(), 5),
        (Rol.SCHOUWLEIDER, None, 0),
        (Rol.BELEID, None, 0),
        (Rol.BEHEERDER, None, 0),
        (Rol.PRIVACY, None, 0),
        (Rol.UITVOERDER, None, 0),
    ):
        overzicht = load_overzicht(as_role(session, rol, area))
        assert len(select(overzicht, Filter(), clock()).nrs) == expected, rol
    clock.forward(days=366)
    assert len(select(load_overzicht(as_role(session, Rol.JEUGDBOA)), Filter(), clock()).nrs) == 0


def test_holding_a_filter_is_one_line_with_the_filter_and_no_place(session: Session, clock: SetClock) -> None:
    log_overzicht(session, Filter(weken=4, soorten=frozenset({"ALC"})), 7)
    with session.store.read() as reader:
        line = list(audit.lines(reader))[-1]
    assert line["actie"] == "COMBINEREN"
    assert line["reden_tekst"] == "2026-10-24..2026-11-20 soorten=ALC aantal=7"


def _square(west: float, south: float, size: float) -> tuple[tuple[float, float], ...]:
    east, north = west + size, south + size
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def test_areas_and_their_holes(session: Session, clock: SetClock, logged: dict[str, str]) -> None:
    overzicht = load_overzicht(session)
    at = (float(a_melding(clock).lon), float(a_melding(clock).lat))
    around, far = _square(at[0] - 0.001, at[1] - 0.001, 0.002), _square(5.49, 52.0, 0.02)
    overzicht.gebieden = {"om": (around,), "ver": (far,), "leeg": (around, around)}

    def count(*uids: str) -> int:
        return len(select(overzicht, Filter(gebieden=frozenset(uids)), clock()).nrs)

    assert (count("om"), count("ver"), count("om", "ver"), count("leeg"), count("weg")) == (3, 1, 4, 0, 0)
    # What the area holds follows a save, without asking the areas again for all rows.
    refresh(overzicht, session, register_melding(session, a_melding(clock)).changes)
    moved = register_melding(session, a_melding(clock, lon=5.5, lat=52.01))
    refresh(overzicht, session, moved.changes)
    assert (count("om"), count("ver")) == (4, 2)


def test_the_columns_of_a_selection(session: Session, clock: SetClock, logged: dict[str, str]) -> None:
    overzicht = load_overzicht(session)
    chosen = select(overzicht, Filter(met_vervallen=True), clock())
    assert [overzicht.soorten[soort] for soort in chosen.soort] == ["GEL-STEM", "ALC", "GEL-STEM", "ANDERS", "GEL-STEM"]
    assert chosen.telt.tolist() == [True, True, True, False, True]
    assert chosen.ernst.tolist() == [2, 0, 0, 0, 4]
    assert chosen.nacht.tolist() == [False, True, False, False, False]
    assert chosen.van_s.tolist() == sorted(chosen.van_s.tolist(), reverse=True)
    assert [overzicht.buurten[buurt] if buurt >= 0 else "" for buurt in chosen.buurt][1] == "BU03530002"
    assert (chosen.lon[1], chosen.lon[2]) == (EAST, 5.5)
    assert chosen.position_of(int(chosen.nrs[2])) == (5.5, chosen.lat[2])
    assert chosen.position_of(99_999) is None
    for got, right in zip(chosen.rd(), to_rd(chosen.lon, chosen.lat), strict=True):
        assert np.abs(got - right).max() <= 0.005
    few = select(overzicht, Filter(ernst=frozenset({"4"})), clock())
    assert few.rd()[0].tolist() == [chosen.rd()[0][4]]


def test_a_lapsed_one_and_a_check_that_found_nobody_do_not_count(session: Session, clock: SetClock) -> None:
    lapsed = register_melding(session, a_melding(clock)).uid
    laat_vervallen(session, lapsed, "fout")
    register_melding(session, a_melding(clock, soort="GEEN"))
    register_melding(session, a_melding(clock))
    chosen = select(load_overzicht(session), Filter(met_vervallen=True), clock())
    assert chosen.telt.tolist() == [True, False, False]


def test_weeks_run_from_monday_and_do_not_move_with_the_filter(
    session: Session, clock: SetClock, logged: dict[str, str]
) -> None:
    overzicht = load_overzicht(session)
    weeks = counts_per_week(overzicht, Filter(weken=1))
    assert date(1970, 1, 1) + timedelta(days=weeks.first_day) == date(2026, 1, 5)  # a Monday
    assert (len(weeks.counts), weeks.counts.sum()) == (46, 5)
    # 1 November 2026 is a Sunday, the last day of its week; the evenings of the 19th and 20th are in the last one.
    assert {week: int(count) for week, count in enumerate(weeks.counts) if count} == {0: 1, 42: 1, 45: 3}
    fewer = counts_per_week(overzicht, Filter(ernst=frozenset({"4"}), van=date(2026, 11, 1)))
    assert (fewer.first_day, len(fewer.counts), fewer.counts.sum()) == (weeks.first_day, 46, 1)


def test_an_empty_store_has_no_weeks(session: Session) -> None:
    assert counts_per_week(load_overzicht(session), Filter()).counts.tolist() == []
