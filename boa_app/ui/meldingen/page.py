"""The page *Nieuwe melding*: five touches and Opslaan, everything else optional, nothing ever lost.

touch ──> Formulier (a new value) ──> shown everywhere, draft kept within half a second
Opslaan ─> command on the work thread ─> on disk ─> banner with Ongedaan maken, back where one came from
                                     └> problem ─> the form stays as it is, the banner says what to do
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boa_app.domain.errors import BoaError
from boa_app.domain.melding import MeldingRecord, PlaatsBron
from boa_app.domain.moments import to_local
from boa_app.ui.context import UiContext
from boa_app.ui.fotos.form_fotos import FormFotos
from boa_app.ui.frame.model import FootSpec, SizeClass, TopAction
from boa_app.ui.frame.page import Page
from boa_app.ui.meldingen.draft import DraftKeeper
from boa_app.ui.meldingen.editor import Shown
from boa_app.ui.meldingen.foot import FootActs, FormFoot
from boa_app.ui.meldingen.form_here import FormHere
from boa_app.ui.meldingen.form_view import FormView
from boa_app.ui.meldingen.nearby import Nearby
from boa_app.ui.meldingen.saver import FormSaver
from boa_app.ui.meldingen.where_search import WhereSearch
from boa_app.ui.tasks import Task
from boa_app.usecases import formulier_start
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.formulier import Formulier
from boa_app.usecases.formulier_start import FormulierStart, GeopendConcept
from boa_app.usecases.kaart import kaart_lagen

if TYPE_CHECKING:
    from boa_app.ui.meldingen.groups import FormGroup

TICK_MS = 15_000
MAP_AFTER_MS = 30
_FIELD_OF_GROUP = {"ernst": "ernst", "groepsgrootte": "groepsgrootte", "resultaat": "resultaat"}
_ROW_OF_ERROR = {
    "moment_in_toekomst": "wanneer", "venster_omgekeerd": "wanneer", "registratienummer_ongeldig": "regime",
    "tekst_te_lang": "meer",
}  # fmt: skip


class MeldenPage(Page):
    """The form for a new melding, a draft or a correction.

    Signals:
        melding_saved(Done): it is on disk.
        closed(): the person goes back; what was filled in is kept as a draft.
        draft_changed(bool): what is on the form is kept on disk, or not yet.
        draft_state_changed(): `draft.state` is another one now.
    """

    melding_saved = Signal(object)
    closed = Signal()
    draft_changed = Signal(bool)
    draft_state_changed = Signal()

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._form = self._begin = Formulier()
        self._start: FormulierStart | None = None
        self._record: MeldingRecord | None = None
        self._loading: Task[FormulierStart] | None = None
        self._has_lagen = False
        self.setProperty("vlak", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = FormView(ui, to_local(ui.session.now()).date(), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.draft = DraftKeeper(ui, self)
        self.nearby = Nearby(ui, self.view, self)
        self.saver = FormSaver(ui, self)
        self.here = FormHere(ui, self.view, self._new_form, self)
        self.fotos = FormFotos(ui, self.view.more.fotos, self.draft, lambda: self._form, self)
        self._foot = FormFoot(FootActs(self.save, self.log_niemand, self.repeat_previous), self.view.wording, self)
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._connect()
        self.view.set_size_class(self.size_class, low=self.is_low)

    # What the window calls

    def start_new(self, soort: str = "", concept: object = None) -> None:
        """An empty form, perhaps with its kind chosen already, or the form of a draft."""
        if concept is not None:
            self.open_concept(str(getattr(concept, "uid", concept)))
            return
        form = Formulier().kies_soorten([soort]) if soort else Formulier()
        self._open(form, Formulier())
        if soort:
            self._touch(self._form.begin(self._ui.session.now()))
            self.view.advance("soort")

    def open_concept(self, uid: str) -> None:
        """Go on with a draft."""
        self.flush_draft()
        session = self._ui.session
        self._ui.tasks.query(
            lambda: formulier_start.open_concept(session, uid), self._on_concept_opened, self._ui.show_error, self
        )

    def edit(self, record: MeldingRecord) -> None:
        """Correct a stored melding."""
        form = Formulier.from_record(record)
        self._open(form, form, record)

    def flush_draft(self) -> None:
        """Keep the draft now, before locking, closing or leaving."""
        self.draft.store_now()

    def has_content(self) -> bool:
        """Whether there is anything on the form that would be missed."""
        return self._form.has_content(self._begin)

    def is_draft_kept(self) -> bool:
        """Whether what is on the form stands on disk."""
        return self.draft.is_kept

    @property
    def form(self) -> Formulier:
        """What is on the form now."""
        return self._form

    def title(self) -> str:
        return self.tr("Melding wijzigen") if self._record else self.tr("Nieuwe melding")

    def foot(self) -> FootSpec:
        if self._record is not None:
            return self._foot.for_correction()
        return self._foot.for_new(self._start.vorige if self._start else None)

    def top_actions(self) -> tuple[TopAction, ...]:
        if self.size_class is not SizeClass.KLEIN:
            return ()
        if self.view.is_map_open:
            return (TopAction("list", self.tr("Formulier tonen"), lambda: self.view.open_map(is_open=False)),)
        return (TopAction("map", self.tr("Kaart tonen"), lambda: self.view.open_map(is_open=True)),)

    def page_shown(self) -> None:
        # After the first paint: the tiles must answer at once, the map may come a moment later.
        QTimer.singleShot(MAP_AFTER_MS, self, self._show_map)
        self._clock.start()
        self.here.switch(on=True)
        self._focus_first()

    def page_hidden(self) -> None:
        self._clock.stop()
        self.here.switch(on=False)
        self.flush_draft()

    def apply_size_class(self) -> None:
        self.view.set_size_class(self.size_class, low=self.is_low)
        self._show()

    def event(self, event: QEvent) -> bool:
        # Esc closes what is open on this page first; only then is it the window's key for going back.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            opened = bool(self.view.open_editor_key) or self.view.is_map_open
            if opened and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.view.open_editor_key:
            self.view.close_editor()
        elif self.view.is_map_open:
            self.view.open_map(is_open=False)
        else:
            self.closed.emit()

    # What a person does

    def choose_place(self, lon: float, lat: float, plaats: str = "") -> None:
        """The place, as if touched on the map; plaats: its name when it is a known one."""
        self._touch(self._form.kies_plek(lon, lat, PlaatsBron.KAART, plaats))

    def repeat_previous(self) -> None:
        """Fill in what stays the same as in the previous melding."""
        if self._start is not None and self._start.vorige is not None:
            now = self._ui.session.now()
            self._touch(self._form.herhaal(self._start.vorige, now, self._start.ronde), centre=True)

    def save(self) -> None:
        """Store the melding; a second touch while storing does nothing."""
        missing = self._form.missing()
        if missing:
            self._show_missing(missing)
        elif not self.saver.is_busy and self._record is not None:
            reden, sentence = self.view.reason.text().strip(), self.tr("Wijziging opgeslagen op dit apparaat.")
            self.saver.correct(self._record, self._form, reden, sentence, self.draft.stop())
        elif not self.saver.is_busy:
            self.saver.register(self._form, self.tr("Melding opgeslagen op dit apparaat."), self.draft.stop())

    def log_niemand(self) -> None:
        """Store at once that nobody was here. What was written is kept as a draft, not thrown away with it."""
        if self._form.plek is None:
            self._show_missing(("waar",))
            return
        if self.saver.is_busy:
            return
        written = bool(self._form.feiten.strip() or self._form.duiding.strip() or self._form.fotos)
        if written:
            self.draft.store_now()
        concept = "" if written else self.draft.stop()
        sentence = self.tr("Niemand aangetroffen: opgeslagen op dit apparaat.")
        self.saver.register(self._form.niemand(), sentence, concept)

    # Inside

    def _connect(self) -> None:
        view = self.view
        view.groups.choice_changed.connect(self._on_groups_choice_changed)
        view.groups.registration_requested.connect(lambda: self._open_editor("regime"))
        view.rows.row_opened.connect(self._open_editor)
        view.map.place_chosen.connect(self.choose_place)
        view.map.place_named.connect(self.choose_place)
        self.here.form_proposed.connect(self._on_here_form_proposed)
        self.here.place_asked.connect(lambda fix: self._touch(self._form.kies_hier(fix), centre=True))
        self.here.doubt_shown.connect(self._show)
        view.arrangement_changed.connect(self.frame_changed)
        for panel in view.panels.values():
            panel.editor.form_changed.connect(self._touch)
        self.where_search = WhereSearch(self._ui, view.where, self)
        view.where.place_chosen.connect(lambda: self._show(centre=True))
        view.regime.maatregelen_changed.connect(self._on_regime_maatregelen_changed)
        view.more.sentences_changed.connect(self._on_more_sentences_changed)
        self.nearby.form_changed.connect(self._touch)
        self.nearby.street_found.connect(self._on_nearby_street_found)
        self.fotos.form_changed.connect(self._touch)
        self.draft.kept_changed.connect(self.draft_changed)
        self.draft.state_changed.connect(self.draft_state_changed)
        self.saver.saved.connect(self._on_saver_saved)
        self.saver.failed.connect(self._on_saver_failed)
        self._clock.timeout.connect(self._show)
        self._ui.data_changed.connect(self._on_ui_data_changed)

    def _open(self, form: Formulier, begin: Formulier, record: MeldingRecord | None = None, draft: str = "") -> None:
        self.flush_draft()
        self._form, self._begin, self._record, self._start = form, begin, record, None
        self.draft.begin(draft)
        self.view.reset()
        self.nearby.reset(record)
        self._show(centre=True)
        self.frame_changed.emit()
        if self._loading is not None:
            self._loading.cancel()
        session = self._ui.session
        self._loading = self._ui.tasks.query(
            lambda: formulier_start.load_start(session), self._on_start_loaded, self._ui.show_error, self
        )

    def _touch(self, form: Formulier, *, centre: bool = False) -> None:
        """A person changed something."""
        jops = self._start.jops if self._start else ()
        self._form = form.begin(self._ui.session.now()).with_nearest_jop(jops)
        self._show(centre=centre)
        self.draft.touch(self._form.to_concept() if self.has_content() else None)

    def _show(self, *, centre: bool = False) -> None:
        shown = Shown(self._form, self._start)
        self.view.show_form(shown, self.nearby.here, self._ui.session.now())
        self.view.map.set_place(self._form.plek, self._form.nauwkeurigheid_m, centre=centre)
        self.nearby.look(self._form)
        self.fotos.show_form(self._form)

    def _show_missing(self, missing: tuple[str, ...]) -> None:
        self.view.show_missing(missing)
        if "soort" in missing:
            self.view.groups.group("soort").tiles.focus_first()

    def _open_editor(self, key: str) -> None:
        self.view.open_editor(key, Shown(self._form, self._start))

    def _focus_first(self) -> None:
        group: FormGroup = self.view.groups.group("ernst" if self._form.soorten else "soort")
        tiles = group.tiles.tiles()
        if tiles:
            tiles[0].setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _show_map(self) -> None:
        self.view.map.make_view()
        if not self._has_lagen:
            self._has_lagen = True
            session = self._ui.session
            self._ui.tasks.query(lambda: kaart_lagen(session), self.view.map.set_lagen, self._ui.show_error, self)

    def _on_start_loaded(self, start: FormulierStart) -> None:
        self._start = start
        self.view.map.set_centre(start.centrum)
        if self._record is None and not self.draft.uid:
            self._form = self._form.with_voorstel(start.voorstel)
        self._form = self._form.with_nearest_jop(start.jops)
        self._show(centre=self._form.voorstel is not None)
        self.frame_changed.emit()

    def _on_concept_opened(self, opened: GeopendConcept) -> None:
        form = opened.formulier if opened.record is not None else replace(opened.formulier, bewerkt="")
        begin = Formulier.from_record(opened.record) if opened.record is not None else Formulier()
        self._open(form, begin, opened.record, opened.uid)

    def _on_groups_choice_changed(self, key: str, codes: list[str]) -> None:
        before = self._form
        if key == "soort":
            form, was_empty = before.kies_soorten(codes), not before.soorten
        elif key == "maatregel":
            form, was_empty = self._with_maatregelen(codes), not before.maatregelen
        else:
            field = _FIELD_OF_GROUP[key]
            chosen: dict[str, Any] = {field: codes[0] if codes else ""}
            form, was_empty = replace(before, **chosen), not getattr(before, field)
        self._touch(form)
        if was_empty and codes:
            self.view.advance(key)

    def _with_maatregelen(self, codes: list[str]) -> Formulier:
        jops = self._start.jops if self._start else ()
        return self._form.kies_maatregelen(codes, self._ui.session.lijsten["maatregel"], jops)

    def _on_regime_maatregelen_changed(self, codes: list[str]) -> None:
        lijst = self._ui.session.lijsten["maatregel"]
        others = [code for code in self._form.maatregelen if code not in lijst or lijst.get(code).regime != "O"]
        form = self._with_maatregelen([*others, *codes])
        # Here the regime was chosen first: taking the last measure away does not change it back.
        self._touch(replace(form, regime="O"))

    def _on_more_sentences_changed(self, sentences: tuple[str, ...]) -> None:
        session = self._ui.session

        def keep() -> Done:
            formulier_start.bewaar_straatteksten(session, sentences)
            return Done(Changes())

        self._ui.run(keep, self, lambda _done: self._reload_start())

    def _reload_start(self) -> None:
        session = self._ui.session
        self._loading = self._ui.tasks.query(
            lambda: formulier_start.load_start(session), self._on_start_loaded, self._ui.show_error, self
        )

    def _on_here_form_proposed(self, form: Formulier, centre: bool) -> None:
        self._form = form
        self._show(centre=centre)

    def _new_form(self) -> Formulier | None:
        """The form while it is a new melding that has what it starts from; a draft has its place already."""
        is_new = self._start is not None and self._record is None and not self.draft.uid
        return self._form if is_new else None

    def _on_nearby_street_found(self, street: str) -> None:
        """The name of the street at the pin, unless somebody typed a name."""
        if self._form.plek is not None and not self._form.plaats_zelf and not self._form.plaats:
            self._form = replace(self._form, plaats=street)
        self._show()

    def _on_saver_saved(self, done: Done, sentence: str) -> None:
        self._form = self._begin = Formulier()
        self._record = None
        self.draft.begin()
        self.view.reset()
        self._ui.show_notice(sentence, done.undo)
        self.melding_saved.emit(done)

    def _on_saver_failed(self, error: BoaError) -> None:
        # Nothing was stored: the draft goes on being kept.
        self.draft.touch(self._form.to_concept() if self.has_content() else None)
        self._ui.show_error(error)
        if error.code in _ROW_OF_ERROR:
            self._open_editor(_ROW_OF_ERROR[error.code])

    def _on_ui_data_changed(self, changes: Changes) -> None:
        # Without a kaartpakket the map shows one's own last meldingen to go by.
        is_bare = self._ui.session.kaart is None and bool(changes.meldingen)
        if changes.jops or changes.schouwen or changes.alles or is_bare:
            self._has_lagen = False
