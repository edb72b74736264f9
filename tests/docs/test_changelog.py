"""CHANGELOG.md keeps the form of Keep a Changelog."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = (Path(__file__).resolve().parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_unreleased_comes_first_and_releases_have_a_date() -> None:
    versions = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
    assert versions[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", version) for version in versions[1:])


def test_changes_are_sorted_by_kind() -> None:
    assert set(re.findall(r"^### (.+)$", PAGE, re.MULTILINE)) <= KINDS
