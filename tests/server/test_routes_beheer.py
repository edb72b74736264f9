"""Beheer over the line: each route, who may ask it, and what it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from boa_app.domain.moments import utc_now
from boa_app.domain.roles import Actor, Entiteit, Handeling, Onderwerp, Rol, Veldgroep, may
from tests.centrale import Centrale, Toestel, buurten_geojson, start_centrale

ROUTES: list[tuple[str, str, Any, tuple[tuple[Entiteit, Handeling], ...]]] = [
    ("GET", "accounts", None, ((Entiteit.ACCOUNT, Handeling.LEZEN),)),
    ("POST", "accounts", {"naam": "Nieuw {rol}", "rollen": [{"rol": "boa", "begin": "2026-01-01"}]},
     ((Entiteit.ACCOUNT, Handeling.MAKEN),)),
    ("PUT", "accounts/{account}",
     {"versie": 1, "naam": "Anders {rol}", "rollen": [{"rol": "boa", "begin": "2026-01-01"}]},
     ((Entiteit.ACCOUNT, Handeling.WIJZIGEN),)),
    ("POST", "accounts/{account}/einde", {"reden": "weg"}, ((Entiteit.ACCOUNT, Handeling.VERVALLEN),)),
    ("GET", "toestellen", None, ((Entiteit.ACCOUNT, Handeling.LEZEN),)),
    ("POST", "toestellen/{device}/intrekken", {"reden": "weg"}, ((Entiteit.ACCOUNT, Handeling.VERVALLEN),)),
    ("GET", "codes", None, ((Entiteit.ACCOUNT, Handeling.LEZEN),)),
    ("POST", "codes", {"account": "{open}"}, ((Entiteit.ACCOUNT, Handeling.MAKEN),)),
    ("GET", "matrix", None, ((Entiteit.ACCOUNT, Handeling.LEZEN), (Entiteit.AUDIT, Handeling.LEZEN))),
    ("GET", "audit", None, ((Entiteit.AUDIT, Handeling.LEZEN),)),
    ("GET", "buurten", None, ((Entiteit.ACCOUNT, Handeling.LEZEN), (Entiteit.GEBIED, Handeling.LEZEN))),
    ("PUT", "buurten", buurten_geojson(), ((Entiteit.CODELIJST, Handeling.WIJZIGEN),)),
]  # fmt: skip


@pytest.fixture
def centrale(tmp_path: Path) -> Iterator[Centrale]:
    with start_centrale(tmp_path) as made:
        yield made


def filled(value: Any, words: dict[str, str]) -> Any:
    if isinstance(value, str):
        return value.format(**words) if "{" in value else value
    if isinstance(value, dict):
        return {name: filled(one, words) for name, one in value.items()}
    return value


def ask(centrale: Centrale, who: Toestel | None, method: str, path: str, body: Any = None) -> httpx.Response:
    headers = who.headers if who else {}
    given: dict[str, Any] = {"content": body} if isinstance(body, bytes) else {"json": body} if body else {}
    return httpx.request(method, f"{centrale.url}/v1/beheer/{path}", headers=headers, timeout=30, **given)


@pytest.mark.parametrize("rol", list(Rol))
def test_each_route_follows_the_table_of_rights(centrale: Centrale, rol: Rol) -> None:
    centrale.account("Altijd beheerder", "beheerder")
    who = centrale.toestel(f"Iemand {rol}", rol)
    for number, (method, path, body, needed) in enumerate(ROUTES):
        target = centrale.toestel(f"Doel {rol} {number}", "uitvoerder")
        words = {"account": target.account, "device": target.device, "rol": str(rol)}
        words["open"] = centrale.account(f"Open {rol}").id
        actor = Actor("x", rol)
        allowed = any(
            may(actor, handeling, entiteit, Veldgroep.ALLES, Onderwerp(), utc_now()) for entiteit, handeling in needed
        )
        answer = ask(centrale, who, method, filled(path, words), filled(body, words))
        expected = 200 if allowed else 403
        assert answer.status_code == expected, (rol, method, path, answer.text)
        if not allowed:
            assert answer.json()["code"] == "geen_recht"


@pytest.mark.parametrize(("method", "path", "body", "_"), ROUTES, ids=lambda value: str(value)[:30])
def test_without_a_token_nothing_is_told(centrale: Centrale, method: str, path: str, body: Any, _: Any) -> None:
    words = {"account": "x", "device": "x", "rol": "", "open": "x"}
    answer = ask(centrale, None, method, filled(path, words), filled(body, words))
    assert (answer.status_code, answer.json()["code"]) == (401, "token_ongeldig")


def test_a_code_made_over_the_line_can_be_withdrawn(centrale: Centrale) -> None:
    chief = centrale.toestel("Altijd beheerder", "beheerder")
    made = ask(centrale, chief, "POST", "codes", {"account": centrale.account("Codes").id}).json()
    assert made["id"] in [one["id"] for one in ask(centrale, chief, "GET", "codes").json()["codes"]]
    left = ask(centrale, chief, "POST", f"codes/{made['id']}/intrekken").json()["codes"]
    assert made["id"] not in [one["id"] for one in left]
    assert ask(centrale, chief, "POST", f"codes/{made['id']}/intrekken").status_code == 404


def test_the_audit_log_is_paged_and_its_reading_is_in_it(centrale: Centrale) -> None:
    reader = centrale.toestel("Inzage", "privacy")
    first = ask(centrale, reader, "GET", "audit?aantal=3").json()
    assert (len(first["regels"]), first["gebroken_bij"]) == (3, 0)
    assert (first["regels"][0]["actie"], first["regels"][0]["actor_naam"]) == ("RAADPLEGEN", "Inzage")
    seen = [line["seq"] for line in first["regels"]]
    while first["volgende"]:
        first = ask(centrale, reader, "GET", f"audit?aantal=500&voor={first['volgende']}").json()
        seen += [line["seq"] for line in first["regels"]]
    assert seen == list(range(seen[0], 0, -1))
    assert ask(centrale, reader, "GET", "audit?aantal=0").status_code == 422


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("POST", "accounts", b"{", 422, "bericht_ongeldig"),
        ("POST", "accounts", {"naam": "x"}, 422, "bericht_ongeldig"),
        ("POST", "accounts", {"naam": "x", "rollen": []}, 422, "rol_ontbreekt"),
        ("PUT", "accounts/x", {"versie": 1, "naam": "x", "rollen": []}, 404, "account_onbekend"),
        ("POST", "toestellen/%00/intrekken", {"reden": "x"}, 404, "toestel_onbekend"),
        ("POST", "codes", {"account": "\x00"}, 404, "account_onbekend"),
        ("PUT", "buurten", b"geen json", 422, "buurten_ongeldig"),
        ("GET", "nergens", None, 404, "route_onbekend"),
    ],
)
def test_what_is_wrong_is_told_by_code_and_never_repeated(
    centrale: Centrale, method: str, path: str, body: Any, status: int, code: str
) -> None:
    answer = ask(centrale, centrale.toestel("Altijd beheerder", "beheerder"), method, path, body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert "geen json" not in answer.text
