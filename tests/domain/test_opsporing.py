"""Only the registration number, and only something that looks like one."""

from __future__ import annotations

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.opsporing import Opsporingsverwijzing, check_registratienummer


@pytest.mark.parametrize("text", ["PL0900-2026123456", " 2026/00123 ", "BOA.26.17", "A1"])
def test_number_is_kept_and_trimmed(text: str) -> None:
    assert check_registratienummer(text) == text.strip()


@pytest.mark.parametrize("text", ["", "  ", "1", "-12", "x" * 41, "12\n34", "Jan Jansen, 12 jaar", "número", "'; drop"])
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(UserError) as caught:
        check_registratienummer(text)
    assert caught.value.code == "registratienummer_ongeldig"
    assert caught.value.fields == {}, "the text itself must not travel in the error"


def test_counts_one_person_by_default() -> None:
    assert Opsporingsverwijzing("u", "m", "PV", "A1").aantal == 1
