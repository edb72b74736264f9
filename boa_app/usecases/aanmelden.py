"""Signing this device up at a centre with a one-time code, and what is known of that afterwards."""

from __future__ import annotations

import platform
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.moments import to_iso
from boa_app.domain.roles import Actor, Rol
from boa_app.store import audit, overname, sync_stand, sync_uit
from boa_app.store.session import Writer
from boa_app.store.sync_stand import Toestel, Toestelstand
from boa_app.sync.protocol import Aangemeld, Aanmelding
from boa_app.usecases.session import Session
from boa_app.vault.zegel import generate_keypair, generate_signing_key

if TYPE_CHECKING:
    from boa_app.sync.transport import Transport

# The keys of an attempt whose answer never came: the centre may have bound them already.
_ATTEMPT = "aanmelding"
_MAX_NAAM = 60


@dataclass(frozen=True, slots=True)
class Aanmeldstatus:
    """Who this device is to the centre. naam, rol, buurten, einde: of the account as the centre told last; buurten None
    for the whole municipality, einde an ISO day or "". vervalt_op: when synced rows go if there is no contact."""

    aangemeld: bool
    server: str = ""
    naam: str = ""
    account: str = ""
    rol: str = ""
    buurten: tuple[str, ...] | None = None
    gemeente: str = ""
    einde: str = ""
    toestel: str = ""
    laatste_contact: datetime | None = None
    vervalt_op: datetime | None = None
    ingetrokken: bool = False


def meld_aan(
    session: Session, server_url: str, code: str, *, ca: Path | None = None, naam: str = "",
    transport: Transport | None = None,
) -> Aanmeldstatus:  # fmt: skip
    """Sign up: keys are made here and the private ones never leave the encrypted store. Everything that is here stays,
    and goes to the centre in the first round of syncing; go on with sessie_van(session), for account and role are now
    those of the centre.

    ca: PEM file of the organisation's own certificate authority; None: the trust of the operating system. naam: of the
    device, for who manages devices; "" takes the name of the computer. Raises UserError al_aangemeld,
    voorbeeld_niet_aanmelden, adres_ongeldig, adres_onveilig (http beyond this machine), code_onjuist,
    account_zonder_rol, toestel_bestaat, gemeente_anders(gemeente), certificaat_onleesbaar; EnvironmentProblem as
    run_sync.
    """
    from boa_app.sync.lijn import read_ca
    from boa_app.sync.transport import Transport, check_server, is_loopback_url

    server, ca_pem = check_server(server_url), read_ca(ca) if ca else ""
    _check_free(session)
    if session.store.meta.voorbeeld and not is_loopback_url(server):
        # Made-up meldingen must never be counted as real ones.
        raise UserError("voorbeeld_niet_aanmelden")
    if not code.strip():
        raise UserError("code_onjuist")
    toestel = _prepare(session, server, ca_pem, naam or platform.node())
    line = transport or Transport(server, ca_pem=ca_pem)
    with line:
        answer = line.aanmelden(_aanmelding(toestel, code.strip()))
    _keep(session, toestel, answer, _gemeente_of(session, answer))
    return aanmeldstatus(session)


def aanmeldstatus(session: Session) -> Aanmeldstatus:
    """What this device knows of its centre; asks nothing over the line."""
    with session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
    if known is None:
        return Aanmeldstatus(False)
    own, stand, contact = known.toestel, known.stand, known.laatste_contact
    if stand is None:
        return Aanmeldstatus(True, own.server, toestel=own.naam, laatste_contact=contact, ingetrokken=known.ingetrokken)
    ends = contact + timedelta(days=stand.vervaltermijn_dagen) if contact else None
    return Aanmeldstatus(
        True, own.server, stand.naam, stand.account, stand.rol, stand.buurten, stand.gemeente_naam, stand.einde,
        own.naam, contact, ends, known.ingetrokken,
    )  # fmt: skip


def sessie_van(session: Session) -> Session:
    """The same store in the name of the account and role it has now."""
    with session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
    return replace(session, actor=actor_of(session.store.meta.account, session.store.meta.rol, known))


def actor_of(account: str, rol: str, known: Toestelstand | None) -> Actor:
    """Who works in a store of this account and role; known: what its centre said of it."""
    if known is None or known.stand is None or known.stand.buurten is None:
        return Actor(account, Rol(rol))
    return Actor(account, Rol(rol), frozenset(known.stand.buurten))


def _check_free(session: Session) -> None:
    with session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
    if known is not None and not known.ingetrokken:
        raise UserError("al_aangemeld")


def _prepare(session: Session, server: str, ca_pem: str, naam: str) -> Toestel:
    """The keys of this attempt, on disk before the centre hears of them: an answer that gets lost is asked again."""
    with session.store.read() as reader:
        kept = sync_stand.get(reader, _ATTEMPT)
    if kept is not None:
        return replace(Toestel(**kept), server=server, ca=ca_pem)
    signing, sealing = generate_signing_key(), generate_keypair()
    toestel = Toestel(
        server, "", session.store.meta.device, signing.prive, sealing.prive, ca_pem, _clean(naam),
        to_iso(session.now()),
    )  # fmt: skip

    def work(w: Writer) -> None:
        sync_stand.put(w, _ATTEMPT, asdict(toestel))
        audit.append_line(w, Actie.SLEUTEL, "toestel", toestel.device, velden=("teken_sleutel", "uitwissel_sleutel"))

    session.write(work)
    return toestel


def _aanmelding(toestel: Toestel, code: str) -> Aanmelding:
    from boa_app.vault.zegel import public_of, signing_public_of

    signing = signing_public_of(toestel.teken_sleutel)
    return Aanmelding(code, toestel.device, toestel.naam, signing, public_of(toestel.uitwissel_sleutel))


def _gemeente_of(session: Session, answer: Aangemeld) -> tuple[str, str] | None:
    """The municipality of the centre when it is another one and this store is still empty, None when it is the same.

    Raises UserError gemeente_anders.
    """
    stand = answer.stand
    if stand.gemeente_code == session.store.meta.gemeente_code:
        return None
    with session.store.read() as reader:
        free = overname.is_empty(reader)
    if not free or session.kaart is not None:
        raise UserError("gemeente_anders", gemeente=stand.gemeente_naam[:80])
    return stand.gemeente_code, stand.gemeente_naam


def _keep(session: Session, toestel: Toestel, answer: Aangemeld, gemeente: tuple[str, str] | None) -> None:
    def work(w: Writer) -> None:
        sync_stand.keep_toestel(w, replace(toestel, centrale=answer.centrale))
        sync_stand.keep_stand(w, answer.stand)
        sync_stand.forget(w, _ATTEMPT, "token", "ronde")
        audit.append_line(w, Actie.AANMELDEN, "centrale", toestel.device, ontvanger=answer.centrale)

    with session.store.read() as reader:
        before = sync_stand.find_toestel(reader)
    if before is not None and before.toestel.centrale != answer.centrale:
        # What another centre took counts as sent, and this one never saw it. Before the account is another: what is
        # to be sent goes in the name of the new one.
        session.write(sync_uit.resend_all)
    session.store.adopt_account(answer.stand.account, answer.stand.rol, work, gemeente)


def _clean(naam: str) -> str:
    shown = "".join(char for char in naam if char.isprintable()).strip()
    return shown[:_MAX_NAAM] or "apparaat"
