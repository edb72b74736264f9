"""Exporteren on the real page Kaart: real map, real store, real files, read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boa_app.domain.roles import Actor, Rol
from boa_app.store import audit
from boa_app.ui.context import UiContext
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.kaart import uitvoer
from boa_app.ui.kaart.afdruk import Afdrukker, Blad, Inhoudbron
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.kaart.uitvoer import KEY, UitvoerLink
from boa_app.ui.map.profile import MapProfile
from boa_app.usecases.kaartuitvoer import Inhoud, Uitweg
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.overzicht import Filter, load_overzicht
from tests.ui.frames import FIVE_SIZES, framed, wait_for_layout
from tests.ui.look import assert_look, assert_one_yellow, resize_window
from tests.ui.small_store import NOW, _melding

pytestmark = pytest.mark.webengine
Framed = tuple[MainFrame, KaartPage, UitvoerLink]
WAIT_MS = 30_000


class Chooser:
    """In place of the system's window: answers with a path, or with none."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.names: list[str] = []

    def ask(self, _parent: object, name: str, on_chosen: Callable[[Path], None], on_none: Callable[[], None]) -> None:
        self.names.append(name)
        if self.path is None:
            on_none()
        else:
            on_chosen(self.path)


@pytest.fixture
def frame(qtbot: QtBot, ui: UiContext) -> Iterator[Framed]:
    yield from _shown(qtbot, ui)


@pytest.fixture
def each_frame(qtbot: QtBot, each_ui: UiContext) -> Iterator[Framed]:
    yield from _shown(qtbot, each_ui)


def _shown(qtbot: QtBot, ui: UiContext) -> Iterator[Framed]:
    for _ in range(7):
        # In the last quarter that is over.
        at = NOW - timedelta(days=70)
        register_melding(
            ui.session,
            replace(_melding(0, NOW), gebeurd_van=at, gebeurd_tot=None, lon=5.0431, lat=52.0222, incident=""),
        )
    ui.overzicht = load_overzicht(ui.session)
    page = KaartPage(ui)
    with framed(qtbot, ui, page) as window:
        qtbot.waitUntil(lambda: page.map.is_ready and page.selection.selectie is not None, timeout=WAIT_MS)
        assert page.uitvoer is not None
        page.uitvoer.open()
        qtbot.waitUntil(lambda: page.uitvoer is not None and page.uitvoer._lagen is not None, timeout=WAIT_MS)
        yield window, page, page.uitvoer


def _export(qtbot: QtBot, link: UitvoerLink, path: Path, uitweg: Uitweg, inhoud: Inhoud = Inhoud.TEAM) -> bytes:
    link.files = Chooser(path)  # type: ignore[assignment]
    link.panel.inhoud.set_chosen(inhoud)
    link.panel.uitweg.set_chosen(uitweg)
    link._on_panel_choice_changed()
    link.submit()
    qtbot.waitUntil(link.panel.open_folder.isVisible, timeout=WAIT_MS)
    return path.read_bytes()


def _read_pdf(data: bytes) -> tuple[int, tuple[int, int], str]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    points = document.pagePointSize(0)
    found = document.pageCount(), (round(points.width()), round(points.height())), document.getAllText(0).text()
    document.close()
    return found


def _lines(ui_link: UitvoerLink) -> list[dict[str, object]]:
    with ui_link._ui.session.store.read() as reader:
        return [line for line in audit.lines(reader) if line["actie"] in ("EXPORT", "PRINT")]


def test_the_foot_offers_it_and_the_corner_becomes_the_next_step(frame: Framed) -> None:
    window, page, link = frame
    action = page.foot().actions[0]
    assert (action.title, action.subtitle) == ("Exporteren", "beschermd, vakken van 5 of meer")
    assert window.foot.corner.text() == "Opslaan als…"
    page.side.close_panel()
    assert window.foot.corner.text() == "Nieuwe melding"
    link.open()
    link.panel.set_uitweg(Uitweg.PRINTER)
    link._on_panel_choice_changed()
    assert window.foot.corner.text() == "Afdrukken"


def test_a_protected_pdf_is_one_page_of_vectors_with_its_words(qtbot: QtBot, frame: Framed, tmp_path: Path) -> None:
    _window, _page, link = frame
    data = _export(qtbot, link, tmp_path / "kaart.pdf", Uitweg.PDF)
    pages, size, text = _read_pdf(data)
    assert (pages, size) == (1, (841, 595))
    for words in ("Meldingen jeugdoverlast, IJsselstein", "01-07 t/m 30-09-2026", "minder dan 5",
                  "Vastgesteld op 20-11-2026",
                  "Voorbeeldgegevens", "te weinig om te tonen", "Schaal ongeveer 1 :"):  # fmt: skip
        assert words.lower() in text.replace("\r\n", " ").replace("\n", " ").lower(), words
    assert b"/Subtype /Image" not in data, "lines and letters, no pixels"
    assert link.panel.told.text() == f"Opgeslagen: kaart.pdf in {tmp_path}"
    line = _lines(link)[-1]
    assert (line["actie"], line["object_type"], line["resultaat"]) == ("EXPORT", "raster", "OK")


def test_a_protected_sheet_stays_at_one_to_ten_thousand(qtbot: QtBot, frame: Framed, tmp_path: Path) -> None:
    _window, page, link = frame
    page.map.center_on(5.0431, 52.0222, 18)
    text = "".join(_read_pdf(_export(qtbot, link, tmp_path / "kaart.pdf", Uitweg.PDF))[2].split())
    assert "Schaalongeveer1:10.000" in text


def test_paper_of_another_size_and_a_picture(qtbot: QtBot, frame: Framed, tmp_path: Path) -> None:
    _window, _page, link = frame
    link.panel.papier.set_chosen("A3")
    link.panel.richting.set_chosen("staand")
    assert _read_pdf(_export(qtbot, link, tmp_path / "groot.pdf", Uitweg.PDF))[:2] == (1, (841, 1190))
    image = QImage.fromData(_export(qtbot, link, tmp_path / "kaart.png", Uitweg.PNG))
    assert image.height() == pytest.approx(1190 / 72 * 200, abs=4)
    assert image.pixelColor(2, 2).name() == "#ffffff"
    colours = [image.pixelColor(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)]
    # Each part on top of the one before, and none of them painted over: green of the base map, a square, ink of names.
    assert any(colour.name() == "#e9f2e3" for colour in colours)
    assert any(colour.red() > 200 and colour.green() < 160 and colour.blue() < 140 for colour in colours)
    assert any(colour.name() == "#1f2b31" for colour in colours)


def test_the_html_file_is_protected(qtbot: QtBot, frame: Framed, tmp_path: Path) -> None:
    _window, _page, link = frame
    text = _export(qtbot, link, tmp_path / "kaart.html", Uitweg.HTML).decode("utf-8")
    assert "Content-Security-Policy" in text and "5.0431" not in text and "52.0222" not in text


def test_points_need_a_reason_and_a_recipient_before_anything_is_asked(
    qtbot: QtBot, frame: Framed, tmp_path: Path
) -> None:
    _window, page, link = frame
    chooser = Chooser(tmp_path / "punten.pdf")
    link.files = chooser  # type: ignore[assignment]
    link.panel.inhoud.set_chosen(Inhoud.SCHERM)
    link._on_panel_choice_changed()
    assert link.panel.warning.isVisible() and link.panel.reden.isVisible()
    link.submit()
    assert "De reden ontbreekt." in link.panel.told.text() and chooser.names == []
    link.panel.reden.setText("groepsaanpak")
    link.submit()
    assert "De ontvanger ontbreekt." in link.panel.told.text() and chooser.names == []
    link.panel.ontvanger.setText("jongerenwerk")
    link.submit()
    qtbot.waitUntil(link.panel.open_folder.isVisible, timeout=WAIT_MS)
    assert chooser.names == ["kaart-2026-11-20.pdf"]
    text = _read_pdf((tmp_path / "punten.pdf").read_bytes())[2]
    # With tiles below it the reader gives the letters one by one.
    assert "Alleenvoorhetteam." in "".join(text.split())
    line = _lines(link)[-1]
    assert (line["object_type"], line["ontvanger"]) == ("melding", "jongerenwerk")
    assert str(line["reden_tekst"]).startswith("groepsaanpak (2026-05-23..2026-11-20 aantal=")
    # Without points and heat nothing needs a reason.
    for name in ("punten", "warmte"):
        page.map.set_layer_visible(name, visible=False)
    link._on_panel_choice_changed()
    assert not link.panel.warning.isVisible() and not link.panel.reden.isVisible()


def test_what_is_chosen_meanwhile_does_not_come_on_the_sheet(
    qtbot: QtBot, frame: Framed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rights, reason, log and filter text are of one moment: so are the points and the heat."""
    _window, page, link = frame
    qtbot.waitUntil(lambda: page.heat.layer.warmte is not None, timeout=WAIT_MS)
    before = page.selection.selectie
    assert before is not None
    seen: list[Inhoudbron] = []

    class Watched(Afdrukker):
        def __init__(self, maps: MapProfile, bron: Inhoudbron, blad: Blad, parent: QObject) -> None:
            seen.append(bron)
            super().__init__(maps, bron, blad, parent)

    monkeypatch.setattr(uitvoer, "Afdrukker", Watched)
    link.files = Chooser(tmp_path / "punten.pdf")  # type: ignore[assignment]
    link.panel.inhoud.set_chosen(Inhoud.SCHERM)
    link._on_panel_choice_changed()
    link.panel.reden.setText("groepsaanpak")
    link.panel.ontvanger.setText("jongerenwerk")
    link.submit()
    # Before the worker answers, somebody takes the filter away and the heat off.
    page.filters.ernst.set_chosen(("4",))
    page.selection.show()
    page.map.set_layer_visible("warmte", visible=False)
    after = page.selection.selectie
    assert after is not None and after.nrs.tolist() != before.nrs.tolist()
    qtbot.waitUntil(link.panel.open_folder.isVisible, timeout=WAIT_MS)
    assert seen[0].selectie is before and "warmte" in seen[0].shown_layers()
    assert seen[0].warmte is not None and seen[0].warmte.aantal == int(before.telt.sum())
    assert f"aantal={before.nrs.size})" in str(_lines(link)[-1]["reden_tekst"])


def test_the_panel_says_which_period_will_really_be_on_the_map(qtbot: QtBot, frame: Framed) -> None:
    _window, page, link = frame
    qtbot.waitUntil(lambda: "01-07 t/m 30-09-2026" in link.panel.explanation.text(), timeout=WAIT_MS)
    assert "Alleen vaste perioden" in link.panel.explanation.text()
    page.filters.periode.set_chosen(())
    page.selection.show()
    qtbot.waitUntil(lambda: "Periode op de kaart:" in link.panel.explanation.text(), timeout=WAIT_MS)
    link.panel.inhoud.set_chosen(Inhoud.SCHERM)
    link._on_panel_choice_changed()
    assert "Periode op de kaart" not in link.panel.explanation.text()


def test_an_existing_file_is_asked_about_in_place(qtbot: QtBot, frame: Framed, tmp_path: Path) -> None:
    _window, _page, link = frame
    path = tmp_path / "kaart.html"
    path.write_bytes(b"oud")
    link.files = Chooser(path)  # type: ignore[assignment]
    link.panel.uitweg.set_chosen(Uitweg.HTML)
    link._on_panel_choice_changed()
    link.submit()
    assert link.panel.told.text() == "kaart.html bestaat al. Overschrijven?"
    assert path.read_bytes() == b"oud" and _lines(link) == []
    qtbot.mouseClick(link.panel.overwrite, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(link.panel.open_folder.isVisible, timeout=WAIT_MS)
    assert path.read_bytes().startswith(b"<!DOCTYPE html>")


def test_no_place_a_missing_folder_and_no_printer_are_told(qtbot: QtBot, frame: Framed, tmp_path: Path) -> None:
    _window, _page, link = frame
    link.files = Chooser(None)  # type: ignore[assignment]
    link.submit()
    assert link.panel.told.text() == "Niets opgeslagen: u koos geen plek."
    link.files = Chooser(tmp_path / "weg" / "kaart.pdf")  # type: ignore[assignment]
    link.submit()
    qtbot.waitUntil(lambda: "is er niet" in link.panel.told.text(), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: _lines(link)[-1]["resultaat"] == "FOUT", timeout=WAIT_MS)
    link.panel.set_uitweg(Uitweg.PRINTER)
    link.submit()
    assert "geen printer ingesteld" in link.panel.told.text()


def test_too_few_meldingen_are_not_shown(qtbot: QtBot, frame: Framed, tmp_path: Path) -> None:
    _window, page, link = frame
    page.selection.wanted = Filter(buurten=frozenset({"BU00000000"}))
    link.files = Chooser(tmp_path / "kaart.pdf")  # type: ignore[assignment]
    link.submit()
    qtbot.waitUntil(lambda: "Te weinig meldingen" in link.panel.told.text(), timeout=WAIT_MS)
    assert list(tmp_path.glob("kaart*")) == [] and _lines(link) == []


def test_ctrl_p_opens_the_panel_for_the_printer(qtbot: QtBot, frame: Framed) -> None:
    window, page, link = frame
    page.side.close_panel()

    def press() -> bool:
        # The first map renews the native window: a key may fall in that moment.
        window.activateWindow()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        return page.side.open_key == KEY

    qtbot.waitUntil(press, timeout=WAIT_MS)
    assert link.panel.chosen().uitweg is Uitweg.PRINTER and window.foot.corner.text() == "Afdrukken"


def test_it_looks_right_in_every_window(qtbot: QtBot, each_frame: Framed) -> None:
    window, page, link = each_frame
    link.panel.inhoud.set_chosen(Inhoud.SCHERM)
    link._on_panel_choice_changed()
    for size in FIVE_SIZES:
        resize_window(window, *size)
        wait_for_layout()
        assert_look(page.side)
        assert_one_yellow(window)


def test_a_boa_takes_no_meldingen_out(qtbot: QtBot, ui: UiContext) -> None:
    session = replace(ui.session, actor=Actor("ander", Rol.BOA, None))
    ui.session = session
    page = KaartPage(ui)
    with framed(qtbot, ui, page):
        assert page.uitvoer is None and page.foot().actions == ()
