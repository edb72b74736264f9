"""The Qt application and its parts, built once and handed in; shared by the program and by the walk through it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from boa_app import __version__, paths
from boa_app.domain.moments import utc_now
from boa_app.ui.memory import return_large_blocks
from boa_app.ui.ontgrendelen.opener import Start
from boa_app.ui.tasks import Tasks
from boa_app.ui.theme import ThemeManager
from boa_app.ui.window import MainWindow, Maps

if TYPE_CHECKING:
    from boa_app.domain.codelijsten import Codelijsten


def read_lijsten() -> Codelijsten:
    """The code lists that ship with the program."""
    from boa_app.domain.codelijsten import load_codelijsten

    return load_codelijsten(paths.resource("codelijsten"))


def make_start(store: Path | None, language: str) -> Start:
    """Where the store lies, which lists hold, which clock runs."""
    folder = (store.expanduser() if store else paths.data_folder() / "opslag").resolve()
    return Start(folder, paths.example_folder().resolve(), read_lijsten, utc_now, language)


def make_application(language: str) -> QApplication:
    """The Qt application: shared contexts for WebEngine, translations, names that Qt shows."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium refuses its sandbox to root; that is a test machine, never a user's.
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    return_large_blocks()
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

    def __init__(self, window: MainWindow, tasks: Tasks, maps: Maps, themes: ThemeManager) -> None:
        self._window, self._tasks, self._maps, self._themes = window, tasks, maps, themes

    def begin(self) -> None:
        """Start after the first screen is painted."""
        QTimer.singleShot(0, self._window, self._load_store)
        QTimer.singleShot(0, self._window, self._load_maps)

    def _load_store(self) -> None:
        self._tasks.query(_import_store, lambda _: None, lambda _: None, self._window)

    def _load_maps(self) -> None:
        theme = self._themes.theme
        self._maps.profile().warm_up(theme.name, theme.color("k-land"))
        QTimer.singleShot(0, self._window, _import_pages)


def _import_store() -> None:
    import boa_app.usecases.opening
    import boa_app.usecases.overzicht
    import boa_app.usecases.vandaag  # noqa: F401


def _import_pages() -> None:
    import boa_app.ui.shell  # noqa: F401
