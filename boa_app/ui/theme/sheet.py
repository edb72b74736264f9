"""The style sheet for plain Qt widgets. Buttons and tiles paint themselves; what remains stands here, in tokens."""

from __future__ import annotations

import re
from functools import cache

from boa_app.ui.theme.tokens import ThemeName, read_tokens

_TEMPLATE = """
QToolTip { background: @ink; color: @surface; border: @lijn-1 solid @ink; padding: @s1 @s2; }
QWidget[vlak="ground"] { background: @ground; }
QWidget[vlak="surface"] { background: @surface; }
QWidget[vlak="surface-2"] { background: @surface-2; }
QWidget[vlak="rail"] { background: @rail; }
QWidget[vlak="keuze-tint"] { background: @keuze-tint; }
QFrame[vlak="paneel"] { background: @surface; border: @lijn-1 solid @line; border-radius: @r-tegel; }
QFrame[vlak="lijn"] { background: @line; border: none; }
QFrame[vlak="rail-lijn"] { background: @rail-line; border: none; }
QLabel { background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget[vlak="geen"] { background: transparent; border: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit {
  background: @surface; color: @ink; border: @lijn-1 solid @line-strong; border-radius: @r-veld;
  padding: @haar @s2; margin: 0; selection-background-color: @keuze; selection-color: @keuze-ink; }
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit { min-height: 38px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus,
QTimeEdit:focus, QDateTimeEdit:focus { border: @lijn-keuze solid @focus; padding: 0 6px; }
QLineEdit[fout="ja"], QPlainTextEdit[fout="ja"] { border: @lijn-2 solid @fout; padding: @lijn-1 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: @uit; border: @lijn-1 dashed @uit;
  background: @ground; }
QLineEdit:read-only { background: @surface-2; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QAbstractItemView { background: @surface; color: @ink; border: @lijn-2 solid @keuze-lijn; outline: none; }
QComboBox QAbstractItemView::item { min-height: @h-raak; padding: 0 @s2; }
QComboBox QAbstractItemView::item:selected { background: @keuze-tint; color: @ink; }

QAbstractItemView { background: @surface; color: @ink; border: none; outline: none; gridline-color: @line;
  selection-background-color: @keuze-tint; selection-color: @ink; alternate-background-color: @surface; }
QHeaderView { background: @surface-2; border: none; }
QHeaderView::section { background: @surface-2; color: @ink-2; border: none; border-bottom: @lijn-1 solid @line;
  padding: 0 @s3; min-height: @h-raak; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: @b-schuif; }
QScrollBar:horizontal { height: @b-schuif; }
QScrollBar::handle { background: @line-strong; border-radius: @r-veld; margin: @haar; }
QScrollBar::handle:vertical { min-height: @h-raak; }
QScrollBar::handle:horizontal { min-width: @h-raak; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: @line; border: none; max-height: @h-balk; min-height: @h-balk; }
QProgressBar::chunk { background: @keuze; }
QSplitter::handle { background: @line; }
QMenu { background: @surface; color: @ink; border: @lijn-1 solid @line-strong; padding: @s1; }
QMenu::item { min-height: @h-raak; padding: 0 @s4; }
QMenu::item:selected { background: @keuze-tint; }
"""

_NAME = re.compile(r"@([\w-]+)")


@cache
def build_sheet(name: ThemeName) -> str:
    """The style sheet of one theme with every token filled in."""
    tokens = read_tokens(name)
    return _NAME.sub(lambda match: tokens[match.group(1)], _TEMPLATE)
