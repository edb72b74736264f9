"""A centre for tests of the device's store: it numbers what it is given and hands it on; no rights, no wire."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from boa_app.domain.melding import MeldingRecord
from boa_app.domain.moments import to_iso
from boa_app.store import integrity, meldingen, sync_blad, sync_stand, sync_uit
from boa_app.store.opening import create_store
from boa_app.store.session import StoreMeta
from boa_app.store.store import Store
from boa_app.store.sync_stand import Toestel
from boa_app.sync.protocol import Antwoord, Blad, Change, Ontvangen, Opschoning, Uitslag, Weg
from tests.store.samples import LIGHT, META, PASSPHRASE, START, HandClock, settle

TABLES = (
    "meldingen", "opsporingsverwijzingen", "plekken", "rondes", "bezoeken", "jops", "schouwen", "schouw_groepen",
    "gebieden", "straatkeuzes", "fotos",
)  # fmt: skip
# What differs between devices that know the same: numbers, and what only this device did.
_OWN = {"nr", "import_nr", "gesynchroniseerd_op", "apparaat_tijd", "verwerkt_s", "gewijzigd_op", "stand", "miniatuur"}


@dataclass
class Centrum:
    """Everything that was pushed, in order."""

    log: list[Ontvangen] = field(default_factory=list)

    def take(self, changes: Iterable[Change]) -> list[Antwoord]:
        known = {one.change.change_id for one in self.log}
        for change in changes:
            if change.change_id not in known:
                self.log.append(Ontvangen(len(self.log) + 1, change))
        return [Antwoord(change.change_id, Uitslag.GENOMEN) for change in changes]

    def push(self, store: Store) -> int:
        """Send all that is unsent; gives how many."""
        sent = 0
        while True:
            with store.read() as r:
                batch = sync_uit.unsent(r, 3)
            if not batch:
                return sent
            answers = self.take(batch)
            store.write_now(lambda w, answers=answers: sync_uit.acknowledge(w, answers, to_iso(START)))  # type: ignore[misc]
            sent += len(batch)

    def page(self, na: int = 0, weg: Iterable[Weg] = (), opschoning: Iterable[Opschoning] = ()) -> Blad:
        return Blad(tuple(self.log[na:]), tuple(weg), tuple(opschoning), len(self.log), False, 1)

    def sync(self, *stores: Store) -> None:
        """Everybody pushes, then everybody pulls all."""
        for store in stores:
            self.push(store)
        for store in stores:
            sync_blad.take_page(store, self.page())


def new_device(folder: Path, clock: HandClock, number: int, account: str = "") -> Store:
    """A store of its own device and account, enrolled."""
    device = f"019a9f00-0000-7000-8000-{number:012d}"
    meta: StoreMeta = replace(META, device=device, account=account or f"boa{number}")
    store = create_store(folder, PASSPHRASE, meta, clock, LIGHT).store
    store.write_now(lambda w: sync_stand.keep_toestel(w, Toestel("https://c", "c1", device, "aa", "bb")))
    return store


def rows(store: Store) -> dict[str, list[dict[str, Any]]]:
    """All rows as far as two devices must agree on them."""
    found: dict[str, list[dict[str, Any]]] = {}
    with store.read() as r:
        for table in TABLES:
            cursor = r.db.conn.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            every = [dict(zip(names, row, strict=True)) for row in cursor]
            found[table] = sorted(
                ({name: value for name, value in row.items() if name not in _OWN} for row in every),
                key=lambda row: json.dumps(row, default=str, sort_keys=True),
            )
    return found


def whole(store: Store) -> bool:
    """Whether nothing is wrong with the store, with all indexed."""
    settle(store)
    with store.read() as r:
        assert integrity.check(r) == []
    return True


def get(store: Store, uid: str) -> MeldingRecord | None:
    with store.read() as r:
        return meldingen.get_melding(r, uid)


def as_dict(change: Change) -> dict[str, Any]:
    return asdict(change)
