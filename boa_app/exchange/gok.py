"""A guess about how a file was written: shown with how sure it is, and asked about when it changes what a row means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple


class Zekerheid(StrEnum):
    """How sure a guess is. TWIJFEL: nothing is imported before a person confirmed it."""

    ZEKER = "zeker"
    TWIJFEL = "twijfel"


class Alternatief(NamedTuple):
    """Another way to read it. voorbeeld: how the first usable row would then read, "" where that shows nothing."""

    waarde: str
    voorbeeld: str = ""


@dataclass(frozen=True, slots=True)
class Gok:
    """One guess. onderdeel: what about. waarde: a code of it. alternatieven: all ways, the chosen one included."""

    onderdeel: str
    waarde: str
    zekerheid: Zekerheid = Zekerheid.ZEKER
    alternatieven: tuple[Alternatief, ...] = ()
    voorbeeld: str = ""

    @property
    def in_doubt(self) -> bool:
        """Whether a person has to look at it first."""
        return self.zekerheid is Zekerheid.TWIJFEL

    def confirmed(self) -> Gok:
        """The same guess after a person said so."""
        return replace(self, zekerheid=Zekerheid.ZEKER)


def sure(condition: object) -> Zekerheid:
    """ZEKER when the condition holds."""
    return Zekerheid.ZEKER if condition else Zekerheid.TWIJFEL
