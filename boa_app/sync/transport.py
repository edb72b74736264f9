"""The only way to the centre: the messages of protocol.py over HTTPS, one connection for a whole round.

Whatever goes wrong on the way is an EnvironmentProblem, whatever the centre refuses a UserError with its code; neither
ever holds contents. Every message but the one for a token may be sent again, so a broken line is tried again.
"""

from __future__ import annotations

import hashlib
import io
import ipaddress
import re
import ssl
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, NamedTuple, Self, TypeVar

import httpx
import msgspec
import zstandard

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.sync.lijn import Cancelled, make_line
from boa_app.sync.protocol import (
    API,
    SCHEMA_VERSION,
    Aangemeld,
    Aanmelding,
    Beginblad,
    Blad,
    BonAntwoord,
    BonVraag,
    Fout,
    Push,
    PushAntwoord,
    Stand,
    Token,
    TokenVraag,
    Uitdaging,
)

T = TypeVar("T")
CONNECT_S, ANSWER_S = 6.0, 30.0
MAX_ANSWER_BYTES, MAX_FOTO_BYTES = 64 * 1024 * 1024, 32 * 1024 * 1024
_MAX_WINDOW = 8 * 1024 * 1024
# Waits before the second and third attempt on a broken line.
AGAIN_S = (0.5, 2.0)
_CHUNK = 64 * 1024
_CODE = re.compile("[a-z0-9_]{1,40}")
_AGAIN_STATUS = frozenset({429, 502, 503, 504})
_MOST_WAIT_S = 5.0
_LEVEL = 6
# Small messages go as they are.
_WORTH_PACKING = 2048


def check_server(url: str) -> str:
    """The base address without a slash at the end. Raises UserError adres_ongeldig, adres_onveilig: plain http goes
    to this machine only."""
    try:
        found = httpx.URL(url.strip())
    except (httpx.InvalidURL, TypeError) as error:
        raise UserError("adres_ongeldig") from error
    if found.scheme not in ("http", "https") or not found.host or found.query or found.fragment or found.userinfo:
        raise UserError("adres_ongeldig")
    if found.scheme == "http" and not is_loopback(found.host):
        raise UserError("adres_onveilig")
    return str(found).rstrip("/")


def is_loopback_url(server: str) -> bool:
    """Whether a checked address is this very machine."""
    return is_loopback(httpx.URL(server).host)


def is_loopback(host: str) -> bool:
    """Whether a host is this very machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class Fotoplaats(NamedTuple):
    """How many bytes of a photo the centre has, and whether it checked that these are all."""

    offset: int
    is_whole: bool


class Transport:
    """One line to one centre; used by one thread at a time, closed by ``with``.

    cancelled: asked while waiting; True ends the request with UserError sync_afgebroken. inner: another transport of
    httpx, for tests. again_s: waits before further attempts on a broken line. requests: how many went out so far;
    sent, received: bytes of their bodies.
    """

    def __init__(
        self, server_url: str, *, ca_pem: str = "", cancelled: Cancelled | None = None,
        inner: httpx.BaseTransport | None = None, answer_s: float = ANSWER_S, again_s: Sequence[float] = AGAIN_S,
    ) -> None:  # fmt: skip
        self.server = check_server(server_url)
        self.cancelled: Cancelled = cancelled or _never
        self.token = ""
        self._again_s = tuple(again_s)
        self.requests = self.sent = self.received = 0
        # Plain http stays on this machine.
        host = httpx.URL(self.server).host if self.server.startswith("https:") else ""
        self._client = httpx.Client(
            transport=inner or make_line(host, ca_pem=ca_pem, cancelled=self._is_cancelled), trust_env=False,
            timeout=httpx.Timeout(answer_s, connect=CONNECT_S), follow_redirects=False,
        )  # fmt: skip
        self._packer = zstandard.ZstdCompressor(level=_LEVEL)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let the connection go. Idempotent."""
        self._client.close()

    def aanmelden(self, aanmelding: Aanmelding) -> Aangemeld:
        """Sign this device up."""
        return self.vraag("POST", "/aanmelden", Aangemeld, aanmelding)

    def uitdaging(self) -> Uitdaging:
        """A nonce to sign."""
        return self.vraag("POST", "/uitdaging", Uitdaging, {})

    def vraag_token(self, vraag: TokenVraag) -> Token:
        """A token for a signature; a nonce serves once, so this is never tried again."""
        return self.vraag("POST", "/token", Token, vraag, again=False)

    def stand(self) -> Stand:
        """Who this device is now."""
        return self.vraag("GET", "/stand", Stand)

    def push(self, push: Push) -> PushAntwoord:
        """Send changes."""
        return self.vraag("POST", "/push", PushAntwoord, push)

    def pull(self, na: int, epoch: int, sync: str) -> Blad:
        """A page of changes behind a cursor."""
        return self.vraag("GET", "/pull", Blad, params={"na": na, "epoch": epoch, "sync": sync})

    def begin(self, na: str, stand: int, sync: str) -> Beginblad:
        """A page of the first state."""
        return self.vraag("GET", "/begin", Beginblad, params={"na": na, "stand": stand, "sync": sync})

    def bevestig(self, nummers: Sequence[str]) -> None:
        """Say which purge orders were carried out."""
        self.vraag("POST", "/opschoning", dict[str, Any], list(nummers))

    def bon(self, vraag: BonVraag) -> BonAntwoord:
        """Compare counts."""
        return self.vraag("POST", "/bon", BonAntwoord, vraag)

    def ouder(self, entity: str, van: str, tot: str, reden: str, na: str) -> Beginblad:
        """A page of records too old for this device. van, tot: ISO UTC."""
        params = {"entity": entity, "van": van, "tot": tot, "reden": reden, "na": na}
        return self.vraag("GET", "/ouder", Beginblad, params=params)

    def usb(self, sealed: bytes) -> bytes:
        """Hand a sealed file in over the line; gives the answer file."""
        return self._send("POST", "/usb", content=sealed, headers=_octets(), limit=MAX_ANSWER_BYTES).body

    def foto_stand(self, sha256: str, uid: str) -> Fotoplaats:
        """How much of a sealed photo the centre has."""
        answer = self._send("HEAD", f"/foto/{sha256}", params={"uid": uid}, allowed=(404,))
        return Fotoplaats(0, False) if answer.status == 404 else Fotoplaats(answer.offset, answer.is_whole)

    def stuur_foto(self, sha256: str, uid: str, data: bytes, offset: int) -> bool:
        """Send a sealed photo from an offset on; False when the centre has another offset or not all of
        it yet. Raises UserError of the centre, foto_beschadigd when the bytes there are not those of the hash."""
        headers = _octets() | {"Upload-Offset": str(offset), "Upload-Length": str(len(data))}
        answer = self._send(
            "PUT", f"/foto/{sha256}", content=data[offset:], headers=headers, params={"uid": uid}, again=False,
            allowed=(409,),
        )  # fmt: skip
        return answer.status in (200, 201)

    def haal_foto(self, sha256: str, uid: str) -> bytes | None:
        """The sealed bytes, None when the centre has not (all of) them yet or this account may not. Raises
        EnvironmentProblem centrale_fout when they are not what the hash says."""
        answer = self._send("GET", f"/foto/{sha256}", params={"uid": uid}, allowed=(403, 404), limit=MAX_FOTO_BYTES)
        if answer.status != 200:
            return None
        if hashlib.sha256(answer.body).hexdigest() != sha256:
            raise EnvironmentProblem("centrale_fout", status=answer.status)
        return answer.body

    def vraag(
        self, method: str, path: str, kind: Callable[..., T] | type[T], body: object = None, *,
        params: Mapping[str, str | int] | None = None, again: bool = True,
    ) -> T:  # fmt: skip
        """Send a message as JSON, get the answer as that kind. path: behind /v1. Raises as the class says."""
        content, headers = b"", {}
        if body is not None:
            content, headers = msgspec.json.encode(body), {"Content-Type": "application/json"}
            if len(content) >= _WORTH_PACKING:
                content, headers["Content-Encoding"] = self._packer.compress(content), "zstd"
        answer = self._send(method, path, content=content, headers=headers, params=params, again=again)
        try:
            found: T = msgspec.json.decode(answer.body, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            # Also what a portal of a hotel answers in the name of everybody.
            raise EnvironmentProblem("centrale_fout", status=answer.status) from error
        return found

    @contextmanager
    def stroom(self, path: str, headers: Mapping[str, str]) -> Iterator[httpx.Response]:
        """An answer too large for memory, for whoever reads it piece by piece. path: behind /v1. Tries once. Raises as
        the class says, also while it is read."""
        if self._is_cancelled():
            raise UserError("sync_afgebroken")
        self.requests += 1
        request = self._client.build_request("GET", f"{self.server}{API}{path}", headers=self._headers(headers))
        try:
            response = self._client.send(request, stream=True)
            try:
                if response.status_code >= 300:
                    raise _refusal(response, self._read(response, _CHUNK))
                yield response
            finally:
                response.close()
        except _Again as again:
            raise again.problem from again
        except httpx.HTTPError as error:
            problem = self._problem_of(error)
            raise (problem.problem if isinstance(problem, _Again) else problem) from error

    def _headers(self, more: Mapping[str, str] | None) -> dict[str, str]:
        sent = {"Accept": "application/json", "Accept-Encoding": "zstd", "Boa-Schema": str(SCHEMA_VERSION)}
        return sent | dict(more or {}) | ({"Authorization": f"Bearer {self.token}"} if self.token else {})

    def _send(
        self, method: str, path: str, *, content: bytes = b"", headers: Mapping[str, str] | None = None,
        params: Mapping[str, str | int] | None = None, again: bool = True, allowed: Sequence[int] = (),
        limit: int = MAX_ANSWER_BYTES,
    ) -> _Answer:  # fmt: skip
        request = self._client.build_request(
            method, f"{self.server}{API}{path}", content=content, headers=self._headers(headers), params=params
        )
        waits = iter(self._again_s if again else ())
        while True:
            try:
                return self._once(request, len(content), allowed, limit)
            except _Again as problem:
                wait = next(waits, None)
                if wait is None or problem.wait_s > _MOST_WAIT_S:
                    raise problem.problem from problem
                self._rest(max(wait, problem.wait_s))

    def _once(self, request: httpx.Request, size: int, allowed: Sequence[int], limit: int) -> _Answer:
        if self._is_cancelled():
            raise UserError("sync_afgebroken")
        self.requests, self.sent = self.requests + 1, self.sent + size
        try:
            response = self._client.send(request, stream=True)
            try:
                raw = b"" if request.method == "HEAD" else self._read(response, limit)
            finally:
                response.close()
        except httpx.HTTPError as error:
            raise self._problem_of(error) from error
        if response.status_code < 300 or response.status_code in allowed:
            offset = response.headers.get("Upload-Offset", "")
            return _Answer(
                response.status_code, _unpack(response, raw, limit), int(offset) if offset.isdecimal() else 0,
                response.headers.get("Upload-Complete", "") == "?1",
            )  # fmt: skip
        raise _refusal(response, raw)

    def _read(self, response: httpx.Response, limit: int) -> bytes:
        parts, size = [], 0
        for part in response.iter_raw(_CHUNK):
            size += len(part)
            if size > limit:
                raise EnvironmentProblem("centrale_fout", status=response.status_code)
            parts.append(part)
        self.received += size
        return b"".join(parts)

    def _problem_of(self, error: httpx.HTTPError) -> Exception:
        if self._is_cancelled():
            return UserError("sync_afgebroken")
        if isinstance(error, httpx.TimeoutException) and not isinstance(error, httpx.ConnectTimeout):
            return EnvironmentProblem("centrale_traag")
        if _is_certificate(error):
            return EnvironmentProblem("certificaat_onjuist")
        if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.ProxyError):
            return EnvironmentProblem("centrale_onbereikbaar")
        # The connection was there and went: a kept one that the other side closed, or a line that broke.
        return _Again(EnvironmentProblem("verbinding_verbroken"))

    def _rest(self, wait_s: float) -> None:
        until = time.monotonic() + wait_s
        while (left := until - time.monotonic()) > 0:
            if self._is_cancelled():
                raise UserError("sync_afgebroken")
            time.sleep(min(0.1, left))

    def _is_cancelled(self) -> bool:
        return self.cancelled()


class _Answer(msgspec.Struct, frozen=True):
    status: int
    body: bytes
    offset: int
    is_whole: bool


class _Again(Exception):
    """A problem that trying again may take away. wait_s: how long the centre asked to wait."""

    def __init__(self, problem: BoaError, wait_s: float = 0.0) -> None:
        super().__init__(problem.code)
        self.problem = problem
        self.wait_s = wait_s


def _unpack(response: httpx.Response, raw: bytes, limit: int) -> bytes:
    encoding = response.headers.get("Content-Encoding", "identity").lower()
    problem = EnvironmentProblem("centrale_fout", status=response.status_code)
    if encoding in ("identity", "") or not raw:
        return raw
    if encoding != "zstd":
        raise problem
    try:
        reader = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW).stream_reader(io.BytesIO(raw))
        body = reader.read(limit + 1)
    except zstandard.ZstdError as error:
        raise problem from error
    if len(body) > limit:
        raise problem
    return body


def _refusal(response: httpx.Response, raw: bytes) -> Exception:
    """What a status of 300 and up means: the refusal of the centre, or something between here and there."""
    status = response.status_code
    problem = EnvironmentProblem("centrale_druk" if status in _AGAIN_STATUS else "centrale_fout", status=status)
    if status in _AGAIN_STATUS:
        return _Again(problem, _wait_of(response))
    if not 400 <= status < 500:
        return problem
    if status == 401 and not raw:
        # The answer on a HEAD has no body.
        return UserError("token_ongeldig")
    try:
        fout = msgspec.json.decode(_unpack(response, raw, _CHUNK), type=Fout)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, EnvironmentProblem):
        return problem
    if not _CODE.fullmatch(fout.code):
        return problem
    fields = {name: _short(value) for name, value in fout.velden.items() if _CODE.fullmatch(name) and name != "code"}
    return UserError(fout.code, **fields)


def _short(value: str | int | float) -> str | int | float:
    return value[:200] if isinstance(value, str) else value


def _wait_of(response: httpx.Response) -> float:
    text = response.headers.get("Retry-After", "")
    return float(text) if text.isdecimal() else 0.0


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _octets() -> dict[str, str]:
    return {"Content-Type": "application/octet-stream"}


def _never() -> bool:
    return False
