"""No answer ever holds a record or key outside scope, and nothing inside it is missing: random accounts, records and
changes through both ways of reading, against an oracle that knows only roles.may and the values that are shown."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boa_app.domain.moments import from_iso, to_iso
from boa_app.domain.roles import OVERAL, Actor, Handeling, Onderwerp, Rol, find_rechten, may
from boa_app.domain.velden import OUDER_VELD, entiteit_of, veldgroep_of
from boa_app.server.backend import Toegang
from boa_app.server.onderdelen import Onderdelen
from boa_app.sync.merge import canonical, record_values
from boa_app.sync.protocol import CREATE_FIELD, Change, Uitslag
from tests.centrale import IN_OOST, IN_WEST, NERGENS, OOST, WEST, maak_centrale
from tests.server.wijzigingen import Maker

START = datetime(2026, 11, 20, 12, tzinfo=UTC)
AGES_D = (0, 1, 2, 30, 89, 91, 364, 366, 1900)
VELDEN = (
    "positie",
    "gebeurd_van",
    "tekst_verdacht",
    "feiten",
    "soort",
    "positie",
    "duiding",
    "groep",
    "status",
    "naam",
)
PLACES = {OOST: IN_OOST, WEST: IN_WEST, "": NERGENS}
ACCOUNTS = (
    ("boa oost", Rol.BOA, (OOST,)), ("boa west", Rol.BOA, (WEST,)), ("boa alles", Rol.BOA, None),
    ("jeugdboa", Rol.JEUGDBOA, None), ("teamleider", Rol.TEAMLEIDER, None), ("schouwleider", Rol.SCHOUWLEIDER, None),
    ("beleid", Rol.BELEID, None), ("beheerder", Rol.BEHEERDER, None), ("privacy", Rol.PRIVACY, None),
    ("uitvoerder", Rol.UITVOERDER, None),
)  # fmt: skip


@dataclass
class Clock:
    now: datetime = START

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=7)
        return self.now


@dataclass
class Houder:
    """What a device holds: the change parts it was given, as the protocol tells it to keep them."""

    toegang: Toegang
    maker: Maker
    cursor: int = 0
    held: dict[tuple[str, str], dict[str, Change]] = field(default_factory=lambda: defaultdict(dict))

    def take(self, change: Change) -> None:
        known = self.held[change.entity, change.uid]
        value = _plain(change.value)
        before = known.get(change.change_id)
        if change.field == CREATE_FIELD and before is not None:
            value = {**before.value, **value}
        known[change.change_id] = _with(change, value)

    def lose(self, entity: str, uid: str, velden: tuple[str, ...]) -> None:
        if not velden:
            self.held.pop((entity, uid), None)
            return
        known = self.held.get((entity, uid), {})
        for change_id, change in list(known.items()):
            if change.field == CREATE_FIELD:
                kept = {name: value for name, value in change.value.items() if name not in velden}
                known[change_id] = _with(change, kept)
            elif change.field in velden:
                del known[change_id]

    def pull(self, delen: Onderdelen) -> None:
        while True:
            page = delen.pull(self.toegang, self.cursor, self.toegang.epoch)
            steps: list[tuple[int, Any]] = [(one.seq, one.change) for one in page.changes]
            steps += [(one.seq, one) for one in page.weg]
            for _, step in sorted(steps, key=lambda pair: pair[0]):
                if isinstance(step, Change):
                    self.take(step)
                else:
                    self.lose(step.entity, step.uid, step.velden)
            self.cursor = page.cursor
            if not page.meer:
                return

    def shown(self) -> dict[tuple[str, str], dict[str, str]]:
        return {
            key: {name: canonical(value) for name, value in record_values(known.values()).items()}
            for key, known in self.held.items()
            if known
        }


def _with(change: Change, value: Any) -> Change:
    from dataclasses import replace

    return replace(change, value=value)


def _plain(value: Any) -> Any:
    return msgspec.json.decode(bytes(value)) if isinstance(value, msgspec.Raw) else value


STEP = st.one_of(
    st.tuples(st.just("melding"), st.integers(0, 4), st.sampled_from((OOST, WEST, "")), st.sampled_from(AGES_D),
              st.booleans()),
    st.tuples(st.just("ander"), st.integers(0, 6), st.sampled_from(
        ("jop", "gebied", "schouw", "ronde", "plek", "straatkeuze"))),
    st.tuples(st.just("kind"), st.integers(0, 4), st.sampled_from(("foto", "opsporingsverwijzing", "bezoek")),
              st.integers(0, 30)),
    st.tuples(st.just("wijzig"), st.integers(0, 6), st.integers(0, 30), st.sampled_from(VELDEN),
        st.integers(0, 8)),
    st.tuples(st.just("haal"), st.integers(0, 9)),
)  # fmt: skip


class Spel:
    """One random history at one centre."""

    def __init__(self, folder: Path) -> None:
        from boa_app.server.bestand import BestandBackend

        self.clock = Clock()
        self.backend = BestandBackend(folder / "centrale.db", "5a" * 32)
        self.centrale = maak_centrale(self.backend, folder, self.clock)
        self.delen = Onderdelen(self.backend, self.centrale.dienst)
        self.houders = [self._houder(at, *account) for at, account in enumerate(ACCOUNTS)]
        self.taken: list[Change] = []

    def _houder(self, at: int, naam: str, rol: Rol, buurten: tuple[str, ...] | None) -> Houder:
        device = f"{at:08d}-0000-7000-8000-000000000000"
        areas = None if buurten is None else frozenset(buurten)
        toegang = Toegang("GM0353", naam.replace(" ", "-"), naam, rol, areas, device, 1)
        return Houder(toegang, Maker(self.clock, toegang.account, device))

    def push(self, houder: Houder, *changes: Change) -> None:
        answers = self.delen.push(houder.toegang, houder.maker.push(*changes)).antwoorden
        taken = {one.change_id for one in answers if one.uitslag is Uitslag.GENOMEN}
        for change in changes:
            if change.change_id in taken:
                self.taken.append(change)
                houder.take(change)

    def step(self, kind: str, who: int, *more: Any) -> None:
        houder = self.houders[who]
        getattr(self, "do_" + kind)(houder, *more)

    def do_melding(self, houder: Houder, buurt: str, age_d: int, verdacht: bool) -> None:
        moment = to_iso(self.clock() - timedelta(days=age_d))
        self.push(houder, houder.maker.melding(
            PLACES[buurt], gebeurd_van=moment, tekst_verdacht=verdacht, feiten="f", duiding="d", plaats="p",
        ))  # fmt: skip

    def do_ander(self, houder: Houder, soort: str) -> None:
        position = {"lon": IN_OOST[0], "lat": IN_OOST[1]}
        values: dict[str, dict[str, Any]] = {
            "jop": {"naam": "J", "code": "1", "status": "actief", "positie": position, "plaatsingsdatum": "2020-01-01"},
            "gebied": {"naam": "G", "soort": "AANDACHT"}, "schouw": {"naam": "S", "datum": "2026-01-01"},
            "ronde": {"begin": to_iso(self.clock()), "medewerker": houder.toegang.account, "status": "actief"},
            "plek": {"naam": "P", "positie": position},
            "straatkeuze": {"keuze": "verplicht", "lijn": [[5.04, 52.02], [5.05, 52.02]], "reden": "achterpad"},
        }  # fmt: skip
        self.push(houder, houder.maker.create(soort, values[soort]))

    def do_kind(self, houder: Houder, soort: str, which: int) -> None:
        parents = [
            one for one in self.taken if one.field == "*" and one.entity == ("plek" if soort == "bezoek" else "melding")
        ]
        if not parents:
            return
        parent = parents[which % len(parents)]
        values: dict[str, dict[str, Any]] = {
            "foto": {"bij": parent.uid, "bij_soort": "melding", "sha256": "0" * 64},
            "opsporingsverwijzing": {"melding": parent.uid, "registratienummer": "1"},
            "bezoek": {"plek": parent.uid, "ronde": "", "moment": to_iso(self.clock()), "bevinding": "RUSTIG"},
        }
        self.push(houder, houder.maker.create(soort, values[soort]))

    def do_wijzig(self, houder: Houder, which: int, veld: str, choice: int) -> None:
        if choice % 2:
            self.do_haal(houder)
        targets = list({(one.entity, one.uid): one for one in self.taken})
        if not targets:
            return
        entity, uid = targets[which % len(targets)]
        values = {
            "positie": dict(zip(("lon", "lat"), list(PLACES.values())[choice % 3], strict=True)),
            "gebeurd_van": to_iso(self.clock() - timedelta(days=AGES_D[choice])), "tekst_verdacht": choice % 2 == 0,
            "status": ("actief", "vervallen")[choice % 2],
        }  # fmt: skip
        on_field = [one for one in self.taken if one.uid == uid and one.field in ("*", veld)]
        bases = tuple(one.change_id for one in on_field[-1 - choice % 2 :])
        if choice % 3:
            # Most changes are made by who made the record: others are refused more often than not.
            houder = next(one for one in self.houders if any(made.uid == uid for made in one.maker.made))
        change = houder.maker.change(entity, uid, veld, values.get(veld, f"{veld}{choice}"), bases, "reden")
        self.push(houder, change)

    def do_haal(self, houder: Houder) -> None:
        for one in self.houders:
            if one is not houder:
                one.pull(self.delen)


def _oracle(spel: Spel, houder: Houder) -> dict[tuple[str, str], dict[str, str]]:
    """What this account may hold, by the table of rights and the values that are shown."""
    records: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in spel.taken:
        records[change.entity, change.uid].append(change)
    actor, now = houder.toegang.actor, spel.clock.now
    expected = {}
    for key, changes in records.items():
        values = record_values(changes)
        subject, verdacht = _subject(records, key, actor)
        fields = {
            name: canonical(value)
            for name, value in values.items()
            if _is_stored(changes, name) and _may_hold(actor, key[0], name, subject, verdacht, now)
        }
        if fields:
            expected[key] = fields
    return expected


def _is_stored(changes: list[Change], name: str) -> bool:
    """Groups of a create in which nothing is filled in are not kept."""
    if any(change.field == name for change in changes):
        return True
    create = next(change for change in changes if change.field == "*")
    group = veldgroep_of(create.entity, name)
    same = [value for other, value in create.value.items() if veldgroep_of(create.entity, other) is group]
    return group.value == "codes" or any(value not in (None, False, "", []) for value in same)


def _subject(records: dict[Any, list[Change]], key: tuple[str, str], actor: Actor) -> tuple[Onderwerp, bool]:
    soort = key[0]
    changes = records[key]
    values, create = record_values(changes), next(change for change in changes if change.field == "*")
    moment = {"melding": "gebeurd_van", "ronde": "begin", "bezoek": "moment"}.get(soort)
    sinds = from_iso(values[moment]) if moment else datetime.fromtimestamp(int(create.hlc[:13]) / 1000, UTC)
    place = values.get("positie")
    buurt = OVERAL if soort == "ronde" else _buurt(place)
    subject = Onderwerp(create.user == actor.account, buurt, sinds=sinds)
    ouder = values.get(OUDER_VELD.get(soort, ""))
    if ouder:
        parent, _ = _subject(records, ("plek" if soort == "bezoek" else "melding", ouder), actor)
        subject = Onderwerp(subject.eigen, parent.buurt, sinds=sinds) if soort == "bezoek" else parent
    return subject, soort == "melding" and bool(values.get("tekst_verdacht"))


def _buurt(place: Any) -> str:
    found = [buurt for buurt, (lon, lat) in PLACES.items() if place and (place["lon"], place["lat"]) == (lon, lat)]
    return found[0] if found else ""


def _may_hold(actor: Actor, soort: str, veld: str, subject: Onderwerp, verdacht: bool, now: datetime) -> bool:
    entiteit = entiteit_of(soort)
    assert entiteit is not None
    groep = veldgroep_of(soort, veld, verdacht=verdacht)
    if not may(actor, Handeling.LEZEN, entiteit, groep, subject, now, "reden"):
        return False
    terms = [row.op_toestel for row in find_rechten(actor.rol, entiteit, groep, Handeling.LEZEN)]
    assert subject.sinds is not None
    return any(term is None or now - subject.sinds <= term for term in terms)


def _begin(spel: Spel, houder: Houder) -> dict[tuple[str, str], dict[str, str]]:
    fresh = Houder(houder.toegang, houder.maker)
    na, stand = "", 0
    while True:
        page = spel.delen.begin(houder.toegang, na, stand)
        for one in page.changes:
            fresh.take(one.change)
        na, stand = page.volgende, page.stand
        if not na:
            return fresh.shown()


def _without_empty(state: dict[tuple[str, str], dict[str, str]]) -> dict[tuple[str, str], dict[str, str]]:
    return {key: fields for key, fields in state.items() if fields}


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEP, min_size=12, max_size=40))
def test_every_account_gets_what_the_table_gives_him_and_nothing_else(steps: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        spel = Spel(Path(folder))
        try:
            for step in steps:
                spel.step(*step)
            for houder in spel.houders:
                expected = _oracle(spel, houder)
                assert _without_empty(_begin(spel, houder)) == expected, houder.toegang.naam
                houder.pull(spel.delen)
                shown = _without_empty(houder.shown())
                for key, fields in expected.items():
                    assert fields.items() <= shown.get(key, {}).items(), (houder.toegang.naam, key)
                for key, fields in shown.items():
                    own = {name: value for name, value in fields.items() if name not in expected.get(key, {})}
                    # Own work stays on its device until terms of age take it away there.
                    assert not own or _made_here(houder, key), (houder.toegang.naam, key, own)
        finally:
            spel.backend.close()


def _made_here(houder: Houder, key: tuple[str, str]) -> bool:
    return any((one.entity, one.uid) == key for one in houder.maker.made)
