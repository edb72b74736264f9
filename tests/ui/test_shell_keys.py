"""The Tab key through the real pages: as one reads, each panel whole, a map one stop, the corner last."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.frame.focus_order import go_to_stop, is_map, map_around
from boa_app.ui.map.view import MapView
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.shell import Shell
from boa_app.ui.vandaag.page import VandaagPage
from tests.ui.frames import wait_for_layout

MOST_STOPS = 60


def _press(qtbot: QtBot, shell: Shell, key: Qt.Key) -> QWidget:
    """A key as from the keyboard; gives the part that has the focus then, a map as a whole.

    The first map in a window renews its native window at a moment of its own, which takes the keyboard from it; without
    a window manager nothing gives it back. What had the focus keeps it within the window.
    """
    native = shell.windowHandle()
    assert native is not None
    QTest.keyClick(native, key)

    def is_in_front() -> bool:
        if not shell.isActiveWindow():
            shell.activateWindow()
        return QApplication.focusWidget() is not None

    qtbot.waitUntil(is_in_front)
    focus = QApplication.focusWidget()
    assert focus is not None
    return map_around(focus) or focus


def _walk(qtbot: QtBot, shell: Shell, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Every stop once, from the first item of the rail on."""
    shell.activateWindow()
    shell.rail.items()[0].setFocus()
    stops: list[QWidget] = [shell.rail.items()[0]]
    for _ in range(MOST_STOPS):
        stop = _press(qtbot, shell, key)
        if stop is stops[0]:
            return stops
        assert stop not in stops
        stops.append(stop)
    pytest.fail("Tab never came back to the start")


def _names(stops: list[QWidget]) -> list[str]:
    return ["<kaart>" if is_map(stop) else stop.accessibleName().split(":")[0].split(",")[0] for stop in stops]


def _vandaag(qtbot: QtBot, shell: Shell) -> VandaagPage:
    page = shell.real_page("vandaag")
    assert isinstance(page, VandaagPage)
    qtbot.waitUntil(lambda: len(page.recent.rows()) == 4 and page.map.view.is_ready, timeout=15_000)
    # Pages with a map that are built in the pauses would take the keyboard away once more.
    qtbot.waitUntil(lambda: shell.real_page("kaart").map.is_ready, timeout=15_000)
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow, timeout=15_000)
    return page


RAIL = ["Vandaag", "Kaart", "Rondes", "Nacht"]
STATES = ["Opgeslagen op dit apparaat", "Zonder centrale u bent teamleider"]


def test_vandaag_panel_by_panel_and_the_map_once(qtbot: QtBot, shell: Shell) -> None:
    page = _vandaag(qtbot, shell)
    names = _names(_walk(qtbot, shell))
    assert names[:8] == [*RAIL, "Waar ben ik", "Zoek alles", "Hulp", "Rondhangen zonder verdere overlast"]
    turns = ["Schoolplein Torenlaan", "Ronde starten", "Sportpark", "Halte Binnenstad", "JOP Zeemanlaan"]
    recent = [row.accessibleName().split(",")[0] for row in page.recent.rows()]
    # The map stands beside the tiles, in the top row.
    assert names[8:14] == ["<kaart>", *turns]
    middle = names[names.index("Alle plekken") + 1 : names.index("Vergrendelen")]
    assert middle == recent
    assert names[-5:] == ["Vergrendelen", "Ronde starten", *STATES, "Nieuwe melding"]


def test_kaart_filters_then_list_then_map(qtbot: QtBot, shell: Shell) -> None:
    shell.show_page("kaart")
    page = shell.real_page("kaart")
    (view,) = page.findChildren(MapView)
    qtbot.waitUntil(lambda: view.is_ready, timeout=15_000)
    names = _names(_walk(qtbot, shell))
    assert names[:4] == RAIL and names[names.index("Zoek alles") + 1] == "Hulp"
    filters = ["Periode", "Soort", "Buurt", "Dagdeel", "Ernst"]
    bar = names[names.index("Hulp") + 1 : names.index("Sorteren")]
    assert bar[: len(filters)] == filters and bar[-3:] == ["Filter", "Wissen", "Bewaarde filters"]
    assert names[names.index("Sorteren") + 1] == "Meldingen" and "<kaart>" in names[names.index("Meldingen") :]
    assert names[-1] == "Nieuwe melding"


def test_melden_place_then_rows_then_groups(qtbot: QtBot, shell: Shell) -> None:
    shell.open_form()
    page = shell.real_page("melden")
    assert isinstance(page, MeldenPage)
    qtbot.waitUntil(lambda: page.view.map.view is not None and page.view.map.view.is_ready, timeout=15_000)
    names = _names(_walk(qtbot, shell))
    assert names[4:8] == ["Terug", "Waar ben ik", "Zoek alles", "Hulp"]
    left = ["<kaart>", "Wanneer", "Waar", "Aanleiding", "Regime", "Mag ook"]
    tiles = ["Rondhangen zonder verdere overlast", "Licht", "1 persoon", "Aangesproken op gedrag", "Gestopt"]
    assert names[8 : names.index("Vergrendelen")] == [*left, *tiles]
    assert names[-1] == "Opslaan"


def test_back_with_shift_is_the_same_way(qtbot: QtBot, shell: Shell) -> None:
    _vandaag(qtbot, shell)
    there = _walk(qtbot, shell)
    back = _walk(qtbot, shell, Qt.Key.Key_Backtab)
    assert _names(back) == _names([there[0], *reversed(there[1:])])


def _active(qtbot: QtBot, view: MapView) -> str:
    """What has the focus inside the page of the map."""
    assert view.page is not None
    told: list[str] = []
    view.page.runJavaScript("document.activeElement.className", 0, told.append)
    qtbot.waitUntil(lambda: bool(told))
    return told[0]


def test_enter_goes_into_the_map_escape_comes_out_and_tab_leaves(qtbot: QtBot, shell: Shell) -> None:
    view = _vandaag(qtbot, shell).map.view
    web = view.web_view()
    assert web is not None

    def is_in_the_map() -> bool:
        # As in _press: the first map takes the keyboard from its window at a moment of its own.
        if not shell.isActiveWindow():
            shell.activateWindow()
        go_to_stop(web, forward=True)
        return "leaflet-container" in _active(qtbot, view)

    qtbot.waitUntil(is_in_the_map, timeout=15_000)
    assert _press(qtbot, shell, Qt.Key.Key_Return) is web
    qtbot.waitUntil(lambda: "boa-merk" in _active(qtbot, view))
    assert _press(qtbot, shell, Qt.Key.Key_Tab) is web
    # On another page Esc goes back; here it only comes out of the map.
    assert _press(qtbot, shell, Qt.Key.Key_Escape) is web
    qtbot.waitUntil(lambda: "leaflet-container" in _active(qtbot, view))
    assert shell.current_key == "vandaag"
    assert _press(qtbot, shell, Qt.Key.Key_Tab) is not web


def test_the_open_menu_keeps_tab(qtbot: QtBot, shell: Shell) -> None:
    shell.resize(640, 400)
    wait_for_layout()
    shell.activateWindow()
    shell.top_bar.menu_requested.emit()
    names = [_press(qtbot, shell, Qt.Key.Key_Tab).accessibleName() for _ in range(6)]
    assert names == ["Kaart", "Rondes", "Nacht", "Hulp", "Vergrendelen", "Vandaag"]
