"""Heat of 1,000,000 meldingen: the grid against one pass over the coordinates, the screen against leaflet.heat."""

from __future__ import annotations

import statistics
from pathlib import Path

from tests.bench.points import probe
from tests.bench.rows import Row, ratio_row

PASS = "eenmaal x en y lezen"
PEER = "leaflet.heat, 100.000 punten"
# Of the design: 100 of 192 ms and 50 of 290 ms, measured on another day.
FIRST_RATIO, PAN_RATIO = 0.52, 0.17


def measure(folder: Path) -> list[Row]:
    """The grid after each of three filters, the slowest counts; then first paint and pan in turn with the peer."""
    grid = probe("tests.bench.heat_probe", "grid", str(folder))
    slowest = max((values for name, values in grid.items() if name.startswith("filter")), key=min)
    screen = probe("tests.bench.heat_probe", "screen", str(folder))
    return [
        ratio_row("warmteraster 512², 1.000.000 meldingen", slowest, grid["pass"], 30, PASS, figure=min),
        ratio_row("warmte, eerste beeld", screen["ours_first"], screen["peer_first"], FIRST_RATIO, PEER),
        Row("warmte, eerste beeld", _ms(screen["ours_first"]), 100, "ms", "grens van het ontwerp"),
        ratio_row("warmte, verschuiven", screen["ours_pan"], screen["peer_pan"], PAN_RATIO, PEER),
        Row("warmte, verschuiven", _ms(screen["ours_pan"]), 50, "ms", "grens van het ontwerp"),
    ]


def _ms(values: list[float]) -> float:
    return statistics.median(values) * 1000
