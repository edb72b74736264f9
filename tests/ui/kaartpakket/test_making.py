from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.kaartpakket.making import MakingView
from boa_app.ui.kaartpakket.words import KaartWords
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.kaartpakketbouw import Voortgang


def test_every_part_keeps_its_row_and_the_bar_is_of_what_is_done_now(
    qtbot: QtBot, themes: ThemeManager, words: KaartWords
) -> None:
    view = MakingView(themes, words)
    qtbot.addWidget(view)
    view.show()
    view.show_progress((Voortgang("straten", 10, 40, "haal"),))
    assert view.now.text() == "Stratennet: wordt opgehaald, 25 %"
    assert (view.bar.minimum(), view.bar.maximum(), view.bar.value()) == (0, 1000, 250)
    view.show_progress((Voortgang("straten", 40, 40, "klaar"), Voortgang("adressen", 3, 0, "lees")))
    assert {name: row.meta for name, row in view.rows().items()} == {"straten": "klaar", "adressen": "wordt gelezen"}
    # How much it is nobody knows: the bar moves.
    assert view.bar.maximum() == 0
    view.show_progress((Voortgang("straten", 40, 40, "klaar"), Voortgang("adressen", 0, 0, "mislukt")))
    assert view.rows()["adressen"].meta == "niet gelukt"
    view.begin()
    assert view.rows() == {} and view.now.text() == "Begint…"
