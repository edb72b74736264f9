"""Errors about the receiver: where a position should come from and why one is not used."""

from __future__ import annotations

from boa_app.texts.entry import Fout

_VEILIG = "Uw gegevens zijn veilig. Melden kan gewoon: kies de plaats op de kaart."
_SAFE = "Your data are safe. You can go on: choose the place on the map."
FOUTEN: dict[str, Fout] = {
    "gps_uit": Fout(
        ("De plaatsbepaling staat uit.", _VEILIG, "Kies een bron bij Plaatsbepaling."),
        ("Positioning is switched off.", _SAFE, "Choose a source under Positioning."),
    ),
    "gps_onbruikbaar": Fout(
        ("De gps-plaats is nu niet betrouwbaar: {oordeel}.", _VEILIG, "Wacht even en probeer het opnieuw."),
        ("The GPS position cannot be trusted now: {oordeel}.", _SAFE, "Wait a moment and try again."),
    ),
    "gps_poort_ontbreekt": Fout(
        ("Er is geen poort gekozen.", "Er is niets gewijzigd.", "Sluit de ontvanger aan en kies zijn poort."),
        ("No port was chosen.", "Nothing was changed.", "Connect the receiver and choose its port."),
    ),
    "gps_bestand_ontbreekt": Fout(
        ("Er is geen bestand gekozen.", "Er is niets gewijzigd.", "Kies een bestand met NMEA-regels."),
        ("No file was chosen.", "Nothing was changed.", "Choose a file with NMEA lines."),
    ),
    "gps_poort_weg": Fout(
        ("De gps-ontvanger aan {poort} is weg.", _VEILIG, "Sluit hem weer aan, of kies een andere bron."),
        ("The GPS receiver at {poort} is gone.", _SAFE, "Connect it again, or choose another source."),
    ),
    "gps_poort_bezet": Fout(
        ("De poort {poort} kan niet worden geopend.", _VEILIG, "Sluit andere programma's die de gps gebruiken."),
        ("The port {poort} cannot be opened.", _SAFE, "Close other programs that use the GPS."),
    ),
    "gps_bestand_onleesbaar": Fout(
        ("Het bestand {bestand} kan niet worden gelezen.", _VEILIG, "Kies een ander bestand."),
        ("The file {bestand} cannot be read.", _SAFE, "Choose another file."),
    ),
    "gps_bestand_te_groot": Fout(
        ("Het bestand {bestand} is te groot om af te spelen.", _VEILIG, "Kies een opname tot 64 MB."),
        ("The file {bestand} is too large to play.", _SAFE, "Choose a recording of at most 64 MB."),
    ),
    "gps_geen_systeembron": Fout(
        ("Dit systeem heeft geen eigen plaatsbepaling.", _VEILIG, "Kies een ontvanger op een poort."),
        ("This system has no location service.", _SAFE, "Choose a receiver on a port."),
    ),
    "gps_geen_toegang": Fout(
        ("Het systeem geeft de plaats niet vrij.", _VEILIG, "Sta plaatsbepaling toe in de systeeminstellingen."),
        ("The system does not share the position.", _SAFE, "Allow location access in the system settings."),
    ),
    "gpx_onleesbaar": Fout(
        ("Dit GPX-bestand is niet te lezen.", _VEILIG, "Bewaar de wandeling opnieuw, of kies een ander bestand."),
        ("This GPX file cannot be read.", _SAFE, "Save the walk once more, or choose another file."),
    ),
    "gpx_zonder_wandeling": Fout(
        ("In dit GPX-bestand staat geen wandeling.", _VEILIG, "Kies een bestand met een track of een route."),
        ("There is no walk in this GPX file.", _SAFE, "Choose a file with a track or a route."),
    ),
}  # fmt: skip
