"""The clock of the device: whether it can be right, and a person saying that it is.

Nobody needs a right for this: whoever holds the device knows what day it is. Saying so is logged.
"""

from __future__ import annotations

from boa_app.domain.klok import KlokOordeel, KlokStand
from boa_app.store import klok
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.session import Session


def lees_klok(session: Session) -> KlokOordeel:
    """The clock as it is now. An example store has no terms, so there it never matters."""
    now = session.now()
    if session.store.meta.voorbeeld:
        return KlokOordeel(KlokStand.AANNEMELIJK, now, None)
    with session.store.read() as reader:
        return klok.oordeel(reader, now, session.store.session_id)


def bevestig_klok(session: Session) -> Done:
    """A person says that the clock of this device is right: what waited for that may be wiped."""
    session.write(klok.bevestig)
    return Done(Changes())
