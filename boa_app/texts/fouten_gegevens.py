"""Errors about what somebody fills in, asks for or imports."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_NIETS = "Er is niets opgeslagen of gewijzigd."
_NOTHING = "Nothing was saved or changed."
FOUTEN: dict[str, Fout] = {
    "veld_onbekend": Fout(
        ("Het veld {veld} bestaat niet.", _NIETS, "Haal het weg of verbeter de naam."),
        ("There is no field {veld}.", _NOTHING, "Remove it or correct the name."),
    ),
    "veld_ontbreekt": Fout(
        ("{veld} is nog niet ingevuld.", _NIETS, "Vul dit eerst in."),
        ("{veld} is not filled in yet.", _NOTHING, "Fill this in first."),
    ),
    "veld_ongeldig": Fout(
        ("De waarde bij {veld} klopt niet.", _NIETS, "Verbeter de waarde bij {veld}."),
        ("The value of {veld} is not valid.", _NOTHING, "Correct the value of {veld}."),
    ),
    "veld_niet_wijzigbaar": Fout(
        ("{veld} kan niet worden gewijzigd.", _NIETS, "Wijzig een ander veld, of laat de melding vervallen."),
        ("{veld} cannot be changed.", _NOTHING, "Change another field, or void the melding."),
    ),
    "verwijzing_onbekend": Fout(
        ("Wat bij {veld} staat, is hier niet bekend.", _NIETS, "Kies iets wat er is, of laat {veld} leeg."),
        ("What {veld} refers to is not known here.", _NOTHING, "Choose something that is there, or leave {veld} out."),
    ),
    "jop_zonder_maatregel": Fout(
        (
            "Er staat een JOP bij, maar de maatregel *naar JOP* niet.",
            _NIETS,
            "Voeg de maatregel toe of laat de JOP weg.",
        ),
        ("There is a JOP but not the measure *to JOP*.", _NOTHING, "Add the measure or leave the JOP out."),
    ),
    "geen_past_niet": Fout(
        (
            "Bij geen overlast past geen andere soort, groep of maatregel.",
            _NIETS,
            "Kies een andere soort, of laat groep en maatregelen weg.",
        ),
        (
            "No nuisance goes with no other kind, group or measure.",
            _NOTHING,
            "Choose another kind, or leave group and measures out.",
        ),
    ),
    "code_onbekend": Fout(
        ("{waarde} staat niet in de lijst {lijst}.", _NIETS, "Kies een waarde uit de lijst {lijst}."),
        ("{waarde} is not in the list {lijst}.", _NOTHING, "Choose a value of the list {lijst}."),
    ),
    "code_gesloten": Fout(
        ("{waarde} in de lijst {lijst} was op die dag gesloten.", _NIETS, "Kies een waarde die op die dag gold."),
        ("{waarde} of the list {lijst} was closed on that day.", _NOTHING, "Choose a value that held on that day."),
    ),
    "dubbele_code": Fout(
        ("Bij {veld} staat een waarde twee keer.", _NIETS, "Kies elke waarde één keer."),
        ("{veld} holds a value twice.", _NOTHING, "Choose every value once."),
    ),
    "tekst_te_lang": Fout(
        ("De tekst bij {veld} is te lang.", _NIETS, "Maak de tekst korter dan {max} tekens."),
        ("The text of {veld} is too long.", _NOTHING, "Make it shorter than {max} characters."),
    ),
    "moment_in_toekomst": Fout(
        ("Dit moment ligt in de toekomst.", _NIETS, "Kies een moment tot en met nu."),
        ("This moment lies in the future.", _NOTHING, "Choose a moment up to now."),
    ),
    "venster_omgekeerd": Fout(
        ("Het einde ligt voor het begin.", _NIETS, "Wissel begin en einde om."),
        ("The end lies before the beginning.", _NOTHING, "Swap beginning and end."),
    ),
    "registratienummer_ongeldig": Fout(
        (
            "Dit registratienummer klopt niet.",
            _NIETS,
            "Vul alleen het nummer in: 2 tot 30 tekens met een cijfer erin, zonder spaties.",
        ),
        (
            "This registration number is not valid.",
            _NOTHING,
            "Fill in the number only: 2 to 30 characters with a digit, without spaces.",
        ),
    ),
    "regime_past_niet": Fout(
        (
            "Deze maatregel hoort bij opsporing.",
            _NIETS,
            "Kies bij regime Opsporing, of kies een andere maatregel.",
        ),
        ("This measure belongs to investigation.", _NOTHING, "Choose the regime Investigation, or another measure."),
    ),
    "reden_nodig": Fout(
        ("Hiervoor is een reden nodig: {entiteit}.", _NIETS, "Vul een reden in. De reden komt in het logboek."),
        ("This needs a reason: {entiteit}.", _NOTHING, "Give a reason. It is kept in the audit log."),
    ),
    "correctie_reden_nodig": Fout(
        (
            "Deze melding is al gedeeld met de centrale.",
            _NIETS,
            "Vul een reden in; dan wordt dit een correctie.",
        ),
        ("The centre already has this melding.", _NOTHING, "Give a reason; then this becomes a correction."),
    ),
    "geen_recht": Fout(
        ("Uw rol ({rol}) mag dit niet: {entiteit} {handeling}.", _NIETS, "Vraag het aan uw teamleider of beheerder."),
        (
            "Your role ({rol}) may not do this: {handeling} {entiteit}.",
            _NOTHING,
            "Ask your team lead or administrator.",
        ),
    ),
    "melding_onbekend": Fout(
        ("Deze melding is er niet of niet meer.", _NIETS, "Zoek de melding op in de lijst."),
        ("This melding is not there, or no longer.", _NOTHING, "Look the melding up in the list."),
    ),
    "melding_vervallen": Fout(
        ("Deze melding is vervallen.", _NIETS, "Maak het vervallen eerst ongedaan."),
        ("This melding is void.", _NOTHING, "Undo the voiding first."),
    ),
    "concept_onbekend": Fout(
        ("Dit concept is er niet meer.", _NIETS, "Begin een nieuwe melding."),
        ("This draft is gone.", _NOTHING, "Begin a new melding."),
    ),
    "geen_ronde": Fout(
        ("Er loopt geen ronde.", _NIETS, "Start eerst een ronde."),
        ("No ronde is going on.", _NOTHING, "Start a ronde first."),
    ),
    "ronde_loopt_al": Fout(
        ("Er loopt al een ronde.", _NIETS, "Stop die ronde eerst, of ga ermee verder."),
        ("A ronde is already going on.", _NOTHING, "Stop it first, or go on with it."),
    ),
    "ronde_onbekend": Fout(
        ("Deze ronde is er niet of niet meer.", _NIETS, "Kies een ronde uit de lijst."),
        ("This ronde is not there, or no longer.", _NOTHING, "Choose a ronde from the list."),
    ),
    "bezoek_onbekend": Fout(
        ("Dit bezoek is er niet of niet meer.", _NIETS, "Ververs de ronde en probeer het opnieuw."),
        ("This visit is not there, or no longer.", _NOTHING, "Refresh the ronde and try again."),
    ),
    "plek_onbekend": Fout(
        ("Deze plek is er niet of niet meer.", _NIETS, "Kies een plek uit de lijst."),
        ("This place is not there, or no longer.", _NOTHING, "Choose a place from the list."),
    ),
    "ongedaan_te_laat": Fout(
        ("De melding is daarna nog gewijzigd.", _NIETS, "Open de melding en wijzig die zelf."),
        ("The melding was changed after that.", _NOTHING, "Open the melding and change it yourself."),
    ),
}
