"""Starting: unlock screen against a bare window, first map after unlocking against a hand-written Leaflet page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from boa_app.mapdata.voorbeeld import build_example_package
from boa_app.paths import maps_folder, resource
from boa_app.usecases.opening import KAARTPAKKET
from tests.bench.rows import Row, ratio_row
from tests.bench.save import filled_session

ROUNDS = 5
# A device of a boa holds ninety days of one municipality, that of a teamleider five years.
IN_STORE = 100_000
_PAGE = """<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="leaflet.css"><script src="leaflet.js"></script>
<style>html, body, #kaart { height: 100%; margin: 0 }</style><div id="kaart"></div>
<script>
  const kaart = L.map("kaart", { preferCanvas: true });
  kaart.whenReady(() => requestAnimationFrame(() => { document.title = "klaar"; }));
  kaart.setView([52.02, 5.04], 14);
</script>"""


def _run(which: str, folder: Path) -> tuple[float, dict[str, float]]:
    """(moment of starting, what was said -> moment), all on the monotonic clock of the machine."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "BOA_APP_MAP": str(folder / "gegevens")}
    where = folder / "opslag" if which in ("unlock", "map") else folder
    began = time.monotonic()
    result = subprocess.run(
        [sys.executable, "-m", "tests.bench.start_probe", which, str(where)],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    said = dict(line.split() for line in result.stdout.splitlines() if len(line.split()) == 2)
    if not said:
        raise RuntimeError(f"{which}: {result.stderr[-800:]}")
    return began, {what: float(moment) for what, moment in said.items()}


def _prepare(folder: Path) -> None:
    filled_session(folder / "opslag", IN_STORE).close()
    build_example_package(folder / "opslag" / KAARTPAKKET, maps_folder() / "voorbeeld.toml")
    for name in ("leaflet.js", "leaflet.css"):
        shutil.copyfile(resource("built", "map", name), folder / name)
    (folder / "leaflet.html").write_text(_PAGE, encoding="utf-8")


def measure(folder: Path) -> list[Row]:
    """Fresh processes in turn; the first round of each only warms the disk cache."""
    _prepare(folder)
    seen: dict[str, list[float]] = {which: [] for which in ("bare", "unlock", "leaflet", "map")}
    for _ in range(ROUNDS + 1):
        for which, values in seen.items():
            began, said = _run(which, folder)
            values.append(said["ready"] - said["shown"] if "ready" in said else said["shown"] - began)
    kept = {which: values[1:] for which, values in seen.items()}
    return [
        ratio_row("ontgrendelscherm zichtbaar", kept["unlock"], kept["bare"], 3, "kaal QMainWindow"),
        ratio_row(
            "kaart bruikbaar na ontgrendelen", kept["map"], kept["leaflet"], 1.25, "pagina met Leaflet van de hand"
        ),
    ]
