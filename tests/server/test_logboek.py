"""The log tells what happened and never what it was about: a whole round is searched for every value in it."""

from __future__ import annotations

import io
import json
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI, Request

from boa_app.domain.ids import uuid7
from boa_app.domain.moments import utc_now
from boa_app.server.limieten import Limieten
from boa_app.server.logboek import Logboek, begin_logboek, describe, schrijf
from boa_app.sync.protocol import SCHEMA_VERSION
from tests.centrale import Centrale, start_centrale
from tests.server.identiteit import Toestelhouder


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What is logged from now on; everything is as it was afterwards."""
    root, ours = logging.getLogger(), logging.getLogger("boa_app.centrale")
    kept = (root.handlers[:], root.level, ours.level, threading.excepthook)
    stream = io.StringIO()
    begin_logboek(stream)
    yield stream
    root.handlers[:], root.level, ours.level = kept[0], kept[1], kept[2]
    threading.excepthook = kept[3]
    logging.captureWarnings(False)
    logging.getLogger("uvicorn.access").disabled = False


def told(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


class Gewikkeld(Centrale):
    """The centre with the layers it is served with."""

    @property
    def app(self) -> Logboek:
        return Logboek(Limieten(super().app))


def test_no_value_code_token_or_name_is_in_the_log(tmp_path: Path, log: io.StringIO) -> None:
    with start_centrale(tmp_path) as plain:
        plain.__class__ = Gewikkeld
        from tests.centrale import luister

        with luister(plain):
            secrets = whole_round(plain)
    lines = told(log)
    assert {line["route"] for line in lines if line["wat"] == "verzoek"} >= {"/v1/push", "/v1/token", "/v1/aanmelden"}
    for secret in secrets:
        assert secret not in log.getvalue(), secret


def whole_round(centrale: Centrale) -> list[str]:
    """Sign up, push, read, and go wrong in every way; what must stay unsaid."""
    holder, code = Toestelhouder(uuid7(utc_now())), centrale.code("Naam Geheim")
    asked = holder.aanmelding(code)
    names = type(asked).__slots__
    httpx.post(f"{centrale.url}/v1/aanmelden", json={name: getattr(asked, name) for name in names})
    vraag = holder.vraag(centrale.dienst)
    names = type(vraag).__slots__
    token = httpx.post(f"{centrale.url}/v1/token", json={name: getattr(vraag, name) for name in names}).json()["token"]
    headers = {"Authorization": f"Bearer {token}"}
    uid, account = uuid7(utc_now()), centrale.accounts["Naam Geheim"].id
    change = {
        "change_id": uuid7(utc_now()), "device": holder.device, "user": account, "entity": "melding", "uid": uid,
        "field": "*", "value": {"feiten": "de inhoud zelf", "soort": "HANG"}, "base_change_ids": [],
        "hlc": f"1795208400042-0000-{holder.device}", "schema_version": SCHEMA_VERSION, "reason": "de reden zelf",
    }  # fmt: skip
    push = {"sync": uuid7(utc_now()), "changes": [change]}
    assert httpx.post(f"{centrale.url}/v1/push", json=push, headers=headers).status_code == 200
    httpx.post(f"{centrale.url}/v1/push", content=b'{"een": "kapotte inhoud"', headers=headers)
    httpx.get(f"{centrale.url}/v1/pull?na=0&epoch=1&sync=geheimquery", headers=headers)
    httpx.get(f"{centrale.url}/v1/geheimpad/{uid}?q=geheimvraag", headers=headers)
    httpx.get(f"{centrale.url}/v1/stand", headers={"Authorization": "Bearer verkeerdgeheim"})
    return [
        code, token, vraag.nonce, vraag.handtekening, uid, account, "Naam Geheim", "de inhoud zelf", "de reden zelf",
        "kapotte inhoud", "geheimquery", "geheimpad", "geheimvraag", "verkeerdgeheim", holder.teken.publiek,
    ]  # fmt: skip


def test_an_error_is_told_by_kind_and_place_without_its_message(log: io.StringIO) -> None:
    app = FastAPI()

    @app.get("/stuk/{deel}")
    def broken(deel: str, request: Request) -> None:
        raise ValueError(f"kan {deel} niet lezen")

    import asyncio

    async def ask() -> None:
        transport = httpx.ASGITransport(Logboek(app), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://centrale") as client:
            await client.get("/stuk/geheim")

    asyncio.run(ask())
    failed = next(line for line in told(log) if line["wat"] == "programmafout")
    assert failed["route"] == "/stuk/{deel}"
    assert failed["fout"][0] == "ValueError"  # type: ignore[index]
    assert "geheim" not in log.getvalue()


def test_parts_that_log_for_themselves_say_only_where(log: io.StringIO) -> None:
    logging.getLogger("psycopg").error("geheim %s", "ook geheim")
    logging.getLogger("uvicorn.error").warning("geheim")
    assert [line["onderdeel"] for line in told(log)] == ["psycopg", "uvicorn.error"]
    assert "geheim" not in log.getvalue()


def test_a_thread_that_fails_is_logged_alike(log: io.StringIO) -> None:
    def fail() -> None:
        raise KeyError("geheim")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    (line,) = told(log)
    assert (line["wat"], line["niveau"]) == ("programmafout", "error")
    assert "geheim" not in log.getvalue()


def test_our_own_lines_hold_a_code_and_numbers(log: io.StringIO) -> None:
    schrijf("begin", poort=8420)
    (line,) = told(log)
    assert (line["wat"], line["poort"], line["niveau"]) == ("begin", 8420, "info")


def test_a_chain_of_errors_is_told_whole() -> None:
    try:
        try:
            raise KeyError("geheim")
        except KeyError as error:
            raise ValueError("geheim") from error
    except ValueError as error:
        lines = describe(error)
    assert [line for line in lines if line in ("ValueError", "KeyError")] == ["ValueError", "KeyError"]
    assert "geheim" not in repr(lines)
