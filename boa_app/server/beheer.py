"""What a beheerder or privacy officer asks of the centre, each act inside the table of rights and in the audit log.

Reading lists of accounts and devices is no reading of content; reading the audit log is written in it.
"""

from __future__ import annotations

from boa_app.domain.audit import Actie
from boa_app.domain.roles import Entiteit, Handeling, Onderwerp, Veldgroep, has_any, may
from boa_app.server import audit, buurtbeheer, codes, identiteiten, matrix, toestellen
from boa_app.server.backend import Toegang
from boa_app.server.db import Row
from boa_app.server.dienst import Dienst
from boa_app.server.geweigerd import Geweigerd
from boa_app.sync.beheer import (
    MAX_AUDIT,
    Aanmeldcode,
    Account,
    Accounts,
    AccountWijziging,
    AuditBlad,
    AuditRegel,
    Beeindiging,
    Buurten,
    Codes,
    Intrekking,
    Matrix,
    NieuwAccount,
    NieuweCode,
    Toestel,
    Toestellen,
)

_LAST = 1 << 62


def eis(dienst: Dienst, toegang: Toegang, handeling: Handeling, entiteit: Entiteit) -> None:
    """Do nothing when the table of rights allows it. Raises Geweigerd 403 geen_recht(rol, handeling, entiteit)."""
    if not may(toegang.actor, handeling, entiteit, Veldgroep.ALLES, Onderwerp(), dienst.clock()):
        raise Geweigerd(403, "geen_recht", rol=str(toegang.rol), handeling=str(handeling), entiteit=str(entiteit))


def _eis_een_van(dienst: Dienst, toegang: Toegang, *entiteiten: Entiteit) -> None:
    if not any(has_any(toegang.rol, one, Handeling.LEZEN) for one in entiteiten):
        eis(dienst, toegang, Handeling.LEZEN, entiteiten[0])


def lees_accounts(dienst: Dienst, toegang: Toegang) -> Accounts:
    """All accounts."""
    eis(dienst, toegang, Handeling.LEZEN, Entiteit.ACCOUNT)
    return Accounts(identiteiten.lijst_accounts(dienst.db, dienst.clock()), dienst.oidc is not None)


def maak_account(dienst: Dienst, toegang: Toegang, nieuw: NieuwAccount) -> Account:
    """Add one."""
    eis(dienst, toegang, Handeling.MAKEN, Entiteit.ACCOUNT)
    with dienst.db.transaction():
        return identiteiten.maak_account(dienst.db, nieuw, audit.wie_van(toegang), dienst.clock())


def wijzig_account(dienst: Dienst, toegang: Toegang, account: str, wijziging: AccountWijziging) -> Account:
    """Replace one by what it becomes."""
    eis(dienst, toegang, Handeling.WIJZIGEN, Entiteit.ACCOUNT)
    with dienst.db.transaction():
        return identiteiten.wijzig_account(dienst.db, account, wijziging, audit.wie_van(toegang), dienst.clock())


def beeindig_account(dienst: Dienst, toegang: Toegang, account: str, einde: Beeindiging) -> Account:
    """End one, with all its devices."""
    eis(dienst, toegang, Handeling.VERVALLEN, Entiteit.ACCOUNT)
    now, wie = dienst.clock(), audit.wie_van(toegang)
    with dienst.db.transaction():
        identiteiten.beeindig_account(dienst.db, account, einde, wie, now)
        toestellen.trek_alle_in(dienst.db, account, einde.reden, wie, now)
        return identiteiten.lees_account(dienst.db, account, now)


def lees_toestellen(dienst: Dienst, toegang: Toegang) -> Toestellen:
    """All devices."""
    eis(dienst, toegang, Handeling.LEZEN, Entiteit.ACCOUNT)
    return Toestellen(toestellen.lijst_toestellen(dienst.db))


def trek_toestel_in(dienst: Dienst, toegang: Toegang, device: str, intrekking: Intrekking) -> Toestel:
    """Revoke one."""
    eis(dienst, toegang, Handeling.VERVALLEN, Entiteit.ACCOUNT)
    with dienst.db.transaction():
        return toestellen.trek_in(dienst.db, device, intrekking.reden, audit.wie_van(toegang), dienst.clock())


def lees_codes(dienst: Dienst, toegang: Toegang) -> Codes:
    """The codes that are out."""
    eis(dienst, toegang, Handeling.LEZEN, Entiteit.ACCOUNT)
    return Codes(codes.open_codes(dienst.db, dienst.clock()))


def maak_code(dienst: Dienst, toegang: Toegang, nieuw: NieuweCode) -> Aanmeldcode:
    """A fresh one-time code."""
    eis(dienst, toegang, Handeling.MAKEN, Entiteit.ACCOUNT)
    with dienst.db.transaction():
        return codes.maak_code(dienst.db, nieuw.account, audit.wie_van(toegang), dienst.clock())


def trek_code_in(dienst: Dienst, toegang: Toegang, code: str) -> Codes:
    """Withdraw one that was not used."""
    eis(dienst, toegang, Handeling.MAKEN, Entiteit.ACCOUNT)
    with dienst.db.transaction():
        codes.trek_code_in(dienst.db, code, audit.wie_van(toegang), dienst.clock())
    return Codes(codes.open_codes(dienst.db, dienst.clock()))


def lees_matrix(dienst: Dienst, toegang: Toegang) -> Matrix:
    """Who sees what."""
    _eis_een_van(dienst, toegang, Entiteit.ACCOUNT, Entiteit.AUDIT)
    return matrix.maak_matrix(dienst.db, dienst.clock())


def lees_audit(dienst: Dienst, toegang: Toegang, voor: int, aantal: int) -> AuditBlad:
    """A page of the audit log; the whole chain is checked with the first one."""
    eis(dienst, toegang, Handeling.LEZEN, Entiteit.AUDIT)
    now, db = dienst.clock(), dienst.db
    first = voor <= 0
    broken = audit.check_chain(db) if first else None
    with db.transaction():
        audit.append_line(db, now, audit.wie_van(toegang), Actie.RAADPLEGEN, "audit")
    rows = audit.page_before(db, _LAST if first else voor, min(max(aantal, 1), MAX_AUDIT))
    names = {one.id: one.naam for one in identiteiten.lijst_accounts(db, now)}
    more = bool(rows) and int(rows[-1]["seq"]) > 1
    lines = tuple(_regel(row, names) for row in rows)
    return AuditBlad(lines, audit.count_lines(db), int(rows[-1]["seq"]) if more else 0, broken or 0)


def lees_buurten(dienst: Dienst, toegang: Toegang) -> Buurten:
    """The buurten a werkgebied is chosen from."""
    _eis_een_van(dienst, toegang, Entiteit.ACCOUNT, Entiteit.GEBIED)
    return Buurten(buurtbeheer.lijst_buurten(dienst.db))


def laad_buurten(dienst: Dienst, toegang: Toegang, geojson: bytes) -> Buurten:
    """Replace the buurten."""
    eis(dienst, toegang, Handeling.WIJZIGEN, Entiteit.CODELIJST)
    return Buurten(buurtbeheer.laad_buurten(dienst.db, geojson, audit.wie_van(toegang), dienst.clock()))


def _regel(row: Row, names: dict[str, str]) -> AuditRegel:
    text = {name: str(row[name]) for name in AuditRegel.__slots__ if name in row and name != "seq"}
    return AuditRegel(seq=int(row["seq"]), actor_naam=names.get(text["actor_id"], ""), **text)
