"""Waar ben ik: the buurt, the nearest address and street, and the rules that apply at one place and moment.

Rules are areas somebody decided on, drawn in the store or brought by the kaartpakket; nothing is deduced from law. An
article is only named where an area names it, in the words of the code list, which say that it is still to be verified.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from boa_app.domain.gebied import Gebied, GebiedSoort
from boa_app.domain.incident import distance_m
from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.moments import to_local
from boa_app.domain.roles import Entiteit, Handeling, Veldgroep, find_rechten
from boa_app.mapdata.pakket import Kaartpakket
from boa_app.store import gebieden, jops
from boa_app.usecases.adressen import adres_bij
from boa_app.usecases.gebieden import may_read_gebieden
from boa_app.usecases.ligging import Straathier, signed_distance_m, street_here
from boa_app.usecases.session import Session

JOP_M = 250.0
# What lies nearer than this to an edge is named with it also when the position claims to be exact.
RAND_M = 5.0
# Kinds that say what holds somewhere, in the order in which an officer wants to know them.
_REGELS = (GebiedSoort.VERBOD, GebiedSoort.EVENEMENT, GebiedSoort.CAMERA, GebiedSoort.KVO, GebiedSoort.AANDACHT)
_GONE = frozenset({JopStatus.GESLOTEN, JopStatus.VERWIJDERD})
_ARTIKEL = re.compile(r"\b(\d{1,2}:\d{1,3}[a-z]?)\b")


@dataclass(frozen=True, slots=True)
class Regelhier:
    """One area with a rule. uid: of the store, empty for one of the kaartpakket. van, tot: inclusive, None is open.
    rand_m: how far its edge is. artikelen: codes of wettelijk_artikel it names."""

    naam: str
    soort: str
    besluit: str
    van: date | None
    tot: date | None
    rand_m: float
    uid: str = ""
    artikelen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Jophier:
    """A JOP within reach. jop: without its dossier for who may not open that."""

    jop: Jop
    afstand_m: float


@dataclass(frozen=True, slots=True)
class Hier:
    """What there is to know of a place. gemeente: empty outside it; binnen: None when its outline is not known.

    adres: of the nearest house, empty without addresses; adres_m: how far. regels: that hold here today. ook: names of
    what else may be true because the position is not exact: buurten, "buiten de gemeente" as empty text, and in
    ook_regels the areas beside it.
    """

    lon: float
    lat: float
    nauwkeurigheid_m: float | None
    moment: datetime
    gemeente: str
    binnen: bool | None
    buurt_code: str
    buurt: str
    adres: str
    adres_m: float
    straat: Straathier
    regels: tuple[Regelhier, ...]
    ook_buurten: tuple[str, ...]
    ook_regels: tuple[Regelhier, ...]
    ook_grens: bool
    jops: tuple[Jophier, ...]


def waar_ben_ik(
    session: Session, lon: float, lat: float, nauwkeurigheid_m: float | None, moment: datetime
) -> Hier:  # fmt: skip
    """What is known of a WGS84 position at a moment (aware UTC). nauwkeurigheid_m: radius, None when not known.

    What this role may not read is left out; a position is looked at, nothing is kept of it.
    """
    kaart, day = session.kaart, to_local(moment).date()
    reach_m = max(nauwkeurigheid_m or 0.0, RAND_M)
    edge_m = signed_distance_m(kaart.omtrek, lon, lat) if kaart is not None and kaart.omtrek else None
    inside = None if edge_m is None else edge_m <= 0
    code, buurt, others = _buurten(kaart, day, lon, lat, reach_m)
    here, beside = _rules(session, lon, lat, reach_m, day)
    adres = adres_bij(session, lon, lat)
    return Hier(
        lon, lat, nauwkeurigheid_m, moment,
        gemeente=_gemeente(session) if inside is not False else "",
        binnen=inside,
        buurt_code=code, buurt=buurt,
        adres=adres.tekst if adres is not None else "", adres_m=adres.afstand_m if adres is not None else 0.0,
        straat=street_here(kaart.straten, lon, lat) if kaart is not None else Straathier(),
        regels=here, ook_buurten=others, ook_regels=beside,
        ook_grens=edge_m is not None and abs(edge_m) <= reach_m,
        jops=_jops(session, lon, lat),
    )  # fmt: skip


def _gemeente(session: Session) -> str:
    return session.kaart.naam if session.kaart is not None else session.store.meta.gemeente_naam


def _buurten(
    kaart: Kaartpakket | None, day: date, lon: float, lat: float, reach_m: float
) -> tuple[str, str, tuple[str, ...]]:
    """Code and name of the buurt of that day, and the names of others within reach, nearest first."""
    if kaart is None:
        return "", "", ()
    found = sorted(
        ((signed_distance_m(buurt.rings, lon, lat), buurt) for buurt in kaart.buurten_op(day)), key=lambda one: one[0]
    )
    near = [buurt for edge_m, buurt in found if edge_m <= reach_m]
    inside = near[0] if near and found[0][0] <= 0 else None
    others = tuple(buurt.naam for buurt in near if buurt is not inside)
    return (inside.code, inside.naam, others) if inside is not None else ("", "", others)


def _rules(
    session: Session, lon: float, lat: float, reach_m: float, day: date
) -> tuple[tuple[Regelhier, ...], tuple[Regelhier, ...]]:
    """The rules that hold here, and those that begin within reach."""
    here: list[Regelhier] = []
    beside: list[Regelhier] = []
    for gebied in _areas(session):
        if gebied.soort not in _REGELS or not gebied.holds_on(day):
            continue
        edge_m = signed_distance_m(gebied.ringen, lon, lat)
        if edge_m <= reach_m:
            rule = Regelhier(
                gebied.naam, str(gebied.soort), gebied.besluit, gebied.geldig_van, gebied.geldig_tot, abs(edge_m),
                gebied.uid, _articles(session, f"{gebied.naam} {gebied.besluit}"),
            )  # fmt: skip
            (here if edge_m <= 0 else beside).append(rule)
    return _in_order(here), _in_order(beside)


def _in_order(rules: Iterable[Regelhier]) -> tuple[Regelhier, ...]:
    return tuple(sorted(rules, key=lambda one: (_REGELS.index(GebiedSoort(one.soort)), one.naam.casefold())))


def _areas(session: Session) -> list[Gebied]:
    """The areas of the store as far as this role sees them, and those of the kaartpakket, which are for everybody."""
    found: list[Gebied] = []
    if may_read_gebieden(session.actor.rol):
        with session.store.read() as reader:
            found = gebieden.list_gebieden(reader)
    known = {str(soort) for soort in GebiedSoort}
    for area in session.kaart.gebieden if session.kaart is not None else ():
        soort = area.soort.upper()
        if soort in known:
            found.append(
                Gebied("", area.naam, GebiedSoort(soort), area.rings, area.besluit, _day(area.van), _day(area.tot))
            )
    return found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        # A date of a pakket that nobody can read ends nothing.
        return None


def _articles(session: Session, text: str) -> tuple[str, ...]:
    lijst = session.lijsten["wettelijk_artikel"]
    codes = (f"APV-{number}" for number in dict.fromkeys(_ARTIKEL.findall(text)))
    return tuple(code for code in codes if code in lijst)


def _jops(session: Session, lon: float, lat: float) -> tuple[Jophier, ...]:
    """JOP's within walking reach, nearest first; of one this role may only see the place, only that."""
    rol = session.actor.rol
    if not find_rechten(rol, Entiteit.JOP, Veldgroep.PUNT, Handeling.LEZEN):
        return ()
    whole = bool(find_rechten(rol, Entiteit.JOP, Veldgroep.CODES, Handeling.LEZEN))
    with session.store.read() as reader:
        listed = [jop for jop in jops.list_jops(reader) if jop.status not in _GONE]
    near = sorted(
        ((distance_m(lon, lat, jop.lon, jop.lat), jop) for jop in listed), key=lambda one: (one[0], one[1].naam)
    )  # fmt: skip
    return tuple(
        Jophier(jop if whole else _place_only(jop), away_m) for away_m, jop in near if away_m <= JOP_M
    )  # fmt: skip


def _place_only(jop: Jop) -> Jop:
    return Jop(jop.uid, "", jop.naam, jop.status, jop.lon, jop.lat)
