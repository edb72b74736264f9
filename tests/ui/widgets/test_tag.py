"""A tag is a word with its colours; without a word it takes no room."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.tag import Tag, TagKind, tag_width


@pytest.mark.parametrize("kind", TagKind)
def test_every_kind_has_its_ground(qtbot: QtBot, each_theme: ThemeManager, kind: TagKind) -> None:
    tag = Tag(each_theme, kind, "1 dag te laat", "clock")
    qtbot.addWidget(tag)
    tag.resize(tag.sizeHint())
    grounds = {
        TagKind.OK: "ok-bg",
        TagKind.LET: "let-bg",
        TagKind.FOUT: "fout-bg",
        TagKind.NEUTRAAL: "surface-2",
        TagKind.TINT: "keuze-tint",
    }
    assert tag.grab().toImage().pixelColor(4, 14) == each_theme.theme.color(grounds[kind])
    assert tag.accessibleName() == "1 dag te laat"


def test_room(qtbot: QtBot, themes: ThemeManager) -> None:
    tag = Tag(themes)
    qtbot.addWidget(tag)
    assert tag.sizeHint().isEmpty()
    tag.resize(20, 20)
    assert tag.grab().toImage().pixelColor(10, 10) == themes.theme.color("ground")
    tag.set_tag(TagKind.LET, "Voorbeeldgegevens", edge=True)
    assert tag.sizeHint().width() == tag_width(themes.theme, "Voorbeeldgegevens", "")
