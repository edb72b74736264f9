"""The audit log: who did what when, chained by hash, in the transaction of the act itself (domain §1.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boa_app import __version__
from boa_app.domain.audit import CHAINED, Actie, Resultaat, chain_hash, first_broken
from boa_app.store.session import Reader, Writer

_COLUMNS = (*CHAINED, "hash")
_INSERT = f"INSERT INTO audit ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 - own names
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM audit ORDER BY seq"  # noqa: S608 - own names


def append_line(
    w: Writer, actie: Actie | str, object_type: str, object_id: str = "", *, velden: Sequence[str] = (),
    regime: str = "T", reden_code: str = "", reden_tekst: str = "", ontvanger: str = "", grondslag: str = "",
    resultaat: Resultaat | str = Resultaat.OK,
) -> None:  # fmt: skip
    """Add one line. velden: names of fields, never their values; reden_tekst: the reason a person gave for the act."""
    line: dict[str, object] = {
        "log_id": w.new_id(), "seq": w.audit_seq + 1, "ts_utc": w.now_iso, "ts_device": w.now_iso,
        # Without a centre there is no clock to compare with.
        "clock_offset_ms": 0,
        "actor_id": w.account, "actor_role": w.rol, "actie": str(actie), "object_type": object_type,
        "object_id": object_id, "object_versie": "", "velden": ",".join(velden), "regime": regime,
        "reden_code": reden_code, "reden_tekst": reden_tekst, "ontvanger": ontvanger, "grondslag": grondslag,
        "resultaat": str(resultaat), "gemeente_code": w.meta.gemeente_code,
        "apparaat_id": w.device, "netwerk": "", "app_versie": __version__, "sessie_id": w.session_id,
        "prev_hash": w.audit_hash,
    }  # fmt: skip
    line["hash"] = chain_hash(line)
    w.db.conn.execute(_INSERT, [line[name] for name in _COLUMNS])
    w.audit_seq, w.audit_hash = w.audit_seq + 1, str(line["hash"])
    w.audit_lines += 1


def lines(r: Reader) -> Iterator[dict[str, object]]:
    """Every line in order of seq, column by name."""
    for row in r.db.execute(_SELECT):
        yield dict(zip(_COLUMNS, row, strict=True))


def check_chain(r: Reader) -> int | None:
    """The seq of the first line that does not follow from the one before it, None when the chain is whole."""
    return first_broken(lines(r))
