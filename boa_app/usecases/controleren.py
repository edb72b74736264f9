"""Checking the store: integrity, hash chain, counts, the photos and the kaartpakket beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from boa_app.domain.errors import FieldValue
from boa_app.domain.roles import Entiteit, Handeling
from boa_app.store import fotos, integrity
from boa_app.usecases.session import Session

_PHOTO_CODES = ("fotos_ontbreken", "fotos_beschadigd", "fotos_los")


@dataclass(frozen=True, slots=True)
class Controlepunt:
    """One thing that is not as it should be; the sentence is made of code and fields."""

    code: str
    fields: dict[str, FieldValue] = field(default_factory=dict)


def controleer(session: Session) -> tuple[Controlepunt, ...]:
    """Everything that is wrong with the store, nothing when it is whole. Reads the whole file and every photo."""
    session.require(Handeling.CONTROLEREN, Entiteit.OPSLAG)
    with session.store.read() as reader:
        found = [Controlepunt(finding.code, dict(finding.fields)) for finding in integrity.check(reader)]
        # A file with broken pages gives no answers worth counting.
        counts = (0, 0, 0) if found else fotos.check_files(reader, session.store.folder)
    found += [Controlepunt(code, {"aantal": count}) for code, count in zip(_PHOTO_CODES, counts, strict=True) if count]
    if session.kaart_probleem is not None:
        found.append(Controlepunt(session.kaart_probleem.code, dict(session.kaart_probleem.fields)))
    return tuple(found)
