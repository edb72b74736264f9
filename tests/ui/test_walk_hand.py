"""What a hand does in the walk: it touches, drags and drops, and says so when nothing takes it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.walk_camera import Camera, WalkFailed
from boa_app.ui.walk_hand import Steps, drag, drop, touch
from boa_app.ui.window import MainWindow


class Table(QWidget):
    """Keeps where a pressed button went, and takes files."""

    def __init__(self, *, takes_files: bool = True) -> None:
        super().__init__()
        self.setAcceptDrops(takes_files)
        self.went: list[tuple[int, int]] = []
        self.files: list[Path] = []
        self.is_welcome = takes_files

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            self.went.append((event.position().toPoint().x(), event.position().toPoint().y()))
            return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.is_welcome:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files += [Path(url.toLocalFile()) for url in event.mimeData().urls()]


def test_a_touch_reaches_what_lies_there_and_nothing_that_is_off(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    on, off = QPushButton("aan"), QPushButton("uit")
    off.setEnabled(False)
    touched: list[str] = []
    for button in (on, off):
        column.addWidget(button)
        button.clicked.connect(partial(touched.append, button.text()))
    window.show()
    qtbot.waitExposed(window)
    touch(on)
    touch(off)
    touch(on, QPoint(-5, -5))
    assert touched == ["aan"]


def test_a_drag_goes_from_here_to_there(qtbot: QtBot) -> None:
    table = Table()
    qtbot.addWidget(table)
    table.resize(200, 200)
    table.show()
    qtbot.waitExposed(table)
    drag(table, QPoint(10, 10), QPoint(60, 110))
    assert (table.went[0], table.went[-1]) == ((10, 10), (60, 110))
    assert (30, 50) in table.went


def test_a_file_is_let_go_where_it_is_welcome(qtbot: QtBot, tmp_path: Path) -> None:
    table, closed = Table(), Table(takes_files=False)
    for one in (table, closed):
        qtbot.addWidget(one)
    drop(table, tmp_path / "a.csv")
    assert table.files == [tmp_path / "a.csv"]
    with pytest.raises(WalkFailed, match=r"a\.csv"):
        drop(closed, tmp_path / "a.csv")
    assert closed.files == []


def test_a_step_without_an_open_session_says_so() -> None:
    steps = Steps(cast("MainWindow", SimpleNamespace(shell=None)), cast("Camera", None))
    with pytest.raises(WalkFailed, match="no open session"):
        steps._go("kaart")
