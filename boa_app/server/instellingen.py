"""What a centre knows about itself: its id, its municipality, its keys. One row per name.

The private exchange key opens what devices seal to the centre; the recovery key is here in its public half only, the
private half follows from the recovery code that was shown once.
"""

from __future__ import annotations

from dataclasses import dataclass

from boa_app.server.db import Db

_READ = "SELECT naam, waarde FROM instellingen WHERE gemeente_code = %s"
_WRITE = (
    "INSERT INTO instellingen (gemeente_code, naam, waarde) VALUES (%s, %s, %s) "
    "ON CONFLICT (gemeente_code, naam) DO UPDATE SET waarde = excluded.waarde"
)


@dataclass(frozen=True, slots=True)
class Instellingen:
    """All of them. geheim: hex, keyed into the hashes of codes and into nonces. uitwissel_prive and uitwissel: X25519
    of the centre; herstel: public X25519 of the municipality's recovery code."""

    centrale: str
    gemeente_naam: str
    geheim: str
    uitwissel_prive: str
    uitwissel: str
    herstel: str


def is_ingericht(db: Db) -> bool:
    """Whether this municipality was set up here."""
    return set(Instellingen.__slots__) <= {row["naam"] for row in db.execute(_READ, [db.gemeente_code])}


def read_instellingen(db: Db) -> Instellingen:
    """Those of this centre. Raises KeyError when it was never set up: that is a bug."""
    found = {str(row["naam"]): str(row["waarde"]) for row in db.execute(_READ, [db.gemeente_code])}
    return Instellingen(**{name: found[name] for name in Instellingen.__slots__})


def write_instelling(db: Db, naam: str, waarde: str) -> None:
    """Set one. Raises KeyError for a name that is none."""
    if naam not in Instellingen.__slots__:
        raise KeyError(naam)
    db.execute(_WRITE, [db.gemeente_code, naam, waarde])


def write_instellingen(db: Db, given: Instellingen) -> None:
    """Set them all, for a centre that is being made."""
    for naam in Instellingen.__slots__:
        write_instelling(db, naam, getattr(given, naam))


def read_extra(db: Db, naam: str) -> str:
    """Another value kept beside them, "" when it was never set."""
    return {str(row["naam"]): str(row["waarde"]) for row in db.execute(_READ, [db.gemeente_code])}.get(naam, "")


def write_extra(db: Db, naam: str, waarde: str) -> None:
    """Keep another value beside them. Raises KeyError for the name of a setting of the centre itself."""
    if naam in Instellingen.__slots__:
        raise KeyError(naam)
    db.execute(_WRITE, [db.gemeente_code, naam, waarde])
