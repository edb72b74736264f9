"""The list of places: empty, beside each other, under each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.domain.ronde import Bevinding, Plek
from boa_app.ui.rondes.places import PlacesPanel
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.rondes import PlekStand
from tests.ui.look import assert_look
from tests.ui.small_store import NOW, load_lists


def test_empty_says_what_comes(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = PlacesPanel(themes, load_lists(), "nl")
    qtbot.addWidget(panel)
    panel.set_places((), {}, NOW, has_ronde=False)
    panel.resize(600, 400)
    panel.show()
    assert panel.rows == {}
    assert_look(panel)


def test_answer_tells_place_and_code(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = PlacesPanel(themes, load_lists(), "en")
    qtbot.addWidget(panel)
    stands = [
        PlekStand(Plek("p1", "Plein", 5.0, 52.0), NOW, Bevinding.RUSTIG),
        PlekStand(Plek("p2", "Park", 5.0, 52.0), None, None),
    ]
    panel.set_places(stands, {"p1": "RUSTIG"}, NOW, has_ronde=True)
    panel.set_wide(wide=False)
    panel.resize(600, 400)
    panel.show()
    assert panel.rows["p1"].tiles["RUSTIG"].isChecked()
    assert panel.rows["p1"].tiles["RUSTIG"].choice.label == "Quiet"
    with qtbot.waitSignal(panel.answered) as answered:
        qtbot.mouseClick(panel.rows["p2"].tiles["OVERLAST"], Qt.MouseButton.LeftButton)
    assert answered.args == ["p2", "OVERLAST"]
    assert not panel.rows["p2"].tiles["OVERLAST"].isChecked()
