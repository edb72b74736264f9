"""What a reader makes of a file: usable rows with their identity, skipped rows, and rejected rows without contents."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, Protocol

from boa_app.domain.melding import Melding
from boa_app.domain.text_guard import guard_label
from boa_app.texts.catalogue import sentence

BATCH = 500
# In place of a word for a kind that may be about a person. What is longer than this is no word but a story.
WITHHELD, MAX_WOORD = "[mogelijk over een persoon]", 80
REJECTS_HEADER = ("bestand", "rij", "kolom", "reden", "toelichting")
_REMEMBERED = 50_000
# What a cell may hold but no field: control signs, signs that turn the reading direction, halves of surrogate pairs.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


class Reden(StrEnum):
    """Why a row was rejected; the sentence stands in texts under ``afkeur_`` and this word."""

    RIJ_ONVOLLEDIG = "rij_onvolledig"
    POSITIE_ONTBREEKT = "positie_ontbreekt"
    POSITIE_ONGELDIG = "positie_ongeldig"
    POSITIE_NUL = "positie_nul"
    DATUM_ONTBREEKT = "datum_ontbreekt"
    DATUM_ONGELDIG = "datum_ongeldig"
    DATUM_IN_TOEKOMST = "datum_in_toekomst"
    DATUM_TE_OUD = "datum_te_oud"
    VENSTER_OMGEKEERD = "venster_omgekeerd"
    AANHALINGSTEKEN = "aanhalingsteken"
    ID_DUBBEL = "id_dubbel"


class OnbruikbareRij(Exception):
    """Inside a reader: this row cannot be used. kolom: the field, in the reader's own words."""

    def __init__(self, kolom: str, reden: Reden) -> None:
        super().__init__(kolom, reden)
        self.kolom, self.reden = kolom, reden


Eigen = tuple[datetime, datetime | None, float, float, str]


class Rij(NamedTuple):
    """A usable row. sjabloon: a melding it shares with many rows. sleutel: its identity within the source.
    rij: its number, as in Afkeur.

    eigen: its own gebeurd_van, gebeurd_tot, lon, lat and plaats, in place of those of the template. Filling thirty
    fields for each of a hundred thousand rows would take a quarter of the reading.
    """

    sjabloon: Melding
    sleutel: str
    eigen: Eigen
    rij: int

    @property
    def melding(self) -> Melding:
        """The melding of this row alone."""
        van, tot, lon, lat, plaats = self.eigen
        return replace(self.sjabloon, gebeurd_van=van, gebeurd_tot=tot, lon=lon, lat=lat, plaats=plaats)


@dataclass(frozen=True, slots=True)
class Afkeur:
    """A rejected row. rij: its number as a spreadsheet shows it, the first line is 1. kolom: the name in the header."""

    bestand: str
    rij: int
    kolom: str
    reden: Reden


class Kijker(Protocol):
    """Looks on while a file is read, for a preview."""

    def see(self, rij: int, cells: Sequence[str], label: str) -> None:
        """A row that is about to be judged. label: the source's own word for its kind."""

    def skipped(self, rij: int) -> None:
        """It was left out."""

    def rejected(self, afkeur: Afkeur) -> None:
        """It was rejected."""


@dataclass(slots=True)
class Lezing:
    """The count while reading: gelezen = usable + overgeslagen + afgekeurd. kijker: somebody who looks on.

    plaatsen: names of places, which are no persons. geweerd: rows whose word for the kind may be about a person and is
    not kept. klokwissel: rows at a local time that does not exist or comes twice. tegenspraak: a row whose date proves
    another way of writing dates than the one read with, 0 for none.
    """

    bestand: str
    gelezen: int = 0
    overgeslagen: int = 0
    afgekeurd: list[Afkeur] = field(default_factory=list)
    kijker: Kijker | None = None
    plaatsen: frozenset[str] = frozenset()
    geweerd: int = 0
    klokwissel: int = 0
    tegenspraak: int = 0

    def skip(self, rij: int) -> None:
        """Count a row that is left out."""
        self.overgeslagen += 1
        if self.kijker is not None:
            self.kijker.skipped(rij)

    def reject(self, rij: int, kolom: str, reden: Reden) -> None:
        """Note a rejected row."""
        found = Afkeur(self.bestand, rij, kolom, reden)
        self.afgekeurd.append(found)
        if self.kijker is not None:
            self.kijker.rejected(found)

    def reject_broken(self, rij: int) -> None:
        """Note a row whose quotation marks do not close."""
        self.gelezen += 1
        self.reject(rij, "", Reden.AANHALINGSTEKEN)


class Sleutels:
    """Identities of the rows of one file; the same file gives the same ones again."""

    def __init__(self) -> None:
        self._seen: dict[bytes, int] = {}

    def key_of(self, source: str) -> str:
        """The identity of a row that is told by its fields: equal rows get different numbers."""
        digest = _digest(source)
        number = self._seen.get(digest, 0)
        self._seen[digest] = number + 1
        return f"{digest.hex()}-{number}"


def key_with_id(source: str) -> str:
    """The identity of a row that has an id. source: that id with time and place, for every table begins at 1."""
    return _digest(source).hex()


def _digest(source: str) -> bytes:
    return blake2b(source.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Woorden:
    """The source's own words for kinds. One that may be about a person is WITHHELD instead, whoever asks."""

    def __init__(self, plaatsen: frozenset[str], harmless: Collection[str] = ()) -> None:
        """harmless: words that need no look, without case."""
        self._plaatsen, self._harmless = plaatsen, harmless
        self._known: dict[str, str] = {}
        # Most files have none; then nobody has to look for them.
        self.withheld = False

    def of(self, cell: str) -> str:
        """The word, or WITHHELD."""
        found = self._known.get(cell)
        if found is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            word = cell.strip()
            found = self._known[cell] = WITHHELD if self._is_about_a_person(word) else word
            self.withheld = self.withheld or found == WITHHELD
        return found

    def _is_about_a_person(self, word: str) -> bool:
        if not word or word.casefold() in self._harmless:
            return False
        return len(word) > MAX_WOORD or bool(guard_label(clean_text(word), self._plaatsen))


def kept_word(word: str, limit: int) -> str:
    """What is stored of a word for a kind."""
    return "" if word == WITHHELD else clean_text(word)[:limit].rstrip()


class Teksten:
    """Cells as texts that a field may hold; the same ones come back in many rows, so each is looked at once."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._known: dict[str, str] = {}

    def clean(self, cell: str) -> str:
        """The text on one line, without control signs, cut at the limit."""
        found = self._known.get(cell)
        if found is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            found = self._known[cell] = clean_text(cell)[: self._limit].rstrip()
        return found


def clean_text(cell: str) -> str:
    """A cell on one line, without control signs and halves of characters."""
    return " ".join(_UNFIT.sub("", cell).split())


def is_reject_list(path: Path) -> bool:
    """Whether a file is a list that write_rejects made. Raises OSError."""
    with path.open("rb") as file:
        start = file.read(200)
    return start.decode("utf-8-sig", "replace").split("\r\n", 1)[0] == ";".join(REJECTS_HEADER)


def write_rejects(path: Path, rows: Iterable[Afkeur]) -> None:
    """List rejected rows for a Dutch spreadsheet (UTF-8 with BOM, semicolons); it holds no cell contents.

    Raises OSError when the folder cannot be written.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(REJECTS_HEADER)
        for row in rows:
            told = sentence(f"afkeur_{row.reden}")
            writer.writerow((_harmless(row.bestand), row.rij, _harmless(row.kolom), row.reden, told))


def _harmless(text: str) -> str:
    # A file or column name can start a formula in a spreadsheet just as well as a cell can.
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text
