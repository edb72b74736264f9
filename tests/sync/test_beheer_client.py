"""Every route of beheer is asked where sync/beheer.py says, with its ids as one part of the path."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import msgspec
import pytest

from boa_app.domain.errors import BoaError
from boa_app.sync.beheer import AccountWijziging, Beeindiging, Intrekking, NieuwAccount, NieuweCode, Rolperiode
from boa_app.sync.beheer_client import BeheerLijn
from boa_app.sync.protocol import Fout
from boa_app.sync.transport import Transport

ROLLEN = (Rolperiode("boa", "2026-01-01"),)
Ask = Callable[[BeheerLijn], object]
ROUTES: list[tuple[str, str, Ask]] = [
    ("GET", "/accounts", lambda centre: centre.accounts()),
    ("POST", "/accounts", lambda centre: centre.maak_account(NieuwAccount("Sam", ROLLEN))),
    ("PUT", "/accounts/a%2Fb", lambda centre: centre.wijzig_account("a/b", AccountWijziging(1, "Sam", ROLLEN))),
    ("POST", "/accounts/a/einde", lambda centre: centre.beeindig_account("a", Beeindiging("weg"))),
    ("GET", "/toestellen", lambda centre: centre.toestellen()),
    ("POST", "/toestellen/..%2Fd/intrekken", lambda centre: centre.trek_toestel_in("../d", Intrekking("weg"))),
    ("GET", "/codes", lambda centre: centre.codes()),
    ("POST", "/codes", lambda centre: centre.maak_code(NieuweCode("a"))),
    ("POST", "/codes/c/intrekken", lambda centre: centre.trek_code_in("c")),
    ("GET", "/matrix", lambda centre: centre.matrix()),
    ("GET", "/audit?voor=7&aantal=100", lambda centre: centre.audit(7)),
    ("GET", "/buurten", lambda centre: centre.buurten()),
    ("PUT", "/buurten", lambda centre: centre.laad_buurten({"type": "FeatureCollection"})),
]


@pytest.mark.parametrize(("method", "path", "ask"), ROUTES, ids=[f"{one[0]} {one[1]}" for one in ROUTES])
def test_each_question_goes_to_its_route_once(method: str, path: str, ask: Ask) -> None:
    seen: list[httpx.Request] = []

    def centre(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(409, stream=httpx.ByteStream(msgspec.json.encode(Fout("account_gewijzigd"))))

    with Transport("http://127.0.0.1:1", inner=httpx.MockTransport(centre)) as line:
        line.token = "t"
        with pytest.raises(BoaError, match="account_gewijzigd"):
            ask(BeheerLijn(line))
    (request,) = seen
    assert (request.method, request.url.raw_path.decode()) == (method, f"/v1/beheer{path}")
    assert request.headers["Authorization"] == "Bearer t"


def test_what_makes_something_is_never_sent_twice() -> None:
    """A line that breaks after a code was made must not make a second one that nobody saw."""
    seen = []

    def centre(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        raise httpx.ReadError("broken")

    broken = Transport("http://127.0.0.1:1", inner=httpx.MockTransport(centre))
    with broken as line, pytest.raises(BoaError, match="verbinding_verbroken"):
        BeheerLijn(line).maak_code(NieuweCode("a"))
    assert len(seen) == 1
