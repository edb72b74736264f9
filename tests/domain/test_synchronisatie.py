from __future__ import annotations

from boa_app.domain.synchronisatie import Toegepast


def test_two_pages_add_up() -> None:
    first = Toegepast(frozenset({"a"}), frozenset({"melding"}), 1, 0, 2, ("x",), 1)
    second = Toegepast(frozenset({"b"}), frozenset({"foto"}), 0, 3, 1, ("y",), 0)
    assert first + second == Toegepast(frozenset("ab"), frozenset({"melding", "foto"}), 1, 3, 3, ("x", "y"), 1)
    assert first + Toegepast() == first
