from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from boa_app.domain.moments import to_iso
from boa_app.domain.roles import Rol
from boa_app.server.backend import Backend
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.opschoning import schoon_op
from boa_app.server.raster import Incident, kies_maanden, laatste_raster, stel_vast
from tests.centrale import IN_OOST, maak_centrale
from tests.server.test_lezen import Klok, Wereld

IN_Q3 = datetime(2026, 8, 10, 18, tzinfo=UTC)


@pytest.fixture
def wereld(backend: Backend, tmp_path: Path) -> Wereld:
    klok = Klok()
    return Wereld(maak_centrale(backend, tmp_path, klok), klok)


def log(wereld: Wereld, count: int, moment: datetime = IN_Q3, **values: object) -> None:
    made = wereld.maker(wereld.sam)
    assert {
        *wereld.push(wereld.sam, *(made.melding(IN_OOST, gebeurd_van=to_iso(moment), **values) for _ in range(count)))
    } == {"genomen"}


def test_the_last_period_that_is_over_goes_out_with_five_or_more_per_square(wereld: Wereld) -> None:
    log(wereld, 7)
    log(wereld, 4, soort="GEEN")
    log(wereld, 3, incident="00000000-0000-7000-8000-000000000001")
    log(wereld, 9, wereld.klok.now)
    page = laatste_raster(wereld.centrale.db, wereld.klok())
    assert (page.van, page.tot) == ("2026-07-01", "2026-09-30")
    # Seven apart and three of one event; nobody found counts not, and this quarter is not over.
    assert [(one.aantal, one.zijde_m) for one in page.vakken] == [(8, 400)]


def test_fewer_than_five_are_hidden(wereld: Wereld) -> None:
    log(wereld, 4)
    assert laatste_raster(wereld.centrale.db, wereld.klok()).vakken == ()


def test_what_was_set_stays_whatever_comes_in_later(wereld: Wereld) -> None:
    log(wereld, 6)
    db = wereld.centrale.db
    before = laatste_raster(db, wereld.klok())
    log(wereld, 5)
    with wereld.centrale.backend.schrijfbeurt("GM0353") as beurt:
        keys = [("melding", row["uid"]) for row in db.execute("SELECT uid FROM records LIMIT 3")]
        from boa_app.server.audit import MACHINE

        schoon_op(beurt, keys, (), "melding", MACHINE, wereld.klok())
    assert laatste_raster(db, wereld.klok()) == before
    assert stel_vast(db, wereld.klok()) == 0
    wereld.klok.now += timedelta(days=60)
    assert stel_vast(db, wereld.klok()) == 1


def test_lapsed_and_changed_meldingen_count_as_they_are_shown(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    meldingen = [made.melding(IN_OOST, gebeurd_van=to_iso(IN_Q3)) for _ in range(8)]
    wereld.push(wereld.sam, *meldingen)
    edits = [made.edit(meldingen[0], "status", "vervallen", reason="x"), made.edit(meldingen[1], "soort", "GEEN")]
    wereld.push(wereld.sam, *edits)
    assert [one.aantal for one in laatste_raster(wereld.centrale.db, wereld.klok()).vakken] == [6]


def test_who_may_have_it_gets_it_finished_and_nobody_else(wereld: Wereld) -> None:
    log(wereld, 6)
    for rol in (Rol.SCHOUWLEIDER, Rol.BELEID, Rol.TEAMLEIDER):
        assert len(wereld.delen.raster(wereld.iemand(str(rol), rol)).vakken) == 1
    for rol in (Rol.BOA, Rol.BEHEERDER, Rol.PRIVACY, Rol.UITVOERDER):
        with pytest.raises(Geweigerd) as error:
            wereld.delen.raster(wereld.iemand(str(rol), rol))
        assert error.value.status == 403


def test_the_shortest_period_that_shows_enough_is_chosen() -> None:
    today = date(2026, 11, 20)
    crowd = [Incident(*IN_OOST, date(2026, 8, 1))] * 10
    assert kies_maanden(crowd, today) == 3
    thin = [Incident(*IN_OOST, date(2026, month, 1)) for month in (1, 2, 3, 4, 5, 6)]
    assert kies_maanden(thin, today) == 6
    assert kies_maanden([], today) == 3
