"""What the map shows below and beside the meldingen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from boa_app.domain.jop import Jop
from boa_app.domain.roles import RECHTEN, Bereik, Entiteit, Handeling, Rol, Veldgroep, find_rechten
from boa_app.domain.schouw import Schouw
from boa_app.mapdata.pakket import Buurt, Rings, Straat, Vlak
from boa_app.store import jops, schouwen
from boa_app.usecases.session import Session


@dataclass(frozen=True, slots=True)
class KaartLagen:
    """The layers of one map; positions (lon, lat) WGS84. pakket: whether there is a kaartpakket below the points."""

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


def kaart_lagen(session: Session) -> KaartLagen:
    """The kaartpakket and the JOP's and schouwen of the store, as far as this role may see them."""
    kaart, rol = session.kaart, session.actor.rol
    with session.store.read() as reader:
        shown_jops = (
            tuple(_shown_jop(jop, rol) for jop in jops.list_jops(reader)) if _everywhere(rol, Entiteit.JOP) else ()
        )
        # A schouw has no leader yet, so only who may read all of them sees one: nobody is shown another's.
        shown_schouwen = tuple(schouwen.list_schouwen(reader)) if _everywhere(rol, Entiteit.SCHOUW) else ()
    meta = session.store.meta
    return KaartLagen(
        naam=kaart.naam if kaart else meta.gemeente_naam,
        omtrek=kaart.omtrek if kaart else (),
        vlakken=kaart.vlakken if kaart else (),
        buurten=kaart.buurten if kaart else (),
        straten=kaart.straten if kaart else (),
        jops=shown_jops,
        schouwen=shown_schouwen,
        attributie=kaart.attributie if kaart else "",
        voorbeeld=meta.voorbeeld,
        pakket=kaart is not None,
    )


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
