"""Reads the JSON answer of Overpass, the way many people fetch a neighbourhood of OpenStreetMap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from boa_app.domain.errors import UserError
from boa_app.mapdata.geojson import load_json, read_text
from boa_app.mapdata.netwerk_vorm import SCHAAL
from boa_app.mapdata.osm_adressen import addresses
from boa_app.mapdata.osm_inhoud import ADDRESS, Cancelled, Inhoud, Progress, ask_to_go_on
from boa_app.mapdata.osm_soort import Soort
from boa_app.mapdata.osm_wegen import NOWHERE, Kader, Wegverzamelaar

_BROKEN = (KeyError, TypeError, ValueError, AttributeError, OverflowError)
Element = Mapping[str, Any]


def read_overpass(path: Path, _: Soort, kader: Kader | None, progress: Progress, cancelled: Cancelled) -> Inhoud:
    """Everything in an answer of Overpass; areas of relations are left out. Raises as osm_lezen.read_osm."""
    inhoud = Inhoud(Wegverzamelaar(kader))
    ask_to_go_on(0.05, progress, cancelled)
    try:
        answer = load_json(path.read_bytes())
        elements = answer["elements"]
        inhoud.bron_datum = read_text(answer.get("osm3s", {}).get("timestamp_osm_base", ""))[:10]
        places = dict(_nodes(elements))
        ask_to_go_on(0.4, progress, cancelled)
        for element in elements:
            _take(inhoud, element, places)
    except _BROKEN as error:
        raise UserError("straten_bestand_beschadigd", bestand=path.name) from error
    ask_to_go_on(0.85, progress, cancelled)
    return inhoud


def _nodes(elements: list[Element]) -> Iterator[tuple[int, tuple[int, int]]]:
    for element in elements:
        if element["type"] == "node":
            lon, lat = float(element["lon"]), float(element["lat"])
            if not (abs(lon) <= 180 and abs(lat) <= 90):
                raise ValueError("position")
            yield int(element["id"]), (round(lon * SCHAAL), round(lat * SCHAAL))


def _take(inhoud: Inhoud, element: Element, places: Mapping[int, tuple[int, int]]) -> None:
    tags = {read_text(key): read_text(value) for key, value in element.get("tags", {}).items()}
    if element["type"] == "node" and ADDRESS in tags:
        inhoud.adressen.extend(addresses(tags, float(element["lon"]), float(element["lat"])))
    elif element["type"] == "way":
        nodes = [int(node) for node in element["nodes"]]
        at = [places.get(node, (NOWHERE, NOWHERE)) for node in nodes]
        inhoud.take_way(int(element["id"]), tags, nodes, [x for x, _ in at], [y for _, y in at])
