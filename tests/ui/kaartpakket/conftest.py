"""What the tests of the page of kaartpakketten share: services nobody answers, a file of borders, the page itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boa_app.mapdata.pdok_diensten import Diensten
from boa_app.ui.context import UiContext
from boa_app.ui.kaartpakket.page import KaartpakkettenPage
from boa_app.ui.kaartpakket.words import KaartWords
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.buttons import Knop
from tests.pdokproef import pdokdata
from tests.pdokserver import Pdokserver

__all__ = ["pdokdata"]
WAIT_MS = 30_000


@pytest.fixture
def words() -> KaartWords:
    return KaartWords("nl")


@pytest.fixture
def borders(tmp_path: Path) -> Path:
    """Two buurten of a made-up municipality, as a person may have them."""
    path = tmp_path / "buurten.geojson"
    features = []
    for nr, west in enumerate((5.03, 5.05)):
        ring = [[west, 52.01], [west + 0.02, 52.01], [west + 0.02, 52.03], [west, 52.03], [west, 52.01]]
        properties = {
            "buurtcode": f"BU0353000{nr + 1}", "buurtnaam": f"Buurt {nr + 1}", "gemeentecode": "GM0353",
            "gemeentenaam": "IJsselstein", "jaar": 2024,
        }  # fmt: skip
        features.append(
            {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        )
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


@pytest.fixture
def nobody() -> Diensten:
    """Services where nobody answers: a port that was just let go."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    return Diensten.op(f"http://127.0.0.1:{port}")


@pytest.fixture
def page(qtbot: QtBot, ui: UiContext, nobody: Diensten) -> KaartpakkettenPage:
    return a_page(qtbot, ui, nobody)


@pytest.fixture
def server(pdokdata: object) -> Iterator[Pdokserver]:
    with Pdokserver(pdokdata) as made:  # type: ignore[arg-type]
        yield made


def a_page(qtbot: QtBot, ui: UiContext, diensten: Diensten) -> KaartpakkettenPage:
    """The page, with its list read."""
    made = KaartpakkettenPage(ui, diensten=diensten)
    qtbot.addWidget(made)
    made.resize(1188, 672)
    made.show()
    with qtbot.waitSignal(made.work.list_read, timeout=WAIT_MS):
        made.page_shown()
    return made


def knops(page: KaartpakkettenPage) -> dict[str, Knop]:
    """The buttons of the detail, by their words."""
    return {knop.text(): knop for knop in page.part.detail.findChildren(Knop) if knop.isVisible()}


def facts(page: KaartpakkettenPage) -> dict[str, str]:
    """What the detail tells."""
    return {row.name: row.meta for row in page.part.detail.findChildren(InfoRow) if row.isVisible()}
