"""The manual: topics at the left, one page at the right; F1 opens the page of the screen one comes from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from boa_app.paths import resource
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction, FootSpec, SizeClass
from boa_app.ui.frame.page import Page
from boa_app.ui.theme import px
from boa_app.ui.vandaag.stack import StackPanel
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.row import ListRow, RowData
from boa_app.ui.widgets.scroll import scroll_by_touch


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of the manual. key: the name of the file without its number, which is also the key of a screen."""

    key: str
    title: str
    path: Path


def read_topics(folder: Path) -> tuple[Topic, ...]:
    """The pages in order of their number; the title is the first heading."""
    topics = []
    for path in sorted(folder.glob("*.md")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        topics.append(Topic(path.stem.partition("-")[2], first.lstrip("# "), path))
    return tuple(topics)


class HelpPage(Page):
    """Shows the manual.

    Signals:
        back_requested(): enough read.
    """

    back_requested = Signal()

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = ui.themes
        self.topics = read_topics(resource("handleiding"))
        self._current = self.topics[0]
        self._list = StackPanel(ui.themes, self.tr("Onderwerpen"), "book-open")
        self._rows = {topic.key: self._make_row(topic) for topic in self.topics}
        self._list.set_widgets(list(self._rows.values()))
        self._list.setMaximumWidth(px("b-paneel"))
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        # A page to read is not a field to fill in.
        self.text.setStyleSheet("border: none; background: transparent;")
        self.text.setAccessibleName(self.tr("Handleiding"))
        scroll_by_touch(self.text)
        panel = Panel(ui.themes)
        inside = QVBoxLayout()
        inside.setContentsMargins(px("s4"), px("s3"), px("s4"), px("s3"))
        inside.addWidget(self.text)
        panel.body.addLayout(inside, 1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(px("s4"))
        self._row.addWidget(self._list, 2)
        self._row.addWidget(panel, 5)
        self._arrange()
        ui.themes.theme_changed.connect(self._show)
        self._show()

    def title(self) -> str:
        return self.tr("Hulp")

    def context(self) -> str:
        return self._current.title

    def show_topic(self, key: str) -> None:
        """Open the page of this screen or subject, the first page when there is none."""
        found = [topic for topic in self.topics if topic.key == key]
        # Pages of one subject share a page of the manual: foto and foto_nieuw open fotos.
        found = found or [topic for topic in self.topics if topic.key.startswith(key.partition("_")[0])]
        self._current = found[0] if found else self.topics[0]
        self._show()
        self.frame_changed.emit()

    def rows(self) -> dict[str, ListRow]:
        """The topics in the list."""
        return self._rows

    def foot(self) -> FootSpec:
        return FootSpec((), CornerAction("arrow-left", self.tr("Terug"), self.back_requested.emit, self.tr("Esc")))

    def apply_size_class(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        margin = px("s3") if self.is_low else px("s4")
        self._row.setContentsMargins(margin, margin, margin, margin)
        self._list.setVisible(self.size_class is not SizeClass.KLEIN)

    def _show(self) -> None:
        for key, row in self._rows.items():
            row.set_chosen(chosen=key == self._current.key)
        self.text.setMarkdown(self._current.path.read_text(encoding="utf-8"))
        self._give_air()

    def _give_air(self) -> None:
        """Markdown from Qt has no space between its parts; reading needs it."""
        cursor = QTextCursor(self.text.document())
        block = self.text.document().begin()
        while block.isValid():
            form = QTextBlockFormat(block.blockFormat())
            is_heading = form.headingLevel() > 0
            form.setTopMargin(px("s4") if is_heading and block.blockNumber() else px("s1"))
            form.setBottomMargin(px("s2") if is_heading else px("s1"))
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
            block = block.next()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _make_row(self, topic: Topic) -> ListRow:
        row = ListRow(self._themes, RowData(name=topic.title, chevron=True))
        row.clicked.connect(lambda _checked=False, key=topic.key: self.show_topic(key))
        return row
