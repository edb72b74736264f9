"""What runs behind the import window: looking a file through, importing, going on, taking back.

look(paths, choices) ──> first rows: plan_found ──> whole file: plan_found again, now counted
start(plan) / go_on(nr) ──> progress … ──> import_ended(report)         pause() · stop()
take_back(nr) ──> undone(outcome)

All of it runs on the thread for long work. How far it is, is written in one place by that thread and read by a timer:
at locking the window goes first, and a signal from a thread to a window that is gone would break the import.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from boa_app.domain.errors import BoaError
from boa_app.ui.context import UiContext
from boa_app.ui.tasks import Task
from boa_app.usecases import importeren, importplan
from boa_app.usecases.importeren import Verslag

if TYPE_CHECKING:
    from boa_app.usecases.importeren import Importverslag
    from boa_app.usecases.importplan import Importplan, Keuzes

LOOK_EVERY_MS = 100
STOPPED_CODE = "afgebroken"


@dataclass(slots=True)
class Order:
    """What the thread is asked to do, and how far it is. Both sides only ever replace whole values."""

    done: int = 0
    total: int = 0
    wants_pause: bool = False
    wants_stop: bool = False

    def tell(self, done: int, total: int) -> None:
        """How far the work is."""
        self.total = total
        self.done = done


class ImportWork(QObject):
    """The long work of the import window.

    Signals:
        plan_found(Importplan): how the files are read; once from the first rows, once more with every row counted.
        look_failed(BoaError): the files cannot be read.
        counted(int, int), progressed(int, int): how far counting and importing are, and the whole.
        import_ended(Importverslag): klaar, or gepauzeerd.
        import_stopped(): a person stopped it; nothing of it is left.
        import_failed(BoaError).
        undone(object), undo_failed(BoaError).
    """

    plan_found = Signal(object)
    look_failed = Signal(object)
    counted = Signal(int, int)
    progressed = Signal(int, int)
    import_ended = Signal(object)
    import_stopped = Signal()
    import_failed = Signal(object)
    undone = Signal(object)
    undo_failed = Signal(object)

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._looking: Task[Importplan] | None = None
        self._running: Task[Importverslag] | None = None
        self._order = Order()
        self._counting = Order()
        self._watch = QTimer(self, interval=LOOK_EVERY_MS)
        self._watch.timeout.connect(self._on_watch_timeout)

    @property
    def is_importing(self) -> bool:
        """True from the start of an import until its outcome is here."""
        return self._running is not None

    def look(self, paths: Sequence[Path], choices: Keuzes, *, first: bool) -> None:
        """Find out how files are read. first: tell what the first rows say before the rest is counted."""
        self.look_no_more()
        session, order = self._ui.session, Order()
        self._counting = order

        def work(task: Task[Importplan], *, count: bool) -> Importplan:
            return importplan.verken(
                session, paths, choices, tellen=count, progress=order.tell, cancelled=lambda: task.is_cancelled
            )

        def take_first(plan: Importplan) -> None:
            self._looking = None
            self.plan_found.emit(plan)
            if order is self._counting:
                self._begin_look(lambda task: work(task, count=True), self._on_counted)

        if first:
            self._begin_look(lambda task: work(task, count=False), take_first)
        else:
            self._begin_look(lambda task: work(task, count=True), self._on_counted)

    def look_no_more(self) -> None:
        """Stop finding out; what was found is not told any more."""
        self._counting = Order()
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def start(self, plan: Importplan) -> None:
        """Import what the plan says."""
        session = self._ui.session
        self._begin_import(
            lambda order, wants_pause: importeren.voer_uit(
                session, plan, progress=order.tell, cancelled=lambda: order.wants_stop, paused=wants_pause
            )
        )

    def go_on(self, nr: int) -> None:
        """Go on with an import that was paused or cut off."""
        session = self._ui.session
        self._begin_import(
            lambda order, wants_pause: importeren.hervat(
                session, nr, progress=order.tell, cancelled=lambda: order.wants_stop, paused=wants_pause
            )
        )

    def pause(self) -> None:
        """Stop for now; nothing is visible yet, and it can go on later, also after a restart."""
        self._order.wants_pause = True

    def stop(self) -> None:
        """Stop for good; nothing of it stays."""
        self._order.wants_stop = True

    def take_back(self, nrs: Sequence[int]) -> None:
        """Undo these imports as a whole."""
        session = self._ui.session

        def work(_task: Task[Verslag]) -> Verslag:
            done = [importeren.maak_import_ongedaan(session, nr) for nr in nrs]
            uids = tuple(uid for one in done for uid in one.uids)
            return Verslag(sum(one.verwijderd for one in done), sum(one.gebleven for one in done), uids)

        self._ui.tasks.long(work, self._on_undone, self._on_undo_failed, self)

    def throw_away(self, nr: int) -> None:
        """Forget a paused import."""
        session = self._ui.session

        def work(_task: Task[None]) -> None:
            importeren.vergeet_import(session, nr)

        self._ui.tasks.long(work, self._on_undone, self._on_undo_failed, self)

    def _begin_look(self, work: Callable[[Task[Importplan]], Importplan], take: Callable[[Importplan], None]) -> None:
        self._looking = self._ui.tasks.long(work, take, self._on_look_failed, self)
        self._watch.start()

    def _begin_import(self, work: Callable[[Order, Callable[[], bool]], Importverslag]) -> None:
        self.look_no_more()
        order = self._order = Order()

        def run(task: Task[Any]) -> Importverslag:
            # Locking wants no outcome any more; the import then waits for the next time instead of being lost.
            return work(order, lambda: order.wants_pause or task.is_cancelled)

        self._running = self._ui.tasks.long(run, self._on_import_ended, self._on_import_failed, self)
        self._watch.start()

    def _rest(self) -> None:
        if self._looking is None and self._running is None:
            self._watch.stop()

    def _on_counted(self, plan: Importplan) -> None:
        self._looking = None
        self._rest()
        self.plan_found.emit(plan)

    def _on_look_failed(self, error: BoaError) -> None:
        self._looking = None
        self._rest()
        self.look_failed.emit(error)

    def _on_import_ended(self, report: Importverslag) -> None:
        self._running = None
        self._rest()
        self._ui.load_overzicht()
        self.import_ended.emit(report)

    def _on_import_failed(self, error: BoaError) -> None:
        was_stopped = self._order.wants_stop and error.code == STOPPED_CODE
        self._running = None
        self._rest()
        # Files that were finished before this one stay imported.
        self._ui.load_overzicht()
        if was_stopped:
            self.import_stopped.emit()
        else:
            self.import_failed.emit(error)

    def _on_undo_failed(self, error: BoaError) -> None:
        # Of several imports the first may be gone already.
        self._ui.load_overzicht()
        self.undo_failed.emit(error)

    def _on_undone(self, outcome: object) -> None:
        self._ui.load_overzicht()
        self.undone.emit(outcome)

    def _on_watch_timeout(self) -> None:
        if self._looking is not None:
            self.counted.emit(self._counting.done, self._counting.total)
        if self._running is not None:
            self.progressed.emit(self._order.done, self._order.total)
