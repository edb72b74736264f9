"""The areas in a list, and one of them with what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from boa_app.domain.gebied import Gebied
from boa_app.ui.kaart.gebied_words import GebiedWords
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.row import ListRow
from boa_app.ui.widgets.states import EmptyState
from boa_app.ui.widgets.text import Label


def _column(widget: QWidget, margin: str = "s3", gap: str = "s2") -> QVBoxLayout:
    made = QVBoxLayout(widget)
    side = px(margin) if margin else 0
    made.setContentsMargins(side, side, side, side)
    made.setSpacing(px(gap) if gap else 0)
    return made


class GebiedList(QWidget):
    """All areas in force; those that are over on request.

    Signals:
        gebied_chosen(str): show this one. new_requested(): draw another.
        expired_toggled(bool): whether those that are over take part.
    """

    gebied_chosen = Signal(str)
    new_requested = Signal()
    expired_toggled = Signal(bool)

    def __init__(self, themes: ThemeManager, *, may_make: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._may_make = themes, may_make
        self._gebieden: tuple[Gebied, ...] = ()
        self._shows_expired = False
        self.rows: list[ListRow] = []
        self.new = Knop(themes, self.tr("Gebied tekenen"), "pentagon", kind=ButtonKind.HOOFD)
        self.new.clicked.connect(self.new_requested)
        self.expired = Knop(themes, "", kind=ButtonKind.TEKST)
        self.expired.clicked.connect(self._on_expired_clicked)
        self.empty = EmptyState(themes)
        head, foot = QWidget(), QWidget()
        _column(head).addWidget(self.new)
        _column(foot, "s2").addWidget(self.expired, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = _column(self, "", "")
        column.addWidget(head)
        column.addWidget(Line())
        column.addLayout(self._rows)
        column.addWidget(self.empty)
        column.addWidget(foot)
        column.addStretch(1)
        head.setVisible(may_make)

    def show_gebieden(self, gebieden: Sequence[Gebied], words: GebiedWords) -> None:
        """Show these."""
        self._gebieden, self._words = tuple(gebieden), words
        self._show()

    def _show(self) -> None:
        over = [gebied for gebied in self._gebieden if gebied.is_over(self._words.today)]
        shown = [gebied for gebied in self._gebieden if self._shows_expired or gebied not in over]
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [ListRow(self._themes, self._words.row(gebied), self) for gebied in shown]
        for row, gebied in zip(self.rows, shown, strict=True):
            row.clicked.connect(lambda _checked=False, uid=gebied.uid: self.gebied_chosen.emit(uid))
            self._rows.addWidget(row)
        self.empty.setVisible(not shown)
        self.empty.set_message(
            self.tr("Nog geen gebieden"),
            self.tr("Teken een gebied om de kaart en de lijst erop te filteren.")
            if self._may_make
            else self.tr("Uw teamleider tekent ze. Daarna staan ze hier en op de kaart."),
        )
        count = len(over)
        hide = self.tr("Verlopen gebieden verbergen")
        show = self.tr("Verlopen gebieden tonen ({aantal})").format(aantal=count)
        self.expired.set_label(hide if self._shows_expired else show, "eye-off" if self._shows_expired else "eye")
        self.expired.setVisible(count > 0)

    def _on_expired_clicked(self) -> None:
        self._shows_expired = not self._shows_expired
        self._show()
        self.expired_toggled.emit(self._shows_expired)


class GebiedView(QWidget):
    """One area: its facts and acts.

    Signals:
        back_requested(): to the list. filter_requested(str), change_requested(str): this one.
        void_requested(str, str): uid and reason.
    """

    back_requested = Signal()
    filter_requested = Signal(str)
    change_requested = Signal(str)
    void_requested = Signal(str, str)

    def __init__(self, themes: ThemeManager, *, may_change: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uid, self._may_change = "", may_change
        self.back = Knop(themes, self.tr("Alle gebieden"), "arrow-left", kind=ButtonKind.TEKST)
        self.naam = Label(themes, size="t-tegel", weight="w-vet", wrap=True)
        self.facts = Label(themes, wrap=True)
        self.besluit = Label(themes, size="t-klein", color="ink-2", wrap=True)
        self.filter = Knop(themes, self.tr("Filteren op dit gebied"), "funnel", kind=ButtonKind.HOOFD)
        self.change = Knop(themes, self.tr("Wijzigen"), "pencil")
        self.void = Knop(themes, self.tr("Laten vervallen"), "ban", kind=ButtonKind.GEVAAR)
        self.asks = QWidget()
        self.reason = QLineEdit()
        self.confirm = Knop(themes, self.tr("Laten vervallen"), kind=ButtonKind.GEVAAR)
        self.keep = Knop(themes, self.tr("Toch niet"))
        self._build(themes)
        self._connect()

    def show_gebied(self, gebied: Gebied, words: GebiedWords) -> None:
        """Show one."""
        self._uid = gebied.uid
        self.naam.setText(gebied.naam)
        self.facts.setText(f"{words.kind(gebied)}, {words.size(gebied)}\n{words.validity(gebied)}")
        self.besluit.setText(gebied.besluit)
        self.besluit.setVisible(bool(gebied.besluit))
        self._ask(asks=False)

    def _build(self, themes: ThemeManager) -> None:
        question = self.tr("Waarom vervalt dit gebied?")
        self.reason.setAccessibleName(question)
        self.reason.setMaxLength(200)
        asking = _column(self.asks, "")
        asking.addWidget(Label(themes, question, weight="w-vet", wrap=True))
        asking.addWidget(self.reason)
        asking.addWidget(self.confirm)
        asking.addWidget(self.keep)
        column = _column(self)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.naam, self.facts, self.besluit, self.filter, self.change, self.void, self.asks):
            column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.filter.clicked.connect(lambda: self.filter_requested.emit(self._uid))
        self.change.clicked.connect(lambda: self.change_requested.emit(self._uid))
        self.void.clicked.connect(lambda: self._ask(asks=True))
        self.keep.clicked.connect(lambda: self._ask(asks=False))
        self.reason.textChanged.connect(self._on_reason_text_changed)
        self.reason.returnPressed.connect(self.confirm.click)
        self.confirm.clicked.connect(lambda: self.void_requested.emit(self._uid, self.reason.text().strip()))

    def _ask(self, *, asks: bool) -> None:
        self.asks.setVisible(asks)
        for part in (self.change, self.void):
            part.setVisible(self._may_change and not asks)
        self.reason.clear()
        self._on_reason_text_changed()
        if asks:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_reason_text_changed(self) -> None:
        self.confirm.setEnabled(bool(self.reason.text().strip()))
