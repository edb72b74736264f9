from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest

from boa_app.store import audit, changes, imports, integrity, kolommen, meldingen
from boa_app.store.imports import ImportRow
from boa_app.store.session import Writer
from boa_app.store.store import Store
from tests.store.samples import START, a_melding, change, register


def _rows(count: int, start: int = 0) -> Iterator[ImportRow]:
    for i in range(start, start + count):
        melding = a_melding(
            gebeurd_van=START - timedelta(minutes=i), lon=5 + i % 97 / 1000, lat=52 + i % 89 / 1000,
            plaats=f"Straat {i % 7}", bron="tabel", bron_categorie="label",
        )  # fmt: skip
        yield ImportRow(melding, f"sleutel-{i}")


def _begin(store: Store) -> int:
    return store.write_now(lambda w: imports.begin_import(w, "bestand.csv", "ab" * 32, "tabel"))


def _visible(store: Store) -> tuple[int, int, int, int, int]:
    with store.read() as r:
        return (
            meldingen.count(r), sum(map(len, kolommen.pieces(r, ""))), len(meldingen.recent(r, 500)),
            len(meldingen.get_by_nr(r, range(1, 10_000))), len(imports.known_keys(r, "tabel")),
        )  # fmt: skip


def test_an_import_is_invisible_until_it_is_finished(store: Store) -> None:
    own = register(store, a_melding())
    nr = _begin(store)
    assert imports.add_all(store, nr, _rows(1500)) == 1500
    assert _visible(store) == (1, 1, 1, 1, 0)
    with store.read() as r:
        hidden = r.db.execute("SELECT uid, lon, lat FROM meldingen WHERE import_nr = ? LIMIT 1", [nr]).fetchone()
        assert meldingen.get_melding(r, hidden[0]) is None
        assert changes.history(r, "melding", hidden[0]) == []
        assert [m.uid for m in meldingen.near(r, 5.043, 52.02, 50_000, START - timedelta(days=9), START)] == [own.uid]
        assert meldingen.count_unsynced(r) == 1
        assert kolommen.roots_of(r, [hidden[0]]) == {hidden[0]: (hidden[0], None)}
        assert integrity.check(r) == []
    store.write_now(lambda w: imports.finish_import(w, nr, {"gelezen": 1500, "toegevoegd": 1500}))
    assert _visible(store) == (1501, 1501, 101, 1501, 1500)
    with store.read() as r:
        (found,) = changes.history(r, "melding", hidden[0])
        assert found.field == "*"
        lines = [line for line in audit.lines(r) if line["object_type"] == "import"]
        assert [(line["actie"], line["velden"]) for line in lines] == [("VERZAMELEN", "gelezen,toegevoegd")]
        assert integrity.check(r) == []


def test_recent_knows_the_newest_imported_rows(store: Store) -> None:
    nr = _begin(store)
    imports.add_all(store, nr, _rows(700))
    store.write_now(lambda w: imports.finish_import(w, nr, {}))
    own = register(store, a_melding(gebeurd_van=START - timedelta(minutes=2, seconds=30)))
    with store.read() as r:
        found = meldingen.recent(r, 6)
    minutes = [int((START - m.melding.gebeurd_van).total_seconds()) / 60 for m in found]
    assert minutes == [0, 1, 2, 2.5, 3, 4]
    assert found[3].uid == own.uid
    change(store, found[0].uid, {"status": "vervallen"})
    with store.read() as r:
        assert [m.uid for m in meldingen.recent(r, 2)] == [found[1].uid, found[2].uid]


def test_a_save_during_an_import_goes_before_the_next_batch(store: Store) -> None:
    nr = _begin(store)
    half, saved = threading.Event(), threading.Event()
    seen: list[int] = []

    def rows() -> Iterator[ImportRow]:
        for i, row in enumerate(_rows(20_000)):
            if i == 10_000:
                half.set()
                assert saved.wait(10)
            yield row

    thread = threading.Thread(target=lambda: seen.append(imports.add_all(store, nr, rows())))
    thread.start()
    assert half.wait(30)
    register(store, a_melding())
    assert _visible(store)[0] == 1
    saved.set()
    thread.join(60)
    assert seen == [20_000]


def test_known_keys_are_per_source(store: Store) -> None:
    nr = _begin(store)
    imports.add_all(store, nr, _rows(3))
    store.write_now(lambda w: imports.finish_import(w, nr, {}))
    with store.read() as r:
        assert imports.known_keys(r, "tabel") == {"sleutel-0", "sleutel-1", "sleutel-2"}
        assert imports.known_keys(r, "eigen") == set()


def test_who_acts_made_the_rows(store: Store) -> None:
    nr = _begin(store)
    imports.add_all(store, nr, _rows(3), ("iemand 'anders'", "teamleider"))
    with store.read() as r:
        assert r.db.execute("SELECT DISTINCT gemaakt_door FROM meldingen").fetchall() == [("iemand 'anders'",)]
        assert r.db.execute('SELECT DISTINCT "user" FROM changes').fetchall() == [("iemand 'anders'",)]


def test_a_transaction_ends_when_a_save_waits(store: Store) -> None:
    nr, sizes, waiting = _begin(store), [], [False, True, True]
    rows = list(_rows(1000))

    def work(w: Writer) -> None:
        w.is_awaited = lambda: waiting.pop(0)
        sizes.append(imports._adding(nr, rows)(w)[0])

    store.write_now(work)
    assert (sizes, waiting) == ([2 * imports._STEP_ROWS], [True])
    with store.read() as r:
        assert r.db.execute("SELECT count(*) FROM meldingen").fetchone() == (2 * imports._STEP_ROWS,)


@pytest.mark.parametrize("status", ["klaar", "afgebroken_vegen"])
def test_an_import_that_ended_meanwhile_is_not_said_to_be_finished(store: Store, status: str) -> None:
    nr = _begin(store)
    store.write_now(lambda w: w.db.execute("UPDATE imports SET status = ?, aantallen = '{}'", [status]).rowcount)
    store.write_now(lambda w: imports.finish_import(w, nr, {"gelezen": 9}))
    with store.read() as r:
        assert r.db.execute("SELECT status, aantallen FROM imports").fetchall() == [(status, "{}")]
        assert [line for line in audit.lines(r) if line["object_type"] == "import"] == []
