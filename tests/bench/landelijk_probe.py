"""All municipalities of a prepared database served by one process; prints its address, ends with its input.

Arguments: the DSN of the pool, the folder for photos. Each municipality has the service it has when it runs alone,
under its code as the first part of the path, over one pool of connections. Stays under the same time and size of a head
as in use; rates per address are left out, since all requests here come from one.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from boa_app.domain.moments import utc_now
from boa_app.server.app import make_app
from boa_app.server.dienst import Dienst
from boa_app.server.kaartpakketten import kaarten_van
from boa_app.server.postgres import PostgresBackend
from boa_app.server.verbinding import Verbinding
from tests.bench.landelijk import CODES


class Wijzer:
    """The app of the municipality named first in the path."""

    def __init__(self, apps: Mapping[str, ASGIApp]) -> None:
        self._apps = apps

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request over with the rest of the path."""
        _, code, rest = scope["path"].split("/", 2)
        path = f"/{rest}"
        await self._apps[code]({**scope, "path": path, "raw_path": path.encode()}, receive, send)


def main(dsn: str, folder: str) -> None:
    """Serve until standard input closes."""
    backend = PostgresBackend(dsn)
    apps = {
        code: make_app(
            backend, Dienst(backend.db(code), utc_now), Path(folder) / code, kaarten_van(backend.db(code), Path(folder))
        )
        for code in CODES
    }
    config = uvicorn.Config(
        Wijzer(apps), port=0, log_config=None, access_log=False, lifespan="off", http=Verbinding, ws="none"
    )
    server = uvicorn.Server(config)
    listening = config.bind_socket()
    listening.listen(512)
    # So many services in one process are millions of objects that stay: looking through them again and again would be
    # measured as waiting.
    gc.collect()
    gc.freeze()
    print(f"127.0.0.1:{listening.getsockname()[1]}", flush=True)
    threading.Thread(target=_stop_with_input, args=(server,), daemon=True).start()
    server.run(sockets=[listening])
    backend.close()


def _stop_with_input(server: uvicorn.Server) -> None:
    sys.stdin.read()
    server.should_exit = True


if __name__ == "__main__":
    main(*sys.argv[1:])
