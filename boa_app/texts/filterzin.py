"""A filter in words, for a heading on paper: Laatste 26 weken · avond, laat, nacht · alle soorten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from boa_app.texts import formats
from boa_app.texts.entry import Zin

_SEPARATOR = " · "
# More names than this become a number: a heading is read, not searched.
_MOST_NAMES = 4
_DAGDELEN = {
    "NACHT": Zin("nacht", "night"),
    "OCHTEND": Zin("ochtend", "morning"),
    "MIDDAG": Zin("middag", "afternoon"),
    "AVOND": Zin("avond", "evening"),
    "LAAT": Zin("laat", "late evening"),
}
# Of one day, as it goes: the night closes the evening before it.
_ORDER = ("OCHTEND", "MIDDAG", "AVOND", "LAAT", "NACHT")
_WORDS = {
    "dagen7": Zin("laatste 7 dagen", "last 7 days"),
    "weken": Zin("laatste {aantal} weken", "last {aantal} weeks"),
    "vanaf": Zin("vanaf {datum}", "from {datum}"),
    "tot": Zin("tot en met {datum}", "until {datum}"),
    "altijd": Zin("alle jaren", "all years"),
    "jaar": Zin("heel {jaar}", "the whole of {jaar}"),
    "alle_dagdelen": Zin("hele dag", "whole day"),
    "alle_soorten": Zin("alle soorten", "all kinds"),
    "soorten": Zin("{aantal} soorten", "{aantal} kinds"),
    "buurten": Zin("{aantal} buurten", "{aantal} buurten"),
    "gebieden": Zin("{aantal} gebieden", "{aantal} areas"),
    "aanleidingen": Zin("{aantal} aanleidingen", "{aantal} occasions"),
    "groepsgrootten": Zin("{aantal} groepsgrootten", "{aantal} group sizes"),
    "ernst": Zin("ernst {namen}", "seriousness {namen}"),
    "groep": Zin("groep {namen}", "group {namen}"),
    "vervallen": Zin("ook vervallen", "lapsed ones too"),
    "zoeken": Zin("zoekresultaat", "search result"),
}


@dataclass(frozen=True, slots=True)
class FilterWoorden:
    """A filter with names in place of codes, in the order of the lists. van and tot are evening dates, both inclusive;
    with weken they are the days these stand for; ernst: figures; dagdelen: codes. An empty sequence means all."""

    weken: int | None = None
    van: date | None = None
    tot: date | None = None
    soorten: Sequence[str] = ()
    buurten: Sequence[str] = ()
    dagdelen: Sequence[str] = ()
    ernst: Sequence[str] = ()
    gebieden: Sequence[str] = ()
    aanleidingen: Sequence[str] = ()
    groepsgrootten: Sequence[str] = ()
    met_vervallen: bool = False
    zoekresultaat: bool = False


def filterzin(woorden: FilterWoorden, language: str = "nl") -> str:
    """The whole filter on one line: period, part of the day and soort always, the rest only where it leaves out."""
    parts = [periodezin(woorden, language), _dagdeelzin(woorden, language)]
    parts.append(_names("soorten", woorden.soorten, language) or _say("alle_soorten", language))
    if woorden.ernst:
        parts.append(_say("ernst", language, namen=", ".join(woorden.ernst)))
    if woorden.groepsgrootten and len(woorden.groepsgrootten) <= _MOST_NAMES:
        parts.append(_say("groep", language, namen=", ".join(woorden.groepsgrootten)))
    else:
        parts.append(_names("groepsgrootten", woorden.groepsgrootten, language))
    for name in ("buurten", "gebieden", "aanleidingen"):
        parts.append(_names(name, getattr(woorden, name), language))
    parts += [_say("zoeken", language)] if woorden.zoekresultaat else []
    parts += [_say("vervallen", language)] if woorden.met_vervallen else []
    text = _SEPARATOR.join(part for part in parts if part)
    return text[:1].upper() + text[1:]


def periodezin(woorden: FilterWoorden, language: str = "nl") -> str:
    """The period alone, in lower case."""
    van, tot = woorden.van, woorden.tot
    if woorden.weken is not None:
        told = _say("dagen7", language) if woorden.weken == 1 else _say("weken", language, aantal=woorden.weken)
        return f"{told} ({formats.date_range(van, tot, language)})" if van is not None and tot is not None else told
    if van is not None and tot is not None:
        if (van.month, van.day, tot.month, tot.day) == (1, 1, 12, 31) and van.year == tot.year:
            return _say("jaar", language, jaar=van.year)
        return formats.date_range(van, tot, language)
    if van is not None:
        return _say("vanaf", language, datum=formats.date_nl(van, language))
    return _say("tot", language, datum=formats.date_nl(tot, language)) if tot is not None else _say("altijd", language)


def _dagdeelzin(woorden: FilterWoorden, language: str) -> str:
    chosen = [code for code in _ORDER if code in woorden.dagdelen]
    if not chosen or len(chosen) == len(_ORDER):
        return _say("alle_dagdelen", language)
    return ", ".join(_pick(_DAGDELEN[code], language) for code in chosen)


def _names(kind: str, names: Sequence[str], language: str) -> str:
    if len(names) > _MOST_NAMES:
        return _say(kind, language, aantal=len(names))
    return ", ".join(names)


def _say(code: str, language: str, **fields: object) -> str:
    return _pick(_WORDS[code], language).format(**fields)


def _pick(word: Zin, language: str) -> str:
    return word.en if language == "en" else word.nl
