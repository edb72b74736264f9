"""The form of an area: what is missing or wrong is said beside it, and what is right goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.errors import UserError
from boa_app.ui.kaart.gebied_form import GebiedForm
from boa_app.ui.theme import ThemeManager
from tests.ui.kaart.test_gebied_words import RING, area
from tests.ui.look import assert_look

CORNERS = RING[:-1]


@pytest.fixture
def form(qtbot: QtBot, each_theme: ThemeManager) -> Iterator[GebiedForm]:
    made = GebiedForm(each_theme, "nl")
    qtbot.addWidget(made)
    made.resize(348, 900)
    made.begin(None)
    made.show()
    yield made


def _choose(form: GebiedForm, code: str) -> None:
    form.soort.set_chosen([code])


def test_it_asks_for_one_thing_at_a_time(qtbot: QtBot, form: GebiedForm) -> None:
    assert_look(form)
    said = []
    with qtbot.assertNotEmitted(form.submitted):
        form.save.click()
        said.append(form.error.text())
        form.set_corners(CORNERS)
        form.save.click()
        said.append(form.error.text())
        form.naam.setText("Plein")
        form.save.click()
        said.append(form.error.text())
        _choose(form, "CAMERA")
        form.tot.setText("morgen")
        form.save.click()
        said.append(form.error.text())
    starts = (
        "De grens is nog niet rond.",
        "Het gebied heeft nog geen naam.",
        "Kies eerst de soort",
        "Dit is geen datum.",
    )
    assert all(text.startswith(start) for text, start in zip(said, starts, strict=True)), said
    assert form.error.isVisible()
    assert_look(form)


def test_what_is_filled_in_goes_on_as_values(qtbot: QtBot, form: GebiedForm) -> None:
    form.set_corners(CORNERS)
    assert form.edge.text().replace("\xa0", " ") == "Grens: 4 hoeken, 76,4 ha"
    form.naam.setText("Plein")
    form.van.setText("1-12-2026")
    _choose(form, "VERBOD")
    with qtbot.waitSignal(form.submitted) as told:
        form.save.click()
    filled = told.args[0]
    assert filled.uid == "" and filled.values == {
        "naam": "Plein", "soort": "VERBOD", "besluit": "", "geldig_van": "2026-12-01", "geldig_tot": None,
        "ringen": [CORNERS],
    }  # fmt: skip


def test_a_bad_drawing_is_told_at_once_and_gone_when_it_is_mended(form: GebiedForm) -> None:
    bow = (CORNERS[0], CORNERS[2], CORNERS[1], CORNERS[3])
    form.set_corners(bow)
    assert form.error.text().startswith("De grens van het gebied kruist zichzelf.") and form.error.isVisible()
    form.set_corners(CORNERS)
    assert not form.error.isVisible()


def test_saving_asks_for_the_edge_as_it_is_and_stores_when_it_comes(qtbot: QtBot, form: GebiedForm) -> None:
    form.naam.setText("Plein")
    _choose(form, "CAMERA")
    with qtbot.waitSignal(form.ring_requested), qtbot.assertNotEmitted(form.submitted):
        form.save.click()
    with qtbot.assertNotEmitted(form.submitted):
        form.set_corners(CORNERS[:2])
    assert form.error.text().startswith("De grens is nog niet rond.")
    # Joined later by hand it is only shown: the pressing of the button is over.
    with qtbot.assertNotEmitted(form.submitted):
        form.set_corners(CORNERS)
    form.begin(None)
    form.naam.setText("Plein")
    _choose(form, "CAMERA")
    form.save.click()
    with qtbot.waitSignal(form.submitted) as told:
        form.set_corners(CORNERS)
    assert told.args[0].values["ringen"] == [CORNERS] and not form.error.isVisible()


def test_a_crossing_edge_that_was_asked_for_is_told_and_not_stored(qtbot: QtBot, form: GebiedForm) -> None:
    form.naam.setText("Plein")
    _choose(form, "CAMERA")
    form.save.click()
    with qtbot.assertNotEmitted(form.submitted):
        form.set_corners((CORNERS[0], CORNERS[2], CORNERS[1], CORNERS[3]))
    assert form.error.text().startswith("De grens van het gebied kruist zichzelf.")


def test_an_area_to_change_is_shown_and_keeps_its_edge_when_it_is_not_drawn_anew(
    qtbot: QtBot, form: GebiedForm
) -> None:
    shown = replace(area(date(2026, 1, 1), date(2026, 12, 31)), ringen=(RING, RING))
    form.begin(shown)
    assert (form.naam.text(), form.van.text(), form.soort.chosen()) == ("Plein", "01-01-2026", ("CAMERA",))
    with qtbot.waitSignal(form.submitted) as told:
        form.save.click()
    assert told.args[0].uid == "g" and "ringen" not in told.args[0].values
    form.show_problem(UserError("gebied_persoon"))
    assert "persoon" in form.error.text()
    with qtbot.waitSignal(form.cancelled):
        form.cancel.click()
