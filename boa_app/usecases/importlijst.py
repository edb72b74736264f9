"""The list of rejected rows of an import: where it goes is settled before the first row is imported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.exchange.rijen import Afkeur, is_reject_list, write_rejects

SUFFIX = ".afgekeurd.csv"


def set_lists_apart(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The sources, and the lists of earlier imports among them: ``importeer *.csv`` names those too."""
    lists = [path for path in paths if _is_own_list(path)]
    return [path for path in paths if path not in lists], lists


def choose_place(wanted: Path | None, first_source: Path, store_folder: Path) -> Path:
    """Where the list can be written: as asked, else beside the first source, else with the store.

    Never over a file that is anything else than such a list. Raises UserError afgekeurd_bezet(bestand),
    EnvironmentProblem afgekeurd_niet_schrijfbaar(bestand).
    """
    if wanted is not None:
        if not _is_free(wanted):
            raise UserError("afgekeurd_bezet", bestand=str(wanted))
        if not _is_writable(wanted):
            raise EnvironmentProblem("afgekeurd_niet_schrijfbaar", bestand=str(wanted))
        return wanted
    name = f"{first_source.name}{SUFFIX}"
    places = (first_source.parent / name, store_folder / name)
    found = next((place for place in places if _is_free(place) and _is_writable(place)), None)
    if found is None:
        raise EnvironmentProblem("afgekeurd_niet_schrijfbaar", bestand=name)
    return found


def write_list(place: Path, rows: Sequence[Afkeur], wanted: Path | None) -> str:
    """Write the list, when there is something in it or somebody asked for it; gives its path, else "".

    Raises EnvironmentProblem afgekeurd_niet_geschreven(bestand): the disk filled up since choose_place.
    """
    if not rows and wanted is None:
        return ""
    try:
        write_rejects(place, rows)
    except OSError as error:
        raise EnvironmentProblem("afgekeurd_niet_geschreven", bestand=str(place)) from error
    return str(place)


def _is_own_list(path: Path) -> bool:
    try:
        return path.is_file() and is_reject_list(path)
    except OSError:
        # Whoever reads it as a source says what is wrong with it.
        return False


def _is_free(place: Path) -> bool:
    try:
        return not place.exists() or (place.is_file() and (place.stat().st_size == 0 or is_reject_list(place)))
    except OSError:
        return False


def _is_writable(place: Path) -> bool:
    """Tried, because rights and read-only disks do not say so beforehand; what was not there is not there after."""
    try:
        was_there = place.exists()
        with place.open("a", encoding="utf-8"):
            pass
        if not was_there:
            place.unlink()
    except OSError:
        return False
    return True
