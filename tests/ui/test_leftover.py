"""After unlocking one hears what became of an import that the lock came in between of."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from boa_app.ui.importeren.page import REVIEW, ImporterenPage
from boa_app.ui.leftover import Leftover
from boa_app.ui.shell import Shell
from boa_app.usecases.importeren import lijst_imports, voer_uit

WAIT = 30_000


def _page(qtbot: QtBot, shell: Shell, folder: Path, rows: int) -> ImporterenPage:
    path = folder / "meldingen.csv"
    lines = (f"{13 + n % 15}-09-2026 {n // 60 % 24:02d}:{n % 60:02d};Geluid;5,{n:06d};52,02" for n in range(rows))
    path.write_text("Datum;Soort;X;Y\n" + "\n".join(lines), encoding="utf-8")
    shell.show_page("importeren")
    page = shell.real_page("importeren")
    assert isinstance(page, ImporterenPage)
    page.take_files([path])
    qtbot.waitUntil(
        lambda: page.step == REVIEW and page.plan is not None and page.plan.totalen.geteld, timeout=WAIT
    )  # fmt: skip
    return page


def _after(qtbot: QtBot, shell: Shell, left: Leftover) -> tuple[str, str]:
    shell.show_page("vandaag")
    shell.after_lock.take_up(left)
    qtbot.waitUntil(lambda: bool(shell.banners()), timeout=WAIT)
    (banner,) = shell.banners()
    banner.buttons()[0].click()
    assert shell.current_key == "importeren"
    return banner.spec.strong, banner.spec.text


def test_an_import_that_the_lock_paused(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    page = _page(qtbot, shell, tmp_path, 30_000)
    shell.foot.corner.click()
    left = shell.after_lock.leftover()
    assert left.importing
    # What locking does before it closes the store.
    tasks, session = shell.context.tasks, shell.context.session
    tasks.cancel_queries()
    tasks.wait_for_queries()
    assert [regel.status for regel in lijst_imports(session)] == ["gepauzeerd"]
    said = _after(qtbot, shell, left)
    assert said[0] == "De import van meldingen.csv stopte toen het scherm op slot ging."
    assert "Er is niets verloren" in said[1]
    assert "Ga verder bij Importeren" in said[1]
    del page


def test_an_import_that_was_ready_in_time(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    page = _page(qtbot, shell, tmp_path, 40)
    session = shell.context.session
    left = Leftover(session.actor.account, session.now(), importing=True)
    assert page.plan is not None
    assert voer_uit(session, page.plan).toegevoegd == 40
    assert _after(qtbot, shell, left) == (
        "De import van meldingen.csv is klaar.", "Toegevoegd terwijl het scherm op slot was: 40."
    )  # fmt: skip


def test_without_an_import_under_way_nothing_is_told(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    page = _page(qtbot, shell, tmp_path, 40)
    assert page.plan is not None
    voer_uit(shell.context.session, page.plan)
    left = shell.after_lock.leftover()
    assert not left.importing
    shell.after_lock.take_up(left)
    assert shell.banners() == ()
