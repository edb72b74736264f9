"""Borders in RD and WGS84: the same places, and never a wrong one without a word."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import pytest
import shapely

from boa_app.analysis.crs import to_rd
from boa_app.domain.errors import UserError
from boa_app.mapdata.grenzen import Grenzen, read_grenzen

SQUARE = [[5.0, 52.0], [5.02, 52.0], [5.02, 52.02], [5.0, 52.02], [5.0, 52.0]]
NEXT = [[5.02, 52.0], [5.04, 52.0], [5.04, 52.02], [5.02, 52.02], [5.02, 52.0]]
Body = dict[str, Any]


def area(ring: list[list[float]], **properties: object) -> Body:
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def body(*features: Body, name: str = "buurten_2024", crs: str = "") -> Body:
    made: Body = {"type": "FeatureCollection", "name": name, "features": list(features)}
    return made | ({"crs": {"type": "name", "properties": {"name": crs}}} if crs else {})


def two(crs: str = "") -> Body:
    return body(
        area(SQUARE, buurtcode="BU03530001", buurtnaam="West", wijkcode="WK035300", gemeentecode="GM0353"),
        area(NEXT, buurtcode="BU03530002", buurtnaam="Oost", wijkcode="WK035300", gemeentecode="GM0353"),
        crs=crs,
    )


def in_rd(ring: list[list[float]]) -> list[list[float]]:
    x, y = to_rd([at[0] for at in ring], [at[1] for at in ring])
    return [[float(a), float(b)] for a, b in zip(x, y, strict=True)]


def read(folder: Path, content: Body, gemeente: str = "", name: str = "g.geojson") -> Grenzen:
    (folder / name).write_text(json.dumps(content), encoding="utf-8")
    return read_grenzen(folder / name, gemeente)


def code_of(folder: Path, content: Body | bytes, gemeente: str = "") -> tuple[str, dict[str, object]]:
    path = folder / "g.geojson"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    with pytest.raises(UserError) as told:
        read_grenzen(path, gemeente)
    return told.value.code, dict(told.value.fields)


def far_m(one: Grenzen, other: Grenzen) -> float:
    """The largest distance between corners with the same code, ring and place."""
    most = 0.0
    pairs = [(a.rings, b.rings) for a, b in zip(one.buurten, other.buurten, strict=True)]
    # Joined borders may begin at another corner.
    pairs += [] if one.buurten else [(one.omtrek, other.omtrek)]
    for rings, others in pairs:
        for ring, again in zip(rings, others, strict=True):
            a, b = np.array(ring), np.array(again)
            assert a.shape == b.shape
            scale = np.array([111_195 * np.cos(np.radians(52)), 111_195])
            most = max(most, float(np.hypot(*((a - b) * scale).T).max()))
    return most


def test_the_gemeente_in_rd_and_in_wgs84_is_one_border_within_a_millimetre(shared_data: Path) -> None:
    rd, wgs84 = (
        read_grenzen(shared_data / "boundaries" / f"ijsselstein_gemeente_2022_{kind}.geojson")
        for kind in ("rd", "wgs84")
    )
    assert far_m(rd, wgs84) < 0.001
    assert (rd.gemeente_code, rd.naam, rd.jaar) == ("GM0353", "IJsselstein", 2022)


def test_the_buurten_in_rd_and_in_wgs84_agree_as_far_as_their_sources_do(shared_data: Path) -> None:
    """The WGS84 file is rounded to 1e-6 degree (up to 6 cm); rounded alike, ours are the very same numbers."""
    rd, wgs84 = (
        read_grenzen(shared_data / "boundaries" / f"ijsselstein_buurten_2024_{kind}.geojson")
        for kind in ("rd", "wgs84")
    )
    assert [b.code for b in rd.buurten] == [b.code for b in wgs84.buurten]
    assert len(rd.buurten) == 31
    assert {(b.jaar, b.wijk) for b in rd.buurten} == {(2024, "WK035300")}
    for one, other in zip(rd.buurten, wgs84.buurten, strict=True):
        for ring, again in zip(one.rings, other.rings, strict=True):
            assert np.array_equal(np.round(ring, 6), np.array(again)), one.naam
            there, back = np.array(to_rd(*np.array(ring).T)), np.array(to_rd(*np.array(again).T))
            assert np.hypot(*(there - back)).max() < 0.065


def test_rd_there_and_back_is_within_a_centimetre_of_the_source(shared_data: Path) -> None:
    path = shared_data / "boundaries" / "ijsselstein_buurten_2024_rd.geojson"
    source = {
        f["properties"]["statcode"]: f["geometry"]["coordinates"] for f in json.loads(path.read_bytes())["features"]
    }
    for buurt in read_grenzen(path).buurten:
        for ring, given in zip(buurt.rings, source[buurt.code], strict=True):
            # Kept with 7 decimals, as a kaartpakket does.
            x, y = to_rd(*np.round(np.array(ring), 7).T)
            assert np.hypot(x - np.array(given)[:, 0], y - np.array(given)[:, 1]).max() < 0.01


def test_joined_buurten_are_the_gemeente_without_slivers(shared_data: Path) -> None:
    joined = read_grenzen(shared_data / "boundaries" / "ijsselstein_buurten_2024_wgs84.geojson")
    assert len(joined.omtrek) == 1
    own = read_grenzen(shared_data / "boundaries" / "ijsselstein_gemeente_2022_wgs84.geojson")
    both = [shapely.Polygon(grenzen.omtrek[0]) for grenzen in (joined, own)]
    assert both[0].intersection(both[1]).area / both[1].area > 0.98


@pytest.mark.parametrize("crs", ["", "urn:ogc:def:crs:EPSG::28992", "http://www.opengis.net/def/crs/EPSG/0/28992"])
def test_rd_with_and_without_a_declaration(tmp_path: Path, crs: str) -> None:
    content = two(crs)
    for feature in content["features"]:
        feature["geometry"]["coordinates"] = [in_rd(feature["geometry"]["coordinates"][0])]
    rd, degrees = read(tmp_path, content), read(tmp_path, two())
    assert far_m(rd, degrees) < 0.001
    assert shapely.Polygon(rd.omtrek[0]).symmetric_difference(shapely.Polygon(degrees.omtrek[0])).area < 1e-9


def test_what_a_file_tells(tmp_path: Path) -> None:
    found = read(tmp_path, two())
    assert [(b.code, b.naam, b.wijk, b.jaar) for b in found.buurten] == [
        ("BU03530001", "West", "WK035300", 2024),
        ("BU03530002", "Oost", "WK035300", 2024),
    ]
    assert (found.jaar, found.bron, found.gemeente_code, found.naam) == (2024, "buurten_2024", "GM0353", "")
    assert shapely.Polygon(found.omtrek[0]).area == pytest.approx(0.04 * 0.02)


def test_several_years_in_one_file(tmp_path: Path) -> None:
    content = body(
        *(area(SQUARE, buurtcode="BU03530001", buurtnaam="West", jaar=year) for year in (2022, 2024)),
        area(NEXT, buurtcode="BU03530002", buurtnaam="Oost", jaar=2024), name="alles",
    )  # fmt: skip
    found = read(tmp_path, content)
    assert [(b.code[-1], b.jaar) for b in found.buurten] == [("1", 2024), ("2", 2024), ("1", 2022)]
    assert found.jaar == 2024
    assert shapely.Polygon(found.omtrek[0]).area == pytest.approx(0.04 * 0.02), "the border of the newest"


def test_kinds_are_told_apart_and_water_is_left_out(tmp_path: Path) -> None:
    content = body(
        area(SQUARE, statcode="GM0353", statnaam="IJsselstein", jrstatcode="2023GM0353"),
        area(SQUARE, statcode="WK035300", statnaam="Wijk 00"),
        area(SQUARE, buurtcode="BU03530001", wijkcode="WK035300", gemeentecode="GM0353", water="NEE"),
        area(NEXT, buurtcode="BU03539998", wijkcode="WK035399", gemeentecode="GM0353", water="JA"), name="x",
    )  # fmt: skip
    found = read(tmp_path, content)
    assert (len(found.buurten), len(found.wijken), found.naam, found.jaar) == (1, 1, "IJsselstein", 2023)
    assert found.buurten[0].naam == "BU03530001", "a buurt without a name goes by its code"


def test_a_city_with_codes_of_its_own(shared_data: Path) -> None:
    found = read_grenzen(shared_data / "boundaries" / "utrecht_stad" / "buurt.geojson")
    assert (len(found.buurten), found.jaar, found.gemeente_code) == (111, 0, "")
    assert len(read_grenzen(shared_data / "boundaries" / "utrecht_stad" / "wijk.geojson").wijken) == 10


def test_one_of_several_gemeenten_is_chosen(shared_data: Path, tmp_path: Path) -> None:
    path = shared_data / "boundaries" / "ijsselstein_and_neighbours_gemeenten_2022_wgs84.geojson"
    assert read_grenzen(path, "GM0353").naam == "IJsselstein"
    for gemeente, code in (("", "grenzen_meer_gemeenten"), ("GM0999", "grenzen_gemeente_ontbreekt")):
        with pytest.raises(UserError) as told:
            read_grenzen(path, gemeente)
        assert told.value.code == code


def test_a_national_geopackage_with_all_layers(tmp_path: Path) -> None:
    path = tmp_path / "wijkenbuurten_2023.gpkg"
    rings = {"GM0353": SQUARE, "GM0310": NEXT}
    for layer, kind, code in (
        ("gemeenten", "gemeente", "{}"), ("wijken", "wijk", "WK{}00"), ("buurten", "buurt", "BU{}0001"),
    ):  # fmt: skip
        shapes = shapely.to_wkb(np.array([shapely.MultiPolygon([shapely.Polygon(in_rd(r))]) for r in rings.values()]))
        codes = [code.format(gm if kind == "gemeente" else gm[2:]) for gm in rings]
        columns = {f"{kind}code": codes, f"{kind}naam": [f"{kind} {gm}" for gm in rings]}
        if kind != "gemeente":
            columns["gemeentecode"] = list(rings)
        pyogrio.raw.write(
            path, shapes, [np.array(values, dtype=object) for values in columns.values()], list(columns),
            geometry_type="MultiPolygon", crs="EPSG:28992", layer=layer, driver="GPKG",
        )  # fmt: skip
    found = read_grenzen(path, "GM0353")
    assert (found.naam, found.jaar, found.bron) == ("gemeente GM0353", 2023, "wijkenbuurten_2023")
    assert [b.code for b in found.buurten] == ["BU03530001"]
    assert [w.code for w in found.wijken] == ["WK035300"]
    assert np.abs(np.array(found.omtrek[0]) - np.array(SQUARE)).max() < 1e-8 or len(found.omtrek[0]) == 5
    with pytest.raises(UserError) as told:
        read_grenzen(path)
    assert told.value.code == "grenzen_meer_gemeenten"


def turned(content: Body) -> Body:
    for feature in content["features"]:
        feature["geometry"]["coordinates"] = [[[y, x] for x, y in feature["geometry"]["coordinates"][0]]]
    return content


def without_codes(content: Body) -> Body:
    for feature in content["features"]:
        feature["properties"] = {"naam": "x"}
    return content


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (lambda: turned(two()), "ligging_volgorde"),
        (lambda: turned(two("urn:ogc:def:crs:EPSG::4326")), "ligging_volgorde"),
        (lambda: two("urn:ogc:def:crs:EPSG::28992"), "ligging_anders"),
        (lambda: two("urn:ogc:def:crs:EPSG::3857"), "ligging_stelsel"),
        (lambda: without_codes(two()), "grenzen_codes"),
        (lambda: body(two()["features"][0], two()["features"][0]), "grenzen_dubbel"),
        (body, "grenzen_leeg"),
        (lambda: body({"type": "Feature", "properties": {"code": "x"}, "geometry": None}), "grenzen_leeg"),
        (lambda: body(area([[1e6, 1e7], [2e6, 1e7], [2e6, 2e7], [1e6, 1e7]], code="x")), "ligging_onbekend"),
        (lambda: json.dumps(two()).encode()[:-40], "geobestand_afgebroken"),
        (lambda: b"", "grenzen_leeg"),
        (lambda: b"straat;nummer\n", "grenzen_bestand"),
        (lambda: b"PK\x03\x04" + bytes(40), "grenzen_bestand"),
        (lambda: b"SQLite format 3\0" + bytes(20), "geobestand_afgebroken"),
    ],
)
def test_what_cannot_be_trusted_is_refused(tmp_path: Path, content: Callable[[], Body | bytes], code: str) -> None:
    told, fields = code_of(tmp_path, content())
    assert (told, fields["bestand"]) == (code, "g.geojson")


def test_files_of_another_kind_are_told_apart(shared_data: Path) -> None:
    codes = {}
    for name in ("streets/osdpm_segment_1.gpkg", "tiles/heidelberg.mbtiles", "tables/nlextract_bagadres-full.csv"):
        with pytest.raises(UserError) as told:
            read_grenzen(shared_data / name)
        codes[name] = told.value.code
    assert list(codes.values()) == ["grenzen_codes", "grenzen_codes", "grenzen_bestand"]
