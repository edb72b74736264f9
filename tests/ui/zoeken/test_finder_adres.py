"""Ctrl+K with the address book of a kaartpakket: typed on every key, opened on the map, by day and by night."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from boa_app.ui.context import UiContext
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.shell import Shell
from boa_app.usecases.plaatsindex import PlaatsIndex
from tests.adresboek import small_book
from tests.ui.look import assert_look

pytestmark = pytest.mark.webengine
WAIT = 15_000


@pytest.fixture
def each_shell(qtbot: QtBot, each_ui: UiContext, tmp_path: Path) -> Iterator[Shell]:
    session = each_ui.session
    assert session.kaart is not None
    kaart = replace(session.kaart, adressen=small_book(tmp_path))
    each_ui.session = replace(session, kaart=kaart, plaatsen=PlaatsIndex(kaart))
    made = Shell(each_ui)
    made.resize(1280, 800)
    made.show()
    qtbot.waitActive(made)
    yield made
    made.release()
    each_ui.tasks.close()
    each_ui.setParent(None)
    delete(made)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def names(shell: Shell) -> list[tuple[str, str]]:
    return [(found.row.name, found.row.meta) for found in shell.finder._rows if not found.row.heading]


def test_an_address_is_found_and_opened_on_the_map(qtbot: QtBot, each_shell: Shell, each_ui: UiContext) -> None:
    finder = each_shell.finder
    finder.open()
    qtbot.keyClicks(finder.palette.edit, "zeemanl 12")
    wanted = ("Zeemanlaan 12", "3401 AB IJsselstein")
    qtbot.waitUntil(lambda: wanted in names(each_shell), timeout=WAIT)
    assert "Adressen" in [found.row.heading for found in finder._rows]
    assert_look(finder.palette)
    if folder := os.environ.get("BOA_APP_PICTURES"):
        each_shell.grab().save(f"{folder}/zoek-adres-{each_ui.themes.theme.name}.png")
    kaart = each_shell.real_page("kaart")
    assert isinstance(kaart, KaartPage)
    seen: list[tuple[float, float]] = []
    finder.found_chosen.connect(lambda found: seen.append((found.lon, found.lat)))
    qtbot.keyClick(finder.palette.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: each_shell.current_key == "kaart", timeout=WAIT)
    assert seen == [(pytest.approx(5.011), pytest.approx(52.0101))]


def test_two_villages_stand_below_each_other_with_their_names(qtbot: QtBot, each_shell: Shell) -> None:
    finder = each_shell.finder
    finder.open()
    finder.palette.edit.setText("dorpsstraat 12")
    qtbot.waitUntil(lambda: ("Dorpsstraat 12", "3405 AA Benschop") in names(each_shell), timeout=WAIT)
    assert ("Dorpsstraat 12", "3402 CC IJsselstein") in names(each_shell)
