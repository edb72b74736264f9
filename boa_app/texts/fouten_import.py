"""Errors about importing: what a file leaves in doubt, what can never be imported, and imports that were made."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_NIETS = "Van dit bestand is niets ingelezen."
_NOTHING = "Nothing of this file was read in."
_NIETS_GEWIJZIGD = "Er is niets opgeslagen of gewijzigd."
_NOTHING_CHANGED = "Nothing was saved or changed."
FOUTEN: dict[str, Fout] = {
    "import_twijfel": Fout(
        (
            "In {bestand} is niet zeker: {wat} ({keuzes}).",
            _NIETS,
            "Kies in het venster wat klopt, of zet het in een bestand bij --kolommen.",
        ),
        (
            "Not certain in {bestand}: {wat} ({keuzes}).",
            _NOTHING,
            "Choose what is right in the window, or put it into a file for --kolommen.",
        ),
    ),
    "teltabel": Fout(
        (
            "{bestand} bevat aantallen per wijk en periode, geen losse meldingen.",
            _NIETS,
            "Zo'n tabel hoort bij de analyse. Vraag de politie om een bestand met een rij per melding.",
        ),
        (
            "{bestand} holds counts per area and period, no single reports.",
            _NOTHING,
            "Such a table is for the analysis. Ask the police for a file with one row per report.",
        ),
    ),
    "zip_onbekend": Fout(
        (
            "In {bestand} zit geen export van Signalen en geen werkmap.",
            _NIETS,
            "Pak het bestand uit en kies de tabel die erin zit.",
        ),
        ("{bestand} is no export of Signalen and no workbook.", _NOTHING, "Unpack it and choose the table inside."),
    ),
    "signalen_onvolledig": Fout(
        (
            "In de export van Signalen {bestand} ontbreekt {onderdeel}.",
            _NIETS,
            "Maak de export opnieuw en kies de hele zip.",
        ),
        ("{onderdeel} is missing in the Signalen export {bestand}.", _NOTHING, "Make the export again, whole."),
    ),
    "werkmap_te_groot": Fout(
        ("De werkmap {bestand} is te groot.", _NIETS, "Sla het blad op als CSV, of splits het; hooguit {max_mb} MB."),
        ("The workbook {bestand} is too large.", _NOTHING, "Save the sheet as CSV or split it; {max_mb} MB at most."),
    ),
    "werkmap_beveiligd": Fout(
        ("De werkmap {bestand} heeft een wachtwoord.", _NIETS, "Haal het wachtwoord eraf in Excel en kies opnieuw."),
        ("The workbook {bestand} has a password.", _NOTHING, "Remove it in Excel and choose again."),
    ),
    "werkblad_onbekend": Fout(
        ("In {bestand} is geen blad {blad}.", _NIETS, "Kies een blad dat er wel in zit."),
        ("There is no sheet {blad} in {bestand}.", _NOTHING, "Choose a sheet that is there."),
    ),
    "profiel_past_niet": Fout(
        ("Het profiel {profiel} past niet bij {bestand}.", _NIETS, "Kies auto."),
        ("The profile {profiel} does not fit {bestand}.", _NOTHING, "Choose auto."),
    ),
    "keuze_ongeldig": Fout(
        ("De keuze {waarde} bestaat niet voor {wat}.", _NIETS_GEWIJZIGD, "Kies een van de getoonde mogelijkheden."),
        ("There is no choice {waarde} for {wat}.", _NOTHING_CHANGED, "Choose one of those shown."),
    ),
    "bestand_gewijzigd": Fout(
        ("{bestand} is veranderd sinds het bekeken is.", _NIETS, "Bekijk het bestand opnieuw voordat u het inleest."),
        ("{bestand} changed since it was looked at.", _NOTHING, "Look at it again before reading it in."),
    ),
    "import_niet_hervatbaar": Fout(
        ("Import {nr} kan niet verder.", _NIETS_GEWIJZIGD, "Kies het bestand opnieuw."),
        ("Import {nr} cannot go on.", _NOTHING_CHANGED, "Choose the file again."),
    ),
    "import_niet_ongedaan": Fout(
        ("Import {nr} kan niet ongedaan worden gemaakt.", _NIETS_GEWIJZIGD, "Kies een import die klaar is."),
        ("Import {nr} cannot be undone.", _NOTHING_CHANGED, "Choose one that is finished."),
    ),
}
