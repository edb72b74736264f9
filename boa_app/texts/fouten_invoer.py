"""Errors about files that are read or written, and about the command line."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_NIETS = "Van dit bestand is niets ingelezen."
_NOTHING = "Nothing of this file was read in."
_NIETS_GEWIJZIGD = "Er is niets opgeslagen of gewijzigd."
_NOTHING_CHANGED = "Nothing was saved or changed."
FOUTEN: dict[str, Fout] = {
    "bestand_ontbreekt": Fout(
        ("Het bestand {bestand} is er niet.", _NIETS, "Controleer de naam en de map."),
        ("There is no file {bestand}.", _NOTHING, "Check the name and the folder."),
    ),
    "bestand_leeg": Fout(
        ("Het bestand {bestand} is leeg.", _NIETS, "Kies een ander bestand."),
        ("The file {bestand} is empty.", _NOTHING, "Choose another file."),
    ),
    "bestand_onleesbaar": Fout(
        (
            "Het bestand {bestand} kan niet worden gelezen.",
            _NIETS,
            "Controleer of het bestand heel is en of u het mag lezen.",
        ),
        ("The file {bestand} cannot be read.", _NOTHING, "Check that it is whole and that you may read it."),
    ),
    "bestand_te_groot": Fout(
        ("Het bestand {bestand} is te groot.", _NIETS, "Splits het in delen van hooguit {max_mb} MB."),
        ("The file {bestand} is too large.", _NOTHING, "Split it into parts of at most {max_mb} MB."),
    ),
    "bestandssoort_onbekend": Fout(
        ("Het bestand {bestand} is geen tekst ({soort}).", _NIETS, "Sla het op als CSV en kies dat bestand."),
        ("The file {bestand} is no text ({soort}).", _NOTHING, "Save it as CSV and choose that file."),
    ),
    "codering_onbekend": Fout(
        ("De tekencodering {codering} bestaat niet.", _NIETS_GEWIJZIGD, "Gebruik bijvoorbeeld utf-8 of cp1252."),
        ("There is no text encoding {codering}.", _NOTHING_CHANGED, "Use utf-8 or cp1252, for example."),
    ),
    "regel_te_lang": Fout(
        ("In {bestand} staat een regel van meer dan {max_kb} kB.", _NIETS, "Controleer of dit een tabel is."),
        ("{bestand} holds a line of more than {max_kb} kB.", _NOTHING, "Check that this is a table."),
    ),
    "te_veel_kolommen": Fout(
        ("De tabel in {bestand} heeft meer dan {max} kolommen.", _NIETS, "Haal kolommen weg die niet nodig zijn."),
        ("The table in {bestand} has more than {max} columns.", _NOTHING, "Remove columns that are not needed."),
    ),
    "tabel_onleesbaar": Fout(
        ("De tabel in {bestand} is onleesbaar vanaf rij {rij}.", _NIETS, "Controleer de aanhalingstekens in die rij."),
        ("The table in {bestand} cannot be read from row {rij}.", _NOTHING, "Check the quotation marks in that row."),
    ),
    "kolom_ontbreekt": Fout(
        ("In {bestand} ontbreekt de kolom {kolom}.", _NIETS, "Kies een ander profiel of een ander bestand."),
        ("The column {kolom} is missing in {bestand}.", _NOTHING, "Choose another profile or another file."),
    ),
    "kolom_onbekend": Fout(
        ("De tabel heeft geen kolom {kolom}.", _NIETS, "Verbeter de naam in het kolommenbestand."),
        ("The table has no column {kolom}.", _NOTHING, "Correct the name in the columns file."),
    ),
    "kolommen_niet_gevonden": Fout(
        (
            "In {bestand} is geen kolom gevonden voor {kolommen}.",
            _NIETS,
            "Elke rij heeft een datum en een plaats nodig, zoals X en Y."
            " Heten die kolommen anders? Wijs ze dan aan met --kolommen.",
        ),
        (
            "No column was found in {bestand} for {kolommen}.",
            _NOTHING,
            "Every row needs a date and a position, such as X and Y."
            " If those columns have other names, point them out with --kolommen.",
        ),
    ),
    "kolommenbestand_ongeldig": Fout(
        ("Het kolommenbestand {bestand} klopt niet ({veld}).", _NIETS_GEWIJZIGD, "Verbeter dit bestand."),
        ("The columns file {bestand} is not valid ({veld}).", _NOTHING_CHANGED, "Correct this file."),
    ),
    "profiel_onbekend": Fout(
        ("Het profiel {profiel} bestaat niet.", _NIETS_GEWIJZIGD, "Kies auto, police-uk, signalen of tabel."),
        ("There is no profile {profiel}.", _NOTHING_CHANGED, "Choose auto, police-uk, signalen or tabel."),
    ),
    "invoer_ongeldig": Fout(
        ("De invoer is geen geldige JSON.", _NIETS_GEWIJZIGD, "Geef één object met velden van een melding."),
        ("The input is no valid JSON.", _NOTHING_CHANGED, "Give one object with fields of a melding."),
    ),
    "afgekeurd_bezet": Fout(
        ("Op {bestand} staat al een ander bestand.", _NIETS_GEWIJZIGD, "Kies een andere plek met --afgekeurd."),
        ("There already is another file at {bestand}.", _NOTHING_CHANGED, "Choose another place with --afgekeurd."),
    ),
    "afgekeurd_niet_schrijfbaar": Fout(
        (
            "De lijst met afgekeurde rijen kan niet naar {bestand}.",
            _NIETS_GEWIJZIGD,
            "Kies een andere plek met --afgekeurd.",
        ),
        ("The list of rejected rows cannot go to {bestand}.", _NOTHING_CHANGED, "Choose another with --afgekeurd."),
    ),
    "afgekeurd_niet_geschreven": Fout(
        (
            "De lijst met afgekeurde rijen is niet geschreven: {bestand}.",
            "De goede rijen zijn verwerkt.",
            "Maak ruimte vrij en importeer opnieuw: bestaande rijen komen er niet dubbel in.",
        ),
        (
            "The list of rejected rows was not written: {bestand}.",
            "The good rows were handled.",
            "Free some space and import again: rows are never added twice.",
        ),
    ),
    "invoer_te_groot": Fout(
        ("De invoer is groter dan {max_kb} kB.", _NIETS_GEWIJZIGD, "Geef één object met velden van een melding."),
        ("The input is larger than {max_kb} kB.", _NOTHING_CHANGED, "Give one object with fields of a melding."),
    ),
    "tekst_onleesbaar": Fout(
        ("De opdracht bevat tekens die geen tekst zijn.", _NIETS_GEWIJZIGD, "Typ de opdracht opnieuw."),
        ("The command holds signs that are no text.", _NOTHING_CHANGED, "Type the command again."),
    ),
    "map_leeg": Fout(
        ("Achter --store staat geen map.", _NIETS_GEWIJZIGD, "Noem de map van de opslag of laat --store weg."),
        ("There is no folder after --store.", _NOTHING_CHANGED, "Name the folder of the store or leave --store out."),
    ),
    "jaren_ongeldig": Fout(
        (
            "Deze jaren kunnen niet.",
            _NIETS_GEWIJZIGD,
            "Kies jaren van {van} tot en met {tot}, het eerste niet na het laatste.",
        ),
        (
            "These years are not possible.",
            _NOTHING_CHANGED,
            "Choose years from {van} to {tot}, the first not after the last.",
        ),
    ),
    "dag_ongeldig": Fout(
        ("Dit is geen datum.", "Er is niets gewijzigd.", "Vul de dag in als dd-mm-jjjj, zoals 20-11-2026."),
        ("This is no date.", "Nothing was changed.", "Fill in the day as dd-mm-yyyy, such as 20-11-2026."),
    ),
    "dagen_omgekeerd": Fout(
        ("De dag achter --van ligt na die achter --tot.", _NIETS_GEWIJZIGD, "Wissel de twee dagen om."),
        ("The day after --van lies after the one after --tot.", _NOTHING_CHANGED, "Swap the two days."),
    ),
    "aantal_ongeldig": Fout(
        ("Dit aantal kan niet.", _NIETS_GEWIJZIGD, "Kies een aantal van 0 tot en met {max}."),
        ("This number is not possible.", _NOTHING_CHANGED, "Choose a number from 0 to {max}."),
    ),
    "geen_voorbeeld": Fout(
        (
            "In de map {map} staan eigen gegevens, geen voorbeeld.",
            "Die gegevens zijn niet aangeraakt.",
            "Kies voor het voorbeeld een andere map.",
        ),
        ("The folder {map} holds real data, no example.", "Those data were not touched.", "Choose another folder."),
    ),
    "opdracht_onjuist": Fout(
        ("De opdracht klopt niet: {melding}.", _NIETS_GEWIJZIGD, "Vraag uitleg met {opdracht} --help."),
        ("The command is not right: {melding}.", _NOTHING_CHANGED, "Ask for help with {opdracht} --help."),
    ),
    "afgebroken": Fout(
        ("U hebt dit gestopt.", "Wat eerder is opgeslagen, blijft bewaard. Er is niets half ingelezen.", ""),
        ("You stopped this.", "What was saved before is kept. Nothing was read in by half.", ""),
    ),
}
