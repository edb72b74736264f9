"""Opening and making a store on the serial thread; the heavy imports happen there, not while the window appears."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from boa_app.domain.errors import BoaError
from boa_app.domain.moments import Clock
from boa_app.ui.tasks import Tasks

if TYPE_CHECKING:
    from boa_app.domain.codelijsten import Codelijsten
    from boa_app.usecases.overzicht import Overzicht
    from boa_app.usecases.session import Session

STORE_FILE, KEY_FILE = "boa.db", "sleutel.json"
EXAMPLE_PASSPHRASE = "voorbeeld"  # noqa: S105 - made-up data, the screen itself says this word


@dataclass(frozen=True, slots=True)
class Start:
    """What the program was started with.

    read_lijsten: called when a store opens, not for the first screen. options: further arguments of the use cases that
    make a store; tests give a light key derivation here, the program gives none and so has the product's own strength.
    """

    folder: Path
    example_folder: Path
    read_lijsten: Callable[[], Codelijsten]
    clock: Clock
    language: str = "nl"
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open session, its overview still without rows. herstelcode: only right after making, shown once."""

    session: Session
    overzicht: Overzicht
    herstelcode: str = ""


@dataclass(frozen=True, slots=True)
class NewStore:
    """What a person filled in for a new store."""

    passphrase: str
    gemeente_code: str
    gemeente_naam: str


def has_store(folder: Path) -> bool:
    """Whether there is something to unlock, told without loading the store. Half a store counts: it must be named."""
    return (folder / STORE_FILE).exists() or (folder / KEY_FILE).exists()


class Opener(QObject):
    """Opens, makes and closes sessions, one at a time and in order."""

    def __init__(self, start: Start, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.start, self._tasks = start, tasks
        self._last: Opened | None = None

    def open(
        self, folder: Path, secret: str, on_opened: Callable[[Opened], None], on_error: Callable[[BoaError], None]
    ) -> None:
        """Unlock with a passphrase or recovery code."""

        def work() -> Opened:
            from boa_app.usecases.opening import open_session

            return self._keep(open_session(folder, secret, self.start.read_lijsten(), self.start.clock))

        self._tasks.serial(work, on_opened, on_error, self)

    def make(
        self, folder: Path, new: NewStore, on_opened: Callable[[Opened], None], on_error: Callable[[BoaError], None]
    ) -> None:
        """Make a store and open it."""

        def work() -> Opened:
            from boa_app.usecases.opening import make_store

            session, herstelcode = make_store(
                folder,
                new.passphrase,
                self.start.read_lijsten(),
                self.start.clock,
                gemeente_code=new.gemeente_code,
                gemeente_naam=new.gemeente_naam,
                **self.start.options,
            )
            return self._keep(session, herstelcode)

        self._tasks.serial(work, on_opened, on_error, self)

    def open_example(
        self, folder: Path, on_opened: Callable[[Opened], None], on_error: Callable[[BoaError], None]
    ) -> None:
        """Open the example store, made first when it is not there."""

        def work() -> Opened:
            from boa_app.usecases.opening import open_session
            from boa_app.usecases.voorbeeld import maak_voorbeeld

            start = self.start
            lijsten = start.read_lijsten()
            if not has_store(folder):
                maak_voorbeeld(folder, EXAMPLE_PASSPHRASE, lijsten, start.clock, **start.options)
            return self._keep(open_session(folder, EXAMPLE_PASSPHRASE, lijsten, start.clock))

        self._tasks.serial(work, on_opened, on_error, self)

    def take_over(self, session: Session) -> Opened:
        """An open session in the place of the one opened last, over the same store."""
        from boa_app.usecases.overzicht import make_overzicht

        self._last = Opened(session, make_overzicht(session))
        return self._last

    def close(self, session: Session, on_closed: Callable[[], None], on_error: Callable[[BoaError], None]) -> None:
        """Close after every command given before; a session that is closed already is fine."""
        self._tasks.cancel_queries()

        def work() -> None:
            self._tasks.wait_for_queries()
            session.close()
            self._last = None

        self._tasks.serial(work, lambda _: on_closed(), on_error, self)

    def close_last(self) -> None:
        """Close what was opened last, also when nobody took it; for the end of the program, after the threads."""
        if self._last is not None:
            self._last.session.close()
            self._last = None

    def _keep(self, session: Session, herstelcode: str = "") -> Opened:
        from boa_app.usecases.overzicht import make_overzicht

        try:
            self._last = Opened(session, make_overzicht(session), herstelcode)
        except BaseException:
            session.close()
            raise
        return self._last
