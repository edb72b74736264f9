"""The page of syncing: its looks in every state, and a real conflict from two devices chosen by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boa_app.store import meldingen
from boa_app.ui.context import UiContext
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.sync.desk import Bureau
from boa_app.ui.sync.page import SynchroniserenPage
from boa_app.usecases.changes import Undo
from boa_app.usecases.meldingen import maak_ongedaan, wijzig_melding
from boa_app.usecases.synchroniseren import Voortgang
from tests.apparaten import Apparaat, Opstelling
from tests.centrale import IN_OOST
from tests.samples import make_sample_session
from tests.ui.frames import FIVE_SIZES, framed, wait_for_layout
from tests.ui.look import assert_look, assert_one_yellow, resize_window
from tests.ui.sync import beelden
from tests.ui.sync.conftest import Window

WAIT = 30_000
Shown = tuple[MainFrame, SynchroniserenPage]


@pytest.fixture
def shown(qtbot: QtBot, each_ui: UiContext) -> Iterator[Shown]:
    page = SynchroniserenPage(each_ui)
    with framed(qtbot, each_ui, page) as frame:
        qtbot.waitUntil(lambda: page.bureau is not None, timeout=WAIT)
        yield frame, page


def _assert_looks(frame: MainFrame, page: SynchroniserenPage) -> None:
    for size in FIVE_SIZES:
        resize_window(frame, *size)
        wait_for_layout()
        assert_look(page)
    resize_window(frame, 1280, 800)


def _show(page: SynchroniserenPage, bureau: Bureau) -> None:
    page._sync.stand = beelden.STAND
    page.show_bureau(bureau)


def test_every_state_fits_in_every_window(qtbot: QtBot, shown: Shown) -> None:
    frame, page = shown
    _assert_looks(frame, page)
    for bureau in (beelden.FRESH, beelden.CALM, beelden.OFFERED, beelden.FULL):
        _show(page, bureau)
        _assert_looks(frame, page)
    page.next_conflict()
    _assert_looks(frame, page)
    page.open_rejected(beelden.REJECTED)
    _assert_looks(frame, page)
    page.rejected.ask_reason()
    _assert_looks(frame, page)
    page.open_pair(beelden.PAIR)
    _assert_looks(frame, page)
    page.running.begin("Contact")
    page.running.set_progress("Foto's sturen", "12 van 160", 12, 160)
    page.running.show()
    _assert_looks(frame, page)
    assert_one_yellow(frame)


def test_the_picture(shown: Shown) -> None:
    _frame, page = shown
    _show(page, beelden.FULL)
    assert page.attention.rows()[0].line.name == "1 foto staat nog hier"
    assert [row.line.name for row in page.attention.rows()[1:]] == [
        "Geweigerd: wijziging van 17-11", "Mogelijk zelfde incident",
    ]  # fmt: skip
    assert page.conflicts.place.text() == "1 van 2"
    assert [action.title for action in page.foot().actions] == ["Meenemen op USB"]
    corner = page.foot().corner
    assert corner is not None
    assert (corner.title, corner.shortcut) == ("Synchroniseren", "Ctrl+Shift+S")
    assert page.context() == "Laatste contact 21:47"
    groups = page.conflicts.groups()
    assert [tile.text() for tile in groups["u:ernst"].tiles] == ["3 fors", "2 hinderlijk"]
    assert [tile.text() for tile in groups["u:positie"].tiles] == ["Voorstraat", "Plein"]
    assert not any(group.chosen() for group in groups.values())
    assert not page.conflicts.decide.isEnabled()


def test_a_newer_map_of_the_centre_is_one_touch_away(qtbot: QtBot, shown: Shown) -> None:
    _frame, page = shown
    _show(page, beelden.OFFERED)
    (row,) = [one for one in page.attention.rows() if one.line.icon == "download"]
    assert row.line.name == "Nieuw kaartpakket bij de centrale"
    assert row.line.meta.startswith("IJsselstein, gemaakt op ")
    with qtbot.waitSignal(page.maps_requested, timeout=WAIT):
        row.buttons[0].click()


def test_leaving_a_conflict_for_later_forgets_what_was_touched(shown: Shown) -> None:
    _frame, page = shown
    _show(page, beelden.FULL)
    page.conflicts.choose("u:ernst", "m-u-ernst")
    page.conflicts.later.click()
    assert page.conflicts.place.text() == "2 van 2"
    page.conflicts.next.click()
    assert page.conflicts.place.text() == "1 van 2"
    assert page.conflicts.chosen() == {}


def test_reading_again_keeps_what_was_chosen(shown: Shown) -> None:
    _frame, page = shown
    _show(page, beelden.FULL)
    page.conflicts.choose("u:ernst", "m-u-ernst")
    page.show_bureau(beelden.FULL)
    assert page.conflicts.chosen() == {"u:ernst": "m-u-ernst"}
    assert page.conflicts.groups()["u:ernst"].chosen() == "m-u-ernst"


def test_a_question_that_is_answered_makes_room_for_the_basket(shown: Shown) -> None:
    _frame, page = shown
    _show(page, beelden.FULL)
    page.open_rejected(beelden.REJECTED)
    assert page.rejected.isVisible()
    page.show_bureau(beelden.FULL)
    assert page.rejected.isVisible(), "not answered yet"
    page.show_bureau(beelden.CALM)
    assert page.conflicts.isVisible()


def test_progress_has_numbers_and_a_way_to_stop(shown: Shown) -> None:
    _frame, page = shown
    page.running.begin("Contact met de centrale")
    page.running.show()
    stopped: list[bool] = []
    page.running.stop_requested.connect(lambda: stopped.append(True))
    sentence, numbers = page._words.step(Voortgang("fotos", 12, 160))
    page.running.set_progress(sentence, numbers, 12, 160)
    assert page.running.numbers.text() == "12 van 160"
    page.running.stop.click()
    assert stopped
    assert page.running.is_ending


# From here on: real stores, a real centre.


def _page(qtbot: QtBot, ui: UiContext) -> SynchroniserenPage:
    with qtbot.waitSignal(ui.sync.stand_changed, timeout=WAIT):
        ui.sync.start()
    page = SynchroniserenPage(ui)
    qtbot.addWidget(page)
    page.resize(1188, 672)
    page.show()
    page.page_shown()
    qtbot.waitUntil(lambda: page.bureau is not None, timeout=WAIT)
    return page


def _in_conflict(veld: Opstelling) -> tuple[Apparaat, Apparaat, str]:
    """Two devices that changed the same two fields, one after the other, without a line in between."""
    mine = veld.apparaat("Sam de Wit", "teamleider", None)
    theirs = veld.apparaat("Noor Vos", "teamleider", None)
    uid = mine.meld(ernst="1", groepsgrootte="G3")
    veld.sync_all()
    lon, lat = IN_OOST
    wijzig_melding(mine.session, uid, {"ernst": "3", "lon": lon + 0.0003, "lat": lat})
    veld.clock.forward(minutes=4)
    wijzig_melding(theirs.session, uid, {"ernst": "2", "lon": lon, "lat": lat + 0.0002})
    theirs.sync()
    return mine, theirs, uid


def _value(device: Apparaat, uid: str) -> tuple[str, float]:
    with device.session.store.read() as reader:
        record = meldingen.get_melding(reader, uid)
    assert record is not None
    return record.melding.ernst, record.melding.lon


def test_a_conflict_is_seen_chosen_by_keyboard_and_taken_back(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    mine, theirs, uid = _in_conflict(veld)
    ui = window(mine.session)
    page = _page(qtbot, ui)
    page.sync_now()
    qtbot.waitUntil(lambda: page.conflicts.beeld is not None, timeout=WAIT)
    ernst, positie = f"{uid}:ernst", f"{uid}:positie"
    groups = page.conflicts.groups()
    assert set(groups) == {ernst, positie}
    assert [tile.text() for tile in groups[ernst].tiles] == ["3 fors", "2 hinderlijk"]
    assert groups[ernst].tiles[1].side.note == "nu getoond"
    assert page.conflicts.beeld is not None
    note = {field.key: field.note for field in page.conflicts.beeld.velden}[positie]
    assert note.endswith("m verschil")
    notices: list[Undo] = []
    ui.notice_requested.connect(lambda _said, undo: notices.append(undo))
    for key in (ernst, positie):
        tile = groups[key].tiles[0]
        tile.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(tile, Qt.Key.Key_Space)
    assert page.conflicts.decide.text() == "Vastleggen, 2 van 2"
    QTest.keyClick(page.conflicts.decide, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.conflicts.beeld is None and bool(notices), timeout=WAIT)
    assert _value(mine, uid) == ("3", IN_OOST[0] + 0.0003)
    done = maak_ongedaan(mine.session, notices[0])
    assert done.uid == uid
    ui.data_changed.emit(done.changes)
    qtbot.waitUntil(lambda: page.conflicts.beeld is not None, timeout=WAIT)
    assert set(page.conflicts.groups()) == {ernst, positie}
    page.conflicts.choose(ernst, page.conflicts.groups()[ernst].tiles[0].side.code)
    page.conflicts.decide.click()
    qtbot.waitUntil(lambda: set(page.conflicts.groups()) == {positie}, timeout=WAIT)
    mine.sync()
    theirs.sync()
    assert _value(theirs, uid)[0] == "3"


def test_without_a_centre_the_page_asks_to_sign_up(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    session = make_sample_session(veld.folder / "nieuw", veld.clock)
    ui = window(session)
    page = _page(qtbot, ui)
    assert page.enrol.isVisible()
    corner = page.foot().corner
    assert corner is not None
    assert corner.reason == "Vul eerst het adres in"
    assert page.story.now.text() == "U werkt nu zonder centrale, als teamleider."
    QTest.keyClicks(page.enrol.adres, veld.centrale.url)
    QTest.keyClicks(page.enrol.code, "ONZIN")
    QTest.keyClick(page.enrol.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.enrol.problem), timeout=WAIT)
    assert page.enrol.adres.isEnabled()
    page.enrol.code.clear()
    QTest.keyClicks(page.enrol.code, veld.centrale.code("Sam de Wit", "boa", None))
    with qtbot.waitSignal(ui.sync.shut, timeout=WAIT):
        QTest.keyClick(page.enrol.code, Qt.Key.Key_Return)
    QApplication.processEvents()
    session.close()
