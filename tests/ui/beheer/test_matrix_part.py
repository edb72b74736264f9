"""Wie ziet wat: the roles, their lines and people, and the file."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from boa_app.domain.errors import BoaError
from boa_app.domain.roles import Rol
from boa_app.ui.beheer.matrix_part import MatrixPart, RightsTable
from boa_app.ui.beheer.work import BeheerWerk
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import SizeClass
from boa_app.ui.vandaag.lists import InfoRow
from tests.ui.beheer.conftest import WAIT_MS, names


def a_part(qtbot: QtBot, ui: UiContext, work: BeheerWerk) -> MatrixPart:
    part = MatrixPart(ui, work, "nl")
    qtbot.addWidget(part)
    part.resize(1188, 600)
    part.show()
    assert part.corner().reason
    part.read()
    qtbot.waitUntil(lambda: part.matrix is not None and not work.is_busy, timeout=WAIT_MS)
    return part


def test_each_role_with_who_has_it(qtbot: QtBot, ui: UiContext, work: BeheerWerk) -> None:
    part = a_part(qtbot, ui, work)
    assert len(names(part.panel)) == len(Rol)
    facts = [row.name for row in part.detail.findChildren(InfoRow) if row.isVisible()]
    assert facts[0] == "Sam de Wit: hele gemeente"
    part.panel.list.selectRow(list(Rol).index(Rol.UITVOERDER))
    facts = [row.name for row in part.detail.findChildren(InfoRow) if row.isVisible()]
    assert facts[0] == "Niemand heeft deze rol"


def test_the_table_becomes_blocks_where_it_is_narrow(qtbot: QtBot, ui: UiContext, work: BeheerWerk) -> None:
    part = a_part(qtbot, ui, work)
    heads = [table for table in part.detail.findChildren(RightsTable) if table.isVisible()]
    assert heads[0].findChildren(type(part.detail._title))[0].text() == "Wat"
    part.arrange(SizeClass.SMAL, low=False)
    shown = [table for table in part.detail.findChildren(RightsTable) if table.isVisible()]
    assert shown[-1].findChildren(type(part.detail._title))[0].text() == "Melding"


def test_export_writes_the_file_and_says_so(qtbot: QtBot, ui: UiContext, work: BeheerWerk, tmp_path: Path) -> None:
    part = a_part(qtbot, ui, work)
    with qtbot.waitSignal(ui.notice_requested, timeout=WAIT_MS):
        part.files.chosen.emit(tmp_path / "matrix.html")
    assert "Sam de Wit" in (tmp_path / "matrix.html").read_text(encoding="utf-8")


def test_an_export_that_fails_is_told_on_the_page(
    qtbot: QtBot, ui: UiContext, work: BeheerWerk, tmp_path: Path
) -> None:
    part = a_part(qtbot, ui, work)
    told: list[BoaError] = []
    ui.page_error_raised.connect(lambda error, _page: told.append(error))
    part.files.chosen.emit(tmp_path / "weg" / "matrix.csv")
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    assert told[0].code == "uitvoer_map_ontbreekt"


def test_the_window_asks_for_a_place(qtbot: QtBot, ui: UiContext, work: BeheerWerk, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QFileDialog

    part = a_part(qtbot, ui, work)
    part.corner().on_trigger()
    dialog = part.findChildren(QFileDialog)[0]
    with qtbot.waitSignal(part.files.chosen):
        dialog.fileSelected.emit(str(tmp_path / "x.html"))
    dialog.reject()
