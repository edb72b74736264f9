"""*Straten instellen* as a person uses it: by list, by key and by touching the map, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boa_app.domain.roles import Rol
from boa_app.ui.context import UiContext
from boa_app.ui.kaartpakket.straten import StratenPage
from boa_app.ui.kaartpakket.straten_lijst import Welke
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.text import Label
from boa_app.usecases.changes import Changes
from boa_app.usecases.meldingen import maak_ongedaan
from boa_app.usecases.session import Session
from boa_app.usecases.straatkeuzes import lijst_keuzes
from tests.samples import as_role
from tests.ui.conftest import _session_context
from tests.ui.frames import framed
from tests.ui.kaartpakket.straatnet_ui import session_with_streets
from tests.ui.look import WINDOWS, assert_look, assert_one_yellow, resize_window
from tests.ui.map.maps import inspect

pytestmark = pytest.mark.webengine


@pytest.fixture
def ui(qtbot: QtBot, each_theme: ThemeManager, tmp_path: Path, map_profile: MapProfile) -> Iterator[UiContext]:
    yield from _session_context(each_theme, session_with_streets(tmp_path), map_profile)


@pytest.fixture
def page(qtbot: QtBot, ui: UiContext) -> Iterator[StratenPage]:
    made = StratenPage(ui)
    with framed(qtbot, ui, made):
        qtbot.waitUntil(lambda: made.list.model.row_count() == 4 and made.map.is_ready, timeout=20_000)
        yield made
        map_page = made.map.page
        assert map_page is None or (map_page.errors == [] and map_page.bridge.refused == 0)


def held(session: Session) -> list[tuple[str, str]]:
    return [(str(one.keuze), one.reden) for one in lijst_keuzes(session)]


def plain(label: Label) -> str:
    return label.text().replace("\xa0", " ")


def press(page: StratenPage, code: str) -> None:
    next(tile for tile in page.detail.tiles.tiles() if tile.choice.code == code).click()


def test_by_key_from_the_search_field_to_a_choice_and_back(qtbot: QtBot, ui: UiContext, page: StratenPage) -> None:
    notices: list[object] = []
    ui.notice_requested.connect(lambda _words, undo: notices.append(undo))
    QTest.keyClicks(page.list.search, "dorps")
    assert page.list.model.row_count() == 3
    page.list.list.setFocus()
    QTest.keyClick(page.list.list, Qt.Key.Key_Down)
    assert page.list.isVisible(), "the arrows walk, Enter opens"
    QTest.keyClick(page.list.list, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["straten"]["gekozen"] == 2, timeout=15_000)
    QTest.keyClick(page.list.list, Qt.Key.Key_Return)
    assert page.detail.isVisible() and page.detail.name.text() == "Dorpsstraat"
    assert plain(page.detail.outcome) == "Verplicht, 200 m in 2 stukken"
    assert plain(page.detail.why) == "OSM: straat met een naam, 100 m"
    page.detail.reden.setText("eigen terrein")
    press(page, "verboden")
    qtbot.waitUntil(lambda: page.detail.outcome.text().startswith("Verboden"), timeout=15_000)
    assert held(ui.session) == [("verboden", "eigen terrein")] * 2
    assert page.detail.made.text() == "Met de hand gezet: eigen terrein."
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["straten"]["gezet"] == 2, timeout=15_000)
    assert inspect(qtbot, page.map)["straten"]["gekozen"] == 2
    undo = notices[0]
    ui.run(lambda: maak_ongedaan(ui.session, undo), page)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: page.detail.outcome.text().startswith("Verplicht"), timeout=15_000)
    assert held(ui.session) == []
    page.detail.back.click()
    assert page.list.isVisible()


def test_a_touch_on_the_map_shows_why_and_one_piece_can_be_meant(
    qtbot: QtBot, ui: UiContext, page: StratenPage
) -> None:
    page.map.object_selected.emit("straat", "0")
    assert page.detail.isVisible() and page.detail.scope.isVisible()
    page.detail.scope.parts()[1].click()
    assert page.detail.segments() == (0,)
    press(page, "mag")
    qtbot.waitUntil(lambda: held(ui.session) == [("mag", "")], timeout=15_000)
    qtbot.waitUntil(lambda: page.detail.outcome.text().startswith("Verbinding") or
                    page.detail.outcome.text().startswith("Mag"), timeout=15_000)  # fmt: skip
    # Adding the reason afterwards keeps what was chosen.
    page.detail.reden.setText("school")
    assert page.detail.keep.isVisible()
    page.detail.keep.click()
    qtbot.waitUntil(lambda: held(ui.session) == [("mag", "school")], timeout=15_000)
    qtbot.waitUntil(lambda: not page.detail.keep.isVisible(), timeout=15_000)
    page.detail.standard.click()
    qtbot.waitUntil(lambda: held(ui.session) == [], timeout=15_000)
    page.map.object_selected.emit("straat", "9999")
    page.map.object_selected.emit("jop", "0")
    assert page.detail.segment == 0


def test_a_reason_with_a_person_is_refused_and_the_tile_goes_back(
    qtbot: QtBot, ui: UiContext, page: StratenPage
) -> None:
    page.open_street(0)
    page.detail.reden.setText("mevrouw De Vries")
    with qtbot.waitSignal(ui.page_error_raised, timeout=15_000) as told:
        press(page, "verboden")
    assert told.args[0].code == "straatkeuze_persoon"
    assert page.detail.tiles.chosen() == ("verplicht",) and held(ui.session) == []


def test_what_no_longer_fits_is_listed_and_can_go(qtbot: QtBot, ui: UiContext, page: StratenPage) -> None:
    from boa_app.domain.straatkeuze import Keuze, Straatkeuze
    from boa_app.store import audit, straatkeuzes

    gone = Straatkeuze("0", Keuze.VERBODEN, "Oude Laan", "99", ((5.3, 52.3), (5.31, 52.3)), "weg")
    ui.session.write(
        lambda w: (straatkeuzes.insert_straatkeuze(w, gone), audit.append_line(w, "VERZAMELEN", "straatkeuze"))
    )
    ui.data_changed.emit(Changes(straatkeuzes=True))
    page.list.which.parts()[2].click()
    assert page.list.which.chosen() == Welke.LOS
    qtbot.waitUntil(lambda: page.list.model.row_count() == 0 or page.list.model.shows_loose, timeout=15_000)
    qtbot.waitUntil(lambda: page.list.model.row_count() == 1, timeout=15_000)
    page.list.list.clicked.emit(page.list.model.index(0))
    assert page.loose.isVisible() and page.loose.name.text() == "Oude Laan"
    assert "Met de hand gezet: weg." in page.loose.text.text()
    page.loose.forget.click()
    qtbot.waitUntil(lambda: held(ui.session) == [], timeout=15_000)
    qtbot.waitUntil(page.list.empty.isVisible, timeout=15_000)


def test_only_those_set_by_hand(qtbot: QtBot, ui: UiContext, page: StratenPage) -> None:
    page.list.which.parts()[1].click()
    assert page.list.model.row_count() == 0 and page.list.empty.isVisible()
    page.open_street(2)
    press(page, "verboden")
    qtbot.waitUntil(lambda: page.list.model.row_count() == 1, timeout=15_000)
    assert page.list.model.row_data(0).name == "Pad bij Dorpsstraat"
    assert page.list.model.row_data(0).tag == "met de hand"


@pytest.mark.parametrize("size", WINDOWS)
def test_it_looks_right_at_every_size(qtbot: QtBot, ui: UiContext, page: StratenPage, size: tuple[int, int]) -> None:
    window = page.window()
    resize_window(window, *size)
    assert_look(window)
    assert_one_yellow(window)
    page.open_street(0)
    page.map.object_selected.emit("straat", "0")
    resize_window(window, *size)
    assert_look(window)


def test_who_only_looks_gets_no_tiles(
    qtbot: QtBot, themes: ThemeManager, tmp_path: Path, map_profile: MapProfile
) -> None:
    session = session_with_streets(tmp_path)
    for ui in _session_context(themes, as_role(session, Rol.BOA), map_profile):
        made = StratenPage(ui)
        with framed(qtbot, ui, made):
            qtbot.waitUntil(lambda page=made: page.list.model.row_count() == 4, timeout=20_000)
            made.open_street(0)
            assert not made.detail.tiles.isVisible() and made.detail.no_right.isVisible()
            assert not made.detail.standard.isVisible()


def test_without_a_network_it_leads_to_the_kaartpakketten(
    qtbot: QtBot, themes: ThemeManager, tmp_path: Path, map_profile: MapProfile
) -> None:
    from tests.ui.small_store import make_session

    for ui in _session_context(themes, make_session(tmp_path / "opslag"), map_profile):
        made = StratenPage(ui)
        with framed(qtbot, ui, made):
            qtbot.waitUntil(made.message.isVisible, timeout=20_000)
            assert_look(made.window())
            with qtbot.waitSignal(made.pakket_requested):
                made.message.findChildren(type(made.loose.forget))[0].click()
