"""From the readings of a typed text to addresses, best first.

Every reading of the text is tried as it stands; only when that leaves room are typing errors looked for. The order is
a total one (errors, how the number fits, how the name fits, name, woonplaats, number), so it never changes.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from boa_app.mapdata.adres_bestand import DEGREE
from boa_app.mapdata.adres_straten import Kandidaat, Straatnamen, find_streets
from boa_app.mapdata.adres_tekst import MAX_HUISNUMMER, Vraag
from boa_app.mapdata.adres_vorm import Adressoort, Gevonden, toon_nummer

# The best streets of one reading are looked into; what comes after is never what somebody meant.
_STREETS = 24
_ROWS = 400
_LONGEST_RANGE = 200
_WHOLE_POSTCODE = 6
_COLUMNS = "id, straat, huisnummer, letter, toevoeging, achter, postcode, lon, lat"
_Rij = tuple[int, int, int, str, str, str, str, int, int]

# How a house number fits what was typed.
_SAME, _BEGINS, _IN_RANGE, _OTHER, _LONGER, _NUMBERLESS = range(6)

_Sleutel = tuple[int, int, int, str, str, int, tuple[tuple[int, str], ...], int]


class Zoeker:
    """One search in one opened book. limit: how many are wanted."""

    def __init__(self, book: sqlite3.Connection, namen: Straatnamen, limit: int) -> None:
        self._book, self._namen, self._limit = book, namen, limit
        self._found: dict[str, tuple[_Sleutel, Gevonden]] = {}
        self._housed: set[int] = set()
        self._streets: dict[tuple[tuple[str, ...], bool], list[Kandidaat]] = {}

    def zoek(self, vragen: Sequence[Vraag]) -> tuple[Gevonden, ...]:
        """The best of all readings."""
        for met_fouten in (False, True):
            for vraag in vragen:
                self._read(vraag, met_fouten=met_fouten)
            if len(self._found) >= self._limit or any(_is_sure(*pair) for pair in self._found.values()):
                break
        best = sorted(self._found.values(), key=lambda pair: pair[0])
        # Another reading of the text may have missed the house that this one found in the street.
        fitting = [found for key, found in best if found.soort is not Adressoort.STRAAT or key[-1] not in self._housed]
        shown = fitting[: self._limit]
        return tuple(shown + list(self._rest(shown, vragen[0].nummer or 0)))

    def _read(self, vraag: Vraag, *, met_fouten: bool) -> None:
        if vraag.postcode and (not vraag.woorden or vraag.nummer is None):
            self._by_postcode(vraag, met_fouten=met_fouten)
        if not vraag.woorden:
            return
        streets = self._streets_for(vraag.woorden, met_fouten=met_fouten)[: max(_STREETS, self._limit)]
        if vraag.nummer is None:
            if not vraag.postcode:
                for place, found in enumerate(streets):
                    self._add_street(found, _SAME, place)
            return
        places = {found.straat.id: (place, found) for place, found in enumerate(streets)}
        numbered = set()
        for rij in self._numbers(sorted(places), vraag):
            place, found = places[rij[1]]
            fit = _fit(rij, vraag)
            if rij[6].startswith(vraag.postcode) and fit is not None:
                numbered.add(rij[1])
                self._add(rij, found.fouten, fit, found.rang)
        for place, found in places.values():
            if found.straat.id not in numbered and not vraag.postcode:
                self._add_street(found, _NUMBERLESS, place)

    def _streets_for(self, words: tuple[str, ...], *, met_fouten: bool) -> list[Kandidaat]:
        key = (words, met_fouten)
        if key not in self._streets:
            self._streets[key] = find_streets(self._book, self._namen, words, met_fouten=met_fouten)
        return self._streets[key]

    def _numbers(self, streets: Sequence[int], vraag: Vraag) -> Iterator[_Rij]:
        marks = ",".join("?" * len(streets))
        for first, last in _ranges(vraag):
            query = (
                f"SELECT {_COLUMNS} FROM adressen WHERE straat IN ({marks}) AND huisnummer BETWEEN ? AND ?"  # noqa: S608
                " ORDER BY huisnummer, achter, id LIMIT ?"
            )
            yield from self._book.execute(query, (*streets, first, last, _ROWS)).fetchall()

    def _by_postcode(self, vraag: Vraag, *, met_fouten: bool) -> None:
        if met_fouten:
            return
        # The first code that does not begin with what was typed: figures come before letters, so "~" ends both.
        bounds = (vraag.postcode, vraag.postcode + "~")
        if vraag.nummer is not None:
            query = (
                f"SELECT {_COLUMNS} FROM adressen WHERE postcode BETWEEN ? AND ?"  # noqa: S608
                " AND huisnummer BETWEEN ? AND ? LIMIT ?"
            )
            for first, last in _ranges(vraag):
                for rij in self._book.execute(query, (*bounds, first, last, _ROWS)).fetchall():
                    fit = _fit(rij, vraag)
                    if fit is not None:
                        self._add(rij, 0, fit, 0)
            return
        query = (
            "SELECT postcode, straat, min(id), avg(lon), avg(lat) FROM adressen WHERE postcode BETWEEN ? AND ?"
            " GROUP BY postcode, straat ORDER BY postcode, straat LIMIT ?"
        )
        for code, street, _, lon, lat in self._book.execute(query, (*bounds, _ROWS)).fetchall():
            straat = self._namen.by_id(street)
            if not _has_words(f"{straat.vormen[0]} {straat.plaats}", vraag.woorden):
                continue
            key = f"p{code}-{street}"
            whole = 0 if len(vraag.postcode) == _WHOLE_POSTCODE else 1
            found = Gevonden(
                Adressoort.POSTCODE, key, straat.naam, "", code, straat.woonplaats, lon / DEGREE, lat / DEGREE
            )
            self._keep((0, _SAME, whole, code, straat.vormen[0], 0, (), street), found)

    def _add_street(self, found: Kandidaat, fit: int, place: int) -> None:
        straat = found.straat
        made = Gevonden(
            Adressoort.STRAAT, f"s{straat.id}", straat.naam, "", "", straat.woonplaats, straat.lon, straat.lat,
            found.fouten,
        )  # fmt: skip
        # The candidates stand in their own order already; it is kept by their place in it.
        self._keep((found.fouten, fit, found.rang, f"{place:04}", straat.plaats, 0, (), straat.id), made)

    def _add(self, rij: _Rij, fouten: int, fit: int, rang: int) -> None:
        straat = self._namen.by_id(rij[1])
        self._housed.add(straat.id)
        made = replace(_to_gevonden(rij, self._namen), fouten=fouten)
        key = (fouten, fit, rang, straat.vormen[0], straat.plaats, rij[2], _natural(rij[5]), rij[0])
        self._keep(key, made)

    def _keep(self, key: _Sleutel, found: Gevonden) -> None:
        before = self._found.get(found.sleutel)
        if before is None or key < before[0]:
            self._found[found.sleutel] = (key, found)

    def _rest(self, shown: Sequence[Gevonden], nummer: int) -> Iterator[Gevonden]:
        """After a street or postcode alone: its addresses, those nearest the number first, as far as there is room."""
        room = self._limit - len(shown)
        if room <= 0 or not shown or shown[0].soort is Adressoort.ADRES:
            return
        first = shown[0]
        street = int(first.sleutel[1:].rpartition("-")[2])
        query = (
            f"SELECT {_COLUMNS} FROM adressen WHERE straat = ? AND (? = '' OR postcode = ?)"  # noqa: S608
            " ORDER BY abs(huisnummer - ?), huisnummer, achter, id LIMIT ?"
        )
        known = {found.sleutel for found in shown}
        for rij in self._book.execute(query, (street, first.postcode, first.postcode, nummer, room)).fetchall():
            found = replace(_to_gevonden(rij, self._namen), fouten=first.fouten)
            if found.sleutel not in known:
                yield found


def to_gevonden(book: sqlite3.Connection, namen: Straatnamen, key: int) -> Gevonden:
    """The address with this id."""
    query = f"SELECT {_COLUMNS} FROM adressen WHERE id = ?"  # noqa: S608
    return _to_gevonden(book.execute(query, (key,)).fetchone(), namen)


def _to_gevonden(rij: _Rij, namen: Straatnamen) -> Gevonden:
    key, street, nummer, letter, toevoeging, _, postcode, lon, lat = rij
    straat = namen.by_id(street)
    return Gevonden(
        Adressoort.ADRES, f"a{key}", straat.naam, toon_nummer(nummer, letter, toevoeging), postcode, straat.woonplaats,
        lon / DEGREE, lat / DEGREE,
    )  # fmt: skip


def _is_sure(key: _Sleutel, found: Gevonden) -> bool:
    """Nobody who typed this meant a name with other letters."""
    fouten, fit, rang = key[:3]
    return fouten == 0 and (rang == 0 or (fit <= _BEGINS and found.soort is Adressoort.ADRES))


def _fit(rij: _Rij, vraag: Vraag) -> int | None:
    """How the house number fits; None when it does not."""
    nummer, achter = rij[2], rij[5]
    if nummer == vraag.nummer and achter.startswith(vraag.achter):
        return _SAME if achter == vraag.achter else _BEGINS
    if _end_of_range(vraag) is not None:
        return _IN_RANGE
    if nummer == vraag.nummer:
        return _OTHER
    return None if vraag.achter else _LONGER


def _end_of_range(vraag: Vraag) -> int | None:
    """ "12-16" means every number from 12 to 16, when no house has it as its own."""
    if vraag.nummer is None or not vraag.achter.isdigit():
        return None
    end = int(vraag.achter)
    return end if vraag.nummer < end <= min(vraag.nummer + _LONGEST_RANGE, MAX_HUISNUMMER) else None


def _ranges(vraag: Vraag) -> Iterator[tuple[int, int]]:
    """The house numbers to look for: the one typed, a range, and those that are still being typed."""
    nummer = vraag.nummer or 0
    end = _end_of_range(vraag)
    yield nummer, nummer if end is None else end
    low, high = nummer * 10, nummer * 10 + 9
    while not vraag.achter and low <= MAX_HUISNUMMER:
        yield low, high
        low, high = low * 10, high * 10 + 9


def _natural(achter: str) -> tuple[tuple[int, str], ...]:
    """Sorts 2 before 10, and nothing before anything."""
    return tuple((int(part) if part.isdigit() else -1, part) for part in re.findall(r"\d+|\D+", achter))


def _has_words(name: str, words: Sequence[str]) -> bool:
    return all(any(part.startswith(word) for part in name.split()) for word in words)
