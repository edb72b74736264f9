"""What came of an act on many."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from boa_app.ui.kaart.bulk_words import BulkWords
from boa_app.usecases.bulk import BulkDone, Bulkverslag
from boa_app.usecases.changes import Changes, Done


@pytest.mark.parametrize(
    ("verslag", "words"),
    [
        (Bulkverslag(1), "1 melding vervallen."),
        (Bulkverslag(1200), "1.200 meldingen vervallen."),
        (
            Bulkverslag(3, {"geen_recht": 2, "melding_vervallen": 1}),
            "3 meldingen vervallen. 3 niet: u mag dat daar niet, al vervallen.",
        ),
        (Bulkverslag(50, gestopt=True), "50 meldingen vervallen. Daarna gestopt."),
    ],
)
def test_sentence(qapp: QApplication, verslag: Bulkverslag, words: str) -> None:
    assert BulkWords("nl").done(verslag, "vervallen") == words


def test_taken_back(qapp: QApplication) -> None:
    words = BulkWords("nl")
    assert words.undone(Done(Changes())) == "Ongedaan gemaakt."
    back = BulkDone(Changes(), verslag=Bulkverslag(4, {"ongedaan_te_laat": 1}))
    assert words.undone(back) == "Ongedaan gemaakt: 4. 1 niet: intussen gewijzigd."
