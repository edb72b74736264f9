"""Words for the parts of a kaartpakket, the steps of making one, and why a street was left out."""

from __future__ import annotations

from boa_app.texts.entry import Zin

ONDERDEEL: dict[str, Zin] = {
    "omtrek": Zin("gemeentegrens", "municipal border"),
    "wijken": Zin("wijken", "wijken"),
    "buurten": Zin("buurten", "buurten"),
    "straten": Zin("straten", "streets"),
    "straatlijnen": Zin("getekende straten", "drawn streets"),
    "adressen": Zin("adressen", "addresses"),
    "vlakken": Zin("water, groen en bebouwing", "water, green and buildings"),
    "plekken": Zin("plekken", "places"),
    "gebieden": Zin("gebieden met een regel", "areas with a rule"),
    "basiskaart": Zin("basiskaart", "base map"),
    "manifest.json": Zin("de inhoudsopgave", "the table of contents"),
    # Steps of making that are no part of their own.
    "grenzen": Zin("grenzen en buurten", "borders and buurten"),
    "controle": Zin("controle", "check"),
}
LABELS: dict[str, dict[str, Zin]] = {
    "onderdeel": ONDERDEEL,
    # The other one of two parts in one sentence.
    "ander": ONDERDEEL,
    "bouwstap": {
        "lees": Zin("wordt gelezen", "being read"),
        "haal": Zin("wordt opgehaald", "being fetched"),
        "controleer": Zin("wordt nagelezen", "being read back"),
        "klaar": Zin("klaar", "done"),
        "eerder_klaar": Zin("was al klaar", "was done before"),
        "mislukt": Zin("niet gelukt", "did not succeed"),
    },
    "overgeslagen": {
        "autoweg": Zin("autoweg", "road for motor traffic"),
        "buiten_grens": Zin("buiten de grens", "outside the border"),
        "geen_toegang": Zin("niet openbaar", "not public"),
        "geen_weg": Zin("geen weg (meer)", "no road, or no longer"),
        "nooit_te_voet": Zin("nooit te voet", "never on foot"),
        "te_kort": Zin("korter dan een stap", "shorter than a step"),
        "vlak_stuk": Zin("vlak zonder hele omtrek", "area without its whole outline"),
        "voet_verboden": Zin("verboden voor voetgangers", "closed to pedestrians"),
        "zonder_punten": Zin("zonder ligging in het bestand", "without a position in the file"),
    },
}
ZINNEN: dict[str, Zin] = {
    "kaartbestand_geschreven": Zin(
        "{bestand}: {mb} MB. Vingerafdruk van de maker: {vingerafdruk}.",
        "{bestand}: {mb} MB. Fingerprint of the maker: {vingerafdruk}.",
    ),
    "kaartpakket_regel": Zin("Kaartpakket {naam} in {map}.", "Kaartpakket {naam} in {map}."),
    "kaartpakket_ontbreekt_regel": Zin("Niet aanwezig: {onderdelen}.", "Not there: {onderdelen}."),
    "straten_geschreven": Zin(
        "In {bestand} staan {segmenten} stukken straat, samen {km} km.",
        "{bestand} holds {segmenten} pieces of street, together {km} km.",
    ),
    "straten_stukken": Zin(
        "Het net bestaat uit {aantal} losse delen; het grootste is {km} km.",
        "The network is in {aantal} separate pieces; the largest is {km} km.",
    ),
}
