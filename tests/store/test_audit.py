from __future__ import annotations

import pytest

from boa_app import __version__
from boa_app.domain.audit import GENESIS, Actie, Resultaat
from boa_app.store import audit
from boa_app.store.session import Writer
from boa_app.store.store import Store
from tests.store.samples import DEVICE


def test_a_line_says_who_what_and_with_what(store: Store) -> None:
    store.write_now(
        lambda w: audit.append_line(
            w, Actie.EXPORT, "melding", "u1", velden=("soort", "ernst"), regime="T", reden_code="OPDRACHT",
            reden_tekst="Wob-verzoek", ontvanger="raad", grondslag="Woo", resultaat=Resultaat.GEWEIGERD,
        )
    )  # fmt: skip
    with store.read() as r:
        first, line = audit.lines(r)
        assert audit.check_chain(r) is None
    assert (first["actie"], first["object_type"], first["object_id"], first["prev_hash"]) == (
        "SLEUTEL", "opslag", DEVICE, GENESIS,
    )  # fmt: skip
    assert line["prev_hash"] == first["hash"]
    expected = {
        "seq": 2, "actor_id": "boa1", "actor_role": "teamleider", "actie": "EXPORT", "object_id": "u1", "regime": "T",
        "velden": "soort,ernst", "reden_tekst": "Wob-verzoek", "ontvanger": "raad", "grondslag": "Woo",
        "resultaat": "GEWEIGERD", "apparaat_id": DEVICE, "app_versie": __version__, "sessie_id": store.session_id,
        "clock_offset_ms": 0,
    }  # fmt: skip
    assert {name: line[name] for name in expected} == expected


def test_a_line_that_was_rolled_back_leaves_no_gap(store: Store) -> None:
    def fail(w: Writer) -> None:
        audit.append_line(w, Actie.WISSEN, "melding")
        raise LookupError

    with pytest.raises(LookupError):
        store.write_now(fail)
    store.write_now(lambda w: audit.append_line(w, Actie.AANMELDEN, "opslag"))
    with store.read() as r:
        assert [line["seq"] for line in audit.lines(r)] == [1, 2]
        assert audit.check_chain(r) is None


def test_a_forged_line_is_found(store: Store) -> None:
    for _ in range(3):
        store.write_now(lambda w: audit.append_line(w, Actie.RAADPLEGEN, "melding"))

    def forge(w: Writer) -> None:
        w.db.execute("DROP TRIGGER audit_no_update")
        w.db.execute("UPDATE audit SET actor_id = 'iemand anders' WHERE seq = 3")

    store.write_now(forge)
    with store.read() as r:
        assert audit.check_chain(r) == 3
