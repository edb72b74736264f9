"""Photos over the line: sealed bytes up where they were cut off, and down what this account may see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.foto import FotoStand
from boa_app.exchange.fotos import lees_foto, maak_opslagfoto
from boa_app.store import fotos, fotostand, sync_weg
from boa_app.store.fotostand import Fotobytes
from boa_app.store.session import Writer
from boa_app.sync.transport import Transport
from boa_app.usecases.session import Session

# The centre refuses this one photo, now; the others are not to wait for it.
_THIS_ONE = frozenset({"record_onbekend", "geen_recht", "foto_onbekend", "bericht_te_groot", "foto_beschadigd"})
_ATTEMPTS = 3


@dataclass(slots=True)
class Fotolijn:
    """The photos of one round. passed: those that did not work this time. totaal: to move, when the round began."""

    session: Session
    transport: Transport
    write: Callable[[Callable[[Writer], object]], None]
    passed: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)

    def send_next(self) -> tuple[int, int]:
        """Send one photo; gives how many were handled (0 or 1) and how many are left."""
        with self.session.store.read() as reader:
            waiting = [one for one in fotostand.list_to_send(reader) if one.uid not in self.passed]
        if not waiting:
            return 0, 0
        one = waiting[0]
        if not self._send(one):
            self.passed.add(one.uid)
        return 1, len(waiting) - 1

    def fetch_next(self) -> tuple[int, int]:
        """Fetch one photo; gives as send_next. What the centre has not itself yet is left for the next round."""
        with self.session.store.read() as reader:
            waiting = [one for one in fotostand.list_to_fetch(reader) if one.uid not in self.passed]
        if not waiting:
            return 0, 0
        one = waiting[0]
        if not self._fetch(one):
            self.passed.add(one.uid)
        return 1, len(waiting) - 1

    def _send(self, one: Fotobytes) -> bool:
        data = fotostand.sealed_bytes(self.session.store.folder, one.sha256)
        if data is None:
            # controleer tells about it; there is nothing to send.
            return False
        try:
            for _ in range(_ATTEMPTS):
                there = self.transport.foto_stand(one.sha256, one.uid)
                if there.is_whole or self.transport.stuur_foto(one.sha256, one.uid, data, there.offset):
                    self._sent(one)
                    return True
        except UserError as refusal:
            if refusal.code not in _THIS_ONE:
                raise
        return False

    def _sent(self, one: Fotobytes) -> None:
        """The centre has its bytes; a photo that had to leave this device goes now."""
        gone: list[str] = []

        def work(w: Writer) -> None:
            fotostand.set_stand(w, one.uid, FotoStand.CENTRALE)
            gone[:] = sync_weg.drop_sent_fotos(w).bestanden

        self.write(work)
        fotos.remove_files(self.session.store.folder, gone)

    def _fetch(self, one: Fotobytes) -> bool:
        sealed = self.transport.haal_foto(one.sha256, one.uid)
        if sealed is None:
            return False
        folder = self.session.store.folder
        try:
            with self.session.store.read() as reader:
                jpeg = fotos.open_picture(reader, one.uid, sealed)
                foto = fotos.get_foto(reader, one.uid)
            small = maak_opslagfoto(lees_foto(jpeg, "foto"), frozenset()).miniatuur
        except (UserError, EnvironmentProblem):
            # Gone meanwhile, sealed under another key, or no picture: nothing of it is kept.
            return False
        fotostand.keep_sealed(folder, one.sha256, sealed)
        self.write(lambda w: fotostand.take_in(w, one.uid, small))
        if foto is not None:
            self.touched.add(foto.bij)
        return True
