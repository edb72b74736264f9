"""The guard on free text: what it must find, and what it must leave alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.text_guard import Verdenking, guard_label, guard_text, is_bsn

ORDINARY = """
Groep 5-9 bij de Torenlaan om 21:30, muziek
Bij de Torenlaan stond een groep van ongeveer tien jongeren
Op de Walkade en het Kloosterplantsoen, 20-11-2026 21:30 uur
Op 02-03-2026 21:30 uur weer gezien, op 05-06-2026 2 keer
Op 20-11-2026 5 jongeren en op 21-11-2026 14 personen
Achter de Albert Heijn, ingang B. Groep vertrok daarna
Groep A. Daarna ging groep B. Geen overlast meer
Auto met getinte ruiten reed rondjes, getint glas achter
Postcode 3401AB of 3401 AB, gemeente GM0353, buurt BU03530007
Verzocht te vertrekken; groep ging via de Julianalaan naar het Willem de Zwijgerplein
Bij JOP Zeemanlaan lagen 12 en 14 blikjes, 4-mei-26 en 4 mei 2026
Tussen 22.00-23.30 uur, 20.11.2026 14 personen
Burgemeester van de Bergstraat rustig, Jan van Scorelpad ook
In de Tuinen was het rustig. Het Hart ook. De Hoven en De Boomgaard niet bezocht
De groep luisterde naar muziek uit een boxje, ernst 2, R2
Bus 283 en tram 61, halte Binnenstad, lijn A 12 richting Utrecht
Scooter op de N210, 45 km/u, twee rondjes tussen 21:00 en 21:40
Vuurwerk afgestoken bij het Kloosterplantsoen; melding 2026-00123 van de politie
Groep van 10-19, leeftijd 15-17 geschat, aangesproken op gedrag
Jongerenwerk ingelicht, afspraken gemaakt over 22:00 uur. Coördinaten 5.0412, 52.0203
RD 133795 452568 en 126894,444813
Poolbiljart in het buurthuis, een potje pool; pizzeria op de hoek
Turkije speelde voetbal op het grote scherm
Drie vuilniszakken, 6 flessen en 0 ballonnen
De buurt heet rustig te zijn, mevrouw op nummer belde
20261120 en 20112026 zijn datums
""".strip().splitlines()
FOUND = [
    ("bsn 111222333 genoemd", Verdenking.BSN, "111222333"),
    ("nummer 123456782.", Verdenking.BSN, "123456782"),
    ("1112.22.333", Verdenking.BSN, "1112.22.333"),
    ("111 222 333", Verdenking.BSN, "111 222 333"),
    ("12.34.56.782", Verdenking.BSN, "12.34.56.782"),
    ("oud nummer 10000008", Verdenking.BSN, "10000008"),
    ("bel 06-12345678", Verdenking.TELEFOON, "06-12345678"),
    ("06 12 34 56 78", Verdenking.TELEFOON, "06 12 34 56 78"),
    ("+31 6 12345678", Verdenking.TELEFOON, "+31 6 12345678"),
    ("0031612345678", Verdenking.TELEFOON, "0031612345678"),
    ("+31(0)6-12345678", Verdenking.TELEFOON, "+31(0)6-12345678"),
    ("+31 (0) 612345678", Verdenking.TELEFOON, "+31 (0) 612345678"),
    ("030-1234567", Verdenking.TELEFOON, "030-1234567"),
    ("(030) 123 45 67", Verdenking.TELEFOON, "(030) 123 45 67"),
    ("0348-123456 na vijven", Verdenking.TELEFOON, "0348-123456"),
    ("mail a.b+c@school.example.nl!", Verdenking.EMAIL, "a.b+c@school.example.nl"),
    ("geboren op 3 mei 2008", Verdenking.GEBOORTEDATUM, "geboren op 3 mei 2008"),
    ("geb. 03-05-08", Verdenking.GEBOORTEDATUM, "geb. 03-05-08"),
    ("geboortedatum: 3/5/2008", Verdenking.GEBOORTEDATUM, "3/5/2008"),
    ("jongen van 12-11-2010", Verdenking.GEBOORTEDATUM, "12-11-2010"),
    ("jongens van Marokkaanse afkomst", Verdenking.BIJZONDER, "Marokkaanse"),
    ("Surinaamse jongen", Verdenking.BIJZONDER, "Surinaamse"),
    ("een Pool sprak", Verdenking.BIJZONDER, "Pool"),
    ("getinte jongen", Verdenking.BIJZONDER, "getinte"),
    ("een moslima en een christen", Verdenking.BIJZONDER, "christen"),
    ("heeft autisme", Verdenking.BIJZONDER, "autisme"),
    ("is verslaafd", Verdenking.BIJZONDER, "verslaafd"),
    ("noemt zich De Baas", Verdenking.NAAM, "De Baas"),
    ("jongen genaamd Appie", Verdenking.NAAM, "Appie"),
    ("dhr. Jansen klaagt", Verdenking.NAAM, "Jansen"),
    ("mevrouw van der Berg belde", Verdenking.NAAM, "van der Berg"),
    ("gesproken met Mohammed", Verdenking.NAAM, "Mohammed"),
    ("Kevin en nog vier", Verdenking.NAAM, "Kevin"),
    ("Piet de Boer was erbij", Verdenking.NAAM, "Piet de Boer"),
    ("gezien door J. Bakker", Verdenking.NAAM, "J. Bakker"),
    ("A.B. van der Meer", Verdenking.NAAM, "A.B. van der Meer"),
]
PLATES = [
    "AB-12-34", "12-34-AB", "12-AB-34", "AB-12-CD", "AB-CD-12", "12-AB-CD", "12-ABC-3", "1-ABC-23", "AB-123-C",
    "A-123-BC", "ABC-12-D", "A-12-BCD", "1-AB-234", "123-AB-4",
]  # fmt: skip


def found(text: str, places: frozenset[str] = frozenset()) -> list[tuple[Verdenking, str]]:
    return [(hit.soort, text[hit.begin : hit.einde]) for hit in guard_text(text, places)]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_sentence_passes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "kind", "part"), FOUND, ids=[text for text, _, _ in FOUND])
def test_finds(text: str, kind: Verdenking, part: str) -> None:
    assert any(hit[0] is kind and part in hit[1] for hit in found(text)), found(text)


@pytest.mark.parametrize("plate", PLATES)
def test_plate_of_every_sidecode(plate: str) -> None:
    assert (Verdenking.KENTEKEN, plate) in found(f"scooter {plate} reed weg")
    assert (Verdenking.KENTEKEN, plate.lower()) in found(plate.lower())
    spaced = plate.replace("-", " ")
    assert (Verdenking.KENTEKEN, spaced) in found(f"scooter {spaced}.")
    compact = plate.replace("-", "")
    looks_like_postcode = plate == "12-34-AB"
    assert ((Verdenking.KENTEKEN, compact) in found(compact)) is not looks_like_postcode


@pytest.mark.parametrize("text", ["xAB-12-CD", "AB-12-CDE", "AB-12-CD-1", "4-mei-26", "12-okt-6"])
def test_longer_codes_and_dates_are_no_plate(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("111222333", True),
        ("123456782", True),
        ("010000008", True),
        ("10000008", True),
        ("123456789", False),
        ("000000000", False),
        ("1234567", False),
        ("1112223334", False),
        ("11122233a", False),
        ("١١١٢٢٢٣٣٣", False),
        ("", False),
    ],
)
def test_elfproef(digits: str, expected: bool) -> None:
    assert is_bsn(digits) is expected


@given(st.integers(10_000_000, 999_999_999))
def test_one_changed_digit_never_passes(number: int) -> None:
    digits = f"{number:09d}"
    if is_bsn(digits):
        for place in range(8):
            other = str((int(digits[place]) + 1) % 10)
            assert not is_bsn(digits[:place] + other + digits[place + 1 :])


def test_nine_digits_that_fail_the_test_pass() -> None:
    assert found("zaak 123456789") == []


def test_known_place_is_no_name() -> None:
    text = "Anneke van Hof was vol, ook bij Piet de Zonnewijzer"
    assert len(found(text)) == 2
    assert found(text, frozenset({"anneke van hof", "de zonnewijzer"})) == []


def test_hits_come_in_order_of_place() -> None:
    text = "Kevin, 06-12345678, AB-12-CD"
    hits = guard_text(text)
    assert [hit.soort for hit in hits] == [Verdenking.NAAM, Verdenking.TELEFOON, Verdenking.KENTEKEN]
    assert [hit.begin for hit in hits] == sorted(hit.begin for hit in hits)


@given(st.text(max_size=300))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for hit in guard_text(text):
        assert 0 <= hit.begin < hit.einde <= len(text)


@pytest.mark.parametrize("piece", ["a", "a.", "A. ", "0-", "06 ", "Jan de ", "1-2-", "@", "geb", "van der "])
def test_long_text_does_not_stall_the_form(piece: str) -> None:
    text = piece * (4000 // len(piece))
    started = time.perf_counter()
    guard_text(text)
    assert time.perf_counter() - started < 0.5


@pytest.mark.parametrize("text", ["Gebiedsverbod Jan Jansen", "Verbod Piet van der Meer", "Zaak Kees Bakker 2"])
def test_a_label_is_guarded_more_strictly_than_a_sentence(text: str) -> None:
    assert guard_label(text)[0].soort is Verdenking.NAAM
    assert guard_label(text, frozenset({"jan jansen", "piet van der meer", "kees bakker"})) == ()


@pytest.mark.parametrize(
    "text", ["Jan Steenlaan", "Sint Jan Kerk", "Camera Albert Heijn", "Kees Boeke School", "Jan", "Achter de Hema"]
)
def test_a_label_that_names_a_place_passes(text: str) -> None:
    assert guard_label(text) == ()


@given(st.text(max_size=60))
def test_a_label_gets_every_hit_of_a_text(text: str) -> None:
    assert set(guard_text(text)) <= set(guard_label(text))


@pytest.mark.parametrize("text", ["Met Sharona gesproken", "Verbod Sharona", "Boa Op Straat Sharona Jansen"])
def test_a_word_with_a_capital_does_not_hide_the_name_after_it(text: str) -> None:
    (hit,) = guard_text(text)
    assert hit.soort is Verdenking.NAAM
    assert text[hit.begin : hit.einde].startswith("Sharona")


def test_two_first_names_are_one_name() -> None:
    (hit,) = guard_text("Sanne Lisa Dam")
    assert (hit.begin, hit.einde) == (0, 14)
