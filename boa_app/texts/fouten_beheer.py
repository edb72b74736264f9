"""Errors of beheer in the window that the centre does not know: shutting oneself out, and files of the matrix."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_NIETS = "Er is niets gewijzigd."
_NOTHING = "Nothing was changed."

FOUTEN: dict[str, Fout] = {
    "rolperiode_verleden": Fout(
        (
            "Deze begindatum valt in een rol die al voorbij is.",
            "Een rol die voorbij is, verandert niet: zo blijft te zien wie wat mocht.",
            "Kies een begindatum na die rol.",
        ),
        (
            "This begin date falls in a role that is over.",
            "A role that is over does not change: who might see what stays known.",
            "Choose a begin date after that role.",
        ),
    ),
    "eigen_account": Fout(
        ("Dit is uw eigen account.", _NIETS, "Vraag een andere beheerder om het te beëindigen."),
        ("This is your own account.", _NOTHING, "Ask another administrator to end it."),
    ),
    "eigen_toestel": Fout(
        ("U werkt nu op dit toestel.", _NIETS, "Trek het in vanaf een ander toestel."),
        ("You are working on this device now.", _NOTHING, "Revoke it from another device."),
    ),
    "buurten_ontbreken": Fout(
        (
            "Dit apparaat heeft geen kaartpakket met buurten.",
            _NIETS,
            "Zet eerst een kaartpakket op dit apparaat, of laat de buurten op de centrale inlezen.",
        ),
        (
            "This device has no map package with buurten.",
            _NOTHING,
            "Put a map package on this device first, or load the buurten at the centre.",
        ),
    ),
    "matrix_formaat": Fout(
        ("Het bestand {bestand} eindigt niet op .html of .csv.", "Er is niets geschreven.", "Kies een van die twee."),
        ("The file {bestand} does not end in .html or .csv.", "Nothing was written.", "Choose one of the two."),
    ),
}
