"""Every word on a map that leaves the program, and the protected HTML file as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from boa_app.mapping.export_html import Kaarttekst, make_html
from boa_app.mapping.raster import describe_raster
from boa_app.texts import formats
from boa_app.texts.filterzin import filterzin
from boa_app.texts.kaartwoorden import kaartwoord
from boa_app.usecases.beschermd import Beschermd, Periodesoort, Publiek
from boa_app.usecases.gebieden import lijst_gebieden
from boa_app.usecases.kaart import KaartLagen
from boa_app.usecases.kaartuitvoer import Vraag, filter_woorden
from boa_app.usecases.overzicht import Filter
from boa_app.usecases.session import Session

_PERIODEN = {
    Periodesoort.KWARTAAL: "periode_kwartaal",
    Periodesoort.HALFJAAR: "periode_halfjaar",
    Periodesoort.JAAR: "periode_jaar",
}
_KLASSEN = ("klasse_minder", "klasse_gemiddeld", "klasse_meer")


@dataclass(frozen=True, slots=True)
class Bladtekst:
    """The words of one sheet. merk: on example data, else empty; schaal holds {schaal}; stand: moment and sources."""

    titel: str
    filter: str
    merk: str
    zinnen: tuple[str, ...]
    schaal: str
    stand: str


def blad_tekst(
    session: Session, vraag: Vraag, lagen: KaartLagen, beschermd: Beschermd | None = None, language: str = "nl"
) -> Bladtekst:
    """The words for paper and PNG. beschermd: the grid on it, None for the layers of the screen."""
    if beschermd is None:
        made = kaartwoord("kaart_stand", language, moment=formats.moment(session.now(), language))
        zinnen = _exact_sentences(language, is_precies=vraag.is_precies)
    else:
        made = kaartwoord("kaart_vastgesteld", language, moment=formats.moment(beschermd.op, language))
        zinnen = beschermde_zinnen(beschermd, language)
    return Bladtekst(
        titel=kaartwoord("kaart_titel", language, gemeente=session.store.meta.gemeente_naam),
        filter=_filter_line(session, vraag.wanted, language),
        merk=_mark(session, language),
        zinnen=zinnen,
        schaal=kaartwoord("kaart_schaal", language, schaal="{schaal}"),
        stand=" · ".join(part for part in (made, lagen.attributie) if part),
    )


def raster_voor_kaart(beschermd: Beschermd, language: str = "nl") -> tuple[dict[str, Any], dict[str, Any]]:
    """What the map page draws and what it puts in the legend."""
    with_figures = beschermd.publiek is Publiek.TEAM
    legend = {
        "titel": kaartwoord("kaart_klassen", language),
        "zinnen": [kaartwoord("kaart_per_vak", language)] if with_figures else [],
        "klassen": [kaartwoord(code, language) for code in _KLASSEN],
        "weinig": kaartwoord("te_weinig", language),
    }
    return describe_raster(beschermd.raster, cijfers=with_figures), legend


def maak_kaart_html(session: Session, beschermd: Beschermd, lagen: KaartLagen, language: str = "nl") -> bytes:
    """The protected map as one file; the same grid over the same kaartpakket gives the same bytes.

    Raises EnvironmentProblem onderdeel_ontbreekt(onderdeel).
    """
    with_figures = beschermd.publiek is Publiek.TEAM
    legend = raster_voor_kaart(beschermd, language)[1]
    tekst = Kaarttekst(
        taal=language,
        titel=kaartwoord("kaart_titel", language, gemeente=session.store.meta.gemeente_naam),
        filter=_filter_line(session, beschermd.wanted, language),
        merk=_mark(session, language),
        zinnen=(*legend["zinnen"], *beschermde_zinnen(beschermd, language)),
        legenda=legend["titel"],
        klassen=legend["klassen"],
        weinig=legend["weinig"],
        gemaakt=kaartwoord("kaart_vastgesteld", language, moment=formats.moment(beschermd.op, language)),
        lijst=kaartwoord("kaart_lijst", language),
        kolommen=[kaartwoord(code, language) for code in ("kolom_buurt", "kolom_vak", "kolom_klasse", "kolom_aantal")],
        buiten=kaartwoord("buiten_buurten", language),
        kaart=kaartwoord("kaart_hulp", language),
        inzoomen=kaartwoord("kaart_inzoomen", language),
        uitzoomen=kaartwoord("kaart_uitzoomen", language),
    )
    return make_html(beschermd.raster, lagen, tekst, cijfers=with_figures).encode("utf-8")


def _filter_line(session: Session, wanted: Filter, language: str) -> str:
    namen = {gebied.uid: gebied.naam for gebied in lijst_gebieden(session)} if wanted.gebieden else {}
    return filterzin(filter_woorden(session, wanted, namen, language), language)


def _mark(session: Session, language: str) -> str:
    return kaartwoord("kaart_voorbeeld", language) if session.store.meta.voorbeeld else ""


def beschermde_zinnen(beschermd: Beschermd, language: str = "nl") -> tuple[str, ...]:
    """What whoever gets a protected grid must know about it."""
    soort = kaartwoord(_PERIODEN[beschermd.soort], language)
    moment, k = formats.moment(beschermd.op, language), beschermd.raster.k
    told = [kaartwoord("kaart_beschermd", language, k=k)]
    if beschermd.perioden == 1:
        told.append(kaartwoord("kaart_vast", language, soort=soort, moment=moment))
    else:
        told.append(kaartwoord("kaart_opgeteld", language, aantal=beschermd.perioden, soort=soort, k=k, moment=moment))
    if not beschermd.raster.met_adressen:
        told.append(kaartwoord("kaart_zonder_adressen", language))
    if beschermd.wanted.buurten:
        told.append(kaartwoord("kaart_buurten", language))
    told.append(kaartwoord("kaart_telt", language))
    if beschermd.publiek is Publiek.TEAM:
        told.append(kaartwoord("kaart_team", language))
    return tuple(told)


def _exact_sentences(language: str, *, is_precies: bool) -> tuple[str, ...]:
    return (kaartwoord("kaart_inwendig", language), kaartwoord("kaart_telt", language)) if is_precies else ()
