"""Signing in at the municipality's identity provider: authorization code with PKCE, answered on a loopback port.

browser opens ─► provider ─► redirect to http://127.0.0.1:port ─► code ─► id_token, for the centre to check

The centre checks signature, issuer, audience and account. Here only that the answer belongs to this very sign-in:
state, PKCE and a nonce that is bound to this device and its centre. No refresh token is asked for and none is kept.
"""

from __future__ import annotations

import hmac
import html
import secrets
import threading
import time
import warnings
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.sync.lijn import make_context
from boa_app.sync.protocol import oidc_nonce
from boa_app.sync.transport import check_server

WAIT_S = 300.0
_SLICE_S, _ANSWER_S = 0.25, 15.0
_MAX_BYTES = 1_000_000
# A program on a laptop keeps no secret of its own: PKCE proves that it is the one that asked.
_PUBLIC = "none"
_PAGE = (
    '<!doctype html><html lang="nl"><meta charset="utf-8"><title>boa_app</title>'
    '<body style="font-family: sans-serif; margin: 3em"><p>{text}</p></body></html>'
)
_DONE = "Gelukt. U kunt dit venster sluiten en verder in het programma."
_FAILED = "Dat is niet gelukt. Sluit dit venster en probeer het opnieuw in het programma."


def get_id_token(
    issuer: str, client: str, centrale: str, device: str, open_browser: Callable[[str], None],
    cancelled: Callable[[], bool], *, wait_s: float = WAIT_S,
) -> str:  # fmt: skip
    """An id_token of whoever signs in, bound to this device at this centre. open_browser: shows an address.

    Raises UserError oidc_mislukt (refused, or nobody did within wait_s), sync_afgebroken, adres_onveilig (an issuer
    without TLS beyond this machine); EnvironmentProblem oidc_onbereikbaar.
    """
    with warnings.catch_warnings():
        # It would rather use a successor of httpx; ours is pinned.
        warnings.simplefilter("ignore")
        from authlib.integrations.base_client import OAuthError
        from authlib.integrations.httpx_client import OAuth2Client
    base = check_server(issuer)
    nonce = oidc_nonce(centrale, device, secrets.token_hex(16))
    verifier = secrets.token_urlsafe(48)
    with _Loopback() as loopback:
        session = OAuth2Client(
            client, token_endpoint_auth_method=_PUBLIC, scope="openid", redirect_uri=loopback.url,
            code_challenge_method="S256", verify=make_context(""), timeout=_ANSWER_S,
        )  # fmt: skip
        try:
            with session:
                settings = _discover(session, base)
                address, state = session.create_authorization_url(
                    settings["authorization_endpoint"], nonce=nonce, code_verifier=verifier
                )
                loopback.state = state
                open_browser(address)
                answer = loopback.wait(cancelled, wait_s)
                token = session.fetch_token(
                    settings["token_endpoint"], code=answer, code_verifier=verifier, grant_type="authorization_code"
                )
        except httpx.HTTPError as error:
            raise EnvironmentProblem("oidc_onbereikbaar") from error
        except OAuthError as error:
            raise UserError("oidc_mislukt") from error
    id_token = token.get("id_token")
    if not isinstance(id_token, str) or not id_token.isascii():
        raise UserError("oidc_mislukt")
    return id_token


def _discover(session: Any, base: str) -> dict[str, str]:  # noqa: ANN401 - the client of authlib has no types
    """The two addresses of a provider; both as safe as the issuer itself (RFC 8414)."""
    response = session.request("GET", f"{base}/.well-known/openid-configuration", withhold_token=True)
    if response.status_code != 200 or len(response.content) > _MAX_BYTES:
        raise EnvironmentProblem("oidc_onbereikbaar")
    try:
        found = response.json()
        told = {name: check_server_path(found[name]) for name in ("authorization_endpoint", "token_endpoint")}
    except (ValueError, KeyError, TypeError) as error:
        raise EnvironmentProblem("oidc_onbereikbaar") from error
    if str(found.get("issuer", "")).rstrip("/") != base:
        raise EnvironmentProblem("oidc_onbereikbaar")
    return told


def check_server_path(url: str) -> str:
    """An address of the provider, which may have a query. Raises UserError adres_ongeldig, adres_onveilig."""
    check_server(url.partition("?")[0])
    return url


class _Loopback:
    """Waits on a free port of this machine for the one request of the browser that carries the answer."""

    def __init__(self) -> None:
        self.state = ""
        self._came = threading.Event()
        self._query: dict[str, list[str]] = {}
        self._server = HTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_SLICE_S,), name="boa-oidc", daemon=True
        )
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> _Loopback:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def wait(self, cancelled: Callable[[], bool], wait_s: float) -> str:
        """The code. Raises UserError oidc_mislukt, sync_afgebroken."""
        until = time.monotonic() + wait_s
        while not self._came.wait(_SLICE_S):
            if cancelled():
                raise UserError("sync_afgebroken")
            if time.monotonic() > until:
                raise UserError("oidc_mislukt")
        code = self._query.get("code", [""])[0]
        if not code:
            raise UserError("oidc_mislukt")
        return code

    def _take(self, path: str) -> bool:
        """Take the answer in; False for a request that is not it: anybody on this machine may send one."""
        query = parse_qs(urlsplit(path).query)
        given = query.get("state", [""])[0]
        if not self.state or not hmac.compare_digest(given.encode(), self.state.encode()):
            return False
        self._query = query
        self._came.set()
        return "code" in query

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        take = self._take

        class Handler(BaseHTTPRequestHandler):
            timeout = 5

            def do_GET(self) -> None:
                done = take(self.path)
                page = _PAGE.format(text=html.escape(_DONE if done else _FAILED)).encode()
                self.send_response(200 if done else 400)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(page)))
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing: the address holds the code."""

        return Handler
