"""What a person put right about the files in view, and the way back when a correction turns out to be impossible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from boa_app.usecases.importplan import Keuzes

if TYPE_CHECKING:
    from boa_app.usecases.importplan import Importplan


class Corrections:
    """The choices of one look at some files."""

    def __init__(self, paths: Sequence[Path] = ()) -> None:
        self.paths = tuple(paths)
        self.choices = Keuzes()
        self._kept = self.choices

    def put(
        self, *, waarden: Mapping[str, str] | None = None, kolommen: Mapping[str, str] | None = None,
        soorten: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        """Take corrections over; what was corrected before stays."""
        now = self.choices
        self.choices = replace(
            now,
            waarden={**now.waarden, **(waarden or {})},
            kolommen={**now.kolommen, **(kolommen or {})},
            soorten={**now.soorten, **(soorten or {})},
        )

    def confirm(self, part: str) -> None:
        """The guess about this part is right."""
        self.choices = replace(self.choices, bevestigd=self.choices.bevestigd | {part})

    def give_role(self, plan: Importplan, column: str, role: str) -> None:
        """A column gets another purpose, "" for none: it leaves the one it had."""
        had = {
            kolom.rol: "" for bestand in plan.bestanden for kolom in bestand.kolommen
            if kolom.kop == column and kolom.rol
        }  # fmt: skip
        self.put(kolommen={**had, **({role: column} if role else {})})

    def accept(self) -> None:
        """The files could be read this way."""
        self._kept = self.choices

    def revert(self) -> bool:
        """Go back to the last choices the files could be read with; False when these are those."""
        changed = self.choices != self._kept
        self.choices = self._kept
        return changed
