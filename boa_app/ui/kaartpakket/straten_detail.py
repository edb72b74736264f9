"""One street: what holds and why, three tiles to set it by hand, and the way back to what the source says."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from boa_app.domain.straatkeuze import MAX_REDEN, Keuze, Straatkeuze
from boa_app.texts import formats, label
from boa_app.texts.straatwoorden import straatwoord
from boa_app.ui.kaartpakket.straten_lijst import ICONS, StraatWoorden
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.segment import Segment
from boa_app.ui.widgets.text import Label
from boa_app.ui.widgets.tile import Choice
from boa_app.ui.widgets.tile_group import Columns, TileGroup
from boa_app.usecases.straatnet import GEMENGD, Straatnet
from boa_app.usecases.straatuitleg import Uitleg, leg_uit

STRAAT, STUK = "straat", "stuk"


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What a person asked for. keuze None: back to what the source says."""

    segmenten: tuple[int, ...]
    keuze: Keuze | None
    reden: str = ""


class StraatDetail(QWidget):
    """One street or one piece of it.

    Signals:
        back_requested(): to the list.
        asked(Opdracht): set this.
        scope_changed(list): these segments are meant now.
    """

    back_requested = Signal()
    asked = Signal(object)
    scope_changed = Signal(list)

    def __init__(
        self, themes: ThemeManager, words: StraatWoorden, *, may_choose: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._may_choose = words, may_choose
        self._net: Straatnet | None = None
        self._street, self._segment = -1, -1
        self.back = Knop(themes, self.tr("Alle straten"), "arrow-left", kind=ButtonKind.TEKST)
        self.name = Label(themes, size="t-tegel", weight="w-vet", wrap=True)
        self.outcome = Label(themes, weight="w-vet", wrap=True)
        self.why = Label(themes, color="ink-2", wrap=True)
        self.made = Label(themes, wrap=True)
        self.scope = Segment(
            themes, self.tr("Voor welk deel"), [(STRAAT, self.tr("Hele straat")), (STUK, self.tr("Dit stuk"))]
        )
        choices = [Choice(str(one), label("straatkeuze", one, words.language), ICONS[str(one)]) for one in Keuze]
        self.tiles = TileGroup(themes, self.tr("Wat geldt hier?"), choices, columns=Columns(1, 1, 3), parent=self)
        self.reden = QLineEdit()
        self.keep = Knop(themes, self.tr("Reden bewaren"), "check")
        self.standard = Knop(themes, self.tr("Terug naar standaard"), "rotate-ccw")
        self.no_right = Label(
            themes, self.tr("Uw teamleider of schouwleider stelt de straten in."), color="ink-2", wrap=True
        )
        self._build(themes)
        self._connect()

    def show_street(self, net: Straatnet, street: int, segment: int = -1) -> None:
        """Show a street; segment: the piece of it that was touched, -1 when it came from the list."""
        is_new = (street, segment) != (self._street, self._segment)
        self._net, self._street, self._segment = net, street, segment
        if is_new:
            # A name is what people mean by a touch; one piece of it only when they say so.
            self.scope.set_chosen(STRAAT)
        self._fill()

    def segments(self) -> tuple[int, ...]:
        """The segments that are meant now."""
        if self._net is None:
            return ()
        whole = self._net.regels[self._street].segmenten
        return (self._segment,) if self.scope.chosen() == STUK and self._segment in whole else whole

    @property
    def street(self) -> int:
        """The street that is shown, -1 for none."""
        return self._street

    @property
    def segment(self) -> int:
        """The piece that was touched, -1 for none."""
        return self._segment

    def _build(self, themes: ThemeManager) -> None:
        name = self.tr("Reden (mag leeg)")
        self.reden.setAccessibleName(name)
        self.reden.setMaxLength(MAX_REDEN)
        self._reason = QWidget()
        reason = QVBoxLayout(self._reason)
        reason.setContentsMargins(0, 0, 0, 0)
        reason.setSpacing(px("s1"))
        reason.addWidget(Label(themes, name, size="t-klein", color="ink-2"))
        reason.addWidget(self.reden)
        column = QVBoxLayout(self)
        column.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        column.setSpacing(px("s3"))
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        parts = (self.name, self.outcome, self.why, self.made, self.scope, self.tiles, self._reason, self.keep)
        for part in (*parts, self.standard, self.no_right):
            column.addWidget(part)
        column.addStretch(1)
        self.no_right.setVisible(not self._may_choose)
        for part in (self.tiles, self._reason):
            part.setVisible(self._may_choose)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.tiles.choice_changed.connect(self._on_tiles_choice_changed)
        self.scope.choice_changed.connect(self._on_scope_choice_changed)
        self.reden.textChanged.connect(self._show_keep)
        self.reden.returnPressed.connect(self._on_keep_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.standard.clicked.connect(lambda: self.asked.emit(Opdracht(self.segments(), None)))

    def _fill(self) -> None:
        net, segments = self._net, self.segments()
        if net is None or not segments:
            return
        regel = net.regels[self._street]
        keuze = self._outcome(segments)
        told = leg_uit(net, self._segment if self._segment in segments else segments[0])
        self.name.setText(self._words.name(regel))
        self.outcome.setText(f"{self._words.outcome(keuze)}, {self._words.size(regel)}")
        self.why.setText(self._why(told))
        self.made.setText(self._decided(told))
        self.made.setVisible(bool(self.made.text()))
        self.scope.setVisible(len(regel.segmenten) > 1 and self._segment in regel.segmenten)
        self.tiles.set_chosen([] if keuze == GEMENGD else [keuze])
        found = {one.reden for one in self._choices(segments)}
        self.reden.setText(found.pop() if len(found) == 1 else "")
        self.standard.setVisible(self._may_choose and bool(self._choices(segments)))
        self._show_keep()

    def _outcome(self, segments: tuple[int, ...]) -> str:
        found = {str(self._net.keuze(one)) for one in segments} if self._net is not None else set()
        return found.pop() if len(found) == 1 else GEMENGD

    def _choices(self, segments: tuple[int, ...]) -> list[Straatkeuze]:
        per_segment = self._net.geldend.per_segment if self._net is not None else {}
        return [per_segment[one] for one in segments if one in per_segment]

    def _why(self, told: Uitleg) -> str:
        far = formats.distance(told.lengte_m, self._words.language)
        return straatwoord(told.code, self._words.language, bron=told.bron, lengte=far)

    def _decided(self, told: Uitleg) -> str:
        if told.keuze is None:
            return ""
        code = "straat_gezet_reden" if told.keuze.reden else "straat_gezet"
        text = straatwoord(code, self._words.language, reden=told.keuze.reden.rstrip("."))
        return f"{text} {straatwoord('straat_dubbel', self._words.language)}" if told.dubbel else text

    def _show_keep(self) -> None:
        found = {one.reden for one in self._choices(self.segments())}
        differs = bool(found) and {self.reden.text().strip()} != found
        self.keep.setVisible(self._may_choose and differs and len(self.tiles.chosen()) == 1)

    def _on_tiles_choice_changed(self, codes: list[str]) -> None:
        if codes:
            self.asked.emit(Opdracht(self.segments(), Keuze(codes[0]), self.reden.text()))
        else:
            # Touched once more: what holds goes on, a tile is no switch.
            self._fill()

    def _on_keep_clicked(self) -> None:
        if self.keep.isVisibleTo(self):
            self.asked.emit(Opdracht(self.segments(), Keuze(self.tiles.chosen()[0]), self.reden.text()))

    def _on_scope_choice_changed(self) -> None:
        self._fill()
        self.scope_changed.emit(list(self.segments()))


class LosDetail(QWidget):
    """A choice that fits no street of this kaartpakket.

    Signals:
        back_requested(): to the list. forget_requested(str): let the choice with this uid lapse.
    """

    back_requested = Signal()
    forget_requested = Signal(str)

    def __init__(
        self, themes: ThemeManager, words: StraatWoorden, *, may_choose: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._uid = words, ""
        self.back = Knop(themes, self.tr("Alle straten"), "arrow-left", kind=ButtonKind.TEKST)
        self.name = Label(themes, size="t-tegel", weight="w-vet", wrap=True)
        self.text = Label(themes, wrap=True)
        self.forget = Knop(themes, self.tr("Keuze schrappen"), "trash-2", kind=ButtonKind.GEVAAR)
        column = QVBoxLayout(self)
        column.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        column.setSpacing(px("s3"))
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.name, self.text, self.forget):
            column.addWidget(part)
        column.addStretch(1)
        self.forget.setVisible(may_choose)
        self.back.clicked.connect(self.back_requested)
        self.forget.clicked.connect(lambda: self.forget_requested.emit(self._uid))

    def show_choice(self, keuze: Straatkeuze) -> None:
        """Show one."""
        self._uid = keuze.uid
        self.name.setText(keuze.naam or self.tr("Pad zonder naam"))
        decided = self._words.outcome(str(keuze.keuze))
        reason = (
            straatwoord("straat_gezet_reden", self._words.language, reden=keuze.reden.rstrip("."))
            if keuze.reden
            else ""
        )
        gone = self.tr(
            "Op deze plek ligt in dit kaartpakket geen straat die erbij past. De keuze blijft bewaard en geldt weer "
            "zodra de straat terug is."
        )
        self.text.setText(" ".join(part for part in (f"{decided}.", reason, gone) if part))
