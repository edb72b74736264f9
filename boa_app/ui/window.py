"""The window: the way in, the shell of the open session, and locking it again, by hand or after five idle minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from boa_app.domain.errors import BoaError
from boa_app.ui.idle import IdleWatch
from boa_app.ui.ontgrendelen.opener import Opened, Opener, Start
from boa_app.ui.ontgrendelen.screen import EntryScreen
from boa_app.ui.tasks import BUG_CODE, Tasks
from boa_app.ui.theme import ThemeManager, px

if TYPE_CHECKING:
    from boa_app.ui.leftover import Leftover
    from boa_app.ui.map.profile import MapProfile
    from boa_app.ui.shell import Shell
    from boa_app.usecases.session import Session


class Maps(QObject):
    """Makes the map profile when it is first needed: WebEngine may not load before the way in shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile: MapProfile | None = None

    def profile(self) -> MapProfile:
        """The one profile of the program. GUI thread only."""
        if self._profile is None:
            from boa_app.ui.map.scheme import register_scheme

            register_scheme()
            from boa_app.ui.map.profile import MapProfile

            self._profile = MapProfile(self)
        return self._profile

    def forget_data(self) -> None:
        """Drop what the maps of a session showed."""
        if self._profile is not None:
            self._profile.forget_data()

    def close(self) -> None:
        """After every map view is gone."""
        if self._profile is not None:
            self._profile.close()
            self._profile = None


class MainWindow(QMainWindow):
    """Holds either the way in or the shell.

    Signals:
        session_opened(): the shell is in front.
        session_locked(): the store is closed and nothing of it is in memory of the pages any more.
    """

    session_opened = Signal()
    session_locked = Signal()

    def __init__(self, start: Start, tasks: Tasks, themes: ThemeManager, maps: Maps) -> None:
        super().__init__()
        self._start, self._tasks, self._themes, self._maps = start, tasks, themes, maps
        self.opener = Opener(start, tasks, self)
        self._opened: Opened | None = None
        self.shell: Shell | None = None
        self._left: Leftover | None = None
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._name_window("")
        self.entry = EntryScreen(self.opener, themes, self)
        self.entry.session_opened.connect(self._on_entry_session_opened)
        self._stack.addWidget(self.entry)
        self.idle = IdleWatch(self)
        self.idle.idle_reached.connect(self.lock)
        tasks.bug_found.connect(self.show_bug)
        self.resize(QSize(px("b-venster-start"), px("h-venster-start")))

    @property
    def is_open(self) -> bool:
        """True while a session is open."""
        return self._opened is not None

    def reopen(self, session: Session, page: str) -> None:
        """Make every page anew over the same open store, with another kaartpakket, and show one of them.

        session: of usecases.kaartpakketten. What stood in the form is kept as a draft and told of.
        """
        shell = self.shell
        if self._opened is None or shell is None:
            return
        before, left = self._opened.session, shell.after_lock.leftover()
        shell.store_drafts()
        self._put_away(shell)
        # Its files may have to go; on Windows that waits until nobody reads them.
        self._tasks.cancel_queries()
        self._tasks.serial(before.tegels.close, lambda _none: None, self._on_close_failed, self)
        self._show_session(self.opener.take_over(session))
        if self.shell is not None:
            self.shell.after_lock.take_up(left)
            self.shell.show_page(page)

    def lock(self) -> None:
        """Put the content out of sight at once, keep the draft, then close the store."""
        opened, shell = self._opened, self.shell
        if opened is None or shell is None:
            return
        self.idle.stop()
        self._left = shell.after_lock.leftover()
        shell.store_drafts()
        self._opened = None
        self._name_window("")
        self.entry.start()
        self._stack.setCurrentWidget(self.entry)
        self._put_away(shell)
        self.opener.close(opened.session, self.session_locked.emit, self._on_close_failed)

    def show_bug(self, log_path: str) -> None:
        """Tell that the program made a mistake: the data are safe, and where the record of it stands."""
        if self.shell is not None:
            self.shell.show_bug(log_path)
        else:
            self.entry.show_problem(BoaError(BUG_CODE, logboek=log_path))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WinIdChange and self._opened is not None:
            QTimer.singleShot(0, self, self._on_native_window_renewed)
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.lock()
        # Commands finish here, the closing of the store among them: closing the window never loses a save.
        self._tasks.close()
        self.opener.close_last()
        super().closeEvent(event)

    def _put_away(self, shell: Shell) -> None:
        self.shell = None
        self._stack.removeWidget(shell)
        shell.release()
        self._maps.forget_data()
        shell.deleteLater()

    def _on_entry_session_opened(self, opened: Opened) -> None:
        self._show_session(opened)
        left, self._left = self._left, None
        if left is not None and self.shell is not None:
            self.shell.after_lock.take_up(left)
        self.session_opened.emit()

    def _show_session(self, opened: Opened) -> None:
        # Here and not above: the pages bring the store and WebEngine.
        from boa_app.ui.context import UiContext
        from boa_app.ui.shell import Shell

        self._opened = opened
        self._name_window(opened.session.store.meta.gemeente_naam)
        ui = UiContext(
            opened.session, opened.overzicht, self._tasks, self._themes, self._maps.profile(), self._start.language
        )
        self.shell = Shell(ui, self)
        self.shell.lock_requested.connect(self.lock)
        self.shell.lock_explained.connect(self._on_shell_lock_explained)
        self.shell.session_replaced.connect(self.reopen)
        self._stack.addWidget(self.shell)
        self._stack.setCurrentWidget(self.shell)
        self.activateWindow()
        self.idle.start(self.windowHandle())
        # Qt gave the keyboard to whatever was made first; by then every part has its place.
        QTimer.singleShot(0, self.shell, self.shell.focus_first)

    def _name_window(self, gemeente: str) -> None:
        """What the task bar shows: the program and the municipality, never what is on the screen."""
        self.setWindowTitle(f"boa_app, {gemeente}" if gemeente else "boa_app")

    def _on_native_window_renewed(self) -> None:
        """A map makes Qt renew the native window; without this it comes back without keyboard and idle count."""
        if self._opened is not None:
            self.activateWindow()
            self.idle.follow(self.windowHandle())

    def _on_shell_lock_explained(self, error: BoaError) -> None:
        self.lock()
        self.entry.show_problem(error)

    def _on_close_failed(self, error: BoaError) -> None:
        self.entry.unlock.show_error(error)
