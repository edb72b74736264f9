"""Starts the window: builds the parts and hands them in. No globals.

The way in must stand there at once, so this file imports only what that screen needs. The store, WebEngine and the
pages load behind it while the person types the passphrase.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from boa_app import __version__, paths
from boa_app.domain.codelijsten import load_codelijsten
from boa_app.domain.moments import utc_now
from boa_app.ui.ontgrendelen.opener import Start
from boa_app.ui.tasks import Tasks
from boa_app.ui.theme import ThemeManager
from boa_app.ui.window import MainWindow, Maps
from boa_app.usecases.bug_log import record_bug

EXIT_OK, EXIT_BUG, EXIT_ENVIRONMENT = 0, 1, 3


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of the window; the command line of the rest is in `cli`."""
    parser = argparse.ArgumentParser(prog="boa-app", add_help=False)
    parser.add_argument("--store", type=Path, default=None)
    parser.add_argument("--taal", choices=("nl", "en"), default="nl")
    parser.add_argument("--thema", choices=("systeem", "licht", "donker"), default="systeem")
    parser.add_argument("--zelftest", action="store_true")
    return parser.parse_args(list(arguments))


def make_start(store: Path | None, language: str) -> Start:
    """Where the store lies, which lists hold, which clock runs."""
    folder = (store.expanduser() if store else paths.data_folder() / "opslag").resolve()
    lijsten = load_codelijsten(paths.resource("codelijsten"))
    return Start(folder, paths.example_folder().resolve(), lijsten, utc_now, language)


def make_application(language: str) -> QApplication:
    """The Qt application: shared contexts for WebEngine, translations, names that Qt shows."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium refuses its sandbox to root; that is a test machine, never a user's.
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    # Only this must precede the application; WebEngine itself loads after the first screen (a test guards it).
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("boa-app")
    app.setApplicationVersion(__version__)
    app.setQuitOnLastWindowClosed(True)
    install_language(app, language)
    return app


def install_language(app: QApplication, language: str) -> None:
    """Dutch is the source language; another one is a catalogue on top. Qt's own words come along."""
    QLocale.setDefault(QLocale(language))
    catalogues = [(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))]
    if language != "nl":
        catalogues.append((f"boa_app_{language}", str(paths.resource("built", "translations"))))
    for name, folder in catalogues:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)


class Warmup:
    """Loads what the session needs while the person types; each step is short, so that typing stays smooth."""

    def __init__(self, window: MainWindow, tasks: Tasks, maps: Maps) -> None:
        self._window, self._tasks, self._maps = window, tasks, maps

    def begin(self) -> None:
        """Start after the first screen is painted."""
        QTimer.singleShot(0, self._window, self._load_store)
        QTimer.singleShot(0, self._window, self._load_maps)

    def _load_store(self) -> None:
        self._tasks.query(_import_store, lambda _: None, lambda _: None, self._window)

    def _load_maps(self) -> None:
        self._maps.profile().warm_up()
        QTimer.singleShot(0, self._window, _import_pages)


def _import_store() -> None:
    import boa_app.usecases.opening
    import boa_app.usecases.overzicht
    import boa_app.usecases.vandaag  # noqa: F401


def _import_pages() -> None:
    import boa_app.ui.shell  # noqa: F401


def install_crash_hook(window: MainWindow) -> None:
    """A mistake in a slot is recorded without contents and told; the window goes on, saved data are safe."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        window.show_bug(str(record_bug(error)))

    sys.excepthook = hook


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window and give the exit code when it closes: 3 when the system refused the store, else 0."""
    options = parse_arguments(sys.argv[1:] if argv is None else argv)
    app = make_application(options.taal)
    themes = ThemeManager(options.thema)
    themes.dress(app)
    tasks, maps = Tasks(), Maps()
    window = MainWindow(make_start(options.store, options.taal), tasks, themes, maps)
    install_crash_hook(window)
    window.show()
    Warmup(window, tasks, maps).begin()
    code = EXIT_OK
    if options.zelftest:
        from boa_app.ui.self_test import SelfTest

        test = SelfTest(window)
        test.begin()
        app.exec()
        code = test.exit_code
    else:
        app.exec()
    window.close()
    maps.close()
    sys.excepthook = sys.__excepthook__
    return EXIT_ENVIRONMENT if window.entry.refused_by_system else code
