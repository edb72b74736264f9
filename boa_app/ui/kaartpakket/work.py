"""What runs behind the page: the list, choosing, checking, removing, and the long making of one.

How far a making is, is written in one place by its thread and read by a timer: at locking the window goes first, and a
signal from a thread to a window that is gone would break the work.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from boa_app.domain.errors import BoaError
from boa_app.ui.tasks import Task
from boa_app.usecases import kaartbestand, kaartophalen, kaartpakketbouw, kaartpakketten
from boa_app.usecases.kaartophalen import Aanbod
from boa_app.usecases.kaartpakketbouw import Gemaakt, Gemeente, Onderbroken, Schatting, Voortgang, Wens
from boa_app.usecases.kaartpakketten import PakketInfo

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext
    from boa_app.usecases.session import Session

T = TypeVar("T")
LOOK_EVERY_MS = 150
STOPPED = frozenset({"afgebroken", "kaartbestand_afgebroken", "pdok_afgebroken", "straten_gestopt", "sync_afgebroken"})


class KaartWerk(QObject):
    """Runs the acts of the page.

    Signals:
        list_read(object): a tuple of PakketInfo and one of Onderbroken.
        progressed(object): Voortgang of every part so far, by name in order.
        made(object): a kaartpakket is there: Gemaakt, or the sleutel of one taken in.
        stopped(): the making was stopped, and can go on.
        make_failed(BoaError), act_failed(BoaError).
        session_made(Session): the same store with another kaartpakket.
        busy_changed(): a making began or ended.
    """

    list_read = Signal(object, object)
    progressed = Signal(object)
    made = Signal(object)
    stopped = Signal()
    make_failed = Signal(object)
    act_failed = Signal(object)
    session_made = Signal(object)
    busy_changed = Signal()

    def __init__(self, ui: UiContext, parent: QObject | None = None, *, diensten: Any = None) -> None:  # noqa: ANN401
        """diensten: other places than PDOK's own, as usecases.kaartpakketbouw takes them."""
        super().__init__(parent)
        self._ui, self._diensten = ui, diensten
        self._making: Task[object] | None = None
        self._told: dict[str, Voortgang] = {}
        self._shown: tuple[Voortgang, ...] = ()
        self._watch = QTimer(self, interval=LOOK_EVERY_MS)
        self._watch.timeout.connect(self._on_watch_timeout)

    @property
    def is_making(self) -> bool:
        """True from the start of a making until its outcome is here."""
        return self._making is not None

    def read(self) -> None:
        """Look what is on this device."""
        session = self._ui.session

        def work() -> tuple[tuple[PakketInfo, ...], tuple[Onderbroken, ...]]:
            return kaartpakketten.lijst_kaartpakketten(session), kaartpakketbouw.lijst_onderbroken(session)

        self._ui.tasks.query(work, lambda found: self.list_read.emit(*found), self.act_failed.emit, self)

    def choose(self, sleutel: str) -> None:
        """Take another one into use."""
        session = self._ui.session

        def work() -> Session:
            return kaartpakketten.kies_kaartpakket(session, sleutel)

        self._ui.tasks.query(work, self.session_made.emit, self.act_failed.emit, self)

    def remove(self, sleutel: str, on_removed: Callable[[], None]) -> None:
        """Take one off the disk; that may wait for a making, or fail."""
        session = self._ui.session

        def told(_none: None) -> None:
            self.read()
            on_removed()

        self.act(lambda _stop: kaartpakketten.verwijder_kaartpakket(session, sleutel), told)

    def give_up(self, sleutel: str) -> None:
        """Throw away what was made halfway."""
        session = self._ui.session
        self.act(lambda _stop: kaartpakketbouw.gooi_onderbroken_weg(session, sleutel), lambda _none: self.read())

    def act(self, work: Callable[[Callable[[], bool]], T], on_done: Callable[[T], None]) -> Task[T]:
        """Something of seconds, with the files of one; it gets a way to see whether it is still wanted."""
        return self._ui.tasks.long(
            lambda task: work(lambda: task.is_cancelled), on_done, self.act_failed.emit, self
        )  # fmt: skip

    def ask_gemeenten(self, on_result: Callable[[tuple[Gemeente, ...]], None]) -> None:
        """Which municipalities there are. Without a line nobody hears anything: a code can be typed."""
        self._ui.tasks.line(
            lambda task: kaartpakketbouw.lijst_gemeenten(
                cancelled=lambda: task.is_cancelled, diensten=self._diensten
            ),
            on_result, lambda _error: None, self,
        )  # fmt: skip

    def ask_size(
        self, wens: Wens, on_result: Callable[[Schatting], None], on_error: Callable[[BoaError], None]
    ) -> None:
        """How much there is to fetch."""
        self._ui.tasks.line(
            lambda task: kaartpakketbouw.schat_kaartpakket(
                wens, cancelled=lambda: task.is_cancelled, diensten=self._diensten
            ),
            on_result, on_error, self,
        )  # fmt: skip

    def make(self, wens: Wens) -> None:
        """Make one, or go on with it."""
        session = self._ui.session

        def work(stop: Callable[[], bool], tell: Callable[[Voortgang], None]) -> Gemaakt:
            return kaartpakketbouw.maak_in_opslag(session, wens, progress=tell, cancelled=stop, diensten=self._diensten)

        self._begin(work, self.made.emit)

    def unpack(self, path: Path, *, vertrouw: str, ook_ouder: bool) -> None:
        """Take one out of one signed file. vertrouw: the vingerafdruk that was shown, to trust from now on, or "".
        ook_ouder: in place of a newer one."""
        session = self._ui.session

        def work(stop: Callable[[], bool], tell: Callable[[Voortgang], None]) -> str:
            return kaartbestand.pak_uit(
                session, path, vertrouw=vertrouw, ook_ouder=ook_ouder, cancelled=stop,
                progress=lambda klaar, totaal: tell(Voortgang("bestand", klaar, totaal, "lees")),
            )  # fmt: skip

        self._begin(work, self.made.emit)

    def fetch(self, aanbod: Aanbod) -> None:
        """Fetch what the centre offers, or go on with it."""
        session = self._ui.session

        def work(stop: Callable[[], bool], tell: Callable[[Voortgang], None]) -> str:
            return kaartophalen.haal_op(
                session, aanbod, cancelled=stop,
                progress=lambda klaar, totaal: tell(Voortgang("bestand", klaar, totaal, "haal")),
            )  # fmt: skip

        self._begin(work, self.made.emit)

    def stop(self) -> None:
        """Stop the making; what is done stays, to go on with."""
        if self._making is not None:
            making, self._making = self._making, None
            making.cancel()
            self._watch.stop()
            self.busy_changed.emit()
            self.stopped.emit()

    def _begin(
        self, work: Callable[[Callable[[], bool], Callable[[Voortgang], None]], T], on_done: Callable[[T], None]
    ) -> None:
        if self._making is not None:
            return
        told: dict[str, Voortgang] = {}
        self._told, self._shown = told, ()

        def tell(step: Voortgang) -> None:
            told[step.onderdeel] = step

        task: Task[T] = self._ui.tasks.long(
            lambda own: work(lambda: own.is_cancelled, tell),
            lambda value: self._end(lambda: on_done(value)),
            lambda error: self._end(lambda: self._fail(error)),
            self,
        )
        self._making = task  # type: ignore[assignment]
        self._watch.start()
        self.busy_changed.emit()

    def _end(self, tell: Callable[[], None]) -> None:
        self._on_watch_timeout()
        self._making = None
        self._watch.stop()
        self.busy_changed.emit()
        tell()

    def _fail(self, error: BoaError) -> None:
        if error.code in STOPPED:
            self.stopped.emit()
        else:
            self.make_failed.emit(error)

    def _on_watch_timeout(self) -> None:
        now = tuple(self._told.values())
        if now != self._shown:
            self._shown = now
            self.progressed.emit(now)
