"""Counting, stopping and waiting while an import runs."""

from __future__ import annotations

import pytest

from boa_app.domain.errors import UserError
from boa_app.exchange.rijen import Lezing, Reden
from boa_app.usecases.importuitvoering import GEPAUZEERD, Gepauzeerd, Known, Steps, Tally


def test_steps_tell_stop_and_wait() -> None:
    seen: list[tuple[int, int]] = []
    steps = Steps(lambda done, total: seen.append((done, total)), None)
    steps.begin(30)
    steps.at(5)
    steps.finish(10)
    steps.at(5)
    assert seen == [(5, 30), (10, 30), (15, 30)]
    with pytest.raises(Gepauzeerd):
        Steps(None, None, lambda: True).at(1)
    with pytest.raises(UserError) as caught:
        Steps(None, lambda: True, lambda: True).at(1)
    assert caught.value.code == "afgebroken"


def test_the_count_adds_up() -> None:
    lezing, tally = Lezing("f"), Tally(toegevoegd=2, bestaand=1)
    lezing.gelezen = 5
    lezing.skip(3)
    lezing.reject(4, "datum", Reden.DATUM_ONGELDIG)
    tally.add(lezing)
    verslag = tally.report("lijst", ("eigen",), GEPAUZEERD)
    parts = (verslag.toegevoegd, verslag.bestaand, verslag.overgeslagen, verslag.afgekeurd)
    assert (verslag.gelezen, sum(parts), verslag.status) == (5, 5, "gepauzeerd")
    assert verslag.rejects == tuple(lezing.afgekeurd)


def test_without_a_store_nothing_is_known_but_what_was_read() -> None:
    known = Known(None)
    known.of("tabel").add("a")
    assert (known.of("tabel"), known.of("signalen")) == ({"a"}, set())
