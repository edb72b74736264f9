"""Rewriting the file once content had to go: free pages still hold it, readable by whoever has the key."""

from __future__ import annotations

from boa_app.store import sync_stand
from boa_app.store.session import Reader, Writer

_NEEDED = "opruimen"
# The rewriting takes as much memory as the file is large.
_MOST_BYTES = 400_000_000


def need_shrink(w: Writer) -> None:
    """Say that content went which must not be found in free pages."""
    sync_stand.put(w, _NEEDED, True)


def must_shrink(r: Reader) -> bool:
    """Whether the file is to be rewritten, and small enough for it."""
    if not sync_stand.get(r, _NEEDED, False):
        return False
    pages, size = (r.db.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages) * int(size) <= _MOST_BYTES


def shrunk(w: Writer) -> None:
    """The file was rewritten."""
    sync_stand.forget(w, _NEEDED)
