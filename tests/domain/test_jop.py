"""The Jop keeps the fields that list and map need."""

from __future__ import annotations

from boa_app.domain.jop import Jop, JopStatus


def test_only_name_status_and_place_are_needed() -> None:
    jop = Jop("u", "JOP-1", "Zeemanlaan", JopStatus.ACTIEF, 5.04, 52.02)
    assert (jop.type, jop.plaatsingsdatum, jop.proef_tot) == ("", None, None)


def test_statuses_are_readable_words() -> None:
    assert [str(status) for status in JopStatus] == [
        "idee", "onderzoek", "overleg", "proef", "actief", "gesloten", "verwijderd",
    ]  # fmt: skip
