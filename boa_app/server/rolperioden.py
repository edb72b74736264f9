"""When somebody holds which role: one at a time, from a day up to and including a day, on Dutch clocks. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from boa_app.domain.moments import to_local
from boa_app.domain.roles import Rol
from boa_app.server.geweigerd import Geweigerd
from boa_app.sync.beheer import Rolperiode

MAX_PERIODEN = 50
_FOREVER = "9999-12-31"


def dag_van(now: datetime) -> str:
    """The day it is in the Netherlands."""
    return to_local(now).date().isoformat()


def check_perioden(perioden: Sequence[Rolperiode]) -> tuple[Rolperiode, ...]:
    """The same in order of begin.

    Raises Geweigerd 422: rol_ontbreekt, rol_onbekend(rol), rolperiode_ongeldig(begin, einde),
    rollen_overlappen(begin).
    """
    if not 0 < len(perioden) <= MAX_PERIODEN:
        raise Geweigerd(422, "rol_ontbreekt")
    ordered = tuple(sorted(perioden, key=lambda one: one.begin))
    for one in ordered:
        if one.rol not in set(Rol):
            raise Geweigerd(422, "rol_onbekend", rol=one.rol)
        if not _is_dag(one.begin) or (one.einde and not (_is_dag(one.einde) and one.begin <= one.einde)):
            raise Geweigerd(422, "rolperiode_ongeldig", begin=one.begin, einde=one.einde)
    for earlier, later in pairwise(ordered):
        if (earlier.einde or _FOREVER) >= later.begin:
            raise Geweigerd(422, "rollen_overlappen", begin=later.begin)
    return ordered


def periode_op(perioden: Sequence[Rolperiode], dag: str) -> Rolperiode | None:
    """The one that holds on a day, None when none does."""
    return next((one for one in perioden if one.begin <= dag <= (one.einde or _FOREVER)), None)


def eerste_na(perioden: Sequence[Rolperiode], dag: str) -> Rolperiode | None:
    """The next one that begins after a day."""
    return min((one for one in perioden if one.begin > dag), key=lambda one: one.begin, default=None)


def _is_dag(text: str) -> bool:
    try:
        # fromisoformat takes more forms than the one whose text order is time order.
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
