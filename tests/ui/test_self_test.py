"""The self test is tried as a process in tests/test_app.py; here only what it promises."""

from __future__ import annotations

from boa_app.ui.self_test import DEADLINE_MS, PASSPHRASE_VARIABLE


def test_it_ends_by_itself_and_takes_the_passphrase_of_the_command_line() -> None:
    assert DEADLINE_MS <= 120_000
    assert PASSPHRASE_VARIABLE == "BOA_APP_WACHTWOORD"
