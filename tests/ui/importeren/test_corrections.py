"""Corrections add up, a column has one purpose at a time, and an impossible one can be taken back."""

from __future__ import annotations

from pathlib import Path

from boa_app.ui.importeren.corrections import Corrections
from tests.ui.importeren.plans import plan


def test_later_corrections_keep_the_earlier_ones() -> None:
    fixes = Corrections([Path("a.csv")])
    fixes.put(waarden={"volgorde": "dag_eerst"})
    fixes.put(waarden={"stelsel": "rd"}, soorten={"Geluid": "GEL-STEM"})
    fixes.confirm("getallen")
    assert fixes.paths == (Path("a.csv"),)
    assert fixes.choices.waarden == {"volgorde": "dag_eerst", "stelsel": "rd"}
    assert fixes.choices.soorten == {"Geluid": "GEL-STEM"}
    assert fixes.choices.bevestigd == {"getallen"}


def test_a_column_with_another_purpose_leaves_the_one_it_had() -> None:
    fixes = Corrections()
    fixes.give_role(plan(), "Soort", "plaats")
    assert fixes.choices.kolommen == {"soort": "", "plaats": "Soort"}
    fixes.give_role(plan(), "Wijk", "")
    assert fixes.choices.kolommen == {"soort": "", "plaats": "Soort"}


def test_back_to_the_last_choices_that_could_be_read() -> None:
    fixes = Corrections()
    fixes.put(waarden={"stelsel": "rd"})
    fixes.accept()
    fixes.put(waarden={"kopregel": "99"})
    assert fixes.revert()
    assert fixes.choices.waarden == {"stelsel": "rd"}
    assert not fixes.revert()
