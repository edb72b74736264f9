"""The main job, step by step, as a boa does it: with the mouse and the keyboard, on the real window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from boa_app.domain.melding import Status
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.meldingen.detail import DetailPage
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.rondes.page import RondesPage
from boa_app.ui.vandaag.page import VandaagPage
from boa_app.ui.walk_camera import Camera, WalkFailed, wait_until
from boa_app.ui.walk_hand import HAND_MS, Steps, touch
from boa_app.ui.walk_tour import Tour
from boa_app.ui.window import MainWindow

SIX_TOUCHES = (
    ("soort", "GEL-STEM"), ("ernst", "2"), ("groepsgrootte", "G3"), ("maatregel", "AANSPR"), ("resultaat", "R2"),
)  # fmt: skip
OTHER_ERNST = "3"


class MainJob(Steps):
    """Unlock, log, find back, correct, void and take back, walk a ronde, look at the rest, lock."""

    def __init__(self, window: MainWindow, camera: Camera, secret: str) -> None:
        super().__init__(window, camera)
        self._secret = secret

    def run(self) -> None:
        """All steps in order. Raises WalkFailed."""
        self._unlock()
        self._see_vandaag()
        self._log_melding()
        self._find_on_kaart()
        self._read_and_correct()
        self._void_and_undo()
        self._walk_a_ronde()
        Tour(self._window, self._camera).run()
        self._see_help()
        self._lock()

    def _unlock(self) -> None:
        field = self._window.entry.unlock.secret.field
        wait_until("the unlock screen did not show", field.isVisible)
        self._camera.take("ontgrendelen")
        QTest.keyClicks(field, self._secret)
        touch(self._window.entry.corner)
        card = self._window.entry.unlock
        wait_until("the store did not open", lambda: self._window.is_open or bool(card.problem))
        if not self._window.is_open:
            raise WalkFailed(f"not unlocked: {card.problem}")

    def _see_vandaag(self) -> None:
        page = self._page("vandaag", VandaagPage)
        wait_until("Vandaag shows no meldingen", lambda: bool(page.recent.rows()))
        self._camera.wait_for_map(page.map, "Vandaag")
        self._camera.take("vandaag")

    def _log_melding(self) -> None:
        before = self._count()
        touch(self._shell.foot.corner)
        wait_until("the form did not open", lambda: self._shell.current_key == "melden")
        form = self._page("melden", MeldenPage)
        wait_until("the form has no map", lambda: form.view.map.view is not None)
        self._camera.wait_for_map(form.view.map, "the form")
        if form.form.plek is None:
            self._touch_map(self._web_of(form), QPoint(120, 100))
            wait_until("a touch on the map chose no place", lambda: form.form.plek is not None)
        self._camera.take("melden")
        for group, code in SIX_TOUCHES:
            self._choose(form, group, code)
        self._camera.take("melden-ingevuld")
        touch(self._shell.foot.corner)
        wait_until("the form did not close after saving", lambda: self._shell.current_key == "vandaag")
        wait_until("the melding is not in the columns", lambda: self._count() == before + 1)
        page = self._page("vandaag", VandaagPage)
        soort = self._shell.context.session.lijsten["soort"].kort(SIX_TOUCHES[0][1], self._shell.context.language)
        wait_until("Vandaag does not list the melding", lambda: page.recent.rows()[0].row().name.startswith(soort))
        wait_until("nothing says that it is stored", lambda: bool(self._shell.banners()))
        self._camera.take("vandaag-opgeslagen")

    def _touch_map(self, web: QWidget, at: QPoint) -> None:
        """A page drops a click that comes in the same instant as its first picture; a hand has to get there first."""
        QTest.mouseMove(web, at - QPoint(20, 20))
        QTest.qWait(HAND_MS)
        QTest.mouseMove(web, at)
        QTest.qWait(HAND_MS)
        touch(web, at)

    def _choose(self, form: MeldenPage, group: str, code: str) -> None:
        tiles = form.view.groups.group(group).tiles
        tile = next(tile for tile in tiles.tiles() if tile.choice.code == code)
        if not tile.isChecked():
            touch(tile)
        wait_until(f"{group} {code} was not chosen", lambda: code in tiles.chosen())

    def _find_on_kaart(self) -> None:
        self._go("kaart")
        page = self._page("kaart", KaartPage)
        wait_until("the new melding is not chosen in the list", lambda: page.list.rows.chosen_row() >= 0)
        self._camera.wait_for_map(page.map, "Kaart en lijst")
        self._camera.take("kaart-en-lijst")

    def _read_and_correct(self) -> None:
        kaart = self._page("kaart", KaartPage)
        kaart.list.rows.setFocus()
        QTest.keyClick(kaart.list.rows, Qt.Key.Key_Return)
        wait_until("Enter did not open the melding", lambda: self._shell.current_key == "melding")
        detail = self._page("melding", DetailPage)
        wait_until("the melding was not read", lambda: detail.shown is not None)
        self._camera.wait_for_map(detail.map, "the melding")
        self._camera.take("melding")
        touch(self._shell.foot.corner)
        wait_until("Wijzigen did not open the form", lambda: self._shell.current_key == "melden")
        form = self._page("melden", MeldenPage)
        self._choose(form, "ernst", OTHER_ERNST)
        self._camera.take("wijzigen")
        touch(self._shell.foot.corner)
        wait_until("the form did not close after the correction", lambda: self._shell.current_key == "melding")
        wait_until("the history does not tell the correction", lambda: len(detail.history.lines()) > 1)
        self._camera.take("melding-geschiedenis")

    def _void_and_undo(self) -> None:
        detail = self._page("melding", DetailPage)
        touch(self._shell.foot.action_items()[0])
        wait_until("nobody asked for a reason", detail.reason.isVisible)
        self._camera.take("vervallen-reden")
        touch(detail.reason.choices[0])
        wait_until("it did not lapse", lambda: self._status(detail) is Status.VERVALLEN)
        self._camera.take("vervallen")
        wait_until("there is no Ongedaan maken", lambda: bool(self._shell.banners()[-1].buttons()))
        touch(self._shell.banners()[-1].buttons()[0])
        wait_until("undo did not bring it back", lambda: self._status(detail) is Status.ACTIEF)

    def _walk_a_ronde(self) -> None:
        self._go("rondes")
        page = self._page("rondes", RondesPage)
        wait_until("there are no places", lambda: bool(page.places.rows))
        touch(self._shell.foot.corner)
        row = next(iter(page.places.rows.values()))
        wait_until("the ronde did not start", row.tiles["RUSTIG"].isEnabled)
        touch(row.tiles["RUSTIG"])
        wait_until("the visit was not ticked", row.tiles["RUSTIG"].isChecked)
        self._camera.take("ronde")
        touch(self._shell.foot.action_items()[0])
        wait_until("the ronde did not stop", lambda: not row.tiles["RUSTIG"].isEnabled())
        self._camera.take("ronde-gestopt")

    def _see_help(self) -> None:
        self._press(Qt.Key.Key_F1)
        wait_until("F1 did not open help", lambda: self._shell.current_key == "hulp")
        self._camera.take("hulp")

    def _lock(self) -> None:
        locked: list[bool] = []
        self._window.session_locked.connect(lambda: locked.append(True))
        self._press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        wait_until("it did not lock", lambda: bool(locked) and not self._window.is_open)
        self._camera.take("vergrendeld")

    def _count(self) -> int:
        return self._shell.context.overzicht.count()

    def _status(self, detail: DetailPage) -> Status | None:
        return None if detail.shown is None else detail.shown.melding.status

    def _web_of(self, form: MeldenPage) -> QWidget:
        view = form.view.map.view
        web = view.web_view() if view is not None else None
        target = web.focusProxy() if web is not None else None
        if target is None:
            raise WalkFailed("the map of the form cannot be touched")
        return target
