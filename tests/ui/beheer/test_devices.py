"""Toestellen: revoking asks why, says what happens, and is told afterwards."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.beheer.confirm import ConfirmForm
from boa_app.ui.beheer.devices import DevicesPart
from boa_app.ui.beheer.words import BeheerWords
from boa_app.ui.beheer.work import BeheerWerk
from boa_app.ui.context import UiContext
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.buttons import Knop
from boa_app.usecases.beheer import Beheerbeeld
from tests.ui.beheer.conftest import WAIT_MS


def a_part(qtbot: QtBot, ui: UiContext, work: BeheerWerk, words: BeheerWords, beeld: Beheerbeeld) -> DevicesPart:
    part = DevicesPart(ui, work, words)
    qtbot.addWidget(part)
    part.resize(1188, 600)
    part.show()
    work.beeld_read.connect(part.show_beeld)
    part.show_beeld(beeld)
    return part


def choose(part: DevicesPart, beeld: Beheerbeeld, *, own: bool) -> None:
    device = next(one.id for one in beeld.toestellen if (one.id == beeld.eigen_toestel) is own)
    part.panel.list.selectRow(part.panel.ids().index(device))


def knops(part: DevicesPart) -> dict[str, Knop]:
    return {knop.text(): knop for knop in part.detail.findChildren(Knop) if knop.isVisible()}


def test_a_device_is_revoked_with_a_reason(
    qtbot: QtBot, ui: UiContext, work: BeheerWerk, words: BeheerWords, beeld: Beheerbeeld
) -> None:
    part = a_part(qtbot, ui, work, words, beeld)
    choose(part, beeld, own=False)
    knops(part)["Intrekken"].click()
    assert part.corner().title == "Niet intrekken"
    assert not knops(part)["Toestel intrekken"].isEnabled()
    part.detail.findChildren(ConfirmForm)[0].reden.setText("gestolen")
    with qtbot.waitSignal(ui.notice_requested, timeout=WAIT_MS):
        knops(part)["Toestel intrekken"].click()
    qtbot.waitUntil(lambda: not work.is_busy, timeout=WAIT_MS)
    told = [row.name for row in part.detail.findChildren(InfoRow) if row.isVisible()]
    assert any(name.startswith("Ingetrokken") for name in told)
    assert "Nog geen contact gehad" in told
    assert "Intrekken" not in knops(part)


def test_it_can_be_left_as_it_is(
    qtbot: QtBot, ui: UiContext, work: BeheerWerk, words: BeheerWords, beeld: Beheerbeeld
) -> None:
    part = a_part(qtbot, ui, work, words, beeld)
    choose(part, beeld, own=False)
    knops(part)["Intrekken"].click()
    part.corner().on_trigger()
    assert "Intrekken" in knops(part)
    with qtbot.waitSignal(part.code_requested):
        part.corner().on_trigger()


def test_the_own_device_is_not_offered(
    qtbot: QtBot, ui: UiContext, work: BeheerWerk, words: BeheerWords, beeld: Beheerbeeld
) -> None:
    part = a_part(qtbot, ui, work, words, beeld)
    choose(part, beeld, own=True)
    assert "Intrekken" not in knops(part)
