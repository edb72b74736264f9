"""One act on many meldingen: each by its own rights, in short batches, taken back as one.

nrs ─> per batch, in one transaction: read ─ may this one? ─┬─ yes: change and audit line
                                                            └─ no: left as it is, counted by reason, named

A save never waits: batches are background work of some 50 ms, and between them whatever was saved goes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from boa_app.domain.audit import Actie, Resultaat
from boa_app.domain.errors import BoaError, UserError
from boa_app.domain.melding import MeldingRecord, Status
from boa_app.domain.roles import OWN_EDIT_AFTER_SYNC, Entiteit, Handeling, Veldgroep, may
from boa_app.store import audit, kolommen, meldingen
from boa_app.store.session import Writer
from boa_app.usecases.changes import Changes, Done, Undo, UndoSoort
from boa_app.usecases.meldingregels import ENTITY, onderwerp_of
from boa_app.usecases.session import Session

T = TypeVar("T")
MAX_RECORDS = 10_000
BATCH = 50
_SEVERAL = 2
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Bulkverslag:
    """What came of it. geweigerd: how many were left as they were, by code of the reason. gebleven: the nrs of those.
    gestopt: somebody stopped it. fout: what ended it half way, a full disk for one. Either way what was done until
    then counts, and can be taken back."""

    gedaan: int = 0
    geweigerd: Mapping[str, int] = field(default_factory=dict)
    gebleven: tuple[int, ...] = ()
    gestopt: bool = False
    fout: BoaError | None = None


@dataclass(frozen=True, slots=True)
class BulkDone(Done):
    """A finished act on many, with what came of it."""

    verslag: Bulkverslag = field(default_factory=Bulkverslag)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What one record gets: other values, or the reason why not; neither when it holds them already."""

    record: MeldingRecord
    values: Mapping[str, Any] = field(default_factory=dict)
    refused: str = ""


def _unheard(_done: int, _total: int) -> None:
    """Nobody looks at the progress."""


def _never() -> bool:
    return False


def laat_alle_vervallen(
    session: Session, nrs: Sequence[int], reden: str, *, progress: Progress = _unheard, cancelled: Cancelled = _never
) -> BulkDone:
    """Let all of these lapse with one reason. nrs: of the store, as the list has them.

    Raises UserError reden_nodig, bulk_leeg, bulk_te_veel(max).
    """
    if not reden.strip():
        raise UserError("reden_nodig", entiteit=ENTITY)
    values = {"status": str(Status.VERVALLEN)}

    def plan(record: MeldingRecord) -> _Plan:
        return _plan(session, record, values, Handeling.VERVALLEN, reden)

    return _carry_out(session, _checked(nrs), plan, reden.strip(), progress, cancelled)


def maak_een_incident(
    session: Session, nrs: Sequence[int], reden: str = "", *, progress: Progress = _unheard,
    cancelled: Cancelled = _never,
) -> BulkDone:  # fmt: skip
    """Say that all of these are of one event: they count once. The event is called after the earliest of them.

    Raises UserError bulk_een_incident_te_weinig, bulk_leeg, bulk_te_veel(max).
    """
    checked = _checked(nrs)
    with session.store.read() as reader:
        records = meldingen.get_by_nr(reader, checked)
        if len(records) < _SEVERAL:
            raise UserError("bulk_een_incident_te_weinig")
        first = min(records, key=lambda record: (record.melding.gebeurd_van, record.nr))
        roots = kolommen.roots_of(reader, [record.uid for record in records])
        # What belongs to one of their events belongs to the same event: else that would fall apart.
        uids = kolommen.members_of(reader, {root for root, _nr in roots.values()})
        found = [meldingen.get_melding(reader, uid) for uid in sorted(uids)]
    incident = roots[first.uid][0]

    def plan(record: MeldingRecord) -> _Plan:
        name = "" if record.uid == incident else incident
        return _plan(session, record, {"incident": name}, Handeling.WIJZIGEN, reden)

    members = _checked([record.nr for record in found if record is not None])
    return _carry_out(session, members, plan, reden.strip(), progress, cancelled)


def zet_ernst(
    session: Session, nrs: Sequence[int], ernst: str, reden: str = "", *, progress: Progress = _unheard,
    cancelled: Cancelled = _never,
) -> BulkDone:  # fmt: skip
    """Give all of these the same ernst. Raises UserError code_onbekend(lijst, waarde), bulk_leeg, bulk_te_veel(max)."""
    session.lijsten.check("ernst", ernst)

    def plan(record: MeldingRecord) -> _Plan:
        return _plan(session, record, {"ernst": ernst}, Handeling.WIJZIGEN, reden)

    return _carry_out(session, _checked(nrs), plan, reden.strip(), progress, cancelled)


def maak_bulk_ongedaan(
    session: Session, undo: Undo, reden: str, *, progress: Progress = _unheard, cancelled: Cancelled = _never
) -> BulkDone:
    """Take the act back for each record that still holds what the act gave it; the others are counted and named."""
    back = {deel.uid: deel for deel in undo.delen}
    with session.store.read() as reader:
        known = [record.nr for uid in back if (record := meldingen.get_melding(reader, uid)) is not None]

    def plan(record: MeldingRecord) -> _Plan:
        deel, values = back[record.uid], record.melding.to_values()
        if any(values[name] != value for name, value in deel.na.items()):
            return _Plan(record, refused="ongedaan_te_laat")
        handeling = Handeling.VERVALLEN if "status" in deel.values else Handeling.WIJZIGEN
        return _plan(session, record, deel.values, handeling, reden)

    return _carry_out(session, known, plan, reden, progress, cancelled, gone=len(back) - len(known))


def _checked(nrs: Sequence[int]) -> list[int]:
    wanted = list(dict.fromkeys(int(nr) for nr in nrs))
    if not wanted:
        raise UserError("bulk_leeg")
    if len(wanted) > MAX_RECORDS:
        raise UserError("bulk_te_veel", max=MAX_RECORDS)
    return wanted


def _plan(
    session: Session, record: MeldingRecord, values: Mapping[str, Any], handeling: Handeling, reden: str
) -> _Plan:
    """What this record gets, by the same rights as one at a time."""
    if not may(
        session.actor, handeling, Entiteit.MELDING, Veldgroep.CODES, onderwerp_of(session, record), session.now()
    ):
        return _Plan(record, refused="geen_recht")
    is_lapsed = record.melding.status is Status.VERVALLEN
    if is_lapsed and "status" not in values:
        return _Plan(record, refused="melding_vervallen")
    synced = record.gesynchroniseerd_op
    if synced is not None and session.now() - synced > OWN_EDIT_AFTER_SYNC and not reden.strip():
        return _Plan(record, refused="correctie_reden_nodig")
    now = record.melding.to_values()
    return _Plan(record, {name: value for name, value in values.items() if now[name] != value})


def _carry_out(
    session: Session, nrs: Sequence[int], plan: Callable[[MeldingRecord], _Plan], reden: str, progress: Progress,
    cancelled: Cancelled, gone: int = 0,
) -> BulkDone:  # fmt: skip
    """gone: how many were not there to begin with."""
    undos: list[Undo] = []
    refused: list[_Plan] = []
    done, stopped = 0, False
    problem: BoaError | None = None
    for some in _chunks(nrs):
        if stopped := cancelled():
            break
        try:
            plans = _write(session, some, plan, reden)
        except BoaError as error:
            # The batches before this one are on disk: they must stay known, or nobody could take them back.
            problem = error
            break
        undos += [_undo(one) for one in plans if one.values]
        refused += [one for one in plans if one.refused]
        gone += len(some) - len(plans)
        done += len(some)
        progress(done, len(nrs))
    problem = problem or _log_refused(session, refused)
    reasons = Counter(one.refused for one in refused) + Counter({"melding_onbekend": gone})
    left = tuple(one.record.nr for one in refused)
    verslag = Bulkverslag(len(undos), dict(reasons), left, stopped, problem)
    uids = frozenset(undo.uid for undo in undos)
    undo = Undo(UndoSoort.BULK, "", delen=tuple(undos)) if undos else None
    return BulkDone(Changes(meldingen=uids, rondes=bool(uids)), "", undo, verslag)


def _write(session: Session, nrs: Sequence[int], plan: Callable[[MeldingRecord], _Plan], reden: str) -> list[_Plan]:
    """One batch; read and decided inside the transaction that writes, so that nothing comes between."""

    def work(writer: Writer) -> list[_Plan]:
        plans = [plan(record) for record in meldingen.get_by_nr(writer, nrs)]
        for one in plans:
            if one.values:
                meldingen.update_melding(writer, one.record.uid, dict(one.values), reden=reden)
                audit.append_line(
                    writer, Actie.WIJZIGEN, ENTITY, one.record.uid, velden=list(one.values),
                    regime=one.record.melding.regime, reden_code="bulk", reden_tekst=reden,
                )  # fmt: skip
        return plans

    actor = (session.actor.account, str(session.actor.rol))
    return session.store.write(work, background=True, actor=actor).result()


def _undo(plan: _Plan) -> Undo:
    before = plan.record.melding.to_values()
    back = {name: before[name] for name in plan.values}
    return Undo(UndoSoort.MELDING, plan.record.uid, back, dict(plan.values))


def _log_refused(session: Session, refused: Sequence[_Plan]) -> BoaError | None:
    """One line for all that rights refused, as one refusal has one; gives what kept it from being written."""
    count = sum(one.refused == "geen_recht" for one in refused)
    if not count:
        return None

    def work(writer: Writer) -> None:
        audit.append_line(
            writer, Actie.AUTORISATIE, ENTITY, reden_code="geen_recht", reden_tekst=f"bulk aantal={count}",
            resultaat=Resultaat.GEWEIGERD,
        )  # fmt: skip

    try:
        session.write(work)
    except BoaError as error:
        return error
    return None


def _chunks(nrs: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(nrs), BATCH):
        yield nrs[start : start + BATCH]
