"""What a file of OpenStreetMap holds for a kaartpakket, whatever its form was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from boa_app.domain.errors import UserError
from boa_app.mapdata.adressen import Adres
from boa_app.mapdata.netwerk_vorm import SCHAAL
from boa_app.mapdata.osm_vlakken import Vlakken, area_kind
from boa_app.mapdata.osm_wegen import NOWHERE, Wegverzamelaar

ADDRESS = "addr:housenumber"
Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


@dataclass(slots=True)
class Inhoud:
    """What was gathered. adresvlakken: tags and shape (WKB, degrees) of areas with a house number."""

    wegen: Wegverzamelaar
    adressen: list[Adres] = field(default_factory=list)
    adresvlakken: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    vlakken: Vlakken = field(default_factory=Vlakken)
    bron_datum: str = ""
    _seen: set[int] = field(default_factory=set)

    def take_way(
        self, way_id: int, tags: Mapping[str, str], nodes: Sequence[int], x: Sequence[int], y: Sequence[int]
    ) -> None:
        """One way of a source that puts no areas together: a street or rail, or a closed way that is an area.

        Each only once: the answers of several questions often hold the same way twice.
        """
        if way_id in self._seen:
            return
        self._seen.add(way_id)
        if "highway" in tags or "railway" in tags:
            self.wegen.add(way_id, tags, nodes, x, y)
        elif len(nodes) > 3 and nodes[0] == nodes[-1] and NOWHERE not in x and (area_kind(tags) or ADDRESS in tags):
            import shapely

            wkb = shapely.Polygon(np.array((x, y), dtype=float).T / SCHAAL).wkb
            self.vlakken.add(tags, wkb)
            if ADDRESS in tags:
                self.adresvlakken.append((dict(tags), wkb))


def unheard(part: float) -> None:
    """Progress nobody asked for."""


def never() -> bool:
    """No wish to stop."""
    return False


def ask_to_go_on(part: float, progress: Progress, cancelled: Cancelled) -> None:
    """Tell how far it is, from 0 to 1. Raises UserError straten_gestopt when somebody wants it to end."""
    if cancelled():
        raise UserError("straten_gestopt")
    progress(part)
