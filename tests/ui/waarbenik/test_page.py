"""*Waar ben ik* as a person uses it: with a receiver, without one, with a bad one, and by touching the map."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.fix import BeoordeeldeFix, Fix, Oordeel
from boa_app.domain.gebied import GebiedSoort
from boa_app.domain.roles import Rol
from boa_app.ui.context import UiContext
from boa_app.ui.gps.service import GpsToestand
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.shell import Shell
from boa_app.ui.theme import ThemeManager
from boa_app.ui.waarbenik.page import KEY, WaarBenIkPage
from boa_app.usecases.changes import Changes
from boa_app.usecases.gebieden import maak_gebied
from boa_app.usecases.gps import GpsBron, GpsInstelling
from tests.samples import as_role
from tests.ui.conftest import _session_context
from tests.ui.frames import framed
from tests.ui.gps.walks import HERE, standing, write_walk
from tests.ui.look import WINDOWS, assert_look, assert_one_yellow, resize_window
from tests.ui.small_store import make_session

pytestmark = pytest.mark.webengine
AROUND = tuple(
    (HERE[0] + x, HERE[1] + y) for x, y in ((-0.002, -0.001), (0.002, -0.001), (0.002, 0.001), (-0.002, 0.001))
)
RULE = "Alcoholverbod centrum"


@pytest.fixture
def page(qtbot: QtBot, each_ui: UiContext) -> Iterator[WaarBenIkPage]:
    maak_gebied(each_ui.session, RULE, GebiedSoort.VERBOD, [AROUND], besluit="B 2026-14, artikel 2:48 APV")
    made = WaarBenIkPage(each_ui)
    with framed(qtbot, each_ui, made):
        qtbot.waitUntil(lambda: made.map.is_ready, timeout=20_000)
        yield made
        made.page_hidden()
        map_page = made.map.page
        assert map_page is not None and map_page.errors == [] and map_page.bridge.refused == 0


def told(page: WaarBenIkPage) -> list[str]:
    return [row.accessibleName() for row in page.panel.rules()]


def known(page: WaarBenIkPage) -> bool:
    return page.panel.rules_head.isVisible()


def at_here(page: WaarBenIkPage, oordeel: Oordeel = Oordeel.GOED, accuracy_m: float = 6.0, **moved: float) -> None:
    now = page._ui.session.now()
    fix = Fix(now, HERE[0] + moved.get("lon", 0.0), HERE[1], accuracy_m)
    page._ui.gps.fix_taken.emit(BeoordeeldeFix(fix, oordeel))


def test_without_a_receiver_it_says_so_and_the_map_answers(qtbot: QtBot, page: WaarBenIkPage) -> None:
    assert page.panel.place.text() == "Plaatsbepaling staat uit" and page.panel.gps.isVisible()
    with qtbot.waitSignal(page.settings_requested):
        page.panel.gps.click()
    page.map.map_clicked.emit(*HERE)
    qtbot.waitUntil(lambda: known(page), timeout=15_000)
    assert page.panel.source.text() == "De plek die u op de kaart tikte"
    assert page.panel.place.text() and page.panel.address.text()
    (rule,) = told(page)
    assert rule.startswith(f"{RULE}, Verbodsgebied, Besluit: B 2026-14")
    assert "te verifiëren" in rule and "Geldt zonder einddatum" in rule
    page.map.map_clicked.emit(HERE[0] + 0.01, HERE[1])
    qtbot.waitUntil(lambda: told(page) == [], timeout=15_000)
    assert page.panel.none.isVisible()
    page.panel.own.click()
    assert page.panel.place.text() == "Plaatsbepaling staat uit"


def test_a_recording_gives_the_place_and_goes_off_with_the_page(
    qtbot: QtBot, page: WaarBenIkPage, tmp_path: Path
) -> None:
    gps = page._ui.gps
    gps.set_instelling(GpsInstelling(GpsBron.BESTAND, bestand=str(standing(tmp_path / "ronde.nmea", 300))))
    qtbot.waitUntil(lambda: known(page), timeout=15_000)
    assert page.panel.source.text().startswith("Uw plaats om")
    assert RULE in told(page)[0] and not page.panel.own.isVisible()
    qtbot.waitUntil(lambda: page.panel.doubt.text.text() == "", timeout=15_000)
    page.page_hidden()
    assert gps.toestand is GpsToestand.UIT


def test_a_receiver_that_knows_nothing_is_not_believed(qtbot: QtBot, page: WaarBenIkPage, tmp_path: Path) -> None:
    broken = [[f"{line[:-1]}{'0' if line[-1] != '0' else '1'}" for line in lines] for lines in ([["$GPRMC,1*00"]] * 40)]
    walk = write_walk(tmp_path / "kapot.nmea", broken)
    page._ui.gps.set_instelling(GpsInstelling(GpsBron.BESTAND, bestand=str(walk)))
    qtbot.waitUntil(lambda: page._ui.gps.toestand is not GpsToestand.UIT, timeout=15_000)
    at_here(page, Oordeel.NUL)
    assert not known(page) and page.panel.place.text() == "De gps geeft geen bruikbare plaats"


@pytest.mark.parametrize(
    ("oordeel", "words"),
    [
        (Oordeel.ONNAUWKEURIG, "Niet zeker: te onnauwkeurig."), (Oordeel.SPRONG, "Niet zeker: springt heen en weer."),
        (Oordeel.OUD, "Deze plaats is van"), (Oordeel.ONBEVESTIGD, "Niet zeker: nog niet bevestigd."),
    ],
)  # fmt: skip
def test_a_doubtful_place_is_shown_with_its_doubt(
    qtbot: QtBot, page: WaarBenIkPage, oordeel: Oordeel, words: str
) -> None:
    at_here(page, oordeel, 80.0)
    qtbot.waitUntil(lambda: known(page), timeout=15_000)
    assert page.panel.doubt.isVisible() and page.panel.doubt.text.text().startswith(words)


def test_a_circle_over_an_edge_says_what_may_also_hold(qtbot: QtBot, page: WaarBenIkPage) -> None:
    at_here(page, accuracy_m=40.0, lon=0.0021)
    qtbot.waitUntil(lambda: known(page), timeout=15_000)
    assert told(page) == []
    assert RULE in page.panel.also.text.text() and page.panel.also.text.text().startswith("Binnen 40")


def test_a_touch_holds_until_one_asks_for_ones_own_place(qtbot: QtBot, page: WaarBenIkPage) -> None:
    at_here(page)
    qtbot.waitUntil(lambda: known(page), timeout=15_000)
    page.map.map_clicked.emit(HERE[0] + 0.01, HERE[1])
    qtbot.waitUntil(page.panel.own.isVisible, timeout=15_000)
    at_here(page, lon=0.0005)
    assert page.panel.source.text() == "De plek die u op de kaart tikte"
    page.map.locate_requested.emit()
    at_here(page, lon=0.0005)
    qtbot.waitUntil(lambda: not page.panel.own.isVisible() and known(page), timeout=15_000)


def test_a_new_area_holds_at_once(qtbot: QtBot, page: WaarBenIkPage) -> None:
    page.map.map_clicked.emit(*HERE)
    qtbot.waitUntil(lambda: len(told(page)) == 1, timeout=15_000)
    session = page._ui.session
    today = session.now().date()
    maak_gebied(session, "Kermis", GebiedSoort.EVENEMENT, [AROUND], geldig_van=today, geldig_tot=today + timedelta(2))
    page._ui.data_changed.emit(Changes(gebieden=True))
    qtbot.waitUntil(lambda: len(told(page)) == 2, timeout=15_000)


def test_who_may_not_set_the_receiver_is_not_sent_there(
    qtbot: QtBot, themes: ThemeManager, tmp_path: Path, map_profile: MapProfile
) -> None:
    session = make_session(tmp_path / "opslag")
    for ui in _session_context(themes, as_role(session, Rol.SCHOUWLEIDER), map_profile):
        made = WaarBenIkPage(ui)
        with framed(qtbot, ui, made):
            assert made.panel.place.isVisible() and not made.panel.gps.isVisible()
            made.map.map_clicked.emit(*HERE)
            qtbot.waitUntil(lambda page=made: known(page), timeout=15_000)
            assert told(made) == []


@pytest.mark.parametrize("size", WINDOWS)
def test_it_looks_right_at_every_size(qtbot: QtBot, page: WaarBenIkPage, size: tuple[int, int]) -> None:
    window = page.window()
    resize_window(window, *size)
    assert_look(window)
    assert_one_yellow(window)
    page.map.map_clicked.emit(*HERE)
    qtbot.waitUntil(lambda: known(page), timeout=15_000)
    resize_window(window, *size)
    assert_look(window)


def test_one_touch_from_vandaag_the_map_and_the_form_and_back(qtbot: QtBot, shell: Shell) -> None:
    for start in ("vandaag", "kaart", "melden"):
        shell.show_page(start)
        page = shell.page(start)
        (action,) = [one for one in page.top_actions() if one.name == "Waar ben ik"]
        action.on_trigger()
        assert shell.current_key == KEY
        here = shell.real_page(KEY)
        assert isinstance(here, WaarBenIkPage)
        here.back_requested.emit()
        assert shell.current_key == start


def test_ctrl_w_and_the_words_of_ctrl_k(qtbot: QtBot, shell: Shell, themes: ThemeManager) -> None:
    (key,) = [shortcut for sequence, shortcut in shell._keys if sequence == "Ctrl+W"]
    key.activated.emit()
    assert shell.current_key == KEY
