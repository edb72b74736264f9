"""The steps are walked as a process in tests/ui/test_walk.py; here that they are the job of the product."""

from __future__ import annotations

from boa_app.domain.melding import Melding, check_melding
from boa_app.ui.walk_steps import SIX_TOUCHES
from tests.ui.small_store import NOW, load_lists


def test_a_complete_melding_is_five_choices_and_opslaan() -> None:
    chosen = dict(SIX_TOUCHES)
    assert list(chosen) == ["soort", "ernst", "groepsgrootte", "maatregel", "resultaat"]
    melding = Melding(
        NOW, 5.03, 52.02, chosen["soort"], ernst=chosen["ernst"], groepsgrootte=chosen["groepsgrootte"],
        maatregelen=(chosen["maatregel"],), resultaat=chosen["resultaat"],
    )  # fmt: skip
    check_melding(melding, load_lists(), NOW)
