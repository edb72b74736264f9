"""A Straatkeuze: what people of the municipality decided about one piece of street, whatever its source says of it.

It is kept with the line it was made on, so that it finds its street again in a newer or another network. Why it was
made is its own field: who walks a schouw sees the choice, not the reason (domain §2).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from boa_app.domain.errors import UserError
from boa_app.domain.melding import Status

Lijn = tuple[tuple[float, float], ...]

MIN_PUNTEN, MAX_PUNTEN = 2, 2000
MAX_NAAM, MAX_REDEN, MAX_WEG_ID = 120, 200, 64
STRAATKEUZE_VELDEN = ("keuze", "naam", "weg_id", "lijn", "reden", "status")


class Keuze(StrEnum):
    """What holds for the street: inspect it, walk it only to get somewhere, or stay out of it."""

    VERPLICHT = "verplicht"
    MAG = "mag"
    VERBODEN = "verboden"


@dataclass(frozen=True, slots=True)
class Straatkeuze:
    """One choice. naam: of the street, may be empty. weg_id: of the source (way of OSM, WVK_ID of NWB). lijn: the piece
    of street as it lay, (lon, lat) WGS84 in the order of its source."""

    uid: str
    keuze: Keuze
    naam: str
    weg_id: str
    lijn: Lijn
    reden: str = ""
    status: Status = Status.ACTIEF

    def to_values(self) -> dict[str, Any]:
        """The fields as JSON values, in the order of STRAATKEUZE_VELDEN."""
        return {
            "keuze": str(self.keuze), "naam": self.naam, "weg_id": self.weg_id,
            "lijn": [list(spot) for spot in self.lijn], "reden": self.reden, "status": str(self.status),
        }  # fmt: skip

    def with_values(self, values: Mapping[str, Any]) -> Straatkeuze:
        """The same choice with these JSON values. Raises UserError veld_onbekend(veld), veld_ongeldig(veld)."""
        made = {}
        for name, value in values.items():
            if name not in STRAATKEUZE_VELDEN:
                raise UserError("veld_onbekend", veld=name)
            try:
                made[name] = _READ[name](value)
            except (TypeError, ValueError) as error:
                raise UserError("veld_ongeldig", veld=name) from error
        return replace(self, **made)


def check_straatkeuze(keuze: Straatkeuze) -> None:
    """Nothing when it can be stored. Raises UserError straat_tekst_lang(veld, max), straat_lijn_ongeldig(min, max)."""
    for name, most in (("naam", MAX_NAAM), ("reden", MAX_REDEN), ("weg_id", MAX_WEG_ID)):
        if len(getattr(keuze, name)) > most:
            raise UserError("straat_tekst_lang", veld=name, max=most)
    if not MIN_PUNTEN <= len(keuze.lijn) <= MAX_PUNTEN or not all(_is_on_earth(*spot) for spot in keuze.lijn):
        raise UserError("straat_lijn_ongeldig", min=MIN_PUNTEN, max=MAX_PUNTEN)


def _is_on_earth(lon: float, lat: float) -> bool:
    return math.isfinite(lon) and math.isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    return value.strip()


def _read_line(value: Sequence[Sequence[float]]) -> Lijn:
    return tuple((float(lon), float(lat)) for lon, lat in value)


_READ: dict[str, Callable[[Any], Any]] = {
    "keuze": Keuze, "naam": _read_text, "weg_id": _read_text, "lijn": _read_line, "reden": _read_text, "status": Status,
}  # fmt: skip
