"""The words and switches a map begins with."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from boa_app.ui.map.options import MapOptions, layer_words, page_setup


def test_layers_keep_their_order_and_have_a_word_and_a_state(qapp: QApplication) -> None:
    setup = page_setup(MapOptions(layers=("punten", "warmte", "schouwen")))
    assert [(layer["naam"], layer["tekst"], layer["aan"]) for layer in setup["layers"]] == [
        ("punten", "Punten", True),
        ("warmte", "Warmte", True),
        ("schouwen", "Schouwroutes", False),
    ]


def test_a_hidden_layer_without_a_switch_is_told_apart(qapp: QApplication) -> None:
    setup = page_setup(MapOptions(layers=("punten",), hidden_layers=("schouwen", "punten")))
    assert setup["hidden"] == ["schouwen"]
    assert setup["layers"][0]["aan"] is False


def test_every_text_of_the_page_is_a_sentence_or_word(qapp: QApplication) -> None:
    setup = page_setup(MapOptions())
    assert {"taal", "kaart", "pin", "in", "uit", "hier", "alles", "routes", "hol", "jop"} <= set(setup["texts"])
    assert all(setup["texts"].values())
    assert all(layer_words().values())
