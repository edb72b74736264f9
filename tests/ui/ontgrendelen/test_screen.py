"""The way in with real stores: unlock, refuse, wait, make, recovery code; and its look at five sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.ui.ontgrendelen.opener import Opened, Opener
from boa_app.ui.ontgrendelen.screen import EntryScreen
from boa_app.ui.tasks import Tasks
from boa_app.ui.theme import ThemeManager
from tests.ui.frames import FIVE_SIZES, wait_for_layout
from tests.ui.look import assert_look, assert_one_yellow, resize_window
from tests.ui.small_store import PASSPHRASE, make_session, make_start

LEFT = Qt.MouseButton.LeftButton
Make = Callable[[], EntryScreen]


@pytest.fixture
def make_screen(qtbot: QtBot, each_theme: ThemeManager, tmp_path: Path) -> Iterator[Make]:
    yield from _maker(qtbot, each_theme, tmp_path)


@pytest.fixture
def make_day_screen(qtbot: QtBot, themes: ThemeManager, tmp_path: Path) -> Iterator[Make]:
    yield from _maker(qtbot, themes, tmp_path)


def _maker(qtbot: QtBot, themes: ThemeManager, folder: Path) -> Iterator[Make]:
    made: list[tuple[EntryScreen, Opener, Tasks]] = []

    def make() -> EntryScreen:
        tasks = Tasks()
        opener = Opener(make_start(folder / "opslag"), tasks)
        screen = EntryScreen(opener, themes)
        made.append((screen, opener, tasks))
        screen.resize(1280, 800)
        screen.show()
        qtbot.waitActive(screen)
        return screen

    yield make
    for screen, opener, tasks in made:
        tasks.close()
        opener.close_last()
        delete(screen)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    make_session(tmp_path / "opslag", with_map=False, meldingen=0).close()
    return tmp_path / "opslag"


@pytest.mark.parametrize("size", FIVE_SIZES)
def test_look_of_unlocking_with_an_error(make_screen: Make, store: Path, size: tuple[int, int]) -> None:
    screen = make_screen()
    screen.unlock.secret.field.setText("fout")
    screen.unlock.show_error(UserError("wachtwoord_onjuist"))
    _assert_fits(screen, size)


@pytest.mark.parametrize("size", FIVE_SIZES)
def test_look_of_the_first_time(make_screen: Make, size: tuple[int, int]) -> None:
    screen = make_screen()
    _assert_fits(screen, size)
    screen.welcome.make_requested.emit()
    screen.make.naam.setFocus()
    wait_for_layout()
    assert_look(screen)
    screen.recovery.set_code("K7QF-MM3P-9TXW-22HD-VVRA")
    screen.show_card(screen.recovery)
    wait_for_layout()
    assert_look(screen)


def _assert_fits(screen: EntryScreen, size: tuple[int, int]) -> None:
    resize_window(screen, *size)
    wait_for_layout()
    assert_look(screen)
    if screen.corner.isEnabled():
        assert_one_yellow(screen)


def test_enter_unlocks(qtbot: QtBot, make_day_screen: Make, store: Path) -> None:
    screen = make_day_screen()
    assert not screen.corner.isEnabled()
    qtbot.keyClicks(screen.unlock.secret.field, PASSPHRASE)
    with qtbot.waitSignal(screen.session_opened, timeout=10_000) as opened:
        qtbot.keyClick(screen.unlock.secret.field, Qt.Key.Key_Return)
    assert isinstance(opened.args[0], Opened)
    assert screen.unlock.secret.field.text() == ""


def test_wrong_three_times_then_wait(qtbot: QtBot, make_day_screen: Make, store: Path) -> None:
    screen = make_day_screen()
    for attempt in range(3):
        screen.unlock.secret.field.setText(f"fout {attempt}")
        screen.unlock.clear_problem()
        qtbot.mouseClick(screen.corner, LEFT)
        qtbot.waitUntil(lambda: bool(screen.unlock.problem), timeout=10_000)
    assert not screen.corner.isEnabled()
    assert "Wacht nog 2 s" in screen.unlock.step().reason
    qtbot.waitUntil(screen.corner.isEnabled)


def test_show_and_hide_the_passphrase(qtbot: QtBot, make_day_screen: Make, store: Path) -> None:
    secret = make_day_screen().unlock.secret
    qtbot.keyClicks(secret.field, "abc")
    assert secret.field.displayText() != "abc"
    qtbot.mouseClick(secret.eye, LEFT)
    assert secret.field.displayText() == "abc"
    assert secret.eye.accessibleName() == "Wachtwoord verbergen"


@pytest.mark.parametrize(
    "error",
    [
        EnvironmentProblem("opslag_in_gebruik", map="m"),
        EnvironmentProblem("bestand_nieuwer", versie=9, kent=1),
        EnvironmentProblem("bestand_beschadigd", bestand="boa.db"),
        EnvironmentProblem("map_alleen_lezen", map="m"),
        EnvironmentProblem("sleutelbestand_ontbreekt"),
        EnvironmentProblem("schijf_vol"),
    ],
)
def test_each_refusal_says_what_happened_and_what_is_safe(
    make_day_screen: Make, store: Path, error: EnvironmentProblem
) -> None:
    screen = make_day_screen()
    screen.unlock.unlock_requested.disconnect()
    screen._on_unlock_refused(error)
    assert screen.refused_by_system
    assert screen.unlock.problem
    assert screen.unlock.problem != error.code


def test_first_time_makes_a_store_and_shows_the_code_once(qtbot: QtBot, make_day_screen: Make, tmp_path: Path) -> None:
    screen = make_day_screen()
    qtbot.mouseClick(screen.corner, LEFT)
    assert screen.make.naam.text() == "IJsselstein"
    qtbot.keyClicks(screen.make.first.field, "te kort")
    assert "nog minstens 5 erbij" in screen.make.step().reason
    screen.make.first.field.setText(PASSPHRASE)
    qtbot.keyClicks(screen.make.again.field, "anders")
    assert screen.make.step().reason == "De wachtwoorden zijn niet gelijk"
    screen.make.again.field.setText(PASSPHRASE)
    qtbot.mouseClick(screen.corner, LEFT)
    qtbot.waitUntil(lambda: bool(screen.recovery.code.text()), timeout=10_000)
    assert not screen.corner.isEnabled()
    qtbot.mouseClick(screen.recovery.confirm, LEFT)
    with qtbot.waitSignal(screen.session_opened) as opened:
        qtbot.mouseClick(screen.corner, LEFT)
    assert opened.args[0].session.store.meta.gemeente_code == "GM0353"
    assert screen.recovery.code.text() == ""
    assert (tmp_path / "opslag" / "boa.db").exists()


def test_bad_municipality_code_is_named(qtbot: QtBot, make_day_screen: Make) -> None:
    screen = make_day_screen()
    screen.welcome.make_requested.emit()
    screen.make.code.setText("0353")
    assert screen.make.step().reason == "Gemeentecode: GM en vier cijfers"
    screen.make.back.click()
    assert screen.corner.text() == "Opslag maken"


def test_the_other_store_and_back(make_day_screen: Make, store: Path, tmp_path: Path) -> None:
    make_session(tmp_path / "voorbeeld", with_map=False, meldingen=0).close()
    screen = make_day_screen()
    screen.unlock.other.click()
    assert "voorbeeld" in screen.unlock.note.text()
    screen.unlock.other.click()
    assert "herstelcode" in screen.unlock.note.text()
