"""Errors and warnings about kaartpakketten: choosing, making, checking and handing over. In alphabetical order."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_VEILIG = "Het kaartpakket dat u nu gebruikt, blijft gewoon werken."
_SAFE = "The kaartpakket in use keeps working."
_REST = "De rest van het kaartpakket werkt gewoon."
_OTHERS = "The rest of the kaartpakket works as usual."
FOUTEN: dict[str, Fout] = {
    "basiskaart_verbeterd": Fout(
        (
            "In het bestand van de basiskaart klopten deze gegevens niet: {velden}.",
            "Ze zijn bepaald uit de kaartbladen zelf.",
            "U hoeft niets te doen.",
        ),
        (
            "These data in the file of the base map were wrong: {velden}.",
            "They were taken from the tiles themselves.",
            "You need not do anything.",
        ),
    ),
    "kaartpakket_actief": Fout(
        ("Het kaartpakket {naam} is nu in gebruik.", "Er is niets verwijderd.", "Kies eerst een ander kaartpakket."),
        ("The kaartpakket {naam} is in use.", "Nothing was removed.", "Choose another kaartpakket first."),
    ),
    "kaartpakket_bestand_leeg": Fout(
        ("Het bestand {bestand} is leeg.", _VEILIG, "Haal het opnieuw op en kies het nog eens."),
        ("The file {bestand} is empty.", _SAFE, "Fetch it again and choose it once more."),
    ),
    "kaartpakket_bestand_ontbreekt": Fout(
        ("Het bestand {bestand} is er niet.", _VEILIG, "Controleer de naam en de map."),
        ("The file {bestand} is not there.", _SAFE, "Check the name and the folder."),
    ),
    "kaartpakket_bestand_vreemd": Fout(
        (
            "Het bestand {bestand} past niet bij {onderdeel}.",
            _VEILIG,
            "Kies een bestand van de goede soort; welke dat zijn, staat in de handleiding.",
        ),
        (
            "The file {bestand} does not fit {onderdeel}.",
            _SAFE,
            "Choose a file of the right kind; the manual says which.",
        ),
    ),
    "kaartpakket_bezet": Fout(
        (
            "Het kaartpakket in {map} is in gebruik door een programma.",
            _VEILIG,
            "Sluit dat programma en maak het kaartpakket opnieuw. Wat al klaar is, blijft klaar.",
        ),
        (
            "The kaartpakket in {map} is in use by a program.",
            _SAFE,
            "Close that program and make the kaartpakket again. What is done stays done.",
        ),
    ),
    "kaartpakket_leeg": Fout(
        (
            "Uit wat u gaf, is geen kaartpakket te maken: geen enkel onderdeel lukte.",
            _VEILIG,
            "Lees per onderdeel wat er mis is en kies andere bestanden.",
        ),
        (
            "No kaartpakket can be made of what you gave: not one part succeeded.",
            _SAFE,
            "Read what is wrong with each part and choose other files.",
        ),
    ),
    "kaartpakket_map_vol": Fout(
        (
            "In de map {map} staat al iets anders dan een kaartpakket.",
            "Er is niets gewijzigd in die map.",
            "Kies een lege of nieuwe map.",
        ),
        (
            "The folder {map} already holds something other than a kaartpakket.",
            "Nothing in that folder was changed.",
            "Choose an empty or new folder.",
        ),
    ),
    "kaartpakket_niets_gevraagd": Fout(
        (
            "Er is niet gezegd waarvan het kaartpakket gemaakt moet worden.",
            _VEILIG,
            "Kies een gemeente, of ten minste één bestand.",
        ),
        ("Nothing was given to make the kaartpakket of.", _SAFE, "Choose a municipality, or at least one file."),
    ),
    "kaartpakket_onbekend": Fout(
        ("Dit kaartpakket is er niet meer.", _VEILIG, "Kies een ander kaartpakket in de lijst."),
        ("This kaartpakket is no longer there.", _SAFE, "Choose another kaartpakket in the list."),
    ),
    "kaartpakket_wordt_gemaakt": Fout(
        ("Dit kaartpakket wordt al gemaakt.", _VEILIG, "Wacht tot het klaar is."),
        ("This kaartpakket is already being made.", _SAFE, "Wait until it is done."),
    ),
    "onderdeel_elders": Fout(
        (
            "{onderdeel} ligt ergens anders dan {ander}.",
            "Beide zijn bewaard.",
            "Controleer of de bestanden van dezelfde gemeente zijn.",
        ),
        (
            "{onderdeel} lies elsewhere than {ander}.",
            "Both were kept.",
            "Check that the files are of the same municipality.",
        ),
    ),
    "onderdeel_van_vorige": Fout(
        (
            "{onderdeel} kon niet worden vernieuwd.",
            "Het onderdeel van het vorige kaartpakket is overgenomen.",
            "Maak het kaartpakket later opnieuw.",
        ),
        ("{onderdeel} could not be renewed.", "The part of the earlier kaartpakket was kept.", "Make it again later."),
    ),
    "straten_in_stukken": Fout(
        (
            "De straten liggen in {aantal} losse delen; het grootste heeft {procent} % van de lengte.",
            "Alle delen zijn bewaard.",
            "Kijk op de kaart of er een verbinding mist.",
        ),
        (
            "The streets lie in {aantal} separate pieces; the largest has {procent} % of the length.",
            "All pieces were kept.",
            "Look on the map whether a link is missing.",
        ),
    ),
    "straten_naar": Fout(
        ("{bestand} is geen naam voor een stratennetwerk.", "Er is niets geschreven.", "Geef een naam op .straten."),
        ("{bestand} is no name for a street network.", "Nothing was written.", "Give a name that ends in .straten."),
    ),
    "tegels_afgebroken": Fout(
        ("Het bestand {bestand} houdt halverwege op.", _VEILIG, "Haal het opnieuw op en kies het nog eens."),
        ("The file {bestand} stops halfway.", _SAFE, "Fetch it again and choose it once more."),
    ),
    "tegels_beschadigd": Fout(
        ("De kaarttegels in {bestand} zijn niet te lezen.", _VEILIG, "Haal het opnieuw op en kies het nog eens."),
        ("The map tiles in {bestand} cannot be read.", _SAFE, "Fetch it again and choose it once more."),
    ),
    "tegels_geen": Fout(
        ("In {bestand} staat geen enkele kaarttegel.", _VEILIG, "Kies een bestand met tegels van uw gemeente."),
        ("The file {bestand} holds no map tile at all.", _SAFE, "Choose a file with tiles of your municipality."),
    ),
    "tegels_soort": Fout(
        (
            "De kaarttegels in {bestand} zijn van een soort die de kaart niet kan tekenen ({soort}).",
            _VEILIG,
            "Kies tegels als PNG, JPEG, WebP of vectortegels.",
        ),
        (
            "The map tiles in {bestand} are of a kind the map cannot draw ({soort}).",
            _SAFE,
            "Choose tiles as PNG, JPEG, WebP or vector tiles.",
        ),
    ),
    "tegels_vreemd": Fout(
        ("Het bestand {bestand} is geen MBTiles en geen PMTiles.", _VEILIG, "Kies een bestand van een van die twee."),
        ("The file {bestand} is neither MBTiles nor PMTiles.", _SAFE, "Choose a file of one of those two."),
    ),
}
