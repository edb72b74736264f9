"""The open session: the frame with the pages this role works with, the ways between them, states, notices and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from boa_app.domain.errors import BoaError
from boa_app.domain.melding import MeldingRecord
from boa_app.texts import error_sentence
from boa_app.ui.beheer.page import BeheerPage
from boa_app.ui.clock_question import ClockQuestion
from boa_app.ui.context import UiContext
from boa_app.ui.deferred import DeferredPage
from boa_app.ui.fotos.intake import FotoKijk, FotoOpdracht
from boa_app.ui.fotos.page import FotoPage
from boa_app.ui.fotos.viewer import FotoKijkPage
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.frame.model import TopAction
from boa_app.ui.frame.page import Page
from boa_app.ui.gps.page import GpsPage
from boa_app.ui.help.page import HelpPage
from boa_app.ui.importeren.page import ImporterenPage
from boa_app.ui.jobs import Jobs
from boa_app.ui.kaart.bulk_words import BulkWords
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.kaart.uitvoer import may_export
from boa_app.ui.kaartpakket.links import wire_map_pages
from boa_app.ui.leftover import AfterLock
from boa_app.ui.map.view import MapView
from boa_app.ui.meldingen.detail import DetailPage
from boa_app.ui.meldingen.draft import DraftState
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.rondes.page import RondesPage
from boa_app.ui.states import States
from boa_app.ui.sync.link import SyncLink
from boa_app.ui.sync.usb import UsbPage
from boa_app.ui.tasks import BUG_CODE
from boa_app.ui.vandaag.page import VandaagPage
from boa_app.ui.widgets.banner import BannerButton, BannerKind, BannerSpec
from boa_app.ui.zoeken.commands import Acts, Commands
from boa_app.ui.zoeken.finder import Finder
from boa_app.ui.zoeken.leads import Leads
from boa_app.usecases.bulk import BulkDone
from boa_app.usecases.changes import Done, Undo
from boa_app.usecases.gebieden import may_read_gebieden

P = TypeVar("P", bound=Page)
BUILD_AFTER_MS = 400
BUSY_SHOWN_AFTER_MS = 300
# What is over as soon as something reaches the disk again.
STORAGE_CODES = ("schijf_vol", "opslag_fout", "map_alleen_lezen")


class Shell(MainFrame):
    """Everything between unlocking and locking.

    Signals:
        lock_explained(BoaError): lock now, and say this on the way in.
        session_replaced(Session, str): make all pages anew with this session over the same store, and show that one.
    """

    lock_explained = Signal(object)
    session_replaced = Signal(object, str)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ui.themes, parent)
        self._ui = ui
        ui.setParent(self)
        self._keys: list[tuple[str, QShortcut]] = []
        self._deferred: dict[str, DeferredPage] = {}
        self._jobs = Jobs(ui).offered()
        self._states = States(ui, self)
        self._busy_timer = QTimer(self, singleShot=True, interval=BUSY_SHOWN_AFTER_MS)
        self._busy_timer.timeout.connect(lambda: self._show_states(is_busy=True))
        self._build_timer = QTimer(self, singleShot=True, interval=BUILD_AFTER_MS)
        self._build_timer.timeout.connect(self._build_next)
        self.set_example(is_example=ui.session.store.meta.voorbeeld)
        self.sync = SyncLink(ui, self)
        self.sync.lock_wanted.connect(self.lock_explained)
        self._add_pages()
        self._leads = Leads(ui.session, self.open_melding, self._show_kaart)
        leads, rol = self._leads, ui.session.actor.rol
        may_go_out = may_export(ui)
        areas = leads.open_areas if may_read_gebieden(rol) and "kaart" in self._deferred else None
        night = self._on_rail_night_toggled
        acts = Acts(
            self.show_page, self.open_form, self.lock_requested.emit, night, leads.export if may_go_out else None,
            leads.print_map if may_go_out else None, areas,
        )  # fmt: skip
        offered = [(job.key, job.icon, job.label) for job in self._jobs if job.is_way_in]
        self.finder = Finder(ui, self, partial(Commands(acts, self).make, offered))
        self.finder.found_chosen.connect(self._leads.go)
        self.finder.all_chosen.connect(self._leads.show_all)
        self._add_keys()
        self._show_states(is_busy=False)
        ui.notice_requested.connect(self._on_ui_notice_requested)
        ui.error_raised.connect(self.show_error)
        ui.page_error_raised.connect(self.show_error)
        ui.page_errors_settled.connect(lambda page: self.clear_banner(f"fout:{page}"))
        ui.tasks.busy_changed.connect(self._on_tasks_busy_changed)
        ui.tasks.data_changed.connect(self._clear_storage_banners)
        ui.sync.stand_changed.connect(lambda: self._show_states(is_busy=False))
        self.help_requested.connect(self._on_help_requested)
        self.top_bar.search_requested.connect(self.finder.open)
        self.page_changed.connect(self.finder.close)
        self.page_changed.connect(self._fit_keys)
        self.page_changed.connect(lambda: self._show_states(is_busy=False))
        self.show_page("vandaag")
        if not ui.overzicht.is_loaded:
            ui.load_overzicht()
        if ui.session.kaart_probleem is not None:
            self.show_error(ui.session.kaart_probleem)
        self._build_timer.start()
        self._clock_question = ClockQuestion(ui, self)
        self._clock_question.banner_wanted.connect(self.show_banner)
        self._clock_question.start()
        self.after_lock = AfterLock(ui, self)
        ui.sync.start()

    @property
    def context(self) -> UiContext:
        """What the pages work with."""
        return self._ui

    def real_page(self, key: str) -> Page:
        """The page itself behind a key, built now if it waited."""
        page = self.page(key)
        return page.real() if isinstance(page, DeferredPage) else page

    def built_page(self, key: str, kind: type[P]) -> P | None:
        """The page itself when it is built already; it is not built for this."""
        waiting = self._deferred.get(key)
        real = waiting.real() if waiting is not None and waiting.is_built else None
        return real if isinstance(real, kind) else None

    def open_form(self, soort: str = "") -> None:
        """A new melding, with the soort chosen already when it is given."""
        form = self.real_page("melden")
        if isinstance(form, MeldenPage):
            form.start_new(soort)
            self.show_page("melden")

    def open_melding(self, uid: str) -> None:
        """One melding with everything about it."""
        detail = self.real_page("melding")
        if isinstance(detail, DetailPage):
            detail.show_melding(uid)
            self.show_page("melding")

    def cover_fotos(self, opdracht: FotoOpdracht) -> None:
        """Photos to cover and to store, one after another."""
        page = self.real_page("foto_nieuw")
        if isinstance(page, FotoPage):
            page.begin(opdracht)
            self.show_page("foto_nieuw")

    def show_error(self, error: BoaError, page: str = "") -> None:
        """What happened, what is safe, what to do; with a page only there."""
        words = error_sentence(error, self._ui.language)
        text = f"{words.veilig} {words.doen}".strip()
        self.show_banner(BannerSpec(BannerKind.FOUT, words.wat, text, key=f"fout:{page or error.code}", page=page))

    def show_bug(self, log_path: str) -> None:
        """A mistake of the program itself."""
        self.show_error(BoaError(BUG_CODE, logboek=log_path))

    def store_drafts(self) -> None:
        """Keep what stands in the form, before the store closes."""
        form = self._built_form()
        if form is not None:
            form.flush_draft()

    def release(self) -> None:
        """Stop hearing the threads and let go of every page, maps in the right order."""
        self._build_timer.stop()
        self._ui.detach()
        self._ui.tasks.busy_changed.disconnect(self._on_tasks_busy_changed)
        self._ui.tasks.data_changed.disconnect(self._clear_storage_banners)
        for page in self._built_pages():
            page.page_hidden()
        for view in self.findChildren(MapView):
            view.release()

    def _add_pages(self) -> None:
        for job in self._jobs:
            page = DeferredPage(job.make, job.label)
            page.built.connect(lambda key=job.key: self._wire(key))
            self._deferred[job.key] = page
            self.add_page(job.key, job.icon, job.label, page, in_rail=job.in_rail)
            page.frame_changed.connect(self._fit_keys)

    def _wire(self, key: str) -> None:
        """Connect what the person meant on a page to the way there."""
        page = self.real_page(key)
        self.sync.wire(page)
        if isinstance(page, VandaagPage):
            page.melding_requested.connect(self.open_form)
            page.concept_opened.connect(self._on_page_concept_opened)
            page.page_requested.connect(self.show_page)
        if isinstance(page, RondesPage):
            page.melding_requested.connect(self.open_form)
        if isinstance(page, KaartPage):
            page.melding_requested.connect(self.open_form)
        if isinstance(page, VandaagPage | KaartPage | RondesPage):
            page.melding_opened.connect(self.open_melding)
        if isinstance(page, MeldenPage):
            page.melding_saved.connect(self._on_form_melding_saved)
            page.closed.connect(self._on_form_left)
            page.draft_state_changed.connect(self._on_form_draft_state_changed)
            page.here.settings_requested.connect(partial(self.show_page, "gps"))
        if isinstance(page, HelpPage | GpsPage):
            page.back_requested.connect(self.go_back)
        self._wire_centre(page)
        wire_map_pages(self, page)
        if isinstance(page, DetailPage):
            page.edit_requested.connect(self._on_detail_edit_requested)
            page.back_requested.connect(self.go_back)
        if isinstance(page, ImporterenPage):
            page.melding_requested.connect(self.open_form)
            page.map_requested.connect(self._on_importeren_map_requested)
        if isinstance(page, KaartPage) and "importeren" in self._deferred:
            page.add_top_action(TopAction("file-up", self.tr("Importeren"), partial(self.show_page, "importeren")))
        if isinstance(page, MeldenPage | DetailPage):
            page.fotos.foto_requested.connect(self.cover_fotos)
            page.fotos.foto_opened.connect(self._on_page_foto_opened)
        if isinstance(page, FotoPage | FotoKijkPage):
            page.closed.connect(partial(self._on_foto_closed, key))
        if isinstance(page, FotoPage):
            page.leave_asked.connect(self.after_lock.fotos.ask)

    def _wire_centre(self, page: Page) -> None:
        """The same for the pages about the centre."""
        if isinstance(page, BeheerPage):
            page.connect_requested.connect(partial(self.show_page, "synchroniseren"))
        if isinstance(page, UsbPage):
            page.enrol_requested.connect(partial(self.show_page, "synchroniseren"))

    def _build_next(self) -> None:
        """Build one waiting page per pause, the form first: it must open at once."""
        waiting = [key for key in ("melden", "kaart", "melding", "rondes", "hulp") if self._waits(key)]
        if waiting:
            self._deferred[waiting[0]].real()
            self._build_timer.start()

    def _waits(self, key: str) -> bool:
        return key in self._deferred and not self._deferred[key].is_built

    def _built_pages(self) -> Iterable[Page]:
        return [page.real() for page in self._deferred.values() if page.is_built]

    def _show_kaart(self) -> KaartPage | None:
        """Kaart in front; None for a role without it."""
        if "kaart" not in self._deferred:
            return None
        self.show_page("kaart")
        page = self.real_page("kaart")
        return page if isinstance(page, KaartPage) else None

    def _add_keys(self) -> None:
        rail = [key for key in ("vandaag", "kaart", "rondes") if key in self._deferred]
        keys: list[tuple[str, Callable[[], None]]] = [
            ("Ctrl+L", self.lock_requested.emit),
            ("Ctrl+K", self.finder.open),
            ("F1", self._on_help_requested),
            ("Esc", self._on_escape),
            ("Ctrl+W", partial(self.show_page, "waar-ben-ik")),
            ("Ctrl+Shift+S", self.sync.sync_now),
        ]
        if "melden" in self._deferred:
            keys.append(("Ctrl+N", self.open_form))
        if "rondes" in self._deferred:
            keys.append(("Ctrl+R", partial(self.show_page, "rondes")))
        keys += [(f"Ctrl+{number}", partial(self.show_page, key)) for number, key in enumerate(rail, start=1)]
        for sequence, act in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.activated.connect(act)
            self._keys.append((sequence, shortcut))

    def _fit_keys(self) -> None:
        """A key that the foot of this page has is the foot's: two owners of one key would both stay silent."""
        if not self.current_key:
            return
        spec = self.page(self.current_key).foot()
        taken = {action.shortcut for action in spec.actions if not action.reason}
        if spec.corner is not None:
            taken.add(spec.corner.shortcut)
        for sequence, shortcut in self._keys:
            shortcut.setEnabled(sequence not in taken)

    def _show_states(self, *, is_busy: bool) -> None:
        stored = self._states.busy() if is_busy else self._states.stored(self._draft_state(), self.current_key)
        centre = self._states.sync(self._ui.sync.stand, is_running=self._ui.sync.is_running)
        self.set_states(tuple(replace(item, on_trigger=self.sync.show) for item in (stored, *centre)))

    def _built_form(self) -> MeldenPage | None:
        return self.built_page("melden", MeldenPage)

    def _draft_state(self) -> DraftState:
        form = self._built_form()
        return DraftState.NIETS if form is None else form.draft.state

    def _clear_storage_banners(self) -> None:
        """Something is on disk again. While the draft is not, the trouble is not over: a small change fits sooner."""
        if self._draft_state() is not DraftState.MISLUKT:
            for code in STORAGE_CODES:
                self.clear_banner(f"fout:{code}")

    def _show_help(self, topic: str) -> None:
        page = self.real_page("hulp")
        if isinstance(page, HelpPage):
            page.show_topic(topic)
            self.show_page("hulp")

    def _undo(self, undo: Undo) -> None:
        self._ui.take_back(undo, self, self._on_undone)

    def _on_undone(self, done: Done) -> None:
        if isinstance(done, BulkDone) and done.verslag.fout is not None:
            self._ui.show_error(done.verslag.fout)
        self._on_ui_notice_requested(BulkWords(self._ui.language, self).undone(done), None)

    def _on_ui_notice_requested(self, sentence: str, undo: object) -> None:
        buttons: tuple[BannerButton, ...] = ()
        if isinstance(undo, Undo):
            buttons = (BannerButton(self.tr("Ongedaan maken"), lambda: self._undo(undo), "undo-2"),)
        self.show_banner(BannerSpec(BannerKind.OK, sentence, buttons=buttons, key="klaar"))

    def _on_tasks_busy_changed(self, is_busy: bool) -> None:
        if is_busy:
            self._busy_timer.start()
        else:
            self._busy_timer.stop()
            self._show_states(is_busy=False)

    def _on_help_requested(self) -> None:
        self._show_help(self.current_key)

    def _on_escape(self) -> None:
        if self.menu.isVisible():
            self._close_menu()
        else:
            self.go_back()

    def _on_page_concept_opened(self, concept: object) -> None:
        form = self.real_page("melden")
        if isinstance(form, MeldenPage):
            form.start_new(concept=concept)
            self.show_page("melden")

    def _on_form_draft_state_changed(self) -> None:
        self._show_states(is_busy=False)
        if self._draft_state() is DraftState.BEWAARD:
            self._clear_storage_banners()

    def _on_form_melding_saved(self, done: Done) -> None:
        kaart = self.built_page("kaart", KaartPage)
        if kaart is not None:
            kaart.choose_melding(done.uid)
        self._clear_storage_banners()
        self._on_form_left()

    def _on_form_left(self) -> None:
        if self.current_key == "melden":
            self.go_back()

    def _on_importeren_map_requested(self, nrs: frozenset[int], name: str) -> None:
        kaart = self._show_kaart()
        if kaart is not None:
            kaart.show_only(nrs, name)

    def _on_page_foto_opened(self, kijk: FotoKijk) -> None:
        page = self.real_page("foto")
        if isinstance(page, FotoKijkPage):
            page.show_foto(kijk)
            self.show_page("foto")

    def _on_foto_closed(self, key: str) -> None:
        if self.current_key == key:
            self.go_back()

    def _on_detail_edit_requested(self, record: MeldingRecord) -> None:
        form = self.real_page("melden")
        if isinstance(form, MeldenPage):
            form.edit(record)
            self.show_page("melden")
