"""Errors about syncing by hand: files on a stick and sealed outboxes."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_NIETS = "Er is niets overgenomen en niets weggegooid. Uw werk is veilig."
_NOTHING = "Nothing was taken over and nothing was thrown away. Your work is safe."
_NIETS_CENTRALE = "De centrale heeft niets overgenomen. Het werk staat nog op het apparaat."
_NOTHING_CENTRE = "The centre took nothing over. The work is still on the device."
FOUTEN: dict[str, Fout] = {
    "usb_onleesbaar": Fout(
        (
            "Het bestand {bestand} is niet te lezen.",
            _NIETS,
            "Haal de USB-stick eruit, steek hem er weer in en probeer het opnieuw.",
        ),
        ("The file {bestand} cannot be read.", _NOTHING, "Take the USB stick out, put it back in and try again."),
    ),
    "usb_te_groot": Fout(
        ("Dit bestand is te groot.", _NIETS, "Kies het bestand dat boa-app of de centrale maakte."),
        ("This file is too large.", _NOTHING, "Choose the file that boa-app or the centre made."),
    ),
    "usb_beschadigd": Fout(
        (
            "Dit bestand is beschadigd of niet helemaal gekopieerd.",
            _NIETS,
            "Kopieer het opnieuw of maak een nieuw bestand.",
        ),
        ("This file is damaged or was not copied completely.", _NOTHING, "Copy it again or make a new file."),
    ),
    "usb_nieuwer": Fout(
        (
            "Dit bestand is gemaakt door een nieuwere versie ({versie}) dan dit programma kent ({kent}).",
            _NIETS,
            "Werk dit programma bij en probeer het opnieuw.",
        ),
        (
            "This file was made by a newer version ({versie}) than this program knows ({kent}).",
            _NOTHING,
            "Update this program and try again.",
        ),
    ),
    "usb_nieuwer_antwoord": Fout(
        (
            "Dit antwoord is gemaakt door een nieuwere versie van de centrale.",
            _NIETS,
            "Werk dit programma bij en lees het antwoord daarna.",
        ),
        (
            "This answer was made by a newer version of the centre.",
            _NOTHING,
            "Update this program and read the answer after that.",
        ),
    ),
    "usb_geen_antwoord": Fout(
        ("Dit is geen antwoord van de centrale.", _NIETS, "Kies het bestand dat de centrale teruggaf."),
        ("This is no answer of the centre.", _NOTHING, "Choose the file that the centre gave back."),
    ),
    "usb_antwoord_verlopen": Fout(
        (
            "Dit antwoord geldt niet meer: de centrale is daarna hersteld.",
            _NIETS,
            "Schrijf een nieuw bestand en breng dat naar de centrale.",
        ),
        (
            "This answer no longer holds: the centre was restored after it.",
            _NOTHING,
            "Write a new file and take it to the centre.",
        ),
    ),
    "usb_meer_klaar": Fout(
        (
            "Er staat meer klaar dan in dit antwoord paste.",
            "Wat in het antwoord zat, staat nu op dit apparaat.",
            "Schrijf nog een bestand en haal daarmee de rest op.",
        ),
        (
            "There is more than fitted in this answer.",
            "What was in the answer is on this device now.",
            "Write another file and fetch the rest with it.",
        ),
    ),
    "usb_beginstand_te_groot": Fout(
        (
            "De gegevens van de centrale passen niet in één bestand.",
            "Uw eigen werk is verwerkt. Er is niets van dit apparaat gehaald.",
            "Maak één keer verbinding met de centrale. Daarna gaat het weer met bestanden.",
        ),
        (
            "The records of the centre do not fit in one file.",
            "Your own work was handled. Nothing was taken off this device.",
            "Connect to the centre once. After that files will do again.",
        ),
    ),
    "usb_ander_toestel": Fout(
        (
            "Dit is niet het antwoord voor dit apparaat.",
            _NIETS,
            "Kies het antwoord op het bestand dat u op dit apparaat maakte.",
        ),
        (
            "This is not the answer for this device.",
            _NOTHING,
            "Choose the answer to the file that you made on this device.",
        ),
    ),
    "usb_nog_geen_contact": Fout(
        (
            "Dit apparaat had nog geen contact met de centrale.",
            "Alles op dit apparaat is veilig opgeslagen.",
            "Maak eerst een keer verbinding met de centrale.",
        ),
        (
            "This device has never reached the centre.",
            "Everything on this device is safely stored.",
            "Connect to the centre once first.",
        ),
    ),
    "usb_geen_pakket": Fout(
        (
            "Dit is geen bestand van boa-app.",
            _NIETS_CENTRALE,
            "Kies het bestand dat op het apparaat is gemaakt; de naam eindigt op .boaz.",
        ),
        (
            "This is not a file of boa-app.",
            _NOTHING_CENTRE,
            "Choose the file that was made on the device; its name ends in .boaz.",
        ),
    ),
    "usb_programma_ouder": Fout(
        (
            "Het apparaat heeft een nieuwere versie dan deze centrale.",
            _NIETS_CENTRALE,
            "Werk de centrale bij en lees het bestand daarna.",
        ),
        (
            "The device has a newer version than this centre.",
            _NOTHING_CENTRE,
            "Update the centre and read the file after that.",
        ),
    ),
    "usb_vreemd": Fout(
        (
            "Dit bestand is voor een andere centrale.",
            _NIETS_CENTRALE,
            "Breng het naar de gemeente waar het apparaat is aangemeld.",
        ),
        (
            "This file is for another centre.",
            _NOTHING_CENTRE,
            "Take it to the municipality where the device is signed up.",
        ),
    ),
    "usb_toestel_onbekend": Fout(
        (
            "Dit bestand komt niet van een apparaat dat hier bekend is.",
            _NIETS_CENTRALE,
            "Meld het apparaat opnieuw aan of kies een ander bestand.",
        ),
        (
            "This file is not from a device that is known here.",
            _NOTHING_CENTRE,
            "Sign the device up again or choose another file.",
        ),
    ),
    "usb_niet_van_u": Fout(
        (
            "U kunt alleen een bestand van uw eigen apparaat inlezen.",
            _NIETS_CENTRALE,
            "Vraag de beheerder of de teamleider om dit bestand in te lezen.",
        ),
        (
            "You can only read in a file of your own device.",
            _NOTHING_CENTRE,
            "Ask the beheerder or the teamleider to read this file in.",
        ),
    ),
    "uitgaand_leeg": Fout(
        (
            "Er ligt geen verzegeld werk op dit apparaat.",
            "Alles is bij de centrale, of het apparaat is nog niet aangemeld.",
            "U hoeft niets mee te nemen.",
        ),
        (
            "There is no sealed work on this device.",
            "Everything is at the centre, or the device has not been signed up yet.",
            "There is nothing to carry.",
        ),
    ),
    "herstelcode_nodig": Fout(
        (
            "De herstelcode is nodig.",
            "Er is niets overgenomen.",
            "Zet hem in BOA_APP_HERSTELCODE of voer de opdracht uit in een terminal.",
        ),
        (
            "The recovery code is needed.",
            "Nothing was taken over.",
            "Put it in BOA_APP_HERSTELCODE or run the command in a terminal.",
        ),
    ),
}
