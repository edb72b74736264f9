from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import pytest
import shapely

from boa_app.analysis.crs import to_rd
from boa_app.domain.errors import UserError
from boa_app.mapdata.nwb import import_features, import_nwb
from boa_app.mapdata.wegregels import Klasse, Reden
from tests.mapdata.straatnetten import at

ROADS = [
    ((0, 0), (100, 0)),
    ((100.2, 0.1), (200, 0)),
    ((100, 0), (100, 80)),
    ((150, -40), (150, 40)),
]
NAMES = ["Zeemanlaan", "Zeemanlaan", "Steeg", None]


def write_gpkg(path: Path, *, crs: str = "EPSG:28992", fields: dict[str, Any] | None = None) -> Path:
    """Roads in RD, as the NWB is delivered."""
    shapes = []
    for line in ROADS:
        lon, lat = np.array([at(*spot) for spot in line]).T
        shapes.append(shapely.LineString(np.stack(to_rd(lon, lat) if crs == "EPSG:28992" else (lon, lat), axis=1)))
    given = {"sttNaam": NAMES, "wvkId": [11, 12, 13, 14], "bst": ["RB", "RB", "FP", "RB"]} if fields is None else fields
    pyogrio.raw.write(
        path, np.array([shapely.to_wkb(shape) for shape in shapes], dtype=object),
        [np.array(values, dtype=np.int64 if isinstance(values[0], int) else object) for values in given.values()],
        fields=list(given), layer="wegvakken", geometry_type="LineString", crs=crs, driver="GPKG",
    )  # fmt: skip
    return path


def test_roads_in_rd_become_a_network_joined_at_their_ends(tmp_path: Path) -> None:
    found = import_nwb(write_gpkg(tmp_path / "nwb.gpkg"))
    netwerk = found.netwerk
    assert (netwerk.namen, netwerk.weg_id.tolist()) == (("Zeemanlaan", "Zeemanlaan", "Steeg", ""), [11, 12, 13, 14])
    assert netwerk.lengte_m == pytest.approx([100, 99.8, 80, 80], rel=1e-3)
    # The fourth crosses the second without an end there: perhaps a bridge.
    assert [(stuk.knopen, round(stuk.km, 2)) for stuk in found.stukken] == [(4, 0.28), (2, 0.08)]
    assert netwerk.lijn(0)[0] == pytest.approx(at(0, 0), abs=3e-7)
    assert (netwerk.bron, netwerk.klasse.tolist()) == ("nwb", [0, 0, 0, Klasse.VERBINDING])
    assert (found.adressen, len(found.vlakken)) == ([], 0)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:28992"])
def test_same_roads_in_degrees_and_without_names(tmp_path: Path, crs: str) -> None:
    found = import_nwb(write_gpkg(tmp_path / "weg.gpkg", crs=crs, fields={"WVK_ID": [1, 2, 3, 4]}))
    assert found.netwerk.namen == ("",) * 4
    assert found.netwerk.lijn(2)[1] == pytest.approx(at(100, 80), abs=3e-7)


def test_border_reads_only_what_is_near(tmp_path: Path) -> None:
    path = write_gpkg(tmp_path / "nwb.gpkg")
    near = tuple(at(x, y) for x, y in ((-700, -9), (-450, -9), (-450, 9), (-700, 9), (-700, -9)))
    assert import_nwb(path, grens=(near,)).netwerk.weg_id.tolist() == [11]
    far = tuple((lon + 1, lat) for lon, lat in near)
    with pytest.raises(UserError, match="straten_geen_wegen"):
        import_nwb(path, grens=(far,))


def test_features_that_were_fetched_are_the_same(tmp_path: Path) -> None:
    rows = [{"stt_naam": name, "wvk_id": 11 + number} for number, name in enumerate(NAMES)]
    parts = [(tuple(at(*spot) for spot in line),) for line in ROADS]
    fetched = import_features(zip(rows, parts, strict=True))
    assert fetched.netwerk.telling == import_nwb(write_gpkg(tmp_path / "nwb.gpkg")).netwerk.telling
    with pytest.raises(UserError, match="straten_geen_wegen"):
        import_features([])
    heard: list[float] = []
    import_features(zip(rows, parts, strict=True), progress=heard.append)
    assert heard[-1] == 1.0
    with pytest.raises(UserError, match="straten_gestopt"):
        import_features([], cancelled=lambda: True)


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    fields = {"bst": ["RB", "OPR", "VD", "RB"], "wegbehsrt": ["G", "G", "G", "R"]}
    found = import_nwb(write_gpkg(tmp_path / "nwb.gpkg", fields=fields))
    assert found.overgeslagen == {Reden.AUTOWEG: 2, Reden.GEEN_WEG: 1}
    tiny = import_features([({}, ((at(0, 0), at(50, 0)),)), ({}, ((at(50, 0), at(50.1, 0)),)), ({}, ((at(3, 3),),))])
    assert tiny.overgeslagen == {Reden.TE_KORT: 1, Reden.ZONDER_PUNTEN: 1}


def test_geojson_with_lines_is_read(tmp_path: Path) -> None:
    features: list[dict[str, Any]] = [
        {"type": "Feature", "properties": {"naam": "Laan"}, "geometry": {"type": "MultiLineString", "coordinates": [
            [at(0, 0), at(50, 0)], [at(50, 0), at(90, 0)]]}},
        {"type": "Feature", "properties": None, "geometry": None},
    ]  # fmt: skip
    path = tmp_path / "wegen.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    assert import_nwb(path).netwerk.namen == ("Laan", "Laan")
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features[1:]}), encoding="utf-8")
    with pytest.raises(UserError, match="straten_geen_wegen"):
        import_nwb(path)
    features[1]["geometry"] = {"type": "Point", "coordinates": at(0, 0)}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features[1:]}), encoding="utf-8")
    with pytest.raises(UserError, match="straten_bestand_vreemd"):
        import_nwb(path)
    path.write_text('{"type": "FeatureCollection", "features": [{"type', encoding="utf-8")
    with pytest.raises(UserError, match="straten_bestand_beschadigd"):
        import_nwb(path)


@pytest.mark.parametrize(("name", "lines"), [("osdpm_segment_1.gpkg", 3312), ("osdpm_segment_2.gpkg", 4647)])
def test_pedestrian_network_of_a_city_keeps_its_widths(shared_data: Path, name: str, lines: int) -> None:
    found = import_nwb(shared_data / "streets" / name)
    assert len(found.netwerk) >= lines - found.overgeslagen.get(Reden.TE_KORT, 0)
    assert found.netwerk.bron == "voetnet"
    assert all("width" in told for told in found.netwerk.kenmerken)
    assert found.stukken[0].km > 0.95 * found.netwerk.telling.km
    with closing(sqlite3.connect(f"{(shared_data / 'streets' / name).as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        (metres,) = db.execute(f'select sum("length") from "{name[:-5]}" where "length" < 200').fetchone()
    # The column of the source is of another, older drawing: it says whether this is the same network.
    assert found.netwerk.telling.km * 1000 == pytest.approx(metres, rel=0.1)


def test_other_layers_and_broken_files_are_told(tmp_path: Path) -> None:
    points = tmp_path / "punten.gpkg"
    pyogrio.raw.write(
        points, np.array([shapely.to_wkb(shapely.Point(5, 52))], dtype=object), [np.array(["x"], dtype=object)],
        fields=["naam"], geometry_type="Point", crs="EPSG:4326", driver="GPKG",
    )  # fmt: skip
    with pytest.raises(UserError, match="straten_bestand_vreemd"):
        import_nwb(points)
    whole = write_gpkg(tmp_path / "nwb.gpkg").read_bytes()
    for size in (600, 5000, len(whole) // 2):
        (tmp_path / "half.gpkg").write_bytes(whole[:size])
        with pytest.raises(UserError, match="straten_bestand_beschadigd"):
            import_nwb(tmp_path / "half.gpkg")
    with closing(sqlite3.connect(tmp_path / "tabel.gpkg")) as db:
        db.execute("create table t (x)")
    with pytest.raises(UserError, match=r"straten_bestand_(vreemd|beschadigd)"):
        import_nwb(tmp_path / "tabel.gpkg")
    (tmp_path / "x.osm").write_text("<osm version='0.6'></osm>", encoding="utf-8")
    with pytest.raises(UserError, match="straten_bestand_vreemd"):
        import_nwb(tmp_path / "x.osm")
