"""Soon after a save, every few minutes otherwise; ever rarer without a line, and at once back when it is there."""

from __future__ import annotations

from boa_app.ui.sync.rhythm import AFTER_SAVE_S, BACKOFF_S, REGULAR_S, Rhythm


def test_failures_make_it_rarer_up_to_a_limit() -> None:
    rhythm, pauses = Rhythm(), []
    for _ in range(len(BACKOFF_S) + 3):
        rhythm = rhythm.after_failure()
        pauses.append(rhythm.pause_s)
    assert pauses == sorted(pauses)
    assert pauses[: len(BACKOFF_S)] == list(BACKOFF_S)
    assert pauses[-1] == BACKOFF_S[-1]
    assert rhythm.pause_after_save_s == BACKOFF_S[-1], "a save while offline makes no hurry"


def test_success_forgets_them() -> None:
    rhythm = Rhythm(4).after_success()
    assert (rhythm.pause_s, rhythm.pause_after_save_s) == (REGULAR_S, AFTER_SAVE_S)
