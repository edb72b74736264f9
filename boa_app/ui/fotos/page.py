"""The page *Foto toevoegen*: cover faces and plates, say that none is left, and store the photo.

files, clipboard ─> read on a work thread ─> brush ─> "Geen gezichten of kentekens te zien" ─> Foto bewaren ─> the next
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boa_app.domain.errors import BoaError
from boa_app.domain.foto import Streek, Werkfoto
from boa_app.texts import formats
from boa_app.ui.context import UiContext
from boa_app.ui.fotos.canvas import ZOOM_STEP, FotoCanvas
from boa_app.ui.fotos.intake import Bron, FotoOpdracht
from boa_app.ui.fotos.rest import FotoRest
from boa_app.ui.fotos.tools import CheckRow, ToolRow, spread
from boa_app.ui.frame.model import CornerAction, FootAction, FootSpec, SizeClass
from boa_app.ui.frame.page import Page
from boa_app.ui.tasks import Task
from boa_app.ui.theme import px
from boa_app.ui.widgets.buttons import IconKnop, Knop
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.ui.widgets.text import Label
from boa_app.usecases.changes import Done
from boa_app.usecases.fotos import dagen_bewaard, lees, voeg_foto_toe

BRUSHES = ("klein", "midden", "groot")


class FotoPage(Page):
    """Covers and stores photos, one after another.

    Signals:
        closed(): all photos are done, or given up.
        leave_asked(): somebody wants to go back from a photo that is covered in part: ask first.
    """

    closed = Signal()
    leave_asked = Signal()

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._opdracht: FotoOpdracht | None = None
        self._waiting: list[Bron] = []
        self._bron: Bron | None = None
        self._earlier: tuple[Streek, ...] = ()
        self._werk: Werkfoto | None = None
        self._reading: Task[Werkfoto] | None = None
        self._is_saving = False
        self._stroke_count = 0
        self.canvas = FotoCanvas(ui.themes, self.tr("De foto: veeg over gezichten en kentekens, of pijlen en spatie"))
        self.tools = ToolRow(ui.themes)
        self.nearer = IconKnop(ui.themes, "plus", self.tr("Inzoomen"))
        self.farther = IconKnop(ui.themes, "minus", self.tr("Uitzoomen"))
        self.whole = IconKnop(ui.themes, "maximize", self.tr("Hele foto"))
        rule = self.tr(
            "Op een foto staat nooit een gezicht of kenteken. Wat u afdekt is voorgoed weg."
            " De foto wordt na {dagen} dagen gewist."
        )
        self.rule = Label(ui.themes, rule.format(dagen=dagen_bewaard()), wrap=True)
        self.how = Label(
            ui.themes, self.tr("Veeg met de kwast over wat weg moet."), size="t-klein", color="ink-2", wrap=True
        )
        self.taken = Label(ui.themes, size="t-klein", color="ink-2", wrap=True)
        self.place = Knop(ui.themes, self.tr("Plek overnemen"), "map-pin")
        self.place.setToolTip(self.tr("De plek die de camera in de foto schreef, voor deze melding"))
        self.check = CheckRow(ui.themes, self.tr("Geen gezichten of kentekens te zien"))
        self._build()
        self._connect()
        self._show()

    def begin(self, opdracht: FotoOpdracht) -> None:
        """Work through these photos; what was here before and not stored is gone."""
        if self._reading is not None:
            self._reading.cancel()
        self._opdracht, self._earlier = opdracht, opdracht.strokes
        self._waiting = list(opdracht.bronnen)
        self._read_next()

    @property
    def has_unsaved(self) -> bool:
        """True while there is a photo here that is not stored."""
        return self._opdracht is not None and not self._is_saving

    def may_leave(self) -> bool:
        if not self.has_unsaved or not self.canvas.strokes():
            return True
        self.leave_asked.emit()
        return False

    def rest(self) -> FotoRest | None:
        """What must be remembered of the photos here when the window locks; None when there are none."""
        opdracht = self._opdracht
        if opdracht is None:
            return None
        bronnen = [bron for bron in (self._bron, *self._waiting) if bron is not None]
        paths = tuple(bron.inhoud for bron in bronnen if isinstance(bron.inhoud, Path))
        in_hand = self._bron is not None and isinstance(self._bron.inhoud, Path)
        strokes = (self.canvas.strokes() or self._earlier) if in_hand else ()
        doel = opdracht.doel
        return FotoRest(paths, strokes, doel.melding, doel.concept, len(bronnen) - len(paths))

    def forget(self) -> None:
        """Give up what is not stored; the picture is gone from memory too."""
        if self._reading is not None:
            self._reading.cancel()
        self._waiting = []
        self._read_next()

    def take_focus(self) -> None:
        """The keyboard to the picture."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def title(self) -> str:
        return self.tr("Foto toevoegen")

    def context(self) -> str:
        opdracht = self._opdracht
        if opdracht is None or len(opdracht.bronnen) < 2:
            return ""
        number = len(opdracht.bronnen) - len(self._waiting)
        return self.tr("{nummer} van {aantal}").format(nummer=number, aantal=len(opdracht.bronnen))

    def foot(self) -> FootSpec:
        back = FootAction(
            "undo-2", self.tr("Streek terug"), self.canvas.undo_stroke, self.tr("alleen voor het bewaren"), "Ctrl+Z",
            self.tr("Streek terug"), "" if self.canvas.strokes() else self.tr("nog geen streek"),
        )  # fmt: skip
        actions = [back]
        if self._waiting:
            actions.append(FootAction("arrow-right", self.tr("Overslaan"), self._read_next, self.tr("volgende foto")))
        reason = "" if self.check.isChecked() else self.tr("kijk de foto eerst na")
        if self._werk is None:
            reason = self.tr("foto wordt gelezen")
        corner = CornerAction(
            "check", self.tr("Foto bewaren"), self.save, "Ctrl+S", self.tr("Bewaren"), reason
        )  # fmt: skip
        return FootSpec(tuple(actions), corner)

    def page_shown(self) -> None:
        if self._opdracht is None:
            # Reached by another way than with a photo in hand: there is nothing to do here.
            QTimer.singleShot(0, self, self.closed.emit)
        self.take_focus()

    def apply_size_class(self) -> None:
        self._arrange()

    def save(self) -> None:
        """Store the photo as it is covered now; a second touch while storing does nothing."""
        werk, opdracht = self._werk, self._opdracht
        if werk is None or opdracht is None or self._is_saving or not self.check.isChecked():
            return
        session, strokes, doel = self._ui.session, self.canvas.strokes(), opdracht.doel
        self._is_saving = True
        self._ui.run(
            lambda: voeg_foto_toe(session, werk, strokes, doel, nagekeken=True),
            self, lambda done: self._on_stored(done, opdracht), self._on_refused,
        )  # fmt: skip

    # Inside

    def _build(self) -> None:
        zoom = QHBoxLayout()
        zoom.setSpacing(px("s2"))
        for knop in (self.farther, self.nearer, self.whole):
            zoom.addWidget(knop, 1)
        tools = QWidget()
        column = QVBoxLayout(tools)
        column.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s2"))
        column.setSpacing(px("s2"))
        column.addWidget(self.tools)
        column.addLayout(zoom)
        for part in (self.rule, self.how, self.taken, self.place):
            column.addWidget(part)
        column.addStretch(1)
        self._side = QWidget(self)
        self._side.setProperty("vlak", "surface")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(ScrollBox(tools, self._side), 1)
        side.addWidget(Line(parent=self._side))
        below = QVBoxLayout()
        below.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        below.addWidget(self.check)
        side.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(Line(vertical=True, parent=self))
        row.addWidget(self._side)
        self._arrange()

    def _connect(self) -> None:
        self.canvas.strokes_changed.connect(self._on_canvas_strokes_changed)
        self.tools.tool_chosen.connect(self._use_tool)
        self.nearer.clicked.connect(lambda: self.canvas.zoom_by(ZOOM_STEP))
        self.farther.clicked.connect(lambda: self.canvas.zoom_by(1 / ZOOM_STEP))
        self.whole.clicked.connect(self.canvas.fit)
        self.check.toggled.connect(lambda _on: self.frame_changed.emit())
        self.place.clicked.connect(self._on_place_clicked)

    def _arrange(self) -> None:
        small = self.size_class in (SizeClass.KLEIN, SizeClass.SMAL)
        self._side.setFixedWidth(px("b-zoek") if small else px("b-kaartkolom-smal"))
        self.how.setVisible(self.size_class is not SizeClass.KLEIN)
        self.rule.setFont(self._ui.themes.theme.font("t-klein" if self.size_class is SizeClass.KLEIN else "t-tekst"))

    def _read_next(self) -> None:
        self._take(None)
        if not self._waiting:
            self._opdracht = self._bron = None
            self.closed.emit()
            return
        bron, session = self._waiting.pop(0), self._ui.session
        self._bron = bron
        self.frame_changed.emit()
        self._reading = self._ui.tasks.query(
            lambda: lees(session, bron.inhoud, bron.naam), self._take, self._on_unreadable, self
        )

    def _take(self, werk: Werkfoto | None) -> None:
        self._werk = werk
        # Each photo is checked anew.
        self.check.setChecked(False)
        self.canvas.set_werkfoto(werk)
        if werk is not None:
            self.tools.set_chosen("midden")
            self._use_tool("midden")
            self.canvas.set_strokes(self._earlier)
            self._earlier = ()
        self._show()

    def _show(self) -> None:
        werk = self._werk
        self.check.setEnabled(werk is not None)
        taken = werk.genomen_op if werk is not None else None
        words = self.tr("Volgens de camera genomen {moment}.")
        self.taken.setText(words.format(moment=formats.moment(taken, self._ui.language)) if taken else "")
        self.taken.setVisible(taken is not None)
        may_place = self._opdracht is not None and self._opdracht.met_plek is not None
        self.place.setVisible(may_place and werk is not None and werk.plek is not None)
        self.frame_changed.emit()

    def _use_tool(self, code: str) -> None:
        self.canvas.set_panning(on=code == "hand")
        if code in BRUSHES:
            size = self.canvas.picture_size
            self.canvas.set_brush(spread(BRUSHES, max(size.width(), size.height()))[code])

    def _on_canvas_strokes_changed(self) -> None:
        count = len(self.canvas.strokes())
        if count < self._stroke_count:
            # What a stroke covered is to be seen again: the promise was about another picture.
            self.check.setChecked(False)
        self._stroke_count = count
        self.frame_changed.emit()

    def _on_place_clicked(self) -> None:
        werk, opdracht = self._werk, self._opdracht
        if werk is not None and werk.plek is not None and opdracht is not None and opdracht.met_plek is not None:
            opdracht.met_plek(*werk.plek)
            self.place.hide()
            self._ui.show_notice(self.tr("De melding heeft nu de plek van de foto."))

    def _on_stored(self, done: Done, opdracht: FotoOpdracht) -> None:
        self._is_saving = False
        opdracht.on_stored(done)
        self._ui.show_notice(self.tr("Foto bewaard op dit apparaat, versleuteld."), done.undo)
        if opdracht is self._opdracht:
            self._read_next()

    def _on_refused(self, error: BoaError) -> None:
        self._is_saving = False
        self._ui.show_error(error)

    def _on_unreadable(self, error: BoaError) -> None:
        self._earlier = ()
        self._ui.show_error(error)
        self._read_next()
