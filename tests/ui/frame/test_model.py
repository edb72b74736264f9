"""The size classes at their limits."""

from __future__ import annotations

from functools import partial

import pytest

from boa_app.ui.frame.model import CornerAction, SizeClass, is_low, size_class_for


@pytest.mark.parametrize(
    ("width", "height", "size_class", "low"),
    [
        (1440, 900, SizeClass.RUIM, False),
        (1439, 900, SizeClass.NORMAAL, False),
        (1280, 800, SizeClass.NORMAAL, False),
        (1280, 760, SizeClass.NORMAAL, False),
        (1280, 759, SizeClass.LAAG, True),
        (1280, 720, SizeClass.LAAG, True),
        (1199, 900, SizeClass.SMAL, False),
        (1024, 768, SizeClass.SMAL, False),
        (1024, 700, SizeClass.SMAL, True),
        (899, 800, SizeClass.KLEIN, True),
        (1280, 559, SizeClass.KLEIN, True),
        (640, 400, SizeClass.KLEIN, True),
    ],
)
def test_limits(width: int, height: int, size_class: SizeClass, low: bool) -> None:
    assert size_class_for(width, height) is size_class
    assert is_low(width, height) is low


def test_an_action_without_an_act_does_nothing() -> None:
    CornerAction("plus", "Nieuwe melding").on_trigger()


class _Page:
    def act(self, _what: str = "") -> None:
        """What a corner does."""

    def corner(self, title: str = "Opslaan", wait: str = "") -> CornerAction:
        return CornerAction("check", title, lambda: self.act("x"), reason=wait)


def test_a_corner_made_anew_is_the_same_step_and_another_act_is_not() -> None:
    page = _Page()
    assert page.corner().step == page.corner(wait="kies een soort").step
    assert page.corner().step != page.corner("Bewaren").step
    assert page.corner().step != CornerAction("check", "Opslaan", page.act).step
    assert CornerAction("x", "a", page.act).step == CornerAction("x", "a", page.act).step
    assert CornerAction("x", "a", partial(print, 1)).step == CornerAction("x", "a", partial(print, 1)).step
    assert CornerAction("x", "a", partial(print, 1)).step != CornerAction("x", "a", partial(print, 2)).step
