"""Guesses and how sure they are."""

from __future__ import annotations

from boa_app.exchange.gok import Alternatief, Gok, Zekerheid, sure


def test_a_doubt_is_one_until_it_is_confirmed() -> None:
    gok = Gok("volgorde", "dag_eerst", Zekerheid.TWIJFEL, (Alternatief("dag_eerst", "2026-02-01"),), "01/02/2026")
    assert gok.in_doubt
    assert not gok.confirmed().in_doubt
    assert (gok.confirmed().waarde, gok.confirmed().alternatieven) == (gok.waarde, gok.alternatieven)


def test_sure_when_it_holds() -> None:
    assert (sure(1), sure("")) == (Zekerheid.ZEKER, Zekerheid.TWIJFEL)
