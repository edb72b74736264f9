from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.kaartpakket.page import KaartpakkettenPage
from boa_app.ui.shell import Shell


def test_the_map_leads_to_its_kaartpakketten_and_a_chosen_one_makes_the_pages_anew(qtbot: QtBot, shell: Shell) -> None:
    kaart = shell.real_page("kaart")
    assert isinstance(kaart, KaartPage)
    action = next(one for one in kaart.top_actions() if one.name == "Kaartpakketten")
    action.on_trigger()
    page = shell.real_page("kaartpakketten")
    assert shell.current_key == "kaartpakketten" and isinstance(page, KaartpakkettenPage)
    session = shell.context.session
    with qtbot.waitSignal(shell.session_replaced) as told:
        page.session_made.emit(session)
    assert told.args == [session, "kaartpakketten"]
