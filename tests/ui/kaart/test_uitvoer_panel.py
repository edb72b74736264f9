"""The panel shows what belongs to the choices, and says what happened."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from boa_app.domain.errors import EnvironmentProblem
from boa_app.ui.kaart.afdruk import Papier
from boa_app.ui.kaart.uitvoer_panel import UitvoerPanel
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.kaartuitvoer import Inhoud, Uitweg


def _shown(qtbot: QtBot, themes: ThemeManager) -> UitvoerPanel:
    panel = UitvoerPanel(themes, "nl")
    qtbot.addWidget(panel)
    panel.resize(348, 700)
    panel.show()
    return panel


def _press(panel: UitvoerPanel, code: str) -> None:
    parts = [*panel.inhoud.parts(), *panel.uitweg.parts(), *panel.papier.parts(), *panel.richting.parts()]
    next(part for part in parts if part.code == code).click()


def test_protected_is_the_default_and_html_goes_only_with_squares(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = _shown(qtbot, themes)
    chosen = panel.chosen()
    assert (chosen.inhoud, chosen.uitweg, chosen.papier, chosen.liggend) == (Inhoud.TEAM, Uitweg.PDF, Papier.A4, True)
    _press(panel, Uitweg.HTML)
    assert panel.form_note.isVisible() and not panel.papier.isVisible()
    _press(panel, Inhoud.SCHERM)
    assert panel.chosen().uitweg is Uitweg.PDF and panel.papier.isVisible()
    assert not panel.uitweg.parts()[2].isVisible()


def test_a_reason_is_asked_only_where_single_meldingen_can_be_seen(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = _shown(qtbot, themes)
    panel.set_precise(is_precise=True)
    assert not panel.reden.isVisible()
    _press(panel, Inhoud.SCHERM)
    assert panel.reden.isVisible() and panel.warning.isVisible()
    panel.reden.setText(" overleg ")
    assert panel.chosen().reden == "overleg"
    panel.set_precise(is_precise=False)
    assert not panel.reden.isVisible() and panel.chosen().reden == ""
    _press(panel, Inhoud.OPENBAAR)
    assert "Uw filters gelden hier niet" in panel.explanation.text()


def test_printers_are_offered_with_the_usual_one_chosen(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = _shown(qtbot, themes)
    panel.set_printers(("Balie", "Kelder"))
    assert not panel.printer.isVisible()
    panel.set_uitweg(Uitweg.PRINTER)
    assert panel.printer.isVisible() and panel.chosen().printer == "Balie"


def test_outcomes_replace_each_other(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = _shown(qtbot, themes)
    panel.show_exists(Path("/map/kaart.pdf"))
    assert panel.overwrite.isVisible() and panel.other_name.isVisible()
    with qtbot.waitSignal(panel.overwrite_confirmed):
        panel.overwrite.click()
    with qtbot.waitSignal(panel.other_name_requested):
        panel.other_name.click()
    panel.show_busy()
    assert not panel.overwrite.isVisible() and "opgemaakt" in panel.told.text()
    panel.show_saved(Path("/map/kaart.pdf"))
    assert panel.open_folder.isVisible()
    panel.show_printed("Balie")
    assert panel.told.text() == "Naar de printer gestuurd: Balie" and not panel.open_folder.isVisible()
    panel.show_error(EnvironmentProblem("uitvoer_schijf_vol", bestand="kaart.pdf"))
    assert "past niet meer op de schijf" in panel.told.text()
    panel.show_cancelled()
    assert panel.told.text().startswith("Niets opgeslagen")
    with qtbot.waitSignal(panel.choice_changed):
        _press(panel, "A3")
    assert not panel.told.isVisible()
