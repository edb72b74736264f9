"""Synchroniseren: sign up first; then the bonnetje, what asks attention, and the question in hand beside it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boa_app.domain.errors import BoaError
from boa_app.texts import label
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction, FootAction, FootSpec, SizeClass
from boa_app.ui.frame.page import Page
from boa_app.ui.sync.answers import Answers
from boa_app.ui.sync.attention import AandachtRegel, AttentionPanel
from boa_app.ui.sync.attention_words import AttentionWords
from boa_app.ui.sync.bonnetje import Bonnetje
from boa_app.ui.sync.conflict_panel import ConflictPanel
from boa_app.ui.sync.conflict_words import ConflictWords
from boa_app.ui.sync.desk import Bureau, read_desk
from boa_app.ui.sync.enrol_card import AanmeldVraag, EnrolCard, EnrolStory
from boa_app.ui.sync.layout import TwoColumns
from boa_app.ui.sync.pair_panel import PairPanel
from boa_app.ui.sync.rejected_panel import RejectedPanel
from boa_app.ui.sync.running_panel import RunningPanel
from boa_app.ui.sync.words import SyncWords
from boa_app.ui.theme import px
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.states import EmptyState
from boa_app.usecases.changes import Changes
from boa_app.usecases.geweigerd import GeweigerdKaart
from boa_app.usecases.synchroniseren import Syncstand, Voortgang
from boa_app.usecases.zelfde_incident import Paar

KEY = "synchroniseren"


class Vraag(Enum):
    """Which question stands at the right."""

    CONFLICT = "conflict"
    GEWEIGERD = "geweigerd"
    PAAR = "paar"


class SynchroniserenPage(Page):
    """The page.

    Signals:
        usb_requested(): take the work along on a stick. melding_opened(str): read this one.
        maps_requested(): look at what the centre has of maps.
    """

    usb_requested = Signal()
    maps_requested = Signal()
    melding_opened = Signal(str)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui, self._sync = ui, ui.sync
        self._bureau: Bureau | None = None
        self._stale = True
        self._place = 0
        self._wanted = ""
        themes, language = ui.themes, ui.language
        self._words = SyncWords(language, self)
        self._straten: dict[tuple[float, float], str] = {}
        self._conflict_words = ConflictWords(
            ui.session.lijsten, language, lambda lon, lat: self._straten.get((lon, lat), ""), self
        )
        self._attention_words = AttentionWords(self._conflict_words, language, self)
        self.running = RunningPanel(themes)
        self.bonnetje = Bonnetje(themes, language)
        self.first = Panel(themes)
        self._first_words = EmptyState(themes)
        self.attention = AttentionPanel(themes)
        self.conflicts = ConflictPanel(ui)
        self.rejected = RejectedPanel(themes)
        self.pair = PairPanel(ui)
        self.enrol, self.story = EnrolCard(themes, language), EnrolStory(themes)
        self.answers = Answers(ui, self)
        self._build()
        self._connect()

    @property
    def bureau(self) -> Bureau | None:
        """What is shown, None until it was read."""
        return self._bureau

    def title(self) -> str:
        return self.tr("Synchroniseren")

    def context(self) -> str:
        return self._words.contact(self._sync.stand, self._ui.session.now(), self._sync.problem)

    def foot(self) -> FootSpec:
        if self._is_form():
            return FootSpec((), self.enrol.step())
        usb = FootAction(
            "usb", self.tr("Meenemen op USB"), self.usb_requested.emit, self.tr("verzegeld voor de centrale"), "",
            self.tr("USB"),
        )  # fmt: skip
        reason = self.tr("Bezig met synchroniseren") if self._sync.is_asked_for else ""
        corner = CornerAction(
            "refresh-cw", self.tr("Synchroniseren"), self.sync_now, "Ctrl+Shift+S", self.tr("Bijwerken"), reason
        )
        return FootSpec((usb,), corner)

    def page_shown(self) -> None:
        if self._stale:
            self._load()

    def apply_size_class(self) -> None:
        self._arrange()

    def sync_now(self) -> None:
        """A round, asked for by a person."""
        self._sync.sync_now()

    def show_conflicts(self) -> None:
        """The conflictenmand in front."""
        self._show_question(Vraag.CONFLICT)
        self._columns.scroll_to(self._questions)

    def show_record(self, uid: str) -> None:
        """This record in front, as soon as it is read."""
        self._wanted = uid
        if self._bureau is not None:
            self._show_conflict()

    def show_bureau(self, bureau: Bureau) -> None:
        """Show everything as it was read."""
        self._bureau = bureau
        self._straten.clear()
        self._straten.update(bureau.straten)
        self._forms.setCurrentWidget(self._enrol_columns if self._is_form() else self._columns)
        self._show_form(bureau)
        self.bonnetje.setVisible(bureau.bon is not None)
        self.first.setVisible(bureau.bon is None)
        if bureau.bon is not None:
            self.bonnetje.show_bon(self._words.bon(bureau.bon))
        self._show_attention()
        self._show_conflict()
        self._keep_question(bureau)
        self.frame_changed.emit()

    def release(self) -> None:
        """Let the maps go before their profile does."""
        self.conflicts.release()
        self.pair.release()

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px("s3"))
        self._first_words.set_message(
            self.tr("Nog geen bonnetje"),
            self.tr("Na de eerste keer staat hier wat dit apparaat en de centrale telden."),
        )
        self.first.body.addWidget(self._first_words)
        for part in (self.running, self.first, self.bonnetje, self.attention):
            column.addWidget(part)
        column.addStretch(1)
        self.running.hide()
        self.bonnetje.hide()
        self._questions = QStackedWidget()
        for panel in (self.conflicts, self.rejected, self.pair):
            self._questions.addWidget(panel)
        self._columns = TwoColumns(left, self._questions)
        enrol = QWidget()
        column = QVBoxLayout(enrol)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.enrol)
        column.addStretch(1)
        self._enrol_columns = TwoColumns(enrol, self.story)
        self._forms = QStackedWidget()
        self._forms.addWidget(self._columns)
        self._forms.addWidget(self._enrol_columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._forms)
        self._arrange()

    def _connect(self) -> None:
        sync, answers = self._sync, self.answers
        sync.stand_changed.connect(self._on_sync_stand_changed)
        sync.progressed.connect(self._on_sync_progressed)
        sync.round_ended.connect(lambda _outcome, _by_hand: self._reload())
        sync.round_failed.connect(self._on_sync_round_failed)
        sync.enrol_failed.connect(self._on_sync_enrol_failed)
        self.enrol.enrol_requested.connect(self._on_enrol_requested)
        self.enrol.step_changed.connect(self.frame_changed)
        self.running.stop_requested.connect(sync.stop)
        self.conflicts.decided.connect(answers.decide)
        self.conflicts.next_requested.connect(self.next_conflict)
        self.conflicts.later_requested.connect(self._on_conflicts_later_requested)
        self.rejected.correction_given.connect(answers.correct)
        self.rejected.let_go.connect(answers.let_go)
        self.pair.joined.connect(answers.join)
        self.pair.parted.connect(answers.part)
        self.pair.melding_opened.connect(self.melding_opened)
        for panel in (self.rejected, self.pair):
            panel.later_requested.connect(self.show_conflicts)
        answers.answered.connect(self._reload)
        self._ui.data_changed.connect(self._on_ui_data_changed)

    def _arrange(self) -> None:
        small, narrow = self.size_class is SizeClass.KLEIN, self.size_class is SizeClass.SMAL
        for columns in (self._columns, self._enrol_columns):
            columns.arrange(self.size_class, low=self.is_low)
        for panel in (self.conflicts, self.rejected, self.pair):
            panel.set_arrangement(narrow=small or narrow, full_height=small)

    def _is_form(self) -> bool:
        """Nobody signed this device up yet."""
        return self._bureau is None or not self._bureau.status.aangemeld

    def _load(self) -> None:
        self._stale = False
        session = self._ui.session
        self._ui.tasks.query(lambda: read_desk(session), self.show_bureau, self._ui.show_error, self)

    def _reload(self) -> None:
        self._stale = True
        if self.isVisible():
            self._load()

    def _show_form(self, bureau: Bureau) -> None:
        if not bureau.status.aangemeld:
            rol = label("rol", str(self._ui.session.actor.rol), self._ui.language)
            self.story.set_now(self.tr("U werkt nu zonder centrale, als {rol}.").format(rol=rol))

    def _show_attention(self) -> None:
        bureau, words = self._bureau, self._attention_words
        if bureau is None:
            return
        lines: list[AandachtRegel] = []
        stand = self._sync.stand
        if stand is not None and stand.fotos_hier:
            what = self.tr("Gaat vanzelf mee bij de volgende keer")
            lines.append(AandachtRegel("image", self._words.photos_here(stand.fotos_hier), what))
        lines += self._warnings(bureau, stand)
        for kaart in bureau.geweigerd:
            verb = self.tr("Correctie") if kaart.mag_correctie else self.tr("Bekijk")
            verbs = ((verb, lambda kaart=kaart: self.open_rejected(kaart)),)
            lines.append(AandachtRegel("octagon-alert", words.rejected_name(kaart), words.why(kaart), verbs, "fout"))
        for paar in bureau.paren:
            verbs = ((self.tr("Bekijk"), lambda paar=paar: self.open_pair(paar)),)
            lines.append(AandachtRegel("users", self.tr("Mogelijk zelfde incident"), words.pair_meta(paar), verbs))
        if bureau.aanbod is not None:
            verbs = ((self.tr("Bekijk"), self.maps_requested.emit),)
            name = self.tr("Nieuw kaartpakket bij de centrale")
            lines.append(AandachtRegel("download", name, words.offer_meta(bureau.aanbod), verbs))
        self.attention.set_lines(lines)

    def _warnings(self, bureau: Bureau, stand: Syncstand | None) -> list[AandachtRegel]:
        """A clock that is off, and contact that is long ago: both are told before they do harm."""
        lines = []
        if stand is not None and stand.klok_afwijking_s:
            name, what = self._words.clock_off(stand.klok_afwijking_s)
            lines.append(AandachtRegel("clock", name, what, color="let"))
        told = self._words.runs_out(bureau.status.vervalt_op, self._ui.session.now())
        if told is not None:
            lines.append(AandachtRegel("clock", *told, color="let"))
        return lines

    def _show_conflict(self) -> None:
        cards = () if self._bureau is None else self._bureau.conflicten
        if not cards:
            self.conflicts.show_nothing()
            return
        places = {card.uid: place for place, card in enumerate(cards)}
        self._place = places.get(self._wanted, min(self._place, len(cards) - 1))
        if self._wanted in places:
            self._wanted = ""
        beeld = self._conflict_words.conflict(cards[self._place], self._ui.session.now())
        self.conflicts.show_conflict(beeld, self._place + 1, len(cards))

    def _keep_question(self, bureau: Bureau) -> None:
        """A question that is answered makes room for the basket."""
        shown = self._questions.currentWidget()
        refused = {kaart.change_id for kaart in bureau.geweigerd}
        pairs = {(paar.een.uid, paar.ander.uid) for paar in bureau.paren}
        rejected, pair = self.rejected.beeld, self.pair.beeld
        is_over = (shown is self.rejected and (rejected is None or rejected.change_id not in refused)) or (
            shown is self.pair and (pair is None or (pair.een, pair.ander) not in pairs)
        )
        if is_over:
            self._show_question(Vraag.CONFLICT)

    def _show_question(self, vraag: Vraag) -> None:
        panels: dict[Vraag, QWidget] = {
            Vraag.CONFLICT: self.conflicts, Vraag.GEWEIGERD: self.rejected, Vraag.PAAR: self.pair,
        }  # fmt: skip
        self._questions.setCurrentWidget(panels[vraag])

    def open_rejected(self, kaart: GeweigerdKaart) -> None:
        """Ask what to do with a refused change."""
        self.rejected.show_rejected(self._attention_words.rejected(kaart, self._ui.session.now()))
        self._show_question(Vraag.GEWEIGERD)
        self._columns.scroll_to(self._questions)

    def open_pair(self, paar: Paar) -> None:
        """Ask whether two meldingen are one incident."""
        self.pair.show_pair(self._attention_words.pair(paar, self._ui.session.now()))
        self._show_question(Vraag.PAAR)
        self._columns.scroll_to(self._questions)

    def next_conflict(self) -> None:
        """The next record of the basket, round and round."""
        cards = () if self._bureau is None else self._bureau.conflicten
        if cards:
            self._place = (self._place + 1) % len(cards)
            self._show_conflict()

    def _on_conflicts_later_requested(self) -> None:
        self.conflicts.forget_choices()
        self.next_conflict()

    def _on_enrol_requested(self, vraag: AanmeldVraag) -> None:
        self.enrol.set_busy(busy=True)
        self._sync.enrol(vraag)

    def _on_sync_stand_changed(self) -> None:
        if self._sync.is_asked_for and self.running.isHidden():
            self.running.begin(self._words.step(Voortgang("contact"))[0])
        self.running.setVisible(self._sync.is_asked_for)
        self._show_attention()
        self.frame_changed.emit()

    def _on_sync_progressed(self, progress: Voortgang) -> None:
        sentence, numbers = self._words.step(progress)
        if self._sync.is_running and not self.running.is_ending:
            self.running.set_progress(sentence, numbers, progress.gedaan, progress.totaal)

    def _on_sync_round_failed(self, error: BoaError, by_hand: bool) -> None:
        self._reload()
        if by_hand and error.code != "sync_afgebroken":
            self._ui.show_page_error(error, KEY)

    def _on_sync_enrol_failed(self, error: BoaError) -> None:
        self.enrol.show_error(error)

    def _on_ui_data_changed(self, changes: Changes) -> None:
        del changes
        self._reload()
