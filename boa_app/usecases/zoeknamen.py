"""Things found by their name: places, JOP's, schouwen, areas, buurten, streets, kinds of nuisance, commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.jop import JopStatus
from boa_app.domain.roles import Bereik, Entiteit, Handeling, Rol, Veldgroep, find_rechten, has_any
from boa_app.store import gebieden, jops, rondes, schouwen
from boa_app.store.session import Reader
from boa_app.usecases.adressen import zoek_adres
from boa_app.usecases.buurten import bekende_buurten
from boa_app.usecases.overzicht import MeldingRij
from boa_app.usecases.plaats import parse_coordinates
from boa_app.usecases.plaatsindex import fold
from boa_app.usecases.session import Session

# From this length on a word may also stand inside a word of the name: "plein" finds Schoolplein.
_INSIDE = 3
_NO_MATCH = 9


class Vondstsoort(StrEnum):
    """What kind of thing was found; in the order the groups are shown in."""

    OPDRACHT = "opdracht"
    FILTER = "filter"
    DATUM = "datum"
    MELDING = "melding"
    PLEK = "plek"
    JOP = "jop"
    GEBIED = "gebied"
    SCHOUW = "schouw"
    BUURT = "buurt"
    STRAAT = "straat"
    ADRES = "adres"
    COORDINATEN = "coordinaten"
    SOORT = "soort"


@dataclass(frozen=True, slots=True)
class Vondst:
    """One thing that was found. sleutel: its uid, code or key. lon, lat: where the map goes for it. dag: of a date.
    rij, fragment: of a melding its list line, and the words around what was found. aantal: of a date how many meldingen
    it has; None while that is not known."""

    soort: Vondstsoort
    sleutel: str
    titel: str
    meta: str = ""
    lon: float | None = None
    lat: float | None = None
    dag: date | None = None
    rij: MeldingRij | None = None
    fragment: str = ""
    aantal: int | None = None


@dataclass(frozen=True, slots=True)
class Opdracht:
    """Something the window can do. woorden: other words people use for it."""

    sleutel: str
    naam: str
    woorden: tuple[str, ...] = ()


def match_rank(wanted: str, name: str) -> int:
    """How well a folded name fits folded words: 0 begins with them, 1 each begins a word, 2 each is in it, 9 not."""
    if not wanted:
        return _NO_MATCH
    if name.startswith(wanted):
        return 0
    parts, words = name.split(), wanted.split()
    if all(any(part.startswith(word) for part in parts) for word in words):
        return 1
    return 2 if all(len(word) >= _INSIDE and word in name for word in words) else _NO_MATCH


def best_of(wanted: str, things: Iterable[tuple[str, Vondst]], limit: int) -> tuple[tuple[Vondst, ...], int]:
    """The best fitting of things with the names they go by, and how many fit at all. wanted: folded."""
    ranked = [(match_rank(wanted, fold(name)), thing) for name, thing in things]
    fitting = sorted((pair for pair in ranked if pair[0] < _NO_MATCH), key=lambda pair: (pair[0], pair[1].titel))
    return tuple(thing for _, thing in fitting[:limit]), len(fitting)


def find_commands(opdrachten: Sequence[Opdracht], wanted: str, limit: int) -> tuple[tuple[Vondst, ...], int]:
    """Commands by name or other word; all of them, in their own order, while nothing is typed."""
    found = [Vondst(Vondstsoort.OPDRACHT, one.sleutel, one.naam) for one in opdrachten]
    if not wanted:
        return tuple(found), len(found)
    ranks = {
        one.sleutel: min(match_rank(wanted, fold(name)) for name in (one.naam, *one.woorden)) for one in opdrachten
    }
    fitting = sorted((one for one in found if ranks[one.sleutel] < _NO_MATCH), key=lambda one: ranks[one.sleutel])
    return tuple(fitting[:limit]), len(fitting)


def find_coordinates(typed: str) -> Vondst | None:
    """A typed position."""
    found = parse_coordinates(typed)
    if found is None:
        return None
    return Vondst(Vondstsoort.COORDINATEN, "", found.naam, lon=found.lon, lat=found.lat)


def find_named(
    session: Session, reader: Reader, typed: str, limit: int, language: str
) -> Iterator[tuple[Vondstsoort, tuple[tuple[Vondst, ...], int]]]:
    """Per kind what fits and how many, as far as the role may see them; nothing for a text without letter or figure."""
    rol, wanted = session.actor.rol, fold(typed)
    if not wanted:
        return
    if has_any(rol, Entiteit.RONDE, Handeling.LEZEN):
        yield Vondstsoort.PLEK, best_of(wanted, _plekken(reader), limit)
    if _sees_all(rol, Entiteit.JOP, Veldgroep.PUNT):
        with_code = _sees_all(rol, Entiteit.JOP, Veldgroep.CODES)
        yield Vondstsoort.JOP, best_of(wanted, _jops(reader, with_code=with_code), limit)
    if _sees_all(rol, Entiteit.GEBIED, Veldgroep.CODES):
        yield Vondstsoort.GEBIED, best_of(wanted, _gebieden(reader), limit)
    if _sees_all(rol, Entiteit.SCHOUW, Veldgroep.CODES):
        yield Vondstsoort.SCHOUW, best_of(wanted, _schouwen(reader), limit)
    yield Vondstsoort.BUURT, best_of(wanted, _buurten(session), limit)
    streets = _streets(session, wanted, limit)
    yield Vondstsoort.STRAAT, streets
    yield Vondstsoort.ADRES, _addresses(session, typed, streets[0], limit)
    if has_any(rol, Entiteit.MELDING, Handeling.LEZEN):
        yield Vondstsoort.SOORT, best_of(wanted, _soorten(session, language), limit)


def _sees_all(rol: Rol, entiteit: Entiteit, veldgroep: Veldgroep) -> bool:
    return any(row.bereik is Bereik.GEMEENTE for row in find_rechten(rol, entiteit, veldgroep, Handeling.LEZEN))


def _plekken(reader: Reader) -> Iterator[tuple[str, Vondst]]:
    for plek in rondes.list_plekken(reader):
        yield plek.naam, Vondst(Vondstsoort.PLEK, plek.uid, plek.naam, lon=plek.lon, lat=plek.lat)


def _jops(reader: Reader, *, with_code: bool) -> Iterator[tuple[str, Vondst]]:
    for jop in jops.list_jops(reader):
        if jop.status is not JopStatus.VERWIJDERD:
            code = jop.code if with_code else ""
            yield f"{jop.naam} {code}", Vondst(Vondstsoort.JOP, jop.uid, jop.naam, code, jop.lon, jop.lat)


def _gebieden(reader: Reader) -> Iterator[tuple[str, Vondst]]:
    for gebied in gebieden.list_gebieden(reader):
        lon, lat = gebied.ringen[0][0] if gebied.ringen else (None, None)
        found = Vondst(Vondstsoort.GEBIED, gebied.uid, gebied.naam, str(gebied.soort), lon, lat)
        yield f"{gebied.naam} {gebied.besluit}", found


def _schouwen(reader: Reader) -> Iterator[tuple[str, Vondst]]:
    for schouw in schouwen.list_schouwen(reader):
        start = next((groep.route[0] for groep in schouw.groepen if groep.route), (None, None))
        found = Vondst(Vondstsoort.SCHOUW, schouw.uid, schouw.naam, lon=start[0], lat=start[1], dag=schouw.datum)
        yield schouw.naam, found


def _buurten(session: Session) -> Iterator[tuple[str, Vondst]]:
    for buurt in bekende_buurten(session.kaart):
        yield buurt.naam, Vondst(Vondstsoort.BUURT, buurt.code, buurt.naam)


def _streets(session: Session, wanted: str, limit: int) -> tuple[tuple[Vondst, ...], int]:
    streets = session.plaatsen.find_streets(wanted, limit + 1)
    found = tuple(Vondst(Vondstsoort.STRAAT, place.naam, place.naam, lon=place.lon, lat=place.lat) for place in streets)
    return found[:limit], len(found)


def _addresses(session: Session, typed: str, streets: Sequence[Vondst], limit: int) -> tuple[tuple[Vondst, ...], int]:
    """From the address book. A street that stands among the streets already is left out, unless a second village has
    one of that name. A damaged book finds nothing here; where addresses are chosen it is told."""
    try:
        book = zoek_adres(session, typed, 2 * limit)
    except EnvironmentProblem:
        return (), 0
    listed = {fold(one.titel) for one in streets}
    villages: dict[str, set[str]] = {}
    for one in book:
        if one.is_straat:
            villages.setdefault(fold(one.straat), set()).add(one.woonplaats)
    found = tuple(
        Vondst(Vondstsoort.ADRES, one.sleutel, one.naam, one.meta, one.lon, one.lat)
        for one in book
        if not one.is_straat or fold(one.straat) not in listed or len(villages[fold(one.straat)]) > 1
    )
    return found[:limit], len(found)


def _soorten(session: Session, language: str) -> Iterator[tuple[str, Vondst]]:
    lijst = session.lijsten["soort"]
    for code in lijst.codes:
        names = {lijst.label(code.code, language), lijst.kort(code.code, language), code.code}
        found = Vondst(Vondstsoort.SOORT, code.code, lijst.kort(code.code, language))
        yield " ".join(sorted(names)), replace(found, meta=lijst.label(code.code, language))
