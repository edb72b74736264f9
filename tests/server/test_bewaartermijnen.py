"""Each term at the centre: what goes on its day and not before, once, on both back ends."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.server.bewaartermijnen import voer_uit
from boa_app.server.fotos import Fotomap
from tests.server.installatie import Installatie, maak_installatie


@pytest.fixture(params=["bestand", pytest.param("postgres", marks=pytest.mark.postgres)])
def installatie(request: pytest.FixtureRequest, tmp_path: Path) -> Installatie:
    dsn = request.getfixturevalue("postgres_dsn") if request.param == "postgres" else ""
    return maak_installatie(tmp_path, dsn)


def counts(installatie: Installatie, days: float, *, droog: bool = False) -> dict[str, int]:
    """What goes after so many days more."""
    installatie.klok.forward(days=days)
    with installatie.open() as open_:
        found = voer_uit(open_.centrale, installatie.klok(), droog=droog)
    return {name: count for name, count in found.items() if count}


def test_texts_go_after_a_year_and_codes_stay(installatie: Installatie) -> None:
    with installatie.open() as open_:
        toegang, maker = open_.maker()
        melding = maker.melding(feiten="wat er gebeurde", duiding="wat ik denk")
        kaal = maker.melding()
        open_.push(toegang, maker, melding, kaal)
    assert counts(installatie, 365) == {}
    assert counts(installatie, 1, droog=True) == {"melding_tekst": 1}
    with installatie.open() as open_:
        assert open_.bekend("wat er gebeurde")
    assert counts(installatie, 0) == {"melding_tekst": 1}
    with installatie.open() as open_:
        assert not open_.bekend("wat er gebeurde")
        assert not open_.bekend("wat ik denk")
        assert open_.bekend("GEL-STEM")
        assert [(row["uid"], row["code"]) for row in open_.rows("opschoningen")] == [(melding.uid, "melding_tekst")]
    assert counts(installatie, 0) == {}
    assert installatie.plaats.opschoningen.read_text(encoding="utf-8").count("\n") == 1


def test_a_device_that_lost_its_time_loses_no_work(installatie: Installatie) -> None:
    with installatie.open() as open_:
        toegang, maker = open_.maker()
        melding = maker.melding(feiten="wat er gebeurde")
        open_.push(toegang, maker, replace(melding, hlc="0000000000000-0000-toestel"))
    assert counts(installatie, 365) == {}
    assert counts(installatie, 1) == {"melding_tekst": 1}


def test_a_flagged_text_goes_after_a_week_unless_it_was_cleared(installatie: Installatie) -> None:
    with installatie.open() as open_:
        toegang, maker = open_.maker()
        flagged = maker.melding(feiten="met een naam", tekst_verdacht=True)
        open_.push(toegang, maker, flagged, maker.melding(feiten="gewoon"))
    assert counts(installatie, 8) == {"melding_tekst_verdacht": 1}
    with installatie.open() as open_:
        assert not open_.bekend("met een naam")
        assert open_.bekend("gewoon")


def test_a_whole_melding_goes_after_five_years_with_its_photos(installatie: Installatie) -> None:
    with installatie.open() as open_:
        toegang, maker = open_.maker()
        melding = maker.melding()
        open_.push(toegang, maker, melding)
        open_.foto(toegang, maker, melding, b"verzegeld beeld")
        fotos = Fotomap(installatie.plaats.fotos)
        assert len(fotos.names()) == 1
    assert counts(installatie, 91) == {"foto": 1}
    assert fotos.names() == []
    assert counts(installatie, 5 * 366)["melding"] == 1
    with installatie.open() as open_:
        assert not open_.bekend("GEL-STEM")
        assert {row["uid"] for row in open_.rows("changes")} >= {melding.uid}, "ids stay"


def test_a_group_is_let_go_a_year_after_its_last_signal(installatie: Installatie) -> None:
    with installatie.open() as open_:
        toegang, maker = open_.maker("Tess", "teamleider")
        for groep in ("groep-a", "groep-b"):
            melding = maker.melding()
            open_.push(toegang, maker, melding, maker.edit(melding, "groep", groep))
    installatie.klok.forward(days=200)
    with installatie.open() as open_:
        toegang, maker = open_.maker("Tom", "teamleider")
        melding = maker.melding()
        open_.push(toegang, maker, melding, maker.edit(melding, "groep", "groep-a"))
    assert counts(installatie, 170).get("groep_koppeling") == 1
    with installatie.open() as open_:
        assert open_.bekend("groep-a")
        assert not open_.bekend("groep-b")


def test_receipts_are_kept_half_a_year(installatie: Installatie) -> None:
    with installatie.open() as open_:
        open_.centrale.db.execute(
            "INSERT INTO bonnen (gemeente_code, nr, sync, device, account, inhoud, gemaakt_op) "
            "VALUES (%s, 1, 's', 'd', 'a', '{}', %s)", ["GM0353", "2026-11-20T12:00:00.000Z"],
        )  # fmt: skip
    assert counts(installatie, 182) == {}
    assert counts(installatie, 2) == {"technisch_log": 1}
    assert counts(installatie, 0) == {}
