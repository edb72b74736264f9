"""The style sheet holds tokens only, and Qt can read it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import THEME_NAMES, ThemeManager, ThemeName, px
from boa_app.ui.theme.sheet import build_sheet


@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_token_is_filled_in(name: ThemeName) -> None:
    sheet = build_sheet(name)
    assert "@" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_a_field_is_as_high_as_a_finger_and_keeps_its_height_in_focus(qtbot: QtBot, themes: ThemeManager) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    at_rest = field.sizeHint().height()
    field.setFocus()
    assert at_rest >= px("h-raak")
    assert field.sizeHint().height() == at_rest
