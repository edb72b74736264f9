"""A real identity provider on this machine: discovery, keys, authorization code with PKCE, signed id_tokens.

with start_provider() as provider:
    provider.user = "sam@gemeente"            # who signs in next
    provider.browser(address)                 # what a browser does with the address of the sign-in
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode

import httpx
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, RedirectResponse
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from boa_app.domain.moments import Clock, utc_now

CLIENT = "boa_app"


@dataclass
class Provider:
    """The provider. user: who signs in next; claims: what is changed in his next id_token; algorithm: it signs with."""

    clock: Clock = utc_now
    url: str = ""
    user: str = "sam"
    claims: dict[str, Any] = field(default_factory=dict)
    algorithm: str = "RS256"
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": secrets.token_hex(4), "use": "sig"}))
    asked: int = 0
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def renew_key(self) -> None:
        """Sign with another key from now on."""
        self.key = RSAKey.generate_key(2048, {"kid": secrets.token_hex(4), "use": "sig"})

    def id_token(self, nonce: str, /, **changes: Any) -> str:
        """An id_token of the current user; a change to None leaves a claim out."""
        now = int(self.clock().timestamp())
        claims = {
            "iss": self.url, "sub": self.user, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": nonce,
        } | self.claims | changes  # fmt: skip
        header = {"alg": self.algorithm, "kid": self.key.kid}
        return jwt.encode(header, {name: value for name, value in claims.items() if value is not None}, self.key)

    def browser(self, address: str) -> None:
        """Open the address of a sign-in and follow it to the program that waits."""
        with httpx.Client(follow_redirects=True, timeout=10) as client:
            client.get(address)

    def app(self) -> FastAPI:
        """Its routes."""
        app = FastAPI()

        @app.get("/.well-known/openid-configuration")
        def discovery() -> dict[str, Any]:
            self.asked += 1
            return {
                "issuer": self.url, "authorization_endpoint": f"{self.url}/aanmelden",
                "token_endpoint": f"{self.url}/token", "jwks_uri": f"{self.url}/sleutels",
            }  # fmt: skip

        @app.get("/sleutels")
        def keys() -> Any:
            return KeySet([self.key]).as_dict(private=False)

        @app.get("/aanmelden")
        def authorize(
            client_id: str, redirect_uri: str, state: str, nonce: str, code_challenge: str, code_challenge_method: str
        ) -> RedirectResponse:
            assert (client_id, code_challenge_method) == (CLIENT, "S256")
            code = secrets.token_urlsafe(16)
            self._codes[code] = {"nonce": nonce, "challenge": code_challenge, "redirect": redirect_uri}
            return RedirectResponse(f"{redirect_uri}?{urlencode({'code': code, 'state': state})}")

        @app.post("/token")
        async def token(request: Request) -> JSONResponse:
            form = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
            code, code_verifier, redirect_uri = (form.get(n, "") for n in ("code", "code_verifier", "redirect_uri"))
            known = self._codes.pop(code, None)
            digest = hashlib.sha256(code_verifier.encode()).digest()
            challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
            if known is None or challenge != known["challenge"] or redirect_uri != known["redirect"]:
                return JSONResponse({"error": "invalid_grant"}, 400)
            answer = {"access_token": secrets.token_hex(8), "token_type": "Bearer", "expires_in": 300}
            return JSONResponse(answer | {"id_token": self.id_token(known["nonce"])})

        return app


@contextmanager
def start_provider(clock: Clock = utc_now) -> Iterator[Provider]:
    """A provider that listens on a free port of this machine."""
    provider = Provider(clock)
    config = uvicorn.Config(provider.app(), log_config=None, access_log=False, ws="none")
    server = uvicorn.Server(config)
    listening = socket.create_server(("127.0.0.1", 0))
    provider.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="identiteitsprovider")
    thread.start()
    try:
        # The socket listens already: the first request waits until it is answered.
        httpx.get(f"{provider.url}/sleutels", timeout=15).raise_for_status()
        yield provider
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
