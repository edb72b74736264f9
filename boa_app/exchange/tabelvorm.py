"""How a table is written: found out from its first rows, told by a person where the file does not say.

delimiter or sheet ─► header under title rows ─► columns ─► positions ─► order of day and month
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain, islice

from boa_app.domain.errors import UserError
from boa_app.domain.text_guard import guard_text
from boa_app.exchange.bron import Bronbestand, Vorm, open_source
from boa_app.exchange.csvrijen import Kapot, TeVeelKapot, read_rows
from boa_app.exchange.datumgok import Datumwacht, Omgeving, guess_order, has_proof, is_proof
from boa_app.exchange.datums import Volgorde
from boa_app.exchange.getallen import is_marked_point, split_point
from boa_app.exchange.gok import Alternatief, Gok, Zekerheid, sure
from boa_app.exchange.inhoud import guess_columns, rival_columns
from boa_app.exchange.kolommen import Kolomwijzer, find_columns, is_header, missing_fields, normalise, withheld
from boa_app.exchange.positiegok import Positievorm, Verteld, guess_position
from boa_app.exchange.rijen import clean_text
from boa_app.exchange.werkblad import counts_from_1904, list_sheets, open_workbook, sheet_rows

DELIMITERS = (";", "\t", ",", "|")
ENCODINGS = ("utf-8", "cp1252", "utf-16", "cp850")
SAMPLE_ROWS = 200
# How far to look for a day above twelve when the first rows have none: a list by date may begin with a long January.
LOOK_ROWS = 30_000
HEADER_WITHIN = 40
MAX_COLUMNS = 1000
# Fewer than these cannot hold a date and a position.
_LEAST_COLUMNS = 2
_COUNTS = re.compile(r"geregistreerde ?(overlast|misdrijven)|wijken ?en ?buurten|soort ?misdrijf|totaal ?misdrijven")
_PERIODS = re.compile(r"^(perioden?|periods?)$")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
Rows = Iterator[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Tabelvorm:
    """How a table is written. header_row: its row, the first is 1. columns: field -> place. monster: rows below it.

    header: no two names in it are the same. werkblad: the sheet, "" for text. wacht: watches the dates of the rows that
    were not looked at, when nobody said how they are written.
    """

    delimiter: str
    header_row: int
    header: tuple[str, ...]
    columns: dict[str, int]
    order: Volgorde
    positie: Positievorm = field(default_factory=Positievorm)
    gokken: tuple[Gok, ...] = ()
    monster: tuple[tuple[str, ...], ...] = ()
    werkblad: str = ""
    wacht: Datumwacht | None = None

    @property
    def mist(self) -> list[str]:
        """The fields for which no column was found; such a table can be shown but not read."""
        return missing_fields(self.columns)

    @property
    def twijfels(self) -> tuple[Gok, ...]:
        """The guesses a person has to look at before anything is imported."""
        return tuple(gok for gok in self.gokken if gok.in_doubt)


def find_form(bron: Bronbestand, wijzer: Kolomwijzer, now: datetime, *, volledig: bool = True) -> Tabelvorm:
    """Find out how a table is written, from its first rows and what was told.

    volledig: a table without a date or a position is refused; otherwise it is given as it is, for somebody to point the
    columns out. Raises UserError kolommen_niet_gevonden(bestand, kolommen), te_veel_kolommen(bestand, max),
    tabel_onleesbaar, teltabel(bestand), werkblad_onbekend(bestand, blad).
    """
    found = _find_in_workbook(bron, wijzer, now) if bron.vorm is Vorm.WERKMAP else _find_in_text(bron, wijzer, now)
    if found.mist and (volledig or len(found.header) < _LEAST_COLUMNS or not found.monster):
        raise UserError("kolommen_niet_gevonden", bestand=bron.naam, kolommen=", ".join(found.mist))
    return found


def _find_in_text(bron: Bronbestand, wijzer: Kolomwijzer, now: datetime) -> Tabelvorm:
    with open_source(bron) as (text, _):
        lines = list(islice(text, SAMPLE_ROWS))
        delimiter = wijzer.scheidingsteken or _find_delimiter(lines, wijzer)
        try:
            rows = read_rows(chain(lines, text), delimiter, _ignore)
            sample = [cells for _, cells in islice(rows, SAMPLE_ROWS)]
        except (TeVeelKapot, TypeError, ValueError) as error:
            raise UserError("tabel_onleesbaar", bestand=bron.naam, rij=getattr(error, "rij", 1)) from error
        signs = tuple(Alternatief(sign) for sign in dict.fromkeys((*DELIMITERS, delimiter)))
        codings = tuple(Alternatief(name) for name in dict.fromkeys((bron.encoding, *ENCODINGS)))
        written = (
            Gok("codering", bron.encoding, Zekerheid.ZEKER, codings),
            Gok("scheidingsteken", delimiter, Zekerheid.ZEKER, signs),
        )
        found = _form_of(bron, sample, _cells(rows), wijzer, now, delimiter)
    return replace(found, gokken=(*written, *found.gokken))


@contextmanager
def open_rows(bron: Bronbestand, vorm: Tabelvorm, broken: Kapot) -> Iterator[tuple[Rows, Iterator[int]]]:
    """Number and cells of all rows, and an endless iterator that gives the bytes read so far.

    Raises UserError tabel_onleesbaar(bestand, rij).
    """
    if bron.vorm is Vorm.WERKMAP:
        with open_workbook(bron.path, bron.naam) as workbook:
            rows = _Numbered(sheet_rows(workbook, vorm.werkblad))
            height = max(workbook.get_sheet_by_name(vorm.werkblad).total_height, 1)
            yield rows, iter(lambda: min(bron.size, bron.size * rows.at // height), -1)
        return
    with open_source(bron) as (text, position):
        try:
            yield read_rows(text, vorm.delimiter, broken), iter(position, -1)
        except TeVeelKapot as error:
            raise UserError("tabel_onleesbaar", bestand=bron.naam, rij=error.rij) from error


class _Numbered:
    """Rows with their number, which is also how far the reading is."""

    def __init__(self, rows: Iterator[list[str]]) -> None:
        self._rows, self.at = rows, 0

    def __iter__(self) -> Rows:
        return self

    def __next__(self) -> tuple[int, list[str]]:
        cells = next(self._rows)
        self.at += 1
        return self.at, cells


def _ignore(rij: int) -> None:
    """While the form is looked for, a broken row is no news yet."""


def _cells(rows: Rows) -> Iterator[list[str]]:
    try:
        yield from (cells for _, cells in rows)
    except TeVeelKapot:
        # Whoever reads the rows says so; what was seen up to here is enough to tell how they are written.
        return


def _find_in_workbook(bron: Bronbestand, wijzer: Kolomwijzer, now: datetime) -> Tabelvorm:
    """The sheet that holds the table: the told one, else the first with a header; two of those are a doubt."""
    with open_workbook(bron.path, bron.naam) as workbook:
        sheets = list_sheets(workbook)
        names = [blad.naam for blad in sheets]
        if wijzer.werkblad and wijzer.werkblad not in names:
            raise UserError("werkblad_onbekend", bestand=bron.naam, blad=wijzer.werkblad[:60])
        samples = {blad.naam: list(islice(sheet_rows(workbook, blad.naam), SAMPLE_ROWS)) for blad in sheets}
        fitting = [
            blad for blad in sheets if any(_is_header(row, wijzer) for row in samples[blad.naam][:HEADER_WITHIN])
        ]
        fitting.sort(key=lambda blad: blad.verborgen)
        filled = [blad.naam for blad in sheets if any(any(row) for row in samples[blad.naam])]
        if not filled:
            raise UserError("bestand_leeg", bestand=bron.naam)
        chosen = wijzer.werkblad or (fitting[0].naam if fitting else max(filled, key=lambda name: len(samples[name])))
        more = islice(sheet_rows(workbook, chosen), SAMPLE_ROWS, None)
        found = _form_of(bron, samples[chosen], more, wijzer, now, "")
    visible = [blad for blad in fitting if not blad.verborgen]
    certainty = sure(wijzer.werkblad or len(visible or fitting) <= 1)
    ways = tuple(Alternatief(name, str(len(samples[name]))) for name in filled)
    return replace(found, werkblad=chosen, gokken=(Gok("werkblad", chosen, certainty, ways), *found.gokken))


def _form_of(
    bron: Bronbestand, sample: list[list[str]], more: Iterable[list[str]], wijzer: Kolomwijzer, now: datetime,
    delimiter: str,
) -> Tabelvorm:  # fmt: skip
    bestand = bron.naam
    if any(_is_count_table(row) for row in sample[:HEADER_WITHIN]):
        raise UserError("teltabel", bestand=bestand)
    place = wijzer.kopregel - 1 if wijzer.kopregel else _find_header(sample, wijzer)
    if not 0 <= place < len(sample):
        raise UserError("kolommen_niet_gevonden", bestand=bestand, kolommen="datum, lon, lat")
    header = _distinct([clean_text(cell) for cell in sample[place]])
    if len(header) > MAX_COLUMNS:
        raise UserError("te_veel_kolommen", bestand=bestand, max=MAX_COLUMNS)
    columns, body = find_columns(header, wijzer), [row for row in sample[place + 1 :] if any(row)]
    by_content = guess_columns(header, columns, body, wijzer) if missing_fields(columns) else {}
    columns |= by_content
    monster = tuple(tuple(row) for row in body[:SAMPLE_ROWS])
    ways, shown = _other_headers(sample, place, header), ", ".join(header[at] for at in columns.values())
    kop = Gok("kopregel", str(place + 1), Zekerheid.ZEKER, ways, ", ".join(header)[:200])
    clear = not by_content and not missing_fields(columns) and not rival_columns(header, columns, body, wijzer)
    told = Gok("kolommen", ", ".join(columns), sure(clear), (), shown)
    if missing_fields(columns):
        return Tabelvorm(delimiter, place + 1, header, columns, Volgorde.DAG_EERST, gokken=(kop, told), monster=monster)
    positie, places = _guess_positions(columns, header, body, wijzer)
    order, dates, wacht = _guess_dates(bron, columns, header, body, more, wijzer, now, delimiter)
    # A told order is judged with the dates themselves: one that cannot be stays a doubt.
    agreed = wijzer.bevestigd - ({"volgorde"} if wijzer.volgorde else set())
    gokken = tuple(gok.confirmed() if gok.onderdeel in agreed else gok for gok in (kop, told, dates, *places))
    if "volgorde" in wijzer.bevestigd:
        wacht = None
    return Tabelvorm(delimiter, place + 1, header, columns, order, positie, gokken, monster, wacht=wacht)


def _guess_positions(
    columns: dict[str, int], header: Sequence[str], body: Sequence[Sequence[str]], wijzer: Kolomwijzer
) -> tuple[Positievorm, tuple[Gok, ...]]:  # fmt: skip
    verteld = Verteld(wijzer.getallen, wijzer.stelsel, wijzer.assen)
    if "punt" in columns:
        cells = _column(body, columns["punt"])
        pairs = [split_point(cell) for cell in cells]
        marked = any(is_marked_point(cell) for cell in cells)
        return guess_position(pairs, (), verteld, marked=marked)
    lon, lat = columns["lon"], columns["lat"]
    pairs = list(zip(_column(body, lon), _column(body, lat), strict=True))
    return guess_position(pairs, (normalise(header[lon]), normalise(header[lat])), verteld)


def _guess_dates(
    bron: Bronbestand, columns: dict[str, int], header: Sequence[str], body: Sequence[Sequence[str]],
    more: Iterable[Sequence[str]], wijzer: Kolomwijzer, now: datetime, delimiter: str,
) -> tuple[Volgorde, Gok, Datumwacht | None]:  # fmt: skip
    at = columns["datum"]
    rows = list(body)
    if not has_proof(_column(rows, at), now):
        for row in islice(more, LOOK_ROWS):
            rows.append(row)
            if len(row) > at and is_proof(row[at], now):
                break
    telling = [row for row in rows if len(row) > at and row[at].strip()]
    around = Omgeving(
        now=now,
        others=[tuple(cell for place, cell in enumerate(row) if place != at) for row in telling],
        decimal_comma=any(_DECIMAL_COMMA.fullmatch(cell.strip()) for row in body[:50] for cell in row),
        semicolons=delimiter == ";",
        dutch="dat" in normalise(header[at]) and "date" not in normalise(header[at]),
        reeks_1904=counts_from_1904(bron.path) if bron.vorm is Vorm.WERKMAP else None,
    )
    return guess_order([row[at] for row in telling], around, wijzer.volgorde)


def _is_header(cells: Sequence[str], wijzer: Kolomwijzer) -> bool:
    return is_header(_distinct(cells), wijzer)


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """The names of columns, with a number behind one that was there before, so that a person can point it out."""
    seen, found = Counter[str](), []
    for name in names:
        plain = normalise(name)
        seen[plain] += bool(plain)
        found.append(f"{name} ({seen[plain]})" if seen[plain] > 1 else name)
    return tuple(found)


def _column(rows: Iterable[Sequence[str]], at: int) -> list[str]:
    return [row[at] if len(row) > at else "" for row in rows]


def _is_count_table(cells: Sequence[str]) -> bool:
    plain = [normalise(cell) for cell in cells]
    return any(_PERIODS.match(name) for name in plain) and any(_COUNTS.search(name) for name in plain)


def _find_delimiter(lines: Sequence[str], wijzer: Kolomwijzer) -> str:
    """The delimiter under which a header appears, else the one that cuts most rows into equally many cells."""

    def score(delimiter: str) -> tuple[bool, int, int]:
        rows = [row for row in _cells(read_rows(lines, delimiter, _ignore)) if row]
        width, rows_of_it = Counter(len(row) for row in rows).most_common(1)[0] if rows else (0, 0)
        headed = any(_is_header(row, wijzer) for row in rows[:HEADER_WITHIN])
        return headed, rows_of_it if width > 1 else 0, width

    return max(DELIMITERS, key=score)


def _find_header(rows: Sequence[Sequence[str]], wijzer: Kolomwijzer) -> int:
    """The first row that names a date and a position, else the first that is filled as far as most rows are."""
    for place, cells in enumerate(rows[:HEADER_WITHIN]):
        if _is_header(cells, wijzer):
            return place
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    usual = Counter(count for count in filled if count).most_common(1)
    return next((place for place, count in enumerate(filled) if usual and count >= 0.8 * usual[0][0]), -1)


def _other_headers(
    rows: Sequence[Sequence[str]], place: int, header: Sequence[str]
) -> tuple[Alternatief, ...]:  # fmt: skip
    """The rows nearby, each with what stands in it but for what is never read in."""
    hidden = {at for at, name in enumerate(header) if withheld(normalise(name))}
    nearby = range(min(len(rows), max(place + 3, 5)))
    told = ([cell for at, cell in enumerate(rows[row]) if at not in hidden and not guard_text(cell)] for row in nearby)
    return tuple(
        Alternatief(str(at + 1), ", ".join(map(clean_text, cells))[:120])
        for at, cells in zip(nearby, told, strict=True)
    )
