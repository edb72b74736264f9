"""Memory of the window with 1,000,000 meldingen in list and map, over the same window with an empty store."""

from __future__ import annotations

from pathlib import Path

from boa_app.mapdata.voorbeeld import build_example_package
from boa_app.paths import maps_folder
from boa_app.usecases.opening import KAARTPAKKET
from tests.bench.points import probe
from tests.bench.rows import Row
from tests.bench.save import filled_session

MELDINGEN = 1_000_000


def _store(folder: Path, count: int) -> Path:
    filled_session(folder, count).close()
    build_example_package(folder / KAARTPAKKET, maps_folder() / "voorbeeld.toml")
    return folder


def measure(folder: Path) -> list[Row]:
    """One window each; only Linux tells how much memory a process holds in this way."""
    return rows(_store(folder / "leeg", 0), _store(folder / "vol", MELDINGEN))


def rows(empty: Path, full: Path) -> list[Row]:
    """The figures of two stores that are there."""
    less, more = (probe("tests.bench.memory_probe", str(where)) for where in (empty, full))
    shown = more["rows"][0]
    peer = f"leeg {less['kaart'][0]:.0f} MB, vol {more['kaart'][0]:.0f} MB, {shown:.0f} getoond"
    render = f"leeg {less['render'][0]:.0f} MB, vol {more['render'][0]:.0f} MB"
    beats = f"leeg {less['frame'][0] * 1000:.0f} ms, vol {more['frame'][0] * 1000:.0f} ms"
    return [
        Row("geheugen bij 1.000.000 meldingen, programma", more["kaart"][0] - less["kaart"][0], 250, "MB", peer),
        Row("geheugen, hoogste stand", more["most"][0] - less["most"][0], None, "MB", "tijdens laden en tekenen"),
        Row("geheugen, tekenprocessen", more["render"][0] - less["render"][0], None, "MB", render),
        Row("1.000.000 meldingen inlezen op de achtergrond", more["load"][0], None, "s", "venster is dan al bruikbaar"),
        Row("langste hapering door het inlezen", (more["frame"][0] - less["frame"][0]) * 1000, 100, "ms", beats),
    ]
