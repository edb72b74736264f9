"""Borders: the newest edition there is, older ones when asked, land apart from water."""

from __future__ import annotations

import copy
import json

import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.mapdata.grenzen import read_grenzen
from tests.pdokdata import GEMEENTE
from tests.pdokproef import Proef, pdokdata, proef

__all__ = ["pdokdata", "proef"]


def test_the_newest_edition_with_its_year(proef: Proef) -> None:
    with proef.open() as pdok:
        gebied = pdok.gebied(GEMEENTE)
        found = read_grenzen(pdok.haal_grenzen(GEMEENTE))
    assert (gebied.naam, gebied.jaar) == ("IJsselstein", 2025)
    assert (found.jaar, len(found.buurten), len(found.wijken)) == (2025, 31, 1)
    assert found.omtrek == gebied.rings


def test_older_editions_stand_beside_it(proef: Proef) -> None:
    steps: list[tuple[int, int]] = []
    with proef.open() as pdok:
        found = read_grenzen(pdok.haal_grenzen(GEMEENTE, 4, meld=lambda *step: steps.append(step)))
    years = {jaar: sum(buurt.jaar == jaar for buurt in found.buurten) for jaar in (2025, 2024, 2023, 2022)}
    assert years == {2025: 31, 2024: 31, 2023: 31, 2022: 30}
    assert steps[-1] == (12, 12)
    assert steps == sorted(steps)


def test_a_year_that_is_not_there_yet_is_passed_over(proef: Proef) -> None:
    proef.server.jaren = (2022,)
    with proef.open() as pdok:
        assert pdok.gebied(GEMEENTE).jaar == 2022
        assert len(json.loads(pdok.haal_grenzen(GEMEENTE, 3).read_text(encoding="utf-8"))["features"]) == 32


def test_no_year_at_all_is_another_service(proef: Proef) -> None:
    proef.server.jaren = ()
    asked = 8
    for ask in ("gebied", "haal_grenzen"):
        with proef.open() as pdok, pytest.raises(EnvironmentProblem) as caught:
            getattr(pdok, ask)(GEMEENTE)
        assert caught.value.fields == {"onderdeel": "gemeenten", "veld": "jaar"}
    # Each year by question, then each year as a file.
    assert len(proef.server.vragen) == 2 * (asked + asked)


@pytest.mark.parametrize("code", ["GM9999", "0353", "GM0353&x=1", "GM03530", "", "gm0353"])
def test_a_municipality_there_is_not(proef: Proef, code: str) -> None:
    for ask in ("gebied", "haal_grenzen", "haal_straten", "haal_adressen", "haal_tegels", "schat"):
        with proef.open() as pdok, pytest.raises(UserError) as caught:
            getattr(pdok, ask)(code)
        assert (caught.value.code, caught.value.fields) == ("gemeente_onbekend", {"code": code})


def test_a_filter_that_is_ignored_gives_no_neighbours(proef: Proef) -> None:
    proef.server.filter_genegeerd = True
    with proef.open() as pdok:
        found = read_grenzen(pdok.haal_grenzen(GEMEENTE))
        assert pdok.gebied(GEMEENTE).naam == "IJsselstein"
    assert len(found.buurten) == 31


def test_water_of_a_municipality_is_no_land(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the IJsselmeer belongs to a municipality; nobody wants its tiles."""
    own = next(f for f in proef.server.data.gemeenten if f["properties"]["gemeentecode"] == GEMEENTE)
    water = copy.deepcopy(own)
    water["properties"]["water"] = "JA"
    water["geometry"] = {"type": "Polygon", "coordinates": [[[5.2, 52.3], [5.4, 52.3], [5.4, 52.5], [5.2, 52.3]]]}
    monkeypatch.setattr(proef.server.data, "gemeenten", [own, water])
    with proef.open() as pdok:
        assert pdok.gebied(GEMEENTE).bbox()[3] < 52.1


def test_a_ring_that_is_not_closed_is_named(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    own = copy.deepcopy(next(f for f in proef.server.data.gemeenten if f["properties"]["gemeentecode"] == GEMEENTE))
    own["geometry"] = {"type": "Polygon", "coordinates": [[[5.0, 52.0], [5.1, 52.0], [5.1, 52.1]]]}
    monkeypatch.setattr(proef.server.data, "gemeenten", [own])
    proef.server.stoor(".gpkg", "404")
    with proef.open() as pdok, pytest.raises(EnvironmentProblem) as caught:
        pdok.gebied(GEMEENTE)
    assert caught.value.fields == {"onderdeel": "gemeenten", "veld": "geometry"}


@pytest.mark.parametrize("level", ["wijken", "buurten"])
def test_a_level_that_went_is_named(proef: Proef, level: str) -> None:
    proef.server.stoor(f"collections/{level}/", "404")
    proef.server.stoor(".gpkg", "404")
    with proef.open() as pdok, pytest.raises(EnvironmentProblem) as caught:
        pdok.haal_grenzen(GEMEENTE)
    assert caught.value.code == "pdok_gewijzigd"
