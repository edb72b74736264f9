"""Syncing by hand: unsent work on a stick, sealed to the centre, and its answer taken in like a round over the line.

schrijf_usb ─► file ─► somebody brings it to the centre ─► answer file ─► lees_antwoord ─► bonnetje

Nothing on this device counts as sent before the answer is in; writing twice or reading an old answer is harmless.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.bonnetje import Bonnetje, Bonregel, BonStatus
from boa_app.domain.errors import UserError
from boa_app.domain.ids import uuid7
from boa_app.domain.moments import from_iso, to_iso
from boa_app.domain.synchronisatie import Toegepast
from boa_app.store import audit, bonnen, fotos, sync_blad, sync_stand, sync_uit, sync_weg, uitgaand
from boa_app.store.session import Reader, Writer
from boa_app.store.sync_stand import Toestelstand
from boa_app.sync import bon as telling
from boa_app.sync.protocol import MAX_PUSH, Push, Stand, Telling, Uitslag
from boa_app.sync.usb import (
    ANSWER_SUFFIX,
    MAX_FOTOS,
    MAX_LETTER_BYTES,
    MAX_ORDERS,
    MAX_PHOTO_BYTES,
    PURPOSE_ANSWER,
    PURPOSE_USB,
    SUFFIX,
    FotoDeel,
    Heen,
    Terug,
    pack_heen,
    size_of,
    unpack_terug,
)
from boa_app.usecases.draagbestand import lees_draagbestand, schrijf_draagbestand
from boa_app.usecases.session import Session
from boa_app.usecases.synchroniseren import Syncuitslag, changes_of
from boa_app.vault.zegel import MAX_PLAINTEXT_BYTES, OVERHEAD_BYTES, ZegelError, ZegelFault, open_with, seal_to, sign

_KEPT = "usb"
_KEEP_LAST = 20
# Room in the letter for what is not changes.
_MAX_CHANGES_BYTES = MAX_LETTER_BYTES * 3 // 4
_BATCH = 200
_FAULTS = {
    ZegelFault.GEEN_ZEGEL: "usb_geen_antwoord",
    ZegelFault.ANDERE_SLEUTEL: "usb_ander_toestel",
    ZegelFault.NIEUWER: "usb_nieuwer_antwoord",
    ZegelFault.TE_GROOT: "usb_te_groot",
}


@dataclass(frozen=True, slots=True)
class Geschreven:
    """A file that was written. wijzigingen_over, fotos_over: what did not fit and goes with the next one."""

    bestand: Path
    wijzigingen: int
    fotos: int
    wijzigingen_over: int = 0
    fotos_over: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class UsbBestand:
    """A file that was written before. beantwoord_op: None while its answer is not in."""

    nr: str
    bestand: str
    wijzigingen: int
    fotos: int
    geschreven_op: datetime
    beantwoord_op: datetime | None = None


@dataclass(frozen=True, slots=True)
class Usbstand:
    """What could go on a stick now, and the files written before, newest first."""

    aangemeld: bool
    te_sturen: int = 0
    fotos: int = 0
    laatste: tuple[UsbBestand, ...] = ()


def usbstand(session: Session) -> Usbstand:
    """The counts for the page; no audit line."""
    with session.store.read() as reader:
        if sync_stand.find_toestel(reader) is None:
            return Usbstand(False)
        files = tuple(_to_bestand(nr, kept) for nr, kept in reversed(_kept(reader).items()))
        return Usbstand(True, sync_uit.count_unsent(reader), len(uitgaand.fotos_hier(reader)), files)


def schrijf_usb(session: Session, path: Path) -> Geschreven:
    """Write everything that is unsent to a file only the centre can open.

    Raises UserError niet_aangemeld, usb_nog_geen_contact, uitvoer_map_ontbreekt, uitvoer_niet_schrijfbaar;
    EnvironmentProblem uitvoer_schijf_vol, uitvoer_mislukt.
    """
    nr = uuid7(session.now())
    with session.store.read() as reader:
        toestel, stand = _enrolled(reader)
        pushes, left = _pushes(reader, nr)
        photos, contents, photos_left = _photos(reader, session.store.folder)
        orders = sync_weg.done_orders(reader)[:MAX_ORDERS]
    own = toestel.toestel
    brief = Heen(
        nr, own.centrale, own.device, stand.account, to_iso(session.now()), pushes, photos, toestel.cursor,
        toestel.epoch, orders,
    )  # fmt: skip
    package = pack_heen(brief, contents, lambda message: sign(own.teken_sleutel, message))
    sealed = seal_to(stand.uitwissel_sleutel, package, PURPOSE_USB)
    schrijf_draagbestand(path, sealed)
    count = sum(len(push.changes) for push in pushes)
    session.write(partial(_remember, nr=nr, bestand=path.name, wijzigingen=count, fotos=len(photos)))
    return Geschreven(path, count, len(photos), left, photos_left, len(sealed))


def lees_antwoord(session: Session, path: Path) -> Syncuitslag:
    """Take the answer of the centre in: what it took, what it refused, what is new, and the receipt of it all.

    Raises UserError niet_aangemeld, usb_nog_geen_contact, usb_onleesbaar(bestand), usb_te_groot(max_mb),
    usb_geen_antwoord, usb_ander_toestel, usb_nieuwer_antwoord, usb_beschadigd, usb_antwoord_verlopen (of a centre that
    was put back to a backup since), sync_loopt; EnvironmentProblem of the disk. bon.code: why not all that is new came
    along.
    """
    content = lees_draagbestand(path, MAX_PLAINTEXT_BYTES + OVERHEAD_BYTES)
    with session.store.read() as reader:
        toestel, stand = _enrolled(reader)
    brief = _open(content, toestel, stand)
    if not session.store.sync_gate.acquire(blocking=False):
        raise UserError("sync_loopt")
    try:
        _check_still_holds(session, brief)
        return _take_in(session, brief)
    finally:
        session.store.sync_gate.release()


def _check_still_holds(session: Session, brief: Terug) -> None:
    """What a centre took before it was put back to a backup it may have lost: that must not count as sent again."""
    with session.store.read() as reader:
        toestel, stand = _enrolled(reader)
    contact = toestel.laatste_contact
    overtaken = contact is not None and from_iso(brief.stand.nu) < contact
    if overtaken and brief.stand.teruggezet != stand.teruggezet:
        raise UserError("usb_antwoord_verlopen")


def _enrolled(reader: Reader) -> tuple[Toestelstand, Stand]:
    found = sync_stand.find_toestel(reader)
    if found is None:
        raise UserError("niet_aangemeld")
    if found.stand is None:
        raise UserError("usb_nog_geen_contact")
    return found, found.stand


def _pushes(reader: Reader, nr: str) -> tuple[tuple[Push, ...], int]:
    """All unsent changes in the order they were made, and how many did not fit."""
    made, size, seq, count = list[Push](), 0, 0, 0
    while rows := sync_uit.unsent_since(reader, seq, MAX_PUSH):
        push = Push(nr, tuple(change for _, change in rows))
        size += size_of(push)
        if size > _MAX_CHANGES_BYTES:
            break
        made.append(push)
        count += len(rows)
        seq = rows[-1][0]
    return tuple(made), sync_uit.count_unsent(reader) - count


def _photos(reader: Reader, folder: Path) -> tuple[tuple[FotoDeel, ...], dict[str, bytes], int]:
    parts, contents, size, left = list[FotoDeel](), dict[str, bytes](), 0, 0
    for sha256, uid in uitgaand.fotos_hier(reader).items():
        content = uitgaand.read_sealed(folder, sha256)
        if content is None or len(parts) == MAX_FOTOS or size + len(content) > MAX_PHOTO_BYTES:
            left += 1
            continue
        size += len(content)
        contents[sha256] = content
        parts.append(FotoDeel(uid, sha256, len(content)))
    return tuple(parts), contents, left


def _remember(w: Writer, nr: str, bestand: str, wijzigingen: int, fotos: int) -> None:
    kept = _kept(w)
    kept[nr] = {"bestand": bestand, "wijzigingen": wijzigingen, "fotos": fotos, "op": w.now_iso, "antwoord": ""}
    sync_stand.put(w, _KEPT, dict(list(kept.items())[-_KEEP_LAST:]))
    audit.append_line(
        w, Actie.SYNC, "sync", nr, reden_code="USB_GESCHREVEN", velden=(str(wijzigingen), str(fotos))
    )  # fmt: skip


def _kept(reader: Reader) -> dict[str, dict[str, Any]]:
    return dict(sync_stand.get(reader, _KEPT, {}))


def _to_bestand(nr: str, kept: dict[str, Any]) -> UsbBestand:
    answered = from_iso(kept["antwoord"]) if kept["antwoord"] else None
    return UsbBestand(nr, kept["bestand"], kept["wijzigingen"], kept["fotos"], from_iso(kept["op"]), answered)


def _open(content: bytes, toestel: Toestelstand, stand: Stand) -> Terug:
    own = toestel.toestel
    try:
        package = open_with(own.uitwissel_sleutel, content, PURPOSE_ANSWER, stand.uitwissel_sleutel)
    except ZegelError as error:
        raise UserError(_FAULTS.get(error.fault, "usb_beschadigd")) from error
    brief = unpack_terug(package)
    if (brief.device, brief.centrale) != (own.device, own.centrale):
        raise UserError("usb_ander_toestel")
    return brief


def _take_in(session: Session, brief: Terug) -> Syncuitslag:
    session.write(lambda w: bonnen.begin_bon(w, brief.nr))
    begun = session.now()
    entities = _entities_of(session, [answer.change_id for answer in brief.antwoorden])
    # First who this device is: to a centre that was put back to a backup all is unsent, but for what it answers here.
    other_actor = _take_stand(session, brief)
    told = _take_answers(session, brief)
    told += _take_pages(session, brief)
    bon = _bon(session, brief, begun, entities)
    kept = session.write(partial(_end, brief=brief, bon=bon))
    return Syncuitslag(kept, changes_of(told, everything=bool(brief.begin)), other_actor, told.verloren)


def _entities_of(session: Session, change_ids: Sequence[str]) -> dict[str, str]:
    with session.store.read() as reader:
        return uitgaand.entities_of(reader, change_ids)


def _take_answers(session: Session, brief: Terug) -> Toegepast:
    told = Toegepast()
    for at in range(0, len(brief.antwoorden), _BATCH):
        part = brief.antwoorden[at : at + _BATCH]
        work = partial(sync_uit.acknowledge, antwoorden=part, now=brief.nu)
        done = session.store.write(work, background=True, actor=_actor(session)).result()
        told += Toegepast(done.meldingen, done.soorten)

    def told_elsewhere(w: Writer) -> Toegepast:
        uitgaand.mark_carried(w, brief.fotos)
        sync_weg.forget_orders(w, brief.opgeschoond)
        return sync_weg.drop_sent_fotos(w)

    gone = session.store.write(told_elsewhere, background=True).result()
    fotos.remove_files(session.store.folder, gone.bestanden)
    return told + gone


def _take_stand(session: Session, brief: Terug) -> bool:
    """Keep what the centre says of this device, unless it said something later; gives whether role or area differ."""
    stand, meta = brief.stand, session.store.meta
    with session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
    if known is None or (known.laatste_contact is not None and from_iso(stand.nu) < known.laatste_contact):
        return False
    again = known.stand is not None and stand.teruggezet != known.stand.teruggezet

    def keep(w: Writer) -> None:
        sync_stand.keep_stand(w, stand)
        if again:
            sync_uit.resend_all(w)

    if (stand.account, stand.rol) != (meta.account, meta.rol):
        session.store.adopt_account(stand.account, stand.rol, keep)
    else:
        session.write(keep)
    actor, buurten = session.actor, None if stand.buurten is None else frozenset(stand.buurten)
    return (stand.account, stand.rol, buurten) != (actor.account, str(actor.rol), actor.buurten)


def _take_pages(session: Session, brief: Terug) -> Toegepast:
    """The new records, when they follow on what is here; an answer that was overtaken by the line brings none."""
    store, actor, told = session.store, _actor(session), Toegepast()
    with store.read() as reader:
        known = sync_stand.find_toestel(reader)
    if known is None:
        return told
    if brief.begin:
        last = brief.begin[-1]
        if last.epoch < known.epoch or (last.epoch == known.epoch and last.stand <= (known.cursor or 0)):
            return told
        sync_blad.begin_state(store, last.epoch)
        for page in brief.begin:
            told += sync_blad.take_state_page(store, page, actor)
        return told + sync_blad.end_state(store, last.stand, actor)
    cursor = brief.na
    for blad in brief.bladen:
        if blad.epoch == known.epoch and cursor == known.cursor:
            told += sync_blad.take_page(store, blad, actor)
            known = _moved(store.read, known)
        cursor = blad.cursor
    return told


def _moved(read: Any, known: Toestelstand) -> Toestelstand:  # noqa: ANN401
    with read() as reader:
        return sync_stand.find_toestel(reader) or known


def _bon(session: Session, brief: Terug, begun: datetime, entities: dict[str, str]) -> Bonnetje:
    sent: defaultdict[str, list[str]] = defaultdict(list)
    for answer in brief.antwoorden:
        if answer.uitslag is Uitslag.GENOMEN and answer.change_id in entities:
            sent[entities[answer.change_id]].append(answer.change_id)
    received = {one.change.change_id for blad in brief.bladen for one in blad.changes}
    hier = {f"gestuurd.{entity}": telling.digest(ids) for entity, ids in sent.items()}
    if received:
        hier["opgehaald"] = telling.digest(received)
    daar = {naam: one for naam, one in telling.counts(brief.bon).items() if naam != "fotos"} if brief.bon else {}
    with session.store.read() as reader:
        left, photos = sync_uit.count_unsent(reader), len(uitgaand.fotos_hier(reader))
        asked = _kept(reader).get(brief.nr, {})
    lines = [*_lines(hier, daar), *([Bonregel("fotos", asked["fotos"], len(brief.fotos))] if asked else [])]
    refused = sum(answer.uitslag is not Uitslag.GENOMEN for answer in brief.antwoorden)
    return Bonnetje(
        brief.nr, begun, session.now(), BonStatus.GELUKT, brief.bon.nr if brief.bon else 0, tuple(lines), left, photos,
        refused, telling.control_number(hier), telling.control_number(daar), _left_behind(brief),
        beginstand=sum(len(page.changes) for page in brief.begin),
    )  # fmt: skip


def _left_behind(brief: Terug) -> str:
    """Why not all that is new came along, "" when it did. A first state comes whole or not at all."""
    if not brief.rest:
        return ""
    return "usb_beginstand_te_groot" if brief.na is None else "usb_meer_klaar"


def _lines(hier: dict[str, Telling], daar: dict[str, Telling]) -> Iterable[Bonregel]:
    for naam in sorted({*hier, *daar}):
        ours, theirs = hier.get(naam, telling.LEEG), daar.get(naam, telling.LEEG)
        yield Bonregel(naam.removeprefix("gestuurd."), ours.aantal, theirs.aantal, ours.controle, theirs.controle)


def _end(w: Writer, brief: Terug, bon: Bonnetje) -> Bonnetje:
    bonnen.end_bon(w, bon)
    kept = _kept(w)
    if brief.nr in kept:
        kept[brief.nr] = {**kept[brief.nr], "antwoord": w.now_iso}
        sync_stand.put(w, _KEPT, kept)
    audit.append_line(w, Actie.SYNC, "sync", brief.nr, reden_code="USB_ANTWOORD")
    return bonnen.find_bon(w, brief.nr) or bon


def _actor(session: Session) -> tuple[str, str]:
    return session.actor.account, str(session.actor.rol)


__all__ = [
    "ANSWER_SUFFIX", "SUFFIX", "Geschreven", "UsbBestand", "Usbstand", "lees_antwoord", "schrijf_usb", "usbstand",
]  # fmt: skip
