from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from boa_app.domain.errors import UserError
from boa_app.mapdata.osm import import_osm
from tests.mapdata.straatnetten import at


def node(ref: int, x: float, y: float, **tags: str) -> dict[str, Any]:
    lon, lat = at(x, y)
    return {
        "type": "node",
        "id": ref,
        "lon": lon,
        "lat": lat,
        "tags": {k.replace("_", ":"): v for k, v in tags.items()},
    }


NODES = [node(1, 0, 0), node(2, 60, 0), node(3, 60, 60), node(4, 0, 60)]


def write(folder: Path, *elements: Any, **more: Any) -> Path:
    path = folder / "export.json"
    body = {"version": 0.6, "osm3s": {"timestamp_osm_base": "2026-05-23T10:55:00Z"}, "elements": elements, **more}
    path.write_text(json.dumps(body), encoding="utf-8")
    return path


def test_answer_of_overpass_is_read_whatever_its_order(tmp_path: Path) -> None:
    way = {"type": "way", "id": 9, "nodes": [1, 2, 3], "tags": {"highway": "residential", "name": "Laan"}}
    house = {
        "type": "way", "id": 8, "nodes": [1, 2, 3, 4, 1],
        "tags": {"building": "yes", "addr:street": "Laan", "addr:housenumber": "3"},
    }  # fmt: skip
    door = node(5, 70, 0, addr_street="Laan", addr_housenumber="5")
    found = import_osm(write(tmp_path, way, house, *NODES, door))
    assert (found.netwerk.namen, found.bron_datum) == (("Laan",), "2026-05-23")
    assert sorted(one.huisnummer for one in found.adressen) == [3, 5]
    assert [one.soort for one in found.vlakken] == ["pand"]


def test_real_answer_gives_streets_and_addresses(shared_data: Path) -> None:
    found = import_osm(shared_data / "streets" / "utrecht_rivierenwijk" / "osm-raw.json")
    expected = json.loads((shared_data / "streets" / "utrecht_rivierenwijk" / "addresses.geojson").read_text("utf-8"))
    assert "Jutfaseweg" in found.netwerk.namen
    assert 0.9 < len(found.adressen) / len(expected["features"]) < 1.1


@pytest.mark.parametrize(
    "broken",
    [
        {"elements": 5},
        {"elements": [{"type": "node", "id": 1, "lon": 999, "lat": 5}]},
        {"elements": [{"type": "node", "id": 1, "lon": "x", "lat": 5}]},
        {"elements": [{"type": "way", "id": 1, "nodes": "abc", "tags": {}}]},
        {"elements": [{"id": 1}]},
        {"elements": [{"type": "way", "id": 1, "nodes": [1], "tags": {"highway": 5}}]},
        {"osm3s": []},
    ],
    ids=str,
)
def test_broken_answer_is_told(tmp_path: Path, broken: dict[str, Any]) -> None:
    with pytest.raises(UserError, match="straten_bestand_beschadigd"):
        import_osm(write(tmp_path, **broken))


def test_cut_off_answer_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, *NODES)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(UserError, match="straten_bestand_beschadigd"):
        import_osm(path)
