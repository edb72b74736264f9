"""A team leader's evening: take in half a year of a neighbouring force, look, slide, find, print, and take it back.

Real files, real store, real window; what is seen on the map is asked of the map, what is printed is read back.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boa_app.store import audit
from boa_app.ui.importeren.page import DONE, REVIEW, START, ImporterenPage
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.shell import Shell
from boa_app.usecases.importplan import Importplan
from boa_app.usecases.kaartuitvoer import Inhoud, Uitweg

pytestmark = pytest.mark.webengine
WAIT, LONG = 30_000, 180_000
CLOSE_ZOOM = 19
NUISANCE = "Anti-social behaviour"
READ, SKIPPED, NUISANCE_ROWS = 82_796, 70_855, 11_941


class Place:
    """In place of the system's window to choose where to save."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def ask(self, _parent: object, _name: str, on_chosen: Callable[[Path], None], _none: Callable[[], None]) -> None:
        on_chosen(self._path)


@pytest.fixture
def months(shared_data: Path) -> list[Path]:
    found = sorted((shared_data / "incidents" / "police_uk_avon").glob("*.csv.gz"))
    assert len(found) == 6
    return found


def _import_page(shell: Shell) -> ImporterenPage:
    page = shell.real_page("importeren")
    assert isinstance(page, ImporterenPage)
    return page


def _kaart(shell: Shell) -> KaartPage:
    page = shell.real_page("kaart")
    assert isinstance(page, KaartPage)
    return page


def _press_corner(shell: Shell) -> None:
    QTest.mouseClick(shell.foot.corner, Qt.MouseButton.LeftButton)


def _shown(kaart: KaartPage) -> int:
    selectie = kaart.selection.selectie
    return 0 if selectie is None else int(selectie.nrs.size)


def _seen(qtbot: QtBot, kaart: KaartPage) -> dict[str, Any]:
    told: list[str] = []
    kaart.map.inspect(told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT)
    return dict(json.loads(told[0]))


def _look_through(qtbot: QtBot, shell: Shell, months: list[Path]) -> Importplan:
    shell.show_page("importeren")
    page = _import_page(shell)
    page.take_files(months)
    qtbot.waitUntil(lambda: page.step == REVIEW and page.plan is not None and page.plan.totalen.geteld, timeout=LONG)
    assert page.plan is not None
    return page.plan


def _take_in(qtbot: QtBot, shell: Shell, months: list[Path]) -> int:
    """Import, and go to the map by the corner; gives how many came in."""
    plan, page = _look_through(qtbot, shell, months), _import_page(shell)
    total = plan.totalen
    assert plan.twijfels == ()
    assert {row.label for row in plan.soorten if row.soort} == {NUISANCE}
    assert (total.gelezen, total.overslaan) == (READ, SKIPPED)
    assert total.toevoegen + total.afkeuren == NUISANCE_ROWS
    _press_corner(shell)
    qtbot.waitUntil(lambda: page.step == DONE, timeout=LONG)
    assert page.report is not None
    assert page.report.toegevoegd == total.toevoegen
    qtbot.waitUntil(lambda: not page.outcome.corner().reason, timeout=LONG)
    _press_corner(shell)
    qtbot.waitUntil(lambda: shell.current_key == "kaart", timeout=WAIT)
    return total.toevoegen


def _filter_by_kind(qtbot: QtBot, kaart: KaartPage, code: str) -> None:
    chip = next(chip for chip in kaart.filters.chips() if code in {row.code for row in chip.choice_list().rows()})
    chip.click()
    next(row for row in chip.choice_list().rows() if row.code == code).click()
    chip.choice_list().close()


def _find(qtbot: QtBot, shell: Shell, words: str) -> None:
    """Ctrl+K, the words, and all meldingen with them on the map."""
    QTest.mouseClick(shell.top_bar.search, Qt.MouseButton.LeftButton)
    finder = shell.finder
    QTest.keyClicks(finder.palette.edit, words)
    qtbot.waitUntil(lambda: finder._shown is not None and finder._shown.tekst == words, timeout=WAIT)
    place = next(index for index, found in enumerate(finder._rows) if found.is_all)
    finder.palette.row_opened.emit(place)
    assert not finder.palette.is_open


def _go_to_the_first(kaart: KaartPage) -> None:
    selectie = kaart.selection.selectie
    assert selectie is not None
    place = kaart.selection.position(int(selectie.nrs[0]))
    assert place is not None
    kaart.map.center_on(*place, CLOSE_ZOOM)


def _choose_on_the_map(qtbot: QtBot, kaart: KaartPage) -> int:
    """Click on the disc nearest the middle; of several on one spot the newest is chosen. Gives the chosen nr."""
    kaart.chosen.choose(None)
    qtbot.waitUntil(lambda: bool(_seen(qtbot, kaart)["discs"]), timeout=WAIT)
    web = kaart.map.web_view()
    screen = web.focusProxy() if web is not None else None
    assert screen is not None
    middle = screen.rect().center()
    discs = [(x, y) for x, y, _ in _seen(qtbot, kaart)["discs"]]
    x, y = min(discs, key=lambda at: abs(at[0] - middle.x()) + abs(at[1] - middle.y()))
    QTest.mouseClick(screen, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    qtbot.waitUntil(lambda: kaart.chosen.nr is not None, timeout=WAIT)
    nr = kaart.chosen.nr
    assert nr is not None
    return nr


def _print(qtbot: QtBot, kaart: KaartPage, path: Path) -> str:
    """A PDF of the map as it is, with its points; gives the text on it."""
    link = kaart.uitvoer
    assert link is not None
    link.open()
    qtbot.waitUntil(lambda: link._lagen is not None, timeout=WAIT)
    link.files = Place(path)  # type: ignore[assignment]
    link.panel.inhoud.set_chosen(Inhoud.SCHERM)
    link.panel.uitweg.set_chosen(Uitweg.PDF)
    link._on_panel_choice_changed()
    link.panel.reden.setText("Overleg met de politie")
    link.panel.ontvanger.setText("Wijkteam")
    link.submit()
    qtbot.waitUntil(link.panel.open_folder.isVisible, timeout=WAIT)
    document = QPdfDocument()
    document.load(str(path))
    text = document.getAllText(0).text()
    document.close()
    kaart.side.close_panel()
    return text


def _take_back(qtbot: QtBot, shell: Shell) -> None:
    shell.show_page("importeren")
    page = _import_page(shell)
    page.done.undo.click()
    qtbot.waitUntil(lambda: page.taking_back.banner is not None, timeout=WAIT)
    assert page.taking_back.banner is not None
    page.taking_back.banner.buttons()[0].click()
    qtbot.waitUntil(lambda: page.step == START, timeout=LONG)


def _actions(shell: Shell) -> set[str]:
    with shell.context.session.store.read() as reader:
        return {str(line["actie"]) for line in audit.lines(reader)}


def test_take_in_filter_slide_find_choose_print_and_take_back(
    qtbot: QtBot, shell: Shell, months: list[Path], tmp_path: Path
) -> None:
    before = shell.context.overzicht.count()
    added = _take_in(qtbot, shell, months)
    kaart = _kaart(shell)
    qtbot.waitUntil(lambda: _shown(kaart) == added and kaart.map.is_ready, timeout=LONG)
    qtbot.waitUntil(lambda: sum(count for *_, count in _seen(qtbot, kaart)["discs"]) > 0, timeout=WAIT)

    # A filter, and the same meldingen left and right.
    kaart.filters.clear()
    qtbot.waitUntil(lambda: _shown(kaart) == before + added, timeout=WAIT)
    _filter_by_kind(qtbot, kaart, "ANDERS")
    qtbot.waitUntil(lambda: added <= _shown(kaart) < before + added, timeout=WAIT)
    of_kind = _shown(kaart)
    assert kaart.model.rowCount() >= of_kind, "every melding has its row, headings beside them"

    # Slide: the end of the window goes back by weeks, and list and map follow.
    kaart.filters.clear()
    slider = kaart.time.slider
    for _ in range(8):
        QTest.keyClick(slider.strip.end_handle, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: _shown(kaart) < before + added, timeout=WAIT)
    van, tot = slider.range()
    assert van <= tot
    assert (kaart.selection.wanted.van, kaart.selection.wanted.tot) == (van, tot)
    kaart.filters.clear()

    # Find a street by its words, and look at what was found on the map.
    _find(qtbot, shell, "park avenue")
    qtbot.waitUntil(lambda: 0 < _shown(kaart) < added, timeout=WAIT)
    _go_to_the_first(kaart)

    # Chosen on the map is chosen in the list.
    nr = _choose_on_the_map(qtbot, kaart)
    qtbot.waitUntil(lambda: _seen(qtbot, kaart)["selected"] == nr, timeout=WAIT)
    assert kaart.model.row_of(nr) >= 0

    # On paper, with reason and recipient in the log.
    text = _print(qtbot, kaart, tmp_path / "kaart.pdf")
    assert "Meldingen" in text
    assert "EXPORT" in _actions(shell)

    # Taken back as a whole: as if it had never been.
    _take_back(qtbot, shell)
    qtbot.waitUntil(lambda: shell.context.overzicht.count() == before, timeout=LONG)
    shell.show_page("kaart")
    kaart.filters.clear()
    qtbot.waitUntil(lambda: _shown(kaart) == before, timeout=WAIT)
