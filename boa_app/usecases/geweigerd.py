"""Changes the centre refused: they stay here, visible, until a person makes a correction or lets them go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from boa_app.usecases.changes import Done
from boa_app.usecases.session import Session


@dataclass(frozen=True, slots=True)
class GeweigerdKaart:
    """One refused change. veld ``*``: the whole record was refused. code: the reason, a key of texts with three parts.
    nu: the value that counts meanwhile, None when the record is not there. mag_correctie: making it again with a
    reason can help."""

    change_id: str
    entity: str
    uid: str
    veld: str
    waarde: Any
    nu: Any
    code: str
    gemaakt_op: datetime
    mag_correctie: bool
    moment: datetime | None = None
    soort: str = ""
    plaats: str = ""


def lijst_geweigerd(session: Session) -> tuple[GeweigerdKaart, ...]:
    """All refused changes nobody acted on yet, oldest first; that is logged."""
    raise NotImplementedError


def maak_correctie(session: Session, change_id: str, reden: str) -> Done:
    """Make the change again, with a reason and on what counts now; the refused one is settled.

    Raises UserError geweigerd_onbekend, correctie_kan_niet, correctie_reden_nodig, geen_recht, and as wijzig_melding.
    """
    raise NotImplementedError


def laat_los(session: Session, change_id: str) -> Done:
    """Settle a refused change: the value of the centre stays. It remains in the history. Raises UserError
    geweigerd_onbekend."""
    raise NotImplementedError
