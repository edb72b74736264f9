"""Meenemen op USB: unsent work to a file only the centre can open, and its answer taken in with the bonnetje."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from boa_app.domain.errors import BoaError
from boa_app.texts import formats
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction, FootAction, FootSpec
from boa_app.ui.frame.page import Page
from boa_app.ui.sync.bonnetje import Bonnetje
from boa_app.ui.sync.layout import TwoColumns
from boa_app.ui.sync.words import SyncWords
from boa_app.ui.theme import px
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.vandaag.stack import StackPanel
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.states import EmptyState
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.synchroniseren import Syncuitslag
from boa_app.usecases.usb import (
    ANSWER_SUFFIX,
    SUFFIX,
    Geschreven,
    UsbBestand,
    Usbstand,
    lees_antwoord,
    schrijf_usb,
    usbstand,
)

KEY = "synchroniseren_usb"


class StickWindow(QObject):
    """The system's windows that ask for a file; the answer comes later, or never.

    Signals:
        place_chosen(Path): write there. answer_chosen(Path): take this in.
    """

    place_chosen = Signal(Path)
    answer_chosen = Signal(Path)

    def ask_place(self, parent: QWidget, name: str) -> None:
        """Where the file goes."""
        dialog = QFileDialog(parent, self.tr("Kies de USB-stick"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Verzegeld bestand (*{einde})").format(einde=SUFFIX)])
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.selectFile(f"{name}{SUFFIX}")
        dialog.fileSelected.connect(lambda path: self.place_chosen.emit(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_answer(self, parent: QWidget) -> None:
        """Which answer to take in."""
        dialog = QFileDialog(parent, self.tr("Kies het antwoord van de centrale"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        every = self.tr("Alle bestanden (*)")
        dialog.setNameFilters([self.tr("Antwoord (*{einde})").format(einde=ANSWER_SUFFIX), every])
        dialog.fileSelected.connect(lambda path: self.answer_chosen.emit(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class UsbPage(Page):
    """What can go along now and how, the files written before, and the bonnetje of the last answer.

    Signals:
        enrol_requested(): this device does not know a centre yet.
    """

    enrol_requested = Signal()

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._words = SyncWords(ui.language, self)
        self._stand: Usbstand | None = None
        self._busy = False
        themes = ui.themes
        self.files = StickWindow(self)
        self.now = InfoRow(themes, "cloud-upload")
        self.how = Panel(themes, self.tr("Zo gaat het"), "usb")
        self.written = StackPanel(themes, self.tr("Meegenomen bestanden"), "history")
        self.bonnetje = Bonnetje(themes, ui.language)
        self.bonnetje.hide()
        self._build()
        self.files.place_chosen.connect(self._on_files_place_chosen)
        self.files.answer_chosen.connect(self._on_files_answer_chosen)
        ui.data_changed.connect(self._on_ui_data_changed)

    def title(self) -> str:
        return self.tr("Meenemen op USB")

    def context(self) -> str:
        return self.tr("Verzegeld voor de centrale")

    def foot(self) -> FootSpec:
        if self._stand is not None and not self._stand.aangemeld:
            step = CornerAction(
                "cloud-upload", self.tr("Aanmelden"), self.enrol_requested.emit, "Ctrl+Return", self.tr("Aanmelden")
            )
            return FootSpec((), step)
        answer = FootAction(
            "file-up", self.tr("Antwoord inlezen"), lambda: self.files.ask_answer(self),
            self.tr("van de centrale"), "Ctrl+O", self.tr("Antwoord"),
        )  # fmt: skip
        return FootSpec((answer,), CornerAction(
            "usb", self.tr("Bestand schrijven"), self._ask_place, "Ctrl+S", self.tr("Schrijven"), self._reason()
        ))  # fmt: skip

    def page_shown(self) -> None:
        self._load()

    def apply_size_class(self) -> None:
        self._columns.arrange(self.size_class, low=self.is_low)

    def show_stand(self, stand: Usbstand) -> None:
        """Show what could go along and what went before."""
        self._stand = stand
        what = self._what(stand.te_sturen, stand.fotos)
        ready = self.tr("Staat klaar: {wat}").format(wat=what)
        self._show_now(ready if what else self.tr("Alles is al bij de centrale"))
        rows: list[QWidget] = [self._file_row(one) for one in stand.laatste]
        if not rows:
            empty = EmptyState(self._ui.themes)
            empty.set_message(self.tr("Nog niets meegenomen"), self.tr("Hier ziet u welk bestand op antwoord wacht."))
            rows = [empty]
        self.written.set_widgets(rows)
        self.frame_changed.emit()

    def _show_now(self, sentence: str) -> None:
        self.now.set_fact(sentence, self.tr("Meenemen kan altijd: het antwoord brengt ook nieuws mee terug."))
        self.now.updateGeometry()

    def _what(self, changes: int, photos: int) -> str:
        """So many changes and photos; what there is none of is left out."""
        language = self._ui.language
        parts = (
            formats.count_of(changes, self.tr("wijziging"), self.tr("wijzigingen"), language) if changes else "",
            formats.count_of(photos, self.tr("foto"), self.tr("foto's"), language) if photos else "",
        )
        return ", ".join(part for part in parts if part)

    def _build(self) -> None:
        themes = self._ui.themes
        # With its words from the start: the card takes its height from them.
        self._show_now(self.tr("De stand komt zo"))
        self.how.body.addWidget(self.now)
        steps = (
            ("usb", self.tr("1. Schrijf het bestand op een USB-stick"),
             self.tr("Alleen de centrale kan het openen. Wie de stick vindt, leest niets.")),
            ("landmark", self.tr("2. Breng de stick naar uw beheerder of teamleider"),
             self.tr("Die leest het bestand in op een toestel met verbinding.")),
            ("file-up", self.tr("3. Lees hier het antwoord in"),
             self.tr("Dan pas telt uw werk als verstuurd. U krijgt het bonnetje erbij.")),
        )  # fmt: skip
        for icon, name, meta in steps:
            row = InfoRow(themes, icon)
            row.set_fact(name, meta)
            self.how.body.addWidget(row)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px("s3"))
        column.addWidget(self.bonnetje)
        column.addWidget(self.how)
        column.addStretch(1)
        self._columns = TwoColumns(left, self.written)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._columns)
        self._columns.arrange(self.size_class, low=self.is_low)

    def _load(self) -> None:
        session = self._ui.session
        self._ui.tasks.query(lambda: usbstand(session), self.show_stand, self._ui.show_error, self)

    def _reason(self) -> str:
        if self._busy:
            return self.tr("Even geduld")
        return "" if self._stand is not None else self.tr("De stand komt zo")

    def _ask_place(self) -> None:
        self._ui.page_errors_settled.emit(KEY)
        self.files.ask_place(self, f"boa-{self._ui.session.now():%Y-%m-%d-%H%M}")

    def _file_row(self, one: UsbBestand) -> InfoRow:
        what = self.tr("{wat}, geschreven {moment}").format(
            wat=self._what(one.wijzigingen, one.fotos) or self.tr("Niets nieuws"),
            moment=self._moment(one.geschreven_op),
        )
        waits = self.tr("Wacht op antwoord")
        done = one.beantwoord_op
        state = waits if done is None else self.tr("Antwoord ingelezen {moment}").format(moment=self._moment(done))
        row = InfoRow(self._ui.themes, "clock" if done is None else "circle-check")
        row.set_fact(one.bestand, f"{what}\n{state}")
        return row

    def _moment(self, at: datetime) -> str:
        return formats.moment(at, self._ui.language, self._ui.session.now().date())

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.frame_changed.emit()

    def _fail(self, error: BoaError) -> None:
        self._set_busy(busy=False)
        self._ui.show_page_error(error, KEY)

    def _on_files_place_chosen(self, path: Path) -> None:
        session = self._ui.session
        self._set_busy(busy=True)
        self._ui.tasks.long(lambda _task: schrijf_usb(session, path), self._on_written, self._fail, self)

    def _on_written(self, written: Geschreven) -> None:
        self._set_busy(busy=False)
        said = self.tr("{bestand} is geschreven. Breng het naar de centrale.").format(bestand=written.bestand.name)
        if written.wijzigingen_over or written.fotos_over:
            said = self.tr("{bestand} is vol. De rest gaat mee na het antwoord.").format(bestand=written.bestand.name)
        self._ui.show_notice(said)
        self._load()

    def _on_files_answer_chosen(self, path: Path) -> None:
        session = self._ui.session
        self._ui.page_errors_settled.emit(KEY)
        self._set_busy(busy=True)
        self._ui.tasks.long(lambda _task: lees_antwoord(session, path), self._on_answer_read, self._fail, self)

    def _on_answer_read(self, outcome: Syncuitslag) -> None:
        self._set_busy(busy=False)
        self.bonnetje.show_bon(self._words.bon(outcome.bon))
        self.bonnetje.show()
        changes = outcome.changes
        self._ui.run(lambda: Done(changes), self)
        self._load()

    def _on_ui_data_changed(self, changes: Changes) -> None:
        del changes
        if self.isVisible():
            self._load()
