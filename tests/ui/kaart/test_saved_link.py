"""Kept filters in the real window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.shell import Shell
from boa_app.usecases.filters import lijst_filters
from boa_app.usecases.overzicht import Filter

pytestmark = pytest.mark.webengine
WAIT = 15_000


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> KaartPage:
    shell.show_page("kaart")
    made = shell.real_page("kaart")
    assert isinstance(made, KaartPage)
    qtbot.waitUntil(lambda: made.model.row_count() > 0 and made.map.is_ready, timeout=WAIT)
    return made


def _open(qtbot: QtBot, page: KaartPage) -> None:
    page.filters.saved.click()
    qtbot.waitUntil(page.saved.popup.isVisible, timeout=WAIT)


def _keep(qtbot: QtBot, page: KaartPage, name: str) -> None:
    _open(qtbot, page)
    page.saved.popup.name.setText(name)
    page.saved.popup.keep.click()
    session = page._ui.session
    qtbot.waitUntil(lambda: name in [one.naam for one in lijst_filters(session)], timeout=WAIT)
    qtbot.waitUntil(lambda: not page._ui.tasks.is_busy, timeout=WAIT)


def test_kept_cleared_and_shown_again(qtbot: QtBot, shell: Shell, page: KaartPage) -> None:
    page.filters.set_filter(Filter(soorten=frozenset({"HANG"}), met_vervallen=True), "v0")
    _keep(qtbot, page, "Hangen vanavond")
    page.filters.clear()
    assert page.list.meldingen.text() == "4 meldingen,"
    _open(qtbot, page)
    assert "Rondhangen" in page.saved.popup.rows[0].row().meta
    page.saved.popup.rows[0].click()
    assert page.filters.parts.period() == "v0" and page.filters.soort.chosen() == ("HANG",)
    assert page.filters.parts.vervallen.is_active()


def test_thrown_away_and_taken_back(qtbot: QtBot, shell: Shell, page: KaartPage) -> None:
    _keep(qtbot, page, "Zomaar")
    _open(qtbot, page)
    page.saved.popup.crosses[0].click()
    session = page._ui.session
    qtbot.waitUntil(lambda: lijst_filters(session) == (), timeout=WAIT)
    told = "Filter niet meer bewaard."
    qtbot.waitUntil(lambda: any(banner.spec.strong == told for banner in shell.banners()), timeout=WAIT)
    next(banner for banner in shell.banners() if banner.spec.strong == told).buttons()[0].click()
    qtbot.waitUntil(lambda: [one.naam for one in lijst_filters(session)] == ["Zomaar"], timeout=WAIT)


def test_a_search_is_not_kept(qtbot: QtBot, page: KaartPage) -> None:
    page.filters.show_only(frozenset({1}), "fiets")
    _keep(qtbot, page, "Gevonden")
    assert lijst_filters(page._ui.session)[0].filter == Filter()
