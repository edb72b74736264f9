"""The English of the widget labels: complete, with the fields of the source, and nothing that no widget says.

Make the file current with::

    pyside6-lupdate -extensions py -no-obsolete -locations none boa_app/ui boa_app/app.py \
        -ts resources/translations/boa_app_en.ts
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QApplication

from tests.texts.wording import LONGEST_WORDS, NOT_DUTCH

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "resources" / "translations" / "boa_app_en.ts"
SOURCES = [*sorted((ROOT / "boa_app" / "ui").rglob("*.py")), ROOT / "boa_app" / "app.py"]
PLACEHOLDER = re.compile(r"\{[^}]*\}|%n|%\d|&(?=\w)")
Label = tuple[str, str]


def read_catalogue(path: Path) -> dict[Label, ET.Element]:
    """(context, source) of every message."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def labels_in_code() -> Iterator[tuple[Path, int, ast.expr | None]]:
    """File, line and source text of every tr("...") and QCoreApplication.translate("Context", "...")."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                place = {"tr": 0, "translate": 1}.get(node.func.attr)
                if place is not None:
                    yield path, node.lineno, node.args[place] if len(node.args) > place else None


def tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if not found:
        pytest.skip(f"{name} of PySide6_Essentials is not installed")
    return found


def test_labels_are_plain_strings_that_the_tool_can_read() -> None:
    for path, line, source in labels_in_code():
        where = f"{path.relative_to(ROOT)}:{line}"
        assert isinstance(source, ast.Constant), f"{where}: tr takes a literal; fill in with .format afterwards"
        assert isinstance(source.value, str), where


def test_labels_are_worded_as_agreed() -> None:
    """Formal u, short sentences, dit apparaat and de centrale (screens §9)."""
    for path, line, source in labels_in_code():
        assert source is not None
        text = ast.literal_eval(source)
        where = f"{path.relative_to(ROOT)}:{line}"
        assert not NOT_DUTCH.search(text), f"{where}: {text}"
        assert all(len(part.split()) <= LONGEST_WORDS for part in re.split(r"(?<=[.!?])\s+", text)), f"{where}: {text}"
        assert not text.isupper() or len(text) <= 3, f"{where}: {text}"


def test_catalogue_holds_exactly_the_labels_of_the_widgets(tmp_path: Path) -> None:
    fresh = tmp_path / "boa_app_en.ts"
    code = ["boa_app/ui", "boa_app/app.py"]
    command = [
        tool("pyside6-lupdate"),
        "-extensions",
        "py",
        "-no-obsolete",
        "-locations",
        "none",
        *code,
        "-ts",
        str(fresh),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    found, kept = set(read_catalogue(fresh)), set(read_catalogue(CATALOGUE))
    assert {source for _, source in found} == {ast.literal_eval(source) for _, _, source in labels_in_code() if source}
    assert sorted(found - kept) == [], "not translated yet"
    assert sorted(kept - found) == [], "no widget says this any more"


def test_every_label_is_translated_with_the_fields_of_its_source() -> None:
    for (context, source), message in read_catalogue(CATALOGUE).items():
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, f"{context}: {source}"
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        for form in forms:
            assert form.strip(), f"{context}: {source}"
            assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(source)), f"{context}: {source}"
            assert form.endswith(tuple(".?!:…")) == source.endswith(tuple(".?!:…")), f"{context}: {source}"


def test_one_source_has_one_translation_within_a_context() -> None:
    messages = [
        (context.findtext("name"), message.findtext("source"))
        for context in ET.parse(CATALOGUE).getroot().iter("context")
        for message in context.iter("message")
    ]
    assert len(set(messages)) == len(messages)


def test_catalogue_compiles_whole(tmp_path: Path) -> None:
    compiled = tmp_path / "boa_app_en.qm"
    result = subprocess.run(
        [tool("pyside6-lrelease"), str(CATALOGUE), "-qm", str(compiled)], capture_output=True, text=True, check=True
    )
    assert f"Generated {len(read_catalogue(CATALOGUE))} translation(s)" in result.stdout
    assert "unfinished" not in result.stdout.replace("0 unfinished", "")
    assert compiled.stat().st_size > 0


def test_compiled_catalogue_speaks_english_also_in_a_subclass(tmp_path: Path, qapp: QApplication) -> None:
    """A label of a base class stands under that class's name, yet the widget on screen is of a subclass."""

    class Banner(QObject):
        def text(self) -> str:
            return self.tr("Sluiten")

    class Subclass(Banner):
        pass

    compiled = tmp_path / "boa_app_en.qm"
    subprocess.run([tool("pyside6-lrelease"), "-silent", str(CATALOGUE), "-qm", str(compiled)], check=True)
    translator = QTranslator()
    assert translator.load(str(compiled))
    assert Subclass().text() == "Sluiten"
    qapp.installTranslator(translator)
    try:
        assert Subclass().text() == "Close"
    finally:
        qapp.removeTranslator(translator)
