from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.server.backend import (
    GEWIST,
    Genomen,
    Lediging,
    Logrij,
    Opschoonrij,
    Recordstand,
    Verplaatsing,
    Vervanging,
    Wegrij,
    Weigerrij,
)
from boa_app.server.bestand import BestandBackend
from tests.centrale import KEY

ROW = Logrij(1, "c1", "codes", "melding", "u1", "*", "{}", "[]", "h", "", 0, "d", "sam", 1, "r", "t", "s",
             "d", 1, "", "sam", "oost", "2026")  # fmt: skip
RECORD = Recordstand("melding", "u1", "sam", "oost", "2026", 0, "actief", "ouder-1", 5.0, 52.0, "t")


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[BestandBackend]:
    made = BestandBackend(tmp_path / "centrale.db", KEY)
    with made.schrijfbeurt("GM0353") as beurt:
        beurt.insert_rows([ROW, ROW._replace(seq=2, change_id="c2", klok_afwijkend=1, hlc="h2", uid="u2")])
        beurt.put_records([RECORD, RECORD._replace(uid="u2", ouder="")])
    with made.schrijfbeurt("GM0001") as beurt:
        beurt.insert_rows([ROW])
        beurt.put_records([RECORD])
    yield made
    made.close()


def test_sets_are_found_by_id_and_by_key_of_one_municipality(backend: BestandBackend) -> None:
    with backend.schrijfbeurt("GM0353") as beurt:
        assert beurt.find_genomen(["c1", "c2", "c3"]) == {"c1": Genomen("sam", ""), "c2": Genomen("sam", "h2")}
        assert beurt.find_genomen([]) == {}
        assert beurt.find_records([("melding", "u1"), ("foto", "u1")]) == {("melding", "u1"): RECORD}
        assert beurt.find_children(["ouder-1"]) == [RECORD]
        assert beurt.find_rows([("melding", "u1")]) == [ROW]
        # Text that looks like SQL or JSON is a value like any other.
        assert beurt.find_records([("melding", "u1' OR '1'='1"), ('"', "]")]) == {}


def test_marks_moves_and_emptying_change_their_own_rows_only(backend: BestandBackend) -> None:
    with backend.schrijfbeurt("GM0353") as beurt:
        beurt.mark_replaced([Vervanging(1, 0, "soort")])
        beurt.move_rows([Verplaatsing(1, 9, "punt", "kim", "west", "2027")])
        beurt.empty_rows([Lediging(9, "null", GEWIST)])
        beurt.set_sync(["c1"], "s2")
        (row,) = beurt.find_rows([("melding", "u1")])
        assert row == ROW._replace(
            seq=9, kop=0, vervangen="soort", veldgroep=GEWIST, eigenaar="kim", buurt="west", sinds="2027", via="",
            value="null", reason="", sync="s2",
        )  # fmt: skip
        assert len(beurt.find_rows([("melding", "u2")])) == 1
    with backend.schrijfbeurt("GM0001") as beurt:
        assert beurt.find_rows([("melding", "u1")]) == [ROW]


def test_refusals_weg_and_orders_are_kept(backend: BestandBackend) -> None:
    refusal = Weigerrij("c9", "[]", "geen_recht", "d", "sam", "melding", "u1", "soort", "t")
    with backend.schrijfbeurt("GM0353") as beurt:
        beurt.insert_geweigerd([refusal])
        beurt.insert_weg([Wegrij(3, "melding", "u1", "sam", "oost", "2026", 0)])
        beurt.insert_opschoning([Opschoonrij(4, "nr", "melding", "u1", "[]", "handmatig", "sam", "oost", "t")])
        assert beurt.find_geweigerd(["c9", "c1"]) == {"c9": refusal}
        assert beurt.reserve(2) == 1
        assert beurt.reserve(1) == 3
