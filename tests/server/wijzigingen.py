"""Changes as a device makes them, with its clock and ids, for tests of the centre."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from boa_app.domain.ids import uuid7
from boa_app.domain.moments import Clock, to_iso
from boa_app.sync.clock import Hlc, next_hlc
from boa_app.sync.protocol import Change, Push


@dataclass
class Maker:
    """Makes changes for one device of one account."""

    clock: Clock
    account: str
    device: str
    last: Hlc | None = None
    made: list[Change] = field(default_factory=list)

    def melding(self, plek: tuple[float, float] = (5.05, 52.02), uid: str = "", **values: Any) -> Change:
        """A create of a melding at a place."""
        full = {
            "gebeurd_van": to_iso(self.clock()), "soort": "GEL-STEM", "status": "actief", "soorten": [], "plaats": "",
            "positie": {"lon": plek[0], "lat": plek[1], "nauwkeurigheid_m": None, "plaats_bron": "kaart"},
            "feiten": "", "duiding": "", "fotos": [], "groep": "", "tekst_verdacht": False, **values,
        }  # fmt: skip
        return self.create("melding", full, uid)

    def create(self, entity: str, value: dict[str, Any], uid: str = "") -> Change:
        """A create of anything."""
        return self.change(entity, uid or uuid7(self.clock()), "*", value, ())

    def edit(
        self, base: Change, veld: str, value: Any, bases: tuple[str, ...] | None = None, reason: str = ""
    ) -> Change:
        """A change of a field of the record of ``base``, based on it unless other bases are named."""
        named = (base.change_id,) if bases is None else bases
        return self.change(base.entity, base.uid, veld, value, named, reason)

    def change(self, entity: str, uid: str, veld: str, value: Any, bases: tuple[str, ...], reason: str = "") -> Change:
        """Any change, later than the one before."""
        now: datetime = self.clock()
        self.last = next_hlc(self.last, now, self.device)
        made = Change(
            uuid7(now), self.device, self.account, entity, uid, veld, value, bases, str(self.last), reason=reason
        )
        self.made.append(made)
        return made

    def push(self, *changes: Change) -> Push:
        """A push of these."""
        return Push(uuid7(self.clock()), changes)
