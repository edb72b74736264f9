"""What the window says about files that hold no table; never a word of the command line."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.texts import LANGUAGES, error_sentence
from boa_app.texts.catalogue import ERRORS
from boa_app.ui.importeren.refusals import _CODES, _IN_WINDOW, in_window, kind_of, refused_folder

NO_COLUMNS = UserError("kolommen_niet_gevonden", bestand="x", kolommen="datum, lon, lat")


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _zip(folder: Path, name: str, part: str) -> Path:
    with zipfile.ZipFile(folder / name, "w") as archive:
        archive.writestr(part, "x")
    return folder / name


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        (
            "DSCN0010.jpg",
            b"\xff\xd8\xff\xe1Exif",
            "DSCN0010.jpg is een foto. Van dit bestand is niets ingelezen. Voeg hem toe bij een melding.",
        ),
        ("a.heic", b"\x00\x00\x00\x18ftypheic", "is een foto"),
        ("a.webp", b"RIFF1234WEBPVP8", "is een foto"),
        ("a.pdf", b"%PDF-1.7", "is een pdf"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "is een document"),
        ("a.gpkg", b"SQLite format 3\x00", "kaartbestand"),
        ("onzin.xlsx", b"dit is geen werkmap", "is geen Excel-bestand"),
        ("kapot.xlsx", b"PK\x03\x04stuk", "is geen Excel-bestand"),
        ("brief.txt", b"Geachte heer", "staat geen tabel met meldingen"),
    ],
)
def test_what_it_is_and_where_it_belongs(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = _file(tmp_path, name, data)
    error = in_window(UserError(NO_COLUMNS.code, bestand=name, kolommen="datum"), [path], str)
    assert words in str(error_sentence(error))


def test_what_stands_in_a_zip_tells_what_it_is(tmp_path: Path) -> None:
    assert kind_of(_zip(tmp_path, "brief.docx", "word/document.xml")) == "document"
    assert kind_of(_zip(tmp_path, "brief.odt", "content.xml")) == "document"
    assert kind_of(_zip(tmp_path, "blad.xlsx", "xl/workbook.xml")) == "werkmap"
    assert kind_of(_zip(tmp_path, "blad.ods", "content.xml")) == "werkmap"
    found = in_window(UserError("zip_onbekend", bestand="p.zip"), [_zip(tmp_path, "p.zip", "leesmij.txt")], str)
    assert found.code == "import_zip"
    assert kind_of(tmp_path / "weg.csv") == ""


def test_fifty_photos_are_one_sentence(tmp_path: Path) -> None:
    paths = [_file(tmp_path, f"{nr}.jpg", b"\xff\xd8\xff\xe0") for nr in range(50)]
    assert str(error_sentence(in_window(NO_COLUMNS, paths, str))).startswith("50 van de gekozen bestanden zijn foto's.")


def test_a_folder_is_told_from_files(tmp_path: Path) -> None:
    refusal = refused_folder([_file(tmp_path, "a.csv", b"x"), tmp_path])
    assert refusal is not None
    assert (
        str(error_sentence(refusal))
        == f"U koos een map: {tmp_path.name}. Er is niets ingelezen. Kies de bestanden erin."
    )
    assert refused_folder([tmp_path / "a.csv"]) is None


def test_a_doubt_is_named_with_the_word_of_the_window(tmp_path: Path) -> None:
    doubt = UserError("import_twijfel", bestand="a.csv", wat="volgorde", keuzes="dag_eerst, maand_eerst")
    told = error_sentence(in_window(doubt, [tmp_path / "a.csv"], {"volgorde": "Volgorde van dag en maand"}.__getitem__))
    assert told.wat == "In a.csv is nog niet zeker: volgorde van dag en maand."


def test_other_errors_stay_as_they_are(tmp_path: Path) -> None:
    empty = UserError("bestand_leeg", bestand="a.csv")
    assert in_window(empty, [tmp_path / "a.csv"], str) is empty
    unreadable = UserError("bestand_onleesbaar", bestand="a.csv")
    assert in_window(unreadable, [_file(tmp_path, "a.csv", b"a;b")], str) is unreadable


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_window_speaks_of_the_command_line(language: str) -> None:
    shown = {*_IN_WINDOW.values(), "import_map", *(code for codes in _CODES.values() for code in codes)}
    for code in shown:
        parts = ERRORS[code].en if language == "en" else ERRORS[code].nl
        assert not any(word in " ".join(parts) for word in ("--", " lon", " lat", "{kolommen}", "auto")), code
