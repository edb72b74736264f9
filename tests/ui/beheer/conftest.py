"""Beheer over a real centre: the session of a beheerder whose device is signed up there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from boa_app.domain.roles import Rol
from boa_app.ui.beheer.page import BeheerPage
from boa_app.ui.beheer.words import BeheerWords
from boa_app.ui.beheer.work import BeheerWerk
from boa_app.ui.context import UiContext
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.tasks import Tasks
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.beheer import Beheerbeeld, lees_beheer, stuur_buurten
from boa_app.usecases.overzicht import load_overzicht
from tests.aangemeld import meld_sessie_aan
from tests.centrale import Centrale, start_centrale
from tests.ui.small_store import TestClock, make_session

WAIT_MS = 15_000


@pytest.fixture
def clock() -> TestClock:
    """One clock for device and centre."""
    return TestClock()


@pytest.fixture
def centrale(tmp_path: Path, clock: TestClock) -> Iterator[Centrale]:
    """A centre with a boa and his laptop."""
    with start_centrale(tmp_path / "centrale", clock) as started:
        started.toestel("Sam de Wit", "boa")
        yield started


@pytest.fixture
def ui(
    qtbot: QtBot, themes: ThemeManager, tmp_path: Path, map_profile: MapProfile, centrale: Centrale, clock: TestClock
) -> Iterator[UiContext]:
    """The session of the beheerder."""
    yield from _context(themes, tmp_path, map_profile, centrale, clock)


@pytest.fixture
def each_ui(
    qtbot: QtBot, each_theme: ThemeManager, tmp_path: Path, map_profile: MapProfile, centrale: Centrale,
    clock: TestClock,
) -> Iterator[UiContext]:  # fmt: skip
    """The same by day and by night."""
    yield from _context(each_theme, tmp_path, map_profile, centrale, clock)


def _context(
    themes: ThemeManager, folder: Path, maps: MapProfile, centrale: Centrale, clock: TestClock
) -> Iterator[UiContext]:
    session = meld_sessie_aan(make_session(folder / "opslag", clock), centrale, "Bea Beheer", Rol.BEHEERDER)
    stuur_buurten(session)
    tasks, bugs = Tasks(), []
    tasks.bug_found.connect(lambda path: bugs.append(Path(path).read_text(encoding="utf-8")))
    context = UiContext(session, load_overzicht(session), tasks, themes, maps)
    yield context
    tasks.cancel_queries()
    tasks.close()
    QCoreApplication.processEvents()
    session.close()
    assert not bugs, bugs[0]


@pytest.fixture
def work(ui: UiContext) -> BeheerWerk:
    return BeheerWerk(ui)


@pytest.fixture
def words(ui: UiContext) -> BeheerWords:
    return BeheerWords("nl")


@pytest.fixture
def beeld(ui: UiContext) -> Beheerbeeld:
    """How everything stands at the centre."""
    return lees_beheer(ui.session)


def open_page(qtbot: QtBot, ui: UiContext, width: int = 1188, height: int = 672) -> BeheerPage:
    """The page in front, with everything the centre tells."""
    page = BeheerPage(ui)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.page_shown()
    qtbot.waitUntil(lambda: page.matrix.matrix is not None and not page.work.is_busy, timeout=WAIT_MS)
    return page


def choose_account(page: BeheerPage, naam: str) -> None:
    """Touch an account in the list."""
    row = next(place for place, text in enumerate(names(page.accounts.panel)) if text == naam)
    page.accounts.panel.list.selectRow(row)


def names(panel: object) -> list[str]:
    """The names in a list."""
    model = panel.list.model()  # type: ignore[attr-defined]
    return [model.row_data(row).name for row in range(model.rowCount())]
