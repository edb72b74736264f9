"""What the routes of identities share: the tables, the clock and the identity provider, handed in once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from boa_app.domain.moments import Clock, to_iso
from boa_app.server.backend import Toegang
from boa_app.server.db import Db
from boa_app.server.instellingen import Instellingen, read_extra, read_instellingen
from boa_app.server.kaartpakketten import publieke_kaartsleutel
from boa_app.sync.protocol import SCHEMA_VERSION, Kaartaanbod, Stand

VERVALTERMIJN_DAGEN = 14
TERUGGEZET = "teruggezet"


class Aanbieder(Protocol):
    """The identity provider of the municipality."""

    uitgever: str
    client: str

    def subject_van(self, id_token: str, centrale: str, device: str) -> str:
        """Who signed in. Raises Geweigerd 401 oidc_onjuist, 503 oidc_onbereikbaar."""


@dataclass(frozen=True, slots=True)
class Dienst:
    """One municipality at this centre. oidc: None where no sign-in at an identity provider is asked. horizon: the
    lowest cursor that can still be pulled from. min_schema: older devices may push and nothing else. kaart: gives the
    newest kaartpakket for its devices."""

    db: Db
    clock: Clock
    oidc: Aanbieder | None = None
    horizon: Callable[[], int] = lambda: 0
    min_schema: int = 1
    kaart: Callable[[], Kaartaanbod | None] = lambda: None

    @property
    def gemeente_code(self) -> str:
        """Whose centre it is."""
        return self.db.gemeente_code

    @property
    def instellingen(self) -> Instellingen:
        """Id, name and keys, read each time: a new recovery code counts while the centre runs."""
        return read_instellingen(self.db)

    def stand_van(self, toegang: Toegang) -> Stand:
        """Who this device is to the centre."""
        own = self.instellingen
        return Stand(
            toegang.account, toegang.naam, str(toegang.rol),
            None if toegang.buurten is None else tuple(sorted(toegang.buurten)), self.gemeente_code,
            own.gemeente_naam, toegang.epoch, self.horizon(), SCHEMA_VERSION, self.min_schema, to_iso(self.clock()),
            own.uitwissel, own.herstel, toegang.einde, VERVALTERMIJN_DAGEN, read_extra(self.db, TERUGGEZET),
            publieke_kaartsleutel(self.db), self.kaart(),
        )  # fmt: skip
