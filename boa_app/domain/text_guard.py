"""The guard on free text (domain §4): warns before saving, offline, and never blocks.

It finds likely personal data and sensitive words. A hit says what kind and where, never repeats the text itself in a log.
Flagged text goes no further than author and coördinator and is wiped after 7 days unless cleared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


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


_PLATES = "|".join(
    (
        r"[A-Z]{2}-?\d{2}-?\d{2}", r"\d{2}-?\d{2}-?[A-Z]{2}", r"\d{2}-?[A-Z]{2}-?\d{2}", r"[A-Z]{2}-?\d{2}-?[A-Z]{2}",
        r"[A-Z]{2}-?[A-Z]{2}-?\d{2}", r"\d{2}-?[A-Z]{2}-?[A-Z]{2}", r"\d{2}-?[A-Z]{3}-?\d", r"\d-?[A-Z]{3}-?\d{2}",
        r"[A-Z]{2}-?\d{3}-?[A-Z]", r"[A-Z]-?\d{3}-?[A-Z]{2}", r"[A-Z]{3}-?\d{2}-?[A-Z]", r"[A-Z]-?\d{2}-?[A-Z]{3}",
        r"\d-?[A-Z]{2}-?\d{3}", r"\d{3}-?[A-Z]{2}-?\d",
    )
)  # fmt: skip
_PATTERNS: tuple[tuple[Verdenking, re.Pattern[str]], ...] = (
    (Verdenking.EMAIL, re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")),
    (Verdenking.TELEFOON, re.compile(r"(?<![\d-])(?:\+31|0031|0)[ -]?(?:\(0\))?[1-9](?:[ -]?\d){8}(?!\d)")),
    (Verdenking.KENTEKEN, re.compile(rf"(?<![\w-])(?:{_PLATES})(?![\w-])", re.IGNORECASE)),
    (
        Verdenking.GEBOORTEDATUM,
        re.compile(
            r"(?:geb(?:oren)?\.?|geboortedatum|gebdat\.?)\W{0,4}(?:op\W+)?\d{1,2}\W\w{1,9}\W\d{2,4}"
            r"|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19[3-9]\d|20[01]\d)(?!\d)",
            re.IGNORECASE,
        ),
    ),
    (
        Verdenking.BIJZONDER,
        re.compile(
            r"\b(?:marokkaan|turk(?!ije)|surinam|antilli|somali|syri(?:er|ër|sch)|eritre|pool(?:se)?\b|roma\b|zigeuner|allochto|"
            r"buitenlands uiterlijk|noord-afrikaan|afrikaan|donkere huid|huidskleur|getint|negroïde|moslim|islamit|christen|jood|joods|"
            r"hindoe|autis|adhd|psychos|schizofreen|verslaafd|verstandelijk|suïcid|depressie)\w*",
            re.IGNORECASE,
        ),
    ),
    (
        Verdenking.NAAM,
        re.compile(
            r"(?:(?:\b[Gg]enaamd|\b[Nn]aam is|\b[Hh]eet|\bnoemt zich|\b[Dd]hr\.?|\b[Mm]evr\.?|\b[Mm]w\.?|\b[Mm]eneer|\b[Mm]evrouw)[: ]+)"
            r"[A-Z][\w'-]+(?:[ ](?:van|de|der|den|el|ten|ter|[A-Z][\w'-]+))*"
            r"|\b[A-Z][a-z]+ (?:van (?:de[rn]?|het) |de |den |der |el |ten |ter )[A-Z][\w-]+"
            r"|\b[A-Z]\.(?: ?[A-Z]\.)* (?:van |de |der |den |el )*[A-Z][a-z]+"
        ),
    ),
)
_NINE_DIGITS = re.compile(r"(?<!\d)\d(?:[ .-]?\d){7,8}(?!\d)")


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
    hits = [Treffer(kind, m.start(), m.end()) for kind, pattern in _PATTERNS for m in pattern.finditer(text)]
    hits = [hit for hit in hits if hit.soort is not Verdenking.NAAM or text[hit.begin : hit.einde].lower() not in known_places]
    for match in _NINE_DIGITS.finditer(text):
        if is_bsn(re.sub(r"\D", "", match.group())):
            hits.append(Treffer(Verdenking.BSN, match.start(), match.end()))
    return tuple(sorted(hits, key=lambda hit: (hit.begin, hit.einde, hit.soort)))
