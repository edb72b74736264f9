"""What is found by name, and by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from boa_app.domain.ids import uuid7
from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.roles import Rol
from boa_app.domain.ronde import Plek
from boa_app.domain.schouw import Schouw
from boa_app.store import audit, jops, rondes, schouwen
from boa_app.store.session import Writer
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.session import Session
from boa_app.usecases.zoeknamen import (
    Opdracht,
    Vondst,
    Vondstsoort,
    best_of,
    find_commands,
    find_coordinates,
    find_named,
    match_rank,
)
from tests.adresboek import small_book
from tests.samples import SetClock, as_role, small_kaart

NEW = Opdracht("nieuw", "Nieuwe melding", ("loggen", "toevoegen"))
LOCK = Opdracht("slot", "Vergrendelen", ("afsluiten",))


@pytest.fixture
def filled(session: Session, clock: SetClock) -> Session:
    def work(w: Writer) -> None:
        rondes.insert_plek(w, Plek(uuid7(clock()), "Schoolplein Torenlaan", 5.01, 52.01))
        jops.insert_jop(w, Jop(uuid7(clock()), "JOP-1", "JOP Zeemanlaan", JopStatus.ACTIEF, 5.01, 52.01, "UNIT"))
        jops.insert_jop(w, Jop(uuid7(clock()), "JOP-2", "JOP Zeeweg", JopStatus.VERWIJDERD, 5.01, 52.01, "UNIT"))
        schouwen.insert_schouw(w, Schouw(uuid7(clock()), "Schouw Zeewijk", date(2026, 11, 1), "avond", "gepland"))
        audit.append_line(w, "VERZAMELEN", "jop")

    session.write(work)
    return session


def _find(session: Session, wanted: str) -> dict[Vondstsoort, list[str]]:
    with session.store.read() as reader:
        found = dict(find_named(session, reader, wanted, 5, "nl"))
    return {soort: [one.titel for one in shown] for soort, (shown, _count) in found.items() if shown}


@pytest.mark.parametrize(
    ("wanted", "name", "rank"),
    [("zee", "zeemanlaan", 0), ("laan zee", "zee laan", 1), ("man", "zeemanlaan", 2), ("ma", "zeemanlaan", 9),
     ("zee weg", "zeemanlaan", 9), ("", "zeemanlaan", 9)],
)  # fmt: skip
def test_rank(wanted: str, name: str, rank: int) -> None:
    assert match_rank(wanted, name) == rank


def test_the_best_first_and_how_many_there_are() -> None:
    things = [(name, Vondst(Vondstsoort.BUURT, name, name)) for name in ("Noordzee", "Zeedijk", "Aan Zee", "Bos")]
    shown, count = best_of("zee", things, 2)
    assert ([one.titel for one in shown], count) == (["Zeedijk", "Aan Zee"], 3)


def test_every_kind(filled: Session) -> None:
    assert _find(filled, "zee") == {
        Vondstsoort.JOP: ["JOP Zeemanlaan"], Vondstsoort.SCHOUW: ["Schouw Zeewijk"], Vondstsoort.STRAAT: ["Zeemanlaan"],
    }  # fmt: skip
    assert _find(filled, "plein") == {Vondstsoort.PLEK: ["Schoolplein Torenlaan"]}
    assert _find(filled, "west") == {Vondstsoort.BUURT: ["West"]}
    assert _find(filled, "vuurwerk") == {Vondstsoort.SOORT: ["Vuurwerk"]}
    assert _find(filled, "jop 1") == {Vondstsoort.JOP: ["JOP Zeemanlaan"]}


def test_each_role_finds_what_it_may_see(filled: Session) -> None:
    leider = as_role(filled, Rol.SCHOUWLEIDER)
    assert _find(leider, "zee") == {Vondstsoort.JOP: ["JOP Zeemanlaan"], Vondstsoort.STRAAT: ["Zeemanlaan"]}
    # The code of a JOP is not among what this role may know.
    assert _find(leider, "jop 1") == {} and _find(leider, "plein") == {} and _find(leider, "vuurwerk") == {}
    assert _find(as_role(filled, Rol.PRIVACY), "zee") == {Vondstsoort.STRAAT: ["Zeemanlaan"]}


def test_addresses_below_the_streets_and_not_twice(filled: Session, tmp_path: Path) -> None:
    kaart = replace(small_kaart(), adressen=small_book(tmp_path))
    known = replace(filled, kaart=kaart, plaatsen=PlaatsIndex(kaart))
    assert _find(known, "zeemanlaan") == {
        Vondstsoort.JOP: ["JOP Zeemanlaan"], Vondstsoort.STRAAT: ["Zeemanlaan"],
        Vondstsoort.ADRES: ["Zeemanlaan 10", "Zeemanlaan 12", "Zeemanlaan 12a", "Zeemanlaan 14", "Zeemanlaan 120"],
    }  # fmt: skip
    assert _find(known, "3401ab 12") == {Vondstsoort.ADRES: ["Zeemanlaan 12", "Zeemanlaan 12a"]}
    assert _find(known, "zeeamnlaan 12a") == {Vondstsoort.ADRES: ["Zeemanlaan 12a", "Zeemanlaan 12"]}
    # No path of this map has that name: the book is the only one that knows the street.
    assert _find(known, "dorpsstraat")[Vondstsoort.ADRES][:2] == ["Dorpsstraat", "Dorpsstraat"]
    assert _find(as_role(known, Rol.PRIVACY), "plein 1945 1") == {Vondstsoort.ADRES: ["Plein 1945 1"]}


def test_a_damaged_book_keeps_the_rest_to_be_found(filled: Session, tmp_path: Path) -> None:
    path = small_book(tmp_path)
    kaart = replace(small_kaart(), adressen=path)
    known = replace(filled, kaart=kaart, plaatsen=PlaatsIndex(kaart))
    assert known.plaatsen.adresboek() is not None
    path.write_bytes(path.read_bytes()[:4096] + bytes(40_000))
    assert _find(known, "zee")[Vondstsoort.STRAAT] == ["Zeemanlaan"]


def test_commands_by_name_or_other_word_and_all_of_them_for_nothing() -> None:
    assert [one.sleutel for one in find_commands((NEW, LOCK), "", 5)[0]] == ["nieuw", "slot"]
    assert [one.sleutel for one in find_commands((NEW, LOCK), "melding", 5)[0]] == ["nieuw"]
    assert [one.titel for one in find_commands((NEW, LOCK), "afsl", 5)[0]] == ["Vergrendelen"]
    assert find_commands((NEW, LOCK), "zee", 5) == ((), 0)


def test_a_position() -> None:
    found = find_coordinates("52,02 5,04")
    assert found is not None and (found.lon, found.lat) == (5.04, 52.02)
    assert find_coordinates("zee") is None
