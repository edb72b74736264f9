"""A Schouw with the lines its groups walk."""

from __future__ import annotations

from datetime import date

from boa_app.domain.schouw import Schouw, SchouwGroep


def test_schouw_may_have_no_groups_yet() -> None:
    assert Schouw("u", "Achterveld", date(2022, 10, 5), "avond", "gelopen").groepen == ()


def test_group_keeps_its_walking_order() -> None:
    route = ((5.0, 52.0), (5.1, 52.0), (5.0, 52.0))
    assert SchouwGroep("A", route).route == route
