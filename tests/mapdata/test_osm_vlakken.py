from __future__ import annotations

import pytest
from shapely import MultiPolygon, Polygon

from boa_app.mapdata.osm_vlakken import Vlakken, area_kind, inside_points

RING = ((5.0, 52.0), (5.1, 52.0), (5.1, 52.1), (5.0, 52.1), (5.0, 52.0))
HOLE = ((5.02, 52.02), (5.04, 52.02), (5.04, 52.04), (5.02, 52.04), (5.02, 52.02))
AWAY = tuple((lon + 3, lat) for lon, lat in RING)


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"building": "yes"}, "pand"),
        ({"building": "no", "landuse": "grass"}, "groen"),
        ({"natural": "water"}, "water"),
        ({"waterway": "riverbank"}, "water"),
        ({"landuse": "basin"}, "water"),
        ({"leisure": "park"}, "groen"),
        ({"natural": "wood"}, "groen"),
        ({"landuse": "residential"}, "bebouwd"),
        ({"landuse": "industrial"}, "bedrijf"),
        ({"landuse": "military"}, ""),
        ({}, ""),
    ],
    ids=str,
)
def test_ground_is_of_a_kind_or_not_drawn(tags: dict[str, str], kind: str) -> None:
    assert area_kind(tags) == kind


def test_areas_are_kept_small_and_read_one_by_one() -> None:
    vlakken = Vlakken()
    vlakken.add({"landuse": "grass", "name": "Park"}, Polygon(RING, [HOLE]).wkb)
    vlakken.add({"building": "yes", "name": "Toren"}, MultiPolygon([Polygon(RING), Polygon(AWAY)]).wkb)
    vlakken.add({"landuse": "military"}, Polygon(RING).wkb)
    assert len(vlakken) == 2
    park, toren = vlakken
    assert (park.soort, park.naam, park.rings) == ("groen", "Park", (RING, HOLE))
    # The name of a house may be that of who lives there.
    assert (toren.soort, toren.naam, toren.rings) == ("pand", "", (RING, AWAY))
    assert vlakken[1:] == (toren,)


def test_frame_keeps_what_touches_it() -> None:
    vlakken = Vlakken()
    vlakken.add({"landuse": "grass"}, Polygon(RING).wkb)
    vlakken.add({"natural": "water"}, Polygon(AWAY).wkb)
    assert [one.soort for one in vlakken.within(5.05, 51.0, 6.0, 52.05)] == ["groen"]
    assert len(vlakken.within(-10, 0, -5, 5)) == 0
    assert len(Vlakken().within(0, 0, 1, 1)) == 0


def test_address_on_an_area_lies_inside_it() -> None:
    bent = Polygon(((0, 0), (9, 0), (9, 9), (8, 9), (8, 1), (0, 1), (0, 0)))
    ((lon, lat),) = inside_points([bent.wkb])
    assert bent.contains(Polygon.from_bounds(lon - 1e-6, lat - 1e-6, lon + 1e-6, lat + 1e-6).centroid)
    assert inside_points([]) == []
