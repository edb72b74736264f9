from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from boa_app.domain.errors import EnvironmentProblem
from boa_app.ui.kaartpakket.detail import PakketFacts
from boa_app.ui.kaartpakket.words import KaartWords
from boa_app.ui.theme import ThemeManager
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.usecases.kaartpakketbouw import Mislukt
from boa_app.usecases.kaartpakketten import DeelInfo
from tests.ui.kaartpakket.test_words import INFO

FULL = replace(
    INFO, onderdelen=(DeelInfo("buurten", 31, 44_000, "2024", None),), ontbreekt=("adressen",), attributie="© CBS"
)


def told(qtbot: QtBot, rows: list[object]) -> list[tuple[str, str]]:
    found = []
    for row in rows:
        assert isinstance(row, InfoRow)
        qtbot.addWidget(row)
        found.append((row.name, row.meta))
    return found


def test_parts_what_is_missing_and_sources(qtbot: QtBot, themes: ThemeManager, words: KaartWords) -> None:
    assert told(qtbot, list(PakketFacts(themes, words).rows(FULL))) == [
        ("Buurten · 31", "stand 2024 · 44 kB"), ("Niet in dit kaartpakket", "Adressen"), ("Bronnen", "© CBS"),
    ]  # fmt: skip


def test_what_did_not_succeed_stands_first_with_what_to_do(
    qtbot: QtBot, themes: ThemeManager, words: KaartWords
) -> None:
    failed = (Mislukt("basiskaart", "kaartpakket_bestand_leeg", {"bestand": "a.mbtiles"}),)
    first = told(qtbot, list(PakketFacts(themes, words).rows(FULL, failed)))[0]
    assert first[0] == "Basiskaart is niet gelukt"
    assert first[1].startswith("Het bestand a.mbtiles is leeg.")


def test_a_broken_one_says_what_is_wrong(qtbot: QtBot, themes: ThemeManager, words: KaartWords) -> None:
    problem = EnvironmentProblem("kaartpakket_beschadigd", onderdeel="straten")
    rows = told(qtbot, list(PakketFacts(themes, words).rows(replace(FULL, problemen=(problem,)))))
    assert "beschadigd" in rows[0][0]
    assert all(name != "Niet in dit kaartpakket" for name, _ in rows)
