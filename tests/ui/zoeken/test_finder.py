"""Typing in the real window on a real store: what is found, opened, dropped and logged."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boa_app.store import audit
from boa_app.ui.context import UiContext
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.meldingen.detail import DetailPage
from boa_app.ui.shell import Shell
from boa_app.ui.zoeken import finder as finder_module
from boa_app.ui.zoeken.finder import Finder

pytestmark = pytest.mark.webengine
WAIT = 15_000


@pytest.fixture
def finder(qtbot: QtBot, shell: Shell) -> Finder:
    shell.finder.open()
    qtbot.waitUntil(lambda: bool(_names(shell.finder)), timeout=WAIT)
    return shell.finder


def _names(finder: Finder) -> list[str]:
    return [found.row.name for found in finder._rows if not found.row.heading]


def _type(qtbot: QtBot, finder: Finder, text: str) -> list[str]:
    finder.palette.edit.setText(text)
    qtbot.waitUntil(lambda: finder._shown is not None and finder._shown.tekst == text, timeout=WAIT)
    return _names(finder)


def _kaart(shell: Shell) -> KaartPage:
    page = shell.real_page("kaart")
    assert isinstance(page, KaartPage)
    return page


def _logged(ui: UiContext) -> list[str]:
    with ui.session.store.read() as reader:
        return [str(line["reden_tekst"]) for line in audit.lines(reader) if line["reden_code"] == "zoeken"]


def test_the_key_opens_it_and_commands_stand_ready(qtbot: QtBot, shell: Shell) -> None:
    def is_open_by_key() -> bool:
        # The first map renews the native window at a moment of its own, and a key may fall in that moment.
        shell.activateWindow()
        QTest.keyClick(shell.windowHandle(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        return shell.finder.palette.is_open

    qtbot.waitUntil(is_open_by_key, timeout=WAIT)
    qtbot.waitUntil(lambda: bool(_names(shell.finder)), timeout=WAIT)
    assert _names(shell.finder)[:2] == ["Nieuwe melding", "Niemand aangetroffen"]
    qtbot.keyClick(shell.finder.palette.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.current_key == "melden", timeout=WAIT)
    assert not shell.finder.palette.is_open


def test_the_slot_opens_it_and_escape_stays_on_the_page(qtbot: QtBot, shell: Shell) -> None:
    shell.open_form()
    qtbot.mouseClick(shell.top_bar.search, Qt.MouseButton.LeftButton)
    assert shell.finder.palette.is_open
    # In the window, not on the screen: a map may just have taken the keyboard away.
    assert shell.window().focusWidget() is shell.finder.palette.edit
    qtbot.keyClick(shell.finder.palette.edit, Qt.Key.Key_Escape)
    assert not shell.finder.palette.is_open and shell.current_key == "melden"


def test_a_word_finds_meldingen_and_opens_one(qtbot: QtBot, shell: Shell, finder: Finder, ui: UiContext) -> None:
    assert _type(qtbot, finder, "havenstr")[:2] == ["Zwerfafval, groep 5–9", "Toon op de kaart en in de lijst"]
    qtbot.keyClick(finder.palette.edit, Qt.Key.Key_Return)
    assert shell.current_key == "melding" and isinstance(shell.real_page("melding"), DetailPage)
    qtbot.waitUntil(lambda: _logged(ui) == ["woorden=1 treffers=1"], timeout=WAIT)


def test_all_that_was_found_on_the_map(qtbot: QtBot, shell: Shell, finder: Finder) -> None:
    names = _type(qtbot, finder, "kloosterpad")
    finder.palette._choose([found.is_all for found in finder._rows].index(True))
    assert "Toon op de kaart en in de lijst" in names
    qtbot.keyClick(finder.palette.edit, Qt.Key.Key_Return)
    kaart = _kaart(shell)
    qtbot.waitUntil(lambda: kaart.list.meldingen.text() == "1 melding,", timeout=WAIT)
    assert shell.current_key == "kaart" and kaart.filters.gevonden.value_text() == "kloosterpad"


@pytest.mark.parametrize(
    ("typed", "chip", "value"),
    [("zwerfafval", "soort", "Zwerfafval"), ("20-11", "periode", "20-11-2026"), ("oranjekwartier", "buurt", "")],
)
def test_names_and_days_become_a_filter(
    qtbot: QtBot, shell: Shell, finder: Finder, ui: UiContext, typed: str, chip: str, value: str
) -> None:
    if chip == "buurt":
        assert ui.session.kaart is not None
        typed = value = ui.session.kaart.buurten[0].naam
    _type(qtbot, finder, typed)
    wanted = {"soort": "soort", "periode": "datum", "buurt": "buurt"}[chip]
    row = next(nr for nr, found in enumerate(finder._rows) if found.vondst and found.vondst.soort == wanted)
    finder.palette.row_opened.emit(row)
    assert shell.current_key == "kaart"
    assert getattr(_kaart(shell).filters, chip).value_text() == value


def test_an_answer_to_older_words_is_dropped_and_enter_waits(
    qtbot: QtBot, shell: Shell, finder: Finder, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, asked = threading.Event(), []
    real: Callable[..., object] = finder_module.zoek

    def slow(session: object, text: str, *args: object, **options: object) -> object:
        asked.append(text)
        if text == "h":
            assert gate.wait(WAIT / 1000)
        return real(session, text, *args, **options)

    monkeypatch.setattr(finder_module, "zoek", slow)
    for text in ("h", "ha", "hav", "havenstraat"):
        finder.palette.edit.setText(text)
    qtbot.keyClick(finder.palette.edit, Qt.Key.Key_Return)
    assert shell.current_key == "vandaag"
    gate.set()
    qtbot.waitUntil(lambda: shell.current_key == "melding", timeout=WAIT)
    assert asked == ["h", "havenstraat"]


def test_a_result_that_stands_is_logged_once(qtbot: QtBot, finder: Finder, ui: UiContext) -> None:
    finder.log_timer.setInterval(30)
    _type(qtbot, finder, "kloosterpad")
    qtbot.waitUntil(lambda: len(_logged(ui)) == 1, timeout=WAIT)
    finder._log()
    _type(qtbot, finder, "geen enkel zulk woord")
    finder.close()
    ui.tasks.wait_for_queries()
    assert _logged(ui) == ["woorden=1 treffers=1"]


def test_nothing_found_says_what_to_try(qtbot: QtBot, finder: Finder) -> None:
    assert _type(qtbot, finder, "qqqq") == []
    assert "straat of een dag" in finder.palette.note.text() and finder.palette.note.isVisible()
