"""The routes of beheer (sync/beheer.py tells them); each asks who sends it, and beheer.py whether he may."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from boa_app.server import aanmelden, beheer
from boa_app.server.backend import Toegang
from boa_app.server.bericht import known_first, unpack
from boa_app.server.dienst import Dienst
from boa_app.sync.beheer import (
    BEHEER,
    MAX_AUDIT,
    Aanmeldcode,
    Account,
    Accounts,
    AccountWijziging,
    AuditBlad,
    Beeindiging,
    Buurten,
    Codes,
    Intrekking,
    Matrix,
    NieuwAccount,
    NieuweCode,
    Toestel,
    Toestellen,
)

_GEOJSON = {"requestBody": {"required": True, "content": {"application/geo+json": {"schema": {"type": "object"}}}}}


async def _raw_body(request: Request) -> bytes:
    """The body without its packing: limieten.py bounds it, and only the JSON of buurten.py is read from it."""
    return unpack(await request.body(), request.headers.get("content-encoding", ""))


def make_router_beheer(dienst: Dienst) -> APIRouter:
    """Accounts, devices, codes, matrix, audit and buurten."""
    router = APIRouter(prefix=BEHEER, tags=["beheer"])

    def bearer(request: Request) -> Toegang:
        return aanmelden.wie(dienst, request.headers.get("authorization"))

    _add_accounts(router, dienst, Depends(bearer))
    _add_toestellen(router, dienst, Depends(bearer))
    _add_inzicht(router, dienst, Depends(bearer))
    return router


def _add_accounts(router: APIRouter, dienst: Dienst, who: Toegang) -> None:
    @router.get("/accounts")
    def list_accounts(toegang: Toegang = who) -> Accounts:
        return beheer.lees_accounts(dienst, toegang)

    @router.post("/accounts")
    def add_account(nieuw: NieuwAccount, toegang: Toegang = who) -> Account:
        return beheer.maak_account(dienst, toegang, nieuw)

    @router.put("/accounts/{account}")
    def change_account(account: str, wijziging: AccountWijziging, toegang: Toegang = who) -> Account:
        return beheer.wijzig_account(dienst, toegang, account, wijziging)

    @router.post("/accounts/{account}/einde")
    def end_account(account: str, einde: Beeindiging, toegang: Toegang = who) -> Account:
        return beheer.beeindig_account(dienst, toegang, account, einde)


def _add_toestellen(router: APIRouter, dienst: Dienst, who: Toegang) -> None:
    @router.get("/toestellen")
    def list_devices(toegang: Toegang = who) -> Toestellen:
        return beheer.lees_toestellen(dienst, toegang)

    @router.post("/toestellen/{device}/intrekken")
    def revoke_device(device: str, intrekking: Intrekking, toegang: Toegang = who) -> Toestel:
        return beheer.trek_toestel_in(dienst, toegang, device, intrekking)

    @router.get("/codes")
    def list_codes(toegang: Toegang = who) -> Codes:
        return beheer.lees_codes(dienst, toegang)

    @router.post("/codes")
    def add_code(nieuw: NieuweCode, toegang: Toegang = who) -> Aanmeldcode:
        return beheer.maak_code(dienst, toegang, nieuw)

    @router.post("/codes/{code}/intrekken")
    def withdraw_code(code: str, toegang: Toegang = who) -> Codes:
        return beheer.trek_code_in(dienst, toegang, code)


def _add_inzicht(router: APIRouter, dienst: Dienst, who: Toegang) -> None:
    @router.get("/matrix")
    def read_matrix(toegang: Toegang = who) -> Matrix:
        return beheer.lees_matrix(dienst, toegang)

    @router.get("/audit")
    def read_audit(
        toegang: Toegang = who,
        voor: Annotated[int, Query(ge=0, le=1 << 62)] = 0,
        aantal: Annotated[int, Query(ge=1, le=MAX_AUDIT)] = 100,
    ) -> AuditBlad:
        return beheer.lees_audit(dienst, toegang, voor, aantal)

    @router.get("/buurten")
    def list_buurten(toegang: Toegang = who) -> Buurten:
        return beheer.lees_buurten(dienst, toegang)

    async def first(request: Request) -> Toegang:
        return await known_first(request, partial(aanmelden.wie, dienst), request.headers.get("authorization"))

    sender = Depends(first)

    @router.put("/buurten", openapi_extra=_GEOJSON)
    def load_buurten(*, toegang: Toegang = sender, geojson: Annotated[bytes, Depends(_raw_body)]) -> Buurten:
        return beheer.laad_buurten(dienst, toegang, geojson)
