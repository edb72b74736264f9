"""The window asks about a clock that cannot be right, and wipes nothing before it has an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.domain.foto import Werkfoto
from boa_app.domain.melding import Melding
from boa_app.ui.context import UiContext
from boa_app.ui.shell import Shell
from boa_app.usecases.fotos import FotoDoel, voeg_foto_toe
from boa_app.usecases.klok import lees_klok
from boa_app.usecases.meldingen import register_melding
from tests.ui.frames import FIVE_SIZES, wait_for_layout
from tests.ui.look import assert_look, resize_window
from tests.ui.small_store import TestClock

LEFT = Qt.MouseButton.LeftButton
AHEAD = "Volgens dit apparaat is het 21-11-2027, 366 dagen na het laatste gebruik. Klopt dat?"


def _photos(ui: UiContext) -> int:
    with ui.session.store.read() as reader:
        return int(reader.db.execute("SELECT count(*) FROM fotos").fetchone()[0])


@pytest.fixture
def clock(ui: UiContext) -> TestClock:
    """The clock of a real store, no example, that holds one photo."""
    assert isinstance(ui.session.clock, TestClock)
    ui.session.store.meta = replace(ui.session.store.meta, voorbeeld=False)
    melding = register_melding(ui.session, Melding(ui.session.now(), 5.03, 52.02, "HANG")).uid
    voeg_foto_toe(ui.session, Werkfoto(bytes(80 * 60 * 3), 80, 60), (), FotoDoel(melding=melding), nagekeken=True)
    return ui.session.clock


@pytest.fixture
def ahead(clock: TestClock, request: pytest.FixtureRequest) -> Shell:
    """The window on a device whose clock is a year ahead."""
    clock.now += timedelta(days=366)
    shell: Shell = request.getfixturevalue("shell")
    return shell


def _wait_for_question(qtbot: QtBot, shell: Shell) -> list[str]:
    qtbot.waitUntil(lambda: bool(shell.banners()), timeout=15_000)
    return [banner.spec.strong for banner in shell.banners()]


def test_yes_is_remembered_and_the_term_ends(qtbot: QtBot, ui: UiContext, ahead: Shell) -> None:
    assert _wait_for_question(qtbot, ahead) == [AHEAD]
    qtbot.waitUntil(lambda: not ui.tasks.is_busy, timeout=15_000)
    assert _photos(ui) == 1
    yes, _no = ahead.banners()[0].buttons()
    qtbot.mouseClick(yes, LEFT)
    qtbot.waitUntil(lambda: _photos(ui) == 0, timeout=15_000)
    assert ahead.banners() == ()
    assert lees_klok(ui.session).is_zeker


def test_no_says_what_to_do_and_wipes_nothing(qtbot: QtBot, ui: UiContext, ahead: Shell) -> None:
    _wait_for_question(qtbot, ahead)
    _yes, no = ahead.banners()[0].buttons()
    qtbot.mouseClick(no, LEFT)
    (told,) = ahead.banners()
    assert told.spec.strong == "Zet de datum en tijd van dit apparaat goed."
    assert "niets gewist" in told.spec.text
    qtbot.waitUntil(lambda: not ui.tasks.is_busy, timeout=15_000)
    assert _photos(ui) == 1
    assert not lees_klok(ui.session).is_zeker


def test_a_clock_that_is_behind_is_asked_about(qtbot: QtBot, clock: TestClock, request: pytest.FixtureRequest) -> None:
    clock.now += timedelta(days=-30)
    shell = request.getfixturevalue("shell")
    (asked,) = _wait_for_question(qtbot, shell)
    assert "21-10-2026 22:42, eerder dan het laatste gebruik op 20-11-2026 21:42" in asked


def test_a_clock_that_is_right_wipes_by_itself(
    qtbot: QtBot, ui: UiContext, clock: TestClock, request: pytest.FixtureRequest
) -> None:
    ui.session.write(lambda w: w.db.execute("UPDATE fotos SET eerste_verwerking_op = '2026-08-01T00:00:00.000Z'"))
    clock.now += timedelta(days=1)
    shell = request.getfixturevalue("shell")
    qtbot.waitUntil(lambda: _photos(ui) == 0, timeout=15_000)
    assert shell.banners() == ()


def test_the_question_fits_every_window(qtbot: QtBot, ahead: Shell) -> None:
    _wait_for_question(qtbot, ahead)
    for width, height in FIVE_SIZES:
        resize_window(ahead, width, height)
        wait_for_layout()
        assert_look(ahead.banners()[0])
