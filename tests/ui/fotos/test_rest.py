"""A photo that is not stored never goes without a word, and comes back after a lock."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boa_app.ui.fotos.intake import Bron, FotoOpdracht, from_paths
from boa_app.ui.fotos.page import FotoPage
from boa_app.ui.leftover import Leftover
from boa_app.ui.meldingen.detail import DetailPage
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.shell import Shell
from boa_app.usecases.concepten import lijst_concepten
from boa_app.usecases.fotos import FotoDoel
from tests.ui.fotos.photos import count_photos, first_melding
from tests.ui.look import assert_look, resize_window

LEFT = Qt.MouseButton.LeftButton


def cover_page(shell: Shell) -> FotoPage:
    page = shell.real_page("foto_nieuw")
    assert isinstance(page, FotoPage)
    return page


def form_of(shell: Shell) -> MeldenPage:
    page = shell.real_page("melden")
    assert isinstance(page, MeldenPage)
    return page


def open_with_photo(qtbot: QtBot, shell: Shell, photo: Path, soort: str = "HANG") -> FotoPage:
    shell.open_form(soort)
    form = form_of(shell)
    qtbot.waitUntil(lambda: form._start is not None)
    form.view.more.fotos.give(from_paths([photo]))
    page = cover_page(shell)
    qtbot.waitUntil(lambda: page._werk is not None)
    return page


def stroke(qtbot: QtBot, page: FotoPage) -> None:
    canvas, middle = page.canvas, page.canvas.rect().center()
    qtbot.mousePress(canvas, LEFT, pos=middle - QPoint(60, 0))
    qtbot.mouseMove(canvas, middle + QPoint(60, 0))
    qtbot.mouseRelease(canvas, LEFT, pos=middle + QPoint(60, 0))


def escape(qtbot: QtBot, shell: Shell) -> None:
    def is_active() -> bool:
        # The first map renews the native window, which then has to be made active again.
        shell.activateWindow()
        return shell.isActiveWindow()

    qtbot.waitUntil(is_active, timeout=15_000)
    QTest.keyClick(shell, Qt.Key.Key_Escape)


def words(shell: Shell) -> list[str]:
    return [banner.spec.strong for banner in shell.banners()]


def test_escape_with_strokes_asks_first(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    page = open_with_photo(qtbot, shell, photo)
    stroke(qtbot, page)
    escape(qtbot, shell)
    qtbot.waitUntil(lambda: words(shell) == ["De foto is nog niet bewaard."])
    assert shell.current_key == "foto_nieuw"
    resize_window(shell, 640, 400)
    assert_look(shell)
    resize_window(shell, 1280, 800)
    stay, _leave = shell.banners()[0].buttons()
    qtbot.mouseClick(stay, LEFT)
    assert (shell.current_key, len(page.canvas.strokes()), words(shell)) == ("foto_nieuw", 1, [])
    shell.top_bar.back_requested.emit()
    _stay, leave = shell.banners()[0].buttons()
    qtbot.mouseClick(leave, LEFT)
    assert (shell.current_key, page.has_unsaved, words(shell)) == ("melden", False, [])
    assert page.canvas.picture_size.isEmpty()


def test_escape_without_strokes_leaves_and_one_touch_leads_back(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    page = open_with_photo(qtbot, shell, photo)
    escape(qtbot, shell)
    qtbot.waitUntil(lambda: shell.current_key == "melden")
    assert words(shell) == ["Foto niet bewaard."]
    qtbot.mouseClick(shell.banners()[0].buttons()[0], LEFT)
    assert (shell.current_key, page.has_unsaved, words(shell)) == ("foto_nieuw", True, [])
    qtbot.mouseClick(page.check, LEFT)
    qtbot.mouseClick(shell.foot.corner, LEFT)
    qtbot.waitUntil(lambda: shell.current_key == "melden")
    assert count_photos(shell.context) == 1
    assert "Foto niet bewaard." not in words(shell)


def test_by_the_rail_it_is_told_too_and_the_cross_lets_the_picture_go(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    page = open_with_photo(qtbot, shell, photo)
    stroke(qtbot, page)
    shell.help_requested.emit()
    assert words(shell) == []
    shell.rail.items()[0].click()
    assert words(shell) == ["Foto niet bewaard."]
    shell.banners()[0].closed.emit()
    assert not page.has_unsaved
    assert page.canvas.picture_size.isEmpty()
    assert (shell.current_key, words(shell)) == ("vandaag", [])


def lock_and_open(shell: Shell) -> Leftover:
    """What the window does with it; the same shell stands for the next one."""
    left = shell.after_lock.leftover()
    shell.store_drafts()
    cover_page(shell).forget()
    form_of(shell).start_new()
    shell.show_page("vandaag")
    shell.after_lock.take_up(left)
    return left


def test_after_a_lock_the_photo_goes_on_with_its_draft_and_strokes(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    page = open_with_photo(qtbot, shell, photo)
    stroke(qtbot, page)
    before, uid = page.canvas.strokes(), form_of(shell).draft.own_uid
    left = lock_and_open(shell)
    # Nothing of the picture itself outlives the lock.
    assert left.foto is not None
    assert (left.foto.paths, left.foto.strokes, left.foto.concept) == ((photo,), before, uid)
    assert count_photos(shell.context) == 0
    assert words(shell) == ["De foto was nog niet bewaard toen het scherm op slot ging."]
    qtbot.waitUntil(lambda: [one.uid for one in lijst_concepten(shell.context.session)] == [uid])
    qtbot.mouseClick(shell.banners()[0].buttons()[0], LEFT)
    qtbot.waitUntil(lambda: shell.current_key == "foto_nieuw" and page._werk is not None)
    assert page.canvas.strokes() == before
    assert not page.check.isChecked()
    assert form_of(shell).draft.own_uid == uid
    qtbot.mouseClick(page.check, LEFT)
    qtbot.mouseClick(shell.foot.corner, LEFT)
    qtbot.waitUntil(lambda: len(form_of(shell).form.fotos) == 1)
    assert form_of(shell).form.soorten == ("HANG",)


def test_a_form_with_only_a_photo_goes_on_in_a_new_one(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    page = open_with_photo(qtbot, shell, photo, soort="")
    lock_and_open(shell)
    qtbot.mouseClick(shell.banners()[0].buttons()[0], LEFT)
    qtbot.waitUntil(lambda: shell.current_key == "foto_nieuw" and page._werk is not None)


def test_a_photo_of_a_stored_melding_goes_on_there(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    uid = first_melding(shell.context)
    shell.open_melding(uid)
    shell.cover_fotos(FotoOpdracht(from_paths([photo]), FotoDoel(melding=uid), lambda _done: None))
    page = cover_page(shell)
    left = shell.after_lock.leftover()
    page.forget()
    form_of(shell)
    shell.show_page("vandaag")
    shell.after_lock.take_up(left)
    qtbot.mouseClick(shell.banners()[0].buttons()[0], LEFT)
    qtbot.waitUntil(lambda: shell.current_key == "foto_nieuw" and page._werk is not None)
    assert isinstance(shell.real_page("melding"), DetailPage)
    assert shell.is_behind("melding")


def test_from_the_clipboard_nothing_is_kept_and_that_is_said(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    shell.open_form("HANG")
    form_of(shell).view.more.fotos.give((Bron(photo.read_bytes(), "van het klembord"),))
    qtbot.waitUntil(lambda: cover_page(shell)._werk is not None)
    left = lock_and_open(shell)
    assert left.foto is not None
    assert (left.foto.paths, left.foto.lost) == ((), 1)
    (banner,) = shell.banners()
    assert "klembord" in banner.spec.text
    assert banner.buttons() == ()


def test_somebody_else_is_told_nothing(qtbot: QtBot, shell: Shell, photo: Path) -> None:
    shell.after_lock.take_up(Leftover("iemand anders", shell.context.session.now(), importing=True))
    assert words(shell) == []
    assert cover_page(shell).rest() is None
