"""A street network of a file, alone: its numbers, its pieces, and what stays when it fails."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError, UserError
from boa_app.mapdata.netwerk import check_netwerk, read_netwerk
from boa_app.usecases.stratenimport import importeer_straten, read_grens
from tests.kaartbronnen import write_buurten, write_osm, write_tegels


def test_a_broken_up_island_is_told_piece_by_piece_and_nothing_is_dropped(tmp_path: Path, shared_data: Path) -> None:
    made = importeer_straten(shared_data / "streets" / "krautsand.osm.gz", tmp_path / "k.straten")
    assert len(made.stukken) > 1
    assert [stuk.nr for stuk in made.stukken] == list(range(1, len(made.stukken) + 1))
    assert sum(stuk.knopen for stuk in made.stukken) == made.knopen
    assert sum(stuk.km for stuk in made.stukken) == pytest.approx(made.km, abs=0.001 * len(made.stukken))
    netwerk = read_netwerk(tmp_path / "k.straten")
    assert (netwerk.telling.knopen, netwerk.telling.segmenten) == (made.knopen, made.segmenten)


def test_what_a_file_is_says_its_content_not_its_name(tmp_path: Path) -> None:
    packed = tmp_path / "kaart.jpg"
    packed.write_bytes(gzip.compress(write_osm(tmp_path / "a.osm").read_bytes()))
    one = importeer_straten(tmp_path / "a.osm", tmp_path / "a.straten")
    assert importeer_straten(packed, tmp_path / "b.straten") == one


def test_progress_runs_to_the_end_and_stopping_leaves_nothing(tmp_path: Path) -> None:
    told: list[float] = []
    write_osm(tmp_path / "a.osm")
    importeer_straten(tmp_path / "a.osm", tmp_path / "a.straten", progress=told.append)
    assert told == sorted(told) and told[-1] == 1.0
    before = (tmp_path / "a.straten").read_bytes()
    with pytest.raises(UserError, match="straten_gestopt"):
        importeer_straten(tmp_path / "a.osm", tmp_path / "a.straten", cancelled=lambda: True)
    assert (tmp_path / "a.straten").read_bytes() == before
    check_netwerk(tmp_path / "a.straten")


def test_a_border_is_a_file_of_borders_or_any_area(tmp_path: Path) -> None:
    assert read_grens(write_buurten(tmp_path / "b.geojson"))
    ring = [[5.0, 52.0], [5.01, 52.0], [5.01, 52.02], [5.0, 52.0]]
    area = {"type": "Polygon", "coordinates": [ring]}
    feature = {"type": "Feature", "properties": {}, "geometry": area}
    for nr, body in enumerate((area, feature, {"type": "FeatureCollection", "features": [feature, feature]})):
        (tmp_path / f"{nr}.geojson").write_text(json.dumps(body), encoding="utf-8")
        rings = read_grens(tmp_path / f"{nr}.geojson")
        assert rings[0] == tuple((lon, lat) for lon, lat in ring)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"tekst", b"[" * 100_000, b'{"type":"Point","coordinates":[5,52]}']
)
def test_what_is_no_border_is_told_and_nothing_is_cut(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "grens.geojson").write_bytes(content)
    with pytest.raises(BoaError):
        importeer_straten(write_osm(tmp_path / "a.osm"), tmp_path / "a.straten", grens=tmp_path / "grens.geojson")
    assert not (tmp_path / "a.straten").exists()


def test_a_border_elsewhere_leaves_no_streets_and_says_so(tmp_path: Path) -> None:
    write_osm(tmp_path / "ver.osm", move_deg=1.0)
    with pytest.raises(UserError, match="straten_geen_wegen"):
        importeer_straten(tmp_path / "ver.osm", tmp_path / "a.straten", grens=write_buurten(tmp_path / "b.geojson"))


def test_a_name_that_is_no_network_is_refused_before_reading(tmp_path: Path) -> None:
    tiles = write_tegels(tmp_path / "c.mbtiles")
    before = tiles.read_bytes()
    with pytest.raises(UserError, match="straten_naar"):
        importeer_straten(tmp_path / "er-niet.osm", tiles)
    (tmp_path / "map.straten").mkdir()
    with pytest.raises(UserError, match="straten_naar"):
        importeer_straten(write_osm(tmp_path / "a.osm"), tmp_path / "map.straten")
    assert tiles.read_bytes() == before
