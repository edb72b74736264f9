"""What a use case gets to read and write with: one consistent view, or one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from boa_app.domain.ids import uuid7
from boa_app.domain.moments import to_iso
from boa_app.sync.clock import Hlc, next_hlc

if TYPE_CHECKING:
    from boa_app.vault.sqlcipher import Database


@dataclass(frozen=True, slots=True)
class StoreMeta:
    """What a store is for. device: a uuid7, one per store. voorbeeld: marked on every screen, exempt from retention."""

    gemeente_code: str
    gemeente_naam: str
    voorbeeld: bool
    account: str
    rol: str
    device: str


@dataclass(slots=True)
class Reader:
    """One consistent view of the store, only inside ``with store.read()`` or a write."""

    db: Database


def _is_never_awaited() -> bool:
    return False


@dataclass(slots=True)
class Writer(Reader):
    """One transaction; made per write and never kept.

    now: aware UTC, the same for everything in this transaction. last_hlc, audit_seq, audit_hash: the ends of both logs;
    they move with every entry and are taken over by the store only after the commit. actor: (account, rol) of who acts
    when it is not the user of the store. processed: the moment retention terms run from. is_awaited: whether somebody
    now waits for the thread; work in the background that is long then commits what it has. seen: the latest use with a
    clock that could be right, None in a store that remembers none.
    """

    now: datetime
    meta: StoreMeta
    session_id: str
    last_hlc: Hlc | None
    audit_seq: int
    audit_hash: str
    actor: tuple[str, str] | None = None
    is_awaited: Callable[[], bool] = _is_never_awaited
    seen: datetime | None = None
    changes_logged: int = 0
    audit_lines: int = 0
    now_iso: str = field(init=False)
    processed: datetime = field(init=False)
    processed_iso: str = field(init=False)

    def __post_init__(self) -> None:
        self.now_iso = to_iso(self.now)
        # A clock that was set back must not make a record look old enough to be purged at once; one day with the clock
        # of another year, which the op log never forgets, must not keep all records after it a year longer.
        last = self.seen or (None if self.last_hlc is None else self.last_hlc.moment())
        self.processed = self.now if last is None else max(self.now, last)
        self.processed_iso = to_iso(self.processed)

    @property
    def device(self) -> str:
        """The id of this device."""
        return self.meta.device

    @property
    def account(self) -> str:
        """Who acts."""
        return self.actor[0] if self.actor else self.meta.account

    @property
    def rol(self) -> str:
        """The role of who acts."""
        return self.actor[1] if self.actor else self.meta.rol

    def new_id(self) -> str:
        """A fresh uuid7."""
        return uuid7(self.now)

    def next_hlc(self) -> str:
        """The next clock of this device: larger than any in the store, also when the system clock was set back."""
        self.last_hlc = next_hlc(self.last_hlc, self.now, self.device)
        return str(self.last_hlc)

    def owned(self) -> tuple[str, str, str, str]:
        """gemeente_code, eerste_verwerking_op, gemaakt_door, gemaakt_op of a row made now."""
        return self.meta.gemeente_code, self.processed_iso, self.account, self.now_iso
