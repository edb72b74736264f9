"""A round with 100 changes over a poor line: 512 kbit/s each way with 40 ms to the centre, by a proxy of our own."""

from __future__ import annotations

import socket
import statistics
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from boa_app.domain.melding import Melding
from boa_app.domain.moments import utc_now
from boa_app.usecases.aanmelden import meld_aan, sessie_van
from boa_app.usecases.meldingen import register_melding, wijzig_melding
from boa_app.usecases.opening import make_store
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.session import Session
from boa_app.usecases.synchroniseren import Syncuitslag, run_sync
from tests.apparaten import kaart_van_de_centrale
from tests.bench.rows import Row
from tests.centrale import IN_OOST, OOST, Centrale, start_centrale
from tests.samples import LIGHT_KDF, PASSPHRASE, load_lijsten

LIMIT_S, CHANGES, ROUNDS = 3.0, 100, 5
BITS_PER_S, ONE_WAY_S = 512_000, 0.04
_CHUNK = 1024


class PoorLine:
    """A proxy that lets 512 kbit/s through each way, each byte 40 ms late. up, down: bytes that went; connections."""

    def __init__(self, target: tuple[str, int]) -> None:
        self._target = target
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = self._listening.getsockname()
        self.up = self.down = self.connections = 0
        self._threads: list[threading.Thread] = []
        self._start(self._accept)

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join(10)

    def _start(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            far = socket.create_connection(self._target)
            for one in (near, far):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections += 1
            self._start(self._pump, near, far, "up")
            self._start(self._pump, far, near, "down")

    def _pump(self, source: socket.socket, target: socket.socket, way: str) -> None:
        """Bytes leave at the speed of the line and arrive a fixed time later, as on a real one."""
        waiting: deque[tuple[float, bytes]] = deque()
        changed = threading.Condition()

        def deliver() -> None:
            while True:
                with changed:
                    changed.wait_for(lambda: bool(waiting))
                    due, part = waiting.popleft()
                # Nobody sets it: this is how long the bytes are on their way.
                threading.Event().wait(max(0.0, due - time.monotonic()))
                try:
                    if not part:
                        target.shutdown(socket.SHUT_WR)
                        return
                    target.sendall(part)
                except OSError:
                    return

        self._start(deliver)
        free_at = 0.0
        while True:
            try:
                part = source.recv(_CHUNK)
            except OSError:
                part = b""
            free_at = max(free_at, time.monotonic()) + len(part) * 8 / BITS_PER_S
            setattr(self, way, getattr(self, way) + len(part))
            with changed:
                waiting.append((free_at + ONE_WAY_S, part))
                changed.notify()
            if not part:
                return


@contextmanager
def _poor(centrale: Centrale) -> Iterator[PoorLine]:
    host, port = centrale.url.removeprefix("http://").split(":")
    line = PoorLine((host, int(port)))
    try:
        yield line
    finally:
        line.close()


def _device(folder: Path, centrale: Centrale, naam: str, url: str) -> Session:
    session, _ = make_store(
        folder, PASSPHRASE, load_lijsten(), utc_now, gemeente_code="GM0353", gemeente_naam="IJsselstein", kdf=LIGHT_KDF
    )
    meld_aan(session, url, centrale.code(naam, "boa", (OOST,)), naam="bench")
    kaart = kaart_van_de_centrale()
    session = sessie_van(replace(session, kaart=kaart, plaatsen=PlaatsIndex(kaart)))
    run_sync(session)
    return session


def _work(session: Session) -> None:
    """A hundred changes as a shift makes them: meldingen with facts, each with two edits afterwards."""
    lon, lat = IN_OOST
    for number in range(34):
        melding = _melding(lon + number / 20_000, lat, number)
        uid = register_melding(session, melding).uid
        if number < 33:
            wijzig_melding(session, uid, {"ernst": "3", "resultaat": "R1"})


def _melding(lon: float, lat: float, number: int) -> Melding:
    """A melding as a boa logs it, each with words of its own."""

    feiten = (
        f"Groep van {3 + number % 9} bij bankje {number}, muziek en afval, na aanspreken om {20 + number % 4}:15 weg."
    )
    return Melding(
        gebeurd_van=utc_now(), lon=lon, lat=lat, soort="GEL-STEM", ernst="2", groepsgrootte="G2",
        maatregelen=("AANSPR", "WEG"), resultaat="R2", feiten=feiten, plaats="Kerkplein",
    )  # fmt: skip


def measure(folder: Path) -> list[Row]:
    """Sending 100 changes and receiving them, each over the poor line; the median of five rounds."""
    sending, receiving, told = [], [], ""
    with start_centrale(folder / "centrale") as centrale, _poor(centrale) as line:
        url = f"http://127.0.0.1:{line.address[1]}"
        een, ander = (
            _device(folder / "een", centrale, "Sam de Wit", url),
            _device(folder / "ander", centrale, "Noor Vos", url),
        )
        for _ in range(ROUNDS):
            _work(een)
            before = (line.up, line.down, line.connections)
            begun = time.perf_counter()
            sent = run_sync(een)
            sending.append(time.perf_counter() - begun)
            told = (
                f"{line.up - before[0]} B op, {line.down - before[1]} B neer, {line.connections - before[2]} verbinding"
            )
            begun = time.perf_counter()
            received = run_sync(ander)
            receiving.append(time.perf_counter() - begun)
            _check(sent, received)
        een.close()
        ander.close()
    peer = "512 kbit/s, 40 ms enkele reis"
    return [
        Row(f"{CHANGES} wijzigingen versturen", statistics.median(sending), LIMIT_S, "s", f"{peer}; {told}"),
        Row(f"{CHANGES} wijzigingen ophalen", statistics.median(receiving), LIMIT_S, "s", peer),
    ]


def _check(sent: Syncuitslag, received: Syncuitslag) -> None:
    lines = {line.naam: line for line in sent.bon.regels}
    if lines["melding"].centrale != CHANGES or not sent.bon.is_gelijk or not received.bon.is_gelijk:
        raise RuntimeError(f"the rounds were not what was to be measured: {sent.bon}")
