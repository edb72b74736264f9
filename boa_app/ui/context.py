"""What every page gets in its constructor: the session, the work threads, the look, the map profile, and a voice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from boa_app.domain.errors import BoaError
from boa_app.ui.tasks import BUG_CODE, Task, Tasks
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.changes import Changes, Done, Undo

if TYPE_CHECKING:
    # Only for types: these bring the store and WebEngine, which must not load before the unlock screen shows.
    from boa_app.ui.gps.service import GpsService
    from boa_app.ui.map.profile import MapProfile
    from boa_app.ui.sync.service import SyncService
    from boa_app.usecases.kaart import KaartLagen
    from boa_app.usecases.overzicht import Overzicht
    from boa_app.usecases.session import Session


def ignore(_: object) -> None:
    """The on_done of an act whose outcome shows itself through data_changed."""


class UiContext(QObject):
    """One unlocked session as the pages see it. Made after unlocking, thrown away at locking.

    Signals:
        data_changed(Changes): something committed; refresh what you show of it.
        notice_requested(str, object): show the sentence as done, with *Ongedaan maken* when the object is an Undo.
        error_raised(BoaError): show what happened, what is safe, what to do.
        page_error_raised(BoaError, str): the same for what concerns one page only; it goes when that page is left.
        page_errors_settled(str): what went wrong on this page is over.
        load_progressed(int, int): so many meldingen are read of at most so many.
    """

    data_changed = Signal(object)
    notice_requested = Signal(str, object)
    error_raised = Signal(object)
    page_error_raised = Signal(object, str)
    page_errors_settled = Signal(str)
    load_progressed = Signal(int, int)

    def __init__(
        self,
        session: Session,
        overzicht: Overzicht,
        tasks: Tasks,
        themes: ThemeManager,
        maps: MapProfile | None,
        language: str = "nl",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.overzicht, self.tasks = session, overzicht, tasks
        self.themes, self.maps, self.language = themes, maps, language
        self._lagen: KaartLagen | None = None
        self._gps: GpsService | None = None
        self._sync: SyncService | None = None
        tasks.set_after_commit(self._refresh)
        tasks.data_changed.connect(self._on_tasks_data_changed)

    @property
    def gps(self) -> GpsService:
        """The receiver, made when a page first needs a place; off until somebody uses it."""
        if self._gps is None:
            from boa_app.ui.gps.service import GpsService
            from boa_app.usecases.gps import lees_instelling

            self._gps = GpsService(self.session.now, self)
            self.tasks.query(lambda: lees_instelling(self.session), self._gps.set_stored, self.show_error, self._gps)
        return self._gps

    @property
    def sync(self) -> SyncService:
        """Syncing of this session; it does nothing by itself until somebody starts it."""
        if self._sync is None:
            from boa_app.ui.sync.service import SyncService

            self._sync = SyncService(self, self)
        return self._sync

    def run(
        self,
        work: Callable[[], Done],
        owner: QObject,
        on_done: Callable[[Done], None] = ignore,
        on_error: Callable[[BoaError], None] | None = None,
    ) -> Task[Done]:
        """Start a command; without on_error a problem becomes a banner."""
        return self.tasks.command(work, on_done, on_error or self.show_error, owner)

    def run_long(
        self,
        work: Callable[[Task[Done]], Done],
        owner: QObject,
        on_done: Callable[[Done], None] = ignore,
        on_error: Callable[[BoaError], None] | None = None,
    ) -> Task[Done]:
        """An act on many records: neither a save nor a list waits for it. Told as a command once it is finished."""
        return self.tasks.long(
            work, lambda done: self._tell_done(done, owner, on_done), on_error or self.show_error, owner
        )

    def take_back(self, undo: Undo, owner: QObject, on_done: Callable[[Done], None] = ignore) -> None:
        """Take an act back; of many records on the thread for long work, so that no save stands behind it."""
        from boa_app.usecases.meldingen import maak_ongedaan

        if undo.delen:
            self.run_long(lambda _task: maak_ongedaan(self.session, undo), owner, on_done)
        else:
            self.run(lambda: maak_ongedaan(self.session, undo), owner, on_done)

    def load_lagen(self, on_result: Callable[[KaartLagen], None], owner: QObject) -> None:
        """Give the layers below the points. All maps get the same object, so that it is sent to the map pages once."""
        if self._lagen is not None:
            on_result(self._lagen)
            return

        def keep(lagen: KaartLagen) -> None:
            self._lagen = self._lagen or lagen
            on_result(self._lagen)

        self.tasks.query(self._read_lagen, keep, self.show_error, owner)

    def show_notice(self, sentence: str, undo: Undo | None = None) -> None:
        """Say that something is done, at the top of the page, without taking the focus."""
        self.notice_requested.emit(sentence, undo)

    def show_error(self, error: BoaError) -> None:
        """Say what went wrong; a bug has its own banner already."""
        if error.code != BUG_CODE:
            self.error_raised.emit(error)

    def show_page_error(self, error: BoaError, page: str) -> None:
        """Say what went wrong on one page: it stands there, one at a time, until the next try or until it is left."""
        if error.code != BUG_CODE:
            self.page_error_raised.emit(error, page)

    def load_overzicht(self) -> None:
        """Read what list and map show while the first screen stands; then every page hears that all changed."""
        everything = Changes(alles=True)

        def tell(_: object = None) -> None:
            self.data_changed.emit(everything)

        def fail(error: BoaError) -> None:
            self.show_error(error)
            tell()

        self.tasks.query(lambda: self._refresh_all(everything), tell, fail, self)

    def detach(self) -> None:
        """Stop hearing the threads and the receiver, before the session closes."""
        if self._gps is not None:
            self._gps.close()
        if self._sync is not None:
            self._sync.close()
        self.tasks.set_after_commit(None)
        self.tasks.data_changed.disconnect(self._on_tasks_data_changed)

    def _tell_done(self, done: Done, owner: QObject, on_done: Callable[[Done], None]) -> None:
        self.run(lambda: done, owner, on_done)

    def _read_lagen(self) -> KaartLagen:
        from boa_app.usecases.kaart import kaart_lagen

        return kaart_lagen(self.session)

    def _on_tasks_data_changed(self, changes: Changes) -> None:
        if changes.alles or changes.jops or changes.schouwen or changes.gebieden:
            self._lagen = None
        if changes.alles:
            # Seconds with a million: not on the command thread, where the next save would wait for it.
            self.load_overzicht()
        else:
            self.data_changed.emit(changes)

    def _refresh(self, changes: Changes) -> None:
        """On the command thread: list and map read arrays that are replaced, never changed in place."""
        from boa_app.usecases.overzicht import refresh

        if not changes.alles:
            refresh(self.overzicht, self.session, changes)

    def _refresh_all(self, everything: Changes) -> None:
        from boa_app.usecases.overzicht import refresh

        refresh(self.overzicht, self.session, everything, self.load_progressed.emit)
