"""Any plain table with a date and a position in it (domain §9.4): reads its rows once tabelvorm found out how.

rows ─► one at a time, with the checks of a melding ─► batches, RD positions in degrees
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from operator import itemgetter

from boa_app.analysis.crs import to_wgs84
from boa_app.domain.codelijsten import Codelijst, Codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.melding import EARLIEST, FUTURE_TOLERANCE, MAX_PLAATS, Melding, PlaatsBron
from boa_app.exchange.datums import Vensters
from boa_app.exchange.getallen import Stelsel, read_number, read_pair, split_point
from boa_app.exchange.kolommen import CODED, NAMES, Kolomwijzer
from boa_app.exchange.rijen import (
    BATCH,
    WITHHELD,
    Lezing,
    OnbruikbareRij,
    Reden,
    Rij,
    Sleutels,
    Teksten,
    Woorden,
    kept_word,
    key_with_id,
)
from boa_app.exchange.tabelvorm import Tabelvorm

PROFIEL = "tabel"
MAX_TEMPLATES = 2000
NOWHERE_DEG = 1e-6
LONG_NUMBER = 10
_TOTAL = re.compile(r"(?:sub|eind|grand )?tota{1,2}l\b.*|som\b.*|sum\b.*", re.IGNORECASE)


def check_encoding(wijzer: Kolomwijzer, found: str) -> str:
    """The encoding to read with: the told one, else the found one. Raises UserError codering_onbekend(codering)."""
    if not wijzer.codering:
        return found
    try:
        with io.TextIOWrapper(io.BytesIO(b"a;\xe9\n"), encoding=wijzer.codering, errors="replace") as trial:
            # Some codecs are no text, or cannot read piece by piece; only trying tells.
            trial.read()
        return codecs.lookup(wijzer.codering).name
    except (LookupError, ValueError) as error:
        raise UserError("codering_onbekend", codering=wijzer.codering[:40]) from error


def read_table(
    rows: Iterable[tuple[int, list[str]]], vorm: Tabelvorm, lezing: Lezing, wijzer: Kolomwijzer, lijsten: Codelijsten,
    soort: str | None, now: datetime,
) -> Iterator[list[Rij]]:  # fmt: skip
    """Usable rows in batches, counting into lezing. rows: number and cells, from the first row of the table on.

    soort: the label in the source to keep. Raises UserError code_onbekend for a told soort.
    """
    reader = _Reader(vorm, lezing, wijzer, lijsten, now)
    wanted = None if soort is None else soort.strip().casefold()
    left_out = {label.casefold() for label, code in wijzer.soorten.items() if not code}
    kijker, choosing = lezing.kijker, wanted is not None or bool(left_out)
    waiting: list[Rij] = []
    for rij, cells in rows:
        if rij <= vorm.header_row or _is_no_row(cells, vorm):
            continue
        lezing.gelezen += 1
        if kijker is not None:
            kijker.see(rij, tuple(cells), reader.label_of(cells))
        if choosing:
            label = reader.label_of(cells).casefold()
            if label in left_out or (wanted is not None and label != wanted):
                lezing.skip(rij)
                continue
        if (found := reader.read(rij, cells, len(waiting))) is not None:
            waiting.append(found)
            if len(waiting) == BATCH:
                yield reader.finish(waiting)
                waiting = []
    if waiting:
        yield reader.finish(waiting)


class _Reader:
    """Reads one row at a time; what comes back in many rows is looked up, not worked out again."""

    def __init__(
        self, vorm: Tabelvorm, lezing: Lezing, wijzer: Kolomwijzer, lijsten: Codelijsten, now: datetime
    ) -> None:
        self.columns, self.header, self.lezing, self.now = vorm.columns, vorm.header, lezing, now
        self.latest = now + FUTURE_TOLERANCE
        self.keys, self.vensters, self.texts = Sleutels(), Vensters(vorm.order, vorm.wacht), Teksten(MAX_PLAATS)
        # Per row with an id what is kept of it: the same id with other contents is no repetition.
        self.contents: dict[str, int] = {}
        told = {label.casefold(): lijsten.check("soort", code) for label, code in wijzer.soorten.items() if code}
        known = labels_of(lijsten["soort"])
        self.soorten, self.words = known | told, Woorden(lezing.plaatsen, known)
        self.codes = {name: labels_of(lijsten[name]) for name in CODED if name in vorm.columns}
        self.thousands, self.swapped = vorm.positie.thousands, vorm.positie.swapped
        self.only = vorm.positie.stelsel
        # Every row gets one empty cell more at its end: a column that is not there is that cell.
        place = {name: vorm.columns.get(name, -1) for name in NAMES}
        self.width = max(place.values()) + 1
        self.times = itemgetter(*(place[name] for name in ("datum", "tijd", "einddatum", "eindtijd")))
        self.positions = itemgetter(place["lon"], place["lat"])
        self.steady = itemgetter(place["soort"], *(place[name] for name in CODED))
        self.id, self.place, self.point = place["id"], place["plaats"], place["punt"]
        self.east_name = "punt" if self.point >= 0 and "lon" not in vorm.columns else "lon"
        self.templates: dict[tuple[str, ...], Melding] = {}
        self.clock_changes = False
        # The rows of the batch whose position is still in RD; those are converted together.
        self.rd: list[int] = []

    def label_of(self, cells: Sequence[str]) -> str:
        """The source's own word for the kind of a row, WITHHELD when it may be about a person."""
        place = self.columns.get("soort", -1)
        return self.words.of(cells[place]) if 0 <= place < len(cells) else ""

    def read(self, rij: int, cells: list[str], at: int) -> Rij | None:
        """The row as the at-th of its batch, None when it was rejected."""
        identity = "\x1f".join(cells)
        if len(cells) < self.width:
            cells += [""] * (self.width - len(cells))
        cells.append("")
        try:
            van, tot = self._window(cells)
            stelsel, east, north = self._position(cells)
            own_id = cells[self.id].strip()
            if own_id:
                sleutel = key_with_id(f"{own_id}\x1f{van.timestamp():.0f}\x1f{east:.6f}\x1f{north:.6f}")
                self._check_same(sleutel, hash((tot, cells[self.place], self.steady(cells))))
            else:
                sleutel = self.keys.key_of(identity)
        except OnbruikbareRij as problem:
            self.lezing.reject(rij, self.header[self.columns[problem.kolom]], problem.reden)
            return None
        finally:
            self.lezing.tegenspraak = self.vensters.tegenspraak
        if stelsel is Stelsel.RD:
            self.rd.append(at)
        template = self.templates.get(self.steady(cells)) or self._template(cells, van)
        self.lezing.klokwissel += self.clock_changes
        if self.words.withheld:
            self.lezing.geweerd += self.label_of(cells) == WITHHELD
        return Rij(template, sleutel, (van, tot, east, north, self.texts.clean(cells[self.place])), rij)

    def _check_same(self, sleutel: str, content: int) -> None:
        if self.contents.setdefault(sleutel, content) != content:
            raise OnbruikbareRij("id", Reden.ID_DUBBEL)

    def finish(self, batch: list[Rij]) -> list[Rij]:
        """The batch with every position in degrees."""
        if self.rd:
            pairs = [batch[at].eigen[2:4] for at in self.rd]
            lon, lat = to_wgs84([east for east, _ in pairs], [north for _, north in pairs])
            for at, east, north in zip(self.rd, lon.tolist(), lat.tolist(), strict=True):
                van, tot, _, _, plaats = batch[at].eigen
                batch[at] = batch[at]._replace(eigen=(van, tot, round(east, 7), round(north, 7), plaats))
            self.rd.clear()
        return batch

    def _template(self, cells: list[str], van: datetime) -> Melding:
        if len(self.templates) > MAX_TEMPLATES:
            self.templates.clear()
        label = self.label_of(cells)
        coded = {name: self._code(cells, name) for name in CODED}
        made = self.templates[self.steady(cells)] = Melding(
            gebeurd_van=van,
            lon=0,
            lat=0,
            soort=self.soorten.get(label.casefold(), "ANDERS"),
            plaats_bron=PlaatsBron.IMPORT,
            locatietype=coded["locatietype"],
            ernst=coded["ernst"],
            groepsgrootte=coded["groepsgrootte"],
            aanleiding=coded["aanleiding"] or "MELD-INW",
            herkomst="DOC",
            resultaat=coded["resultaat"],
            bron=PROFIEL,
            bron_categorie=kept_word(label, MAX_PLAATS),
        )
        return made

    def _code(self, cells: list[str], name: str) -> str:
        known = self.codes.get(name, {})
        return known.get(cells[self.columns.get(name, -1)].strip().casefold(), "")

    def _window(self, cells: list[str]) -> tuple[datetime, datetime | None]:
        text, time_text, end_text, end_time = self.times(cells)
        van, tot = self.vensters.find(text, time_text), None
        self.clock_changes = False
        if van is None:
            if not text.strip():
                raise OnbruikbareRij("datum", Reden.DATUM_ONTBREEKT)
            van, tot = self._read_window("datum", text, time_text)
        if van > self.latest:
            raise OnbruikbareRij("datum", Reden.DATUM_IN_TOEKOMST)
        if van < EARLIEST:
            raise OnbruikbareRij("datum", Reden.DATUM_TE_OUD)
        if end_text and end_text.strip():
            end = self._read_window("einddatum", end_text, end_time)
            tot = end[1] or end[0]
            if tot < van:
                raise OnbruikbareRij("einddatum", Reden.VENSTER_OMGEKEERD)
        if tot is None:
            return van, None
        # A day or month that is not over yet ends now: nothing can have happened later.
        tot = min(tot, max(van, self.now))
        return van, None if tot == van else tot

    def _read_window(self, name: str, text: str, time_text: str) -> tuple[datetime, datetime | None]:
        try:
            found = self.vensters.read(text.strip(), time_text.strip())
            self.clock_changes = self.clock_changes or self.vensters.klokwissel
            return found
        except (ValueError, OverflowError) as error:
            raise OnbruikbareRij(name, Reden.DATUM_ONGELDIG) from error

    def _position(self, cells: list[str]) -> tuple[Stelsel, float, float]:
        if self.east_name == "punt":
            lon_text, lat_text = self._split(cells[self.point])
        else:
            lon_text, lat_text = self.positions(cells)
        east, north = self._number("lon", lon_text), self._number("lat", lat_text)
        if 3 <= east <= 7.5 and 50.5 <= north <= 53.8 and self.only is not Stelsel.RD:
            return Stelsel.WGS84, east, north
        # Nobody stands to the millimetre on the equator or the meridian of Greenwich; a file without a value does.
        if abs(east) < NOWHERE_DEG or abs(north) < NOWHERE_DEG:
            raise self._unusable(Reden.POSITIE_NUL)
        found = read_pair(east, north, swapped=self.swapped)
        if found is None or self.only not in (None, found[0]):
            raise self._unusable(Reden.POSITIE_ONGELDIG)
        return found

    def _split(self, cell: str) -> tuple[str, str]:
        if not cell.strip():
            raise self._unusable(Reden.POSITIE_ONTBREEKT)
        found = split_point(cell)
        if not found[0]:
            raise self._unusable(Reden.POSITIE_ONGELDIG)
        return found

    def _unusable(self, reden: Reden) -> OnbruikbareRij:
        return OnbruikbareRij(self.east_name, reden)

    def _number(self, name: str, text: str) -> float:
        if not text.strip():
            raise OnbruikbareRij(name, Reden.POSITIE_ONTBREEKT)
        try:
            number = read_number(text, thousands=self.thousands)
            # Nobody measures in fractions of a millimetre; the decimals are there because a computer wrote them.
            return number if len(text) < LONG_NUMBER else round(number, 7)
        except ValueError as error:
            raise self._unusable(Reden.POSITIE_ONGELDIG) from error


def _is_no_row(cells: Sequence[str], vorm: Tabelvorm) -> bool:
    """A blank line, or the total below a table."""
    # Most rows begin with a cell that is neither: one look, not a search.
    first = cells[0].strip() if cells else ""
    if first and first[0] not in "tTsSeE":
        return False
    first = first or next((cell.strip() for cell in cells if cell.strip()), "")
    if not first:
        return True
    at = vorm.columns["datum"]
    return _TOTAL.fullmatch(first) is not None and (at >= len(cells) or not any(sign.isdigit() for sign in cells[at]))


def labels_of(lijst: Codelijst) -> dict[str, str]:
    """Code, full and short label in both languages, without case, to the code."""
    return {
        text.casefold(): code.code
        for code in reversed(lijst.codes)
        for text in (code.label_en, code.kort_en, code.label, code.kort, code.code)
    }
