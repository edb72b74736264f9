"""Turns come one after another, a rest holds for every line, and stopping ends a wait."""

from __future__ import annotations

import threading

from boa_app.mapdata.pdok_tempo import Tempo
from tests.pdokproef import Proefklok


def never() -> bool:
    return False


def test_turns_are_spaced_whoever_asks() -> None:
    klok = Proefklok()
    tempo = Tempo(pauze_s=0.5, nu=lambda: klok._ahead, wacht=klok.wacht)
    for _ in range(4):
        tempo.beurt(never)
    assert klok.gewacht == [0.5, 0.5, 0.5]


def test_a_rest_holds_for_the_next_turn_of_another_line_too() -> None:
    waits: list[float] = []
    tempo = Tempo(pauze_s=0.0, nu=lambda: 100.0, wacht=lambda seconds, _: waits.append(seconds))
    tempo.rust(7.0, never)
    tempo.beurt(never)
    assert waits == [7.0, 7.0]


def test_a_shorter_rest_does_not_shorten_a_longer_one() -> None:
    waits: list[float] = []
    tempo = Tempo(pauze_s=0.0, nu=lambda: 0.0, wacht=lambda seconds, _: waits.append(seconds))
    tempo.rust(30.0, never)
    tempo.rust(1.0, never)
    tempo.beurt(never)
    assert waits[-1] == 30.0


def test_stopping_ends_a_real_wait() -> None:
    stop = threading.Event()
    waiting = threading.Thread(target=Tempo().rust, args=(3600.0, stop.is_set))
    waiting.start()
    stop.set()
    waiting.join(15)
    assert not waiting.is_alive()


def test_a_real_wait_is_waited() -> None:
    tempo = Tempo(pauze_s=0.03)
    begun = tempo.nu()
    tempo.beurt(never)
    tempo.beurt(never)
    assert tempo.nu() - begun >= 0.03
