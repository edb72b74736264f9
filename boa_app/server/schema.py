"""The tables of the log, photos and receipts, told once for both back ends, as append-only steps: a released step is
never changed. Those of identities, settings and audit stand with their modules (tabellen_identiteiten, audit).

``gemeente_code`` comes first in every key, so that a national installation is this schema, distributed by it. Moments
are ISO text of fixed width (domain.moments.to_iso), lists and values JSON text, truth 0 or 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kolomtype(StrEnum):
    """What a column holds."""

    TEKST = "tekst"
    GETAL = "getal"
    MAAT = "maat"
    BYTES = "bytes"


_LETTERS = {"": Kolomtype.TEKST, "i": Kolomtype.GETAL, "r": Kolomtype.MAAT, "b": Kolomtype.BYTES}
_SQLITE = {
    Kolomtype.TEKST: "TEXT", Kolomtype.GETAL: "INTEGER", Kolomtype.MAAT: "REAL", Kolomtype.BYTES: "BLOB",
}  # fmt: skip
_POSTGRES = {
    Kolomtype.TEKST: "text", Kolomtype.GETAL: "bigint", Kolomtype.MAAT: "double precision", Kolomtype.BYTES: "bytea",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column. standaard: SQL of its default, "" for none."""

    naam: str
    type: Kolomtype = Kolomtype.TEKST
    leeg: bool = False
    standaard: str = ""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table. sleutel: its primary key, indexen: columns per index; uniek: columns per unique index."""

    naam: str
    kolommen: tuple[Kolom, ...]
    sleutel: tuple[str, ...]
    indexen: tuple[tuple[str, ...], ...] = ()
    uniek: tuple[tuple[str, ...], ...] = ()

    @property
    def namen(self) -> tuple[str, ...]:
        """Its columns in order."""
        return tuple(kolom.naam for kolom in self.kolommen)


def _kolommen(text: str) -> tuple[Kolom, ...]:
    """Columns of words ``name[:type][?][=default]``; without a type it is text."""
    return tuple(_kolom(word) for word in text.split())


def _kolom(word: str) -> Kolom:
    head, _, default = word.partition("=")
    name, _, kind = head.rstrip("?").partition(":")
    return Kolom(name, _LETTERS[kind], head.endswith("?"), default)


def _tabel(naam: str, kolommen: str, sleutel: str, *indexen: str, uniek: str = "") -> Tabel:
    return Tabel(
        naam, _kolommen("gemeente_code " + kolommen), ("gemeente_code", *sleutel.split()),
        tuple(("gemeente_code", *index.split()) for index in indexen),
        (("gemeente_code", *uniek.split()),) if uniek else (),
    )  # fmt: skip


# One row per change and veldgroep. hlc: what counts; claimed_hlc: what the device said, when it ran ahead
# (klok_afwijkend). via: the device that brought it, which need not get it back; empty once the row moved to a new seq.
# kop: 1 while the row holds a value no other change is based on; vervangen: the fields of it that are replaced, with
# spaces between. eigenaar, buurt, sinds: scope attributes of its record, repeated here so that one row tells who may
# see it.
CHANGES = _tabel(
    "changes",
    "seq:i change_id veldgroep entity uid field value base_change_ids hlc claimed_hlc klok_afwijkend:i device account"
    " schema_version:i reason received_at sync via kop:i vervangen eigenaar buurt sinds",
    "seq", "change_id", "entity uid", "sync",
)  # fmt: skip
# ouder: uid of the record whose owner, place and age count for this one. create_received_at: when its create came.
# soort, incident: of a melding, for the protected grid, which counts an event once and nobody found not at all.
RECORDS = _tabel(
    "records",
    "entity uid eigenaar buurt sinds verdacht:i status ouder lon:r? lat:r? create_received_at soort='' incident=''",
    "entity uid", "ouder", "sinds",
)  # fmt: skip
WEG = _tabel("weg", "seq:i entity uid eigenaar buurt sinds verdacht:i", "seq")
OPSCHONINGEN = _tabel("opschoningen", "seq:i nr entity uid velden code eigenaar buurt opgedragen_op", "seq", uniek="nr")
GEWEIGERD = _tabel(
    "geweigerd", "change_id base_change_ids code device account entity uid field received_at", "change_id"
)
LOG_TABELLEN = (CHANGES, RECORDS, WEG, OPSCHONINGEN, GEWEIGERD)

# raster: the squares of the protected grid per fixed period; once set they stay.
# tellers: the last number given out, by name; seq is the order of the whole municipality.
BEHEER_TABELLEN = (
    _tabel("tellers", "naam stand:i", "naam"),
    _tabel("opschoning_toestel", "nr device bevestigd_op", "nr device"),
    _tabel("fotos", "sha256 uid grootte:i ontvangen_op volledig:i device", "sha256 uid", "uid"),
    _tabel("bonnen", "nr:i sync device account inhoud gemaakt_op", "nr", uniek="device sync"),
    _tabel("raster", "van tot x_m:i y_m:i zijde_m:i aantal:i klasse:i gemaakt_op", "van tot x_m y_m zijde_m"),
    _tabel("buurten", "code naam ring:b geldig_van='' geldig_tot=''", "code geldig_van"),
)  # fmt: skip
EERSTE = (*LOG_TABELLEN, *BEHEER_TABELLEN)
# One tuple of tables per step; step n brings the schema to version n.
STAPPEN: tuple[tuple[Tabel, ...], ...] = (EERSTE,)
VERSIE = len(STAPPEN)
TABELLEN: dict[str, Tabel] = {tabel.naam: tabel for stap in STAPPEN for tabel in stap}


def ddl(tabel: Tabel, *, postgres: bool, schema: str = "") -> list[str]:
    """The statements that make a table and its indexes. schema: of PostgreSQL, "" for the search path."""
    types, prefix = (_POSTGRES if postgres else _SQLITE), f"{schema}." if schema else ""
    columns = [
        f"{kolom.naam} {types[kolom.type]}"
        + ("" if kolom.leeg else " NOT NULL")
        + (f" DEFAULT {kolom.standaard}" if kolom.standaard else "")
        for kolom in tabel.kolommen
    ]
    tail = "" if postgres else " STRICT"
    key = f"PRIMARY KEY ({', '.join(tabel.sleutel)})"
    statements = [f"CREATE TABLE {prefix}{tabel.naam} ({', '.join([*columns, key])}){tail}"]
    for kind, groups in (("INDEX", tabel.indexen), ("UNIQUE INDEX", tabel.uniek)):
        for names in groups:
            index = "_".join((tabel.naam, *names[1:]))
            statements.append(f"CREATE {kind} {index} ON {prefix}{tabel.naam} ({', '.join(names)})")
    return statements


# An audit line is never changed; only the term of domain.retention takes whole lines from the front.
SQLITE_EXTRA = (
    "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit"
    " BEGIN SELECT RAISE(ABORT, 'audit lines are never changed'); END",
)
