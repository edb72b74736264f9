"""docs/architecture.md and the tree say the same, both ways."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
# Made by tools or kept out of the repository, see .gitignore.
NOT_OURS = {"built", "build", "dist", "node_modules", "schermen", "htmlcov"}
ENTRY = re.compile(r"^- `([\w./]+/)`: (.+?)(?=^- `|^#|^$|\Z)", re.MULTILINE | re.DOTALL)


def described() -> dict[str, str]:
    return {folder: " ".join(text.split()) for folder, text in ENTRY.findall(PAGE)}


def folders() -> set[str]:
    """Package folders with code, the folders of resources/ and the top level, as far as they hold files."""
    top = [ROOT / ".ci", *(path for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith("."))]
    inside = [path for path in (ROOT / "boa_app").rglob("*") if path.is_dir()]
    inside += [path for path in (ROOT / "resources").iterdir() if path.is_dir()]
    inside += [ROOT / "docs" / "adr"]
    kept = [
        path
        for path in [*top, *inside]
        if path.name not in NOT_OURS and not path.name.endswith("-info") and _holds_files(path)
    ]
    return {f"{path.relative_to(ROOT).as_posix()}/" for path in kept}


def _holds_files(path: Path) -> bool:
    return any(item.is_file() and item.suffix != ".pyc" for item in path.rglob("*"))


def test_every_folder_is_described_and_every_description_has_its_folder() -> None:
    assert set(described()) == folders()


def test_a_folder_is_told_in_one_to_four_sentences() -> None:
    for folder, text in described().items():
        sentences = re.findall(r"[.?](?:\s|$)", text)
        assert 1 <= len(sentences) <= 4, folder


def test_named_files_exist() -> None:
    for name in re.findall(r"`((?:[\w-]+/)+[\w-]+\.\w+|[\w-]+\.(?:py|toml|lock))`", PAGE):
        places = [ROOT / name, ROOT / "boa_app" / name, ROOT / "boa_app" / "ui" / name]
        assert any(place.is_file() for place in places), name
