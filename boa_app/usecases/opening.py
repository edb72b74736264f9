"""Making and opening a store: from a passphrase to a session."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from boa_app.domain.audit import Actie
from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.errors import BoaError
from boa_app.domain.ids import uuid7
from boa_app.domain.moments import Clock
from boa_app.domain.roles import Rol
from boa_app.mapdata import bewaring
from boa_app.mapdata.pakket import Kaartpakket, load_usable
from boa_app.store import audit, sync_stand
from boa_app.store.opening import create_store, discard_store, open_store
from boa_app.store.session import StoreMeta, Writer
from boa_app.store.store import Store
from boa_app.usecases.aanmelden import actor_of
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.session import Session
from boa_app.vault.keyfile import DEFAULT_KDF, KdfParams

__all__ = ["DEFAULT_KDF", "KAARTPAKKET", "KdfParams", "load_kaart", "make_store", "open_session"]
KAARTPAKKET = bewaring.OUD


def make_store(
    folder: Path, passphrase: str, lijsten: Codelijsten, clock: Clock, *, gemeente_code: str, gemeente_naam: str,
    voorbeeld: bool = False, kdf: KdfParams = DEFAULT_KDF,
) -> tuple[Session, str]:  # fmt: skip
    """A new store and its session, with the recovery code that is shown once; a making that fails leaves no store.

    Without a centre its one user is teamleider (design §7). Raises as store.opening.create_store.
    """
    meta = StoreMeta(gemeente_code, gemeente_naam, voorbeeld, uuid7(clock()), str(Rol.TEAMLEIDER), uuid7(clock()))
    created = create_store(folder, passphrase, meta, clock, kdf)
    with ExitStack() as stack:
        # Whoever never saw the recovery code must be able to start afresh.
        stack.callback(discard_store, created.store)
        session = _session(created.store, lijsten, clock)
        stack.pop_all()
    return session, created.herstelcode


def open_session(folder: Path, secret: str, lijsten: Codelijsten, clock: Clock) -> Session:
    """The session of an existing store; secret: passphrase or recovery code. Raises as store.opening.open_store.

    A missing or damaged kaartpakket never keeps the store shut: the session then has none, or what is whole of it.
    """
    return _session(open_store(folder, secret, clock), lijsten, clock)


def _session(store: Store, lijsten: Codelijsten, clock: Clock) -> Session:
    bewaring.sweep(store.folder, clock().timestamp())
    kaart, problem = load_kaart(store.folder)
    with store.read() as reader:
        known = sync_stand.find_toestel(reader)
    actor = actor_of(store.meta.account, store.meta.rol, known)

    def work(writer: Writer) -> None:
        audit.append_line(writer, Actie.AANMELDEN, "opslag")

    try:
        store.write_now(work)
    except BaseException:
        store.close()
        raise
    return Session(store, actor, lijsten, kaart, clock, PlaatsIndex(kaart), problem)


def load_kaart(folder: Path) -> tuple[Kaartpakket | None, BoaError | None]:
    """The kaartpakket in use beside a store, and what is wrong with it: None when there is none that can be used, and
    without its damaged parts when only those are."""
    try:
        sleutel = bewaring.find_actief(folder)
        if sleutel is None:
            return None, None
        kaart, damage = load_usable(bewaring.folder_of(folder, sleutel))
    except BoaError as problem:
        return None, problem
    return kaart, damage[0] if damage else None
