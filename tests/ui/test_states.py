"""The words in the foot about what is kept."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from boa_app.ui.context import UiContext
from boa_app.ui.meldingen.draft import DraftState
from boa_app.ui.shell import Shell
from boa_app.ui.states import States
from boa_app.usecases.synchroniseren import Syncstand
from tests.ui.frames import FIVE_SIZES, wait_for_layout
from tests.ui.look import assert_look, resize_window


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


CONTACT = datetime(2026, 11, 20, 20, 47, tzinfo=UTC)
LONG_AGO = datetime(2026, 11, 17, 20, 47, tzinfo=UTC)


@pytest.mark.parametrize(
    ("stand", "running", "words"),
    [
        (None, False, ["Zonder centrale u bent teamleider"]),
        (Syncstand(False, onverzonden=4), False, ["Zonder centrale u bent teamleider"]),
        (Syncstand(True), False, ["Nog geen contact gehad"]),
        (Syncstand(True, laatste_contact=CONTACT), False, ["Alles bij de centrale laatst 21:47"]),
        (Syncstand(True, laatste_contact=LONG_AGO), False, ["Alles bij de centrale laatst di 17-11"]),
        (Syncstand(True, onverzonden=3), False, ["3 nog niet gesynchroniseerd"]),
        (Syncstand(True, fotos_hier=1), False, ["1 foto nog hier"]),
        (Syncstand(True, onverzonden=3), True, ["3 nog niet gesynchroniseerd"]),
        (Syncstand(True, laatste_contact=CONTACT), True, ["Bezig met synchroniseren"]),
        (Syncstand(True, 1200, 1), False, ["1.200 nog niet gesynchroniseerd", "1 conflict kies welke geldt"]),
        (Syncstand(True, 1, 2), False, ["1 nog niet gesynchroniseerd", "2 conflicten kies welke geldt"]),
        (Syncstand(True, 1, 0, 1), False, ["1 nog niet gesynchroniseerd", "1 geweigerd vraagt aandacht"]),
        (Syncstand(True, 1, 2, 1), False, ["1 nog niet gesynchroniseerd", "3 vragen om uw aandacht"]),
    ],
)
def test_how_it_is_with_the_centre(ui: UiContext, stand: Syncstand | None, running: bool, words: list[str]) -> None:
    items = States(ui).sync(stand, is_running=running)
    assert [" ".join(part for part in (item.badge, item.first, item.second) if part) for item in items] == words


@pytest.mark.parametrize("size", FIVE_SIZES)
def test_the_states_fit_in_the_foot_of_every_page(shell: Shell, size: tuple[int, int]) -> None:
    shell.context.sync.stand = Syncstand(True, 1200, 12, 3)
    shell.context.sync.stand_changed.emit()
    for page in ("vandaag", "kaart", "melden", "synchroniseren"):
        shell.show_page(page)
        resize_window(shell, *size)
        wait_for_layout()
        assert_look(shell.foot)
        right = max(item.geometry().right() for item in shell.foot.state_items())
        assert right < shell.foot.corner.x()
