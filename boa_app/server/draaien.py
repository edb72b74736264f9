"""Serving: uvicorn around the app, with a certificate of its own, behind a proxy, or on this machine only."""

from __future__ import annotations

import gc
import os
import signal
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import uvicorn

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.moments import Clock
from boa_app.server import logboek
from boa_app.server.adres import AlleenProxy, is_loopback
from boa_app.server.app import make_app
from boa_app.server.dienst import Aanbieder, Dienst
from boa_app.server.huishouding import Huishouding
from boa_app.server.kaartpakketten import kaarten_van
from boa_app.server.limieten import Grenzen, Limieten
from boa_app.server.logboek import Logboek
from boa_app.server.openen import Centrale
from boa_app.server.verbinding import Verbinding

MAX_AT_ONCE = 400
STOP_S = 20
_GRENZEN = Grenzen()


@dataclass(frozen=True, slots=True)
class Luister:
    """Where to listen. proxy: addresses of the reverse proxy that does TLS, "" for none."""

    host: str = "127.0.0.1"
    port: int = 8420
    cert: Path | None = None
    key: Path | None = None
    proxy: str = ""


def check_luister(luister: Luister) -> None:
    """Refuse to speak plainly to other machines, and a certificate that cannot be used.

    Raises UserError tls_nodig(host), tls_onvolledig, tls_certificaat_onjuist(bestand).
    """
    if (luister.cert is None) != (luister.key is None):
        raise UserError("tls_onvolledig")
    if luister.cert is not None and luister.key is not None:
        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(luister.cert, luister.key)
        except (OSError, ssl.SSLError) as error:
            raise UserError("tls_certificaat_onjuist", bestand=str(luister.cert)) from error
    elif not luister.proxy and not is_loopback(luister.host):
        raise UserError("tls_nodig", host=luister.host)


def serve(
    centrale: Centrale, luister: Luister, clock: Clock, ready: Callable[[str, int], None], *,
    oidc: Aanbieder | None = None, grenzen: Grenzen = _GRENZEN,
) -> None:  # fmt: skip
    """Serve until SIGTERM or SIGINT; what is under way is finished first. ready: told address and port once it listens.

    Raises as check_luister, EnvironmentProblem poort_bezet(host, poort).
    """
    check_luister(luister)
    listening = _listen(luister)
    port = int(listening.getsockname()[1])
    kaarten = kaarten_van(centrale.db, centrale.plaats.kaarten)
    dienst = Dienst(centrale.db, clock, oidc, kaart=kaarten.nieuwste)
    app = make_app(centrale.backend, dienst, centrale.plaats.fotos, kaarten)
    open_to_others = bool(luister.proxy) and luister.cert is None and not is_loopback(luister.host)
    guarded = AlleenProxy(app, luister.proxy) if open_to_others else app
    config = uvicorn.Config(
        Logboek(Limieten(guarded, grenzen)), log_config=None, access_log=False, server_header=False, date_header=True,
        proxy_headers=bool(luister.proxy), forwarded_allow_ips=luister.proxy or None, limit_concurrency=MAX_AT_ONCE,
        timeout_keep_alive=30, timeout_graceful_shutdown=STOP_S, http=Verbinding, ws="none",
        ssl_certfile=luister.cert, ssl_keyfile=luister.key,
    )  # fmt: skip
    if luister.cert is not None:
        config.load()
        if config.ssl is not None:
            config.ssl.minimum_version = ssl.TLSVersion.TLSv1_2
    scheme = "https" if luister.cert is not None else "http"
    host = f"[{luister.host}]" if ":" in luister.host else luister.host
    server = _Server(config, lambda: ready(f"{scheme}://{host}:{port}", port))
    keep_what_stays()
    with listening:
        _stop_without_a_trace()
        logboek.schrijf("begin", poort=port)
        chores = Huishouding(centrale, clock)
        chores.start()
        try:
            server.run(sockets=[listening])
        finally:
            chores.stop()
        logboek.schrijf("einde")


def keep_what_stays() -> None:
    """Let the collector of garbage leave alone what a service keeps all its life, and come by less often.

    Measured: a push makes tens of thousands of objects of which none is part of a ring, and looking for rings among
    them and all modules took a third of its Python.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


class _Server(uvicorn.Server):
    """uvicorn that tells when it listens."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then say so."""
        await super().startup(sockets)
        if self.started and not self.should_exit:
            self._ready()


def _listen(luister: Luister) -> socket.socket:
    listening = None
    try:
        family, kind, proto, _, address = socket.getaddrinfo(luister.host, luister.port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, proto)
        if os.name != "nt":
            # Start again at once after a stop; on Windows it would let another program take the port too.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(512)
    except OSError as error:
        if listening is not None:
            listening.close()
        raise EnvironmentProblem("poort_bezet", host=luister.host, poort=str(luister.port)) from error
    return listening


def _stop_without_a_trace() -> None:
    """uvicorn sends itself the signal again after it stopped; by then the file must still be closed."""

    def nothing(number: int, frame: FrameType | None) -> None:
        return None

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, nothing)
