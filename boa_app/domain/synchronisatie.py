"""What came in of a centre and what it did on this device."""

from __future__ import annotations

from dataclasses import dataclass


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
