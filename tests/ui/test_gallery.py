"""The gallery is the whole component set at once, so the promises of the look are held here, in both themes."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boa_app.ui.gallery import Gallery, main
from boa_app.ui.theme import THEME_NAMES, Theme, ThemeName
from tests.ui.look import (
    assert_accessible_names,
    assert_no_clipping,
    assert_one_yellow,
    assert_spacing,
    assert_text_sizes,
    assert_touch_targets,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(params=THEME_NAMES)
def gallery(request: pytest.FixtureRequest, qtbot: QtBot) -> Gallery:
    made = Gallery((request.param,))
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    QApplication.processEvents()
    return made


def test_every_control_is_large_enough_for_a_glove(gallery: Gallery) -> None:
    assert_touch_targets(gallery)


def test_every_control_has_a_name(gallery: Gallery) -> None:
    assert_accessible_names(gallery)


def test_no_text_is_smaller_than_the_smallest(gallery: Gallery) -> None:
    assert_text_sizes(gallery)


def test_spacing_comes_from_the_scale(gallery: Gallery) -> None:
    assert_spacing(gallery)


def test_nothing_is_cut_off(gallery: Gallery) -> None:
    assert_no_clipping(gallery)


def test_one_yellow_besides_the_swatch(gallery: Gallery) -> None:
    # The swatch shows the token itself; cover it, and only the corner may be yellow.
    for swatch in gallery.findChildren(type(gallery.columns[0])):
        for child in swatch.children():
            if getattr(child, "accessibleName", lambda: "")() == "geel":
                child.hide()  # type: ignore[attr-defined]
    assert_one_yellow(gallery)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_picture_is_written(name: ThemeName, qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "gallery.png"
    assert main(["--uit", str(file), "--thema", name]) == 0
    picture = QImage(str(file))
    assert picture.width() > 800
    assert picture.pixelColor(2, 2) == Theme(name).color("ground")


_LITERALS = (
    (re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b"), "a colour; use a token"),
    (re.compile(r"\b\d+px\b"), "a size in a style sheet; use a token"),
    (re.compile(r"setPointSize|setPixelSize|\bQFont\("), "a font; use Theme.font"),
    (re.compile(r"\bQColor\(\s*[\"'\d]|GlobalColor\.(?!transparent)"), "a colour; use Theme.color"),
    (re.compile(r"rgba?\("), "a colour; use a token"),
)
_SIZERS = re.compile(r"set(ContentsMargins|Spacing|Fixed\w+|Minimum\w+|Maximum\w+)|resize|QSize|addSpacing")
# One pixel is a line, two a hairline; everything else has a name.
_PLAIN = {-1, 0, 1, 2}


def _literals(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8")
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        found += [f"{file.name}:{number}: {why}: {line.strip()}" for regex, why in _LITERALS if regex.search(line)]
    if file.suffix == ".py":
        found += [f"{file.name}:{line}: a size; use px(token)" for line in _plain_sizes(ast.parse(text))]
    return found


def _plain_sizes(tree: ast.AST) -> list[int]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [
        call.lineno
        for call in calls
        if _SIZERS.fullmatch(getattr(call.func, "attr", getattr(call.func, "id", "")))
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, int) and argument.value not in _PLAIN
    ]


def test_no_colour_size_or_font_outside_the_theme() -> None:
    files = [f for f in (ROOT / "boa_app" / "ui").rglob("*.py") if "theme" not in f.relative_to(ROOT).parts]
    files += list((ROOT / "resources" / "js").rglob("*.js"))
    problems = [problem for file in sorted(files) for problem in _literals(file)]
    assert not problems, "\n".join(problems)


def test_the_letter_for_axes_stays_out_of_the_widgets() -> None:
    files = [
        f for f in (ROOT / "boa_app" / "ui").rglob("*.py") if not {"theme", "map"} & set(f.relative_to(ROOT).parts)
    ]
    # The time slider has an axis of its own below its bars.
    axes = {"time_strip.py"}
    assert {file.name for file in files if '"t-as"' in file.read_text(encoding="utf-8")} == axes
