"""The routes of a round of syncing: stand, push, pull, first state, receipt, confirmed purges, older records.

Bodies of push and pages are read and written raw; all handlers run in the thread pool, so that one that waits for its
turn to write keeps nobody else waiting.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request, Response

from boa_app.domain.moments import from_iso, to_iso
from boa_app.server.backend import Toegang
from boa_app.server.bericht import answer, decode, known_first, read_body, schema_of
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.onderdelen import MAX_SEQ, Onderdelen
from boa_app.server.opschoning import bevestig
from boa_app.sync.protocol import (
    API,
    Beginblad,
    Blad,
    BonAntwoord,
    BonVraag,
    Fout,
    Push,
    PushAntwoord,
    Rasterblad,
    Stand,
)

_MAX_CONFIRMED = 1000
# After who sends it: dependencies are asked in the order of the parameters.
Body = Annotated[bytes, Depends(read_body)]
Bearer = Annotated[str | None, Header(alias="Authorization")]
Packing = Annotated[str, Header(alias="Content-Encoding")]
Schema = Annotated[int, Header(alias="Boa-Schema", ge=0, le=MAX_SEQ)]
Seq = Annotated[int, Query(ge=0, le=MAX_SEQ)]
Sync = Annotated[str, Query(max_length=80, pattern=r"^[0-9a-zA-Z-]*$")]
Place = Annotated[str, Query(max_length=160, pattern=r"^[\x20-\x7e]*$")]
Moment = Annotated[str, Query(max_length=40, pattern=r"^[\x20-\x7e]+$")]
Reason = Annotated[str, Query(max_length=500)]


def body_of(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - a type
    """How a body that is read raw is described."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema_of(kind)}}}}


REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"model": Fout, "description": text}
    for status, text in (
        (400, "Niet te lezen"), (401, "Geen geldig token"), (403, "Geen recht"), (413, "Te groot"), (422, "Ongeldig"),
        (429, "Te vaak"), (503, "Even niet bereikbaar"),
    )
}  # fmt: skip


def sender(delen: Onderdelen) -> Any:  # noqa: ANN401 - a default that FastAPI fills in
    """Who brings a body, as a parameter before the body. Raises Geweigerd 401."""

    async def who(request: Request, authorization: Bearer = None) -> Toegang:
        return await known_first(request, delen.toegang, authorization)

    return Depends(who)


def make_router_sync(delen: Onderdelen) -> APIRouter:
    """All routes of a round."""
    router = APIRouter(prefix=API, tags=["synchroniseren"], responses=REFUSALS)
    _add_push(router, delen)
    _add_pull(router, delen)
    _add_begin(router, delen)
    _add_end(router, delen)
    _add_ouder(router, delen)
    _add_raster(router, delen)
    return router


def _add_push(router: APIRouter, delen: Onderdelen) -> None:
    who = sender(delen)

    @router.get("/stand", response_model=Stand, summary="Wie dit toestel voor de centrale is")
    def stand(request: Request, authorization: Bearer = None) -> Response:
        return answer(delen.dienst.stand_van(delen.toegang(authorization)), request)

    @router.post(
        "/push", response_model=PushAntwoord, openapi_extra=body_of(Push),
        summary="Breng wijzigingen; op elke volgt een eigen antwoord",
    )  # fmt: skip
    def push(request: Request, *, toegang: Toegang = who, body: Body, content_encoding: Packing = "") -> Response:
        return answer(delen.push(toegang, decode(body, content_encoding, Push)), request)


def _add_pull(router: APIRouter, delen: Onderdelen) -> None:
    @router.get("/pull", response_model=Blad, summary="Haal op wat na een plaats in de volgorde kwam")
    def pull(
        request: Request, na: Seq, epoch: Seq, sync: Sync = "", authorization: Bearer = None, schema: Schema = 1
    ) -> Response:
        return answer(delen.pull(delen.toegang(authorization), na, epoch, sync, schema), request)


def _add_begin(router: APIRouter, delen: Onderdelen) -> None:
    @router.get("/begin", response_model=Beginblad, summary="De beginstand, bladzijde na bladzijde")
    def begin(
        request: Request, na: Place = "", stand: Seq = 0, sync: Sync = "", authorization: Bearer = None,
        schema: Schema = 1,
    ) -> Response:  # fmt: skip
        return answer(delen.begin(delen.toegang(authorization), na, stand, sync, schema), request)


def _add_end(router: APIRouter, delen: Onderdelen) -> None:
    who = sender(delen)

    @router.post("/bon", response_model=BonAntwoord, openapi_extra=body_of(BonVraag), summary="Tel deze ronde na")
    def bon(request: Request, *, toegang: Toegang = who, body: Body, content_encoding: Packing = "") -> Response:
        return answer(delen.bon(toegang, decode(body, content_encoding, BonVraag)), request)

    @router.post("/opschoning", openapi_extra=body_of(list[str]), summary="Meld wat op dit toestel is opgeschoond")
    def opschoning(request: Request, *, toegang: Toegang = who, body: Body, content_encoding: Packing = "") -> Response:
        numbers = decode(body, content_encoding, list[str])
        if len(numbers) > _MAX_CONFIRMED or any(len(nr) > 80 or not nr.isascii() or "\x00" in nr for nr in numbers):
            raise Geweigerd(422, "bericht_ongeldig")
        bevestig(delen.dienst.db, toegang.device, numbers, delen.dienst.clock())
        return answer({}, request)


def _add_ouder(router: APIRouter, delen: Onderdelen) -> None:
    @router.get("/ouder", response_model=Beginblad, summary="Lees oudere gegevens in; zij blijven niet op het toestel")
    def ouder(
        request: Request, van: Moment, tot: Moment, entity: Place = "melding", reden: Reason = "", na: Place = "",
        authorization: Bearer = None,
    ) -> Response:  # fmt: skip
        toegang = delen.toegang(authorization)
        return answer(delen.ouder(toegang, entity, (_moment(van), _moment(tot)), reden, na), request)


def _add_raster(router: APIRouter, delen: Onderdelen) -> None:
    @router.get("/raster", response_model=Rasterblad, summary="Het beschermde raster van de laatste vaste periode")
    def raster(request: Request, authorization: Bearer = None) -> Response:
        return answer(delen.raster(delen.toegang(authorization)), request)


def _moment(text: str) -> str:
    try:
        return to_iso(from_iso(text))
    except ValueError as error:
        raise Geweigerd(422, "bericht_ongeldig") from error
