"""Where a bug is recorded: kind and place in the code only, never a message, value or field of a record."""

from __future__ import annotations

import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from boa_app import __version__
from boa_app.paths import log_folder

MAX_BYTES = 1_000_000


def describe_bug(error: BaseException) -> str:
    """The chain of errors as type names and code places.

    Messages are left out on purpose: a ValueError often repeats the text it could not read, which may be a report.
    """
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__name__)
        frames = traceback.extract_tb(seen.__traceback__)
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines)


def record_bug(error: BaseException, folder: Path | None = None) -> Path:
    """Append the bug to the log and give its path. A folder that cannot be written leaves the path without a file."""
    path = (log_folder() if folder is None else folder) / "fouten.log"
    head = (
        f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} boa-app {__version__} {platform.system()} {platform.python_version()}"
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = "w" if path.exists() and path.stat().st_size > MAX_BYTES else "a"
        with path.open(mode, encoding="utf-8") as file:
            file.write(f"{head}\n{describe_bug(error)}\n\n")
    except OSError:
        return path
    return path
