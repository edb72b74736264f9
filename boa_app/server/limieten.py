"""What keeps one client from taking the centre from the others: how often, how large and how slow.

    request ─► bucket of the address ─► bucket of the device ─► length of the body ─► the app
                    429 te_vaak             429 te_vaak           413 bericht_te_groot
                                                                  408 te_traag, while the body comes in

A whole municipality may sit behind one address, so only the doors that ask for no token are narrow per address; with a
token each device has its own bucket. All of it is in memory: a restart forgives.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from boa_app.sync.protocol import API

KIB, MIB = 1024, 1024 * 1024


@dataclass(frozen=True, slots=True)
class Tempo:
    """So many at once, and so many more per minute."""

    ineens: int
    per_minuut: float


@dataclass(frozen=True, slots=True)
class Grenzen:
    """All limits. deuren: per address and per path that asks for no token; overal: per path, from all addresses
    together; traag_s: how long a client may say nothing; minste_bytes_s: slower than this on the whole is too slow."""

    deuren: tuple[tuple[str, Tempo], ...] = (
        (f"{API}/aanmelden", Tempo(10, 10)),
        (f"{API}/token", Tempo(120, 240)),
        (f"{API}/uitdaging", Tempo(120, 240)),
        (f"{API}/gezond", Tempo(120, 240)),
    )
    # A token takes a turn to write and a line of audit, also for who is refused: from ever other addresses they would
    # keep the pushes waiting. A thousand devices that open at once all get theirs.
    overal: tuple[tuple[str, Tempo], ...] = (
        (f"{API}/aanmelden", Tempo(120, 120)),
        (f"{API}/token", Tempo(1200, 1200)),
    )
    adres: Tempo = Tempo(2000, 6000)
    toestel: Tempo = Tempo(400, 1200)
    bodies: tuple[tuple[str, int], ...] = (
        (f"{API}/push", 16 * MIB),
        (f"{API}/foto/", 32 * MIB),
        (f"{API}/usb", 192 * MIB),
        (f"{API}/beheer/buurten", 32 * MIB),
        (f"{API}/opschoning", MIB),
        (f"{API}/bon", MIB),
    )
    body: int = 64 * KIB
    traag_s: float = 30.0
    minste_bytes_s: float = 2 * KIB

    def body_of(self, path: str) -> int:
        """How many bytes a request to this path may bring."""
        return next((size for prefix, size in self.bodies if path.startswith(prefix)), self.body)


class Emmers:
    """Token buckets by name; the longest unused ones are forgotten."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = 20_000) -> None:
        self._clock, self._most = clock, most
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, name: str, tempo: Tempo) -> float:
        """Take one; 0.0 when there was one, else the seconds until there is."""
        now, per_second = self._clock(), tempo.per_minuut / 60
        level, since = self._levels.pop(name, (float(tempo.ineens), now))
        level = min(float(tempo.ineens), level + (now - since) * per_second)
        wait = 0.0 if level >= 1 else (1 - level) / per_second
        self._levels[name] = (level - 1 if wait == 0 else level, now)
        while len(self._levels) > self._most:
            self._levels.popitem(last=False)
        return wait


class _TooMuch(Exception):
    def __init__(self, status: int, code: str, **fields: int) -> None:
        super().__init__(code)
        self.status, self.code, self.fields = status, code, fields


class Limieten:
    """ASGI middleware around the whole app."""

    def __init__(self, app: ASGIApp, grenzen: Grenzen = Grenzen(), clock: Callable[[], float] = time.monotonic) -> None:
        self._app, self._grenzen, self._clock = app, grenzen, clock
        self._emmers = Emmers(clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is within the limits, answer the rest."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = False

        async def sending(message: Message) -> None:
            nonlocal began
            began = True
            await send(message)

        try:
            self._check_rate(scope)
            await self._app(scope, self._bounded(scope, receive), sending)
        except _TooMuch as refusal:
            if began:
                # The client hears it by the line that ends.
                return
            await _refuse(send, refusal)

    def _check_rate(self, scope: Scope) -> None:
        path, address = str(scope["path"]), str((scope.get("client") or ("", 0))[0])
        asked = [(f"adres {address}", self._grenzen.adres)]
        asked += [(f"deur {door} {address}", tempo) for door, tempo in self._grenzen.deuren if path == door]
        asked += [(f"overal {door}", tempo) for door, tempo in self._grenzen.overal if path == door]
        bearer = Headers(scope=scope).get("authorization")
        if bearer:
            asked.append((f"toestel {hashlib.sha256(bearer.encode()).hexdigest()}", self._grenzen.toestel))
        wait = max(self._emmers.take(name, tempo) for name, tempo in asked)
        if wait > 0:
            raise _TooMuch(429, "te_vaak", seconden=math.ceil(wait))

    def _bounded(self, scope: Scope, receive: Receive) -> Receive:
        most = self._grenzen.body_of(str(scope["path"]))
        length = Headers(scope=scope).get("content-length", "0")
        if not length.isdecimal() or int(length) > most:
            raise _TooMuch(413, "bericht_te_groot", hoogstens=most)
        size, start, complete = 0, self._clock(), False

        async def receiving() -> Message:
            nonlocal size, complete
            if complete:
                # After the body only the end of the line can come, and that may take as long as the answer does.
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), self._grenzen.traag_s)
            except TimeoutError as error:
                raise _TooMuch(408, "te_traag") from error
            size += len(message.get("body", b""))
            complete = message["type"] != "http.request" or not message.get("more_body", False)
            if size > most:
                raise _TooMuch(413, "bericht_te_groot", hoogstens=most)
            allowed = self._grenzen.traag_s + size / self._grenzen.minste_bytes_s
            if not complete and self._clock() - start > allowed:
                raise _TooMuch(408, "te_traag")
            return message

        return receiving


async def _refuse(send: Send, refusal: _TooMuch) -> None:
    body = json.dumps({"code": refusal.code, "velden": refusal.fields}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    # What is left of the body would be read as the next request.
    headers.append((b"connection", b"close"))
    if "seconden" in refusal.fields:
        headers.append((b"retry-after", str(refusal.fields["seconden"]).encode()))
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
