"""Rondes, places, JOP's and schouwen of the example."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest

from boa_app.domain.melding import Melding
from boa_app.domain.moments import evening_date
from boa_app.domain.ronde import Bevinding
from boa_app.mapdata.pakket import Kaartpakket
from boa_app.mapdata.voorbeeld import draw_example
from boa_app.paths import maps_folder
from boa_app.usecases.voorbeeldrondes import attach_to_rondes, make_jops, make_plekken, make_rondes, make_schouwen

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def pakket() -> Kaartpakket:
    return draw_example(maps_folder() / "voorbeeld.toml")


@pytest.fixture(scope="module")
def tabel() -> dict[str, Any]:
    return tomllib.loads((maps_folder() / "voorbeeld-meldingen.toml").read_text(encoding="utf-8"))


def test_jops_and_places(tabel: dict[str, Any], pakket: Kaartpakket) -> None:
    jops = make_jops(tabel, pakket, NOW, Random(1))
    assert [(jop.naam, jop.status, jop.plaatsingsdatum) for jop in jops] == [
        ("JOP Zeemanlaan", "actief", date(2022, 5, 16)),
        ("Zenderpark (idee)", "idee", None),
    ]
    plekken = make_plekken(pakket, jops, NOW, Random(1))
    assert len(plekken) == 9
    assert [plek.jop for plek in plekken if plek.naam == "JOP Zeemanlaan"] == [jops[0].uid]


def test_last_visits_lie_as_defined(tabel: dict[str, Any], pakket: Kaartpakket) -> None:
    plekken = make_plekken(pakket, [], NOW, Random(1))
    own = Melding(NOW - timedelta(hours=25), 5.04, 52.02, "HANG", plaats="Plein")
    rondes = make_rondes(tabel, plekken, [own], "ik", NOW, Random(1))
    last: dict[str, Any] = {}
    for ronde in rondes:
        assert ronde.einde is not None
        assert ronde.begin < ronde.einde < NOW
        for bezoek in ronde.bezoeken:
            assert bezoek.ronde == ronde.uid
            last[bezoek.plek] = bezoek
    today = evening_date(NOW)
    ago = {line["plek"]: line["dagen"] for line in tabel["bezocht"]}
    assert {p.naam: (today - evening_date(last[p.uid].moment)).days for p in plekken} == ago
    late = [p.naam for p in plekken if ago[p.naam] > p.elke_dagen]
    assert late == ["Kloosterplantsoen", "Journaalpad"]
    (plein,) = [p.uid for p in plekken if p.naam == "Plein"]
    assert last[plein].bevinding is Bevinding.OVERLAST
    assert {r.medewerker for r in rondes if r.begin < NOW - timedelta(days=15)} == {""}
    assert rondes[-1].medewerker == "ik"


def test_own_observations_belong_to_the_ronde(tabel: dict[str, Any], pakket: Kaartpakket) -> None:
    plekken = make_plekken(pakket, [], NOW, Random(1))
    rondes = make_rondes(tabel, plekken, [], "ik", NOW, Random(1))
    during = Melding(rondes[0].begin + timedelta(minutes=5), 5.04, 52.02, "HANG")
    before, told = replace(during, gebeurd_van=rondes[0].begin - timedelta(hours=1)), replace(during, herkomst="HOREN")
    got = attach_to_rondes([during, before, told], rondes)
    assert [melding.ronde for melding in got] == [rondes[0].uid, "", ""]
    assert attach_to_rondes([during], []) == [during]


def test_schouwen_of_the_plan(tabel: dict[str, Any], pakket: Kaartpakket) -> None:
    schouwen = make_schouwen(tabel, pakket, NOW, Random(1))
    assert [schouw.datum for schouw in schouwen] == [date(2021, 12, 9), date(2022, 10, 27)]
    assert [[groep.letter for groep in schouw.groepen] for schouw in schouwen] == [["A", "B", "C"]] * 2
    assert make_schouwen(tabel, pakket, datetime(2020, 1, 1, tzinfo=UTC), Random(1)) == []
