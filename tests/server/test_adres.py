"""What counts as this machine only."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from starlette.responses import PlainTextResponse

from boa_app.server.adres import AlleenProxy, is_loopback


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost", "LOCALHOST"])
def test_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "", "localhost.example.nl", "127.0.0.1.example.nl"])
def test_others_can_reach_it(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("client", "scheme", "status"),
    [
        ("10.0.0.1", "http", 200), ("10.0.0.2", "http", 200), ("127.0.0.1", "http", 200), ("10.0.0.9", "https", 200),
        ("10.0.0.9", "http", 403),
    ],
)  # fmt: skip
def test_past_the_proxy_nobody_gets_anything_without_tls(client: str, scheme: str, status: int) -> None:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(
            AlleenProxy(PlainTextResponse("goed"), "10.0.0.1, 10.0.0.2"), client=(client, 1)
        )
        async with httpx.AsyncClient(transport=transport, base_url=f"{scheme}://centrale") as line:
            return await line.get("/")

    answer = asyncio.run(ask())
    assert answer.status_code == status
    assert status == 200 or answer.json() == {"code": "tls_nodig", "velden": {"host": client}}
