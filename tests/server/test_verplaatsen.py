from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from boa_app.server.backend import Backend
from tests.centrale import IN_OOST, IN_WEST, OOST, WEST, maak_centrale
from tests.server.test_lezen import Klok, Wereld

NAAR_WEST = dict(zip(("lon", "lat"), IN_WEST, strict=True))


@pytest.fixture
def wereld(backend: Backend, tmp_path: Path) -> Wereld:
    klok = Klok()
    return Wereld(maak_centrale(backend, tmp_path, klok), klok)


def table(wereld: Wereld, name: str, order: str = "seq") -> list[dict[str, Any]]:
    return wereld.centrale.db.execute(f"SELECT * FROM {name} ORDER BY {order}")


def test_rows_of_a_moved_record_get_new_places_in_their_old_order_behind_a_weg_row(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    melding = made.melding(IN_OOST, feiten="f")
    wereld.push(wereld.sam, melding, made.edit(melding, "soort", "VUUR"))
    before = [(row["change_id"], row["veldgroep"]) for row in table(wereld, "changes")]
    wereld.push(wereld.sam, made.edit(melding, "positie", NAAR_WEST))
    after = table(wereld, "changes")
    assert [(row["change_id"], row["veldgroep"]) for row in after[:-1]] == before
    (weg,) = table(wereld, "weg")
    assert (weg["seq"], weg["buurt"]) == (5, OOST)
    assert [row["seq"] for row in after] == [6, 7, 8, 9, 10]
    assert {row["buurt"] for row in after} == {WEST}
    assert [row["via"] for row in after] == ["", "", "", "", "toestel-sam"]


def test_a_change_that_moves_nothing_leaves_places_alone(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    melding = made.melding(IN_OOST)
    wereld.push(wereld.sam, melding)
    near = dict(zip(("lon", "lat"), (IN_OOST[0] + 0.001, IN_OOST[1]), strict=True))
    wereld.push(wereld.sam, made.edit(melding, "positie", near), made.edit(melding, "status", "vervallen", reason="x"))
    assert table(wereld, "weg") == []
    (record,) = table(wereld, "records", "uid")
    assert (record["lon"], record["status"]) == (near["lon"], "vervallen")


def test_of_two_positions_the_one_that_is_shown_counts(wereld: Wereld) -> None:
    made, later = wereld.maker(wereld.sam), wereld.maker(wereld.sam)
    melding = made.melding(IN_OOST)
    wereld.push(wereld.sam, melding)
    west = made.edit(melding, "positie", NAAR_WEST)
    east = later.edit(melding, "positie", dict(zip(("lon", "lat"), IN_OOST, strict=True)))
    wereld.push(wereld.sam, east)
    assert table(wereld, "weg") == []
    # The older clock arrives last and loses: the record stays where it is shown, and both heads stay.
    wereld.push(wereld.sam, west)
    (record,) = table(wereld, "records", "uid")
    assert record["buurt"] == OOST
    assert [row["kop"] for row in table(wereld, "changes") if row["field"] == "positie"] == [1, 1]


def test_what_belongs_to_a_melding_moves_with_it_also_when_it_came_first(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    melding = made.melding(IN_OOST)
    foto = made.create("foto", {"bij": melding.uid, "bij_soort": "melding", "sha256": "0" * 64})
    wereld.push(wereld.sam, foto)
    (orphan,) = table(wereld, "records", "uid")
    assert orphan["buurt"] == ""
    wereld.push(wereld.sam, melding)
    assert {row["buurt"] for row in table(wereld, "records", "uid")} == {OOST}
    wereld.push(wereld.sam, made.edit(melding, "positie", NAAR_WEST))
    assert {row["buurt"] for row in table(wereld, "records", "uid")} == {WEST}
    assert {row["buurt"] for row in table(wereld, "changes")} == {WEST}
    assert sorted(row["entity"] for row in table(wereld, "weg")) == ["foto", "foto", "melding"]


def test_a_flag_hides_the_texts_and_clearing_it_brings_them_back_apart(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    melding = made.melding(IN_OOST, feiten="f", duiding="d")
    wereld.push(wereld.sam, melding, made.edit(melding, "feiten", "g"))
    seen = wereld.pull(wereld.kim)
    assert len(seen.changes) == 2
    wereld.push(wereld.sam, made.edit(melding, "tekst_verdacht", True))
    groups = [row["veldgroep"] for row in table(wereld, "changes")]
    assert sorted(groups) == ["codes", "codes", "punt", "verdacht", "verdacht", "verdacht"]
    hidden = wereld.pull(wereld.kim, seen.cursor)
    assert [(one.uid, one.velden) for one in hidden.weg] == [(melding.uid, ("feiten",))]
    assert b"feiten" not in b"".join(bytes(one.change.value) for one in hidden.changes)
    # The team leader clears it: everybody gets what is his again.
    cleared = wereld.maker(wereld.tim).edit(melding, "tekst_verdacht", False)
    wereld.push(wereld.tim, cleared)
    groups = [row["veldgroep"] for row in table(wereld, "changes")]
    assert sorted(groups) == ["codes", "codes", "codes", "duiding", "feiten", "feiten", "punt"]
    back = wereld.pull(wereld.kim, hidden.cursor)
    assert any(one.change.field == "feiten" for one in back.changes)
    assert b"duiding" not in b"".join(bytes(one.change.value) for one in back.changes)


def test_what_is_replaced_is_marked_and_the_first_state_leaves_it_out(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    melding = made.melding(IN_OOST)
    first = made.edit(melding, "soort", "VUUR")
    wereld.push(wereld.sam, melding, first)
    wereld.push(wereld.sam, made.edit(first, "soort", "ANDERS"))
    marks = {(row["field"], row["value"]): (row["kop"], row["vervangen"]) for row in table(wereld, "changes")}
    assert marks["soort", '"VUUR"'] == (0, "soort")
    assert marks["soort", '"ANDERS"'] == (1, "")
    assert next(row["vervangen"] for row in table(wereld, "changes") if row["veldgroep"] == "codes") == "soort"
