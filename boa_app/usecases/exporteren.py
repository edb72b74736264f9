"""Protected exports as data: the squares of whole fixed periods in a file, under the rules of the protected map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from boa_app.domain.errors import BoaError, UserError
from boa_app.domain.moments import to_iso
from boa_app.exchange.vakken import to_csv, to_geojson
from boa_app.usecases.beschermd import Beschermd, Publiek, beschermd_raster, openbaar_raster
from boa_app.usecases.buurten import bekende_buurten
from boa_app.usecases.kaarttekst import beschermde_zinnen
from boa_app.usecases.kaartuitvoer import Inhoud, Uitweg, Vraag, log_mislukt, schrijf_uitvoer, sta_uitvoer_toe
from boa_app.usecases.overzicht import Filter, load_overzicht
from boa_app.usecases.session import Session

FORMATEN = {".geojson": Uitweg.GEOJSON, ".csv": Uitweg.CSV}


@dataclass(frozen=True, slots=True)
class Exportverslag:
    """What was written. rijen: squares; van, tot: the whole fixed periods it is really of, both inclusive; zinnen: what
    whoever gets it must know."""

    rijen: int
    bestand: str
    van: date
    tot: date
    zinnen: tuple[str, ...]


def formaat_van(path: Path) -> Uitweg:
    """What a file name asks for. Raises UserError export_formaat(bestand)."""
    try:
        return FORMATEN[path.suffix.lower()]
    except KeyError as error:
        raise UserError("export_formaat", bestand=path.name) from error


def vind_buurten(session: Session, asked: Sequence[str]) -> frozenset[str]:
    """The codes of buurten named by code or name. Raises UserError export_buurt(buurt)."""
    known = bekende_buurten(session.kaart)
    codes = {word.casefold(): buurt.code for buurt in known for word in (buurt.naam, buurt.code)}
    for word in asked:
        if word.casefold() not in codes:
            raise UserError("export_buurt", buurt=word)
    return frozenset(codes[word.casefold()] for word in asked)


def exporteer_vakken(session: Session, path: Path, wanted: Filter, publiek: Publiek) -> Exportverslag:
    """Write the protected squares; wanted: its period goes outward to whole fixed periods, its buurten choose squares.

    For OPENBAAR no filter holds. Raises UserError export_formaat, geen_recht, uitvoer_te_weinig and what
    `schrijf_uitvoer` raises.
    """
    uitweg = formaat_van(path)
    overzicht = load_overzicht(session)
    is_team = publiek is Publiek.TEAM
    made = beschermd_raster(session, overzicht, wanted) if is_team else openbaar_raster(session, overzicht)
    inhoud = Inhoud.TEAM if is_team else Inhoud.OPENBAAR
    vraag = Vraag(uitweg, inhoud, made.wanted, made.raster.getoond)
    sta_uitvoer_toe(session, vraag)
    zinnen = beschermde_zinnen(made)
    try:
        schrijf_uitvoer(path, _bytes(made, uitweg, zinnen))
    except BoaError:
        log_mislukt(session, vraag)
        raise
    van, tot = made.wanted.van, made.wanted.tot
    if van is None or tot is None:
        raise RuntimeError("periode")
    return Exportverslag(made.raster.x_m.size, str(path), van, tot, zinnen)


def _bytes(made: Beschermd, uitweg: Uitweg, zinnen: tuple[str, ...]) -> bytes:
    with_figures = made.publiek is Publiek.TEAM
    if uitweg is Uitweg.CSV:
        return to_csv(made.raster, cijfers=with_figures)
    van, tot = made.wanted.van, made.wanted.tot
    over = {"van": str(van), "tot": str(tot), "vastgesteld_op": to_iso(made.op), "toelichting": list(zinnen)}
    return to_geojson(made.raster, cijfers=with_figures, over=over)
