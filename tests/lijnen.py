"""Lines that fail: a transport of httpx around a real one, with a plan of what happens to each request.

goed         nothing happens
weg          the request never arrives
antwoord_weg the centre did it, the answer is lost
geknipt      the answer breaks off after some of its bytes
dubbel       the request arrives twice, the second answer counts
laat         the request is lost here and arrives at the centre much later, after others (Late.deliver)
stuk         some bytes of the answer are others
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import httpx

FAULTS = ("goed", "weg", "antwoord_weg", "geknipt", "dubbel", "laat")


@dataclass
class Late:
    """Requests that are still on their way."""

    waiting: list[httpx.Request] = field(default_factory=list)

    def deliver(self, line: httpx.BaseTransport) -> int:
        """Let all of them arrive now; nobody hears the answers."""
        count = len(self.waiting)
        while self.waiting:
            response = line.handle_request(self.waiting.pop(0))
            response.read()
            response.close()
        return count


class Crash(BaseException):
    """The process ends here; no handler of the program may catch it."""


class FaultyLine(httpx.BaseTransport):
    """plan: what happens to the next requests; goed when it is used up. crash: asked with the number of the request,
    from 0, "voor" and "na" it; True ends the process there."""

    def __init__(
        self, plan: Iterator[str], late: Late, seed: int = 0, crash: Callable[[int, str], bool] | None = None
    ) -> None:
        self.inner = httpx.HTTPTransport()
        self._plan, self._late, self._random = plan, late, random.Random(seed)
        self._crash = crash or (lambda _number, _when: False)
        self.requests = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        number, self.requests = self.requests, self.requests + 1
        if self._crash(number, "voor"):
            raise Crash
        response = self._carry(request, next(self._plan, "goed"))
        if self._crash(number, "na"):
            raise Crash
        return response

    def close(self) -> None:
        self.inner.close()

    def _carry(self, request: httpx.Request, fault: str) -> httpx.Response:
        if fault == "weg":
            raise httpx.ConnectError("weg", request=request)
        if fault == "laat":
            self._late.waiting.append(_copy(request))
            raise httpx.ReadTimeout("laat", request=request)
        if fault == "dubbel":
            self._drain(_copy(request))
        status, headers, body = self._drain(request)
        if fault == "antwoord_weg":
            raise httpx.ReadError("antwoord weg", request=request)
        if fault == "geknipt" and body:
            return httpx.Response(status, headers=headers, stream=_Cut(body[: self._random.randrange(len(body))]))
        return httpx.Response(status, headers=headers, stream=httpx.ByteStream(body))

    def _drain(self, request: httpx.Request) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        response = self.inner.handle_request(request)
        body = b"".join(response.iter_raw())
        response.close()
        return response.status_code, list(response.headers.raw), body


class _Cut(httpx.SyncByteStream):
    def __init__(self, part: bytes) -> None:
        self._part = part

    def __iter__(self) -> Iterator[bytes]:
        yield self._part
        raise httpx.RemoteProtocolError("de lijn brak")


def _copy(request: httpx.Request) -> httpx.Request:
    return httpx.Request(request.method, request.url, headers=request.headers, content=request.content)
