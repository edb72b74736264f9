"""The identity provider of the municipality: reading what it says about who signed in (OpenID Connect Core §3.1.3.7).

Its addresses and keys come from its own discovery document, over https only, and are kept; an unknown key makes us ask
again, at most once a minute. Only signatures that need its private key count.
"""

from __future__ import annotations

import http.client
import json
import ssl
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from boa_app.domain.errors import UserError
from boa_app.domain.moments import Clock
from boa_app.server.adres import is_loopback
from boa_app.server.geweigerd import Geweigerd
from boa_app.sync.protocol import oidc_nonce

ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA")
MAX_TOKEN = 16 * 1024
_MAX_ANSWER = 512 * 1024
_TIMEOUT_S = 10
_KEPT = timedelta(hours=12)
_ASK_AGAIN = timedelta(minutes=1)
# How old a sign-in may be when it is handed in, and how far two clocks may differ.
_FRESH_S, _LEEWAY_S = 600, 120
_DISCOVERY = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True)
class _Sleutels:
    keys: KeySet
    fetched: datetime


class Identiteitsprovider:
    """One provider and our client id there.

    Raises UserError oidc_adres_onjuist for an address that is not https; plain http is for this machine only.
    """

    def __init__(self, uitgever: str, client: str, clock: Clock, *, tls: ssl.SSLContext | None = None) -> None:
        self.uitgever, self.client = uitgever, client
        self._clock, self._tls = clock, tls
        self._turn = threading.Lock()
        self._kept: _Sleutels | None = None
        if not _is_safe(self.uitgever):
            raise UserError("oidc_adres_onjuist")

    def subject_van(self, id_token: str, centrale: str, device: str) -> str:
        """Who signed in on this device for this centre. Raises Geweigerd 401 oidc_onjuist, 503 oidc_onbereikbaar."""
        if not 0 < len(id_token) <= MAX_TOKEN:
            raise Geweigerd(401, "oidc_onjuist")
        claims = self._checked(self._read(id_token), centrale, device)
        subject = claims.get("sub")
        if not isinstance(subject, str) or not 0 < len(subject) <= 255 or not subject.isprintable():
            raise Geweigerd(401, "oidc_onjuist")
        return subject

    def _read(self, id_token: str) -> jwt.Token:
        """The token with a signature of one of the provider's keys."""
        keys = self._keys(again=False)
        try:
            return jwt.decode(id_token, keys, algorithms=ALGORITHMS)
        except (JoseError, ValueError):
            # Keys are changed now and then: look once more before saying no.
            renewed = self._keys(again=True)
            if renewed is keys:
                raise Geweigerd(401, "oidc_onjuist") from None
        try:
            return jwt.decode(id_token, renewed, algorithms=ALGORITHMS)
        except (JoseError, ValueError) as error:
            raise Geweigerd(401, "oidc_onjuist") from error

    def _checked(self, token: jwt.Token, centrale: str, device: str) -> dict[str, Any]:
        claims = dict(token.claims)
        given = claims.get("nonce")
        toeval = str(given).partition(".")[0] if isinstance(given, str) else ""
        now = int(self._clock().timestamp())
        checked = CodeIDToken(
            claims, token.header, {"iss": {"essential": True, "value": self.uitgever},
                                   "aud": {"essential": True, "value": self.client}},
            {"nonce": oidc_nonce(centrale, device, toeval), "client_id": self.client},
        )  # fmt: skip
        try:
            checked.validate(now=now, leeway=_LEEWAY_S)
        except (JoseError, ValueError, TypeError) as error:
            raise Geweigerd(401, "oidc_onjuist") from error
        issued = claims.get("iat")
        if not toeval or not isinstance(issued, int | float) or now - issued > _FRESH_S + _LEEWAY_S:
            raise Geweigerd(401, "oidc_onjuist")
        return claims

    def _keys(self, *, again: bool) -> KeySet:
        with self._turn:
            now = self._clock()
            age = now - self._kept.fetched if self._kept else _KEPT
            if self._kept and age < (_ASK_AGAIN if again else _KEPT):
                return self._kept.keys
            discovered = self._fetch(self.uitgever.rstrip("/") + _DISCOVERY)
            address = discovered.get("jwks_uri")
            if discovered.get("issuer") != self.uitgever or not isinstance(address, str) or not _is_safe(address):
                raise Geweigerd(503, "oidc_onbereikbaar")
            try:
                keys = KeySet.import_key_set(self._fetch(address))  # type: ignore[arg-type]
            except (JoseError, ValueError, KeyError, TypeError) as error:
                raise Geweigerd(503, "oidc_onbereikbaar") from error
            self._kept = _Sleutels(keys, now)
            return keys

    def _fetch(self, address: str) -> dict[str, Any]:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        connection: http.client.HTTPConnection
        if parts.scheme == "https":
            context = self._tls or ssl.create_default_context()
            connection = http.client.HTTPSConnection(host, port, timeout=_TIMEOUT_S, context=context)
        else:
            connection = http.client.HTTPConnection(host, port, timeout=_TIMEOUT_S)
        try:
            connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""))
            answer = connection.getresponse()
            content = answer.read(_MAX_ANSWER + 1)
            found = json.loads(content) if answer.status == 200 and len(content) <= _MAX_ANSWER else None
        except (OSError, ValueError, http.client.HTTPException, RecursionError) as error:
            raise Geweigerd(503, "oidc_onbereikbaar") from error
        finally:
            connection.close()
        if not isinstance(found, dict):
            raise Geweigerd(503, "oidc_onbereikbaar")
        return found


def _is_safe(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
