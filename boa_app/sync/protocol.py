"""The change: one entry of the op log, the same on device, on the wire and at the centre (design §5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

SCHEMA_VERSION = 1
CREATE_FIELD = "*"


@dataclass(frozen=True, slots=True)
class Change:
    """One change. field ``*`` creates: value holds all initial fields and the change is the base of each of them;
    otherwise value is the new value of one field (lists and geometry whole). base_change_ids: the heads this was
    made on. hlc: text of sync.clock.Hlc."""

    change_id: str
    device: str
    user: str
    entity: str
    uid: str
    field: str
    value: Any
    base_change_ids: tuple[str, ...]
    hlc: str
    schema_version: int = SCHEMA_VERSION
    reason: str = ""
