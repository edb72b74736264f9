"""Building the parts: folders, language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from boa_app.ui.application import install_language, make_start


def test_own_folder_unless_told_otherwise(own_data_folder: Path, tmp_path: Path) -> None:
    assert make_start(None, "nl").folder == own_data_folder / "opslag"
    start = make_start(tmp_path, "en")
    assert (start.folder, start.language) == (tmp_path, "en")
    assert start.example_folder == own_data_folder / "voorbeeld"
    assert "HANG" in start.read_lijsten()["soort"]


def test_language_of_qt_itself(qapp: QApplication) -> None:
    before = QLocale()
    install_language(qapp, "nl")
    assert QLocale().language() == QLocale.Language.Dutch
    QLocale.setDefault(before)
