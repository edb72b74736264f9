"""The pace of asking a public service: one gate for all lines to it, and the clock that goes with it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

Cancelled = Callable[[], bool]


class Tempo:
    """When the next request may go out, shared by all lines to one service.

    pauze_s: least time between the starts of two requests. nu: monotonic seconds; klok: seconds since 1970; wacht:
    waits so many seconds unless the question answers True meanwhile.
    """

    def __init__(
        self, *, pauze_s: float = 0.1, nu: Callable[[], float] = time.monotonic, klok: Callable[[], float] = time.time,
        wacht: Callable[[float, Cancelled], None] | None = None,
    ) -> None:  # fmt: skip
        self.pauze_s, self.nu, self.klok = pauze_s, nu, klok
        self.wacht = wacht or _wacht
        self._gate = threading.Lock()
        self._next = 0.0

    def beurt(self, cancelled: Cancelled) -> None:
        """Wait until it is this request's turn."""
        with self._gate:
            now = self.nu()
            at = max(now, self._next)
            self._next = at + self.pauze_s
        if at > now:
            self.wacht(at - now, cancelled)

    def rust(self, seconds: float, cancelled: Cancelled) -> None:
        """Leave the service alone, on every line."""
        with self._gate:
            self._next = max(self._next, self.nu() + seconds)
        self.wacht(seconds, cancelled)


def _wacht(seconds: float, cancelled: Cancelled) -> None:
    until, never = time.monotonic() + seconds, threading.Event()
    while (left := until - time.monotonic()) > 0 and not cancelled():
        never.wait(min(0.1, left))
