"""One entry of the catalogue: Dutch and English side by side, so that neither can be forgotten."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Zin:
    """One sentence or label; ``{naam}`` is a field."""

    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class Fout:
    """An error in three parts: what happened, what is safe, what to do. The last may be empty, never the first two."""

    nl: tuple[str, str, str]
    en: tuple[str, str, str]
