"""Samples the tests share: a clock that stands still, a small kaartpakket, a real store with a light key."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from boa_app.domain.codelijsten import Codelijsten, load_codelijsten
from boa_app.domain.melding import Melding
from boa_app.domain.roles import Actor, Rol
from boa_app.mapdata.pakket import Bron, Buurt, Kaartpakket, Straat
from boa_app.paths import resource
from boa_app.usecases.opening import make_store
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.session import Session
from boa_app.vault.keyfile import KdfParams

LIGHT_KDF = KdfParams(memory_kib=64, time_cost=1, parallelism=1)
PASSPHRASE = "een lang wachtwoord"


class SetClock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


def small_kaart() -> Kaartpakket:
    """Two square buurten side by side with one street each."""
    west, middle, east, south, north = 5.00, 5.02, 5.04, 52.00, 52.02
    west_ring = ((west, south), (middle, south), (middle, north), (west, north), (west, south))
    east_ring = ((middle, south), (east, south), (east, north), (middle, north), (middle, south))
    outline = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return Kaartpakket(
        gemeente_code="GM0353",
        naam="IJsselstein",
        omtrek=(outline,),
        buurten=(Buurt("BU03530001", "West", (west_ring,)), Buurt("BU03530002", "Oost", (east_ring,))),
        straten=(
            Straat("Zeemanlaan", "straat", (((5.001, 52.01), (5.019, 52.01)),)),
            Straat("'t Hofje", "pad", (((5.03, 52.001), (5.03, 52.019)),)),
        ),
        vlakken=(),
        plekken=(),
        bronnen=(Bron("eigen", "2026", "CC0", "eigen tekening"),),
        voorbeeld=True,
    )


def load_lijsten() -> Codelijsten:
    """The code lists the product ships."""
    return load_codelijsten(resource("codelijsten"))


def make_sample_session(folder: Path, clock: SetClock) -> Session:
    """A new store in ``folder`` with the small kaartpakket; the caller closes it."""
    opened, _ = make_store(
        folder, PASSPHRASE, load_lijsten(), clock, gemeente_code="GM0353", gemeente_naam="IJsselstein", kdf=LIGHT_KDF
    )
    kaart = small_kaart()
    return replace(opened, kaart=kaart, plaatsen=PlaatsIndex(kaart))


def as_role(session: Session, rol: Rol, buurten: frozenset[str] | None = None, account: str = "ander") -> Session:
    """The same store seen by somebody else."""
    return replace(session, actor=Actor(account, rol, buurten))


def a_melding(clock: SetClock, **values: object) -> Melding:
    """A melding of now in buurt West, with what the test says."""
    base = Melding(gebeurd_van=clock(), lon=5.01, lat=52.01, soort="GEL-STEM")
    return replace(base, **values)  # type: ignore[arg-type]
