"""paths: one answer for source, wheel and bundle."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from boa_app import paths


def test_source_checkout_finds_the_folders_beside_the_package() -> None:
    root = Path(paths.__file__).resolve().parents[1]
    assert paths.resource("js") == root / "resources" / "js"
    assert paths.maps_folder() == root / "maps"
    assert not paths.is_bundle()


def test_wheel_finds_the_folders_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.resource("icons.txt") == tmp_path / "resources" / "icons.txt"


def test_bundle_finds_the_folders_in_meipass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.is_bundle()
    assert paths.resource("built", "map") == tmp_path / "resources" / "built" / "map"
    assert paths.maps_folder() == tmp_path / "maps"


def test_chosen_data_folder_holds_data_and_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.DATA_FOLDER_VARIABLE, str(tmp_path / "eigen"))
    assert paths.data_folder() == tmp_path / "eigen"
    assert paths.log_folder() == tmp_path / "eigen" / "log"


def test_default_data_folder_is_local_and_absolute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.DATA_FOLDER_VARIABLE)
    for folder in (paths.data_folder(), paths.log_folder()):
        assert folder.is_absolute()
        assert "boa-app" in folder.as_posix()
        assert "Roaming" not in folder.parts
