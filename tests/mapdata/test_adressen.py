"""The address book: what somebody types is found, best first, whatever is typed."""

from __future__ import annotations

import random
import string
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata.adressen import Adres, Adresboek, Adressoort, Gevonden, write_adressen
from tests.adresboek import many_addresses, small_addresses, small_book


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Adresboek:
    return Adresboek(small_book(tmp_path_factory.mktemp("adressen")))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Adresboek:
    path = tmp_path_factory.mktemp("groot") / "adressen.sqlite"
    write_adressen(path, many_addresses(6000, 500))
    return Adresboek(path)


def told(found: Gevonden) -> str:
    return f"{found.naam}, {found.woonplaats}"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("zeemanl 12", "Zeemanlaan 12, IJsselstein"),
        ("Zeemanlaan 12a", "Zeemanlaan 12a, IJsselstein"),
        ("zeemanlaan 12 A", "Zeemanlaan 12a, IJsselstein"),
        ("12 zeemanlaan", "Zeemanlaan 12, IJsselstein"),
        ("3401 ab 12", "Zeemanlaan 12, IJsselstein"),
        ("3401AB12a", "Zeemanlaan 12a, IJsselstein"),
        ("zeemanlaan 12 3401 ab", "Zeemanlaan 12, IJsselstein"),
        ("Burg. Mulderln 3", "Burgemeester Mulderlaan 3, IJsselstein"),
        ("mulderlaan burgemeester 3", "Burgemeester Mulderlaan 3, IJsselstein"),
        ("burgemeestermulderlaan 3", "Burgemeester Mulderlaan 3, IJsselstein"),
        ("mulderlaan 3bis", "Burgemeester Mulderlaan 3-bis, IJsselstein"),
        ("mulderlaan 3 bs", "Burgemeester Mulderlaan 3-bis, IJsselstein"),
        ("dorpsstraat 12 benschop", "Dorpsstraat 12, Benschop"),
        ("dorpsstraat 12 ijss", "Dorpsstraat 12, IJsselstein"),
        ("benschop dorpsstraat 12", "Dorpsstraat 12, Benschop"),
        ("plein 1945 1", "Plein 1945 1, IJsselstein"),
        ("doctor schaepmanlaan 7", "Dr. Schaepmanlaan 7, IJsselstein"),
        ("dr schaepmanln", "Dr. Schaepmanlaan, IJsselstein"),
        ("s gravenweg 8-2", "'s-Gravenweg 8-2, IJsselstein"),
        ("’s-gravenweg 8 10", "'s-Gravenweg 8-10, IJsselstein"),
        ("cafestraat 1", "Café-straat 1, IJsselstein"),
        ("CAFÉ STRAAT 1", "Café-straat 1, IJsselstein"),
        ("vd valkstraat 2", "Van der Valkstraat 2, IJsselstein"),
        # Typing errors: missing, doubled, swapped, wrong letters.
        ("zemanlaan 12", "Zeemanlaan 12, IJsselstein"),
        ("zeeemanlaan 12", "Zeemanlaan 12, IJsselstein"),
        ("zeeamnlaan 12", "Zeemanlaan 12, IJsselstein"),
        ("seemanlaan 12", "Zeemanlaan 12, IJsselstein"),
        ("burgemeester muldrlaan 3", "Burgemeester Mulderlaan 3, IJsselstein"),
        ("dorpstraat 5", "Dorpsstraat 5, Benschop"),
    ],
)
def test_what_somebody_types_finds_what_he_means(book: Adresboek, typed: str, first: str) -> None:
    assert told(book.zoek(typed, 8)[0]) == first


@pytest.mark.parametrize(
    ("typed", "least", "meant"),
    [("Zeemanlaan 12a", 1, "12a"), ("3401 ab 12", 4, "12"), ("Burgemeester Mulderlaan 3", 1, "3")],
)
def test_every_key_on_the_way_gives_something_and_ends_with_what_was_meant(
    book: Adresboek, typed: str, least: int, meant: str
) -> None:
    for length in range(least, len(typed) + 1):
        # A word that is half there, a space behind it: never an empty list on the way.
        assert book.zoek(typed[:length], 8), typed[:length]
    assert book.zoek(typed, 8)[0].nummer == meant


def test_a_street_comes_first_and_then_its_addresses_in_the_order_of_the_street(book: Adresboek) -> None:
    found = book.zoek("zeemanlaan", 8)
    assert [(one.soort, one.nummer) for one in found] == [
        (Adressoort.STRAAT, ""),
        *((Adressoort.ADRES, number) for number in ("10", "12", "12a", "14", "120")),
    ]
    assert (found[0].lon, found[0].lat) in {(one.lon, one.lat) for one in small_addresses()}, "on the street itself"


def test_streets_of_one_name_are_told_apart_by_their_woonplaats(book: Adresboek) -> None:
    found = book.zoek("dorpsstraat", 8)
    assert [told(one) for one in found[:2]] == ["Dorpsstraat, Benschop", "Dorpsstraat, IJsselstein"]
    assert [told(one) for one in book.zoek("dorpsstraat 12", 8)] == [
        "Dorpsstraat 12, Benschop",
        "Dorpsstraat 12, IJsselstein",
    ]


def test_a_number_that_is_being_typed_shows_what_begins_with_it(book: Adresboek) -> None:
    assert [one.nummer for one in book.zoek("zeemanlaan 1", 8)] == ["10", "12", "12a", "14", "120"]
    assert [one.nummer for one in book.zoek("zeemanlaan 12", 8)] == ["12", "12a", "120"]


def test_a_range_gives_every_house_in_it(book: Adresboek) -> None:
    assert [one.nummer for one in book.zoek("zeemanlaan 10-14", 8)] == ["10", "12", "12a", "14"]


def test_additions_are_counted_not_spelled(book: Adresboek) -> None:
    assert [one.nummer for one in book.zoek("gravenweg 8", 8)] == ["8-2", "8-10"]


def test_a_postcode_gives_its_street_and_then_the_houses(book: Adresboek) -> None:
    found = book.zoek("3401ab", 8)
    assert (found[0].soort, found[0].straat, found[0].postcode) == (Adressoort.POSTCODE, "Zeemanlaan", "3401AB")
    assert [one.nummer for one in found[1:]] == ["10", "12", "12a"]
    assert book.zoek("3405 AA Benschop", 8)[0].straat == "Dorpsstraat"
    assert {one.postcode for one in book.zoek("3401", 8) if one.soort is Adressoort.POSTCODE} == {"3401AB", "3401AC"}


def test_a_number_nobody_has_shows_the_street_and_the_nearest_numbers(book: Adresboek) -> None:
    found = book.zoek("zeemanlaan 99", 4)
    assert [told(one) for one in found] == [
        "Zeemanlaan, IJsselstein", "Zeemanlaan 120, IJsselstein", "Zeemanlaan 14, IJsselstein",
        "Zeemanlaan 12, IJsselstein",
    ]  # fmt: skip


def test_a_woonplaats_alone_is_no_address(book: Adresboek) -> None:
    assert book.zoek("benschop", 8) == ()


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", '"*(', '"', "'", "*", "zeeman* OR 1", "NEAR(", "a AND", "vormen:zeeman", "{vormen}:x", "^a", "-", "\0",
        "zeeman\0laan 12", "a" * 10_000, "1" * 10_000, "zeemanlaan " * 1_000, "😀" * 500, "%_%", "zeemanlaan -12",
        "zeemanlaan 0", "zeemanlaan 99999999999999999999", "\ud800", "٣٤٠١", "１２", "ⅷ", "0x12",
    ],
)  # fmt: skip
def test_no_text_is_too_strange(book: Adresboek, typed: str) -> None:
    assert len(book.zoek(typed, 8)) <= 8


@settings(max_examples=150, deadline=None)
@given(typed=st.text(max_size=60) | st.text(alphabet=string.ascii_letters + string.digits + " \"'*()-:^", max_size=40))
def test_any_text_gives_an_answer_and_the_same_one_twice(typed: str) -> None:
    # Its own book: hypothesis and fixtures of a module do not mix.
    found = _LAZY.book().zoek(typed, 6)
    assert found == _LAZY.book().zoek(typed, 6)
    assert len({one.sleutel for one in found}) == len(found) <= 6


class _Lazy:
    def __init__(self) -> None:
        self._book: Adresboek | None = None

    def book(self) -> Adresboek:
        if self._book is None:
            import tempfile

            self._folder = tempfile.TemporaryDirectory(prefix="boa-adressen-")
            self._book = Adresboek(small_book(Path(self._folder.name)))
        return self._book

    def close(self) -> None:
        if self._book is not None:
            self._folder.cleanup()


_LAZY = _Lazy()


@pytest.fixture(scope="module", autouse=True)
def tidied() -> object:
    yield
    _LAZY.close()


def test_every_address_of_a_large_book_is_found_by_its_own_text(large: Adresboek) -> None:
    dice = random.Random(7)
    for adres in dice.sample(list(many_addresses(6000, 500)), 200):
        text = f"{adres.straat} {adres.huisnummer}{adres.letter} {adres.woonplaats}"
        found = large.zoek(text, 8)
        assert (found[0].straat, found[0].nummer) == (adres.straat, f"{adres.huisnummer}{adres.letter}"), text


def test_one_wrong_letter_still_finds_the_street(large: Adresboek) -> None:
    dice = random.Random(8)
    missed = []
    for adres in dice.sample(list(many_addresses(6000, 500)), 150):
        name = adres.straat
        # In the middle of a word of some length; not at its ends, where another street may be meant just as well.
        place = dice.randrange(2, len(name) - 3)
        wrong = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
        if wrong != name and not any(adres.straat in one.straat for one in large.zoek(wrong, 8)):
            missed.append((wrong, name))
    assert not missed


def test_many_threads_ask_at_once(large: Adresboek) -> None:
    expected = {text: large.zoek(text, 8) for text in ("zeemanl 3", "dorpstraat", "3410", "hazenveldlaan 4")}
    wrong: list[str] = []

    def ask() -> None:
        for _ in range(20):
            for text, found in expected.items():
                if large.zoek(text, 8) != found:
                    wrong.append(text)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not wrong


def test_the_nearest_address_and_how_far_it_is(book: Adresboek) -> None:
    near = book.dichtbij(5.0111, 52.0101, 50)
    assert near is not None
    assert near.naam in ("Zeemanlaan 12", "Zeemanlaan 12a")
    assert near.meter == pytest.approx(6.8, abs=0.3)
    assert book.dichtbij(5.0111, 52.0150, 50) is None
    far = book.dichtbij(5.0111, 52.0150, 1000)
    assert far is not None
    assert far.meter == pytest.approx(545, abs=2)
    assert book.dichtbij(float("nan"), 52.0) is None


def test_the_nearest_is_the_nearest_of_all(large: Adresboek) -> None:
    from math import cos, hypot, radians

    dice, rows = random.Random(5), list(many_addresses(6000, 500))
    for _ in range(25):
        lon, lat = 5.0 + dice.random() * 0.04, 52.0 + dice.random() * 0.02
        near = large.dichtbij(lon, lat, 500)
        best = min(hypot((row.lon - lon) * cos(radians(lat)), row.lat - lat) for row in rows) * 111_195
        assert near is not None
        assert near.meter == pytest.approx(best, abs=0.05)


def test_dwellings_in_a_box_are_counted_exactly(large: Adresboek) -> None:
    box = (5.01, 52.005, 5.0234567, 52.0123456)
    inside = [
        row
        for row in many_addresses(6000, 500)
        if row.is_woning and box[0] <= round(row.lon, 7) <= box[2] and box[1] <= round(row.lat, 7) <= box[3]
    ]
    found = large.woningen(*box)
    assert len(found.lon) == len(found.lat) == len(inside) > 500
    assert found.lon.min() >= box[0]
    assert large.woningen(6.0, 53.0, 6.1, 53.1).lon.size == 0


def test_a_newer_book_at_the_same_place_is_read_anew(tmp_path: Path) -> None:
    path = small_book(tmp_path)
    book = Adresboek(path)
    assert book.zoek("zeemanlaan", 1)[0].straat == "Zeemanlaan"
    write_adressen(path, [Adres("Otterpad", 1, "", "", "3400AA", "IJsselstein", 5.01, 52.01)])
    assert book.zoek("otterpad 1", 1)[0].naam == "Otterpad 1"
    assert book.zoek("zeemanlaan", 1) == ()
    assert book.straatnamen() == {"Otterpad"}
    assert book.count() == 1


def test_a_book_that_breaks_while_in_use_says_so(tmp_path: Path) -> None:
    path = small_book(tmp_path)
    book = Adresboek(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + bytes(len(whole) - 4096))
    for ask in (lambda: book.zoek("zeemanlaan 12"), lambda: book.dichtbij(5.01, 52.01), book.count):
        with pytest.raises(EnvironmentProblem) as told:
            ask()
        assert told.value.code == "adressen_beschadigd"
