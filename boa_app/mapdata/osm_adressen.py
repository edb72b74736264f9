"""Addresses out of the tags of OpenStreetMap; lines of interpolated numbers are guesses and stay out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from boa_app.mapdata.adressen import Adres

Tags = Mapping[str, str]

# "12", "12a", "12 bis", "12-3": the number, a letter on its own, and whatever follows.
_NUMBER = re.compile(r"(\d{1,5})\s*(?:([A-Za-z])(?![A-Za-z]))?\s*[-/ ]?\s*(.{0,12})")
_SEPARATOR = re.compile(r"[;,]")
# A building or a place with one of these is used for something else than living.
_OTHER_USE = ("shop", "office", "amenity", "tourism", "craft", "leisure", "industrial", "healthcare")
_OTHER_BUILDINGS = frozenset(
    "industrial commercial retail office warehouse church mosque synagogue school kindergarten hospital garage garages "
    "shed barn greenhouse farm_auxiliary service public civic train_station hotel sports_hall supermarket".split()
)


def addresses(tags: Tags, lon: float, lat: float) -> Iterator[Adres]:
    """The addresses of one object, one per number; none without a street or a number that can be read."""
    street = tags.get("addr:street") or tags.get("addr:place") or ""
    if not street or tags.get("addr:interpolation"):
        return
    for written in _SEPARATOR.split(tags.get("addr:housenumber", "")):
        found = _NUMBER.fullmatch(written.strip())
        if found and 0 < int(found[1]) <= 99_999:
            yield Adres(
                straat=street.strip(), huisnummer=int(found[1]), letter=(found[2] or "").upper(),
                toevoeging=found[3].strip(), postcode=tags.get("addr:postcode", "").replace(" ", "").upper(),
                woonplaats=tags.get("addr:city", "").strip(), lon=lon, lat=lat, is_woning=_is_dwelling(tags),
                bag_id=tags.get("ref:bag", "").strip(),
            )  # fmt: skip


def _is_dwelling(tags: Tags) -> bool:
    """Whether somebody lives there, as far as OpenStreetMap says: an address without a use is taken for a home."""
    return tags.get("building", "") not in _OTHER_BUILDINGS and not any(key in tags for key in _OTHER_USE)
