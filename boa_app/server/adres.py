"""Which addresses only this machine can reach: plain http is for those alone."""

from __future__ import annotations

import ipaddress

from starlette.types import ASGIApp, Receive, Scope, Send

from boa_app.server.bericht import refusal


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach it."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


class AlleenProxy:
    """ASGI middleware for a centre that listens plainly beside a proxy on another machine: who comes past the proxy, so
    without TLS, gets nothing. proxy: its addresses, comma between."""

    def __init__(self, app: ASGIApp, proxy: str) -> None:
        self._app = app
        self._known = frozenset(one.strip() for one in proxy.split(","))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what came by the proxy; what it says of the client was believed of the proxy only."""
        host = str((scope.get("client") or ("", 0))[0])
        safe = scope["type"] != "http" or scope["scheme"] == "https" or host in self._known or is_loopback(host)
        await (self._app if safe else refusal(403, "tls_nodig", {"host": host}))(scope, receive, send)
