"""Words for a plan: one sentence that tells how a file is read, totals that read as people speak."""

from __future__ import annotations

import pytest

from boa_app.exchange.rijen import Reden
from boa_app.ui.importeren.words import ImportWords
from boa_app.usecases.importplan import Uitkomst
from tests.ui.importeren.plans import plan, table


@pytest.fixture
def words() -> ImportWords:
    return ImportWords("nl")


def test_the_summary_of_a_table(words: ImportWords) -> None:
    told = words.summary(plan())
    assert told == "Dit is een tabel met 4.812 rijen, puntkomma, Nederlandse datums, RD-coördinaten."


def test_while_not_everything_is_counted_the_number_is_a_least(words: ImportWords) -> None:
    assert words.summary(plan(geteld=False)).startswith("Dit is een tabel met ten minste 4.812 rijen")


def test_a_known_form_and_several_files(words: ImportWords) -> None:
    avon = table("avon.csv", profiel="police-uk")
    assert words.summary(plan(avon)) == "Dit is een bestand van data.police.uk met 4.812 rijen."
    assert words.summary(plan(avon, avon)) == "Dit zijn 2 bestanden met samen 9.624 rijen."
    assert words.names(["a.csv"]) == "a.csv"
    assert words.names(["a.csv", "b.csv", "c.csv"]) == "a.csv en 2 meer"


def test_totals_leave_out_what_is_not_there_but_never_what_was_refused(words: ImportWords) -> None:
    counts = {"toevoegen": 11941, "bestaand": 0, "overslaan": 70855, "afkeuren": 0}
    told = [text for _code, text in words.totals(counts)]
    assert told == ["11.941 toevoegen", "70.855 overslaan", "0 afgekeurd"]
    assert ("bestaand", "1 bestaat al") in words.totals({**counts, "bestaand": 1})
    assert ("bestaand", "2 bestaan al") in words.totals({**counts, "bestaand": 2})


def test_every_outcome_and_every_reason_has_words(words: ImportWords) -> None:
    assert {words.outcome(code).word for code in Uitkomst} == {"toevoegen", "bestaat al", "overslaan", "afgekeurd"}
    for reden in Reden:
        assert words.reason(reden).endswith(".")
    assert words.reason("") == ""


def test_a_value_without_words_is_shown_as_it_is(words: ImportWords) -> None:
    assert words.value("werkblad", "Blad1") == "Blad1"
    assert words.value("kopregel", "4") == "rij 4"
    assert words.value("kopregel", "0") == "geen"
    assert words.value("codering", "UTF-8") == "UTF-8"
    assert words.value("scheidingsteken", "\t") == "tab"
