"""Addresses of the own book, and of PDOK only when allowed, needed and harmless."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata.pdok_diensten import Diensten
from boa_app.store import audit
from boa_app.usecases.adressen import (
    AdresHier,
    adres_bij,
    mag_pdok,
    may_ask_pdok,
    toon_postcode,
    zet_pdok,
    zoek_adres,
    zoek_bij_pdok,
)
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.session import Session
from tests.adresboek import small_book
from tests.pdokproef import Proef, pdokdata, proef
from tests.samples import small_kaart

__all__ = ["pdokdata", "proef"]


def with_book(session: Session, path: Path | None) -> Session:
    kaart = replace(small_kaart(), adressen=path)
    return replace(session, kaart=kaart, plaatsen=PlaatsIndex(kaart))


@pytest.fixture
def known(session: Session, tmp_path: Path) -> Session:
    return with_book(session, small_book(tmp_path))


@pytest.fixture
def asked(proef: Proef) -> Iterator[Proef]:
    yield proef


def at_pdok(session: Session, text: str, proef: Proef) -> tuple[Any, ...]:
    diensten = Diensten.op(proef.server.basis)
    return zoek_bij_pdok(session, text, cancelled=lambda: False, diensten=diensten)


def test_what_is_found_says_where_it_is(known: Session) -> None:
    found = zoek_adres(known, "dorpsstraat 12")
    assert [(one.naam, one.meta, one.is_straat, one.van_pdok) for one in found] == [
        ("Dorpsstraat 12", "3405 AA Benschop", False, False),
        ("Dorpsstraat 12", "3402 CC IJsselstein", False, False),
    ]
    street = zoek_adres(known, "zeemanlaan")[0]
    assert (street.naam, street.meta, street.is_straat) == ("Zeemanlaan", "IJsselstein", True)


def test_without_a_book_nothing_is_found_and_nothing_breaks(session: Session) -> None:
    for nowhere in (session, replace(session, kaart=None, plaatsen=PlaatsIndex(None))):
        assert zoek_adres(nowhere, "zeemanlaan 12") == ()
        assert adres_bij(nowhere, 5.01, 52.01) is None


def test_the_nearest_address_in_words(known: Session) -> None:
    here = adres_bij(known, 5.0100, 52.0100)
    assert here == AdresHier("Zeemanlaan 10, IJsselstein", pytest.approx(11.1, abs=0.2))
    assert adres_bij(known, 5.0150, 52.0180) is None


def test_a_damaged_book_is_told_once_somebody_searches_and_keeps_nothing_else_shut(
    session: Session, tmp_path: Path
) -> None:
    path = small_book(tmp_path)
    known = with_book(session, path)
    assert zoek_adres(known, "zeemanlaan")
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + bytes(len(whole) - 4096))
    with pytest.raises(EnvironmentProblem):
        zoek_adres(known, "zeemanlaan")
    assert adres_bij(known, 5.01, 52.01) is None
    assert zoek_adres(known, "zeemanlaan") == (), "told once, not at every key"
    broken = with_book(session, path)
    assert zoek_adres(broken, "zeemanlaan") == ()
    assert broken.plaatsen.boek_probleem is not None
    assert broken.plaatsen.boek_probleem.code == "adressen_beschadigd"
    assert "zeemanlaan" in broken.plaatsen.known_names


def test_streets_of_the_book_are_no_persons(known: Session, session: Session) -> None:
    assert "burgemeester mulderlaan" in known.plaatsen.known_names
    assert "burgemeester mulderlaan" not in session.plaatsen.known_names


def test_pdok_is_off_until_somebody_says_so_and_the_log_tells(known: Session) -> None:
    assert not mag_pdok(known)
    zet_pdok(known, toegestaan=True)
    assert mag_pdok(known)
    zet_pdok(known, toegestaan=False)
    assert not mag_pdok(known)
    with known.store.read() as reader:
        lines = [line for line in audit.lines(reader) if line["object_id"] == "adres_pdok"]
    assert [line["reden_tekst"] for line in lines] == ["true", "false"]


def test_without_the_setting_no_request_is_made(known: Session, asked: Proef) -> None:
    for text in ("Rijnlaan 12", "3522 AB 1", "Nergenslaan 12"):
        assert at_pdok(known, text, asked) == ()
    assert asked.server.vragen == []


def test_pdok_is_asked_when_the_book_has_nothing(known: Session, asked: Proef) -> None:
    zet_pdok(known, toegestaan=True)
    street = asked.server.data.adressen[0]["properties"]["openbare_ruimte"]
    found = at_pdok(known, street.lower(), asked)
    assert found and all(one.van_pdok for one in found)
    assert {one.straat for one in found} == {street}
    assert len(asked.server.vragen) == 1
    assert all(5.0 < one.lon < 5.1 and 51.9 < one.lat < 52.1 for one in found)


def test_only_the_typed_text_goes_out(known: Session, asked: Proef) -> None:
    from urllib.parse import parse_qs, urlsplit

    zet_pdok(known, toegestaan=True)
    at_pdok(known, "  Nergenslaan   12 ", asked)
    (question,) = asked.server.vragen
    sent = parse_qs(urlsplit(question).query)
    assert sent.pop("q") == ["Nergenslaan 12"]
    assert set(sent) == {"fq", "fl", "rows"}, "the rest is the same for everybody"
    assert sent["fq"] == ["type:(adres OR weg)"]
    headers = {name.lower(): value for name, value in asked.server.koppen[0].items()}
    assert not {"cookie", "authorization", "referer"} & set(headers)
    assert known.store.meta.gemeente_naam not in str(headers)


@pytest.mark.parametrize("text", ["zeemanlaan 12", "zeemanlan", "3401 ab"])
def test_what_the_book_has_is_not_asked(known: Session, asked: Proef, text: str) -> None:
    zet_pdok(known, toegestaan=True)
    assert at_pdok(known, text, asked) == ()
    assert asked.server.vragen == []


@pytest.mark.parametrize(
    "text",
    [
        "", "ab", "12", "3401", "jan de vries", "jan de vries 06-12345678", "1234", "achter de sporthal",
        "geboren 12-03-1999 hoflaan", "AB-123-C nergenslaan", "mail@example.org laan 3", "x" * 500 + " laan 3",
    ],
)  # fmt: skip
def test_a_text_that_is_no_address_or_points_at_a_person_stays_here(known: Session, asked: Proef, text: str) -> None:
    zet_pdok(known, toegestaan=True)
    assert not may_ask_pdok(known, text)
    assert at_pdok(known, text, asked) == ()
    assert asked.server.vragen == []


def test_a_line_that_is_away_is_told(known: Session, asked: Proef) -> None:
    zet_pdok(known, toegestaan=True)
    asked.server.stoor("locatieserver", "500")
    with pytest.raises(EnvironmentProblem):
        at_pdok(known, "Nergenslaan 12", asked)


def test_postcodes_are_shown_as_people_write_them() -> None:
    assert toon_postcode("3401AB") == "3401 AB"
    assert toon_postcode("69117") == "69117"
    assert toon_postcode("") == ""
