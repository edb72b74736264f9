"""What the description of the service allows, and more, thrown at every route of it by schemathesis: nothing is an
error of the centre, every refusal is a Fout that repeats nothing, and only who has a token gets an answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case
from schemathesis.openapi import from_url

from boa_app.domain.roles import Rol
from boa_app.server.backend import Backend
from boa_app.server.bestand import BestandBackend
from boa_app.server.postgres import PostgresBackend
from tests.centrale import Centrale, luister, maak_centrale
from tests.server.wereld import NU

# Who is let in without a token, or by something of his own in the message.
OPEN = {"/v1/gezond", "/v1/aanmelden", "/v1/uitdaging", "/v1/token", "/v1/usb"}
EVERY_PHASE = (Phase.explicit, Phase.generate)


def throw(centrale: Centrale, examples: int, rollen: tuple[Rol, ...]) -> int:
    """So many requests at every operation as a device of each role; gives how many operations there are."""
    with luister(centrale), requests.Session() as session:
        operations = [result.ok() for result in from_url(f"{centrale.url}/openapi.json").get_all_operations()]
        for number, operation in enumerate(operations):
            for rol in rollen:
                # A route may end the account that calls it: each gets a fresh one.
                session.headers.update(centrale.toestel(f"{rol} {number}", str(rol)).headers)
                _run(operation, session, examples)
            session.headers["Authorization"] = "Bearer verzonnen"
            _run(operation, session, 3)
    return len(operations)


def _run(operation: Any, session: requests.Session, examples: int) -> None:
    @given(case=operation.as_strategy())
    @settings(
        max_examples=examples, deadline=None, derandomize=True, database=None, phases=EVERY_PHASE,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def one(case: Case) -> None:
        _check(case, session)

    one()


def _check(case: Case, session: requests.Session) -> None:
    response = case.call(session=session)
    told = f"{case.method} {case.formatted_path}"
    assert response.status_code < 500, f"{told}: {response.status_code} {response.text[:200]}"
    if response.status_code >= 400 and case.method != "HEAD":
        answer = response.json()
        assert set(answer) == {"code", "velden"} and answer["code"].replace("_", "").isalnum(), told
    if str(session.headers["Authorization"]).endswith("verzonnen") and case.operation.path not in OPEN:
        assert response.status_code in (401, 422), f"{told}: {response.status_code}"


@pytest.fixture
def centrale(backend: Backend, tmp_path: Path) -> Iterator[Centrale]:
    yield maak_centrale(backend, tmp_path, lambda: NU)


def test_no_request_is_an_error_of_the_centre_over_the_file(bestand_backend: BestandBackend, tmp_path: Path) -> None:
    assert throw(maak_centrale(bestand_backend, tmp_path, lambda: NU), 8, (Rol.TEAMLEIDER, Rol.BEHEERDER)) >= 15


@pytest.mark.postgres
def test_no_request_is_an_error_of_the_centre_over_postgres(postgres_backend: PostgresBackend, tmp_path: Path) -> None:
    """NUL, odd numbers and long texts meet other types there."""
    throw(maak_centrale(postgres_backend, tmp_path, lambda: NU), 3, (Rol.TEAMLEIDER, Rol.BEHEERDER))


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.postgres
def test_many_requests_of_every_role_are_no_error(centrale: Centrale) -> None:
    throw(centrale, 150, tuple(Rol))


def test_every_route_and_refusal_is_described(centrale: Centrale) -> None:
    description = centrale.app.openapi()
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            assert operation.get("summary"), f"{method} {path}"
    assert schemathesis.openapi.from_dict(description).validate() is None
