"""The manual: every screen has its page, and it reads well at every size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.paths import resource
from boa_app.ui.context import UiContext
from boa_app.ui.help.page import HelpPage, read_topics
from tests.ui.frames import FIVE_SIZES, framed, wait_for_layout
from tests.ui.look import assert_look, resize_window


def test_every_screen_and_state_has_a_page() -> None:
    keys = [topic.key for topic in read_topics(resource("handleiding"))]
    assert keys == [
        "aan-de-slag", "vandaag", "zoeken", "melden", "fotos", "melding", "kaart", "kaartpakketten",
        "waar-ben-ik", "straten", "importeren", "gps", "rondes", "opslag", "centrale", "synchroniseren",
        "beheer", "toetsen",
    ]  # fmt: skip


def test_opens_the_asked_page_and_others_by_touch(qtbot: QtBot, ui: UiContext) -> None:
    page = HelpPage(ui)
    with framed(qtbot, ui, page):
        page.show_topic("rondes")
        assert page.context() == "Rondes"
        assert "Ronde starten" in page.text.toPlainText()
        page.show_topic("bestaat-niet")
        assert page.context() == "Aan de slag"
        qtbot.mouseClick(page.rows()["toetsen"], Qt.MouseButton.LeftButton)
        assert page.context() == "Toetsen"


def test_corner_goes_back(qtbot: QtBot, ui: UiContext) -> None:
    page = HelpPage(ui)
    with framed(qtbot, ui, page) as window, qtbot.waitSignal(page.back_requested):
        qtbot.mouseClick(window.foot.corner, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("size", FIVE_SIZES)
def test_look(qtbot: QtBot, each_ui: UiContext, size: tuple[int, int]) -> None:
    page = HelpPage(each_ui)
    with framed(qtbot, each_ui, page) as window:
        resize_window(window, *size)
        wait_for_layout()
        assert_look(window)
