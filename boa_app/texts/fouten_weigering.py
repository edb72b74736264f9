"""Errors about what the centre refused and about conflicts."""

from __future__ import annotations

from boa_app.texts.entry import Fout

FOUTEN: dict[str, Fout] = {
    "record_onbekend": Fout(
        (
            "De centrale kent de melding van deze wijziging niet.",
            "De wijziging staat nog op dit apparaat.",
            "Maak een correctie of laat de wijziging los.",
        ),
        (
            "The centre does not know the melding of this change.",
            "The change is still on this device.",
            "Make a correction or let the change go.",
        ),
    ),
    "aanmelden_onbereikbaar": Fout(
        (
            "Op dit adres is geen centrale bereikbaar.",
            "Er is niets gewijzigd.",
            "Kijk of het adres klopt en of er netwerk is.",
        ),
        (
            "No centre can be reached at this address.",
            "Nothing was changed.",
            "Check the address and the network.",
        ),
    ),
    "geweigerd_geen_recht": Fout(
        (
            "Uw rol mag dit niet bij de centrale.",
            "De wijziging staat nog op dit apparaat.",
            "Vraag uw beheerder of uw rol klopt, of laat de wijziging los.",
        ),
        (
            "Your role may not do this at the centre.",
            "The change is still on this device.",
            "Ask your administrator whether your role is right, or let the change go.",
        ),
    ),
    "correctie_nodig": Fout(
        (
            "Na 24 uur kan een wijziging alleen met een reden.",
            "De wijziging staat nog op dit apparaat.",
            "Maak een correctie met een reden.",
        ),
        (
            "After 24 hours a change needs a reason.",
            "The change is still on this device.",
            "Make a correction with a reason.",
        ),
    ),
    "account_onjuist": Fout(
        (
            "Deze wijziging is met een ander account gemaakt.",
            "De wijziging staat nog op dit apparaat.",
            "Neem contact op met uw beheerder.",
        ),
        (
            "This change was made with another account.",
            "The change is still on this device.",
            "Contact your administrator.",
        ),
    ),
    "wijziging_ongeldig": Fout(
        (
            "De centrale kan deze wijziging niet verwerken.",
            "De wijziging staat nog op dit apparaat.",
            "Maak een correctie of laat de wijziging los.",
        ),
        (
            "The centre cannot process this change.",
            "The change is still on this device.",
            "Make a correction or let the change go.",
        ),
    ),
    "te_groot": Fout(
        (
            "Deze wijziging is te groot voor de centrale.",
            "De wijziging staat nog op dit apparaat.",
            "Maak de tekst korter en leg die opnieuw vast.",
        ),
        (
            "This change is too large for the centre.",
            "The change is still on this device.",
            "Make the text shorter and log it again.",
        ),
    ),
    "conflict_onbekend": Fout(
        ("Dit conflict is er niet meer.", "Er is niets gewijzigd.", "Kijk in de lijst wat er nog openstaat."),
        ("This conflict is no longer there.", "Nothing was changed.", "See in the list what is still open."),
    ),
    "waarde_onbekend": Fout(
        (
            "De keuze {waarde} hoort niet bij dit conflict.",
            "Er is niets gewijzigd.",
            "Kies mijn, hun of het kenmerk van een wijziging.",
        ),
        (
            "The choice {waarde} does not belong to this conflict.",
            "Nothing was changed.",
            "Choose mijn, hun or the id of a change.",
        ),
    ),
    "waarde_dubbel": Fout(
        ("Aan die kant staan meer waarden.", "Er is niets gewijzigd.", "Noem het kenmerk van de wijziging."),
        ("There are several values on that side.", "Nothing was changed.", "Name the id of the change."),
    ),
    "geweigerd_onbekend": Fout(
        (
            "Deze geweigerde wijziging is er niet meer.",
            "Er is niets gewijzigd.",
            "Kijk in de lijst wat er nog openstaat.",
        ),
        ("This refused change is no longer there.", "Nothing was changed.", "See in the list what is still open."),
    ),
    "correctie_kan_niet": Fout(
        (
            "Deze wijziging kan niet opnieuw worden gemaakt.",
            "De wijziging staat nog op dit apparaat.",
            "Laat haar los als zij niet meer nodig is.",
        ),
        (
            "This change cannot be made again.",
            "The change is still on this device.",
            "Let it go when it is no longer needed.",
        ),
    ),
}
