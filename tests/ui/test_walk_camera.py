"""Looking and waiting: an empty map is told from a town, and a step that never comes true ends the walk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui import walk_camera
from boa_app.ui.walk_camera import SIZES, Camera, WalkFailed, drawn_share, wait_until


def test_share_of_what_is_drawn(qtbot: QtBot) -> None:
    picture = QImage(100, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    whole = QRect(0, 0, 100, 100)
    assert drawn_share(picture, whole) == 0
    painter = QPainter(picture)
    painter.fillRect(0, 0, 100, 40, QColor("blue"))
    painter.end()
    assert 0.35 < drawn_share(picture, whole) < 0.45
    assert drawn_share(picture, QRect()) == 0


def test_waiting_ends(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk_camera, "PATIENCE_MS", 50)
    wait_until("nooit", lambda: True)
    with pytest.raises(WalkFailed, match="het kwam niet"):
        wait_until("het kwam niet", lambda: False)


def test_pictures_are_numbered_and_at_every_size(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    Camera(window, tmp_path, "licht", every_size=False).take("een")
    Camera(window, tmp_path, "donker", every_size=True).take("een")
    names = {path.name for path in tmp_path.glob("*.png")}
    assert "01-een-licht.png" in names
    assert {f"01-een-donker-{width}x{height}.png" for width, height in SIZES} <= names
    with pytest.raises(WalkFailed):
        Camera(window, tmp_path / "bestaat-niet", "licht", every_size=False).take("een")
