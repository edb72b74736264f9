"""The real window on one store, with Kaart open and everything shown: prints resident memory, in MB.

start   when the store is open; kaart: with all meldingen in list, map and heat; render: the render processes by then
load    seconds until all was read; frame: the longest the window did not answer meanwhile
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from boa_app import app as program

PASSPHRASE = "een lang wachtwoord"
_BEAT_MS = 5
SETTLED_S = 4.0


def _mb(pid: int, field: str = "VmRSS") -> float:
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            found += [int(child), *_children(int(child))]
    return found


def _say(what: str, value: float) -> None:
    print(what, value, flush=True)


def _wait(until: Callable[[], bool], seconds: float = 120) -> float:
    """Seconds until it is so; prints nothing. Raises RuntimeError when it never was."""
    loop, began = QEventLoop(), time.perf_counter()
    timer = QTimer()
    timer.timeout.connect(lambda: (until() or time.perf_counter() - began > seconds) and loop.quit())
    timer.start(_BEAT_MS)
    loop.exec()
    if not until():
        raise RuntimeError("waited in vain")
    return time.perf_counter() - began


def _rest(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


class _Heart:
    """Beats on the GUI thread; its longest pause is how long a touch could wait."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last - _BEAT_MS / 1000), now


def _measure(window: program.MainWindow) -> None:
    shell = window.shell
    if shell is None:
        raise RuntimeError("not opened")
    heart = _Heart()
    _say("start", _mb(os.getpid()))
    overzicht = shell.context.overzicht
    began = time.perf_counter()
    _say("load", _wait(lambda: overzicht.is_loaded))
    # As long as in an empty store, where the window is also still building its pages.
    _rest(max(0.0, SETTLED_S - (time.perf_counter() - began)))
    _say("frame", heart.longest)
    shell.show_page("kaart")
    page = shell.real_page("kaart")
    painted: list[str] = []
    page.map.map_painted.connect(painted.append)  # type: ignore[union-attr]
    page.filters.clear()  # type: ignore[union-attr]
    _wait(lambda: page.map.is_ready)  # type: ignore[union-attr]
    page.map.set_layer_visible("warmte", True)  # type: ignore[union-attr]
    _rest(4)
    bar = page.list.rows.verticalScrollBar()  # type: ignore[union-attr]
    for part in range(1, 6):
        bar.setValue(bar.maximum() * part // 5)
        _rest(0.3)
    _say("rows", page.selection.selectie.nrs.size)  # type: ignore[union-attr]
    _rest(2)
    _say("kaart", _mb(os.getpid()))
    _say("most", _mb(os.getpid(), "VmHWM"))
    _say("render", sum(_mb(child) for child in _children(os.getpid())))


def _main(folder: Path) -> None:
    app = program.make_application("nl")
    themes = program.ThemeManager("licht")
    themes.dress(app)
    tasks, maps = program.Tasks(), program.Maps()
    window = program.MainWindow(program.make_start(folder, "nl"), tasks, themes, maps)
    window.resize(1280, 800)
    window.show()
    program.Warmup(window, tasks, maps, themes).begin()

    def opened() -> None:
        _measure(window)
        app.quit()

    window.session_opened.connect(lambda: QTimer.singleShot(0, opened))
    QTimer.singleShot(1500, lambda: window.opener.open(folder, PASSPHRASE, window._on_entry_session_opened, print))
    app.exec()
    window.close()
    maps.close()


if __name__ == "__main__":
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    _main(Path(sys.argv[1]))
