"""What an act changed, so that every screen refreshes just what it shows, and how to take the act back."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class Changes:
    """Which kinds of things changed. meldingen: their uids; alles: too many to name (an import), reload."""

    meldingen: frozenset[str] = frozenset()
    rondes: bool = False
    plekken: bool = False
    jops: bool = False
    schouwen: bool = False
    gebieden: bool = False
    straatkeuzes: bool = False
    concepten: bool = False
    filters: bool = False
    alles: bool = False


class UndoSoort(StrEnum):
    """What taking back means."""

    MELDING = "melding"
    BEZOEK = "bezoek"
    FOTO = "foto"
    GEBIED = "gebied"
    STRAATKEUZE = "straatkeuze"
    FILTER = "filter"
    BULK = "bulk"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take an act back: give these fields of uid these values again (a bezoek simply lapses).

    na: the values right after the act; when the record no longer holds them, taking back would wipe somebody's work.
    delen: of an act on many records, one for each.
    """

    soort: UndoSoort
    uid: str
    values: dict[str, Any] = field(default_factory=dict)
    na: dict[str, Any] = field(default_factory=dict)
    delen: tuple[Undo, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """A finished act: it is durable. uid: the record it was about; undo: None when it cannot be taken back."""

    changes: Changes
    uid: str = ""
    undo: Undo | None = None
