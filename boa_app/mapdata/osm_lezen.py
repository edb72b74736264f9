"""Reads an OSM file with osmium, in three passes, so that nodes may come after the ways that use them.

1 relations   which of them are areas, so that their ways can be put together
2 nodes       positions; those with a house number are addresses
3 ways        streets, rails and, put together, areas
"""

from __future__ import annotations

import bz2
import gzip
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

import osmium
import osmium.filter
import osmium.geom
from osmium.osm import NODE, NOTHING, RELATION, WAY, Area, Way
from osmium.osm.types import NodeRefList, OSMEntity

from boa_app.domain.errors import UserError
from boa_app.mapdata.osm_adressen import addresses
from boa_app.mapdata.osm_inhoud import ADDRESS, Cancelled, Inhoud, Progress, ask_to_go_on
from boa_app.mapdata.osm_soort import Soort
from boa_app.mapdata.osm_vlakken import AREA_KEYS
from boa_app.mapdata.osm_wegen import Kader, Wegverzamelaar
from boa_app.mapdata.wegregels import Reden

_ASK_EVERY = 2000
# Overpass writes the moment of its data in the first lines, osmium does not read it.
_OVERPASS_DATE = re.compile(rb'osm_base="(\d{4}-\d\d-\d\d)')
_OPENERS: dict[Soort, Callable[..., Any]] = {Soort.XML_GZ: gzip.open, Soort.XML_BZ2: bz2.open}
_BROKEN = (RuntimeError, ValueError, KeyError, OSError, EOFError, osmium.InvalidLocationError)


def read_osm(path: Path, soort: Soort, kader: Kader | None, progress: Progress, cancelled: Cancelled) -> Inhoud:
    """Everything in an OSM file. progress: from 0 to 1.

    Raises UserError straten_bestand_beschadigd(bestand), straten_gestopt.
    """
    file = osmium.io.File(str(path), soort.value)
    pulse = _Pulse(path.stat().st_size, progress, cancelled)
    with _telling_damage(path):
        try:
            inhoud = _read(file, Inhoud(Wegverzamelaar(kader)), pulse)
        except RuntimeError:
            # Perhaps not sorted by number, as answers of several questions in one file are: then without what osmium
            # puts together of relations. What is really damaged fails again.
            inhoud = _read_loose(file, Inhoud(Wegverzamelaar(kader)), pulse)
        inhoud.bron_datum = _date_of(path, soort, file)
    return inhoud


def _read(file: osmium.io.File, inhoud: Inhoud, pulse: _Pulse) -> Inhoud:
    areas = osmium.area.AreaManager()
    with osmium.io.Reader(file, RELATION) as reader:
        keys = osmium.filter.KeyFilter(*AREA_KEYS, ADDRESS, "highway")
        first_pass = areas.first_pass_handler()
        osmium.apply(reader, keys, first_pass)
    store = _read_nodes(file, inhoud, pulse)
    for found in pulse.along(_ways_and_areas(file, store, areas), 0.35, 0.85):
        if isinstance(found, Way):
            inhoud.wegen.add(found.id, dict(found.tags), *_columns(found.nodes))
        elif isinstance(found, Area):
            _take_area(inhoud, found)
    return inhoud


def _read_loose(file: osmium.io.File, inhoud: Inhoud, pulse: _Pulse) -> Inhoud:
    places = osmium.NodeLocationsForWays(_read_nodes(file, inhoud, pulse))
    places.ignore_errors()
    with osmium.io.Reader(file, WAY) as reader:
        for way in pulse.along(osmium.OsmFileIterator(reader, places), 0.35, 0.85):
            if isinstance(way, Way):
                inhoud.take_way(way.id, dict(way.tags), *_columns(way.nodes))
    return inhoud


def _read_nodes(file: osmium.io.File, inhoud: Inhoud, pulse: _Pulse) -> osmium.index.LocationTable:
    """The positions of all nodes; addresses on nodes are taken on the way."""
    store = osmium.index.create_map("flex_mem")
    nodes = osmium.FileProcessor(file, NODE).with_locations(store)  # type: ignore[arg-type]
    for node in pulse.along(nodes.with_filter(osmium.filter.KeyFilter(ADDRESS)), 0.05, 0.35):
        inhoud.adressen.extend(addresses(dict(node.tags), node.lon, node.lat))  # type: ignore[union-attr]
    return store


def _ways_and_areas(
    file: osmium.io.File, store: osmium.index.LocationTable, areas: osmium.area.AreaManager
) -> Iterator[OSMEntity]:
    """The ways that are streets or rails, and every area of a wanted kind, of a way or of a relation."""
    wanted = osmium.filter.KeyFilter(*AREA_KEYS, ADDRESS, "highway")
    found = osmium.BufferIterator(wanted)
    places = osmium.NodeLocationsForWays(store)
    places.ignore_errors()
    streets = osmium.filter.KeyFilter("highway", "railway")
    # Named, every one: the iterator does not keep its handlers alive, and the process dies without them.
    to_areas = areas.second_pass_to_buffer(found)
    with osmium.io.Reader(file, WAY) as reader:
        for way in osmium.OsmFileIterator(reader, places, to_areas, streets):
            yield way
            if found:
                yield from found
    if found:
        yield from found


def _columns(nodes: NodeRefList) -> tuple[list[int], list[int], list[int]]:
    """Ids, x and y of the nodes of a way or ring."""
    places = list(nodes)
    spots = [place.location for place in places]
    return [place.ref for place in places], [spot.x for spot in spots], [spot.y for spot in spots]


def _take_area(inhoud: Inhoud, area: Area) -> None:
    tags = dict(area.tags)
    if not area.from_way() and "highway" in tags:
        for ring in area.outer_rings():
            inhoud.wegen.add_square(area.orig_id(), tags, *_columns(ring))
    try:
        wkb = bytes.fromhex(_FACTORY.create_multipolygon(area))
    except RuntimeError:  # its outline crosses itself or was cut off with the extract: osmium could not close it
        inhoud.wegen.overgeslagen[Reden.VLAK_STUK] += 1
        return
    inhoud.vlakken.add(tags, wkb)
    if ADDRESS in tags:
        inhoud.adresvlakken.append((tags, wkb))


_FACTORY = osmium.geom.WKBFactory()


@dataclass(slots=True)
class _Pulse:
    """Tells progress and asks for the wish to stop, now and then."""

    size: int
    progress: Progress
    cancelled: Cancelled

    def along(self, found: Iterator[OSMEntity] | osmium.FileProcessor, start: float, end: float) -> Iterator[OSMEntity]:
        """Pass objects on. How many will come is not known, so progress slows down towards the end."""
        ask_to_go_on(start, self.progress, self.cancelled)
        expected = max(self.size / 100, 1000.0)
        for count, one in enumerate(found):
            if count % _ASK_EVERY == 0:
                part = start + (end - start) * (1 - exp(-2 * count / expected))
                ask_to_go_on(part, self.progress, self.cancelled)
            yield one


def _date_of(path: Path, soort: Soort, file: osmium.io.File) -> str:
    """The day of the data, empty when the file does not say."""
    with osmium.io.Reader(file, NOTHING) as reader:
        header = reader.header()
    written = header.get("osmosis_replication_timestamp") or header.get("timestamp")
    if written:
        return written[:10]
    opened = _OPENERS.get(soort, Path.open)
    with opened(path, "rb") as stream:
        told = _OVERPASS_DATE.search(stream.read(2048))
    return told[1].decode() if told else ""


@contextmanager
def _telling_damage(path: Path) -> Iterator[None]:
    """Whatever osmium cannot read is damage to the file."""
    try:
        yield
    except _BROKEN as error:
        raise UserError("straten_bestand_beschadigd", bestand=path.name) from error
