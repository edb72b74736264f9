"""Files from elsewhere: what is whole is read, what is cut off is said to be."""

from __future__ import annotations

import json
from pathlib import Path

import pyogrio.raw
import pytest
import shapely

from boa_app.domain.errors import UserError
from boa_app.mapdata.geobestand import check_whole, is_book, is_geojson, is_sqlite, read_features, read_laag, read_lagen
from tests.adresboek import small_book

POINT = {"type": "Feature", "properties": {"code": "A"}, "geometry": {"type": "Point", "coordinates": [5.0, 52.0]}}
BODY = {
    "type": "FeatureCollection", "name": "proef", "features": [POINT],
    "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}},
}  # fmt: skip


def code_of(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(UserError) as told:
        read_features(path)
    assert told.value.fields == {"bestand": path.name}
    return told.value.code


def write_gpkg(path: Path, layer: str = "laag", count: int = 300, **columns: str) -> None:
    points = shapely.to_wkb(shapely.points([[130_000 + n, 450_000] for n in range(count)]))
    import numpy as np

    fields = [np.array([value] * count, dtype=object) for value in columns.values()]
    pyogrio.raw.write(
        path, points, fields, list(columns), geometry_type="Point", crs="EPSG:28992", layer=layer, driver="GPKG"
    )


def test_kinds_are_known_by_their_first_bytes(tmp_path: Path) -> None:
    assert is_geojson(b'\xef\xbb\xbf \n{"type"')
    assert not is_geojson(b"PK\x03\x04")
    book = small_book(tmp_path).read_bytes()[:200]
    assert is_sqlite(book) and is_book(book)
    write_gpkg(tmp_path / "a.gpkg", naam="x")
    head = (tmp_path / "a.gpkg").read_bytes()[:200]
    assert is_sqlite(head) and not is_book(head)
    assert not is_book(book[:50])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_geojson_is_read_with_its_name_and_system(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps(BODY), encoding=encoding)
    laag = read_features(path)
    assert (laag.naam, laag.declared, laag.rijen) == ("proef", "urn:ogc:def:crs:EPSG::28992", [{"code": "A"}])
    assert laag.vormen[0] is not None


def test_geojson_that_is_cut_off_anywhere_is_told_apart_from_nonsense(tmp_path: Path) -> None:
    whole = json.dumps(BODY).encode()
    for end in range(10, len(whole), 23):
        assert code_of(tmp_path / "a.geojson", whole[:end]) == "geobestand_afgebroken", end
    for content in (b'{"a": nee}', b"{]}", b"\xff\xfe{}", b"[]", b"{}", b'{"features": 3}', b'{"features": [3]}', b"["):
        code = code_of(tmp_path / "a.geojson", content)
        assert code in ("geobestand_onleesbaar", "geobestand_afgebroken"), content
    assert code_of(tmp_path / "a.geojson", b'{"features": ' + b"[" * 100_000) in (
        "geobestand_onleesbaar", "geobestand_afgebroken",
    )  # fmt: skip


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Point"}, {"type": "Kubus", "coordinates": []}, {"type": "Polygon", "coordinates": [[1, 2]]}, 3, "x",
        {"type": "Polygon", "coordinates": [[["a", "b"], [1, 2], [2, 3], [1, 1]]]},
    ],
)  # fmt: skip
def test_shapes_that_are_none_are_refused(tmp_path: Path, geometry: object) -> None:
    body = {"features": [{"properties": {}, "geometry": geometry}]}
    assert code_of(tmp_path / "a.geojson", json.dumps(body).encode()) == "geobestand_onleesbaar"


def test_a_layer_is_chosen_by_its_columns_and_rows_by_a_value(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    write_gpkg(path, "eerste", 3, naam="x")
    # Another layer in the same file.
    import numpy as np

    pyogrio.raw.write(
        path, shapely.to_wkb(shapely.points([[1.0, 2.0], [3.0, 4.0]])), [np.array(["GM1", "GM2"], dtype=object)],
        ["gemeentecode"], geometry_type="Point", crs="EPSG:28992", layer="tweede", driver="GPKG", append=False,
    )  # fmt: skip
    wanted = read_laag(path, lambda columns: "gemeentecode" in columns)
    assert wanted is not None and wanted.naam == "tweede"
    assert wanted.declared == "EPSG:28992"
    assert read_laag(path, lambda columns: "nergens" in columns) is None
    (only,) = read_lagen(path, lambda columns: "gemeentecode" in columns, (("gemeentecode",), "GM2"))
    assert [row["gemeentecode"] for row in only.rijen] == ["GM2"]
    (all_of,) = read_lagen(path, lambda columns: "gemeentecode" in columns, (("gemeentecode",), "x' OR '1'='1"))
    assert len(all_of.rijen) == 2, "a value that could say more is not used"


def test_a_geopackage_that_is_cut_off_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    write_gpkg(path, naam="x")
    check_whole(path)
    whole = path.read_bytes()
    for size in (50, 4096, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(UserError) as told:
            list(read_lagen(path, lambda _: True))
        assert told.value.code == "geobestand_afgebroken", size
    path.write_bytes(whole[:100] + bytes(len(whole) - 100))
    with pytest.raises(UserError) as told:
        list(read_lagen(path, lambda _: True))
    assert told.value.code == "geobestand_onleesbaar"
