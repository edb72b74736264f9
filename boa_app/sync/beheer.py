"""The messages of beheer: accounts, devices, codes, who sees what, the audit log and the buurten of a centre.

All under ``/v1/beheer`` with the bearer of a device; who may ask what is in domain.roles (ACCOUNT, AUDIT, GEBIED).

    GET  accounts                    -> Accounts            ACCOUNT lezen
    POST accounts          NieuwAccount -> Account          ACCOUNT maken
    PUT  accounts/{id}     AccountWijziging -> Account      ACCOUNT wijzigen    409 account_gewijzigd
    POST accounts/{id}/einde  Beeindiging -> Account        ACCOUNT vervallen
    GET  toestellen                  -> Toestellen          ACCOUNT lezen
    POST toestellen/{id}/intrekken Intrekking -> Toestel    ACCOUNT vervallen
    GET  codes                       -> Codes               ACCOUNT lezen
    POST codes             NieuweCode -> Aanmeldcode        ACCOUNT maken
    POST codes/{id}/intrekken        -> Codes               ACCOUNT maken
    GET  matrix                      -> Matrix              ACCOUNT or AUDIT lezen
    GET  audit?voor=SEQ&aantal=N     -> AuditBlad           AUDIT lezen (the reading is logged)
    GET  buurten                     -> Buurten             ACCOUNT or GEBIED lezen
    PUT  buurten           GeoJSON FeatureCollection (WGS84, properties code and naam) -> Buurten   CODELIJST wijzigen

Days are ISO (jjjj-mm-dd) on Dutch clocks, moments ISO UTC; "" where there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

BEHEER = "/v1/beheer"
MAX_NAAM = 100
MAX_AUDIT = 500


class Toestand(StrEnum):
    """How an account stands today: it has a role now, one later, none any more, or it was ended."""

    ACTIEF = "actief"
    WACHT = "wacht"
    VERLOPEN = "verlopen"
    BEEINDIGD = "beeindigd"


@dataclass(frozen=True, slots=True)
class Rolperiode:
    """A role from begin up to and including einde; einde "": without end. Two of one account never overlap."""

    rol: str
    begin: str
    einde: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """One account as the beheerder sees it. rol: the one that holds today, "" for none. buurten: the werkgebied, None
    for the whole municipality. oidc: the subject at the identity provider, "" where none is tied. versie: hand it back
    with a change, so that two beheerders do not undo each other. toestellen: how many may sign in."""

    id: str
    naam: str
    toestand: Toestand
    rol: str
    rollen: tuple[Rolperiode, ...]
    buurten: tuple[str, ...] | None
    oidc: str
    versie: int
    gemaakt_op: str
    beeindigd_op: str
    toestellen: int


@dataclass(frozen=True, slots=True)
class Accounts:
    """All accounts, by name. oidc_nodig: whether this centre asks for a sign-in at an identity provider."""

    accounts: tuple[Account, ...]
    oidc_nodig: bool = False


@dataclass(frozen=True, slots=True)
class NieuwAccount:
    """What a new account starts with; at least one Rolperiode."""

    naam: str
    rollen: tuple[Rolperiode, ...]
    buurten: tuple[str, ...] | None = None
    oidc: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True)
class AccountWijziging:
    """The whole account as it becomes. versie: of the Account this was made from. reden: kept in the audit log."""

    versie: int
    naam: str
    rollen: tuple[Rolperiode, ...]
    buurten: tuple[str, ...] | None = None
    oidc: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Beeindiging:
    """The account ends now: no role, no device may sign in any more, its devices destroy their key."""

    reden: str


@dataclass(frozen=True, slots=True)
class Toestel:
    """A device. ingetrokken_op "": it may sign in, as far as its account may. gewist_op: when it was told to destroy
    its key, "" while it has not been heard of since."""

    id: str
    account: str
    account_naam: str
    naam: str
    aangemeld_op: str
    laatste_contact: str
    ingetrokken_op: str = ""
    reden: str = ""
    gewist_op: str = ""


@dataclass(frozen=True, slots=True)
class Toestellen:
    """All devices, last heard of first."""

    toestellen: tuple[Toestel, ...]


@dataclass(frozen=True, slots=True)
class Intrekking:
    """Why a device is revoked: lost, stolen, handed in."""

    reden: str


@dataclass(frozen=True, slots=True)
class NieuweCode:
    """Ask a one-time code for a device of this account."""

    account: str


@dataclass(frozen=True, slots=True)
class Aanmeldcode:
    """The code itself, shown once and kept nowhere. tot: it holds until then, for one device."""

    id: str
    code: str
    account: str
    tot: str


@dataclass(frozen=True, slots=True)
class OpenCode:
    """A code that was given out and not used yet, without the code."""

    id: str
    account: str
    account_naam: str
    gemaakt_op: str
    tot: str


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes that hold now."""

    codes: tuple[OpenCode, ...]


@dataclass(frozen=True, slots=True)
class MatrixRegel:
    """One row of domain.roles as data; terms in whole days, None without one."""

    rol: str
    entiteit: str
    veldgroep: str
    handeling: str
    bereik: str
    hooguit_dagen: int | None
    reden_vanaf_dagen: int | None
    op_toestel_dagen: int | None


@dataclass(frozen=True, slots=True)
class MatrixAccount:
    """Who has which role today, over which buurten and until when."""

    account: str
    naam: str
    rol: str
    buurten: tuple[str, ...] | None
    begin: str
    einde: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who sees what: the table of rights and the people in it. stand_per: when it was drawn up."""

    regels: tuple[MatrixRegel, ...]
    accounts: tuple[MatrixAccount, ...]
    stand_per: str
    gemeente_code: str
    gemeente_naam: str


@dataclass(frozen=True, slots=True)
class AuditRegel:
    """One line of the audit log: names of fields, never values."""

    seq: int
    ts_utc: str
    actor_id: str
    actor_naam: str
    actor_role: str
    actie: str
    object_type: str
    object_id: str
    velden: str
    reden_code: str
    reden_tekst: str
    ontvanger: str
    grondslag: str
    resultaat: str
    apparaat_id: str


@dataclass(frozen=True, slots=True)
class AuditBlad:
    """Lines, newest first. totaal: in the whole log. volgende: hand in as ``voor`` for older lines, 0 after the last.
    gebroken_bij: the first line whose hash does not follow, 0 when the chain is whole; only on the first page."""

    regels: tuple[AuditRegel, ...]
    totaal: int
    volgende: int
    gebroken_bij: int = 0


@dataclass(frozen=True, slots=True)
class Buurt:
    """A buurt of the centre, by CBS code."""

    code: str
    naam: str


@dataclass(frozen=True, slots=True)
class Buurten:
    """The buurten the centre knows, by code; what lies in none of them belongs to nobody's werkgebied."""

    buurten: tuple[Buurt, ...]
