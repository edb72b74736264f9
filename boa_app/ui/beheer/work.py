"""What Beheer asks of the centre, one question after another; a page that is left hears nothing any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from boa_app.domain.errors import BoaError
from boa_app.ui.tasks import Task
from boa_app.usecases.beheer import Beheerbeeld, lees_beheer

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext

T = TypeVar("T")
Stop = Callable[[], bool]


class BeheerWerk(QObject):
    """Runs the acts of the page.

    Signals:
        busy_changed(): a question went out, or the last answer is in.
        beeld_read(Beheerbeeld): how things stand. read_failed(BoaError): they could not be read.
        act_failed(BoaError): an act did not happen.
    """

    busy_changed = Signal()
    beeld_read = Signal(object)
    read_failed = Signal(object)
    act_failed = Signal(object)

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._open: set[Task[object]] = set()

    @property
    def is_busy(self) -> bool:
        """True while the centre has a question to answer."""
        return bool(self._open)

    def read(self) -> None:
        """Ask how everything stands."""
        session = self._ui.session

        def ask(stop: Stop) -> Beheerbeeld:
            return lees_beheer(session, cancelled=stop)

        self.ask(ask, self.beeld_read.emit, self.read_failed.emit)

    def act(self, work: Callable[[Stop], T], on_done: Callable[[T], None]) -> None:
        """Do something at the centre, then read everything again."""

        def done(value: T) -> None:
            on_done(value)
            self.read()

        self.ask(work, done, self.act_failed.emit)

    def ask(
        self, work: Callable[[Stop], T], on_result: Callable[[T], None], on_error: Callable[[BoaError], None]
    ) -> None:
        """Ask something; work gets a way to see whether the answer is still wanted."""
        task: Task[T] = self._ui.tasks.line(
            lambda own: work(lambda: own.is_cancelled),
            lambda value: self._end(task, lambda: on_result(value)),
            lambda error: self._end(task, lambda: on_error(error)),
            self,
        )
        self._open.add(task)  # type: ignore[arg-type]
        self.busy_changed.emit()

    def stop(self) -> None:
        """Want no answer any more."""
        for task in self._open:
            task.cancel()
        self._open.clear()
        self.busy_changed.emit()

    def _end(self, task: Task[T], tell: Callable[[], None]) -> None:
        self._open.discard(task)
        tell()
        self.busy_changed.emit()
