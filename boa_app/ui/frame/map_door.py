"""A map is one stop of the Tab key. Enter goes in, to the buttons and discs on it; Esc comes back out.

Tab ──> map (arrow keys move it) ── Tab ──> next part of the window
         │ Enter            ▲ Esc
         └──> inside: Tab walks over what lies on the map, past the last it leaves

While a tool is in hand on the map (property HOLDS_KEYS of the part around it) Enter, Esc and Tab are the map's own.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from boa_app.ui.frame.focus_order import go_to_stop, map_around

_WAYS = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
HOLDS_KEYS = "houdt_toetsen"


class MapDoor(QObject):
    """Hears the keys of the map that has the focus, before its page does; WebEngine would keep Tab to itself.

    leave(forward) must go to the next part of the window.
    """

    def __init__(self, window: QWidget, leave: Callable[[bool], object]) -> None:
        super().__init__(window)
        self._frame, self._leave = window, leave
        self._map: QWidget | None = None
        self._heard: QWidget | None = None
        self._is_inside = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_app_focus_changed)

    @property
    def is_inside(self) -> bool:
        """True while Tab walks over what lies on the map."""
        return self._is_inside

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._heard and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                # Inside, Esc belongs to the map: the window would go a page back on it.
                return (self._is_inside or self._is_held()) and self._accept_escape(event)
            if event.type() is QEvent.Type.KeyPress:
                return not self._is_held() and self._take_key(event)
        return super().eventFilter(watched, event)

    def _is_held(self) -> bool:
        around = self._map.parentWidget() if self._map is not None else None
        return around is not None and bool(around.property(HOLDS_KEYS))

    def _accept_escape(self, event: QKeyEvent) -> bool:
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape:
            event.accept()
        return is_escape

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self._is_inside and key == Qt.Key.Key_Escape:
            self._come_out()
        elif not self._is_inside and key in _WAYS:
            self._leave(_WAYS[key])
        elif not self._is_inside and key in _ENTER:
            self._go_in()
        else:
            return False
        return True

    def _go_in(self) -> None:
        self._is_inside = True
        if self._heard is not None:
            tab = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.postEvent(self._heard, tab)

    def _come_out(self) -> None:
        self._is_inside = False
        around, heard = self._map, self._heard
        if around is not None and heard is not None:
            # Away and back: only a page that gets the focus begins at its first part.
            heard.clearFocus()
            go_to_stop(around, forward=True)

    def _on_app_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        del before
        around = map_around(now) if now is not None and self._frame.isAncestorOf(now) else None
        if around is not self._map:
            self._is_inside = False
        self._map, self._heard = around, now if around is not None else None
        if self._heard is not None:
            self._heard.installEventFilter(self)
