"""The Opsporingsverwijzing: only the number under which an O-measure is registered elsewhere (design §3).

Treated as a politiegegeven: own table and rights, never in full text, map or export, gone a year after first
processing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from boa_app.domain.errors import UserError

_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./_-]{1,39}")


@dataclass(frozen=True, slots=True)
class Opsporingsverwijzing:
    """One external registration. artikel: code of list wettelijk_artikel or "". aantal: how many persons it
    concerns.
    """

    uid: str
    melding: str
    maatregel: str
    registratienummer: str
    artikel: str = ""
    aantal: int = 1


def check_registratienummer(text: str) -> str:
    """The number, trimmed. Raises UserError registratienummer_ongeldig."""
    number = text.strip()
    if not _NUMBER.fullmatch(number):
        raise UserError("registratienummer_ongeldig")
    return number
