"""What the map shows below and beside the meldingen."""

from __future__ import annotations

from dataclasses import dataclass

from boa_app.domain.jop import Jop
from boa_app.domain.roles import Entiteit, Handeling, has_any
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
        shown_jops = tuple(jops.list_jops(reader)) if has_any(rol, Entiteit.JOP, Handeling.LEZEN) else ()
        shown_schouwen = tuple(schouwen.list_schouwen(reader)) if has_any(rol, Entiteit.SCHOUW, Handeling.LEZEN) else ()
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
