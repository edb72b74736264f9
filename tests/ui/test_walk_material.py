"""What the walk takes along is what the program takes: an import without a doubt, a photo, a place."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from boa_app.ui.context import UiContext
from boa_app.ui.gps.service import GpsService
from boa_app.ui.theme import Theme
from boa_app.ui.walk_material import (
    LAT,
    LON,
    PHOTO_HEIGHT,
    PHOTO_WIDTH,
    ROWS,
    SECONDS,
    draw_photo,
    face_of,
    write_recording,
    write_table,
)
from boa_app.usecases.fotos import lees
from boa_app.usecases.gps import GpsBron, GpsInstelling
from boa_app.usecases.importplan import verken
from tests.ui.small_store import NOW, TestClock


@pytest.mark.parametrize("days_ago", [0, 5, 8, 17])
def test_the_table_leaves_nothing_to_ask(ui: UiContext, tmp_path: Path, days_ago: int) -> None:
    """Whatever day it is: 12 November shows the first twelve days of a month and three before."""
    table = write_table(tmp_path / "meldingen.csv", ui.session.now() - timedelta(days=days_ago))
    plan = verken(ui.session, [table])
    assert plan.twijfels == ()
    assert plan.totalen.gelezen == ROWS + 1
    assert (plan.totalen.toevoegen, plan.totalen.afkeuren) == (ROWS, 1)


def test_the_photo_is_read_and_shows_a_face_where_it_says(ui: UiContext, tmp_path: Path) -> None:
    path = draw_photo(tmp_path / "foto.png")
    werk = lees(ui.session, path)
    assert (werk.breedte, werk.hoogte) == (PHOTO_WIDTH, PHOTO_HEIGHT)
    face = face_of(PHOTO_WIDTH, PHOTO_HEIGHT)
    skin = Theme("donker").color("let").rgb()
    picture = QImage(str(path))
    assert picture.pixel(face.center().toPoint()) == skin
    assert picture.pixel(int(face.left()) - 4, int(face.center().y())) != skin


def test_the_recording_gives_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    path = write_recording(tmp_path / "opname.nmea", NOW)
    assert len(path.read_text(encoding="ascii").splitlines()) == 3 * SECONDS
    gps = GpsService(TestClock())
    gps.set_instelling(GpsInstelling(GpsBron.BESTAND, bestand=str(path)))
    with qtbot.waitSignal(gps.fix_taken, timeout=15_000) as taken:
        gps.use(gps)
    fix = taken.args[0].fix
    assert (round(fix.lon, 4), round(fix.lat, 4)) == (LON, LAT)
    gps.close()
