"""The bonnetje is equal only when numbers and digests are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from boa_app.domain.bonnetje import Bonnetje, Bonregel, BonStatus


def test_a_line_is_equal_by_number_and_digest() -> None:
    assert Bonregel("melding", 3, 3, "ab", "ab").is_gelijk
    assert not Bonregel("melding", 3, 2, "ab", "ab").is_gelijk
    assert not Bonregel("melding", 3, 3, "ab", "ac").is_gelijk


def test_a_bonnetje_is_equal_when_all_of_it_is_and_nothing_waits() -> None:
    moment = datetime(2026, 11, 20, 21, 47, tzinfo=UTC)
    equal, unequal = Bonregel("melding", 3, 3, "ab", "ab"), Bonregel("ronde", 1, 0)
    bon = Bonnetje("sync", moment, moment, BonStatus.GELUKT, 412, (equal,))
    assert bon.is_gelijk
    assert not replace(bon, regels=(equal, unequal)).is_gelijk
    assert not replace(bon, status=BonStatus.ONDERBROKEN).is_gelijk
    assert not replace(bon, nog_hier=1).is_gelijk
    assert not replace(bon, fotos_nog_hier=1).is_gelijk
    assert not replace(bon, code="usb_meer_klaar").is_gelijk
