"""Errors about what leaves the program: maps as a file or on paper."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_NIETS = "Er is niets opgeslagen en niets verstuurd."
_NOTHING = "Nothing was written and nothing was sent."
FOUTEN: dict[str, Fout] = {
    "uitvoer_te_weinig": Fout(
        ("Te weinig meldingen om beschermd te tonen.", _NIETS, "Kies een langere periode of meer buurten."),
        ("Too few meldingen to show in a protected way.", _NOTHING, "Choose a longer period or more buurten."),
    ),
    "uitvoer_nog_niet": Fout(
        ("De meldingen worden nog gelezen.", _NIETS, "Wacht tot de lijst er staat en probeer het dan opnieuw."),
        ("The meldingen are still being read.", _NOTHING, "Wait until the list is there and try again."),
    ),
    "uitvoer_reden_nodig": Fout(
        ("De reden ontbreekt.", _NIETS, "Vul in waarvoor deze kaart met punten of warmte nodig is."),
        ("The reason is missing.", _NOTHING, "Fill in what this map with points or heat is needed for."),
    ),
    "uitvoer_ontvanger_nodig": Fout(
        ("De ontvanger ontbreekt.", _NIETS, "Vul in wie deze kaart krijgt."),
        ("The recipient is missing.", _NOTHING, "Fill in who gets this map."),
    ),
    "export_formaat": Fout(
        (
            "{bestand} heeft geen vorm die hier geschreven kan worden.",
            _NIETS,
            "Kies een naam op .geojson of .csv. Die openen in GIS en in Excel.",
        ),
        (
            "{bestand} is not of a kind that can be written here.",
            _NOTHING,
            "Choose a name ending in .geojson or .csv. GIS programs and Excel open those.",
        ),
    ),
    "export_exact": Fout(
        (
            "Een exacte export maakt deze opdracht niet.",
            _NIETS,
            "Laat --exact weg voor vakken van 5 of meer. Punten afdrukken kan in het venster.",
        ),
        (
            "This command makes no exact export.",
            _NOTHING,
            "Leave out --exact for squares of 5 or more. Points can be printed in the window.",
        ),
    ),
    "export_buurt": Fout(
        ("De buurt {buurt} staat niet in het kaartpakket.", _NIETS, "Geef de code, zoals BU03530001, of de naam."),
        ("The buurt {buurt} is not in the kaartpakket.", _NOTHING, "Give the code, such as BU03530001, or the name."),
    ),
    "uitvoer_bestaat": Fout(
        ("Het bestand {bestand} bestaat al.", "Het bestaande bestand is niet veranderd.", "Kies een andere naam."),
        ("The file {bestand} exists already.", "The existing file was not changed.", "Choose another name."),
    ),
    "uitvoer_schijf_vol": Fout(
        (
            "Het bestand {bestand} past niet meer op de schijf.",
            "Er is geen half bestand achtergebleven. Uw meldingen zijn veilig.",
            "Maak ruimte vrij of kies een andere schijf.",
        ),
        (
            "The file {bestand} does not fit on the disk.",
            "No half file was left behind. Your meldingen are safe.",
            "Free some space or choose another disk.",
        ),
    ),
    "uitvoer_niet_schrijfbaar": Fout(
        (
            "In de map {map} mag u niet schrijven.",
            "Er is geen bestand gemaakt.",
            "Kies een andere map, bijvoorbeeld Documenten.",
        ),
        ("You may not write in the folder {map}.", "No file was made.", "Choose another folder, such as Documents."),
    ),
    "uitvoer_map_ontbreekt": Fout(
        ("De map {map} is er niet.", "Er is geen bestand gemaakt.", "Kies een map die bestaat."),
        ("There is no folder {map}.", "No file was made.", "Choose a folder that exists."),
    ),
    "uitvoer_mislukt": Fout(
        (
            "Het bestand {bestand} kon niet worden geschreven.",
            "Er is geen half bestand achtergebleven.",
            "Probeer het opnieuw of kies een andere map.",
        ),
        (
            "The file {bestand} could not be written.",
            "No half file was left behind.",
            "Try again or choose another folder.",
        ),
    ),
    "afdruk_mislukt": Fout(
        ("De kaart kon niet worden opgemaakt.", _NIETS, "Probeer het opnieuw."),
        ("The map could not be laid out.", _NOTHING, "Try again."),
    ),
    "printer_ontbreekt": Fout(
        ("Op dit apparaat is geen printer ingesteld.", _NIETS, "Sla de kaart op als PDF en druk dat bestand af."),
        ("No printer is set up on this device.", _NOTHING, "Save the map as PDF and print that file."),
    ),
    "printer_werkt_niet": Fout(
        (
            "De printer {printer} neemt de kaart niet aan.",
            "Er is niets afgedrukt.",
            "Controleer de printer of kies PDF.",
        ),
        ("The printer {printer} does not take the map.", "Nothing was printed.", "Check the printer or choose PDF."),
    ),
}
