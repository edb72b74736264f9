"""What stands on the authorisation matrix, on the screen and on paper: headings, terms, and how they are filled in."""

from __future__ import annotations

from boa_app.texts.entry import Zin

WOORDEN: dict[str, Zin] = {
    "titel": Zin("Autorisatiematrix {gemeente}", "Authorisation matrix {gemeente}"),
    "stand": Zin("Stand per {moment}.", "As it stood on {moment}."),
    "uitleg": Zin(
        "Dit is de tabel waarnaar het programma en de centrale handelen. Wat er niet in staat, wordt geweigerd.",
        "This is the table by which the program and the centre act. What is not in it is refused.",
    ),
    "zonder_namen": Zin(
        "Wie welke rol heeft, staat er niet in: dat weet alleen de centrale.",
        "Who has which role is not in it: only the centre knows.",
    ),
    "wie": Zin("Deze rol hebben nu: {wie}", "Who has this role now: {wie}"),
    "niemand": Zin("niemand", "nobody"),
    "kop_wat": Zin("Wat", "What"),
    "kop_velden": Zin("Welke velden", "Which fields"),
    "kop_mag": Zin("Mag", "May"),
    "kop_bereik": Zin("Bereik", "Reach"),
    "kop_termijnen": Zin("Termijnen", "Terms"),
    "jaar": Zin("{aantal} jaar", "{aantal} years"),
    "dagen": Zin("{aantal} dagen", "{aantal} days"),
    "hooguit": Zin("hooguit {termijn} oud", "at most {termijn} old"),
    "reden": Zin("met reden vanaf {termijn}", "with a reason from {termijn}"),
    "toestel": Zin("{termijn} op een toestel", "{termijn} on a device"),
    "tot": Zin("t/m {dag}", "up to {dag}"),
}


def matrixwoord(code: str, language: str = "nl", **fields: str) -> str:
    """A heading or phrase with its fields filled in. Raises KeyError for a code or field that is not there."""
    found = WOORDEN[code]
    return (found.en if language == "en" else found.nl).format(**fields)
