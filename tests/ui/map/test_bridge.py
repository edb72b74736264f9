"""Calls in by one encoder, events out by one object."""

from __future__ import annotations

import json
import logging

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.map.bridge import MapBridge, js_call
from boa_app.ui.map.events import LayerChoice, Position


def test_arguments_travel_as_json() -> None:
    assert js_call("set_pin", 5.0, 52.0, None) == 'Boa.call("set_pin", [5.0, 52.0, null])'


def test_no_text_can_end_the_script() -> None:
    nasty = '"); alert(1); //</script>\u2028é'
    script = js_call("set_note", nasty)
    assert script.isascii()
    assert json.loads(script.removeprefix('Boa.call("set_note", ').removesuffix(")")) == [nasty]


@pytest.mark.parametrize("name", ["", "Set", "a.b", "a b", "a()", '"', "1a"])
def test_only_function_names(name: str) -> None:
    with pytest.raises(ValueError, match="function"):
        js_call(name)


def test_no_number_that_json_does_not_have() -> None:
    with pytest.raises(ValueError):
        js_call("set_pin", float("nan"))


def test_each_slot_gives_its_event(qtbot: QtBot) -> None:
    bridge = MapBridge()
    with qtbot.waitSignal(bridge.clicked) as clicked:
        bridge.report_click('{"lon": 5.0, "lat": 52.0}')
    assert clicked.args == [Position(5.0, 52.0)]
    with qtbot.waitSignal(bridge.layer_chosen) as chosen:
        bridge.report_layer('{"naam": "jops", "aan": false}')
    assert chosen.args == [LayerChoice("jops", aan=False)]
    others = {
        "announced": ("announce", '{"versie": 1}'),
        "pin_moved": ("report_pin", '{"lon": 5.0, "lat": 52.0}'),
        "point_chosen": ("report_point", '{"nr": 1, "again": true}'),
        "pile_chosen": ("report_pile", '{"nrs": [3, 1]}'),
        "pen_reported": ("report_pen", '{"stand": "klaar", "punten": [5.0, 52.0]}'),
        "object_chosen": ("report_choice", '{"soort": "jop", "uid": "u"}'),
        "control_chosen": ("report_control", '{"knop": "hier"}'),
        "painted": ("report_painted", '{"wat": "scene"}'),
        "blocked": ("report_blocked", '{"adres": "https://x.invalid", "regel": "img-src"}'),
    }
    for signal, (slot, text) in others.items():
        with qtbot.waitSignal(getattr(bridge, signal)):
            getattr(bridge, slot)(text)
    assert bridge.refused == 0


def test_a_bad_message_is_refused_and_its_content_not_logged(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    bridge = MapBridge()
    with qtbot.assertNotEmitted(bridge.clicked), caplog.at_level(logging.ERROR):
        bridge.report_click('{"lon": "geheim", "lat": 52.0}')
        bridge.report_click("geheim")
    assert bridge.refused == 2
    assert "geheim" not in caplog.text and "Position" in caplog.text
