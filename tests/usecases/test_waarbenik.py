"""Waar ben ik: what is named at a place and a moment, what may also be true, and what a role does not see."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from boa_app.domain.gebied import GebiedSoort
from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.roles import Rol
from boa_app.mapdata.adressen import Adres, write_adressen
from boa_app.mapdata.pakket import Buurt, Gebiedsvlak
from boa_app.store import audit, jops
from boa_app.usecases.gebieden import maak_gebied
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.session import Session
from boa_app.usecases.waarbenik import Hier, waar_ben_ik
from tests.samples import as_role

# Middle of West; 20 m west of the border with Oost.
WEST, BORDER = (5.01, 52.01), (5.02 - 0.00029, 52.01)
AROUND = ((5.005, 52.005), (5.015, 52.005), (5.015, 52.015), (5.005, 52.015))


def here(session: Session, at: tuple[float, float] = WEST, accuracy_m: float | None = 8.0, days: int = 0) -> Hier:
    return waar_ben_ik(session, *at, accuracy_m, session.now() + timedelta(days=days))


def area(session: Session, naam: str, soort: GebiedSoort, **values: object) -> None:
    maak_gebied(session, naam, soort, [AROUND], **values)  # type: ignore[arg-type]


def test_a_place_in_town_with_its_street_and_buurt(session: Session) -> None:
    found = here(session)
    assert (found.gemeente, found.binnen) == ("IJsselstein", True)
    assert (found.buurt_code, found.buurt, found.ook_buurten) == ("BU03530001", "West", ())
    assert found.straat.naam == "Zeemanlaan" and found.straat.afstand_m < 1
    assert (found.regels, found.ook_regels, found.jops, found.adres) == ((), (), (), "")
    assert not found.ook_grens


def test_the_nearest_address_comes_from_the_kaartpakket(session: Session, tmp_path: Path) -> None:
    book = tmp_path / "adressen.sqlite"
    write_adressen(book, [
        Adres("Zeemanlaan", 12, "a", "", "3401AB", "IJsselstein", 5.0101, 52.0101, True, "1"),
        Adres("Zeemanlaan", 80, "", "", "3401AB", "IJsselstein", 5.018, 52.0101, True, "2"),
    ])  # fmt: skip
    assert session.kaart is not None
    kaart = replace(session.kaart, adressen=book)
    found = here(replace(session, kaart=kaart, plaatsen=PlaatsIndex(kaart)))
    assert "Zeemanlaan 12a" in found.adres and found.adres_m == pytest.approx(13, abs=2)


def test_only_areas_in_force_today_that_hold_the_place_and_say_a_rule(session: Session) -> None:
    area(session, "Alcoholverbod", GebiedSoort.VERBOD, besluit="B 12, art. 2:48 APV", geldig_van=date(2026, 1, 1))
    area(session, "Kermis", GebiedSoort.EVENEMENT, geldig_van=date(2026, 11, 21), geldig_tot=date(2026, 11, 22))
    area(session, "Oud", GebiedSoort.CAMERA, geldig_tot=date(2026, 11, 19))
    area(session, "Team Noord", GebiedSoort.WERKGEBIED)
    area(session, "Camera plein", GebiedSoort.CAMERA, geldig_tot=date(2026, 11, 20))
    told = here(session).regels
    assert [(one.naam, one.soort) for one in told] == [("Alcoholverbod", "VERBOD"), ("Camera plein", "CAMERA")]
    assert told[0].artikelen == ("APV-2:48",) and told[0].besluit == "B 12, art. 2:48 APV"
    assert told[0].uid and told[0].rand_m > 300
    assert [one.naam for one in here(session, days=1).regels] == ["Alcoholverbod", "Kermis"]
    assert here(session, (5.03, 52.01)).regels == ()


def test_the_day_is_that_of_the_place_not_of_greenwich(session: Session) -> None:
    area(session, "Vanaf zaterdag", GebiedSoort.VERBOD, geldig_van=date(2026, 11, 21))
    late = datetime(2026, 11, 20, 22, 59, tzinfo=UTC)
    assert waar_ben_ik(session, *WEST, None, late).regels == ()
    assert len(waar_ben_ik(session, *WEST, None, late + timedelta(minutes=2)).regels) == 1


def test_an_article_is_named_only_where_an_area_names_one_we_know(session: Session) -> None:
    area(session, "Tussen 21:30 en 2:15", GebiedSoort.VERBOD, besluit="2:47, 2:48a en 9:99")
    (told,) = here(session).regels
    assert told.artikelen == ("APV-2:47", "APV-2:48a")


def test_areas_of_the_kaartpakket_count_too_and_for_every_role(session: Session) -> None:
    ring = (*AROUND, AROUND[0])
    vlakken = (
        Gebiedsvlak("KVO Oost", "KVO", (ring,), "2026-3", "2026-01-01", "2026-12-31"),
        Gebiedsvlak("Voorbij", "VERBOD", (ring,), tot="2025-12-31"),
        Gebiedsvlak("Vreemd", "ONBEKEND", (ring,)),
        Gebiedsvlak("Datum kapot", "verbod", (ring,), van="ooit"),
    )
    assert session.kaart is not None
    with_areas = replace(session, kaart=replace(session.kaart, gebieden=vlakken))
    area(session, "Van de teamleider", GebiedSoort.VERBOD)
    assert [one.naam for one in here(with_areas).regels] == ["Datum kapot", "Van de teamleider", "KVO Oost"]
    for rol in (Rol.SCHOUWLEIDER, Rol.UITVOERDER):
        seen = here(as_role(with_areas, rol))
        assert [(one.naam, one.uid) for one in seen.regels] == [("Datum kapot", ""), ("KVO Oost", "")]


def test_a_circle_over_a_border_says_what_may_also_be_true(session: Session) -> None:
    west = ((5.0, 52.0), (5.0199, 52.0), (5.0199, 52.02), (5.0, 52.02))
    maak_gebied(session, "Verbod west", GebiedSoort.VERBOD, [west])
    sure = here(session, BORDER, 6.0)
    assert (sure.buurt, sure.ook_buurten, sure.ook_regels) == ("West", (), ())
    vague = here(session, BORDER, 40.0)
    assert (vague.buurt, vague.ook_buurten) == ("West", ("Oost",))
    beyond = here(session, (5.0201, 52.01), 40.0)
    assert (beyond.buurt, beyond.regels) == ("Oost", ())
    assert [one.naam for one in beyond.ook_regels] == ["Verbod west"] and beyond.ook_regels[0].rand_m < 20


def test_outside_the_municipality_is_said(session: Session) -> None:
    found = here(session, (5.2, 52.01))
    assert (found.gemeente, found.binnen, found.buurt, found.straat.naam) == ("", False, "", "")
    edge = here(session, (5.0401, 52.01), 30.0)
    assert not edge.binnen and edge.ook_grens and edge.ook_buurten == ("Oost",)
    assert here(session, (5.0399, 52.01), 30.0).ook_grens


def test_without_a_kaartpakket_the_areas_still_hold(session: Session) -> None:
    area(session, "Verbod", GebiedSoort.VERBOD)
    bare = replace(session, kaart=None, plaatsen=PlaatsIndex(None))
    found = here(bare)
    assert (found.binnen, found.buurt, found.straat.naam) == (None, "", "")
    assert found.gemeente == "IJsselstein" and [one.naam for one in found.regels] == ["Verbod"]


def test_a_buurt_is_that_of_its_year(session: Session) -> None:
    assert session.kaart is not None
    old = tuple(replace(one, naam=f"{one.naam} oud", jaar=2025) for one in session.kaart.buurten)
    new = tuple(replace(one, jaar=2026) for one in session.kaart.buurten)
    kaart = replace(session.kaart, buurten=new, oudere_buurten=old)
    there = replace(session, kaart=kaart)
    assert here(there).buurt == "West"
    assert here(there, days=-400).buurt == "West oud"


def test_jops_within_reach_and_only_what_the_role_may_know(session: Session) -> None:
    made = [
        Jop("j1", "A", "JOP Zeemanlaan", JopStatus.PROEF, 5.0105, 52.01, "BANK", date(2026, 4, 1), date(2027, 4, 1)),
        Jop("j2", "B", "JOP ver", JopStatus.ACTIEF, 5.03, 52.01),
        Jop("j3", "C", "JOP weg", JopStatus.VERWIJDERD, 5.0101, 52.01),
    ]

    def work(w) -> None:  # type: ignore[no-untyped-def]
        for jop in made:
            jops.insert_jop(w, jop)
        audit.append_line(w, "VERZAMELEN", "jop")

    session.write(work)
    (found,) = here(session).jops
    assert found.jop == made[0] and found.afstand_m == pytest.approx(34, abs=2)
    (place,) = here(as_role(session, Rol.SCHOUWLEIDER)).jops
    assert (place.jop.naam, place.jop.proef_tot, place.jop.code) == ("JOP Zeemanlaan", None, "")
    assert here(as_role(session, Rol.PRIVACY)).jops == ()


def test_looking_leaves_no_trace(session: Session) -> None:
    with session.store.read() as reader:
        before = len(list(audit.lines(reader)))
    here(session)
    with session.store.read() as reader:
        assert len(list(audit.lines(reader))) == before


def test_kinds_of_buurten_without_a_year_still_count(session: Session) -> None:
    assert session.kaart is not None and all(isinstance(one, Buurt) and one.jaar == 0 for one in session.kaart.buurten)
    assert here(session, days=-4000).buurt == "West"
