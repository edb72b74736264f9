from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from boa_app.domain.melding import MELDING_VELDEN
from boa_app.domain.moments import to_iso
from boa_app.domain.velden import SOORTEN, velden_of
from boa_app.store.rijvorm import MELDING, VORMEN, made_at, read_cells
from boa_app.sync.protocol import Change
from boa_app.vault.sqlcipher import Database, open_database
from tests.store.wijzigingen import Verleden


def made(entity: str = "melding") -> Change:
    past = Verleden(random.Random(2))
    for kind in ("plek", "ronde", "melding", entity):
        change = past.make(kind)
    assert change is not None and change.entity == entity
    return change


def with_value(change: Change, **values: Any) -> Change:
    return replace(change, value={**change.value, **values})


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Database:
    from boa_app.store.schema import SCHEMA

    db = open_database(tmp_path_factory.mktemp("v") / "boa.db", "ab" * 32)
    SCHEMA.apply(db)
    return db


@pytest.mark.parametrize("soort", SOORTEN)
def test_every_kind_of_the_log_has_a_row_and_every_field_a_column(soort: str, tables: Database) -> None:
    vorm = VORMEN[soort]
    columns = {column.name for column in tables.table(vorm.tabel).columns}
    assert {kolom.naam for kolom in vorm.kolommen} - {"groepen"} <= columns
    # The thumbnail is made of the bytes when they come.
    assert {kolom.veld for kolom in vorm.kolommen} == set(velden_of(soort)) - {"miniatuur"}


def test_a_melding_has_a_cell_for_each_of_its_fields() -> None:
    cells = read_cells(MELDING, [made()])
    assert cells is not None
    assert set(MELDING_VELDEN) < set(cells)


def test_equal_sets_of_values_are_read_once_and_never_mixed_up() -> None:
    first = made()
    for value, expected in ((True, 1), (False, 0), (1, 1)):
        cells = read_cells(MELDING, [with_value(first, met_collega=value, soorten=["ALC"])])
        assert cells is not None
        assert (cells["met_collega"], cells["soorten"]) == (expected, '["ALC"]')
    again = read_cells(MELDING, [with_value(first, feiten="anders")])
    assert again is not None and again["feiten"] == "anders"


@pytest.mark.parametrize(
    ("values", "cell"),
    [
        ({"ernst": 3}, ("ernst", "")), ({"ernst": "a\0b"}, ("ernst", "")), ({"feiten": "\ud800"}, ("feiten", "")),
        ({"status": "zweeft"}, ("status", "actief")), ({"soorten": "ALC"}, ("soorten", "[]")),
        ({"soorten": [1]}, ("soorten", "[]")), ({"met_collega": 7}, ("met_collega", 0)),
        ({"gebeurd_tot": "ooit"}, ("gebeurd_tot", None)), ({"tekst_verdacht": None}, ("tekst_verdacht", 0)),
        ({"gebeurd_van": "2026-11-20T21:42:00+01:00"}, ("gebeurd_van", "2026-11-20T20:42:00.000Z")),
        ({"gebeurd_van": "2026-W47-5T20:42:00.000Z"}, ("gebeurd_van", "2026-11-20T20:42:00.000Z")),
    ],
)  # fmt: skip
def test_what_cannot_be_read_gives_way(values: dict[str, Any], cell: tuple[str, Any]) -> None:
    cells = read_cells(MELDING, [with_value(made(), **values)])
    assert cells is not None
    assert cells[cell[0]] == cell[1]


@pytest.mark.parametrize(
    "values",
    [
        {"positie": None}, {"positie": {"lon": 181.0, "lat": 52.0}}, {"positie": {"lon": 5.0}},
        {"positie": {"lon": True, "lat": 52.0}}, {"positie": {"lon": float("nan"), "lat": 52.0}},
        {"gebeurd_van": "0001-01-01T00:00:00+12:00"}, {"soort": None},
    ],
)  # fmt: skip
def test_without_place_moment_or_kind_there_is_no_row(values: dict[str, Any]) -> None:
    assert read_cells(MELDING, [with_value(made(), **values)]) is None
    for name in ("positie", "gebeurd_van", "soort"):
        change = made()
        assert (
            read_cells(MELDING, [replace(change, value={k: v for k, v in change.value.items() if k != name})]) is None
        )


def test_an_unreadable_head_gives_way_to_the_newest_that_can_be_read() -> None:
    create = made()
    good = replace(create, change_id="c1", field="status", value="vervallen", base_change_ids=(create.change_id,))
    newer = replace(good, change_id="c2", value={"nieuw": 1}, base_change_ids=("c1",))
    cells = read_cells(MELDING, [create, good, newer])
    assert cells is not None and cells["status"] == "vervallen"


@pytest.mark.parametrize("sha256", ["../../etc/passwd", "AB" * 32, "ab" * 31, "ab" * 32 + "\n", None])
def test_only_a_hash_ever_becomes_the_name_of_a_file(sha256: str | None) -> None:
    values = {
        "bij_soort": "melding", "bij": "m", "sha256": "ab" * 32, "sleutel": "cd" * 32, "breedte": 1, "hoogte": 1,
        "bytes": 1, "genomen_op": None, "bijschrift": "", "status": "actief",
    }  # fmt: skip
    foto = replace(made(), entity="foto", value=values)
    assert read_cells(VORMEN["foto"], [foto]) is not None
    assert read_cells(VORMEN["foto"], [with_value(foto, sha256=sha256)]) is None
    assert read_cells(VORMEN["foto"], [with_value(foto, sleutel="cd" * 16)]) is None
    assert read_cells(VORMEN["foto"], [with_value(foto, breedte=2**63)]) is None


def test_the_wall_part_of_a_clock_as_a_moment() -> None:
    for clock in ("1795207320020-0001-x", "0000000000000-0000-x", "1795207320000-0000-x", "0253402300799-0000-x"):
        assert made_at(clock) == to_iso(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(clock[:13])))
