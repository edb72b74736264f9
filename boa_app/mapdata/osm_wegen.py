"""Gathers what an OSM file says of ways: what can be walked, what is only drawn, and the squares to cross."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import cos, hypot, radians

import numpy as np

from boa_app.mapdata.netwerk_bouw import Weg, Wegen
from boa_app.mapdata.netwerk_vorm import SCHAAL, Tekenlijn
from boa_app.mapdata.wegregels import (
    FOOTPATHS,
    TE_OPENEN,
    Klasse,
    Reden,
    inspect_class,
    is_drawn_only,
    is_drawn_rail,
    is_square,
    kenmerken,
    reason_not_walkable,
)

Tags = Mapping[str, str]
# What osmium gives as position of a node that is not in the file.
NOWHERE = 2_147_483_647
_UNIT_M = 111_320.0 / SCHAAL
# West, south, east, north in SCHAAL parts of a degree.
Kader = tuple[int, int, int, int]
Part = tuple[Sequence[int], Sequence[int], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Plein:
    """A square: its way and its outline, closed, in node ids and positions."""

    weg: Weg
    nodes: tuple[int, ...]
    x: tuple[int, ...]
    y: tuple[int, ...]


@dataclass(slots=True)
class Wegverzamelaar:
    """Takes the ways of a file one by one. kader: what lies wholly outside is counted and dropped at once."""

    kader: Kader | None = None
    wegen: Wegen = field(default_factory=Wegen)
    lijnen: list[Tekenlijn] = field(default_factory=list)
    pleinen: list[Plein] = field(default_factory=list)
    overgeslagen: Counter[str] = field(default_factory=Counter)
    _texts: dict[str, str] = field(default_factory=dict)
    _written: dict[tuple[tuple[str, str], ...], str] = field(default_factory=dict)

    def add(self, weg_id: int, tags: Tags, nodes: Sequence[int], x: Sequence[int], y: Sequence[int]) -> None:
        """One way. x, y: whole numbers, NOWHERE for a node that the file does not have."""
        parts = _present_parts(nodes, x, y)
        if "highway" not in tags:
            if is_drawn_rail(tags):
                self._draw(tags, "rail", parts)
            return
        if not parts:
            self.overgeslagen[Reden.ZONDER_PUNTEN] += 1
        elif self._is_outside(parts):
            self.overgeslagen[Reden.BUITEN_GRENS] += 1
        else:
            self._take(weg_id, tags, parts)

    def add_square(self, weg_id: int, tags: Tags, nodes: Sequence[int], x: Sequence[int], y: Sequence[int]) -> None:
        """The outline of a square that is mapped as a relation; its tags say highway."""
        parts = _present_parts(nodes, x, y)
        if parts and reason_not_walkable(tags) is None and not self._is_outside(parts):
            self._take(weg_id, {**tags, "area": "yes"}, parts)

    def inspect_lone_names(self) -> None:
        """Make what only links VERPLICHT where it is all there is of a street.

        A sidewalk or parking aisle only links, for its street is there too; when no other way has its name, people
        live along it and nobody would come by.
        """
        ways = self.wegen.wegen
        seen = {weg.naam for weg in (*ways, *(plein.weg for plein in self.pleinen)) if weg.klasse is Klasse.VERPLICHT}
        for place, weg in enumerate(ways):
            if weg.naam and weg.klasse is Klasse.VERBINDING and weg.naam not in seen:
                ways[place] = replace(weg, klasse=Klasse.VERPLICHT)

    def _take(self, weg_id: int, tags: Tags, parts: list[Part]) -> None:
        reason = reason_not_walkable(tags)
        if reason is not None:
            self.overgeslagen[reason] += 1
            if is_drawn_only(tags):
                self._draw(tags, "hoofd", parts)
            if reason not in TE_OPENEN:
                return
        length_m = sum(map(_length_m, parts)) if tags["highway"] in FOOTPATHS else 0.0
        klasse = Klasse.VERBODEN if reason else inspect_class(tags, length_m)
        weg = Weg(weg_id, self._text(tags.get("name", "")), self._text(tags["highway"]), klasse, self._told(tags))
        for nodes, x, y in parts:
            if is_square(tags) and nodes[0] == nodes[-1] and len(nodes) > 3:
                self.pleinen.append(Plein(weg, tuple(nodes), tuple(x), tuple(y)))
            else:
                self.wegen.add(weg, nodes, x, y)

    def _draw(self, tags: Tags, kind: str, parts: list[Part]) -> None:
        for part in parts:
            if not self._is_outside([part]):
                points = np.array(part[1:], dtype=np.int32).T
                self.lijnen.append(Tekenlijn(self._text(tags.get("name", "")), kind, points))

    def _is_outside(self, parts: list[Part]) -> bool:
        if self.kader is None:
            return False
        west, south, east, north = self.kader
        return all(max(x) < west or min(x) > east or max(y) < south or min(y) > north for _, x, y in parts)

    def _told(self, tags: Tags) -> str:
        kept = kenmerken(tags)
        key = tuple(kept.items())
        if key not in self._written:
            self._written[key] = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        return self._written[key]

    def _text(self, text: str) -> str:
        """The same text once: a town has a thousand ways with one surface."""
        return self._texts.setdefault(text, text)


def _present_parts(nodes: Sequence[int], x: Sequence[int], y: Sequence[int]) -> list[Part]:
    """The stretches of a way whose nodes are in the file, without a node twice in a row."""
    if NOWHERE not in x and not _repeats(nodes):
        return [(nodes, x, y)] if len(nodes) > 1 else []
    parts: list[tuple[list[int], list[int], list[int]]] = [([], [], [])]
    for node, lon, lat in zip(nodes, x, y, strict=True):
        if lon == NOWHERE:
            parts.append(([], [], []))
        elif not parts[-1][0] or parts[-1][0][-1] != node:
            for column, value in zip(parts[-1], (node, lon, lat), strict=True):
                column.append(value)
    return [part for part in parts if len(part[0]) > 1]


def _repeats(nodes: Sequence[int]) -> bool:
    # Told quickly for most: no node twice at all.
    return len(set(nodes)) < len(nodes) and any(one == other for one, other in pairwise(nodes))


def _length_m(part: Part) -> float:
    """Metres of a short path, near enough for a limit: only paths are asked, and a town has thousands."""
    _, x, y = part
    shrink = cos(radians(y[0] / SCHAAL))
    steps = zip(pairwise(x), pairwise(y), strict=True)
    return sum(hypot((x1 - x0) * shrink, y1 - y0) for (x0, x1), (y0, y1) in steps) * _UNIT_M
