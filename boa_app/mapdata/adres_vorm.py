"""What an address is, and what a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Adres:
    """One address. lon, lat: WGS84. is_woning: somebody lives there, as far as the source says. bag_id: of the
    nummeraanduiding or the object, empty when the source has none. verkort: the register's short name of the street."""

    straat: str
    huisnummer: int
    letter: str
    toevoeging: str
    postcode: str
    woonplaats: str
    lon: float
    lat: float
    is_woning: bool = True
    bag_id: str = ""
    verkort: str = ""


class Adressoort(StrEnum):
    """What kind of thing a search in the book found."""

    ADRES = "adres"
    STRAAT = "straat"
    POSTCODE = "postcode"


@dataclass(frozen=True, slots=True)
class Gevonden:
    """One thing found. lon, lat: WGS84; of a street or postcode the place of its middle address. nummer: "12a-3", empty
    for a street. sleutel: the same for the same thing in one edition of the book. fouten: letters that had to be
    changed in what was typed. meter: from the place that was asked for, when one was."""

    soort: Adressoort
    sleutel: str
    straat: str
    nummer: str
    postcode: str
    woonplaats: str
    lon: float
    lat: float
    fouten: int = 0
    meter: float = 0.0

    @property
    def naam(self) -> str:
        """Street and number."""
        return f"{self.straat} {self.nummer}".strip()


def toon_nummer(huisnummer: int, letter: str, toevoeging: str) -> str:
    """House number, letter and addition as people write them: 12a-3."""
    return f"{huisnummer}{letter}" + (f"-{toevoeging}" if toevoeging else "")
