"""One round of syncing with the centre, and what the screens need to know of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from boa_app.domain.bonnetje import Bonnetje, BonStatus
from boa_app.usecases.changes import Changes
from boa_app.usecases.session import Session

if TYPE_CHECKING:
    from boa_app.sync.transport import Transport


@dataclass(frozen=True, slots=True)
class Voortgang:
    """Where a round is. stap: contact, sturen, fotos, ophalen, opschonen or bevestigen. totaal 0: not known."""

    stap: str
    gedaan: int = 0
    totaal: int = 0


@dataclass(frozen=True, slots=True)
class Syncstand:
    """The state of the world for the foot of the window: counts only. fotos_hier: photos whose bytes the centre has
    not; fotos_volgen: those it has and this device not yet. klok_afwijking_s: how far this device is ahead of the
    centre, 0 while nobody knows. ingetrokken: this device lost its right to read."""

    aangemeld: bool = False
    onverzonden: int = 0
    conflicten: int = 0
    geweigerd: int = 0
    fotos_hier: int = 0
    fotos_volgen: int = 0
    laatste_contact: datetime | None = None
    klok_afwijking_s: int = 0
    ingetrokken: bool = False


@dataclass(frozen=True, slots=True)
class Syncuitslag:
    """A round that ended. changes: what to refresh. actor_gewijzigd: role or werkgebied is another now; the window
    goes on with sessie_van(session). bon.status AANMELDEN: ask a person to sign in and run again with open_browser;
    INGETROKKEN: the store is shut for good, the unsent work is in the sealed outbox."""

    bon: Bonnetje
    changes: Changes
    actor_gewijzigd: bool = False


def run_sync(
    session: Session, *, progress: Callable[[Voortgang], None] | None = None,
    cancelled: Callable[[], bool] | None = None, transport: Transport | None = None,
    open_browser: Callable[[str], None] | None = None,
) -> Syncuitslag:  # fmt: skip
    """Send what is here, fetch what is new, compare counts. Never makes a save wait; only one round runs at a time.

    cancelled is asked between all steps and, while a request hangs, every half second. open_browser: shows the address
    where a person signs in; None: the round ends with status AANMELDEN instead. Raises UserError niet_aangemeld,
    sync_afgebroken (cancelled), sync_loopt; EnvironmentProblem centrale_onbereikbaar, centrale_traag, centrale_fout,
    certificaat_onjuist; then everything that was confirmed is kept and the rest goes with the next round.
    """
    raise NotImplementedError


def syncstand(session: Session) -> Syncstand:
    """The counts for the foot; cheap, no audit line."""
    raise NotImplementedError


def laatste_bon(session: Session) -> Bonnetje | None:
    """The bonnetje of the last round, also of one that broke off."""
    raise NotImplementedError


def lijst_bonnen(session: Session, limiet: int = 50) -> tuple[Bonnetje, ...]:
    """The bonnetjes of this device, newest first."""
    raise NotImplementedError


__all__ = ["BonStatus", "Bonnetje", "Syncstand", "Syncuitslag", "Voortgang", "laatste_bon", "lijst_bonnen", "run_sync"]
