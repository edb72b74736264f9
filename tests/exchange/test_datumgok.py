"""Day or month first: by proof, by what stands around it, or asked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from boa_app.exchange.datumgok import Omgeving, guess_order, has_proof, is_proof
from boa_app.exchange.datums import Volgorde
from boa_app.exchange.gok import Zekerheid

NOW = datetime(2026, 11, 20, 20, tzinfo=UTC)
DAG, MAAND, JAAR = Volgorde.DAG_EERST, Volgorde.MAAND_EERST, Volgorde.JAAR_EERST
REEKS, REEKS_1904 = Volgorde.REEKS, Volgorde.REEKS_1904
ZEKER, TWIJFEL = Zekerheid.ZEKER, Zekerheid.TWIJFEL


def _guess(texts: list[str], told: Volgorde | None = None, **around: object) -> tuple[Volgorde, Zekerheid]:
    order, gok, _ = guess_order(texts, Omgeving(NOW, **around), told)  # type: ignore[arg-type]
    return order, gok.zekerheid


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["01-02-2026", "13-02-2026"], (DAG, ZEKER)),
        (["01/02/2026", "02/13/2026"], (MAAND, ZEKER)),
        (["01/02/2026 1:00 PM"], (MAAND, TWIJFEL)),
        (["01/02/2026", "03/04/2026"], (DAG, TWIJFEL)),
        (["13/02/2026", "02/13/2026"], (DAG, TWIJFEL)),
        (["03/03/2026", "04-04-2026"], (DAG, ZEKER)),
        (["", "2026-01-02"], (DAG, ZEKER)),
        (["3 mei 2026"], (DAG, ZEKER)),
        ([], (DAG, ZEKER)),
        (["45678", "45680.5"], (REEKS, TWIJFEL)),
        (["17-6-24", "18-6-24"], (DAG, ZEKER)),
        (["23-05-01", "23-05-17", "23-06-02"], (JAAR, TWIJFEL)),
    ],
)
def test_by_itself(texts: list[str], expected: tuple[Volgorde, Zekerheid]) -> None:
    assert _guess(texts) == expected


def test_the_habit_of_the_file_settles_only_what_no_american_writes() -> None:
    dashes, slashes = ["01-02-2026", "03-04-2026"], ["01/02/2026", "03/04/2026"]
    around: dict[str, Any]
    for around in ({"decimal_comma": True}, {"semicolons": True}, {"dutch": True}):
        assert _guess(dashes, None, **around) == (DAG, ZEKER)
        assert _guess(slashes, None, **around) == (DAG, TWIJFEL)
    # Eight days in one month, and all in the same week of each: the month stands first.
    assert _guess([f"03-{day:02d}-2026" for day in range(1, 9)], dutch=True) == (DAG, TWIJFEL)
    # Read day first, the first of these is still to come.
    assert _guess(["11-12-2026"], dutch=True) == (MAAND, TWIJFEL)


def test_names_of_weekdays_settle_it() -> None:
    days = ["01/02/2026", "03/04/2026", "05/06/2026"]
    beside = [("zondag",), ("vrijdag",), ("vrijdag",)]
    assert _guess(days, others=beside) == (DAG, ZEKER)
    assert _guess(["zo 01/02/2026", "vr 03/04/2026", "vr 05/06/2026"]) == (DAG, ZEKER)
    assert _guess(days, others=[("thursday",), ("wednesday",), ("wednesday",)]) == (DAG, TWIJFEL)
    assert _guess(days, others=[("Fri",), ("Wed",), ("Wed",)]) == (MAAND, ZEKER)


def test_another_date_column_settles_it() -> None:
    days = ["09/08/2026", "09/10/2026", "03/04/2026"]
    iso = [("2026-09-08 10:00",), ("2026-09-10",), ("2026-03-05",)]
    assert _guess(days, others=iso) == (MAAND, ZEKER)
    assert _guess(days, others=[("2026-08-09",), ("2026-10-09",), ("2026-04-03",)]) == (DAG, ZEKER)
    assert _guess(days, others=[("2026-08-09",), ("2026-10-09",), ("x",)])[1] is TWIJFEL


def test_rows_in_order_settle_it() -> None:
    us = [f"{month:02d}/{day:02d}/{year}" for year in (2024, 2025) for month in range(1, 13) for day in (2, 7, 11)]
    assert _guess(us) == (MAAND, ZEKER)
    assert _guess([text[3:6] + text[:3] + text[6:] for text in us][::-1]) == (DAG, ZEKER)
    assert _guess(us[:6])[1] is TWIJFEL


def test_a_list_sorted_as_text_settles_nothing() -> None:
    dutch = [f"{day:02d}-{month:02d}-2025" for month in range(1, 13) for day in (2, 7, 11)]
    assert _guess(sorted(dutch))[1] is TWIJFEL
    assert _guess(sorted(dutch, reverse=True))[1] is TWIJFEL
    assert _guess(sorted(f"{day:02d}-{month:02d}-{year}" for year in (23, 24) for month in (1, 2, 3, 4, 5, 6)
                         for day in (1, 5, 9, 12)))[1] is TWIJFEL  # fmt: skip


def test_what_a_person_said_goes_first_unless_it_cannot_be() -> None:
    assert _guess(["01/02/2026"], MAAND) == (MAAND, ZEKER)
    assert _guess(["01/02/2026"], DAG) == (DAG, ZEKER)
    assert _guess(["25/02/2026", "26/02/2026"], MAAND) == (MAAND, TWIJFEL)
    assert _guess(["45678"], DAG) == (REEKS, TWIJFEL)
    assert _guess(["45678"], REEKS) == (REEKS, ZEKER)


def test_a_workbook_numbers_its_days_itself() -> None:
    assert _guess(["45678"], reeks_1904=False) == (REEKS, ZEKER)
    assert _guess(["44208"], reeks_1904=True) == (REEKS_1904, ZEKER)
    assert _guess(["44208"], REEKS, reeks_1904=True) == (REEKS, ZEKER)
    _, gok, _ = guess_order(["44208"], Omgeving(NOW))
    ways = [(str(way.waarde), way.voorbeeld) for way in gok.alternatieven]
    assert ways == [("reeksgetal", "2021-01-12"), ("reeksgetal_1904", "2025-01-13")]
    # Told for days that are numbered, it says nothing about days that are not.
    assert _guess(["01/02/2026"], REEKS) == (DAG, TWIJFEL)


def test_the_ways_show_what_each_would_mean() -> None:
    _, gok, _ = guess_order(["03/03/2026", "01/02/2026"], Omgeving(NOW))
    assert [(str(way.waarde), way.voorbeeld) for way in gok.alternatieven] == [
        ("dag_eerst", "2026-02-01"), ("maand_eerst", "2026-01-02"),
    ]  # fmt: skip


def test_proof() -> None:
    assert has_proof(["01-02-2026", "13-02-2026"], NOW)
    assert has_proof(["2026-01-02"], NOW)
    assert not has_proof(["01-02-2026", "03-04-2026"], NOW)
    # 25 may be a year, 27 is still to come.
    assert not has_proof(["25-02-13"], NOW)
    assert has_proof(["27-02-13"], NOW)
    assert not is_proof("", NOW)
    assert is_proof("13-02-2026", NOW)


def test_a_year_of_two_digits_that_may_stand_first_is_asked_about() -> None:
    """What the review found: eight to twenty-three as years, in days that exist both ways."""
    loose = [f"{year:02d}-{month:02d}-{day:02d}" for day in (14, 2, 25) for year in range(8, 24) for month in (7, 3)]
    assert _guess(loose)[1] is TWIJFEL
    # In order of its first field, whatever that is.
    assert _guess(sorted(loose))[1] is TWIJFEL
    assert _guess(loose, others=[(f"20{text}",) for text in loose]) == (JAAR, ZEKER)
    assert _guess([text[3:] + "-" + text[:2] for text in loose])[0] is not JAAR
    # Many days and hardly a year: nobody would see it otherwise.
    assert _guess([f"{day:02d}-03-24" for day in range(1, 20)], dutch=True)[0] is DAG
    assert _guess([f"{day:02d}-03-24" for day in range(8, 20)], dutch=True) == (DAG, ZEKER)


def test_two_ways_of_writing_in_one_column_are_asked_about() -> None:
    for mixed in (
        ["13/02/2026", "05/06/2026", "03-04-2026"],
        ["13-02-2026", "14-02-2026", "45678"],
        ["02/13/2026", "02/14/2026", "2026-03-04", "2026-05-06"],
        ["13-02-2026", "2026-13-02"],
        ["2026-02-13", "45678"],
    ):
        assert _guess(mixed)[1] is TWIJFEL, mixed
    assert _guess(["13/02/2026", "2026-03-14", "3 mei 2026"]) == (DAG, ZEKER)


@pytest.mark.parametrize(
    ("texts", "against", "fitting"),
    [
        (["13/02/2026"], ("02/13/2026", "03-04-2026", "45678", "2026-13-02"), ("14/02/2026", "1/2/2026", "14-02-2026")),
        (["02/13/2026"], ("13/02/2026", "1/2/26"), ("01/02/2026", "", "x")),
        (["2026-02-13"], ("01/02/2026", "45678"), ("13/02/2026", "3 mei 2026", "03/03/2026")),
    ],
)  # fmt: skip
def test_the_rows_that_follow_are_watched(texts: list[str], against: tuple[str, ...], fitting: tuple[str, ...]) -> None:
    _, _, wacht = guess_order(texts, Omgeving(NOW))
    assert wacht is not None
    assert [text for text in against if not wacht(text)] == []
    assert [text for text in fitting if wacht(text)] == []
    assert guess_order(texts, Omgeving(NOW), Volgorde.DAG_EERST)[2] is None
