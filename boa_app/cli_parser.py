"""argparse in Dutch: its help, and what it says about a wrong command."""

from __future__ import annotations

import argparse
import re
import types
from typing import Any, NoReturn

from boa_app.domain.errors import UserError

# What argparse says, in the order it is looked for; the messages have been the same in all versions since 3.9 but for
# quotation marks. Whatever is not here stays English, which is better than nothing.
_WORDS = tuple(
    (re.compile(pattern, re.DOTALL), dutch)
    for pattern, dutch in (
        (r"^argument ([^:]+): ", r"\1: "),
        (r"invalid choice: (.*) \(choose from (.*)\)$", r"\1 bestaat niet (kies uit \2)"),
        (r"invalid \w+ value: (.*)$", r"\1 past hier niet"),
        (r"^the following arguments are required: (.*)$", r"nog nodig is \1"),
        (r"^unrecognized arguments: (.*)$", r"\1 is onbekend"),
        (r"^ambiguous option: (.*) could match (.*)$", r"\1 is dubbelzinnig (\2)"),
        (r"ignored explicit argument (.*)$", r"\1 hoort hier niet bij"),
        (r"expected one argument$", "hier hoort één waarde achter"),
        (r"expected at least one argument$", "hier hoort minstens één waarde achter"),
    )
)


class DutchHelp(argparse.HelpFormatter):
    """The few words argparse puts into its help itself, in Dutch."""

    HEADINGS = types.MappingProxyType({"positional arguments": "wat", "options": "opties"})

    def start_section(self, heading: str | None) -> None:
        """Begin a section under its Dutch heading."""
        super().start_section(self.HEADINGS.get(heading or "", heading))

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401
        """Begin with the Dutch word for usage."""
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """argparse that reports a wrong command as every other error of the user."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - those of argparse
        super().__init__(formatter_class=DutchHelp, **options)

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing usage."""
        raise UserError("opdracht_onjuist", opdracht=self.prog, melding=to_dutch(message))


def to_dutch(message: str) -> str:
    """What argparse says of a wrong command, in Dutch."""
    for pattern, dutch in _WORDS:
        message = pattern.sub(dutch, message)
    return message
