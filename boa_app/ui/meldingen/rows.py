"""The five rows of defaults: fine as they are, open when touched."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.detail_row import DetailRow


class FormRows(QWidget):
    """Wanneer, Waar, Aanleiding, Regime, Mag ook.

    Signals:
        row_opened(str): the person wants to change this one.
    """

    row_opened = Signal(str)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = {
            "wanneer": DetailRow(themes, "clock", self.tr("Wanneer"), self),
            "waar": DetailRow(themes, "map-pin", self.tr("Waar"), self),
            "aanleiding": DetailRow(themes, "eye", self.tr("Aanleiding"), self),
            "regime": DetailRow(themes, "shield", self.tr("Regime"), self),
            "meer": DetailRow(themes, "sliders-horizontal", self.tr("Mag ook"), self),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for key, row in self._rows.items():
            row.clicked.connect(lambda _checked=False, name=key: self.row_opened.emit(name))
            column.addWidget(row)

    def row(self, key: str) -> DetailRow:
        """The row of a key."""
        return self._rows[key]

    def set_values(self, values: dict[str, tuple[str, str]]) -> None:
        """(value, note) per row."""
        for key, (value, note) in values.items():
            self._rows[key].set_value(value, note)

    def set_shows_icons(self, shows: bool) -> None:
        """Leave the icons out in a narrow column."""
        for row in self._rows.values():
            row.set_shows_icon(shows)
