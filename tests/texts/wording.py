"""How the sentences must read (screens §9), shared by the tests of every room of the catalogue."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\{(\w+)\}")
LONGEST_WORDS = 15
# Formal u; dit apparaat and de centrale; synchroniseren and not its short form; behaviour, not people.
NOT_DUTCH = re.compile(
    r"\b(je|jij|jouw|jullie|server\w*|lokaal|lokale|sync(?!hronise)\w*|database\w*|error\w*|overlastgever\w*|hangjong\w*|helaas|sorry)\b",
    re.IGNORECASE,
)


def check_pair(nl: str, en: str) -> None:
    """Both languages say something, with the same fields, in short sentences."""
    assert nl.strip() == nl
    assert en.strip() == en
    assert bool(nl) == bool(en)
    assert sorted(set(PLACEHOLDER.findall(nl))) == sorted(set(PLACEHOLDER.findall(en)))
    assert not NOT_DUTCH.search(nl), nl
    for text in (nl, en):
        for part in re.split(r"(?<=[.!?])\s+", text):
            assert len(part.split()) <= LONGEST_WORDS, part


def check_sentences(text: str) -> None:
    """Whole sentences: a capital or a field in front, a full stop at the end."""
    assert re.match(r"[A-ZÀ-Ý{]|boa_app", text), text
    assert re.search(r"[.?]$", text), text
