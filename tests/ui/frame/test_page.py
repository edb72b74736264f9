"""A page has harmless answers of its own and hears of its room only when that changes."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.frame.model import FootSpec, SizeClass
from boa_app.ui.frame.page import Page
from tests.ui.frame.pages import SamplePage


def test_empty_page(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    assert (page.title(), page.context(), page.foot(), page.top_actions()) == ("", "", FootSpec(), ())
    page.page_shown()
    page.page_hidden()
    page.set_size_class(SizeClass.KLEIN, low=True)
    assert (page.size_class, page.is_low) == (SizeClass.KLEIN, True)


def test_size_class_is_told_once(qtbot: QtBot) -> None:
    page = SamplePage()
    qtbot.addWidget(page)
    for size_class in (SizeClass.NORMAAL, SizeClass.SMAL, SizeClass.SMAL):
        page.set_size_class(size_class)
    assert page.told == ["smal"]
