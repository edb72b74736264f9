"""The Jop: a youth meeting place (domain §6). The full dossier is a later addition; these fields stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class JopStatus(StrEnum):
    """From idea to removed."""

    IDEE = "idee"
    ONDERZOEK = "onderzoek"
    OVERLEG = "overleg"
    PROEF = "proef"
    ACTIEF = "actief"
    GESLOTEN = "gesloten"
    VERWIJDERD = "verwijderd"


@dataclass(frozen=True, slots=True)
class Jop:
    """One place. lon, lat: WGS84. type: BANK, OVERKAP, CONTAINER, UNIT or TRAPVELD."""

    uid: str
    code: str
    naam: str
    status: JopStatus
    lon: float
    lat: float
    type: str = ""
    plaatsingsdatum: date | None = None
    proef_tot: date | None = None
