"""Why the window cannot take a file, in words for who sees a window: what it is, and where it does belong."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from boa_app.domain.errors import BoaError, UserError

_LOOK_BYTES = 32
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif")
_STARTS = {
    b"\xff\xd8\xff": "foto", b"\x89PNG": "foto", b"GIF8": "foto", b"%PDF": "pdf", b"SQLite format 3": "kaartbestand",
    b"{\\rtf": "document",
}  # fmt: skip
_IN_ZIP = {"word/document.xml": "document", "ppt/presentation.xml": "document", "xl/workbook.xml": "werkmap"}
_ENDINGS = {".doc": "document", ".ppt": "document", ".dot": "document"}
_WORKBOOKS = (".xlsx", ".xls", ".xlsm", ".ods")
# One and many: the many are told in one sentence, however many there are.
_CODES = {
    "foto": ("import_foto", "import_fotos"),
    "pdf": ("import_pdf", "import_documenten"),
    "document": ("import_document", "import_documenten"),
    "kaartbestand": ("import_kaartbestand", "import_kaartbestand"),
    "zip": ("import_zip", "import_zip"),
    "nep_excel": ("import_nep_excel", "import_nep_excel"),
}
# Errors of the readers that speak of the command line, and what the window says instead.
_IN_WINDOW = {
    "kolommen_niet_gevonden": "import_geen_tabel",
    "bestandssoort_onbekend": "import_geen_tabel",
    "zip_onbekend": "import_zip",
    "kolom_ontbreekt": "import_kolom_ontbreekt",
    "kolom_onbekend": "import_kolom_anders",
    "profiel_past_niet": "import_kolom_anders",
    "import_twijfel": "import_nakijken",
    "afgekeurd_bezet": "import_naam_bezet",
}


def refused_folder(paths: Sequence[Path]) -> UserError | None:
    """The refusal when a folder is among what was given; a folder may hold anything, so a person chooses in it."""
    folder = next((path for path in paths if path.is_dir()), None)
    return None if folder is None else UserError("import_map", map=folder.name or str(folder))


def in_window(error: BoaError, paths: Sequence[Path], part: Callable[[str], str]) -> BoaError:
    """The same error for who has no command line. paths: what was chosen. part: the word for a part of the guess."""
    if error.code not in _IN_WINDOW and error.code != "bestand_onleesbaar":
        return error
    if error.code not in ("import_twijfel", "afgekeurd_bezet"):
        strangers = [(path, kind) for path in paths if (kind := kind_of(path)) in _CODES]
        if strangers:
            path, kind = strangers[0]
            one, many = _CODES[kind]
            if len(strangers) > 1 and one != many and all(_CODES[other][1] == many for _, other in strangers):
                return UserError(many, aantal=len(strangers))
            return UserError(one, bestand=path.name)
    if error.code == "bestand_onleesbaar":
        return error
    fields = dict(error.fields)
    if "wat" in fields:
        fields["wat"] = part(str(fields["wat"])).lower()
    return UserError(_IN_WINDOW[error.code], **fields)


def kind_of(path: Path) -> str:
    """What a file holds, told by its contents: a key of _CODES, "werkmap", or "" for what may be a table."""
    try:
        with path.open("rb") as file:
            start = file.read(_LOOK_BYTES)
    except OSError:
        return ""
    known = next((kind for sign, kind in _STARTS.items() if start.startswith(sign)), "")
    if known or (start[4:8] == b"ftyp" and start[8:12] in _HEIC) or (start[:4] == b"RIFF" and start[8:12] == b"WEBP"):
        return known or "foto"
    ending = path.suffix.lower()
    if start.startswith(b"PK"):
        return _kind_of_zip(path, ending)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return _ENDINGS.get(ending, "werkmap")
    return "nep_excel" if ending in _WORKBOOKS else ""


def _kind_of_zip(path: Path, ending: str) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError):
        return "nep_excel" if ending in _WORKBOOKS else "zip"
    found = next((kind for part, kind in _IN_ZIP.items() if part in names), "")
    if found or {"xl/workbook.bin", "content.xml"} & names:
        return "document" if ending in (".odt", ".odp") else found or "werkmap"
    return "nep_excel" if ending in _WORKBOOKS else "zip"
