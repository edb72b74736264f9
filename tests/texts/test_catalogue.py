"""Codes become sentences; nothing makes an error hide behind another one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.texts import catalogue, error_sentence, label, sentence
from boa_app.texts.catalogue import ERRORS, ZINNEN, Uitleg
from boa_app.vault.errors import VaultFault

ROOT = Path(__file__).resolve().parents[2]
KINDS = {"UserError", "EnvironmentProblem"}
PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Raised(NamedTuple):
    """One place in the program that makes an error; code may hold ``*`` where a name is filled in."""

    code: str
    fields: frozenset[str] | None
    where: str


def raised_codes() -> Iterator[Raised]:
    for path in sorted((ROOT / "boa_app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS and node.args:
                names = [keyword.arg for keyword in node.keywords]
                fields = None if None in names else frozenset(name for name in names if name)
                for code in _codes(node.args[0]):
                    yield Raised(code, fields, f"{path.relative_to(ROOT)}:{node.lineno}")


def _codes(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    if isinstance(node, ast.IfExp):
        return _codes(node.body) + _codes(node.orelse)
    if isinstance(node, ast.JoinedStr):
        return ["".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)]
    return []


RAISED = sorted(set(raised_codes()))


def test_the_search_finds_what_is_raised() -> None:
    codes = {raised.code for raised in RAISED}
    assert {"veld_ongeldig", "schijf_vol", "geen_recht", "opslag_in_gebruik"} <= codes


@pytest.mark.parametrize("raised", RAISED, ids=lambda raised: f"{raised.code} {raised.where}")
def test_every_raised_code_has_a_sentence_that_uses_only_its_fields(raised: Raised) -> None:
    pattern = re.compile(re.escape(raised.code).replace(r"\*", "[a-z]+"))
    entries = [ERRORS[code] for code in ERRORS if pattern.fullmatch(code)]
    assert entries, f"{raised.where} raises {raised.code}, which no text explains"
    if raised.fields is not None and "*" not in raised.code:
        for entry in entries:
            assert set(PLACEHOLDER.findall(" ".join(entry.nl))) <= raised.fields


@pytest.mark.parametrize("fault", VaultFault)
def test_every_fault_of_the_vault_has_a_sentence(fault: VaultFault) -> None:
    assert fault.value in ERRORS


def test_no_text_is_left_that_nobody_uses() -> None:
    code = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "boa_app").rglob("*.py") if path.parent.name != "texts"
    )
    made_of_parts = re.compile(r"afkeur_\w+|(ronde|bezoek|plek)_onbekend|onbekende_fout")
    unused = [name for name in (*ERRORS, *ZINNEN) if f'"{name}"' not in code and not made_of_parts.fullmatch(name)]
    assert not unused


def test_a_code_is_defined_once() -> None:
    assert not set(ERRORS) & set(ZINNEN)
    parts = [getattr(catalogue, name) for name in vars(catalogue) if name.isupper() and name.startswith("_")]
    texts = [part for part in parts if isinstance(part, dict)]
    assert len(texts) > 3
    assert len(ERRORS) == sum(map(len, texts))


def test_error_is_told_in_three_parts_with_labels_for_codes() -> None:
    told = error_sentence(UserError("geen_recht", rol="beleid", handeling="lezen", entiteit="melding"))
    assert told.wat == "Uw rol (beleidsmedewerker) mag dit niet: melding lezen."
    assert told.veilig
    assert told.doen
    assert str(told) == f"{told.wat} {told.veilig} {told.doen}"


def test_sentence_starts_with_a_capital_also_when_a_label_does() -> None:
    assert error_sentence(UserError("veld_ontbreekt", veld="lon")).wat == (
        "Plaats op de kaart (lengtegraad) is nog niet ingevuld."
    )
    assert error_sentence(UserError("veld_ontbreekt", veld="lon"), "en").wat == (
        "Place on the map (longitude) is not filled in yet."
    )


def test_numbers_are_shown_as_people_write_them() -> None:
    error = UserError("tekst_te_lang", veld="feiten", max=4000)
    assert "4.000 tekens" in error_sentence(error).doen
    assert "4,000 characters" in error_sentence(error, "en").doen


def test_empty_field_takes_its_brackets_along() -> None:
    error = UserError("kolommenbestand_ongeldig", bestand="k.toml", veld="")
    assert error_sentence(error).wat == "Het kolommenbestand k.toml klopt niet."


def test_years_and_versions_are_names_not_amounts() -> None:
    assert "van 2000 tot en met 2100" in error_sentence(UserError("jaren_ongeldig", van=2000, tot=2100)).doen


def test_field_values_are_never_read_as_a_template() -> None:
    error = EnvironmentProblem("opslag_in_gebruik", map="/tmp/{sleutel}/{0}")
    assert "/tmp/{sleutel}/{0}" in str(error_sentence(error))


def test_missing_field_leaves_a_gap_instead_of_a_crash() -> None:
    assert "…" in error_sentence(UserError("veld_ongeldig")).wat


def test_unknown_code_still_gives_a_sentence() -> None:
    told = error_sentence(UserError("nooit_gezien", veld="x"))
    assert "nooit_gezien" in told.wat
    assert told.veilig


def test_unknown_language_falls_back_to_dutch() -> None:
    error = UserError("geen_ronde")
    assert error_sentence(error, "fr") == error_sentence(error, "nl")


def test_sentence_of_any_code() -> None:
    assert sentence("voorbeeld_gemaakt", aantal=1240, map="/m") == "1.240 verzonnen meldingen staan in /m."
    assert sentence("voorbeeld_gemaakt", "en", aantal=1240, map="/m") == "1,240 invented meldingen are in /m."
    assert sentence("geen_ronde") == str(error_sentence(UserError("geen_ronde")))
    assert sentence("nooit_gezien") == "nooit_gezien"


def test_label_of_a_code_in_both_languages_and_without_one() -> None:
    assert label("rol", "teamleider") == "teamleider"
    assert label("rol", "teamleider", "en") == "team lead"
    assert label("rol", "koning") == label("nergens", "koning") == "koning"


def test_empty_parts_leave_no_gap() -> None:
    assert str(Uitleg("A.", "B.", "")) == "A. B."
