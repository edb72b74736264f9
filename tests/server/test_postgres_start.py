"""The PostgreSQL of the tests: a fresh database with PostGIS for each, and none is shared."""

from __future__ import annotations

import psycopg
import pytest

from tests.postgres import Cluster

pytestmark = pytest.mark.postgres


def test_a_database_has_postgis_and_is_fit(postgres_dsn: str) -> None:
    with psycopg.connect(postgres_dsn) as connection:
        assert connection.info.server_version >= 15_00_00
        row = connection.execute(
            "SELECT ST_AsText(ST_Point(5.04, 52.02, 4326)), current_setting('TimeZone')"
        ).fetchone()
    assert row == ("POINT(5.04 52.02)", "UTC")


def test_what_one_test_writes_the_next_does_not_see(postgres_cluster: Cluster) -> None:
    first, second = postgres_cluster.create_database(), postgres_cluster.create_database()
    with psycopg.connect(postgres_cluster.dsn(first)) as connection:
        connection.execute("CREATE TABLE eigen (nr int)")
    with psycopg.connect(postgres_cluster.dsn(second)) as connection:
        assert connection.execute("SELECT to_regclass('eigen')").fetchone() == (None,)
    for name in (first, second):
        postgres_cluster.drop_database(name)
