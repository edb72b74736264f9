"""Errors about files with addresses and borders."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_VEILIG = "Uw huidige kaart is niet veranderd."
_SAFE = "Your present map is unchanged."
_KIES = "Kies een ander bestand, of haal het opnieuw op."
_CHOOSE = "Choose another file, or download it again."
FOUTEN: dict[str, Fout] = {
    "adressen_afgebroken": Fout(
        ("Het adressenbestand {bestand} houdt halverwege een regel op.", _VEILIG, "Haal het bestand opnieuw op."),
        ("The address file {bestand} stops halfway through a line.", _SAFE, "Download the file again."),
    ),
    "adressen_beschadigd": Fout(
        (
            "Het adresboek {bestand} is beschadigd.",
            "Uw meldingen zijn veilig. Straten en plekken vindt u nog wel.",
            "Maak het kaartpakket opnieuw, of kies een ander kaartpakket.",
        ),
        (
            "The address book {bestand} is damaged.",
            "Your reports are safe. Streets and places can still be found.",
            "Make the map package again, or choose another one.",
        ),
    ),
    "adressen_bestand": Fout(
        (
            "{bestand} is geen bestand met adressen.",
            _VEILIG,
            "Kies een tabel van de BAG (CSV), een GeoJSON of een GeoPackage.",
        ),
        ("{bestand} is no file of addresses.", _SAFE, "Choose a table of the BAG (CSV), a GeoJSON or a GeoPackage."),
    ),
    "adressen_kolommen": Fout(
        (
            "In {bestand} ontbreekt: {mist}.",
            _VEILIG,
            "Neem deze kolommen mee in het bestand. Hoofdletters maken niet uit.",
        ),
        ("{bestand} lacks: {mist}.", _SAFE, "Include these columns in the file. Capitals do not matter."),
    ),
    "adressen_leeg": Fout(
        ("In {bestand} staat geen enkel bruikbaar adres.", _VEILIG, _KIES),
        ("There is no usable address in {bestand}.", _SAFE, _CHOOSE),
    ),
    "adressen_nieuwer": Fout(
        (
            "Het adresboek is van een nieuwere versie ({versie}) dan dit programma kent ({kent}).",
            _VEILIG,
            "Werk het programma bij.",
        ),
        ("The address book is of a newer version ({versie}) than this program knows ({kent}).", _SAFE, "Update it."),
    ),
    "adressen_schrijven": Fout(
        ("Het adresboek {bestand} kan niet worden geschreven.", _VEILIG, "Controleer de map en probeer het opnieuw."),
        ("The address book {bestand} cannot be written.", _SAFE, "Check the folder and try again."),
    ),
    "geobestand_afgebroken": Fout(
        ("Het bestand {bestand} is niet compleet: het houdt te vroeg op.", _VEILIG, "Haal het bestand opnieuw op."),
        ("The file {bestand} is not complete: it ends too early.", _SAFE, "Download the file again."),
    ),
    "geobestand_groot": Fout(
        ("Het bestand {bestand} is te groot om als GeoJSON te lezen.", _VEILIG, "Gebruik een GeoPackage (.gpkg)."),
        ("The file {bestand} is too large to be read as GeoJSON.", _SAFE, "Use a GeoPackage (.gpkg)."),
    ),
    "geobestand_onleesbaar": Fout(
        ("Het bestand {bestand} is beschadigd of geen kaartbestand.", _VEILIG, _KIES),
        ("The file {bestand} is damaged or no map file.", _SAFE, _CHOOSE),
    ),
    "grenzen_bestand": Fout(
        ("{bestand} is geen bestand met grenzen.", _VEILIG, "Kies een GeoJSON of GeoPackage van het CBS of van PDOK."),
        ("{bestand} is no file of borders.", _SAFE, "Choose a GeoJSON or GeoPackage of CBS or PDOK."),
    ),
    "grenzen_codes": Fout(
        (
            "In {bestand} hebben de gebieden geen code.",
            _VEILIG,
            "Kies een bestand met een kolom als buurtcode, wijkcode, gemeentecode of statcode.",
        ),
        (
            "The areas in {bestand} have no code.",
            _SAFE,
            "Choose a file with a column such as buurtcode, wijkcode, gemeentecode or statcode.",
        ),
    ),
    "grenzen_dubbel": Fout(
        ("In {bestand} staat {gebied} twee keer in hetzelfde jaar.", _VEILIG, _KIES),
        ("{bestand} holds {gebied} twice in the same year.", _SAFE, _CHOOSE),
    ),
    "grenzen_gemeente_ontbreekt": Fout(
        ("In {bestand} staat gemeente {gemeente} niet.", _VEILIG, "Kies een ander bestand of een andere gemeente."),
        ("{bestand} does not hold municipality {gemeente}.", _SAFE, "Choose another file or another municipality."),
    ),
    "grenzen_leeg": Fout(
        ("In {bestand} staat geen enkel gebied met een grens.", _VEILIG, _KIES),
        ("There is no area with a border in {bestand}.", _SAFE, _CHOOSE),
    ),
    "grenzen_meer_gemeenten": Fout(
        ("In {bestand} staan {aantal} gemeenten.", _VEILIG, "Kies eerst voor welke gemeente u de kaart maakt."),
        ("{bestand} holds {aantal} municipalities.", _SAFE, "Choose first for which one you make the map."),
    ),
    "grenzen_vorm": Fout(
        ("De grens van {gebied} in {bestand} is geen gesloten lijn.", _VEILIG, _KIES),
        ("The border of {gebied} in {bestand} is no closed line.", _SAFE, _CHOOSE),
    ),
    "ligging_anders": Fout(
        (
            "{bestand} zegt dat de posities in {stelsel} zijn, maar de getallen kloppen daar niet mee.",
            _VEILIG,
            "Vraag de maker om een goed bestand. Wij gokken niet waar iets ligt.",
        ),
        (
            "{bestand} says its positions are in {stelsel}, but the numbers belie that.",
            _SAFE,
            "Ask its maker for a correct file. We do not guess where things are.",
        ),
    ),
    "ligging_onbekend": Fout(
        (
            "De posities in {bestand} zijn geen lengte- en breedtegraden en geen RD.",
            _VEILIG,
            "Kies een bestand in WGS84 (graden) of RD (meters).",
        ),
        (
            "The positions in {bestand} are neither degrees nor RD.",
            _SAFE,
            "Choose a file in WGS84 (degrees) or RD (metres).",
        ),
    ),
    "ligging_stelsel": Fout(
        (
            "{bestand} gebruikt een coördinatenstelsel dat wij niet kennen: {stelsel}.",
            _VEILIG,
            "Kies een bestand in WGS84 (EPSG:4326) of RD (EPSG:28992).",
        ),
        (
            "{bestand} uses a coordinate system we do not know: {stelsel}.",
            _SAFE,
            "Choose a file in WGS84 (EPSG:4326) or RD (EPSG:28992).",
        ),
    ),
    "ligging_volgorde": Fout(
        (
            "In {bestand} zijn de twee getallen van een positie omgewisseld.",
            _VEILIG,
            "Vraag om een bestand met eerst de lengte of x, dan de breedte of y.",
        ),
        (
            "The two numbers of a position changed places in {bestand}.",
            _SAFE,
            "Ask for a file with the longitude or x first, then the latitude or y.",
        ),
    ),
}
