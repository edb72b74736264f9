"""The fast path must write exactly what the ordinary path writes."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boa_app.domain.ids import is_uuid
from boa_app.domain.melding import MELDING_VELDEN, Melding, PlaatsBron, Status
from boa_app.domain.moments import to_iso
from boa_app.domain.positie import from_log, to_log
from boa_app.store import bulk, changes, imports, integrity, meldingen
from boa_app.store.imports import ImportRow
from boa_app.store.store import Store
from boa_app.sync.clock import Hlc
from tests.store.samples import DEVICE, META, START, a_melding

TEXT = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
_MELDINGEN = st.builds(
    Melding,
    gebeurd_van=st.integers(0, 10**7).map(lambda s: START - timedelta(seconds=s)),
    lon=st.floats(-180, 180), lat=st.floats(-90, 90), soort=st.sampled_from(["HANG", "VUUR"]),
    gebeurd_tot=st.none() | st.just(START), nauwkeurigheid_m=st.none() | st.just(5.0),
    plaats_bron=st.sampled_from(list(PlaatsBron)), plaats=st.text(TEXT, max_size=10),
    soorten=st.sampled_from([(), ("ALC", "DRUG")]),
    ernst=st.sampled_from(["", "2"]), feiten=st.text(TEXT, max_size=10),
    duiding=st.sampled_from(["", 'met "aanhaling"']),
    met_collega=st.booleans(), regime=st.sampled_from(["T", "O"]), status=st.sampled_from(list(Status)),
    bron=st.just("tabel"), bron_categorie=st.text(TEXT, max_size=5),
)  # fmt: skip


def _import(store: Store, rows: list[Melding]) -> int:
    nr = store.write_now(lambda w: imports.begin_import(w, "f.csv", "00", "tabel"))
    store.write_now(lambda w: imports.add_rows(w, nr, [ImportRow(m, f"k{i}") for i, m in enumerate(rows)]))
    store.write_now(lambda w: imports.finish_import(w, nr, {}))
    return nr


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_MELDINGEN, max_size=8))
def test_bulk_rows_are_what_single_rows_would_be(store: Store, rows: list[Melding]) -> None:
    nr = _import(store, rows)
    with store.read() as r:
        numbers = [row[0] for row in r.db.execute("SELECT nr FROM meldingen WHERE import_nr = ? ORDER BY nr", [nr])]
        records = meldingen.get_by_nr(r, numbers)
        assert [record.melding for record in records] == rows
        for record in records:
            (created,) = changes.history(r, "melding", record.uid)
            assert Melding.from_values(from_log(created.value, MELDING_VELDEN)) == record.melding
            kept = {"tekst_verdacht", "eerste_verwerking_op", "bron_sleutel"}
            assert {k: v for k, v in created.value.items() if k not in kept} == to_log(record.melding.to_values())
            assert created.value["eerste_verwerking_op"] == to_iso(record.eerste_verwerking_op)
            assert created.value["bron_sleutel"] and created.value["tekst_verdacht"] is record.tekst_verdacht
            assert created.device == DEVICE
        assert integrity.check(r) == []


def _row_of(store: Store, uid: str) -> dict[str, Any]:
    with store.read() as r:
        cursor = r.db.execute("SELECT * FROM meldingen WHERE uid = ?", [uid])
        return dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))


def test_every_column_is_filled_alike(store: Store) -> None:
    melding = a_melding(bron="tabel", gebeurd_tot=START + timedelta(hours=1))
    _import(store, [melding])
    with store.read() as r:
        uid = r.db.execute("SELECT uid FROM meldingen").fetchone()[0]
    single = store.write_now(lambda w: _insert_silently(w, melding))
    differing = {
        "nr",
        "uid",
        "import_nr",
        "bron_sleutel",
        "eerste_verwerking_op",
        "gemaakt_op",
        "apparaat_tijd",
        "gewijzigd_op",
    }
    one, other = _row_of(store, uid), _row_of(store, single)
    assert {name for name in one if one[name] != other[name]} <= differing


def _insert_silently(w: Any, melding: Melding) -> str:
    uid = str(w.new_id())
    meldingen.insert_melding(w, uid, melding)
    w.audit_lines = 1
    return uid


def test_ids_of_a_batch_rise_and_are_uuids() -> None:
    ids = list(bulk._ordered_uuids(START))
    assert ids == sorted(set(ids))
    assert len(ids) == 4096
    assert is_uuid(ids[0])
    assert (ids[0][14], ids[0][19] in "89ab") == ("7", True)
    assert set(ids).isdisjoint(bulk._ordered_uuids(START))


def test_clocks_of_a_batch_are_those_of_single_steps(store: Store) -> None:
    def clocks(w: Any, start: Hlc | None) -> None:
        w.last_hlc = start
        single = [w.next_hlc() for _ in range(5)]
        end, w.last_hlc = w.last_hlc, start
        assert (list(bulk._clocks(w, 5)), w.last_hlc) == (single, end)

    future = int((START + timedelta(days=1)).timestamp() * 1000)
    for start in (None, Hlc(1, 0, DEVICE), Hlc(future, 7, DEVICE), Hlc(future, 0xFFFD, DEVICE)):
        store.write_now(lambda w, start=start: clocks(w, start))  # type: ignore[misc]
    assert dataclasses.asdict(META)["device"] == DEVICE
