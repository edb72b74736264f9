"""Full text: which meldingen hold all words somebody typed. Words never become syntax, and marked text is not indexed.

The index is brought up to date first (``catch_up``): zoekindex.py tells why a save leaves it behind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from boa_app.store import zoekindex
from boa_app.store.session import Reader
from boa_app.store.store import Store

MAX_WORDS = 8
MAX_WORD = 40
# Of a pasted page only the beginning is read: nobody types more than this into a search field.
_MAX_TYPED = 400
# What unicode61 takes as part of a word: letters and digits of every script. Everything else parts words, so quotes,
# stars, brackets and hyphens never reach the query.
_WORD = re.compile(r"[^\W_]+")
_HAS_TAIL = f"SELECT EXISTS (SELECT 1 {zoekindex.FROM_OWN} WHERE {zoekindex.IN_TAIL})"
_MATCH = "SELECT rowid FROM meldingen_tekst WHERE meldingen_tekst MATCH ?"


def to_words(typed: str) -> tuple[str, ...]:
    """The words to look for, in order: at most eight, each cut at forty characters."""
    text = unicodedata.normalize("NFC", typed[:_MAX_TYPED])
    return tuple(word[:MAX_WORD] for word in _WORD.findall(text))[:MAX_WORDS]


def catch_up(store: Store) -> None:
    """Index what was saved since; takes as long as there is left. Not from inside a read or a write."""
    with store.read() as reader:
        has_tail = reader.db.conn.execute(_HAS_TAIL).fetchone()[0]
    while has_tail:
        has_tail = store.write_now(zoekindex.index_tail)


def find_nrs(r: Reader, words: Collection[str], *, only_plaats: bool = False) -> list[int]:
    """The numbers of the meldingen that hold every word, the last one also as a beginning; in no set order.

    words: of ``to_words``. only_plaats: look in the name of the place alone.
    Accents and capitals make no difference. Also unfinished imports: whoever lists them knows which are visible.
    """
    if not words:
        return []
    return [row[0] for row in r.db.conn.execute(_MATCH, [_expression(words, only_plaats=only_plaats)])]


def _expression(words: Collection[str], *, only_plaats: bool) -> str:
    # Between quotes everything is text; the words hold no quotes by now.
    quoted = " AND ".join(f'"{word}"' for word in words)
    return f"{{plaats}} : ({quoted}*)" if only_plaats else f"({quoted}*)"
