"""Taking an import back: all of it, but for what somebody worked on since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from boa_app.store import audit, importbeheer, imports, importveger, integrity, meldingen
from boa_app.store.imports import ImportRow
from boa_app.store.store import Store
from tests.store.samples import START, a_melding, change, register, swept


def _rows(number: int, bron: str = "tabel") -> Iterator[ImportRow]:
    for i in range(number):
        melding = a_melding(gebeurd_van=START - timedelta(minutes=i), plaats=f"Straat {i}", bron=bron)
        yield ImportRow(melding, f"sleutel-{i}")


def _finished(store: Store, number: int, bron: str = "tabel") -> int:
    nr = store.write_now(lambda w: imports.begin_import(w, f"{bron}.csv", "ab" * 32, bron, "{}"))
    added = imports.add_all(store, nr, _rows(number, bron))
    store.write_now(lambda w: imports.finish_import(w, nr, {"gelezen": added, "toegevoegd": added}))
    return nr


def _uids(store: Store, nr: int) -> list[str]:
    with store.read() as r:
        return [row[0] for row in r.db.execute("SELECT uid FROM meldingen WHERE import_nr = ? ORDER BY nr", [nr])]


def test_all_of_it_is_invisible_at_once_and_then_gone(store: Store) -> None:
    own = register(store, a_melding())
    nr, other = _finished(store, 700), _finished(store, 300, "signalen")
    with store.read() as r:
        assert (importbeheer.count_rows(r, nr), len(importbeheer.numbers_of(r, nr))) == (700, 700)
        assert importbeheer.changed_since(r, nr) == set()
    assert store.write_now(lambda w: importbeheer.undo_import(w, nr, ()))
    with store.read() as r:
        assert (meldingen.count(r), len(meldingen.recent(r, 500))) == (301, 101)
        assert imports.known_keys(r, "tabel") == set()
        assert integrity.check(r) == []
    importveger.sweep_behind(store)
    swept(store)
    with store.read() as r:
        assert r.db.execute("SELECT count(*) FROM meldingen").fetchone() == (301,)
        assert meldingen.get_melding(r, own.uid) is not None
        assert [(one.nr, one.status) for one in importbeheer.list_imports(r)] == [(other, "klaar"), (nr, "ongedaan")]
        codes = [line["reden_code"] for line in audit.lines(r) if line["actie"] == "WISSEN"]
        assert codes == ["IMPORT_ONGEDAAN"] * 2
        assert integrity.check(r) == []
    assert not store.write_now(lambda w: importbeheer.undo_import(w, nr, ()))


def test_what_somebody_worked_on_stays(store: Store) -> None:
    nr = _finished(store, 50)
    uids = _uids(store, nr)
    change(store, uids[3], {"ernst": "2"})
    register(store, a_melding(incident=uids[7]))
    with store.read() as r:
        seen = importbeheer.last_change(r)
        keep = importbeheer.changed_since(r, nr)
    assert keep == {uids[3], uids[7]}
    change(store, uids[9], {"status": "vervallen"})

    def undo(w: importbeheer.Writer) -> bool:
        late = importbeheer.changed_since(w, nr, after=seen)
        assert uids[9] in late
        return importbeheer.undo_import(w, nr, keep | late)

    assert store.write_now(undo)
    importveger.sweep_behind(store)
    swept(store)
    with store.read() as r:
        assert meldingen.count(r) == 4
        assert [meldingen.get_melding(r, uids[at]) is not None for at in (3, 7, 9, 0)] == [True, True, True, False]
        assert integrity.check(r) == []
        rest = importbeheer.list_imports(r)[0]
        assert (rest.status, rest.aantallen, rest.opdracht) == ("klaar", {"gebleven": 3}, "")
        assert importbeheer.changed_since(r, rest.nr) == {uids[3], uids[7], uids[9]}
        assert imports.known_keys(r, "tabel") == {"sleutel-3", "sleutel-7", "sleutel-9"}
    again = _finished(store, 2, "signalen")
    assert store.write_now(lambda w: importbeheer.undo_import(w, again, ()))


def test_a_paused_import_goes_on_where_it_was(store: Store) -> None:
    nr = store.write_now(lambda w: imports.begin_import(w, "f", "ab" * 32, "tabel", "{}"))
    imports.add_all(store, nr, _rows(5))
    store.write_now(lambda w: imports.pause_import(w, nr, '{"a":1}', {"gelezen": 5}))
    with store.read() as r:
        record = importbeheer.get_import(r, nr)
        assert record is not None
        assert (record.status, record.opdracht, record.aantallen) == ("gepauzeerd", '{"a":1}', {"gelezen": 5})
        assert (meldingen.count(r), len(imports.own_keys(r, nr)), integrity.check(r)) == (0, 5, [])
    assert store.write_now(lambda w: imports.resume_import(w, nr))
    assert not store.write_now(lambda w: imports.resume_import(w, nr))
    store.write_now(lambda w: imports.finish_import(w, nr, {"gelezen": 5, "toegevoegd": 5}))
    with store.read() as r:
        assert meldingen.count(r) == 5
        assert importbeheer.get_import(r, 99) is None


def test_an_order_can_be_forgotten(store: Store) -> None:
    nr = store.write_now(lambda w: imports.begin_import(w, "f", "ab" * 32, "tabel", "{}"))
    store.write_now(lambda w: importbeheer.forget_order(w, nr))
    with store.read() as r:
        assert importbeheer.list_imports(r)[0].opdracht == ""
