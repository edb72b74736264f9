"""The tokens file is read, not copied; its colours keep the contrast that the design promises."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from boa_app.ui.theme.tokens import THEME_NAMES, ThemeName, font_families, px, read_tokens, weight
from tests.ui.look import contrast

# Text on its ground must reach 4.5, edges and marks 3 (README of the screens, section 2).
_TEXT = (
    ("ink", "ground"),
    ("ink", "surface"),
    ("ink", "surface-2"),
    ("ink-2", "ground"),
    ("ink-2", "surface"),
    ("uit", "ground"),
    ("rail-ink", "rail"),
    ("rail-ink", "rail-on"),
    ("focus-op-rail", "rail-on"),
    ("keuze-ink", "keuze"),
    ("link", "surface"),
    ("link", "ground"),
    ("ink", "keuze-tint"),
    ("ink-2", "keuze-tint"),
    ("geel-ink", "geel"),
    ("geel-ink", "geel-druk"),
    ("ok", "ok-bg"),
    ("let", "let-bg"),
    ("fout", "fout-bg"),
    ("fout", "surface"),
    ("tel-ink", "tel"),
    ("schijf-ink", "schijf"),
)
_EDGES = (
    ("line-strong", "surface"),
    ("line-strong", "ground"),
    ("keuze-lijn", "surface"),
    ("keuze-lijn", "ground"),
    ("focus", "surface"),
    ("focus", "ground"),
    ("focus-op-keuze", "keuze"),
    ("focus-op-rail", "rail"),
    ("focus-op-geel", "geel"),
    ("geel", "rail"),
)
_NAMED = {
    "licht": {("ink", "ground"): 13.7, ("ink-2", "ground"): 6.0, ("geel-ink", "geel"): 10.6, ("ok", "ok-bg"): 5.7},
    "donker": {("ink", "ground"): 15.9, ("ink-2", "ground"): 10.0, ("geel-ink", "geel"): 8.2, ("fout", "fout-bg"): 7.6},
}


def _ratio(name: ThemeName, first: str, second: str) -> float:
    tokens = read_tokens(name)
    return contrast(QColor(tokens[first]), QColor(tokens[second]))


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize(("text", "ground"), _TEXT)
def test_text_can_be_read(name: ThemeName, text: str, ground: str) -> None:
    assert _ratio(name, text, ground) >= 4.45


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize(("edge", "ground"), _EDGES)
def test_edges_and_marks_can_be_seen(name: ThemeName, edge: str, ground: str) -> None:
    assert _ratio(name, edge, ground) >= 3


@pytest.mark.parametrize("name", THEME_NAMES)
def test_ratios_are_those_of_the_design(name: ThemeName) -> None:
    for (first, second), ratio in _NAMED[name].items():
        assert _ratio(name, first, second) == pytest.approx(ratio, abs=0.06)


def test_night_overrides_colours_and_keeps_sizes() -> None:
    day, night = read_tokens("licht"), read_tokens("donker")
    assert day.keys() == night.keys()
    assert day["ground"] != night["ground"]
    assert day["h-raak"] == night["h-raak"]


def test_sizes_weights_and_families() -> None:
    assert (px("h-raak"), px("b-hoek"), px("h-voet")) == (44, 304, 80)
    assert [weight(name) for name in ("w-gewoon", "w-half", "w-vet", "w-zwaar")] == [400, 500, 600, 700]
    assert font_families()[0] == "Atkinson Hyperlegible Next"
    with pytest.raises(ValueError, match="ink"):
        px("ink")
