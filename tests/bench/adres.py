"""Finding an address while somebody types: per key, with 30,000 addresses, through the use cases of Ctrl+K and Waar."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from boa_app.mapdata.adressen import Adresboek, write_adressen
from boa_app.usecases.overzicht import load_overzicht
from boa_app.usecases.plaats import zoek_plaats
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.session import Session
from boa_app.usecases.zoeken import zoek
from tests.adresboek import many_addresses, street_names
from tests.bench.rows import Row, p99
from tests.samples import SetClock, make_sample_session, small_kaart

ADDRESSES = 30_000
STREETS = 900
LIMIT_MS = 30
_WORDS = 60


def measure(folder: Path) -> list[Row]:
    """Every key of some sixty texts, whole, short and with typing errors; the first key of all counts too."""
    path = folder / "adressen.sqlite"
    write_adressen(path, many_addresses(ADDRESSES, STREETS))
    session = make_sample_session(folder / "opslag", SetClock())
    try:
        kaart = replace(small_kaart(), adressen=path)
        keys = _keys()
        overzicht = load_overzicht(session)
        ways: dict[str, Callable[[Session, str], object]] = {
            "adresboek zelf": lambda fresh, text: _book(fresh).zoek(text, 8),
            "Waar (zoek_plaats)": lambda fresh, text: zoek_plaats(fresh, text, 6),
            "Ctrl+K (zoek)": lambda fresh, text: zoek(fresh, text, overzicht),
        }
        rows = []
        for name, ask in ways.items():
            fresh = replace(session, kaart=kaart, plaatsen=PlaatsIndex(kaart))
            first = _ms(ask, fresh, keys[0])
            # The smallest of three: what a key costs, not what else the machine did at that moment.
            spans = [min(_ms(ask, fresh, text) for _ in range(3)) for text in keys]
            told = f"n={len(keys)} toetsen, {ADDRESSES} adressen; mediaan {statistics.median(spans):.2f} ms"
            rows.append(Row(f"adres per toets, {name}, p99", p99(spans), LIMIT_MS, "ms", told))
            rows.append(Row(f"adres, {name}, eerste toets", first, LIMIT_MS, "ms", "namen nog niet gelezen"))
        return rows
    finally:
        session.close()


def _book(session: Session) -> Adresboek:
    book = session.plaatsen.adresboek()
    assert book is not None
    return book


def _keys() -> list[str]:
    """What stands in the field after each key, for texts as people type them."""
    dice = random.Random(11)
    texts = ["zeemanl 12", "3401 ab 12", "12 zeemanlaan", "Burg. Mulderln 3", "plein 1945 1", "zeeamnlaan 12", "laan 1"]
    for name in dice.sample(street_names(STREETS), _WORDS - len(texts)):
        place = dice.randrange(1, len(name) - 1)
        wrong = name[:place] + name[place + 1 :] if dice.random() < 0.4 else name
        texts.append(f"{wrong} {dice.randint(1, 33)}")
    return [text[:end] for text in texts for end in range(1, len(text) + 1)]


def _ms(ask: Callable[[Session, str], object], session: Session, text: str) -> float:
    began = time.perf_counter()
    ask(session, text)
    return (time.perf_counter() - began) * 1000
