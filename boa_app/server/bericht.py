"""Bodies in and out: JSON, where asked under zstd, with a limit on what they become when they are unpacked."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
import zstandard
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from boa_app.server.geweigerd import Geweigerd
from boa_app.sync.protocol import Fout

T = TypeVar("T")
MAX_BODY_BYTES = 16 * 1024 * 1024
JSON_TYPE = "application/json"
_ZSTD = "zstd"
# A frame may ask its reader for any window; what a device sends never needs more.
_MAX_WINDOW_BYTES = 8 * 1024 * 1024
# Below this the frame costs more than it saves.
_WORTH_PACKING = 512
_ENCODER = msgspec.json.Encoder()


async def known_first(request: Request, who: Callable[[str | None], T], authorization: str | None) -> T:
    """Who sends a request, asked before anything of its body is kept: else anybody could fill the memory with bodies.

    Raises what ``who`` raises, once the body has passed: a device that is still sending would not hear it.
    """
    try:
        return await run_in_threadpool(who, authorization)
    except Geweigerd:
        async for _ in request.stream():
            pass
        raise


async def read_body(request: Request) -> bytes:
    """The body as it came, at most MAX_BODY_BYTES. Raises Geweigerd 413 bericht_te_groot."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MAX_BODY_BYTES:
            raise Geweigerd(413, "bericht_te_groot", hoogstens=MAX_BODY_BYTES)
        parts.append(part)
    return b"".join(parts)


def decode(body: bytes, encoding: str, kind: type[T]) -> T:
    """The message in a body.

    encoding: the Content-Encoding header. Raises Geweigerd: 413 bericht_te_groot, 415 codering_onbekend, 422
    bericht_ongeldig.
    """
    try:
        return msgspec.json.decode(unpack(body, encoding), type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        # What is wrong with it is not told: the text of the error holds what was sent.
        raise Geweigerd(422, "bericht_ongeldig") from error


def unpack(body: bytes, encoding: str) -> bytes:
    """A body without its packing. Raises as decode."""
    if encoding in ("", "identity"):
        return body
    if encoding.lower() != _ZSTD:
        raise Geweigerd(415, "codering_onbekend")
    reader = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW_BYTES).stream_reader(io.BytesIO(body))
    try:
        # Never more in memory than is allowed, whatever the frame says its size is.
        unpacked = reader.read(MAX_BODY_BYTES + 1)
    except zstandard.ZstdError as error:
        raise Geweigerd(422, "bericht_ongeldig") from error
    if len(unpacked) > MAX_BODY_BYTES:
        raise Geweigerd(413, "bericht_te_groot", hoogstens=MAX_BODY_BYTES)
    return unpacked


def answer(message: Any, request: Request, status: int = 200) -> Response:  # noqa: ANN401 - any message
    """A message as a response, packed when the device takes that and it is worth it."""
    content = _ENCODER.encode(message)
    headers = {"Vary": "Accept-Encoding", "Cache-Control": "no-store"}
    if len(content) >= _WORTH_PACKING and _accepts_zstd(request.headers.get("accept-encoding", "")):
        content = zstandard.ZstdCompressor(level=3).compress(content)
        headers["Content-Encoding"] = _ZSTD
    return Response(content, status, headers, JSON_TYPE)


def refusal(status: int, code: str, fields: dict[str, str | int | float] | None = None) -> Response:
    """A refusal as every route gives it."""
    headers = {"Cache-Control": "no-store"}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(_ENCODER.encode(Fout(code, fields or {})), status, headers, JSON_TYPE)


def _accepts_zstd(header: str) -> bool:
    for part in header.lower().split(","):
        name, _, quality = part.partition(";")
        if name.strip() in (_ZSTD, "*"):
            return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def schema_of(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - a type
    """The JSON schema of a message for the description of the service, without references."""
    schema, components = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    return dict(_inlined(schema[0], components))


def _inlined(schema: Any, components: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(schema, dict):
        if "$ref" in schema:
            return _inlined(components[schema["$ref"].rsplit("/", 1)[1]], components)
        return {name: _inlined(value, components) for name, value in schema.items()}
    return [_inlined(one, components) for one in schema] if isinstance(schema, list) else schema
