"""Messages of the page are read strictly: exactly these keys, of these types and sizes."""

from __future__ import annotations

import pytest

from boa_app.ui.map.events import (
    MAX_LIST,
    Announcement,
    BadEventError,
    LayerChoice,
    ObjectChoice,
    PileChoice,
    PointChoice,
    Position,
    parse_event,
)


def test_a_good_message_becomes_its_type() -> None:
    assert parse_event(Position, '{"lon": 5, "lat": 52.02}') == Position(5.0, 52.02)
    assert parse_event(PointChoice, '{"nr": 7, "again": false}') == PointChoice(7, again=False)
    assert parse_event(PileChoice, '{"nrs": [3, 1]}') == PileChoice([3, 1])
    assert parse_event(PileChoice, '{"nrs": []}') == PileChoice([])
    assert parse_event(ObjectChoice, '{"uid": "u", "soort": "jop"}') == ObjectChoice("jop", "u")
    assert parse_event(LayerChoice, '{"naam": "punten", "aan": true}') == LayerChoice("punten", aan=True)
    assert parse_event(Announcement, '{"versie": 1}') == Announcement(1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"lon": 5}',
        '{"lon": 5, "lat": 52, "extra": 1}',
        '{"lon": "5", "lat": 52}',
        '{"lon": true, "lat": 52}',
        '{"lon": null, "lat": 52}',
        '{"lon": NaN, "lat": 52}',
        '{"lon": Infinity, "lat": 52}',
        '{"lon": 181, "lat": 52}',
        '{"lon": 5, "lat": -90.5}',
        '{"lon": {"lon": 5}, "lat": 52}',
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadEventError):
        parse_event(Position, text)


@pytest.mark.parametrize(
    "text",
    [
        '{"nr": 1.5, "again": false}',
        '{"nr": true, "again": false}',
        '{"nr": 1, "again": 0}',
        '{"nr": "1", "again": true}',
    ],
)
def test_numbers_and_flags_are_not_mixed_up(text: str) -> None:
    with pytest.raises(BadEventError):
        parse_event(PointChoice, text)


def test_a_text_has_a_limit() -> None:
    with pytest.raises(BadEventError):
        parse_event(ObjectChoice, '{"soort": "jop", "uid": "' + "x" * 201 + '"}')


@pytest.mark.parametrize(
    "nrs", ["7", "[7.5]", "[true]", '["7"]', "[[7]]", "null", '{"0": 7}', f"[{','.join(['1'] * (MAX_LIST + 1))}]"]
)
def test_a_list_holds_so_many_of_one_type(nrs: str) -> None:
    with pytest.raises(BadEventError):
        parse_event(PileChoice, f'{{"nrs": {nrs}}}')
