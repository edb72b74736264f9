"""A looppakket: one schouw goes along on a stick, and what was found comes back through the same merge.

maak_looppakket ─► file under a passphrase ─► open_looppakket, on any device, until its day
                    lees_bevindingen ◄─ file ◄─ schrijf_bevindingen ◄─ Loper

Nobody who walks gets an incident or a point of one: only the schouw itself and where the JOP's are.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.ids import is_uuid, uuid7
from boa_app.domain.moments import to_iso
from boa_app.domain.roles import Entiteit, Handeling, Onderwerp, Veldgroep
from boa_app.store import audit, klok, looppakketten
from boa_app.store.session import Writer
from boa_app.sync.clock import Hlc, next_hlc
from boa_app.sync.looppakket import (
    BACK_SUFFIX,
    BEVINDING,
    PURPOSE_BACK,
    PURPOSE_OUT,
    SUFFIX,
    Looppakket,
    Terugbrief,
    check_findings,
    join_signature,
    pack_letter,
    scoped,
    signed_text,
    split_signature,
    unpack_letter,
)
from boa_app.sync.protocol import CREATE_FIELD, Change
from boa_app.usecases.changes import Changes
from boa_app.usecases.draagbestand import lees_draagbestand, schrijf_draagbestand
from boa_app.usecases.session import Session
from boa_app.usecases.synchroniseren import changes_of
from boa_app.vault.keyfile import DEFAULT_KDF, KdfParams
from boa_app.vault.wachtzegel import MAX_BYTES, open_with_passphrase, seal_with_passphrase, valid_until_s
from boa_app.vault.zegel import (
    OVERHEAD_BYTES,
    ZegelError,
    ZegelFault,
    generate_keypair,
    generate_signing_key,
    open_with,
    seal_to,
    sign,
    verify,
)

__all__ = ["BACK_SUFFIX", "SUFFIX", "Gemaakt", "Ingelezen", "Loper", "lees_bevindingen", "lijst_hier",
           "maak_looppakket", "open_looppakket", "ruim_looppakketten_op", "schrijf_bevindingen"]  # fmt: skip
FOLDER_NAME = "looppakketten"
MIN_WACHTWOORD = 12
MAX_GELDIG = timedelta(days=31)
# Findings on paper are typed in later than the file may be opened.
_KEEP_KEYS = timedelta(days=60)
# A clock set back would make a file last longer; before it was made it cannot be.
_CLOCK_MARGIN = timedelta(days=1)
_FAULTS = {
    ZegelFault.GEEN_ZEGEL: "looppakket_geen",
    ZegelFault.NIEUWER: "looppakket_nieuwer",
    ZegelFault.TE_GROOT: "looppakket_te_groot",
}


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """A looppakket that was written. jops: how many JOP's are on it."""

    nr: str
    bestand: Path
    geldig_tot: datetime
    jops: int


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """Findings that were taken in. nieuw: changes that were not here yet; al_bekend: those that were."""

    nieuw: int
    al_bekend: int
    changes: Changes


@dataclass(slots=True)
class Loper:
    """Somebody who walks with an open looppakket: makes changes that can come back with it."""

    pakket: Looppakket
    last: Hlc | None = None

    def bevinding(self, now: datetime, values: dict[str, Any]) -> Change:
        """A finding on this schouw. values: its fields as JSON values."""
        value = {**values, "schouw": self.pakket.schouw}
        return self._change(now, BEVINDING, uuid7(now), CREATE_FIELD, value, ())

    def wijziging(self, now: datetime, veld: str, value: Any, bases: tuple[str, ...]) -> Change:  # noqa: ANN401
        """A change of the schouw itself, based on the heads the walker saw."""
        return self._change(now, "schouw", self.pakket.schouw, veld, value, bases)

    def _change(
        self, now: datetime, entity: str, uid: str, field: str, value: Any, bases: tuple[str, ...]  # noqa: ANN401
    ) -> Change:  # fmt: skip
        self.last = next_hlc(self.last, now, self.pakket.device)
        own = self.pakket
        return Change(uuid7(now), own.device, own.account, entity, uid, field, value, bases, str(self.last))


def maak_looppakket(
    session: Session, schouw: str, path: Path, wachtwoord: str, geldig_tot: datetime, kdf: KdfParams = DEFAULT_KDF
) -> Gemaakt:
    """Write one schouw and where the JOP's are to a file under a passphrase.

    geldig_tot: aware, within MAX_GELDIG. Raises UserError schouw_onbekend, geen_recht, looppakket_wachtwoord_kort(min),
    looppakket_geldigheid(dagen), and as schrijf_draagbestand.
    """
    with session.store.read() as reader:
        maker = looppakketten.find_schouw_maker(reader, schouw)
        log = looppakketten.list_scope(reader, schouw)
    if maker is None:
        raise UserError("schouw_onbekend")
    session.require(Handeling.EXPORTEREN, Entiteit.SCHOUW, Veldgroep.ALLES, Onderwerp(maker == session.actor.account))
    session.require(Handeling.LEZEN, Entiteit.JOP, Veldgroep.PUNT)
    now = session.now()
    if len(wachtwoord) < MIN_WACHTWOORD:
        raise UserError("looppakket_wachtwoord_kort", min=MIN_WACHTWOORD)
    if not now < geldig_tot <= now + MAX_GELDIG:
        raise UserError("looppakket_geldigheid", dagen=MAX_GELDIG.days)
    back, pen, meta = generate_keypair(), generate_signing_key(), session.store.meta
    letter = Looppakket(
        uuid7(now), meta.gemeente_code, meta.gemeente_naam, schouw, int(geldig_tot.timestamp()), to_iso(now),
        session.actor.account, uuid7(now), back.publiek, pen.prive, scoped(log, schouw),
    )  # fmt: skip
    sealed = seal_with_passphrase(wachtwoord, pack_letter(letter), PURPOSE_OUT, letter.geldig_tot_s, kdf)
    kept = {
        "schouw": schouw, "account": letter.account, "device": letter.device, "terug_prive": back.prive,
        "teken": pen.publiek, "geldig_tot_s": letter.geldig_tot_s,
        "bewaar_tot_s": letter.geldig_tot_s + int(_KEEP_KEYS.total_seconds()),
    }  # fmt: skip
    session.write(partial(_issue, nr=letter.nr, schouw=schouw, kept=kept))
    schrijf_draagbestand(path, sealed)
    jops = sum(change.entity == "jop" and change.field == CREATE_FIELD for change in letter.changes)
    return Gemaakt(letter.nr, path, datetime.fromtimestamp(letter.geldig_tot_s, UTC), jops)


def open_looppakket(path: Path, wachtwoord: str, now: datetime, bewaar_in: Path | None = None) -> Looppakket:
    """What is in a looppakket. bewaar_in: folder of a store in which a copy is kept, still sealed, until its day.

    Raises UserError looppakket_geen, looppakket_nieuwer, looppakket_te_groot, looppakket_beschadigd,
    looppakket_wachtwoord, looppakket_verlopen(op), and as lees_draagbestand.
    """
    content = lees_draagbestand(path, MAX_BYTES + 1024)
    try:
        until = _moment(valid_until_s(content))
        _refuse_expired(until, now)
        letter = unpack_letter(open_with_passphrase(wachtwoord, content, PURPOSE_OUT), Looppakket)
    except ZegelError as error:
        if error.fault in (ZegelFault.ANDERE_SLEUTEL, ZegelFault.SLEUTEL_ONGELDIG):
            raise UserError("looppakket_wachtwoord") from error
        raise UserError(_FAULTS.get(error.fault, "looppakket_beschadigd")) from error
    if not is_uuid(letter.nr):
        # It becomes the name of a file.
        raise UserError("looppakket_beschadigd")
    if to_iso(now + _CLOCK_MARGIN) < letter.gemaakt_op:
        raise UserError("looppakket_verlopen", op=f"{until:%d-%m-%Y}")
    if bewaar_in is not None:
        _keep_copy(bewaar_in, letter.nr, content)
    return letter


def schrijf_bevindingen(pakket: Looppakket, changes: tuple[Change, ...], path: Path) -> Path:
    """Write what was found, for whoever made the looppakket only.

    Raises UserError looppakket_beschadigd when something else is among them, and as schrijf_draagbestand.
    """
    brief = Terugbrief(pakket.nr, changes)
    check_findings(brief, pakket.schouw, pakket.account, pakket.device)
    packed = pack_letter(brief)
    signature = sign(pakket.teken_prive, signed_text(packed))
    nr = pakket.nr.encode()
    # The number lies open in front, so that who made it finds the key.
    schrijf_draagbestand(
        path, nr + b"\n" + seal_to(pakket.terug_sleutel, join_signature(packed, signature), PURPOSE_BACK)
    )  # fmt: skip
    return path


def lees_bevindingen(session: Session, path: Path) -> Ingelezen:
    """Take findings in, as changes of this device that go to the centre with the next round. Twice is as once.

    Raises UserError looppakket_vreemd, looppakket_beschadigd, looppakket_te_groot, geen_recht, and as
    lees_draagbestand.
    """
    content = lees_draagbestand(path, MAX_BYTES + OVERHEAD_BYTES + 1024)
    nr, _, sealed = content.partition(b"\n")
    with session.store.read() as reader:
        kept = looppakketten.find_issued(reader, nr.decode("ascii", "replace"))
        maker = looppakketten.find_schouw_maker(reader, kept["schouw"]) if kept else None
    if kept is None or maker is None:
        raise UserError("looppakket_vreemd")
    subject = Onderwerp(eigen=maker == session.actor.account)
    session.require(Handeling.WIJZIGEN, Entiteit.SCHOUW, Veldgroep.ALLES, subject)
    session.require(Handeling.MAKEN, Entiteit.BEVINDING, Veldgroep.ALLES, subject)
    brief = _read_back(sealed, kept)
    if brief.nr.encode() != nr:
        raise UserError("looppakket_beschadigd")
    check_findings(brief, kept["schouw"], kept["account"], kept["device"])
    known, told = session.write(partial(looppakketten.take_findings, nr=brief.nr, changes=brief.changes))
    return Ingelezen(known, len(brief.changes) - known, changes_of(told, everything=False))


def lijst_hier(opslag: Path) -> tuple[Path, ...]:
    """The sealed copies kept in a store, newest first."""
    return tuple(sorted((opslag / FOLDER_NAME).glob("*" + SUFFIX), reverse=True))


def ruim_looppakketten_op(session: Session) -> int:
    """Destroy the copies whose day has passed and the keys nothing comes back under any more; gives how many.

    With a clock in doubt nothing goes.
    """
    now = session.now()
    with session.store.read() as reader:
        if not klok.oordeel(reader, now).is_zeker:
            return 0
    gone = 0
    for path in lijst_hier(session.store.folder):
        if _is_expired(path, now):
            with suppress(OSError):
                path.unlink(missing_ok=True)
                gone += 1
    with session.store.read() as reader:
        stale = [one for one in looppakketten.list_issued(reader).values() if one["bewaar_tot_s"] < now.timestamp()]
    if gone or stale:
        gone += session.write(partial(_wipe, now_s=now.timestamp(), copies=gone))
    return gone


def _issue(w: Writer, nr: str, schouw: str, kept: dict[str, Any]) -> None:
    looppakketten.keep_issued(w, nr, kept)
    audit.append_line(w, Actie.EXPORT, "schouw", schouw, reden_code="LOOPPAKKET", velden=("schouw", "jop"))


def _wipe(w: Writer, now_s: float, copies: int) -> int:
    keys = looppakketten.forget_issued(w, now_s)
    audit.append_line(w, Actie.WISSEN, "looppakket", velden=(f"kopieen={copies}", f"sleutels={keys}"))
    return keys


def _read_back(sealed: bytes, kept: dict[str, Any]) -> Terugbrief:
    try:
        packed, signature = split_signature(open_with(kept["terug_prive"], sealed, PURPOSE_BACK))
    except ZegelError as error:
        code = "looppakket_vreemd" if error.fault is ZegelFault.ANDERE_SLEUTEL else "looppakket_beschadigd"
        raise UserError(code) from error
    if not verify(kept["teken"], signed_text(packed), signature):
        raise UserError("looppakket_beschadigd")
    return unpack_letter(packed, Terugbrief)


def _refuse_expired(until: datetime, now: datetime) -> None:
    if now > until:
        raise UserError("looppakket_verlopen", op=f"{until:%d-%m-%Y}")


def _is_expired(path: Path, now: datetime) -> bool:
    """Also of a copy that cannot be read: it is of no use to anybody."""
    try:
        return now > _moment(valid_until_s(lees_draagbestand(path, MAX_BYTES + 1024)))
    except (UserError, ZegelError):
        return True


def _moment(seconds: int) -> datetime:
    # What no calendar holds was not written by us.
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ZegelError(ZegelFault.BESCHADIGD) from error


def _keep_copy(opslag: Path, nr: str, content: bytes) -> None:
    folder = opslag / FOLDER_NAME
    folder.mkdir(mode=0o700, exist_ok=True)
    schrijf_draagbestand(folder / f"{nr}{SUFFIX}", content)
