"""The list in which more than one melding can be picked: by mouse, by keys, and by touch once picking was asked for.

Ctrl and a click: this one too · Shift and a click: up to here · Ctrl+A: all · Space: this one · Shift and arrows: on
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from boa_app.ui.widgets.row_list import RowList

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class PickList(RowList):
    """A RowList that tells what somebody wants to pick; it keeps no picks itself.

    is_picking: a plain touch picks too. has_picks: Escape lets go of them first.

    Signals:
        pick_toggled(int): this row in or out. pick_reached(int): everything from the last one up to this row.
        all_requested(): every row. plain_chosen(int): touched without any of it.
        picks_dropped(): Escape.
    """

    pick_toggled = Signal(int)
    pick_reached = Signal(int)
    all_requested = Signal()
    plain_chosen = Signal(int)
    picks_dropped = Signal()

    is_picking = False
    has_picks = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        keys = event.modifiers()
        if event.button() is not Qt.MouseButton.LeftButton or row < 0:
            super().mousePressEvent(event)
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            self.pick_reached.emit(row)
        elif keys & Qt.KeyboardModifier.ControlModifier or self.is_picking:
            self.pick_toggled.emit(row)
        else:
            super().mousePressEvent(event)
            self.plain_chosen.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.is_picking or event.modifiers():
            # The second touch of two quick ones picks, it does not open.
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = Qt.Key(event.key()), event.modifiers()
        row = self.currentIndex().row()
        if key == Qt.Key.Key_A and keys & Qt.KeyboardModifier.ControlModifier:
            self.all_requested.emit()
        elif key == Qt.Key.Key_Space and row >= 0:
            self.pick_toggled.emit(row)
        elif key == Qt.Key.Key_Escape and self.has_picks:
            self.picks_dropped.emit()
        elif key in _ARROWS and keys & Qt.KeyboardModifier.ShiftModifier:
            self.pick_reached.emit(row)
            super().keyPressEvent(_without_keys(event))
            self.pick_reached.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Esc lets go of the picks first; only then is it the window's key for going back.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            is_own = event.key() == Qt.Key.Key_A and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if is_own or (event.key() == Qt.Key.Key_Escape and self.has_picks):
                event.accept()
                return True
        return super().event(event)


def _without_keys(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(event.type(), event.key(), Qt.KeyboardModifier.NoModifier)
