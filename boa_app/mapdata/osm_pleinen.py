"""Squares: one walks across them, so each gets its outline and spokes from its middle to where ways come in.

      |                  An outline alone would send a walker round the edge; mainstream routers
  +---o---+              do that. A spoke that would leave the square is left out.
  |    \\  |
--o-----* |              o entrance     * middle, a node of its own
  +-------+
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from boa_app.mapdata.netwerk_bouw import Weg, Wegen
from boa_app.mapdata.osm_wegen import Plein
from boa_app.mapdata.wegregels import Klasse

# A spoke may touch the outline: a tenth of a metre in parts of a degree.
_TOUCH = 10


def add_squares(wegen: Wegen, pleinen: Sequence[Plein]) -> None:
    """Put the outlines and spokes of squares among the ways."""
    if not pleinen:
        return
    seen: set[int] = set()
    shared: set[int] = set()
    for plein in pleinen:
        corners = set(plein.nodes)
        shared |= corners & seen
        seen |= corners
    # As arrays: a province has millions of nodes on its ways.
    walked = np.array(wegen.nodes, dtype=np.int64)
    corners_of_all = np.array(sorted(seen), dtype=np.int64)
    place = np.minimum(np.searchsorted(corners_of_all, walked), len(corners_of_all) - 1)
    met = walked[corners_of_all[place] == walked]
    # Ids below every node of the file, and never the same for two squares.
    lowest = min(0, *seen, int(walked.min(initial=0)))
    junctions = shared | set(met.tolist())
    for number, plein in enumerate(pleinen, start=1):
        wegen.add(plein.weg, plein.nodes, plein.x, plein.y)
        _add_spokes(wegen, plein, junctions, lowest - number)


def _add_spokes(wegen: Wegen, plein: Plein, junctions: set[int], middle: int) -> None:
    import shapely

    doors = [place for place, node in enumerate(plein.nodes[:-1]) if node in junctions]
    outline = shapely.Polygon(np.array((plein.x, plein.y), dtype=float).T)
    if len(doors) < 2 or not outline.is_valid:
        return
    centre = outline.centroid if outline.contains(outline.centroid) else outline.representative_point()
    x, y = round(centre.x), round(centre.y)
    ends: NDArray[np.float64] = np.array([((x, y), (plein.x[door], plein.y[door])) for door in doors], dtype=float)
    clear = np.asarray(shapely.covers(outline.buffer(_TOUCH), shapely.linestrings(ends)))
    kept = [door for door, is_clear in zip(doors, clear.tolist(), strict=True) if is_clear]
    if len(kept) < 2:
        return
    spoke = _spoke_of(plein.weg)
    for door in kept:
        wegen.add(spoke, (plein.nodes[door], middle), (plein.x[door], x), (plein.y[door], y))


def _spoke_of(weg: Weg) -> Weg:
    """A spoke only links: who walks the outline has seen the square."""
    told = {**json.loads(weg.kenmerken), "plein": "spaak"}
    klasse = Klasse.VERBODEN if weg.klasse is Klasse.VERBODEN else Klasse.VERBINDING
    return Weg(weg.weg_id, weg.naam, weg.soort, klasse, json.dumps(told, ensure_ascii=False, separators=(",", ":")))
