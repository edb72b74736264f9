"""An entry holds both languages or cannot be made."""

from __future__ import annotations

import pytest

from boa_app.texts.entry import Fout, Zin


def test_neither_language_can_be_left_out() -> None:
    with pytest.raises(TypeError):
        Zin("alleen Nederlands")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Fout(("a", "b", "c"))  # type: ignore[call-arg]
