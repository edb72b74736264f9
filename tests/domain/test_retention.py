"""The terms of domain §1.8."""

from __future__ import annotations

from datetime import timedelta

import pytest

from boa_app.domain.retention import TERMIJNEN, Daarna, termijn


@pytest.mark.parametrize(
    ("gegeven", "days", "daarna"),
    [
        ("melding", 1826.2125, Daarna.TELLEN),
        ("melding_tekst", 365.2425, Daarna.WISSEN_TEKST),
        ("melding_tekst_verdacht", 7, Daarna.WISSEN_TEKST),
        ("opsporingsverwijzing", 365.2425, Daarna.VERNIETIGEN),
        ("groep_koppeling", 365.2425, Daarna.KOPPELING_WEG),
        ("ronde", 1826.2125, Daarna.VERNIETIGEN),
        ("ronde_medewerker", 14, Daarna.NAAM_WEG),
        ("concept", 90, Daarna.VERNIETIGEN),
        ("foto", 90, Daarna.VERNIETIGEN),
        ("foto_vervallen", 1, Daarna.VERNIETIGEN),
        ("reservekopie", 35, Daarna.VERNIETIGEN),
        ("auditregel", 1826.2125, Daarna.VERNIETIGEN),
        ("technisch_log", 183, Daarna.VERNIETIGEN),
    ],
)
def test_term(gegeven: str, days: float, daarna: Daarna) -> None:
    rule = termijn(gegeven)
    assert (rule.duur, rule.daarna) == (timedelta(days=days), daarna)


def test_every_term_has_its_own_name_and_a_ground() -> None:
    assert len({rule.gegeven for rule in TERMIJNEN}) == len(TERMIJNEN)
    assert all(rule.grondslag and rule.duur > timedelta(0) for rule in TERMIJNEN)


def test_data_without_a_term_are_a_bug() -> None:
    with pytest.raises(KeyError):
        termijn("melder")
