"""Sizes and times: counted by the services, not guessed."""

from __future__ import annotations

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata.pdok_lezen import lees_adressen
from tests.pdokdata import GEMEENTE
from tests.pdokproef import Proef, pdokdata, proef

__all__ = ["pdokdata", "proef"]


def test_counts_are_those_of_the_services(proef: Proef) -> None:
    with proef.open() as pdok:
        found = pdok.schat(GEMEENTE)
        gebied = pdok.gebied(GEMEENTE)
        assert found.onderdelen["basiskaart"].aantal == len(gebied.tegels(10, 16))
        inside = len(list(lees_adressen(pdok.haal_adressen(GEMEENTE), gebied.rings)))
    assert found.onderdelen["straten"].aantal == len(proef.server.data.wegvakken)
    assert found.onderdelen["adressen"].aantal == round(inside * gebied.vulling())
    assert found.bytes == sum(part.bytes for part in found.onderdelen.values())
    assert found.seconden == pytest.approx(sum(part.seconden for part in found.onderdelen.values()))
    assert all(part.seconden > 0 and part.bytes > 0 for part in found.onderdelen.values())


def test_before_anything_big_is_fetched(proef: Proef) -> None:
    with proef.open() as pdok:
        pdok.schat(GEMEENTE)
    assert len(proef.server.vragen) <= 6
    assert not any("wmts" in url or "wegvakken/items" in url for url in proef.server.vragen)


def test_deeper_levels_and_a_slower_line_take_longer(proef: Proef) -> None:
    with proef.open() as pdok:
        near, deep = pdok.schat(GEMEENTE, 15), pdok.schat(GEMEENTE, 17)
        assert deep.onderdelen["basiskaart"].aantal > 10 * near.onderdelen["basiskaart"].aantal
        pdok.ophaler.seconden += 100.0
        assert pdok.schat(GEMEENTE, 15).seconden > near.seconden + 100


@pytest.mark.parametrize("soort", ["html", "500", "404", "403", "gzipbom"])
def test_a_service_that_will_not_count_gives_a_guess_that_says_so(proef: Proef, soort: str) -> None:
    proef.server.stoor("nwbwegen/wfs", soort)
    with proef.open() as pdok:
        found = pdok.schat(GEMEENTE).onderdelen
    assert [name for name, part in found.items() if part.is_gok] == ["straten"]
    assert 500 < found["straten"].aantal < 10_000


@pytest.mark.parametrize(("soort", "code"), [("429", "pdok_druk"), ("knip", "pdok_verbroken")])
def test_a_line_that_fails_gives_no_guess(proef: Proef, soort: str, code: str) -> None:
    proef.server.stoor("resultType=hits", soort)
    with proef.open() as pdok, pytest.raises(EnvironmentProblem) as caught:
        pdok.schat(GEMEENTE)
    assert caught.value.code == code


def test_odd_borders_do_not_make_an_estimate_fetch_the_country(proef: Proef) -> None:
    proef.server.stoor("gemeenten/items", "html")
    with proef.open() as pdok, pytest.raises(EnvironmentProblem):
        pdok.schat(GEMEENTE)
    assert proef.server.gevraagd(".gpkg") == 0
