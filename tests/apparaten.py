"""Devices with real stores that signed up at a real centre, for the tests of syncing end to end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx

from boa_app.domain.melding import Melding
from boa_app.mapdata.pakket import Buurt, Kaartpakket
from boa_app.sync.transport import Transport
from boa_app.usecases.aanmelden import meld_aan, sessie_van
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.session import Session
from boa_app.usecases.synchroniseren import Syncuitslag, run_sync
from tests.centrale import IN_OOST, OOST, WEST, Centrale, start_centrale
from tests.samples import SetClock, a_melding, make_sample_session, small_kaart


@dataclass
class Apparaat:
    """One device. session: in the name it has now."""

    centrale: Centrale
    clock: SetClock
    session: Session

    def sync(self, inner: httpx.BaseTransport | None = None, **options: object) -> Syncuitslag:
        """One round; afterwards the session works in the role of now. inner: another line of httpx."""
        if inner is None:
            result = run_sync(self.session, **options)  # type: ignore[arg-type]
        else:
            with Transport(self.centrale.url, inner=inner, again_s=()) as line:
                result = run_sync(self.session, transport=line, **options)  # type: ignore[arg-type]
        if result.actor_gewijzigd:
            self.session = sessie_van(self.session)
        return result

    def meld(self, **values: object) -> str:
        """Log a melding in buurt Oost; gives its uid."""
        lon, lat = IN_OOST
        return register_melding(self.session, self.melding(**{"lon": lon, "lat": lat, **values})).uid

    def melding(self, **values: object) -> Melding:
        """A melding of now."""
        return a_melding(self.clock, **values)


@dataclass
class Opstelling:
    """A centre with devices. close: every store."""

    folder: Path
    clock: SetClock
    centrale: Centrale
    devices: list[Apparaat] = field(default_factory=list)

    def apparaat(
        self, naam: str = "Sam de Wit", rol: str = "boa", buurten: tuple[str, ...] | None = (OOST,),
        before: Callable[[Session], object] | None = None,
    ) -> Apparaat:  # fmt: skip
        """A new device, signed up. before: what its user did while it had no centre."""
        opened = make_sample_session(self.folder / f"toestel{len(self.devices)}", self.clock)
        kaart = kaart_van_de_centrale()
        session = replace(opened, kaart=kaart, plaatsen=PlaatsIndex(kaart))
        device = Apparaat(self.centrale, self.clock, session)
        self.devices.append(device)
        if before is not None:
            before(session)
        code = self.centrale.code(naam, rol, buurten)
        meld_aan(session, self.centrale.url, code, naam="Laptop")
        device.session = sessie_van(session)
        return device

    def sync_all(self) -> None:
        """Two rounds of all: what the last one sent reaches the first."""
        for _ in range(2):
            for device in self.devices:
                device.sync()


def kaart_van_de_centrale() -> Kaartpakket:
    """The small kaartpakket with the two buurten the centre has."""
    west, middle, east, south, north = 5.02, 5.04, 5.06, 52.01, 52.03
    boxes = {WEST: (west, middle), OOST: (middle, east)}
    buurten = tuple(
        Buurt(code, code, (((a, south), (b, south), (b, north), (a, north), (a, south)),))
        for code, (a, b) in boxes.items()
    )
    outline = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return replace(small_kaart(), omtrek=(outline,), buurten=buurten)


@contextmanager
def opstelling(folder: Path, clock: SetClock | None = None) -> Iterator[Opstelling]:
    """A listening centre; the stores of its devices are closed at the end."""
    clock = clock or SetClock()
    with start_centrale(folder / "centrale", clock) as centrale:
        made = Opstelling(folder, clock, centrale)
        try:
            yield made
        finally:
            for device in made.devices:
                device.session.close()
