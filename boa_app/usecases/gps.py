"""Where this device gets its position from: a setting. The position itself is kept nowhere but in a melding."""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.roles import Entiteit, Handeling, Veldgroep
from boa_app.exchange.nmea import LONGEST, RANGE_ERROR_M, Regel, check_line, has_place
from boa_app.store import audit, instellingen
from boa_app.store.session import Writer
from boa_app.usecases.session import Session

# The window reads lines through here: it imports nothing of exchange.
__all__ = [
    "BAUDS", "LONGEST", "RANGE_ERROR_M", "GpsBron", "GpsInstelling", "Regel", "bewaar_instelling", "check_line",
    "default_instelling", "has_place", "lees_instelling",
]  # fmt: skip
NAAM = "gps"
BAUDS = (4800, 9600, 38400, 115200)


class GpsBron(StrEnum):
    """Kind of source."""

    UIT = "uit"
    SYSTEEM = "systeem"
    SERIEEL = "serieel"
    BESTAND = "bestand"


@dataclass(frozen=True, slots=True)
class GpsInstelling:
    """The source. poort: name of a serial port, with its speed in baud. bestand: path of a recorded walk."""

    bron: GpsBron
    poort: str = ""
    baud: int = 9600
    bestand: str = ""


def default_instelling() -> GpsInstelling:
    """Windows and macOS have a location service of their own; on Linux somebody has to say where the receiver is."""
    return GpsInstelling(GpsBron.UIT if sys.platform.startswith("linux") else GpsBron.SYSTEEM)


def lees_instelling(session: Session) -> GpsInstelling:
    """The setting in force; the default when nothing usable was ever kept."""
    with session.store.read() as reader:
        stored = instellingen.get(reader, NAAM, None)
    return _parse(stored) or default_instelling()


def bewaar_instelling(session: Session, instelling: GpsInstelling) -> None:
    """Keep the setting. Raises UserError geen_recht, gps_poort_ontbreekt, gps_bestand_ontbreekt."""
    session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.PUNT)
    if instelling.bron is GpsBron.SERIEEL and not instelling.poort:
        raise UserError("gps_poort_ontbreekt")
    if instelling.bron is GpsBron.BESTAND and not instelling.bestand:
        raise UserError("gps_bestand_ontbreekt")

    def work(writer: Writer) -> None:
        instellingen.put(writer, NAAM, asdict(instelling))
        audit.append_line(writer, Actie.WIJZIGEN, "instelling", NAAM, velden=("bron",))

    session.write(work)


def _parse(stored: Any) -> GpsInstelling | None:  # noqa: ANN401 - a setting is any JSON value
    if not isinstance(stored, dict):
        return None
    poort, baud, bestand = stored.get("poort", ""), stored.get("baud", 9600), stored.get("bestand", "")
    known = isinstance(poort, str) and isinstance(bestand, str) and baud in BAUDS
    if not known or stored.get("bron") not in set(GpsBron):
        return None
    return GpsInstelling(GpsBron(stored["bron"]), poort, baud, bestand)
