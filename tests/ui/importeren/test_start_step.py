"""Earlier imports with what each still allows, and the place where a file may fall."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.importeren.start_step import StartStep
from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.importeren import ImportRegel
from tests.ui.frames import wait_for_layout
from tests.ui.look import assert_look

LEFT = Qt.MouseButton.LeftButton
BEGAN = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)


def regel(nr: int, status: str, aantallen: dict[str, int] | None = None, *, verder: bool = False) -> ImportRegel:
    return ImportRegel(nr, f"bestand {nr}.csv", "tabel", status, BEGAN, None, aantallen or {}, verder)


REGELS = (
    regel(5, "gepauzeerd", verder=True),
    regel(4, "klaar", {"gelezen": 4812, "toegevoegd": 2790}),
    regel(3, "afgebroken", verder=True),
    regel(2, "klaar", {"gebleven": 3}),
    regel(1, "ongedaan", {"gelezen": 10, "toegevoegd": 1}),
)


@pytest.fixture
def step(qtbot: QtBot, each_theme: ThemeManager) -> StartStep:
    made = StartStep(each_theme, ImportWords("nl"))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.earlier.set_imports(REGELS)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(("size", "small"), [((1000, 700), False), ((620, 296), True)])
def test_look(step: StartStep, size: tuple[int, int], small: bool) -> None:
    step.resize(*size)
    step.set_arrangement(small=small, tight=small)
    wait_for_layout()
    assert_look(step)


def test_what_each_import_says_and_allows(step: StartStep) -> None:
    told = {row.nr: (row.tag.accessibleName(), row.meta.text(), tuple(row.buttons)) for row in step.earlier.rows}
    day = "20-11-2026 21:42"
    assert told == {
        5: ("gepauzeerd", f"{day}, gepauzeerd", ("verder", "weg")),
        4: ("klaar", f"{day}, 2.790 meldingen uit 4.812 rijen", ("ongedaan",)),
        3: ("afgebroken", f"{day}, afgebroken", ("verder", "weg")),
        2: ("klaar", f"{day}, ongedaan gemaakt; 3 meldingen gebleven", ()),
        1: ("ongedaan gemaakt", f"{day}, 1 melding uit 10 rijen", ()),
    }


def test_the_buttons_name_their_import(qtbot: QtBot, step: StartStep) -> None:
    earlier = step.earlier
    for place, key, signal, nr in (
        (0, "verder", earlier.go_on_requested, 5),
        (1, "ongedaan", earlier.undo_requested, 4),
        (2, "weg", earlier.forget_requested, 3),
    ):
        button = earlier.rows[place].buttons[key]
        assert button.accessibleName().endswith(f"bestand {nr}.csv")
        with qtbot.waitSignal(signal) as told:
            qtbot.mouseClick(button, LEFT)
        assert told.args == [nr]


def test_empty_says_what_will_be_here(step: StartStep) -> None:
    step.earlier.set_imports(())
    assert_look(step)
    assert not step.earlier.rows


def test_the_area_shows_that_letting_go_is_right(qtbot: QtBot, step: StartStep) -> None:
    before = step.area.grab().toImage().pixel(20, 20)
    step.area.set_over(is_over=True)
    assert step.area.title.text() == "Laat los om te bekijken"
    assert step.area.grab().toImage().pixel(20, 20) != before
    with qtbot.waitSignal(step.area.choose_requested):
        qtbot.mouseClick(step.area.choose, LEFT)
