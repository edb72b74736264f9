"""From a code list to what tiles and rows show, in the language of the window."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from boa_app.domain.codelijsten import Code, Codelijst
from boa_app.ui.widgets.tile import Choice


def tile_choices(
    lijst: Codelijst, language: str, day: date, *, keep: Collection[str] = (), tiles_only: bool = False
) -> tuple[Choice, ...]:
    """The values that may be chosen on a day, in their fixed order; those in keep stay although they are closed or are
    no tile, so that what was stored can be seen."""
    return tuple(
        _choice(code, language)
        for code in lijst.codes
        if code.code in keep or (code.valid_on(day) and (code.tegel or not tiles_only))
    )


def ernst_choices(lijst: Codelijst, language: str, day: date) -> tuple[Choice, ...]:
    """Seriousness with its figure before the word and as many bars."""
    return tuple(
        Choice(
            code.code, f"{code.code} {_short(code, language)}", "", _full(code, language),
            code.uitleg if language == "nl" else code.uitleg_en, int(code.code) if code.code.isdigit() else 0,
        )
        for code in lijst.codes if code.valid_on(day)
    )  # fmt: skip


def options(lijst: Codelijst, language: str, day: date) -> tuple[tuple[str, str], ...]:
    """(code, full label) of the values that may be chosen on a day."""
    return tuple((code.code, _full(code, language)) for code in lijst.codes if code.valid_on(day))


def _choice(code: Code, language: str) -> Choice:
    return Choice(code.code, _short(code, language), code.icoon, _full(code, language))


def _short(code: Code, language: str) -> str:
    return code.kort if language == "nl" else code.kort_en


def _full(code: Code, language: str) -> str:
    return code.label if language == "nl" else code.label_en
