"""Meenemen op USB, from the first touch to the bonnetje: a boa writes, a beheerder brings it in, the boa reads the
answer. Both are real devices of a real centre.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from boa_app.domain.errors import BoaError
from boa_app.domain.roles import Rol
from boa_app.ui.context import UiContext
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.sync.usb import KEY, UsbPage
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.usecases.aanmelden import meld_aan, sessie_van
from boa_app.usecases.beheer import breng_usb
from boa_app.usecases.session import Session
from tests.aangemeld import meld_sessie_aan
from tests.centrale import Centrale, start_centrale
from tests.ui.frames import FIVE_SIZES, framed, wait_for_layout
from tests.ui.look import assert_look, assert_one_yellow, resize_window
from tests.ui.small_store import TestClock, make_session

WAIT_MS = 15_000


@pytest.fixture
def centrale(tmp_path: Path) -> Iterator[Centrale]:
    with start_centrale(tmp_path / "centrale", TestClock()) as started:
        yield started


@pytest.fixture
def boa(ui: UiContext, centrale: Centrale) -> UiContext:
    """The context of a boa who signed up; his example meldingen are not sent yet."""
    ui.session = signed_up(ui.session, centrale)
    return ui


def signed_up(session: Session, centrale: Centrale) -> Session:
    session = replace(session, clock=centrale.dienst.clock)
    meld_aan(session, centrale.url, centrale.code("Sam de Wit", "teamleider"))
    return sessie_van(session)


def open_page(qtbot: QtBot, ui: UiContext) -> UsbPage:
    page = UsbPage(ui)
    qtbot.addWidget(page)
    page.resize(1188, 672)
    page.show()
    page.page_shown()
    qtbot.waitUntil(lambda: page.foot().corner.reason == "", timeout=WAIT_MS)  # type: ignore[union-attr]
    return page


def facts(page: UsbPage) -> list[tuple[str, str]]:
    return [(row.name, row.meta) for row in page.written.findChildren(InfoRow) if row.isVisible()]


def test_the_work_goes_there_and_the_bonnetje_comes_back(
    qtbot: QtBot, boa: UiContext, centrale: Centrale, tmp_path: Path
) -> None:
    page = open_page(qtbot, boa)
    assert page.now.name == "Staat klaar: 14 wijzigingen"
    stick = tmp_path / "stick"
    stick.mkdir()
    page.files.place_chosen.emit(stick / "werk.boaz")
    qtbot.waitUntil(lambda: bool(facts(page)), timeout=WAIT_MS)
    assert "Wacht op antwoord" in facts(page)[0][1]
    carrier = make_session(tmp_path / "beheerder", centrale.dienst.clock)
    beheerder = meld_sessie_aan(carrier, centrale, "Bea Beheer", Rol.BEHEERDER)
    breng_usb(beheerder, stick / "werk.boaz", stick / "werk.boaz-antwoord")
    carrier.close()
    page.files.answer_chosen.emit(stick / "werk.boaz-antwoord")
    qtbot.waitUntil(page.bonnetje.isVisible, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(facts(page)) and "Antwoord ingelezen" in facts(page)[0][1], timeout=WAIT_MS)
    assert page.now.name == "Alles is al bij de centrale"


def test_an_answer_of_somebody_else_is_refused_on_the_page(qtbot: QtBot, boa: UiContext, tmp_path: Path) -> None:
    page = open_page(qtbot, boa)
    other = tmp_path / "x.boaz-antwoord"
    other.write_bytes(b"niets")
    told: list[tuple[BoaError, str]] = []
    boa.page_error_raised.connect(lambda error, key: told.append((error, key)))
    page.files.answer_chosen.emit(other)
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    assert (told[0][0].code, told[0][1]) == ("usb_geen_antwoord", KEY)
    assert page.foot().corner.reason == ""  # type: ignore[union-attr]


def test_a_stick_that_is_gone_is_told(qtbot: QtBot, boa: UiContext, tmp_path: Path) -> None:
    page = open_page(qtbot, boa)
    told: list[BoaError] = []
    boa.page_error_raised.connect(lambda error, _key: told.append(error))
    page.files.place_chosen.emit(tmp_path / "weg" / "werk.boaz")
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    assert told[0].code == "uitvoer_map_ontbreekt"


def test_the_windows_ask_for_place_and_answer(qtbot: QtBot, boa: UiContext, tmp_path: Path) -> None:
    page = open_page(qtbot, boa)
    corner, (answer,) = page.foot().corner, page.foot().actions
    assert corner is not None
    corner.on_trigger()
    answer.on_trigger()
    place, chosen = page.findChildren(QFileDialog)
    assert place.defaultSuffix() == "boaz"
    with qtbot.waitSignal(page.files.place_chosen):
        place.fileSelected.emit(str(tmp_path / "weg" / "a.boaz"))
    with qtbot.waitSignal(page.files.answer_chosen):
        chosen.fileSelected.emit(str(tmp_path / "a.boaz-antwoord"))
    place.reject()
    chosen.reject()
    qtbot.waitUntil(lambda: page.foot().corner.reason == "", timeout=WAIT_MS)  # type: ignore[union-attr]


def test_without_a_centre_the_next_step_is_signing_up(qtbot: QtBot, ui: UiContext) -> None:
    page = UsbPage(ui)
    qtbot.addWidget(page)
    page.show()
    page.page_shown()
    qtbot.waitUntil(lambda: page.foot().corner.title == "Aanmelden", timeout=WAIT_MS)  # type: ignore[union-attr]
    with qtbot.waitSignal(page.enrol_requested):
        page.foot().corner.on_trigger()  # type: ignore[union-attr]


@pytest.mark.parametrize("size", FIVE_SIZES)
def test_look(qtbot: QtBot, each_ui: UiContext, size: tuple[int, int]) -> None:
    page = UsbPage(each_ui)
    with framed(qtbot, each_ui, page) as window:
        qtbot.waitUntil(lambda: page.foot().corner.reason == "", timeout=WAIT_MS)  # type: ignore[union-attr]
        resize_window(window, *size)
        _look(window)


def _look(window: MainFrame) -> None:
    wait_for_layout()
    assert_look(window)
    assert_one_yellow(window)
