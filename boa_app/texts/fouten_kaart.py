"""Errors about what is drawn on the map and what leaves it."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_GEBIED = "Er is niets opgeslagen of gewijzigd. Uw tekening staat er nog."
_AREA = "Nothing was saved or changed. Your drawing is still there."
_NIETS = "Er is niets opgeslagen of gewijzigd."
_NOTHING = "Nothing was saved or changed."
FOUTEN: dict[str, Fout] = {
    "gebied_naam_nodig": Fout(
        ("Het gebied heeft nog geen naam.", _GEBIED, "Geef het een naam die collega's herkennen."),
        ("The area has no name yet.", _AREA, "Give it a name that colleagues recognise."),
    ),
    "gebied_tekst_lang": Fout(
        ("De tekst bij {veld} is langer dan {max} tekens.", _GEBIED, "Maak de tekst korter."),
        ("The text of {veld} is longer than {max} characters.", _AREA, "Make it shorter."),
    ),
    "gebied_datums": Fout(
        ("De einddatum ligt voor de begindatum.", _GEBIED, "Verbeter een van de datums."),
        ("The last day lies before the first.", _AREA, "Correct one of the dates."),
    ),
    "gebied_hoeken": Fout(
        ("Een gebied heeft ten minste {min} hoeken.", _GEBIED, "Zet nog een hoek op de kaart."),
        ("An area has at least {min} corners.", _AREA, "Put another corner on the map."),
    ),
    "gebied_veel_hoeken": Fout(
        ("Een gebied heeft ten hoogste {max} hoeken.", _GEBIED, "Teken het met minder hoeken."),
        ("An area has at most {max} corners.", _AREA, "Draw it with fewer corners."),
    ),
    "gebied_kruist": Fout(
        ("De grens van het gebied kruist zichzelf.", _GEBIED, "Haal de laatste hoek weg en loop één keer rond."),
        ("The edge of the area crosses itself.", _AREA, "Remove the last corner and go round once."),
    ),
    "gebied_buiten_wereld": Fout(
        ("Een hoek van het gebied ligt niet op de kaart.", _GEBIED, "Zet alle hoeken op de kaart."),
        ("A corner of the area does not lie on the map.", _AREA, "Put all corners on the map."),
    ),
    "gebied_klein": Fout(
        ("Het gebied is kleiner dan {min} m².", _GEBIED, "Zoom in en teken het groter."),
        ("The area is smaller than {min} m².", _AREA, "Zoom in and draw it larger."),
    ),
    "gebied_groot": Fout(
        ("Het gebied is groter dan {max} km², meer dan een gemeente.", _GEBIED, "Teken een kleiner gebied."),
        ("The area is larger than {max} km², more than a municipality.", _AREA, "Draw a smaller area."),
    ),
    "gebied_persoon": Fout(
        (
            "In de naam of het besluit staat iets wat op een persoon wijst.",
            _GEBIED,
            "Haal namen, geboortedatums, kentekens en nummers weg. Een gebied gaat over een plek.",
        ),
        (
            "The name or the decision holds something that points at a person.",
            _AREA,
            "Remove names, dates of birth, plates and numbers. An area is about a place.",
        ),
    ),
    "gebied_onbekend": Fout(
        ("Dit gebied is er niet meer.", _NIETS, "Kies een ander gebied in de lijst."),
        ("This area is no longer there.", _NOTHING, "Choose another area in the list."),
    ),
}
