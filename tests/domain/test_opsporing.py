"""Only the registration number, and only something that looks like one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from boa_app.domain.codelijsten import Codelijsten, load_codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.opsporing import MAX_AANTAL, Opsporingsverwijzing, check_registratienummer, check_verwijzing
from boa_app.paths import resource


@pytest.mark.parametrize("text", ["PL0900-2026123456", " 2026/00123 ", "BOA.26.17", "A1", "1" * 30])
def test_number_is_kept_and_trimmed(text: str) -> None:
    assert check_registratienummer(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1",
        "-12",
        "1" * 31,
        "12\n34",
        "Jan Jansen",
        "Jansen",
        "12 34",
        "nú1",
        "'; drop",
        "111222333",
        "1112.22.333",
    ],
)
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(UserError) as caught:
        check_registratienummer(text)
    assert caught.value.code == "registratienummer_ongeldig"
    assert caught.value.fields == {}, "the text itself must not travel in the error"


@pytest.fixture(scope="module")
def lijsten() -> Codelijsten:
    return load_codelijsten(resource("codelijsten"))


def test_registration_is_kept_with_its_number_trimmed(lijsten: Codelijsten) -> None:
    made = Opsporingsverwijzing("u", "m", "PV", " A1 ", "APV-2:48a", MAX_AANTAL)
    assert check_verwijzing(made, lijsten) == replace(made, registratienummer="A1")
    assert check_verwijzing(replace(made, artikel=""), lijsten).artikel == ""


@pytest.mark.parametrize(
    ("changes", "code", "fields"),
    [
        ({"artikel": "APV-9"}, "code_onbekend", {"lijst": "wettelijk_artikel", "waarde": "APV-9"}),
        ({"maatregel": "BELLEN"}, "code_onbekend", {"lijst": "maatregel", "waarde": "BELLEN"}),
        ({"maatregel": "AANSPR"}, "veld_ongeldig", {"veld": "maatregel"}),
        ({"maatregel": "BRIEF"}, "veld_ongeldig", {"veld": "maatregel"}),
        ({"aantal": 0}, "veld_ongeldig", {"veld": "aantal"}),
        ({"aantal": MAX_AANTAL + 1}, "veld_ongeldig", {"veld": "aantal"}),
        ({"registratienummer": "x"}, "registratienummer_ongeldig", {}),
    ],
)
def test_registration_is_refused(
    lijsten: Codelijsten, changes: dict[str, Any], code: str, fields: dict[str, Any]
) -> None:
    with pytest.raises(UserError) as caught:
        check_verwijzing(replace(Opsporingsverwijzing("u", "m", "PV", "A1"), **changes), lijsten)
    assert (caught.value.code, caught.value.fields) == (code, fields)


def test_counts_one_person_by_default() -> None:
    assert Opsporingsverwijzing("u", "m", "PV", "A1").aantal == 1
