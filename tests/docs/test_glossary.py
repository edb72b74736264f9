"""docs/glossary.md lists every class of the domain, and no class that is gone."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| (.+) \| `(\w+\.py)` \|$", re.MULTILINE)


def domain_classes() -> set[tuple[str, str]]:
    return {
        (node.name, path.name)
        for path in (ROOT / "boa_app" / "domain").glob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }


def test_every_domain_class_is_listed_with_its_module() -> None:
    assert {(name, module) for name, _, module in ROW.findall(PAGE)} == domain_classes()


def test_words_are_told_and_sorted() -> None:
    listed = [name for name, _, _ in ROW.findall(PAGE)]
    assert listed == sorted(listed)
    words = re.findall(
        r"^\| ([a-z ]+) \| (.+) \|$", PAGE.split("## Other words")[1].split("## Words we")[0], re.MULTILINE
    )
    names = [name for name, _ in words if name != "word"]
    assert names == sorted(names)
    assert len(names) > 10
