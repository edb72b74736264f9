"""A real PostgreSQL with PostGIS for the tests, started by them in a folder of its own and stopped again.

initdb refuses root, so as root it runs as the user postgres that the Debian package makes. It listens on a unix socket
only. Each test that asks for ``postgres_dsn`` gets a database of its own, cloned from one with PostGIS in it.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from dev import find_postgres

_TEMPLATE = "boa_sjabloon"
# Nothing of a test has to survive a power cut, and a small machine runs it.
_SETTINGS = "-c listen_addresses='' -c fsync=off -c max_connections=80 -c shared_buffers=64MB -c timezone=UTC"


class Cluster:
    """One running server. Raises LookupError with the reason when this machine cannot run it."""

    def __init__(self) -> None:
        self._programs, self._as_user = _programs(), _as_user()
        self._numbers = itertools.count(1)
        # A socket has a path of at most 107 characters, so not below pytest's own folder.
        self.folder = Path(tempfile.mkdtemp(prefix="boa-pg-"))
        if self._as_user:
            shutil.chown(self.folder, "postgres", "postgres")
        try:
            self._call("initdb", "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
            self._call("pg_ctl", "-w", "-l", f"{self.folder}/log", "-o", f"-k {self.folder} {_SETTINGS}", "start")
            self._execute("postgres", f"CREATE DATABASE {_TEMPLATE}")
            self._execute(_TEMPLATE, "CREATE EXTENSION postgis")
        except BaseException:
            self.stop()
            raise

    def dsn(self, database: str, user: str = "postgres") -> str:
        """Where to connect; everybody is trusted on this socket."""
        return f"postgresql://{user}@/{database}?host={quote(str(self.folder), safe='')}"

    def create_database(self, template: str = _TEMPLATE) -> str:
        """The name of a fresh database: a copy of another one, else with PostGIS and nothing more."""
        name = f"boa_{next(self._numbers)}"
        self._execute("postgres", f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def pool_role(self) -> str:
        """The login role of the pool: it may become the service and an account, and owns nothing."""
        with self._connect("postgres") as connection:
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = 'boa_pool'").fetchone():
                connection.execute("CREATE ROLE boa_pool LOGIN NOINHERIT")
                connection.execute("GRANT boa_dienst, boa_app TO boa_pool")
        return "boa_pool"

    def drop_database(self, name: str) -> None:
        """Take it away, whoever is still connected."""
        self._execute("postgres", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def stop(self) -> None:
        """End the server and remove all it held."""
        if (self.folder / "d" / "postmaster.pid").is_file():
            self._call("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _call(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), "-D", f"{self.folder}/d", *arguments]
        output = self.folder.with_suffix(".uit")
        # pg_ctl's server keeps the output open, so it goes to a file: a pipe would never end.
        with output.open("wb") as file:
            done = subprocess.run(command, cwd="/", stdout=file, stderr=file, check=False, **self._as_user)
        told = output.read_text(encoding="utf-8", errors="replace")
        output.unlink()
        if done.returncode != 0:
            raise RuntimeError(f"{program}: {told}")

    def _execute(self, database: str, sql: str) -> None:
        with self._connect(database) as connection:
            connection.execute(sql.encode())

    def _connect(self, database: str) -> Any:
        import psycopg

        return psycopg.connect(self.dsn(database), autocommit=True)


def _programs() -> Path:
    if sys.platform == "win32":
        raise LookupError("the tests start PostgreSQL on Linux and macOS only")
    found = find_postgres()
    if found is None:
        raise LookupError("no PostgreSQL 15 or newer with PostGIS on this machine; `python3 dev.py test` installs it")
    return found


def _as_user() -> dict[str, Any]:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    import pwd

    try:
        pwd.getpwnam("postgres")
    except KeyError as error:
        raise LookupError("root may not run PostgreSQL, and there is no user postgres to run it as") from error
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """The server of this test run; skips with the reason where there can be none."""
    try:
        cluster = Cluster()
    except LookupError as error:
        pytest.skip(str(error))
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def _prepared(postgres_cluster: Cluster) -> str:
    """A database with the tables of the centre, to be copied."""
    from boa_app.server.postgres_schema import migrate

    name = postgres_cluster.create_database()
    migrate(postgres_cluster.dsn(name))
    return name


@pytest.fixture
def centrale_dsn(postgres_cluster: Cluster, _prepared: str) -> Iterator[str]:
    """A fresh database with the empty tables of the centre, as a login role that owns nothing."""
    name = postgres_cluster.create_database(_prepared)
    yield postgres_cluster.dsn(name, postgres_cluster.pool_role())
    postgres_cluster.drop_database(name)


@pytest.fixture
def postgres_dsn(postgres_cluster: Cluster) -> Iterator[str]:
    """A fresh database with PostGIS, as its superuser. Mark the test ``postgres``: in CI a skip is then a failure."""
    name = postgres_cluster.create_database()
    yield postgres_cluster.dsn(name)
    postgres_cluster.drop_database(name)
