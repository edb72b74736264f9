"""The bonnetje is equal only when numbers and digests are."""

from __future__ import annotations

from boa_app.domain.bonnetje import Bonregel


def test_a_line_is_equal_by_number_and_digest() -> None:
    assert Bonregel("melding", 3, 3, "ab", "ab").is_gelijk
    assert not Bonregel("melding", 3, 2, "ab", "ab").is_gelijk
    assert not Bonregel("melding", 3, 3, "ab", "ac").is_gelijk
