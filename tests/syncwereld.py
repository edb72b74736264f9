"""A small world of devices and one centre whose lines fail, for the state machine and for whoever tries to lose work.

Every device is a real store with the real use cases; the centre is the real service over an encrypted file. What is
checked at the end comes from the table of rights and the pure rules of merging, not from what either side believes.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.melding import Melding
from boa_app.domain.moments import from_iso
from boa_app.domain.positie import from_log
from boa_app.domain.roles import Actor, Handeling, Onderwerp, find_rechten, may
from boa_app.domain.velden import entiteit_of, veldgroep_of
from boa_app.server.audit import MACHINE
from boa_app.server.backend import GEWIST
from boa_app.server.opschoning import schoon_op
from boa_app.store import conflicten, meldingen, sync_uit
from boa_app.store.integrity import check
from boa_app.sync import merge
from boa_app.sync.protocol import CREATE_FIELD, Change
from boa_app.sync.transport import Transport
from boa_app.usecases.aanmelden import meld_aan, sessie_van
from boa_app.usecases.changes import Done
from boa_app.usecases.meldingen import laat_vervallen, register_melding, wijzig_melding
from boa_app.usecases.opening import make_store, open_session
from boa_app.usecases.session import Session
from boa_app.usecases.synchroniseren import Syncuitslag, run_sync
from tests.centrale import GEMEENTE, IN_OOST, IN_WEST, Centrale, start_centrale
from tests.lijnen import Crash, FaultyLine, Late
from tests.samples import LIGHT_KDF, PASSPHRASE, SetClock, load_lijsten

LIJSTEN = load_lijsten()
PLACES = (IN_OOST, IN_WEST)
KIND, GROUPS = "GEL-STEM", ("G2", "G3", "G4")


@dataclass
class Toestel:
    """One laptop. scheef: how far its clock is off."""

    naam: str
    folder: Path
    clock: Callable[[], datetime]
    session: Session
    gewist: bool = False

    def heropen(self) -> None:
        """What a killed process finds when it starts again: the file as it was committed."""
        with suppress(RuntimeError):
            self.session.close()
        self.session = sessie_van(open_session(self.folder, PASSPHRASE, LIJSTEN, self.clock))


@dataclass
class Wereld:
    """made: every change any device ever logged, by id. opgeschoond: uids the centre ordered to destroy."""

    folder: Path
    centrale: Centrale
    clock: SetClock
    toestellen: list[Toestel] = field(default_factory=list)
    made: dict[str, Change] = field(default_factory=dict)
    opgeschoond: set[str] = field(default_factory=set)
    late: Late = field(default_factory=Late)
    geteld: Counter[str] = field(default_factory=Counter)

    def voeg_toestel_toe(self, rol: str, buurten: tuple[str, ...] | None, scheef: timedelta) -> None:
        """Sign a new laptop up for an account of its own."""
        naam, folder = f"Toestel {len(self.toestellen)}", self.folder / f"t{len(self.toestellen)}"
        clock = _Scheef(self.clock, scheef)
        session, _ = make_store(
            folder, PASSPHRASE, LIJSTEN, clock, gemeente_code=GEMEENTE.code, gemeente_naam=GEMEENTE.naam, kdf=LIGHT_KDF
        )
        toestel = Toestel(naam, folder, clock, session)
        self.toestellen.append(toestel)
        meld_aan(session, self.centrale.url, self.centrale.code(naam, rol, buurten), naam=naam)
        toestel.session = sessie_van(session)

    def meld(self, who: int, place: int, feiten: str = "") -> str:
        """A new melding on a device; gives its uid, "" when this role may not."""
        toestel = self._toestel(who)
        lon, lat = PLACES[place % len(PLACES)]
        # A clock that is ahead would have it happen in the future of the others; what happened, happened before.
        moment = min(toestel.clock(), self.clock()) - timedelta(minutes=5)
        melding = Melding(moment, lon, lat, KIND, feiten=feiten)
        done = self._doe("meld", lambda: register_melding(toestel.session, melding))
        self._note(toestel)
        return done.uid if done else ""

    def wijzig(self, who: int, which: int, values: dict[str, Any]) -> None:
        """Change one of the meldingen this device shows."""
        toestel = self._toestel(who)
        if uid := self._one_of(toestel, which):
            self._doe("wijzig", lambda: wijzig_melding(toestel.session, uid, values, "correctie"))
        self._note(toestel)

    def laat_vervallen(self, who: int, which: int) -> None:
        """Let one of the meldingen of this device lapse."""
        toestel = self._toestel(who)
        if uid := self._one_of(toestel, which):
            self._doe("vervallen", lambda: laat_vervallen(toestel.session, uid, "dubbel"))
        self._note(toestel)

    def kies(self, who: int, which: int) -> None:
        """Choose the other value of a conflict."""
        from boa_app.usecases.conflicten import kies, lijst_conflicten

        toestel = self._toestel(who)
        found = lijst_conflicten(toestel.session)
        if found:
            kaart = found[which % len(found)]
            self._doe("kies", lambda: kies(toestel.session, kaart.velden[0].id, "hun"))
        self._note(toestel)

    def sync(
        self, who: int, plan: Sequence[str] = (), crash: Callable[[int, str], bool] | None = None, seed: int = 0
    ) -> Syncuitslag | None:
        """One round over a line that fails as planned; None when it broke off. A crash opens the store again."""
        toestel = self._toestel(who)
        line = FaultyLine(iter(plan), self.late, seed, crash)
        try:
            with Transport(self.centrale.url, inner=line, again_s=()) as transport:
                uitslag = run_sync(toestel.session, transport=transport)
        except Crash:
            toestel.heropen()
            return None
        except (EnvironmentProblem, UserError):
            return None
        if uitslag.actor_gewijzigd:
            toestel.session = sessie_van(toestel.session)
        return uitslag

    def laat_aankomen(self) -> None:
        """What was still on its way arrives at the centre now."""
        with httpx.HTTPTransport() as line:
            self.late.deliver(line)

    def verander(self, who: int, rol: str, buurten: tuple[str, ...] | None) -> None:
        """Another role or werkgebied for the account of a device."""
        self.centrale.wijzig(self._toestel(who).naam, rol=rol, buurten=buurten)

    def schoon_op(self, which: int) -> None:
        """Destroy a melding the centre knows."""
        uids = sorted(uid for (_, uid) in self.records())
        if uids:
            uid = uids[which % len(uids)]
            with self.centrale.backend.schrijfbeurt(GEMEENTE.code) as beurt:
                schoon_op(beurt, [("melding", uid)], (), "handmatig", MACHINE, self.clock())
            self.opgeschoond.add(uid)

    def rust(self) -> None:
        """Sync everybody over good lines until nothing moves any more."""
        self.laat_aankomen()
        for _ in range(4):
            self.clock.forward(minutes=1)
            for who in range(len(self.toestellen)):
                assert self.sync(who) is not None, "a round over a good line must end"

    def records(self) -> dict[tuple[str, str], dict[str, Any]]:
        """What the centre keeps of each record."""
        rows = self.centrale.db.execute("SELECT * FROM records WHERE entity = 'melding'")
        return {(row["entity"], row["uid"]): row for row in rows}

    def at_centre(self) -> dict[str, Change]:
        """Every change as the centre has it, its parts put together."""
        rows = self.centrale.db.execute("SELECT * FROM changes ORDER BY seq")
        seen = [
            (row["change_id"], row["veldgroep"])
            for row in rows
            if row["field"] == CREATE_FIELD and row["veldgroep"] != GEWIST
        ]
        assert len(seen) == len(set(seen)), "a part of a change stands twice at the centre"
        found: dict[str, Change] = {}
        for row in rows:
            change = Change(
                row["change_id"], row["device"], row["account"], row["entity"], row["uid"], row["field"],
                json.loads(row["value"]), tuple(json.loads(row["base_change_ids"])), row["hlc"],
            )  # fmt: skip
            [found[change.change_id]] = merge.unite(
                [*([found[change.change_id]] if change.change_id in found else []), change]
            )
        return found

    def _doe(self, what: str, act: Callable[[], Done]) -> Done | None:
        """What a role may not do is refused in the window; how often tells whether the test tests anything."""
        try:
            done = act()
        except UserError as refusal:
            self.geteld[f"{what}:{refusal.code}"] += 1
            return None
        self.geteld[what] += 1
        return done

    def _toestel(self, who: int) -> Toestel:
        return self.toestellen[who % len(self.toestellen)]

    def _one_of(self, toestel: Toestel, which: int) -> str:
        with toestel.session.store.read() as reader:
            uids = [uid for (uid,) in reader.db.conn.execute("SELECT uid FROM meldingen_zichtbaar ORDER BY uid")]
        return uids[which % len(uids)] if uids else ""

    def _note(self, toestel: Toestel) -> None:
        with toestel.session.store.read() as reader:
            for change in sync_uit.unsent(reader, 10_000):
                self.made.setdefault(change.change_id, change)


class _Scheef:
    """The clock of a device that is off."""

    def __init__(self, true: SetClock, off: timedelta) -> None:
        self._true, self._off = true, off

    def __call__(self) -> datetime:
        return self._true() + self._off


@contextmanager
def make_wereld(folder: Path) -> Iterator[Wereld]:
    """A centre without devices."""
    clock = SetClock()
    with ExitStack() as stack:
        centrale = stack.enter_context(start_centrale(folder / "centrale", clock))
        wereld = Wereld(folder, centrale, clock)
        try:
            yield wereld
        finally:
            for toestel in wereld.toestellen:
                toestel.session.close()


def check_all(wereld: Wereld) -> None:
    """What must hold once everything came to rest."""
    centre = wereld.at_centre()
    by_record: defaultdict[str, list[Change]] = defaultdict(list)
    for change in centre.values():
        by_record[change.uid].append(change)
    refused = _check_nothing_lost(wereld, centre)
    for toestel in wereld.toestellen:
        _check_device(wereld, toestel, by_record, refused)


def _check_nothing_lost(wereld: Wereld, centre: dict[str, Change]) -> dict[str, str]:
    """Every change ever made is at the centre, or was refused and says so, or was destroyed on order."""
    refused = {row["change_id"]: row["code"] for row in wereld.centrale.db.execute("SELECT * FROM geweigerd")}
    for change in wereld.made.values():
        if change.uid in wereld.opgeschoond:
            continue
        assert (change.change_id in centre) != (change.change_id in refused), change
    return refused


def _check_device(
    wereld: Wereld, toestel: Toestel, by_record: dict[str, list[Change]], refused: dict[str, str]
) -> None:
    store, actor = toestel.session.store, toestel.session.actor
    with store.read() as reader:
        assert check(reader) == [], toestel.naam
        rejected = {one.change.change_id for one in sync_uit.list_rejected(reader)}
        assert sync_uit.count_unsent(reader) == len(sync_uit.unsent(reader, 10_000)) == 0
        held = {uid for (uid,) in reader.db.conn.execute("SELECT uid FROM meldingen_zichtbaar")}
        wrong = {(one.entity, one.uid, one.veld) for one in conflicten.list_conflicts(reader)}
        expected_wrong: set[tuple[str, str, str]] = set()
        expected: set[str] = set()
        for uid, changes in by_record.items():
            visible = _visible(wereld, actor, uid, changes)
            if not any(change.field == CREATE_FIELD for change in visible):
                continue
            expected.add(uid)
            record = meldingen.get_melding(reader, uid)
            assert record is not None, (toestel.naam, uid)
            _check_row(record.melding, visible)
            expected_wrong |= {("melding", uid, name) for name in merge.conflicts(visible)}
    own_refused = {c.uid for c in wereld.made.values() if c.change_id in rejected and c.field == CREATE_FIELD}
    assert held - own_refused == expected - wereld.opgeschoond, toestel.naam
    assert wrong == {one for one in expected_wrong if one[1] not in wereld.opgeschoond}, (toestel.naam, actor)
    mine = {cid for cid in refused if wereld.made[cid].device == store.meta.device} if refused else set()
    assert rejected <= mine


def _visible(wereld: Wereld, actor: Actor, uid: str, changes: list[Change]) -> list[Change]:
    """The changes of a record as this actor may hold them on a device, by the table of rights alone."""
    row = wereld.records()["melding", uid]
    if uid in wereld.opgeschoond:
        return []
    about = Onderwerp(row["eigenaar"] == actor.account, row["buurt"], sinds=from_iso(row["sinds"]))

    def shown(name: str) -> bool:
        groep, entiteit = veldgroep_of("melding", name, verdacht=bool(row["verdacht"])), entiteit_of("melding")
        assert entiteit is not None
        rows = find_rechten(actor.rol, entiteit, groep, Handeling.LEZEN)
        return bool(rows) and may(actor, Handeling.LEZEN, entiteit, groep, about, wereld.clock(), "oracle")

    found = []
    for change in changes:
        if change.field != CREATE_FIELD:
            found += [change] if shown(change.field) else []
            continue
        value = {name: given for name, given in change.value.items() if shown(name)}
        if value:
            found.append(Change(**{**_as_dict(change), "value": value}))
    return found


def _check_row(melding: Melding, visible: list[Change]) -> None:
    shown = melding.to_values()
    for name, value in from_log(merge.record_values(visible), tuple(shown)).items():
        assert merge.canonical(shown[name]) == merge.canonical(value), (name, shown[name], value)


def _as_dict(change: Change) -> dict[str, Any]:
    return {name: getattr(change, name) for name in Change.__slots__}
