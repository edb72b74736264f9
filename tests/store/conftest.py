"""A real store in a fresh folder for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.store.store import Store
from tests.store.samples import HandClock, new_store


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(tmp_path: Path, clock: HandClock) -> Iterator[Store]:
    opened = new_store(tmp_path / "opslag", clock).store
    yield opened
    opened.close()
