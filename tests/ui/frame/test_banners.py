"""Banners over a page: their words fit, a small window keeps its page, and what covers the page covers them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.banner import BannerButton, BannerKind, BannerSpec
from boa_app.ui.widgets.text import Label
from boa_app.ui.zoeken.palette import Palette
from tests.ui.frame.pages import make_frame
from tests.ui.look import WINDOWS, assert_look, resize_window

LONG = (
    "Van dit bestand is niets ingelezen. Elke rij heeft een datum en een plaats nodig, zoals X en Y. Heten die"
    " kolommen anders? Wijs ze dan aan. Geef uw beheerder anders het logboek, zonder gegevens van mensen."
)


@pytest.fixture
def frame(qtbot: QtBot, themes: ThemeManager) -> MainFrame:
    made = make_frame(themes)
    qtbot.addWidget(made)
    resize_window(made, 640, 400)
    return made


def _tell(frame: MainFrame, *names: str, page: str = "") -> None:
    for name in names:
        frame.show_banner(BannerSpec(BannerKind.FOUT, name, LONG, key=name, page=page))
    QApplication.processEvents()


def _in_sight(frame: MainFrame) -> list[str]:
    return [banner.spec.strong for banner in frame.banners() if banner.isVisible()]


@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_line_is_cut_and_none_lies_over_another(
    qtbot: QtBot, each_theme: ThemeManager, size: tuple[int, int]
) -> None:
    frame = make_frame(each_theme)
    qtbot.addWidget(frame)
    resize_window(frame, *size)
    buttons = (BannerButton("Verder met de foto", lambda: None), BannerButton("Foto niet bewaren", lambda: None))
    frame.show_banner(BannerSpec(BannerKind.LET, "De foto is nog niet bewaard.", LONG, buttons))
    QApplication.processEvents()
    assert_look(frame)
    _tell(frame, "Het bestand is er niet.", "Er ging iets mis.")
    assert_look(frame)
    for banner in frame.banners():
        labels = [label for label in banner.findChildren(Label) if label.isVisible() and label.text()]
        for above, below in pairwise(labels):
            assert above.geometry().bottom() < below.geometry().top()
        assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
        assert all(banner.rect().contains(label.geometry()) for label in labels)


def test_buttons_keep_their_height_in_a_banner_that_comes_after_another(frame: MainFrame) -> None:
    frame.show_banner(BannerSpec(BannerKind.FOUT, "Het bestand is er niet.", "Er is niets ingelezen."))
    buttons = (BannerButton("Verder met de foto", lambda: None), BannerButton("Foto niet bewaren", lambda: None))
    sentence = "De foto was nog niet bewaard toen het scherm op slot ging."
    text = "Wat u invulde en wat u afdekte is er nog. Ga verder met de foto."
    last = frame.show_banner(BannerSpec(BannerKind.LET, sentence, text, buttons, closable=False))
    QApplication.processEvents()
    assert last.height() >= last.heightForWidth(last.width())
    assert min(button.height() for button in last.buttons()) >= px("h-raak")


def test_a_small_window_shows_one_and_a_line_that_opens_the_rest(frame: MainFrame) -> None:
    _tell(frame, "een", "twee", "drie")
    more = frame._banner_column.more
    assert _in_sight(frame) == ["drie"]
    assert more.text() == "nog 2"
    assert frame._stack.height() >= 100
    more.click()
    QApplication.processEvents()
    assert _in_sight(frame) == ["een", "twee", "drie"]
    assert frame._banner_column.height() <= frame.height() // 2 + more.height()
    assert_look(frame)
    more.click()
    assert _in_sight(frame) == ["drie"]
    frame.clear_banner("drie")
    assert (_in_sight(frame), more.text()) == (["twee"], "nog 1")
    resize_window(frame, 1280, 800)
    assert _in_sight(frame) == ["een", "twee"]
    assert not more.isVisible()


def test_what_belongs_to_a_page_stays_there_and_goes_with_it(frame: MainFrame) -> None:
    resize_window(frame, 1280, 800)
    _tell(frame, "van kaart", page="kaart")
    _tell(frame, "van alles")
    assert _in_sight(frame) == ["van alles"]
    frame.show_page("kaart")
    assert _in_sight(frame) == ["van kaart", "van alles"]
    frame.show_page("vandaag")
    frame.show_page("kaart")
    assert _in_sight(frame) == ["van alles"]


def test_search_and_menu_stay_on_top_of_a_banner_that_comes(frame: MainFrame, themes: ThemeManager) -> None:
    palette = Palette(themes, frame)
    palette.open_palette()
    _tell(frame, "een", "twee")
    banner = frame.banners()[-1]
    middle = banner.mapTo(frame, banner.rect().center())
    top = frame.childAt(middle)
    assert top is palette or palette.isAncestorOf(top)
    palette.close_palette()
    frame.top_bar.menu_requested.emit()
    left = QPoint(10, middle.y())
    assert frame._menu_box.isAncestorOf(frame.childAt(left))


def test_the_keyboard_walks_through_the_banners(frame: MainFrame, qtbot: QtBot) -> None:
    resize_window(frame, 1280, 800)
    done: list[str] = []
    spec = BannerSpec(BannerKind.LET, "Klopt dat?", buttons=(BannerButton("Ja", lambda: done.append("ja")),))
    banner = frame.show_banner(spec)
    banner.buttons()[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(banner.buttons()[0], Qt.Key.Key_Return)
    assert done == ["ja"]
    assert frame.banners() == ()
