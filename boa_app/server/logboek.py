"""The technical log: one JSON object per line on stderr, without any content.

What goes in is chosen here, field by field: the shape of the route, never the path or the query; the kind of an error
and where it was raised, never its message, which may repeat what it could not read. Who did what is in the audit log.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from boa_app.domain.ids import uuid7
from boa_app.domain.moments import to_iso, utc_now

_OURS = logging.getLogger("boa_app.centrale")
_FOREIGN = (
    "uvicorn",
    "uvicorn.error",
    "uvicorn.access",
    "psycopg",
    "psycopg.pool",
    "asyncio",
    "fastapi",
    "py.warnings",
)


class Regel(logging.Formatter):
    """A record as JSON. Only messages of our own, which are codes, are shown; of others only where they come from."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        line: dict[str, object] = {
            "ts": to_iso(datetime.fromtimestamp(record.created, UTC)), "niveau": record.levelname.lower(),
        }  # fmt: skip
        if record.name == _OURS.name:
            line |= {"wat": record.getMessage(), **getattr(record, "velden", {})}
        else:
            line |= {"wat": "melding_van_onderdeel", "onderdeel": record.name, "regel": record.lineno}
        if record.exc_info and record.exc_info[1] is not None:
            line["fout"] = describe(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def describe(error: BaseException) -> list[str]:
    """The chain of errors as type names and code places, without their messages."""
    told: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(told) < 50:
        told.append(type(seen).__name__)
        frames = traceback.extract_tb(seen.__traceback__)[-8:]
        told += [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return told


def begin_logboek(stream: TextIO | None = None) -> None:
    """Send everything the process logs to one stream in this form; call once, before the server starts."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Regel())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    _OURS.setLevel(logging.INFO)
    for name in _FOREIGN:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
    # uvicorn's own line per request holds the path.
    logging.getLogger("uvicorn.access").disabled = True
    logging.captureWarnings(True)
    threading.excepthook = _thread_failed


def schrijf(wat: str, *, niveau: int = logging.INFO, fout: BaseException | None = None, **velden: str | int) -> None:
    """One line of our own. wat: a code; velden: ids and numbers only."""
    _OURS.log(niveau, wat, extra={"velden": velden}, exc_info=fout)


def _thread_failed(failure: threading.ExceptHookArgs) -> None:
    schrijf("programmafout", niveau=logging.ERROR, fout=failure.exc_value)


class Logboek:
    """ASGI middleware: one line per request."""

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = time.monotonic) -> None:
        self._app, self._clock = app, clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and write down what became of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start, status, counts = self._clock(), 0, {"in": 0, "uit": 0}

        async def receiving() -> Message:
            message = await receive()
            counts["in"] += len(message.get("body", b""))
            return message

        async def sending(message: Message) -> None:
            nonlocal status
            status = int(message.get("status", status))
            counts["uit"] += len(message.get("body", b""))
            await send(message)

        request = uuid7(utc_now())
        try:
            await self._app(scope, receiving, sending)
        except Exception as error:
            schrijf("programmafout", niveau=logging.ERROR, fout=error, verzoek=request, route=_route(scope))
            raise
        finally:
            schrijf(
                "verzoek", verzoek=request, methode=_method(scope), route=_route(scope), status=status,
                ms=round((self._clock() - start) * 1000), bytes_in=counts["in"], bytes_uit=counts["uit"],
            )  # fmt: skip


def _route(scope: Scope) -> str:
    """The route as it was declared, "" when the request matched none: a path may hold anything."""
    return str(getattr(scope.get("route"), "path", ""))


def _method(scope: Scope) -> str:
    method = str(scope["method"])
    return method if method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH") else "ANDERS"
