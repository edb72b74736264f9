"""On what rights on a record depend: whose it is, in which buurt, since when it is known, whether it is flagged.

They follow from the values that are shown (the winners); a photo and an opsporingsverwijzing take them from their
melding, a bezoek takes the buurt of its plek.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from boa_app.domain.melding import Status
from boa_app.domain.moments import from_iso, to_iso
from boa_app.domain.positie import POSITIE
from boa_app.domain.roles import OVERAL
from boa_app.domain.velden import OUDER_VELD
from boa_app.server.backend import Recordstand
from boa_app.server.snijden import VERDACHT_VELD

Positie = tuple[float, float]
Buurtvinder = Callable[[float, float], str]
# When a thing happened, for kinds that say so; the others count from when they were made.
MOMENT_VELD: Mapping[str, str] = {"melding": "gebeurd_van", "ronde": "begin", "bezoek": "moment"}
# The record a kind belongs to, by kind.
OUDER_SOORT: Mapping[str, str] = {"foto": "melding", "opsporingsverwijzing": "melding", "bezoek": "plek"}
# The kinds that are seen by whoever may see the record they belong to; others only share its place.
ERFT_ALLES = frozenset({"foto", "opsporingsverwijzing"})
STATUS_VELD = "status"
RASTER_VELDEN = ("soort", "incident")


@lru_cache(maxsize=256)
def scope_velden(soort: str) -> frozenset[str]:
    """The fields of a kind on which rights, or the protected grid, depend."""
    found = {POSITIE, STATUS_VELD, MOMENT_VELD.get(soort, ""), OUDER_VELD.get(soort, "")}
    if soort == "melding":
        found |= {VERDACHT_VELD, *RASTER_VELDEN}
    return frozenset(found - {""})


def stand_of(
    soort: str, uid: str, values: Mapping[str, Any], eigenaar: str, made: datetime, received: str, vinder: Buurtvinder
) -> Recordstand:
    """The attributes of a record by its own values. made: by the clock of its create. received: ISO, when the centre
    learned of it."""
    position = position_of(values.get(POSITIE))
    lon, lat = position or (None, None)
    buurt = OVERAL if soort == "ronde" else "" if position is None else vinder(*position)
    return Recordstand(
        soort, uid, eigenaar, buurt, _moment(values.get(MOMENT_VELD.get(soort, "")), made),
        int(soort == "melding" and bool(values.get(VERDACHT_VELD))), str(values.get(STATUS_VELD) or Status.ACTIEF),
        str(values.get(OUDER_VELD.get(soort, "")) or ""), lon, lat, received,
        *(str(values.get(name) or "") if soort == "melding" else "" for name in RASTER_VELDEN),
    )  # fmt: skip


def with_ouder(stand: Recordstand, ouder: Recordstand | None) -> Recordstand:
    """The same with what it takes from the record it belongs to; unchanged while that is not known."""
    if ouder is None:
        return stand
    if stand.entity in ERFT_ALLES:
        return stand._replace(eigenaar=ouder.eigenaar, buurt=ouder.buurt, sinds=ouder.sinds)
    return stand._replace(buurt=ouder.buurt)


def position_of(value: Any) -> tuple[float, float] | None:  # noqa: ANN401 - any JSON value
    """(lon, lat) of the value of the field positie, None when it is none."""
    if not isinstance(value, Mapping):
        return None
    lon, lat = _degrees(value.get("lon"), 180), _degrees(value.get("lat"), 90)
    return None if lon is None or lat is None else (lon, lat)


def _degrees(value: Any, most: int) -> float | None:  # noqa: ANN401
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    # A nan is not within any bound.
    return float(value) if abs(value) <= most else None


def _moment(value: Any, otherwise: datetime) -> str:  # noqa: ANN401
    try:
        return to_iso(from_iso(value)) if isinstance(value, str) and value else to_iso(otherwise)
    except ValueError:
        return to_iso(otherwise)
