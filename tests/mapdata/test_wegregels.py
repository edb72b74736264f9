from __future__ import annotations

import pytest

from boa_app.mapdata.wegregels import (
    Klasse,
    Reden,
    draw_kind,
    inspect_class,
    is_drawn_only,
    is_drawn_rail,
    is_square,
    kenmerken,
    reason_not_walkable,
)


@pytest.mark.parametrize(
    ("tags", "reason"),
    [
        ({"highway": "residential"}, None),
        ({"highway": "cycleway"}, None),
        ({"highway": "residential", "oneway": "yes"}, None),
        # foot decides before access, whatever access says
        ({"highway": "service", "access": "private", "foot": "yes"}, None),
        ({"highway": "service", "access": "no", "foot": "permissive"}, None),
        ({"highway": "track", "access": "private", "foot": "destination"}, None),
        ({"highway": "path", "foot": "official"}, None),
        ({"highway": "trunk", "foot": "designated"}, None),
        ({"highway": "residential", "motorroad": "yes", "foot": "yes"}, None),
        ({"highway": "footway", "foot": "no"}, Reden.VOET_VERBODEN),
        ({"highway": "footway", "foot": "private"}, Reden.VOET_VERBODEN),
        ({"highway": "secondary", "foot": "use_sidepath"}, Reden.VOET_VERBODEN),
        ({"highway": "trunk", "foot": "no"}, Reden.VOET_VERBODEN),
        ({"highway": "service", "access": "private"}, Reden.GEEN_TOEGANG),
        ({"highway": "service", "access": "no"}, Reden.GEEN_TOEGANG),
        ({"highway": "service", "access": "customers"}, Reden.GEEN_TOEGANG),
        ({"highway": "service", "access": "destination"}, None),
        ({"highway": "service", "foot": "unknown"}, None),
        ({"highway": "trunk"}, Reden.AUTOWEG),
        ({"highway": "trunk_link"}, Reden.AUTOWEG),
        ({"highway": "primary", "motorroad": "yes"}, Reden.AUTOWEG),
        # never, whatever else is written
        ({"highway": "motorway", "foot": "yes"}, Reden.NOOIT_TE_VOET),
        ({"highway": "construction"}, Reden.NOOIT_TE_VOET),
        ({"highway": "raceway", "foot": "designated"}, Reden.NOOIT_TE_VOET),
        ({"highway": "proposed"}, Reden.GEEN_WEG),
    ],
    ids=str,
)
def test_walkable_follows_the_rules_in_their_order(tags: dict[str, str], reason: Reden | None) -> None:
    assert reason_not_walkable(tags) is reason


@pytest.mark.parametrize(
    ("tags", "length_m", "klasse"),
    [
        ({"highway": "residential", "name": "Laan"}, 10, Klasse.VERPLICHT),
        ({"highway": "cycleway", "name": "Pad"}, 10, Klasse.VERPLICHT),
        ({"highway": "living_street"}, 10, Klasse.VERPLICHT),
        ({"highway": "pedestrian"}, 10, Klasse.VERPLICHT),
        ({"highway": "service", "service": "alley"}, 10, Klasse.VERPLICHT),
        ({"highway": "footway"}, 31, Klasse.VERPLICHT),
        ({"highway": "path"}, 31, Klasse.VERPLICHT),
        ({"highway": "footway"}, 29, Klasse.VERBINDING),
        ({"highway": "cycleway"}, 300, Klasse.VERBINDING),
        ({"highway": "service"}, 300, Klasse.VERBINDING),
        ({"highway": "footway", "footway": "sidewalk"}, 300, Klasse.VERBINDING),
        ({"highway": "footway", "footway": "sidewalk", "name": "Laan"}, 300, Klasse.VERBINDING),
        ({"highway": "path", "path": "crossing"}, 300, Klasse.VERBINDING),
        ({"highway": "cycleway", "cycleway": "crossing", "name": "Laan"}, 300, Klasse.VERBINDING),
        ({"highway": "service", "service": "parking_aisle", "name": "P1"}, 300, Klasse.VERBINDING),
        ({"highway": "service", "service": "driveway"}, 300, Klasse.VERBINDING),
    ],
    ids=str,
)
def test_must_inspect_is_another_question(tags: dict[str, str], length_m: float, klasse: Klasse) -> None:
    assert inspect_class(tags, length_m) is klasse


def test_kept_tags_are_those_a_plan_or_a_person_may_ask_for() -> None:
    tags = {"highway": "footway", "surface": "gravel", "lit": "no", "sidewalk:left": "yes", "note": "x", "name": "Y"}
    assert kenmerken(tags) == {"surface": "gravel", "lit": "no", "sidewalk:left": "yes"}


def test_what_is_drawn_and_how() -> None:
    assert [draw_kind(kind) for kind in ("primary", "residential", "footway", "trunk")] == [
        "hoofd", "straat", "pad", "hoofd",
    ]  # fmt: skip
    assert is_drawn_rail({"railway": "tram"})
    assert not is_drawn_rail({"railway": "subway", "tunnel": "yes"})
    assert not is_drawn_rail({"railway": "platform"})
    assert is_drawn_only({"highway": "motorway"})
    assert not is_drawn_only({"highway": "motorway", "tunnel": "yes"})
    assert is_square({"highway": "pedestrian", "area": "yes"})
    assert not is_square({"highway": "pedestrian"})
