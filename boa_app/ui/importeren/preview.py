"""The first rows of a file as a table: above each column what it is for, before each row what becomes of it.

A model and a painter, no widget per cell: a file of a thousand columns is a table like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from boa_app.ui.icons import paint_icon
from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.paint import RIGHT, paint_ring, paint_text, text_width
from boa_app.ui.widgets.scroll import scroll_by_touch
from boa_app.ui.widgets.tag import paint_tag, tag_width

if TYPE_CHECKING:
    from boa_app.usecases.importplan import BestandPlan, Kolom, VoorbeeldRij

Index = QModelIndex | QPersistentModelIndex
NUMBER, OUTCOME = 0, 1
OWN_COLUMNS = 2
_NO_PARENT = QModelIndex()
_SHOWN_SIGNS = 80
_MEASURED_ROWS = 40
# What stands in the head of a column that is never read in, whatever a person wants.
CLOSED_ROLES = ("persoonsgegevens", "vrije_tekst")


class PreviewModel(QAbstractTableModel):
    """Row number, outcome, then the cells of the file."""

    def __init__(self, words: ImportWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: tuple[VoorbeeldRij, ...] = ()
        self._columns: tuple[Kolom, ...] = ()
        # In a form that is known as a whole no column can be anything else.
        self.can_change = False

    def set_file(self, bestand: BestandPlan | None) -> None:
        """Show the rows of this file."""
        self.beginResetModel()
        self._rows = () if bestand is None else bestand.rijen
        self._columns = () if bestand is None else bestand.kolommen
        self.can_change = bestand is not None and bestand.profiel == "tabel"
        self.endResetModel()

    def row(self, row: int) -> VoorbeeldRij:
        """What one row holds."""
        return self._rows[row]

    def column(self, column: int) -> Kolom | None:
        """What a column of the file is for; None for our own two."""
        place = column - OWN_COLUMNS
        return self._columns[place] if 0 <= place < len(self._columns) else None

    def row_of(self, rij: int) -> int:
        """Where the row with this number in the file stands, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.rij == rij), -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or not self._columns else OWN_COLUMNS + len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            reason = self._words.reason(row.reden)
            return reason if reason and column in (OUTCOME, OWN_COLUMNS + row.kolom) else self._text(row, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:  # fmt: skip
        if orientation is not Qt.Orientation.Horizontal or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        kolom = self.column(section)
        if kolom is None:
            return self.tr("Rij") if section == NUMBER else self.tr("Wat gebeurt er")
        return f"{self.role_text(section)}, {kolom.kop}"

    def role_text(self, column: int) -> str:
        """What a column is for, in a word."""
        kolom = self.column(column)
        if kolom is None or not kolom.rol:
            return self.tr("niet gebruikt")
        if kolom.rol in CLOSED_ROLES:
            return self.tr("nooit ingelezen")
        return self._words.role(kolom.rol)

    def _text(self, row: VoorbeeldRij, column: int) -> str:
        if column == NUMBER:
            return self._words.number(row.rij)
        if column == OUTCOME:
            sign, reason = self._words.sign_of(row), self._words.reason(row.reden)
            return f"{sign.word}: {reason[:1].lower()}{reason[1:].rstrip('.')}" if reason else sign.word
        place = column - OWN_COLUMNS
        cell = row.cellen[place] if place < len(row.cellen) else ""
        return cell if len(cell) <= _SHOWN_SIGNS else f"{cell[:_SHOWN_SIGNS]}…"


class PreviewDelegate(QStyledItemDelegate):
    """Paints a cell: outcomes as a tag, the cell that is to blame in the colour of refusal."""

    def __init__(self, themes: ThemeManager, words: ImportWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes, self._words = themes, words

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, PreviewModel):
            return
        theme, row = self._themes.theme, model.row(index.row())
        rect, outcome = QRectF(QRect(option.rect)), str(row.uitkomst)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        to_blame = row.kolom >= 0 and index.column() == OWN_COLUMNS + row.kolom
        fill = "fout-bg" if to_blame else "keuze-tint" if chosen else "surface"
        painter.save()
        painter.fillRect(rect, theme.color(fill))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line"))
        inner = rect.adjusted(px("s3"), 0, -px("s2"), 0)
        text = str(model.data(index))
        if index.column() == OUTCOME:
            sign = self._words.sign_of(row)
            width = min(tag_width(theme, text, sign.icon), int(inner.width()))
            box = QRectF(inner.left(), round(rect.center().y() - px("h-tag") / 2), width, px("h-tag"))
            paint_tag(painter, theme, box, sign.kind, text, sign.icon)
        else:
            kolom = model.column(index.column())
            quiet = outcome in ("overslaan", "bestaand") or kolom is None or not kolom.rol or kolom.rol in CLOSED_ROLES
            ink = theme.color("fout" if to_blame else "ink-2" if quiet else "ink")
            if index.column() == NUMBER:
                paint_text(painter, inner, text, theme.font(), ink, RIGHT)
            else:
                paint_text(painter, inner, text, theme.font("t-tekst", "w-vet" if to_blame else "w-gewoon"), ink)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, theme, rect, radius="")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        theme, text = self._themes.theme, str(index.data())
        room = text_width(theme.font("t-tekst", "w-vet"), text) + px("s3") + px("s2")
        if index.column() == OUTCOME:
            room = tag_width(theme, text, "check") + px("s3") + px("s2")
            return QSize(min(room, px("b-keuzelijst")), px("h-tabelrij"))
        # A column that is not used may be cut short: its head says which it is, and the tip of a cell holds all of it.
        return QSize(min(room, px("b-keuzelijst") if self._is_used(index) else 2 * px("b-label")), px("h-tabelrij"))

    def _is_used(self, index: Index) -> bool:
        model = index.model()
        kolom = model.column(index.column()) if isinstance(model, PreviewModel) else None
        return kolom is None or (bool(kolom.rol) and kolom.rol not in CLOSED_ROLES)


class PreviewHeader(QHeaderView):
    """What a column is for, above its name in the file; touching it changes that."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._themes = themes
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(px("h-tegel"))
        themes.theme_changed.connect(self.viewport().update)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        theme, model = self._themes.theme, self._model()
        kolom = None if model is None else model.column(logicalIndex)
        if model is None or kolom is None:
            return QSize(px("b-label") if logicalIndex == NUMBER else px("b-keuzelijst") // 2, px("h-tegel"))
        role = text_width(theme.font("t-tekst", "w-vet"), model.role_text(logicalIndex)) + px("i-rij") + px("s1")
        name = min(text_width(theme.font("t-klein"), kolom.kop), 2 * px("b-label"))
        return QSize(min(max(role, name), px("b-keuzelijst")) + px("s3") + px("s2"), px("h-tegel"))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, model = self._themes.theme, self._model()
        if model is None:
            return
        kolom, box = model.column(logicalIndex), QRectF(rect)
        painter.save()
        used = kolom is not None and bool(kolom.rol) and kolom.rol not in CLOSED_ROLES
        painter.fillRect(box, theme.color("keuze-tint" if used else "surface-2"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.color("line"))
        painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), theme.color("line"))
        inner = box.adjusted(px("s3"), 0, -px("s2"), 0)
        if kolom is None:
            own = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal))
            align = RIGHT if logicalIndex == NUMBER else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            paint_text(painter, inner, own, theme.font("t-klein", "w-vet"), theme.color("ink-2"), align)
            painter.restore()
            return
        top = box.center().y() - (px("l-klein") + px("l-tekst")) / 2
        size = px("i-tag")
        if model.can_change and kolom.rol not in CLOSED_ROLES:
            at = QPointF(inner.right() - size / 2, top + px("l-tekst") / 2)
            paint_icon(painter, "chevron-down", at, size, theme.color("ink-2"))
        line = QRectF(inner.left(), top, inner.width() - size - px("s1"), px("l-tekst"))
        ink = theme.color("ink" if used else "ink-2")
        font = theme.font("t-tekst", "w-vet" if used else "w-gewoon")
        paint_text(painter, line, model.role_text(logicalIndex), font, ink)
        line = QRectF(inner.left(), top + px("l-tekst"), inner.width(), px("l-klein"))
        paint_text(painter, line, kolom.kop, theme.font("t-klein"), theme.color("ink-2"))
        painter.restore()

    def _model(self) -> PreviewModel | None:
        model = self.model()
        return model if isinstance(model, PreviewModel) else None


class PreviewTable(QTableView):
    """The rows. Arrows move, Enter on a cell changes what its column is for.

    Signals:
        row_chosen(int): number in the file of the row that became the chosen one, by a person.
        role_requested(int, QPoint): change what this column of the file is for; where on the screen.
    """

    row_chosen = Signal(int)
    role_requested = Signal(int, QPoint)

    def __init__(self, themes: ThemeManager, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.preview = PreviewModel(words, self)
        self.setAccessibleName(self.tr("Voorbeeld van de rijen"))
        self.setItemDelegate(PreviewDelegate(themes, words, self))
        self.setHorizontalHeader(PreviewHeader(themes, self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(px("h-tabelrij"))
        self.verticalHeader().setDefaultSectionSize(px("h-tabelrij"))
        # Wide enough for what is in sight, not for every row of the file.
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED_ROWS)
        self.setModel(self.preview)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.horizontalHeader().sectionClicked.connect(self._on_header_section_clicked)
        self.activated.connect(self._on_activated)
        # Without it the style draws a square of its own between the two bars.
        self.setCornerWidget(QWidget(self))
        scroll_by_touch(self)
        themes.theme_changed.connect(self.viewport().update)

    def set_file(self, bestand: BestandPlan | None, *, keep_place: bool = False) -> None:
        """Show a file. keep_place: only its reading changed, so what was in sight stays in sight."""
        down, right = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        if not keep_place:
            down = right = 0
        self.preview.set_file(bestand)
        self.resizeColumnsToContents()
        # The bars know their new length only after a layout, which would else wait for the next painting.
        self.doItemsLayout()
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(right)

    def choose(self, rij: int) -> None:
        """Choose a row from the program, without a signal, and bring it in sight; one that is not there: none."""
        row, selection = self.preview.row_of(rij), self.selectionModel()
        selection.blockSignals(True)
        if row < 0:
            selection.clear()
        else:
            index = self.preview.index(row, max(OUTCOME, self.currentIndex().column()))
            wanted = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            selection.setCurrentIndex(index, wanted)
            self.scrollTo(index)
        selection.blockSignals(False)
        self.viewport().update()

    def _ask_role(self, column: int) -> None:
        kolom = self.preview.column(column)
        if kolom is not None and kolom.rol not in CLOSED_ROLES and self.preview.can_change:
            header = self.horizontalHeader()
            corner = QPoint(header.sectionViewportPosition(column), header.height())
            self.role_requested.emit(column - OWN_COLUMNS, header.viewport().mapToGlobal(corner))

    def _on_header_section_clicked(self, section: int) -> None:
        self._ask_role(section)

    def _on_activated(self, index: QModelIndex) -> None:
        self._ask_role(index.column())

    def _on_current_row_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.row_chosen.emit(self.preview.row(current.row()).rij)
