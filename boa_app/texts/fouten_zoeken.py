"""Errors about searching, kept filters and acts on many meldingen at once."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_NIETS_GEWIJZIGD = "Er is niets opgeslagen of gewijzigd."
_NOTHING_CHANGED = "Nothing was saved or changed."
FOUTEN: dict[str, Fout] = {
    "filter_naam_ontbreekt": Fout(
        ("Het filter heeft nog geen naam.", _NIETS_GEWIJZIGD, "Geef het een naam die u later herkent."),
        ("The filter has no name yet.", _NOTHING_CHANGED, "Give it a name that you will recognise."),
    ),
    "filter_naam_te_lang": Fout(
        ("De naam is langer dan {max} tekens.", _NIETS_GEWIJZIGD, "Maak de naam korter."),
        ("The name is longer than {max} characters.", _NOTHING_CHANGED, "Make the name shorter."),
    ),
    "te_veel_filters": Fout(
        ("Er zijn al {max} filters bewaard.", _NIETS_GEWIJZIGD, "Verwijder een filter dat u niet meer gebruikt."),
        ("There are {max} kept filters already.", _NOTHING_CHANGED, "Remove a filter you use no longer."),
    ),
    "filter_onbekend": Fout(
        ("Dit filter is er niet meer.", "De meldingen zijn niet veranderd.", "Open de lijst met filters opnieuw."),
        ("This filter is there no longer.", "The meldingen did not change.", "Open the list of filters again."),
    ),
    "filter_onleesbaar": Fout(
        ("Dit filter is onleesbaar.", "De meldingen zijn niet veranderd.", "Maak het filter opnieuw en bewaar het."),
        ("This filter cannot be read.", "The meldingen did not change.", "Make the filter again and keep it."),
    ),
    "bulk_leeg": Fout(
        ("Er is geen melding gekozen.", _NIETS_GEWIJZIGD, "Kies eerst een of meer meldingen in de lijst."),
        ("No melding is chosen.", _NOTHING_CHANGED, "Choose one or more meldingen in the list first."),
    ),
    "bulk_te_veel": Fout(
        ("Er zijn meer dan {max} meldingen gekozen.", _NIETS_GEWIJZIGD, "Kies er minder tegelijk."),
        ("More than {max} meldingen are chosen.", _NOTHING_CHANGED, "Choose fewer at a time."),
    ),
    "bulk_een_incident_te_weinig": Fout(
        ("Een incident vraagt minstens twee meldingen.", _NIETS_GEWIJZIGD, "Kies er nog een bij."),
        ("One incident takes at least two meldingen.", _NOTHING_CHANGED, "Choose one more."),
    ),
}
