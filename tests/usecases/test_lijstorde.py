"""The order of the list and its groups, against the same done one row at a time."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from numpy.typing import NDArray

from boa_app.usecases.lijstorde import Groepering, Volgorde, deel_in
from boa_app.usecases.overzicht import Selectie
from boa_app.usecases.stand import DEGREE, KINDS, Stand

BUURTEN = ("Zuid", "achterveld", "Midden")
RNG = np.random.default_rng(3)
SIZE = 400


def _selectie(size: int = SIZE) -> Selectie:
    columns: dict[str, NDArray[np.generic]] = {name: np.zeros(size, dtype=kind) for name, kind in KINDS.items()}
    columns["nr"] = np.arange(size, 0, -1).astype(KINDS["nr"])
    columns["dag"] = np.sort(RNG.integers(0, 30, size))[::-1].astype(KINDS["dag"])
    columns["van_s"] = columns["dag"].astype(np.int64) * 86_400
    columns["ernst"] = RNG.integers(0, 5, size).astype(KINDS["ernst"])
    columns["soort"] = RNG.integers(0, 4, size).astype(KINDS["soort"])
    columns["buurt"] = RNG.integers(-1, 3, size).astype(KINDS["buurt"])
    columns["incident"] = RNG.integers(1, 300, size).astype(KINDS["incident"])
    columns["lon"] = (RNG.uniform(5.0, 5.1, size) * DEGREE).astype(KINDS["lon"])
    columns["lat"] = (RNG.uniform(52.0, 52.1, size) * DEGREE).astype(KINDS["lat"])
    return Selectie(Stand(columns), np.arange(size, dtype=np.int32), columns["nr"].astype(np.int64))


@pytest.mark.parametrize("groepering", list(Groepering))
@pytest.mark.parametrize("volgorde", list(Volgorde))
def test_as_one_would_sort_by_hand(volgorde: Volgorde, groepering: Groepering) -> None:
    s, here = _selectie(), (5.05, 52.05)
    found = deel_in(s, volgorde, groepering, buurten=BUURTEN, vanaf=here)
    names = {-1: "\uffff", **dict(enumerate(name.casefold() for name in BUURTEN))}
    far = np.hypot((s.lon - here[0]) * np.cos(np.radians(here[1])), s.lat - here[1])
    key = {
        Volgorde.NIEUW: lambda row: row, Volgorde.OUD: lambda row: -row,
        Volgorde.ERNST: lambda row: (-s.ernst[row], row),
        Volgorde.SOORT: lambda row: (s.soort[row], row), Volgorde.BUURT: lambda row: (names[int(s.buurt[row])], row),
        Volgorde.AFSTAND: lambda row: (far[row], row),
    }[volgorde]  # fmt: skip
    by_hand = sorted(range(SIZE), key=key)
    size = Counter(s.incident.tolist())
    first = {incident: by_hand.index(next(r for r in by_hand if s.incident[r] == incident)) for incident in size}
    group = {
        Groepering.DAG: lambda row: s.dag[row] if volgorde is Volgorde.OUD else -s.dag[row],
        Groepering.SOORT: lambda row: s.soort[row],
        Groepering.BUURT: lambda row: names[int(s.buurt[row])],
        Groepering.INCIDENT: lambda row: first[s.incident[row]] if size[s.incident[row]] > 1 else SIZE,
        Groepering.GEEN: lambda _row: 0,
    }[groepering]
    by_hand.sort(key=group)
    assert found.plaatsen.tolist() == by_hand
    begins = [at for at in range(SIZE) if at == 0 or group(by_hand[at]) != group(by_hand[at - 1])]
    assert found.begin.tolist() == ([] if groepering is Groepering.GEEN else begins)
    assert found.sleutels.size == found.begin.size


def test_the_keys_say_what_the_headings_are_about() -> None:
    s = _selectie()
    days = deel_in(s, Volgorde.NIEUW, Groepering.DAG)
    assert days.sleutels.tolist() == sorted(set(s.dag.tolist()), reverse=True)
    buurten = deel_in(s, Volgorde.NIEUW, Groepering.BUURT, buurten=BUURTEN)
    assert buurten.sleutels.tolist() == [1, 2, 0, -1]
    incidents = deel_in(s, Volgorde.NIEUW, Groepering.INCIDENT)
    assert incidents.sleutels[-1] == 1 and all(count > 1 for count in incidents.sleutels[:-1])


def test_nothing_at_all() -> None:
    for groepering in Groepering:
        found = deel_in(_selectie(0), Volgorde.ERNST, groepering)
        assert (found.plaatsen.size, found.begin.size) == (0, 0)


def test_without_a_place_distance_is_newest_first() -> None:
    assert deel_in(_selectie(), Volgorde.AFSTAND, Groepering.GEEN).plaatsen.tolist() == list(range(SIZE))
