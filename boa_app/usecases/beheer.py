"""Beheer of the centre: accounts with role, days and werkgebied, devices, one-time codes, and files brought by hand.

Everything is asked of the centre, which decides and logs; here the same table of rights is asked first, so that nobody
waits for a line to hear no. Acts leave a line in the audit log of this device too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.moments import to_local
from boa_app.domain.roles import Entiteit, Handeling
from boa_app.store import audit, sync_stand
from boa_app.store.session import Writer
from boa_app.sync.beheer import (
    MAX_NAAM,
    Aanmeldcode,
    Account,
    AccountWijziging,
    AuditBlad,
    AuditRegel,
    Beeindiging,
    Buurt,
    Intrekking,
    NieuwAccount,
    NieuweCode,
    OpenCode,
    Rolperiode,
    Toestand,
    Toestel,
)
from boa_app.sync.beheer_client import BeheerLijn
from boa_app.usecases.centraletoken import vraag_centrale
from boa_app.usecases.draagbestand import lees_draagbestand, schrijf_draagbestand
from boa_app.usecases.session import Session
from boa_app.vault.zegel import MAX_PLAINTEXT_BYTES, OVERHEAD_BYTES

if TYPE_CHECKING:
    from boa_app.sync.transport import Transport

T = TypeVar("T")
Stop = Callable[[], bool]
_FOREVER = date.max
MAX_USB_BYTES = MAX_PLAINTEXT_BYTES + OVERHEAD_BYTES


@dataclass(frozen=True, slots=True)
class Beheerbeeld:
    """Everything the page shows, as the centre told it in one go. server: the address a new device signs up at. eigen:
    the account that looks."""

    accounts: tuple[Account, ...]
    toestellen: tuple[Toestel, ...]
    codes: tuple[OpenCode, ...]
    buurten: tuple[Buurt, ...]
    oidc_nodig: bool
    server: str
    eigen: str
    eigen_toestel: str


@dataclass(frozen=True, slots=True)
class Accountinvoer:
    """What a person filled in for an account. begin, einde: the days his role holds, both inclusive, einde None without
    end. buurten: codes, None for the whole municipality."""

    naam: str
    rol: str
    begin: date
    einde: date | None = None
    buurten: tuple[str, ...] | None = None
    oidc: str = ""
    reden: str = ""


def heeft_centrale(session: Session) -> bool:
    """Whether this device belongs to a centre; asks nothing over the line."""
    with session.store.read() as reader:
        return sync_stand.is_enrolled(reader)


def lees_beheer(session: Session, *, cancelled: Stop | None = None, transport: Transport | None = None) -> Beheerbeeld:
    """Accounts, devices, codes and buurten. Raises as vraag_centrale."""
    session.require(Handeling.LEZEN, Entiteit.ACCOUNT)

    def ask(line: Transport) -> Beheerbeeld:
        centre = BeheerLijn(line)
        people, own = centre.accounts(), _eigen_toestel(session)
        return Beheerbeeld(
            people.accounts, centre.toestellen().toestellen, centre.codes().codes, centre.buurten().buurten,
            people.oidc_nodig, line.server, session.actor.account, own,
        )  # fmt: skip

    return vraag_centrale(session, ask, cancelled=cancelled, transport=transport)


def maak_account(
    session: Session, invoer: Accountinvoer, *, cancelled: Stop | None = None, transport: Transport | None = None
) -> Account:
    """A new account. Raises UserError account_naam_nodig, rolperiode_ongeldig and what the centre refuses."""
    session.require(Handeling.MAKEN, Entiteit.ACCOUNT)
    perioden = nieuwe_perioden((), invoer, vandaag(session))
    nieuw = NieuwAccount(_naam(invoer), perioden, invoer.buurten, invoer.oidc.strip(), invoer.reden.strip())
    made = _ask(session, lambda centre: centre.maak_account(nieuw), cancelled, transport)
    _log(session, "account", made.id, "naam", "rollen", "buurten")
    return made


def wijzig_account(
    session: Session, account: Account, invoer: Accountinvoer, *, cancelled: Stop | None = None,
    transport: Transport | None = None,
) -> Account:  # fmt: skip
    """An account with what was filled in; periods before its begin stay as they were.

    Raises UserError account_gewijzigd when somebody else changed it meanwhile, and as maak_account.
    """
    session.require(Handeling.WIJZIGEN, Entiteit.ACCOUNT)
    wijziging = AccountWijziging(
        account.versie, _naam(invoer), nieuwe_perioden(account.rollen, invoer, vandaag(session)), invoer.buurten,
        invoer.oidc.strip(), invoer.reden.strip(),
    )  # fmt: skip
    return _change(session, account.id, wijziging, cancelled, transport)


def herstel_account(
    session: Session, nu: Account, eerder: Account, *, cancelled: Stop | None = None, transport: Transport | None = None
) -> Account:
    """Take a change back: the account as it was before. Raises UserError account_gewijzigd when it changed since."""
    session.require(Handeling.WIJZIGEN, Entiteit.ACCOUNT)
    wijziging = AccountWijziging(nu.versie, eerder.naam, eerder.rollen, eerder.buurten, eerder.oidc, "")
    return _change(session, nu.id, wijziging, cancelled, transport)


def beeindig_account(
    session: Session, account: str, reden: str, *, cancelled: Stop | None = None, transport: Transport | None = None
) -> Account:
    """End an account for good; its devices destroy their key once they are heard of. Raises UserError
    reden_ontbreekt, eigen_account, laatste_beheerder."""
    session.require(Handeling.VERVALLEN, Entiteit.ACCOUNT)
    if account == session.actor.account:
        raise UserError("eigen_account")
    einde = Beeindiging(_reden(reden))
    ended = _ask(session, lambda centre: centre.beeindig_account(account, einde), cancelled, transport)
    _log(session, "account", account, "status")
    return ended


def trek_toestel_in(
    session: Session, device: str, reden: str, *, cancelled: Stop | None = None, transport: Transport | None = None
) -> Toestel:
    """Revoke a device: it gets nothing any more and destroys its key; its unsent work stays in the sealed outbox.

    Raises UserError reden_ontbreekt, eigen_toestel: who revokes the device he works on shuts himself out.
    """
    session.require(Handeling.VERVALLEN, Entiteit.ACCOUNT)
    if device == _eigen_toestel(session):
        raise UserError("eigen_toestel")
    intrekking = Intrekking(_reden(reden))
    revoked = _ask(session, lambda centre: centre.trek_toestel_in(device, intrekking), cancelled, transport)
    _log(session, "toestel", device, "ingetrokken")
    return revoked


def maak_code(
    session: Session, account: str, *, cancelled: Stop | None = None, transport: Transport | None = None
) -> Aanmeldcode:
    """A one-time code for one device of an account. It is kept nowhere: who loses it makes another."""
    session.require(Handeling.MAKEN, Entiteit.ACCOUNT)
    code = _ask(session, lambda centre: centre.maak_code(NieuweCode(account)), cancelled, transport)
    _log(session, "code", code.id)
    return code


def trek_code_in(
    session: Session, code: str, *, cancelled: Stop | None = None, transport: Transport | None = None
) -> tuple[OpenCode, ...]:
    """Let a code hold no longer; gives the codes that still do."""
    session.require(Handeling.MAKEN, Entiteit.ACCOUNT)
    left = _ask(session, lambda centre: centre.trek_code_in(code).codes, cancelled, transport)
    _log(session, "code", code, "ingetrokken")
    return left


def stuur_buurten(
    session: Session, *, cancelled: Stop | None = None, transport: Transport | None = None
) -> tuple[Buurt, ...]:
    """Give the centre the buurten of the kaartpakket on this device, so that a werkgebied can be chosen.

    Raises UserError buurten_ontbreken.
    """
    session.require(Handeling.WIJZIGEN, Entiteit.CODELIJST)
    if session.kaart is None or not session.kaart.buurten:
        raise UserError("buurten_ontbreken")
    features = [
        {
            "type": "Feature", "properties": {"code": buurt.code, "naam": buurt.naam},
            # All rings of all parts in one: the centre takes them by the even-odd rule, as here.
            "geometry": {"type": "Polygon", "coordinates": [[list(at) for at in ring] for ring in buurt.rings]},
        }
        for buurt in session.kaart.buurten
    ]  # fmt: skip
    geojson: dict[str, object] = {"type": "FeatureCollection", "features": features}
    loaded = _ask(session, lambda centre: centre.laad_buurten(geojson).buurten, cancelled, transport)
    _log(session, "buurten", "", "ringen")
    return loaded


def lees_logboek(
    session: Session, voor: int = 0, *, cancelled: Stop | None = None, transport: Transport | None = None
) -> AuditBlad:
    """A page of the audit log of the centre, newest first; the centre writes down that it was read."""
    session.require(Handeling.LEZEN, Entiteit.AUDIT)
    return _ask(session, lambda centre: centre.audit(voor), cancelled, transport)


def breng_usb(
    session: Session, bestand: Path, antwoord: Path, *, cancelled: Stop | None = None,
    transport: Transport | None = None,
) -> Path:  # fmt: skip
    """Hand a sealed file of another device in, unread, and write the answer for that device.

    The answer is written whole or not at all; bringing the same file again is harmless. Raises UserError
    usb_onleesbaar(bestand), usb_te_groot(max_mb), uitvoer_map_ontbreekt(map), and what the centre refuses.
    """
    session.require(Handeling.CONTROLEREN, Entiteit.OPSLAG)
    sealed = lees_draagbestand(bestand, MAX_USB_BYTES)
    answer = vraag_centrale(session, lambda line: line.usb(sealed), cancelled=cancelled, transport=transport)
    schrijf_draagbestand(antwoord, answer)
    session.write(partial(audit.append_line, actie=Actie.SYNC, object_type="usb", reden_code="ingelezen"))
    return antwoord


def nieuwe_perioden(eerder: Sequence[Rolperiode], invoer: Accountinvoer, dag: date) -> tuple[Rolperiode, ...]:
    """The roles of an account once this one holds from begin on: earlier ones end the day before, later ones go.

    A period that was over before today never changes: it says what somebody could see then. Raises UserError
    rolperiode_ongeldig(begin, einde), rol_ontbreekt, rolperiode_verleden(begin).
    """
    if not invoer.rol:
        raise UserError("rol_ontbreekt")
    if invoer.einde is not None and invoer.einde < invoer.begin:
        raise UserError("rolperiode_ongeldig", begin=_iso(invoer.begin), einde=_iso(invoer.einde))
    kept = []
    for one in eerder:
        begin, einde = date.fromisoformat(one.begin), date.fromisoformat(one.einde) if one.einde else _FOREVER
        if einde < dag and einde >= invoer.begin:
            raise UserError("rolperiode_verleden", begin=_iso(invoer.begin))
        if einde < invoer.begin:
            kept.append(one)
        elif begin < invoer.begin:
            kept.append(replace(one, einde=_iso(invoer.begin - timedelta(days=1))))
    return (*kept, Rolperiode(invoer.rol, _iso(invoer.begin), _iso(invoer.einde) if invoer.einde else ""))


def huidige_periode(account: Account, dag: date) -> Rolperiode | None:
    """The role that holds on a day, else the next one to come, else the last one there was."""
    text = dag.isoformat()
    to_come = (one for one in account.rollen if not one.einde or one.einde >= text)
    return next(to_come, account.rollen[-1] if account.rollen else None)


def vandaag(session: Session) -> date:
    """The day it is in the Netherlands."""
    return to_local(session.now()).date()


def _ask(session: Session, work: Callable[[BeheerLijn], T], cancelled: Stop | None, transport: Transport | None) -> T:
    return vraag_centrale(session, lambda line: work(BeheerLijn(line)), cancelled=cancelled, transport=transport)


def _change(
    session: Session, account: str, wijziging: AccountWijziging, cancelled: Stop | None, transport: Transport | None
) -> Account:
    changed = _ask(session, lambda centre: centre.wijzig_account(account, wijziging), cancelled, transport)
    _log(session, "account", account, "naam", "rollen", "buurten")
    return changed


def _naam(invoer: Accountinvoer) -> str:
    naam = " ".join(invoer.naam.split())
    if not naam:
        raise UserError("account_naam_ongeldig", max=MAX_NAAM)
    return naam


def _reden(reden: str) -> str:
    if not reden.strip():
        raise UserError("reden_ontbreekt")
    return reden.strip()


def _eigen_toestel(session: Session) -> str:
    with session.store.read() as reader:
        found = sync_stand.find_toestel(reader)
    return found.toestel.device if found is not None else ""


def _log(session: Session, soort: str, uid: str, *velden: str) -> None:
    def line(w: Writer) -> None:
        audit.append_line(w, Actie.AUTORISATIE, soort, uid, velden=velden)

    session.write(line)


def _iso(dag: date) -> str:
    return dag.isoformat()


__all__ = [
    "MAX_NAAM",
    "Aanmeldcode",
    "Account",
    "Accountinvoer",
    "AuditBlad",
    "AuditRegel",
    "Beheerbeeld",
    "Buurt",
    "OpenCode",
    "Rolperiode",
    "Toestand",
    "Toestel",
]  # fmt: skip
