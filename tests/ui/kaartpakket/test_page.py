"""The page as a person uses it: looking, making of files and of PDOK, stopping, using, handing over, taking in."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.errors import BoaError
from boa_app.mapdata.pdok_diensten import Diensten
from boa_app.ui.context import UiContext
from boa_app.ui.kaartpakket.new_form import FILES
from boa_app.ui.kaartpakket.page import KaartpakkettenPage
from boa_app.usecases.kaartpakketten import lijst_kaartpakketten
from boa_app.usecases.session import Session
from tests.pdokserver import Pdokserver
from tests.ui.frames import FIVE_SIZES, framed, wait_for_layout
from tests.ui.kaartpakket.conftest import WAIT_MS, a_page, facts, knops
from tests.ui.look import assert_look, resize_window


def make_of_files(qtbot: QtBot, page: KaartpakkettenPage, borders: Path) -> str:
    """Make one of a file of borders, as a person does; gives its sleutel."""
    page.foot().corner.on_trigger()  # type: ignore[union-attr]
    form = page.part.form
    form.source.set_chosen(FILES)
    form.source.choice_changed.emit(FILES)
    form.naam.setText("Twee buurten")
    form.slots["buurten"].set_path(borders)
    with qtbot.waitSignal(page.work.made, timeout=WAIT_MS) as made:
        page.foot().corner.on_trigger()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "Gebruiken" in knops(page), timeout=WAIT_MS)
    return str(made.args[0].sleutel)  # type: ignore[index]


def test_it_tells_what_is_in_use_and_what_is_in_it(page: KaartpakkettenPage, ui: UiContext) -> None:
    assert ui.session.kaart is not None
    assert page.context() == f"In gebruik: {ui.session.kaart.naam}"
    assert page.part.panel.list.model().rowCount() == 1
    told = facts(page)
    assert any(name.startswith("Buurten · 31") for name in told)
    assert "Basiskaart" in told["Niet in dit kaartpakket"]
    # Nobody can take away what he works with.
    assert set(knops(page)) == {"Nakijken", "Doorgeven"}


@pytest.mark.parametrize("size", FIVE_SIZES)
def test_the_look(qtbot: QtBot, each_ui: UiContext, nobody: Diensten, size: tuple[int, int], borders: Path) -> None:
    page = KaartpakkettenPage(each_ui, diensten=nobody)
    with framed(qtbot, each_ui, page) as window:
        qtbot.waitUntil(lambda: page.part.panel.list.model().rowCount() == 1, timeout=WAIT_MS)
        resize_window(window, *size)
        page.part.go_inside(inside=True)
        wait_for_layout()
        assert_look(window)
        page.part.corner().on_trigger()
        page.part.form.source.set_chosen(FILES)
        page.part.form.source.choice_changed.emit(FILES)
        page.part.form.slots["buurten"].set_path(borders)
        wait_for_layout()
        assert_look(window)


def test_one_is_made_of_files_used_and_taken_away(
    qtbot: QtBot, page: KaartpakkettenPage, ui: UiContext, borders: Path
) -> None:
    sleutel = make_of_files(qtbot, page, borders)
    assert any(name.startswith("Buurten · 2") for name in facts(page))
    with qtbot.waitSignal(page.session_made, timeout=WAIT_MS) as used:
        knops(page)["Gebruiken"].click()
    session: Session = used.args[0]  # type: ignore[index]
    assert session.kaart is not None and [buurt.naam for buurt in session.kaart.buurten] == ["Buurt 1", "Buurt 2"]
    assert session.store is ui.session.store
    # The page of the old session is thrown away with it; a fresh one shows the other one as in use.
    ui.session = session
    with qtbot.waitSignal(page.work.list_read, timeout=WAIT_MS):
        page.page_shown()
    old = next(info for info in lijst_kaartpakketten(session) if not info.actief)
    page.part.panel.chosen.emit(old.sleutel)
    knops(page)["Weghalen"].click()
    assert page.part.corner().title == "Niet weghalen"
    with qtbot.waitSignal(page.work.list_read, timeout=WAIT_MS):
        knops(page)["Weghalen"].click()
    assert [info.sleutel for info in lijst_kaartpakketten(session)] == [sleutel]


def test_what_is_damaged_says_so_and_the_one_in_use_goes_on(
    qtbot: QtBot, page: KaartpakkettenPage, ui: UiContext, borders: Path
) -> None:
    sleutel = make_of_files(qtbot, page, borders)
    folder = next(info for info in lijst_kaartpakketten(ui.session) if info.sleutel == sleutel)
    (ui.session.store.folder / "kaartpakketten" / folder.sleutel / "buurten.geojson").write_bytes(b"{")
    with qtbot.waitSignal(page.work.list_read, timeout=WAIT_MS):
        page.page_shown()
    assert "Gebruiken" not in knops(page)
    with qtbot.waitSignal(ui.page_error_raised, timeout=WAIT_MS) as told:
        knops(page)["Nakijken"].click()
    problem: BoaError = told.args[0]  # type: ignore[index]
    assert problem.code == "kaartpakket_beschadigd"
    assert ui.session.kaart is not None


def test_a_file_that_is_no_map_is_told_and_nothing_changes(
    qtbot: QtBot, page: KaartpakkettenPage, ui: UiContext, tmp_path: Path
) -> None:
    wrong = tmp_path / "foto.geojson"
    wrong.write_bytes(b"\xff\xd8\xff\xe0 no map at all")
    page.part.corner().on_trigger()
    form = page.part.form
    form.source.set_chosen(FILES)
    form.source.choice_changed.emit(FILES)
    assert page.part.corner().reason == "Kies eerst een bestand"
    form.slots["buurten"].set_path(wrong)
    assert page.part.corner().reason == ""
    with qtbot.waitSignal(ui.page_error_raised, timeout=WAIT_MS):
        page.part.corner().on_trigger()
    assert [info.actief for info in lijst_kaartpakketten(ui.session)] == [True]


def test_without_a_line_pdok_says_what_is_so_and_a_code_can_be_typed(
    qtbot: QtBot, page: KaartpakkettenPage, ui: UiContext
) -> None:
    page.part.corner().on_trigger()
    form = page.part.form
    qtbot.waitUntil(lambda: "PDOK" in form.note.text(), timeout=WAIT_MS)
    form.gemeente.setText("gm0344")
    form.gemeente.textEdited.emit("gm0344")
    assert form.wens().gemeente == "GM0344"
    with qtbot.waitSignal(ui.page_error_raised, timeout=WAIT_MS):
        page.part.corner().on_trigger()


def test_pdok_tells_size_and_time_and_then_makes_it(
    qtbot: QtBot, ui: UiContext, server: Pdokserver, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = a_page(qtbot, ui, Diensten.op(server.basis))
    page.part.corner().on_trigger()
    form = page.part.form
    qtbot.waitUntil(lambda: any(name.startswith("Samen ongeveer") for name in facts(page)), timeout=WAIT_MS)
    assert any(name.startswith("Adressen ·") for name in facts(page))
    assert form.missing() == ""
    page.part.corner().on_trigger()
    qtbot.waitUntil(lambda: bool(page.part.making.rows()), timeout=WAIT_MS)
    knops(page)["Stoppen"].click()
    assert not page.work.is_making
    qtbot.waitUntil(lambda: page.part.panel.list.model().rowCount() == 2, timeout=WAIT_MS)
    page.part.panel.chosen.emit(page.part.panel.ids()[-1])
    assert "Verder gaan" in knops(page)


def test_one_is_handed_over_and_taken_in(
    qtbot: QtBot, page: KaartpakkettenPage, ui: UiContext, borders: Path, tmp_path: Path
) -> None:
    sleutel = make_of_files(qtbot, page, borders)
    target = tmp_path / "uit.boakaart"
    info = next(one for one in lijst_kaartpakketten(ui.session) if one.sleutel == sleutel)
    told: list[str] = []
    ui.notice_requested.connect(lambda sentence, _undo: told.append(sentence))
    page.part.hand_over(info, target)
    qtbot.waitUntil(lambda: any("Vingerafdruk" in sentence for sentence in told), timeout=WAIT_MS)
    page.open_file(target)
    qtbot.waitUntil(lambda: page.part.corner().title == "Overnemen", timeout=WAIT_MS)
    assert "De handtekening klopt" in facts(page)
    with qtbot.waitSignal(page.work.made, timeout=WAIT_MS):
        page.part.corner().on_trigger()
    target.write_bytes(b"PK\x03\x04" + b"0" * 500)
    with qtbot.waitSignal(ui.page_error_raised, timeout=WAIT_MS):
        page.open_file(target)
