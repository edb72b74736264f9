"""A question with its facts above and its answers in the foot: what refused changes and pairs have in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.panel import IconLabel, Line, Panel
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.ui.widgets.text import Label


class DecisionPanel(Panel):
    """Head, facts that scroll, and a foot with what the answers mean and the answers.

    Signals:
        later_requested(): not now; it stays where it was.
    """

    later_requested = Signal()

    def __init__(self, themes: ThemeManager, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, title, icon, parent)
        self._full_height = False
        self.meta = Label(themes, size="t-klein", color="ink-2", wrap=True)
        self.info = Label(themes, wrap=True)
        self.later = Knop(themes, self.tr("Later"))
        self.later.clicked.connect(self.later_requested)
        self.content = QWidget()
        self.facts = QVBoxLayout(self.content)
        self.facts.setContentsMargins(0, 0, 0, 0)
        self.facts.setSpacing(0)
        self._scroll = ScrollBox(self.content)
        self.verbs = QHBoxLayout()
        self.verbs.setSpacing(px("s2"))
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._make()

    def set_arrangement(self, *, narrow: bool, full_height: bool) -> None:
        """narrow: the answers below their meaning; full_height: the page scrolls, not the panel."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._foot.setDirection(down if narrow else across)
        self._full_height = full_height
        self.fit_height()

    def fit_height(self) -> None:
        """Where the page scrolls: all the height the facts need at this width."""
        facts = self.facts
        needed = (
            facts.totalHeightForWidth(self.width()) if facts.hasHeightForWidth() else facts.totalSizeHint().height()
        )
        self._scroll.setMinimumHeight(needed if self._full_height else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_height()

    def replace_facts(self, parts: Sequence[QWidget], keep: QWidget | None = None) -> None:
        """Show these under each other in place of what stood there; keep: a part to use again."""
        while self.facts.count():
            item = self.facts.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None and old is not keep:
                old.hide()
                old.deleteLater()
        for part in parts:
            self.facts.addWidget(part, 1 if part is keep else 0)
            part.show()
        if keep is None:
            self.facts.addStretch(1)
        self.fit_height()

    def _make(self) -> None:
        self.meta.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        self.body.addWidget(self.meta)
        self.body.addWidget(Line())
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(Line())
        said = QHBoxLayout()
        said.setSpacing(px("s2"))
        said.addWidget(IconLabel(self._themes, "info"), 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self.info, 1)
        self._foot.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        self._foot.setSpacing(px("s3"))
        self._foot.addLayout(said, 1)
        self._foot.addLayout(self.verbs)
        self.body.addLayout(self._foot)
