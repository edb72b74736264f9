"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from boa_app.usecases.zoekdatum import parse_day

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20-11", date(2026, 11, 20)), ("21-11", date(2025, 11, 21)), ("20/11/2025", date(2025, 11, 20)),
        ("5.3.24", date(2024, 3, 5)), (" 1-1-2026 ", date(2026, 1, 1)), ("2026-05-04", date(2026, 5, 4)),
        ("20 november", date(2026, 11, 20)), ("20 Nov 2025", date(2025, 11, 20)), ("3 mrt", date(2026, 3, 3)),
        ("vandaag", TODAY), ("Gisteren", date(2026, 11, 19)), ("eergisteren", date(2026, 11, 18)),
        ("29-02", date(2024, 2, 29)), ("31-04", None), ("32-1", None), ("0-0", None), ("2026-13-01", None),
        ("20 brumaire", None), ("twintig", None), ("", None), ("20", None), ("20-11-0000", None),
    ],
)  # fmt: skip
def test_a_day(typed: str, day: date | None) -> None:
    assert parse_day(typed, TODAY) == day
