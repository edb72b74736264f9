"""The routes of photos: how much is here, more of it, and the whole; always by the row of the photo."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi import Path as InPath
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import FileResponse

from boa_app.domain.audit import Actie
from boa_app.server.backend import Toegang
from boa_app.server.fotobalie import Fotobalie
from boa_app.server.fotos import MAX_FOTO_BYTES, Fotomap
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.onderdelen import Onderdelen
from boa_app.server.routes_sync import REFUSALS, Bearer
from boa_app.sync.protocol import API

Sha = Annotated[str, InPath(pattern="^[0-9a-f]{64}$")]
Uid = Annotated[str, Query(pattern="^[0-9a-f-]{36}$")]
Offset = Annotated[int, Header(alias="Upload-Offset", ge=0, le=MAX_FOTO_BYTES)]
Length = Annotated[int | None, Header(alias="Upload-Length", ge=1, le=MAX_FOTO_BYTES)]
_OFFSET = "Upload-Offset"
_BINARY = {"type": "string", "format": "binary"}
_FLUSH_EVERY = 256 * 1024


def make_router_fotos(delen: Onderdelen, lokaal: Fotomap) -> APIRouter:
    """The three routes of a photo."""
    router = APIRouter(prefix=API, tags=["fotos"], responses=REFUSALS)
    balie = _Balie(delen, lokaal)

    @router.head("/foto/{sha256}", summary="Hoeveel er van een foto is")
    def head(sha256: Sha, uid: Uid, authorization: Bearer = None) -> Response:
        balie.require_any(delen.toegang(authorization), sha256, uid)
        received = lokaal.received(sha256)
        if not received:
            raise Geweigerd(404, "foto_onbekend")
        whole = lokaal.size_of(sha256) is not None
        return Response(headers={_OFFSET: str(received), "Upload-Complete": "?1" if whole else "?0"})

    @router.get("/foto/{sha256}", summary="De verzegelde bytes van een foto", response_class=FileResponse)
    def get(sha256: Sha, uid: Uid, authorization: Bearer = None) -> Response:
        toegang = delen.toegang(authorization)
        balie.require_read(toegang, sha256, uid)
        if lokaal.size_of(sha256) is None:
            raise Geweigerd(404, "foto_onbekend")
        delen.log(toegang, Actie.RAADPLEGEN, "foto", uid)
        headers = {"Cache-Control": "no-store"}
        return FileResponse(lokaal.path_of(sha256), media_type="application/octet-stream", headers=headers)

    @router.put(
        "/foto/{sha256}", summary="Breng een foto, of wat er nog van ontbreekt", status_code=201,
        openapi_extra={"requestBody": {"content": {"application/octet-stream": {"schema": _BINARY}}}},
    )  # fmt: skip
    async def put(
        request: Request, sha256: Sha, uid: Uid, upload_offset: Offset = 0, upload_length: Length = None,
        authorization: Bearer = None,
    ) -> Response:  # fmt: skip
        toegang = await run_in_threadpool(delen.toegang, authorization)
        await run_in_threadpool(balie.require_write, toegang, sha256, uid)
        return await balie.receive(toegang, sha256, uid, upload_offset, request.stream(), upload_length)

    return router


class _Balie(Fotobalie):
    """Taking a photo in as it comes over the line."""

    async def receive(
        self, toegang: Toegang, sha256: str, uid: str, offset: int, stream: AsyncIterator[bytes], length: int | None
    ) -> Response:
        """Take in what comes; what arrived before the line broke stays."""
        with self.lokaal.writing(sha256) as mine:
            if not mine:
                raise Geweigerd(409, "foto_bezig")
            size = self.lokaal.size_of(sha256)
            if size is not None:
                await run_in_threadpool(self.complete, toegang, sha256, uid, size)
                return Response(status_code=200, headers={_OFFSET: str(size)})
            received = self.lokaal.received(sha256)
            if offset != received:
                return _differs(received)
            received = await self._append_all(sha256, offset, stream)
            if length is not None and received < length:
                return Response(status_code=202, headers={_OFFSET: str(received)})
            if not await run_in_threadpool(self.lokaal.finish, sha256):
                raise Geweigerd(422, "foto_beschadigd")
            await run_in_threadpool(self.complete, toegang, sha256, uid, received)
            return Response(status_code=201, headers={_OFFSET: str(received)})

    async def _append_all(self, sha256: str, offset: int, stream: AsyncIterator[bytes]) -> int:
        waiting = bytearray()
        try:
            async for chunk in stream:
                waiting += chunk
                if offset + len(waiting) > MAX_FOTO_BYTES:
                    raise Geweigerd(413, "bericht_te_groot", hoogstens=MAX_FOTO_BYTES)
                if len(waiting) >= _FLUSH_EVERY:
                    await run_in_threadpool(self.lokaal.append, sha256, offset, bytes(waiting))
                    offset += len(waiting)
                    waiting.clear()
        except ClientDisconnect:
            await run_in_threadpool(self.lokaal.append, sha256, offset, bytes(waiting))
            raise
        await run_in_threadpool(self.lokaal.append, sha256, offset, bytes(waiting))
        return offset + len(waiting)


def _differs(received: int) -> Response:
    from boa_app.server.bericht import refusal

    response = refusal(409, "foto_plaats", {"plaats": received})
    response.headers[_OFFSET] = str(received)
    return response
