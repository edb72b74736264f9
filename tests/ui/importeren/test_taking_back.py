"""Undoing tells first what goes and what stays; a melding somebody worked on stays and is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.context import UiContext
from boa_app.ui.importeren.taking_back import TakingBack
from boa_app.ui.importeren.words import ImportWords
from boa_app.usecases.importeren import Verslag, nrs_van_import, voer_uit
from boa_app.usecases.importplan import verken
from boa_app.usecases.meldingen import wijzig_melding
from boa_app.usecases.overzicht import rows_for
from tests.ui.look import assert_look

WAIT = 30_000
LEFT = Qt.MouseButton.LeftButton
ROWS = "Datum;Soort;X;Y\n" + "".join(f"{13 + n % 15}-09-2026 21:00;Geluid;5,03{n:02d};52,02\n" for n in range(20))


@pytest.fixture
def nr(ui: UiContext, tmp_path: Path) -> int:
    path = tmp_path / "a.csv"
    path.write_text(ROWS, encoding="utf-8")
    return voer_uit(ui.session, verken(ui.session, [path])).nrs[0]


@pytest.fixture
def asking(qtbot: QtBot, ui: UiContext) -> TakingBack:
    made = TakingBack(ui, ImportWords("nl"))
    qtbot.addWidget(made)
    made.resize(1100, 200)
    made.show()
    return made


def _ask(qtbot: QtBot, asking: TakingBack, *nrs: int) -> tuple[str, str]:
    asking.ask(*nrs)
    qtbot.waitUntil(lambda: asking.banner is not None, timeout=WAIT)
    banner = asking.banner
    assert banner is not None
    return banner.spec.strong, banner.spec.text


def test_what_goes_is_said_before_anything_goes(qtbot: QtBot, asking: TakingBack, nr: int) -> None:
    strong, text = _ask(qtbot, asking, nr)
    assert strong == "20 meldingen gaan weg."
    assert "blijven:" not in text
    assert_look(asking)
    banner = asking.banner
    assert banner is not None
    with qtbot.waitSignal(asking.agreed) as told:
        qtbot.mouseClick(banner.buttons()[0], LEFT)
    assert told.args == [(nr,)]
    assert asking.banner is None


def test_leaving_it_does_nothing(qtbot: QtBot, asking: TakingBack, nr: int) -> None:
    _ask(qtbot, asking, nr)
    banner = asking.banner
    assert banner is not None
    with qtbot.assertNotEmitted(asking.agreed):
        qtbot.mouseClick(banner.buttons()[1], LEFT)
    assert asking.banner is None


def test_what_somebody_changed_stays_and_is_counted(qtbot: QtBot, ui: UiContext, asking: TakingBack, nr: int) -> None:
    first = rows_for(ui.session, sorted(nrs_van_import(ui.session, [nr]))[:1])[0]
    wijzig_melding(ui.session, first.uid, {"ernst": "2"})
    strong, text = _ask(qtbot, asking, nr)
    assert strong == "19 meldingen gaan weg."
    assert text.startswith("1 melding blijft: iemand heeft die daarna gewijzigd.")


def test_what_was_undone_is_told(qtbot: QtBot, ui: UiContext, asking: TakingBack) -> None:
    for outcome, said in (
        (Verslag(20, 0), "Import ongedaan gemaakt: 20 meldingen weg."),
        (Verslag(19, 1), "Import ongedaan gemaakt: 19 meldingen weg. 1 melding gebleven."),
        (None, "De import is weggegooid. Er was nog niets van te zien."),
    ):
        with qtbot.waitSignal(ui.notice_requested) as told:
            asking.tell(outcome)
        assert told.args is not None
        assert told.args[0] == said
