"""Errors about street files and the street network made of them. In alphabetical order."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_VEILIG = "De straten die u nu gebruikt, blijven gewoon werken."
_SAFE = "The streets in use keep working."
_OPNIEUW = "Haal het bestand opnieuw op en kies het nog eens."
_AGAIN = "Fetch the file again and choose it once more."
FOUTEN: dict[str, Fout] = {
    "netwerk_beschadigd": Fout(
        ("Het stratennet {bestand} is beschadigd.", _VEILIG, "Maak het opnieuw van de bron."),
        ("The street network {bestand} is damaged.", _SAFE, "Make it again from its source."),
    ),
    "netwerk_nieuwer": Fout(
        (
            "Het stratennet {bestand} is gemaakt met een nieuwere versie ({versie}; dit programma kent {kent}).",
            _VEILIG,
            "Werk het programma bij, of maak het stratennet hier opnieuw.",
        ),
        (
            "The street network {bestand} was made by a newer version ({versie}; this program knows {kent}).",
            _SAFE,
            "Update the program, or make the street network here again.",
        ),
    ),
    "netwerk_ontbreekt": Fout(
        ("Het stratennet {bestand} is er niet.", _VEILIG, "Controleer de naam en de map."),
        ("The street network {bestand} is not there.", _SAFE, "Check the name and the folder."),
    ),
    "netwerk_vreemd": Fout(
        (
            "{bestand} is geen stratennet van dit programma.",
            _VEILIG,
            "Kies een bestand dat met straten importeren is gemaakt.",
        ),
        (
            "{bestand} is no street network of this program.",
            _SAFE,
            "Choose a file that was made by importing streets.",
        ),
    ),
    "straten_bestand_beschadigd": Fout(
        ("Het straatbestand {bestand} is beschadigd of afgebroken.", _VEILIG, _OPNIEUW),
        ("The street file {bestand} is damaged or cut off.", _SAFE, _AGAIN),
    ),
    "straten_bestand_groot": Fout(
        (
            "Het straatbestand {bestand} is groter dan {max_mb} MB.",
            _VEILIG,
            "Kies een uittreksel van één provincie of gemeente.",
        ),
        (
            "The street file {bestand} is larger than {max_mb} MB.",
            _SAFE,
            "Choose an extract of one province or municipality.",
        ),
    ),
    "straten_bestand_leeg": Fout(
        ("Het straatbestand {bestand} is leeg.", _VEILIG, _OPNIEUW),
        ("The street file {bestand} is empty.", _SAFE, _AGAIN),
    ),
    "straten_bestand_ontbreekt": Fout(
        ("Het straatbestand {bestand} is er niet.", _VEILIG, "Controleer de naam en de map."),
        ("The street file {bestand} is not there.", _SAFE, "Check the name and the folder."),
    ),
    "straten_bestand_vreemd": Fout(
        (
            "{bestand} is geen bestand met straten dat dit programma kent.",
            _VEILIG,
            "Kies een bestand van OpenStreetMap (.osm.pbf of .osm.gz) of een GeoPackage met wegen.",
        ),
        (
            "{bestand} is no file with streets that this program knows.",
            _SAFE,
            "Choose a file of OpenStreetMap (.osm.pbf or .osm.gz) or a GeoPackage with roads.",
        ),
    ),
    "straten_geen_wegen": Fout(
        (
            "In {bestand} staat binnen dit gebied geen weg waar men lopen mag.",
            _VEILIG,
            "Controleer of het bestand van de goede gemeente is.",
        ),
        (
            "{bestand} holds no way in this area that people may walk.",
            _SAFE,
            "Check that the file is of the right municipality.",
        ),
    ),
    "straten_gestopt": Fout(
        ("Het inlezen van de straten is gestopt.", _VEILIG, "Begin opnieuw wanneer u wilt."),
        ("Reading the streets was stopped.", _SAFE, "Start again whenever you want."),
    ),
}
