"""Errors about choices for streets: what cannot be kept, and a street or network that is not there."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_NIETS = "Er is niets opgeslagen of gewijzigd."
_NOTHING = "Nothing was saved or changed."
FOUTEN: dict[str, Fout] = {
    "straat_lijn_ongeldig": Fout(
        ("Dit stuk straat is niet bruikbaar.", _NIETS, "Kies een ander stuk of maak het kaartpakket opnieuw."),
        ("This piece of street cannot be used.", _NOTHING, "Choose another piece or make the kaartpakket again."),
    ),
    "straat_tekst_lang": Fout(
        ("De tekst bij {veld} is langer dan {max} tekens.", _NIETS, "Maak de tekst korter."),
        ("The text of {veld} is longer than {max} characters.", _NOTHING, "Make it shorter."),
    ),
    "straatkeuze_onbekend": Fout(
        ("Deze keuze is er niet meer.", _NIETS, "Bekijk de lijst opnieuw; misschien heeft een collega haar geschrapt."),
        ("This choice is no longer there.", _NOTHING, "Look at the list again; maybe a colleague removed it."),
    ),
    "straatkeuze_persoon": Fout(
        (
            "In de reden lijkt een persoon te staan.",
            _NIETS,
            "Schrijf alleen wat er met de straat is, zonder naam, huisnummer of kenteken.",
        ),
        (
            "The reason seems to name a person.",
            _NOTHING,
            "Write only what there is about the street, without name, house number or plate.",
        ),
    ),
    "stratennet_ontbreekt": Fout(
        (
            "In dit kaartpakket zit geen stratennet.",
            "De keuzes die er al zijn, blijven bewaard.",
            "Maak een kaartpakket met straten en kies het.",
        ),
        (
            "This kaartpakket holds no street network.",
            "The choices already made are kept.",
            "Make a kaartpakket with streets and choose it.",
        ),
    ),
}
