"""Who may have or bring a photo, and taking one in that came whole."""

from __future__ import annotations

from boa_app.domain.moments import from_iso, to_iso
from boa_app.domain.roles import Entiteit, Handeling, Onderwerp, Veldgroep, may
from boa_app.server.backend import Recordstand, Toegang
from boa_app.server.beleid import Leeswacht, leesregels
from boa_app.server.fotos import MAX_FOTO_BYTES, Fotomap
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.onderdelen import Onderdelen

_ROW = "SELECT volledig FROM fotos WHERE gemeente_code = %s AND sha256 = %s AND uid = %s"
_DONE = (
    "UPDATE fotos SET volledig = 1, grootte = %s, ontvangen_op = %s WHERE gemeente_code = %s AND sha256 = %s"
    " AND uid = %s AND volledig = 0"
)


class Fotobalie:
    """The photos of one centre. lokaal: where their bytes are; one for all who write, since it keeps them apart."""

    def __init__(self, delen: Onderdelen, lokaal: Fotomap) -> None:
        self._delen, self.lokaal = delen, lokaal

    def require_any(self, toegang: Toegang, sha256: str, uid: str) -> None:
        """Raises Geweigerd 404 foto_onbekend for whoever may neither read nor bring this photo."""
        stand = self._stand(toegang, sha256, uid)
        if not self._may_read(toegang, stand) and not self._may_write(toegang, stand):
            raise Geweigerd(404, "foto_onbekend")

    def require_read(self, toegang: Toegang, sha256: str, uid: str) -> None:
        """Raises Geweigerd 404 foto_onbekend."""
        if not self._may_read(toegang, self._stand(toegang, sha256, uid)):
            raise Geweigerd(404, "foto_onbekend")

    def require_write(self, toegang: Toegang, sha256: str, uid: str) -> None:
        """Raises Geweigerd 404 foto_onbekend."""
        if not self._may_write(toegang, self._stand(toegang, sha256, uid)):
            raise Geweigerd(404, "foto_onbekend")

    def _stand(self, toegang: Toegang, sha256: str, uid: str) -> Recordstand:
        """The record of a photo that has these bytes."""
        db = self._delen.dienst.db
        key = ("foto", uid)
        with self._delen.backend.leesbeurt(toegang, self._delen.dienst.clock()) as beurt:
            stand = beurt.find_records([key]).get(key)
        if stand is None or not db.execute(_ROW, [db.gemeente_code, sha256, uid]):
            raise Geweigerd(404, "foto_onbekend")
        return stand

    def _may_read(self, toegang: Toegang, stand: Recordstand) -> bool:
        wacht = Leeswacht(leesregels(toegang, self._delen.dienst.clock()), toegang.account)
        return wacht.may_see("foto", Veldgroep.FOTO, stand.eigenaar, stand.buurt, stand.sinds)

    def _may_write(self, toegang: Toegang, stand: Recordstand) -> bool:
        subject = Onderwerp(stand.eigenaar == toegang.account, stand.buurt, sinds=from_iso(stand.sinds))
        now = self._delen.dienst.clock()
        return may(toegang.actor, Handeling.WIJZIGEN, Entiteit.MELDING, Veldgroep.FOTO, subject, now, "-")

    def take_whole(self, toegang: Toegang, uid: str, sha256: str, content: bytes) -> bool:
        """Take in a photo that came whole by hand; gives whether it is here now, False too for who may not bring it."""
        try:
            self.require_write(toegang, sha256, uid)
        except Geweigerd:
            return False
        with self.lokaal.writing(sha256) as mine:
            if not mine or len(content) > MAX_FOTO_BYTES:
                return False
            if self.lokaal.size_of(sha256) is None:
                self.lokaal.append(sha256, 0, content)
                if not self.lokaal.finish(sha256):
                    return False
            self.complete(toegang, sha256, uid, len(content))
        return True

    def complete(self, toegang: Toegang, sha256: str, uid: str, size: int) -> None:
        """Note that all bytes of a photo are here."""
        db, now = self._delen.dienst.db, self._delen.dienst.clock()
        db.execute(_DONE, [size, to_iso(now), db.gemeente_code, sha256, uid])
