"""Errors about photos: reading them, storing them, finding them back."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_NIETS = "Er is geen foto opgeslagen. De melding is zoals zij was."
_NOTHING = "No photo was stored. The melding is as it was."
_ORIGINEEL = "Er is geen foto opgeslagen en aan het bestand is niets veranderd."
_ORIGINAL = "No photo was stored and the file was not changed."
FOUTEN: dict[str, Fout] = {
    "foto_bestand_te_groot": Fout(
        ("De foto {bestand} is groter dan {max_mb} MB.", _ORIGINEEL, "Maak de foto kleiner of kies een andere foto."),
        ("The photo {bestand} is larger than {max_mb} MB.", _ORIGINAL, "Make it smaller or choose another photo."),
    ),
    "foto_soort_onbekend": Fout(
        ("{bestand} is geen foto die hier past.", _ORIGINEEL, "Kies een foto als JPEG, PNG, WebP of HEIF."),
        ("{bestand} is no photo that fits here.", _ORIGINAL, "Choose a photo as JPEG, PNG, WebP or HEIF."),
    ),
    "foto_heif_niet_leesbaar": Fout(
        (
            "De foto {bestand} is HEIF en dat kan deze installatie niet lezen.",
            _ORIGINEEL,
            "Sla de foto op als JPEG en kies dat bestand.",
        ),
        (
            "The photo {bestand} is HEIF, which this installation cannot read.",
            _ORIGINAL,
            "Save it as JPEG first.",
        ),
    ),
    "foto_te_veel_pixels": Fout(
        (
            "De foto {bestand} heeft te veel beeldpunten.",
            _ORIGINEEL,
            "Maak de foto kleiner: deze soort mag hooguit {max_mp} megapixel zijn.",
        ),
        (
            "The photo {bestand} has too many pixels.",
            _ORIGINAL,
            "Make it smaller: this kind may have at most {max_mp} megapixels.",
        ),
    ),
    "foto_onleesbaar": Fout(
        (
            "De foto {bestand} is niet heel.",
            _ORIGINEEL,
            "Kopieer de foto opnieuw van het toestel of kies een andere foto.",
        ),
        ("The photo {bestand} is not whole.", _ORIGINAL, "Copy it again from the device or choose another photo."),
    ),
    "foto_niet_nagekeken": Fout(
        ("De foto is nog niet nagekeken.", _NIETS, "Dek gezichten en kentekens af en bevestig dat er geen meer zijn."),
        ("The photo was not checked yet.", _NOTHING, "Cover faces and plates and confirm that none are left."),
    ),
    "fotos_te_veel": Fout(
        ("Bij een melding passen hooguit {max} foto's.", _NIETS, "Haal eerst een andere foto weg."),
        ("A melding holds at most {max} photos.", _NOTHING, "Take another photo away first."),
    ),
    "foto_onbekend": Fout(
        (
            "Deze foto is er niet meer.",
            "De melding zelf is bewaard.",
            "Foto's worden na 90 dagen gewist, weggehaalde foto's na een dag.",
        ),
        (
            "This photo is gone.",
            "The melding itself is kept.",
            "Photos are wiped after 90 days, those taken away after a day.",
        ),
    ),
    "foto_ontbreekt": Fout(
        (
            "Het bestand van deze foto staat niet in de opslag.",
            "De melding en de andere foto's zijn bewaard.",
            "Zet de map fotos terug als die is verplaatst, of laat de foto vervallen.",
        ),
        (
            "The file of this photo is not in the store.",
            "The melding and the other photos are kept.",
            "Put the folder fotos back if it was moved, or let the photo lapse.",
        ),
    ),
    "foto_geen_toegang": Fout(
        (
            "Het bestand van deze foto mag niet worden gelezen.",
            "De foto, de melding en de andere foto's zijn bewaard.",
            "Vraag de beheerder om leesrecht op de map fotos van de opslag.",
        ),
        (
            "The file of this photo may not be read.",
            "The photo, the melding and the other photos are kept.",
            "Ask the administrator for the right to read the folder fotos of the store.",
        ),
    ),
    "foto_beschadigd": Fout(
        (
            "Het bestand van deze foto is beschadigd.",
            "De melding en de andere foto's zijn bewaard.",
            "Laat de foto vervallen en voeg haar zo nodig opnieuw toe.",
        ),
        (
            "The file of this photo is damaged.",
            "The melding and the other photos are kept.",
            "Let the photo lapse and add it again if you need it.",
        ),
    ),
    # What checking the store finds.
    "fotos_ontbreken": Fout(
        (
            "Foto's zonder leesbaar bestand in de opslag: {aantal}.",
            "De meldingen zelf zijn heel.",
            "Zet de map fotos terug als die is verplaatst of vraag om leesrecht.",
        ),
        (
            "Photos without a readable file in the store: {aantal}.",
            "The meldingen themselves are whole.",
            "Put the folder fotos back or ask for the right to read it.",
        ),
    ),
    "fotos_beschadigd": Fout(
        (
            "Foto's met een beschadigd bestand: {aantal}.",
            "De meldingen zelf zijn heel.",
            "Laat deze foto's vervallen.",
        ),
        ("Photos with a damaged file: {aantal}.", "The meldingen themselves are whole.", "Let these photos lapse."),
    ),
    "fotos_los": Fout(
        (
            "Meldingen die een onbekende foto noemen: {aantal}.",
            "De meldingen zelf zijn heel.",
            "Vraag de beheerder om hulp.",
        ),
        (
            "Meldingen that name an unknown photo: {aantal}.",
            "The meldingen themselves are whole.",
            "Ask the administrator for help.",
        ),
    ),
}
