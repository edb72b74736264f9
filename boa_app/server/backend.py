"""What both back ends of the centre do, so that the rules above them are written once.

    Backend ── schrijfbeurt(gemeente) ─► Schrijfbeurt   one writer at a time per municipality: order = order of commit
            ├─ leesbeurt(toegang) ─────► Leesbeurt      one snapshot, and only rows the account may hold
            └─ db(gemeente) ───────────► Db             identities, receipts, settings

A back end stores and finds; it never decides. Who may do what is decided in verwerking.py and lezen.py from
domain/roles.py; PostgreSQL enforces the same once more by row-level security.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from boa_app.domain.roles import Actor, Rol
from boa_app.server.db import Db

Recordsleutel = tuple[str, str]


class Wijze(StrEnum):
    """What is read for: TOESTEL, to be kept on a device, or ONLINE, to be looked at once."""

    TOESTEL = "toestel"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Toegang:
    """Who asks, as far as his token tells. buurten: the werkgebied, None for the whole municipality. einde: ISO day on
    which the role ends, "" without."""

    gemeente_code: str
    account: str
    naam: str
    rol: Rol
    buurten: frozenset[str] | None
    device: str
    epoch: int
    einde: str = ""

    @property
    def actor(self) -> Actor:
        """The same person for the table of rights."""
        return Actor(self.account, self.rol, self.buurten)


class Logrij(NamedTuple):
    """A row of changes, columns in the order of schema.CHANGES without gemeente_code: one change as far as one
    veldgroep covers it. value and base_change_ids: JSON text."""

    seq: int
    change_id: str
    veldgroep: str
    entity: str
    uid: str
    field: str
    value: str
    base_change_ids: str
    hlc: str
    claimed_hlc: str
    klok_afwijkend: int
    device: str
    account: str
    schema_version: int
    reason: str
    received_at: str
    sync: str
    via: str
    kop: int
    vervangen: str
    eigenaar: str
    buurt: str
    sinds: str


class Recordstand(NamedTuple):
    """A row of records, columns in the order of schema.RECORDS without gemeente_code: what rights on it depend on."""

    entity: str
    uid: str
    eigenaar: str
    buurt: str
    sinds: str
    verdacht: int
    status: str
    ouder: str
    lon: float | None
    lat: float | None
    create_received_at: str
    soort: str = ""
    incident: str = ""

    @property
    def sleutel(self) -> Recordsleutel:
        """What names it: uids are unique, but nobody can be held to that."""
        return self.entity, self.uid


class Verplaatsing(NamedTuple):
    """A row of changes that gets a new place and new scope attributes: who may see it now, pulls it."""

    oude_seq: int
    seq: int
    veldgroep: str
    eigenaar: str
    buurt: str
    sinds: str


class Vervanging(NamedTuple):
    """A row of changes of which (some) fields were replaced. vervangen: all replaced fields, with spaces between."""

    seq: int
    kop: int
    vervangen: str


class Wegrij(NamedTuple):
    """A row of weg: what a record's scope attributes were until seq."""

    seq: int
    entity: str
    uid: str
    eigenaar: str
    buurt: str
    sinds: str
    verdacht: int


class Opschoonrij(NamedTuple):
    """A row of opschoningen: an order to destroy; velden is JSON text."""

    seq: int
    nr: str
    entity: str
    uid: str
    velden: str
    code: str
    eigenaar: str
    buurt: str
    opgedragen_op: str


class Weigerrij(NamedTuple):
    """A row of geweigerd, so that what is based on it can be based on its bases; it holds no value."""

    change_id: str
    base_change_ids: str
    code: str
    device: str
    account: str
    entity: str
    uid: str
    field: str
    received_at: str


class Lediging(NamedTuple):
    """A row of changes that is emptied, wholly or in part. veldgroep: GEWIST when nothing of it may go out again."""

    seq: int
    value: str
    veldgroep: str


GEWIST = "gewist"


class Genomen(NamedTuple):
    """A change that was taken before. account: whose it is; hlc: "" unless it was clamped."""

    account: str
    hlc: str


class Schrijfbeurt(Protocol):
    """The one write transaction of a municipality. All methods work on whole sets; none asks for rights."""

    db: Db
    gemeente_code: str

    def reserve(self, count: int) -> int:
        """The first of ``count`` new places in the order; nobody else gets one until this transaction ends."""

    def find_genomen(self, change_ids: Iterable[str]) -> dict[str, Genomen]:
        """Which of these were taken before."""

    def find_geweigerd(self, change_ids: Iterable[str]) -> dict[str, Weigerrij]:
        """Which of these were refused before."""

    def find_records(self, keys: Iterable[Recordsleutel]) -> dict[Recordsleutel, Recordstand]:
        """The records there are."""

    def find_children(self, uids: Iterable[str]) -> list[Recordstand]:
        """The records that name one of these as their ouder."""

    def find_rows(self, keys: Iterable[Recordsleutel]) -> list[Logrij]:
        """All rows of these records in order of seq."""

    def find_field_rows(self, wanted: Mapping[Recordsleutel, Collection[str]]) -> list[Logrij]:
        """The rows of changes of the fields named with each record, and those of its create that name one of them, in
        order of seq."""

    def insert_rows(self, rows: Sequence[Logrij]) -> None:
        """Add rows to the log."""

    def put_records(self, records: Sequence[Recordstand]) -> None:
        """Insert or replace."""

    def mark_replaced(self, marks: Sequence[Vervanging]) -> None:
        """Set kop and vervangen of rows."""

    def move_rows(self, moves: Sequence[Verplaatsing]) -> None:
        """Give rows their new place and attributes, and empty their via."""

    def insert_weg(self, rows: Sequence[Wegrij]) -> None:
        """Remember what records were until now."""

    def insert_geweigerd(self, rows: Sequence[Weigerrij]) -> None:
        """Remember refusals."""

    def insert_opschoning(self, rows: Sequence[Opschoonrij]) -> None:
        """Add orders to destroy."""

    def empty_rows(self, rows: Sequence[Lediging]) -> None:
        """Replace the value of rows, take their reason away, and give them another veldgroep."""

    def set_sync(self, change_ids: Iterable[str], sync: str) -> None:
        """Count changes that were taken before for the round in which the device learned of it."""


@dataclass(frozen=True, slots=True)
class Leesregel:
    """One way to be allowed to read: rows of these kinds and groups, from this reach, not older than sinds.

    soorten: kinds of the log. eigen: only what the account made. buurten: None for everywhere, else these and what is
    OVERAL, and what the account made. sinds: ISO moment, "" without limit.
    """

    soorten: tuple[str, ...]
    veldgroepen: tuple[str, ...]
    eigen: bool
    buurten: frozenset[str] | None
    sinds: str = ""


class Leesbeurt(Protocol):
    """One read snapshot of what falls under the rules it is given; the caller checks every row once more."""

    db: Db
    gemeente_code: str

    def last_seq(self) -> int:
        """The place given out last."""

    def find_records(self, keys: Iterable[Recordsleutel]) -> dict[Recordsleutel, Recordstand]:
        """The records there are, whoever may see them: for weg rows and photos."""

    def list_rows(
        self, regels: Sequence[Leesregel], na: int, tot: int, limit: int, *, zonder: str = ""
    ) -> list[Logrij]:
        """Rows with na < seq <= tot in order of seq. zonder: leave out what came from this device."""

    def list_weg(self, na: int, tot: int) -> list[Wegrij]:
        """Weg rows with na < seq <= tot in order of seq, whoever they are for."""

    def list_opschoning(self, na: int, tot: int) -> list[Opschoonrij]:
        """Orders with na < seq <= tot in order of seq, whoever they are for."""

    def list_heads(
        self,
        regels: Sequence[Leesregel],
        soort: str,
        na_uid: str,
        tot: int,
        limit: int,
        *,
        van: str = "",
        tot_sinds: str = "",
    ) -> list[Logrij]:
        """Rows of one kind that hold a head, with seq <= tot: those of the first ``limit`` records after na_uid, in
        order of uid and seq. van, tot_sinds: only with van <= sinds < tot_sinds, "" without."""

    def count_heads(self, regels: Sequence[Leesregel], tot: int) -> int:
        """How many rows all pages of list_heads hold together."""

    def list_ids(self, regels: Sequence[Leesregel], na: int, tot: int, zonder: str) -> list[str]:
        """The change ids list_rows would give, each once."""

    def ids_of_sync(self, sync: str, account: str) -> dict[str, list[str]]:
        """Entity -> change ids, each once, that this account brought in one round."""

    def list_posities(self, soort: str, van: str, tot: str) -> list[tuple[float, float]]:
        """(lon, lat) of the records of a kind that have not lapsed, with van <= sinds < tot: for the protected grid."""


class Backend(Protocol):
    """Where the centre keeps everything but the bytes of photos. Usable from every thread."""

    def db(self, gemeente_code: str) -> Db:
        """The tables of low volume. Outside rights and row-level security: for the code of the centre itself."""

    def schrijfbeurt(
        self, gemeente_code: str, toegang: Toegang | None = None, now: datetime | None = None
    ) -> AbstractContextManager[Schrijfbeurt]:
        """Wait for the turn of this municipality, then write. toegang, now: whose changes come in, so that a back end
        that can checks each new row once more; None for the centre itself."""

    def leesbeurt(
        self, toegang: Toegang, now: datetime, wijze: Wijze = Wijze.TOESTEL, reden: str = ""
    ) -> AbstractContextManager[Leesbeurt]:
        """Read as this account at this moment. reden: the reason given, for reading online."""

    def close(self) -> None:
        """Let go of all connections. Idempotent."""
