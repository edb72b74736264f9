"""Waiting after wrong passphrases."""

from __future__ import annotations

from boa_app.ui.ontgrendelen.attempts import LONGEST_WAIT_S, Attempts


def test_a_typing_mistake_costs_nothing_and_guessing_becomes_slow() -> None:
    attempts, waits = Attempts(), []
    for _ in range(10):
        attempts = attempts.after_failure()
        waits.append(attempts.wait_s)
    assert waits[:6] == [0, 0, 2, 4, 8, 16]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT_S
