"""One round of syncing with the centre, and what the screens need to know of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from boa_app.domain.audit import Actie, Resultaat
from boa_app.domain.bonnetje import Bonnetje, Bonregel, BonStatus
from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.domain.synchronisatie import Toegepast
from boa_app.store import audit, bonnen, conflicten, fotostand, schoonmaak, sync_blad, sync_stand, sync_uit, uitgaand
from boa_app.store.session import Reader, Writer
from boa_app.usecases.changes import Changes
from boa_app.usecases.session import Session
from boa_app.usecases.synclijn import open_line, sign_in_with

if TYPE_CHECKING:
    from boa_app.sync.transport import Transport
    from boa_app.usecases.syncronde import Ronde

OFFSET = "klok_afwijking_ms"
# A second or two is the line, not the clock.
_OFFSET_TOLD_S = 60
_KIND_FLAGS = {
    "ronde": "rondes", "bezoek": "rondes", "plek": "plekken", "jop": "jops", "schouw": "schouwen", "gebied": "gebieden",
    "straatkeuze": "straatkeuzes",
}  # fmt: skip
# More than these are not worth naming one by one: reload.
_MOST_NAMED = 2000


@dataclass(frozen=True, slots=True)
class Voortgang:
    """Where a round is. stap: contact, sturen, fotos, ophalen, opschonen or bevestigen. totaal 0: not known."""

    stap: str
    gedaan: int = 0
    totaal: int = 0


@dataclass(frozen=True, slots=True)
class Syncstand:
    """The state of the world for the foot of the window: counts only. conflicten: records, as the conflictenmand
    counts them. fotos_hier: photos whose bytes the centre has
    not; fotos_volgen: those it has and this device not yet. klok_afwijking_s: how far this device is ahead of the
    centre when that is more than a minute, else 0. ingetrokken: this device lost its right to read."""

    aangemeld: bool = False
    onverzonden: int = 0
    conflicten: int = 0
    geweigerd: int = 0
    fotos_hier: int = 0
    fotos_volgen: int = 0
    laatste_contact: datetime | None = None
    klok_afwijking_s: int = 0
    ingetrokken: bool = False


@dataclass(frozen=True, slots=True)
class Syncuitslag:
    """A round that ended. changes: what to refresh. actor_gewijzigd: role or werkgebied is another now; the window
    goes on with sessie_van(session). verloren: unsent changes of records that had to be destroyed. bon.status
    AANMELDEN: ask a person to sign in and run again with open_browser; INGETROKKEN: the store is shut for good, the
    unsent work is in the sealed outbox."""

    bon: Bonnetje
    changes: Changes
    actor_gewijzigd: bool = False
    verloren: int = 0


def run_sync(
    session: Session, *, progress: Callable[[Voortgang], None] | None = None,
    cancelled: Callable[[], bool] | None = None, transport: Transport | None = None,
    open_browser: Callable[[str], None] | None = None,
) -> Syncuitslag:  # fmt: skip
    """Send what is here, fetch what is new, compare counts. Never makes a save wait; only one round runs at a time.

    cancelled is asked between all steps and, while a request hangs, every quarter of a second. open_browser: shows the
    address where a person signs in; None: the round ends with status AANMELDEN instead. Raises UserError
    niet_aangemeld, sync_afgebroken (cancelled), sync_loopt, toestel_ingetrokken; EnvironmentProblem
    centrale_onbereikbaar, centrale_traag, centrale_fout, centrale_druk, verbinding_verbroken, certificaat_onjuist;
    then everything that was confirmed is kept and the rest goes with the next round.
    """
    from boa_app.usecases.syncronde import Ronde

    _finish_revocation(session)
    with _only_round(session), open_line(session, transport, cancelled) as line:
        told = progress or _tell_nobody
        sign_in = sign_in_with(line, open_browser)
        ronde = Ronde(session, line, lambda *where: told(Voortgang(*where)), sign_in)
        return _run(session, ronde)


def syncstand(session: Session) -> Syncstand:
    """The counts for the foot; cheap, no audit line."""
    with session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
        if known is None:
            return Syncstand(conflicten=conflicten.count_records(reader))
        offset_s = int(sync_stand.get(reader, OFFSET, 0)) // 1000
        return Syncstand(
            True, sync_uit.count_unsent(reader), conflicten.count_records(reader), sync_uit.count_rejected(reader),
            fotostand.count_here(reader), fotostand.count_to_fetch(reader), known.laatste_contact,
            offset_s if abs(offset_s) > _OFFSET_TOLD_S else 0, known.ingetrokken,
        )  # fmt: skip


def laatste_bon(session: Session) -> Bonnetje | None:
    """The bonnetje of the last round, also of one that broke off."""
    with session.store.read() as reader:
        return bonnen.last_bon(reader)


def lijst_bonnen(session: Session, limiet: int = 50) -> tuple[Bonnetje, ...]:
    """The bonnetjes of this device, newest first."""
    with session.store.read() as reader:
        return tuple(bonnen.list_bonnen(reader, limiet))


@contextmanager
def _only_round(session: Session) -> Iterator[None]:
    if not session.store.sync_gate.acquire(blocking=False):
        raise UserError("sync_loopt")
    try:
        yield
    finally:
        session.store.sync_gate.release()


def _run(session: Session, ronde: Ronde) -> Syncuitslag:
    session.store.write(lambda w: bonnen.begin_bon(w, ronde.sync), background=True).result()
    try:
        uitslag = ronde.run()
    except BoaError as problem:
        # A store that is shut or a disk that is full cannot be written to either; the next round then says so.
        with suppress(EnvironmentProblem):
            _end(session, ronde, BonStatus.ONDERBROKEN, problem.code)
        raise
    status = BonStatus(str(uitslag.afloop))
    bon = _end(session, ronde, status, uitslag.code)
    if status is BonStatus.INGETROKKEN:
        _revoke(session)
    elif status is BonStatus.GELUKT:
        ronde.toegepast += schoonmaak.ruim_oude_op(session.store, session.now(), ronde.actor())
    changes = changes_of(ronde.toegepast, frozenset(ronde.fotos.touched), everything=ronde.begin is not None)
    return Syncuitslag(bon, changes, ronde.nieuw_account, ronde.toegepast.verloren)


def onderhoud(session: Session) -> Changes:
    """At opening: take off this device what it may no longer hold: by age, for want of contact, because its role ended.

    Without a centre, or with a clock in doubt, nothing goes; what is not sent never does. Looppakketten whose day has
    passed go too, and what an older version of the program could only keep is made into rows. Raises UserError
    toestel_ingetrokken: the key went.
    """
    from boa_app.usecases import kaartophalen
    from boa_app.usecases.looppakket import ruim_looppakketten_op

    _finish_revocation(session)
    ruim_looppakketten_op(session)
    kaartophalen.ruim_op(session)
    store, now = session.store, session.now()
    actor = session.actor.account, str(session.actor.rol)
    told = sync_blad.reapply_kept(store, actor)
    # A round that runs may be the contact it waits for.
    with store.sync_gate:
        with store.read() as reader:
            reden = "" if schoonmaak.is_gewist(reader) else schoonmaak.reden_tot_wissen(reader, now)
        if reden:
            schoonmaak.wis_gesynchroniseerd(store, actor, reden=reden)
            return changes_of(Toegepast(), frozenset(), everything=True)
    return changes_of(told + schoonmaak.ruim_oude_op(store, now, actor), frozenset(), everything=False)


def _end(session: Session, ronde: Ronde, status: BonStatus, code: str) -> Bonnetje:
    def work(w: Writer) -> Bonnetje:
        bon = _bon_of(w, ronde, status, code)
        bonnen.end_bon(w, bon)
        if status is not BonStatus.ONDERBROKEN:
            ronde.close(w)
        ok = status in (BonStatus.GELUKT, BonStatus.ALLEEN_GESTUURD)
        audit.append_line(
            w, Actie.SYNC, "bonnetje", ronde.sync, reden_code=(code or str(status)).upper(),
            resultaat=Resultaat.OK if ok else Resultaat.FOUT,
        )  # fmt: skip
        return bonnen.find_bon(w, ronde.sync) or bon

    return session.store.write(work, background=True, actor=ronde.actor()).result()


def _bon_of(r: Reader, ronde: Ronde, status: BonStatus, code: str) -> Bonnetje:
    from boa_app.sync import bon as tellen

    begun = bonnen.find_bon(r, ronde.sync)
    if begun is None:
        raise RuntimeError("a round without its bonnetje")
    lines: list[Bonregel] = []
    own = theirs = ""
    if ronde.vraag is not None and ronde.antwoord is not None:
        here, there = tellen.counts(ronde.vraag), tellen.counts(ronde.antwoord)
        own, theirs = tellen.control_number(here), tellen.control_number(there)
        for naam in sorted({*here, *there}):
            a, b = here.get(naam, tellen.LEEG), there.get(naam, tellen.LEEG)
            lines.append(Bonregel(naam.removeprefix("gestuurd."), a.aantal, b.aantal, a.controle, b.controle))
    return Bonnetje(
        ronde.sync, begun.begonnen_op, None, status, ronde.antwoord.nr if ronde.antwoord else 0, tuple(lines),
        sync_uit.count_unsent(r), fotostand.count_here(r), sync_uit.count_rejected(r), own, theirs, code,
        ronde.begin[0] if ronde.begin else 0,
    )  # fmt: skip


def _finish_revocation(session: Session) -> None:
    """A process that ended, or a full disk, between being told and the key being gone does not keep the key."""
    with session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
    if known is not None and known.ingetrokken:
        _revoke(session)
        raise UserError("toestel_ingetrokken")


def _revoke(session: Session) -> None:
    """The centre took this device its right to read: the key goes, the sealed outbox stays."""
    from boa_app.store.opening import KEYFILE_NAME

    store = session.store
    store.write_now(sync_stand.revoke)
    # What is not sent must lie sealed before nobody can read it here any more.
    while store.write_now(lambda w: uitgaand.seal_step(w, store.folder)):
        pass
    session.close()
    schoonmaak.wipe_key(store.folder, KEYFILE_NAME)


def changes_of(told: Toegepast, touched: frozenset[str] = frozenset(), *, everything: bool) -> Changes:
    """What the window has to refresh. everything: too much came in to name it."""
    meldingen = told.meldingen | touched
    if everything or len(meldingen) > _MOST_NAMED:
        return Changes(alles=True, rondes=True, plekken=True, jops=True, schouwen=True, gebieden=True)
    flags = {flag: True for kind, flag in _KIND_FLAGS.items() if kind in told.soorten}
    return Changes(meldingen=meldingen, **flags)


def _tell_nobody(_: Voortgang) -> None:
    return


__all__ = ["BonStatus", "Bonnetje", "Syncstand", "Syncuitslag", "Voortgang", "laatste_bon", "lijst_bonnen", "run_sync"]
