"""What goes over the line: changes and the messages around them, the same on device, on the wire and at the centre
(design §5).

All of them are plain dataclasses; JSON keys are the field names. Pages and pushes hold at most MAX_PUSH and MAX_PAGE
changes. The centre only ever adds fields, so an older device ignores keys it does not know.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

# 2: street choices.
SCHEMA_VERSION = 2
CREATE_FIELD = "*"
API = "/v1"
MAX_PUSH, MAX_PAGE = 500, 2000


@dataclass(frozen=True, slots=True)
class Change:
    """One change. field ``*`` creates: value holds all initial fields and the change is the base of each of them;
    otherwise value is the new value of one field (lists and geometry whole). base_change_ids: the heads this was
    made on. hlc: text of sync.clock.Hlc."""

    change_id: str
    device: str
    user: str
    entity: str
    uid: str
    field: str
    value: Any
    base_change_ids: tuple[str, ...]
    hlc: str
    schema_version: int = SCHEMA_VERSION
    reason: str = ""


class Uitslag(StrEnum):
    """What the centre made of one change."""

    GENOMEN = "genomen"
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True, slots=True)
class Antwoord:
    """The answer on one change. code: why it was refused, a key of texts. hlc: the clock it got at the centre when its
    own ran more than MAX_AHEAD ahead, else "". A change that was taken before is taken again, without a trace."""

    change_id: str
    uitslag: Uitslag
    code: str = ""
    hlc: str = ""


@dataclass(frozen=True, slots=True)
class Push:
    """At most MAX_PUSH changes in the order they were made. sync: uuid7 of this round of syncing, for its receipt."""

    sync: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class PushAntwoord:
    """One Antwoord per change, in the order they were sent. nu: the clock of the centre, ISO UTC."""

    antwoorden: tuple[Antwoord, ...]
    nu: str


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """A change as an account may see it: the value of a create-change holds only the keys inside his rights, and in a
    first state only those no later change replaced. seq: its place in the order of the centre."""

    seq: int
    change: Change


@dataclass(frozen=True, slots=True)
class Weg:
    """A record, or some of its fields, that this account may no longer hold: it moved out of his area, or a text was
    flagged. velden: the fields that go; empty: the whole record. It is not destroyed at the centre."""

    seq: int
    entity: str
    uid: str
    velden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opschoning:
    """An order to destroy: values are emptied everywhere, ids stay. velden: empty for the whole record. nr: what the
    device confirms once it is done. code: the term of domain.retention that ended, or ``handmatig``."""

    seq: int
    nr: str
    entity: str
    uid: str
    velden: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class Blad:
    """A page of the pull. To be carried out in order of seq. cursor: ask on from here; meer: there is more now."""

    changes: tuple[Ontvangen, ...]
    weg: tuple[Weg, ...]
    opschoning: tuple[Opschoning, ...]
    cursor: int
    meer: bool
    epoch: int


@dataclass(frozen=True, slots=True)
class Beginblad:
    """A page of the first state: what an account may hold now. stand: pull on from this seq when the last page is in;
    the same on all pages. volgende: hand it in for the next page, "" after the last."""

    changes: tuple[Ontvangen, ...]
    volgende: str
    stand: int
    epoch: int
    totaal: int


@dataclass(frozen=True, slots=True)
class Kaartaanbod:
    """A kaartpakket the centre has. id: SHA-256 that names its file, and its ETag. gemaakt_op: ISO UTC. maker: who
    packed it, in words. bytes: of the whole file."""

    id: str
    naam: str
    gemeente_code: str
    gemaakt_op: str
    maker: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Kaartpakketten:
    """All of them, newest first."""

    pakketten: tuple[Kaartaanbod, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Who this device is to the centre, asked at the start of every sync. buurten: the werkgebied, None for the whole
    municipality. horizon: a cursor below it needs the first state again. min_schema: an older device may push and
    nothing else. uitwissel_sleutel, herstel_sleutel: public X25519 keys, hex. einde: until when the role holds, ISO
    day or "". vervaltermijn_dagen: after so many days without contact synced rows go. teruggezet: id of the last time a
    backup was put back, "" for never: when it changed, what this device sent since that backup may be gone there, so it
    sends all it has once more before anything else. kaart_sleutel: public Ed25519 key, hex, this centre signs
    kaartpakketten with, "" of an older centre; kaart: the newest it has."""

    account: str
    naam: str
    rol: str
    buurten: tuple[str, ...] | None
    gemeente_code: str
    gemeente_naam: str
    epoch: int
    horizon: int
    schema: int
    min_schema: int
    nu: str
    uitwissel_sleutel: str
    herstel_sleutel: str
    einde: str = ""
    vervaltermijn_dagen: int = 14
    teruggezet: str = ""
    kaart_sleutel: str = ""
    kaart: Kaartaanbod | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """How many, and the order-free digest of their ids (sync.bon)."""

    aantal: int
    controle: str


@dataclass(frozen=True, slots=True)
class BonVraag:
    """What the device counted in one round. gestuurd: per entity what the centre answered with genomen; opgehaald:
    changes pulled with a seq above van up to tot; fotos: sha256 of all photos of this device the centre should have.
    foto_lijst: which these are, for a device no longer has all it ever sent; None: count all of this device."""

    sync: str
    gestuurd: dict[str, Telling]
    opgehaald: Telling
    van: int
    tot: int
    fotos: Telling
    foto_lijst: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class BonAntwoord:
    """The same numbers as the centre counts them in its own tables."""

    nr: int
    gestuurd: dict[str, Telling]
    opgehaald: Telling
    fotos: Telling
    nu: str


@dataclass(frozen=True, slots=True)
class Rastervak:
    """A square of the protected grid, EPSG:28992: lower left corner and side in metres, incidents (at least five),
    and 1, 2 or 3 for less, about as many or more than the mean of the squares shown."""

    x_m: int
    y_m: int
    zijde_m: int
    aantal: int
    klasse: int


@dataclass(frozen=True, slots=True)
class Rasterblad:
    """The protected grid of the last fixed period that shows anything. van, tot: ISO days, both inclusive, "" when no
    period does yet. gemaakt_op: ISO UTC; once set it stays."""

    van: str
    tot: str
    gemaakt_op: str
    vakken: tuple[Rastervak, ...]


@dataclass(frozen=True, slots=True)
class Aanmelding:
    """A device that signs up with a one-time code. teken_sleutel: its public Ed25519 key; uitwissel_sleutel: its
    public X25519 key; both hex."""

    code: str
    device: str
    naam: str
    teken_sleutel: str
    uitwissel_sleutel: str


@dataclass(frozen=True, slots=True)
class Aangemeld:
    """The answer: who the device now belongs to. centrale: id of the centre, part of everything a device signs."""

    centrale: str
    stand: Stand


@dataclass(frozen=True, slots=True)
class Uitdaging:
    """A single-use nonce, hex, good for a minute."""

    nonce: str


@dataclass(frozen=True, slots=True)
class TokenVraag:
    """handtekening: Ed25519 over signing_text(centrale, device, nonce), hex. id_token: of the identity provider, where
    the centre asks for one."""

    device: str
    nonce: str
    handtekening: str
    id_token: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A bearer and until when it holds, ISO UTC."""

    token: str
    tot: str


@dataclass(frozen=True, slots=True)
class Fout:
    """Every refusal of the centre: a code of texts with its fields, never a sentence and never content."""

    code: str
    velden: dict[str, str | int | float] = field(default_factory=dict)


def signing_text(centrale: str, device: str, nonce: str) -> bytes:
    """What a device signs for a token: bound to one centre, one device and one nonce."""
    return f"boa_app token 1\n{centrale}\n{device}\n{nonce}".encode()


def oidc_nonce(centrale: str, device: str, toeval: str) -> str:
    """The nonce of a sign-in at an identity provider: its id_token then serves one device at one centre only.

    toeval: fresh hexadecimal of the device, which checks the whole nonce itself when the browser comes back.
    """
    bound = hashlib.sha256(f"boa_app oidc 1\n{centrale}\n{device}\n{toeval}".encode()).hexdigest()
    return f"{toeval}.{bound}"
