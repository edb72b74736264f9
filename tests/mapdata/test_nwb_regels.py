from __future__ import annotations

import json

import pytest

from boa_app.mapdata.nwb_regels import is_nwb, read_row, reason_to_leave_out, weg_of
from boa_app.mapdata.wegregels import Klasse, Reden


@pytest.mark.parametrize("name", ["sttNaam", "STT_NAAM", "stt_naam", "Stt Naam"])
def test_column_names_are_read_in_every_spelling(name: str) -> None:
    row = read_row({name: " Zeemanlaan ", "BST_CODE": "RB", "leeg": None, "niets": float("nan"), "ook": ""})
    assert row == {"sttnaam": "Zeemanlaan", "bstcode": "RB", "bst": "RB"}
    assert is_nwb([name])
    assert not is_nwb(["path_type", "length"])


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"stt_naam": "Laan", "bst": "RB", "wegbehsrt": "G"}, None),
        ({"bst": "FP", "wegbehsrt": "G"}, None),
        ({"stt_naam": "Laan", "bst": "HR", "wegbehsrt": "G"}, None),
        ({"bst": "HR", "wegbehsrt": "P"}, Reden.AUTOWEG),
        ({"stt_naam": "A2", "bst": "HR", "wegbehsrt": "R"}, Reden.AUTOWEG),
        ({"bst": "FP", "wegbehsrt": "R"}, None),
        ({"stt_naam": "A2", "bst": "OPR", "wegbehsrt": "G"}, Reden.AUTOWEG),
        ({"stt_naam": "Pont", "bst": "VD"}, Reden.GEEN_WEG),
        ({"include": 0}, Reden.GEEN_WEG),
        ({"include": 1}, None),
        ({}, None),
    ],
    ids=str,
)
def test_state_roads_and_ferries_are_not_for_walking(row: dict[str, object], reason: Reden | None) -> None:
    assert reason_to_leave_out(read_row(row)) is reason


@pytest.mark.parametrize(
    ("row", "length_m", "soort", "klasse"),
    [
        ({"stt_naam": "Laan", "bst": "RB"}, 10, "residential", Klasse.VERPLICHT),
        ({"bst": "RB"}, 300, "residential", Klasse.VERBINDING),
        ({"bst": "VP"}, 300, "footway", Klasse.VERPLICHT),
        ({"bst": "VP"}, 20, "footway", Klasse.VERBINDING),
        ({"bst": "FP"}, 300, "cycleway", Klasse.VERBINDING),
        ({"bst": "PKP", "stt_naam": "P1"}, 30, "residential", Klasse.VERBINDING),
        ({"path_type": "walk", "crossing": "No"}, 5, "footway", Klasse.VERPLICHT),
        ({"path_type": "walk", "crossing": "Yes"}, 5, "footway", Klasse.VERBINDING),
        ({"path_type": "bike"}, 90, "cycleway", Klasse.VERBINDING),
        ({"path_type": "walk_bike_connection"}, 5, "footway", Klasse.VERBINDING),
    ],
    ids=str,
)
def test_kind_and_class_of_a_section(row: dict[str, object], length_m: float, soort: str, klasse: Klasse) -> None:
    weg = weg_of(read_row(row), 1, length_m)
    assert (weg.soort, weg.klasse) == (soort, klasse)


def test_id_and_width_are_those_of_the_source() -> None:
    weg = weg_of(read_row({"WVK_ID": 123456.0, "obstacle_free_width_float": 1.4, "bst": "VP"}), 9, 5)
    assert weg.weg_id == 123456
    assert json.loads(weg.kenmerken) == {"bst": "VP", "width": "1.4"}
    assert weg_of(read_row({"wvk_id": "x1"}), 9, 5).weg_id == 9
