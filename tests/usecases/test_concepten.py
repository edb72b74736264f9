"""Drafts survive closing the store."""

from __future__ import annotations

from pathlib import Path

from boa_app.usecases.concepten import bewaar_concept, lijst_concepten, verwijder_concept
from boa_app.usecases.opening import open_session
from tests.samples import PASSPHRASE, SetClock, load_lijsten, make_sample_session


def test_a_draft_is_there_after_closing_and_opening(tmp_path: Path, clock: SetClock) -> None:
    first = make_sample_session(tmp_path / "opslag", clock)
    uid = bewaar_concept(first, {"soort": "HANG", "leeftijd": ["L2"]}).uid
    clock.forward(minutes=1)
    bewaar_concept(first, {"soort": "HANG", "leeftijd": ["L2", "L3"]}, uid)
    first.close()
    again = open_session(tmp_path / "opslag", PASSPHRASE, load_lijsten(), clock)
    (concept,) = lijst_concepten(again)
    assert (concept.uid, concept.inhoud, concept.gewijzigd_op) == (
        uid,
        {"soort": "HANG", "leeftijd": ["L2", "L3"]},
        clock(),
    )
    verwijder_concept(again, uid)
    assert lijst_concepten(again) == ()
    again.close()
