"""Full text: every word, the last as a beginning, and nothing typed is ever syntax."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boa_app.store import zoeken
from boa_app.store.store import Store
from tests.store.samples import a_melding, register

HOSTILE = (
    "a OR b", "fiets OR kapot", 'fiets"', '"', "fiets*", "*", "fiets NEAR kapot", "NEAR(fiets kapot)", "plaats:zeeman",
    "{plaats}: fiets", "^fiets", "fiets -kapot", "(", ")", "fiets AND", "NOT fiets", "fiets + kapot", "a" * 10_000,
    "fiets " * 5_000, "\x00fiets\x00", "\ud800", "🚲 fiets", "ﷺ", "e\u0301" * 40, "'; DROP TABLE meldingen; --",
)  # fmt: skip


@pytest.fixture
def filled(store: Store) -> Store:
    """Three meldingen, not indexed yet: fiets in two, a place in one, an accent in one."""
    register(store, a_melding(plaats="Zeemanlaan", feiten="Een fiets in de struiken"))
    register(store, a_melding(feiten="fietsen kapot gemaakt, zeep"))
    register(store, a_melding(feiten="bij het café"))
    zoeken.catch_up(store)
    return store


def _find(store: Store, typed: str, *, only_plaats: bool = False) -> list[int]:
    with store.read() as reader:
        return sorted(zoeken.find_nrs(reader, zoeken.to_words(typed), only_plaats=only_plaats))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("fiets", [1, 2]), ("FIETS", [1, 2]), ("fietsen kapot", [2]), ("kapot fiets", [2]), ("cafe", [3]),
        ("Café", [3]), ("cafe\u0301", [3]), ("zeemanlaan fiets", [1]), ("fie kapot", []), ("laan", []), ("", []),
        ("zee", [1, 2]), ("struiken, fiets!", [1]),
    ],
)  # fmt: skip
def test_words(filled: Store, typed: str, wanted: list[int]) -> None:
    assert _find(filled, typed) == wanted


def test_only_the_place(filled: Store) -> None:
    assert _find(filled, "zee", only_plaats=True) == [1]
    assert _find(filled, "fiets", only_plaats=True) == []
    assert _find(filled, "zeemanlaan fiets", only_plaats=True) == []


def test_what_was_saved_is_found_right_after(filled: Store) -> None:
    nr = register(filled, a_melding(feiten="kanarie")).nr
    zoeken.catch_up(filled)
    assert _find(filled, "kanarie") == [nr]


def test_more_than_one_batch_is_caught_up(filled: Store) -> None:
    for number in range(3):
        register(filled, a_melding(feiten=f"kanarie nummer{number}"))
    zoeken.catch_up(filled)
    assert len(_find(filled, "kanarie")) == 3


@pytest.mark.parametrize("typed", HOSTILE)
def test_syntax_is_only_text(filled: Store, typed: str) -> None:
    words = zoeken.to_words(typed)
    assert len(words) <= zoeken.MAX_WORDS and all(len(word) <= zoeken.MAX_WORD for word in words)
    found = _find(filled, typed)
    # Read as syntax, OR would find what holds one of both; as text the word "or" is in none.
    assert not found or all(word in ("fiets",) for word in {word.lower() for word in words}), typed


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=60))
def test_nothing_typed_ever_raises(filled: Store, typed: str) -> None:
    _find(filled, typed)
    _find(filled, typed, only_plaats=True)


def test_marked_text_is_not_found(store: Store) -> None:
    register(store, a_melding(feiten="kanarie gezien"), tekst_verdacht=True)
    zoeken.catch_up(store)
    assert _find(store, "kanarie") == []
