"""Errors of fetching map data from PDOK: the service, the line to it, and answers that are not as agreed."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_BLIJFT = "Wat al binnen is, blijft bewaard; het kaartpakket dat u gebruikt, is niet gewijzigd."
_STAYS = "What came in is kept; the map package you use was not changed."
_LATER = "Probeer het later opnieuw: het gaat verder waar het was."
_AGAIN = "Try again later: it goes on where it was."
_MELD = "Maak het onderdeel uit een bestand en geef dit door aan uw beheerder."
_TELL = "Make this part from a file and tell your administrator."

FOUTEN: dict[str, Fout] = {
    "gemeente_onbekend": Fout(
        ("PDOK kent geen gemeente {code}.", "Er is niets gewijzigd.", "Kies een gemeente uit de lijst."),
        ("PDOK knows no municipality {code}.", "Nothing was changed.", "Choose a municipality from the list."),
    ),
    "pdok_afgebroken": Fout(
        ("Het ophalen is gestopt.", _BLIJFT, "Start opnieuw om verder te gaan."),
        ("Fetching was stopped.", _STAYS, "Start again to go on."),
    ),
    "pdok_bijgewerkt": Fout(
        ("PDOK werkte {onderdeel} bij tijdens het ophalen.", _BLIJFT, "Start opnieuw."),
        ("PDOK updated {onderdeel} while it was fetched.", _STAYS, "Start again."),
    ),
    "pdok_certificaat": Fout(
        ("Het certificaat van PDOK klopt niet.", _BLIJFT, "Kijk datum en tijd na of vraag uw beheerder om hulp."),
        ("The certificate of PDOK is not right.", _STAYS, "Check date and time or ask your administrator."),
    ),
    "pdok_druk": Fout(
        ("PDOK heeft het te druk.", _BLIJFT, _LATER),
        ("PDOK is too busy.", _STAYS, _AGAIN),
    ),
    "pdok_elders": Fout(
        ("PDOK verwijst naar een ander adres ({adres}).", f"Daar is niets opgehaald. {_BLIJFT}", _MELD),
        ("PDOK refers to another address ({adres}).", f"Nothing was fetched there. {_STAYS}", _TELL),
    ),
    "pdok_fout": Fout(
        ("PDOK geeft {onderdeel} niet (antwoord {status}).", _BLIJFT, _LATER),
        ("PDOK does not give {onderdeel} (answer {status}).", _STAYS, _AGAIN),
    ),
    "pdok_gewijzigd": Fout(
        ("PDOK levert {onderdeel} anders dan afgesproken: {veld}.", _BLIJFT, _MELD),
        ("PDOK delivers {onderdeel} otherwise than agreed: {veld}.", _STAYS, _TELL),
    ),
    "pdok_onbereikbaar": Fout(
        ("PDOK is niet bereikbaar.", _BLIJFT, "Kijk of u verbinding hebt en probeer het opnieuw."),
        ("PDOK cannot be reached.", _STAYS, "See that you are connected and try again."),
    ),
    "pdok_onleesbaar": Fout(
        ("Het antwoord van PDOK op {onderdeel} is onleesbaar.", _BLIJFT, _LATER),
        ("The answer of PDOK for {onderdeel} cannot be read.", _STAYS, _AGAIN),
    ),
    "pdok_schijf": Fout(
        ("Wat binnenkomt, kan niet worden opgeslagen ({fout}).", _BLIJFT, "Maak ruimte vrij en probeer het opnieuw."),
        ("What comes in cannot be stored ({fout}).", _STAYS, "Free some space and try again."),
    ),
    "pdok_te_groot": Fout(
        ("Het antwoord van PDOK op {onderdeel} is te groot.", _BLIJFT, _MELD),
        ("The answer of PDOK for {onderdeel} is too big.", _STAYS, _TELL),
    ),
    "pdok_traag": Fout(
        ("PDOK antwoordt te traag.", _BLIJFT, _LATER),
        ("PDOK answers too slowly.", _STAYS, _AGAIN),
    ),
    "pdok_verbroken": Fout(
        ("De verbinding met PDOK is verbroken.", _BLIJFT, _LATER),
        ("The connection to PDOK broke.", _STAYS, _AGAIN),
    ),
}
