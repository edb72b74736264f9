"""The list of meldingen as values, for the command line: codes and positions, no texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from boa_app.domain.melding import TEKST_VELDEN
from boa_app.domain.roles import Entiteit, Handeling, Veldgroep
from boa_app.store import meldingen
from boa_app.usecases.overzicht import Filter, load_overzicht, log_overzicht, select
from boa_app.usecases.session import Session

# Texts and group codes are read one record at a time, which is logged per record.
LEFT_OUT = frozenset({*TEKST_VELDEN, "groep"})
_CHUNK = 2000


def lijst_meldingen(session: Session, wanted: Filter, limit: int | None = None) -> Iterator[dict[str, Any]]:
    """uid and fields of the meldingen a filter leaves, newest first; one line in the audit log for the whole list."""
    session.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES)
    nrs = select(load_overzicht(session), wanted, session.now()).nrs.tolist()[:limit]
    log_overzicht(session, wanted, len(nrs))
    for start in range(0, len(nrs), _CHUNK):
        with session.store.read() as reader:
            records = meldingen.get_by_nr(reader, nrs[start : start + _CHUNK])
        for record in records:
            values = {name: value for name, value in record.melding.to_values().items() if name not in LEFT_OUT}
            yield {"uid": record.uid, **values}
