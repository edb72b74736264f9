"""The word lists of the guard do not contradict each other."""

from __future__ import annotations

import re

from boa_app.domain import guard_words


def test_a_first_name_is_no_ordinary_word() -> None:
    names = guard_words.FIRST_NAMES | guard_words.LABEL_FIRST_NAMES
    assert not names & guard_words.NO_FIRST_NAME
    assert not guard_words.FIRST_NAMES & guard_words.LABEL_FIRST_NAMES


def test_words_are_lower_case() -> None:
    for words in (
        guard_words.FIRST_NAMES, guard_words.LABEL_FIRST_NAMES, guard_words.NO_FIRST_NAME, guard_words.LETTERED_THINGS,
        guard_words.MONTHS,
    ):  # fmt: skip
        assert all(word == word.lower() and word for word in words)


def test_every_special_word_is_a_pattern_that_cannot_match_nothing() -> None:
    assert not [word for word in guard_words.SPECIAL_WORDS if re.fullmatch(word, "", re.IGNORECASE)]
