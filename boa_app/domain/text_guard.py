"""The guard on free text (domain §4): warns before saving, offline, and never blocks.

It finds likely personal data and sensitive words. A hit says what kind and where, never repeats the text itself in a
log. Flagged text goes no further than author and coördinator and is wiped after 7 days unless cleared.

It is tuned for few false alarms: postcodes, dates, times, codes, street names and ordinary sentences pass. So it misses
things too (a lone surname, a first name it does not know) and is no proof that a text is clean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from boa_app.domain.guard_words import (
    FIRST_NAMES,
    LABEL_FIRST_NAMES,
    LETTERED_THINGS,
    MONTHS,
    NO_FIRST_NAME,
    SPECIAL_WORDS,
    STREET_ENDINGS,
)


class Verdenking(StrEnum):
    """What a hit looks like."""

    BSN = "bsn"
    KENTEKEN = "kenteken"
    TELEFOON = "telefoon"
    EMAIL = "email"
    GEBOORTEDATUM = "geboortedatum"
    NAAM = "naam"
    BIJZONDER = "bijzonder"


@dataclass(frozen=True, slots=True)
class Treffer:
    """One hit: text[begin:einde] looks like soort."""

    soort: Verdenking
    begin: int
    einde: int


# The sidecodes 1 to 14 of RDW: 9 for digits, X for letters.
_SIDECODES = (
    "XX 99 99", "99 99 XX", "99 XX 99", "XX 99 XX", "XX XX 99", "99 XX XX", "99 XXX 9", "9 XXX 99", "XX 999 X",
    "X 999 XX", "XXX 99 X", "X 99 XXX", "9 XX 999", "999 XX 9",
)  # fmt: skip


def _plate_pattern(letter: str, separator: str) -> str:
    shapes = (code.replace("X", letter).replace("9", r"\d").replace(" ", separator) for code in _SIDECODES)
    return rf"(?<![\w-])(?:{'|'.join(shapes)})(?![\w-])"


_PARTICLES = r"(?:van de[nr]? |van het |van 't |van |de |den |der |el |ten |ter |in 't )"
_SURNAME = r"[A-Z][\w'’-]+"
_CAPITALISED = re.compile(r"\b(?P<known>[A-Z][a-zà-ÿ]+)")
_PATTERNS: tuple[tuple[Verdenking, re.Pattern[str]], ...] = (
    (Verdenking.EMAIL, re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w[\w.-]*")),
    (
        Verdenking.TELEFOON,
        # A date followed by a time holds ten digits too, hence the first look ahead.
        re.compile(
            r"(?<![\d-])(?!\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d))(?:\(0(?=[1-9]\d{1,3}\))|(?:\+31|0031|0)"
            r"[ -]?(?:\(0\) ?)?)"
            r"[1-9](?:(?:[ -]|\) ?)?\d){8}(?!\d)"
        ),
    ),
    # Typed with or without hyphens in any case; with spaces only in capitals, for "12 en 14" is no plate.
    (Verdenking.KENTEKEN, re.compile(_plate_pattern("[A-Za-z]", "-?"))),
    (Verdenking.KENTEKEN, re.compile(_plate_pattern("[A-Z]", " "))),
    (
        Verdenking.GEBOORTEDATUM,
        re.compile(
            r"\bgeb(?:oren|oortedatum|dat)?\b\.?\W{0,4}(?:op\W+)?\d{1,2}\W\w{1,9}\W\d{2,4}"
            r"|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19[3-9]\d|20[01]\d)(?!\d)",
            re.IGNORECASE,
        ),
    ),
    (Verdenking.BIJZONDER, re.compile(rf"\b(?:{'|'.join(SPECIAL_WORDS)})", re.IGNORECASE)),
    (
        Verdenking.NAAM,
        re.compile(
            r"\b(?:[Gg]enaamd|[Nn]aam is|[Hh]eet|[Nn]oemt zich"
            r"|[Dd]hr\b\.?|[Mm]evr\b\.?|[Mm]w\b\.?|[Mm]eneer|[Mm]evrouw)[: ]+"
            rf"(?P<name>{_PARTICLES}?{_SURNAME}(?: {_PARTICLES}?{_SURNAME})*)"
        ),
    ),
    (Verdenking.NAAM, re.compile(rf"\b(?P<first>[A-Z][a-zà-ÿ]+) (?P<tail>{_PARTICLES}{_SURNAME})")),
    (
        Verdenking.NAAM,
        re.compile(
            rf"(?:(?<!\w)(?P<before>\w+ ))?\b(?P<initials>(?:[A-Z]\. ?){{1,6}})(?P<tail>{_PARTICLES}*[A-Z][a-zà-ÿ]+)"
        ),
    ),
    # One word, so that none with a capital swallows the name after it ("Met Sharona"); surnames are found from there.
    (Verdenking.NAAM, _CAPITALISED),
)
_SURNAMES = re.compile(rf"(?: {_PARTICLES}?{_SURNAME})*")
_BSN = re.compile(
    r"(?<![\d.-])(?:\d{8,9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3}|\d{2}([ .-])\d{2}\3\d{2}\3\d{3})(?![\d-])"
)


def is_bsn(digits: str) -> bool:
    """Whether 8 or 9 digits pass the elfproef of the burgerservicenummer (weights 9..2 and -1, sum divisible by 11)."""
    if not digits.isascii() or not digits.isdigit() or len(digits) not in (8, 9) or int(digits) == 0:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(digit) * weight for digit, weight in zip(digits.zfill(9), weights, strict=True)) % 11 == 0


def guard_text(text: str, known_places: frozenset[str] = frozenset()) -> tuple[Treffer, ...]:
    """The hits in a text, in order of place; overlapping hits of several kinds are all given.

    known_places: names of streets and places in lower case: a hit on a name that is one of them is left out.
    """
    return _in_order(Treffer(kind, *span) for kind, span in _spans(text, known_places))


def guard_label(text: str, known_places: frozenset[str] = frozenset()) -> tuple[Treffer, ...]:
    """The hits in a short name that many see and that never expires, as of an area: stricter than guard_text, because
    Jan Jansen has no business there while a sentence may hold both words by chance."""
    hits = set(guard_text(text, known_places))
    for first in _CAPITALISED.finditer(text):
        end = _end_of_name(first)
        if first.group().lower() not in LABEL_FIRST_NAMES or end == first.end():
            continue
        name = text[first.start() : end]
        if not name.lower().endswith(STREET_ENDINGS) and not _is_known(name, known_places):
            hits.add(Treffer(Verdenking.NAAM, first.start(), end))
    return _in_order(hits)


def _in_order(hits: Iterable[Treffer]) -> tuple[Treffer, ...]:
    return tuple(sorted(set(hits), key=lambda hit: (hit.begin, hit.einde, hit.soort)))


def _spans(text: str, known_places: frozenset[str]) -> Iterator[tuple[Verdenking, tuple[int, int]]]:
    for kind, pattern in _PATTERNS:
        name_end = 0
        for match in pattern.finditer(text):
            if kind is Verdenking.NAAM:
                span = _name_span(match, known_places)
                if span is not None and span[0] >= name_end:
                    name_end = span[1]
                    yield kind, span
            elif kind is not Verdenking.KENTEKEN or _is_plate(match.group()):
                yield kind, match.span()
    for match in _BSN.finditer(text):
        if is_bsn(re.sub(r"\D", "", match.group())) and not _is_compact_date(match.group()):
            yield Verdenking.BSN, match.span()


def _is_plate(found: str) -> bool:
    """Leave out a postcode (3401AB), a date (4-mei-26) and a CBS code (GM0353)."""
    months = any(part.lower() in MONTHS for part in re.split("[- ]", found))
    return not months and not re.fullmatch(r"[1-9]\d{3}[A-Za-z]{2}|(?i:gm|wk|bu)\d{4}", found)


def _is_compact_date(found: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d[01]\d[0-3]\d|[0-3]\d[01]\d(?:19|20)\d\d", found))


def _name_span(match: re.Match[str], known_places: frozenset[str]) -> tuple[int, int] | None:
    """The part of a match that is a name, None when it is a place or an ordinary word after all."""
    parts = match.groupdict()
    begin, end, name = match.start(), match.end(), match.group()
    if parts.get("initials"):
        before = (parts["before"] or "").strip().lower()
        if before in LETTERED_THINGS:
            return None
        begin, name = match.start("initials"), match.group("initials") + match.group("tail")
    elif parts.get("name"):
        begin, name = match.start("name"), match.group("name")
    elif parts.get("known"):
        if parts["known"].lower() not in FIRST_NAMES:
            return None
        end = _end_of_name(match)
        name = match.string[begin:end]
    elif parts["first"].lower() in NO_FIRST_NAME:
        return None
    last = name.split()[-1].lower()
    is_street = any(last.endswith(ending) and last != ending for ending in STREET_ENDINGS)
    return None if is_street or _is_known(name, known_places) else (begin, end)


def _end_of_name(first: re.Match[str]) -> int:
    found = _SURNAMES.match(first.string, first.end())
    return first.end() if found is None else found.end()


def _is_known(name: str, known_places: frozenset[str]) -> bool:
    """Whether the name, or what follows its first word, is a place: "Bij de Walkade", "Sanne de Meent"."""
    words = name.lower().split()
    return any(" ".join(words[start:]) in known_places for start in range(len(words)))
