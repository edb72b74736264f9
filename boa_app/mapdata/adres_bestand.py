"""The file of an address book: SQLite with full text over street names and an R*Tree over positions.

    straten(id, naam, woonplaats, vormen, lon, lat, aantal)   straten_zoek: FTS5 over vormen and woonplaats
    adressen(id, straat, huisnummer, letter, toevoeging, achter, postcode, lon, lat, woning, bag_id)
    adres_plek: R*Tree over adressen · meta(naam, waarde)

Positions are whole ten-millionths of a degree, WGS84. The file holds what a public register holds: no names.
"""

from __future__ import annotations

import hashlib
import math
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.mapdata.adres_tekst import MAX_HUISNUMMER, achter_sleutel, fold, fold_straat, vormen
from boa_app.mapdata.adres_vorm import Adres

VERSIE = 1
APPLICATION_ID = 0x42_41_44_52  # "BADR"
DEGREE = 10_000_000
MAX_ADRESSEN = 12_000_000
MAX_NAAM = 120

_TABLES = {
    "meta": "CREATE TABLE meta(naam TEXT PRIMARY KEY, waarde TEXT NOT NULL) WITHOUT ROWID",
    "straten": (
        "CREATE TABLE straten(id INTEGER PRIMARY KEY, naam TEXT NOT NULL, woonplaats TEXT NOT NULL,"
        " vormen TEXT NOT NULL, lon INTEGER NOT NULL, lat INTEGER NOT NULL, aantal INTEGER NOT NULL)"
    ),
    "adressen": (
        "CREATE TABLE adressen(id INTEGER PRIMARY KEY, straat INTEGER NOT NULL, huisnummer INTEGER NOT NULL,"
        " letter TEXT NOT NULL, toevoeging TEXT NOT NULL, achter TEXT NOT NULL, postcode TEXT NOT NULL,"
        " lon INTEGER NOT NULL, lat INTEGER NOT NULL, woning INTEGER NOT NULL, bag_id TEXT NOT NULL)"
    ),
    "adressen_straat": "CREATE INDEX adressen_straat ON adressen(straat, huisnummer)",
    "adressen_postcode": "CREATE INDEX adressen_postcode ON adressen(postcode, huisnummer)",
    "straten_zoek": (
        "CREATE VIRTUAL TABLE straten_zoek USING fts5(vormen, plaats, content='', prefix='1 2 3',"
        " tokenize='unicode61 remove_diacritics 0')"
    ),
    "adres_plek": "CREATE VIRTUAL TABLE adres_plek USING rtree(id, west, oost, zuid, noord)",
}

# Folded woonplaats and street, both as written, number, what follows it, postcode.
_Sleutel = tuple[str, str, str, str, int, str, str]


def write_adressen(path: Path, adressen: Iterable[Adres]) -> int:
    """Write a book, to ``.deel`` first, and give how many addresses it holds; the same addresses give the same book.

    What has no street, number or position on earth is left out, and so is what stands in it already.
    Raises UserError adressen_leeg; EnvironmentProblem schijf_vol, adressen_schrijven(bestand).
    """
    rows = _sorted(adressen)
    if not rows:
        raise UserError("adressen_leeg", bestand=path.name)
    part = path.with_name(path.name + ".deel")
    try:
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part, isolation_level=None)) as book:
            _fill(book, rows)
        part.replace(path)
    except (sqlite3.Error, OSError) as error:
        part.unlink(missing_ok=True)
        raise _write_problem(error, path) from error
    return len(rows)


def check_adressen(path: Path, *, geheel: bool = False) -> int:
    """How many addresses a book says it holds, after a look at its make; geheel: every page and row of it.

    Raises EnvironmentProblem adressen_beschadigd(bestand), UserError adressen_nieuwer(versie, kent).
    """
    try:
        with open_book(path) as book:
            if book.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise ValueError("application_id")
            versie = int(book.execute("PRAGMA user_version").fetchone()[0])
            if versie > VERSIE:
                raise UserError("adressen_nieuwer", versie=versie, kent=VERSIE)
            _check_make(book)
            count = int(_meta(book, "aantal"))
            if geheel:
                _check_rows(book, count)
    except (sqlite3.Error, OSError, ValueError, TypeError) as error:
        raise EnvironmentProblem("adressen_beschadigd", bestand=path.name) from error
    return count


@contextmanager
def open_book(path: Path) -> Iterator[sqlite3.Connection]:
    """The file for reading, for the calling thread; nothing in it can write or run anything."""
    # immutable: no lock and no journal beside it; a book is replaced as a whole, never changed.
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as book:
        book.execute("PRAGMA trusted_schema=OFF")
        book.execute("PRAGMA query_only=ON")
        yield book


def read_adressen(path: Path) -> Iterator[Adres]:
    """Every address of a book. Raises sqlite3.Error when it is damaged further on."""
    query = (
        "SELECT s.naam, a.huisnummer, a.letter, a.toevoeging, a.postcode, s.woonplaats, a.lon, a.lat, a.woning,"
        " a.bag_id FROM adressen a JOIN straten s ON s.id = a.straat ORDER BY a.id"
    )
    with open_book(path) as book:
        for naam, nummer, letter, toevoeging, postcode, plaats, lon, lat, woning, bag_id in book.execute(query):
            yield Adres(
                naam, nummer, letter, toevoeging, postcode, plaats, lon / DEGREE, lat / DEGREE, bool(woning), bag_id
            )


def kenmerk_of(book: sqlite3.Connection) -> str:
    """What tells one edition of the book from another."""
    return _meta(book, "kenmerk")


def _meta(book: sqlite3.Connection, naam: str) -> str:
    row = book.execute("SELECT waarde FROM meta WHERE naam = ?", (naam,)).fetchone()
    if row is None:
        raise ValueError(naam)
    return str(row[0])


def _check_make(book: sqlite3.Connection) -> None:
    """Exactly our tables: a file from elsewhere may bring views or triggers with a meaning of their own."""
    found = dict(book.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall())
    if any(found.get(name) != sql for name, sql in _TABLES.items()):
        raise ValueError("tables")
    kinds = {kind for (kind,) in book.execute("SELECT DISTINCT type FROM sqlite_master")}
    shadows = ("straten_zoek_", "adres_plek_")
    if not kinds <= {"table", "index"} or any(not name.startswith(shadows) for name in found.keys() - _TABLES.keys()):
        raise ValueError("extra")


def _check_rows(book: sqlite3.Connection, count: int) -> None:
    if book.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise ValueError("integrity")
    for query in ("SELECT count(*) FROM adressen", "SELECT count(*) FROM adres_plek"):
        if book.execute(query).fetchone()[0] != count:
            raise ValueError("count")
    lost = "SELECT count(*) FROM adressen WHERE straat NOT IN (SELECT id FROM straten)"
    if book.execute(lost).fetchone()[0]:
        raise ValueError("street")


def _sorted(adressen: Iterable[Adres]) -> list[tuple[_Sleutel, Adres]]:
    kept: dict[_Sleutel, Adres] = {}
    for tidied in _placed([one for adres in adressen if (one := _tidy(adres)) is not None]):
        achter = achter_sleutel(tidied.letter, tidied.toevoeging)
        key = (
            fold(tidied.woonplaats), fold_straat(tidied.straat), tidied.straat, tidied.woonplaats, tidied.huisnummer,
            achter, tidied.postcode,
        )  # fmt: skip
        before = kept.get(key)
        # A dwelling and a shop may share an address: somebody lives there.
        if before is None or (tidied.is_woning and not before.is_woning):
            kept[key] = tidied
    # One source knows the postcode of a house and another does not: that is one house.
    with_code = {key[:6] for key in kept if key[6]}
    return sorted(
        (pair for pair in kept.items() if pair[0][6] or pair[0][:6] not in with_code), key=lambda pair: pair[0]
    )


def _placed(adressen: list[Adres]) -> Iterator[Adres]:
    """Addresses without a woonplaats get the one their street has elsewhere, when that is only one."""
    known: dict[str, set[str]] = {}
    for adres in adressen:
        if adres.woonplaats:
            known.setdefault(adres.straat, set()).add(adres.woonplaats)
    for adres in adressen:
        there = known.get(adres.straat, set())
        yield adres if adres.woonplaats or len(there) != 1 else replace(adres, woonplaats=next(iter(there)))


def _tidy(adres: Adres) -> Adres | None:
    texts = [
        " ".join(text.replace("\0", "").split())[:MAX_NAAM]
        for text in (adres.straat, adres.letter, adres.toevoeging, adres.postcode, adres.woonplaats, adres.verkort)
    ]
    straat, letter, toevoeging, postcode, woonplaats, verkort = texts
    on_earth = math.isfinite(adres.lon) and math.isfinite(adres.lat) and abs(adres.lon) <= 180 and abs(adres.lat) <= 90
    if not (fold_straat(straat) and 0 < adres.huisnummer <= MAX_HUISNUMMER and on_earth):
        return None
    return Adres(
        straat, adres.huisnummer, letter[:5], toevoeging[:10], postcode.replace(" ", "").upper()[:10], woonplaats,
        adres.lon, adres.lat, adres.is_woning, adres.bag_id[:40], verkort,
    )  # fmt: skip


def _fill(book: sqlite3.Connection, rows: Sequence[tuple[_Sleutel, Adres]]) -> None:
    book.execute("PRAGMA page_size=4096")
    book.execute("PRAGMA journal_mode=OFF")
    book.execute(f"PRAGMA application_id={APPLICATION_ID}")
    book.execute(f"PRAGMA user_version={VERSIE}")
    book.execute("BEGIN")
    for sql in _TABLES.values():
        book.execute(sql)
    told = hashlib.sha256()
    key = 0
    streets = groupby(rows, key=lambda row: row[0][:4])
    for number, ((plaats, _, naam, woonplaats), group) in enumerate(streets, start=1):
        members = list(group)
        key = _add_street(book, number, (naam, woonplaats, plaats), members, key, told)
    meta = {"aantal": str(len(rows)), "kenmerk": told.hexdigest()}
    book.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    book.execute("INSERT INTO straten_zoek(straten_zoek) VALUES ('optimize')")
    book.execute("COMMIT")


def _add_street(
    book: sqlite3.Connection, number: int, names: tuple[str, str, str], members: Sequence[tuple[_Sleutel, Adres]],
    key: int, told: hashlib._Hash,
) -> int:  # fmt: skip
    """Write one street with its addresses, numbered on from key; gives the last number used."""
    naam, woonplaats, plaats = names
    verkort = next((adres.verkort for _, adres in members if adres.verkort), "")
    forms = vormen(naam, verkort)
    middle = _middle([adres for _, adres in members])
    lon, lat = (round(value * DEGREE) for value in (middle.lon, middle.lat))
    values = (number, naam, woonplaats, "\n".join(forms), lon, lat, len(members))
    book.execute("INSERT INTO straten VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    book.execute("INSERT INTO straten_zoek(rowid, vormen, plaats) VALUES (?, ?, ?)", (number, " ".join(forms), plaats))
    told.update(repr(values).encode())
    for sleutel, adres in members:
        key += 1
        x, y = round(adres.lon * DEGREE), round(adres.lat * DEGREE)
        row = (
            key, number, adres.huisnummer, adres.letter, adres.toevoeging, sleutel[5], adres.postcode, x, y,
            int(adres.is_woning), adres.bag_id,
        )  # fmt: skip
        book.execute("INSERT INTO adressen VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        at = (key, x / DEGREE, x / DEGREE, y / DEGREE, y / DEGREE)
        book.execute("INSERT INTO adres_plek VALUES (?, ?, ?, ?, ?)", at)
        told.update(repr(row).encode())
    return key


def _middle(members: Sequence[Adres]) -> Adres:
    """The address nearest the mean of all: a mean itself may lie in the canal."""
    lon = sum(adres.lon for adres in members) / len(members)
    lat = sum(adres.lat for adres in members) / len(members)
    scale = math.cos(math.radians(lat))
    return min(members, key=lambda adres: math.hypot((adres.lon - lon) * scale, adres.lat - lat))


def _write_problem(error: Exception, path: Path) -> EnvironmentProblem:
    import errno

    full = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL or (
        isinstance(error, OSError) and error.errno == errno.ENOSPC
    )
    return EnvironmentProblem("schijf_vol") if full else EnvironmentProblem("adressen_schrijven", bestand=path.name)
