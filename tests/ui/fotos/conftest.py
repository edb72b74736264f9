"""A photo as a person hands it in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.exchange.photo_bytes import all_told, corners


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A file of a camera with place and time in it."""
    path = tmp_path / "IMG_0001.jpg"
    path.write_bytes(all_told(corners(800, 600)))
    return path


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A file that tells nothing beside its pixels."""
    path = tmp_path / "IMG_0002.png"
    Image.new("RGB", (300, 900), (120, 160, 60)).save(path)
    return path
