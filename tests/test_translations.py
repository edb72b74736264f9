"""The English of the window: nothing untranslated, and the same placeholders as the Dutch."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

PySide6 = pytest.importorskip("PySide6")
ROOT = Path(__file__).resolve().parents[1]
ENGLISH = ROOT / "resources" / "translations" / "boa_app_en.ts"
PLACEHOLDER = re.compile(r"\{[a-z_0-9]*\}|%n|%[0-9]|&(?=\w)")
SOURCES = [name for name in ("boa_app/ui", "boa_app/app.py") if (ROOT / name).exists()]


def _lupdate() -> str:
    folder = Path(PySide6.__file__).parent
    found = [*folder.glob("lupdate*"), *folder.glob("Qt/libexec/lupdate*")]
    assert found, "PySide6_Essentials brings lupdate"
    return str(found[0])


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> list[ElementTree.Element]:
    """Every source text that the code holds today, with its English as far as there is one."""
    fresh = tmp_path_factory.mktemp("translations") / ENGLISH.name
    if ENGLISH.is_file():
        shutil.copyfile(ENGLISH, fresh)
    command = [_lupdate(), "-silent", "-no-obsolete", "-locations", "none", "-extensions", "py"]
    subprocess.run([*command, *SOURCES, "-target-language", "en", "-ts", str(fresh)], cwd=ROOT, check=True)
    return list(ElementTree.parse(fresh).getroot().iter("message"))


def test_every_label_has_an_english_text(messages: list[ElementTree.Element]) -> None:
    missing = [
        message.findtext("source")
        for message in messages
        if (target := message.find("translation")) is None or target.get("type") == "unfinished"
    ]
    assert not missing, f"run lupdate and translate {len(missing)} texts, first: {missing[:5]}"


def test_placeholders_are_those_of_the_source(messages: list[ElementTree.Element]) -> None:
    for message in messages:
        source = message.findtext("source") or ""
        target = message.find("translation")
        if target is None or target.get("type") == "unfinished":
            continue
        forms = [form.text or "" for form in target.iter("numerusform")] or [target.text or ""]
        for form in forms:
            wanted = {mark for mark in PLACEHOLDER.findall(source) if mark != "&"}
            assert {mark for mark in PLACEHOLDER.findall(form) if mark != "&"} == wanted, source


def test_labels_are_never_formatted_before_translation() -> None:
    """An f-string inside tr is translated never, because its text differs every time."""
    pattern = re.compile(r"\btr\(\s*f[\"']")
    guilty = [path.name for path in (ROOT / "boa_app").rglob("*.py") if pattern.search(path.read_text("utf-8"))]
    assert not guilty
