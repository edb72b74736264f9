"""Kept filters: in words, in the store, taken back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Rol
from boa_app.store import instellingen
from boa_app.usecases.filters import (
    MAX_FILTERS,
    bewaar_filter,
    filter_from_json,
    filter_to_json,
    lijst_filters,
    verwijder_filter,
)
from boa_app.usecases.meldingen import maak_ongedaan
from boa_app.usecases.overzicht import Filter
from boa_app.usecases.session import Session
from tests.samples import as_role

FULL = Filter(
    date(2026, 1, 1), date(2026, 2, 1), 4, frozenset({"HANG"}), frozenset({"BU1"}), frozenset({"LAAT"}),
    frozenset({"2"}), True, frozenset({"u"}), frozenset({"EIGEN"}), frozenset({"G3"}),
)  # fmt: skip
CODES = st.frozensets(st.text(max_size=5), max_size=3)


@given(
    st.builds(
        Filter, st.none() | st.dates(), st.none() | st.dates(), st.none() | st.integers(1, 60), CODES, CODES, CODES,
        CODES, st.booleans(), CODES, CODES, CODES,
    )
)  # fmt: skip
def test_a_filter_survives_being_written(wanted: Filter) -> None:
    assert filter_from_json(filter_to_json(wanted)) == wanted


def test_what_leaves_nothing_out_is_not_written_and_a_search_is_never_kept() -> None:
    assert filter_to_json(Filter()) == {} and filter_to_json(Filter(nrs=frozenset({1}))) == {}
    assert set(filter_to_json(FULL)) == {
        "van", "tot", "weken", "soorten", "buurten", "dagdelen", "ernst", "met_vervallen", "gebieden", "aanleidingen",
        "groepsgrootten",
    }  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [{"van": "gisteren"}, {"weken": "4"}, {"weken": True}, {"soorten": "HANG"}, {"soorten": [1]}, {"nrs": [1]},
     {"onbekend": 1}, {"met_vervallen": 1}, {"van": 3}],
)  # fmt: skip
def test_what_is_no_filter(told: dict[str, object]) -> None:
    with pytest.raises(UserError, match="filter_onleesbaar"):
        filter_from_json(told)


def test_kept_by_name_and_replaced_by_the_same_name(session: Session) -> None:
    bewaar_filter(session, " Nachten  centrum ", FULL)
    done = bewaar_filter(session, "nachten CENTRUM", Filter(weken=4), "w4")
    bewaar_filter(session, "Afval", Filter(soorten=frozenset({"AFVAL"})))
    assert [(one.naam, one.periode) for one in lijst_filters(session)] == [("Afval", ""), ("nachten CENTRUM", "w4")]
    assert done.changes.filters and done.undo is not None
    maak_ongedaan(session, done.undo)
    found = lijst_filters(session)
    assert [one.naam for one in found] == ["Afval", "Nachten centrum"] and found[1].filter == FULL


def test_thrown_away_and_brought_back(session: Session) -> None:
    uid = bewaar_filter(session, "Afval", FULL).uid
    done = verwijder_filter(session, uid)
    assert lijst_filters(session) == ()
    assert done.undo is not None
    back = maak_ongedaan(session, done.undo)
    assert [one.uid for one in lijst_filters(session)] == [uid]
    assert back.undo is not None
    maak_ongedaan(session, back.undo)
    assert lijst_filters(session) == ()


def test_refusals(session: Session) -> None:
    for name, code in (("  ", "filter_naam_ontbreekt"), ("x" * 61, "filter_naam_te_lang")):
        with pytest.raises(UserError, match=code):
            bewaar_filter(session, name, FULL)
    with pytest.raises(UserError, match="filter_onbekend"):
        verwijder_filter(session, "nooit")
    with pytest.raises(UserError, match="geen_recht"):
        bewaar_filter(as_role(session, Rol.SCHOUWLEIDER), "x", FULL)
    for number in range(MAX_FILTERS):
        bewaar_filter(session, f"f{number}", FULL)
    with pytest.raises(UserError, match="te_veel_filters"):
        bewaar_filter(session, "nog een", FULL)
    bewaar_filter(session, "f3", Filter())


def test_one_of_a_newer_version_is_left_out_and_stays(session: Session) -> None:
    strange = {"uid": "u", "naam": "Nieuw", "filter": {"kleur": "rood"}}
    session.write(lambda w: instellingen.put(w, "filters", [strange]))
    assert lijst_filters(session) == ()
    bewaar_filter(session, "Afval", FULL)
    with session.store.read() as reader:
        assert strange in instellingen.get(reader, "filters", [])
