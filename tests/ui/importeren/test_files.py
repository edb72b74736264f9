"""Files that were dragged, and the windows that ask for some."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.importeren.files import FileWindow, dropped_files


def test_files_and_folders_of_this_computer_are_taken(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("x", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.org/b.csv")])
    assert list(dropped_files(data)) == [file, tmp_path]
    assert list(dropped_files(QMimeData())) == []


def _dialog(owner: QWidget) -> QFileDialog:
    return owner.findChildren(QFileDialog)[-1]


def test_the_windows_answer_later_and_go_away(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("x", encoding="utf-8")
    owner, window = QWidget(), FileWindow()
    qtbot.addWidget(owner)
    owner.show()
    seen: list[object] = []
    window.ask_sources(owner, seen.append)
    dialog = _dialog(owner)
    assert dialog.isVisible()
    assert not seen
    assert "*.xlsx" in dialog.nameFilters()[0]
    dialog.filesSelected.emit([str(file)])
    dialog.reject()
    qtbot.waitUntil(lambda: not owner.findChildren(QFileDialog), timeout=15_000)
    window.ask_target(owner, "lijst.csv", seen.append)
    dialog = _dialog(owner)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(tmp_path / "lijst.csv"))
    dialog.reject()
    qtbot.waitUntil(lambda: not owner.findChildren(QFileDialog), timeout=15_000)
    assert seen == [[file], tmp_path / "lijst.csv"]
    assert owner.windowModality() is Qt.WindowModality.NonModal
