from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.store import integrity
from boa_app.store.integrity import Finding
from boa_app.store.opening import open_store
from boa_app.store.session import Writer
from boa_app.store.store import Store
from tests.store.samples import PASSPHRASE, HandClock, a_melding, new_store, register, settle


def _spoil(store: Store, *statements: str) -> list[Finding]:
    def work(w: Writer) -> None:
        w.db.execute("PRAGMA defer_foreign_keys = ON")
        for sql in statements:
            w.db.execute(sql)

    store.write_now(work)
    with store.read() as r:
        return integrity.check(r)


def test_a_whole_store_has_no_findings(store: Store) -> None:
    register(store, a_melding(feiten="tekst"))
    register(store, a_melding(feiten="tekst"), tekst_verdacht=True)
    with store.read() as r:
        assert integrity.check(r) == []


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        ("DELETE FROM changes", Finding("aantal_verschilt", {"soort": "wijzigingen", "verwacht": 1, "gevonden": 0})),
        (
            "DELETE FROM meldingen_rtree",
            Finding("aantal_verschilt", {"soort": "kaartindex", "verwacht": 1, "gevonden": 0}),
        ),
        (
            "INSERT INTO meldingen_tekst (meldingen_tekst) VALUES ('delete-all')",
            Finding("aantal_verschilt", {"soort": "tekstindex", "verwacht": 1, "gevonden": 0}),
        ),
        ("UPDATE meldingen SET import_nr = 9", Finding("import_onvoltooid", {"aantal": 1})),
    ],
)
def test_counts_that_disagree(store: Store, sql: str, finding: Finding) -> None:
    register(store, a_melding(feiten="tekst"))
    settle(store)
    assert _spoil(store, sql) == [finding]


def test_a_forged_and_an_emptied_log(store: Store) -> None:
    register(store, a_melding())
    forged = _spoil(store, "DROP TRIGGER audit_no_update", "UPDATE audit SET actie = 'X' WHERE seq = 2")
    assert forged == [Finding("keten_gebroken", {"regel": 2})]
    assert _spoil(store, "DROP TRIGGER audit_no_delete", "DELETE FROM audit") == [
        Finding("keten_gebroken", {"regel": 1})
    ]


def test_a_broken_page_is_found(tmp_path: Path, clock: HandClock) -> None:
    store = new_store(tmp_path / "o", clock).store
    # One text that is nearly the whole file, so that the middle is a page of it whatever tables there are.
    register(store, a_melding(feiten="x" * 3000 + " muziek" * 100_000))
    store.close()
    path = tmp_path / "o" / "boa.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1  # among the texts, which opening does not read
    path.write_bytes(content)
    store = open_store(tmp_path / "o", PASSPHRASE, clock)
    with store.read() as r:
        assert integrity.check(r) == [Finding("pagina_beschadigd", {"aantal": 1})]
    store.close()
