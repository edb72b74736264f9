"""Finding a place by typing, and saying in words where a position is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import product

from boa_app.analysis import crs
from boa_app.store import jops, rondes
from boa_app.usecases.adressen import Adresvondst, zoek_adres
from boa_app.usecases.plaatsindex import Plaats, PlaatsHier, fold
from boa_app.usecases.session import Session

_NUMBER = r"[+-]?\d+(?:[.,]\d+)*"
_PAIR = re.compile(rf"^\s*({_NUMBER})\s*[;,/ ]\s*({_NUMBER})\s*$")
_RD_X, _RD_Y = (7_000.0, 300_000.0), (289_000.0, 629_000.0)  # EPSG:28992, area of use
_LON, _LAT = (3.0, 7.5), (50.5, 54.0)


def zoek_plaats(session: Session, text: str, limit: int = 8) -> tuple[Plaats, ...]:
    """Places for what was typed: coordinates (WGS84 or RD, either order), else own places by name, streets, addresses.

    Raises EnvironmentProblem adressen_beschadigd(bestand).
    """
    if (typed := parse_coordinates(text)) is not None:
        return (typed,)
    wanted = fold(text)
    if not wanted:
        return ()
    with session.store.read() as reader:
        named = [(p.naam, p.lon, p.lat) for p in rondes.list_plekken(reader)] + [
            (j.naam, j.lon, j.lat) for j in jops.list_jops(reader)
        ]
    plekken = {naam: Plaats(naam, lon, lat, "plek") for naam, lon, lat in named if wanted in fold(naam)}
    return (*plekken.values(), *_streets_and_addresses(session, text, limit))[:limit]


def _streets_and_addresses(session: Session, text: str, limit: int) -> Iterator[Plaats]:
    """What the book finds, in its order; before its first address the streets it lacks (a path, a park)."""
    found = [to_plaats(one) for one in zoek_adres(session, text, limit)]
    in_book = {place.plaats for place in found if place.bron == "straat"}
    own = [street for street in session.plaatsen.find_streets(text, limit) if street.naam not in in_book]
    streets = [place for place in found if place.bron == "straat"]
    addresses = [place for place in found if place.bron == "adres"]
    if found and found[0].bron == "adres":
        return iter((*addresses, *own, *streets))
    return iter((*streets, *own, *addresses))


def to_plaats(found: Adresvondst) -> Plaats:
    """An address as a place to choose; a melding there is called after the street."""
    kind = "straat" if found.is_straat else "adres"
    return Plaats(found.naam, found.lon, found.lat, kind, found.straat, found.meta)


def plaats_bij(session: Session, lon: float, lat: float, dag: date | None = None) -> PlaatsHier:
    """Nearest street and buurt of a WGS84 position, the buurt as it was on a day; None: now."""
    return session.plaatsen.here(lon, lat, dag)


def parse_coordinates(text: str) -> Plaats | None:
    """A position typed as ``52.02, 5.04``, ``52,02 5,04`` or RD ``132.000 448.000``; swapped order is recognised by
    range.

    None when the text is no pair of numbers that lies in the Netherlands.
    """
    match = _PAIR.match(text)
    if match is None:
        return None
    for first, second in product(*(_readings(part) for part in match.groups())):
        for x, y in ((first, second), (second, first)):
            if _LON[0] <= x <= _LON[1] and _LAT[0] <= y <= _LAT[1]:
                return Plaats(f"{y:.5f} {x:.5f}".replace(".", ","), x, y, "coordinaten")
            if _RD_X[0] < x < _RD_X[1] and _RD_Y[0] < y < _RD_Y[1]:
                lon, lat = (float(value[0]) for value in crs.to_wgs84([x], [y]))
                return Plaats(f"RD {x:.0f} {y:.0f}", lon, lat, "coordinaten")
    return None


def _readings(text: str) -> list[float]:
    """What a typed number may mean: the last separator as decimal sign, or every separator as thousands dot."""
    digits = re.sub(r"[.,]", "", text)
    head, _, tail = text.replace(",", ".").rpartition(".")
    as_decimal = float(f"{head.replace('.', '')}.{tail}") if head else float(tail)
    return [as_decimal, float(digits)]
