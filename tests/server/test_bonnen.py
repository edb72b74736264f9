from __future__ import annotations

import json
from pathlib import Path

import pytest

from boa_app.server.backend import Backend
from boa_app.sync.bon import LEEG, digest
from boa_app.sync.protocol import BonVraag, Telling
from tests.centrale import IN_OOST, maak_centrale
from tests.server.test_lezen import Klok, Wereld


@pytest.fixture
def wereld(backend: Backend, tmp_path: Path) -> Wereld:
    klok = Klok()
    return Wereld(maak_centrale(backend, tmp_path, klok), klok)


def ask(sync: str, van: int = 0, tot: int = 0) -> BonVraag:
    return BonVraag(sync, {}, LEEG, van, tot, LEEG)


def test_what_was_refused_or_comes_from_another_does_not_count(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    taken, refused = made.melding(IN_OOST), made.melding(IN_OOST, groep="G-2026-01")
    push = made.push(taken, refused)
    wereld.delen.push(wereld.sam, push)
    assert wereld.delen.bon(wereld.sam, ask(push.sync)).gestuurd == {"melding": digest([taken.change_id])}
    assert wereld.delen.bon(wereld.kim, ask(push.sync)).gestuurd == {}


def test_what_was_pulled_counts_within_the_places_of_the_round_each_change_once(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    first = made.melding(IN_OOST, feiten="twee rijen")
    wereld.push(wereld.sam, first)
    cursor = wereld.pull(wereld.kim).cursor
    second = made.melding(IN_OOST)
    wereld.push(wereld.sam, second)
    end = wereld.pull(wereld.kim, cursor).cursor
    assert wereld.delen.bon(wereld.kim, ask("k1", cursor, end)).opgehaald == digest([second.change_id])
    assert wereld.delen.bon(wereld.kim, ask("k2", 0, end)).opgehaald == digest([first.change_id, second.change_id])
    assert wereld.delen.bon(wereld.wes, ask("w1", 0, end)).opgehaald == LEEG


def test_a_receipt_keeps_both_counts_under_one_number_per_round(wereld: Wereld) -> None:
    first = wereld.delen.bon(wereld.sam, ask("s1"))
    other = wereld.delen.bon(wereld.kim, ask("s1"))
    again = wereld.delen.bon(wereld.sam, BonVraag("s1", {"melding": Telling(3, "x")}, LEEG, 0, 0, LEEG))
    assert (first.nr, other.nr, again.nr) == (1, 2, 1)
    rows = wereld.centrale.db.execute("SELECT * FROM bonnen ORDER BY nr")
    assert len(rows) == 2
    assert json.loads(rows[0]["inhoud"])["toestel"]["gestuurd"] == {"melding": {"aantal": 3, "controle": "x"}}
