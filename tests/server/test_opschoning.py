from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from boa_app.domain.moments import to_iso
from boa_app.server.audit import MACHINE
from boa_app.server.backend import Backend
from boa_app.server.opschoning import bevestig, schoon_op
from boa_app.sync.protocol import Uitslag
from tests.centrale import IN_OOST, maak_centrale
from tests.server.test_lezen import Klok, Wereld


@pytest.fixture
def wereld(backend: Backend, tmp_path: Path) -> Wereld:
    klok = Klok()
    return Wereld(maak_centrale(backend, tmp_path, klok), klok)


def purge(wereld: Wereld, key: tuple[str, str], *velden: str) -> list[str]:
    with wereld.centrale.backend.schrijfbeurt("GM0353") as beurt:
        return schoon_op(beurt, [key], velden, "handmatig", MACHINE, wereld.klok())


def everything(wereld: Wereld) -> str:
    rows: list[dict[str, Any]] = wereld.centrale.db.execute("SELECT * FROM changes")
    return str(rows)


def test_a_purged_record_leaves_no_value_and_an_order_for_who_can_have_had_it(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    melding = made.melding(IN_OOST, feiten="geheime tekst")
    edit = made.edit(melding, "feiten", "nog geheimer", reason="reden die weg moet")
    foto = made.create("foto", {"bij": melding.uid, "bij_soort": "melding", "sha256": "a" * 64, "bijschrift": "geheim"})
    wereld.push(wereld.sam, melding, edit, foto)
    cursor = wereld.pull(wereld.kim).cursor
    numbers = purge(wereld, ("melding", melding.uid))
    assert len(numbers) == 2
    for words in ("geheim", "weg moet", "52.02", "GEL-STEM"):
        assert words not in everything(wereld)
    assert wereld.centrale.db.execute("SELECT * FROM fotos") == []
    page = wereld.pull(wereld.kim, cursor)
    assert [(one.entity, one.uid, one.velden, one.code) for one in page.opschoning] == [
        ("melding", melding.uid, (), "handmatig")
    ]
    assert page.changes == ()
    assert {one.entity for one in wereld.pull(wereld.sam, cursor).opschoning} == {"melding", "foto"}
    # Another area hears nothing, and nobody gets the record again.
    assert wereld.pull(wereld.wes, cursor).opschoning == ()
    assert wereld.pull(wereld.tim).changes == ()
    assert wereld.delen.begin(wereld.sam, "", 0).changes == ()


def test_a_purge_takes_along_only_what_belongs_to_that_kind(wereld: Wereld) -> None:
    sam, kim = wereld.maker(wereld.sam), wereld.maker(wereld.kim)
    melding = sam.melding(IN_OOST)
    foto = sam.create("foto", {"bij": melding.uid, "bij_soort": "melding", "sha256": "a" * 64})
    wereld.push(wereld.sam, melding, foto)
    # Whoever sees a melding knows its uid.
    wereld.push(wereld.kim, kim.create("ronde", {"begin": to_iso(wereld.klok())}, melding.uid))
    assert len(purge(wereld, ("ronde", melding.uid))) == 1
    assert wereld.centrale.db.execute("SELECT uid FROM fotos") == [{"uid": foto.uid}]


def test_purging_a_field_keeps_the_rest(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    melding = made.melding(IN_OOST, feiten="geheime tekst", duiding="ook geheim", plaats="Plein")
    wereld.push(wereld.sam, melding, made.edit(melding, "feiten", "geheimer"))
    purge(wereld, ("melding", melding.uid), "feiten", "duiding")
    assert "geheim" not in everything(wereld)
    (received,) = wereld.delen.begin(wereld.sam, "", 0).changes
    assert b"Plein" in bytes(received.change.value)
    (order,) = wereld.pull(wereld.sam).opschoning
    assert order.velden == ("duiding", "feiten")


def test_a_device_confirms_what_it_did_and_what_is_no_order_is_passed_over(wereld: Wereld) -> None:
    melding = wereld.maker(wereld.sam).melding(IN_OOST)
    wereld.push(wereld.sam, melding)
    (nr,) = purge(wereld, ("melding", melding.uid))
    db = wereld.centrale.db
    bevestig(db, "toestel-sam", [nr, "onzin", nr], wereld.klok())
    bevestig(db, "toestel-sam", [nr], wereld.klok())
    bevestig(db, "toestel-sam", [], wereld.klok())
    assert [row["device"] for row in db.execute("SELECT * FROM opschoning_toestel")] == ["toestel-sam"]


def test_what_is_not_there_is_passed_over(wereld: Wereld) -> None:
    assert purge(wereld, ("melding", "00000000-0000-7000-8000-000000000000")) == []


def test_nothing_can_be_added_to_a_purged_record(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    melding = made.melding(IN_OOST, feiten="geheim")
    wereld.push(wereld.sam, melding)
    purge(wereld, ("melding", melding.uid))
    again = made.melding(IN_OOST, uid=melding.uid, feiten="geheim")
    assert wereld.push(wereld.sam, made.edit(melding, "feiten", "geheim"), again) == [Uitslag.GEWEIGERD] * 2
    assert "geheim" not in everything(wereld)
    # What was pushed before is known as taken, and stays gone.
    assert wereld.push(wereld.sam, melding) == [Uitslag.GENOMEN]
    assert "geheim" not in everything(wereld)
    assert wereld.centrale.db.execute("SELECT lon, lat, status FROM records") == [
        {"lon": None, "lat": None, "status": "gewist"}
    ]
