"""The shell: ways between pages, notices with undo, problems in words, pages built in the pauses."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.ids import uuid7
from boa_app.domain.melding import Melding, Status
from boa_app.domain.roles import Rol
from boa_app.store.opening import StoreMeta, create_store
from boa_app.store.session import Writer
from boa_app.ui.context import UiContext
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.meldingen.detail import DetailPage
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.shell import Shell
from boa_app.ui.tasks import Tasks
from boa_app.ui.theme import ThemeManager
from boa_app.ui.vandaag.page import VandaagPage
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.concepten import lijst_concepten
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.meldingen_lezen import toon_melding
from boa_app.usecases.opening import open_session
from boa_app.usecases.overzicht import make_overzicht
from tests.ui.frames import FIVE_SIZES, wait_for_layout
from tests.ui.look import assert_look, resize_window
from tests.ui.small_store import LIGHT, NOW, PASSPHRASE, TestClock, load_lists

LEFT = Qt.MouseButton.LeftButton


def test_notice_with_undo_takes_the_act_back(qtbot: QtBot, ui: UiContext, shell: Shell) -> None:
    done = register_melding(ui.session, Melding(ui.session.now(), 5.03, 52.02, "HANG"))
    ui.show_notice("Melding opgeslagen.", done.undo)
    (banner,) = shell.banners()
    qtbot.mouseClick(banner.buttons()[0], LEFT)
    qtbot.waitUntil(lambda: [each.spec.strong for each in shell.banners()] == ["Ongedaan gemaakt."])
    assert toon_melding(ui.session, done.uid).melding.status is Status.VERVALLEN


def test_a_problem_says_what_is_safe(ui: UiContext, shell: Shell) -> None:
    ui.show_error(EnvironmentProblem("schijf_vol"))
    ui.show_error(EnvironmentProblem("schijf_vol"))
    (banner,) = shell.banners()
    assert banner.spec.strong
    assert banner.spec.text


def test_a_problem_of_one_page_is_told_there_once_and_goes_with_the_next_try(ui: UiContext, shell: Shell) -> None:
    shell.show_page("importeren")
    ui.show_page_error(EnvironmentProblem("schijf_vol"), "importeren")
    ui.show_page_error(EnvironmentProblem("opslag_fout"), "importeren")
    assert len(shell.banners()) == 1
    ui.page_errors_settled.emit("importeren")
    assert shell.banners() == ()
    ui.show_page_error(EnvironmentProblem("schijf_vol"), "importeren")
    shell.show_page("vandaag")
    assert shell.banners() == ()


def test_a_quick_tile_opens_the_form_with_that_soort(qtbot: QtBot, shell: Shell) -> None:
    page = shell.real_page("vandaag")
    assert isinstance(page, VandaagPage)
    qtbot.mouseClick(page.quick.tiles()[2], LEFT)
    assert shell.current_key == "melden"
    form = shell.real_page("melden")
    assert isinstance(form, MeldenPage)
    assert form.form.soorten == ("GEL-MUZ",)


def test_from_recent_to_detail_to_form_and_back(qtbot: QtBot, shell: Shell) -> None:
    page = shell.real_page("vandaag")
    assert isinstance(page, VandaagPage)
    qtbot.waitUntil(lambda: len(page.recent.rows()) == 4)
    qtbot.mouseClick(page.recent.rows()[0], LEFT)
    assert shell.current_key == "melding"
    detail = shell.real_page("melding")
    assert isinstance(detail, DetailPage)
    qtbot.waitUntil(lambda: detail.shown is not None)
    qtbot.mouseClick(shell.foot.corner, LEFT)
    assert shell.current_key == "melden"
    form = shell.real_page("melden")
    assert isinstance(form, MeldenPage)
    form.closed.emit()
    assert shell.current_key == "melding"
    shell.go_back()
    assert shell.current_key == "vandaag"


def test_pages_are_built_in_the_pauses(qtbot: QtBot, shell: Shell) -> None:
    qtbot.waitUntil(lambda: not any(shell._waits(key) for key in ("melden", "kaart", "rondes", "hulp")), timeout=15_000)
    assert shell.current_key == "vandaag"


def test_saving_shows_only_when_it_takes_long(qtbot: QtBot, ui: UiContext, shell: Shell) -> None:
    gate = threading.Event()

    def slow() -> Done:
        gate.wait(5)
        return Done(Changes())

    def words() -> str:
        return shell.foot.state_items()[0].accessibleName()

    ui.run(slow, shell)
    assert words() == "Opgeslagen op dit apparaat"
    qtbot.waitUntil(lambda: words() == "Bezig met opslaan")
    gate.set()
    qtbot.waitUntil(lambda: words() == "Opgeslagen op dit apparaat")


@pytest.mark.parametrize("size", FIVE_SIZES)
def test_look_with_a_banner(ui: UiContext, shell: Shell, size: tuple[int, int]) -> None:
    ui.show_error(EnvironmentProblem("schijf_vol"))
    resize_window(shell, *size)
    wait_for_layout()
    # Not the count of yellow: a map that has not drawn yet shows whatever was in memory.
    assert_look(shell)


def test_a_schouwleider_gets_the_jobs_of_that_role_and_no_melding(
    qtbot: QtBot, themes: ThemeManager, tmp_path: Path, map_profile: MapProfile
) -> None:
    meta = StoreMeta("GM0353", "IJsselstein", False, uuid7(NOW), str(Rol.SCHOUWLEIDER), uuid7(NOW))
    create_store(tmp_path / "opslag", PASSPHRASE, meta, TestClock(), LIGHT).store.close()
    session = open_session(tmp_path / "opslag", PASSPHRASE, load_lists(), TestClock())
    tasks, errors = Tasks(), []
    ui = UiContext(session, make_overzicht(session), tasks, themes, map_profile)
    shell = Shell(ui)
    ui.error_raised.connect(lambda error: errors.append(error.code))
    shell.resize(1280, 800)
    shell.show()
    assert [item.text() for item in shell.rail.items()] == ["Vandaag", "Kaart"]
    assert shell.foot.corner.text() == "Kaart openen"
    assert shell.foot.state_items()[1].accessibleName() == "Zonder centrale u bent schouwleider"
    page = shell.real_page("vandaag")
    assert isinstance(page, VandaagPage)
    assert not any(part.isVisible() for part in (page.quick, page.recent, page.open, page.turns))
    wait_for_layout()
    assert_look(shell)
    qtbot.mouseClick(shell.foot.corner, LEFT)
    assert shell.current_key == "kaart"
    wait_for_layout()
    assert errors == []
    shell.release()
    tasks.close()
    ui.setParent(None)
    delete(shell)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    session.close()
    map_profile.forget_data()


def _log_one_here(ui: UiContext) -> None:
    """Whoever logged before this evening is proposed the same place again."""
    register_melding(ui.session, Melding(ui.session.now(), 5.034, 52.022, "HANG", plaats="Plein"))


def test_a_complete_melding_is_six_touches_from_vandaag(qtbot: QtBot, ui: UiContext, shell: Shell) -> None:
    page, form = shell.real_page("vandaag"), shell.real_page("melden")
    assert isinstance(page, VandaagPage)
    assert isinstance(form, MeldenPage)
    _log_one_here(ui)
    qtbot.waitUntil(lambda: ui.overzicht.is_loaded)
    before = ui.overzicht.count()
    qtbot.mouseClick(page.quick.tiles()[1], LEFT)
    qtbot.waitUntil(lambda: form.form.plek is not None)
    for group, code in (("ernst", "2"), ("groepsgrootte", "G3"), ("maatregel", "AANSPR"), ("resultaat", "R2")):
        tiles = form.view.groups.group(group).tiles.tiles()
        qtbot.mouseClick(next(tile for tile in tiles if tile.choice.code == code), LEFT)
    with qtbot.waitSignal(form.melding_saved) as saved:
        qtbot.mouseClick(shell.foot.corner, LEFT)
    assert shell.current_key == "vandaag"
    melding = toon_melding(ui.session, saved.args[0].uid).melding
    assert (melding.soort, melding.ernst, melding.groepsgrootte) == ("GEL-STEM", "2", "G3")
    assert (melding.maatregelen, melding.resultaat) == (("AANSPR",), "R2")
    assert ui.overzicht.count() == before + 1


def test_nobody_found_is_two_touches_from_vandaag(qtbot: QtBot, ui: UiContext, shell: Shell) -> None:
    form = shell.real_page("melden")
    assert isinstance(form, MeldenPage)
    _log_one_here(ui)
    qtbot.mouseClick(shell.foot.corner, LEFT)
    qtbot.waitUntil(lambda: form.form.plek is not None)
    with qtbot.waitSignal(form.melding_saved) as saved:
        qtbot.mouseClick(shell.foot.action_items()[0], LEFT)
    assert toon_melding(ui.session, saved.args[0].uid).melding.soort == "GEEN"
    assert shell.current_key == "vandaag"


def _limit_pages(ui: UiContext, grow: int) -> None:
    """Let the store grow by so many pages and no more: what SQLite reports then is a full disk."""

    def work(writer: Writer) -> None:
        (pages,) = writer.db.conn.execute("PRAGMA page_count").fetchone()
        writer.db.conn.execute(f"PRAGMA max_page_count = {pages + grow}")

    ui.session.store.write_now(work)


def test_a_full_disk_shows_in_foot_and_banner_until_the_draft_is_kept(
    qtbot: QtBot, ui: UiContext, shell: Shell
) -> None:
    def stored() -> str:
        return shell.foot.state_items()[0].accessibleName()

    def errors() -> list[str]:
        return [banner.spec.key for banner in shell.banners() if banner.spec.key.startswith("fout:")]

    form = shell.real_page("melden")
    assert isinstance(form, MeldenPage)
    shell.open_form("HANG")
    assert stored() == "Concept nog niet bewaard"
    qtbot.waitUntil(lambda: stored() == "Concept bewaard op dit apparaat")
    _limit_pages(ui, 0)
    form.view.more.change(replace(form.form, feiten="x" * 4000, duiding="y" * 4000))
    qtbot.waitUntil(lambda: errors() == ["fout:schijf_vol"])
    assert stored() == "Concept nog niet bewaard"
    shell.show_page("vandaag")
    # Leaving the form tried again; what is not kept is not called stored on any page.
    qtbot.waitUntil(lambda: not ui.tasks.is_busy)
    assert stored() == "Concept nog niet bewaard"
    assert errors() == ["fout:schijf_vol"]
    _limit_pages(ui, 10_000)
    form.flush_draft()
    qtbot.waitUntil(lambda: stored() == "Opgeslagen op dit apparaat")
    assert errors() == []
    (concept,) = lijst_concepten(ui.session)
    assert concept.inhoud["feiten"] == "x" * 4000


def test_a_commit_takes_banners_of_the_disk_away_and_no_others(qtbot: QtBot, ui: UiContext, shell: Shell) -> None:
    for code in ("schijf_vol", "opslag_fout", "geen_recht"):
        ui.show_error(EnvironmentProblem(code, soort="SQLITE_IOERR"))
    ui.run(lambda: register_melding(ui.session, Melding(ui.session.now(), 5.03, 52.02, "HANG")), shell)
    qtbot.waitUntil(lambda: [banner.spec.key for banner in shell.banners()] == ["fout:geen_recht"])


@pytest.mark.parametrize("page", ["vandaag", "kaart", "melden"])
@pytest.mark.parametrize("size", [(1280, 800), (1100, 800), (1024, 768), (900, 600), (640, 400)])
def test_a_narrow_foot_still_says_stored_and_without_centre(
    ui: UiContext, shell: Shell, page: str, size: tuple[int, int]
) -> None:
    shell.open_form() if page == "melden" else shell.show_page(page)
    resize_window(shell, *size)
    wait_for_layout()
    items = shell.foot.state_items()
    shown = " ".join(item.shown_words() for item in items).lower()
    assert "bewaard" in shown or "opgeslagen" in shown
    assert "zonder centrale" in shown
    told = ", ".join(item.accessibleName() for item in items)
    assert told == "Opgeslagen op dit apparaat, Zonder centrale u bent teamleider"
    assert_look(shell)
