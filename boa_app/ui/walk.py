"""Walks the real window through the main job with real clicks and keys, checks every outcome, and keeps pictures.

    python -m boa_app.ui.walk --uit FOLDER [--store MAP] [--thema licht|donker|beide] [--taal nl|en] [--maten]

Exit code 0 only when every step did what it should. It needs a display; `dev.py run` gives it a virtual one.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from boa_app.domain.moments import utc_now
from boa_app.ui.application import Warmup, make_application, read_lijsten
from boa_app.ui.ontgrendelen.opener import EXAMPLE_PASSPHRASE, Start, has_store
from boa_app.ui.tasks import Tasks
from boa_app.ui.theme import THEME_NAMES, ThemeManager
from boa_app.ui.walk_camera import Camera, WalkFailed, wait_until
from boa_app.ui.walk_steps import MainJob
from boa_app.ui.window import MainWindow, Maps
from boa_app.usecases.bug_log import describe_bug

PASSPHRASE_VARIABLE = "BOA_APP_WACHTWOORD"  # noqa: S105 - the name of it, not the thing itself


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options of the walk."""
    parser = argparse.ArgumentParser(prog="boa_app.ui.walk", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--uit", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--store", type=Path, help="example store to walk in; made in a temporary folder without it")
    parser.add_argument("--thema", choices=("licht", "donker", "beide"), default="beide")
    parser.add_argument("--taal", choices=("nl", "en"), default="nl")
    parser.add_argument("--maten", action="store_true", help="every picture at all five window sizes")
    return parser.parse_args(arguments)


def make_example(folder: Path, secret: str) -> None:
    """Make the example store when it is not there."""
    from boa_app.usecases.voorbeeld import maak_voorbeeld

    if not has_store(folder):
        maak_voorbeeld(folder, secret, read_lijsten(), utc_now)


def walk(app: QApplication, options: argparse.Namespace, folder: Path, secret: str) -> None:
    """Walk once per theme. Raises WalkFailed with the step that did not do what it should."""
    wanted = THEME_NAMES if options.thema == "beide" else tuple(name for name in THEME_NAMES if name == options.thema)
    themes, tasks, maps = ThemeManager(wanted[0]), Tasks(), Maps()
    themes.dress(app)
    window = MainWindow(Start(folder, folder, read_lijsten, utc_now, options.taal), tasks, themes, maps)
    bugs: list[str] = []
    tasks.bug_found.connect(bugs.append)
    # A mistake in a slot would only be printed; here it ends the walk.
    sys.excepthook = lambda _kind, error, _trace: bugs.append(describe_bug(error))
    try:
        window.show()
        # Without a window manager nobody else gives the window the keyboard.
        window.activateWindow()
        wait_until("the window did not get the keyboard", window.isActiveWindow)
        Warmup(window, tasks, maps, themes).begin()
        for theme in wanted:
            themes.set_choice(theme)
            MainJob(window, Camera(window, options.uit, theme, every_size=options.maten), secret).run()
            if bugs:
                raise WalkFailed(f"the program made a mistake: {bugs[0]}")
            if maps.profile().guard.blocked:
                raise WalkFailed(f"the map asked for {maps.profile().guard.blocked[0]}")
    except WalkFailed as failure:
        raise WalkFailed("\n".join((str(failure), *bugs))) from failure
    finally:
        sys.excepthook = sys.__excepthook__
        window.close()
        maps.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """Walk, and say where the pictures are."""
    options = parse_arguments(arguments)
    options.uit.mkdir(parents=True, exist_ok=True)
    secret = os.environ.get(PASSPHRASE_VARIABLE) or EXAMPLE_PASSPHRASE
    with tempfile.TemporaryDirectory(prefix="boa-app-") as temporary:
        folder = (options.store or Path(temporary) / "voorbeeld").resolve()
        make_example(folder, secret)
        app = make_application(options.taal)
        try:
            walk(app, options, folder, secret)
        except WalkFailed as failure:
            sys.stderr.write(f"walk: {failure}\n")
            return 1
    sys.stdout.write(f"{options.uit.resolve()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
