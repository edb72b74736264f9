"""Oudere meldingen: what this device no longer holds, read at the centre with a reason. Nothing of it stays here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from boa_app.domain.errors import BoaError, UserError
from boa_app.domain.moments import to_local
from boa_app.texts import error_sentence, formats
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction, FootSpec, SizeClass
from boa_app.ui.frame.page import Page
from boa_app.ui.meldingen.detail_parts import FieldRow
from boa_app.ui.meldingen.detail_words import SHOWN, DetailWords, Known
from boa_app.ui.ontgrendelen.card import Card
from boa_app.ui.sync.layout import TwoColumns
from boa_app.ui.sync.words import joined
from boa_app.ui.tasks import Task
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.stack import StackPanel
from boa_app.ui.widgets.banner import BannerKind
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.row_list import PlainRowModel, RowList
from boa_app.ui.widgets.states import EmptyState, ProgressPanel
from boa_app.usecases.ouder import OudeMelding, vraag_ouder

MAX_REASON = 200


@dataclass(frozen=True, slots=True)
class OuderVraag:
    """What is asked: days, bounds inclusive, and why."""

    van: date
    tot: date
    reden: str


class OlderCard(Card):
    """The question.

    Signals:
        asked(OuderVraag).
    """

    asked = Signal(object)

    def __init__(self, themes: ThemeManager, language: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._language = language
        self._busy = self._has_centre = False
        self.add_heading(
            self.tr("Bij de centrale opvragen"),
            self.tr("Uw vraag en uw reden worden vastgelegd. Niets hiervan blijft op dit apparaat."),
        )
        self.van, self.tot, self.reden = QLineEdit(), QLineEdit(), QLineEdit()
        self.reden.setMaxLength(MAX_REASON)
        for field in (self.van, self.tot):
            field.setPlaceholderText(self.tr("dd-mm-jjjj"))
        self.add_field(self.tr("Van"), self.van)
        self.add_field(self.tr("Tot en met"), self.tot)
        self.add_field(self.tr("Waarom?"), self.reden)
        choices = QHBoxLayout()
        choices.setSpacing(px("s2"))
        self.reasons: list[Knop] = []
        for word in (self.tr("Dossier"), self.tr("Klacht of vraag"), self.tr("Controle")):
            knop = Knop(themes, word)
            knop.clicked.connect(lambda _checked=False, word=word: self.reden.setText(word))
            choices.addWidget(knop, 1)
            self.reasons.append(knop)
        self.column.addLayout(choices)
        self.add_problem_place()
        for field in (self.van, self.tot, self.reden):
            field.textChanged.connect(self.step_changed)
            field.returnPressed.connect(self._on_return_pressed)

    def step(self) -> CornerAction:
        reason = ""
        if not self._has_centre:
            reason = self.tr("Alleen met een centrale")
        elif self._busy:
            reason = self.tr("Bezig met opvragen")
        elif not self.van.text().strip():
            reason = self.tr("Vul eerst de dagen in")
        elif not self.reden.text().strip():
            reason = self.tr("Vul eerst de reden in")
        return CornerAction("search", self.tr("Opvragen"), self.ask, "Ctrl+Return", self.tr("Opvragen"), reason)

    def set_has_centre(self, *, has_centre: bool) -> None:
        """Whether there is anybody to ask."""
        self._has_centre = has_centre
        self.step_changed.emit()

    def set_busy(self, *, busy: bool) -> None:
        """While the centre is asked; what was typed stays."""
        self._busy = busy
        self.step_changed.emit()

    def ask(self) -> None:
        """Ask what is filled in; a single day when there is no second one."""
        self.clear_problem()
        try:
            van, tot = formats.read_date(self.van.text()), formats.read_date(self.tot.text())
        except ValueError:
            self.show_error(UserError("dag_ongeldig"))
            return
        if van is not None:
            first, last = sorted((van, tot or van))
            self.asked.emit(OuderVraag(first, last, self.reden.text().strip()))

    def show_error(self, error: BoaError) -> None:
        """Say why it did not work."""
        words = error_sentence(error, self._language)
        self.show_problem(BannerKind.FOUT, words.wat, f"{words.veilig} {words.doen}".strip())
        self.set_busy(busy=False)

    def _on_return_pressed(self) -> None:
        if not self.step().reason:
            self.ask()


class OuderPage(Page):
    """Question left, what was found and one of it right. Leaving the page forgets it."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._found: tuple[OudeMelding, ...] = ()
        self._asking: Task[tuple[OudeMelding, ...]] | None = None
        self._words = DetailWords(ui.session.lijsten, ui.language, self)
        self.card = OlderCard(ui.themes, ui.language)
        self.model = PlainRowModel(parent=self)
        self.rows = RowList(ui.themes, self.tr("Gevonden meldingen"))
        self.rows.set_rows(self.model)
        self.list = Panel(ui.themes, self.tr("Gevonden meldingen"), "history")
        self.none = EmptyState(ui.themes)
        self.progress = ProgressPanel(ui.themes)
        self.fields = StackPanel(ui.themes, self.tr("Wat is vastgelegd"), "clipboard-list")
        self._build()
        self.card.asked.connect(self._on_card_asked)
        self.card.step_changed.connect(self.frame_changed)
        self.rows.row_chosen.connect(self.show_row)
        self.progress.cancel_requested.connect(self.stop)
        self._show_nothing(self.tr("Nog niets opgevraagd"), self.tr("Vul links de dagen en de reden in."))

    def title(self) -> str:
        return self.tr("Oudere meldingen")

    def context(self) -> str:
        return self.tr("alleen lezen, bij de centrale")

    def foot(self) -> FootSpec:
        return FootSpec((), self.card.step())

    def page_shown(self) -> None:
        self.card.set_has_centre(has_centre=self._ui.sync.is_enrolled)

    def page_hidden(self) -> None:
        """Nothing of it stays, not even in memory."""
        self.stop()
        self._show_nothing(self.tr("Nog niets opgevraagd"), self.tr("Vul links de dagen en de reden in."))

    def apply_size_class(self) -> None:
        self._arrange()

    def stop(self) -> None:
        """Want no answer any more."""
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
            self.progress.stop()
            self.card.set_busy(busy=False)

    def show_row(self, row: int) -> None:
        """Show all of one melding."""
        one = self._found[row]
        known = Known()
        lines = [(self.tr("Wanneer"), formats.moment(one.moment, self._ui.language))]
        lines += [
            (self._words.name(veld), self._words.value(veld, one.velden[veld], known))
            for veld in SHOWN
            if veld in one.velden
        ]
        self.fields.set_widgets([FieldRow(self._ui.themes, name, value) for name, value in lines if value])
        self.fields.show()

    def _build(self) -> None:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.card)
        column.addStretch(1)
        self.list.body.addWidget(self.progress)
        self.list.body.addWidget(self.rows, 1)
        self.list.body.addWidget(self.none, 1)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px("s3"))
        column.addWidget(self.list, 3)
        column.addWidget(self.fields, 2)
        self.progress.hide()
        self._columns = TwoColumns(left, right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._columns)
        self._arrange()

    def _arrange(self) -> None:
        small = self.size_class is SizeClass.KLEIN
        self._columns.arrange(self.size_class, low=self.is_low)
        self.list.setMinimumHeight(px("h-keuzelijst") if small else 0)
        self.fields.set_full_height(small)

    def _show_nothing(self, title: str, text: str) -> None:
        self._found = ()
        self.model.set_rows(())
        self.list.set_right_text("")
        self.rows.hide()
        self.fields.hide()
        self.none.set_message(title, text)
        self.none.show()

    def _on_card_asked(self, vraag: OuderVraag) -> None:
        session = self._ui.session
        self.card.set_busy(busy=True)
        self.none.hide()
        self.progress.start(self.tr("Bezig met opvragen"))

        def work(task: Task[tuple[OudeMelding, ...]]) -> tuple[OudeMelding, ...]:
            return vraag_ouder(session, vraag.van, vraag.tot, vraag.reden, cancelled=lambda: task.is_cancelled)

        self._asking = self._ui.tasks.line(work, self._on_found, self._on_failed, self)

    def _on_found(self, found: tuple[OudeMelding, ...]) -> None:
        self._end()
        if not found:
            self._show_nothing(self.tr("Niets gevonden"), self.tr("In deze dagen is er niets dat u mag lezen."))
            return
        self._found = found
        self.model.set_rows([self._row(one) for one in found])
        self.list.set_right_text(formats.number(len(found), self._ui.language))
        self.none.hide()
        self.rows.show()
        self.rows.set_chosen(0)
        self.show_row(0)

    def _on_failed(self, error: BoaError) -> None:
        self._end()
        self.none.show()
        self.card.show_error(error)

    def _end(self) -> None:
        self._asking = None
        self.progress.stop()
        self.card.set_busy(busy=False)

    def _row(self, one: OudeMelding) -> RowData:
        soort = self._ui.session.lijsten["soort"]
        code = str(one.velden.get("soort", ""))
        level = str(one.velden.get("ernst", ""))
        day = formats.moment(one.moment, self._ui.language, to_local(self._ui.session.now()).date())
        return RowData(
            icon=soort.get(code).icoon if code in soort else "ellipsis",
            name=soort.kort(code, self._ui.language) if code in soort else self.tr("Melding"),
            meta=joined((day, str(one.velden.get("plaats", "")))),
            bars=int(level) if level.isdigit() else 0,
        )
