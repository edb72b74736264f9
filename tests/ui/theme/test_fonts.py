"""The letters come from our own files, and figures stand in columns."""

from __future__ import annotations

from PySide6.QtGui import QFontInfo, QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QApplication

from boa_app.ui.theme.fonts import font, load_fonts


def test_all_weights_are_one_family(qapp: QApplication) -> None:
    assert "Atkinson Hyperlegible Next" in load_fonts()
    for weight in ("w-gewoon", "w-half", "w-vet", "w-zwaar"):
        assert QFontInfo(font("t-tekst", weight)).family() == "Atkinson Hyperlegible Next"


def test_every_weight_is_a_drawn_one(qapp: QApplication) -> None:
    weights = ("w-gewoon", "w-half", "w-vet", "w-zwaar")
    widths = [QFontMetricsF(font("t-groot", weight)).horizontalAdvance("Vergrendelen") for weight in weights]
    assert widths == sorted(set(widths))


def test_every_figure_is_as_wide_as_the_others(qapp: QApplication) -> None:
    metrics = QFontMetrics(font("t-tekst"))
    assert {metrics.horizontalAdvance(figure) for figure in "0123456789"} == {10}


def test_sizes_are_pixels_of_the_scale(qapp: QApplication) -> None:
    assert [font(size).pixelSize() for size in ("t-groot", "t-kop", "t-tekst", "t-klein")] == [32, 24, 16, 14]
