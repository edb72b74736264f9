"""What there is besides the main job, looked at and left as it was: heat and time, search, areas, export, import,
a photo, positioning. Nothing of it is stored."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from boa_app.ui.fotos.page import FotoPage
from boa_app.ui.gps.page import GpsPage
from boa_app.ui.gps.service import GpsToestand
from boa_app.ui.importeren.page import REVIEW, ImporterenPage
from boa_app.ui.kaart import gebieden, uitvoer
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.map.warmte import NAME as HEAT
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.walk_camera import WalkFailed, wait_until
from boa_app.ui.walk_hand import Steps, drag, drop, touch
from boa_app.ui.walk_material import ROWS, draw_photo, face_of, write_recording, write_table
from boa_app.usecases.gps import GpsBron, GpsInstelling

SOORT = "GEL-STEM"


class Tour(Steps):
    """Once past everything that the main job does not touch."""

    def run(self) -> None:
        """All of it in order. Raises WalkFailed."""
        # A notice that goes by itself while a picture is taken gives a map another size.
        for banner in self._shell.banners():
            self._shell.clear_banner(banner.spec.key)
        with tempfile.TemporaryDirectory(prefix="boa-app-") as temporary:
            folder, now = Path(temporary), self._shell.context.session.now()
            self._see_heat_and_time()
            self._see_areas()
            self._see_export()
            self._search()
            self._review_an_import(write_table(folder / "meldingen.csv", now))
            self._cover_a_photo(draw_photo(folder / "foto.png"))
            self._see_the_receiver(write_recording(folder / "opname.nmea", now))

    def _see_heat_and_time(self) -> None:
        self._go("kaart")
        page = self._page("kaart", KaartPage)
        strip = page.time.slider.strip
        painted: list[str] = []
        hear = painted.append
        page.map.map_painted.connect(hear)
        QTest.keyClick(strip.start_handle, Qt.Key.Key_Home)
        wait_until("the heat of all weeks does not stand", lambda: HEAT in painted)
        self._camera.take("warmte")
        painted.clear()
        period = page.time.slider.range()
        begin, end = (handle.geometry().center() for handle in (strip.start_handle, strip.end_handle))
        drag(strip, begin, QPoint((begin.x() + end.x()) // 2, begin.y()))
        wait_until("the time slider did not move", lambda: page.time.slider.range() != period)
        wait_until("the heat did not follow the time slider", lambda: HEAT in painted)
        self._camera.take("tijdbalk")
        page.map.map_painted.disconnect(hear)

    def _see_areas(self) -> None:
        self._command(QCoreApplication.translate("Commands", "Gebieden"))
        page = self._page("kaart", KaartPage)
        wait_until("the areas did not open", lambda: page.side.open_key == gebieden.KEY)
        self._camera.take("gebieden")
        self._close_side(page)

    def _see_export(self) -> None:
        page = self._page("kaart", KaartPage)
        touch(self._shell.foot.action_items()[0])
        wait_until("export did not open", lambda: page.side.open_key == uitvoer.KEY)
        self._camera.take("exporteren")
        self._close_side(page)

    def _close_side(self, page: KaartPage) -> None:
        QTest.keyClick(page.side, Qt.Key.Key_Escape)
        wait_until("the panel did not close", lambda: not page.side.open_key)

    def _search(self) -> None:
        context = self._shell.context
        self._type(context.session.lijsten["soort"].kort(SOORT, context.language))
        palette = self._shell.finder.palette
        self._camera.take("zoeken")
        QTest.keyClick(palette.edit, Qt.Key.Key_Escape)
        wait_until("the search did not close", lambda: not palette.is_open)

    def _type(self, words: str) -> None:
        """Ctrl+K and these words, until the first thing found is called so."""
        self._press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        palette = self._shell.finder.palette
        wait_until("the search did not open", lambda: palette.is_open)
        QTest.keyClicks(palette.edit, words)
        wait_until(
            f"{words} was not found",
            lambda: palette.edit.accessibleDescription().casefold().startswith(words.casefold()),
        )

    def _command(self, words: str) -> None:
        """Do what is called so, by Ctrl+K."""
        self._type(words)
        QTest.keyClick(self._shell.finder.palette.edit, Qt.Key.Key_Return)

    def _review_an_import(self, path: Path) -> None:
        self._command(QCoreApplication.translate("Jobs", "Importeren"))
        self._wait_for_page("importeren")
        page = self._page("importeren", ImporterenPage)
        self._camera.take("importeren")
        drop(page, path)
        wait_until("the file was not looked at", lambda: page.step == REVIEW)
        wait_until(
            "the rows were not counted",
            lambda: page.plan is not None and page.plan.totalen.geteld and page.plan.totalen.toevoegen == ROWS,
        )
        self._camera.take("importeren-nakijken")

    def _cover_a_photo(self, path: Path) -> None:
        self._go("vandaag")
        touch(self._shell.foot.corner)
        self._wait_for_page("melden")
        form = self._page("melden", MeldenPage)
        drop(form, path)
        self._wait_for_page("foto_nieuw")
        page = self._page("foto_nieuw", FotoPage)
        canvas = page.canvas
        wait_until("the photo was not read", lambda: not canvas.picture_size.isEmpty())
        size = canvas.picture_size
        face = face_of(size.width(), size.height())
        touch(page.tools.tools["groot"])
        above, below = (QPointF(face.center().x(), y) for y in (face.top(), face.bottom()))
        drag(canvas, canvas.to_widget(above).toPoint(), canvas.to_widget(below).toPoint())
        wait_until("the brush covered nothing", lambda: bool(canvas.strokes()))
        touch(page.check)
        wait_until("the photo was not called checked", page.check.isChecked)
        self._camera.take("foto-afdekken")
        # Not stored: leaving asks first, and the empty form after it leaves no draft.
        self._press(Qt.Key.Key_Escape)
        wait_until("leaving the photo did not ask", lambda: bool(self._shell.banners()))
        touch(self._shell.banners()[-1].buttons()[-1])
        self._wait_for_page("melden")
        self._press(Qt.Key.Key_Escape)
        self._wait_for_page("vandaag")
        if form.has_content():
            raise WalkFailed("the form kept something of a photo that was not stored")

    def _see_the_receiver(self, path: Path) -> None:
        gps = self._shell.context.gps
        before = gps.instelling
        # Not through the page: what is chosen there is stored.
        gps.set_instelling(GpsInstelling(GpsBron.BESTAND, bestand=str(path)))
        self._command(QCoreApplication.translate("Jobs", "Plaatsbepaling"))
        self._wait_for_page("gps")
        page = self._page("gps", GpsPage)
        wait_until("the recording gave no place", lambda: gps.toestand is GpsToestand.BEZIG and bool(gps.current()))
        self._camera.wait_for_map(page.map, "Plaatsbepaling")
        self._camera.take("plaatsbepaling")
        self._go("vandaag")
        gps.set_instelling(before)
