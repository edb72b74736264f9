"""Errors about looppakketten: what goes along on a schouw and comes back with findings."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_LOOP = "Er is niets overgenomen. Het bestand is niet veranderd."
_WALK = "Nothing was taken over. The file was not changed."
FOUTEN: dict[str, Fout] = {
    "looppakket_geen": Fout(
        ("Dit is geen looppakket.", _LOOP, "Kies het bestand dat u voor de schouw kreeg; de naam eindigt op .boal."),
        ("This is no looppakket.", _WALK, "Choose the file you were given for the schouw; its name ends in .boal."),
    ),
    "looppakket_beschadigd": Fout(
        (
            "Dit looppakket is beschadigd of niet helemaal gekopieerd.",
            _LOOP,
            "Kopieer het opnieuw of vraag een nieuw bestand.",
        ),
        ("This looppakket is damaged or was not copied completely.", _WALK, "Copy it again or ask for a new file."),
    ),
    "looppakket_nieuwer": Fout(
        ("Dit looppakket is gemaakt door een nieuwere versie.", _LOOP, "Werk dit programma bij en open het daarna."),
        ("This looppakket was made by a newer version.", _WALK, "Update this program and open it after that."),
    ),
    "looppakket_te_groot": Fout(
        ("Dit bestand is te groot voor een looppakket.", _LOOP, "Kies het bestand dat u voor de schouw kreeg."),
        ("This file is too large for a looppakket.", _WALK, "Choose the file you were given for the schouw."),
    ),
    "looppakket_wachtwoord": Fout(
        (
            "Het wachtwoord van het looppakket klopt niet.",
            _LOOP,
            "Typ het wachtwoord dat u bij het bestand kreeg nog eens over.",
        ),
        (
            "The passphrase of the looppakket is not right.",
            _WALK,
            "Type the passphrase you were given with the file again.",
        ),
    ),
    "looppakket_wachtwoord_kort": Fout(
        (
            "Het wachtwoord is te kort.",
            "Er is geen bestand gemaakt.",
            "Kies een wachtwoord van ten minste {min} tekens.",
        ),
        ("The passphrase is too short.", "No file was made.", "Choose a passphrase of at least {min} characters."),
    ),
    "looppakket_verlopen": Fout(
        (
            "Dit looppakket is verlopen op {op}.",
            "De gegevens erin zijn niet meer te openen.",
            "Vraag de schouwleider of de teamleider om een nieuw bestand.",
        ),
        (
            "This looppakket expired on {op}.",
            "What is in it can no longer be opened.",
            "Ask the schouwleider or the teamleider for a new file.",
        ),
    ),
    "looppakket_vreemd": Fout(
        (
            "Deze bevindingen horen bij een looppakket van een ander apparaat.",
            _LOOP,
            "Lees ze in op het apparaat dat het looppakket maakte.",
        ),
        (
            "These findings belong to a looppakket of another device.",
            _WALK,
            "Read them in on the device that made the looppakket.",
        ),
    ),
    "looppakket_geldigheid": Fout(
        (
            "Zo lang mag een looppakket niet geldig zijn.",
            "Er is geen bestand gemaakt.",
            "Kies een dag binnen {dagen} dagen.",
        ),
        ("A looppakket may not be valid for so long.", "No file was made.", "Choose a day within {dagen} days."),
    ),
    "schouw_onbekend": Fout(
        ("Deze schouw is er niet meer.", "Er is niets veranderd.", "Kies een schouw uit de lijst."),
        ("This schouw is no longer there.", "Nothing was changed.", "Choose a schouw from the list."),
    ),
}
