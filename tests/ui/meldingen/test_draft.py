"""A draft survives the death of the program: kill -9 while the form is open, and every value is there again."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from boa_app.usecases.concepten import lijst_concepten
from boa_app.usecases.formulier import Formulier
from boa_app.usecases.opening import open_session
from tests.ui.small_store import PASSPHRASE, TestClock, load_lists, make_session

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtWidgets import QApplication
from boa_app.ui.context import UiContext
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.tasks import Tasks
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.opening import open_session
from boa_app.usecases.overzicht import load_overzicht
from tests.ui.small_store import PASSPHRASE, TestClock, load_lists

app = QApplication([])
session = open_session(Path(sys.argv[1]), PASSPHRASE, load_lists(), TestClock())
ui = UiContext(session, load_overzicht(session), Tasks(), ThemeManager("licht"), None)
page = MeldenPage(ui)
page.resize(1188, 672)
page.show()
page.start_new()
for key, code in (("soort", "VUUR"), ("soort", "ALC"), ("ernst", "3"), ("groepsgrootte", "G4"), ("maatregel", "POL")):
    next(tile for tile in page.view.groups.group(key).tiles.tiles() if tile.choice.code == code).click()
page.choose_place(5.0405, 52.0205)
page.view.more.show_form(page.view.panels["meer"].editor.shown)
page._open_editor("meer")
page.view.more.feiten.field.setPlainText("Drie knallen bij de brug.")
page.draft_changed.connect(lambda kept: kept and print("bewaard", flush=True))
sys.exit(app.exec())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
def test_kill_minus_nine_loses_nothing_that_was_on_the_form(tmp_path: Path) -> None:
    folder = tmp_path / "opslag"
    make_session(folder, with_map=False).close()
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert program.stdout is not None
        assert program.stdout.readline().strip() == "bewaard"
    finally:
        program.send_signal(signal.SIGKILL)
        program.communicate()
    session = open_session(folder, PASSPHRASE, load_lists(), TestClock())
    (concept,) = lijst_concepten(session)
    session.close()
    form = Formulier.from_concept(concept.inhoud)
    assert form.soorten == ("VUUR", "ALC")
    assert (form.ernst, form.groepsgrootte, form.maatregelen) == ("3", "G4", ("POL",))
    assert form.plek == (5.0405, 52.0205)
    assert form.feiten == "Drie knallen bij de brug."
    assert form.begonnen_op is not None
