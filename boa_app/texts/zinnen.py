"""Sentences that are no error: warnings of the guard, hints and what the command line reports."""

from __future__ import annotations

from boa_app.texts.entry import Zin

ZINNEN: dict[str, Zin] = {
    "tekst_verdacht": Zin(
        "Deze tekst lijkt {verdenking} te bevatten. Schrijf zonder gegevens van personen.",
        "This text seems to hold {verdenking}. Write without data on persons.",
    ),
    "tekst_verdacht_opgeslagen": Zin(
        "De tekst blijft bij u en uw coördinator. Na 7 dagen wordt die gewist, tenzij iemand hem nakijkt.",
        "The text stays with you and your coordinator. It is wiped after 7 days unless somebody clears it.",
    ),
    "opsporing_uitleg": Zin(
        "Persoonsgegevens horen in het boa-registratiesysteem. "
        "Leg hier alleen code, aantal, artikel en registratienummer vast.",
        "Personal data belong in the boa registration system. "
        "Record only code, number of persons, article and registration number here.",
    ),
    "zelfde_groep": Zin(
        "Er is al een melding op {afstand}, om {tijd}. Is dit dezelfde groep?",
        "There already is a melding {afstand} away, at {tijd}. Is this the same group?",
    ),
    "opgeslagen_op_dit_apparaat": Zin(
        "Alle wijzigingen zijn opgeslagen op dit apparaat.", "All changes are saved on this device."
    ),
    "voorbeeldgegevens": Zin("Dit zijn verzonnen voorbeeldgegevens.", "These are invented example data."),
    "zonder_centrale": Zin(
        "Er is geen centrale. U werkt als teamleider, alleen op dit apparaat.",
        "There is no centre. You work as team lead, on this device only.",
    ),
    "zonder_kaartpakket": Zin(
        "Er is geen kaartpakket. Uw meldingen staan op een leeg vlak, op de goede plaats.",
        "There is no kaartpakket. Your meldingen are shown on a plain ground, at the right place.",
    ),
    "logboek_uitleg": Zin(
        "Het logboek bevat namen van velden, nooit de inhoud ervan.",
        "The log holds names of fields, never their contents.",
    ),
}
