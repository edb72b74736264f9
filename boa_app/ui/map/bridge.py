"""The two directions between window and page: calls in by one encoder, events out by one object with few slots."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from boa_app.ui.map.events import (
    Announcement,
    BadEventError,
    Blocked,
    ControlChoice,
    LayerChoice,
    ObjectChoice,
    Painted,
    PenReport,
    PileChoice,
    PointChoice,
    Position,
    parse_event,
)

_LOG = logging.getLogger(__name__)
_FUNCTION = re.compile("[a-z][a-z_]*")
E = TypeVar("E")


def js_call(function: str, *args: object) -> str:
    """The script that calls a function of Boa.api. Arguments go as JSON in ASCII, so that no text can end the script.

    Raises ValueError for a name that is no function name, or a number JSON does not have.
    """
    if not _FUNCTION.fullmatch(function):
        raise ValueError("function")
    return f'Boa.call("{function}", {json.dumps(args, ensure_ascii=True, allow_nan=False)})'


class MapBridge(QObject):
    """What the page sees of the program. `refused` counts messages that were no event.

    Signals:
        announced(Announcement): the page takes commands.
        clicked(Position), pin_moved(Position)
        point_chosen(PointChoice), pile_chosen(PileChoice), object_chosen(ObjectChoice)
        layer_chosen(LayerChoice), control_chosen(ControlChoice)
        pen_reported(PenReport)
        painted(Painted), blocked(Blocked)
    """

    announced = Signal(object)
    clicked = Signal(object)
    pin_moved = Signal(object)
    point_chosen = Signal(object)
    pile_chosen = Signal(object)
    object_chosen = Signal(object)
    layer_chosen = Signal(object)
    control_chosen = Signal(object)
    pen_reported = Signal(object)
    painted = Signal(object)
    blocked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refused = 0

    @Slot(str)
    def announce(self, text: str) -> None:
        """The page is ready."""
        self._pass_on(Announcement, text, self.announced.emit)

    @Slot(str)
    def report_click(self, text: str) -> None:
        """An empty place of the map was clicked."""
        self._pass_on(Position, text, self.clicked.emit)

    @Slot(str)
    def report_pin(self, text: str) -> None:
        """The pin was put somewhere."""
        self._pass_on(Position, text, self.pin_moved.emit)

    @Slot(str)
    def report_point(self, text: str) -> None:
        """A melding was touched."""
        self._pass_on(PointChoice, text, self.point_chosen.emit)

    @Slot(str)
    def report_pile(self, text: str) -> None:
        """Several meldingen on one spot were touched."""
        self._pass_on(PileChoice, text, self.pile_chosen.emit)

    @Slot(str)
    def report_choice(self, text: str) -> None:
        """A JOP, plek or route was touched."""
        self._pass_on(ObjectChoice, text, self.object_chosen.emit)

    @Slot(str)
    def report_layer(self, text: str) -> None:
        """A layer was switched."""
        self._pass_on(LayerChoice, text, self.layer_chosen.emit)

    @Slot(str)
    def report_control(self, text: str) -> None:
        """A button of the map was pressed."""
        self._pass_on(ControlChoice, text, self.control_chosen.emit)

    @Slot(str)
    def report_pen(self, text: str) -> None:
        """Ruler or pen was taken up, put down, or came round."""
        self._pass_on(PenReport, text, self.pen_reported.emit)

    @Slot(str)
    def report_painted(self, text: str) -> None:
        """A layer was drawn."""
        self._pass_on(Painted, text, self.painted.emit)

    @Slot(str)
    def report_blocked(self, text: str) -> None:
        """The page's policy refused something."""
        self._pass_on(Blocked, text, self.blocked.emit)

    def _pass_on(self, kind: type[E], text: str, emit: Callable[[E], None]) -> None:
        try:
            event = parse_event(kind, text)
        except BadEventError as error:
            self.refused += 1
            _LOG.error("kaart: bericht geweigerd: %s, %s", kind.__name__, error)
            return
        emit(event)
