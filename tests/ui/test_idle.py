"""Idleness: every touch or key starts the count again, the rest does not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.idle import IDLE_MS, IdleWatch

NONE = Qt.KeyboardModifier.NoModifier
PRESS = QMouseEvent(
    QEvent.Type.MouseButtonPress, QPointF(), QPointF(), Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, NONE
)
KEY = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, NONE)


@pytest.mark.parametrize(("event", "counts"), [(PRESS, True), (KEY, True), (QEvent(QEvent.Type.Timer), False)])
def test_what_counts_as_a_touch(qtbot: QtBot, event: QEvent, counts: bool) -> None:
    widget, watch = QWidget(), IdleWatch()
    qtbot.addWidget(widget)
    widget.show()
    native = widget.windowHandle()
    watch.start(native)
    assert IDLE_MS == 300_000
    qtbot.waitUntil(lambda: watch.remaining_ms < IDLE_MS - 30)
    low = watch.remaining_ms
    assert native is not None
    QCoreApplication.sendEvent(native, event)
    assert (watch.remaining_ms > low) is counts
    watch.stop()
    assert watch.remaining_ms == -1


def test_without_a_window_it_still_counts(qtbot: QtBot) -> None:
    watch = IdleWatch()
    watch.start(None)
    assert watch.remaining_ms > 0
    watch.stop()
