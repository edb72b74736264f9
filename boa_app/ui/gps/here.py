"""*Mijn plaats* on a map and in the form: asks the receiver, uses what is good, says what is not."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from boa_app.domain.errors import UserError
from boa_app.domain.fix import BeoordeeldeFix, Oordeel
from boa_app.ui.context import UiContext

# Somebody who asks for it may have an inexact place, drawn with its circle; a wrong one never.
_USABLE_ON_REQUEST = frozenset({Oordeel.GOED, Oordeel.ONNAUWKEURIG, Oordeel.NAUWKEURIGHEID_ONBEKEND})


class Here(QObject):
    """The receiver for one page, on while the page is shown.

    Signals:
        place_known(Fix): a good fix, each time one comes in.
        place_asked(Fix): the answer to `ask`.
        doubt_changed(str): why the last fix is not used by itself, as the value of an Oordeel; "" when it is.
    """

    place_known = Signal(object)
    place_asked = Signal(object)
    doubt_changed = Signal(str)

    def __init__(self, ui: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._asked = False
        self._is_on = False
        self.doubt = ""

    def switch(self, *, on: bool) -> None:
        """On while the page is shown, off when it goes."""
        if on == self._is_on:
            return
        self._is_on = on
        gps = self._ui.gps
        if on:
            gps.fix_taken.connect(self._on_gps_fix_taken)
            gps.toestand_changed.connect(self._on_gps_toestand_changed)
            gps.use(self)
        else:
            self._asked = False
            gps.fix_taken.disconnect(self._on_gps_fix_taken)
            gps.toestand_changed.disconnect(self._on_gps_toestand_changed)
            gps.leave(self)

    def ask(self) -> None:
        """A person wants the place now: the last fix when it can be used, else the next; without a receiver a sentence.

        An answer that cannot be used comes as an error of the context.
        """
        self.switch(on=True)
        gps, current = self._ui.gps, self._ui.gps.current()
        if gps.fout:
            self._ui.show_error(UserError(gps.fout, poort=gps.instelling.poort, bestand=gps.instelling.bestand))
        elif current is not None and current.oordeel is not Oordeel.ONBEVESTIGD:
            self._answer(current)
        elif gps.is_off:
            self._ui.show_error(UserError("gps_uit"))
        else:
            self._asked = True
            self._ui.show_notice(self.tr("Wacht op de gps. Ga zo nodig onder een vrije hemel staan."))

    def _answer(self, found: BeoordeeldeFix) -> None:
        self._asked = False
        if found.oordeel in _USABLE_ON_REQUEST:
            self.place_asked.emit(found.fix)
        else:
            self._ui.show_error(UserError("gps_onbruikbaar", oordeel=str(found.oordeel)))

    def _on_gps_fix_taken(self, found: BeoordeeldeFix) -> None:
        self._set_doubt("" if found.is_goed else str(found.oordeel))
        if found.is_goed:
            self.place_known.emit(found.fix)
        # The first place of all waits for the second; when none comes it grows old, and that is told.
        if self._asked and found.oordeel is not Oordeel.ONBEVESTIGD:
            self._answer(found)

    def _on_gps_toestand_changed(self) -> None:
        if self._ui.gps.fout:
            self._asked = False
            self._set_doubt("")

    def _set_doubt(self, doubt: str) -> None:
        if doubt != self.doubt:
            self.doubt = doubt
            self.doubt_changed.emit(doubt)
