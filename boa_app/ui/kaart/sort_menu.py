"""Below *Sorteren*: by what the list is sorted, by what it is grouped, and choosing more than one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.filter_chip import ChoiceRow
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.ui.widgets.text import Label
from boa_app.usecases.lijstorde import Groepering, Volgorde

_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SortMenu(QFrame):
    """Two choices and one way on. Arrows move, space and Enter choose, Escape closes.

    Signals:
        order_changed(): another order or grouping was chosen.
        picking_requested(): choose more than one melding, by touch.
    """

    order_changed = Signal()
    picking_requested = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._themes = themes
        self.volgorde, self.groepering = Volgorde.NIEUW, Groepering.DAG
        self.setProperty("vlak", "paneel")
        self.setAccessibleName(self.tr("Sorteren en groeperen"))
        self._rows: list[ChoiceRow] = []
        content = QWidget()
        content.setProperty("vlak", "surface")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, px("s2"), 0, 0)
        self._column.setSpacing(0)
        self._orders = self._section(self.tr("Sorteren op"), self._order_words())
        self._groups = self._section(self.tr("Groeperen op"), self._group_words())
        self._column.addWidget(Line())
        self.pick = self._add("kies", self.tr("Meer meldingen kiezen"))
        self.pick.clicked.connect(self._on_pick_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollBox(content))
        self._content = content
        self._mark()

    def rows(self) -> tuple[ChoiceRow, ...]:
        """Everything one can touch, top to bottom."""
        return tuple(self._rows)

    def open_under(self, part: QWidget) -> None:
        """Show below a part, within the screen and above what lies under the list."""
        size = self._content.sizeHint()
        room = part.screen().availableGeometry()
        around = self.parentWidget()
        if around is not None:
            room.setBottom(min(room.bottom(), around.mapToGlobal(around.rect().bottomLeft()).y() - px("s1")))
        width = max(px("b-keuzelijst"), size.width() + px("b-schuif"))
        self.resize(width, min(size.height() + px("s1"), room.height()))
        corner = part.mapToGlobal(QPoint(part.width() - self.width(), part.height() + px("s1")))
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.show()
        chosen = next(row for row in self._orders if row.isChecked())
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and isinstance(watched, ChoiceRow):
            step = _ARROWS.get(Qt.Key(event.key()))
            if step is not None:
                goal = self._rows.index(watched) + step
                if 0 <= goal < len(self._rows):
                    self._rows[goal].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _section(self, title: str, words: Sequence[tuple[str, str]]) -> list[ChoiceRow]:
        heading = Label(self._themes, title, size="t-klein", weight="w-vet", color="ink-2")
        heading.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s1"))
        self._column.addWidget(heading)
        made = [self._add(code, text) for code, text in words]
        for row in made:
            row.clicked.connect(self._on_row_clicked)
        return made

    def _add(self, code: str, text: str) -> ChoiceRow:
        row = ChoiceRow(self._themes, code, text)
        row.installEventFilter(self)
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def _order_words(self) -> Sequence[tuple[str, str]]:
        return (
            (Volgorde.NIEUW, self.tr("Tijd, nieuwste eerst")),
            (Volgorde.OUD, self.tr("Tijd, oudste eerst")),
            (Volgorde.ERNST, self.tr("Ernst")),
            (Volgorde.SOORT, self.tr("Soort")),
            (Volgorde.BUURT, self.tr("Buurt")),
            (Volgorde.AFSTAND, self.tr("Afstand tot de gekozen melding")),
        )

    def _group_words(self) -> Sequence[tuple[str, str]]:
        return (
            (Groepering.DAG, self.tr("Dag")),
            (Groepering.SOORT, self.tr("Soort")),
            (Groepering.BUURT, self.tr("Buurt")),
            (Groepering.INCIDENT, self.tr("Incident")),
            (Groepering.GEEN, self.tr("Niet groeperen")),
        )

    def _mark(self) -> None:
        for rows, chosen in ((self._orders, self.volgorde), (self._groups, self.groepering)):
            for row in rows:
                row.setChecked(row.code == chosen)

    def _on_row_clicked(self) -> None:
        row = self.sender()
        if not isinstance(row, ChoiceRow):
            return
        if row in self._orders:
            self.volgorde = Volgorde(row.code)
            # By another thing than time the days would tear the order apart.
            if self.volgorde not in (Volgorde.NIEUW, Volgorde.OUD) and self.groepering is Groepering.DAG:
                self.groepering = Groepering.GEEN
            elif self.volgorde in (Volgorde.NIEUW, Volgorde.OUD) and self.groepering is Groepering.GEEN:
                self.groepering = Groepering.DAG
        else:
            self.groepering = Groepering(row.code)
        self._mark()
        self.hide()
        self.order_changed.emit()

    def _on_pick_clicked(self) -> None:
        self.hide()
        self.picking_requested.emit()
