from __future__ import annotations

import json

from boa_app.mapdata.osm_wegen import NOWHERE, Wegverzamelaar
from boa_app.mapdata.wegregels import Klasse, Reden

LINE = ((1, 2, 3), (0, 100, 200), (0, 0, 0))


def test_walkable_ways_are_taken_with_their_tags() -> None:
    found = Wegverzamelaar()
    found.add(7, {"highway": "residential", "name": "Laan", "lit": "yes", "note": "x"}, *LINE)
    (weg,) = found.wegen.wegen
    assert (weg.weg_id, weg.naam, weg.soort, weg.klasse) == (7, "Laan", "residential", Klasse.VERPLICHT)
    assert json.loads(weg.kenmerken) == {"lit": "yes"}
    assert not found.overgeslagen


def test_closed_ways_stay_in_closed_and_others_are_counted() -> None:
    found = Wegverzamelaar()
    found.add(1, {"highway": "path", "access": "private"}, *LINE)
    found.add(2, {"highway": "motorway"}, *LINE)
    found.add(3, {"highway": "trunk", "tunnel": "yes"}, *LINE)
    assert [weg.klasse for weg in found.wegen.wegen] == [Klasse.VERBODEN]
    assert found.overgeslagen == {Reden.GEEN_TOEGANG: 1, Reden.NOOIT_TE_VOET: 1, Reden.AUTOWEG: 1}
    assert [line.soort for line in found.lijnen] == ["hoofd"]


def test_way_with_nodes_that_are_missing_is_taken_as_far_as_it_is_there() -> None:
    found = Wegverzamelaar()
    nodes, x = (1, 2, 3, 4, 5, 6), (0, 10, NOWHERE, 30, 40, 50)
    found.add(1, {"highway": "path"}, nodes, x, (0, 0, NOWHERE, 0, 0, 0))
    assert list(found.wegen.sizes) == [2, 3]
    found.add(2, {"highway": "path"}, (1, 2, 3), (0, NOWHERE, 9), (0, NOWHERE, 0))
    assert found.overgeslagen == {Reden.ZONDER_PUNTEN: 1}


def test_node_twice_in_a_row_is_one() -> None:
    found = Wegverzamelaar()
    found.add(1, {"highway": "path"}, (1, 1, 2, 3, 3), (0, 0, 10, 20, 20), (0, 0, 0, 0, 0))
    assert list(found.wegen.nodes) == [1, 2, 3]
    found.add(2, {"highway": "path"}, (4, 4), (0, 0), (0, 0))
    assert found.overgeslagen == {Reden.ZONDER_PUNTEN: 1}


def test_what_lies_outside_the_frame_is_counted_at_once() -> None:
    found = Wegverzamelaar(kader=(0, -10, 150, 10))
    found.add(1, {"highway": "path"}, *LINE)
    found.add(2, {"highway": "path"}, (8, 9), (200, 300), (0, 0))
    found.add(3, {"railway": "rail"}, (8, 9), (200, 300), (0, 0))
    found.add_square(4, {"highway": "pedestrian"}, (8, 9, 10, 8), (200, 300, 300, 200), (0, 0, 9, 0))
    assert len(found.wegen) == 1
    assert found.overgeslagen == {Reden.BUITEN_GRENS: 1}
    assert not found.lijnen and not found.pleinen


def test_squares_and_rails_go_their_own_way() -> None:
    found = Wegverzamelaar()
    ring = ((1, 2, 3, 1), (0, 100, 100, 0), (0, 0, 100, 0))
    found.add(1, {"highway": "pedestrian", "area": "yes"}, *ring)
    found.add(2, {"highway": "pedestrian"}, *ring)
    found.add_square(3, {"highway": "pedestrian", "name": "Markt"}, *ring)
    found.add_square(4, {"highway": "pedestrian", "foot": "no"}, *ring)
    found.add(5, {"railway": "rail", "name": "Spoor"}, *LINE)
    found.add(6, {"railway": "platform"}, *LINE)
    assert [plein.weg.weg_id for plein in found.pleinen] == [1, 3]
    assert [weg.weg_id for weg in found.wegen.wegen] == [2]
    assert [(line.naam, line.soort) for line in found.lijnen] == [("Spoor", "rail")]


def test_street_of_which_only_a_sidewalk_is_mapped_must_be_seen() -> None:
    found = Wegverzamelaar()
    side = {"highway": "footway", "footway": "sidewalk"}
    ring = ((1, 2, 3, 1), (0, 100, 100, 0), (0, 0, 100, 0))
    found.add(1, {"highway": "residential", "name": "Laan"}, *LINE)
    found.add(2, {"highway": "pedestrian", "area": "yes", "name": "Markt"}, *ring)
    found.add(3, {"highway": "primary", "foot": "use_sidepath", "name": "Singel"}, *LINE)
    for number, name in enumerate(("Laan", "Markt", "Singel", "")):
        found.add(10 + number, {**side, "name": name} if name else side, *LINE)
    found.inspect_lone_names()
    told = [(weg.naam, weg.klasse) for weg in found.wegen.wegen if weg.weg_id >= 10]
    assert told == [
        ("Laan", Klasse.VERBINDING), ("Markt", Klasse.VERBINDING), ("Singel", Klasse.VERPLICHT), ("", Klasse.VERBINDING)
    ]  # fmt: skip


def test_length_of_a_whole_path_decides_whether_it_must_be_seen() -> None:
    for end, klasse in ((2600, Klasse.VERBINDING), (2800, Klasse.VERPLICHT)):
        found = Wegverzamelaar()
        found.add(1, {"highway": "path"}, (1, 2), (0, 0), (0, end))
        assert found.wegen.wegen[0].klasse is klasse
