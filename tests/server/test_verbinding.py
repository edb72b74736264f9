"""A head that does not come, or does not end, ends the connection; everything else goes on."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import httpx
import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from boa_app.server.verbinding import MAX_HEAD_BYTES, Verbinding


class Snel(Verbinding):
    head_s = 0.5


async def hello(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ja"})


@contextmanager
def serving() -> Iterator[int]:
    config = uvicorn.Config(hello, log_config=None, access_log=False, http=Snel, ws="none", lifespan="off")
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield int(listening.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: x\r\n", b"GET / HT"])
def test_a_head_that_does_not_come_ends_the_connection(sent: bytes) -> None:
    with serving() as port, socket.create_connection(("127.0.0.1", port), timeout=15) as line:
        line.sendall(sent)
        with suppress(ConnectionResetError):
            assert line.recv(100) == b""
        assert httpx.get(f"http://127.0.0.1:{port}/", timeout=15).text == "ja"


def test_a_head_that_does_not_end_is_refused() -> None:
    with serving() as port, socket.create_connection(("127.0.0.1", port), timeout=15) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X: " + b"y" * (MAX_HEAD_BYTES + 10) + b"\r\n\r\n")
        assert line.recv(100).startswith(b"HTTP/1.1 400")


def test_a_connection_serves_many_requests_and_rests_between_them() -> None:
    with serving() as port, httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=15) as client:
        assert [client.get("/").text for _ in range(3)] == ["ja"] * 3
        # Longer than a head may take: nothing was begun, so nothing is late.
        with (
            socket.create_connection(("127.0.0.1", port), timeout=15) as other,
            pytest.raises((OSError, AssertionError)),
        ):
            assert other.recv(1) != b""
        assert client.get("/").text == "ja"
