"""A map on paper: what its page is told, and that it lets go of everything."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPageLayout
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from boa_app.ui.context import UiContext
from boa_app.ui.kaart.afdruk import Afdrukker, Blad, Inhoudbron, Papier
from boa_app.ui.map.state import Command
from boa_app.usecases.kaart import kaart_lagen
from boa_app.usecases.overzicht import Filter, select
from tests.ui.kaart.test_uitvoer_html import EVIL

pytestmark = pytest.mark.webengine
SET_UP: dict[str, Any] = {
    "texts": {"taal": "nl", "kaart": "Kaart", "pin": "", "in": "", "uit": "", "hier": "", "alles": "", "routes": "",
              "jop": "JOP", "hol": "Niemand"},
    "layers": [{"naam": "punten", "tekst": "Punten", "aan": True}, {"naam": "buurten", "tekst": "", "aan": True},
               {"naam": "warmte", "tekst": "Warmte", "aan": False}],
    "hidden": ["schouwen"], "zoom": False, "scale": False, "locate": False, "overview": False,
}  # fmt: skip
COMMANDS = (
    Command("set_up", (SET_UP,)), Command("set_theme", ("donker",)), Command("set_selected", (3, "Stemgeluid", "vr")),
    Command("set_warmte", ("boa://map/warmte/1/{z}/{x}/{y}.png", None)), Command("set_layer", ("buurten", False)),
    Command("set_layer", ("warmte", True)),
)  # fmt: skip


def _blad(lagen: frozenset[str] = frozenset({"punten", "buurten"}), raster: dict[str, Any] | None = None) -> Blad:
    legend = {"titel": "", "zinnen": [], "klassen": ["a", "b", "c"], "weinig": "d"}
    return Blad(
        Papier.A4, True, "Titel van dit blad", "heel 2026", "", ("zin",), "Schaal 1 : {schaal}", "bron",
        (5.0, 52.0, 5.06, 52.04), lagen, raster, legend,
    )  # fmt: skip


def test_which_layers_are_on() -> None:
    assert Inhoudbron(COMMANDS).shown_layers() == {"punten", "warmte"}


def test_paper_sizes() -> None:
    wide = _blad().size_px()
    assert wide[0] > wide[1] and _blad().layout().orientation() is QPageLayout.Orientation.Landscape
    # 277 x 190 mm between the margins, at 96 pixels per inch.
    assert wide == (pytest.approx(277 / 25.4 * 96, abs=3), pytest.approx(190 / 25.4 * 96, abs=3))


def test_a_protected_sheet_is_told_of_no_melding(qtbot: QtBot, ui: UiContext) -> None:
    assert ui.maps is not None
    selectie = select(ui.overzicht, Filter(), ui.session.now())
    bron = Inhoudbron(COMMANDS, selectie)
    protected = Afdrukker(ui.maps, bron, _blad(raster=describe_raster_of_nothing()), ui)
    told = {command.function for command in protected._protected()}
    assert told == {"set_up", "set_layer", "set_raster"}
    off = {command.arguments for command in protected._protected() if command.function == "set_layer"}
    assert {("punten", False), ("warmte", False), ("schouwen", False), ("buurten", True)} <= off
    exact = {command.function for command in Afdrukker(ui.maps, bron, _blad(), ui)._exact()}
    assert "set_points" in exact and not exact & {"set_selected", "set_theme"}
    without = Afdrukker(ui.maps, bron, _blad(frozenset({"buurten"})), ui)._exact()
    assert "set_points" not in {command.function for command in without}


def test_it_makes_a_pdf_and_leaves_nothing_behind(qtbot: QtBot, ui: UiContext) -> None:
    assert ui.maps is not None
    selectie = select(ui.overzicht, Filter(), ui.session.now())
    before = len(ui.maps.shelf)
    printer = Afdrukker(ui.maps, Inhoudbron((Command("set_up", (SET_UP,)),), selectie), _blad(), ui)
    with qtbot.waitSignal(printer.pdf_made, timeout=60_000) as made:
        printer.start()
    assert made.args is not None and bytes(made.args[0]).startswith(b"%PDF")
    assert len(ui.maps.shelf) == before and printer._page is None
    printer.release()


@pytest.mark.parametrize("is_protected", [True, False])
def test_no_name_and_no_word_on_a_sheet_becomes_script(qtbot: QtBot, ui: UiContext, *, is_protected: bool) -> None:
    assert ui.maps is not None
    lagen = kaart_lagen(ui.session)
    lagen = replace(
        lagen, buurten=tuple(replace(one, naam=EVIL) for one in lagen.buurten),
        jops=tuple(replace(one, naam=EVIL) for one in lagen.jops),
    )  # fmt: skip
    set_up = {
        **SET_UP,
        "layers": [{"naam": "buurten", "tekst": EVIL, "aan": True}, {"naam": "jops", "tekst": EVIL, "aan": True}],
    }
    legend = {"titel": EVIL, "zinnen": [EVIL], "klassen": [EVIL] * 3, "weinig": EVIL}
    blad = replace(
        _blad(frozenset({"buurten", "jops"}), describe_raster_of_nothing() if is_protected else None),
        titel=EVIL, filter=EVIL, merk=EVIL, zinnen=(EVIL,), schaal=EVIL, bron=EVIL, raster_legenda=legend,
    )  # fmt: skip
    commands = (Command("set_up", (set_up,)), Command("set_scene", (ui.maps.share_scene(lagen),)))
    blocked = len(ui.maps.guard.blocked)
    printer = Afdrukker(ui.maps, Inhoudbron(commands), blad, ui)
    with qtbot.waitSignal(printer.pdf_made, timeout=60_000) as made:
        printer.start()
    assert made.args is not None
    text = "".join(_text_of(bytes(made.args[0])).split())
    for part in ("</script><script>", "<imgsrc=x", "{0}&amp;"):
        assert text.count(part) >= 4, "it is read, not run"
    assert ui.maps.guard.blocked[blocked:] == []


def _text_of(pdf: bytes) -> str:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    text = "".join(document.getAllText(number).text() for number in range(document.pageCount()))
    document.close()
    return text


def test_a_session_that_closes_takes_the_sheet_along(qtbot: QtBot, ui: UiContext) -> None:
    assert ui.maps is not None
    printer = Afdrukker(ui.maps, Inhoudbron(COMMANDS), _blad(), ui)
    printer.start()
    printer.release()
    assert printer._page is None and not printer._patience.isActive()


def describe_raster_of_nothing() -> dict[str, Any]:
    """A grid without squares."""
    return {"vakken": [], "weinig": []}
