"""All of the country on one machine: 342 municipalities of 20 devices in one PostgreSQL, over the real API.

What a Friday evening asks, per device in service (nothing is measured yet in the field, so each figure is on the heavy
side and stands in one place below):

- 12 of 20 devices are in service: shifts cover the week, and the rest are of day shifts, desks or spare.
- Eight changes an hour: two meldingen and six changes of fields, 64 in a shift of eight hours. The municipality the
  program was made for logged 258 to 533 meldingen of youth nuisance in a whole year, by all its officers.
- A round every five minutes by itself, and one after each moment of saving (four an hour, since the fields of one
  melding go together): ui.sync.rhythm. 16 rounds an hour, so 18 rounds a second in all of the country.
- A round is stand, push when something was made, pull and bon, and a nonce and a fresh token when the old one ended
  (15 minutes): once in four rounds.
- What colleagues made since the device's last round is waiting: 11 others make five changes in that time.

The database has a past: each municipality 200 meldingen. Commits go to disk (fsync). Load and service are on the same
machine, without TLS, which a proxy does; the load keeps a connection per thread.

Two runs: rounds at the moments chance gives them at that rate (latency is counted from the moment a round was due, so
that waiting counts), and as many as go through.
"""

from __future__ import annotations

import http.client
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import msgspec
import psycopg

from boa_app.domain.ids import uuid7
from boa_app.domain.moments import utc_now
from boa_app.server import identiteiten, toestellen, tokens
from boa_app.server.audit import MACHINE
from boa_app.server.buurtbeheer import laad_buurten
from boa_app.server.dienst import Dienst
from boa_app.server.inrichten import Gemeente, richt_in
from boa_app.server.onderdelen import Onderdelen
from boa_app.server.postgres import PostgresBackend
from boa_app.server.postgres_schema import migrate
from boa_app.sync.beheer import NieuwAccount, Rolperiode
from boa_app.sync.bon import digest
from boa_app.sync.protocol import (
    CREATE_FIELD,
    Aanmelding,
    Blad,
    BonAntwoord,
    BonVraag,
    Change,
    PushAntwoord,
    Token,
    signing_text,
)
from boa_app.vault.zegel import generate_keypair, generate_signing_key, sign
from tests.bench.rows import Row, p99
from tests.centrale import BEGIN, HERSTELCODE, IN_OOST, OOST, buurten_geojson
from tests.postgres import Cluster
from tests.server.wijzigingen import Maker

GEMEENTEN, TOESTELLEN = 342, 20
CODES = tuple(f"GM{number:04}" for number in range(1, GEMEENTEN + 1))
IN_DIENST, RONDES_PER_UUR, DEEL_MET_WERK, DEEL_MET_TOKEN = 12, 16, 0.25, 0.25
DEEL_NIEUW = 0.5
VERLEDEN, ACHTER = 200, 5
RONDES_PER_S = GEMEENTEN * IN_DIENST * RONDES_PER_UUR / 3600
PEAK_S, FULL_S, AT_ONCE = 25.0, 20.0, 12
LIMIT_S = 3.0


@dataclass
class Apparaat:
    """A device that signed up: what it needs to sync. lock: it does one round at a time."""

    code: str
    centrale: str
    maker: Maker
    sleutel: str
    bearer: str
    epoch: int
    cursor: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


@dataclass
class Meting:
    """What a run gave. rondes: seconds of each; verzoeken: how many requests."""

    rondes: list[float] = field(default_factory=list)
    verzoeken: int = 0
    seconden: float = 0.0


class Lijn:
    """A kept connection of one thread; http.client, since it asks least of the machine that is measured."""

    def __init__(self, address: str) -> None:
        host, port = address.split(":")
        self._line = http.client.HTTPConnection(host, int(port), timeout=60)
        self.verzoeken = 0

    def ask(self, apparaat: Apparaat, path: str, body: Any = None) -> bytes:
        """The answer of a request; everything but 200 ends the measurement."""
        headers = {"Authorization": f"Bearer {apparaat.bearer}", "Content-Type": "application/json"}
        method, content = ("GET", None) if body is None else ("POST", msgspec.json.encode(body))
        self._line.request(method, f"/{apparaat.code}/v1/{path}", content, headers)
        answer = self._line.getresponse()
        told = answer.read()
        self.verzoeken += 1
        if answer.status != 200:
            raise AssertionError(f"{path}: {answer.status} {told[:300]!r}")
        return told

    def close(self) -> None:
        """Let go of it."""
        self._line.close()


def ronde(lijn: Lijn, apparaat: Apparaat, draw: random.Random) -> None:
    """One round as sync.flow has it."""
    with apparaat.lock:
        if draw.random() < DEEL_MET_TOKEN:
            _renew(lijn, apparaat)
        sync = uuid7(utc_now())
        lijn.ask(apparaat, "stand")
        made = _make(apparaat, draw) if draw.random() < DEEL_MET_WERK else []
        if made:
            push(lijn, apparaat, sync, made)
        van = apparaat.cursor
        page = msgspec.json.decode(lijn.ask(apparaat, f"pull?na={van}&epoch={apparaat.epoch}&sync={sync}"), type=Blad)
        apparaat.cursor = page.cursor
        sent = {"melding": digest(change.change_id for change in made)} if made else {}
        got = digest({one.change.change_id for one in page.changes})
        vraag = BonVraag(sync, sent, got, van, page.cursor, digest([]), ())
        counted = msgspec.json.decode(lijn.ask(apparaat, "bon", vraag), type=BonAntwoord)
        if counted.gestuurd != sent or counted.opgehaald != got:
            raise AssertionError(f"the receipt differs: {vraag} {counted}")


def push(lijn: Lijn, apparaat: Apparaat, sync: str, made: list[Change]) -> None:
    """Bring changes; all must be taken."""
    body = {"sync": sync, "changes": made}
    answer = msgspec.json.decode(lijn.ask(apparaat, "push", body), type=PushAntwoord)
    if any(one.uitslag != "genomen" for one in answer.antwoorden):
        raise AssertionError(f"refused: {answer}")


def _renew(lijn: Lijn, apparaat: Apparaat) -> None:
    nonce = msgspec.json.decode(lijn.ask(apparaat, "uitdaging", {}))["nonce"]
    device = apparaat.maker.device
    signed = sign(apparaat.sleutel, signing_text(apparaat.centrale, device, nonce))
    vraag = {"device": device, "nonce": nonce, "handtekening": signed}
    apparaat.bearer = msgspec.json.decode(lijn.ask(apparaat, "token", vraag), type=Token).token


def _make(apparaat: Apparaat, draw: random.Random) -> list[Change]:
    """What was made since the last round: a melding and a change of it, or two changes of the one before."""
    maker = apparaat.maker
    made = [change for change in maker.made if change.field == CREATE_FIELD]
    if not made or draw.random() < DEEL_NIEUW:
        base = _melding(maker, draw)
        return [base, maker.edit(base, "ernst", "3")]
    base, told = made[-1], []
    for veld in ("ernst", "resultaat"):
        heads = [one.change_id for one in maker.made if (one.uid, one.field) == (base.uid, veld)]
        told.append(maker.edit(base, veld, str(draw.randrange(4)), tuple(heads[-1:]) or (base.change_id,)))
    return told


def _melding(maker: Maker, draw: random.Random) -> Change:
    lon, lat = IN_OOST
    return maker.melding(
        (lon + draw.uniform(-0.009, 0.009), lat + draw.uniform(-0.009, 0.009)), plaats="Zeemanlaan", ernst="2",
        feiten="Vier jongeren bij de bank, muziek, na aanspreken weg.", maatregelen=["AANSPREKEN"],
        resultaat="VERTROKKEN",
    )  # fmt: skip


def set_up(backend: PostgresBackend, code: str) -> list[Apparaat]:
    """A municipality with its devices and its past."""
    db, now = backend.db(code), utc_now()
    dienst = Dienst(db, utc_now)
    with db.transaction():
        richt_in(db, Gemeente(code, f"Gemeente {code}"), HERSTELCODE, now)
        laad_buurten(db, buurten_geojson(), MACHINE, now)
        centrale = dienst.instellingen.centrale
        devices = [_sign_up(dienst, number, centrale) for number in range(TOESTELLEN)]
    delen, past, draw = Onderdelen(backend, dienst), devices[-1], random.Random(code)
    batch = past.maker.push(*(_melding(past.maker, draw) for _ in range(VERLEDEN)))
    delen.push(delen.toegang(f"Bearer {past.bearer}"), batch)
    # The rows of the last meldingen wait for every device, as what colleagues made since its last round.
    behind = db.execute(
        "SELECT min(seq) AS seq FROM changes WHERE gemeente_code = %s AND change_id = ANY (%s)",
        [code, [change.change_id for change in batch.changes[-ACHTER:]]],
    )
    for one in devices:
        one.cursor = int(behind[0]["seq"]) - 1
    return devices


def _sign_up(dienst: Dienst, number: int, centrale: str) -> Apparaat:
    db, now = dienst.db, utc_now()
    nieuw = NieuwAccount(f"Boa {number}", (Rolperiode("boa", BEGIN),), (OOST,))
    account = identiteiten.maak_account(db, nieuw, MACHINE, now).id
    teken, device = generate_signing_key(), uuid7(now)
    toestellen.voeg_toe(db, account, Aanmelding("", device, "Tablet", teken.publiek, generate_keypair().publiek), now)
    bearer = tokens.geef_token(db, device, account, now).token
    found = identiteiten.actualiseer(db, account, now)
    assert found is not None
    return Apparaat(
        dienst.gemeente_code, centrale, Maker(utc_now, account, device), teken.prive, bearer, found["epoch"]
    )


@contextmanager
def serving(dsn: str, folder: Path) -> Iterator[IO[str]]:
    """The service of all municipalities in its own process; it tells its address when it listens."""
    command = [sys.executable, "-m", "tests.bench.landelijk_probe", dsn, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin and server.stdout
        try:
            yield server.stdout
        finally:
            server.stdin.close()
            server.wait(60)


def run(address: str, threads: int, next_due: Callable[[], float | None], devices: list[Apparaat]) -> Meting:
    """Rounds of devices drawn by chance, each not before its moment; next_due gives None at the end."""
    meting, guard, began = Meting(), threading.Lock(), time.perf_counter()

    def work(seed: int) -> None:
        draw, lijn, own = random.Random(seed), Lijn(address), list[float]()
        try:
            while True:
                with guard:
                    due = next_due()
                if due is None:
                    break
                if (early := began + due - time.perf_counter()) > 0:
                    # Nobody sets it: the round is not due yet.
                    threading.Event().wait(early)
                begun = time.perf_counter() if due == 0.0 else began + due
                ronde(lijn, draw.choice(devices), draw)
                own.append(time.perf_counter() - begun)
        finally:
            lijn.close()
        with guard:
            meting.rondes += own
            meting.verzoeken += lijn.verzoeken

    with ThreadPoolExecutor(threads) as pool:
        for done in [pool.submit(work, seed) for seed in range(threads)]:
            done.result()
    meting.seconden = time.perf_counter() - began
    return meting


def warm_up(address: str, devices: list[Apparaat]) -> None:
    """A round of every municipality: the first request of a service builds what the next ones use."""
    lijn, draw = Lijn(address), random.Random(0)
    for one in devices:
        ronde(lijn, one, draw)
    lijn.close()


def peak(address: str, devices: list[Apparaat]) -> Meting:
    """Rounds at the rate of the Friday evening, at moments of chance; enough threads that none is late for want of
    one."""
    draw, at = random.Random(1), 0.0

    def next_due() -> float | None:
        nonlocal at
        at += draw.expovariate(RONDES_PER_S)
        return at if at < PEAK_S else None

    return run(address, 4 * AT_ONCE, next_due, devices)


def full(address: str, devices: list[Apparaat]) -> Meting:
    """As many rounds as go through."""
    end = time.perf_counter() + FULL_S
    return run(address, AT_ONCE, lambda: 0.0 if time.perf_counter() < end else None, devices)


def beside_a_turn(backend: PostgresBackend, address: str, one: Apparaat, other: Apparaat) -> float:
    """Seconds of a push while another municipality writes, the shortest of ten; one of the same waits meanwhile."""
    draw, took = random.Random(2), []
    lijn, own = Lijn(address), Lijn(address)
    with ThreadPoolExecutor(1) as threads:
        with backend.schrijfbeurt(one.code):
            waiting = threads.submit(push, own, one, uuid7(utc_now()), _make(one, draw))
            for _ in range(10):
                begun = time.perf_counter()
                push(lijn, other, uuid7(utc_now()), _make(other, draw))
                took.append(time.perf_counter() - begun)
            if waiting.done():
                raise AssertionError("a push did not wait for its own municipality")
        waiting.result(60)
    lijn.close()
    own.close()
    return min(took)


def measure(folder: Path) -> list[Row]:
    """Peak, saturation and what they leave between them."""
    cluster = Cluster()
    try:
        name = cluster.create_database()
        migrate(cluster.dsn(name))
        dsn = cluster.dsn(name, cluster.pool_role())
        backend = PostgresBackend(dsn)
        try:
            # The service starts while its municipalities are filled: both are slow, neither is measured.
            with serving(dsn, folder) as told:
                with ThreadPoolExecutor(4) as threads:
                    made = list(threads.map(lambda code: set_up(backend, code), CODES))
                address = told.readline().strip()
                _as_in_use(cluster.dsn(name))
                on_duty = [one for devices in made for one in devices[:IN_DIENST]]
                warm_up(address, [devices[0] for devices in made])
                friday = peak(address, on_duty)
                most = full(address, on_duty)
                turn = beside_a_turn(backend, address, made[0][0], made[1][0])
        finally:
            backend.close()
    finally:
        cluster.stop()
    return _rows(friday, most, turn)


def _as_in_use(dsn: str) -> None:
    """Commits reach the disk, and the planner knows what is there."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = on")
        connection.execute("SELECT pg_reload_conf()")
        connection.execute("CHECKPOINT")
        connection.execute("VACUUM ANALYZE")


def _rows(friday: Meting, most: Meting, turn: float) -> list[Row]:
    per_round = friday.verzoeken / len(friday.rondes)
    asked, carried = RONDES_PER_S * per_round, most.verzoeken / most.seconden
    told = f"{GEMEENTEN} gemeenten, {IN_DIENST} van {TOESTELLEN} toestellen in dienst, {RONDES_PER_UUR} rondes/uur"
    machine = f"{os.cpu_count()} kernen, één dienst, PostgreSQL en de belasting samen"
    rondes = len(most.rondes) / most.seconden
    return [
        Row("landelijke vrijdagavond, gevraagd", asked, None, "/s", f"verzoeken; {RONDES_PER_S:.1f} rondes/s; {told}"),
        Row("gedragen door één machine", carried, None, "/s", f"verzoeken; {rondes:.1f} rondes/s; {machine}"),
        Row("gevraagd als deel van gedragen", asked / carried, 1.0, "x", f"ruimte {carried / asked:.1f} keer"),
        Row("alle 20 toestellen tegelijk in dienst", asked * TOESTELLEN / IN_DIENST / carried, None, "x", "als deel"),
        Row("een ronde op de piek, mediaan", _median(friday.rondes), None, "s", f"n={len(friday.rondes)}"),
        Row("een ronde op de piek, p99", p99(friday.rondes), LIMIT_S, "s", f"{per_round:.1f} verzoeken per ronde"),
        Row("een ronde bij verzadiging, mediaan", _median(most.rondes), None, "s", f"{AT_ONCE} tegelijk"),
        Row("een ronde bij verzadiging, p99", p99(most.rondes), None, "s", f"n={len(most.rondes)}"),
        Row("sturen terwijl een andere gemeente schrijft", turn, LIMIT_S, "s", "het slot is per gemeente_code"),
    ]


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
