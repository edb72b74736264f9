"""The Opsporingsverwijzing: only the number under which an O-measure is registered elsewhere (design §3).

Treated as a politiegegeven: own table and rights, never in full text, map or export, gone a year after first
processing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.text_guard import is_bsn

# No spaces and at least one digit: a name typed into this field must not pass.
_NUMBER = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9./_-]{1,29}")
MAX_AANTAL = 99


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
    """The number, trimmed. Raises UserError registratienummer_ongeldig, also for a burgerservicenummer."""
    number = text.strip()
    if not _NUMBER.fullmatch(number) or is_bsn(re.sub(r"[./_-]", "", number)):
        raise UserError("registratienummer_ongeldig")
    return number


def check_verwijzing(verwijzing: Opsporingsverwijzing, lijsten: Codelijsten) -> Opsporingsverwijzing:
    """The registration with its number trimmed.

    Raises UserError registratienummer_ongeldig, code_onbekend, veld_ongeldig(veld): maatregel must be one of regime O.
    """
    if verwijzing.artikel:
        lijsten.check("wettelijk_artikel", verwijzing.artikel)
    if lijsten["maatregel"].get(verwijzing.maatregel).regime != "O":
        raise UserError("veld_ongeldig", veld="maatregel")
    if not 1 <= verwijzing.aantal <= MAX_AANTAL:
        raise UserError("veld_ongeldig", veld="aantal")
    return replace(verwijzing, registratienummer=check_registratienummer(verwijzing.registratienummer))
