"""What counts as this machine only."""

from __future__ import annotations

import pytest

from boa_app.server.adres import is_loopback


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost", "LOCALHOST"])
def test_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "", "localhost.example.nl", "127.0.0.1.example.nl"])
def test_others_can_reach_it(host: str) -> None:
    assert not is_loopback(host)
