"""Sentences that are no error: what the command line reports, what a check finds, why a row was rejected."""

from __future__ import annotations

from boa_app.texts.entry import Zin
from boa_app.texts.kaartpakketwoorden import ZINNEN as _KAARTPAKKET

ZINNEN: dict[str, Zin] = {
    **_KAARTPAKKET,
    # What the command line reports.
    "centrale_luistert": Zin("De centrale luistert op {adres}.", "The centre listens on {adres}."),
    "centrale_herstelcode": Zin(
        "De centrale is gemaakt. Haar herstelcode: {herstelcode}. Bewaar die op papier, want zij is nergens anders.",
        "The centre was made. Its recovery code: {herstelcode}. Keep it on paper, for it is nowhere else.",
    ),
    "voorbeeld_gemaakt": Zin(
        "{aantal} verzonnen meldingen staan in {map}.", "{aantal} invented meldingen are in {map}."
    ),
    "vakken_geschreven": Zin(
        "Vakken: {aantal}, van {periode}, in {bestand}.", "Squares: {aantal}, of {periode}, in {bestand}."
    ),
    "importverslag": Zin(
        "Gelezen: {gelezen}, toegevoegd: {toegevoegd}, al aanwezig: {bestaand}, "
        "overgeslagen: {overgeslagen}, afgekeurd: {afgekeurd}.",
        "Read: {gelezen}, added: {toegevoegd}, already there: {bestaand}, "
        "passed over: {overgeslagen}, rejected: {afgekeurd}.",
    ),
    "import_ongedaan": Zin(
        "Import {nr} is ongedaan: {verwijderd} meldingen weg, {gebleven} gebleven omdat iemand ze veranderde.",
        "Import {nr} is undone: {verwijderd} meldingen gone, {gebleven} kept because somebody changed them.",
    ),
    "eigen_lijst_overgeslagen": Zin(
        "Overgeslagen: {bestand} is een lijst met afgekeurde rijen van een eerdere keer.",
        "Left out: {bestand} is a list of rejected rows of an earlier time.",
    ),
    "afgekeurd_in_bestand": Zin(
        "De afgekeurde rijen staan met reden in {bestand}.", "The rejected rows and the reasons are in {bestand}."
    ),
    "herstelcode_bewaren": Zin(
        "Herstelcode: {herstelcode}. Bewaar deze code op een veilige plek. Hij wordt niet nog eens getoond.",
        "Recovery code: {herstelcode}. Keep this code in a safe place. It is not shown again.",
    ),
    "vraag_wachtwoord": Zin("Wachtwoord: ", "Password: "),
    "vraag_herstelcode": Zin("Herstelcode van de gemeente: ", "Recovery code of the municipality: "),
    "vraag_wachtwoord_nogmaals": Zin("Wachtwoord nog een keer: ", "Password once more: "),
    # What checking the store finds.
    "controle_goed": Zin(
        "De opslag is heel: bestand, logboek en aantallen kloppen.",
        "The store is whole: file, log and counts are right.",
    ),
    "pagina_beschadigd": Zin("Beschadigde pagina's in het bestand: {aantal}.", "Damaged pages in the file: {aantal}."),
    "structuur_beschadigd": Zin(
        "Fouten in de structuur van het bestand: {aantal}.",
        "Faults in the structure of the file: {aantal}.",
    ),
    "verwijzing_los": Zin(
        "Rijen van {tabel} die naar iets verwijzen dat er niet is: {aantal}.",
        "Rows of {tabel} that refer to something that is not there: {aantal}.",
    ),
    "keten_gebroken": Zin(
        "Het logboek klopt niet meer vanaf regel {regel}.", "The audit log is broken from line {regel} on."
    ),
    "aantal_verschilt": Zin(
        "{soort}: {gevonden} gevonden, {verwacht} verwacht.", "{soort}: {gevonden} found, {verwacht} expected."
    ),
    "import_onvoltooid": Zin("Imports die niet zijn afgemaakt: {aantal}.", "Imports that were not finished: {aantal}."),
    # Why a row of an imported file was not usable.
    "afkeur_rij_onvolledig": Zin("De rij is onvolledig.", "The row is incomplete."),
    "import_geweerd": Zin(
        "In {aantal} rijen kan het woord voor de soort over een persoon gaan. Dat woord wordt niet bewaard.",
        "In {aantal} rows the word for the kind may be about a person. That word is not kept.",
    ),
    "import_klokwissel": Zin(
        "{aantal} rijen vallen in het uur waarin de klok verspringt. Hun tijd kan een uur schelen.",
        "{aantal} rows lie in the hour in which the clock changes. Their time may be an hour off.",
    ),
    "import_wacht": Zin(
        "Van {bestand} wacht al een import, nummer {nr}. Die kan verder; wat dubbel is komt er maar een keer in.",
        "An import of {bestand} is waiting already, number {nr}. It can go on; what is double comes in once.",
    ),
    "import_eerder": Zin(
        "{bestand} is al eens ingelezen, als import {nr}. Wat er al staat komt er niet dubbel in.",
        "{bestand} was read in before, as import {nr}. What is there already does not come in twice.",
    ),
    "afkeur_id_dubbel": Zin(
        "Een eerdere rij heeft dit nummer, deze tijd en deze plaats, maar andere inhoud.",
        "An earlier row has this number, time and place, but other contents.",
    ),
    "afkeur_aanhalingsteken": Zin("Een aanhalingsteken sluit niet.", "A quotation mark does not close."),
    "afkeur_positie_ontbreekt": Zin("De plaats ontbreekt.", "The position is missing."),
    "afkeur_positie_ongeldig": Zin("De plaats klopt niet.", "The position is not valid."),
    "afkeur_positie_nul": Zin("De plaats is nul.", "The position is zero."),
    "afkeur_datum_ontbreekt": Zin("De datum ontbreekt.", "The date is missing."),
    "afkeur_datum_ongeldig": Zin("De datum klopt niet.", "The date is not valid."),
    "afkeur_datum_in_toekomst": Zin("De datum ligt in de toekomst.", "The date lies in the future."),
    "afkeur_datum_te_oud": Zin("De datum ligt voor 1990.", "The date lies before 1990."),
    "afkeur_venster_omgekeerd": Zin("Het einde ligt voor het begin.", "The end lies before the beginning."),
    # One round with the centre, at the command line.
    "aangemeld_bij": Zin(
        "Dit apparaat hoort nu bij {naam} ({rol}) van {gemeente}. Verstuur nu wat hier staat.",
        "This device now belongs to {naam} ({rol}) of {gemeente}. Now send what is here.",
    ),
    "bonnetje": Zin("Bonnetje {nr}, eerst hier, dan bij de centrale.", "Receipt {nr}, first here, then at the centre."),
    "bon_beginstand": Zin("Opnieuw opgehaald: {aantal} wijzigingen.", "Fetched afresh: {aantal} changes."),
    "bon_nog_hier": Zin(
        "Nog hier: {wijzigingen} wijzigingen en {fotos} foto's.",
        "Still here: {wijzigingen} changes and {fotos} photos.",
    ),
    "bon_geweigerd": Zin("Door de centrale geweigerd: {aantal}.", "Refused by the centre: {aantal}."),
    "bon_gelijk": Zin("Beide kanten telden hetzelfde.", "Both sides counted the same."),
    "bon_ongelijk": Zin(
        "Nog niet alles is gelijk. De rest gaat vanzelf mee.", "Not all is equal yet. The rest goes along by itself."
    ),
    "bon_alleen_gestuurd": Zin(
        "Dit programma is te oud om op te halen. Alles van hier is wel verstuurd.",
        "This program is too old to fetch. All of here was sent all the same.",
    ),
    "geen_conflicten": Zin("Er zijn geen conflicten.", "There are no conflicts."),
    "conflict_gekozen": Zin(
        "Gekozen. De keuze gaat mee bij de volgende ronde. Er staan er nog {aantal}.",
        "Chosen. The choice goes along with the next round. There are {aantal} left.",
    ),
}
