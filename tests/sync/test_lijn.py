"""The line itself: certificates, a person who stops while it hangs, and bytes that trickle."""

from __future__ import annotations

import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError
from boa_app.sync.lijn import find_proxy, make_context, read_ca
from boa_app.sync.transport import Transport
from tests.certificaat import maak_certificaat

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n"
BODY = b'{"nonce":"ab"}'


@contextmanager
def serve(talk: Callable[[socket.socket], None], context: ssl.SSLContext | None = None) -> Iterator[int]:
    """A server for one connection. talk: what it does with it."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(15)

    def run() -> None:
        try:
            peer, _ = listening.accept()
            with peer:
                wrapped = context.wrap_socket(peer, server_side=True) if context else peer
                wrapped.settimeout(15)
                with wrapped:
                    talk(wrapped)
        except OSError:
            return

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        listening.close()
        thread.join(15)


def _code(call: Callable[[], object]) -> str:
    with pytest.raises(BoaError) as caught:
        call()
    return caught.value.code


def _ask(port: int, scheme: str = "http", **options: object) -> str:
    with Transport(f"{scheme}://127.0.0.1:{port}", again_s=(), **options) as line:  # type: ignore[arg-type]
        return line.uitdaging().nonce


def _take(peer: socket.socket) -> bytes:
    """The whole request. Head and body come in two writes; closing with unread bytes would reset the connection."""
    got = b""
    while b"\r\n\r\n" not in got:
        got += _more(peer)
    head, _, body = got.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: *(\d+)", head)
    while length and len(body) < int(length[1]):
        body += _more(peer)
    return head


def _more(peer: socket.socket) -> bytes:
    part = peer.recv(65536)
    if not part:
        raise ConnectionError("the request ended early")
    return part


def _answer(peer: socket.socket) -> None:
    _take(peer)
    peer.sendall(OK + BODY)


def test_the_own_authority_is_trusted_and_no_other(tmp_path: Path) -> None:
    cert, key = maak_certificaat(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    with serve(_answer, context) as port:
        assert _ask(port, "https", ca_pem=read_ca(cert)) == "ab"
    with serve(_answer, context) as port:
        assert _code(lambda: _ask(port, "https")) == "certificaat_onjuist"
    (tmp_path / "ander").mkdir()
    other, _ = maak_certificaat(tmp_path / "ander")
    with serve(_answer, context) as port:
        assert _code(lambda: _ask(port, "https", ca_pem=read_ca(other))) == "certificaat_onjuist"


def test_what_is_no_certificate_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "ca.pem"
    for content in (b"", b"\xff\xfe", b"-----BEGIN CERTIFICATE-----\nniets\n-----END CERTIFICATE-----\n"):
        wrong.write_bytes(content)
        assert _code(lambda: read_ca(wrong)) == "certificaat_onleesbaar"
    assert _code(lambda: read_ca(tmp_path / "weg.pem")) == "certificaat_onleesbaar"
    assert make_context("").minimum_version is ssl.TLSVersion.TLSv1_2


def test_plain_bytes_where_tls_should_be_are_no_certificate() -> None:
    with serve(lambda peer: peer.sendall(b"HTTP/1.1 400 no\r\n\r\n")) as port:
        assert _code(lambda: _ask(port, "https")) == "centrale_onbereikbaar"


def test_bytes_that_trickle_are_waited_for() -> None:
    def trickle(peer: socket.socket) -> None:
        _take(peer)
        for byte in OK + BODY:
            peer.sendall(bytes([byte]))

    with serve(trickle) as port:
        assert _ask(port) == "ab"


def test_silence_is_a_slow_centre() -> None:
    done = threading.Event()
    with serve(lambda _: done.wait(15) and None) as port:
        assert _code(lambda: _ask(port, answer_s=0.6)) == "centrale_traag"
        done.set()


@pytest.mark.parametrize("size", [10, 50_000_000], ids=["waiting for the answer", "while sending"])
def test_who_stops_does_not_wait_for_a_line_that_hangs(size: int) -> None:
    done, stop = threading.Event(), threading.Event()
    with serve(lambda _: done.wait(15) and None) as port:
        # Without slices it would wait far longer than a test may take.
        line = Transport(f"http://127.0.0.1:{port}", again_s=(), cancelled=stop.is_set, answer_s=600)
        threading.Timer(0.3, stop.set).start()
        assert _code(lambda: line.usb(b"x" * size)) == "sync_afgebroken"
        line.close()
        done.set()


def test_a_connection_that_does_not_come_is_given_up_too() -> None:
    """A full queue of connections: the next one hangs in connecting."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=0)
    port = listening.getsockname()[1]
    fillers = []
    for _ in range(4):
        filler = socket.socket()
        filler.setblocking(False)
        filler.connect_ex(("127.0.0.1", port))
        fillers.append(filler)
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    line = Transport(f"http://127.0.0.1:{port}", again_s=(), cancelled=stop.is_set)
    assert _code(line.uitdaging) == "sync_afgebroken"
    line.close()
    for filler in fillers:
        filler.close()
    listening.close()


def test_nobody_there_is_said_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    assert _code(lambda: _ask(port)) == "centrale_onbereikbaar"


@pytest.mark.parametrize(
    ("proxy", "bypass", "used"),
    [
        ("", "", ""), ("http://proxy.gemeente.nl:3128", "", "http://proxy.gemeente.nl:3128"),
        ("proxy.gemeente.nl:3128", "", "http://proxy.gemeente.nl:3128"),
        ("https://proxy.gemeente.nl", "", ""), ("socks5://proxy.gemeente.nl", "", ""),
        ("http://proxy.gemeente.nl:3128", "centrale.gemeente.nl", ""),
    ],
)  # fmt: skip
def test_the_proxy_of_the_system_is_used_where_it_asks_for_it(
    monkeypatch: pytest.MonkeyPatch, proxy: str, bypass: str, used: str
) -> None:
    for name, value in (("https_proxy", proxy), ("HTTPS_PROXY", proxy), ("no_proxy", bypass), ("NO_PROXY", bypass)):
        monkeypatch.setenv(name, value)
    assert find_proxy("centrale.gemeente.nl") == used


def test_through_a_proxy_the_line_stays_sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The proxy sees where it goes and nothing of what is said."""
    cert, key = maak_certificaat(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    asked: list[bytes] = []

    def tunnel(peer: socket.socket) -> None:
        asked.append(_take(peer))
        peer.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with context.wrap_socket(peer, server_side=True) as inner:
            _answer(inner)

    with serve(tunnel) as port:
        for name in ("https_proxy", "HTTPS_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{port}")
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.setenv(name, "")
        with Transport("https://localhost:4433", ca_pem=read_ca(cert), again_s=()) as line:
            assert line.uitdaging().nonce == "ab"
    assert asked[0].startswith(b"CONNECT localhost:4433 ")
