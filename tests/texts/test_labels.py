"""Every code of the program itself has a word in both languages."""

from __future__ import annotations

from enum import StrEnum

import pytest

from boa_app.domain.codelijsten import load_codelijsten
from boa_app.domain.melding import MELDING_VELDEN, Status
from boa_app.domain.positie import POSITIE
from boa_app.domain.roles import Entiteit, Handeling, Rol
from boa_app.paths import resource
from boa_app.texts.labels import LABELS
from tests.texts.wording import check_pair


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("rol", Rol),
        ("entiteit", Entiteit),
        ("handeling", Handeling),
        ("status", Status),
    ],
)
def test_every_member_has_a_label(kind: str, codes: type[StrEnum]) -> None:
    assert set(LABELS[kind]) == {str(code) for code in codes}


def test_every_field_and_list_has_a_label() -> None:
    assert set(LABELS["veld"]) >= {*MELDING_VELDEN, POSITIE}
    assert set(LABELS["lijst"]) == set(load_codelijsten(resource("codelijsten")).lijsten)


@pytest.mark.parametrize("kind", LABELS)
def test_labels_in_both_languages(kind: str) -> None:
    for word in LABELS[kind].values():
        check_pair(word.nl, word.en)
        assert word.nl
