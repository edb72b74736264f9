"""The steps of one making, with PDOK: a real server that can be disturbed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boa_app.domain.errors import BoaError, UserError
from boa_app.mapdata.adressen import Adresboek
from boa_app.mapdata.pakket import load_pakket
from boa_app.mapdata.pdok_diensten import Diensten
from boa_app.usecases.kaartpakketbouw import Gemaakt, lijst_gemeenten, maak_kaartpakket, schat_kaartpakket
from boa_app.usecases.kaartpakketwerk import DELEN, Voortgang, Wens
from tests.pdokdata import GEMEENTE, Pdokdata
from tests.pdokserver import Pdokserver

pytestmark = pytest.mark.timeout(300)
# Few tiles: PDOK is asked at a polite pace, also here.
WENS = Wens(gemeente=GEMEENTE, online=True, maxzoom=12)


@pytest.fixture(scope="module")
def data(shared_data: Path) -> Pdokdata:
    return Pdokdata(shared_data)


def make(target: Path, server: Pdokserver, wens: Wens = WENS, **options: Any) -> Gemaakt:
    options = {"progress": lambda _: None, "cancelled": lambda: False} | options
    return maak_kaartpakket(target, wens, diensten=Diensten.op(server.basis), **options)


def test_of_pdok_comes_a_whole_kaartpakket(tmp_path: Path, data: Pdokdata) -> None:
    steps: list[Voortgang] = []
    with Pdokserver(data) as server:
        made = make(tmp_path / "kaart", server, progress=steps.append)
    assert made.mislukt == ()
    kaart = load_pakket(tmp_path / "kaart", thorough=True)
    assert (kaart.gemeente_code, len(kaart.buurten), len(kaart.wijken)) == (GEMEENTE, 31, 1)
    assert kaart.jaar == 2025 and {buurt.jaar for buurt in kaart.oudere_buurten} == {2022, 2023, 2024}
    assert {buurt.jaar for buurt in kaart.buurten_op(date(2023, 5, 1))} == {2023}
    bronnen = {bron.naam: bron for bron in made.manifest.bronnen}
    assert bronnen["BRT Achtergrondkaart"].licentie == "CC BY 4.0" and bronnen["BRT Achtergrondkaart"].attributie
    assert made.manifest.onderdelen["straten"].stand == made.manifest.gemaakt_op[:10]
    assert kaart.straten and kaart.basiskaart is not None and kaart.adressen is not None
    assert Adresboek(kaart.adressen).count() > 100
    assert {"haal", "klaar"} <= {step.tekstcode for step in steps if step.onderdeel == "adressen"}
    assert {bron.attributie for bron in made.manifest.bronnen} >= {
        "© CBS, © Kadaster",
        "NWB: Rijkswaterstaat",
        "BAG: Kadaster",
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kaart"]


@pytest.mark.parametrize("deel", ["adressen", "straten", "basiskaart"])
def test_a_service_that_fails_costs_its_part_only_and_never_what_was_there(
    tmp_path: Path, data: Pdokdata, deel: str
) -> None:
    place = {"adressen": "bag", "straten": "wegenbestand", "basiskaart": "achtergrondkaart"}[deel]
    with Pdokserver(data) as server:
        whole = make(tmp_path / "kaart", server)
        server.stoor(place, "404")
        again = make(tmp_path / "kaart", server)
        assert [one.onderdeel for one in again.mislukt] == [deel]
        assert again.mislukt[0].code.startswith("pdok_")
        for part in DELEN[deel]:
            if part in whole.manifest.onderdelen:
                assert again.manifest.onderdelen[part].sha256 == whole.manifest.onderdelen[part].sha256
        assert load_pakket(tmp_path / "kaart", thorough=True).buurten
        fresh = make(tmp_path / "nieuw", server)
        assert deel in fresh.manifest.ontbreekt
        assert (tmp_path / ".bouw-nieuw").is_dir(), "what was fetched is kept for another try"
        server.herstel()
        assert make(tmp_path / "nieuw", server).mislukt == ()
    assert not (tmp_path / ".bouw-nieuw").exists()


def test_without_a_line_nothing_is_made_and_nothing_is_lost(tmp_path: Path, data: Pdokdata) -> None:
    with Pdokserver(data) as server:
        make(tmp_path / "kaart", server)
        server.stoor("", "404")
        with pytest.raises(BoaError) as caught:
            make(tmp_path / "kaart", server)
    assert caught.value.code.startswith("pdok_")
    assert load_pakket(tmp_path / "kaart", thorough=True).gemeente_code == GEMEENTE


def test_stopped_while_fetching_it_goes_on_with_what_it_has(tmp_path: Path, data: Pdokdata) -> None:
    fetched: list[int] = []

    def progress(step: Voortgang) -> None:
        if step.onderdeel == "adressen" and step.klaar:
            fetched.append(step.klaar)

    with Pdokserver(data, blad=50) as server:
        with pytest.raises(UserError, match="afgebroken"):
            make(tmp_path / "kaart", server, progress=progress, cancelled=lambda: len(fetched) > 1)
        assert not (tmp_path / "kaart").exists()
        before = server.gevraagd("/buurten/items")
        seen: list[Voortgang] = []
        assert make(tmp_path / "kaart", server, progress=seen.append).mislukt == ()
        assert "grenzen" in {step.onderdeel for step in seen if step.tekstcode == "eerder_klaar"}
        assert server.gevraagd("/buurten/items") == before, "borders are not asked for again"


def test_a_file_goes_before_what_pdok_has(tmp_path: Path, data: Pdokdata, shared_data: Path) -> None:
    buurten = shared_data / "boundaries" / "ijsselstein_buurten_2024_rd.geojson"
    with Pdokserver(data) as server:
        make(tmp_path / "kaart", server, replace(WENS, buurten=buurten))
        assert server.gevraagd("wijken-en-buurten") <= 2, "only for the outline that the other parts need"
    assert len(load_pakket(tmp_path / "kaart").buurten) == 31


def test_before_it_begins_gemeenten_and_sizes_are_known(data: Pdokdata) -> None:
    with Pdokserver(data) as server:
        diensten = Diensten.op(server.basis)
        gemeenten = lijst_gemeenten(cancelled=lambda: False, diensten=diensten)
        assert (GEMEENTE, "IJsselstein") in {(one.code, one.naam) for one in gemeenten}
        assert [one.naam for one in gemeenten] == sorted((one.naam for one in gemeenten), key=str.casefold)
        found = schat_kaartpakket(WENS, cancelled=lambda: False, diensten=diensten)
    assert set(found.onderdelen) == {"grenzen", "straten", "adressen", "basiskaart"}
    assert found.bytes > 0 and found.seconden > 0
