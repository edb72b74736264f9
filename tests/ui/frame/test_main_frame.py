"""The frame in its five windows, both themes; pages, trail, banners and menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.frame.model import SizeClass
from boa_app.ui.frame.rail import RailItem
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.banner import BannerKind, BannerSpec
from tests.ui.frame.pages import SamplePage, make_frame
from tests.ui.look import WINDOWS, assert_look, assert_one_yellow, resize_window


@pytest.fixture
def frame(qtbot: QtBot, themes: ThemeManager) -> MainFrame:
    made = make_frame(themes)
    qtbot.addWidget(made)
    resize_window(made, 1280, 800)
    return made


def _page(frame: MainFrame, key: str) -> SamplePage:
    page = frame.page(key)
    assert isinstance(page, SamplePage)
    return page


@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("key", ["vandaag", "melden"])
def test_holds_in_every_window(qtbot: QtBot, each_theme: ThemeManager, size: tuple[int, int], key: str) -> None:
    frame = make_frame(each_theme)
    qtbot.addWidget(frame)
    frame.show_page(key)
    resize_window(frame, *size)
    assert_look(frame)
    assert_one_yellow(frame)
    small = frame.size_class is SizeClass.KLEIN
    corner = frame.foot.corner
    assert corner.mapTo(frame, QPoint(corner.width(), corner.height())) == QPoint(*size)
    assert frame.rail.isVisible() is not small
    assert corner.width() == px("b-hoek-klein" if small else "b-hoek")


def test_foot_and_bar_follow_the_height(frame: MainFrame) -> None:
    heights = {(1280, 800): (80, 48), (1280, 720): (64, 48), (1024, 768): (80, 48), (640, 400): (60, 44)}
    for size, expected in heights.items():
        resize_window(frame, *size)
        assert (frame.foot.height(), frame.top_bar.height()) == expected


def test_pages_hear_when_they_come_and_go(frame: MainFrame, qtbot: QtBot) -> None:
    with qtbot.waitSignal(frame.page_changed) as caught:
        frame.show_page("kaart")
    assert caught.args == ["kaart"]
    assert _page(frame, "vandaag").told == ["getoond", "weg"]
    assert _page(frame, "kaart").told == ["getoond"]
    frame.show_page("kaart")
    assert _page(frame, "kaart").told == ["getoond"]


def test_arrow_back_follows_the_trail_and_the_rail_ends_it(frame: MainFrame) -> None:
    frame.show_page("kaart")
    frame.show_page("melden")
    assert [item.is_active() for item in frame.rail.items()] == [False] * 5
    frame.top_bar.back_requested.emit()
    assert frame.current_key == "kaart"
    frame.go_back()
    assert frame.current_key == "kaart"
    frame.show_page("melden")
    frame.rail.items()[0].click()
    frame.go_back()
    assert frame.current_key == "vandaag"


def test_a_page_that_changed_is_read_again(frame: MainFrame) -> None:
    page = _page(frame, "vandaag")
    page.reason = "Kies eerst een plaats"
    page.frame_changed.emit()
    assert not frame.foot.action_items()[0].isEnabled()
    other = _page(frame, "kaart")
    other.name = "Anders"
    other.frame_changed.emit()
    assert frame.current_key == "vandaag"


def test_pages_hear_of_their_room(frame: MainFrame) -> None:
    resize_window(frame, 640, 400)
    assert _page(frame, "melden").told == ["klein"]
    late = SamplePage("Later")
    frame.add_page("later", "flag", "Later", late)
    assert late.size_class is SizeClass.KLEIN


def test_banners_stack_replace_and_leave(frame: MainFrame) -> None:
    frame.show_banner(BannerSpec(BannerKind.OK, "Melding opgeslagen.", key="opgeslagen"))
    frame.show_banner(BannerSpec(BannerKind.LET, "Sluispad ligt niet in het plan."))
    second = frame.show_banner(BannerSpec(BannerKind.OK, "Melding opgeslagen.", key="opgeslagen"))
    assert len(frame.banners()) == 2
    QApplication.processEvents()
    assert second.width() == frame.width() - px("b-rail")
    assert_look(frame)
    second.closed.emit()
    assert [banner.spec.kind for banner in frame.banners()] == [BannerKind.LET]
    frame.clear_banner("bestaat-niet")
    assert len(frame.banners()) == 1


def test_menu_of_a_small_window(frame: MainFrame, qtbot: QtBot) -> None:
    resize_window(frame, 640, 400)
    frame.top_bar.menu_requested.emit()
    QApplication.processEvents()
    assert frame.menu.isVisible()
    assert_look(frame.menu)
    qtbot.keyClick(frame, Qt.Key.Key_Escape)
    assert not frame.menu.isVisible()
    frame.top_bar.menu_requested.emit()
    frame.menu.items()[1].click()
    assert (frame.current_key, frame.menu.isVisible()) == ("kaart", False)
    frame.top_bar.menu_requested.emit()
    frame.top_bar.menu_requested.emit()
    assert not frame.menu.isVisible()


def test_night_switches_at_once_and_lock_and_help_are_asked(
    frame: MainFrame, qtbot: QtBot, themes: ThemeManager
) -> None:
    night = next(item for item in frame.rail.findChildren(RailItem) if item.text() == "Nacht")
    with qtbot.waitSignal(frame.night_toggled):
        night.click()
    assert themes.theme.is_dark
    with qtbot.waitSignals([frame.lock_requested, frame.help_requested]):
        frame.foot.lock_requested.emit()
        frame.top_bar.help_requested.emit()


def test_mirrored_for_left_hands(frame: MainFrame) -> None:
    frame.set_left_handed(left_handed=True)
    QApplication.processEvents()
    assert frame.foot.corner.x() == 0
    assert frame.rail.x() == frame.width() - px("b-rail")
    frame.set_left_handed(left_handed=False)
    QApplication.processEvents()
    assert frame.rail.x() == 0
