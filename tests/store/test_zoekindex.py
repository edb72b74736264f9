from __future__ import annotations

from pathlib import Path

from boa_app.store import imports, importveger, integrity, meldingen, zoekindex
from boa_app.store.imports import ImportRow
from boa_app.store.opening import open_store
from boa_app.store.store import Store
from tests.store.samples import PASSPHRASE, START, HandClock, a_melding, change, new_store, register, settle


def _places(store: Store) -> dict[int, tuple[float, ...]]:
    with store.read() as r:
        assert integrity.check(r) == []
        return {nr: tuple(box) for nr, *box in r.db.execute("SELECT nr, west, noord FROM meldingen_rtree")}


def _words(store: Store, word: str) -> list[int]:
    with store.read() as r:
        return [n for (n,) in r.db.execute("SELECT rowid FROM meldingen_tekst WHERE meldingen_tekst MATCH ?", [word])]


def test_a_save_is_found_at_once_and_indexed_later(store: Store) -> None:
    record = register(store, a_melding(feiten="bank"))
    with store.read() as r:
        before = [m.uid for m in meldingen.near(r, 5.043, 52.02, 10, START, START)]
    settle(store)
    assert list(_places(store)) == _words(store, "bank") == [record.nr]
    with store.read() as r:
        after = [m.uid for m in meldingen.near(r, 5.043, 52.02, 10, START, START)]
        assert zoekindex.is_indexed(r, record.nr)
    assert before == after == [record.uid]
    assert store.write_now(zoekindex.index_tail) == 0


def test_what_changes_before_it_is_indexed_is_indexed_as_it_became(store: Store) -> None:
    record = register(store, a_melding(feiten="bank"))
    change(store, record.uid, {"lon": 5.5, "feiten": "plein"})
    marked = register(store, a_melding(feiten="kanarie"))
    change(store, marked.uid, {}, tekst_verdacht=True)
    settle(store)
    assert abs(_places(store)[record.nr][0] - 5.5) < 1e-5
    assert (_words(store, "bank"), _words(store, "plein"), _words(store, "kanarie")) == ([], [record.nr], [])


def test_what_changes_afterwards_moves_along(store: Store) -> None:
    record = register(store, a_melding(feiten="bank"))
    settle(store)
    change(store, record.uid, {"lon": 5.5, "feiten": "plein"})
    assert abs(_places(store)[record.nr][0] - 5.5) < 1e-5
    assert (_words(store, "bank"), _words(store, "plein")) == ([], [record.nr])
    change(store, record.uid, {"feiten": "", "plaats": ""})
    assert _words(store, "plein") == []


def _is_kept(store: Store, *words: str) -> list[bool]:
    """Whether the pages of the full-text index hold a word. Words that begin alike share that beginning: ends tell."""
    with store.read() as r:
        pages = b"".join(bytes(block) for (block,) in r.db.execute("SELECT block FROM meldingen_tekst_data"))
    return [word[3:].encode() in pages for word in words]


def test_wiped_words_are_gone_from_the_pages_of_the_index(store: Store) -> None:
    names = [f"{chr(97 + i)}{chr(99 + i)}kanarie{i}vogel" for i in range(4)]
    records = [register(store, a_melding(feiten=f"groep met {name} bij bank")) for name in names]
    for at in range(200):
        register(store, a_melding(feiten=f"groep bij bank {at}", plaats=f"Straat {at % 7}"))
    settle(store)
    assert _is_kept(store, *names) == [True] * 4
    change(store, records[0].uid, {"feiten": ""})
    change(store, records[1].uid, {}, tekst_verdacht=True)
    change(store, records[2].uid, {"feiten": "groep met iemand bij bank"})
    assert _is_kept(store, *names) == [False, False, False, True]
    assert [_words(store, name) for name in names] == [[], [], [], [records[3].nr]]
    assert len(_words(store, "bank")) == 202
    change(store, records[1].uid, {}, tekst_verdacht=False)
    assert _words(store, names[1]) == [records[1].nr]
    with store.read() as r:
        assert integrity.check(r) == []


def test_words_of_a_swept_import_are_gone_too(store: Store) -> None:
    nr = store.write_now(lambda w: imports.begin_import(w, "f", "", "tabel"))
    rows = [
        ImportRow(a_melding(bron="tabel", feiten="kanarievogel bij bank"), "1"),
        ImportRow(a_melding(bron="tabel", feiten="gemerktevogel"), "2", tekst_verdacht=True),
        ImportRow(a_melding(bron="tabel"), "3"),
    ]
    imports.add_all(store, nr, rows)
    assert _is_kept(store, "kanarievogel", "gemerktevogel") == [True, False]
    store.write_now(importveger.mark_broken)
    importveger.sweep(store, nr)
    assert _is_kept(store, "kanarievogel") == [False]
    with store.read() as r:
        assert integrity.check(r) == []


def test_it_goes_in_pieces_and_leaves_imported_rows_alone(store: Store) -> None:
    own = [register(store, a_melding()).nr for _ in range(3)]
    nr = store.write_now(lambda w: imports.begin_import(w, "f", "", "tabel"))
    imports.add_all(store, nr, [ImportRow(a_melding(bron="tabel"), str(i)) for i in range(5)])
    store.write_now(lambda w: imports.finish_import(w, nr, {}))
    own += [register(store, a_melding()).nr for _ in range(2)]
    store.write_now(lambda w: zoekindex.index_tail(w, 2))
    settle(store)
    assert len(_places(store)) == 10
    with store.read() as r:
        assert all(zoekindex.is_indexed(r, number) for number in own)


def test_the_writer_indexes_by_itself_and_at_the_latest_when_it_closes(tmp_path: Path, clock: HandClock) -> None:
    store = new_store(tmp_path / "o", clock).store
    register(store, a_melding(feiten="bank"))
    store.close()
    store = open_store(tmp_path / "o", PASSPHRASE, clock)
    assert len(_places(store)) == len(_words(store, "bank")) == 1
    store.close()


def test_has_text() -> None:
    assert [zoekindex.has_text(*pair) for pair in (("", ""), ("a", ""), ("", "b"))] == [False, True, True]
