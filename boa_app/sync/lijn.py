"""The line to the centre: one kept connection that can be given up at any moment, also while it hangs.

httpx waits in one go until its time is over. A person who locks the screen does not: every wait here is cut in slices,
and between two of them the caller is asked whether it is still wanted.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import httpcore
import httpx

from boa_app.domain.errors import UserError

_SLICE_S = 0.25
_KEEP_S = 55.0
Cancelled = Callable[[], bool]


def make_line(host: str, *, ca_pem: str = "", cancelled: Cancelled) -> httpx.BaseTransport:
    """A transport with one connection. host: to see whether the proxy of the system is to be used for it, "" for none.

    ca_pem: the only authorities to trust; "": those of the operating system. Raises UserError certificaat_onleesbaar.
    """
    context = make_context(ca_pem)
    backend = _Backend(cancelled)
    proxy = find_proxy(host) if host else ""
    settings: dict[str, Any] = {
        "ssl_context": context, "max_connections": 1, "max_keepalive_connections": 1, "keepalive_expiry": _KEEP_S,
        "network_backend": backend,
    }  # fmt: skip
    pool = httpcore.HTTPProxy(proxy, **settings) if proxy else httpcore.ConnectionPool(**settings)
    return _PoolTransport(pool)


def make_context(ca_pem: str) -> ssl.SSLContext:
    """TLS 1.2 or later, names checked. Raises UserError certificaat_onleesbaar."""
    try:
        context = ssl.create_default_context(cadata=ca_pem or None)
    except (ssl.SSLError, ValueError) as error:
        raise UserError("certificaat_onleesbaar") from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def read_ca(path: Path) -> str:
    """The PEM text of an authority. Raises UserError certificaat_onleesbaar when it is none."""
    try:
        pem = path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("certificaat_onleesbaar") from error
    if "-----BEGIN CERTIFICATE-----" not in pem:
        raise UserError("certificaat_onleesbaar")
    make_context(pem)
    return pem


def find_proxy(host: str) -> str:
    """The proxy the system asks for on https, "" for none.

    Plain http only, through which TLS is tunnelled: through a proxy with TLS of its own the inner one would have to
    be written by other means than _Stream does.
    """
    found = urllib.request.getproxies().get("https", "")
    if not found or urllib.request.proxy_bypass(host):
        return ""
    address = found if "://" in found else f"http://{found}"
    return address if address.startswith("http://") else ""


class _PoolTransport(httpx.HTTPTransport):
    """The transport of httpx with a pool of our own; only its way of waiting differs."""

    def __init__(self, pool: httpcore.ConnectionPool) -> None:
        # Not super().__init__: that would load the certificates of httpx's own bundle for a pool nobody uses.
        self._pool = pool


class _Backend(httpcore.SyncBackend):
    def __init__(self, cancelled: Cancelled) -> None:
        self._cancelled = cancelled

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        _check(self._cancelled)
        attempt = _Attempt(
            lambda: super(_Backend, self).connect_tcp(host, port, timeout, local_address, socket_options)
        )
        return _Stream(attempt.wait(self._cancelled), self._cancelled)


class _Attempt:
    """Looking up a name and connecting cannot be cut in slices, so a thread does it; given up, it closes what it
    made."""

    def __init__(self, connect: Callable[[], httpcore.NetworkStream]) -> None:
        self._connect = connect
        self._gate = threading.Lock()
        self._ended = threading.Event()
        self._given_up = False
        self._stream: httpcore.NetworkStream | None = None
        self._problem: httpcore.NetworkError | httpcore.TimeoutException | None = None
        threading.Thread(target=self._run, name="boa-sync-connect", daemon=True).start()

    def wait(self, cancelled: Cancelled) -> httpcore.NetworkStream:
        """The connection. Raises what connecting raised, UserError sync_afgebroken."""
        while not self._ended.wait(_SLICE_S):
            if cancelled():
                self._give_up()
                raise UserError("sync_afgebroken")
        if self._stream is None:
            raise self._problem or httpcore.ConnectError("not connected")
        return self._stream

    def _run(self) -> None:
        try:
            stream = self._connect()
        except (httpcore.NetworkError, httpcore.TimeoutException) as problem:
            self._problem = problem
        except (UnicodeError, ValueError) as problem:
            # A host that no name can have.
            self._problem = httpcore.ConnectError(type(problem).__name__)
        else:
            with self._gate:
                if self._given_up:
                    stream.close()
                else:
                    self._stream = stream
        self._ended.set()

    def _give_up(self) -> None:
        with self._gate:
            self._given_up = True
            if self._stream is not None:
                self._stream.close()


class _Stream(httpcore.NetworkStream):
    """A stream that waits in slices."""

    def __init__(self, inner: httpcore.NetworkStream, cancelled: Cancelled) -> None:
        self._inner = inner
        self._cancelled = cancelled

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        until = _deadline(timeout)
        while True:
            _check(self._cancelled)
            with contextlib.suppress(httpcore.ReadTimeout):
                return self._inner.read(max_bytes, _slice(until))
            if time.monotonic() >= until:
                raise httpcore.ReadTimeout("no answer in time")

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        # Not the write of the inner stream: when that runs out of time nobody knows how much of it went.
        sock: socket.socket = self._inner.get_extra_info("socket")
        view, until = memoryview(buffer), _deadline(timeout)
        while view:
            _check(self._cancelled)
            sock.settimeout(_slice(until))
            try:
                sent = sock.send(view[:65536])
            except TimeoutError as problem:
                if time.monotonic() >= until:
                    raise httpcore.WriteTimeout("not taken in time") from problem
                continue
            except OSError as problem:
                raise httpcore.WriteError(type(problem).__name__) from problem
            view, until = view[sent:], _deadline(timeout)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        _check(self._cancelled)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, timeout), self._cancelled)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as httpcore has it
        return self._inner.get_extra_info(info)


def _check(cancelled: Cancelled) -> None:
    if cancelled():
        raise UserError("sync_afgebroken")


def _deadline(timeout: float | None) -> float:
    return float("inf") if timeout is None else time.monotonic() + timeout


def _slice(until: float) -> float:
    return max(0.01, min(_SLICE_S, until - time.monotonic()))
