from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shapely

from boa_app.domain.errors import UserError
from boa_app.server.bestand import BestandBackend
from boa_app.server.buurten import Buurt, Buurtenkaart, Vinder, list_buurten, read_geojson, replace_buurten
from tests.centrale import IN_OOST, IN_WEST, KEY, NERGENS, OOST, WEST, buurten_geojson


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[BestandBackend]:
    made = BestandBackend(tmp_path / "centrale.db", KEY)
    yield made
    made.close()


def test_a_position_lies_in_its_buurt(backend: BestandBackend) -> None:
    db, kaart = backend.db("GM0353"), Buurtenkaart()
    assert kaart.vinder(db)(*IN_OOST) == ""
    replace_buurten(db, read_geojson(buurten_geojson().decode()))
    find = kaart.vinder(db)
    assert [find(*place) for place in (IN_OOST, IN_WEST, NERGENS)] == [OOST, WEST, ""]
    assert find.many([NERGENS, IN_WEST, IN_OOST]) == ["", WEST, OOST]
    # On the border it is one of both, always the same.
    assert find(5.04, 52.02) == OOST
    assert find.many([]) == []
    assert kaart.vinder(db) is find
    replace_buurten(db, [Buurt("X", "X", shapely.box(5, 52, 6, 53))])
    assert kaart.vinder(db)(*IN_OOST) == "X"
    assert [one.code for one in list_buurten(db)] == ["X"]


def test_without_buurten_everything_lies_nowhere() -> None:
    assert Vinder([]).many([IN_OOST]) == [""]


TRIANGLE = {"type": "Polygon", "coordinates": [[[5, 52], [6, 52], [6, 53], [5, 52]]]}
IN_RD = {"type": "Polygon", "coordinates": [[[130000, 450000], [130100, 450000], [130100, 450100], [130000, 450000]]]}


@pytest.mark.parametrize(
    "feature",
    [
        {},
        {"properties": {}, "geometry": None},
        {"properties": {"buurtcode": "BU1"}, "geometry": {"type": "Point", "coordinates": [5, 52]}},
        {"properties": {}, "geometry": TRIANGLE},
        {"properties": {"buurtcode": "a b"}, "geometry": TRIANGLE},
        {"properties": {"buurtcode": "RD"}, "geometry": IN_RD},
        {"properties": None, "geometry": TRIANGLE},
        {"properties": ["buurtcode"], "geometry": TRIANGLE},
    ],
)
def test_what_is_no_buurt_is_refused(feature: Any) -> None:
    with pytest.raises(UserError) as error:
        read_geojson(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert error.value.code == "buurten_ongeldig"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"features": []}', '{"features": 3}', "[" * 10_000])
def test_what_is_no_collection_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        read_geojson(text)


def test_one_code_twice_is_refused() -> None:
    features = json.loads(buurten_geojson())["features"]
    with pytest.raises(UserError):
        read_geojson(json.dumps({"features": [features[0], features[0]]}))
