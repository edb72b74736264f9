"""A session of a device that belongs to a real centre: keys made there, kept here, in a role of choice."""

from __future__ import annotations

from dataclasses import replace

from boa_app.domain.roles import Actor, Rol
from boa_app.store import sync_stand
from boa_app.store.session import Writer
from boa_app.usecases.session import Session
from tests.centrale import Centrale


def meld_sessie_aan(session: Session, centrale: Centrale, naam: str, rol: Rol) -> Session:
    """The same store, signed up at the centre under this name, in the role the account has there."""
    toestel = centrale.toestel(naam, str(rol))
    own = sync_stand.Toestel(
        centrale.url, centrale.dienst.instellingen.centrale, toestel.device, toestel.teken.prive,
        toestel.uitwissel.prive, naam="Laptop",
    )  # fmt: skip

    def keep(w: Writer) -> None:
        sync_stand.keep_toestel(w, own)

    session.write(keep)
    return replace(session, actor=Actor(toestel.account, rol))
