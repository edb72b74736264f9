from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boa_app.domain.foto import Werkfoto, bedekte_cellen
from boa_app.exchange.fotos import COVER, maak_opslagfoto
from boa_app.ui.fotos.canvas import MAX_ZOOM, FotoCanvas
from boa_app.ui.theme import ThemeManager

WIDTH, HEIGHT = 400, 300
NOISE = np.random.default_rng(5).integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8)
FOTO = Werkfoto(NOISE.tobytes(), WIDTH, HEIGHT)


@pytest.fixture
def canvas(qtbot: QtBot, themes: ThemeManager) -> Iterator[FotoCanvas]:
    made = FotoCanvas(themes, "De foto")
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.set_werkfoto(FOTO)
    made.set_brush(40)
    made.show()
    qtbot.waitExposed(made)
    yield made


def pixels(picture: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(bytes(rgb.constBits()), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return rows[:, : 3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3)


def draw(qtbot: QtBot, canvas: QWidget, *points: tuple[int, int]) -> None:
    first, *rest = (QPoint(*point) for point in points)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=first)
    for point in rest:
        qtbot.mouseMove(canvas, point)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=(rest or [first])[-1])


def test_what_is_shown_covered_is_what_is_stored_covered(qtbot: QtBot, canvas: FotoCanvas) -> None:
    draw(qtbot, canvas, (100, 100), (300, 200), (300, 400))
    draw(qtbot, canvas, (700, 560))
    shown = pixels(canvas.picture())
    covered = (shown == COVER).all(axis=2)
    cells = bedekte_cellen(canvas.strokes(), WIDTH, HEIGHT)
    expected = np.zeros((HEIGHT, WIDTH), bool)
    for column, row in cells:
        expected[row * 8 : row * 8 + 8, column * 8 : column * 8 + 8] = True
    assert (covered == expected).all()
    assert 0.02 < covered.mean() < 0.5
    assert (shown[~covered] == NOISE[~covered]).all()
    assert maak_opslagfoto(FOTO, cells).jpeg


def test_a_stroke_is_taken_back_at_a_time(qtbot: QtBot, canvas: FotoCanvas) -> None:
    draw(qtbot, canvas, (100, 100), (400, 100))
    one = pixels(canvas.picture()).copy()
    with qtbot.waitSignal(canvas.strokes_changed):
        draw(qtbot, canvas, (200, 60), (200, 300))
    assert len(canvas.strokes()) == 2
    canvas.undo_stroke()
    assert (pixels(canvas.picture()) == one).all()
    canvas.undo_stroke()
    canvas.undo_stroke()
    assert canvas.strokes() == ()
    assert (pixels(canvas.picture()) == NOISE).all()


def test_without_a_brush_nothing_is_covered_and_beside_the_picture_neither(qtbot: QtBot, canvas: FotoCanvas) -> None:
    canvas.resize(1000, 600)
    draw(qtbot, canvas, (2, 300), (6, 340))
    assert canvas.strokes() == ()
    canvas.set_brush(0)
    draw(qtbot, canvas, (300, 300), (400, 340))
    assert canvas.strokes() == ()
    assert (pixels(canvas.picture()) == NOISE).all()


def test_keys_move_the_brush_and_paint(qtbot: QtBot, canvas: FotoCanvas) -> None:
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert [len(streek.punten) for streek in canvas.strokes()] == [1]
    for _ in range(4):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert len(canvas.strokes()) == 1
    for _ in range(5):
        # Held down: qtbot would let go of Shift after each.
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        QApplication.sendEvent(canvas, held)
    qtbot.keyRelease(canvas, Qt.Key.Key_Shift)
    first, second = canvas.strokes()
    assert len(second.punten) == 6
    assert second.punten[0][0] > first.punten[0][0]
    assert second.punten[-1][1] > second.punten[0][1]
    for _ in range(80):
        qtbot.keyClick(canvas, Qt.Key.Key_Left)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert canvas.strokes()[-1].punten[0][0] == 0


def test_a_stroke_by_key_ends_when_the_focus_goes(qtbot: QtBot, canvas: FotoCanvas) -> None:
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    qtbot.keyPress(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.strokes() == ()
    canvas.clearFocus()
    assert len(canvas.strokes()) == 1


def test_zoom_keeps_the_point_and_stays_on_the_picture(qtbot: QtBot, canvas: FotoCanvas) -> None:
    at = QPointF(600, 200)
    before = canvas.to_picture(at)
    canvas.zoom_by(3, at)
    after = canvas.to_picture(at)
    assert (after - before).manhattanLength() < 1
    assert canvas.to_widget(after) == at
    for key, times in ((Qt.Key.Key_Plus, 30), (Qt.Key.Key_Minus, 60)):
        for _ in range(times):
            qtbot.keyClick(canvas, key)
        assert canvas.zoom == (MAX_ZOOM if key == Qt.Key.Key_Plus else 1.0)
    corner = canvas.to_picture(QPointF(0, 0))
    assert corner.x() <= 0.5
    assert corner.y() <= 0.5
    canvas.zoom_by(4)
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.zoom == 1.0


def test_a_dab_on_a_zoomed_picture_lands_where_it_is_seen(qtbot: QtBot, canvas: FotoCanvas) -> None:
    canvas.zoom_by(4, QPointF(100, 100))
    spot = canvas.to_picture(QPointF(400, 300))
    draw(qtbot, canvas, (400, 300))
    (stroke,) = canvas.strokes()
    assert stroke.punten[0] == pytest.approx((spot.x(), spot.y()), abs=0.5)


def test_pushing_moves_the_picture_and_covers_nothing(qtbot: QtBot, canvas: FotoCanvas) -> None:
    canvas.zoom_by(4)
    for panning, button in ((True, Qt.MouseButton.LeftButton), (False, Qt.MouseButton.RightButton)):
        canvas.set_panning(on=panning)
        before = canvas.to_picture(QPointF(400, 300))
        qtbot.mousePress(canvas, button, pos=QPoint(400, 300))
        qtbot.mouseMove(canvas, QPoint(300, 300))
        qtbot.mouseRelease(canvas, button, pos=QPoint(300, 300))
        assert canvas.to_picture(QPointF(400, 300)).x() > before.x()
    assert canvas.strokes() == ()


def test_the_wheel_zooms_whole_and_pushes_zoomed(canvas: FotoCanvas) -> None:
    def turn(amount: int) -> None:
        event = QWheelEvent(
            QPointF(400, 300), QPointF(400, 300), QPoint(), QPoint(0, amount), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(canvas, event)

    turn(120)
    assert canvas.zoom > 1
    canvas.zoom_by(3)
    before, zoom = canvas.to_picture(QPointF(400, 300)), canvas.zoom
    turn(-240)
    assert canvas.zoom == zoom
    assert canvas.to_picture(QPointF(400, 300)).y() > before.y()


def test_the_brush_follows_the_keys_into_sight(qtbot: QtBot, canvas: FotoCanvas) -> None:
    canvas.setFocus()
    canvas.zoom_by(6)
    for _ in range(30):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert QRect(canvas.rect()).contains(canvas.to_widget(canvas._cursor).toPoint())


def test_nothing_shown_takes_no_strokes(qtbot: QtBot, canvas: FotoCanvas) -> None:
    canvas.set_werkfoto(None)
    draw(qtbot, canvas, (300, 300), (400, 340))
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.strokes() == ()
    assert canvas.picture_size.isEmpty()
    canvas.grab()
