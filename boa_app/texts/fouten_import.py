"""Errors about importing: what a file leaves in doubt, what can never be imported, and imports that were made."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_NIETS = "Van dit bestand is niets ingelezen."
_NOTHING = "Nothing of this file was read in."
_NIETS_ALLE = "Er is niets ingelezen."
_NOTHING_AT_ALL = "Nothing was read in."
_NIETS_GEWIJZIGD = "Er is niets opgeslagen of gewijzigd."
_NOTHING_CHANGED = "Nothing was saved or changed."
FOUTEN: dict[str, Fout] = {
    "import_al_gestuurd": Fout(
        (
            "Import {nr} is al naar de centrale gestuurd.",
            _NIETS_GEWIJZIGD,
            "Laat de meldingen die niet kloppen vervallen.",
        ),
        ("Import {nr} has been sent to the centrale.", _NOTHING_CHANGED, "Void the meldingen that are wrong."),
    ),
    "import_foto": Fout(
        ("Het bestand {bestand} is een foto.", _NIETS, "Voeg hem toe bij een melding."),
        ("The file {bestand} is a photo.", _NOTHING, "Add it to a melding."),
    ),
    "import_fotos": Fout(
        ("{aantal} van de gekozen bestanden zijn foto's.", _NIETS_ALLE, "Voeg foto's toe bij een melding."),
        ("{aantal} of the chosen files are photos.", _NOTHING_AT_ALL, "Add photos to a melding."),
    ),
    "import_pdf": Fout(
        ("Het bestand {bestand} is een pdf.", _NIETS, "Vraag de afzender om een Excel- of CSV-bestand."),
        ("The file {bestand} is a PDF.", _NOTHING, "Ask the sender for an Excel or CSV file."),
    ),
    "import_document": Fout(
        ("Het bestand {bestand} is een document, geen tabel.", _NIETS, "Zet de tabel in Excel en kies dat bestand."),
        ("The file {bestand} is a document, no table.", _NOTHING, "Put the table into Excel and choose that file."),
    ),
    "import_documenten": Fout(
        (
            "{aantal} van de gekozen bestanden zijn documenten, geen tabellen.",
            _NIETS_ALLE,
            "Kies Excel- of CSV-bestanden.",
        ),
        ("{aantal} of the chosen files are documents, no tables.", _NOTHING_AT_ALL, "Choose Excel or CSV files."),
    ),
    "import_kaartbestand": Fout(
        (
            "Het bestand {bestand} is een kaartbestand (GeoPackage).",
            _NIETS,
            "Sla de punten in het kaartprogramma op als CSV, met X en Y.",
        ),
        (
            "The file {bestand} is a map file (GeoPackage).",
            _NOTHING,
            "Save its points as CSV with X and Y in the map program.",
        ),
    ),
    "import_zip": Fout(
        ("In {bestand} zit geen export van Signalen.", _NIETS, "Pak het bestand uit en kies de tabel die erin zit."),
        ("The file {bestand} holds no export of Signalen.", _NOTHING, "Unpack it and choose the table inside."),
    ),
    "import_nep_excel": Fout(
        ("Het bestand {bestand} is geen Excel-bestand, al heet het zo.", _NIETS, "Sla het in Excel opnieuw op."),
        ("The file {bestand} is no Excel file, though it is called one.", _NOTHING, "Save it again in Excel."),
    ),
    "import_map": Fout(
        ("U koos een map: {map}.", _NIETS_ALLE, "Kies de bestanden erin."),
        ("You chose a folder: {map}.", _NOTHING_AT_ALL, "Choose the files in it."),
    ),
    "import_geen_tabel": Fout(
        (
            "In {bestand} staat geen tabel met meldingen.",
            _NIETS,
            "Kies een Excel- of CSV-bestand met een kopregel, een datum en een plaats.",
        ),
        (
            "The file {bestand} holds no table of reports.",
            _NOTHING,
            "Choose an Excel or CSV file with a header row, a date and a position.",
        ),
    ),
    "import_kolom_ontbreekt": Fout(
        ("In {bestand} ontbreekt de kolom {kolom}.", _NIETS, "Vraag het hele bestand op, of kies een ander."),
        ("The column {kolom} is missing in {bestand}.", _NOTHING, "Ask for the whole file, or choose another."),
    ),
    "import_kolom_anders": Fout(
        (
            "De bestanden hebben niet dezelfde kolommen.",
            _NIETS_ALLE,
            "Kies alleen bestanden met dezelfde kolommen, of een bestand tegelijk.",
        ),
        (
            "The files do not have the same columns.",
            _NOTHING_AT_ALL,
            "Choose only files with the same columns, or one file at a time.",
        ),
    ),
    "import_nakijken": Fout(
        ("In {bestand} is nog niet zeker: {wat}.", _NIETS, "Kies eerst wat klopt. Importeer daarna opnieuw."),
        ("Not certain yet in {bestand}: {wat}.", _NOTHING, "Choose what is right first. Then import again."),
    ),
    "import_naam_bezet": Fout(
        ("Op {bestand} staat al een ander bestand.", _NIETS_GEWIJZIGD, "Kies een andere naam."),
        ("There already is another file at {bestand}.", _NOTHING_CHANGED, "Choose another name."),
    ),
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
