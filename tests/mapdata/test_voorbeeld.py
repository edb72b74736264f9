"""The example map: whole, inside the frame, the same every time, usable for looking up."""

from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.analysis.crs import to_rd
from boa_app.analysis.gebied import assign_polygons
from boa_app.mapdata.pakket import Kaartpakket, load_pakket
from boa_app.mapdata.voorbeeld import build_example_package, draw_example
from boa_app.paths import maps_folder

DEFINITION = maps_folder() / "voorbeeld.toml"


@pytest.fixture(scope="module")
def pakket() -> Kaartpakket:
    return draw_example(DEFINITION)


def test_same_definition_same_map(pakket: Kaartpakket, tmp_path: Path) -> None:
    assert build_example_package(tmp_path, DEFINITION) == pakket
    assert load_pakket(tmp_path) == pakket
    assert pakket.voorbeeld
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 1_500_000


def test_all_31_buurten_with_their_codes(pakket: Kaartpakket) -> None:
    assert [buurt.code for buurt in pakket.buurten] == [f"BU0353{nr:04d}" for nr in range(1, 32)]
    assert all(len(buurt.rings) >= 1 and len(buurt.rings[0]) > 4 for buurt in pakket.buurten)


def test_everything_lies_in_the_frame(pakket: Kaartpakket) -> None:
    rings = [ring for buurt in pakket.buurten for ring in buurt.rings]
    rings += [ring for vlak in pakket.vlakken for ring in vlak.rings]
    rings += [line for straat in pakket.straten for line in straat.lines]
    for ring in [*pakket.omtrek, *rings]:
        assert all(4.978 <= lon <= 5.078 and 51.991 <= lat <= 52.061 for lon, lat in ring)


def test_streets_are_named_and_the_known_ones_are_there(pakket: Kaartpakket) -> None:
    names = {straat.naam for straat in pakket.straten}
    assert {"Zeemanlaan", "Journaalpad", "Lagedijk", "Kloosterpad", "Havenstraat", "Torenlaan", "Walkade"} <= names
    assert 120 <= len(names) <= 300
    assert all(straat.naam and straat.lines for straat in pakket.straten)


def test_every_place_lies_in_a_buurt_that_fits(pakket: Kaartpakket) -> None:
    places = {plek.naam: plek for plek in pakket.plekken}
    rings = [buurt.rings for buurt in pakket.buurten]
    found = assign_polygons([p.lon for p in places.values()], [p.lat for p in places.values()], rings)
    buurt = dict(zip(places, [pakket.buurten[index].naam for index in found], strict=True))
    assert (found >= 0).all()
    assert buurt["Plein"] == "IJsselstein-Binnenstad"
    assert buurt["JOP Zeemanlaan"] == "IJsselveld-Oost"
    assert buurt["Journaalpad"] == "Benschopperpoort en Het Podium"
    assert sum(plek.elke_dagen > 0 for plek in pakket.plekken) == 9


def test_zeemanlaan_lies_near_its_jop(pakket: Kaartpakket) -> None:
    (straat,) = [straat for straat in pakket.straten if straat.naam == "Zeemanlaan"]
    (jop,) = [plek for plek in pakket.plekken if plek.naam == "JOP Zeemanlaan"]
    jop_x, jop_y = to_rd(jop.lon, jop.lat)
    at = [to_rd(lon, lat) for line in straat.lines for lon, lat in line]
    assert min(float((x - jop_x) ** 2 + (y - jop_y) ** 2) ** 0.5 for x, y in at) < 400
