"""Rows of CSV files with quotation marks that never close."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.exchange.csvrijen import MAX_BROKEN, MAX_LINES, TeVeelKapot, read_rows


def _read(text: str) -> tuple[list[tuple[int, list[str]]], list[int]]:
    broken: list[int] = []
    return list(read_rows(io.StringIO(text, newline=""), ";", broken.append)), broken


@pytest.mark.parametrize(
    ("text", "numbers", "broken"),
    [
        ("a;b\n1;2\n", [1, 2], []),
        ('a;b\n"m\nn";2\n3;4\n', [1, 2, 3], []),
        ('a;b\n1;"x"y\n2;y\n', [1, 3], [2]),
        ('a;b\n1;"x\n2;y\n3;"z";4\n5;6\n', [1, 3, 4, 5], [2]),
        ('a;b\n1;"x\n2;y\n', [1, 3], [2]),
        ("a;b\n" + "x" * 140_000 + ";1\n2;3\n", [1, 3], [2]),
        ('1;"x\n' + "2;y\n" * (MAX_LINES * 2), list(range(2, MAX_LINES * 2 + 2)), [1]),
    ],
)
def test_only_the_broken_row_is_lost(text: str, numbers: list[int], broken: list[int]) -> None:
    rows, lost = _read(text)
    assert ([rij for rij, _ in rows], lost) == (numbers, broken)


def test_too_many_broken_rows_are_no_table() -> None:
    with pytest.raises(TeVeelKapot) as caught:
        _read('"a"b;1\n' * (MAX_BROKEN + 5))
    assert caught.value.rij == MAX_BROKEN + 1


@given(st.lists(st.sampled_from(["a;b", '"a";b', '"a', 'a"b;c', '"a"b;c', ""]), max_size=12))
def test_every_line_is_in_one_row_or_lost(lines: list[str]) -> None:
    rows, lost = _read("".join(f"{line}\n" for line in lines))
    whole = sum(sum(cell.count("\n") for cell in cells) + 1 for _, cells in rows)
    assert whole + len(lost) == len(lines)
    assert sorted([*(rij for rij, _ in rows), *lost]) == list(range(1, len(rows) + len(lost) + 1))
