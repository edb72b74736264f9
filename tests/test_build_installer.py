"""build_installer: help on bare Python, safe trimming, and (long) the bundle on a system without Python."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import build_installer
import dev

ROOT = Path(__file__).resolve().parents[1]
QT = "_internal/PySide6/Qt"


def test_help_works_on_a_bare_python() -> None:
    command = [sys.executable, "-I", "-S", str(ROOT / "build_installer.py"), "--help"]
    answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert answer.returncode == 0, answer.stderr
    assert "--zonder-zelftest" in answer.stdout


@pytest.mark.parametrize(
    "path",
    [
        f"{QT}/resources/qtwebengine_devtools_resources.pak",
        f"{QT}/translations/qtwebengine_locales/fr.pak",
        f"{QT}/translations/qtbase_de.qm",
        f"{QT}/lib/libQt6Quick3DRender.so.6",
        f"{QT}/lib/libQt6QuickControls2Material.so.6",
        "_internal/PySide6/Qt6Charts.dll",
        f"{QT}/qml/QtQuick/Controls/qmldir",
        f"{QT}/plugins/imageformats/libqpdf.so",
    ],
)
def test_parts_nobody_uses_are_trimmed(path: str) -> None:
    assert re.search("|".join(build_installer.TRIMMED), path)


@pytest.mark.parametrize(
    "path",
    [
        f"{QT}/translations/qtwebengine_locales/nl.pak",
        f"{QT}/translations/qtwebengine_locales/en-US.pak",
        f"{QT}/translations/qtbase_nl.qm",
        f"{QT}/resources/qtwebengine_resources.pak",
        f"{QT}/lib/libQt6Quick.so.6",
        f"{QT}/lib/libQt6QuickWidgets.so.6",
        f"{QT}/lib/libQt6WebEngineCore.so.6",
        f"{QT}/lib/libQt6Positioning.so.6",
        f"{QT}/plugins/imageformats/libqsvg.so",
        f"{QT}/plugins/platforms/libqxcb.so",
        "_internal/resources/built/translations/boa_app_en.qm",
        "_internal/numpy/testing/__init__.py",
    ],
)
def test_parts_the_window_needs_are_kept(path: str) -> None:
    assert not re.search("|".join(build_installer.TRIMMED), path)


@pytest.mark.skipif(not dev.IS_LINUX, reason="ldd is for Linux")
def test_linked_libraries_include_the_loader() -> None:
    linked = build_installer._linked([Path("/bin/ls")])
    assert any(Path(name).name.startswith("libc.so") for name in linked)
    assert any("ld-linux" in name for name in linked)


def test_a_root_with_a_python_is_refused(tmp_path: Path) -> None:
    (tmp_path / "opt" / "boa-app" / "python3.11").mkdir(parents=True)
    build_installer.assert_no_python(tmp_path)
    (tmp_path / "usr" / "bin").mkdir(parents=True)
    (tmp_path / "usr" / "bin" / "python3").touch()
    with pytest.raises(SystemExit):
        build_installer.assert_no_python(tmp_path)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_the_bundle_starts_where_no_python_is(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "build_installer.py"), "--uit", str(tmp_path)]
    answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert answer.stdout.count("ok    ") == 4
