from __future__ import annotations

from datetime import date

from boa_app.domain.audit import Actie
from boa_app.domain.schouw import Schouw, SchouwGroep
from boa_app.store import audit, changes, schouwen
from boa_app.store.session import Writer
from boa_app.store.store import Store


def test_schouwen_come_back_newest_first_with_their_groups(store: Store) -> None:
    walked = Schouw("u1", "Voorjaar", date(2026, 4, 1), "dag", "gelopen")
    planned = Schouw(
        "u2", "Najaar", date(2026, 11, 24), "avond", "gepland",
        (SchouwGroep("A", ((5.04, 52.02), (5.041, 52.021))), SchouwGroep("B", ())),
    )  # fmt: skip

    def work(w: Writer) -> None:
        for schouw in (walked, planned):
            schouwen.insert_schouw(w, schouw)
            audit.append_line(w, Actie.VERZAMELEN, "schouw", schouw.uid)

    store.write_now(work)
    with store.read() as r:
        assert schouwen.list_schouwen(r) == [planned, walked]
        (change,) = changes.history(r, "schouw", "u2")
    assert change.value["groepen"][0] == {"letter": "A", "route": [[5.04, 52.02], [5.041, 52.021]]}
