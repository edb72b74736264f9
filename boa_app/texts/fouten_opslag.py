"""Errors about the store, the key file, the disk and the parts of the program."""

from __future__ import annotations

from boa_app.texts.entry import Fout

FOUTEN: dict[str, Fout] = {
    "wachtwoord_onjuist": Fout(
        ("Dit wachtwoord of deze herstelcode klopt niet.", "Uw gegevens zijn veilig.", "Probeer het opnieuw."),
        ("This password or recovery code is wrong.", "Your data are safe.", "Try again."),
    ),
    "wachtwoord_nodig": Fout(
        (
            "Er is geen wachtwoord gegeven.",
            "Er is niets gelezen of gewijzigd.",
            "Zet het wachtwoord in BOA_APP_WACHTWOORD of start in een terminal.",
        ),
        (
            "No password was given.",
            "Nothing was read or changed.",
            "Put the password in BOA_APP_WACHTWOORD or start in a terminal.",
        ),
    ),
    "wachtwoord_onleesbaar": Fout(
        ("Het wachtwoord bevat tekens die geen tekst zijn.", "Er is nog niets gewijzigd.", "Geef het in UTF-8."),
        ("The password holds signs that are no text.", "Nothing was changed yet.", "Give it in UTF-8."),
    ),
    "wachtwoord_te_kort": Fout(
        (
            "Dit wachtwoord is te kort.",
            "Er is nog niets gemaakt of gewijzigd.",
            "Kies een wachtwoord van minstens {min} tekens.",
        ),
        ("This password is too short.", "Nothing was made or changed.", "Choose one of at least {min} characters."),
    ),
    "wachtwoorden_verschillen": Fout(
        ("De twee wachtwoorden zijn niet gelijk.", "Er is nog niets gewijzigd.", "Typ twee keer hetzelfde."),
        ("The two passwords differ.", "Nothing was changed.", "Type the same password twice."),
    ),
    "opslag_ontbreekt": Fout(
        (
            "In de map {map} staan geen gegevens van boa_app.",
            "Er is niets gewijzigd.",
            "Kies een andere map of maak een nieuwe opslag.",
        ),
        (
            "The folder {map} holds no data of boa_app.",
            "Nothing was changed.",
            "Choose another folder or make a store.",
        ),
    ),
    "opslag_bestaat_al": Fout(
        (
            "In de map {map} staan al gegevens.",
            "Die gegevens zijn niet aangeraakt.",
            "Kies een andere map of open deze opslag.",
        ),
        ("The folder {map} already holds data.", "Those data were not touched.", "Choose another folder or open this."),
    ),
    "opslag_in_gebruik": Fout(
        (
            "boa_app is al geopend met deze gegevens.",
            "Uw gegevens zijn veilig.",
            "Gebruik het andere venster of sluit dat eerst. De map is {map}.",
        ),
        (
            "boa_app is already open with these data.",
            "Your data are safe.",
            "Use the other window or close it first. The folder is {map}.",
        ),
    ),
    "opslag_gesloten": Fout(
        (
            "De gegevens zijn al gesloten.",
            "Alles wat was opgeslagen, is bewaard.",
            "Ontgrendel opnieuw en herhaal de laatste handeling.",
        ),
        ("The data are already closed.", "All that was saved is kept.", "Unlock again and repeat the last act."),
    ),
    "opslag_fout": Fout(
        (
            "De schijf weigert een opdracht ({soort}).",
            "Wat eerder is opgeslagen, blijft bewaard.",
            "Probeer het opnieuw. Blijft het zo, waarschuw dan uw beheerder.",
        ),
        (
            "The disk refuses a command ({soort}).",
            "What was saved before is kept.",
            "Try again. If it stays like this, tell your administrator.",
        ),
    ),
    "bestand_nieuwer": Fout(
        (
            "Deze gegevens horen bij een nieuwere versie van boa_app.",
            "Uw gegevens zijn niet aangeraakt.",
            "Installeer de nieuwste versie. Het bestand heeft versie {versie}, dit programma kent {kent}.",
        ),
        (
            "These data belong to a newer version of boa_app.",
            "Your data were not touched.",
            "Install the newest version. The file has version {versie}, this program knows {kent}.",
        ),
    ),
    "bestand_beschadigd": Fout(
        (
            "Het bestand {bestand} is beschadigd.",
            "Er is niets in gewijzigd.",
            "Werk niet verder in deze map. Waarschuw uw beheerder; kijk in de map reservekopie.",
        ),
        (
            "The file {bestand} is damaged.",
            "Nothing in it was changed.",
            "Stop working in this folder. Tell your administrator; look in the folder reservekopie.",
        ),
    ),
    "sleutelbestand_ontbreekt": Fout(
        (
            "Het sleutelbestand sleutel.json ontbreekt.",
            "Uw gegevens zijn er nog, maar blijven dicht.",
            "Zet sleutel.json terug in de map, uit een kopie van de hele map.",
        ),
        (
            "The key file sleutel.json is missing.",
            "Your data are still there, but stay closed.",
            "Put sleutel.json back, from a copy of the whole folder.",
        ),
    ),
    "sleutelbestand_beschadigd": Fout(
        (
            "Het sleutelbestand sleutel.json is beschadigd.",
            "Uw gegevens zijn er nog, maar blijven dicht.",
            "Zet sleutel.json terug uit een kopie van de hele map.",
        ),
        (
            "The key file sleutel.json is damaged.",
            "Your data are still there, but stay closed.",
            "Put sleutel.json back from a copy of the whole folder.",
        ),
    ),
    "sleutelbestand_nieuwer": Fout(
        (
            "Het sleutelbestand hoort bij een nieuwere versie van boa_app.",
            "Uw gegevens zijn niet aangeraakt.",
            "Installeer de nieuwste versie van boa_app.",
        ),
        (
            "The key file belongs to a newer version of boa_app.",
            "Your data were not touched.",
            "Install the newest version of boa_app.",
        ),
    ),
    "map_alleen_lezen": Fout(
        (
            "In de map {map} kan niet worden geschreven.",
            "Wat eerder is opgeslagen, blijft bewaard.",
            "Geef uzelf schrijfrechten of kies een andere map.",
        ),
        ("The folder {map} is read-only.", "What was saved before is kept.", "Allow writing or choose another folder."),
    ),
    "schijf_vol": Fout(
        (
            "De schijf is vol.",
            "Wat eerder is opgeslagen, blijft bewaard. De laatste wijziging is nog niet opgeslagen.",
            "Maak ruimte vrij en sla opnieuw op.",
        ),
        (
            "The disk is full.",
            "What was saved before is kept. The last change is not saved yet.",
            "Free some space and save again.",
        ),
    ),
    "kaartpakket_ontbreekt": Fout(
        (
            "In de map {map} staat geen kaartpakket.",
            "Uw meldingen staan gewoon in lijst en kaart.",
            "Kies een map met een kaartpakket.",
        ),
        (
            "The folder {map} holds no kaartpakket.",
            "Your meldingen still show in list and map.",
            "Choose another folder.",
        ),
    ),
    "kaartpakket_beschadigd": Fout(
        (
            "Het kaartpakket is beschadigd: {onderdeel}.",
            "Uw meldingen zijn veilig en staan gewoon in lijst en kaart.",
            "Zet het kaartpakket opnieuw neer.",
        ),
        (
            "The kaartpakket is damaged: {onderdeel}.",
            "Your meldingen are safe and still show in list and map.",
            "Install the kaartpakket again.",
        ),
    ),
    "kaartpakket_nieuwer": Fout(
        (
            "Het kaartpakket hoort bij een nieuwere versie van boa_app.",
            "Uw meldingen zijn veilig en staan gewoon in lijst en kaart.",
            "Installeer de nieuwste versie. Het pakket heeft versie {versie}, dit programma kent {kent}.",
        ),
        (
            "The kaartpakket belongs to a newer version of boa_app.",
            "Your meldingen are safe and still show in list and map.",
            "Install the newest version. The package has version {versie}, this program knows {kent}.",
        ),
    ),
    "onderdeel_ontbreekt": Fout(
        (
            "Een onderdeel van boa_app ontbreekt: {onderdeel}.",
            "Uw gegevens zijn veilig.",
            "Installeer boa_app opnieuw of waarschuw uw beheerder.",
        ),
        (
            "A part of boa_app is missing: {onderdeel}.",
            "Your data are safe.",
            "Install boa_app again or tell your administrator.",
        ),
    ),
    "geheugen_tekort": Fout(
        (
            "Er is te weinig geheugen om de gegevens te ontgrendelen.",
            "Uw gegevens zijn veilig.",
            "Sluit andere programma's en probeer het opnieuw.",
        ),
        (
            "There is too little memory to unlock the data.",
            "Your data are safe.",
            "Close other programs and try again.",
        ),
    ),
    "programmafout": Fout(
        (
            "Er ging iets mis in boa_app zelf.",
            "Wat eerder is opgeslagen, blijft bewaard.",
            "Probeer het opnieuw. Geef uw beheerder het logboek {logboek}, zonder gegevens uit meldingen.",
        ),
        (
            "Something went wrong in boa_app itself.",
            "What was saved before is kept.",
            "Try again. Give your administrator the log {logboek}; it holds no contents.",
        ),
    ),
    "onbekende_fout": Fout(
        (
            "Er ging iets mis ({code}).",
            "Wat eerder is opgeslagen, blijft bewaard.",
            "Probeer het opnieuw of waarschuw uw beheerder.",
        ),
        ("Something went wrong ({code}).", "What was saved before is kept.", "Try again or tell your administrator."),
    ),
}
