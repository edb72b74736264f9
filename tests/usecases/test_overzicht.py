"""List and map: one filter, the same answer, and nothing outside the actor's rights."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from boa_app.domain.roles import Rol
from boa_app.store import audit
from boa_app.usecases.changes import Changes
from boa_app.usecases.meldingen import laat_vervallen, register_melding, wijzig_melding
from boa_app.usecases.overzicht import Filter, load_overzicht, log_overzicht, refresh, rows_for, select
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
        "vrijdag": {"gebeurd_van": _at(20, 20), "ernst": "2"},
        "nacht": {"gebeurd_van": _at(20, 1), "soort": "ALC", "lon": EAST},  # 02:00 on the 20th: evening of the 19th
        "maand": {"gebeurd_van": _at(1, 0) - timedelta(hours=1), "gebeurd_tot": _at(20, 1), "soort": "ANDERS"},
        "oud": {"gebeurd_van": datetime(2026, 1, 5, 12, tzinfo=UTC), "ernst": "4"},
        "buiten": {"gebeurd_van": _at(19, 12), "lon": 5.5},
    }
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
