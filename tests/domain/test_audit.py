"""The hash chain shows every change, loss and swap of a line."""

from __future__ import annotations

import pytest

from boa_app.domain.audit import CHAINED, GENESIS, Actie, Resultaat, chain_hash, first_broken

Line = dict[str, object]


def chain(length: int) -> list[Line]:
    lines: list[Line] = []
    previous = GENESIS
    for seq in range(1, length + 1):
        line: Line = dict.fromkeys(CHAINED, "")
        line |= {
            "seq": seq,
            "actie": Actie.VERZAMELEN,
            "resultaat": Resultaat.OK,
            "object_id": f"ü-{seq}",
            "prev_hash": previous,
        }
        line["hash"] = previous = chain_hash(line)
        lines.append(line)
    return lines


def test_whole_chain() -> None:
    assert first_broken([]) is None
    assert first_broken(chain(5)) is None


@pytest.mark.parametrize("column", [name for name in CHAINED if name != "prev_hash"])
def test_every_column_is_held(column: str) -> None:
    lines = chain(3)
    lines[1][column] = "anders"
    assert first_broken(lines) == 2


def test_lost_line_is_seen() -> None:
    lines = chain(4)
    assert first_broken(lines[:2] + lines[3:]) == 3
    assert first_broken(lines[1:]) == 1


def test_swapped_lines_are_seen() -> None:
    lines = chain(4)
    assert first_broken([lines[0], lines[2], lines[1], lines[3]]) == 2


def test_rewritten_line_breaks_the_next_one() -> None:
    lines = chain(3)
    lines[1]["actie"] = Actie.WISSEN
    lines[1]["hash"] = chain_hash(lines[1])
    assert first_broken(lines) == 3


def test_values_of_other_columns_do_not_matter() -> None:
    line = chain(1)[0]
    assert chain_hash(line | {"netwerk_naam": "x"}) == chain_hash(line)


def test_chained_holds_the_columns_of_the_log_line() -> None:
    # BIO2 8.15.01 and Wpg 32a; values of fields are not among them.
    assert {"actie", "object_id", "resultaat", "apparaat_id", "actor_id", "ts_utc", "reden_tekst", "ontvanger"} <= set(
        CHAINED
    )
    assert CHAINED[-1] == "prev_hash"
    assert len(set(CHAINED)) == len(CHAINED)
