"""The one place that knows where things lie: resources, maps, the user's data and the log.

The same code runs from a source checkout (resources beside the package), from an installed
wheel (resources inside the package) and from a PyInstaller bundle (resources in `_MEIPASS`).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from platformdirs import PlatformDirs

APP_NAME = "boa-app"
DATA_FOLDER_VARIABLE = "BOA_APP_MAP"
_PACKAGE = Path(__file__).resolve().parent


def is_bundle() -> bool:
    """True when this is the packaged program, started without a Python installation."""
    return bool(getattr(sys, "frozen", False)) and hasattr(sys, "_MEIPASS")


def resource(*parts: str) -> Path:
    """Give the path of a file or folder that ships with the program; it need not exist."""
    return _shipped("resources").joinpath(*parts)


def maps_folder() -> Path:
    """Give the folder with map styles and the definition of the example kaartpakket."""
    return _shipped("maps")


def data_folder() -> Path:
    """Give the folder of the user's stores, not yet made.

    Always the local folder, never the roaming one: a synchronised folder (OneDrive, a roaming
    profile) copies half-written database files and puts the store on other people's machines.
    """
    chosen = os.environ.get(DATA_FOLDER_VARIABLE)
    if chosen:
        return Path(chosen).expanduser().resolve()
    return Path(_dirs().user_data_dir)


def example_folder() -> Path:
    """Give the folder of the example store that `dev.py run` opens, not yet made."""
    return data_folder() / "voorbeeld"


def log_folder() -> Path:
    """Give the folder for log files, not yet made; beside the data when that folder was chosen."""
    if os.environ.get(DATA_FOLDER_VARIABLE):
        return data_folder() / "log"
    return Path(_dirs().user_log_dir)


def _dirs() -> PlatformDirs:
    return PlatformDirs(APP_NAME, appauthor=False, roaming=False)


def _shipped(name: str) -> Path:
    if is_bundle():
        return Path(str(vars(sys)["_MEIPASS"])) / name
    inside_wheel = _PACKAGE / name
    return inside_wheel if inside_wheel.is_dir() else _PACKAGE.parent / name
