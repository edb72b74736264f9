"""Searches while somebody types: one question at a time, only the answer to what stands in the field is shown.

typed ──> nothing under way: ask ──> answer ──> still what stands there? show : ask again
     └──> under way: remember, the answer that comes is stale
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from boa_app.domain.errors import BoaError
from boa_app.ui.zoeken.commands import Command
from boa_app.ui.zoeken.palette import Palette
from boa_app.ui.zoeken.rows import Found, ResultRows
from boa_app.usecases.zoeken import Zoekuitslag, log_zoek, zoek
from boa_app.usecases.zoeknamen import Opdracht, Vondst, Vondstsoort

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext
    from boa_app.ui.tasks import Task

LOG_AFTER_MS = 2000
BUSY_AFTER_MS = 300


class Finder(QObject):
    """The palette and what it asks.

    Signals:
        found_chosen(Vondst): go there; commands are run here.
        all_chosen(frozenset, str): show these meldingen, the words say which.
    """

    found_chosen = Signal(object)
    all_chosen = Signal(object, str)

    def __init__(self, ui: UiContext, window: QWidget, commands: Callable[[], Sequence[Command]]) -> None:
        super().__init__(window)
        self._ui, self._commands = ui, commands
        self._offered: dict[str, Command] = {}
        self._rows: list[Found] = []
        self._shown: Zoekuitslag | None = None
        self._logged: Zoekuitslag | None = None
        self._task: Task[Zoekuitslag] | None = None
        self._opens_first = False
        self.palette = Palette(ui.themes, window)
        self._maker = ResultRows(ui.session.lijsten, ui.language, self)
        self.log_timer = QTimer(self, singleShot=True, interval=LOG_AFTER_MS)
        self.log_timer.timeout.connect(self._log)
        self._busy = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._busy.timeout.connect(lambda: self.palette.set_note(self.tr("Zoeken …")))
        self.palette.text_changed.connect(self._on_palette_text_changed)
        self.palette.row_opened.connect(self._on_palette_row_opened)
        self.palette.closed.connect(self._on_palette_closed)

    def open(self) -> None:
        """Show the field, with what one can do below it."""
        self._offered = {command.key: command for command in self._commands()}
        self.palette.open_palette()
        self._ask()

    def close(self) -> None:
        """Put it away."""
        self.palette.close_palette()

    def _ask(self) -> None:
        if self._task is not None:
            return
        session, overzicht, text = self._ui.session, self._ui.overzicht, self.palette.edit.text()
        offered = [Opdracht(one.key, one.name, one.words) for one in self._offered.values()]
        language = self._ui.language
        self._busy.start()
        self._task = self._ui.tasks.query(
            lambda: zoek(session, text, overzicht, opdrachten=offered, language=language),
            self._on_answer, self._on_error, self,
        )  # fmt: skip

    def _on_answer(self, uitslag: Zoekuitslag) -> None:
        self._task = None
        if not self.palette.is_open:
            return
        if uitslag.tekst != self.palette.edit.text():
            self._ask()
            return
        self._busy.stop()
        self._shown = uitslag
        icons = {key: command.icon for key, command in self._offered.items()}
        self._rows = self._maker.rows(uitslag, icons, self._ui.session.now())
        self.palette.set_rows([found.row for found in self._rows], self._note(uitslag))
        if uitslag.woorden:
            self.log_timer.start()
        if self._opens_first:
            self._opens_first = False
            self._on_palette_row_opened(self.palette.chosen_row())

    def _on_error(self, error: BoaError) -> None:
        self._task = None
        self._busy.stop()
        self.palette.close_palette()
        self._ui.show_error(error)

    def _note(self, uitslag: Zoekuitslag) -> str:
        if uitslag.woorden and not self._ui.overzicht.is_loaded:
            return self.tr("De meldingen worden nog gelezen. Zoek zo nog eens.")
        if not uitslag.groepen:
            return self.tr("Niets gevonden. Probeer een ander woord, een straat of een dag zoals 20-11.")
        return ""

    def _on_palette_text_changed(self) -> None:
        self.log_timer.stop()
        self._opens_first = False
        if self.palette.is_open:
            self._ask()

    def _on_palette_row_opened(self, row: int) -> None:
        shown = self._shown
        if shown is None or shown.tekst != self.palette.edit.text():
            # What stands below belongs to other words: open the first of the answer that is on its way.
            self._opens_first = True
            return
        if not 0 <= row < len(self._rows):
            return
        found = self._rows[row]
        self._log()
        self.palette.close_palette()
        if found.is_all:
            self.all_chosen.emit(frozenset(shown.nrs.tolist()), " ".join(shown.tekst.split()))
        elif found.vondst is not None:
            self._go(found.vondst)

    def _go(self, found: Vondst) -> None:
        if found.soort is Vondstsoort.OPDRACHT:
            self._offered[found.sleutel].act()
        else:
            self.found_chosen.emit(found)

    def _log(self) -> None:
        """A result that stood for two seconds, or was used, was read: once."""
        self.log_timer.stop()
        session, shown = self._ui.session, self._shown
        if shown is None or not shown.woorden or shown is self._logged or not shown.nrs.size:
            return
        self._logged = shown
        self._ui.tasks.query(lambda: log_zoek(session, shown), _nothing, self._ui.show_error, self)

    def _on_palette_closed(self) -> None:
        self.log_timer.stop()
        self._busy.stop()
        self._opens_first = False
        # Not kept: what was found belongs to one question.
        self._shown, self._rows = None, []
        self.palette.set_rows(())


def _nothing(_: object) -> None:
    """The line is written; nothing on the screen depends on it."""
