"""Spreadsheets (XLSX, XLSM, XLS, XLSB, ODS) as rows of text, so that the readers of tables can read them.

Only cells are read: no formula is worked out, no macro run, no link followed. Days and times come as year-month-day,
whole numbers without a decimal point; what somebody typed as text stays as it was typed.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boa_app.domain.errors import UserError

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

# A sheet is unpacked into memory whole, so bounds are narrower than those of a text file.
MAX_UNPACKED_BYTES = 400 * 1024 * 1024
MAX_RATIO = 150
RATIO_FROM_BYTES = 32 * 1024 * 1024
MAX_PARTS = 10_000
MAX_FILE_BYTES = 150 * 1024 * 1024
MAX_ROWS = 1_048_576
# The settings of a workbook stand before its list of sheets.
_HEAD_BYTES = 1024 * 1024
_DATE_1904 = re.compile(rb"""\bdate1904\s*=\s*["'](\w+)["']""")


@dataclass(frozen=True, slots=True)
class Blad:
    """A sheet. verborgen: whoever made the file hid it."""

    naam: str
    verborgen: bool


def check_bounds(path: Path, naam: str) -> None:
    """Refuse what would unpack to more than a machine can hold, before anything is unpacked.

    Raises UserError werkmap_te_groot(bestand, max_mb), bestand_onleesbaar(bestand), werkmap_beveiligd(bestand).
    """
    packed = path.stat().st_size
    if packed > MAX_FILE_BYTES:
        raise UserError("werkmap_te_groot", bestand=naam, max_mb=MAX_FILE_BYTES // 1024 // 1024)
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise UserError("bestand_onleesbaar", bestand=naam) from error
    size = sum(part.file_size for part in parts)
    too_dense = size > RATIO_FROM_BYTES and size > MAX_RATIO * packed
    if size > MAX_UNPACKED_BYTES or too_dense or len(parts) > MAX_PARTS:
        raise UserError("werkmap_te_groot", bestand=naam, max_mb=MAX_UNPACKED_BYTES // 1024 // 1024)


@contextmanager
def open_workbook(path: Path, naam: str) -> Iterator[CalamineWorkbook]:
    """An open workbook. Raises UserError bestand_onleesbaar(bestand), werkmap_beveiligd(bestand)."""
    import python_calamine

    try:
        with python_calamine.load_workbook(path) as workbook:
            yield workbook
    except python_calamine.PasswordError as error:
        raise UserError("werkmap_beveiligd", bestand=naam) from error
    except (python_calamine.CalamineError, OSError) as error:
        raise UserError("bestand_onleesbaar", bestand=naam) from error


def counts_from_1904(path: Path) -> bool | None:
    """Whether a workbook numbers days from 1904 on; None when it is of a kind that is not looked into."""
    if not zipfile.is_zipfile(path):
        return None
    try:
        with zipfile.ZipFile(path) as archive, archive.open("xl/workbook.xml") as part:
            head = part.read(_HEAD_BYTES)
    except (KeyError, zipfile.BadZipFile, OSError, EOFError, zlib.error, NotImplementedError, RuntimeError):
        return None
    told = _DATE_1904.search(head)
    return told is not None and told[1] in (b"1", b"true", b"on")


def list_sheets(workbook: CalamineWorkbook) -> list[Blad]:
    """The sheets with cells, in the order of the file."""
    import python_calamine

    return [
        Blad(sheet.name, sheet.visible != python_calamine.SheetVisibleEnum.Visible)
        for sheet in workbook.sheets_metadata
        if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
    ]


def sheet_rows(workbook: CalamineWorkbook, blad: str, limit: int = MAX_ROWS) -> Iterator[list[str]]:
    """Its rows as texts, from the first row and column of the sheet on, so that numbers agree with what Excel shows."""
    sheet = workbook.get_sheet_by_name(blad)
    if sheet.start is None:
        return
    before = [""] * sheet.start[1]
    for at, cells in enumerate(sheet.iter_rows()):
        if at >= limit:
            return
        yield before + [_text(cell) for cell in cells]


def _text(cell: Any) -> str:  # noqa: ANN401 - whatever a cell holds
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return _moment(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.strftime("%H:%M:%S")
    if isinstance(cell, timedelta):
        seconds = round(cell.total_seconds())
        return f"{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return str(cell)


def _moment(cell: datetime) -> str:
    # A spreadsheet keeps a time of day as part of a day, which misses the second by a hair.
    near = (cell + timedelta(milliseconds=500)).replace(microsecond=0)
    return near.strftime("%Y-%m-%d %H:%M:%S")
