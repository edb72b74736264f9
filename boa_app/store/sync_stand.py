"""What this device is to a centre: its keys, who the centre says it is, up to where it fetched; small JSON by name."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from boa_app.domain.moments import from_iso, to_iso
from boa_app.store.changes import dump_value
from boa_app.store.session import Reader, Writer
from boa_app.sync.protocol import Kaartaanbod, Stand

_TOESTEL, _STAND, _CONTACT, _CURSOR, _EPOCH = "toestel", "stand", "contact", "cursor", "epoch"
_REVOKED, _BEGIN, _BEGIN_NR = "ingetrokken", "begin", "begin_nr"


@dataclass(frozen=True, slots=True)
class Toestel:
    """What enrolment left on this device. server: base URL. centrale: id of the centre. device: as in every change.
    teken_sleutel, uitwissel_sleutel: private keys (Ed25519, X25519), hex, never shown in a log. ca: certificate of the
    centre's own authority as PEM, "" for those of the system. naam: what the device is called. aangemeld_op: ISO
    UTC."""

    server: str
    centrale: str
    device: str
    teken_sleutel: str = field(repr=False)
    uitwissel_sleutel: str = field(repr=False)
    ca: str = ""
    naam: str = ""
    aangemeld_op: str = ""


@dataclass(frozen=True, slots=True)
class Toestelstand:
    """An enrolled device as it is now. stand: as the centre told last. cursor: None before the first state is whole.
    laatste_contact: aware UTC, by the clock of the centre. ingetrokken: the centre says that this device may hold
    nothing."""

    toestel: Toestel
    stand: Stand | None
    cursor: int | None
    epoch: int
    laatste_contact: datetime | None
    ingetrokken: bool


def get(r: Reader, naam: str, default: Any = None) -> Any:  # noqa: ANN401 - any JSON value
    """A value by name, default when it was never put."""
    row = r.db.conn.execute("SELECT waarde FROM sync_stand WHERE naam = ?", [naam]).fetchone()
    return json.loads(row[0]) if row else default


def put(w: Writer, naam: str, waarde: Any) -> None:  # noqa: ANN401 - any JSON value
    """Keep a value by name."""
    w.db.conn.execute("INSERT OR REPLACE INTO sync_stand (naam, waarde) VALUES (?, ?)", [naam, dump_value(waarde)])


def forget(w: Writer, *namen: str) -> None:
    """Forget values; nothing happens when they are not there."""
    w.db.conn.executemany("DELETE FROM sync_stand WHERE naam = ?", [(naam,) for naam in namen])


def find_toestel(r: Reader) -> Toestelstand | None:
    """The device as it is to its centre, None when it has none."""
    kept = get(r, _TOESTEL)
    if kept is None:
        return None
    stand, contact = get(r, _STAND), get(r, _CONTACT)
    return Toestelstand(
        Toestel(**kept), _to_stand(stand) if stand else None, get(r, _CURSOR), get(r, _EPOCH, 0),
        from_iso(contact) if contact else None, bool(get(r, _REVOKED, False)),
    )  # fmt: skip


def is_enrolled(r: Reader) -> bool:
    """Whether this store has a centre. No term without one."""
    return get(r, _TOESTEL) is not None


def keep_toestel(w: Writer, toestel: Toestel) -> None:
    """Keep what enrolment gave; of an earlier centre nothing is left but the unsent work."""
    put(w, _TOESTEL, asdict(toestel))
    forget(w, _STAND, _CONTACT, _CURSOR, _EPOCH, _REVOKED, _BEGIN)


def keep_stand(w: Writer, stand: Stand) -> None:
    """Keep what the centre says of this device; that is contact."""
    put(w, _STAND, asdict(stand))
    keep_contact(w, from_iso(stand.nu))


def keep_contact(w: Writer, moment: datetime) -> None:
    """Remember when the centre last answered, by its own clock."""
    put(w, _CONTACT, to_iso(moment))


def keep_cursor(w: Writer, cursor: int | None, epoch: int | None = None) -> None:
    """Remember up to where the changes of the centre are in this store. None: a first state is needed."""
    put(w, _CURSOR, cursor)
    if epoch is not None:
        put(w, _EPOCH, epoch)


def revoke(w: Writer) -> None:
    """The centre says that this device may hold nothing any more."""
    put(w, _REVOKED, True)


def begin_nr(r: Reader) -> int | None:
    """The number of the first state that is coming in, None when none is."""
    begun = get(r, _BEGIN)
    return None if begun is None else int(begun["nr"])


def open_begin(w: Writer, epoch: int) -> int:
    """Say that a first state comes in; gives its number, higher than of any before."""
    nr = int(get(w, _BEGIN_NR, 0)) + 1
    last = w.db.conn.execute("SELECT coalesce(max(seq), 0) FROM changes").fetchone()[0]
    put(w, _BEGIN_NR, nr)
    put(w, _BEGIN, {"nr": nr, "epoch": epoch, "tot_seq": last})
    return nr


def begin_epoch(r: Reader) -> int | None:
    """The epoch of the first state that is coming in."""
    begun = get(r, _BEGIN)
    return None if begun is None else int(begun["epoch"])


def begin_tot_seq(r: Reader) -> int:
    """The end of the log when the first state began to come in."""
    begun = get(r, _BEGIN)
    return 0 if begun is None else int(begun["tot_seq"])


def close_begin(w: Writer) -> None:
    """The first state is in."""
    forget(w, _BEGIN)


def _to_stand(kept: dict[str, Any]) -> Stand:
    buurten, kaart = kept.get("buurten"), kept.get("kaart")
    shaped = {"buurten": None if buurten is None else tuple(buurten), "kaart": Kaartaanbod(**kaart) if kaart else None}
    return Stand(**{**kept, **shaped})
