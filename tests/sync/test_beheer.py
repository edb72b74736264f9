"""The messages of beheer go over the line and come back the same, and an older window ignores what is new."""

from __future__ import annotations

import dataclasses
import json
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from boa_app.sync import beheer

MESSAGES = [kind for kind in vars(beheer).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)]


def sample(kind: Any) -> Any:
    """A value of a type, made from its type alone."""
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{field.name: sample(hints[field.name]) for field in dataclasses.fields(kind)})
    if kind in (str, int, bool):
        return {str: "tekst", int: 3, bool: True}[kind]
    if kind is beheer.Toestand:
        return beheer.Toestand.WACHT
    inner = [one for one in get_args(kind) if one not in (Ellipsis, type(None))]
    return (sample(inner[0]),) if getattr(kind, "__origin__", None) is tuple else sample(inner[0])


@pytest.mark.parametrize("kind", MESSAGES, ids=lambda kind: kind.__name__)
def test_message_survives_the_line(kind: Any) -> None:
    value = sample(kind)
    assert msgspec.json.decode(msgspec.json.encode(value), type=kind) == value


@pytest.mark.parametrize("kind", MESSAGES, ids=lambda kind: kind.__name__)
def test_key_of_a_newer_centre_is_ignored(kind: Any) -> None:
    text = json.dumps(json.loads(msgspec.json.encode(sample(kind))) | {"van_later": 1})
    assert msgspec.json.decode(text, type=kind) == sample(kind)


def test_whole_municipality_and_no_buurt_are_two_things() -> None:
    for buurten in (None, (), ("BU03530101",)):
        value = beheer.NieuwAccount("A", (beheer.Rolperiode("boa", "2026-01-01"),), buurten)
        assert msgspec.json.decode(msgspec.json.encode(value), type=beheer.NieuwAccount).buurten == buurten
