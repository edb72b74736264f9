"""The strip of thumbnails with *Foto toevoegen*: choose, drop or paste."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QWidget

from boa_app.domain.foto import FotoStand
from boa_app.ui.fotos.intake import choose_files, from_clipboard, from_mime, from_paths, has_photos
from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.paint import CENTRE, Box, paint_box, paint_ring, paint_text
from boa_app.ui.widgets.text import Label
from boa_app.usecases.fotos import GetoondeFoto

Picker = Callable[[QWidget], list[Path]]


class FotoKnop(BoaButton):
    """One thumbnail; touching it shows the photo. One whose picture is still on its way only says so."""

    def __init__(
        self, themes: ThemeManager, uid: str, jpeg: bytes, name: str, parent: QWidget | None = None, *,
        waits: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(themes, parent)
        self.uid, self.waits = uid, waits
        self.setEnabled(not waits)
        self.setToolTip(self.tr("Deze foto is nog onderweg.") if waits else "")
        self._picture = QImage.fromData(jpeg)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def content_size(self) -> QSize:
        return QSize(px("b-rail"), px("h-rail-knop"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        path = QPainterPath()
        path.addRoundedRect(rect, px("r-veld"), px("r-veld"))
        painter.save()
        painter.setClipPath(path)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=True)
        painter.fillRect(rect, self.theme.color("surface-2"))
        if not self._picture.isNull():
            painter.drawImage(rect, self._picture, self._middle(rect))
        painter.restore()
        if self.waits:
            self._paint_waiting(painter, rect)
        paint_box(painter, self.theme, rect, Box(edge="keuze-lijn" if self.is_hovered() else "line-strong"))
        if self.shows_ring():
            paint_ring(painter, self.theme, rect)

    def _paint_waiting(self, painter: QPainter, rect: QRectF) -> None:
        color = self.theme.color("ink-2")
        block = px("i-rij") + px("s1") + px("l-klein")
        top = rect.center().y() - block / 2
        paint_icon(painter, "clock-arrow-up", QPointF(rect.center().x(), top + px("i-rij") / 2), px("i-rij"), color)
        words = QRectF(rect.left(), top + px("i-rij") + px("s1"), rect.width(), px("l-klein"))
        paint_text(painter, words, self.tr("foto volgt"), self.theme.font("t-klein"), color, CENTRE)

    def _middle(self, rect: QRectF) -> QRectF:
        """The part of the picture that fills the button in its own shape."""
        size = self._picture.size()
        scale = max(rect.width() / size.width(), rect.height() / size.height())
        width, height = rect.width() / scale, rect.height() / scale
        return QRectF((size.width() - width) / 2, (size.height() - height) / 2, width, height)


class FotoStrip(QWidget):
    """Thumbnails in rows as wide as there is room, and the ways to add one.

    Signals:
        photos_given(tuple): Bron objects that a person chose, dropped or pasted.
        photo_opened(str): show this one.
    """

    photos_given = Signal(object)
    photo_opened = Signal(str)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None, *, inline: bool = False) -> None:
        """inline: the button stands beside the thumbnails, and nothing is explained under it."""
        super().__init__(parent)
        self._themes, self._inline = themes, inline
        self._knoppen: list[FotoKnop] = []
        self.pick: Picker = self._ask_files
        self.add = Knop(themes, self.tr("Foto toevoegen"), "camera", parent=self)
        self.add.clicked.connect(self._on_add_clicked)
        self.add.setToolTip(self.tr("Kiezen, hierheen slepen of plakken met Ctrl+V"))
        self.hint = Label(
            themes, self.tr("Of sleep foto's hierheen, of plak met Ctrl+V."), size="t-klein", color="ink-2", wrap=True
        )  # fmt: skip
        self._grid = QGridLayout()
        self._grid.setSpacing(px("s2"))
        self._grid.setContentsMargins(0, 0, 0, 0)
        box = QBoxLayout(QBoxLayout.Direction.LeftToRight if inline else QBoxLayout.Direction.TopToBottom, self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px("s2"))
        box.addLayout(self._grid, 1 if inline else 0)
        box.addWidget(self.add)
        box.addWidget(self.hint)
        self._may_add = False
        self.set_may_add(may_add=True)

    def set_may_add(self, *, may_add: bool) -> None:
        """Offer to add a photo, or only show them."""
        self._may_add = may_add
        self.setAcceptDrops(may_add)
        self.add.setVisible(may_add)
        self.hint.setVisible(may_add and not self._inline)

    def set_fotos(self, fotos: Sequence[GetoondeFoto]) -> None:
        """Show these thumbnails in order."""
        for knop in self._knoppen:
            self._grid.removeWidget(knop)
            knop.hide()
            knop.deleteLater()
        self._knoppen = []
        for number, getoond in enumerate(fotos, start=1):
            waits = getoond.foto.stand is FotoStand.VOLGT
            text = self.tr("Foto {nummer} van {aantal} bekijken")
            if waits:
                text = self.tr("Foto {nummer} van {aantal} volgt nog")
            name = text.format(nummer=number, aantal=len(fotos))
            knop = FotoKnop(self._themes, getoond.foto.uid, getoond.jpeg, name, self, waits=waits)
            knop.clicked.connect(lambda _checked=False, uid=getoond.foto.uid: self.photo_opened.emit(uid))
            self._knoppen.append(knop)
        self._place()

    def knoppen(self) -> tuple[FotoKnop, ...]:
        """The thumbnails in order."""
        return tuple(self._knoppen)

    def uids(self) -> tuple[str, ...]:
        """The photos in order."""
        return tuple(knop.uid for knop in self._knoppen)

    def ready_uids(self) -> tuple[str, ...]:
        """Those that can be looked at, in order."""
        return tuple(knop.uid for knop in self._knoppen if not knop.waits)

    def give(self, bronnen: Sequence[object]) -> None:
        """Tell of photos that came in, when there are any and they may."""
        if bronnen and self._may_add:
            self.photos_given.emit(tuple(bronnen))

    def paste(self) -> None:
        """Take what is on the clipboard."""
        self.give(from_clipboard(self.tr("van het klembord")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._may_add and has_photos(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.give(from_mime(event.mimeData(), self.tr("de gesleepte foto")))
        event.acceptProposedAction()

    def _place(self) -> None:
        gap = px("s2")
        room = self.width() - (self.add.sizeHint().width() + gap if self._inline and self._may_add else 0)
        columns = max(1, (room + gap) // (px("b-rail") + gap))
        for index, knop in enumerate(self._knoppen):
            self._grid.removeWidget(knop)
            self._grid.addWidget(knop, index // columns, index % columns, Qt.AlignmentFlag.AlignLeft)
            knop.show()
        self._grid.setColumnStretch(columns, 1)

    def _on_add_clicked(self) -> None:
        self.give(from_paths(self.pick(self)))

    def _ask_files(self, parent: QWidget) -> list[Path]:
        return choose_files(parent, self.tr("Kies een of meer foto's"), self.tr("Foto's"))
