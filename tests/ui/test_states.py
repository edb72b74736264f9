"""The words in the foot about what is kept."""

from __future__ import annotations

import pytest

from boa_app.ui.context import UiContext
from boa_app.ui.meldingen.draft import DraftState
from boa_app.ui.states import States


@pytest.mark.parametrize(
    ("draft", "key", "first", "second"),
    [
        (DraftState.NIETS, "vandaag", "Opgeslagen", "op dit apparaat"),
        (DraftState.BEWAARD, "melden", "Concept bewaard", "op dit apparaat"),
        (DraftState.BEWAARD, "vandaag", "Opgeslagen", "op dit apparaat"),
        (DraftState.NIET_BEWAARD, "melden", "Concept", "nog niet bewaard"),
        (DraftState.MISLUKT, "vandaag", "Concept", "nog niet bewaard"),
    ],
)
def test_what_is_kept(ui: UiContext, draft: DraftState, key: str, first: str, second: str) -> None:
    item = States(ui).stored(draft, key)
    assert (item.first, item.second) == (first, second)
    assert item.icon == ("octagon-alert" if draft is DraftState.MISLUKT else "hard-drive-download")


def test_without_a_centre_the_role_is_told(ui: UiContext) -> None:
    assert States(ui).centre().second == "u bent teamleider"
    assert States(ui).busy().first == "Bezig met"
