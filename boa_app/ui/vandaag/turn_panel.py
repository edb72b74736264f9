"""Which places are due, and a visit ticked in two touches: the place, and what was found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.ronde import Bevinding
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.rows import RowMaker
from boa_app.ui.vandaag.stack import StackPanel
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.row import ListRow, RowData
from boa_app.ui.widgets.states import EmptyState

if TYPE_CHECKING:
    from boa_app.usecases.vandaag import Beurt

QUICK = (Bevinding.NIEMAND, Bevinding.RUSTIG, Bevinding.OVERLAST)


class OpenTurn(QWidget):
    """A place with its answers under it.

    Signals:
        visited(str): the code of what was found.
        ronde_requested(): there is no ronde yet; start one.
    """

    visited = Signal(str)
    ronde_requested = Signal()

    def __init__(
        self,
        themes: ThemeManager,
        data: RowData,
        answers: Sequence[tuple[str, str]],
        *,
        has_ronde: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("vlak", "keuze-tint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.row = ListRow(themes, data)
        self.row.set_chosen(chosen=True)
        self.buttons: list[Knop] = []
        row = QHBoxLayout()
        row.setContentsMargins(px("s3"), px("s1"), px("s3"), px("s3"))
        row.setSpacing(px("s2"))
        if has_ronde:
            for code, text in answers:
                knop = Knop(themes, text)
                knop.setAccessibleName(f"{data.name}: {text}")
                knop.clicked.connect(lambda _checked=False, c=code: self.visited.emit(c))
                row.addWidget(knop, 1)
                self.buttons.append(knop)
        else:
            knop = Knop(themes, self.tr("Ronde starten"), "play", kind=ButtonKind.HOOFD)
            knop.clicked.connect(self.ronde_requested)
            row.addWidget(knop, 1)
            self.buttons.append(knop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addLayout(row)


class TurnPanel(StackPanel):
    """The places that are due, most overdue first; one of them is open.

    Signals:
        visited(str, str): uid of the place and the code of what was found.
        ronde_requested(): start a ronde.
        all_requested(): show every place.
        chosen(str): uid of the place that is open now.
    """

    visited = Signal(str, str)
    ronde_requested = Signal()
    all_requested = Signal()
    chosen = Signal(str)

    def __init__(
        self, themes: ThemeManager, lijsten: Codelijsten, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, self.tr("Aan de beurt"), "route", parent)
        self._maker = RowMaker(lijsten, language, self)
        bevinding = lijsten["ronde_bevinding"]
        self._answers = [(str(code), bevinding.kort(str(code), language)) for code in QUICK]
        self._turns: tuple[Beurt, ...] = ()
        self._open_uid = ""
        self._has_ronde = False
        self._now: datetime | None = None
        self.open_turn: OpenTurn | None = None
        self.all = Knop(themes, self.tr("Alle plekken"), "chevron-right", kind=ButtonKind.TEKST, icon_right=True)
        self.all.clicked.connect(self.all_requested)
        row = QHBoxLayout()
        row.setContentsMargins(px("s3"), px("haar"), px("s3"), px("haar"))
        row.addStretch(1)
        row.addWidget(self.all)
        self.body.addLayout(row)

    def set_turns(self, turns: tuple[Beurt, ...], total: int, now: datetime, *, has_ronde: bool) -> None:
        """Show what is due of all places."""
        self._turns, self._now, self._has_ronde = turns, now, has_ronde
        count = self.tr("{aantal} van {totaal} plekken").format(aantal=len(turns), totaal=total)
        self.set_right_text(count if total else "")
        self.all.setVisible(total > 0)
        if self._open_uid not in {turn.plek.uid for turn in turns}:
            self._open_uid = turns[0].plek.uid if turns else ""
        self._show(total)

    def open_place(self, uid: str) -> None:
        """Open one place, from the list or from its disc on the map."""
        if uid != self._open_uid and uid in {turn.plek.uid for turn in self._turns}:
            self._open_uid = uid
            self._show(len(self._turns))

    def row_widgets(self) -> tuple[ListRow, ...]:
        """The rows in order, the open one included."""
        return tuple(self._content.findChildren(ListRow))

    def _show(self, total: int) -> None:
        self.open_turn = None
        if not self._turns or self._now is None:
            empty = EmptyState(self._themes)
            if total:
                empty.set_message(
                    self.tr("Alles is bezocht"),
                    self.tr("Alle plekken zijn deze dagen bezocht. Kies er gerust een extra."),
                )
            else:
                empty.set_message(
                    self.tr("Nog geen plekken"),
                    self.tr("Vaste plekken komen met de gegevens van uw gemeente. Een melding maken kan altijd."),
                )
            self.set_widgets([empty])
            return
        widgets: list[QWidget] = []
        for number, turn in enumerate(self._turns, start=1):
            data = self._maker.turn(turn, number, self._now)
            widgets.append(
                self._make_open(turn, data) if turn.plek.uid == self._open_uid else self._make_row(turn, data)
            )
        self.set_widgets(widgets)

    def _make_open(self, turn: Beurt, data: RowData) -> OpenTurn:
        made = OpenTurn(self._themes, data, self._answers, has_ronde=self._has_ronde)
        made.visited.connect(lambda code, uid=turn.plek.uid: self.visited.emit(uid, code))
        made.ronde_requested.connect(self.ronde_requested)
        self.open_turn = made
        return made

    def _make_row(self, turn: Beurt, data: RowData) -> ListRow:
        row = ListRow(self._themes, data)
        row.clicked.connect(lambda _checked=False, uid=turn.plek.uid: self._on_row_clicked(uid))
        return row

    def _on_row_clicked(self, uid: str) -> None:
        self.open_place(uid)
        self.chosen.emit(uid)
