from __future__ import annotations

from boa_app.server.db import marks, one, to_qmark


def test_parameters_become_question_marks_and_doubled_percent_stays_one() -> None:
    assert (
        to_qmark("SELECT a %% 2 FROM t WHERE b = %s AND c IN (%s, %s)")
        == "SELECT a % 2 FROM t WHERE b = ? AND c IN (?, ?)"
    )
    # A doubled percent sign before an s is no parameter.
    assert to_qmark("LIKE 'a%%s'") == "LIKE 'a%s'"


def test_marks_of_nothing_match_nothing() -> None:
    assert marks(3) == "%s, %s, %s"
    assert marks(0) == "NULL"


def test_one_takes_the_only_row() -> None:
    assert one([]) is None
    assert one([{"a": 1}]) == {"a": 1}
