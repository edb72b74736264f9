"""The audit line and its hash chain (domain §1.3): names of fields, never their values.

line n: hash = SHA-256( prev_hash + canonical JSON of all other columns )
line 1: prev_hash = 64 zeros
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from enum import StrEnum

GENESIS = "0" * 64
CHAINED = (
    "log_id", "seq", "ts_utc", "ts_device", "clock_offset_ms", "actor_id", "actor_role", "actie", "object_type",
    "object_id", "object_versie", "velden", "regime", "reden_code", "reden_tekst", "ontvanger", "grondslag",
    "resultaat", "gemeente_code", "apparaat_id", "netwerk", "app_versie", "sessie_id", "prev_hash",
)  # fmt: skip
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Actie(StrEnum):
    """What was done (Wpg art. 32a and BIO2 8.15.01)."""

    VERZAMELEN = "VERZAMELEN"
    WIJZIGEN = "WIJZIGEN"
    RAADPLEGEN = "RAADPLEGEN"
    VERSTREKKEN = "VERSTREKKEN"
    COMBINEREN = "COMBINEREN"
    WISSEN = "WISSEN"
    EXPORT = "EXPORT"
    PRINT = "PRINT"
    AANMELDEN = "AANMELDEN"
    AANMELD_MISLUKT = "AANMELD_MISLUKT"
    AUTORISATIE = "AUTORISATIE"
    SYNC = "SYNC"
    SLEUTEL = "SLEUTEL"


class Resultaat(StrEnum):
    """How it ended."""

    OK = "OK"
    GEWEIGERD = "GEWEIGERD"
    FOUT = "FOUT"


def chain_hash(line: Mapping[str, object]) -> str:
    """The hash of one line, over every column of CHAINED including prev_hash."""
    payload = _ENCODER.encode([line[name] for name in CHAINED])
    return hashlib.sha256(payload.encode()).hexdigest()


def first_broken(lines: Iterable[Mapping[str, object]]) -> int | None:
    """The seq of the first line that does not follow from the one before it, None when the chain is whole.

    lines: in order of seq, from 1; a missing seq breaks the chain too.
    """
    previous, expected = GENESIS, 1
    for line in lines:
        if line["seq"] != expected or line["prev_hash"] != previous or line["hash"] != chain_hash(line):
            return expected
        previous, expected = str(line["hash"]), expected + 1
    return None
