"""Small street networks for the tests, made of lines in metres around a place in IJsselstein."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians

from boa_app.mapdata.netwerk_bouw import Weg, Wegen, build_netwerk
from boa_app.mapdata.netwerk_vorm import SCHAAL, Netwerk
from boa_app.mapdata.wegregels import Klasse

LON, LAT = 5.04, 52.02
# Metres in a degree at that place, to some parts in a hundred thousand.
_NORTH_M = 111_267.0
_EAST_M = 111_414.0 * cos(radians(LAT)) * 1.00127

Punt = tuple[float, float]


def at(x: float, y: float) -> tuple[float, float]:
    """Degrees of metres east and north."""
    return LON + x / _EAST_M, LAT + y / _NORTH_M


def net(
    *lines: Sequence[Punt], names: Sequence[str] = (), ids: Sequence[int] = (), klassen: Sequence[Klasse] = ()
) -> Netwerk:
    """A network of lines in metres; they are joined where they have a point in common."""
    wegen = Wegen()
    known: dict[Punt, int] = {}
    for number, line in enumerate(lines):
        spots = [at(*spot) for spot in line]
        weg = Weg(
            ids[number] if ids else 100 + number,
            names[number] if names else f"Straat {number}",
            "residential",
            klassen[number] if klassen else Klasse.VERPLICHT,
            "{}",
        )
        nodes = [known.setdefault(spot, len(known) + 1) for spot in line]
        wegen.add(weg, nodes, [round(lon * SCHAAL) for lon, _ in spots], [round(lat * SCHAAL) for _, lat in spots])
    return build_netwerk(wegen, overgeslagen={}, bron="osm", bron_datum="2026-11-01")
