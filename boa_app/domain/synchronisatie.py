"""What a person is told of syncing: the receipt of a round and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class BonStatus(StrEnum):
    """How a round ended. BEZIG of a round that is over: the program was cut off in it."""

    BEZIG = "bezig"
    KLOPT = "klopt"
    VERSCHIL = "verschil"
    AFGEBROKEN = "afgebroken"


@dataclass(frozen=True, slots=True)
class Bonnetje:
    """The receipt of one round. nr: counts up on this device. sync: id of the round, the same at the centre.
    begonnen_op, klaar_op: aware UTC. inhoud: JSON values, numbers and names of kinds, never contents."""

    nr: int
    sync: str
    begonnen_op: datetime
    klaar_op: datetime | None
    status: BonStatus
    inhoud: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Toegepast:
    """What came in and what it did. meldingen: uids that show something else; soorten: kinds of records that do;
    conflicten_nieuw, conflicten_weg: fields; verwijderd: records that went. bestanden: names of sealed pictures to
    remove, once the transaction is on disk. verloren: unsent changes that a purge order wiped."""

    meldingen: frozenset[str] = frozenset()
    soorten: frozenset[str] = frozenset()
    conflicten_nieuw: int = 0
    conflicten_weg: int = 0
    verwijderd: int = 0
    bestanden: tuple[str, ...] = ()
    verloren: int = 0

    def __add__(self, other: Toegepast) -> Toegepast:
        """Both together."""
        return Toegepast(
            self.meldingen | other.meldingen, self.soorten | other.soorten,
            self.conflicten_nieuw + other.conflicten_nieuw, self.conflicten_weg + other.conflicten_weg,
            self.verwijderd + other.verwijderd, self.bestanden + other.bestanden, self.verloren + other.verloren,
        )  # fmt: skip
