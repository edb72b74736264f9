from __future__ import annotations

import pytest

from boa_app.domain.audit import Actie
from boa_app.domain.opsporing import Opsporingsverwijzing
from boa_app.store import audit, changes, opsporing
from boa_app.store.session import Writer
from boa_app.store.store import Store
from boa_app.vault.sqlcipher import IntegrityError
from tests.store.samples import a_melding, register


def _insert(store: Store, verwijzing: Opsporingsverwijzing) -> None:
    def work(w: Writer) -> None:
        opsporing.insert_verwijzing(w, verwijzing)
        audit.append_line(w, Actie.VERZAMELEN, "opsporingsverwijzing", verwijzing.uid, regime="O")

    store.write_now(work)


def test_references_of_a_melding_and_of_no_other(store: Store) -> None:
    melding, other = register(store, a_melding()).uid, register(store, a_melding()).uid
    first = Opsporingsverwijzing("v1", melding, "HALT", "PL0900-2026-1", "APV 2:47", 2)
    second = Opsporingsverwijzing("v2", melding, "PV", "PL0900-2026-2")
    for verwijzing in (first, second):
        _insert(store, verwijzing)
    with store.read() as r:
        assert opsporing.list_for_melding(r, melding) == [first, second]
        assert opsporing.list_for_melding(r, other) == []
        (change,) = changes.history(r, "opsporingsverwijzing", "v1")
        in_text = r.db.execute("SELECT count(*) FROM meldingen_tekst WHERE meldingen_tekst MATCH 'PL0900'").fetchone()
    assert change.value["registratienummer"] == "PL0900-2026-1"
    assert in_text == (0,)


def test_a_reference_needs_its_melding(store: Store) -> None:
    with pytest.raises(IntegrityError):
        _insert(store, Opsporingsverwijzing("v1", "weg", "HALT", "PL0900-2026-1"))
