"""Single questions to the Locatieserver: only what it knows, once, and not for long."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.mapdata import locatieserver
from boa_app.mapdata.locatieserver import Locatieserver, _adres
from boa_app.mapdata.pdok_diensten import Diensten
from tests.pdokdata import adres_doc
from tests.pdokproef import Proef, pdokdata, proef

__all__ = ["pdokdata", "proef"]


def dienst(proef: Proef, cancelled: Callable[[], bool] = lambda: False) -> Locatieserver:
    ophaler = proef.ophaler(cancelled=cancelled, answer_s=100.0)
    return Locatieserver(ophaler, Diensten.op(proef.server.basis).locatie)


def test_an_address_is_found_with_its_place(proef: Proef) -> None:
    feature = proef.server.data.adressen[5]
    doc = adres_doc(feature)
    with dienst(proef) as service:
        (found, *_) = service.zoek(f"{doc['straatnaam']} {doc['huisnummer']}", 5, "GM0353")
    assert (found.straat, found.huisnummer, found.soort) == (doc["straatnaam"], doc["huisnummer"], "adres")
    assert (found.woonplaats, found.postcode) == ("IJsselstein", doc["postcode"])
    assert 4.97 < found.lon < 5.08
    assert 51.99 < found.lat < 52.06
    asked = parse_qs(urlsplit(proef.server.vragen[0]).query)
    assert asked["fq"] == ["type:(adres OR weg)", "gemeentecode:0353"]
    assert asked["rows"] == ["5"]


def test_what_is_typed_and_what_it_stands_for(proef: Proef) -> None:
    with dienst(proef) as service:
        suggestions = service.suggest("vlisthof 22")
        found = service.lookup(suggestions[0][0])
        assert service.lookup("adr-nergens") is None
    assert found is not None
    assert found.tekst == suggestions[0][1]


def test_the_address_at_a_place(proef: Proef) -> None:
    with dienst(proef) as service:
        found = service.bij(5.0448, 52.0203)
    assert found is not None
    assert parse_qs(urlsplit(proef.server.vragen[0]).query)["type"] == ["adres"]


def test_all_municipalities_in_pages_by_name(proef: Proef) -> None:
    with dienst(proef) as service:
        found = service.gemeenten()
    assert len(found) == 342
    assert [one.naam for one in found] == sorted(one.naam for one in found)
    assert ("GM0353", "IJsselstein") in {(one.code, one.naam) for one in found}
    assert len(proef.server.vragen) == 7


@pytest.mark.parametrize("typed", ["", "   ", "()", "*:*", "!!!", "'", "\0"])
def test_a_text_without_letters_is_not_asked(proef: Proef, typed: str) -> None:
    with dienst(proef) as service:
        assert service.zoek(typed) == ()
        assert service.suggest(typed) == ()
    assert proef.server.vragen == []


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("Vlisthof 22 (achter)", "Vlisthof 22 achter"),
        ("type:gemeente", "type gemeente"),
        ("a_val:*  b", "a val b"),
        ("'s-Gravenweg 1/2", "'s-Gravenweg 1/2"),
        ("Café Ijsselstein", "Café Ijsselstein"),
        ("x" * 500, "x" * 100),
    ],
)
def test_the_language_of_the_search_engine_stays_here(proef: Proef, typed: str, sent: str) -> None:
    with dienst(proef) as service:
        service.zoek(typed)
    assert parse_qs(urlsplit(proef.server.vragen[0]).query)["q"] == [sent]


@pytest.mark.parametrize("soort", ["hangt", "druppelt"])
def test_nobody_waits_longer_than_agreed(proef: Proef, monkeypatch: pytest.MonkeyPatch, soort: str) -> None:
    monkeypatch.setattr(locatieserver, "ANSWER_S", 0.2)
    proef.server.stoor("locatieserver", soort)
    begun = time.monotonic()
    with dienst(proef) as service, pytest.raises(EnvironmentProblem) as caught:
        service.zoek("vlisthof 22")
    assert caught.value.code == "pdok_traag"
    assert time.monotonic() - begun < 30, "it waited as long as an answer may take elsewhere"


def test_whoever_types_on_stops_it(proef: Proef) -> None:
    proef.server.stoor("locatieserver", "hangt")
    with dienst(proef, proef.server.bezig.is_set) as service, pytest.raises(UserError) as caught:
        service.zoek("vlisthof 22")
    assert caught.value.code == "pdok_afgebroken"


@pytest.mark.parametrize(
    ("soort", "code"),
    [
        ("500", "pdok_fout"),
        ("429", "pdok_druk"),
        ("400", "pdok_fout"),
        ("html", "pdok_onleesbaar"),
        ("knip", "pdok_verbroken"),
        ("gzipbom", "pdok_te_groot"),
        ("elders", "pdok_elders"),
        ("404", "pdok_gewijzigd"),
    ],
)
def test_a_fault_is_said_after_one_try(proef: Proef, soort: str, code: str) -> None:
    proef.server.stoor("locatieserver", soort, "https://example.org" if soort == "elders" else "")
    if soort == "knip":
        proef.server.herstel()
        proef.server.stoor("locatieserver", soort, "5")
    with dienst(proef) as service, pytest.raises(EnvironmentProblem) as caught:
        service.zoek("vlisthof 22")
    assert caught.value.code == code
    assert len(proef.server.vragen) == 1


DOC = {
    "id": "adr-1", "type": "adres", "weergavenaam": "Kerkstraat 1, 3401AB IJsselstein", "straatnaam": "Kerkstraat",
    "huisnummer": 1, "centroide_ll": "POINT(5.04 52.02)",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "veld"),
    [
        ({"type": "gemeente"}, "type"),
        ({"type": None}, "type"),
        ({"huisnummer": None}, "huisnummer"),
        ({"weergavenaam": 4}, "weergavenaam"),
        ({"straatnaam": ""}, "straatnaam"),
        ({"centroide_ll": "POINT(52.02 5.04)"}, "centroide_ll"),
        ({"centroide_ll": "POINT(131000 448000)"}, "centroide_ll"),
        ({"centroide_ll": "POINT(5.0.4 52)"}, "centroide_ll"),
        ({"centroide_ll": None}, "centroide_ll"),
        ({"postcode": "x" * 400}, "postcode"),
        ({"postcode": 3401}, "postcode"),
    ],
)
def test_an_answer_of_another_shape_is_named(change: dict[str, Any], veld: str) -> None:
    assert _adres(DOC).huisnummer == 1
    assert _adres(DOC | {"type": "weg", "huisnummer": None}).huisnummer == 0
    with pytest.raises(EnvironmentProblem) as caught:
        _adres(DOC | change)
    assert caught.value.fields == {"onderdeel": "locatieserver", "veld": veld}
