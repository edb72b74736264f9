"""Single steps on real data: Heidelberg with tiles of wrong bounds, Liechtenstein, IJsselstein in RD and WGS84."""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.mapdata import bouwstappen
from boa_app.mapdata.adressen import Adresboek
from boa_app.mapdata.bouw import Stap
from boa_app.mapdata.manifest import Grens, Onderdeel
from boa_app.mapdata.netwerk import read_netwerk, read_straten
from boa_app.mapdata.onderdelen import BUURTEN, OMTREK, read_part
from boa_app.mapdata.tegels import open_tegels
from tests.kaartbronnen import write_osm, write_tegels

M_PER_DEG = 111_195.0
HALF_STEP_DEG = 0.5e-6


def go_on() -> bool:
    return False


def grenzen_of(folder: Path, source: Path) -> dict[str, object]:
    folder.mkdir()
    stap = bouwstappen.make_grenzen(folder, source, "")
    return {part.naam: read_part(part.naam, (folder / part.bestand).read_bytes()) for part in stap.onderdelen} | {
        "naam": stap.naam,
        "code": stap.gemeente_code,
    }


def test_ijsselstein_in_rd_and_in_wgs84_agree_within_a_centimetre(tmp_path: Path, shared_data: Path) -> None:
    borders = shared_data / "boundaries"
    rd = grenzen_of(tmp_path / "rd", borders / "ijsselstein_buurten_2024_rd.geojson")
    wgs = grenzen_of(tmp_path / "wgs", borders / "ijsselstein_buurten_2024_wgs84.geojson")
    assert rd["code"] == wgs["code"] == "GM0353"
    mine, theirs = ({buurt.code: buurt for buurt in found[BUURTEN]} for found in (rd, wgs))  # type: ignore[attr-defined]
    assert set(mine) == set(theirs) and len(mine) == 31
    worst = 0.0
    for code, buurt in mine.items():
        other = theirs[code]
        assert (buurt.naam, buurt.jaar, [len(ring) for ring in buurt.rings]) == (
            other.naam, other.jaar, [len(ring) for ring in other.rings],
        )  # fmt: skip
        for ring, same in zip(buurt.rings, other.rings, strict=True):
            for (lon, lat), (lon2, lat2) in zip(ring, same, strict=True):
                # The file in WGS84 is rounded to a millionth of a degree; what differs beyond that is ours.
                east = max(abs(lon - lon2) - HALF_STEP_DEG, 0) * M_PER_DEG * math.cos(math.radians(lat))
                north = max(abs(lat - lat2) - HALF_STEP_DEG, 0) * M_PER_DEG
                worst = max(worst, math.hypot(east, north))
    assert worst < 0.01


def test_the_same_corners_in_rd_and_wgs84_agree_within_a_centimetre(tmp_path: Path, shared_data: Path) -> None:
    """The same against the definition of RD itself, for the file in WGS84 has too few decimals to tell."""
    import json

    from boa_app.analysis.crs import to_rd

    source = shared_data / "boundaries" / "ijsselstein_buurten_2024_rd.geojson"
    found = grenzen_of(tmp_path / "rd", source)
    given = {
        feature["properties"]["statcode"]: feature["geometry"]["coordinates"]
        for feature in json.loads(source.read_text(encoding="utf-8"))["features"]
        if feature["geometry"]["type"] == "Polygon"
    }
    worst = 0.0
    for buurt in found[BUURTEN]:  # type: ignore[attr-defined]
        for ring, corners in zip(buurt.rings, given.get(buurt.code, ()), strict=False):
            for (lon, lat), (x, y, *_) in zip(ring, corners, strict=True):
                there_x, there_y = to_rd(lon, lat)
                worst = max(worst, math.hypot(float(there_x) - x, float(there_y) - y))
    assert 0 < worst < 0.01


@pytest.mark.parametrize(
    ("name", "streets", "places"),
    [
        ("heidelberg.test.osm.pbf", 2000, {"Hauptstraße", "Bergheimer Straße"}),
        ("liechtenstein.osm.pbf", 300, {"Städtle"}),
    ],
)
def test_streets_with_names_and_addresses_come_of_real_extracts(
    tmp_path: Path, shared_data: Path, name: str, streets: int, places: set[str]
) -> None:
    told: list[int] = []

    def meld(klaar: int, totaal: int) -> None:
        assert 0 <= klaar <= totaal == 100
        told.append(klaar)

    stap = bouwstappen.make_straten(
        tmp_path, shared_data / "streets" / name, (), adressen=True, meld=meld, cancelled=go_on
    )
    assert [part.naam for part in stap.onderdelen] == ["straten", "vlakken", "adressen"]
    assert told == sorted(told) and told[-1] == 100
    found = read_straten(tmp_path / "netwerk.straten")
    assert len(found) > streets
    assert places <= {straat.naam for straat in found}
    assert Adresboek(tmp_path / "adressen.sqlite").count() == stap.onderdelen[2].aantal > 100
    assert stap.bronnen[0].attributie == "© OpenStreetMap-auteurs"
    assert stap.waarschuwingen == (), "a town has crumbs beside its network"


def test_streets_in_pieces_are_told_and_kept(tmp_path: Path, shared_data: Path) -> None:
    source = shared_data / "streets" / "krautsand.osm.gz"
    stap = bouwstappen.make_straten(tmp_path, source, (), adressen=True, meld=lambda *_: None, cancelled=go_on)
    (pieces,) = stap.waarschuwingen
    assert (pieces.code, pieces.velden["aantal"]) == ("straten_in_stukken", 4)
    assert read_netwerk(tmp_path / "netwerk.straten").telling.segmenten == stap.onderdelen[0].aantal


def test_tiles_are_copied_as_they_are_and_wrong_bounds_are_told(tmp_path: Path, shared_data: Path) -> None:
    source = shared_data / "tiles" / "heidelberg.mbtiles"
    told: list[tuple[int, int]] = []
    stap = bouwstappen.make_tegels(
        tmp_path, source, meld=lambda klaar, totaal: told.append((klaar, totaal)), cancelled=go_on
    )
    assert (tmp_path / "basiskaart.mbtiles").read_bytes() == source.read_bytes()
    assert told[-1] == (source.stat().st_size,) * 2
    assert [(one.code, one.velden) for one in stap.waarschuwingen] == [("basiskaart_verbeterd", {"velden": "bounds"})]
    bron = open_tegels(tmp_path / "basiskaart.mbtiles")
    assert stap.grens == bron.grens and bron.soort == "vector"
    bron.close()
    assert "OpenStreetMap" in stap.bronnen[0].attributie and stap.bronnen[0].licentie == "ODbL 1.0"


def test_the_other_kind_of_tiles_takes_the_place_of_the_first(tmp_path: Path, shared_data: Path) -> None:
    bouwstappen.make_tegels(tmp_path, write_tegels(tmp_path / "c.mbtiles"), meld=lambda *_: None, cancelled=go_on)
    bouwstappen.make_tegels(tmp_path, shared_data / "tiles" / "png.pmtiles", meld=lambda *_: None, cancelled=go_on)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["basiskaart.pmtiles", "c.mbtiles"]


def test_stopping_a_copy_ends_it(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="afgebroken"):
        bouwstappen.make_tegels(
            tmp_path, write_tegels(tmp_path / "c.mbtiles"), meld=lambda *_: None, cancelled=lambda: True
        )


def test_streets_wholly_outside_the_outline_are_taken_all_the_same(tmp_path: Path) -> None:
    outline = (((5.0, 52.0), (5.04, 52.0), (5.04, 52.02), (5.0, 52.0)),)
    stap = bouwstappen.make_straten(
        tmp_path, write_osm(tmp_path / "ver.osm", move_deg=1.0), outline, adressen=False, meld=lambda *_: None,
        cancelled=go_on,
    )  # fmt: skip
    assert stap.grens is not None and stap.grens[0] > 6.0


def test_parts_meet_when_their_rectangles_do() -> None:
    def at(naam: str, grens: Grens | None) -> Stap:
        return Stap((Onderdeel(naam, "", 0, ""),), grens=grens)

    home, near, far = (
        at(OMTREK, (5.0, 52.0, 5.1, 52.1)),
        at(BUURTEN, (5.1, 52.1, 5.2, 52.2)),
        at("straten", (6, 53, 7, 54)),
    )
    assert bouwstappen.elsewhere([home, near, at("gebieden", None)]) == ()
    (told,) = bouwstappen.elsewhere([home, far, near])
    assert told.velden == {"onderdeel": "straten", "ander": OMTREK}


def test_rings_of_a_step_are_closed(tmp_path: Path, shared_data: Path) -> None:
    found = grenzen_of(tmp_path / "wijk", shared_data / "boundaries" / "ijsselstein_wijk_2024_wgs84.geojson")
    assert len(found["wijken"]) == 1  # type: ignore[arg-type]
    for ring in found[OMTREK]:  # type: ignore[attr-defined]
        assert ring[0] == ring[-1] and all(one != other for one, other in pairwise(ring))
