"""What a page tells the frame: its size class, foot actions, yellow corner, states of the world and banners."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import Enum
from functools import partial


class SizeClass(Enum):
    """How much room the window gives; the limits stand in `size_class_for`."""

    RUIM = "ruim"
    NORMAAL = "normaal"
    LAAG = "laag"
    SMAL = "smal"
    KLEIN = "klein"


def size_class_for(width: int, height: int) -> SizeClass:
    """The size class of a window of so many logical pixels, without title bar. Narrow wins over low."""
    if width < 900 or height < 560:
        return SizeClass.KLEIN
    if width < 1200:
        return SizeClass.SMAL
    if height < 760:
        return SizeClass.LAAG
    return SizeClass.RUIM if width >= 1440 and height >= 900 else SizeClass.NORMAAL


def is_low(width: int, height: int) -> bool:
    """True when foot, rail and tiles must give up height; a narrow window can be low too."""
    return height < 760 or size_class_for(width, height) is SizeClass.KLEIN


def do_nothing() -> None:
    """The default act of an item that only shows something."""


@dataclass(frozen=True, slots=True)
class FootAction:
    """A secondary action at the left of the foot. With a reason it is off and shows the reason as subtitle."""

    icon: str
    title: str
    on_trigger: Callable[[], None] = do_nothing
    subtitle: str = ""
    shortcut: str = ""
    short_title: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CornerAction:
    """The next step of a screen, in yellow. With a reason it is off and the reason stands above the key."""

    icon: str
    title: str
    on_trigger: Callable[[], None] = do_nothing
    shortcut: str = ""
    short_title: str = ""
    reason: str = ""

    @property
    def step(self) -> Hashable:
        """Equal for two corners that do the same under the same words, however often a page makes them anew."""
        return (self.title, _mark(self.on_trigger))


def _mark(act: Callable[[], None]) -> Hashable:
    """What an act is by: a page makes its lambdas and partials anew each time its foot is read."""
    if isinstance(act, partial):
        return (_mark(act.func), act.args)
    code = getattr(act, "__code__", None)
    return act if code is None or hasattr(act, "__self__") else code


@dataclass(frozen=True, slots=True)
class FootSpec:
    """The foot of a page: at most three actions, and the corner."""

    actions: tuple[FootAction, ...] = ()
    corner: CornerAction | None = None


@dataclass(frozen=True, slots=True)
class TopAction:
    """An icon button of the page in the top bar; the name is tooltip and accessible name."""

    icon: str
    name: str
    on_trigger: Callable[[], None] = do_nothing


@dataclass(frozen=True, slots=True)
class StateItem:
    """One part of the state of the world. `short` is what remains beside the icon in a narrow window; empty
    hides it there. With `badge` the number stands in a disc in place of the icon. `words`: what a screen reader and
    the tooltip say, when that is not first and second."""

    key: str
    icon: str
    first: str
    second: str
    short: str = ""
    badge: str = ""
    on_trigger: Callable[[], None] = do_nothing
    words: str = ""
