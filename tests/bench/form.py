"""Opening the melding form with 100,000 meldingen in the store: from the touch to the painted form."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from boa_app.mapdata.voorbeeld import build_example_package
from boa_app.paths import maps_folder
from boa_app.usecases.opening import KAARTPAKKET
from tests.bench.rows import Row, p99
from tests.bench.save import filled_session

LIMIT_MS = 100


def measure(folder: Path) -> list[Row]:
    """One process opens the form ten times; the first time counts too."""
    filled_session(folder / "opslag").close()
    build_example_package(folder / "opslag" / KAARTPAKKET, maps_folder() / "voorbeeld.toml")
    result = subprocess.run(
        [sys.executable, "-m", "tests.bench.start_probe", "form", str(folder / "opslag")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "BOA_APP_MAP": str(folder / "gegevens")},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    spans = [float(line.split()[1]) * 1000 for line in result.stdout.splitlines() if line.startswith("form ")]
    if len(spans) < 2:
        raise RuntimeError(result.stderr[-800:])
    return [
        Row("formulier openen, eerste keer", spans[0], LIMIT_MS, "ms", "grens van het ontwerp, 100.000 meldingen"),
        Row("formulier openen, traagste van de volgende", p99(spans[1:]), LIMIT_MS, "ms", f"n={len(spans) - 1}"),
    ]
