"""The protected file in a real browser: it asks for nothing, complains about nothing, and shows the squares."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import shiboken6
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from pytestqt.qtbot import QtBot

from boa_app.analysis.bescherming import maak_raster
from boa_app.analysis.crs import to_rd
from boa_app.mapping.export_html import make_html
from boa_app.ui.context import UiContext
from boa_app.ui.map.profile import MapProfile
from boa_app.usecases.kaart import kaart_lagen
from tests.mapping.test_export_html import TEKST

pytestmark = pytest.mark.webengine
COUNT = """JSON.stringify({
  squares: document.querySelectorAll("path.vak[class*=klasse]").length,
  hatched: document.querySelectorAll("path.weinig").length,
  figures: [...document.querySelectorAll(".leaflet-marker-icon span.cijfer")].map((one) => one.textContent),
  names: document.querySelectorAll(".leaflet-marker-icon span.naam").length,
  fill: getComputedStyle(document.querySelector("path.vak.klasse-2")).fill,
  rows: document.querySelectorAll("tr").length,
})"""
# What a name of an area, a place, a buurt or a municipality may hold, by accident or not.
EVIL = (
    "</script><script>document.title='gehackt'</script></title></style>-->"
    "<img src=x onerror=\"document.title='gehackt'\">"
    "'\"`\u2028\u2029\\u003c${1}{0}&amp;"
)
INTRUDE = (
    """fetch("https://example.org/").then(() => "ging", () => "geweigerd").then((word) => { document.title = word; })"""
)


class LoudPage(QWebEnginePage):
    """Keeps what the page complains about."""

    def __init__(self, maps: MapProfile) -> None:
        maps.make_page(maps).deleteLater()
        assert maps._profile is not None
        super().__init__(maps._profile)
        self.complaints: list[str] = []

    def javaScriptConsoleMessage(self, level: Any, message: str, line: int, source: str) -> None:
        del level, line, source
        self.complaints.append(message)


@pytest.fixture
def browser(qtbot: QtBot, ui: UiContext) -> Iterator[tuple[QWebEngineView, LoudPage]]:
    assert ui.maps is not None
    view, page = QWebEngineView(), LoudPage(ui.maps)
    view.setPage(page)
    view.resize(1200, 1000)
    view.show()
    yield view, page
    view.setPage(None)  # type: ignore[arg-type]
    shiboken6.delete(page)
    shiboken6.delete(view)


def _ask(qtbot: QtBot, page: QWebEnginePage, script: str) -> Any:
    answers: list[Any] = []
    page.runJavaScript(script, 0, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=15_000)
    return answers[0]


def test_the_file_opens_by_itself(qtbot: QtBot, ui: UiContext, browser: tuple[QWebEngineView, LoudPage]) -> None:
    view, page = browser
    random = np.random.default_rng(1)
    x0, y0 = to_rd(5.043, 52.022)
    raster = maak_raster(x0 + random.normal(0, 500, 200), y0 + random.normal(0, 500, 200))
    text = make_html(raster, kaart_lagen(ui.session), TEKST, cijfers=True)
    with qtbot.waitSignal(view.loadFinished, timeout=20_000) as loaded:
        view.setHtml(text)
    assert loaded.args == [True]
    seen = json.loads(_ask(qtbot, page, COUNT))
    assert (seen["squares"], seen["hatched"]) == (raster.aantal.size, raster.te_weinig_x_m.size)
    assert sorted(map(int, seen["figures"])) == sorted(raster.aantal.tolist())
    assert seen["names"] > 3 and seen["rows"] == raster.aantal.size + 1
    assert seen["fill"] == "rgb(217, 89, 49)", "the style sheet was let through by the policy"
    page.runJavaScript("map_boa.setZoom(3, {animate: false})")
    nearest = float(_ask(qtbot, page, "String(map_boa.getZoom())"))
    metres_per_pixel = 2**-nearest
    assert nearest == -1.5 and metres_per_pixel / (0.0254 / 96) >= 10_000
    assert page.complaints == []
    # The policy holds: what somebody might try to let it load is refused by the page itself.
    page.runJavaScript(INTRUDE)
    qtbot.waitUntil(lambda: page.title() == "geweigerd", timeout=15_000)
    assert ui.maps is not None and ui.maps.guard.blocked == []


def test_no_name_and_no_word_becomes_script(
    qtbot: QtBot, ui: UiContext, browser: tuple[QWebEngineView, LoudPage]
) -> None:
    view, page = browser
    lagen = kaart_lagen(ui.session)
    lagen = replace(lagen, buurten=tuple(replace(one, naam=EVIL) for one in lagen.buurten), attributie=EVIL)
    words = dict.fromkeys(("titel", "filter", "merk", "legenda", "weinig", "gemaakt", "lijst", "buiten"), EVIL)
    words |= dict.fromkeys(("kaart", "inzoomen", "uitzoomen"), EVIL)
    tekst = replace(TEKST, **words, zinnen=(EVIL,) * 2, klassen=(EVIL,) * 3, kolommen=(EVIL,) * 4)
    x0, y0 = to_rd(5.043, 52.022)
    raster = maak_raster(np.full(9, x0), np.full(9, y0))
    with qtbot.waitSignal(view.loadFinished, timeout=20_000):
        view.setHtml(make_html(raster, lagen, tekst, cijfers=True))
    seen = json.loads(_ask(qtbot, page, COUNT))
    assert (seen["squares"], seen["rows"]) == (1, 2)
    told = _ask(
        qtbot, page, "[document.querySelector('h1').textContent, document.title, document.images.length].join('|')"
    )
    spaced = " ".join(EVIL.split())
    assert " ".join(told.split()) == f"{spaced}|{spaced}|0"
    assert page.complaints == []
    assert ui.maps is not None and ui.maps.guard.blocked == []
