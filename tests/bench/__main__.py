"""Measure and print; exit 1 when a goal is missed. Rows: start, save, import, or all of them without an argument."""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path

PARTS = (
    "start", "save", "import_rows", "form", "points", "memory", "heat", "sync_push", "sync_small", "first_sync",
    "landelijk", "straten", "adres",
)  # fmt: skip


def main(wanted: list[str]) -> int:
    """Run the named parts, or all."""
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        print(f"onbekend: {', '.join(unknown)}; kies uit {', '.join(PARTS)}", file=sys.stderr)
        return 2
    missed = 0
    for name in wanted or PARTS:
        with tempfile.TemporaryDirectory(prefix="boa-bench-") as folder:
            for row in importlib.import_module(f"tests.bench.{name}").measure(Path(folder)):
                print(row.line(), flush=True)
                missed += not row.reached
    return 1 if missed else 0


sys.exit(main(sys.argv[1:]))
