"""What a fresh page is told."""

from __future__ import annotations

from boa_app.ui.map.state import Command, Memory


def test_the_last_word_on_each_subject_in_the_order_of_the_first() -> None:
    memory = Memory()
    memory.keep("pin", Command("set_pin", (1.0, 2.0, None)))
    memory.keep("view", Command("fit", ()))
    memory.keep("pin", Command("clear_pin", ()))
    assert [command.function for command in memory.commands()] == ["clear_pin", "fit"]
    assert memory.last("view") == "fit"
    assert memory.last("elders") is None
