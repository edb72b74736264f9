"""Notices that nobody touches the window any more (domain §1.4: lock after five idle minutes)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWindow
from shiboken6 import isValid

IDLE_MS = 5 * 60 * 1000
_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Watches one window.

    It listens to the native window, not to the application: a filter written in Python on the whole application is
    also called for objects inside WebEngine, and that crashes (seen with Qt 6.11.3).

    Signals:
        idle_reached(): nothing was touched for the whole time.
    """

    idle_reached = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        self._timer = QTimer(self, singleShot=True, interval=IDLE_MS)
        # A coarse timer may end up to 15 seconds later or sooner at this length.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.idle_reached)

    def start(self, window: QWindow | None) -> None:
        """Begin to count; None counts without ever starting again."""
        self.stop()
        self.follow(window)
        self._timer.start()

    def follow(self, window: QWindow | None) -> None:
        """Listen to this native window from now on: Qt renews it when a map comes into the window."""
        self._let_go()
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()
        self._let_go()

    @property
    def remaining_ms(self) -> int:
        """How long until it is idle; -1 when it does not count."""
        return self._timer.remainingTime()

    def _let_go(self) -> None:
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() in _ACTIVITY and self._timer.isActive():
            self._timer.start()
        return False
