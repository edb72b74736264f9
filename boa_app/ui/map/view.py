"""The map as a widget: setters for what it shows, signals for what the person did. It works without any data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import NamedTuple, Protocol

import numpy as np
import shiboken6
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QBuffer, QIODevice, Qt, QTimer, Signal
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QStackedLayout, QWidget

from boa_app.mapping.scene import Box, LagenLike, bounds_of, most_of
from boa_app.ui.map.answers import Shelf
from boa_app.ui.map.bridge import js_call
from boa_app.ui.map.events import (
    Announcement,
    ControlChoice,
    LayerChoice,
    ObjectChoice,
    Painted,
    PenReport,
    PileChoice,
    PointChoice,
    Position,
)
from boa_app.ui.map.options import MapOptions, page_setup
from boa_app.ui.map.page import MapPage
from boa_app.ui.map.points import PointsLayer
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.map.state import Command, Memory
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.states import ErrorState

__all__ = ("MapOptions", "MapView", "Neighbour", "NumberedPlace")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A melding nearby, with a short label (its time)."""

    nr: int
    lon: float
    lat: float
    label: str


@dataclass(frozen=True, slots=True)
class NumberedPlace:
    """A place with its number in a list beside the map."""

    uid: str
    label: str
    naam: str
    lon: float
    lat: float


class PlacesLike(Protocol):
    """Positions in degrees; a Selectie gathers them only when they are asked for."""

    @property
    def lon(self) -> NDArray[np.float64]: ...
    @property
    def lat(self) -> NDArray[np.float64]: ...


class _Places(NamedTuple):
    lon: NDArray[np.float64]
    lat: NDArray[np.float64]


class MapView(QWidget):
    """A map. Every setter may be called at any time; what was set last is told again to a page that is made anew.

    Signals:
        map_ready(): the page takes commands. map_painted(str): scene or punten stands on the screen.
        map_failed(): the page died; the widget shows a sentence and a button.
        map_clicked(lon, lat): an empty place was clicked. pin_moved(lon, lat): the person put the pin there.
        point_selected(nr), point_activated(nr): touched once, touched twice.
        pile_selected(nrs): meldingen on one spot, which no zoom can part, were touched; the newest first.
        object_selected(kind, uid): a jop, plek, schouw or gebied. layer_toggled(name, on). locate_requested().
        pen_reported(stand, [lon, lat, …]): see drawing.py.
    """

    map_ready = Signal()
    map_painted = Signal(str)
    map_failed = Signal()
    map_clicked = Signal(float, float)
    pin_moved = Signal(float, float)
    point_selected = Signal(int)
    point_activated = Signal(int)
    pile_selected = Signal(list)
    object_selected = Signal(str, str)
    pen_reported = Signal(str, list)
    layer_toggled = Signal(str, bool)
    locate_requested = Signal()

    def __init__(
        self,
        maps: MapProfile | None,
        themes: ThemeManager,
        options: MapOptions | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._maps, self._themes = maps, themes
        self._options = options or MapOptions()
        self._memory = Memory()
        self._page: MapPage | None = None
        self._web: QWebEngineView | None = None
        self._is_ready = False
        self._home: Box | None = None
        self._is_home_chosen = False
        self._scene: str | None = None
        self._stack = QStackedLayout(self)
        self._failure = ErrorState(themes, self)
        self._stack.addWidget(self._failure)
        self.setAccessibleName(self.tr("Kaart"))
        themes.theme_changed.connect(self._on_themes_theme_changed)
        self.points = PointsLayer(self, maps.shelf if maps is not None else Shelf(), self)
        self._remember_start()
        if maps is None:
            self._show_failure()
        else:
            maps.add_view(self)
            self._open_page(maps)

    @property
    def is_ready(self) -> bool:
        """True while the page takes commands."""
        return self._is_ready

    @property
    def page(self) -> MapPage | None:
        """The page in use; None when there is no map."""
        return self._page

    def web_view(self) -> QWebEngineView | None:
        """The widget that draws the page, for who must click on it."""
        return self._web

    @property
    def maps(self) -> MapProfile | None:
        """What all maps share: the shelf for bulk data and the tiles; None when there is no map."""
        return self._maps

    @property
    def themes(self) -> ThemeManager:
        """The theme it is drawn in."""
        return self._themes

    def tell(self, function: str, *arguments: object, subject: str = "") -> None:
        """Call a function of Boa.api now and again for a page made anew. A later call about the same subject (default:
        the function) replaces it. For the controllers of this folder; arguments must be JSON."""
        command = Command(function, arguments)
        self._memory.keep(subject or function, command)
        self._run(command)

    def run(self, function: str, *arguments: object) -> None:
        """Call a function of Boa.api now, when the page takes commands, and forget it."""
        self._run(Command(function, arguments))

    def told(self) -> tuple[Command, ...]:
        """What a page must be told to show the same, points apart: for a map on paper."""
        return self._memory.commands()

    def set_lagen(self, lagen: LagenLike | None) -> None:
        """Show the base map, buurten, JOP's and routes; None or without a single street or area: say so."""
        has_ground = lagen is not None and bool(lagen.straten or lagen.vlakken or lagen.buurten or lagen.omtrek)
        bare_note = self._options.bare_note or self.tr("Geen kaartpakket geladen. Punten blijven zichtbaar.")
        self.tell("set_note", "" if has_ground else bare_note)
        self.tell("set_bare", not has_ground)
        scene = self._maps.share_scene(lagen) if lagen is not None and self._maps else ""
        if scene != self._scene:
            # The same layers again would be fetched and drawn again; a page made anew is told from memory.
            self._scene = scene
            self.tell("set_scene", scene)
        bounds = None if lagen is None else bounds_of(lagen)
        if bounds is not None and bounds != self._home and not self._is_home_chosen:
            self._set_home(bounds)

    def set_points(self, nrs: ArrayLike, lon: ArrayLike, lat: ArrayLike, vorm_i: ArrayLike | None = None) -> None:
        """Show these meldingen, as many as there are; the first lies on top. vorm_i: see mapping.points."""
        self.points.set_points(nrs, lon, lat, vorm_i)
        self.suggest_home(_Places(np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64)))

    def suggest_home(self, places: PlacesLike) -> None:
        """Where nothing else says what *Hele kaart* is: most of these places."""
        if self._home is None and (lons := places.lon).size:
            self._set_home(most_of(lons, places.lat))

    def set_selected(self, nr: int | None, title: str = "", meta: str = "") -> None:
        """Ring one melding, with a call-out of two lines; None takes the ring away."""
        self.tell("set_selected", nr, title, meta)

    def set_pin(self, lon: float, lat: float, nauwkeurigheid_m: float | None = None) -> None:
        """Put the pin there, with a circle for its accuracy."""
        self.tell("set_pin", lon, lat, nauwkeurigheid_m, subject="pin")

    def clear_pin(self) -> None:
        """Take the pin away."""
        self.tell("clear_pin", subject="pin")

    def set_pin_mode(self, on: bool) -> None:
        """While on, a click puts the pin there; dragging it and the arrow keys move it."""
        self.tell("set_pin_mode", on)

    def set_neighbours(self, neighbours: Sequence[Neighbour]) -> None:
        """Show meldingen nearby with their labels."""
        self.tell("set_neighbours", [asdict(neighbour) for neighbour in neighbours])

    def set_places(self, places: Sequence[NumberedPlace]) -> None:
        """Show numbered places."""
        self.tell("set_places", [asdict(place) for place in places])

    def set_layer_visible(self, name: str, visible: bool) -> None:
        """Switch punten, buurten, jops or schouwen."""
        self.tell("set_layer", name, visible, subject=f"layer {name}")

    def center_on(self, lon: float, lat: float, zoom: float | None = None) -> None:
        """Put this place in the middle."""
        self.tell("center_on", lon, lat, zoom, subject="view")

    def show_if_outside(self, lon: float, lat: float) -> None:
        """Move the map only when this place is not in view."""
        self.tell("show_if_outside", lon, lat, subject="view")

    def fit(self) -> None:
        """Show the whole municipality, or without a kaartpakket most of the points."""
        self.tell("fit", subject="view")

    def fit_to(self, west: float, south: float, east: float, north: float) -> None:
        """Show this rectangle; from now on it is what *Hele kaart* shows, whatever layers come."""
        self._is_home_chosen = True
        self._home = (west, south, east, north)
        self.tell("set_home", *self._home)
        self.fit()

    def clear(self) -> None:
        """Take all data off the map; for locking."""
        self.set_selected(None)
        self.clear_pin()
        self.set_neighbours(())
        self.set_places(())
        self.set_points((), (), ())
        self.set_lagen(None)

    def grab_png(self) -> bytes:
        """What is on the screen now, as PNG."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.grab().save(buffer, "PNG")
        return bytes(buffer.data().data())

    def inspect(self, on_answer: Callable[[str], None]) -> None:
        """Ask the page what it shows, as JSON text; for the tests and the walk."""
        if self._page is not None and self._is_ready:
            self._page.runJavaScript(js_call("inspect"), 0, on_answer)

    def release(self) -> None:
        """Close the page in the order Qt wants; the widget stays, empty. Idempotent."""
        self._is_ready = False
        page, web = self._page, self._web
        self._page = self._web = None
        if web is not None and shiboken6.isValid(web):
            web.setPage(None)  # type: ignore[arg-type]
        if page is not None and shiboken6.isValid(page):
            shiboken6.delete(page)
        if web is not None and shiboken6.isValid(web):
            shiboken6.delete(web)

    def _remember_start(self) -> None:
        self.tell("set_up", page_setup(self._options))
        self.tell("set_theme", self._themes.theme.name)

    def _open_page(self, maps: MapProfile) -> None:
        self._page = page = maps.make_page(self)
        self._web = web = QWebEngineView(self)
        web.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        web.setAccessibleName(self.tr("Kaart"))
        web.setPage(page)
        self._stack.addWidget(web)
        self._stack.setCurrentWidget(web)
        self.setFocusProxy(web)
        bridge = page.bridge
        bridge.announced.connect(self._on_bridge_announced)
        bridge.clicked.connect(self._on_bridge_clicked)
        bridge.pin_moved.connect(self._on_bridge_pin_moved)
        bridge.point_chosen.connect(self._on_bridge_point_chosen)
        bridge.pile_chosen.connect(self._on_bridge_pile_chosen)
        bridge.object_chosen.connect(self._on_bridge_object_chosen)
        bridge.layer_chosen.connect(self._on_bridge_layer_chosen)
        bridge.control_chosen.connect(self._on_bridge_control_chosen)
        bridge.pen_reported.connect(self._on_bridge_pen_reported)
        bridge.painted.connect(self._on_bridge_painted)
        page.renderProcessTerminated.connect(self._on_page_render_process_terminated)
        page.loadFinished.connect(self._on_page_load_finished)
        if not page.is_opened:
            page.open(self._themes.theme.name, self._themes.theme.color("k-land"))
        elif page.is_announced:
            # Loaded before this view was: it announced itself to nobody. Later, so that the maker can connect first.
            QTimer.singleShot(0, self, self._on_bridge_announced)

    def _run(self, command: Command) -> None:
        if self._page is not None and self._is_ready:
            self._page.runJavaScript(js_call(command.function, *command.arguments))

    def _set_home(self, box: Box) -> None:
        """What *Hele kaart* shows. The map goes there at once, unless it was asked to look at one place."""
        self._home = box
        self.tell("set_home", *box)
        if self._memory.last("view") in (None, "fit"):
            self.fit()

    def _show_failure(self) -> None:
        self._failure.set_message(
            self.tr("De kaart kan niet worden getoond."),
            self.tr("Uw gegevens zijn veilig. De rest van het programma werkt gewoon door."),
            self.tr("Kaart opnieuw laden") if self._maps is not None else "",
            on_trigger=self._reload,
        )
        self._stack.setCurrentWidget(self._failure)

    def _reload(self) -> None:
        if self._maps is not None:
            self.release()
            self._open_page(self._maps)

    def _on_bridge_announced(self, event: Announcement | None = None) -> None:
        del event
        if self._is_ready or self._page is None:
            return
        self._is_ready = True
        for command in self._memory.commands():
            self._run(command)
        self.map_ready.emit()

    def _on_bridge_clicked(self, event: Position) -> None:
        self.map_clicked.emit(event.lon, event.lat)

    def _on_bridge_pin_moved(self, event: Position) -> None:
        self._memory.keep("pin", Command("set_pin", (event.lon, event.lat, None)))
        self.pin_moved.emit(event.lon, event.lat)

    def _on_bridge_point_chosen(self, event: PointChoice) -> None:
        (self.point_activated if event.again else self.point_selected).emit(event.nr)

    def _on_bridge_pile_chosen(self, event: PileChoice) -> None:
        self.pile_selected.emit(event.nrs)

    def _on_bridge_object_chosen(self, event: ObjectChoice) -> None:
        self.object_selected.emit(event.soort, event.uid)

    def _on_bridge_layer_chosen(self, event: LayerChoice) -> None:
        self._memory.keep(f"layer {event.naam}", Command("set_layer", (event.naam, event.aan)))
        self.layer_toggled.emit(event.naam, event.aan)

    def _on_bridge_control_chosen(self, event: ControlChoice) -> None:
        if event.knop == "hier":
            self.locate_requested.emit()

    def _on_bridge_pen_reported(self, event: PenReport) -> None:
        self.pen_reported.emit(event.stand, event.punten)

    def _on_bridge_painted(self, event: Painted) -> None:
        self.map_painted.emit(event.wat)

    def _on_page_render_process_terminated(
        self, status: QWebEnginePage.RenderProcessTerminationStatus, exit_code: int
    ) -> None:
        del exit_code
        if status != QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            self._is_ready = False
            # Not from inside the page's own signal: the page goes away with the view.
            QTimer.singleShot(0, self, self._fail)

    def _on_page_load_finished(self, ok: bool) -> None:
        if not ok:
            QTimer.singleShot(0, self, self._fail)

    def _fail(self) -> None:
        if self._page is None:
            return
        self.release()
        self._show_failure()
        self.map_failed.emit()

    def _on_themes_theme_changed(self) -> None:
        theme = self._themes.theme
        if self._page is not None:
            self._page.setBackgroundColor(theme.color("k-land"))
        self.tell("set_theme", theme.name)
