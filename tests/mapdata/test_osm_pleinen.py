from __future__ import annotations

import json
from pathlib import Path

import pytest

from boa_app.mapdata.netwerk import Klasse, Netwerk, to_graaf
from boa_app.mapdata.osm import import_osm
from boa_app.routing.shortest import Wegwijzer
from tests.mapdata.osm_tekst import write_osm
from tests.mapdata.straatnetten import at

SQUARE = {1: (0, 0), 2: (100, 0), 3: (100, 100), 4: (0, 100)}
STREETS = {10: (-80, 0), 11: (180, 100)}
WAYS = [
    (90, (10, 1), {"highway": "residential", "name": "West"}),
    (91, (3, 11), {"highway": "residential", "name": "Oost"}),
]
MARKT = {"highway": "pedestrian", "area": "yes", "name": "Markt"}


def walk_m(netwerk: Netwerk) -> float:
    """From the west to the east street, over or around the square."""
    wijzer = Wegwijzer(to_graaf(netwerk))
    start, end = wijzer.nearest(*at(0, 0)), wijzer.nearest(*at(100, 100))
    assert start is not None and end is not None
    pad = wijzer.path(start, end)
    assert pad is not None
    return pad.lengte_m


def spokes(netwerk: Netwerk) -> list[int]:
    return [row for row, told in enumerate(netwerk.kenmerken) if json.loads(told).get("plein") == "spaak"]


def test_square_is_crossed_and_its_outline_must_be_seen(tmp_path: Path) -> None:
    netwerk = import_osm(write_osm(tmp_path, SQUARE | STREETS, [*WAYS, (92, (1, 2, 3, 4, 1), MARKT)])).netwerk
    assert walk_m(netwerk) == pytest.approx(141.4, abs=1)
    assert [netwerk.klasse[row] for row in spokes(netwerk)] == [Klasse.VERBINDING] * 2
    around = [row for row in range(len(netwerk)) if netwerk.weg_id[row] == 92 and row not in spokes(netwerk)]
    assert [netwerk.klasse[row] for row in around] == [Klasse.VERPLICHT] * 2


def test_path_around_something_is_no_square(tmp_path: Path) -> None:
    ring = {"highway": "pedestrian", "name": "Markt"}
    netwerk = import_osm(write_osm(tmp_path, SQUARE | STREETS, [*WAYS, (92, (1, 2, 3, 4, 1), ring)])).netwerk
    assert walk_m(netwerk) == pytest.approx(200, abs=1)


def test_square_of_a_relation_is_crossed_too(tmp_path: Path) -> None:
    halves = [(92, (1, 2, 3), {}), (93, (3, 4, 1), {})]
    tags = {"type": "multipolygon", "highway": "pedestrian", "name": "Markt"}
    relation = (5, ((92, "outer"), (93, "outer")), tags)
    path = write_osm(tmp_path, SQUARE | STREETS, [*WAYS, *halves], relations=[relation])
    assert walk_m(import_osm(path).netwerk) == pytest.approx(141.4, abs=1)


def test_spoke_that_would_leave_the_square_is_left_out(tmp_path: Path) -> None:
    # An L: from the end of one leg to that of the other one cannot walk straight.
    bent = {1: (0, 0), 2: (300, 0), 3: (300, 20), 4: (20, 20), 5: (20, 300), 6: (0, 300)}
    doors = {10: (350, 0), 11: (0, 350), 12: (-50, 0)}
    ways = [(90, (10, 2), {"highway": "path"}), (91, (11, 6), {"highway": "path"}), (93, (12, 1), {"highway": "path"})]
    netwerk = import_osm(write_osm(tmp_path, bent | doors, [*ways, (92, (1, 2, 3, 4, 5, 6, 1), MARKT)])).netwerk
    kept = spokes(netwerk)
    assert len(kept) < 3
    assert all(netwerk.lengte_m[row] < 310 for row in kept)


def test_two_squares_that_touch_are_joined_and_one_without_doors_is_an_outline(tmp_path: Path) -> None:
    other = {5: (200, 0), 6: (200, 100)}
    alone = {20: (500, 0), 21: (600, 0), 22: (600, 100)}
    netwerk = import_osm(
        write_osm(
            tmp_path,
            SQUARE | other | alone,
            [(92, (1, 2, 3, 4, 1), MARKT), (93, (2, 5, 6, 3, 2), MARKT), (94, (20, 21, 22, 20), MARKT)],
        )
    ).netwerk
    assert len(spokes(netwerk)) == 4
    assert len({int(netwerk.naar[row]) for row in spokes(netwerk)}) == 2
    assert (netwerk.weg_id == 94).sum() == 1


def test_closed_square_stays_closed_with_its_spokes(tmp_path: Path) -> None:
    shut = {**MARKT, "access": "private"}
    netwerk = import_osm(write_osm(tmp_path, SQUARE | STREETS, [*WAYS, (92, (1, 2, 3, 4, 1), shut)])).netwerk
    assert {int(netwerk.klasse[row]) for row in range(len(netwerk)) if netwerk.weg_id[row] == 92} == {Klasse.VERBODEN}
