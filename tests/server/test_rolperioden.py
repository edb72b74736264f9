"""One role at a time, by the day, on Dutch clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.server.geweigerd import Geweigerd
from boa_app.server.rolperioden import check_perioden, dag_van, eerste_na, periode_op
from boa_app.sync.beheer import Rolperiode

DAGEN = st.dates(date(2026, 1, 1), date(2026, 3, 1)).map(str)
PERIODEN = st.lists(
    st.builds(Rolperiode, st.sampled_from(["boa", "jeugdboa"]), DAGEN, st.one_of(st.just(""), DAGEN)), min_size=1,
    max_size=4,
)  # fmt: skip


def test_the_day_begins_at_midnight_in_the_netherlands() -> None:
    assert dag_van(datetime(2026, 6, 30, 21, 59, tzinfo=UTC)) == "2026-06-30"
    assert dag_van(datetime(2026, 6, 30, 22, 0, tzinfo=UTC)) == "2026-07-01"
    assert dag_van(datetime(2026, 12, 31, 23, 0, tzinfo=UTC)) == "2027-01-01"


@given(PERIODEN)
def test_on_no_day_two_roles_hold(perioden: list[Rolperiode]) -> None:
    try:
        checked = check_perioden(perioden)
    except Geweigerd as refusal:
        assert refusal.code in ("rolperiode_ongeldig", "rollen_overlappen")
        return
    day = date(2025, 12, 30)
    while day < date(2026, 3, 5):
        holding = [one for one in perioden if one.begin <= str(day) and (not one.einde or str(day) <= one.einde)]
        assert len(holding) <= 1
        assert periode_op(checked, str(day)) == (holding[0] if holding else None)
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("perioden", "code"),
    [
        ([], "rol_ontbreekt"),
        ([Rolperiode("boa", "2026-01-01")] * 51, "rol_ontbreekt"),
        ([Rolperiode("koning", "2026-01-01")], "rol_onbekend"),
        ([Rolperiode("boa", "1 mei")], "rolperiode_ongeldig"),
        ([Rolperiode("boa", "20260101")], "rolperiode_ongeldig"),
        ([Rolperiode("boa", "2026-02-30")], "rolperiode_ongeldig"),
        ([Rolperiode("boa", "2026-01-02", "2026-01-01")], "rolperiode_ongeldig"),
        ([Rolperiode("boa", "2026-01-01"), Rolperiode("boa", "2026-05-01")], "rollen_overlappen"),
        ([Rolperiode("boa", "2026-01-01", "2026-05-01"), Rolperiode("jeugdboa", "2026-05-01")], "rollen_overlappen"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(perioden: list[Rolperiode], code: str) -> None:
    with pytest.raises(Geweigerd) as caught:
        check_perioden(perioden)
    assert (caught.value.status, caught.value.code) == (422, code)


def test_the_next_role_is_the_first_that_begins_later() -> None:
    perioden = (Rolperiode("boa", "2026-03-01"), Rolperiode("boa", "2026-02-01", "2026-02-10"))
    assert eerste_na(perioden, "2026-01-01") == perioden[1]
    assert eerste_na(perioden, "2026-02-01") == perioden[0]
    assert eerste_na(perioden, "2026-03-01") is None
