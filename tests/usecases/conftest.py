"""A real store for the use cases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.usecases.session import Session
from tests.samples import SetClock, make_sample_session


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def session(tmp_path: Path, clock: SetClock) -> Iterator[Session]:
    opened = make_sample_session(tmp_path / "opslag", clock)
    yield opened
    opened.close()
