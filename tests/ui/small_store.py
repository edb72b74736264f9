"""A small real store for screens: the drawn town, five places, a JOP and a few meldingen."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from boa_app import paths
from boa_app.domain.codelijsten import Codelijsten, load_codelijsten
from boa_app.domain.ids import uuid7
from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.melding import Melding
from boa_app.domain.moments import Clock
from boa_app.domain.ronde import Bevinding, Bezoek, Plek, Ronde
from boa_app.mapdata.voorbeeld import build_example_package
from boa_app.store import audit, jops, rondes
from boa_app.store.writer import Writer
from boa_app.ui.ontgrendelen.opener import Start
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.opening import make_store
from boa_app.usecases.session import Session
from boa_app.vault.keyfile import KdfParams

LIGHT = KdfParams(memory_kib=64, time_cost=1, parallelism=1)
PASSPHRASE = "vier losse woorden hier"
NOW = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)
PLACES = ("JOP Zeemanlaan", "Kloosterplantsoen", "Halte Binnenstad", "Schoolplein Torenlaan", "Sportpark")


class TestClock:
    """A clock that stands still until it is told to go on."""

    __test__ = False

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


def load_lists() -> Codelijsten:
    return load_codelijsten(paths.resource("codelijsten"))


def make_start(folder: Path, clock: TestClock | None = None) -> Start:
    return Start(folder, folder.parent / "voorbeeld", load_lists, clock or TestClock(), "nl", {"kdf": LIGHT})


def make_session(folder: Path, clock: Clock | None = None, *, with_map: bool = True, meldingen: int = 4) -> Session:
    """A store with content and its open session."""
    clock = clock or TestClock()
    session, _code = make_store(
        folder, PASSPHRASE, load_lists(), clock, gemeente_code="GM0353", gemeente_naam="IJsselstein", voorbeeld=True,
        kdf=LIGHT,
    )  # fmt: skip
    if with_map:
        shutil.copytree(_drawn_town(), folder / "kaartpakket")
        session.close()
        from boa_app.usecases.opening import open_session

        session = open_session(folder, PASSPHRASE, load_lists(), clock)
    now = clock()
    session.write(lambda writer: _fill(writer, session, now))
    for number in range(meldingen):
        register_melding(session, _melding(number, now))
    return session


@cache
def _drawn_town() -> Path:
    """The kaartpakket, drawn once per run; the folder goes with the process."""
    folder = Path(tempfile.mkdtemp(prefix="boa-kaart-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    build_example_package(folder / "kaartpakket", paths.maps_folder() / "voorbeeld.toml")
    return folder / "kaartpakket"


def _fill(writer: Writer, session: Session, now: datetime) -> None:
    account = session.actor.account
    plekken = [
        Plek(uuid7(now), naam, 5.030 + 0.004 * number, 52.018 + 0.002 * number, elke_dagen=3)
        for number, naam in enumerate(PLACES)
    ]
    for plek in plekken:
        rondes.insert_plek(writer, plek)
    begin = now - timedelta(days=4)
    ronde = Ronde(uuid7(begin), begin, begin + timedelta(hours=2), account)
    bezoeken = tuple(
        Bezoek(uuid7(begin), ronde.uid, plek.uid, begin + timedelta(minutes=20), Bevinding.RUSTIG)
        for plek in plekken[:3]
    )
    rondes.insert_ronde(writer, replace(ronde, bezoeken=bezoeken))
    jops.insert_jop(writer, Jop(uuid7(now), "JOP-1", "JOP Zeemanlaan", JopStatus.ACTIEF, 5.031, 52.019, "UNIT"))
    audit.append_line(writer, "VERZAMELEN", "ronde", ronde.uid)


def _melding(number: int, now: datetime) -> Melding:
    soorten = ("GEL-STEM", "HANG", "AFVAL", "GEEN")
    soort = soorten[number % len(soorten)]
    return Melding(
        gebeurd_van=now - timedelta(hours=3 + 20 * number),
        lon=5.032 + 0.003 * number,
        lat=52.020 + 0.001 * number,
        soort=soort,
        plaats=("Kloosterpad", "Halte Binnenstad", "Havenstraat", "Zeemanlaan")[number % 4],
        ernst="" if soort == "GEEN" else str(1 + number % 3),
        groepsgrootte="G0" if soort == "GEEN" else "G3",
        maatregelen=("GEEN",) if soort == "GEEN" else ("AANSPR",),
        resultaat="R7" if soort == "GEEN" else "R1",
    )
