"""What stands on a map that leaves the program: heading, legend, marks, and how they are filled in."""

from __future__ import annotations

from boa_app.texts.entry import Zin

WOORDEN: dict[str, Zin] = {
    "kaart_titel": Zin("Meldingen jeugdoverlast, {gemeente}", "Youth nuisance meldingen, {gemeente}"),
    "kaart_beschermd": Zin(
        "Vakjes met minder dan {k} meldingen zijn samengevoegd of verborgen, zodat niemand te herleiden is.",
        "Squares with fewer than {k} meldingen are merged or hidden, so that nobody is traceable.",
    ),
    "kaart_vast": Zin(
        "Vaste periode ({soort}), vastgesteld op {moment}. Wat later is gemeld of verbeterd, staat er niet in.",
        "Fixed period ({soort}), set on {moment}. What was reported or corrected later is not in it.",
    ),
    "kaart_opgeteld": Zin(
        "{aantal} vaste perioden ({soort}), opgeteld. Een vak telt alleen in perioden waarin het {k} of meer had. "
        "Vastgesteld op {moment}; wat later is gemeld of verbeterd, staat er niet in.",
        "{aantal} fixed periods ({soort}), added up. A square counts only in periods in which it had {k} or more. "
        "Set on {moment}; what was reported or corrected later is not in it.",
    ),
    "periode_kwartaal": Zin("kwartaal", "quarter"),
    "periode_halfjaar": Zin("halfjaar", "half-year"),
    "periode_jaar": Zin("jaar", "year"),
    "kaart_zonder_adressen": Zin(
        "Vakken van 400 meter of groter, want adressen ontbreken in het kaartpakket.",
        "Squares of 400 metres or more, because the kaartpakket holds no addresses.",
    ),
    "kaart_buurten": Zin(
        "Alleen vakken waarvan het midden in de gekozen buurten ligt.",
        "Only squares with their middle in the chosen buurten.",
    ),
    "kaart_telt": Zin(
        "De kaart telt meldingen, niet wat niemand meldde. Meerdere meldingen van één gebeurtenis tellen één keer.",
        "The map counts meldingen, not what nobody reported. Several meldingen of one event count once.",
    ),
    "kaart_per_vak": Zin(
        "Het cijfer is het aantal meldingen in het vak.", "The figure is the number of meldingen in the square."
    ),
    "kaart_klassen": Zin("Meldingen, vergeleken met het gemiddelde vak", "Meldingen against the average square"),
    "klasse_minder": Zin("minder", "fewer"),
    "klasse_gemiddeld": Zin("gemiddeld", "average"),
    "klasse_meer": Zin("meer", "more"),
    "te_weinig": Zin("te weinig om te tonen", "too few to show"),
    "kaart_inwendig": Zin(
        "Alleen voor het team. Punten en warmte wijzen precies aan waar is gemeld. Geef deze kaart niet verder.",
        "For the team only. Points and heat show exactly where something was reported. Do not pass this map on.",
    ),
    "kaart_team": Zin("Alleen voor gebruik binnen de gemeente.", "For use within the municipality only."),
    "kaart_vastgesteld": Zin("Vastgesteld op {moment}", "Set on {moment}"),
    "kaart_stand": Zin("Stand per {moment}", "As of {moment}"),
    "kaart_voorbeeld": Zin("Voorbeeldgegevens: verzonnen meldingen", "Example data: invented meldingen"),
    "kaart_schaal": Zin("Schaal ongeveer 1 : {schaal}", "Scale about 1 : {schaal}"),
    "kaart_lijst": Zin("Dezelfde vakken als lijst", "The same squares as a list"),
    "kolom_buurt": Zin("Buurt", "Buurt"),
    "kolom_vak": Zin("Vak", "Square"),
    "kolom_klasse": Zin("Drukte", "Level"),
    "kolom_aantal": Zin("Meldingen", "Meldingen"),
    "kaart_hulp": Zin(
        "Kaart. Verschuif met de pijltjestoetsen, zoom met plus en min.",
        "Map. Move with the arrow keys, zoom with plus and minus.",
    ),
    "kaart_inzoomen": Zin("Inzoomen", "Zoom in"),
    "kaart_uitzoomen": Zin("Uitzoomen", "Zoom out"),
    "buiten_buurten": Zin("buiten de buurten", "outside the buurten"),
}


def kaartwoord(code: str, language: str = "nl", **fields: object) -> str:
    """The words of a code with its fields filled in. Raises KeyError for an unknown code or field."""
    entry = WOORDEN[code]
    return (entry.en if language == "en" else entry.nl).format(**fields)
