"""The session: everything a use case needs, made once after unlocking and handed to each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TypeVar

from boa_app.domain.audit import Actie, Resultaat
from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.errors import BoaError, UserError
from boa_app.domain.moments import Clock
from boa_app.domain.roles import Actor, Entiteit, Handeling, Onderwerp, Veldgroep, require
from boa_app.mapdata.pakket import Kaartpakket
from boa_app.store import audit
from boa_app.store.session import Writer
from boa_app.store.store import Store
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.tegels import Tegellade

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Session:
    """One unlocked store, who works in it, and the code lists and kaartpakket in force. kaart None: no kaartpakket,
    with kaart_probleem when there is one that cannot be used."""

    store: Store
    actor: Actor
    lijsten: Codelijsten
    kaart: Kaartpakket | None
    clock: Clock
    plaatsen: PlaatsIndex = field(compare=False)
    kaart_probleem: BoaError | None = None
    tegels: Tegellade = field(default_factory=Tegellade, compare=False)

    def now(self) -> datetime:
        """Aware UTC by the session's clock."""
        return self.clock()

    def require(
        self, handeling: Handeling, entiteit: Entiteit, veldgroep: Veldgroep = Veldgroep.ALLES,
        onderwerp: Onderwerp | None = None, reden: str = "",
    ) -> None:  # fmt: skip
        """Ask the one table of rights; a refusal is logged. Raises UserError geen_recht or reden_nodig."""
        try:
            require(self.actor, handeling, entiteit, veldgroep, onderwerp or Onderwerp(), self.now(), reden)
        except UserError as refusal:
            self.write(partial(_log_refusal, entiteit=entiteit, handeling=handeling, code=refusal.code))
            raise

    def write(self, work: Callable[[Writer], T]) -> T:
        """Run work in one transaction in the name of the actor, and wait until it is on disk."""
        return self.store.write_now(work, actor=(self.actor.account, str(self.actor.rol)))

    def close(self) -> None:
        """Close the store; what was acknowledged is on disk."""
        self.tegels.close()
        self.store.close()


def _log_refusal(writer: Writer, entiteit: Entiteit, handeling: Handeling, code: str) -> None:
    audit.append_line(
        writer,
        Actie.AUTORISATIE,
        str(entiteit),
        reden_code=code,
        reden_tekst=str(handeling),
        resultaat=Resultaat.GEWEIGERD,
    )
