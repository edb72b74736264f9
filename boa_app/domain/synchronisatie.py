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
