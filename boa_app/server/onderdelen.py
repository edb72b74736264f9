"""A round of syncing at the centre, step by step, whoever brings it: the routes, or a file that was carried in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.roles import Entiteit, Handeling, Onderwerp, Veldgroep, has_any, may
from boa_app.domain.velden import entiteit_of
from boa_app.server import aanmelden, audit, bonnen, lezen
from boa_app.server.backend import Backend, Toegang, Wijze
from boa_app.server.buurten import Buurtenkaart
from boa_app.server.dienst import Dienst
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.identiteiten import schone_reden
from boa_app.server.raster import laatste_raster
from boa_app.server.verwerking import bereid_voor, verwerk
from boa_app.sync.protocol import MAX_PUSH, Beginblad, Blad, BonAntwoord, BonVraag, Push, PushAntwoord, Rasterblad

MAX_SEQ = 2**62
_MAX_SYNC = 80


@dataclass(frozen=True, slots=True)
class Onderdelen:
    """What a round works with. kaart: the buurten, kept between requests."""

    backend: Backend
    dienst: Dienst
    kaart: Buurtenkaart = field(default_factory=Buurtenkaart)

    def toegang(self, authorization: str | None) -> Toegang:
        """Who asks. Raises Geweigerd 401."""
        return aanmelden.wie(self.dienst, authorization)

    def log(self, toegang: Toegang, actie: Actie, kind: str, uid: str = "", **more: Any) -> None:  # noqa: ANN401
        """One line of audit for something that was handed over."""
        db = self.dienst.db
        with db.transaction():
            audit.append_line(db, self.dienst.clock(), audit.wie_van(toegang), actie, kind, uid, **more)

    def push(self, toegang: Toegang, message: Push) -> PushAntwoord:
        """Take changes in. Raises Geweigerd 422 bericht_ongeldig."""
        if len(message.changes) > MAX_PUSH or not is_sync(message.sync):
            raise Geweigerd(422, "bericht_ongeldig")
        now = self.dienst.clock()
        voorwerk = bereid_voor(message, self.kaart.vinder(self.dienst.db))
        with self.backend.schrijfbeurt(toegang.gemeente_code, toegang, now) as beurt:
            return verwerk(beurt, toegang, voorwerk, now)

    def pull(self, toegang: Toegang, na: int, epoch: int, sync: str = "", schema: int = 1) -> Blad:
        """The page after ``na``. Raises Geweigerd: 409 epoch_verschilt(epoch), 410 cursor_te_oud, 426
        programma_te_oud."""
        self._check_schema(schema)
        if epoch != toegang.epoch:
            raise Geweigerd(409, "epoch_verschilt", epoch=toegang.epoch)
        if na < self.dienst.horizon():
            raise Geweigerd(410, "cursor_te_oud")
        now = self.dienst.clock()
        with self.backend.leesbeurt(toegang, now) as beurt:
            page = lezen.pull(beurt, toegang, na, now)
        if page.changes or page.weg or page.opschoning:
            told = (f"aantal={len(page.changes)}", f"tot={page.cursor}")
            self.log(toegang, Actie.SYNC, "pull", sync, velden=told)
        return page

    def begin(self, toegang: Toegang, na: str, stand: int, sync: str = "", schema: int = 1) -> Beginblad:
        """A page of the first state. Raises Geweigerd 426 programma_te_oud, UserError cursor_ongeldig."""
        self._check_schema(schema)
        now = self.dienst.clock()
        with self.backend.leesbeurt(toegang, now) as beurt:
            page = lezen.begin(beurt, toegang, na, stand, now)
        if page.changes:
            self.log(toegang, Actie.SYNC, "begin", sync, velden=(f"aantal={len(page.changes)}",))
        return page

    def bon(self, toegang: Toegang, vraag: BonVraag) -> BonAntwoord:
        """Count a round. Raises Geweigerd 422 bericht_ongeldig."""
        bounds = 0 <= vraag.van <= MAX_SEQ and 0 <= vraag.tot <= MAX_SEQ
        if not bounds or not is_sync(vraag.sync) or not all(map(_is_name, vraag.gestuurd)):
            raise Geweigerd(422, "bericht_ongeldig")
        now = self.dienst.clock()
        with self.backend.leesbeurt(toegang, now) as beurt:
            counted = bonnen.count(beurt, toegang, vraag, now)
        return bonnen.keep(self.dienst.db, toegang, vraag, counted)

    def ouder(self, toegang: Toegang, soort: str, periode: tuple[str, str], reden: str, na: str) -> Beginblad:
        """Records of a period, to be looked at. Raises Geweigerd: 422 bericht_ongeldig, 403 geen_recht; UserError
        cursor_ongeldig."""
        entiteit = entiteit_of(soort)
        if entiteit is None or "\x00" in reden:
            raise Geweigerd(422, "bericht_ongeldig")
        if not has_any(toegang.rol, entiteit, Handeling.LEZEN):
            raise Geweigerd(403, "geen_recht", rol=str(toegang.rol), handeling="lezen", entiteit=str(entiteit))
        # One line of signs one can see: what is no more than that is no reason, here and in the database.
        now, reden = self.dienst.clock(), schone_reden(reden)
        with self.backend.leesbeurt(toegang, now, Wijze.ONLINE, reden) as beurt:
            page = lezen.ouder(beurt, toegang, soort, *periode, reden, na, now)
        # Also when nothing was found: that somebody looked is what the log is for.
        told = (f"van={periode[0]}", f"tot={periode[1]}", f"aantal={len(page.changes)}")
        self.log(toegang, Actie.RAADPLEGEN, soort, velden=told, reden_tekst=reden)
        return page

    def raster(self, toegang: Toegang) -> Rasterblad:
        """The protected grid. Raises Geweigerd 403 geen_recht."""
        now = self.dienst.clock()
        if not may(toegang.actor, Handeling.LEZEN, Entiteit.RASTER, Veldgroep.AANTALLEN, Onderwerp(), now):
            raise Geweigerd(403, "geen_recht", rol=str(toegang.rol), handeling="lezen", entiteit="raster")
        page = laatste_raster(self.dienst.db, now)
        self.log(toegang, Actie.COMBINEREN, "raster", velden=(f"van={page.van}", f"tot={page.tot}"))
        return page

    def _check_schema(self, schema: int) -> None:
        if schema < self.dienst.min_schema:
            raise Geweigerd(426, "programma_te_oud", schema=schema, nodig=self.dienst.min_schema)


def is_sync(text: str) -> bool:
    """Whether a text can be the id of a round: what was typed into it goes into the audit log."""
    return len(text) <= _MAX_SYNC and text.replace("-", "").isalnum() and text.isascii()


def _is_name(text: str) -> bool:
    return len(text) <= _MAX_SYNC and text.isascii() and "\x00" not in text
