"""The routes of kaartpakketten: which there are, and the bytes of one, from any place on.

Whoever has a token of this municipality may have them: nothing in them is secret or personal. They are large, so few go
out at a time, each in pieces, beside the thread pool that push and pull work in.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from fastapi import Path as InPath
from starlette.concurrency import run_in_threadpool
from starlette.types import Receive, Scope, Send

from boa_app.domain.audit import Actie
from boa_app.server.bericht import answer, refusal
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.kaartpakketten import Kaartenmap, aanbod_van
from boa_app.server.onderdelen import Onderdelen
from boa_app.server.routes_sync import REFUSALS, Bearer
from boa_app.sync.protocol import API, Fout, Kaartpakketten

# At once: from all devices together, and for one. Reading holds a thread of the pool for a moment each time.
MAX_TEGELIJK, MAX_PER_TOESTEL = 12, 2
# A device that takes nothing for so long gives its place to another; it goes on later where it stopped.
STIL_S = 60.0
WACHT_S = 30
_CHUNK = 256 * 1024
_FROM = re.compile(r"bytes=(\d{1,18})-")
_BINARY = {"type": "string", "format": "binary"}
_DESCRIBED: dict[int | str, dict[str, Any]] = {
    200: {"description": "Het hele bestand", "content": {"application/octet-stream": {"schema": _BINARY}}},
    206: {"description": "De rest, vanaf Range", "content": {"application/octet-stream": {"schema": _BINARY}}},
    404: {"model": Fout, "description": "Niet (meer) hier"},
    416: {"model": Fout, "description": "Zoveel bytes zijn er niet"},
}
Kaart = Annotated[str, InPath(pattern="^[0-9a-f]{64}$")]
Range = Annotated[str, Header(alias="Range", max_length=100, pattern=r"^[\x20-\x7e]*$")]
IfRange = Annotated[str, Header(alias="If-Range", max_length=100, pattern=r"^[\x20-\x7e]*$")]


def make_router_kaart(delen: Onderdelen, kaarten: Kaartenmap) -> APIRouter:
    """Both routes."""
    router = APIRouter(prefix=API, tags=["kaartpakketten"], responses=REFUSALS)
    drukte = _Drukte()

    @router.get(
        "/kaartpakketten", response_model=Kaartpakketten, summary="Welke kaartpakketten er zijn, nieuwste eerst"
    )
    def lijst(request: Request, authorization: Bearer = None) -> Response:
        delen.toegang(authorization)
        return answer(Kaartpakketten(tuple(map(aanbod_van, kaarten.lijst()))), request)

    @router.get(
        "/kaartpakket/{kaart}", responses=_DESCRIBED, response_class=Response,
        summary="Een kaartpakket als ondertekend bestand; met Range en If-Range de rest ervan",
    )  # fmt: skip
    def haal(kaart: Kaart, authorization: Bearer = None, part: Range = "", if_range: IfRange = "") -> Response:
        toegang = delen.toegang(authorization)
        path, kop = kaarten.vind(kaart)
        etag = f'"{kop.id}"'
        wanted = _FROM.fullmatch(part) if if_range in ("", etag) else None
        begin = int(wanted[1]) if wanted else 0
        if begin >= kop.bytes:
            raise Geweigerd(416, "kaart_plaats", plaats=kop.bytes)
        if begin == 0:
            delen.log(toegang, Actie.RAADPLEGEN, "kaartpakket", kop.id)
        return _Stroom(path, etag, begin, kop.bytes, drukte, toegang.device, partial=wanted is not None)

    return router


class _Drukte:
    """How many are being fetched. Used by the one thread of the service only."""

    def __init__(self) -> None:
        self._devices: Counter[str] = Counter()

    @contextmanager
    def plaats(self, device: str) -> Iterator[bool]:
        """Be one of those who fetch; gives False when there are too many."""
        free = self._devices.total() < MAX_TEGELIJK and self._devices[device] < MAX_PER_TOESTEL
        if not free:
            yield False
            return
        self._devices[device] += 1
        try:
            yield True
        finally:
            self._devices[device] -= 1
            self._devices += Counter()


class _Stroom(Response):
    """A file from a place on, in pieces, for as long as the device takes them."""

    def __init__(
        self, path: Path, etag: str, begin: int, size: int, drukte: _Drukte, device: str, *, partial: bool
    ) -> None:  # fmt: skip
        headers = {
            "ETag": etag, "Accept-Ranges": "bytes", "Content-Length": str(size - begin), "Cache-Control": "no-store",
        }  # fmt: skip
        if partial:
            headers["Content-Range"] = f"bytes {begin}-{size - 1}/{size}"
        super().__init__(None, 206 if partial else 200, headers, "application/octet-stream")
        self._path, self._begin, self._left = path, begin, size - begin
        self._drukte, self._device = drukte, device

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it, or say that there are too many now."""
        with self._drukte.plaats(self._device) as free:
            if not free:
                busy = refusal(429, "te_vaak", {"seconden": WACHT_S})
                busy.headers["Retry-After"] = str(WACHT_S)
                await busy(scope, receive, send)
                return
            gone = asyncio.ensure_future(_until_gone(receive))
            try:
                await self._send_all(send, gone)
            finally:
                gone.cancel()
                with suppress(asyncio.CancelledError):
                    await gone

    async def _send_all(self, send: Send, gone: asyncio.Future[None]) -> None:
        with await run_in_threadpool(self._path.open, "rb") as file:
            file.seek(self._begin)
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            while self._left and not gone.done():
                chunk = await run_in_threadpool(file.read, min(_CHUNK, self._left))
                self._left -= len(chunk)
                if not chunk:
                    # Shorter than it was: the line ends before the length that was promised, and the device sees that.
                    return
                message = {"type": "http.response.body", "body": chunk, "more_body": self._left > 0}
                try:
                    await asyncio.wait_for(send(message), STIL_S)
                except TimeoutError:
                    return


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
