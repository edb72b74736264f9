"""Whatever a line can do, what comes out is a known problem, a refusal with its code, or the message."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator

import httpx
import pytest
import zstandard

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.sync import transport as module
from boa_app.sync.protocol import SCHEMA_VERSION, Change, Push, PushAntwoord
from boa_app.sync.transport import Transport, check_server, is_loopback

URL = "https://centrale.example"
CHANGE = Change("c", "d", "u", "melding", "m", "feiten", "tekst " * 2000, (), "h")
Answer = Callable[[httpx.Request], httpx.Response]


class Line(httpx.BaseTransport):
    """Answers with these, in order, the last one for ever."""

    def __init__(self, *answers: Answer) -> None:
        self.answers, self.requests = list(answers), list[httpx.Request]()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        return self.answers.pop(0)(request) if len(self.answers) > 1 else self.answers[0](request)


def says(status: int, body: object = None, headers: dict[str, str] | None = None, raw: bytes | None = None) -> Answer:
    content = raw if raw is not None else json.dumps(body).encode() if body is not None else b""
    return lambda _: httpx.Response(status, headers=headers, stream=httpx.ByteStream(content))


def fails(error: type[httpx.HTTPError]) -> Answer:
    def answer(request: httpx.Request) -> httpx.Response:
        raise error("weg")

    return answer


def made(*answers: Answer, again_s: tuple[float, ...] = (0.0, 0.0)) -> tuple[Transport, Line]:
    line = Line(*answers)
    return Transport(URL, inner=line, again_s=again_s), line


def refusal(call: Callable[[], object]) -> BoaError:
    with pytest.raises(BoaError) as caught:
        call()
    return caught.value


@pytest.mark.parametrize(
    ("given", "checked"),
    [
        ("https://centrale.gemeente.nl/", "https://centrale.gemeente.nl"),
        (" https://centrale.gemeente.nl/boa ", "https://centrale.gemeente.nl/boa"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000/", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_addresses_that_may_be_used(given: str, checked: str) -> None:
    assert check_server(given) == checked


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("", "adres_ongeldig"), ("centrale", "adres_ongeldig"), ("ftp://centrale", "adres_ongeldig"),
        ("https://", "adres_ongeldig"), ("https://u:p@centrale.nl", "adres_ongeldig"),
        ("https://centrale.nl/?x=1", "adres_ongeldig"), ("https://centrale.nl:port", "adres_ongeldig"),
        ("http://centrale.nl", "adres_onveilig"), ("http://192.168.1.4", "adres_onveilig"),
        ("http://localhost.evil.nl", "adres_onveilig"), ("http://127.0.0.1.evil.nl", "adres_onveilig"),
    ],
)  # fmt: skip
def test_addresses_that_may_not(given: str, code: str) -> None:
    assert refusal(lambda: check_server(given)).code == code
    assert not is_loopback("")


@pytest.mark.parametrize(
    ("error", "code", "times"),
    [
        (httpx.ConnectError, "centrale_onbereikbaar", 1), (httpx.ConnectTimeout, "centrale_onbereikbaar", 1),
        (httpx.ReadTimeout, "centrale_traag", 1), (httpx.WriteTimeout, "centrale_traag", 1),
        (httpx.ReadError, "verbinding_verbroken", 3), (httpx.RemoteProtocolError, "verbinding_verbroken", 3),
        (httpx.WriteError, "verbinding_verbroken", 3),
    ],
)  # fmt: skip
def test_faults_of_the_line(error: type[httpx.HTTPError], code: str, times: int) -> None:
    transport, line = made(fails(error))
    problem = refusal(transport.stand)
    assert isinstance(problem, EnvironmentProblem)
    assert (problem.code, len(line.requests)) == (code, times)


def test_a_line_that_broke_is_tried_again_but_a_nonce_serves_once() -> None:
    transport, line = made(fails(httpx.RemoteProtocolError), says(200, {"nonce": "ab"}))
    assert transport.uitdaging().nonce == "ab"
    assert len(line.requests) == 2
    transport, line = made(fails(httpx.RemoteProtocolError))
    refusal(lambda: transport.vraag("POST", "/token", dict, {}, again=False))
    assert len(line.requests) == 1


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (says(200, raw=b"<html>Welkom bij het hotel</html>"), "centrale_fout"),
        (says(302, headers={"Location": "https://hotel.example"}), "centrale_fout"),
        (says(200, {"nonce": 7}), "centrale_fout"),
        (says(200, raw=b""), "centrale_fout"),
        (says(200, raw=b"[" * 100_000), "centrale_fout"),
        (says(404, raw=b"niets hier"), "centrale_fout"),
        (says(400, {"code": "<b>", "velden": {}}), "centrale_fout"),
        (says(500, {"code": "centrale_fout", "velden": {}}), "centrale_fout"),
        (says(503, {"code": "centrale_bezet", "velden": {}}), "centrale_druk"),
        (says(429, raw=b""), "centrale_druk"),
        (says(200, raw=b"xx", headers={"Content-Encoding": "zstd"}), "centrale_fout"),
        (says(200, raw=b"xx", headers={"Content-Encoding": "br"}), "centrale_fout"),
    ],
)
def test_what_is_no_answer_of_a_centre(answer: Answer, code: str) -> None:
    transport, _ = made(answer)
    problem = refusal(transport.uitdaging)
    assert isinstance(problem, EnvironmentProblem)
    assert problem.code == code


def test_a_refusal_keeps_its_code_and_fields_and_nothing_long() -> None:
    velden = {"gemeente": "x" * 500, "max": 3, "slecht veld": "y", "code": "z"}
    transport, _ = made(says(409, {"code": "epoch_verschilt", "velden": velden}))
    problem = refusal(transport.uitdaging)
    assert isinstance(problem, UserError)
    assert (problem.code, problem.fields) == ("epoch_verschilt", {"gemeente": "x" * 200, "max": 3})


def test_a_busy_centre_is_asked_again_but_not_waited_for_long() -> None:
    transport, line = made(says(429, raw=b"", headers={"Retry-After": "0"}), says(200, {"nonce": "ab"}))
    assert transport.uitdaging().nonce == "ab"
    transport, line = made(says(503, raw=b"", headers={"Retry-After": "3600"}))
    assert refusal(transport.uitdaging).code == "centrale_druk"
    assert len(line.requests) == 1


def test_large_messages_are_packed_both_ways() -> None:
    answer = PushAntwoord((), "2026-11-20T20:42:00.000Z")
    body = json.dumps({"antwoorden": [], "nu": answer.nu, "later": "x" * 4000}).encode()
    transport, line = made(says(200, raw=zstandard.compress(body), headers={"Content-Encoding": "zstd"}))
    transport.token = "geheim"
    assert transport.push(Push("s", (CHANGE,))) == answer, "and keys this version does not know are passed over"
    (request,) = line.requests
    assert request.headers["Content-Encoding"] == "zstd"
    assert request.headers["Accept-Encoding"] == "zstd"
    assert request.headers["Authorization"] == "Bearer geheim"
    assert request.headers["Boa-Schema"] == str(SCHEMA_VERSION)
    unpacked = zstandard.decompress(request.content)
    assert json.loads(unpacked)["changes"][0]["value"] == CHANGE.value
    assert (transport.requests, transport.sent) == (1, len(request.content))


def test_a_small_answer_that_unpacks_to_a_mountain_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ANSWER_BYTES", 1_000_000)
    bomb = zstandard.compress(b" " * 5_000_000)
    transport, _ = made(says(200, raw=bomb, headers={"Content-Encoding": "zstd"}))
    assert len(bomb) < 2000
    assert refusal(lambda: transport._send("GET", "/x", limit=1_000_000)).code == "centrale_fout"


def test_an_endless_answer_is_cut_off() -> None:
    class Endless(httpx.SyncByteStream):
        given = 0

        def __iter__(self) -> Iterator[bytes]:
            while True:
                Endless.given += 65536
                yield b"x" * 65536

    transport, _ = made(lambda _: httpx.Response(200, stream=Endless()))
    assert refusal(lambda: transport._send("GET", "/x", limit=500_000)).code == "centrale_fout"
    assert Endless.given < 1_000_000


def test_stopping_ends_before_the_next_message_and_between_attempts() -> None:
    transport, line = made(says(200, {"nonce": "ab"}))
    transport.cancelled = lambda: True
    assert refusal(transport.uitdaging).code == "sync_afgebroken"
    assert line.requests == []
    transport, line = made(fails(httpx.ReadError), again_s=(60.0,))
    transport.cancelled = lambda: len(line.requests) > 0
    assert refusal(transport.uitdaging).code == "sync_afgebroken"


def test_photos_are_bytes_of_their_hash_or_nothing() -> None:
    data = b"verzegeld"
    sha = hashlib.sha256(data).hexdigest()
    transport, line = made(says(200, raw=data))
    assert transport.haal_foto(sha, "u") == data
    assert line.requests[0].url.params["uid"] == "u"
    assert refusal(lambda: transport.haal_foto("00" * 32, "u")).code == "centrale_fout"
    for status in (403, 404):
        transport, _ = made(says(status, {"code": "foto_onbekend", "velden": {}}))
        assert transport.haal_foto(sha, "u") is None


def test_where_a_photo_stopped_and_going_on_there() -> None:
    transport, line = made(
        says(200, headers={"Upload-Offset": "4", "Upload-Complete": "?0"}), says(409, headers={"Upload-Offset": "6"}),
        says(202), says(201),
    )  # fmt: skip
    assert transport.foto_stand("ab", "u") == (4, False)
    assert not transport.stuur_foto("ab", "u", b"verzegeld", 4)
    assert not transport.stuur_foto("ab", "u", b"verzegeld", 6)
    assert transport.stuur_foto("ab", "u", b"verzegeld", 6)
    assert [r.content for r in line.requests[1:]] == [b"egeld", b"eld", b"eld"]
    assert line.requests[-1].headers["Upload-Length"] == "9"
    transport, _ = made(says(404))
    assert transport.foto_stand("ab", "u") == (0, False)
    transport, _ = made(says(401))
    assert refusal(lambda: transport.foto_stand("ab", "u")).code == "token_ongeldig"


def test_a_file_by_hand_goes_as_it_is() -> None:
    transport, line = made(says(200, raw=b"antwoord"))
    assert transport.usb(b"BOAZ") == b"antwoord"
    assert line.requests[0].content == b"BOAZ"
