"""The second way to borders: the file of the country, when the small questions are answered oddly."""

from __future__ import annotations

import pytest

from boa_app.domain.errors import BoaError
from boa_app.mapdata.grenzen import read_grenzen
from boa_app.mapdata.pdok_grensbestand import lees_bestand
from boa_app.mapdata.pdok_lezen import vorm
from tests.pdokdata import GEMEENTE
from tests.pdokproef import Proef, pdokdata, proef

__all__ = ["pdokdata", "proef"]


@pytest.mark.parametrize(
    ("soort", "waarde"), [("html", ""), ("hernoemd", "gemeentecode"), ("403", ""), ("gzipbom", "")]
)
def test_both_ways_give_the_same_borders(proef: Proef, soort: str, waarde: str) -> None:
    with proef.open() as pdok:
        first, here = read_grenzen(pdok.haal_grenzen(GEMEENTE)), pdok.gebied(GEMEENTE)
    proef.server.stoor("ogc/v1/collections", soort, waarde)
    steps: list[tuple[int, int]] = []
    with Proef(proef.server, proef.folder / "twee").open() as pdok:
        second = read_grenzen(pdok.haal_grenzen(GEMEENTE, meld=lambda *step: steps.append(step)))
        there = pdok.gebied(GEMEENTE)
    assert {buurt.code: buurt.naam for buurt in second.buurten} == {buurt.code: buurt.naam for buurt in first.buurten}
    assert [wijk.code for wijk in second.wijken] == [wijk.code for wijk in first.wijken]
    assert (there.naam, there.code) == (here.naam, here.code)
    # There and back through RD without the correction grid: decimetres, on an outline of tens of kilometres.
    assert vorm(there.rings).symmetric_difference(vorm(here.rings)).area < 1e-6
    assert steps[-1] == (len(proef.server.data.gpkg), len(proef.server.data.gpkg))


def test_addresses_and_tiles_need_no_more_than_that(proef: Proef) -> None:
    proef.server.stoor("gemeenten/items", "html")
    with proef.open() as pdok:
        assert pdok.haal_adressen(GEMEENTE).stat().st_size > 1000
        assert pdok.haal_tegels(GEMEENTE, maxzoom=11).is_file()
    assert proef.server.gevraagd(".gpkg") <= 2


def test_when_neither_works_the_first_problem_is_told(proef: Proef) -> None:
    proef.server.stoor("gemeenten/items", "hernoemd", "gemeentenaam")
    proef.server.stoor(".gpkg", "html")
    with proef.open() as pdok, pytest.raises(BoaError) as caught:
        pdok.haal_grenzen(GEMEENTE)
    assert (caught.value.code, caught.value.fields["veld"]) == ("pdok_gewijzigd", "gemeentenaam")


def test_a_line_that_is_gone_is_not_tried_twice(proef: Proef) -> None:
    proef.server.stoor("gemeenten/items", "429", "9999")
    with proef.open() as pdok, pytest.raises(BoaError) as caught:
        pdok.haal_grenzen(GEMEENTE)
    assert caught.value.code == "pdok_druk"
    assert proef.server.gevraagd(".gpkg") == 0


def test_stopping_the_big_file_is_stopping(proef: Proef) -> None:
    proef.server.stoor("gemeenten/items", "html")
    proef.server.stoor(".gpkg", "hangt")
    with proef.open(cancelled=proef.server.bezig.is_set) as pdok, pytest.raises(BoaError) as caught:
        pdok.haal_grenzen(GEMEENTE)
    assert caught.value.code == "pdok_afgebroken"


def test_a_file_without_this_municipality(proef: Proef) -> None:
    with proef.open() as pdok:
        path = pdok.haal_grenzen_bestand(2024)
    assert path is not None
    gebied, features = lees_bestand(path, GEMEENTE, 2024)
    assert (gebied.jaar, len(features)) == (2024, 33)
    with pytest.raises(BoaError):
        lees_bestand(path, "GM9999", 2024)
