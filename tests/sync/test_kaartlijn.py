"""Odd answers to who asks for the rest of a file; good ones come from a real centre in usecases."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import pytest

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.sync.kaartlijn import haal_kaart
from boa_app.sync.transport import Transport

KAART = "ab" * 32


def told(status: int, body: bytes = b"", **headers: str) -> httpx.Response:
    """An answer of which nothing was read yet, as a line gives it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, headers=named, stream=httpx.ByteStream(body))


def fetch(begin: int, answer: Callable[[httpx.Request], httpx.Response]) -> tuple[int, bytes]:
    with Transport("http://127.0.0.1:9", inner=httpx.MockTransport(answer), again_s=()) as line:
        line.token = "t"
        with haal_kaart(line, KAART, begin) as (start, pieces):
            return start, b"".join(pieces)


def test_it_asks_for_the_rest_of_that_very_file() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.url.path == f"/v1/kaartpakket/{KAART}"
        assert (request.headers["range"], request.headers["if-range"]) == ("bytes=4-", f'"{KAART}"')
        assert (request.headers["accept-encoding"], request.headers["authorization"]) == ("identity", "Bearer t")
        return told(206, b"efg", Content_Range="bytes 4-6/7")

    assert fetch(4, answer) == (4, b"efg")


def test_from_the_beginning_it_asks_for_all() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert "range" not in request.headers
        return told(200, b"abc")

    assert fetch(0, answer) == (0, b"abc")


def test_a_centre_that_begins_anew_is_followed() -> None:
    assert fetch(4, lambda _: told(200, b"abcdefg")) == (0, b"abcdefg")


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (told(206, b"x", Content_Range="bytes 2-6/7"), "centrale_fout"),
        (told(200, b"x", Content_Encoding="zstd"), "centrale_fout"),
        (told(302, Location="http://elders/"), "centrale_fout"),
        (told(500, b"<html>"), "centrale_fout"),
        (told(429, Retry_After="30"), "centrale_druk"),
        (told(404, b'{"code": "kaart_onbekend", "velden": {}}'), "kaart_onbekend"),
        (told(401, b'{"code": "token_verlopen", "velden": {}}'), "token_verlopen"),
    ],
)
def test_what_is_no_answer_is_told(answer: httpx.Response, code: str) -> None:
    with pytest.raises(BoaError) as caught:
        fetch(4, lambda _: answer)
    assert caught.value.code == code


def test_a_line_that_breaks_in_the_middle_keeps_what_came() -> None:
    class Breaks(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield b"abc"
            raise httpx.ReadError("cut")

    came: list[bytes] = []
    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=Breaks()))
    with (
        Transport("http://127.0.0.1:9", inner=transport, again_s=()) as line,
        pytest.raises(EnvironmentProblem, match="verbinding_verbroken"),
        haal_kaart(line, KAART, 0) as (_, pieces),
    ):
        for piece in pieces:
            came.append(piece)
    assert came == [b"abc"]


def test_who_stops_before_asking_asks_nothing() -> None:
    def never(_: httpx.Request) -> httpx.Response:
        raise AssertionError("asked")

    with (
        Transport("http://127.0.0.1:9", inner=httpx.MockTransport(never), cancelled=lambda: True) as line,
        pytest.raises(UserError, match="sync_afgebroken"),
        haal_kaart(line, KAART, 0),
    ):
        pass
