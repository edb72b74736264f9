"""Rows that became visible through another import are removed from the one that is still unseen."""

from __future__ import annotations

from boa_app.store import importbeheer, importdubbel, imports, integrity, meldingen
from boa_app.store.imports import ImportRow
from boa_app.store.store import Store
from tests.store.samples import a_melding


def _begin(store: Store, keys: range) -> int:
    nr = store.write_now(lambda w: imports.begin_import(w, "f", "", "tabel"))
    imports.add_all(store, nr, [ImportRow(a_melding(bron="tabel"), str(key)) for key in keys])
    return nr


def _finish(store: Store, nr: int) -> None:
    store.write_now(lambda w: imports.finish_import(w, nr, {"toegevoegd": 1}))


def test_what_is_seen_elsewhere_goes_and_the_rest_stays(store: Store) -> None:
    waiting, other = _begin(store, range(100)), _begin(store, range(60, 140))
    assert importdubbel.remove_doubles(store, waiting, "tabel") == 0
    _finish(store, other)
    assert importdubbel.remove_doubles(store, waiting, "police-uk") == 0
    assert importdubbel.remove_doubles(store, waiting, "tabel") == 40
    with store.read() as r:
        assert importbeheer.count_rows(r, waiting) == 60
    _finish(store, waiting)
    with store.read() as r:
        assert (meldingen.count(r), integrity.check(r)) == (140, [])
        assert len(meldingen.recent(r, 100)) == 100


def test_an_import_does_not_finish_over_one_it_did_not_look_at(store: Store) -> None:
    mine, other = _begin(store, range(3)), _begin(store, range(3))
    with store.read() as r:
        seen = importdubbel.finished_imports(r)
    _finish(store, other)
    assert not store.write_now(lambda w: importdubbel.finish_unless_more(w, mine, {}, seen))
    with store.read() as r:
        assert meldingen.count(r) == 3
        seen = importdubbel.finished_imports(r)
    assert seen == {other}
    assert importdubbel.remove_doubles(store, mine, "tabel") == 3
    assert store.write_now(lambda w: importdubbel.finish_unless_more(w, mine, {}, seen))
