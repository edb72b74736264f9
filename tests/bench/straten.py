"""Street import and shortest ways: G1 and G2, each import in a process of its own so that its memory is its own.

A municipality is one extract of at most ten thousand edges; a province is made by laying copies of the extracts beside
each other until the file has 25 MB, as there is no extract of that size among the test data.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.bench.rows import Row
from tests.conftest import SHARED_DATA

GOAL = "grens G1"
SMALL = ("north-bayreuth.osm.gz", "liechtenstein.osm.pbf")


def measure(folder: Path) -> list[Row]:
    """Import of two municipalities and of a province, then ways in the largest net of at most ten thousand nodes."""
    streets = SHARED_DATA / "streets"
    if not streets.is_dir():
        raise SystemExit("no ../shared/data beside the checkout")
    rows = []
    for name in SMALL:
        told = min((_probe("import", streets / name, folder) for _ in range(3)), key=lambda one: one["seconds"])
        rows += _rows(name, told, 3, 150)
    province = folder / "provincie.osm.pbf"
    _probe("province", streets, province)
    size = province.stat().st_size / 1024**2
    rows += _rows(f"provincie van {size:.0f} MB", _probe("import", province, folder), 30, 600)
    ways = _probe("ways", streets / "liechtenstein.osm.pbf", folder)
    peer = f"grens G2, {ways['nodes']:.0f} knopen"
    return [
        *rows,
        Row("A naar B, het langzaamste van 500, beste van 3", ways["path_ms"], 20, "ms", peer),
        Row("A naar B, gemiddeld over 500", ways["mean_ms"], None, "ms", peer),
        Row("20 stops op volgorde", ways["tour_s"], 0.3, "s", peer),
        Row("dichtstbijzijnde straat, gemiddeld", ways["nearest_ms"], None, "ms", peer),
    ]


def _rows(name: str, told: dict[str, float], seconds: float, megabytes: float) -> list[Row]:
    what = f"{told['segments']:.0f} segmenten, {told['kilometres']:.0f} km"
    return [
        Row(f"straten importeren: {name}", told["seconds"], seconds, "s", f"{GOAL}; {what}"),
        Row(f"rekentijd daarbij: {name}", told["cpu_s"], None, "s", "van alle draden samen, ook op een drukke machine"),
        Row(f"geheugen daarbij: {name}", told["megabytes"], megabytes, "MB", GOAL),
        Row(f"schrijven en teruglezen: {name}", told["file_s"], None, "s", f"{told['file_mb']:.1f} MB"),
    ]


def _probe(what: str, source: Path, target: Path) -> dict[str, float]:
    result = subprocess.run(
        [sys.executable, "-m", "tests.bench.straten_probe", what, str(source), str(target)],
        env={**os.environ, "PYTHONWARNINGS": "error"}, capture_output=True, text=True, timeout=900, check=False,
    )  # fmt: skip
    if result.returncode:
        raise RuntimeError(result.stderr[-1500:])
    return {name: float(value) for name, value in (line.split() for line in result.stdout.splitlines())}
