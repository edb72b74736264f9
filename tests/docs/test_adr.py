"""The index of decisions is made from the pages: ``python tests/docs/test_adr.py`` writes it."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "adr"
INDEX = FOLDER / "README.md"
PARTS = ("Status: ", "## Context", "## Decision", "## Consequences")


def pages() -> list[Path]:
    return sorted(path for path in FOLDER.glob("*.md") if path != INDEX)


def make_index() -> str:
    lines = ["# Decisions", "", "| nr | decision | status |", "|---|---|---|"]
    for page in pages():
        text = page.read_text(encoding="utf-8")
        title = re.match(r"# (\d{4})\. (.+)\n", text)
        status = re.search(r"^Status: (.+)$", text, re.MULTILINE)
        assert title, f"{page.name} needs a title"
        assert status, f"{page.name} needs a status"
        lines.append(f"| [{title[1]}]({page.name}) | {title[2]} | {status[1]} |")
    return "\n".join(lines) + "\n"


def test_index_is_up_to_date() -> None:
    assert INDEX.read_text(encoding="utf-8") == make_index()


def test_numbers_run_on_and_stand_in_the_name() -> None:
    for number, page in enumerate(pages(), start=1):
        assert re.fullmatch(rf"{number:04d}-[a-z0-9-]+\.md", page.name)
        assert page.read_text(encoding="utf-8").startswith(f"# {number:04d}. ")


def test_every_page_has_its_parts_on_one_page() -> None:
    for page in pages():
        text = page.read_text(encoding="utf-8")
        assert [part for part in PARTS if part not in text] == [], page.name
        assert text.count("\n") <= 60, page.name


if __name__ == "__main__":
    INDEX.write_text(make_index(), encoding="utf-8")
