"""The parts of a bonnetje: the verdict tells its state by icon and ground, the second line only when there is one."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.receipt import ReceiptPaper, Tear, Verdict
from tests.ui.look import assert_look, resize_window


def test_a_verdict_has_the_ground_of_its_state(qtbot: QtBot, each_theme: ThemeManager) -> None:
    verdict = Verdict(each_theme)
    qtbot.addWidget(verdict)
    resize_window(verdict, 400, 90)
    for good, token in ((True, "ok-bg"), (False, "let-bg")):
        verdict.set_verdict("159 van 160 foto's zijn aangekomen.", "1 foto staat nog hier.", good=good)
        assert verdict.grab().toImage().pixelColor(2, 2) == each_theme.theme.color(token)
    assert verdict.more.isVisible()
    verdict.set_verdict("Alles is aangekomen.", good=True)
    assert not verdict.more.isVisible()


def test_the_paper_is_square_and_torn(qtbot: QtBot, each_theme: ThemeManager) -> None:
    paper = ReceiptPaper(each_theme)
    qtbot.addWidget(paper)
    paper.column.addWidget(Verdict(each_theme))
    paper.column.addWidget(Tear(each_theme))
    paper.column.addWidget(Tear(each_theme, thin=True))
    resize_window(paper, 400, 120)
    assert_look(paper)
    # A rounded corner would show the ground of the window here.
    image, edge = paper.grab().toImage(), each_theme.theme.color("line-strong")
    assert image.pixelColor(1, 0) == image.pixelColor(0, 1) == edge
