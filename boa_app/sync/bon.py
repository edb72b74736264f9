"""The receipt: counts with a digest per kind that device and centre make apart and then compare (design §5)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from boa_app.sync.protocol import BonAntwoord, BonVraag, Telling

_MODULUS = 1 << 128
LEEG = Telling(0, f"{0:032x}")


@dataclass(frozen=True, slots=True)
class Verschil:
    """A kind of which both sides counted something else. naam: as in counts()."""

    naam: str
    hier: Telling
    daar: Telling


def digest(ids: Iterable[str]) -> Telling:
    """How many ids, and their digest: the same in any order. controle: the sum of their SHA-256 mod 2^128, 32 hex."""
    total, count = 0, 0
    for change_id in ids:
        total += int.from_bytes(hashlib.sha256(change_id.encode()).digest()[16:], "big")
        count += 1
    return Telling(count, f"{total % _MODULUS:032x}")


def add(first: Telling, second: Telling) -> Telling:
    """The digest of two lots together; of batches that were counted one by one."""
    total = (int(first.controle, 16) + int(second.controle, 16)) % _MODULUS
    return Telling(first.aantal + second.aantal, f"{total:032x}")


def counts(bon: BonVraag | BonAntwoord) -> dict[str, Telling]:
    """All counts of one side: ``gestuurd.<entity>``, ``opgehaald``, ``fotos``. Kinds without any are left out."""
    all_counts = {f"gestuurd.{entity}": telling for entity, telling in bon.gestuurd.items()}
    all_counts |= {"opgehaald": bon.opgehaald, "fotos": bon.fotos}
    return {naam: telling for naam, telling in all_counts.items() if telling.aantal}


def differences(hier: Mapping[str, Telling], daar: Mapping[str, Telling]) -> tuple[Verschil, ...]:
    """What does not agree, by name; nothing when the receipt holds."""
    return tuple(
        Verschil(naam, hier.get(naam, LEEG), daar.get(naam, LEEG))
        for naam in sorted({*hier, *daar})
        if hier.get(naam, LEEG) != daar.get(naam, LEEG)
    )


def control_number(tellingen: Mapping[str, Telling]) -> str:
    """Eight characters over all counts, as in ``7F3A C219``, that two people can read to each other."""
    rows = [[naam, telling.aantal, telling.controle] for naam, telling in sorted(tellingen.items())]
    text = hashlib.sha256(json.dumps(rows, separators=(",", ":")).encode()).hexdigest().upper()
    return f"{text[:4]} {text[4:8]}"
