"""What an act tells the screens."""

from __future__ import annotations

from boa_app.usecases.changes import Changes, Done, Undo, UndoSoort


def test_nothing_changed_until_it_is_said() -> None:
    changes = Changes()
    assert changes.meldingen == frozenset()
    told = (changes.rondes, changes.plekken, changes.jops, changes.schouwen, changes.concepten, changes.alles)
    assert not any(told)


def test_an_act_can_be_final() -> None:
    assert Done(Changes(rondes=True)).undo is None


def test_taking_back_starts_from_empty_values_of_its_own() -> None:
    first, second = Undo(UndoSoort.BEZOEK, "a"), Undo(UndoSoort.BEZOEK, "b")
    assert first.values == first.na == {}
    assert first.values is not second.values
