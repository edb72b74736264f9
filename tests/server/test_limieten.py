"""Rate, size and slowness, through the real ASGI stack with a clock of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Message, Receive, Scope, Send

from boa_app.server.limieten import Emmers, Grenzen, Limieten, Tempo

SMALL = Grenzen(
    deuren=(("/v1/aanmelden", Tempo(2, 6)),), overal=(("/v1/aanmelden", Tempo(3, 6)),), adres=Tempo(8, 60),
    toestel=Tempo(3, 60), bodies=(("/v1/push", 1000),), body=100, traag_s=0.2, minste_bytes_s=100,
)  # fmt: skip


class Ticks:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Read the whole body and say how long it was."""
    size, more = 0, True
    while more:
        message = await receive()
        size += len(message.get("body", b""))
        more = bool(message.get("more_body", False))
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(size).encode()})


def ask(app: Any, path: str, *, address: str = "10.0.0.1", **given: Any) -> httpx.Response:
    async def run() -> httpx.Response:
        transport = httpx.ASGITransport(app, client=(address, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://centrale") as client:
            return await client.post(path, **given)

    return asyncio.run(run())


def test_a_door_takes_a_few_per_address_and_says_when_again() -> None:
    clock = Ticks()
    app = Limieten(echo, SMALL, clock)
    assert [ask(app, "/v1/aanmelden").status_code for _ in range(3)] == [200, 200, 429]
    refused = ask(app, "/v1/aanmelden")
    assert refused.json() == {"code": "te_vaak", "velden": {"seconden": 10}}
    assert refused.headers["retry-after"] == "10"
    assert ask(app, "/v1/aanmelden", address="10.0.0.2").status_code == 429, "all addresses together"
    assert ask(app, "/v1/stand").status_code == 200, "other paths go on"
    clock.now += 11
    assert ask(app, "/v1/aanmelden").status_code == 200


def test_no_number_of_addresses_opens_a_door_that_writes_more_often_than_the_centre_can_bear() -> None:
    clock = Ticks()
    app = Limieten(echo, Grenzen(), clock)

    async def knock(path: str, times: int) -> list[int]:
        found: list[int] = []
        transport = (httpx.ASGITransport(app, client=(f"10.{nr // 250}.{nr % 250}.1", 1)) for nr in range(times))
        for one in transport:
            async with httpx.AsyncClient(transport=one, base_url="http://centrale") as client:
                found.append((await client.post(path)).status_code)
        return found

    assert asyncio.run(knock("/v1/token", 1205)) == [200] * 1200 + [429] * 5
    assert asyncio.run(knock("/v1/aanmelden", 125)) == [200] * 120 + [429] * 5
    assert asyncio.run(knock("/v1/stand", 5)) == [200] * 5, "who has a token goes on"
    clock.now += 60
    assert asyncio.run(knock("/v1/token", 1)) == [200]


def test_a_device_has_its_own_bucket_behind_one_address() -> None:
    app = Limieten(echo, SMALL, Ticks())
    mine, theirs = ({"Authorization": f"Bearer {name}"} for name in ("een", "twee"))
    assert [ask(app, "/v1/pull", headers=mine).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert ask(app, "/v1/pull", headers=theirs).status_code == 200


def test_a_body_is_bounded_by_what_it_says_and_by_what_comes() -> None:
    app = Limieten(echo, SMALL, Ticks())

    async def parts() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * 10

    assert ask(app, "/v1/push", content=b"x" * 1000).text == "1000"
    assert ask(app, "/v1/push", content=b"x" * 1001).json() == {
        "code": "bericht_te_groot",
        "velden": {"hoogstens": 1000},
    }
    assert ask(app, "/v1/token", content=parts()).status_code == 413
    assert ask(app, "/v1/token", content=b"", headers={"content-length": "-1"}).status_code == 413


def slow(app: Any, first: bytes, clock: Ticks, waits: float) -> int:
    """A client that sends a little and then takes its time; the status it gets."""
    sent: list[Message] = []
    given = iter([{"type": "http.request", "body": first, "more_body": True}])

    async def receive() -> Message:
        message = next(given, None)
        if message is None:
            clock.now += waits
            if waits > 100:
                return {"type": "http.request", "body": b"x", "more_body": True}
            await asyncio.Event().wait()
        assert message is not None
        return message

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "path": "/v1/push", "method": "POST", "headers": [], "client": ("10.0.0.9", 1)}
    asyncio.run(app(scope, receive, send))
    return int(sent[0]["status"])


def test_a_client_that_says_nothing_more_is_let_go() -> None:
    clock = Ticks()
    assert slow(Limieten(echo, SMALL, clock), b"x", clock, 1) == 408


def test_a_client_that_sends_a_letter_now_and_then_is_let_go() -> None:
    clock = Ticks()
    assert slow(Limieten(echo, SMALL, clock), b"x", clock, 1000) == 408


def test_what_is_no_request_passes() -> None:
    seen: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["type"])

    asyncio.run(Limieten(app)({"type": "lifespan"}, None, None))  # type: ignore[arg-type]
    assert seen == ["lifespan"]


@given(st.lists(st.floats(0, 30), max_size=60), st.integers(1, 5), st.floats(1, 600))
def test_a_bucket_never_gives_more_than_it_holds_and_gains(steps: list[float], at_once: int, rate: float) -> None:
    clock = Ticks()
    emmers, taken = Emmers(clock), 0
    for step in steps:
        clock.now += step
        taken += emmers.take("naam", Tempo(at_once, rate)) == 0
    assert taken <= at_once + clock.now * rate / 60 + 1e-6


def test_buckets_that_are_not_used_are_forgotten() -> None:
    emmers = Emmers(Ticks(), most=10)
    for number in range(100):
        emmers.take(f"adres {number}", Tempo(1, 1))
    assert emmers.take("adres 99", Tempo(1, 1)) > 0
    assert emmers.take("adres 1", Tempo(1, 1)) == 0


@pytest.mark.parametrize(("path", "size"), [("/v1/push", 1000), ("/v1/pushes", 1000), ("/v1/x", 100), ("/", 100)])
def test_the_limit_of_a_body_follows_its_path(path: str, size: int) -> None:
    assert SMALL.body_of(path) == size
