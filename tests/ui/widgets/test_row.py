"""A row: what it says, what it looks like when chosen, and that nothing overlaps."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.row import ListRow, RowData
from boa_app.ui.widgets.tag import TagKind

ROW = RowData("rocket", "Vuurwerk, groep 10–19", "21:05, Plein", tag="conflict", tag_icon="git-compare", bars=3)


def test_spoken_as_one_sentence() -> None:
    assert ROW.spoken() == "Vuurwerk, groep 10–19, 21:05, Plein, conflict"
    assert RowData(heading="Vandaag").spoken() == "Vandaag"


def test_chosen_is_tint_with_an_accent_edge(qtbot: QtBot, each_theme: ThemeManager) -> None:
    row = ListRow(each_theme, ROW)
    qtbot.addWidget(row)
    row.resize(400, 64)
    theme = each_theme.theme
    assert row.grab().toImage().pixelColor(2, 30) == theme.color("surface")
    row.set_chosen(chosen=True)
    image = row.grab().toImage()
    assert image.pixelColor(px("lijn-accent") - 1, 30) == theme.color("keuze-lijn")
    assert image.pixelColor(px("lijn-accent") + 1, 30) == theme.color("keuze-tint")


def test_every_part_is_drawn(qtbot: QtBot, themes: ThemeManager) -> None:
    bare = RowData(name="Sportpark")
    row = ListRow(themes, bare)
    qtbot.addWidget(row)
    row.resize(400, 64)
    pictures = []
    for data in (
        bare,
        RowData(name="Sportpark", number="5"),
        RowData(name="Sportpark", chevron=True),
        RowData(name="Sportpark", right_text="1,9 km"),
        RowData(name="Sportpark", tag="te laat", tag_kind=TagKind.FOUT),
        RowData(heading="Vandaag"),
        ROW,
    ):
        row.set_row(data)
        assert row.row() is data
        pictures.append(row.grab().toImage())
    assert all(pictures[0] != picture for picture in pictures[1:])
