"""Asks for the days of a period: from and until, both inclusive."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QFrame, QGridLayout, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.text import Label

EARLIEST = date(1990, 1, 1)


class DateField(QDateEdit):
    """A date to type. Qt asks three pixels more than the style sheet gives a field; the sheet decides."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), px("h-raak"))

    def day(self) -> date:
        """The date that stands in it."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show a date."""
        self.setDate(QDate(day.year, day.month, day.day))


class DatesPopup(QFrame):
    """Two dates under a chip; in the wrong order they change places.

    Signals:
        dates_chosen(date, date): from and until.
    """

    dates_chosen = Signal(object, object)

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("vlak", "paneel")
        self.setAccessibleName(self.tr("Andere dagen"))
        self.van, self.tot = DateField(self), DateField(self)
        self.show_button = Knop(themes, self.tr("Tonen"), "check", kind=ButtonKind.HOOFD)
        self.show_button.clicked.connect(self._on_show_clicked)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px("s3"))
        grid.setVerticalSpacing(px("s2"))
        for row, (text, field) in enumerate(((self.tr("Van"), self.van), (self.tr("Tot en met"), self.tot))):
            field.setDisplayFormat("dd-MM-yyyy")
            field.setAccessibleName(text)
            grid.addWidget(Label(themes, text), row, 0)
            grid.addWidget(field, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        column.setSpacing(px("s3"))
        column.addLayout(grid)
        column.addWidget(self.show_button)

    def ask(self, van: date, tot: date, under: QWidget) -> None:
        """Show the two dates under a part, to be changed."""
        for field, day in ((self.van, van), (self.tot, tot)):
            field.setMinimumDate(QDate(EARLIEST.year, EARLIEST.month, EARLIEST.day))
            field.set_day(day)
        self.adjustSize()
        corner = under.mapToGlobal(QPoint(0, under.height() + px("s1")))
        room = under.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.show()
        self.van.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_show_clicked(self) -> None:
        first, last = sorted((self.van.day(), self.tot.day()))
        self.hide()
        self.dates_chosen.emit(first, last)
