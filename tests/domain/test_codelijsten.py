"""Code lists: read from TOML, in fixed order, closed but never deleted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boa_app.domain.codelijsten import Code, Codelijst, Codelijsten, load_codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.melding import CODE_VELDEN
from boa_app.paths import resource

EXPECTED = {
    "soort": "HANG GEL-STEM GEL-MUZ GEL-VTG AFVAL HINDER ALC DRUG VUUR VERN INTIM LACH DEAL BRAND GRAF AGR VECHT BAL "
    "WILD BETR WATER ANDERS GEEN",
    "aanleiding": "EIGEN MELD-INW MELD-OND MELD-POL MELD-JW MELD-SCH GEPLAND HOTSPOT JOP SCHOUW",
    "herkomst": "ZELF HOREN DOC CAMERA",
    "groepsgrootte": "G0 G1 G2 G3 G4 G5 G6 GX",
    "leeftijd": "L1 L2 L3 L4 L5 LX",
    "ernst": "1 2 3 4",
    "locatietype": "PLEIN PARK SPEEL SCHOOL WINKEL PORTIEK PARKEER HALTE JOP SPORT BEDRIJF WATER TUNNEL OVERIG",
    "maatregel": "OBS CONTACT AANSPR AFSPR WEG JOP AFV INFO JW POL BEH GRP OUD GEEN WAARSCH ID PV HALT INB OVERDR "
    "BRIEF GEBV LOD CAM AANWIJZ",
    "resultaat": "R1 R2 R3 R4 R5 R6 R7 R8 R9",
    "ronde_bevinding": "NIEMAND RUSTIG OVERLAST NIETBEZOCHT",
    "regime": "T O",
}  # fmt: skip
EXAMPLE = """
[[code]]
code = "A"
label = "Eerste"
label_en = "First"
geldig_van = 2026-01-01
geldig_tot = 2026-12-31

[[code]]
code = "B"
label = "Tweede"
label_en = "Second"
kort = "2e"
kort_en = "2nd"
tegel = true
"""


@pytest.fixture(scope="module")
def lijsten() -> Codelijsten:
    return load_codelijsten(resource("codelijsten"))


@pytest.fixture
def example(tmp_path: Path) -> Codelijst:
    (tmp_path / "voorbeeld.toml").write_text(EXAMPLE, encoding="utf-8")
    return load_codelijsten(tmp_path)["voorbeeld"]


@pytest.mark.parametrize("naam", EXPECTED)
def test_shipped_list_holds_the_codes_of_the_domain(lijsten: Codelijsten, naam: str) -> None:
    assert {code.code for code in lijsten[naam].codes} == set(EXPECTED[naam].split())


def test_every_field_with_a_list_has_one(lijsten: Codelijsten) -> None:
    assert set(CODE_VELDEN.values()) <= set(lijsten.lijsten)


def test_shipped_codes_are_unique_and_told_in_both_languages(lijsten: Codelijsten) -> None:
    for lijst in lijsten.lijsten.values():
        assert len({code.code for code in lijst.codes}) == len(lijst.codes)
        for code in lijst.codes:
            assert all((code.label, code.kort, code.label_en, code.kort_en)), code.code
            assert bool(code.uitleg) == bool(code.uitleg_en), code.code


def test_measures_carry_their_regime(lijsten: Codelijsten) -> None:
    regimes = {code.code: code.regime for code in lijsten["maatregel"].codes}
    assert {code for code, regime in regimes.items() if regime == "O"} == {
        "WAARSCH",
        "ID",
        "PV",
        "HALT",
        "INB",
        "OVERDR",
    }
    assert {code for code, regime in regimes.items() if regime == "B"} == {"BRIEF", "GEBV", "LOD", "CAM", "AANWIJZ"}
    assert set(regimes.values()) == {"T", "O", "B"}


def test_labels_name_behaviour_not_people(lijsten: Codelijsten) -> None:
    labels = " ".join(code.label.lower() for lijst in lijsten.lijsten.values() for code in lijst.codes)
    assert not any(word in labels for word in ("hangjong", "overlastgever", "crimineel", "probleemjong"))


def test_defaults_and_order(example: Codelijst) -> None:
    first, second = example.codes
    assert (first.kort, first.kort_en, first.tegel, first.icoon) == ("Eerste", "First", False, "")
    assert (second.kort, second.kort_en, second.tegel) == ("2e", "2nd", True)
    assert second.valid_on(date(1, 1, 1))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_validity_is_inclusive(example: Codelijst, day: date, expected: bool) -> None:
    assert example.codes[0].valid_on(day) is expected


def test_labels_in_both_languages_and_of_an_unknown_code(example: Codelijst) -> None:
    assert [example.label("B"), example.label("B", "en"), example.label("Z")] == ["Tweede", "Second", "Z"]
    assert [example.kort("B"), example.kort("B", "en"), example.kort("Z", "en")] == ["2e", "2nd", "Z"]


@pytest.mark.parametrize(
    ("code", "told"), [("GEL-X", "GEL-X"), ("APV-9:99a", "APV-9:99a"), ("x" * 500, "…"), ("Jan Jansen", "…"), ("", "…")]
)
def test_unknown_code_is_refused_and_repeated_only_when_it_looks_like_one(
    example: Codelijst, code: str, told: str
) -> None:
    lijsten = Codelijsten({"voorbeeld": example})
    assert lijsten.check("voorbeeld", "A") == "A"
    with pytest.raises(UserError) as caught:
        lijsten.check("voorbeeld", code)
    assert (caught.value.code, caught.value.fields) == ("code_onbekend", {"lijst": "voorbeeld", "waarde": told})


def test_code_without_dates_is_always_valid() -> None:
    assert Code("A", "a", "a", "a", "a").valid_on(date(2026, 1, 1))
