"""A short list of rows in a panel: it scrolls inside the panel, or in a small window stands out at full height."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.scroll import ScrollBox


class StackPanel(Panel):
    """A panel with widgets under each other."""

    def __init__(self, themes: ThemeManager, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, title, icon, parent)
        self._content = QWidget()
        self._rows = QVBoxLayout(self._content)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        self._scroll = ScrollBox(self._content)
        self._full = False
        self.body.addWidget(self._scroll, 1)

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these under each other, in place of what stood there."""
        while self._rows.count() > 1:
            item = self._rows.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None and old not in widgets:
                old.hide()
                old.deleteLater()
        for index, widget in enumerate(widgets):
            self._rows.insertWidget(index, widget)
            widget.show()
        self._fit()

    def set_full_height(self, full: bool) -> None:
        """Take all the height the rows need, because the page itself scrolls."""
        self._full = full
        self._fit()

    def _fit(self) -> None:
        self._rows.activate()
        self._scroll.setMinimumHeight(self._content.sizeHint().height() if self._full else 0)
