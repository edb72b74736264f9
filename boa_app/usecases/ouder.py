"""Reading meldingen online that are too old to be on this device; nothing of them is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from boa_app.usecases.session import Session

if TYPE_CHECKING:
    from boa_app.sync.transport import Transport


@dataclass(frozen=True, slots=True)
class OudeMelding:
    """A melding as the centre holds it, only the fields this role may read. velden: JSON values by name, lon and lat
    apart. eigen: made by the actor."""

    uid: str
    moment: datetime
    velden: dict[str, Any]
    eigen: bool


def vraag_ouder(
    session: Session, van: date, tot: date, reden: str, *, limiet: int = 500,
    cancelled: Callable[[], bool] | None = None, transport: Transport | None = None,
) -> tuple[OudeMelding, ...]:  # fmt: skip
    """The meldingen of these days, bounds inclusive, newest first; logged at both ends with the reason.

    Raises UserError niet_aangemeld, reden_nodig, dagen_omgekeerd, geen_recht; EnvironmentProblem as run_sync.
    """
    raise NotImplementedError
