from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.server.backend import Backend
from boa_app.server.buurten import Vinder
from boa_app.server.herkennen import herken
from boa_app.sync.protocol import SCHEMA_VERSION
from tests.centrale import IN_OOST, OOST, maak_centrale
from tests.server.test_lezen import Klok, Wereld


@pytest.fixture
def wereld(backend: Backend, tmp_path: Path) -> Wereld:
    klok = Klok()
    return Wereld(maak_centrale(backend, tmp_path, klok), klok)


def make_unknown(wereld: Wereld, entity: str, uid: str) -> None:
    """As a version would have kept it that knows neither kind nor fields: whole, without a place."""
    db = wereld.centrale.db
    rows = db.execute("SELECT value FROM changes WHERE uid = %s AND field = '*' ORDER BY seq", [uid])
    whole = "{" + ",".join(row["value"][1:-1] for row in rows) + "}"
    first = db.execute("SELECT min(seq) AS seq FROM changes WHERE uid = %s AND field = '*'", [uid])[0]["seq"]
    db.execute("DELETE FROM changes WHERE uid = %s AND field = '*' AND seq <> %s", [uid, first])
    db.execute("UPDATE changes SET value = %s WHERE seq = %s", [whole, first])
    db.execute("UPDATE changes SET veldgroep = 'alles', buurt = '', sinds = '2020' WHERE uid = %s", [uid])
    db.execute("UPDATE records SET buurt = '', sinds = '2020', lon = NULL, lat = NULL WHERE uid = %s", [uid])


def recognise(wereld: Wereld) -> int:
    finder = wereld.delen.kaart.vinder(wereld.centrale.db)
    with wereld.centrale.backend.schrijfbeurt("GM0353") as beurt:
        return herken(beurt, finder)


def test_what_was_kept_unknown_is_cut_placed_and_pulled_after_the_upgrade(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    melding = made.melding(IN_OOST, feiten="f", duiding="d")
    other = made.melding(IN_OOST)
    wereld.push(wereld.sam, melding, made.edit(melding, "feiten", "g"), other)
    make_unknown(wereld, "melding", melding.uid)
    cursor = wereld.pull(wereld.kim).cursor
    assert recognise(wereld) == 1
    page = wereld.pull(wereld.kim, cursor)
    assert {one.change.uid for one in page.changes} == {melding.uid}
    values = b"".join(bytes(one.change.value) for one in page.changes)
    assert b'"f"' in values
    assert b"duiding" not in values
    (record,) = wereld.centrale.db.execute("SELECT * FROM records WHERE uid = %s", [melding.uid])
    assert (record["buurt"], record["lon"]) == (OOST, IN_OOST[0])
    groups = wereld.centrale.db.execute("SELECT veldgroep FROM changes WHERE uid = %s ORDER BY seq", [melding.uid])
    assert sorted(row["veldgroep"] for row in groups) == ["codes", "duiding", "feiten", "feiten", "punt"]
    state = wereld.delen.begin(wereld.wes, "", 0)
    assert melding.uid not in {one.change.uid for one in state.changes}


def test_it_is_done_once_and_leaves_alone_what_is_still_unknown(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    wereld.push(wereld.sam, made.melding(IN_OOST, veld_van_later="x"))
    number = wereld.maker(wereld.sam).create("opsporingsverwijzing", {"melding": made.made[0].uid, "artikel": "1"})
    wereld.push(wereld.sam, number)
    before = wereld.centrale.db.execute("SELECT * FROM changes ORDER BY seq")
    assert recognise(wereld) == 0
    assert wereld.centrale.db.execute("SELECT * FROM changes ORDER BY seq") == before
    make_unknown(wereld, "melding", made.made[0].uid)
    assert recognise(wereld) == 0
    with wereld.centrale.backend.schrijfbeurt("GM0353") as beurt:
        assert herken(beurt, Vinder([]), version=SCHEMA_VERSION + 1) == 1
