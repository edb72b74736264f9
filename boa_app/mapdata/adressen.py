"""Addresses of a kaartpakket."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Adres:
    """One address. lon, lat: WGS84. is_woning: somebody lives there, as far as the source says. bag_id: of the
    nummeraanduiding or the object, empty when the source has none."""

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
