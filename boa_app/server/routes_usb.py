"""The route for a file that somebody brings on a stick: the file in, the answer file out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from boa_app.domain.roles import Rol
from boa_app.server.backend import Toegang
from boa_app.server.fotobalie import Fotobalie
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.onderdelen import Onderdelen
from boa_app.server.routes_sync import REFUSALS, sender
from boa_app.server.usb import Usbbalie
from boa_app.sync.protocol import API
from boa_app.sync.usb import ANSWER_SUFFIX
from boa_app.vault.zegel import MAX_PLAINTEXT_BYTES, OVERHEAD_BYTES

_MAX_BYTES = MAX_PLAINTEXT_BYTES + OVERHEAD_BYTES
# Who may bring the file of somebody else.
_CARRIERS = frozenset({Rol.BEHEERDER, Rol.TEAMLEIDER})
_BINARY = {"schema": {"type": "string", "format": "binary"}}


async def read_file(request: Request) -> bytes:
    """The body, at most as large as a package may be. Raises Geweigerd 413 usb_te_groot(max_mb)."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > _MAX_BYTES:
            raise Geweigerd(413, "usb_te_groot", max_mb=_MAX_BYTES >> 20)
        parts.append(part)
    return b"".join(parts)


File = Annotated[bytes, Depends(read_file)]


def make_router_usb(delen: Onderdelen, fotos: Fotobalie) -> APIRouter:
    """POST /v1/usb."""
    router = APIRouter(prefix=API, tags=["met de hand"], responses=REFUSALS)
    balie, who = Usbbalie(delen, fotos), sender(delen)

    @router.post(
        "/usb", summary="Lees een USB-bestand in; het antwoord is een bestand voor dat toestel",
        openapi_extra={"requestBody": {"required": True, "content": {"application/octet-stream": _BINARY}}},
        responses={200: {"content": {"application/octet-stream": _BINARY}}}, response_class=Response,
    )  # fmt: skip
    def usb(*, toegang: Toegang = who, body: File) -> Response:
        pak = balie.open_usb(body)
        if toegang.rol not in _CARRIERS and balie.account_of(pak) != toegang.account:
            raise Geweigerd(403, "usb_niet_van_u")
        headers = {
            "Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="antwoord{ANSWER_SUFFIX}"',
        }  # fmt: skip
        return Response(balie.take_in(pak), 200, headers, "application/octet-stream")

    return router
