"""The bonnetje of one round of syncing: what this device and the centre counted, each by itself (design §5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class BonStatus(StrEnum):
    """How a round ended. ONDERBROKEN: the line or the process broke; what was confirmed counts. ALLEEN_GESTUURD: this
    program is too old to receive. AANMELDEN: a person must sign in at the municipality first. INGETROKKEN: this device
    may no longer read its data. UITGESTELD: rights changed all the while, the next round goes on."""

    BEZIG = "bezig"
    GELUKT = "gelukt"
    ALLEEN_GESTUURD = "alleen_gestuurd"
    AANMELDEN = "aanmelden"
    INGETROKKEN = "ingetrokken"
    UITGESTELD = "uitgesteld"
    MISLUKT = "mislukt"
    ONDERBROKEN = "onderbroken"


@dataclass(frozen=True, slots=True)
class Bonregel:
    """One kind and what both sides counted of it. naam: an entity that was sent, ``wijzigingen`` for all changes sent
    together, ``fotos`` of this device the centre should have, ``opgehaald``."""

    naam: str
    hier: int
    centrale: int
    controle_hier: str = ""
    controle_centrale: str = ""

    @property
    def is_gelijk(self) -> bool:
        """Both sides counted the same things."""
        return self.hier == self.centrale and self.controle_hier == self.controle_centrale


@dataclass(frozen=True, slots=True)
class Bonnetje:
    """nr: counted by the centre, 0 while it did not answer. nog_hier: changes that wait to be sent; fotos_nog_hier:
    photos whose bytes do. controlegetal: of what this device counted; of the centre beside it. code: why the round did
    not go on or brought not all, a key of texts. beginstand: how many changes a first state brought, 0 when none came.
    """

    sync: str
    begonnen_op: datetime
    klaar_op: datetime | None
    status: BonStatus
    nr: int = 0
    regels: tuple[Bonregel, ...] = ()
    nog_hier: int = 0
    fotos_nog_hier: int = 0
    geweigerd: int = 0
    controlegetal: str = ""
    controlegetal_centrale: str = ""
    code: str = ""
    beginstand: int = 0

    @property
    def is_gelijk(self) -> bool:
        """Whether both sides counted and found the same, and nothing waits on this device, nor there for it."""
        done = self.status is BonStatus.GELUKT and not (self.code or self.nog_hier or self.fotos_nog_hier)
        return done and all(regel.is_gelijk for regel in self.regels)
