"""One answer of a public service: what its status means, when to come back, and its body unpacked within bounds."""

from __future__ import annotations

import email.utils
import zlib
from dataclasses import dataclass
from typing import Any

import httpx

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata.geojson import load_json

_BUSY = frozenset({429, 503})
_PASSING = frozenset({408, 500, 502, 504})
_LONGEST_HEADER = 200


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One answer, unpacked. status: 200, 204, 206, 304 or 404; the texts are headers, "" when absent or
    of no use; lengte: of the body on the line, 0 when it is not told."""

    status: int
    body: bytes
    etag: str
    gewijzigd: str
    lengte: int = 0


class Opnieuw(Exception):
    """A problem that trying again may take away. wait_s: how long the service asked to wait."""

    def __init__(self, problem: EnvironmentProblem, wait_s: float = 0.0) -> None:
        super().__init__(problem.code)
        self.problem = problem
        self.wait_s = wait_s


def lees_json(antwoord: Antwoord) -> tuple[Antwoord, dict[str, Any]]:
    """The answer and its JSON object; an empty one when it has no body to read. Raises ValueError for another text,
    a portal's page among them."""
    if antwoord.status in (304, 404):
        return antwoord, {}
    if antwoord.status == 206:
        raise ValueError("a part nobody asked for")
    found = load_json(antwoord.body)
    if not isinstance(found, dict):
        raise ValueError("object")
    return antwoord, found


def check_status(response: httpx.Response, onderdeel: str, now: float) -> None:
    status = response.status_code
    if status in (200, 204, 206, 304, 404):
        return
    if status in _BUSY:
        wait_s = _wens(response, now)
        raise Opnieuw(EnvironmentProblem("pdok_druk", onderdeel=onderdeel, wacht_s=round(wait_s)), wait_s)
    problem = EnvironmentProblem("pdok_fout", onderdeel=onderdeel, status=status)
    raise Opnieuw(problem, _wens(response, now)) if status in _PASSING else problem


def _wens(response: httpx.Response, now: float) -> float:
    """Seconds or a date, as RFC 9110 §10.2.3 allows both; anything else is no wish."""
    text = response.headers.get("Retry-After", "").strip()
    if text.isdecimal():
        return float(text[:9])
    try:
        return max(0.0, email.utils.parsedate_to_datetime(text).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return 0.0


def begin_van(response: httpx.Response, onderdeel: str) -> int:
    text = response.headers.get("Content-Range", "").removeprefix("bytes ").split("-")[0]
    if not text.isdecimal():
        raise EnvironmentProblem("pdok_onleesbaar", onderdeel=onderdeel)
    return int(text)


def maak_antwoord(response: httpx.Response, body: bytes) -> Antwoord:
    """The answer with what is needed of its head."""
    etag, gewijzigd, length = (_header(response, name) for name in ("ETag", "Last-Modified", "Content-Length"))
    lengte = int(length) if length.isdecimal() and len(length) < 16 else 0
    return Antwoord(response.status_code, body, etag, gewijzigd, lengte)


def _header(response: httpx.Response, name: str) -> str:
    """One header; "" for what could not be sent back."""
    text: str = response.headers.get(name, "")
    return text if len(text) <= _LONGEST_HEADER and text.isascii() and text.isprintable() else ""


def pak_uit(response: httpx.Response, raw: bytes, onderdeel: str, limit: int) -> bytes:
    """The body behind its packing, never more of it than allowed: a few bytes may unpack to all memory."""
    encoding = response.headers.get("Content-Encoding", "identity").lower()
    if encoding in ("identity", "") or not raw:
        return raw
    unreadable = EnvironmentProblem("pdok_onleesbaar", onderdeel=onderdeel)
    if encoding != "gzip":
        raise unreadable
    inflater = zlib.decompressobj(wbits=31)
    try:
        body = inflater.decompress(raw, limit + 1)
    except zlib.error as error:
        raise Opnieuw(unreadable) from error
    if len(body) > limit:
        raise EnvironmentProblem("pdok_te_groot", onderdeel=onderdeel)
    if not inflater.eof:
        raise Opnieuw(unreadable)
    return body
