"""Meldingen on the map: 10,000 against Leaflet circle markers in one process, 1,000,000 against what is usable."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from tests.bench.rows import Row, p99, ratio_row

PEER = "Leaflet, een circleMarker per melding"
GOAL = "grens voor bruikbaar, 1.000.000 punten"


def probe(module: str, *arguments: str, timeout: int = 600) -> dict[str, list[float]]:
    """What a fresh process printed, by name. Raises RuntimeError when it said nothing."""
    result = subprocess.run(
        [sys.executable, "-m", module, *arguments], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=timeout, check=False,
    )  # fmt: skip
    found: dict[str, list[float]] = defaultdict(list)
    for parts in (line.split() for line in result.stdout.splitlines()):
        if len(parts) == 2:
            found[parts[0]].append(float(parts[1]))
    if not found:
        raise RuntimeError(result.stderr[-800:])
    return found


def measure(folder: Path) -> list[Row]:
    """First paint and one changed in turn with the peer; then a million."""
    ten = probe("tests.bench.points_probe", "ten", str(folder))
    million = probe("tests.bench.points_probe", "million", str(folder))
    # The limits of the design as ratios: 60 of 222 ms and 20 of 17 ms, measured on another day.
    rows = [
        Row("10.000 meldingen, eerste beeld", _ms(ten["ours_first"]), 60, "ms", "grens van het ontwerp"),
        ratio_row("10.000 meldingen, eerste beeld", ten["ours_first"], ten["leaflet_first"], 0.27, PEER),
        Row("10.000 meldingen, één gewijzigd", _ms(ten["ours_one"]), 20, "ms", "grens van het ontwerp"),
        ratio_row("10.000 meldingen, één gewijzigd", ten["ours_one"], ten["leaflet_one"], 1.18, PEER),
        Row("1.000.000 punten, eerste beeld", _ms(million["first"]), None, "ms", "alle punten naar de pagina"),
    ]
    limits = {
        "select": ("filter toepassen", 100), "shown": ("filter op het scherm", 150), "one": ("één gewijzigd", 100),
        "pan": ("verschuiven", 50), "zoom": ("zoomen", 150),
    }  # fmt: skip
    for name, (what, limit) in limits.items():
        values = million[name]
        note = f"{GOAL}; traagste {p99(values) * 1000:.0f} ms, n={len(values)}"
        rows.append(Row(f"1.000.000 punten, {what}", _ms(values), limit, "ms", note))
    return rows


def _ms(values: list[float]) -> float:
    return statistics.median(values) * 1000
