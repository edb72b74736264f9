"""Names and house numbers as people write them: folding, the forms a street goes by, and what a typed text can mean.

"Burg. Mulderln 3"  ──fold──> burg mulderln 3  ──readings──> words (burg, mulderln), number 3
                                                          └─> words (burg, mulderln, 3)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Longer than any address; what follows is not looked at.
MAX_TEKST = 120
MAX_WOORDEN = 10
_READINGS = 8
_SUFFIX_WORDS = 2
_SUFFIX_LENGTH = 5
MAX_HUISNUMMER = 99_999
# A house number written as a range stands for at most this many numbers; more is a mistake in the source.
_WIDEST_RANGE = 60

_UNFOLDED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "-": " ", "\u2010": " ", "\u2011": " "})
_MARKS = re.compile(r"[.,;:/\\()\[\]{}|_\u2013\u2014]")
_LETTERS = re.compile(r"[^a-z0-9 ]")
_POSTCODE = re.compile(r"(?<![a-z0-9])([1-9]\d{3})(?: ?([a-z]{1,2})(?![a-z])|(?![a-z0-9]))")
_NUMBER = re.compile(r"([1-9]\d{0,4})([a-z]{0,5}\d{0,4})")
_WRITTEN = re.compile(r"\s*([1-9]\d{0,4})\s*([A-Za-z]?)(?![A-Za-z])[\s\-/]*([A-Za-z0-9][A-Za-z0-9 \-]{0,9})?\s*")
_RANGE = re.compile(r"\s*([1-9]\d{0,4})\s*[-\u2013]\s*([1-9]\d{0,4})\s*")

_LONG_SHORT = (
    ("admiraal", "adm"), ("burgemeester", "burg"), ("derde", "3e"), ("doctor", "dr"), ("dokter", "dr"),
    ("dominee", "ds"), ("eerste", "1e"), ("generaal", "gen"), ("ingenieur", "ir"), ("jonkheer", "jhr"),
    ("kapitein", "kapt"), ("kardinaal", "kard"), ("luitenant", "lt"), ("meester", "mr"), ("monseigneur", "mgr"),
    ("pastoor", "past"), ("prinses", "pr"), ("prins", "pr"), ("professor", "prof"), ("secretaris", "secr"),
    ("sint", "st"), ("tweede", "2e"), ("vierde", "4e"), ("wethouder", "weth"),
)  # fmt: skip
_TO_SHORT = dict(_LONG_SHORT)
_TO_LONG = {short: long for long, short in reversed(_LONG_SHORT)}
_ENDINGS = {
    "ln": "laan", "str": "straat", "wg": "weg", "pln": "plein", "pl": "plein", "sngl": "singel", "sgl": "singel",
    "gr": "gracht", "kd": "kade", "dk": "dijk", "hf": "hof", "prk": "park", "drf": "dreef", "pd": "pad",
}  # fmt: skip
_OF = re.compile(r"\bvan (?:der|den|de)\b|\bv (?:d|der|den)\b")
_SUFFIXES = {"bis": "bs", "huis": "hs", "rood": "rd", "zwart": "zw"}


@dataclass(frozen=True, slots=True)
class Vraag:
    """One reading of a typed text, all folded. woorden: of street and woonplaats; nummer None: no house number;
    achter: what follows it ("a", "bs", or the end of a range); postcode: as far as it was typed, capitals."""

    woorden: tuple[str, ...]
    nummer: int | None = None
    achter: str = ""
    postcode: str = ""


def fold(text: str) -> str:
    """Lower case without accents, apostrophes, hyphens or double spaces: for comparing names as people type them."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_UNFOLDED))
    return " ".join(_LETTERS.sub("", plain).split())


def fold_straat(naam: str) -> str:
    """As fold, with a space where a dot or another mark stood: "Burg.Mulderlaan" is two words."""
    return fold(_MARKS.sub(" ", naam))


def vormen(naam: str, verkort: str = "") -> tuple[str, ...]:
    """The forms a street name goes by, folded, the name itself first: titles long and short, written as one word, and
    the short form of the register."""
    base = fold_straat(naam)
    words = base.split()
    forms = [
        base,
        " ".join(_TO_LONG.get(word, word) for word in words),
        " ".join(_TO_SHORT.get(word, word) for word in words),
        _OF.sub("vd", base),
        fold_straat(verkort),
    ]
    forms += [form.replace(" ", "") for form in forms[:3] if " " in form]
    return tuple(dict.fromkeys(form for form in forms if form))


def met_uitgang(woord: str) -> tuple[str, ...]:
    """A typed word and what it is short for: "mulderln" is Mulderlaan."""
    found = [woord]
    for short, long in _ENDINGS.items():
        if woord.endswith(short) and len(woord) > len(short) + 2 and not woord.endswith(long):
            found.append(woord[: -len(short)] + long)
    return tuple(found)


def achter_sleutel(letter: str, toevoeging: str) -> str:
    """What follows a house number, folded, so that "8 bis", "8-BS" and "8bs" are one."""
    parts = fold(f"{letter} {toevoeging}").split()
    return "".join(_SUFFIXES.get(part, part) for part in parts)


def lees_vraag(tekst: str) -> tuple[Vraag, ...]:
    """What a typed text can mean, most likely first; never raises. Street names hold numbers too: Plein 1945 1."""
    folded = fold_straat(tekst[:MAX_TEKST])
    if not folded:
        return ()
    found: dict[Vraag, None] = {}
    match = _POSTCODE.search(folded)
    if match is not None:
        code = "".join(match.groups(default="")).upper()
        rest = f"{folded[: match.start()]} {folded[match.end() :]}".split()[:MAX_WOORDEN]
        found |= dict.fromkeys(_readings(rest, code))
    if match is None or not match[2] or len(match[2]) < 2:
        # Four figures can be a house number or the year in a name just as well.
        found |= dict.fromkeys(_readings(folded.split()[:MAX_WOORDEN], ""))
    return tuple(found)[: 2 * _READINGS]


def _readings(words: Sequence[str], postcode: str) -> Iterator[Vraag]:
    places = [index for index, word in enumerate(words) if _NUMBER.fullmatch(word)]
    made = 0
    for place in reversed(places):
        for taken in range(_suffix_words(words, place), -1, -1):
            if made == _READINGS:
                break
            yield _with_number(words, place, taken, postcode)
            made += 1
    yield Vraag(tuple(words), postcode=postcode)


def _suffix_words(words: Sequence[str], place: int) -> int:
    """How many words after the number may belong to it."""
    count = 0
    for word in words[place + 1 : place + 1 + _SUFFIX_WORDS]:
        if len(word) > _SUFFIX_LENGTH:
            break
        count += 1
    return count


def _with_number(words: Sequence[str], place: int, taken: int, postcode: str) -> Vraag:
    match = _NUMBER.fullmatch(words[place])
    number, own = match.groups() if match else ("0", "")
    suffix = achter_sleutel(own, " ".join(words[place + 1 : place + 1 + taken]))
    rest = (*words[:place], *words[place + 1 + taken :])
    return Vraag(rest, int(number), suffix, postcode)


def lees_huisnummers(tekst: str) -> tuple[tuple[int, str, str], ...]:
    """Number, letter and addition of each house a written number stands for: "12a", "8-BS", "12-16", "3;5".

    A range of one side of the street counts by two. Empty for what is no house number.
    """
    found: list[tuple[int, str, str]] = []
    for part in re.split(r"[;,]", tekst[:MAX_TEKST]):
        if (written := _RANGE.fullmatch(part)) and 0 < int(written[2]) - int(written[1]) <= _WIDEST_RANGE:
            first, last = int(written[1]), int(written[2])
            step = 1 if (last - first) % 2 else 2
            found += [(number, "", "") for number in range(first, last + 1, step)]
        elif single := _WRITTEN.fullmatch(part):
            found.append((int(single[1]), single[2], (single[3] or "").strip(" -")))
    return tuple(dict.fromkeys(found))
