"""A recorded walk, read through at once: what is whole, what a position in it is worth, and where it is on the map.

Recordings are NMEA of a receiver or GPX. Nothing of one is kept: not the walk, not that it was looked at where.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from boa_app.domain.errors import UserError
from boa_app.domain.fix import Fix, FixKeeper, Oordeel
from boa_app.domain.roles import Entiteit, Handeling, Veldgroep
from boa_app.exchange.gpx import is_gpx, read_gpx, to_nmea
from boa_app.exchange.nmea import RANGE_ERROR_M, Nmeaplaats, Regel, check_line, epoch_of, read_second
from boa_app.usecases.session import Session

MAX_BYTES = 64 * 1024 * 1024
_DAY_S = 86_400.0
_SECOND_S = 1.0


@dataclass(frozen=True, slots=True)
class Opname:
    """What is in a recording. regels: sentences that came in, geschonden of which were skipped because their checksum
    does not agree. plaatsen: how many positions by what they are worth. straten, buurten: good or doubtful positions by
    the nearest street and by buurt code, "" where there is none."""

    regels: int
    geschonden: int
    plaatsen: Mapping[Oordeel, int]
    straten: Mapping[str, int]
    buurten: Mapping[str, int]


def lees_opname(path: Path) -> bytes:
    """A recording as sentences of a receiver, whatever it was written in.

    Raises UserError gps_bestand_onleesbaar(bestand), gps_bestand_te_groot(bestand), gpx_onleesbaar,
    gpx_zonder_wandeling.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError("gps_bestand_onleesbaar", bestand=path.name) from error
    if len(content) > MAX_BYTES:
        raise UserError("gps_bestand_te_groot", bestand=path.name)
    return to_nmea(read_gpx(content).punten) if is_gpx(content) else content


def split_epochs(content: bytes) -> Iterator[list[bytes]]:
    """The lines of a recording, those of one second together, in order."""
    epoch: list[bytes] = []
    time = b""
    for line in content.splitlines():
        new = epoch_of(line)
        if new and time and new != time:
            yield epoch
            epoch = []
        time = new or time
        epoch.append(line)
    if epoch:
        yield epoch


def beoordeel_opname(session: Session, path: Path) -> Opname:
    """Read a recording through on the kaartpakket in use, as if it came in now. Raises as lees_opname, geen_recht."""
    session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.PUNT)
    keeper, clock = FixKeeper(), _Clock()
    counts, straten, buurten = Counter[Oordeel](), Counter[str](), Counter[str]()
    for epoch in split_epochs(lees_opname(path)):
        for line in epoch:
            if (kind := check_line(line)) is not Regel.GEEN:
                keeper.count_sentence(whole=kind is Regel.HEEL)
        place = read_second(epoch)
        if place is None:
            continue
        seconds = clock.at(place)
        judged = keeper.take(_fix(session, place, seconds), seconds)
        counts[judged.oordeel] += 1
        if judged.oordeel is not Oordeel.NUL:
            here = session.plaatsen.here(place.lon, place.lat)
            straten[here.straat] += 1
            buurten[here.buurt_code] += 1
    return Opname(keeper.sentences, keeper.broken, counts, straten, buurten)


def _fix(session: Session, place: Nmeaplaats, seconds: float) -> Fix:
    accuracy = None if place.hdop is None else place.hdop * RANGE_ERROR_M
    taken = place.tijd or session.now() + timedelta(seconds=seconds)
    return Fix(taken, place.lon, place.lat, accuracy, place.snelheid_ms, place.tijd)


class _Clock:
    """Seconds that only run on, by the times in a recording; a second for each where there is none."""

    def __init__(self) -> None:
        self._last: float | None = None
        self._seconds = 0.0

    def at(self, place: Nmeaplaats) -> float:
        """When this position came in."""
        now = place.tijd.timestamp() if place.tijd else place.seconde
        step = _SECOND_S if now is None or self._last is None else now - self._last
        if not place.tijd and step < 0:
            # Past midnight.
            step += _DAY_S
        self._last = now
        self._seconds += max(step, 0.0)
        return self._seconds
