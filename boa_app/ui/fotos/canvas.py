"""A photo to look at and to cover: zoom, push, and a brush for mouse, finger and keyboard.

What the brush touches is shown in the very cells that are replaced in the stored picture (domain/foto.py), so nobody
stores a photo that is less covered than what stood on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QSizePolicy, QWidget

from boa_app.domain.foto import CEL_PX, Cel, Streek, Werkfoto, streek_cellen
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.paint import paint_ring

MAX_ZOOM, ZOOM_STEP = 12.0, 1.5
_LEAST_MOVE_PX = 2.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class FotoCanvas(QWidget):
    """Shows one picture. Without a brush it can only be looked at.

    Signals:
        strokes_changed(): a stroke was added or taken back.
    """

    strokes_changed = Signal()

    def __init__(self, themes: ThemeManager, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._base, self._shown = QImage(), QImage()
        self._strokes: list[Streek] = []
        self._cells: list[frozenset[Cel]] = []
        self._open: list[tuple[float, float]] = []
        self._open_cells: set[Cel] = set()
        self._brush_px = 0.0
        self._cursor = QPointF()
        self._by_keyboard = False
        self._is_panning = False
        self._grabbed: QPointF | None = None
        self._zoom, self._centre = 1.0, QPointF()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        themes.theme_changed.connect(self.update)

    # What the page sets and asks

    def set_werkfoto(self, foto: Werkfoto | None) -> None:
        """Show a photo that was read, without strokes; None: nothing."""
        picture = QImage()
        if foto is not None:
            # The bytes belong to Python: QImage must have its own.
            rgb, step = foto.rgb, 3 * foto.breedte
            picture = QImage(rgb, foto.breedte, foto.hoogte, step, QImage.Format.Format_RGB888).copy()
        self.set_picture(picture)

    def set_picture(self, picture: QImage) -> None:
        """Show a picture, whole in the window."""
        self._base = picture
        self._shown = picture.copy()
        self._strokes, self._cells, self._open = [], [], []
        self._cursor = QPointF(picture.width() / 2, picture.height() / 2)
        self.fit()
        self.strokes_changed.emit()

    def set_brush(self, size_px: float) -> None:
        """The width of the brush in pixels of the picture; 0: no brush."""
        self._brush_px = size_px
        self.update()

    def set_panning(self, *, on: bool) -> None:
        """Push the picture about in place of covering it."""
        self._is_panning = on
        self.setCursor(Qt.CursorShape.OpenHandCursor if on else Qt.CursorShape.ArrowCursor)

    @property
    def picture_size(self) -> QSize:
        """Width and height of the picture in its own pixels."""
        return self._base.size()

    @property
    def zoom(self) -> float:
        """1 when the whole picture is in sight."""
        return self._zoom

    def strokes(self) -> tuple[Streek, ...]:
        """The strokes in order."""
        return tuple(self._strokes)

    def set_strokes(self, strokes: Sequence[Streek]) -> None:
        """Cover the picture with strokes that were made before."""
        size = self._base.size()
        for stroke in strokes:
            cells = streek_cellen(stroke, size.width(), size.height())
            self._strokes.append(stroke)
            self._cells.append(frozenset(cells))
            self._cover(frozenset(cells))
        if strokes:
            self.strokes_changed.emit()
            self.update()

    def picture(self) -> QImage:
        """The picture as it is shown, covered."""
        return self._shown

    def undo_stroke(self) -> None:
        """Take the last stroke back."""
        if not self._strokes:
            return
        self._strokes.pop()
        self._cells.pop()
        self._shown = self._base.copy()
        self._cover(frozenset().union(*self._cells))
        self.strokes_changed.emit()
        self.update()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Come nearer or go away; at: the point of the widget that stays where it is, the middle by itself."""
        point = at if at is not None else QPointF(self.rect().center())
        before = self.to_picture(point)
        self._zoom = min(MAX_ZOOM, max(1.0, self._zoom * factor))
        self._centre += before - self.to_picture(point)
        self._keep_inside()
        self.update()

    def fit(self) -> None:
        """The whole picture in sight."""
        self._zoom, self._centre = 1.0, QPointF(self._base.width() / 2, self._base.height() / 2)
        self.update()

    def to_picture(self, point: QPointF) -> QPointF:
        """A point of the widget in pixels of the picture."""
        return self._centre + (point - QPointF(self.rect().center())) / self._scale()

    def to_widget(self, point: QPointF) -> QPointF:
        """A point of the picture in the widget."""
        return QPointF(self.rect().center()) + (point - self._centre) * self._scale()

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(px("b-lijst"), px("b-paneel"))

    def minimumSizeHint(self) -> QSize:
        return QSize(px("h-kaart-klein"), px("h-kaart-klein"))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        theme = self._themes.theme
        painter.fillRect(self.rect(), theme.color("ground"))
        if not self._shown.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=True)
            corner = self.to_widget(QPointF(0, 0))
            size = QPointF(self._shown.width(), self._shown.height()) * self._scale()
            painter.drawImage(QRectF(corner.x(), corner.y(), size.x(), size.y()), self._shown)
            if self._brush_px and not self._is_panning and (self.underMouse() or self._by_keyboard):
                self._paint_brush(painter)
        if self.hasFocus() and self._by_keyboard:
            paint_ring(painter, theme, QRectF(self.rect()), radius="")
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        pushes = self._is_panning or not self._brush_px or event.button() is not Qt.MouseButton.LeftButton
        if pushes:
            self._grabbed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif not self._base.isNull():
            self._cursor = self.to_picture(event.position())
            self._begin_stroke()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self._centre -= (event.position() - self._grabbed) / self._scale()
            self._grabbed = event.position()
            self._keep_inside()
        else:
            self._cursor = self.to_picture(event.position())
            if self._open:
                self._extend_stroke()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._grabbed = None
        self.set_panning(on=self._is_panning)
        self._end_stroke()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or (not turned.x() and self._zoom == 1.0):
            self.zoom_by(1.2 ** (turned.y() / 120), event.position())
        else:
            self._centre -= QPointF(turned.x(), turned.y()) / self._scale() / 2
            self._keep_inside()
            self.update()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                # The first finger of two began a stroke that nobody meant.
                self._drop_stroke()
                self._centre -= (pinch.centerPoint() - pinch.lastCenterPoint()) / self._scale()
                self.zoom_by(pinch.scaleFactor(), QPointF(self.mapFromGlobal(pinch.centerPoint().toPoint())))
                event.accept(pinch)
                return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), event.position())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and not self._base.isNull():
            self._move_by_key(*_ARROWS[key], paints=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key is Qt.Key.Key_Space and self._brush_px and not event.isAutoRepeat():
            self._show_keyboard()
            self._end_stroke()
            self._begin_stroke()
            self._end_stroke()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(ZOOM_STEP, self.to_widget(self._cursor))
        elif key is Qt.Key.Key_Minus:
            self.zoom_by(1 / ZOOM_STEP)
        elif key is Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Shift:
            self._end_stroke()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._end_stroke()
        super().focusOutEvent(event)

    # Inside

    def _scale(self) -> float:
        """Pixels of the widget per pixel of the picture."""
        if self._base.isNull():
            return 1.0
        room = (self.width() / self._base.width(), self.height() / self._base.height())
        return max(0.001, min(room)) * self._zoom

    def _keep_inside(self) -> None:
        """The window stays on the picture; what fits stays in the middle."""
        scale, size = self._scale(), self._base.size()
        half = QPointF(self.width() / 2 / scale, self.height() / 2 / scale)
        self._centre = QPointF(
            _clamped(self._centre.x(), half.x(), size.width()), _clamped(self._centre.y(), half.y(), size.height())
        )

    def _move_by_key(self, right: int, down: int, *, paints: bool) -> None:
        self._show_keyboard()
        if not self._brush_px or self._is_panning:
            self._centre += QPointF(right, down) * (self.width() / 8 / self._scale())
            self._keep_inside()
            return
        if paints and not self._open:
            self._begin_stroke()
        step = max(float(CEL_PX), self._brush_px / 3)
        moved = self._cursor + QPointF(right, down) * step
        self._cursor = QPointF(
            min(max(0.0, moved.x()), self._base.width()), min(max(0.0, moved.y()), self._base.height())
        )
        if paints:
            self._extend_stroke()
        else:
            self._end_stroke()
        at = self.to_widget(self._cursor)
        if not QRectF(self.rect()).contains(at):
            self._centre = QPointF(self._cursor)
            self._keep_inside()
        self.update()

    def _show_keyboard(self) -> None:
        self._by_keyboard = True
        self.update()

    def _begin_stroke(self) -> None:
        self._open, self._open_cells = [(self._cursor.x(), self._cursor.y())], set()
        self._cover_segment(self._open)

    def _extend_stroke(self) -> None:
        last, now = self._open[-1], (self._cursor.x(), self._cursor.y())
        if abs(now[0] - last[0]) + abs(now[1] - last[1]) >= _LEAST_MOVE_PX:
            self._open.append(now)
            self._cover_segment([last, now])

    def _cover_segment(self, points: list[tuple[float, float]]) -> None:
        size = self._base.size()
        found = streek_cellen(Streek(tuple(points), self._brush_px), size.width(), size.height())
        self._cover(found - self._open_cells)
        self._open_cells |= found
        self.update()

    def _end_stroke(self) -> None:
        points, self._open = self._open, []
        if points and self._open_cells:
            self._strokes.append(Streek(tuple(points), self._brush_px))
            self._cells.append(frozenset(self._open_cells))
            self.strokes_changed.emit()

    def _drop_stroke(self) -> None:
        if self._open:
            self._end_stroke()
            self.undo_stroke()

    def _cover(self, cells: frozenset[Cel]) -> None:
        painter = QPainter(self._shown)
        color = self._themes.theme.color("foto-dek")
        for column, row in cells:
            painter.fillRect(column * CEL_PX, row * CEL_PX, CEL_PX, CEL_PX, color)
        painter.end()

    def _paint_brush(self, painter: QPainter) -> None:
        """Two rings, one light and one dark: one of them is seen on any picture."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius, theme = self._brush_px / 2 * self._scale(), self._themes.theme
        for token, wider in (("foto-ring", 0.0), ("foto-dek", float(px("haar")))):
            painter.setPen(QPen(theme.color(token), px("haar")))
            painter.drawEllipse(self.to_widget(self._cursor), radius + wider, radius + wider)


def _clamped(value: float, half: float, size: int) -> float:
    return size / 2 if 2 * half >= size else min(max(value, half), size - half)
