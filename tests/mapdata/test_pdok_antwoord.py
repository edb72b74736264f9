"""What a status means, when a service wants to be asked again, and bodies that unpack within bounds only."""

from __future__ import annotations

import gzip

import httpx
import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata.pdok_antwoord import Antwoord, Opnieuw, begin_van, check_status, lees_json, maak_antwoord, pak_uit

NOW = 1_792_000_000.0


def answer(status: int = 200, **headers: str) -> httpx.Response:
    return httpx.Response(status, headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize("status", [200, 204, 206, 304, 404])
def test_these_are_answers(status: int) -> None:
    check_status(answer(status), "buurten", NOW)


@pytest.mark.parametrize("status", [301, 400, 401, 403, 410, 501])
def test_these_will_not_pass(status: int) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        check_status(answer(status), "buurten", NOW)
    assert (caught.value.code, caught.value.fields) == ("pdok_fout", {"onderdeel": "buurten", "status": status})


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (408, "pdok_fout"),
        (429, "pdok_druk"),
        (500, "pdok_fout"),
        (502, "pdok_fout"),
        (503, "pdok_druk"),
        (504, "pdok_fout"),
    ],
)
def test_these_may_pass(status: int, code: str) -> None:
    with pytest.raises(Opnieuw) as caught:
        check_status(answer(status), "buurten", NOW)
    assert (caught.value.problem.code, caught.value.wait_s) == (code, 0.0)


@pytest.mark.parametrize(
    ("text", "wait_s"),
    [
        ("7", 7.0),
        (" 120 ", 120.0),
        ("Wed, 14 Oct 2026 17:47:10 GMT", 30.0),
        ("Wed, 14 Oct 2026 17:00:00 GMT", 0.0),
        ("soon", 0.0),
        ("-5", 0.0),
        ("", 0.0),
        ("9" * 400, 999_999_999.0),
    ],
)
def test_the_wish_of_a_busy_service_is_read(text: str, wait_s: float) -> None:
    with pytest.raises(Opnieuw) as caught:
        check_status(answer(429, Retry_After=text), "buurten", NOW)
    assert caught.value.wait_s == wait_s


def test_a_body_unpacks_to_its_limit_and_not_beyond() -> None:
    packed = gzip.compress(b"x" * 1000)
    response = answer(Content_Encoding="gzip")
    assert pak_uit(response, packed, "buurten", 1000) == b"x" * 1000
    with pytest.raises(EnvironmentProblem) as caught:
        pak_uit(response, packed, "buurten", 999)
    assert caught.value.code == "pdok_te_groot"


@pytest.mark.parametrize("broken", [b"no gzip at all", gzip.compress(b"x" * 1000)[:-9]])
def test_a_broken_packing_may_be_whole_next_time(broken: bytes) -> None:
    with pytest.raises(Opnieuw) as caught:
        pak_uit(answer(Content_Encoding="gzip"), broken, "buurten", 5000)
    assert caught.value.problem.code == "pdok_onleesbaar"


@pytest.mark.parametrize("encoding", ["br", "zstd", "deflate", "gzip, gzip"])
def test_another_packing_than_asked_is_refused(encoding: str) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        pak_uit(answer(Content_Encoding=encoding), b"abc", "buurten", 5000)
    assert caught.value.code == "pdok_onleesbaar"


def test_a_body_that_is_not_packed_stays_as_it_is() -> None:
    assert pak_uit(answer(), b"abc", "buurten", 5000) == b"abc"
    assert pak_uit(answer(Content_Encoding="gzip"), b"", "buurten", 5000) == b""


def test_json_is_an_object_or_nothing() -> None:
    assert lees_json(Antwoord(200, b'{"a": 1}', "", ""))[1] == {"a": 1}
    assert lees_json(Antwoord(304, b"", "", ""))[1] == {}
    with pytest.raises(ValueError, match="part"):
        lees_json(Antwoord(206, b"{}", "", ""))
    for body in (b"[1]", b"<html>", b"", b"\xff\xfe", b"[" * 100_000):
        with pytest.raises(ValueError):
            lees_json(Antwoord(200, body, "", ""))


@pytest.mark.parametrize("etag", ["é", "a\tb", "x" * 201])
def test_a_head_that_could_not_be_sent_back_is_none(etag: str) -> None:
    response = httpx.Response(200, headers=[(b"ETag", etag.encode("latin-1")), (b"Content-Length", b"12")])
    assert maak_antwoord(response, b"").etag == ""
    assert maak_antwoord(response, b"").lengte == 12
    assert maak_antwoord(answer(Content_Length="x"), b"").lengte == 0


def test_where_a_part_begins() -> None:
    assert begin_van(answer(206, Content_Range="bytes 40-99/100"), "x") == 40
    with pytest.raises(EnvironmentProblem) as caught:
        begin_van(answer(206, Content_Range="pages 4"), "x")
    assert caught.value.code == "pdok_onleesbaar"
