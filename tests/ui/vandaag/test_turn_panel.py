"""Places that are due: one is open, its answers need a ronde."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.domain.ronde import Plek
from boa_app.ui.theme import ThemeManager
from boa_app.ui.vandaag.turn_panel import TurnPanel
from boa_app.ui.widgets.states import EmptyState
from boa_app.usecases.vandaag import Beurt
from tests.ui.small_store import NOW, load_lists

LEFT = Qt.MouseButton.LeftButton
TURNS = tuple(Beurt(Plek(uid, f"Plek {uid}", 5.0, 52.0), None, None) for uid in "abc")


def _panel(qtbot: QtBot, themes: ThemeManager) -> TurnPanel:
    panel = TurnPanel(themes, load_lists(), "nl")
    qtbot.addWidget(panel)
    panel.resize(400, 500)
    panel.show()
    return panel


def test_answers_in_two_touches(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = _panel(qtbot, themes)
    panel.set_turns(TURNS, 9, NOW, has_ronde=True)
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.mouseClick(panel.row_widgets()[1], LEFT)
    assert chosen.args == ["b"]
    assert panel.open_turn is not None
    assert [knop.text() for knop in panel.open_turn.buttons] == ["Niemand", "Rustig", "Overlast"]
    with qtbot.waitSignal(panel.visited) as visited:
        qtbot.mouseClick(panel.open_turn.buttons[2], LEFT)
    assert visited.args == ["b", "OVERLAST"]


def test_without_a_ronde_it_offers_to_start_one(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = _panel(qtbot, themes)
    panel.set_turns(TURNS, 9, NOW, has_ronde=False)
    assert panel.open_turn is not None
    with qtbot.waitSignal(panel.ronde_requested):
        qtbot.mouseClick(panel.open_turn.buttons[0], LEFT)


def test_the_open_place_stays_open_until_it_is_done(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = _panel(qtbot, themes)
    panel.set_turns(TURNS, 9, NOW, has_ronde=True)
    panel.open_place("c")
    panel.set_turns(TURNS[1:], 9, NOW, has_ronde=True)
    assert panel.open_turn is not None
    assert panel.open_turn.row.row().name == "Plek c"
    panel.set_turns(TURNS[:2], 9, NOW, has_ronde=True)
    assert panel.open_turn is not None
    assert panel.open_turn.row.row().name == "Plek a"
    panel.open_place("bestaat niet")
    assert panel.open_turn.row.row().name == "Plek a"


def test_empty_tells_why(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = _panel(qtbot, themes)
    panel.set_turns((), 9, NOW, has_ronde=True)
    assert "Alles is bezocht" in panel.findChildren(EmptyState)[0].accessibleName()
    panel.set_turns((), 0, NOW, has_ronde=True)
    assert panel.all.isHidden()
    with qtbot.waitSignal(panel.all_requested):
        panel.all.click()
