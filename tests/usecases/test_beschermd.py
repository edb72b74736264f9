"""The protected grid of a selection: incidents, not meldingen; fixed periods for outside."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Rol
from boa_app.store import instellingen
from boa_app.usecases.beschermd import (
    Periodesoort,
    Publiek,
    beschermd_raster,
    incidenten_rd,
    openbaar_raster,
)
from boa_app.usecases.meldingen import laat_vervallen, register_melding
from boa_app.usecases.overzicht import Filter, load_overzicht, select
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, as_role


def _log(session: Session, clock: SetClock, count: int, **values: object) -> list[str]:
    return [register_melding(session, a_melding(clock, **values)).uid for _ in range(count)]


def test_incidents_count_once_and_nobody_found_never(session: Session, clock: SetClock) -> None:
    _log(session, clock, 4)
    first = _log(session, clock, 1, lon=5.015)[0]
    _log(session, clock, 6, incident=first)
    _log(session, clock, 9, soort="GEEN")
    lapsed = _log(session, clock, 1)[0]
    laat_vervallen(session, lapsed, "dubbel")
    overzicht = load_overzicht(session)
    made = beschermd_raster(session, overzicht, Filter(met_vervallen=True))
    assert (made.raster.getoond, made.publiek) == (5, Publiek.TEAM)
    assert not made.wanted.met_vervallen
    x, _y = incidenten_rd(overzicht, select(overzicht, Filter(), session.now()))
    assert len(x) == 5 and np.count_nonzero(np.abs(x - x.min()) > 300) == 1, "the event lies where it began"


def test_too_few_shows_nothing(session: Session, clock: SetClock) -> None:
    _log(session, clock, 4)
    with pytest.raises(UserError, match="uitvoer_te_weinig"):
        beschermd_raster(session, load_overzicht(session), Filter())


def test_the_filter_holds_and_rights_are_asked(session: Session, clock: SetClock) -> None:
    _log(session, clock, 5)
    _log(session, clock, 5, soort="AFVAL")
    overzicht = load_overzicht(session)
    wanted = Filter(soorten=frozenset({"AFVAL"}))
    assert beschermd_raster(session, overzicht, wanted).raster.getoond == 5
    boa = as_role(session, Rol.BOA)
    with pytest.raises(UserError, match="geen_recht"):
        beschermd_raster(boa, overzicht, wanted)
    with pytest.raises(UserError, match="geen_recht"):
        openbaar_raster(boa, overzicht)


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


def test_two_periods_in_a_row_share_no_day() -> None:
    for kind in Periodesoort:
        today, seen = date(2024, 1, 15), set()
        for _ in range(40):
            first, last = kind.last_whole(today)
            assert last < today
            seen.add((first, last))
            today += timedelta(days=31)
        in_order = sorted(seen)
        assert all(one[1] < other[0] for one, other in pairwise(in_order))


def test_outside_gets_the_shortest_period_that_shows_enough_and_keeps_its_length(
    session: Session, clock: SetClock
) -> None:
    # In the last quarter they lie too far apart; in the last half-year most lie together.
    for place in range(6):
        _log(session, clock, 1, gebeurd_van=clock() - timedelta(days=70), lon=5.001 + 0.007 * place, lat=52.001)
    _log(session, clock, 8, gebeurd_van=clock() - timedelta(days=200))
    overzicht = load_overzicht(session)
    made = openbaar_raster(session, overzicht)
    assert (made.wanted.van, made.wanted.tot) == (date(2026, 1, 1), date(2026, 6, 30))
    assert made.publiek is Publiek.OPENBAAR and made.raster.zijde_m.min() >= 200
    with session.store.read() as reader:
        assert instellingen.get(reader, "openbare_periode", "") == "6"
    # A busy quarter later on does not make the period shorter again.
    _log(session, clock, 40, gebeurd_van=clock() - timedelta(days=70))
    again = openbaar_raster(session, load_overzicht(session))
    assert again.wanted == made.wanted


def test_outside_gets_nothing_when_there_is_too_little(session: Session, clock: SetClock) -> None:
    _log(session, clock, 4, gebeurd_van=clock() - timedelta(days=200))
    with pytest.raises(UserError, match="uitvoer_te_weinig"):
        openbaar_raster(session, load_overzicht(session))
    with session.store.read() as reader:
        assert instellingen.get(reader, "openbare_periode", "") == ""


def test_the_policy_adviser_reads_the_grid_but_holds_no_points(session: Session, clock: SetClock) -> None:
    _log(session, clock, 6)
    beleid = as_role(session, Rol.BELEID)
    with pytest.raises(UserError, match="uitvoer_te_weinig"):
        beschermd_raster(beleid, load_overzicht(beleid), Filter())
