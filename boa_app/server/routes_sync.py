"""The routes of a round of syncing: stand, push, pull, first state, receipt, confirmed purges, older records.

Bodies of push and pages are read and written raw; all handlers run in the thread pool, so that one that waits for its
turn to write keeps nobody else waiting.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request, Response

from boa_app.domain.audit import Actie
from boa_app.domain.moments import from_iso, to_iso
from boa_app.domain.roles import Entiteit, Handeling, has_any
from boa_app.domain.velden import entiteit_of
from boa_app.server import aanmelden, audit, bonnen, lezen
from boa_app.server.backend import Backend, Leesbeurt, Toegang, Wijze
from boa_app.server.bericht import answer, decode, read_body, schema_of
from boa_app.server.buurten import Buurtenkaart
from boa_app.server.dienst import Dienst
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.opschoning import bevestig
from boa_app.server.verwerking import verwerk
from boa_app.sync.protocol import API, MAX_PUSH, Beginblad, Blad, BonAntwoord, BonVraag, Fout, Push, PushAntwoord, Stand

_MAX_SEQ = 2**62
_MAX_CONFIRMED = 1000
Body = Annotated[bytes, Depends(read_body)]
Bearer = Annotated[str | None, Header(alias="Authorization")]
Packing = Annotated[str, Header(alias="Content-Encoding")]
Schema = Annotated[int, Header(alias="Boa-Schema", ge=0, le=_MAX_SEQ)]
Seq = Annotated[int, Query(ge=0, le=_MAX_SEQ)]
Sync = Annotated[str, Query(max_length=80, pattern=r"^[0-9a-zA-Z-]*$")]
Place = Annotated[str, Query(max_length=160, pattern=r"^[\x20-\x7e]*$")]
Moment = Annotated[str, Query(max_length=40, pattern=r"^[\x20-\x7e]+$")]
Reason = Annotated[str, Query(max_length=500)]


@dataclass(frozen=True, slots=True)
class Onderdelen:
    """What the routes work with. kaart: the buurten, kept between requests."""

    backend: Backend
    dienst: Dienst
    kaart: Buurtenkaart

    def toegang(self, authorization: str | None) -> Toegang:
        """Who asks. Raises Geweigerd 401."""
        return aanmelden.wie(self.dienst, authorization)

    def log(self, toegang: Toegang, actie: Actie, kind: str, uid: str = "", **more: Any) -> None:  # noqa: ANN401
        """One line of audit for something that was handed over."""
        db = self.dienst.db
        with db.transaction():
            audit.append_line(db, self.dienst.clock(), audit.wie_van(toegang), actie, kind, uid, **more)


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


def make_router_sync(delen: Onderdelen) -> APIRouter:
    """All routes of a round."""
    router = APIRouter(prefix=API, tags=["synchroniseren"], responses=REFUSALS)
    _add_push(router, delen)
    _add_pull(router, delen)
    _add_begin(router, delen)
    _add_end(router, delen)
    _add_ouder(router, delen)
    return router


def _add_push(router: APIRouter, delen: Onderdelen) -> None:
    @router.get("/stand", response_model=Stand, summary="Wie dit toestel voor de centrale is")
    def stand(request: Request, authorization: Bearer = None) -> Response:
        return answer(delen.dienst.stand_van(delen.toegang(authorization)), request)

    @router.post(
        "/push", response_model=PushAntwoord, openapi_extra=body_of(Push),
        summary="Breng wijzigingen; op elke volgt een eigen antwoord",
    )  # fmt: skip
    def push(request: Request, body: Body, authorization: Bearer = None, content_encoding: Packing = "") -> Response:
        toegang = delen.toegang(authorization)
        message = decode(body, content_encoding, Push)
        if len(message.changes) > MAX_PUSH or len(message.sync) > 80 or not message.sync.isascii():
            raise Geweigerd(422, "bericht_ongeldig")
        now = delen.dienst.clock()
        vinder = delen.kaart.vinder(delen.dienst.db)
        with delen.backend.schrijfbeurt(toegang.gemeente_code, toegang, now) as beurt:
            answered = verwerk(beurt, toegang, message, now, vinder)
        return answer(answered, request)


def _add_pull(router: APIRouter, delen: Onderdelen) -> None:
    @router.get("/pull", response_model=Blad, summary="Haal op wat na een plaats in de volgorde kwam")
    def pull(
        request: Request, na: Seq, epoch: Seq, sync: Sync = "", authorization: Bearer = None, schema: Schema = 1
    ) -> Response:
        toegang = delen.toegang(authorization)
        _check_schema(delen, schema)
        if epoch != toegang.epoch:
            raise Geweigerd(409, "epoch_verschilt", epoch=toegang.epoch)
        if na < delen.dienst.horizon():
            raise Geweigerd(410, "cursor_te_oud")
        now = delen.dienst.clock()
        with delen.backend.leesbeurt(toegang, now) as beurt:
            page = lezen.pull(beurt, toegang, na, now)
        if page.changes or page.weg or page.opschoning:
            delen.log(toegang, Actie.SYNC, "pull", sync, velden=(f"aantal={len(page.changes)}", f"tot={page.cursor}"))
        return answer(page, request)


def _add_begin(router: APIRouter, delen: Onderdelen) -> None:
    @router.get("/begin", response_model=Beginblad, summary="De beginstand, bladzijde na bladzijde")
    def begin(
        request: Request, na: Place = "", stand: Seq = 0, sync: Sync = "", authorization: Bearer = None,
        schema: Schema = 1,
    ) -> Response:  # fmt: skip
        toegang = delen.toegang(authorization)
        _check_schema(delen, schema)
        now = delen.dienst.clock()
        with delen.backend.leesbeurt(toegang, now) as beurt:
            page = lezen.begin(beurt, toegang, na, stand, now)
        if page.changes:
            delen.log(toegang, Actie.SYNC, "begin", sync, velden=(f"aantal={len(page.changes)}",))
        return answer(page, request)


def _add_end(router: APIRouter, delen: Onderdelen) -> None:
    @router.post("/bon", response_model=BonAntwoord, openapi_extra=body_of(BonVraag), summary="Tel deze ronde na")
    def bon(request: Request, body: Body, authorization: Bearer = None, content_encoding: Packing = "") -> Response:
        toegang = delen.toegang(authorization)
        vraag = decode(body, content_encoding, BonVraag)
        if not (0 <= vraag.van <= _MAX_SEQ and 0 <= vraag.tot <= _MAX_SEQ) or len(vraag.sync) > 80:
            raise Geweigerd(422, "bericht_ongeldig")
        now = delen.dienst.clock()
        with delen.backend.leesbeurt(toegang, now) as beurt:
            counted = bonnen.count(beurt, toegang, vraag, now)
        return answer(bonnen.keep(delen.dienst.db, toegang, vraag, counted), request)

    @router.post("/opschoning", openapi_extra=body_of(list[str]), summary="Meld wat op dit toestel is opgeschoond")
    def opschoning(
        request: Request, body: Body, authorization: Bearer = None, content_encoding: Packing = ""
    ) -> Response:
        toegang = delen.toegang(authorization)
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
        _check_readable(toegang, entity)
        begin, end = _moment(van), _moment(tot)
        if "\x00" in reden:
            raise Geweigerd(422, "bericht_ongeldig")
        now = delen.dienst.clock()
        with delen.backend.leesbeurt(toegang, now, Wijze.ONLINE, reden) as beurt:
            page = _older(beurt, toegang, (entity, begin, end, reden, na), delen)
        # Also when nothing was found: that somebody looked is what the log is for.
        asked = (f"van={begin}", f"tot={end}", f"aantal={len(page.changes)}")
        delen.log(toegang, Actie.RAADPLEGEN, entity, velden=asked, reden_tekst=reden)
        return answer(page, request)


def _older(beurt: Leesbeurt, toegang: Toegang, asked: tuple[str, str, str, str, str], delen: Onderdelen) -> Beginblad:
    return lezen.ouder(beurt, toegang, *asked, delen.dienst.clock())


def _check_readable(toegang: Toegang, entity: str) -> None:
    entiteit = entiteit_of(entity)
    if entiteit is None:
        raise Geweigerd(422, "bericht_ongeldig")
    if entiteit is Entiteit.ACCOUNT or not has_any(toegang.rol, entiteit, Handeling.LEZEN):
        raise Geweigerd(403, "geen_recht", rol=str(toegang.rol), handeling="lezen", entiteit=str(entiteit))


def _check_schema(delen: Onderdelen, schema: int) -> None:
    if schema < delen.dienst.min_schema:
        raise Geweigerd(426, "programma_te_oud", schema=schema, nodig=delen.dienst.min_schema)


def _moment(text: str) -> str:
    try:
        return to_iso(from_iso(text))
    except ValueError as error:
        raise Geweigerd(422, "bericht_ongeldig") from error
