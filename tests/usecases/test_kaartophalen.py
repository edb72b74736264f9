"""Fetching a kaartpakket from a real centre: offered once, cut at any byte, killed at any moment, chosen by nobody."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx
import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.moments import to_iso, utc_now
from boa_app.domain.roles import Rol
from boa_app.mapdata import bewaring
from boa_app.mapdata.pakket import load_pakket
from boa_app.server import toestellen
from boa_app.server.audit import MACHINE
from boa_app.server.kaartpakketten import Kaartenmap, haal_weg, kaartsleutel, zet
from boa_app.store import sync_stand
from boa_app.sync.kaartbestand import Kaartkop
from boa_app.sync.transport import Transport
from boa_app.usecases import kaartophalen
from boa_app.usecases.kaartinpakken import Tekenaar, pak_in_met
from boa_app.usecases.kaartophalen import Aanbod, haal_op, nieuw_op_centrale, ruim_op
from boa_app.usecases.kaartpakketten import kies_kaartpakket, lijst_kaartpakketten
from boa_app.usecases.session import Session
from boa_app.usecases.synchroniseren import onderhoud, run_sync
from tests.aangemeld import meld_sessie_aan
from tests.centrale import Centrale, start_centrale
from tests.kaartmappen import MADE_ON, maak_kaartmap
from tests.samples import SetClock, make_sample_session
from tests.stoorlijn import Stoorlijn

ROOT = Path(__file__).parents[2]
LATER = "2026-12-01T21:00:00.000Z"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kaartophalen, "AGAIN_S", (0.0,) * 3)


@dataclass
class Geval:
    """A centre, and a device that signed up there. folder: for what is put at the centre."""

    centrale: Centrale
    session: Session
    folder: Path

    def put(self, gemaakt_op: str = MADE_ON, *, tegels: int = 2, **more: str) -> Kaartkop:
        """A kaartpakket that somebody with a device made, at the centre."""
        map_ = maak_kaartmap(self.folder / f"kaart{len(list(self.folder.iterdir()))}", gemaakt_op=gemaakt_op,
                             tegels=tegels, **more)  # fmt: skip
        maker = self.centrale.toestel("Maker", "teamleider").teken
        made = pak_in_met(Tekenaar(maker.prive, "IJsselstein"), map_, map_.with_suffix(".boakaart"))
        with made.bestand.open("rb") as file:
            return zet(self.centrale.db, self.kaarten, file, self.centrale.dienst.clock())

    @property
    def kaarten(self) -> Kaartenmap:
        own = kaartsleutel(self.centrale.db).publiek
        return Kaartenmap(self.centrale.kaarten, lambda: own)

    def sync(self) -> None:
        run_sync(self.session)

    def offered(self) -> Aanbod:
        self.sync()
        found = nieuw_op_centrale(self.session)
        assert found is not None
        return found

    @property
    def coming(self) -> list[Path]:
        return list((self.session.store.folder / bewaring.FOLDER).glob(".komt-*"))


@pytest.fixture
def geval(tmp_path: Path) -> Iterator[Geval]:
    clock = SetClock()
    clock.now = utc_now()
    (tmp_path / "gemaakt").mkdir()
    with start_centrale(tmp_path / "centrale") as centrale:
        opened = make_sample_session(tmp_path / "opslag", clock)
        session = meld_sessie_aan(opened, centrale, "Sam", Rol.BOA)
        yield Geval(centrale, session, tmp_path / "gemaakt")
        opened.close()


def test_a_round_tells_of_it_and_it_comes_whole(geval: Geval) -> None:
    geval.sync()
    assert nieuw_op_centrale(geval.session) is None
    kop = geval.put()
    offered = geval.offered()
    assert (offered.id, offered.naam, offered.bytes, offered.opgehaald) == (kop.id, "IJsselstein", kop.bytes, 0)
    assert to_iso(offered.gemaakt_op) == MADE_ON
    told: list[tuple[int, int]] = []
    sleutel = haal_op(geval.session, offered, progress=lambda *at: told.append(at))
    assert told[-1] == (kop.bytes, kop.bytes)
    assert nieuw_op_centrale(geval.session) is None
    assert geval.coming == []
    pakket = load_pakket(bewaring.folder_of(geval.session.store.folder, sleutel), thorough=True)
    assert (pakket.gemeente_code, pakket.gemaakt_op) == ("GM0353", MADE_ON)


def test_nothing_is_chosen_for_anybody(geval: Geval) -> None:
    geval.put()
    working = kies_kaartpakket(geval.session, haal_op(geval.session, geval.offered()))
    assert working.kaart is not None
    in_use = working.kaart.folder
    geval.put(LATER)
    geval.sync()
    offered = nieuw_op_centrale(working)
    assert offered is not None
    sleutel = haal_op(working, offered)
    assert in_use is not None
    assert in_use.name != sleutel
    assert load_pakket(in_use, thorough=True) == working.kaart
    chosen = kies_kaartpakket(working, sleutel).kaart
    assert chosen is not None
    assert chosen.gemaakt_op == LATER


def test_an_older_one_or_one_of_elsewhere_is_not_offered(geval: Geval) -> None:
    geval.put(LATER)
    haal_op(geval.session, geval.offered())
    newest = geval.put("2026-12-05T21:00:00.000Z", naam="Buurgemeente")
    assert geval.offered().id == newest.id
    haal_weg(geval.centrale.db, geval.kaarten, newest.id, geval.centrale.dienst.clock())
    geval.put()
    geval.sync()
    assert nieuw_op_centrale(geval.session) is None

    with geval.session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
    assert known is not None
    assert known.stand is not None
    assert known.stand.kaart is not None
    for changed in (
        {"gemeente_code": "GM0344", "gemaakt_op": "2027-01-01T00:00:00.000Z"},
        {"gemaakt_op": "ooit"}, {"id": "../../x"},
    ):  # fmt: skip
        stand = replace(known.stand, kaart=replace(known.stand.kaart, **changed))
        geval.session.write(lambda w, stand=stand: sync_stand.keep_stand(w, stand))
        assert nieuw_op_centrale(geval.session) is None


class Knip(httpx.BaseTransport):
    """A line that breaks after so many bytes of each answer with a kaartpakket. told: where each began."""

    def __init__(self, bytes_each: Iterator[int]) -> None:
        self._inner = httpx.HTTPTransport()
        self._each = bytes_each
        self.ranges: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self._inner.handle_request(request)
        if "/kaartpakket/" not in request.url.path:
            return answer
        self.ranges.append(request.headers.get("Range", ""))
        assert isinstance(answer.stream, httpx.SyncByteStream)
        return httpx.Response(answer.status_code, headers=answer.headers, stream=_Cut(answer.stream, next(self._each)))

    def close(self) -> None:
        self._inner.close()


class _Cut(httpx.SyncByteStream):
    def __init__(self, inner: httpx.SyncByteStream, left: int) -> None:
        self._inner, self._left = inner, left

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._inner:
            if len(piece) >= self._left:
                yield piece[: self._left]
                raise httpx.ReadError("cut")
            self._left -= len(piece)
            yield piece

    def close(self) -> None:
        self._inner.close()


class Lijn:
    """A line of the caller that breaks as told."""

    def __init__(self, geval: Geval, bytes_each: Iterator[int]) -> None:
        self.knip = Knip(bytes_each)
        self.transport = Transport(geval.centrale.url, inner=self.knip, again_s=())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.transport.close()


@pytest.mark.parametrize("seed", range(4))
def test_a_line_that_breaks_anywhere_only_costs_time(geval: Geval, seed: int) -> None:
    kop = geval.put(tegels=6)
    chance = random.Random(seed)
    sizes = iter(lambda: chance.randrange(1, 150_000), 0)
    with Lijn(geval, sizes) as line:
        sleutel = haal_op(geval.session, geval.offered(), transport=line.transport)
    begins = [int(one.removeprefix("bytes=").removesuffix("-")) for one in line.knip.ranges if one]
    assert begins == sorted(set(begins))
    assert begins[-1] < kop.bytes
    assert load_pakket(bewaring.folder_of(geval.session.store.folder, sleutel), thorough=True).naam == "IJsselstein"


def test_a_line_that_is_bad_all_over_gets_there(geval: Geval) -> None:
    """Cut, stalled and truncated between two sockets, the token and the refusals included."""
    geval.put(tegels=0)
    offered = geval.offered()
    stoor = Stoorlijn(3)
    stoor.target = int(geval.centrale.url.rsplit(":", 1)[1])
    try:
        while True:
            with Transport(f"http://127.0.0.1:{stoor.port}", again_s=()) as line, suppress(EnvironmentProblem):
                sleutel = haal_op(geval.session, offered, transport=line)
                break
    finally:
        stoor.close()
    assert stoor.told["knip"] > 0
    assert load_pakket(bewaring.folder_of(geval.session.store.folder, sleutel), thorough=True).naam == "IJsselstein"


def test_a_line_that_gives_nothing_is_given_up_and_gone_on_with_later(geval: Geval) -> None:
    kop = geval.put()
    offered = geval.offered()
    with Lijn(geval, iter([70_000, 0, 0, 0, 0, 0, 0])) as line, pytest.raises(EnvironmentProblem) as caught:
        haal_op(geval.session, offered, transport=line.transport)
    assert caught.value.code == "verbinding_verbroken"
    again = nieuw_op_centrale(geval.session)
    assert again is not None
    assert again.opgehaald == 70_000
    with Lijn(geval, iter([10**9])) as line:
        haal_op(geval.session, again, transport=line.transport)
    assert line.knip.ranges == ["bytes=70000-"]
    assert kop.bytes > 70_000


def test_a_kill_while_fetching_goes_on_where_it_was(geval: Geval) -> None:
    kop = geval.put(tegels=40)
    geval.offered()
    folder = geval.session.store.folder
    geval.session.close()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "tests/usecases/kill_ophalen.py"), str(folder)], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdin is not None
    for _ in range(4):
        assert process.stdout.readline()
        process.stdin.write("\n")
        process.stdin.flush()
    assert int(process.stdout.readline()) < kop.bytes
    process.kill()
    process.communicate(timeout=60)
    again = open_again(folder)
    try:
        offered = nieuw_op_centrale(again)
        assert offered is not None
        assert 0 < offered.opgehaald < kop.bytes
        told: list[int] = []
        haal_op(again, offered, progress=lambda done, _: told.append(done))
        assert told[0] > offered.opgehaald
        assert [info.problemen for info in lijst_kaartpakketten(again)] == [()]
    finally:
        again.close()


def open_again(folder: Path) -> Session:
    from boa_app.usecases.opening import open_session
    from tests.samples import PASSPHRASE, load_lijsten

    return open_session(folder, PASSPHRASE, load_lijsten(), utc_now)


def test_bytes_that_went_wrong_here_are_fetched_again(geval: Geval) -> None:
    geval.put()
    offered = geval.offered()
    with Lijn(geval, iter([90_000, 0, 0, 0, 0])) as line, pytest.raises(EnvironmentProblem):
        haal_op(geval.session, offered, transport=line.transport)
    part = geval.coming[0]
    part.write_bytes(bytes(part.stat().st_size))
    with pytest.raises(UserError, match="kaartbestand_vreemd"):
        haal_op(geval.session, offered)
    assert geval.coming == []
    haal_op(geval.session, offered)


def test_a_part_that_is_longer_than_the_whole_is_no_part(geval: Geval) -> None:
    kop = geval.put()
    offered = geval.offered()
    part = geval.session.store.folder / bewaring.FOLDER / f".komt-{kop.id}.boakaart.deel"
    part.parent.mkdir(exist_ok=True)
    part.write_bytes(bytes(kop.bytes + 1))
    with pytest.raises(UserError, match="kaartbestand_vreemd"):
        haal_op(geval.session, offered)
    haal_op(geval.session, offered)


def test_what_another_signed_is_not_taken_from_the_line(geval: Geval) -> None:
    """Somebody who can write in the folder of the centre, or sits in the line, has not its key."""
    geval.put()
    offered = geval.offered()
    with geval.session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
    assert known is not None
    assert known.stand is not None
    stand = replace(known.stand, kaart_sleutel="11" * 32)
    geval.session.write(lambda w: sync_stand.keep_stand(w, stand))
    with pytest.raises(UserError, match="kaartbestand_beschadigd"):
        haal_op(geval.session, offered)
    assert lijst_kaartpakketten(geval.session) == ()
    assert geval.coming == []


def test_one_that_was_removed_meanwhile_is_told(geval: Geval) -> None:
    kop = geval.put()
    offered = geval.offered()
    haal_weg(geval.centrale.db, geval.kaarten, kop.id, geval.centrale.dienst.clock())
    with pytest.raises(UserError, match="kaart_onbekend"):
        haal_op(geval.session, offered)


def test_a_revoked_device_gets_nothing(geval: Geval) -> None:
    geval.put()
    offered = geval.offered()
    with geval.session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
    assert known is not None
    with geval.centrale.db.transaction():
        toestellen.trek_in(geval.centrale.db, known.toestel.device, "kwijt", MACHINE, geval.centrale.dienst.clock())
    with pytest.raises(UserError, match="toestel_ingetrokken"):
        haal_op(geval.session, offered)


def test_a_person_may_stop_it_and_go_on(geval: Geval) -> None:
    geval.put(tegels=6)
    offered = geval.offered()
    seen: list[int] = []
    with pytest.raises(UserError, match="kaartbestand_afgebroken"):
        haal_op(geval.session, offered, progress=lambda done, _: seen.append(done), cancelled=lambda: bool(seen))
    assert geval.coming
    haal_op(geval.session, offered)


def test_only_one_at_a_time(geval: Geval) -> None:
    geval.put()
    offered = geval.offered()
    refused: list[str] = []

    def second(_: int, __: int) -> None:
        if not refused:
            with pytest.raises(UserError) as caught:
                haal_op(geval.session, offered)
            refused.append(caught.value.code)

    haal_op(geval.session, offered, progress=second)
    assert refused == ["kaartbestand_bezig"]


def test_a_full_disk_is_told_before_the_first_byte(geval: Geval, monkeypatch: pytest.MonkeyPatch) -> None:
    geval.put()
    offered = geval.offered()

    def full(folder: Path, size: int) -> None:
        assert size == 2 * offered.bytes
        raise EnvironmentProblem("kaartbestand_schijf_vol", nodig_mb=1)

    monkeypatch.setattr(kaartophalen, "need_room", full)
    with pytest.raises(EnvironmentProblem, match="kaartbestand_schijf_vol"):
        haal_op(geval.session, offered)
    assert geval.coming == []


def test_what_is_no_longer_offered_is_swept(geval: Geval) -> None:
    geval.put()
    offered = geval.offered()
    with Lijn(geval, iter([50_000, 0, 0, 0, 0])) as line, pytest.raises(EnvironmentProblem):
        haal_op(geval.session, offered, transport=line.transport)
    ruim_op(geval.session)
    assert len(geval.coming) == 1
    geval.put(LATER)
    geval.sync()
    # At the next opening.
    onderhoud(geval.session)
    assert geval.coming == []


def test_without_a_centre_there_is_nothing(tmp_path: Path) -> None:
    opened = make_sample_session(tmp_path / "opslag", SetClock())
    try:
        assert nieuw_op_centrale(opened) is None
        ruim_op(opened)
    finally:
        opened.close()
