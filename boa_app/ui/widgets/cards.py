"""Three cards on a page: one big beside two, or all below each other where the window is small."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QWidget

from boa_app.ui.theme import px


@dataclass(frozen=True, slots=True)
class Cards:
    """big: the left half. upper: above lower at the right, as high as it needs. small_order: from the top where they
    stand below each other. shares: width of left and right."""

    big: QWidget
    upper: QWidget
    lower: QWidget
    small_order: tuple[QWidget, ...]
    shares: tuple[int, int] = (1, 1)

    def arrange(self, grid: QGridLayout, *, small: bool, low: bool) -> None:
        """Put them in the grid again; what an earlier arrangement asked of rows and columns is gone."""
        margin = px("s3") if low else px("s4")
        grid.setContentsMargins(margin, margin, margin, margin)
        grid.setSpacing(px("s4"))
        for card in self.small_order:
            grid.removeWidget(card)
        for index in range(3):
            grid.setRowStretch(index, 0)
            grid.setColumnStretch(index, 0)
        if small:
            for row, card in enumerate(self.small_order):
                grid.addWidget(card, row, 0)
            return
        grid.addWidget(self.big, 0, 0, 2, 1)
        grid.addWidget(self.upper, 0, 1)
        grid.addWidget(self.lower, 1, 1)
        grid.setRowStretch(1, 1)
        for column, share in enumerate(self.shares):
            grid.setColumnStretch(column, share)
