"""A whole installation in a folder: centre, people, meldingen and photos; for the tests of looking after one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from boa_app.server.backend import Toegang
from boa_app.server.buurten import Buurtenkaart
from boa_app.server.dienst import Dienst
from boa_app.server.fotos import Fotomap
from boa_app.server.openen import RANDOM_KDF, Centrale, Plaats, open_centrale
from boa_app.server.verwerking import bereid_voor, verwerk
from boa_app.sync.protocol import Antwoord, Change, Uitslag
from tests.server.identiteit import GEMEENTE, Centrum, Klok
from tests.server.wijzigingen import Maker

SECRET = "dGhpcyBpcyBvbmx5IGEgdGVzdCBidXQgbG9uZyBlbm91Z2g"


@dataclass
class Installatie:
    """Where it is and what time it is there. Open it as often as needed."""

    plaats: Plaats
    klok: Klok = field(default_factory=Klok)

    @contextmanager
    def open(self) -> Iterator[Open]:
        with open_centrale(self.plaats, GEMEENTE, self.klok()) as centrale:
            yield Open(centrale, Centrum(Dienst(centrale.db, self.klok), self.klok))


@dataclass
class Open:
    """One that is open."""

    centrale: Centrale
    centrum: Centrum

    def maker(self, naam: str = "Sam", rol: str = "boa") -> tuple[Toegang, Maker]:
        """Somebody with a device, and what makes his changes."""
        holder = self.centrum.toestel(self.centrum.account(naam, rol))
        toegang: Toegang = self.centrum.wie(holder.token(self.centrum.dienst))
        return toegang, Maker(self.centrum.klok, toegang.account, toegang.device)

    def push(self, toegang: Toegang, maker: Maker, *changes: Change) -> tuple[Antwoord, ...]:
        """Bring changes in; all must be taken."""
        now = self.centrum.klok()
        voorwerk = bereid_voor(maker.push(*changes), Buurtenkaart().vinder(self.centrale.db))
        with self.centrale.backend.schrijfbeurt(GEMEENTE.code, toegang, now) as beurt:
            answers = verwerk(beurt, toegang, voorwerk, now).antwoorden
        assert {one.uitslag for one in answers} == {Uitslag.GENOMEN}, answers
        return answers

    def foto(self, toegang: Toegang, maker: Maker, bij: Change, content: bytes) -> Change:
        """A photo with its bytes."""
        sha256 = hashlib.sha256(content).hexdigest()
        value = {
            "bij_soort": "melding", "bij": bij.uid, "sha256": sha256, "sleutel": "00" * 32, "breedte": 8, "hoogte": 8,
            "bytes": len(content), "genomen_op": None, "bijschrift": "", "status": "actief",
        }  # fmt: skip
        made = maker.create("foto", value)
        self.push(toegang, maker, made)
        fotos = Fotomap(self.centrale.plaats.fotos)
        fotos.append(sha256, 0, content)
        assert fotos.finish(sha256)
        self.centrale.db.execute(
            "UPDATE fotos SET volledig = 1, grootte = %s WHERE sha256 = %s", [len(content), sha256]
        )
        return made

    def bekend(self, text: str) -> bool:
        """Whether a text is in any value of the log."""
        return any(text in row["value"] for row in self.rows("changes"))

    def rows(self, table: str) -> list[dict[str, Any]]:
        return self.centrale.db.execute(f"SELECT * FROM {table} WHERE gemeente_code = %s", [GEMEENTE.code])


def maak_installatie(folder: Path, dsn: str = "") -> Installatie:
    """A new one in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    return Installatie(Plaats(folder / "centrale.boa", dsn, SECRET, RANDOM_KDF))
