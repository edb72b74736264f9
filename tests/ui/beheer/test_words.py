"""How Beheer names things."""

from __future__ import annotations

from datetime import UTC, date, datetime

from pytestqt.qtbot import QtBot

from boa_app.ui.beheer.words import BeheerWords
from boa_app.ui.widgets.tag import TagKind
from boa_app.usecases.beheer import Account, Beheerbeeld, OpenCode, Rolperiode, Toestand, Toestel

TODAY, NOW = date(2026, 11, 20), datetime(2026, 11, 20, 20, 42, tzinfo=UTC)
SAM = Account("a", "Sam", "actief", "boa", (Rolperiode("boa", "2026-01-01", "2026-12-31"),), None, "", 1, "", "", 1)
LATER = Account("b", "Kim", "wacht", "", (), None, "", 1, "", "", 0)
BEELD = Beheerbeeld(
    (SAM, LATER), (), (OpenCode("c1", "a", "Sam", "", ""), OpenCode("c2", "a", "Sam", "", "")), (), False, "", "a", "t1"
)


def a_device(**values: str) -> Toestel:
    return Toestel(**{
        "id": "t2", "account": "a", "account_naam": "Sam", "naam": "Tablet 3", "aangemeld_op": "",
        "laatste_contact": "2026-11-20T20:42:00.000Z", **values,
    })  # fmt: skip


def test_rows(qtbot: QtBot) -> None:
    words = BeheerWords("nl")
    assert words.account_row(SAM, BEELD, TODAY).meta == "u · boa t/m 31-12-2026"
    other = words.account_row(LATER, BEELD, TODAY)
    assert (other.meta, other.tag, other.tag_kind) == ("geen rol", "begint later", TagKind.LET)
    assert words.device_row(a_device(), BEELD, NOW).meta == "Sam, vr 20-11 21:42"
    assert words.device_row(a_device(id="t1"), BEELD, NOW).tag == "dit toestel"
    assert words.device_row(a_device(ingetrokken_op="x"), BEELD, NOW).tag == "ingetrokken"
    assert words.code_account_row(SAM, BEELD, TODAY).tag == "2 codes open"
    assert words.code_account_row(LATER, BEELD, TODAY).tag == ""
    assert {words.state(SAM)[0]} == {TagKind.OK}
    assert all(words.state(Account("", "", one, "", (), None, "", 1, "", "", 0))[1] for one in Toestand)


def test_area_and_periods(qtbot: QtBot) -> None:
    words = BeheerWords("nl")
    names = {"1": "Oost", "2": "West", "3": "Zuid", "4": "Aan de IJssel"}
    assert words.area(None, names) == "Hele gemeente"
    assert words.area(("1",), names) == "Oost"
    assert words.area(("1", "2", "3"), names) == "Oost, West en 1 andere"
    assert words.area(("1", "2", "3", "4"), names) == "Aan de IJssel, Oost en 2 andere"
    assert words.period(Rolperiode("boa", "2026-01-01")) == "boa vanaf 01-01-2026"
    assert words.period(SAM.rollen[0]) == "boa van 01-01-2026 t/m 31-12-2026"
    assert words.moment("", NOW) == "–"
