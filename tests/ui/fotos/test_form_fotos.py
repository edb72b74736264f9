"""The whole road of a photo through the window: form, brush, draft, melding, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from boa_app.domain.melding import PlaatsBron
from boa_app.store import meldingen
from boa_app.ui.context import UiContext
from boa_app.ui.fotos.page import FotoPage
from boa_app.ui.fotos.viewer import FotoKijkPage
from boa_app.ui.help.page import HelpPage
from boa_app.ui.meldingen.detail import DetailPage
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.shell import Shell
from boa_app.usecases.concepten import lijst_concepten
from boa_app.usecases.controleren import controleer
from boa_app.usecases.fotos import FotoDoel
from boa_app.usecases.klok import bevestig_klok
from tests.ui.fotos.photos import add_photo, count_photos, drop, files_in_hand, first_melding
from tests.ui.small_store import TestClock


def form_of(shell: Shell) -> MeldenPage:
    page = shell.real_page("melden")
    assert isinstance(page, MeldenPage)
    return page


def cover_page(shell: Shell) -> FotoPage:
    page = shell.real_page("foto_nieuw")
    assert isinstance(page, FotoPage)
    return page


def open_form(qtbot: QtBot, shell: Shell) -> MeldenPage:
    shell.open_form("HANG")
    form = form_of(shell)
    qtbot.waitUntil(lambda: form._start is not None)
    form._open_editor("meer")
    return form


def add_by_window(qtbot: QtBot, shell: Shell, path: Path) -> None:
    """Choose a file, say that it was checked, store it."""
    form = form_of(shell)
    before = len(form.form.fotos)
    form.view.more.fotos.pick = lambda _parent: [path]
    qtbot.mouseClick(form.view.more.fotos.add, Qt.MouseButton.LeftButton)
    store_photo(qtbot, shell)
    qtbot.waitUntil(lambda: len(form.form.fotos) == before + 1)
    qtbot.waitUntil(lambda: form.view.more.fotos.uids() == form.form.fotos)


def store_photo(qtbot: QtBot, shell: Shell) -> None:
    page = cover_page(shell)
    assert shell.current_key == "foto_nieuw"
    qtbot.waitUntil(lambda: page._werk is not None)
    qtbot.mouseClick(page.check, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(shell.foot.corner, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shell.current_key != "foto_nieuw")


def test_photos_on_the_form_go_with_the_melding(qtbot: QtBot, shell: Shell, photo: Path, plain: Path) -> None:
    ui, form = shell.context, open_form(qtbot, shell)
    add_by_window(qtbot, shell, photo)
    add_by_window(qtbot, shell, plain)
    assert form.has_content()
    assert form.view.wording.more(form.form) == "2 foto's"
    assert lijst_concepten(ui.session)[0].uid == form.draft.own_uid
    uids = form.form.fotos
    form.choose_place(5.0405, 52.0205)
    with qtbot.waitSignal(form.melding_saved) as saved:
        form.save()
    with ui.session.store.read() as reader:
        record = meldingen.get_melding(reader, saved.args[0].uid)
    assert record is not None
    assert record.melding.fotos == uids
    assert record.melding.plaats_bron is PlaatsBron.KAART
    assert lijst_concepten(ui.session) == ()
    form.start_new()
    assert form.view.more.fotos.uids() == ()
    assert controleer(ui.session) == ()


def test_a_draft_opens_with_its_photos(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    form = open_form(qtbot, shell)
    add_by_window(qtbot, shell, photo)
    uids, draft = form.form.fotos, form.draft.own_uid
    form.start_new()
    qtbot.waitUntil(lambda: form.view.more.fotos.uids() == ())
    form.open_concept(draft)
    qtbot.waitUntil(lambda: form.view.more.fotos.uids() == uids)
    assert form.form.soorten == ("HANG",)


def test_a_photo_alone_is_a_draft_and_taken_back_is_none(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    ui = shell.context
    form = open_form(qtbot, shell)
    form.start_new()
    qtbot.waitUntil(lambda: form._start is not None)
    form._open_editor("meer")
    add_by_window(qtbot, shell, photo)
    qtbot.waitUntil(lambda: bool(shell.banners()) and bool(shell.banners()[-1].buttons()))
    qtbot.mouseClick(shell.banners()[-1].buttons()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: form.form.fotos == ())
    qtbot.waitUntil(lambda: count_photos(ui) == 0)
    assert form.draft.own_uid not in [concept.uid for concept in lijst_concepten(ui.session)]


def test_niemand_keeps_the_photos_with_the_draft(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    ui, form = shell.context, open_form(qtbot, shell)
    add_by_window(qtbot, shell, photo)
    uids = form.form.fotos
    form.choose_place(5.0405, 52.0205)
    with qtbot.waitSignal(form.melding_saved):
        form.log_niemand()
    (draft,) = lijst_concepten(ui.session)
    form.open_concept(draft.uid)
    qtbot.waitUntil(lambda: form.form.fotos == uids)


def test_the_place_of_the_photo_is_taken_when_asked(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    form = open_form(qtbot, shell)
    form.view.more.fotos.pick = lambda _parent: [photo]
    qtbot.mouseClick(form.view.more.fotos.add, Qt.MouseButton.LeftButton)
    page = cover_page(shell)
    qtbot.waitUntil(page.place.isVisible)
    before = form.form.plek
    qtbot.mouseClick(page.place, Qt.MouseButton.LeftButton)
    assert form.form.plek != before
    assert form.form.plaats_bron is PlaatsBron.GPS
    assert form.form.plek is not None
    assert abs(form.form.plek[0] - 5.0405) < 1e-6


def test_a_photo_dropped_anywhere_on_the_form_is_meant_for_it(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    form = open_form(qtbot, shell)
    assert drop(form, files_in_hand(photo))
    store_photo(qtbot, shell)
    qtbot.waitUntil(lambda: len(form.form.fotos) == 1)


def test_a_picture_is_pasted_anywhere_on_the_form(qtbot: QtBot, shell: Shell) -> None:
    form = open_form(qtbot, shell)
    QGuiApplication.clipboard().setImage(QImage(60, 40, QImage.Format.Format_RGB32))
    qtbot.keyClick(form, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    store_photo(qtbot, shell)
    qtbot.waitUntil(lambda: len(form.form.fotos) == 1)
    QGuiApplication.clipboard().clear()


def test_opening_wipes_what_is_past_its_term(qtbot: QtBot, ui: UiContext, photo: Path) -> None:
    uid = first_melding(ui)
    add_photo(ui, photo, FotoDoel(melding=uid))
    clock = ui.session.clock
    assert isinstance(clock, TestClock)
    clock.now += timedelta(days=91)
    ui.session.store.meta = replace(ui.session.store.meta, voorbeeld=False)
    # Three months unused: the window asks about the date first, and wipes after a yes.
    bevestig_klok(ui.session)
    opened = Shell(ui)
    qtbot.waitUntil(lambda: count_photos(ui) == 0)
    with ui.session.store.read() as reader:
        record = meldingen.get_melding(reader, uid)
    assert record is not None
    assert record.melding.fotos == ()
    opened.release()
    ui.tasks.close()
    ui.setParent(None)
    delete(opened)


def test_help_opens_at_the_page_on_photos(qtbot: QtBot, shell: Shell) -> None:
    page = shell.real_page("hulp")
    assert isinstance(page, HelpPage)
    for key in ("foto", "foto_nieuw"):
        page.show_topic(key)
        assert page.context() == "Foto's"


def test_a_stored_melding_gets_shows_and_loses_a_photo(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    ui = shell.context
    with ui.session.store.read() as reader:
        uid = str(reader.db.execute("SELECT uid FROM meldingen ORDER BY nr DESC LIMIT 1").fetchone()[0])
    shell.open_melding(uid)
    detail = shell.real_page("melding")
    assert isinstance(detail, DetailPage)
    qtbot.waitUntil(lambda: detail.shown is not None and detail.fotos.isVisible())
    detail.fotos.strip.pick = lambda _parent: [photo]
    qtbot.mouseClick(detail.fotos.strip.add, Qt.MouseButton.LeftButton)
    store_photo(qtbot, shell)
    qtbot.waitUntil(lambda: len(detail.fotos.strip.uids()) == 1)
    qtbot.waitUntil(lambda: detail.history.lines()[0][0] == "Foto toegevoegd")
    qtbot.mouseClick(detail.fotos.strip.knoppen()[0], Qt.MouseButton.LeftButton)
    viewer = shell.real_page("foto")
    assert isinstance(viewer, FotoKijkPage)
    qtbot.waitUntil(lambda: viewer.shown is not None)
    qtbot.mouseClick(shell.foot.action_items()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shell.current_key == "melding" and detail.fotos.strip.uids() == ())
    qtbot.waitUntil(lambda: detail.history.lines()[0][0] == "Foto weggehaald")
    qtbot.mouseClick(shell.banners()[-1].buttons()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(detail.fotos.strip.uids()) == 1)
    assert controleer(ui.session) == ()


def test_a_correction_adds_a_photo(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    ui = shell.context
    with ui.session.store.read() as reader:
        uid = str(reader.db.execute("SELECT uid FROM meldingen ORDER BY nr LIMIT 1").fetchone()[0])
    first = add_photo(ui, photo, FotoDoel(melding=uid))
    with ui.session.store.read() as reader:
        record = meldingen.get_melding(reader, uid)
    assert record is not None
    form = form_of(shell)
    form.edit(record)
    shell.show_page("melden")
    form._open_editor("meer")
    assert form.form.fotos == ()
    add_by_window(qtbot, shell, photo)
    second = form.form.fotos[0]
    with qtbot.waitSignal(form.melding_saved):
        form.save()
    with ui.session.store.read() as reader:
        changed = meldingen.get_melding(reader, uid)
    assert changed is not None
    assert changed.melding.fotos == (first, second)
