"""One start in a fresh process: prints the moment, on the clock of the whole machine, at which something was on screen.

bare      a QMainWindow without anything
unlock    the program up to its unlock screen
leaflet   a QMainWindow with a page of Leaflet written by hand: prints shown and ready
map       the program with its store: prints the unlocking and the first map that takes commands
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

PASSPHRASE = "een lang wachtwoord"


def _say(what: str) -> None:
    print(what, time.monotonic(), flush=True)


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    _quit_when_painted(window)
    window.show()
    app.exec()


def _quit_when_painted(window: object, what: str = "shown", and_quit: bool = True) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                # After the paint event itself: only then it stands there.
                QTimer.singleShot(0, lambda: (_say(what), and_quit and QCoreApplication.quit()))
            return False

    window.seen = Painted(window)  # type: ignore[attr-defined]
    window.installEventFilter(window.seen)  # type: ignore[attr-defined]


def _unlock(folder: Path) -> None:
    from boa_app import app as program

    app = program.make_application("nl")
    themes = program.ThemeManager("licht")
    themes.dress(app)
    tasks, maps = program.Tasks(), program.Maps()
    window = program.MainWindow(program.make_start(folder, "nl"), tasks, themes, maps)
    _quit_when_painted(window.entry)
    window.show()
    app.exec()
    window.close()
    maps.close()


def _leaflet(folder: Path) -> None:
    from PySide6.QtCore import QCoreApplication, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    QCoreApplication.setAttribute(_share_contexts())
    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    _quit_when_painted(window, and_quit=False)
    window.show()

    def open_page() -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtWebEngineWidgets import QWebEngineView

        view = QWebEngineView()
        window.setCentralWidget(view)
        view.titleChanged.connect(lambda title: title == "klaar" and (_say("ready"), app.quit()))
        view.setUrl(QUrl.fromLocalFile(str(folder / "leaflet.html")))

    QTimer.singleShot(50, open_page)
    app.exec()
    os._exit(0)


def _share_contexts() -> object:
    from PySide6.QtCore import Qt

    return Qt.ApplicationAttribute.AA_ShareOpenGLContexts


def _map(folder: Path) -> None:
    from PySide6.QtCore import QTimer

    from boa_app import app as program

    app = program.make_application("nl")
    themes = program.ThemeManager("licht")
    themes.dress(app)
    tasks, maps = program.Tasks(), program.Maps()
    window = program.MainWindow(program.make_start(folder, "nl"), tasks, themes, maps)
    window.show()
    program.Warmup(window, tasks, maps, themes).begin()

    def unlock() -> None:
        _say("shown")
        window.opener.open(folder, PASSPHRASE, window._on_entry_session_opened, print)

    def opened() -> None:
        view = window.shell.real_page("vandaag").map.view  # type: ignore[union-attr]
        view.map_ready.connect(lambda: (_say("ready"), app.quit()))

    window.session_opened.connect(opened)
    # Nobody types a passphrase within a second and a half; the program warms up meanwhile, as it does for a person.
    QTimer.singleShot(1500, unlock)
    app.exec()
    window.close()
    maps.close()


def _form(folder: Path) -> None:
    from PySide6.QtCore import QTimer

    from boa_app import app as program

    app = program.make_application("nl")
    themes = program.ThemeManager("licht")
    themes.dress(app)
    tasks, maps = program.Tasks(), program.Maps()
    window = program.MainWindow(program.make_start(folder, "nl"), tasks, themes, maps)
    window.show()
    program.Warmup(window, tasks, maps, themes).begin()
    left = [10]

    def touch() -> None:
        shell = window.shell
        began = time.monotonic()
        shell.open_form()  # type: ignore[union-attr]
        # Paints at once what the event loop would paint next.
        shell.repaint()  # type: ignore[union-attr]
        app.processEvents()
        print("form", time.monotonic() - began, flush=True)
        left[0] -= 1
        shell.show_page("vandaag")  # type: ignore[union-attr]
        QTimer.singleShot(700, touch if left[0] else app.quit)

    # A boa does not reach the corner within a second and a half after unlocking.
    window.session_opened.connect(lambda: QTimer.singleShot(1500, touch))
    QTimer.singleShot(1500, lambda: window.opener.open(folder, PASSPHRASE, window._on_entry_session_opened, print))
    app.exec()
    window.close()
    maps.close()


if __name__ == "__main__":
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    which, where = sys.argv[1], Path(sys.argv[2])
    {"bare": lambda _: _bare(), "unlock": _unlock, "leaflet": _leaflet, "map": _map, "form": _form}[which](where)
