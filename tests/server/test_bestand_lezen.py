from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boa_app.domain.roles import OVERAL, Rol
from boa_app.server.backend import Leesbeurt, Leesregel, Logrij, Opschoonrij, Recordstand, Toegang, Wegrij
from boa_app.server.bestand import BestandBackend
from tests.centrale import KEY

ROW = Logrij(0, "", "codes", "melding", "", "*", "{}", "[]", "h", "", 0, "d", "sam", 1, "", "t", "s",
             "d1", 1, "", "sam", "oost", "2026-05")  # fmt: skip
OVERAL_REGEL = Leesregel(("melding",), ("codes",), False, None)
ROWS = [
    ROW._replace(seq=1, change_id="c1", uid="u1"), ROW._replace(seq=2, change_id="c1", uid="u1", veldgroep="duiding"),
    ROW._replace(seq=3, change_id="c2", uid="u2", eigenaar="kim", buurt="west", via=""),
    ROW._replace(seq=4, change_id="c3", uid="u3", eigenaar="kim", buurt=OVERAL, sinds="2025-01", kop=0),
    ROW._replace(seq=5, change_id="c4", uid="u3", eigenaar="kim", buurt=OVERAL, sinds="2025-01", via="d2"),
]  # fmt: skip


@pytest.fixture
def beurt(tmp_path: Path) -> Iterator[Leesbeurt]:
    backend = BestandBackend(tmp_path / "centrale.db", KEY)
    with backend.schrijfbeurt("GM0353") as write:
        write.reserve(7)
        write.insert_rows(ROWS)
        seen = Recordstand("melding", "u1", "sam", "oost", "2026-05", 0, "actief", "", 5.0, 52.0, "t")
        nowhere = seen._replace(uid="u3", lon=None, lat=None)
        write.put_records([seen, seen._replace(uid="u2", status="vervallen"), nowhere])
        write.insert_weg([Wegrij(6, "melding", "u1", "sam", "west", "2026-05", 0)])
        write.insert_opschoning([Opschoonrij(7, "nr", "melding", "u9", "[]", "x", "sam", "oost", "t")])
    with backend.schrijfbeurt("GM0001") as write:
        write.insert_rows([one._replace(seq=one.seq + 10) for one in ROWS])
    who = Toegang("GM0353", "sam", "sam", Rol.BOA, None, "d1", 1)
    with backend.leesbeurt(who, datetime(2026, 11, 20, tzinfo=UTC)) as made:
        yield made
    backend.close()


def seqs(rows: list[Logrij]) -> list[int]:
    return [row.seq for row in rows]


@pytest.mark.parametrize(
    ("regel", "expected"),
    [
        (OVERAL_REGEL, [1, 3, 4, 5]),
        (Leesregel(("melding",), ("codes", "duiding"), True, None), [1, 2]),
        (Leesregel(("melding",), ("codes",), False, frozenset({"west"})), [1, 3, 4, 5]),
        (Leesregel(("melding",), ("codes",), False, frozenset({"nergens"})), [1, 4, 5]),
        (Leesregel(("melding",), ("codes",), False, None, "2026-01"), [1, 3]),
        (Leesregel(("foto",), ("codes",), False, None), []),
    ],
)
def test_a_rule_gives_its_rows(beurt: Leesbeurt, regel: Leesregel, expected: list[int]) -> None:
    assert seqs(beurt.list_rows([regel], 0, 99, 99)) == expected


def test_no_rule_gives_nothing_and_several_add_up(beurt: Leesbeurt) -> None:
    assert beurt.list_rows([], 0, 99, 99) == []
    both = [Leesregel(("melding",), ("duiding",), True, None), OVERAL_REGEL]
    assert seqs(beurt.list_rows(both, 1, 4, 99)) == [2, 3, 4]
    assert seqs(beurt.list_rows(both, 0, 99, 2)) == [1, 2]


def test_what_the_device_brought_is_left_out_until_it_moved(beurt: Leesbeurt) -> None:
    assert seqs(beurt.list_rows([OVERAL_REGEL], 0, 99, 99, zonder="d1")) == [3, 5]
    assert beurt.list_ids([OVERAL_REGEL], 0, 99, "d1") == ["c2", "c4"]


def test_heads_come_per_record(beurt: Leesbeurt) -> None:
    assert seqs(beurt.list_heads([OVERAL_REGEL], "melding", "", 99, 2)) == [1, 3]
    assert seqs(beurt.list_heads([OVERAL_REGEL], "melding", "u2", 99, 2)) == [5]
    assert seqs(beurt.list_heads([OVERAL_REGEL], "melding", "", 4, 9)) == [1, 3]
    assert seqs(beurt.list_heads([OVERAL_REGEL], "melding", "", 99, 9, van="2025", tot_sinds="2026")) == [5]
    assert beurt.list_heads([OVERAL_REGEL], "foto", "", 99, 9) == []
    assert beurt.count_heads([OVERAL_REGEL], 99) == 3


def test_weg_orders_and_the_rest_are_of_this_municipality(beurt: Leesbeurt) -> None:
    assert beurt.last_seq() == 7
    assert [row.seq for row in beurt.list_weg(0, 99)] == [6]
    assert beurt.list_weg(6, 99) == []
    assert [row.nr for row in beurt.list_opschoning(0, 99)] == ["nr"]
    assert beurt.ids_of_sync("s", "sam") == {"melding": ["c1", "c2", "c3", "c4"]}
    assert beurt.ids_of_sync("s", "kim") == {}
    assert beurt.find_records([("melding", "u1")])["melding", "u1"].lon == 5.0
    assert beurt.list_posities("melding", "2026", "2027") == [(5.0, 52.0)]
