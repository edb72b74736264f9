"""Starts the window: builds the parts and hands them in. No globals.

The way in must stand there at once, so this file imports only what that screen needs. The store, WebEngine and the
pages load behind it while the person types the passphrase.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from boa_app.ui.application import Warmup, make_application, make_start
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
    app.setWindowIcon(themes.icon("shield", "i-hoek"))
    tasks, maps = Tasks(), Maps()
    window = MainWindow(make_start(options.store, options.taal), tasks, themes, maps)
    install_crash_hook(window)
    window.show()
    Warmup(window, tasks, maps, themes).begin()
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
