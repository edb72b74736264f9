"""A banner: what happened, across the full width of what it is about, with what one can do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, IconKnop, Knop
from boa_app.ui.widgets.paint import Box, paint_box
from boa_app.ui.widgets.panel import IconLabel
from boa_app.ui.widgets.text import Label

OK_SHOWN_MS = 8000


class BannerKind(Enum):
    """What a banner tells; only ok goes away by itself."""

    OK = "ok"
    INFO = "info"
    LET = "let"
    FOUT = "fout"


_LOOKS: dict[BannerKind, tuple[str, str, str]] = {
    BannerKind.OK: ("circle-check", "ok-bg", "ok"),
    BannerKind.INFO: ("info", "info-bg", "keuze-lijn"),
    BannerKind.LET: ("triangle-alert", "let-bg", "let"),
    BannerKind.FOUT: ("circle-alert", "fout-bg", "fout"),
}


@dataclass(frozen=True, slots=True)
class BannerButton:
    """A verb in a banner."""

    label: str
    on_trigger: Callable[[], None]
    icon: str = ""


@dataclass(frozen=True, slots=True)
class BannerSpec:
    """What a banner says: the event in one strong sentence, then perhaps what is safe and what to do.

    key: a newer banner with the same key takes the place of the older one. page: it belongs to the page with this key,
    shows only there and goes when that is left; empty: to every page.
    """

    kind: BannerKind
    strong: str
    text: str = ""
    buttons: tuple[BannerButton, ...] = ()
    key: str = ""
    closable: bool = True
    page: str = ""


class Banner(QWidget):
    """One banner.

    Signals:
        closed(): it was closed by a person, by one of its buttons or, for ok, by time.
    """

    closed = Signal()

    def __init__(self, themes: ThemeManager, spec: BannerSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.spec = spec
        self._buttons: list[Knop] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.closed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(" ".join(part for part in (spec.strong, spec.text) if part))
        self._build()
        themes.theme_changed.connect(self.update)
        if spec.kind is BannerKind.OK:
            self._timer.start(OK_SHOWN_MS)

    def buttons(self) -> tuple[Knop, ...]:
        """The buttons in order, the closing cross not counted."""
        return tuple(self._buttons)

    def fit_to(self, width: int) -> int:
        """Take the height the words need at this width, and tell it; buttons that leave them no room go below them."""
        room = sum(knop.sizeHint().width() + px("s3") for knop in self._buttons)
        below = room > width / 3
        self._body.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        for part in self.findChildren(QWidget):
            # Until they are dressed they tell the size of other letters.
            part.ensurePolished()
        self._row.invalidate()
        self.setFixedHeight(max(px("h-raak") + 2 * px("s1"), self.heightForWidth(width)))
        return self.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        _icon, fill, edge = _LOOKS[self.spec.kind]
        painter = QPainter(self)
        rect = QRectF(self.rect())
        # No radius: a thick left edge together with a left radius draws a hook.
        paint_box(painter, self._themes.theme, rect, Box(fill=fill, edge=edge, radius=""))
        accent = QRectF(rect.left(), rect.top(), px("lijn-accent"), rect.height())
        painter.fillRect(accent, self._themes.theme.color(edge))
        painter.end()

    def _build(self) -> None:
        icon, _fill, edge = _LOOKS[self.spec.kind]
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(px("s4"), px("s1"), px("s2"), px("s1"))
        row.setSpacing(px("s3"))
        row.addWidget(IconLabel(self._themes, icon, color=edge))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for text, weight in ((self.spec.strong, "w-vet"), (self.spec.text, "w-gewoon")):
            if text:
                words.addWidget(Label(self._themes, text, weight=weight, wrap=True))
        words.addStretch(1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(px("s2"))
        self._body.addLayout(words, 1)
        verbs = QHBoxLayout()
        verbs.setSpacing(px("s3"))
        for button in self.spec.buttons:
            knop = Knop(self._themes, button.label, button.icon, kind=ButtonKind.GEWOON)
            knop.clicked.connect(button.on_trigger)
            knop.clicked.connect(self.closed)
            self._buttons.append(knop)
            verbs.addWidget(knop, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if self._buttons:
            verbs.addStretch(1)
            self._body.addLayout(verbs)
        row.addLayout(self._body, 1)
        if self.spec.closable:
            cross = IconKnop(self._themes, "x", self.tr("Sluiten"))
            cross.clicked.connect(self.closed)
            row.addWidget(cross, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(px("h-raak") + 2 * px("s1"))
