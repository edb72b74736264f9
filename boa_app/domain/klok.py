"""Whether the clock of this device can be right, by what the store saw before: terms end by it, for good.

A laptop whose battery ran out, or one set to another year, would otherwise wipe what has a term at its next opening.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

# A holiday passes unasked; no term of content is shorter than what is in doubt then.
LANGST_ONGEBRUIKT = timedelta(days=35)
# A clock that is put right by the network goes back a little.
SPELING = timedelta(minutes=10)


class KlokStand(StrEnum):
    """What the clock looks like beside the latest moment the store can vouch for."""

    AANNEMELIJK = "aannemelijk"
    VOORUIT = "vooruit"
    ACHTER = "achter"


@dataclass(frozen=True, slots=True)
class KlokOordeel:
    """nu: by the clock of the device. laatst: when the store was last used with a clock that could be right; None when
    it never was. Both aware UTC."""

    stand: KlokStand
    nu: datetime
    laatst: datetime | None

    @property
    def is_zeker(self) -> bool:
        """True when terms may end by this clock."""
        return self.stand is KlokStand.AANNEMELIJK

    @property
    def dagen(self) -> int:
        """Whole days between the last use and now, either way."""
        return 0 if self.laatst is None else abs(self.nu - self.laatst) // timedelta(days=1)


def beoordeel_klok(nu: datetime, laatst: datetime | None) -> KlokOordeel:
    """Judge the clock of the device by the last use."""
    stand = KlokStand.AANNEMELIJK
    if laatst is not None and nu - laatst > LANGST_ONGEBRUIKT:
        stand = KlokStand.VOORUIT
    elif laatst is not None and laatst - nu > SPELING:
        stand = KlokStand.ACHTER
    return KlokOordeel(stand, nu, laatst)
