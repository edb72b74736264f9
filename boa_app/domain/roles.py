"""The one table of rights: rol, entiteit, veldgroep, actie, bereik (domain §2, design §7).

Written once as data; window, command line, server policies and row-level security are derived from it and tested
against it. What is not in the table is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache

from boa_app.domain.errors import UserError


class Rol(StrEnum):
    """Who somebody is in the program."""

    BOA = "boa"
    JEUGDBOA = "jeugdboa"
    SCHOUWLEIDER = "schouwleider"
    TEAMLEIDER = "teamleider"
    BELEID = "beleid"
    UITVOERDER = "uitvoerder"
    BEHEERDER = "beheerder"
    PRIVACY = "privacy"


class Entiteit(StrEnum):
    """What a right is about."""

    MELDING = "melding"
    OPSPORINGSVERWIJZING = "opsporingsverwijzing"
    DOORGEEFSIGNAAL = "doorgeefsignaal"
    RONDE = "ronde"
    JOP = "jop"
    SCHOUW = "schouw"
    BEVINDING = "bevinding"
    GEBIED = "gebied"
    STRAATKEUZE = "straatkeuze"
    GROEP = "groep"
    INTERVENTIE = "interventie"
    RASTER = "raster"
    AUDIT = "audit"
    ACCOUNT = "account"
    CODELIJST = "codelijst"
    OPSLAG = "opslag"


class Veldgroep(StrEnum):
    """Which fields of it. PUNT: exact position. BESTUURLIJK: measures of regime B.
    VERDACHT: text the guard flagged. AANTALLEN: aggregates only."""

    CODES = "codes"
    PUNT = "punt"
    FEITEN = "feiten"
    DUIDING = "duiding"
    FOTO = "foto"
    GROEP = "groep"
    BESTUURLIJK = "bestuurlijk"
    VERDACHT = "verdacht"
    MEDEWERKER = "medewerker"
    AANTALLEN = "aantallen"
    ALLES = "alles"


class Handeling(StrEnum):
    """What is done."""

    LEZEN = "lezen"
    MAKEN = "maken"
    WIJZIGEN = "wijzigen"
    VERVALLEN = "vervallen"
    EXPORTEREN = "exporteren"
    IMPORTEREN = "importeren"
    CONTROLEREN = "controleren"


# The buurt of what has no place of its own and belongs to every werkgebied: the begin and end of a ronde.
OVERAL = "*"


class Bereik(StrEnum):
    """How far it reaches."""

    EIGEN = "eigen"
    WERKGEBIED = "werkgebied"
    TOEGEWEZEN = "toegewezen"
    GEMEENTE = "gemeente"


DAY = timedelta(days=1)
YEAR = 365 * DAY


@dataclass(frozen=True, slots=True)
class Recht:
    """One row. hooguit: how old a record may be, None without limit; reden_vanaf: from that age on a reason is needed;
    op_toestel: how old a record a device of this role may hold."""

    rol: Rol
    entiteit: Entiteit
    veldgroep: Veldgroep
    handeling: Handeling
    bereik: Bereik
    hooguit: timedelta | None = None
    reden_vanaf: timedelta | None = None
    op_toestel: timedelta | None = None


def _rows(
    rol: Rol, entiteit: Entiteit, velden: str, handelingen: str, bereik: Bereik, hooguit: timedelta | None = None,
    reden_vanaf: timedelta | None = None, op_toestel: timedelta | None = None,
) -> list[Recht]:  # fmt: skip
    return [
        Recht(rol, entiteit, Veldgroep(veld), Handeling(handeling), bereik, hooguit, reden_vanaf, op_toestel)
        for veld in velden.split()
        for handeling in handelingen.split()
    ]


def _boa_rows(rol: Rol, bereik: Bereik) -> list[Recht]:
    own, m = Bereik.EIGEN, Entiteit.MELDING
    return [
        *_rows(rol, m, "codes punt feiten duiding foto", "maken wijzigen vervallen", own),
        *_rows(rol, m, "codes punt feiten", "lezen", bereik, hooguit=YEAR, op_toestel=90 * DAY),
        *_rows(rol, m, "duiding foto verdacht", "lezen", own, hooguit=YEAR, op_toestel=90 * DAY),
        *_rows(rol, Entiteit.OPSPORINGSVERWIJZING, "alles", "lezen maken wijzigen vervallen", own, hooguit=YEAR),
        *_rows(rol, Entiteit.DOORGEEFSIGNAAL, "alles", "lezen maken", own),
        *_rows(rol, Entiteit.RONDE, "alles", "lezen maken wijzigen vervallen", own),
        *_rows(rol, Entiteit.RONDE, "codes", "lezen", bereik),
        *_rows(rol, Entiteit.RONDE, "medewerker", "lezen", own, hooguit=14 * DAY),
        *_rows(rol, Entiteit.JOP, "alles", "lezen", Bereik.GEMEENTE),
        *_rows(rol, Entiteit.SCHOUW, "alles", "lezen maken wijzigen", own),
        *_rows(rol, Entiteit.BEVINDING, "alles", "lezen maken wijzigen", own),
        *_rows(rol, Entiteit.GEBIED, "alles", "lezen", Bereik.GEMEENTE),
        *_rows(rol, Entiteit.STRAATKEUZE, "alles", "lezen", Bereik.GEMEENTE),
        *_rows(rol, Entiteit.OPSLAG, "alles", "controleren", own),
    ]


def _teamleider_rows() -> list[Recht]:
    rol, m, far = Rol.TEAMLEIDER, Entiteit.MELDING, Bereik.GEMEENTE
    return [
        *_rows(rol, m, "codes punt", "lezen", far, hooguit=5 * YEAR, reden_vanaf=YEAR, op_toestel=5 * YEAR),
        *_rows(
            rol, m, "feiten duiding foto verdacht", "lezen", far, hooguit=5 * YEAR, reden_vanaf=YEAR,
            op_toestel=90 * DAY,
        ),
        *_rows(rol, m, "codes punt feiten duiding foto bestuurlijk", "maken", Bereik.EIGEN),
        *_rows(rol, m, "codes punt feiten duiding foto bestuurlijk", "wijzigen vervallen", far),
        *_rows(rol, m, "alles", "exporteren importeren", far),
        *_rows(rol, Entiteit.OPSPORINGSVERWIJZING, "alles", "lezen maken wijzigen vervallen", far, hooguit=YEAR),
        *_rows(rol, Entiteit.DOORGEEFSIGNAAL, "alles", "lezen maken", far),
        *_rows(rol, Entiteit.RONDE, "alles", "lezen maken wijzigen vervallen", Bereik.EIGEN),
        *_rows(rol, Entiteit.RONDE, "codes", "lezen", far),
        *_rows(rol, Entiteit.RONDE, "medewerker", "lezen", Bereik.EIGEN, hooguit=14 * DAY),
        *[row for thing in (Entiteit.JOP, Entiteit.SCHOUW, Entiteit.BEVINDING, Entiteit.GEBIED, Entiteit.INTERVENTIE)
          for row in _rows(rol, thing, "alles", "lezen maken wijzigen vervallen exporteren", far)],
        *_rows(rol, Entiteit.STRAATKEUZE, "alles", "lezen maken wijzigen vervallen", far),
        *_rows(rol, Entiteit.GROEP, "alles", "lezen maken wijzigen vervallen", far),
        *_rows(rol, m, "groep", "lezen", far, hooguit=5 * YEAR, reden_vanaf=YEAR),
        *_rows(rol, m, "groep", "wijzigen", far, hooguit=5 * YEAR),
        *_rows(rol, Entiteit.RASTER, "aantallen", "lezen exporteren", far),
        *_rows(rol, Entiteit.OPSLAG, "alles", "controleren", Bereik.EIGEN),
    ]  # fmt: skip


def _other_rows() -> list[Recht]:
    own, far = Bereik.EIGEN, Bereik.GEMEENTE
    leider, beleid = Rol.SCHOUWLEIDER, Rol.BELEID
    return [
        *_rows(Rol.JEUGDBOA, Entiteit.MELDING, "groep", "lezen wijzigen", far, hooguit=YEAR, op_toestel=90 * DAY),
        *_rows(Rol.JEUGDBOA, Entiteit.GROEP, "alles", "lezen", far),
        *_rows(Rol.JEUGDBOA, Entiteit.JOP, "alles", "wijzigen", far),
        *_rows(leider, Entiteit.SCHOUW, "alles", "lezen maken wijzigen exporteren", own),
        *_rows(leider, Entiteit.BEVINDING, "alles", "lezen maken wijzigen", own),
        *_rows(leider, Entiteit.JOP, "punt", "lezen", far),
        # That a street must be seen, not why somebody else wants it (domain §2).
        *_rows(leider, Entiteit.STRAATKEUZE, "codes", "lezen maken wijzigen vervallen", far),
        *_rows(leider, Entiteit.STRAATKEUZE, "feiten", "lezen maken wijzigen", own),
        *_rows(leider, Entiteit.RASTER, "aantallen", "lezen", far),
        *_rows(leider, Entiteit.OPSLAG, "alles", "controleren", own),
        *_rows(beleid, Entiteit.RASTER, "aantallen", "lezen exporteren", far),
        *_rows(beleid, Entiteit.MELDING, "aantallen", "lezen exporteren", far),
        *_rows(beleid, Entiteit.JOP, "alles", "lezen", far),
        *_rows(beleid, Entiteit.SCHOUW, "alles", "lezen", far),
        *_rows(beleid, Entiteit.INTERVENTIE, "alles", "lezen", far),
        *_rows(beleid, Entiteit.GEBIED, "alles", "lezen", far),
        *_rows(beleid, Entiteit.STRAATKEUZE, "codes", "lezen", far),
        *_rows(Rol.UITVOERDER, Entiteit.BEVINDING, "codes punt foto", "lezen wijzigen", Bereik.TOEGEWEZEN),
        *_rows(Rol.BEHEERDER, Entiteit.ACCOUNT, "alles", "lezen maken wijzigen vervallen", far),
        *_rows(Rol.BEHEERDER, Entiteit.CODELIJST, "alles", "lezen maken wijzigen", far),
        *_rows(Rol.BEHEERDER, Entiteit.GEBIED, "alles", "lezen maken wijzigen vervallen", far),
        *_rows(Rol.BEHEERDER, Entiteit.OPSLAG, "alles", "controleren", far),
        *_rows(Rol.PRIVACY, Entiteit.AUDIT, "alles", "lezen exporteren", far),
        *_rows(Rol.PRIVACY, Entiteit.OPSLAG, "alles", "controleren", far),
    ]


RECHTEN: tuple[Recht, ...] = (
    *_boa_rows(Rol.BOA, Bereik.WERKGEBIED),
    *_boa_rows(Rol.JEUGDBOA, Bereik.GEMEENTE),
    *_teamleider_rows(),
    *_other_rows(),
)
OWN_EDIT_AFTER_SYNC = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. rol: one role at a time. buurten: the werkgebied as buurt codes, None for the whole municipality."""

    account: str
    rol: Rol
    buurten: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """What the act is on, as far as rights depend on it. eigen: made by the actor. sinds: when it was first
    processed or, for a melding, when it happened (aware UTC), None for a thing that is only being made."""

    eigen: bool = True
    buurt: str = ""
    toegewezen: bool = False
    sinds: datetime | None = None


@cache
def find_rechten(rol: Rol, entiteit: Entiteit, veldgroep: Veldgroep, handeling: Handeling) -> tuple[Recht, ...]:
    """The rows that speak of this act; ALLES covers every veldgroep but MEDEWERKER, which is always its own row."""
    groups = {veldgroep, Veldgroep.ALLES} - ({Veldgroep.ALLES} if veldgroep is Veldgroep.MEDEWERKER else set())
    return tuple(
        row for row in RECHTEN
        if row.rol is rol and row.entiteit is entiteit and row.handeling is handeling and row.veldgroep in groups
    )  # fmt: skip


def _reaches(row: Recht, actor: Actor, onderwerp: Onderwerp) -> bool:
    if row.bereik is Bereik.GEMEENTE:
        return True
    if row.bereik is Bereik.WERKGEBIED:
        return onderwerp.eigen or actor.buurten is None or onderwerp.buurt in actor.buurten | {OVERAL}
    return onderwerp.toegewezen if row.bereik is Bereik.TOEGEWEZEN else onderwerp.eigen


def may(
    actor: Actor, handeling: Handeling, entiteit: Entiteit, veldgroep: Veldgroep, onderwerp: Onderwerp, now: datetime,
    reden: str = "",
) -> bool:  # fmt: skip
    """Whether the table allows the act now; reden: the reason given, needed for older records."""
    age = timedelta(0) if onderwerp.sinds is None else now - onderwerp.sinds
    for row in find_rechten(actor.rol, entiteit, veldgroep, handeling):
        too_old = row.hooguit is not None and age > row.hooguit
        reason_missing = row.reden_vanaf is not None and age > row.reden_vanaf and not reden.strip()
        if _reaches(row, actor, onderwerp) and not too_old and not reason_missing:
            return True
    return False


def require(
    actor: Actor, handeling: Handeling, entiteit: Entiteit, veldgroep: Veldgroep, onderwerp: Onderwerp, now: datetime,
    reden: str = "",
) -> None:  # fmt: skip
    """Do nothing when the table allows the act.

    Raises UserError geen_recht(rol, handeling, entiteit), or reden_nodig(entiteit) when a reason would open it.
    """
    if may(actor, handeling, entiteit, veldgroep, onderwerp, now, reden):
        return
    if not reden.strip() and may(actor, handeling, entiteit, veldgroep, onderwerp, now, "-"):
        raise UserError("reden_nodig", entiteit=str(entiteit))
    raise UserError("geen_recht", rol=str(actor.rol), handeling=str(handeling), entiteit=str(entiteit))


def has_any(rol: Rol, entiteit: Entiteit, handeling: Handeling) -> bool:
    """Whether a role may do this at all, whatever the reach: decides which jobs a screen offers."""
    return any(row.rol is rol and row.entiteit is entiteit and row.handeling is handeling for row in RECHTEN)
