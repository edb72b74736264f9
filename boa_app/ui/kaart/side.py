"""The side of the map: one panel at a time, opened from the foot or the map, closed by its cross or Escape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import IconKnop
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.ui.widgets.text import Label


class SidePanels(QFrame):
    """Holds the panels beside the map; hidden while none is open.

    Signals:
        panel_opened(str), panel_closed(str): the key of the panel.
    """

    panel_opened = Signal(str)
    panel_closed = Signal(str)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("vlak", "surface")
        self._titles: dict[str, str] = {}
        self._panels: dict[str, ScrollBox] = {}
        self._back: QWidget | None = None
        self._key = ""
        self._title = Label(themes, size="t-tegel", weight="w-vet")
        self._cross = IconKnop(themes, "x", self.tr("Paneel sluiten"), self)
        self._cross.clicked.connect(self.close_panel)
        self._stack = QStackedWidget()
        head = QHBoxLayout()
        head.setContentsMargins(px("s3"), 0, px("s1"), 0)
        head.setSpacing(px("s1"))
        head.addWidget(self._title, 1)
        head.addWidget(self._cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self._stack, 1)
        self.hide()

    @property
    def open_key(self) -> str:
        """The key of the open panel, empty while none is."""
        return self._key

    def add_panel(self, key: str, title: str, panel: QWidget) -> None:
        """Give a panel its place; it scrolls when it is higher than the room."""
        self._titles[key] = title
        self._panels[key] = box = ScrollBox(panel)
        self._stack.addWidget(box)

    def open_panel(self, key: str) -> None:
        """Show a panel; the focus goes into it, and back where it was at closing."""
        if self._key == key:
            return
        if self._key:
            self.panel_closed.emit(self._key)
        else:
            self._back = self.window().focusWidget()
        self._key = key
        self._title.setText(self._titles[key])
        self.setAccessibleName(self._titles[key])
        self._stack.setCurrentWidget(self._panels[key])
        self.show()
        self._cross.setFocus(Qt.FocusReason.PopupFocusReason)
        self.panel_opened.emit(key)

    def show_top(self) -> None:
        """Bring the beginning of the open panel in sight."""
        if self._key:
            self._panels[self._key].verticalScrollBar().setValue(0)

    def close_panel(self) -> None:
        """Put the panel away."""
        if not self._key:
            return
        closed, self._key = self._key, ""
        self.hide()
        back, self._back = self._back, None
        # The foot is made anew while a panel is open, and with it the button that opened the panel.
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.panel_closed.emit(closed)

    def event(self, event: QEvent) -> bool:
        # Esc closes the panel first; only then is it the window's key for going back.
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._key:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.close_panel()
                return True
        return super().event(event)
