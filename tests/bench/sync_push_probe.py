"""The service of a prepared database in a process of its own; prints the port it listens on, ends with its input.

Arguments: the DSN of the pool, the folder for photos.
"""

from __future__ import annotations

import sys
from pathlib import Path

from boa_app.domain.moments import utc_now
from boa_app.server.dienst import Dienst
from boa_app.server.draaien import keep_what_stays
from boa_app.server.postgres import PostgresBackend
from tests.centrale import GEMEENTE, Centrale, luister


def main(dsn: str, folder: str) -> None:
    """Serve until standard input closes."""
    backend = PostgresBackend(dsn)
    try:
        with luister(Centrale(backend, Dienst(backend.db(GEMEENTE.code), utc_now), Path(folder))) as centrale:
            keep_what_stays()
            print(centrale.url, flush=True)
            sys.stdin.read()
    finally:
        backend.close()


main(*sys.argv[1:])
