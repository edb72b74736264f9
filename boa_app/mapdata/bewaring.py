"""Where the kaartpakketten of one store lie, side by side, and which of them is in use.

<store>/kaartpakketten/<sleutel>/       one kaartpakket each
<store>/kaartpakketten/actief           the sleutel of the one in use; replaced as a whole
<store>/kaartpakketten/.bouw-<sleutel>/ one in the making, kept to go on with
<store>/kaartpakket/                    the single one of earlier versions and of the example; its sleutel is OUD
"""

from __future__ import annotations

from pathlib import Path

FOLDER, OUD, ACTIEF = "kaartpakketten", "kaartpakket", "actief"


def find_actief(root: Path) -> str | None:
    """The sleutel of the kaartpakket in use, None when there is none."""
    raise NotImplementedError


def list_sleutels(root: Path) -> tuple[str, ...]:
    """Every kaartpakket beside a store, also those that cannot be read."""
    raise NotImplementedError


def folder_of(root: Path, sleutel: str) -> Path:
    """The folder of a kaartpakket. Raises UserError kaartpakket_onbekend."""
    raise NotImplementedError


def write_actief(root: Path, sleutel: str) -> None:
    """Make a kaartpakket the one in use from now on. Raises EnvironmentProblem as every writing to disk."""
    raise NotImplementedError


def remove_pakket(root: Path, sleutel: str) -> None:
    """Remove a kaartpakket from disk."""
    raise NotImplementedError
