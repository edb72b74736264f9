"""Why a piece of street counts as it does, in a few words: beside the network of streets."""

from __future__ import annotations

from boa_app.texts.entry import Zin

WOORDEN: dict[str, Zin] = {
    "straat_met_naam": Zin("{bron}: straat met een naam, {lengte}", "{bron}: street with a name, {lengte}"),
    "straat_woonerf": Zin(
        "{bron}: woonerf of voetgangersgebied, {lengte}", "{bron}: home zone or pedestrian area, {lengte}"
    ),
    "straat_achterpad": Zin("{bron}: steeg of achterpad, {lengte}", "{bron}: alley or back path, {lengte}"),
    "straat_pad": Zin("{bron}: pad zonder naam, {lengte}", "{bron}: path without a name, {lengte}"),
    "straat_kort_pad": Zin("{bron}: kort pad zonder naam, {lengte}", "{bron}: short path without a name, {lengte}"),
    "straat_stoep": Zin(
        "{bron}: stoep of oversteek, de straat zelf staat er al in, {lengte}",
        "{bron}: pavement or crossing, the street itself is there already, {lengte}",
    ),
    "straat_oprit": Zin("{bron}: oprit of parkeerweg, {lengte}", "{bron}: driveway or parking aisle, {lengte}"),
    "straat_zonder_naam": Zin("{bron}: weg zonder naam, {lengte}", "{bron}: road without a name, {lengte}"),
    "straat_prive": Zin("{bron}: niet openbaar, {lengte}", "{bron}: not public, {lengte}"),
    "straat_geen_voetganger": Zin(
        "{bron}: verboden voor voetgangers, {lengte}", "{bron}: closed to pedestrians, {lengte}"
    ),
    "straat_gesloten": Zin("{bron}: niet te voet te lopen, {lengte}", "{bron}: not to be walked, {lengte}"),
    "straat_ingedeeld": Zin(
        "{bron}: zo ingedeeld bij het inlezen, {lengte}", "{bron}: classed so when it was read, {lengte}"
    ),
    "straat_gezet": Zin("Met de hand gezet.", "Set by hand."),
    "straat_gezet_reden": Zin("Met de hand gezet: {reden}.", "Set by hand: {reden}."),
    "straat_dubbel": Zin(
        "Hier zijn twee keuzes gemaakt. De nieuwste geldt; kies opnieuw om het vast te leggen.",
        "Two choices were made here. The newest holds; choose again to settle it.",
    ),
}


def straatwoord(code: str, language: str = "nl", **fields: object) -> str:
    """The words of a code with its fields filled in. Raises KeyError for an unknown code or field."""
    entry = WOORDEN[code]
    return (entry.en if language == "en" else entry.nl).format(**fields)
