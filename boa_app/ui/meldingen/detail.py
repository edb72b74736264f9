"""One melding: read it, correct it, let it lapse, take that back, and see what happened to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from boa_app.domain.errors import BoaError
from boa_app.domain.melding import MeldingRecord, Status
from boa_app.domain.opsporing import Opsporingsverwijzing
from boa_app.domain.roles import Entiteit, Handeling, has_any
from boa_app.ui.context import UiContext
from boa_app.ui.fotos.panel import FotoPanel
from boa_app.ui.frame.model import CornerAction, FootAction, FootSpec, SizeClass
from boa_app.ui.frame.page import Page
from boa_app.ui.map.view import MapOptions, MapView
from boa_app.ui.meldingen.detail_parts import FieldsPanel, HistoryPanel, ReasonPanel
from boa_app.ui.meldingen.detail_words import DetailWords, Known
from boa_app.ui.theme import px
from boa_app.ui.widgets.banner import Banner, BannerButton, BannerKind, BannerSpec
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.kaart import KaartLagen
from boa_app.usecases.meldingen import herstel_melding, laat_vervallen
from boa_app.usecases.meldingen_lezen import (
    Wijziging,
    geschiedenis,
    toon_melding,
    velden_in_conflict,
    verwijzingen_bij,
)
from boa_app.usecases.session import Session

MAP_ZOOM = 17.0


class _Asking(Enum):
    NOTHING = "nothing"
    TO_READ = "to_read"
    TO_VOID = "to_void"


@dataclass(frozen=True, slots=True)
class DetailBeeld:
    """Everything on this page."""

    record: MeldingRecord
    wijzigingen: tuple[Wijziging, ...]
    verwijzingen: tuple[Opsporingsverwijzing, ...]
    conflicten: tuple[str, ...] = ()


def read_detail(session: Session, uid: str, reden: str) -> DetailBeeld:
    """Read one melding; that is logged. Raises UserError reden_nodig beyond a year."""
    record = toon_melding(session, uid, reden)
    verwijzingen: tuple[Opsporingsverwijzing, ...] = ()
    own = record.gemaakt_door == session.actor.account
    if record.melding.regime == "O" and (own or session.actor.rol.value == "teamleider"):
        verwijzingen = _read_verwijzingen(session, uid)
    return DetailBeeld(record, geschiedenis(session, uid, reden), verwijzingen, velden_in_conflict(session, uid))


def _read_verwijzingen(session: Session, uid: str) -> tuple[Opsporingsverwijzing, ...]:
    try:
        return verwijzingen_bij(session, uid)
    except BoaError:
        # Older than the term in the table of rights: the melding may be read, the number not.
        return ()


class DetailPage(Page):
    """One melding.

    Signals:
        edit_requested(object): change this record in the form.
        back_requested(): there is nothing to show here any more.
        conflict_opened(str): choose between two values of this melding.
    """

    edit_requested = Signal(object)
    back_requested = Signal()
    conflict_opened = Signal(str)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._uid = self._reason = ""
        self._asking = _Asking.NOTHING
        self._beeld: DetailBeeld | None = None
        self._known = Known()
        self._banner: Banner | None = None
        self._words = DetailWords(ui.session.lijsten, ui.language, self)
        self.fields = FieldsPanel(ui.themes)
        self.history = HistoryPanel(ui.themes)
        self.fotos = FotoPanel(ui, self)
        self.reason = ReasonPanel(ui.themes, self)
        self.reason.hide()
        self.reason.given.connect(self._on_reason_given)
        self.reason.cancelled.connect(self._on_reason_cancelled)
        self._map_panel = Panel(ui.themes)
        self.map = MapView(ui.maps, ui.themes, MapOptions())
        self.map.setAccessibleName(self.tr("Plaats van de melding"))
        self._map_panel.body.addWidget(self.map, 1)
        self._build()
        ui.data_changed.connect(self._on_ui_data_changed)

    def title(self) -> str:
        return self.tr("Melding")

    def context(self) -> str:
        return "" if self._beeld is None else self._words.when(self._beeld.record.melding)

    def foot(self) -> FootSpec:
        if self._beeld is None or not self._may(Handeling.WIJZIGEN):
            return FootSpec()
        if self._is_lapsed():
            return FootSpec((), CornerAction("undo-2", self.tr("Herstellen"), self._restore, "Ctrl+Z"))
        void = FootAction(
            "ban", self.tr("Laten vervallen"), self._ask_void, self.tr("met een reden"), "", self.tr("Vervallen")
        )
        return FootSpec((void,), CornerAction("pencil", self.tr("Wijzigen"), self._edit, "Ctrl+E"))

    def show_melding(self, uid: str) -> None:
        """Read this melding and show it."""
        self._uid, self._reason = uid, ""
        self._beeld = None
        self.reason.hide()
        self._asking = _Asking.NOTHING
        self.fields.set_fields(())
        self.history.set_lines(())
        self.fotos.clear()
        self._show_banner()
        self._ui.load_lagen(self._on_lagen, self)
        self._load()

    @property
    def shown(self) -> MeldingRecord | None:
        """The record on the screen."""
        return None if self._beeld is None else self._beeld.record

    @property
    def banner_text(self) -> str:
        """What is said above the melding, empty when nothing is."""
        return "" if self._banner is None else self._banner.spec.strong

    def apply_size_class(self) -> None:
        self._arrange()

    def show_beeld(self, beeld: DetailBeeld) -> None:
        """Show the record, its place and its history."""
        if beeld.record.uid != self._uid:
            return
        self._beeld = beeld
        melding = beeld.record.melding
        rows = [(self.tr("Wanneer"), self._words.when(melding)), *self._words.fields(melding, self._known)]
        rows += [self._verwijzing_row(line) for line in beeld.verwijzingen]
        self.fields.set_title(self._words.title(melding))
        self.fields.set_fields(rows)
        self.fotos.show_record(beeld.record, self._reason)
        account = self._ui.session.actor.account
        self.history.set_lines(self._words.history(beeld.wijzigingen, account, self._known))
        self.map.set_pin(melding.lon, melding.lat, melding.nauwkeurigheid_m)
        self.map.center_on(melding.lon, melding.lat, MAP_ZOOM)
        self._show_banner()
        self.frame_changed.emit()

    def _build(self) -> None:
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._banner_place = QVBoxLayout()
        column.addLayout(self._banner_place)
        column.addWidget(ScrollBox(self._content), 1)
        self._arrange()

    def _arrange(self) -> None:
        small = self.size_class is SizeClass.KLEIN
        margin = px("s3") if self.is_low else px("s4")
        self._grid.setContentsMargins(margin, margin, margin, margin)
        self._grid.setSpacing(px("s4"))
        parts: tuple[QWidget, ...] = (self.reason, self.fields, self.fotos, self._map_panel, self.history)
        for part in parts:
            self._grid.removeWidget(part)
        for index in range(len(parts)):
            self._grid.setRowStretch(index, 0)
            self._grid.setColumnStretch(index, 0)
        for panel in (self.fields, self.history):
            panel.set_full_height(small)
        if small:
            for row, part in enumerate(parts):
                self._grid.addWidget(part, row, 0)
            self._map_panel.setMinimumHeight(px("b-hoek"))
            return
        self._map_panel.setMinimumHeight(0)
        self._grid.addWidget(self.reason, 0, 0, 1, 2)
        self._grid.addWidget(self.fields, 1, 0, 2, 1)
        self._grid.addWidget(self.fotos, 3, 0, 1, 2)
        self._grid.addWidget(self._map_panel, 1, 1)
        self._grid.addWidget(self.history, 2, 1)
        for row, stretch in ((1, 5), (2, 4)):
            self._grid.setRowStretch(row, stretch)
        for column, stretch in ((0, 5), (1, 5)):
            self._grid.setColumnStretch(column, stretch)

    def _may(self, handeling: Handeling) -> bool:
        return has_any(self._ui.session.actor.rol, Entiteit.MELDING, handeling)

    def _is_lapsed(self) -> bool:
        return self._beeld is not None and self._beeld.record.melding.status is Status.VERVALLEN

    def _load(self) -> None:
        session, uid, reason = self._ui.session, self._uid, self._reason
        self._ui.tasks.query(lambda: read_detail(session, uid, reason), self.show_beeld, self._on_read_refused, self)

    def _show_banner(self) -> None:
        if self._banner is not None:
            self._banner_place.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        record = self.shown
        spec = None
        if record is not None and self._is_lapsed():
            button = BannerButton(self.tr("Herstellen"), self._restore, "undo-2")
            spec = BannerSpec(
                BannerKind.LET, self.tr("Deze melding is vervallen."), self.tr("Zij telt nergens meer mee."),
                (button,), closable=False,
            )  # fmt: skip
        elif self._beeld is not None and self._beeld.conflicten:
            button = BannerButton(self.tr("Kiezen"), self._open_conflict, "git-compare")
            names = ", ".join(self._words.name(veld).lower() for veld in self._beeld.conflicten)
            spec = BannerSpec(
                BannerKind.LET, self.tr("Hier staan twee waarden naast elkaar: {velden}.").format(velden=names),
                self.tr("U ziet de laatste. Kies welke geldt."), (button,), closable=False,
            )  # fmt: skip
        elif record is not None and record.tekst_verdacht:
            spec = BannerSpec(
                BannerKind.LET, self.tr("In de tekst staat misschien een persoon."),
                self.tr("Kies Wijzigen en beschrijf het gedrag, niet de persoon."), closable=False,
            )  # fmt: skip
        if spec is not None:
            self._banner = Banner(self._ui.themes, spec, self)
            self._banner_place.addWidget(self._banner)
            self._banner.show()

    def _open_conflict(self) -> None:
        self.conflict_opened.emit(self._uid)

    def _verwijzing_row(self, line: Opsporingsverwijzing) -> tuple[str, str]:
        maatregel = self._ui.session.lijsten["maatregel"].kort(line.maatregel, self._ui.language)
        parts = (line.registratienummer, line.artikel, maatregel)
        return self.tr("Registratienummer"), ", ".join(part for part in parts if part)

    def _edit(self) -> None:
        if self._beeld is not None:
            self.edit_requested.emit(self._beeld.record)

    def _ask_void(self) -> None:
        self._asking = _Asking.TO_VOID
        reasons = (self.tr("Dubbel gemeld"), self.tr("Vergissing"), self.tr("Verkeerde plek"))
        self.reason.ask(self.tr("Waarom vervalt deze melding?"), self.tr("Laten vervallen"), reasons)

    def _restore(self) -> None:
        session, uid = self._ui.session, self._uid
        reason = self.tr("hersteld")
        self._ui.run(lambda: herstel_melding(session, uid, reason), self, self._on_restored)

    def _on_restored(self, done: Done) -> None:
        del done
        self._ui.show_notice(self.tr("De melding telt weer mee."))

    def _stop_asking(self) -> _Asking:
        asking, self._asking = self._asking, _Asking.NOTHING
        self.reason.hide()
        # Else Qt gives the focus to whatever comes next, far away in the rail.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return asking

    def _on_reason_given(self, reason: str) -> None:
        asking = self._stop_asking()
        if asking is _Asking.TO_READ:
            self._reason = reason
            self._load()
        elif asking is _Asking.TO_VOID:
            session, uid = self._ui.session, self._uid
            self._ui.run(lambda: laat_vervallen(session, uid, reason), self, self._on_voided)

    def _on_reason_cancelled(self) -> None:
        asking = self._stop_asking()
        if asking is _Asking.TO_READ:
            self.back_requested.emit()

    def _on_voided(self, done: Done) -> None:
        self._ui.show_notice(self.tr("De melding is vervallen."), done.undo)

    def _on_read_refused(self, error: BoaError) -> None:
        if error.code == "reden_nodig":
            self._asking = _Asking.TO_READ
            reasons = (self.tr("Dossier"), self.tr("Klacht of vraag"), self.tr("Controle"))
            self.reason.ask(
                self.tr("Deze melding is ouder dan een jaar. Waarom leest u haar?"), self.tr("Lezen"), reasons
            )
            return
        self._ui.show_error(error)

    def _on_lagen(self, lagen: KaartLagen) -> None:
        self._known = Known({jop.uid: jop.naam for jop in lagen.jops})
        self.map.set_lagen(lagen)
        if self._beeld is not None:
            self.show_beeld(self._beeld)

    def _on_ui_data_changed(self, changes: Changes) -> None:
        if self._beeld is not None and (changes.alles or self._uid in changes.meldingen):
            self._load()
