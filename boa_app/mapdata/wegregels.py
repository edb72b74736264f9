"""What the tags of a way mean for somebody on foot: may one walk it, and must it be seen?

Two questions, apart from each other. Walkable follows the order of the rules below, the first that fits decides.
Must inspect is about streets people live on; mapped sidewalks, crossings, parking aisles and driveways only link,
else one street would count two or three times. Every segment can be set otherwise by hand afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum

Tags = Mapping[str, str]

# Shorter unnamed paths are the small links between streets, which one sees in passing.
PAD_INSPECT_M = 30.0


class Klasse(IntEnum):
    """What a segment is for: VERPLICHT must be inspected, VERBINDING only links, VERBODEN may not be walked."""

    VERPLICHT = 0
    VERBINDING = 1
    VERBODEN = 2


class Reden(StrEnum):
    """Why a source left something out of the walking network, or why it may not be walked."""

    AUTOWEG = "autoweg"
    BUITEN_GRENS = "buiten_grens"
    GEEN_TOEGANG = "geen_toegang"
    GEEN_WEG = "geen_weg"
    NOOIT_TE_VOET = "nooit_te_voet"
    TE_KORT = "te_kort"
    VLAK_STUK = "vlak_stuk"
    VOET_VERBODEN = "voet_verboden"
    ZONDER_PUNTEN = "zonder_punten"


# What may be opened by hand: a path behind houses is often marked private, and is the boa's work all the same.
TE_OPENEN = frozenset({Reden.VOET_VERBODEN, Reden.GEEN_TOEGANG})

KENMERKEN = (
    "ref", "foot", "access", "service", "footway", "crossing", "sidewalk", "sidewalk:left", "sidewalk:right",
    "sidewalk:both", "surface", "lit", "width", "lanes", "bridge", "tunnel", "layer", "incline", "wheelchair", "area",
)  # fmt: skip

_FOOT_IN = frozenset("yes designated permissive destination official".split())
_FOOT_OUT = frozenset("no private use_sidepath".split())
_ACCESS_OUT = frozenset("no private customers".split())
_NEVER = frozenset("motorway motorway_link construction raceway".split())
_TRUNK = frozenset("trunk trunk_link".split())
# Values of highway that are no way over the ground, or not yet, or no more.
_NO_WAY = frozenset(
    "proposed planned abandoned razed demolished disused elevator corridor rest_area services bus_stop street_lamp "
    "traffic_signals via_ferrata escape emergency_bay bus_guideway busway no crossing give_way stop turning_circle "
    "toll_gantry".split()
)
_SIDE = frozenset("sidewalk crossing traffic_island access_aisle link".split())
_LINK_SERVICE = frozenset("parking_aisle driveway drive-through drive_through emergency_access".split())
FOOTPATHS = frozenset("footway path steps".split())
_LIVED_ON = frozenset("living_street pedestrian".split())
_MAIN = frozenset("primary primary_link secondary secondary_link trunk trunk_link motorway motorway_link".split())
_PATHS = frozenset("footway path steps cycleway bridleway track platform".split())
_RAILS = frozenset("rail light_rail tram subway narrow_gauge monorail funicular".split())


def reason_not_walkable(tags: Tags) -> Reden | None:
    """Why nobody walks a way with a tag highway, None when one may. One-way does not matter on foot."""
    highway, foot = tags.get("highway", ""), tags.get("foot", "")
    # Never means never, whatever else is written: no boa is sent onto a motorway by a slip of a mapper.
    if highway in _NEVER:
        return Reden.NOOIT_TE_VOET
    if highway in _NO_WAY:
        return Reden.GEEN_WEG
    if foot in _FOOT_IN:
        return None
    if foot in _FOOT_OUT:
        return Reden.VOET_VERBODEN
    if tags.get("access", "") in _ACCESS_OUT:
        return Reden.GEEN_TOEGANG
    if highway in _TRUNK or tags.get("motorroad") == "yes":
        return Reden.AUTOWEG
    return None


def is_side_of_a_street(tags: Tags) -> bool:
    """Whether this is a sidewalk, a crossing or the like of a street that is there itself."""
    return tags.get("footway") in _SIDE or tags.get("path") in _SIDE or tags.get("cycleway") in _SIDE


def inspect_class(tags: Tags, length_m: float) -> Klasse:
    """VERPLICHT or VERBINDING for a walkable way. length_m: of the whole way."""
    highway, service = tags.get("highway", ""), tags.get("service", "")
    if is_side_of_a_street(tags) or service in _LINK_SERVICE:
        return Klasse.VERBINDING
    if tags.get("name") or highway in _LIVED_ON or service == "alley":
        return Klasse.VERPLICHT
    if highway in FOOTPATHS and length_m > PAD_INSPECT_M:
        return Klasse.VERPLICHT
    return Klasse.VERBINDING


def kenmerken(tags: Tags) -> dict[str, str]:
    """The tags that are kept with a segment, beside its name and kind."""
    return {key: tags[key] for key in KENMERKEN if key in tags}


def is_square(tags: Tags) -> bool:
    """Whether a closed way is a square to cross, not a path around something."""
    return tags.get("area") == "yes"


def draw_kind(highway: str) -> str:
    """How a way is drawn: hoofd, straat or pad."""
    if highway in _MAIN:
        return "hoofd"
    return "pad" if highway in _PATHS else "straat"


def is_drawn_rail(tags: Tags) -> bool:
    """Whether this is a railway or tramway above the ground, of use for finding one's way on a map."""
    return tags.get("railway", "") in _RAILS and tags.get("tunnel", "no") == "no"


def is_drawn_only(tags: Tags) -> bool:
    """Whether a way that nobody walks still belongs on the map: the big roads."""
    return tags.get("highway", "") in _MAIN and tags.get("tunnel", "no") == "no"
