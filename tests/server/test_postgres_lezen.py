"""Reading means the same on both back ends, whatever the log holds: pages, heads, counts and receipts."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boa_app.domain.moments import to_iso
from boa_app.domain.roles import Rol, Veldgroep
from boa_app.domain.velden import SOORTEN
from boa_app.server.backend import Backend, Logrij, Wijze
from boa_app.server.beleid import leesregels
from boa_app.server.bestand import BestandBackend
from boa_app.server.postgres import PostgresBackend
from tests.server.wereld import ANDER, BUURTEN, GEMEENTE, NU, account_of, fill, log_row, put, toegang_of

pytestmark = pytest.mark.postgres

ROWS = st.lists(
    st.tuples(
        st.sampled_from(SOORTEN),
        st.sampled_from([str(groep) for groep in Veldgroep if groep is not Veldgroep.AANTALLEN] + ["gewist"]),
        st.sampled_from([ANDER, *(account_of(rol) for rol in Rol)]),
        st.sampled_from(BUURTEN),
        st.integers(0, 2200).map(lambda days: timedelta(days=days, minutes=1)),
        st.sampled_from([0, 1]),
        st.sampled_from(["", "toestel-boa", "toestel-elders"]),
        st.integers(0, 5),
    ),
    min_size=20,
    max_size=60,
)
_last = [0]


def _rows(drawn: list[Any]) -> list[Logrij]:
    """Rows after all that were put before; a few records with several rows each."""
    made = []
    for at, (soort, groep, owner, buurt, age, kop, via, record) in enumerate(drawn):
        base = log_row(_last[0] + at + 1, soort, groep, owner, buurt, NU - age, kop=kop, via=via, device=via or "x")
        uid = f"{_last[0]:08d}-0000-7000-8000-{record:012d}"
        made.append(base._replace(uid=uid, sync=f"sync-{record}"))
    _last[0] += len(drawn)
    return made


def _seen(backend: Backend, rol: Rol, na: int, tot: int) -> list[Any]:
    toegang = toegang_of(rol)
    seen: list[Any] = []
    for wijze, reden in ((Wijze.TOESTEL, ""), (Wijze.ONLINE, ""), (Wijze.ONLINE, "reden")):
        rules = leesregels(toegang, NU, wijze, reden)
        with backend.leesbeurt(toegang, NU, wijze, reden) as beurt:
            seen.append(beurt.list_rows(rules, na, tot, 25, zonder=toegang.device))
            seen.append(sorted(beurt.list_ids(rules, na, tot, toegang.device)))
            seen.append(beurt.count_heads(rules, tot))
            for soort in ("melding", "jop", "ronde"):
                seen += _pages(beurt, rules, soort, tot)
            year = {"van": to_iso(NU - timedelta(days=365)), "tot_sinds": to_iso(NU - timedelta(days=30))}
            seen.append(beurt.list_heads(rules, "melding", "", tot, 50, **year))
            seen.append({key: sorted(ids) for key, ids in beurt.ids_of_sync("sync-1", toegang.account).items()})
    with backend.leesbeurt(toegang, NU) as beurt:
        seen += [beurt.last_seq(), sorted(beurt.list_posities("melding", to_iso(NU - timedelta(days=90)), to_iso(NU)))]
    return seen


def _pages(beurt: Any, rules: Any, soort: str, tot: int) -> list[Any]:
    pages, uid = [], ""
    while rows := beurt.list_heads(rules, soort, uid, tot, 2):
        assert len({row.uid for row in rows}) <= 2
        assert all((one.uid, one.seq) < (two.uid, two.seq) for one, two in pairwise(rows))
        assert rows[0].uid > uid
        pages.append(rows)
        uid = rows[-1].uid
    return pages


def test_both_back_ends_give_the_same_pages(bestand_backend: BestandBackend, postgres_backend: PostgresBackend) -> None:
    both = bestand_backend, postgres_backend
    for backend in both:
        fill(backend, [])

    @given(drawn=ROWS, rol=st.sampled_from(Rol), skip=st.integers(0, 30))
    @settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def same(drawn: list[Any], rol: Rol, skip: int) -> None:
        before = _last[0]
        rows = _rows(drawn)
        for backend in both:
            put(backend, rows)
        tot = before + len(rows) - 3
        of_file, of_postgres = (_seen(backend, rol, before + skip, tot) for backend in both)
        assert of_file == of_postgres

    same()
    assert bestand_backend.db(GEMEENTE).execute("SELECT count(*) AS n FROM changes") == postgres_backend.db(
        GEMEENTE
    ).execute("SELECT count(*) AS n FROM changes")
