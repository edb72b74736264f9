"""Drafts: kept on disk while somebody fills in the form, so that a crash costs nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from boa_app.domain.ids import uuid7
from boa_app.domain.roles import Entiteit, Handeling, Veldgroep
from boa_app.store import concepten
from boa_app.store.concepten import Concept
from boa_app.store.fotos import remove_files
from boa_app.store.session import Writer
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.fotos import wis_concept
from boa_app.usecases.session import Session

__all__ = ["Concept", "bewaar_concept", "lijst_concepten", "verwijder_concept"]


def bewaar_concept(session: Session, inhoud: Mapping[str, Any], uid: str = "", soort: str = "melding") -> Done:
    """Keep a draft; durable when this returns. uid "": a new one. inhoud: JSON values of the form."""
    session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.CODES)
    concept = uid or uuid7(session.now())
    session.write(lambda writer: concepten.save_concept(writer, concept, dict(inhoud), soort=soort))
    return Done(Changes(concepten=True), concept)


def lijst_concepten(session: Session) -> tuple[Concept, ...]:
    """The drafts on this device, the last changed first. Raises UserError geen_recht."""
    session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.CODES)
    with session.store.read() as reader:
        return tuple(concepten.list_concepten(reader))


def verwijder_concept(session: Session, uid: str) -> Done:
    """Throw a draft away with its photos. Raises UserError geen_recht."""
    session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.CODES)

    def work(writer: Writer) -> list[str]:
        concepten.delete_concept(writer, uid)
        return wis_concept(writer, uid)

    remove_files(session.store.folder, session.write(work))
    return Done(Changes(concepten=True), uid)
