"""The views of the GIS department: places and areas as they are shown now, the finished grid, nothing of an incident,
and only to a connection that is logged."""

from __future__ import annotations

import json
from collections.abc import Iterator

import psycopg
import pytest

from boa_app.analysis.crs import to_rd
from boa_app.server.postgres import PostgresBackend
from tests.postgres import Cluster
from tests.server.wereld import ANDER, GEMEENTE, NU, fill, log_row

pytestmark = pytest.mark.postgres
RING = [[5.0, 52.0], [5.02, 52.0], [5.02, 52.02], [5.0, 52.02], [5.0, 52.0]]
HOLE = [[5.005, 52.005], [5.01, 52.005], [5.01, 52.01], [5.005, 52.01], [5.005, 52.005]]
VIEWS = ("jops", "gebieden", "beschermd_raster")


@pytest.fixture
def gis(
    postgres_backend: PostgresBackend, postgres_cluster: Cluster, centrale_dsn: str
) -> Iterator[psycopg.Connection]:
    """A logged login role of the department."""
    admin = centrale_dsn.replace("boa_pool", "postgres")
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS boa_gis_sam")
        connection.execute("CREATE ROLE boa_gis_sam LOGIN IN ROLE boa_gis")
        connection.execute("ALTER ROLE boa_gis_sam SET log_statement = 'all'")
    with psycopg.connect(centrale_dsn.replace("boa_pool", "boa_gis_sam"), autocommit=True) as connection:
        yield connection
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("DROP ROLE boa_gis_sam")


def _filled(backend: PostgresBackend) -> None:
    place = {"lon": 5.04, "lat": 52.02, "nauwkeurigheid_m": None, "plaats_bron": "kaart"}
    made = {"code": "J1", "naam": "Zeemanlaan", "status": "actief", "positie": place}
    jop = log_row(1, "jop", "punt", ANDER, "", NU, value=json.dumps(made), vervangen="naam")
    renamed = log_row(2, "jop", "punt", ANDER, "", NU, field="naam", value='"Zeemanlaan 2"', uid=jop.uid, kop=0)
    newest = renamed._replace(seq=3, value='"Bij het water"', kop=1, hlc="1763671320001-0000-toestel")
    # Another head on the same field: the newest clock is the value that is shown.
    other = newest._replace(seq=4, value='"Oud"', change_id=renamed.uid, hlc="1763671319000-0000-toestel")
    area = {"naam": "Centrum", "soort": "KVO", "ringen": [RING, HOLE], "geldig_van": "2026-01-01", "status": "actief"}
    gebied = log_row(5, "gebied", "codes", ANDER, "", NU, value=json.dumps(area))
    gone = log_row(6, "gebied", "codes", ANDER, "", NU, value=json.dumps({**area, "status": "vervallen"}))
    melding = log_row(7, "melding", "punt", ANDER, "", NU, value=json.dumps({"positie": place}))
    broken = log_row(8, "jop", "punt", ANDER, "", NU, value='{"naam":"\\u0000"}')
    fill(backend, [jop, renamed, newest, other, gebied, gone, melding, broken])
    backend.db(GEMEENTE).execute(
        "INSERT INTO raster (gemeente_code, van, tot, x_m, y_m, zijde_m, aantal, klasse, gemaakt_op)"
        " VALUES (%s, '2026-01-01', '2026-06-30', 135000, 448000, 400, 7, 2, '2026-07-01')",
        [GEMEENTE],
    )


def test_places_and_areas_are_those_shown_now_in_rd(postgres_backend: PostgresBackend, gis: psycopg.Connection) -> None:
    _filled(postgres_backend)
    jops = gis.execute("SELECT code, naam, status, ST_SRID(geom), ST_X(geom), ST_Y(geom) FROM boa_gis.jops").fetchall()
    assert [row[:4] for row in jops] == [("J1", "Bij het water", "actief", 28992)]
    assert jops[0][4:] == pytest.approx([float(part) for part in to_rd(5.04, 52.02)], abs=2)
    areas = gis.execute(
        "SELECT naam, soort, geldig_van, ST_NumGeometries(geom), ST_NumInteriorRings(ST_GeometryN(geom, 1)),"
        " ST_Area(geom) FROM boa_gis.gebieden"
    ).fetchall()
    assert [row[:5] for row in areas] == [("Centrum", "KVO", "2026-01-01", 1, 1)]
    assert areas[0][5] == pytest.approx(1373 * 2225 * (1 - 1 / 16), rel=0.02)
    squares = gis.execute(
        "SELECT aantal, zijde_m, ST_Area(geom), ST_SRID(geom) FROM boa_gis.beschermd_raster"
    ).fetchall()
    assert squares == [(7, 400, 160_000, 28992)]


def test_a_map_program_may_read_in_a_read_only_transaction(
    postgres_backend: PostgresBackend, gis: psycopg.Connection
) -> None:
    _filled(postgres_backend)
    gis.execute("BEGIN READ ONLY")
    assert gis.execute("SELECT count(*) FROM boa_gis.jops").fetchone() == (1,)


def test_the_log_and_the_views_behind_are_closed(postgres_backend: PostgresBackend, gis: psycopg.Connection) -> None:
    _filled(postgres_backend)
    for table in ("boa.changes", "boa.records", "boa.accounts", "boa.audit", "boa.raster", "boa_gis.waarden"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            gis.execute(f"SELECT 1 FROM {table}".encode())
    for statement in (
        "DELETE FROM boa_gis.jops",
        "SET ROLE boa_app",
        "SET ROLE boa_beeld",
        "SET log_statement = 'none'",
    ):
        with pytest.raises(psycopg.errors.Error):
            gis.execute(statement.encode())


def test_who_is_not_logged_sees_nothing(postgres_backend: PostgresBackend, centrale_dsn: str) -> None:
    _filled(postgres_backend)
    admin = centrale_dsn.replace("boa_pool", "postgres")
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS boa_gis_stil")
        connection.execute("CREATE ROLE boa_gis_stil LOGIN IN ROLE boa_gis")
    with psycopg.connect(centrale_dsn.replace("boa_pool", "boa_gis_stil")) as connection:
        for view in VIEWS:
            assert connection.execute(f"SELECT count(*) FROM boa_gis.{view}".encode()).fetchone() == (0,)


def test_what_he_read_stands_in_the_log_of_the_server(
    postgres_backend: PostgresBackend, postgres_cluster: Cluster, gis: psycopg.Connection
) -> None:
    gis.execute("SELECT 'gelezen-door-gis' FROM boa_gis.jops")
    assert "gelezen-door-gis" in (postgres_cluster.folder / "log").read_text(encoding="utf-8")
