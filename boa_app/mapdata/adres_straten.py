"""The street names of an address book in memory, and which of them somebody means: first by the words as they are
typed, then with typing errors.

Errors are sought word by word among the words that occur in names (a few thousand), by edit distance in which two
letters that changed places are one error, on as much of the word as has been typed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from boa_app.mapdata.adres_bestand import DEGREE
from boa_app.mapdata.adres_tekst import fold, met_uitgang

# From this length on a typing error is sought; two errors from the second.
ONE_ERROR, TWO_ERRORS = 4, 7
_CORRECTIONS = 16
# Shorter parts stand inside too many names.
_INSIDE = 3
_MOST_STREETS = 2_000
NO_MATCH = 9


@dataclass(frozen=True, slots=True)
class BoekStraat:
    """One street of the book. vormen: the forms its name goes by, folded, the name itself first; plaats: folded."""

    id: int
    naam: str
    woonplaats: str
    vormen: tuple[str, ...]
    plaats: str
    lon: float
    lat: float

    @property
    def woorden(self) -> Iterable[str]:
        """The words of all forms."""
        return (word for form in self.vormen for word in form.split())


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A street that may be meant. fouten: letters changed; rang: 0 is the name, 1 begins with what was typed, 2 each
    word begins one of its words, 3 with the woonplaats, 4 inside a word."""

    fouten: int
    rang: int
    straat: BoekStraat


@dataclass(frozen=True, slots=True)
class Straatnamen:
    """All streets of one edition of the book, in the order of their ids, and the words of their names."""

    kenmerk: str
    straten: tuple[BoekStraat, ...]
    woorden: tuple[str, ...]
    # The words cut to a length, made when first needed: a word being typed is compared with as much of them.
    cut: dict[int, list[str]] = field(default_factory=dict, compare=False)

    def by_id(self, key: int) -> BoekStraat:
        """The street with this id."""
        return self.straten[key - 1]


def read_straatnamen(book: sqlite3.Connection, kenmerk: str) -> Straatnamen:
    """The names of an opened book."""
    rows = book.execute("SELECT id, naam, woonplaats, vormen, lon, lat FROM straten ORDER BY id")
    straten = tuple(
        BoekStraat(key, naam, plaats, tuple(forms.split("\n")), fold(plaats), lon / DEGREE, lat / DEGREE)
        for key, naam, plaats, forms, lon, lat in rows
    )
    if [straat.id for straat in straten] != list(range(1, len(straten) + 1)):
        raise ValueError("ids")
    words = {word for straat in straten for word in straat.woorden}
    words |= {word for straat in straten for word in straat.plaats.split()}
    return Straatnamen(kenmerk, straten, tuple(sorted(words)))


def find_streets(
    book: sqlite3.Connection, namen: Straatnamen, words: Sequence[str], *, met_fouten: bool
) -> list[Kandidaat]:
    """The streets these folded words can mean, best first. met_fouten: also with typing errors."""
    if not words:
        return []
    variants = [list(words)]
    if len(words) > 1:
        variants.append(["".join(words)])
    best: dict[int, Kandidaat] = {}
    for variant in variants:
        for found in _with_words(book, namen, variant, met_fouten=met_fouten):
            before = best.get(found.straat.id)
            if before is None or (found.fouten, found.rang) < (before.fouten, before.rang):
                best[found.straat.id] = found
    if not met_fouten:
        for straat in _inside(namen, " ".join(words)):
            best.setdefault(straat.id, Kandidaat(0, 4, straat))
    return sorted(best.values(), key=_order)


def _order(found: Kandidaat) -> tuple[int, int, int, str, str, int]:
    straat = found.straat
    # Of names that begin the same, the shortest is nearest to what was typed.
    length = len(straat.vormen[0]) if found.rang else 0
    return found.fouten, found.rang, length, straat.vormen[0], straat.plaats, straat.id


def _with_words(
    book: sqlite3.Connection, namen: Straatnamen, words: Sequence[str], *, met_fouten: bool
) -> Iterable[Kandidaat]:
    alternatives = [_alternatives(namen, word, met_fouten=met_fouten) for word in words]
    # Folded words hold letters and figures only, so nothing in them means anything to the full text search.
    match = " AND ".join("(" + " OR ".join(f'"{other}"*' for other in options) + ")" for options in alternatives)
    rows = book.execute("SELECT rowid FROM straten_zoek WHERE straten_zoek MATCH ? LIMIT ?", (match, _MOST_STREETS))
    for (key,) in rows.fetchall():
        straat = namen.by_id(key)
        found = _rank(straat, words, alternatives)
        if found is not None:
            yield found


def _alternatives(namen: Straatnamen, word: str, *, met_fouten: bool) -> dict[str, int]:
    """A word and what else it can stand for, with the errors that takes."""
    found = dict.fromkeys(met_uitgang(word), 0)
    if met_fouten:
        for other in list(found):
            for near, errors in _near(namen, other):
                found[near] = min(errors, found.get(near, errors))
    return found


def _near(namen: Straatnamen, word: str) -> list[tuple[str, int]]:
    """The words of names that differ in one or two letters, nearest first."""
    if len(word) < ONE_ERROR or any(letter.isdigit() for letter in word):
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 1 if len(word) < TWO_ERRORS else 2
    best: dict[str, int] = {}
    for length in range(len(word) - 1, len(word) + 2):
        near_by = process.extract(word, _cut(namen, length), scorer=OSA.distance, score_cutoff=most, limit=_CORRECTIONS)
        for near, errors, _ in near_by:
            best[near] = min(int(errors), best.get(near, int(errors)))
    ordered = sorted(best.items(), key=lambda pair: (pair[1], pair[0]))
    return [pair for pair in ordered if pair[1]][:_CORRECTIONS]


def _cut(namen: Straatnamen, length: int) -> list[str]:
    """The distinct beginnings of this length."""
    made = namen.cut.get(length)
    if made is None:
        made = namen.cut[length] = sorted({word[:length] for word in namen.woorden})
    return made


def _rank(straat: BoekStraat, words: Sequence[str], alternatives: Sequence[dict[str, int]]) -> Kandidaat | None:
    """How well a street fits; None when only its woonplaats does."""
    own, place = tuple(straat.woorden), straat.plaats.split()
    errors, in_name, in_place = 0, 0, 0
    for options in alternatives:
        name_errors = _fewest(own, options)
        place_errors = _fewest(place, options)
        if name_errors is None and place_errors is None:
            return None
        if name_errors is not None and (place_errors is None or name_errors <= place_errors):
            in_name, errors = in_name + 1, errors + name_errors
        else:
            in_place, errors = in_place + 1, errors + (place_errors or 0)
    if not in_name:
        return None
    return Kandidaat(errors, _rang(straat, words, in_place=in_place > 0), straat)


def _rang(straat: BoekStraat, words: Sequence[str], *, in_place: bool) -> int:
    if in_place:
        return 3
    typed = " ".join(words)
    if typed in straat.vormen:
        return 0
    return 1 if any(form.startswith(typed) for form in straat.vormen) else 2


def _fewest(words: Sequence[str], options: dict[str, int]) -> int | None:
    """The fewest errors with which one of these begins one of the words; None when none does."""
    fits = [errors for other, errors in options.items() if any(word.startswith(other) for word in words)]
    return min(fits, default=None)


def _inside(namen: Straatnamen, typed: str) -> Iterable[BoekStraat]:
    if len(typed) < _INSIDE:
        return ()
    return (straat for straat in namen.straten if typed in straat.vormen[0])
