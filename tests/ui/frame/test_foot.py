"""The foot: what gives way in little room, keys, reasons, and the corner that stays where it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.frame.foot import Foot, FootLine
from boa_app.ui.frame.model import CornerAction, FootSpec, SizeClass
from boa_app.ui.theme import ThemeManager, px
from tests.ui.frame.pages import STATES, SamplePage
from tests.ui.look import assert_look, assert_one_yellow


def _foot(qtbot: QtBot, themes: ThemeManager, width: int) -> tuple[Foot, SamplePage]:
    page = SamplePage()
    foot = Foot(themes)
    foot.page = page  # type: ignore[attr-defined]
    qtbot.addWidget(foot)
    foot.resize(width, px("h-voet"))
    foot.set_spec(page.foot())
    foot.set_states(STATES)
    with qtbot.waitActive(foot):
        foot.show()
        foot.activateWindow()
    return foot, page


@pytest.mark.parametrize("width", [1600, 1280, 1100, 980, 860])
def test_it_rearranges_until_everything_fits(qtbot: QtBot, each_theme: ThemeManager, width: int) -> None:
    foot, _page = _foot(qtbot, each_theme, width)
    assert_look(foot)
    assert_one_yellow(foot)
    assert foot.corner.geometry().right() == width - 1
    assert len(foot.action_items()) == 2


def test_wide_says_everything_and_narrow_the_numbers(qtbot: QtBot, themes: ThemeManager) -> None:
    foot, _page = _foot(qtbot, themes, 1600)
    assert [item.accessibleName() for item in foot.state_items()] == [
        "Opgeslagen op dit apparaat",
        "3 nog niet gesynchroniseerd",
        "1 conflict kies welke geldt",
    ]
    wide = [item.width() for item in foot.state_items()]
    foot.set_size_class(SizeClass.SMAL, low=False)
    # A screen reader still hears the words; the eye gets icon and number.
    assert [item.accessibleName() for item in foot.state_items()] == [
        "3 nog niet gesynchroniseerd",
        "1 conflict kies welke geldt",
    ]
    assert all(item.sizeHint().width() < before for item, before in zip(foot.state_items(), wide[1:], strict=True))


def test_no_part_of_an_earlier_arrangement_stays(qtbot: QtBot, themes: ThemeManager) -> None:
    foot, _page = _foot(qtbot, themes, 1600)
    for width in (860, 1280, 900, 1600):
        foot.resize(width, px("h-voet"))
    visible = [line for line in foot.findChildren(FootLine) if line.isVisible()]
    assert all(line.x() > px("b-rail") for line in visible)
    assert len(visible) == 4


def test_keys_and_touches_act(qtbot: QtBot, themes: ThemeManager) -> None:
    foot, page = _foot(qtbot, themes, 1280)
    foot.corner.click()
    foot.action_items()[1].click()
    qtbot.keyClick(foot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(foot, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert page.told == ["nieuw", "vorige", "nieuw", "niemand"]
    with qtbot.waitSignal(foot.lock_requested):
        foot.findChildren(type(foot._lock))[0].click()


def test_off_says_why(qtbot: QtBot, themes: ThemeManager) -> None:
    foot, page = _foot(qtbot, themes, 1280)
    page.reason = "Kies eerst een plaats"
    foot.set_spec(page.foot())
    item = foot.action_items()[0]
    assert not item.isEnabled()
    assert item.accessibleDescription() == "Kies eerst een plaats"
    qtbot.keyClick(foot, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert page.told == []


def test_mirrored_for_left_hands(qtbot: QtBot, themes: ThemeManager) -> None:
    foot, _page = _foot(qtbot, themes, 1280)
    foot.set_mirrored(mirrored=True)
    qtbot.waitUntil(lambda: foot.corner.x() == 0)


def test_a_key_pressed_twice_takes_one_step_and_another_key_is_heard_at_once(
    qtbot: QtBot, themes: ThemeManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boa_app.ui.widgets.buttons.SETTLE_MS", 600)
    foot, _page = _foot(qtbot, themes, 1280)
    now = [100.0]
    foot.corner.set_clock(lambda: now[0])
    told: list[str] = []

    def show(title: str, key: str) -> None:
        foot.set_spec(FootSpec((), CornerAction("check", title, lambda: told.append(title), key)))

    # Two places in the code: another lambda is another act.
    first = CornerAction("check", "Opslaan", lambda: (told.append("eerste"), show("Opslaan als", "Ctrl+S")), "Ctrl+S")  # type: ignore[arg-type, return-value]
    foot.set_spec(FootSpec((), first))
    for _ in range(2):
        qtbot.keyClick(foot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert told == ["eerste"]
    now[0] += 0.7
    qtbot.keyClick(foot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert told == ["eerste", "Opslaan als"]
    show("Nieuwe melding", "Ctrl+N")
    qtbot.mouseClick(foot.corner, Qt.MouseButton.LeftButton)
    assert told == ["eerste", "Opslaan als"]
    qtbot.keyClick(foot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert told == ["eerste", "Opslaan als", "Nieuwe melding"]
