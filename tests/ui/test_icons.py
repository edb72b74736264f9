"""Every icon that is used is in the list, and is drawn in the colour asked for at any scale."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from boa_app.ui.icons import icon_image, icon_source, make_icon, paint_icon

ROOT = Path(__file__).resolve().parents[2]


def _listed() -> list[str]:
    lines = (ROOT / "resources" / "icons.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_every_listed_icon_is_built_and_follows_the_text_colour() -> None:
    assert len(_listed()) == len(set(_listed()))
    for name in _listed():
        assert "currentColor" in icon_source(name), name


def test_every_icon_of_the_code_lists_is_listed() -> None:
    used: set[str] = set()
    for file in (ROOT / "resources" / "codelijsten").glob("*.toml"):
        used |= set(re.findall(r"^\s*(?:icoon|pictogram)\s*=\s*\"([\w-]+)\"", file.read_text(encoding="utf-8"), re.M))
    assert used <= set(_listed()), used - set(_listed())


def test_unknown_icon_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        icon_source("bestaat-niet")


def test_icon_has_the_colour_and_the_sharpness_asked_for(qapp: QApplication) -> None:
    color = QColor(10, 200, 30)
    image = icon_image("square", 24, color.name(), 2.0)
    assert (image.width(), image.devicePixelRatio()) == (48, 2.0)
    drawn = {
        image.pixelColor(x, y).rgb() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255
    }
    assert drawn == {color.rgb()}
    strong = icon_image("minus", 24, color.name(), strong=True)
    plain = icon_image("minus", 24, color.name())
    assert _ink(strong) > _ink(plain)


def _ink(image: QImage) -> int:
    return sum(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def test_icon_for_plain_widgets_and_for_painters(qapp: QApplication) -> None:
    assert make_icon("house", 24, QColor(0, 0, 0)).availableSizes()[0] == QSize(24, 24)
    canvas = QImage(40, 40, QImage.Format.Format_ARGB32)
    canvas.fill(0)
    painter = QPainter(canvas)
    paint_icon(painter, "plus", QPointF(20, 20), 24, QColor(0, 0, 0))
    painter.end()
    assert canvas.pixelColor(20, 20).alpha() == 255
    assert canvas.pixelColor(1, 1).alpha() == 0
