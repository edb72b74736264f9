"""Boxes stay inside their rectangle; text that does not fit ends in dots."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from boa_app.ui.theme import Theme
from boa_app.ui.widgets.paint import Box, paint_box, paint_disc, paint_ring, paint_text, text_width

THEME = Theme("licht")


def _canvas() -> QImage:
    image = QImage(60, 60, QImage.Format.Format_ARGB32)
    image.fill(0)
    return image


def test_edge_lies_inside_the_rectangle(qapp: QApplication) -> None:
    image = _canvas()
    painter = QPainter(image)
    paint_box(painter, THEME, QRectF(10, 10, 40, 40), Box(fill="keuze", edge="ink", width="lijn-2", radius=""))
    painter.end()
    assert image.pixelColor(30, 30) == THEME.color("keuze")
    assert image.pixelColor(10, 30) == THEME.color("ink")
    assert image.pixelColor(9, 30).alpha() == 0


def test_ring_is_three_wide(qapp: QApplication) -> None:
    image = _canvas()
    painter = QPainter(image)
    paint_ring(painter, THEME, QRectF(0, 0, 60, 60), radius="")
    painter.end()
    assert [image.pixelColor(x, 30).alpha() for x in (0, 1, 2, 3)] == [255, 255, 255, 0]


def test_disc_and_text(qapp: QApplication) -> None:
    image = _canvas()
    painter = QPainter(image)
    paint_disc(painter, THEME, QPointF(30, 30), 20)
    font = THEME.font()
    paint_text(painter, QRectF(0, 0, 20, 20), "Vergrendelen", font, THEME.color("ink"))
    painter.end()
    assert image.pixelColor(30, 30) == THEME.color("schijf")
    assert all(image.pixelColor(x, 10).alpha() == 0 for x in range(24, 60))
    assert text_width(font, "1111") == text_width(font, "0000")
