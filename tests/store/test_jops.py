from __future__ import annotations

from datetime import date

from boa_app.domain.audit import Actie
from boa_app.domain.jop import Jop, JopStatus
from boa_app.store import audit, changes, jops
from boa_app.store.session import Writer
from boa_app.store.store import Store


def test_jops_come_back_by_code(store: Store) -> None:
    trial = Jop("u2", "B", "Proef", JopStatus.PROEF, 5.04, 52.02, "OVERKAP", date(2026, 4, 1), date(2026, 10, 1))
    plain = Jop("u1", "A", "Bankje", JopStatus.IDEE, 5.05, 52.03)

    def work(w: Writer) -> None:
        for jop in (trial, plain):
            jops.insert_jop(w, jop)
            audit.append_line(w, Actie.VERZAMELEN, "jop", jop.uid)

    store.write_now(work)
    with store.read() as r:
        assert jops.list_jops(r) == [plain, trial]
        (change,) = changes.history(r, "jop", "u2")
    assert change.value == {
        "code": "B", "naam": "Proef", "status": "proef", "positie": {"lon": 5.04, "lat": 52.02}, "type": "OVERKAP",
        "plaatsingsdatum": "2026-04-01", "proef_tot": "2026-10-01",
    }  # fmt: skip
