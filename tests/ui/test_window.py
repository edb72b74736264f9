"""The window: in by passphrase, the pages of the role, keys, locking by hand and by idleness, closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from boa_app.domain.errors import BoaError
from boa_app.ui.fotos.intake import from_paths
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.rondes.page import RondesPage
from boa_app.ui.shell import Shell
from boa_app.ui.tasks import Tasks
from boa_app.ui.theme import ThemeManager
from boa_app.ui.window import MainWindow, Maps
from boa_app.usecases.concepten import lijst_concepten
from boa_app.usecases.opening import open_session
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.tegels import Tegellade
from tests.ui.small_store import PASSPHRASE, TestClock, load_lists, make_session, make_start

LEFT = Qt.MouseButton.LeftButton


class SharedMaps(Maps):
    """The profile of the whole test run: WebEngine takes one."""

    def __init__(self, profile: MapProfile) -> None:
        super().__init__()
        self._profile = profile

    def close(self) -> None:
        return


@pytest.fixture
def make_window(
    qtbot: QtBot, themes: ThemeManager, tmp_path: Path, map_profile: MapProfile
) -> Iterator[Callable[[], MainWindow]]:
    made: list[tuple[MainWindow, Tasks]] = []

    def make() -> MainWindow:
        tasks = Tasks()
        window = MainWindow(make_start(tmp_path / "opslag"), tasks, themes, SharedMaps(map_profile))
        made.append((window, tasks))
        window.show()
        qtbot.waitActive(window)
        return window

    yield make
    for window, tasks in made:
        window.close()
        tasks.close()
        delete(window)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(make_window: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path) -> MainWindow:
    make_session(tmp_path / "opslag").close()
    made = make_window()
    _unlock(qtbot, made)
    return made


def _unlock(qtbot: QtBot, window: MainWindow, secret: str = PASSPHRASE) -> None:
    qtbot.keyClicks(window.entry.unlock.secret.field, secret)
    with qtbot.waitSignal(window.session_opened, timeout=10_000):
        qtbot.mouseClick(window.entry.corner, LEFT)


def _shell(window: MainWindow) -> Shell:
    assert window.shell is not None
    return window.shell


def test_opens_on_vandaag_with_the_jobs_of_the_role(window: MainWindow) -> None:
    shell = _shell(window)
    assert shell.current_key == "vandaag"
    assert window.windowTitle() == "boa_app, IJsselstein"
    assert [item.text() for item in shell.rail.items()] == ["Vandaag", "Kaart", "Rondes"]
    words = [item.accessibleName() for item in shell.foot.state_items()]
    assert words == ["Opgeslagen op dit apparaat", "Zonder centrale u bent teamleider"]


def test_a_session_that_must_end_locks_and_says_why(qtbot: QtBot, window: MainWindow) -> None:
    shell = _shell(window)
    with qtbot.waitSignal(window.session_locked, timeout=10_000):
        shell.lock_explained.emit(BoaError("rol_gewijzigd"))
    assert window.shell is None
    assert window.entry.unlock.problem == "Uw rol of werkgebied is bij de centrale gewijzigd."
    _unlock(qtbot, window)
    assert window.entry.unlock.problem == ""


@pytest.mark.parametrize(
    ("key", "modifier", "page"),
    [
        (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier, "melden"),
        (Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier, "kaart"),
        (Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier, "rondes"),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "hulp"),
    ],
)
def test_keys_open_pages_and_escape_goes_back(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier, page: str
) -> None:
    shell = _shell(window)
    QTest.keyClick(shell, key, modifier)
    qtbot.waitUntil(lambda: shell.current_key == page)
    QTest.keyClick(shell, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shell.current_key == "vandaag")


def test_help_opens_at_the_screen_one_comes_from(qtbot: QtBot, window: MainWindow) -> None:
    shell = _shell(window)
    shell.show_page("rondes")
    QTest.keyClick(shell, Qt.Key.Key_F1)
    assert shell.current_key == "hulp"
    assert shell.page("hulp").context() == "Rondes"
    QTest.keyClick(shell, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shell.current_key == "rondes")


def test_new_melding_key_works_where_the_foot_has_none(qtbot: QtBot, window: MainWindow) -> None:
    shell = _shell(window)
    shell.show_page("rondes")
    assert isinstance(shell.real_page("rondes"), RondesPage)
    QTest.keyClick(shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shell.current_key == "melden")


def _type(window: MainWindow, text: str) -> None:
    """Keys as they come from the keyboard: to whatever the window has given the focus."""
    native = window.windowHandle()
    assert native is not None
    for character in text:
        QTest.keyClick(native, character)


def test_the_passphrase_is_typed_without_a_touch_at_the_start_and_after_locking(
    make_window: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    make_session(tmp_path / "opslag").close()
    window = make_window()
    for _ in range(2):
        _type(window, PASSPHRASE)
        assert window.entry.unlock.secret.field.text() == PASSPHRASE
        with qtbot.waitSignal(window.session_opened, timeout=10_000):
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)  # type: ignore[call-overload]
        with qtbot.waitSignal(window.session_locked, timeout=10_000):
            window.lock()
    _type(window, "a")
    assert window.entry.unlock.secret.field.text() == "a"


def test_another_kaartpakket_makes_the_pages_anew_over_the_open_store(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    before = _shell(window)
    before.open_form("GEL-MUZ")
    session = before.context.session
    assert session.kaart is not None
    other = replace(session, kaart=None, plaatsen=PlaatsIndex(None), tegels=Tegellade())
    before.session_replaced.emit(other, "rondes")
    shell = _shell(window)
    assert shell is not before and shell.current_key == "rondes"
    assert shell.context.session is other
    qtbot.waitUntil(lambda: shell.context.overzicht.is_loaded, timeout=15_000)
    assert len(lijst_concepten(other)) == 1
    with qtbot.waitSignal(window.session_locked, timeout=10_000):
        window.lock()
    # Closed by the last session over it: nobody holds its lock.
    open_session(tmp_path / "opslag", PASSPHRASE, load_lists(), TestClock()).close()


def test_lock_closes_the_store_keeps_the_draft_and_opens_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    shell = _shell(window)
    shell.open_form("GEL-MUZ")
    assert isinstance(shell.real_page("melden"), MeldenPage)
    with qtbot.waitSignal(window.session_locked, timeout=10_000):
        QTest.keyClick(shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not window.is_open
    assert window.shell is None
    assert window.entry.unlock.secret.field.text() == ""
    session = open_session(tmp_path / "opslag", PASSPHRASE, load_lists(), TestClock())
    assert [concept.inhoud["soorten"] for concept in lijst_concepten(session)] == [["GEL-MUZ"]]
    session.close()
    _unlock(qtbot, window)
    assert _shell(window).current_key == "vandaag"


def test_the_keyboard_is_on_the_page_after_unlocking_and_a_photo_is_offered_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    first = _shell(window)
    qtbot.waitUntil(lambda: first.page("vandaag").isAncestorOf(first.focusWidget()), timeout=15_000)
    assert first.focusWidget().accessibleName() != "Nacht"
    photo = tmp_path / "IMG_0001.png"
    QImage(400, 300, QImage.Format.Format_RGB32).save(str(photo))
    first.open_form("HANG")
    form = first.real_page("melden")
    assert isinstance(form, MeldenPage)
    form.view.more.fotos.give(from_paths([photo]))
    assert first.current_key == "foto_nieuw"
    with qtbot.waitSignal(window.session_locked, timeout=10_000):
        window.lock()
    _unlock(qtbot, window)
    shell = _shell(window)
    assert [banner.spec.strong for banner in shell.banners()] == [
        "De foto was nog niet bewaard toen het scherm op slot ging."
    ]
    qtbot.waitUntil(lambda: shell.page("vandaag").isAncestorOf(shell.focusWidget()), timeout=15_000)
    qtbot.mouseClick(shell.banners()[0].buttons()[0], LEFT)
    qtbot.waitUntil(lambda: shell.current_key == "foto_nieuw", timeout=15_000)


def test_unlocking_right_after_locking_waits_for_the_closing(qtbot: QtBot, window: MainWindow) -> None:
    window.lock()
    _unlock(qtbot, window)
    assert window.is_open


def test_idle_locks_and_a_touch_starts_the_count_again(qtbot: QtBot, window: MainWindow) -> None:
    native = window.windowHandle()
    assert native is not None
    before = window.idle.remaining_ms
    qtbot.waitUntil(lambda: window.idle.remaining_ms < before)
    centre = QPointF(5, 5)
    press = QMouseEvent(QEvent.Type.MouseButtonPress, centre, centre, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
    low = window.idle.remaining_ms
    QCoreApplication.sendEvent(native, press)
    assert window.idle.remaining_ms >= low
    with qtbot.waitSignal(window.session_locked, timeout=10_000):
        window.idle.idle_reached.emit()
    assert not window.is_open


def test_closing_the_window_while_open_frees_the_store(window: MainWindow, tmp_path: Path) -> None:
    window.close()
    open_session(tmp_path / "opslag", PASSPHRASE, load_lists(), TestClock()).close()


def test_a_bug_before_unlocking_is_told_on_the_card(make_window: Callable[[], MainWindow], tmp_path: Path) -> None:
    make_session(tmp_path / "opslag", with_map=False, meldingen=0).close()
    window = make_window()
    window.show_bug("fouten.log")
    assert window.entry.unlock.problem
    assert window.windowTitle() == "boa_app"


def test_a_bug_is_told_and_the_window_goes_on(window: MainWindow) -> None:
    window.show_bug("fouten.log")
    (banner,) = _shell(window).banners()
    assert "fouten.log" in f"{banner.spec.strong} {banner.spec.text}"
    assert _shell(window).current_key == "vandaag"
