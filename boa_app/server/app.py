"""The service: routes, what every refusal looks like, and how it is.

Whatever goes wrong, the answer is a Fout: a code of texts with its fields, never a sentence and never content.
"""

from __future__ import annotations

import logging
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, Response

from boa_app import __version__
from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.server.backend import Backend
from boa_app.server.bericht import refusal
from boa_app.server.dienst import Dienst
from boa_app.server.fotobalie import Fotobalie
from boa_app.server.fotos import Fotomap
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.herkennen import herken
from boa_app.server.kaartpakketten import Kaartenmap, kaartsleutel
from boa_app.server.logboek import schrijf
from boa_app.server.onderdelen import Onderdelen
from boa_app.server.routes_aanmelden import make_router_aanmelden
from boa_app.server.routes_beheer import make_router_beheer
from boa_app.server.routes_fotos import make_router_fotos
from boa_app.server.routes_kaart import make_router_kaart
from boa_app.server.routes_sync import make_router_sync
from boa_app.server.routes_usb import make_router_usb
from boa_app.server.schema import VERSIE
from boa_app.sync.protocol import API

_HTTP_CODES = {404: "route_onbekend", 405: "methode_onbekend"}


def make_app(backend: Backend, dienst: Dienst, fotos: Path, kaarten: Kaartenmap) -> FastAPI:
    """The service of one municipality. fotos: the folder for photos, made when the first comes. kaarten: of its
    kaartpakketten.

    What an older version of the centre kept unknown is recognised first.
    """
    app = FastAPI(title="boa_app centrale", version=__version__, docs_url=None, redoc_url=None)
    # Devices hear the key before there is anything signed with it.
    kaartsleutel(dienst.db)
    delen = Onderdelen(backend, dienst)
    with backend.schrijfbeurt(dienst.gemeente_code) as beurt:
        herken(beurt, delen.kaart.vinder(dienst.db))
    app.include_router(make_router_aanmelden(dienst))
    app.include_router(make_router_beheer(dienst))
    app.include_router(make_router_sync(delen))
    lokaal = Fotomap(fotos)
    app.include_router(make_router_fotos(delen, lokaal))
    app.include_router(make_router_kaart(delen, kaarten))
    app.include_router(make_router_usb(delen, Fotobalie(delen, lokaal)))
    _add_health(app, dienst)
    _add_refusals(app)
    return app


def _add_health(app: FastAPI, dienst: Dienst) -> None:
    @app.get(f"{API}/gezond", tags=["beheer"], summary="Of de centrale werkt; vraagt geen token")
    def healthy() -> JSONResponse:
        dienst.db.execute("SELECT stand FROM tellers WHERE gemeente_code = %s AND naam = 'seq'", [dienst.gemeente_code])
        return JSONResponse({"status": "goed", "schema": VERSIE, "versie": __version__})


def _add_refusals(app: FastAPI) -> None:
    @app.exception_handler(Geweigerd)
    def refused(request: Request, error: Geweigerd) -> Response:
        return refusal(error.status, error.code, error.fields)

    @app.exception_handler(UserError)
    def wrong(request: Request, error: UserError) -> Response:
        return refusal(422, error.code, error.fields)

    @app.exception_handler(EnvironmentProblem)
    def unable(request: Request, error: EnvironmentProblem) -> Response:
        schrijf("centrale_onmachtig", niveau=logging.ERROR, fout=error)
        return refusal(503, error.code)

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        return refusal(422, "bericht_ongeldig")

    @app.exception_handler(HTTPException)
    def unknown(request: Request, error: HTTPException) -> Response:
        return refusal(error.status_code, _HTTP_CODES.get(error.status_code, "bericht_ongeldig"))

    @app.exception_handler(ClientDisconnect)
    def gone(request: Request, error: ClientDisconnect) -> Response:
        # Nobody is there to read it; the server must not call it a fault of its own.
        return refusal(400, "verbinding_verbroken")

    @app.exception_handler(Exception)
    def failed(request: Request, error: Exception) -> Response:
        schrijf("centrale_fout", niveau=logging.ERROR, fout=error)
        return refusal(500, "centrale_fout")
