"""Invented addresses, in any number, with what makes searching hard: one name in two villages, titles, names of several
words, years in names, letters and additions, numbers that are missing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from boa_app.mapdata.adressen import Adres, write_adressen

NAMED = (
    "Zeemanlaan", "Zeemanstraat", "Burgemeester Mulderlaan", "Dorpsstraat", "Plein 1945", "1e Dwarsstraat",
    "'s-Gravenweg", "Dr. Schaepmanlaan", "Jan van Goyenlaan", "Prins Hendrikweg", "Café-straat", "Achterveld",
)  # fmt: skip
_STEMS = "wilgen eiken beuken linden molen kasteel haven school kerk noord zuid hazen otter bever merel".split()
_MIDDLES = "akker veld bosch water berg land horst stede kamp wijk donk haag".split()
_ENDS = "straat laan weg hof pad dijk plein singel gracht kade".split()
WEST, SOUTH, EAST, NORTH = 5.00, 52.00, 5.04, 52.02


def street_names(count: int) -> list[str]:
    """Distinct names, the same ones every time."""
    made = list(NAMED)
    for end in _ENDS:
        for middle in _MIDDLES:
            made += [f"{stem}{middle}{end}".capitalize() for stem in _STEMS]
    assert len(made) >= count
    return made[:count]


def many_addresses(count: int, streets: int = 900) -> Iterator[Adres]:
    """So many addresses, some 33 a street. The Dorpsstraat of Benschop is another than that of IJsselstein."""
    dice, names = random.Random(3), street_names(streets)
    for index in range(count):
        name, nummer = names[index % streets], 1 + index // streets
        village = (
            "Benschop" if index % streets > streets // 2 or (name == "Dorpsstraat" and nummer % 2) else "IJsselstein"
        )
        letter = "a" if nummer > 2 and dice.random() < 0.1 else ""
        postcode = f"34{1 + index % streets % 90:02}{'ABCDE'[index % 5]}{'ABCDE'[index % 3]}"
        lon, lat = WEST + dice.random() * (EAST - WEST), SOUTH + dice.random() * (NORTH - SOUTH)
        yield Adres(name, nummer, letter, "", postcode, village, lon, lat, dice.random() < 0.9, f"{index:016}")


def small_addresses() -> tuple[Adres, ...]:
    """A few, each there for a reason; positions inside the small kaartpakket of the samples."""
    where = {"woonplaats": "IJsselstein"}
    return (
        Adres("Zeemanlaan", 10, "", "", "3401AB", lon=5.0100, lat=52.0101, **where),
        Adres("Zeemanlaan", 12, "", "", "3401AB", lon=5.0110, lat=52.0101, **where),
        Adres("Zeemanlaan", 12, "a", "", "3401AB", lon=5.0112, lat=52.0101, **where),
        Adres("Zeemanlaan", 14, "", "", "3401AC", lon=5.0120, lat=52.0101, is_woning=False, **where),
        Adres("Zeemanlaan", 120, "", "", "3401AC", lon=5.0180, lat=52.0101, **where),
        Adres("Burgemeester Mulderlaan", 3, "", "", "3402BB", lon=5.0300, lat=52.0050, **where),
        Adres("Burgemeester Mulderlaan", 3, "", "bis", "3402BB", lon=5.0301, lat=52.0050, **where),
        Adres("Dorpsstraat", 12, "", "", "3402CC", lon=5.0310, lat=52.0150, **where),
        Adres("Dorpsstraat", 12, "", "", "3405AA", lon=5.0010, lat=52.0190, woonplaats="Benschop"),
        Adres("Dorpsstraat", 5, "", "", "3405AA", lon=5.0012, lat=52.0190, woonplaats="Benschop"),
        Adres("Plein 1945", 1, "", "", "3403DD", lon=5.0200, lat=52.0020, **where),
        Adres("Dr. Schaepmanlaan", 7, "", "", "3403EE", lon=5.0210, lat=52.0030, **where),
        Adres("'s-Gravenweg", 8, "", "2", "3403FF", lon=5.0220, lat=52.0040, **where),
        Adres("'s-Gravenweg", 8, "", "10", "3403FF", lon=5.0221, lat=52.0040, **where),
        Adres("Café-straat", 1, "", "", "3403GG", lon=5.0230, lat=52.0060, **where),
        Adres("Van der Valkstraat", 2, "", "", "3403HH", lon=5.0240, lat=52.0070, **where),
    )  # fmt: skip


def small_book(folder: Path) -> Path:
    """The file of the small addresses."""
    path = folder / "adressen.sqlite"
    write_adressen(path, small_addresses())
    return path
