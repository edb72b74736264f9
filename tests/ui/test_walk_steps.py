"""The steps are walked as a process in tests/ui/test_walk.py, and tests/test_main_job.py reads back what they stored;
here what they are made of."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.walk_camera import Camera, WalkFailed
from boa_app.ui.walk_steps import MainJob, touch
from boa_app.ui.window import MainWindow


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


def test_a_step_without_an_open_session_says_so() -> None:
    job = MainJob(cast("MainWindow", SimpleNamespace(shell=None)), cast("Camera", None), "")
    with pytest.raises(WalkFailed, match="no open session"):
        job._count()
