"""A long list of rows with day headings that stay in sight. Draws only what is visible, so 100,000 rows are fine."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.row import RowData, RowState, paint_heading, paint_row
from boa_app.ui.widgets.scroll import scroll_by_touch

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class RowModel(QAbstractListModel):
    """Rows by number. Subclasses give `row_count`, `row_data` and where the headings are."""

    def row_count(self) -> int:
        """How many rows, headings included."""
        raise NotImplementedError

    def row_data(self, row: int) -> RowData:
        """What one row shows; called only for rows in sight."""
        raise NotImplementedError

    def heading_rows(self) -> Sequence[int]:
        """Numbers of the rows that are headings, rising."""
        return ()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self.row_count()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == ROW_ROLE:
            return self.row_data(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.row_data(index.row()).spoken()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.row_data(index.row()).heading:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class PlainRowModel(RowModel):
    """A short list held in memory."""

    def __init__(self, rows: Sequence[RowData] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)

    def set_rows(self, rows: Sequence[RowData]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_count(self) -> int:
        return len(self._rows)

    def row_data(self, row: int) -> RowData:
        return self._rows[row]

    def heading_rows(self) -> Sequence[int]:
        return [number for number, row in enumerate(self._rows) if row.heading]


class RowDelegate(QStyledItemDelegate):
    """Paints a row of a RowModel."""

    def __init__(self, themes: ThemeManager, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        data = index.data(ROW_ROLE)
        if not isinstance(data, RowData):
            return
        state = RowState(
            chosen=_has(option, QStyle.StateFlag.State_Selected),
            ring=_has(option, QStyle.StateFlag.State_HasFocus),
            hovered=_has(option, QStyle.StateFlag.State_MouseOver),
        )
        rect = QRectF(QRect(option.rect))
        painter.save()
        paint_row(painter, self._themes.theme, rect, data, state)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        data = index.data(ROW_ROLE)
        is_heading = isinstance(data, RowData) and bool(data.heading)
        return QSize(0, px("h-dagkop") if is_heading else px("h-rij"))


def _has(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


class RowList(QTableView):
    """Shows a RowModel. Arrows move, Enter opens.

    A table, because its header keeps 100,000 row heights without asking a delegate for each.

    Signals:
        row_chosen(int): another row became the chosen one, by a person.
        row_opened(int): Enter, or a double click.
    """

    row_chosen = Signal(int)
    row_opened = Signal(int)

    def __init__(self, themes: ThemeManager, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(themes, self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(px("h-dagkop"))
        rows.setDefaultSectionSize(px("h-rij"))
        self.activated.connect(self._on_activated)
        scroll_by_touch(self)
        themes.theme_changed.connect(self.viewport().update)
        self._rows: RowModel | None = None
        self._low_rows: set[int] = set()

    def set_rows(self, model: RowModel) -> None:
        """Show a model; it stays the property of the caller."""
        self._rows = model
        self.setModel(model)
        model.modelReset.connect(self._size_headings)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self._size_headings()

    def set_chosen(self, row: int) -> None:
        """Choose a row from the program, without a signal, and bring it in sight; -1 chooses none."""
        selection = self.selectionModel()
        selection.blockSignals(True)
        if row < 0 or self._rows is None:
            selection.clear()
        else:
            index = self._rows.index(row)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        selection.blockSignals(False)
        self.viewport().update()

    def chosen_row(self) -> int:
        """The chosen row, or -1."""
        if self._rows is None:
            return -1
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        top = self.rowAt(0)
        if self._rows is None or top < 0:
            return
        data = self._rows.row_data(top)
        if not data.day and not data.heading:
            return
        painter = QPainter(self.viewport())
        box = QRectF(0, self._push(top), self.viewport().width(), px("h-dagkop"))
        paint_heading(painter, self._themes.theme, box, data.heading or data.day)
        painter.end()

    def _push(self, top: int) -> int:
        """How far the next heading has pushed the one that stays in sight out of the window (0 or less)."""
        if self._rows is None or top + 1 >= self._rows.row_count() or not self._rows.row_data(top + 1).heading:
            return 0
        return min(0, self.rowViewportPosition(top + 1) - px("h-dagkop"))

    def _size_headings(self) -> None:
        if self._rows is None:
            return
        header = self.verticalHeader()
        header.setUpdatesEnabled(False)
        # A reset keeps the old heights: a row that was a heading before would stay low.
        headings = set(self._rows.heading_rows())
        for row in self._low_rows - headings:
            if row < header.count():
                header.resizeSection(row, px("h-rij"))
        for row in headings - self._low_rows:
            header.resizeSection(row, px("h-dagkop"))
        # Qt gave the rows that are new by now the usual height, and forgot those that are gone.
        self._low_rows = headings
        header.setUpdatesEnabled(True)

    def _on_current_row_changed(self, current: QModelIndex) -> None:
        if current.isValid() and self._rows is not None and not self._rows.row_data(current.row()).heading:
            self.row_chosen.emit(current.row())

    def _on_activated(self, index: QModelIndex) -> None:
        if self._rows is not None and not self._rows.row_data(index.row()).heading:
            self.row_opened.emit(index.row())
