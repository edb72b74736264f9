"""Workbooks: cells as text, bounds against files that only look small."""

from __future__ import annotations

import zipfile
from datetime import datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from boa_app.domain.errors import UserError
from boa_app.exchange import werkblad
from boa_app.exchange.bron import Vorm, inspect_source
from boa_app.exchange.werkblad import Blad, check_bounds, list_sheets, open_workbook, sheet_rows


def _book(path: Path) -> Path:
    workbook = xlsxwriter.Workbook(path)
    day, stamp, clock = (
        workbook.add_format({"num_format": form}) for form in ("dd-mm-yyyy", "dd-mm-yyyy hh:mm", "h:mm")
    )
    sheet = workbook.add_worksheet("Een")
    sheet.merge_range(0, 1, 0, 3, "Titel")
    sheet.write_datetime(2, 1, datetime(2026, 2, 1), day)
    sheet.write_datetime(2, 2, datetime(2026, 2, 1, 21, 15, 30), stamp)
    sheet.write_datetime(2, 3, datetime.combine(datetime(1899, 12, 31), time(21, 15)), clock)
    sheet.write_row(3, 1, [131374.0, 5.0432, "0012", True])
    workbook.add_worksheet("Weg").hide()
    workbook.close()
    return path


def test_cells_are_what_a_person_sees(tmp_path: Path) -> None:
    path = _book(tmp_path / "t.xlsx")
    assert inspect_source(path).vorm is Vorm.WERKMAP
    with open_workbook(path, "t.xlsx") as workbook:
        assert list_sheets(workbook) == [Blad("Een", False), Blad("Weg", True)]
        rows = list(sheet_rows(workbook, "Een"))
        assert list(sheet_rows(workbook, "Weg")) == []
        assert len(list(sheet_rows(workbook, "Een", limit=2))) == 2
    assert [cell for cell in rows[0] if cell] == ["Titel"]
    assert rows[2][:4] == ["", "2026-02-01", "2026-02-01 21:15:30", "21:15:00"]
    assert rows[3] == ["", "131374", "5.0432", "0012", "ja"]


def test_an_old_workbook(shared_data: Path) -> None:
    path = next((shared_data / "tables").glob("*2016.xls"))
    with open_workbook(path, path.name) as workbook:
        (blad,) = list_sheets(workbook)
        assert next(iter(sheet_rows(workbook, blad.naam)))[0] == "Gemeentecode"


def test_what_unpacks_to_too_much_is_refused_before_it_does(tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (werkblad.RATIO_FROM_BYTES + 1))
    for look in (lambda: check_bounds(path, "bom.xlsx"), lambda: inspect_source(path)):
        with pytest.raises(UserError) as caught:
            look()
        assert caught.value.code == "werkmap_te_groot"


def test_a_broken_workbook_is_a_users_problem(tmp_path: Path) -> None:
    whole = _book(tmp_path / "t.xlsx").read_bytes()
    (tmp_path / "half.xlsx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UserError) as caught:
        inspect_source(tmp_path / "half.xlsx")
    assert caught.value.code == "bestand_onleesbaar"
    (tmp_path / "oud.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600)
    with pytest.raises(UserError) as caught, open_workbook(tmp_path / "oud.xls", "oud.xls"):
        pass
    assert caught.value.code == "bestand_onleesbaar"


def test_a_zip_that_is_neither(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("lees.txt", "x")
    with pytest.raises(UserError) as caught:
        inspect_source(tmp_path / "z.zip")
    assert caught.value.code == "zip_onbekend"
