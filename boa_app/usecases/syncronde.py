"""Driving one round: what flow.py asks for is done with the line and the store, and what came of it is told back.

Every answer of the centre is on disk before the next request leaves. A round that breaks off goes on under its own id,
so that what was sent in it is counted once on both sides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.ids import uuid7
from boa_app.domain.moments import from_iso, to_iso
from boa_app.domain.synchronisatie import Toegepast
from boa_app.store import fotostand, sync_blad, sync_stand, sync_uit, sync_weg
from boa_app.store.session import Writer
from boa_app.sync import bon, flow
from boa_app.sync.flow import BeginDeel, Deel, Geweigerd, Klaar, Rondeuitslag, Uitkomst, Verzoek
from boa_app.sync.protocol import (
    MAX_PUSH,
    SCHEMA_VERSION,
    Antwoord,
    BonAntwoord,
    BonVraag,
    Push,
    Stand,
    Telling,
    TokenVraag,
    Uitslag,
    signing_text,
)
from boa_app.sync.transport import Transport
from boa_app.usecases.session import Session
from boa_app.usecases.syncfotos import Fotolijn
from boa_app.usecases.syncmaat import Pakketmaat
from boa_app.vault.zegel import sign

_RONDE, _TOKEN, _OFFSET = "ronde", "token", "klok_afwijking_ms"
# A token that ends during the next message is of no use.
_TOKEN_MARGIN = timedelta(seconds=60)
_WHOLE_MESSAGE = frozenset({"te_groot", "wijziging_ongeldig", "bericht_ongeldig", "bericht_te_groot"})
# So many answers are taken over at once: those of a whole push took 60 to 90 ms, and a save may have to wait for them.
_BATCH = 125
Stap = Callable[[str, int, int], None]


@dataclass(slots=True)
class Ronde:
    """One round on one line. sign_in: gives an id_token for (uitgever, client, centrale, device), None when nobody can
    sign in now. stap: told (stap, gedaan, totaal)."""

    session: Session
    transport: Transport
    stap: Stap
    sign_in: Callable[[str, str, str, str], str] | None = None
    sync: str = ""
    gestuurd: dict[str, Telling] = field(default_factory=dict)
    opgehaald: Telling = bon.LEEG
    begin: tuple[int, int] | None = None
    toegepast: Toegepast = field(default_factory=Toegepast)
    vraag: BonVraag | None = None
    antwoord: BonAntwoord | None = None
    nieuw_account: bool = False
    geweigerd: int = 0
    fotos: Fotolijn = field(init=False)
    _toestel: sync_stand.Toestel = field(init=False)
    _maat: Pakketmaat = field(init=False)
    _token_bad: bool = False
    _verzonden: int = 0
    _onverzonden: int = 0

    def __post_init__(self) -> None:
        with self.session.store.read() as reader:
            toestel = sync_stand.find_toestel(reader)
            if toestel is None:
                raise UserError("niet_aangemeld")
            self._toestel = toestel.toestel
            self._maat = Pakketmaat(sync_stand.get(reader, Pakketmaat.NAAM, MAX_PUSH))
            self._onverzonden = sync_uit.count_unsent(reader)
            kept = sync_stand.get(reader, _RONDE, {})
        self.sync = kept.get("sync") or uuid7(self.session.now())
        self.gestuurd = {entity: Telling(**telling) for entity, telling in kept.get("gestuurd", {}).items()}
        self.fotos = Fotolijn(self.session, self.transport, self._write)

    def run(self) -> Rondeuitslag:
        """Do all of it. Raises UserError sync_afgebroken, EnvironmentProblem of the line or the disk."""
        with self.session.store.read() as reader:
            known = sync_stand.find_toestel(reader)
        if known is None:
            raise UserError("niet_aangemeld")
        self._write(lambda w: sync_stand.put(w, _RONDE, self._kept()))
        steps = flow.sync_flow(flow.Toestelstand(known.cursor, known.epoch, SCHEMA_VERSION))
        try:
            request = next(steps)
            while True:
                request = steps.send(self._answer(request))
        except StopIteration as end:
            uitslag: Rondeuitslag = end.value
            return uitslag
        finally:
            steps.close()

    def close(self, w: Writer) -> None:
        """The round is over: the next one has an id of its own."""
        sync_stand.forget(w, _RONDE)

    def _answer(self, request: Verzoek) -> Uitkomst:
        try:
            return self._carry_out(request)
        except UserError as refusal:
            if refusal.code == "sync_afgebroken":
                raise
            if refusal.code.startswith("token_"):
                self._token_bad = True
            return Geweigerd(refusal.code)

    def _carry_out(self, request: Verzoek) -> Uitkomst:  # noqa: PLR0911 - one line for each request of the flow
        match request:
            case flow.VraagToken():
                return self._token()
            case flow.VraagStand():
                return self._stand()
            case flow.Stuur():
                return self._push()
            case flow.StuurFotos():
                return self._photo(*self.fotos.send_next())
            case flow.OpenBegin(epoch):
                sync_blad.begin_state(self.session.store, epoch)
                self.begin = (0, 0)
                return Klaar()
            case flow.HaalBegin(na, stand):
                return self._begin_page(na, stand)
            case flow.SluitBegin(_, stand):
                self.toegepast += sync_blad.end_state(self.session.store, stand, self.actor())
                return Klaar()
            case flow.Haal(na, epoch):
                return self._page(na, epoch)
            case flow.Bevestig():
                return self._confirm()
            case flow.HaalFotos():
                return self._photo(*self.fotos.fetch_next())
            case flow.VraagBon(van, tot):
                return self._bon(van, tot)

    def _token(self) -> Uitkomst:
        self.stap("contact", 0, 0)
        with self.session.store.read() as reader:
            kept = sync_stand.get(reader, _TOKEN, {})
        if not self._token_bad and kept and from_iso(kept["tot"]) > self.session.now() + _TOKEN_MARGIN:
            self.transport.token = kept["token"]
            return Klaar()
        self.transport.token = ""
        try:
            token = self._ask_token("")
        except UserError as refusal:
            if refusal.code != "oidc_nodig" or self.sign_in is None:
                raise
            own = self._toestel
            issuer, client = str(refusal.fields.get("uitgever", "")), str(refusal.fields.get("client", ""))
            token = self._ask_token(self.sign_in(issuer, client, own.centrale, own.device))
        self._token_bad = False
        self.transport.token = token["token"]
        self._write(lambda w: sync_stand.put(w, _TOKEN, token))
        return Klaar()

    def _ask_token(self, id_token: str) -> dict[str, str]:
        own = self._toestel
        nonce = self.transport.uitdaging().nonce
        signature = sign(own.teken_sleutel, signing_text(own.centrale, own.device, nonce))
        asked = self.session.now()
        found = self.transport.vraag_token(TokenVraag(own.device, nonce, signature, id_token))
        # By the clock of this device, which may be wrong: a token is good for a quarter of an hour from now.
        return {"token": found.token, "tot": to_iso(asked + timedelta(minutes=14))}

    def _stand(self) -> Stand:
        before = self.session.now()
        stand = self.transport.stand()
        # Half of the way there and back: a slow line is no wrong clock.
        halfway = before + (self.session.now() - before) / 2
        offset_ms = round((halfway - from_iso(stand.nu)).total_seconds() * 1000)
        own = self.session.store.meta

        def keep(w: Writer) -> None:
            known = sync_stand.find_toestel(w)
            sync_stand.keep_stand(w, stand)
            sync_stand.put(w, _OFFSET, offset_ms)
            if known is not None and known.stand is not None and known.stand.teruggezet != stand.teruggezet:
                # The centre was put back to a backup: it may lack what it once confirmed.
                sync_uit.resend_all(w)

        if (stand.account, stand.rol) != (own.account, own.rol):
            self.session.store.adopt_account(stand.account, stand.rol, keep)
        else:
            self._write(keep)
        buurten = None if stand.buurten is None else frozenset(stand.buurten)
        actor = self.session.actor
        self.nieuw_account = (stand.account, stand.rol, buurten) != (actor.account, str(actor.rol), actor.buurten)
        return stand

    def _push(self) -> Klaar:
        self.stap("sturen", self._verzonden, max(self._onverzonden, self._verzonden))
        with self.session.store.read() as reader:
            found = sync_uit.unsent(reader, self._maat.limit)
        changes = self._maat.take(found)
        if not changes:
            return Klaar()
        try:
            answer = self.transport.push(Push(self.sync, tuple(changes)))
        except EnvironmentProblem:
            self._write(self._maat.shrink)
            raise
        except UserError as refusal:
            if refusal.code not in _WHOLE_MESSAGE:
                raise
            if len(changes) > 1:
                # One of them spoils the message: smaller ones find out which.
                self._maat.halve(len(changes))
                return Klaar(1, meer=True)
            answers: tuple[Antwoord, ...] = (Antwoord(changes[0].change_id, Uitslag.GEWEIGERD, refusal.code),)
            return self._take_answers(answers, to_iso(self.session.now()), meer=True)
        if [one.change_id for one in answer.antwoorden] != [one.change_id for one in changes]:
            raise EnvironmentProblem("centrale_fout", status=200)
        more = len(found) > len(changes) or len(found) >= self._maat.limit
        self._maat.grow()
        return self._take_answers(answer.antwoorden, answer.nu, meer=more)

    def _take_answers(self, answers: tuple[Antwoord, ...], nu: str, *, meer: bool) -> Klaar:
        for at in range(0, len(answers), _BATCH):
            self._take_batch(answers[at : at + _BATCH], nu)
        return Klaar(len(answers), meer=meer)

    def _take_batch(self, answers: tuple[Antwoord, ...], nu: str) -> None:
        def work(w: Writer) -> tuple[sync_uit.Verwerkt, dict[str, Telling]]:
            done = sync_uit.acknowledge(w, answers, nu)
            counted = dict(self.gestuurd)
            for entity in {entity for entity, _ in done.genomen}:
                own = bon.digest(change_id for kind, change_id in done.genomen if kind == entity)
                counted[entity] = bon.add(counted.get(entity, bon.LEEG), own)
            sync_stand.put(w, _RONDE, self._kept(counted))
            self._maat.keep(w)
            return done, counted

        done, self.gestuurd = self.session.store.write(work, background=True, actor=self.actor()).result()
        self._verzonden += len(answers)
        self.geweigerd += len(done.geweigerd)
        self.toegepast += Toegepast(done.meldingen, done.soorten)
        self.stap("sturen", self._verzonden, max(self._onverzonden, self._verzonden))

    def _photo(self, handled: int, left: int) -> Klaar:
        self.stap("fotos", handled, left)
        return Klaar(handled, meer=left > 0)

    def _begin_page(self, na: str, stand: int) -> BeginDeel:
        page = self.transport.begin(na, stand, self.sync)
        self.toegepast += sync_blad.take_state_page(self.session.store, page, self.actor())
        before, total = self.begin if self.begin and na else (0, 0)
        # Counted on the first page only.
        self.begin = (before + len(page.changes), page.totaal or total)
        self.stap("ophalen", self.begin[0], max(self.begin))
        return BeginDeel(page.volgende, page.stand, page.epoch)

    def _page(self, na: int, epoch: int) -> Deel:
        self.stap("ophalen", self.opgehaald.aantal, 0)
        page = self.transport.pull(na, epoch, self.sync)
        if page.epoch == epoch:
            self.toegepast += sync_blad.take_page(self.session.store, page, self.actor())
            self.opgehaald = bon.add(self.opgehaald, bon.digest({one.change.change_id for one in page.changes}))
        return Deel(page.cursor, page.meer, page.epoch)

    def _confirm(self) -> Klaar:
        with self.session.store.read() as reader:
            done = sync_weg.done_orders(reader)[:MAX_PUSH]
        if not done:
            return Klaar()
        self.stap("opschonen", 0, len(done))
        self.transport.bevestig(done)
        self._write(lambda w: sync_weg.forget_orders(w, done))
        return Klaar(len(done), meer=len(done) == MAX_PUSH)

    def _bon(self, van: int, tot: int) -> Klaar:
        self.stap("bevestigen", 0, 0)
        with self.session.store.read() as reader:
            photos = fotostand.list_at_centre(reader, self._toestel.device)
        self.vraag = BonVraag(
            self.sync, self.gestuurd, self.opgehaald, van, tot, bon.digest(photos), foto_lijst=tuple(photos)
        )
        self.antwoord = self.transport.bon(self.vraag)
        nu = from_iso(self.antwoord.nu)
        self._write(lambda w: sync_stand.keep_contact(w, nu))
        return Klaar()

    def _kept(self, gestuurd: dict[str, Telling] | None = None) -> dict[str, Any]:
        counted = self.gestuurd if gestuurd is None else gestuurd
        return {"sync": self.sync, "gestuurd": {entity: asdict(telling) for entity, telling in counted.items()}}

    def actor(self) -> tuple[str, str]:
        """Account and role of who syncs."""
        return self.session.actor.account, str(self.session.actor.rol)

    def _write(self, work: Callable[[Writer], object]) -> None:
        self.session.store.write(work, background=True, actor=self.actor()).result()
