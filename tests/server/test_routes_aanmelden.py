"""The doors over a real line: what comes in, what is refused, and that refusals tell nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from boa_app.domain.ids import uuid7
from boa_app.domain.moments import utc_now
from tests.centrale import Centrale, start_centrale
from tests.server.identiteit import Toestelhouder


@pytest.fixture
def centrale(tmp_path: Path) -> Iterator[Centrale]:
    with start_centrale(tmp_path) as made:
        yield made


def post(centrale: Centrale, path: str, body: Any) -> httpx.Response:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return httpx.post(f"{centrale.url}/v1/{path}", content=content, headers={"content-type": "application/json"})


def sign_up(centrale: Centrale, holder: Toestelhouder, code: str) -> httpx.Response:
    asked = holder.aanmelding(code)
    return post(centrale, "aanmelden", {name: getattr(asked, name) for name in type(asked).__slots__})


def test_code_nonce_and_token_over_the_line(centrale: Centrale) -> None:
    holder = Toestelhouder(uuid7(utc_now()))
    answer = sign_up(centrale, holder, centrale.code())
    assert answer.status_code == 200
    nonce = post(centrale, "uitdaging", {}).json()["nonce"]
    asked = holder.vraag(centrale.dienst, nonce)
    token = post(centrale, "token", {name: getattr(asked, name) for name in type(asked).__slots__}).json()
    headers = {"Authorization": f"Bearer {token['token']}"}
    stand = httpx.get(f"{centrale.url}/v1/stand", headers=headers).json()
    assert stand == answer.json()["stand"] | {"nu": stand["nu"]}
    again = post(centrale, "token", {name: getattr(asked, name) for name in type(asked).__slots__})
    assert (again.status_code, again.json()) == (401, {"code": "aanmelding_onjuist", "velden": {}})


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b"\xff", b'{"code": 5}', b'{"code": "x"}', b"[" * 20_000, b'{"code": "\\ud800"}'],
)
def test_a_body_of_another_shape_is_refused_without_being_repeated(centrale: Centrale, body: bytes) -> None:
    for path in ("aanmelden", "token"):
        answer = post(centrale, path, body)
        assert answer.status_code in (400, 422)
        assert answer.json() == {"code": "bericht_ongeldig", "velden": {}}


def test_a_wrong_code_a_used_one_and_none_at_all_sound_the_same(centrale: Centrale) -> None:
    used = centrale.code()
    assert sign_up(centrale, Toestelhouder(uuid7(utc_now())), used).status_code == 200
    answers = [sign_up(centrale, Toestelhouder(uuid7(utc_now())), code) for code in (used, "AAAA-BBBB-CCCC", "")]
    assert {(answer.status_code, answer.text) for answer in answers} == {(401, '{"code":"code_onjuist","velden":{}}')}
