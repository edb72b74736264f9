"""The rows and columns of a file as the wizard shows them, gathered while the file is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from boa_app.exchange import police_uk, signalen, tables
from boa_app.exchange.gok import Zekerheid
from boa_app.exchange.kolommen import FREE_TEXT, PERSON, normalise, withheld
from boa_app.exchange.rijen import WITHHELD, Afkeur, Rij
from boa_app.exchange.tabelvorm import Tabelvorm
from boa_app.usecases.importlezing import Bronlezing

SHOWN_ROWS = 200
_SAMPLES = 3


class Uitkomst(StrEnum):
    """What becomes of a row."""

    TOEVOEGEN = "toevoegen"
    BESTAAND = "bestaand"
    OVERSLAAN = "overslaan"
    AFKEUREN = "afkeuren"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column. rol: the field it becomes, "" when it is not used, PERSON or FREE_TEXT when it is never read in."""

    kop: str
    rol: str
    voorbeelden: tuple[str, ...]
    zekerheid: Zekerheid


@dataclass(frozen=True, slots=True)
class VoorbeeldRij:
    """A row of the file and what becomes of it. reden: why it is rejected. kolom: place of the column at fault or -1.

    moment, tot: aware UTC; lon, lat: WGS84; soort: our code; all empty when the row is not read in.
    """

    rij: int
    cellen: tuple[str, ...]
    uitkomst: Uitkomst
    reden: str = ""
    kolom: int = -1
    moment: datetime | None = None
    tot: datetime | None = None
    lon: float | None = None
    lat: float | None = None
    soort: str = ""


class Kijk:
    """Looks on while a file is read and keeps what the preview shows: the first rows and the first of each reason."""

    def __init__(self, reading: Bronlezing) -> None:
        self.header = _full_header(reading)
        self._hidden = frozenset(at for at, name in enumerate(self.header) if _is_hidden(reading.bron, name))
        self._current: tuple[int, tuple[str, ...]] = (0, ())
        self.cells: dict[int, tuple[str, ...]] = {}
        self.rows: dict[int, VoorbeeldRij] = {}
        self.labels: Counter[str] = Counter()
        self.reasons: set[str] = set()
        self.read = self.tegenspraak = 0
        self._word_at = _word_column(reading)

    def see(self, rij: int, cells: Sequence[str], label: str) -> None:
        """As Kijker."""
        self.labels[label] += 1
        if label == WITHHELD:
            cells = ["" if at == self._word_at else cell for at, cell in enumerate(cells)]
        self._current = (rij, tuple(cells))
        if len(self.cells) < SHOWN_ROWS:
            self.cells[rij] = self._shown(self._current[1])

    def skipped(self, rij: int) -> None:
        """As Kijker."""
        self._keep_first(str(Uitkomst.OVERSLAAN), rij)
        if rij in self.cells:
            self.rows[rij] = VoorbeeldRij(rij, self.cells[rij], Uitkomst.OVERSLAAN)

    def rejected(self, afkeur: Afkeur) -> None:
        """As Kijker."""
        self._keep_first(str(afkeur.reden), afkeur.rij)
        if afkeur.rij in self.cells:
            at = self.header.index(afkeur.kolom) if afkeur.kolom in self.header else -1
            cells, reden = self.cells[afkeur.rij], str(afkeur.reden)
            self.rows[afkeur.rij] = VoorbeeldRij(afkeur.rij, cells, Uitkomst.AFKEUREN, reden, at)

    def used(self, row: Rij, uitkomst: Uitkomst) -> None:
        """What becomes of a usable row; it was seen before."""
        if row.rij in self.cells:
            van, tot, lon, lat, _ = row.eigen
            soort = row.sjabloon.soort
            self.rows[row.rij] = VoorbeeldRij(
                row.rij, self.cells[row.rij], uitkomst, "", -1, van, tot, lon, lat, soort
            )  # fmt: skip

    def only_show(self, vorm: Tabelvorm) -> None:
        """The first rows of a table that cannot be read yet: columns are missing."""
        for rij, cells in enumerate(vorm.monster[:SHOWN_ROWS], vorm.header_row + 1):
            self.rows[rij] = VoorbeeldRij(rij, self._shown(cells), Uitkomst.AFKEUREN)
        self.read = len(self.rows)

    def _keep_first(self, reden: str, rij: int) -> None:
        if reden not in self.reasons:
            self.reasons.add(reden)
            seen_at, cells = self._current
            self.cells.setdefault(rij, self._shown(cells) if seen_at == rij else ())

    def _shown(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        return tuple("" if at in self._hidden else cell for at, cell in enumerate(cells))


def _full_header(reading: Bronlezing) -> tuple[str, ...]:
    if reading.bron == tables.PROFIEL:
        return reading.vorm.header
    return reading.export.header if reading.bron == signalen.PROFIEL else police_uk.header_of(reading.source)


def _word_column(reading: Bronlezing) -> int:
    """The place of the source's own word for the kind. That of Signalen stands in another file."""
    if reading.bron == tables.PROFIEL:
        return reading.vorm.columns.get("soort", -1)
    header = _full_header(reading)
    return header.index(_WORD) if reading.bron == police_uk.PROFIEL and _WORD in header else -1


def _is_hidden(bron: str, name: str) -> bool:
    return bool(_withheld(bron, name))


def _withheld(bron: str, name: str) -> str:
    if bron == signalen.PROFIEL:
        return PERSON if name in signalen.PERSONS else FREE_TEXT if name in signalen.TEXTS else ""
    return withheld(normalise(name)) if bron == tables.PROFIEL else ""


_WORD = "Crime type"
_ROLLEN = {
    police_uk.PROFIEL: {
        "Month": "datum", "Longitude": "lon", "Latitude": "lat", "Location": "plaats", "Crime type": "soort",
        "Crime ID": "id",
    },
    signalen.PROFIEL: {
        "incident_date_start": "datum", "incident_date_end": "einddatum", "signal_uuid": "id",
        "category_assignment_id": "soort", "location_id": "plaats",
    },
}  # fmt: skip


def kolommen_of(reading: Bronlezing, look: Kijk, rows: Sequence[VoorbeeldRij]) -> tuple[Kolom, ...]:
    """The columns with their role, and some of what stands in them."""
    if reading.bron == tables.PROFIEL:
        rollen = {at: name for name, at in reading.vorm.columns.items()}
    else:
        fixed = _ROLLEN[reading.bron]
        rollen = {at: fixed[name] for at, name in enumerate(look.header) if name in fixed}
    doubt = any(gok.onderdeel == "kolommen" and gok.in_doubt for gok in reading.gokken)
    found = []
    for at, name in enumerate(look.header):
        rol = rollen.get(at, "") or _withheld(reading.bron, name)
        cells = (row.cellen[at].strip() for row in rows if len(row.cellen) > at)
        samples = tuple(dict.fromkeys(cell for cell in cells if cell))[:_SAMPLES]
        found.append(Kolom(name, rol, samples, Zekerheid.TWIJFEL if doubt and at in rollen else Zekerheid.ZEKER))
    return tuple(found)
