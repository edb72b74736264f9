"""What the map shows below and beside the meldingen."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from boa_app.domain.errors import UserError
from boa_app.domain.jop import Jop
from boa_app.domain.moments import to_local
from boa_app.domain.roles import RECHTEN, Bereik, Entiteit, Handeling, Rol, Veldgroep, find_rechten
from boa_app.domain.schouw import Schouw
from boa_app.mapdata.pakket import Buurt, Kaartpakket, Rings, Straat, Vlak
from boa_app.store import gebieden, jops, meldingen, rondes, schouwen
from boa_app.store.session import Reader
from boa_app.usecases.gebieden import may_read_gebieden
from boa_app.usecases.session import Session
from boa_app.usecases.tegels import Basiskaart, find_basiskaart, join_attributie

RECENT_OWN = 12
# About 10 m: meldingen at one bench are one point to go by.
_SAME_PLACE_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class BekendePlek:
    """A place to go by. moment: None for a plek of a ronde; naam may be empty for an own melding."""

    uid: str
    naam: str
    lon: float
    lat: float
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class GebiedVorm:
    """An area as the map draws it. geldig: its last day is not over."""

    uid: str
    naam: str
    soort: str
    ringen: Rings
    geldig: bool


@dataclass(frozen=True, slots=True)
class KaartLagen:
    """The layers of one map; positions (lon, lat) WGS84. pakket: whether there is a kaartpakket below the points.

    bekend: what a person can go by where there is no kaartpakket; empty when there is one.
    """

    naam: str
    omtrek: Rings
    vlakken: tuple[Vlak, ...]
    buurten: tuple[Buurt, ...]
    straten: tuple[Straat, ...]
    jops: tuple[Jop, ...]
    schouwen: tuple[Schouw, ...]
    attributie: str
    voorbeeld: bool
    pakket: bool
    bekend: tuple[BekendePlek, ...] = ()
    gebieden: tuple[GebiedVorm, ...] = ()
    basiskaart: Basiskaart | None = None


def kaart_lagen(session: Session) -> KaartLagen:
    """The kaartpakket and the JOP's and schouwen of the store, as far as this role may see them."""
    kaart, rol = session.kaart, session.actor.rol
    with session.store.read() as reader:
        shown_jops = (
            tuple(_shown_jop(jop, rol) for jop in jops.list_jops(reader)) if _everywhere(rol, Entiteit.JOP) else ()
        )
        # A schouw has no leader yet, so only who may read all of them sees one: nobody is shown another's.
        shown_schouwen = tuple(schouwen.list_schouwen(reader)) if _everywhere(rol, Entiteit.SCHOUW) else ()
        bekend = _bekend(reader, session.actor.account) if kaart is None else ()
        shown_gebieden = _gebieden(reader, session) if may_read_gebieden(rol) else ()
    meta, basiskaart = session.store.meta, find_basiskaart(session)
    return KaartLagen(
        naam=kaart.naam if kaart else meta.gemeente_naam,
        omtrek=kaart.omtrek if kaart else (),
        vlakken=kaart.vlakken if kaart else (),
        buurten=kaart.buurten if kaart else (),
        straten=_straten(kaart, basiskaart) if kaart else (),
        jops=shown_jops,
        schouwen=shown_schouwen,
        attributie=join_attributie(session),
        voorbeeld=meta.voorbeeld,
        pakket=kaart is not None,
        bekend=bekend,
        gebieden=shown_gebieden,
        basiskaart=basiskaart,
    )


def _straten(kaart: Kaartpakket, basiskaart: Basiskaart | None) -> tuple[Straat, ...]:
    """The named streets; on a map without tiles also the paths, big roads and rails that have no name."""
    if kaart.netwerk is None or basiskaart is not None:
        return kaart.straten
    with suppress(OSError, UserError):
        return (*kaart.straten, *_unnamed(kaart.netwerk, kaart.netwerk.stat().st_mtime_ns))
    return kaart.straten


@lru_cache(maxsize=1)
def _unnamed(netwerk: Path, _changed_ns: int) -> tuple[Straat, ...]:
    """Every map of the window asks for the same."""
    from boa_app.mapdata.netwerk import read_tekenlijnen

    return read_tekenlijnen(netwerk)


def _gebieden(reader: Reader, session: Session) -> tuple[GebiedVorm, ...]:
    today = to_local(session.now()).date()
    return tuple(
        GebiedVorm(gebied.uid, gebied.naam, str(gebied.soort), gebied.ringen, not gebied.is_over(today))
        for gebied in gebieden.list_gebieden(reader)
    )


def _bekend(reader: Reader, account: str) -> tuple[BekendePlek, ...]:
    """The plekken and where this person logged something last, one per place."""
    found = [BekendePlek(plek.uid, plek.naam, plek.lon, plek.lat) for plek in rondes.list_plekken(reader)]
    for record in meldingen.recent(reader, RECENT_OWN):
        m = record.melding
        if record.gemaakt_door == account:
            found.append(BekendePlek(record.uid, m.plaats, m.lon, m.lat, m.gebeurd_van))
    places: dict[tuple[float, float], BekendePlek] = {}
    for one in found:
        places.setdefault((round(one.lon, _SAME_PLACE_DECIMALS), round(one.lat, _SAME_PLACE_DECIMALS)), one)
    return tuple(places.values())


def _everywhere(rol: Rol, entiteit: Entiteit) -> bool:
    return any(
        row.rol is rol
        and row.entiteit is entiteit
        and row.handeling is Handeling.LEZEN
        and row.bereik is Bereik.GEMEENTE
        for row in RECHTEN
    )


def _shown_jop(jop: Jop, rol: Rol) -> Jop:
    """The whole Jop, or only its name and place for a role that may know no more."""
    if find_rechten(rol, Entiteit.JOP, Veldgroep.CODES, Handeling.LEZEN):
        return jop
    return replace(jop, code="", type="", plaatsingsdatum=None, proef_tot=None)
