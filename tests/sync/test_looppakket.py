"""Of any log only the schouw and where the JOP's are goes along, and only findings on it come back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.errors import UserError
from boa_app.domain.velden import SOORTEN, velden_of
from boa_app.sync import looppakket
from boa_app.sync.looppakket import (
    BEVINDING,
    JOP,
    SCHOUW,
    SCOPE,
    Looppakket,
    Terugbrief,
    check_findings,
    pack_letter,
    scoped,
    unpack_letter,
)
from boa_app.sync.merge import record_values
from boa_app.sync.protocol import CREATE_FIELD, Change

CLOCK = "0000000000001-0000-d"
VALUES = st.sampled_from(["x", "", 5.04, None, ["a"], {"lon": 5.0, "lat": 52.0}])


@st.composite
def logs(draw: st.DrawFn) -> list[Change]:
    """Changes of every kind of record, with any fields, some of them unknown to this version."""
    made = []
    for number in range(draw(st.integers(0, 25))):
        entity = draw(st.sampled_from([*SOORTEN, "groep", "bevinding"]))
        uid = draw(st.sampled_from(["s1", "s2", "r1", "r2"]))
        names = [*velden_of(entity), "nieuw_veld", "feiten", "positie"]
        if draw(st.booleans()):
            value: Any = draw(st.dictionaries(st.sampled_from(names), VALUES, max_size=6))
            name = CREATE_FIELD
        else:
            value, name = draw(VALUES), draw(st.sampled_from(names))
        bases = tuple(draw(st.lists(st.sampled_from([c.change_id for c in made]), max_size=2))) if made else ()
        made.append(Change(f"c{number}", "d", "boa1", entity, uid, name, value, bases, CLOCK, 1, "omdat"))
    return made


@given(logs())
def test_no_incident_row_and_no_point_of_one_ever_goes_along(log: list[Change]) -> None:
    for change in scoped(log, "s1"):
        assert change.entity in (SCHOUW, JOP)
        assert change.entity != SCHOUW or change.uid == "s1"
        names = change.value if change.field == CREATE_FIELD else (change.field,)
        assert set(names) <= SCOPE[change.entity]
        assert (change.user, change.device, change.reason) == ("", "", "")


@given(logs())
def test_what_goes_along_shows_what_the_record_shows(log: list[Change]) -> None:
    along = scoped(log, "s1")
    for entity, uid in {(c.entity, c.uid) for c in along}:
        record = [c for c in log if (c.entity, c.uid) == (entity, uid)]
        shown = {k: v for k, v in record_values(record).items() if k in SCOPE[entity]}
        assert record_values([c for c in along if (c.entity, c.uid) == (entity, uid)]) == shown


def test_scope_holds_nothing_of_a_dossier() -> None:
    assert SCOPE[JOP] == {"code", "naam", "status", "positie", "type"}
    assert "melding" not in SCOPE


def finding(**values: Any) -> Change:
    kept: dict[str, Any] = {
        "change_id": "b1", "device": "pak", "user": "boa1", "entity": BEVINDING, "uid": "b", "field": "*",
        "value": {"schouw": "s1", "wat": "lamp stuk"}, "base_change_ids": (), "hlc": "0000000000001-0000-pak",
    }  # fmt: skip
    return Change(**{**kept, **values})


def check(*changes: Change) -> None:
    check_findings(Terugbrief("nr", changes), "s1", "boa1", "pak")


def test_findings_and_changes_of_the_schouw_come_back() -> None:
    check(
        finding(),
        finding(change_id="b2", field="wat", value="lamp uit", base_change_ids=("b1",)),
        finding(change_id="b3", entity=SCHOUW, uid="s1", field="status", value="gelopen"),
    )
    check()


@pytest.mark.parametrize(
    "change",
    [
        finding(entity="melding", uid="m", field="feiten", value="x"),
        finding(entity=SCHOUW, uid="s2", field="status", value="x"),
        finding(entity=SCHOUW, uid="s1", field="*", value={}),
        finding(entity=SCHOUW, uid="s1", field="nieuw", value="x"),
        finding(entity=JOP, uid="j", field="naam", value="x"),
        finding(value={"schouw": "s2"}),
        finding(value="geen record"),
        finding(uid="andere", field="wat", value="x"),
        finding(user="iemand anders"),
        finding(device="ander toestel"),
        finding(hlc="geen klok"),
        finding(hlc="0000000000001-0000-ander"),
    ],
)
def test_anything_else_is_refused(change: Change) -> None:
    with pytest.raises(UserError, match="looppakket_beschadigd"):
        check(change)


def test_the_number_of_findings_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looppakket, "MAX_FINDINGS", 1)
    check(finding())
    with pytest.raises(UserError, match="looppakket_beschadigd"):
        check(finding(), finding(change_id="b2"))


LETTER = Looppakket("nr", "GM0353", "IJsselstein", "s1", 1_800_000_000, "2026-11-20", "boa1", "pak", "00", "11",
                    (replace(finding(), entity=SCHOUW),))  # fmt: skip


def test_a_letter_comes_back_whole() -> None:
    assert unpack_letter(pack_letter(LETTER), Looppakket) == LETTER
    back = Terugbrief("nr", (finding(),))
    assert unpack_letter(pack_letter(back), Terugbrief) == back


@given(st.integers(0, len(pack_letter(LETTER)) - 1))
def test_a_letter_that_was_cut_is_refused(length: int) -> None:
    with pytest.raises(UserError, match="looppakket_beschadigd"):
        unpack_letter(pack_letter(LETTER)[:length], Looppakket)


def test_another_letter_and_too_much_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError, match="looppakket_beschadigd"):
        unpack_letter(pack_letter(Terugbrief("nr", ())), Looppakket)
    monkeypatch.setattr(looppakket, "MAX_LETTER_BYTES", 10)
    with pytest.raises(UserError, match="looppakket_te_groot"):
        unpack_letter(pack_letter(LETTER), Looppakket)


def test_a_signature_comes_apart_from_its_letter() -> None:
    packed = pack_letter(LETTER)
    joined = looppakket.join_signature(packed, "ab" * 64)
    assert looppakket.split_signature(joined) == (packed, "ab" * 64)
    assert looppakket.signed_text(packed).endswith(packed)
