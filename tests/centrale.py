"""A real centre for tests of whatever talks to one: the service over an encrypted file, in a thread, on a free port.

    with start_centrale(tmp_path) as centrale:
        toestel = centrale.toestel("Sam de Wit", "boa", buurten=("BU03530001",))
        httpx.get(centrale.url + "/v1/stand", headers=toestel.headers)

Accounts, codes and tokens are real: only the time Argon2id takes is left out, by a key of its own.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from boa_app.domain.ids import uuid7
from boa_app.domain.moments import utc_now
from boa_app.server import aanmelden, codes, identiteiten
from boa_app.server.app import make_app
from boa_app.server.audit import MACHINE
from boa_app.server.backend import Backend
from boa_app.server.bestand import BestandBackend
from boa_app.server.buurtbeheer import laad_buurten
from boa_app.server.db import Db
from boa_app.server.dienst import Dienst
from boa_app.server.inrichten import Gemeente, richt_in
from boa_app.server.kaartpakketten import kaarten_van
from boa_app.sync.beheer import Account, AccountWijziging, NieuwAccount, Rolperiode
from boa_app.sync.protocol import Aanmelding, TokenVraag, signing_text
from boa_app.vault.zegel import Sleutelpaar, generate_keypair, generate_signing_key, sign

GEMEENTE = Gemeente("GM0353", "IJsselstein")
HERSTELCODE = "ABCDE-FGHJK-MNPQR-STVWX-YZ012"
KEY = "5a" * 32
BEGIN = "2020-01-01"
OOST, WEST = "BU03530001", "BU03530002"
# Two squares beside each other, with the border on 5.04 east; what lies elsewhere is in no buurt.
IN_OOST, IN_WEST, NERGENS = (5.05, 52.02), (5.03, 52.02), (4.5, 52.5)


def buurten_geojson() -> bytes:
    """The two buurten of the tests."""
    boxes = {WEST: (5.02, 52.01, 5.04, 52.03), OOST: (5.04, 52.01, 5.06, 52.03)}
    features = [
        {
            "type": "Feature", "properties": {"buurtcode": code, "buurtnaam": code},
            "geometry": {"type": "Polygon", "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]]},
        }
        for code, (w, s, e, n) in boxes.items()
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


@dataclass
class Toestel:
    """A device with its keys, signed up. account: id of whose it is."""

    centrale: Centrale
    device: str
    account: str
    teken: Sleutelpaar
    uitwissel: Sleutelpaar

    @property
    def token(self) -> str:
        """A fresh bearer, signed for."""
        dienst = self.centrale.dienst
        nonce = aanmelden.geef_uitdaging(dienst).nonce
        text = signing_text(dienst.instellingen.centrale, self.device, nonce)
        return aanmelden.vraag_token(dienst, TokenVraag(self.device, nonce, sign(self.teken.prive, text))).token

    @property
    def headers(self) -> dict[str, str]:
        """What a request of this device carries."""
        return {"Authorization": f"Bearer {self.token}"}


@dataclass
class Centrale:
    """A centre that was set up. url: "" when it does not listen."""

    backend: Backend
    dienst: Dienst
    fotos: Path
    url: str = ""
    accounts: dict[str, Account] = field(default_factory=dict)

    @property
    def db(self) -> Db:
        return self.dienst.db

    @property
    def app(self) -> Any:
        return make_app(self.backend, self.dienst, self.fotos, kaarten_van(self.db, self.kaarten))

    @property
    def kaarten(self) -> Path:
        """The folder of kaartpakketten."""
        return self.fotos / "kaarten"

    def account(self, naam: str = "Sam de Wit", rol: str = "boa", buurten: tuple[str, ...] | None = None) -> Account:
        """The account of this name, made when there is none."""
        if naam not in self.accounts:
            new = NieuwAccount(naam, (Rolperiode(rol, BEGIN),), buurten)
            self.accounts[naam] = identiteiten.maak_account(self.db, new, MACHINE, self.dienst.clock())
        return self.accounts[naam]

    def wijzig(self, naam: str, **changes: Any) -> Account:
        """Change an account: rol=, buurten=."""
        known = identiteiten.lees_account(self.db, self.accounts[naam].id, self.dienst.clock())
        rollen = (Rolperiode(changes["rol"], BEGIN),) if "rol" in changes else known.rollen
        change = AccountWijziging(known.versie, known.naam, rollen, changes.get("buurten", known.buurten))
        self.accounts[naam] = identiteiten.wijzig_account(self.db, known.id, change, MACHINE, self.dienst.clock())
        return self.accounts[naam]

    def code(self, naam: str = "Sam de Wit", rol: str = "boa", buurten: tuple[str, ...] | None = None) -> str:
        """A one-time code for a device of this account."""
        return codes.maak_code(self.db, self.account(naam, rol, buurten).id, MACHINE, self.dienst.clock()).code

    def toestel(self, naam: str = "Sam de Wit", rol: str = "boa", buurten: tuple[str, ...] | None = None) -> Toestel:
        """A device that signed up for this account."""
        teken, uitwissel, device = generate_signing_key(), generate_keypair(), uuid7(self.dienst.clock())
        vraag = Aanmelding(self.code(naam, rol, buurten), device, "Laptop", teken.publiek, uitwissel.publiek)
        aanmelden.meld_aan(self.dienst, vraag)
        return Toestel(self, device, self.account(naam).id, teken, uitwissel)

    def client(self, toestel: Toestel | None = None) -> httpx.Client:
        """A client of the listening service, as a device."""
        return httpx.Client(base_url=self.url, headers=toestel.headers if toestel else {}, timeout=30)


def maak_centrale(backend: Backend, folder: Path, clock: Callable[[], datetime] = utc_now, **dienst: Any) -> Centrale:
    """Set a centre up over a back end, without listening."""
    db = backend.db(GEMEENTE.code)
    richt_in(db, GEMEENTE, HERSTELCODE, clock())
    laad_buurten(db, buurten_geojson(), MACHINE, clock())
    kaarten = kaarten_van(db, folder / "kaarten")
    return Centrale(backend, Dienst(db, clock, **{"kaart": kaarten.nieuwste, **dienst}), folder)


@contextmanager
def open_centrale(folder: Path, clock: Callable[[], datetime] = utc_now) -> Iterator[Centrale]:
    """A centre over a fresh encrypted file, without listening."""
    folder.mkdir(parents=True, exist_ok=True)
    backend = BestandBackend(folder / "centrale.db", KEY)
    try:
        yield maak_centrale(backend, folder, clock)
    finally:
        backend.close()


@contextmanager
def start_centrale(folder: Path, clock: Callable[[], datetime] = utc_now) -> Iterator[Centrale]:
    """A centre over a fresh encrypted file that listens at ``url``."""
    with open_centrale(folder, clock) as centrale, luister(centrale):
        yield centrale


@contextmanager
def luister(centrale: Centrale) -> Iterator[Centrale]:
    """Let a centre listen on a free port until the block ends."""
    config = uvicorn.Config(centrale.app, host="127.0.0.1", port=0, log_config=None, lifespan="off")
    server = _Server(config)
    thread = threading.Thread(target=server.run, name="centrale", daemon=True)
    thread.start()
    try:
        assert server.listens.wait(30), "the centre did not start"
        port = server.servers[0].sockets[0].getsockname()[1]
        centrale.url = f"http://127.0.0.1:{port}"
        yield centrale
    finally:
        server.should_exit = True
        thread.join(30)
        assert not thread.is_alive()


class _Server(uvicorn.Server):
    """Tells when it listens, so that nobody has to look again and again."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens = threading.Event()

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        self.listens.set()
