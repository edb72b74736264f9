from __future__ import annotations

from dataclasses import replace

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.ui.kaartpakket.words import KaartWords
from boa_app.ui.widgets.tag import TagKind
from boa_app.usecases.kaartpakketten import DeelInfo, PakketInfo

INFO = PakketInfo(
    "ijsselstein", "IJsselstein", "GM0353", "2026-11-20T12:00:00Z", 3, (), (), (), "", 34_400_000, actief=False
)


def test_a_row_says_which_is_used_which_is_old_and_which_does_not_work(words: KaartWords) -> None:
    plain = words.row(INFO)
    assert (plain.name, plain.meta, plain.tag) == ("IJsselstein", "gemaakt op 20-11-2026 · 34 MB", "")
    assert words.row(replace(INFO, actief=True)).tag == "in gebruik"
    assert words.row(replace(INFO, leeftijd_dagen=400)).tag_kind is TagKind.LET
    broken = replace(INFO, actief=True, problemen=(EnvironmentProblem("kaartpakket_beschadigd", onderdeel="straten"),))
    assert words.row(broken).tag_kind is TagKind.FOUT


def test_what_has_no_day_says_so(words: KaartWords) -> None:
    assert words.made(replace(INFO, gemaakt_op="")) == "datum onbekend"
    assert words.made(replace(INFO, voorbeeld=True)) == "getekend voorbeeld"


@pytest.mark.parametrize(
    ("stand", "meta"),
    [("2025-11-12", "stand 12-11-2025 · 3 MB"), ("2024", "stand 2024 · 3 MB"), ("", "3 MB")],
)
def test_a_part_tells_its_age_and_size(words: KaartWords, stand: str, meta: str) -> None:
    deel = DeelInfo("straten", 8412, 3_100_000, stand, None)
    assert words.part_name(deel) == "Stratennet · 8.412"
    assert words.part_meta(deel) == meta
    assert words.part_name(replace(deel, aantal=1)) == "Stratennet"


@pytest.mark.parametrize(
    ("count", "text"),
    [(10, "1 kB"), (44_000, "44 kB"), (999_999, "1.000 kB"), (1_500_000, "2 MB"), (2_340_000_000, "2,3 GB")],
)
def test_sizes(words: KaartWords, count: int, text: str) -> None:
    assert words.size(count) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(4, "minder dan een minuut"), (61, "1 minuut"), (600, "10 minuten"), (5400, "1,5 uur")]
)
def test_times(words: KaartWords, seconds: float, text: str) -> None:
    assert words.duration(seconds) == text


@pytest.mark.parametrize(
    ("days", "text"), [(None, ""), (0, "vandaag"), (1, "gisteren"), (40, "40 dagen oud"), (90, "3 maanden oud")]
)
def test_ages(words: KaartWords, days: int | None, text: str) -> None:
    assert words.age(days) == text
