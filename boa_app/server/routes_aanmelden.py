"""The doors a device comes in by: one-time code, nonce, token."""

from __future__ import annotations

from fastapi import APIRouter

from boa_app.server import aanmelden
from boa_app.server.dienst import Dienst
from boa_app.sync.protocol import API, Aangemeld, Aanmelding, Token, TokenVraag, Uitdaging


def make_router_aanmelden(dienst: Dienst) -> APIRouter:
    """The three routes that ask for no bearer."""
    router = APIRouter(prefix=API, tags=["aanmelden"])

    @router.post("/aanmelden", summary="Meld een toestel aan met een eenmalige code")
    def sign_up(vraag: Aanmelding) -> Aangemeld:
        return aanmelden.meld_aan(dienst, vraag)

    @router.post("/uitdaging", summary="Vraag een nonce om te tekenen")
    def challenge() -> Uitdaging:
        return aanmelden.geef_uitdaging(dienst)

    @router.post("/token", summary="Ruil een getekende nonce voor een bearer van een kwartier")
    def token(vraag: TokenVraag) -> Token:
        return aanmelden.vraag_token(dienst, vraag)

    return router
