from __future__ import annotations

import asyncio
import json

import msgspec
import pytest
import zstandard
from starlette.requests import Request

from boa_app.server.bericht import MAX_BODY_BYTES, answer, decode, known_first, refusal, schema_of, unpack
from boa_app.server.geweigerd import Geweigerd
from boa_app.sync.protocol import BonVraag, Push


def request(accept: str) -> Request:
    return Request({"type": "http", "headers": [(b"accept-encoding", accept.encode())]})


@pytest.mark.parametrize(
    ("accept", "packs"),
    [
        ("zstd", True), ("gzip, zstd", True), ("ZSTD;q=0.5", True), ("*", True), ("gzip", False), ("", False),
        ("zstd;q=0", False), ("identity", False),
    ],
)  # fmt: skip
def test_an_answer_is_packed_for_who_takes_that(accept: str, packs: bool) -> None:
    content = ["bladzijde"] * 200
    response = answer(content, request(accept))
    assert (response.headers.get("content-encoding") == "zstd") is packs
    body = bytes(response.body)
    assert json.loads(zstandard.ZstdDecompressor().decompress(body) if packs else body) == content
    assert response.headers["cache-control"] == "no-store"


def test_a_small_answer_is_not_worth_it() -> None:
    assert "content-encoding" not in answer({"a": 1}, request("zstd")).headers


def test_a_message_comes_out_as_it_went_in() -> None:
    push = Push("s", ())
    body = msgspec.json.encode(push)
    assert decode(body, "", Push) == push
    assert decode(zstandard.ZstdCompressor().compress(body), "zstd", Push) == push
    # A frame that does not say how large it is.
    stream = zstandard.ZstdCompressor().compressobj()
    assert decode(stream.compress(body) + stream.flush(), "zstd", Push) == push


def test_a_frame_may_not_ask_for_a_large_window() -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=27)
    packed = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    body = packed.compress(bytes(200_000_000 // 10)) + packed.flush()
    with pytest.raises(Geweigerd) as error:
        unpack(body, "zstd")
    assert error.value.status in (413, 422)


def test_just_the_limit_passes_and_one_more_does_not() -> None:
    compressor = zstandard.ZstdCompressor()
    assert len(unpack(compressor.compress(bytes(MAX_BODY_BYTES)), "zstd")) == MAX_BODY_BYTES
    with pytest.raises(Geweigerd) as error:
        unpack(compressor.compress(bytes(MAX_BODY_BYTES + 1)), "zstd")
    assert (error.value.status, error.value.code) == (413, "bericht_te_groot")


def test_a_refusal_is_a_code_with_fields_and_says_how_to_come_in() -> None:
    response = refusal(401, "token_verlopen", {"n": 1})
    assert json.loads(bytes(response.body)) == {"code": "token_verlopen", "velden": {"n": 1}}
    assert response.headers["www-authenticate"] == "Bearer"
    assert "www-authenticate" not in refusal(422, "x").headers


def test_messages_are_described_without_references() -> None:
    text = json.dumps([schema_of(Push), schema_of(BonVraag), schema_of(list[str])])
    assert "$ref" not in text
    assert "base_change_ids" in text


def test_of_a_body_without_a_sender_nothing_is_kept_and_all_of_it_passes() -> None:
    left = [bytes(1000)] * 3
    kept: list[bytes] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": left.pop(), "more_body": bool(left)}

    def who(authorization: str | None) -> str:
        kept.append(b"" if authorization is None else authorization.encode())
        raise Geweigerd(401, "token_ongeldig")

    request = Request({"type": "http", "method": "POST", "headers": []}, receive)
    with pytest.raises(Geweigerd, match="token_ongeldig"):
        asyncio.run(known_first(request, who, "Bearer x"))
    assert kept == [b"Bearer x"]
    assert left == []
