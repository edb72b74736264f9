"""Why a piece of street counts as it does: what its source says of it, and what people decided."""

from __future__ import annotations

import json
from dataclasses import dataclass

from boa_app.domain.straatkeuze import Straatkeuze
from boa_app.mapdata.netwerk import Klasse, Netwerk
from boa_app.mapdata.wegregels import PAD_INSPECT_M
from boa_app.usecases.straatnet import Straatnet

BRONNEN = {"osm": "OSM", "nwb": "NWB"}
_SIDES = frozenset("sidewalk crossing traffic_island access_aisle link".split())
_LINKS = frozenset("parking_aisle driveway drive-through drive_through emergency_access".split())
_PATHS = frozenset("footway path steps".split())
_LIVED_ON = frozenset("living_street pedestrian".split())


@dataclass(frozen=True, slots=True)
class Uitleg:
    """code: of texts.straatwoorden, with bron and lengte_m to fill in. keuze: what people decided here, None when the
    source decides; dubbel: an older choice says otherwise."""

    code: str
    bron: str
    lengte_m: float
    keuze: Straatkeuze | None = None
    dubbel: bool = False


def leg_uit(net: Straatnet, segment: int) -> Uitleg:
    """Why this segment has its class."""
    netwerk, geldend = net.netwerk, net.geldend
    made = geldend.alle_op.get(segment, ())
    return Uitleg(
        _code(netwerk, segment),
        BRONNEN.get(netwerk.bron, netwerk.bron.upper()),
        float(netwerk.lengte_m[segment]),
        geldend.per_segment.get(segment),
        len({one.keuze for one in made}) > 1,
    )


def _code(netwerk: Netwerk, segment: int) -> str:
    """What the source says, by the class it led to: the same questions as wegregels asks, in the same order."""
    tags = json.loads(netwerk.kenmerken[segment] or "{}")
    klasse = Klasse(int(netwerk.klasse[segment]))
    if klasse is Klasse.VERBODEN:
        return _why_closed(tags)
    soort, service = netwerk.soorten[segment], tags.get("service", "")
    if klasse is Klasse.VERPLICHT:
        return _why_inspected(netwerk.namen[segment], soort, service)
    if tags.get("footway") in _SIDES:
        return "straat_stoep"
    if service in _LINKS:
        return "straat_oprit"
    if soort in _PATHS:
        return "straat_kort_pad" if netwerk.lengte_m[segment] <= PAD_INSPECT_M else "straat_ingedeeld"
    return "straat_ingedeeld" if netwerk.namen[segment] else "straat_zonder_naam"


def _why_closed(tags: dict[str, str]) -> str:
    if tags.get("foot"):
        return "straat_geen_voetganger"
    return "straat_prive" if tags.get("access") else "straat_gesloten"


def _why_inspected(naam: str, soort: str, service: str) -> str:
    if naam:
        return "straat_met_naam"
    if soort in _LIVED_ON:
        return "straat_woonerf"
    if service == "alley":
        return "straat_achterpad"
    return "straat_pad" if soort in _PATHS else "straat_ingedeeld"
