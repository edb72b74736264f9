"""Both back ends of the centre, fresh for each test: one that takes ``backend`` runs against the encrypted file and
against PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.server.backend import Backend
from boa_app.server.bestand import BestandBackend
from boa_app.server.postgres import PostgresBackend


@pytest.fixture
def bestand_backend(tmp_path: Path) -> Iterator[BestandBackend]:
    """The encrypted file, new."""
    made = BestandBackend(tmp_path / "centrale.db", "5a" * 32)
    yield made
    made.close()


@pytest.fixture
def postgres_backend(centrale_dsn: str) -> Iterator[PostgresBackend]:
    """PostgreSQL with empty tables, served by a role that owns nothing."""
    made = PostgresBackend(centrale_dsn, pool=3)
    yield made
    made.close()


@pytest.fixture(params=["bestand", pytest.param("postgres", marks=pytest.mark.postgres)])
def backend(request: pytest.FixtureRequest) -> Backend:
    """One of the two."""
    made: Backend = request.getfixturevalue(f"{request.param}_backend")
    return made
