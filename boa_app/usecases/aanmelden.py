"""Signing this device up at a centre with a one-time code, and what is known of that afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from boa_app.usecases.session import Session

if TYPE_CHECKING:
    from boa_app.sync.transport import Transport


@dataclass(frozen=True, slots=True)
class Aanmeldstatus:
    """Who this device is to the centre. naam, rol, buurten, einde: of the account as the centre told last; buurten None
    for the whole municipality, einde an ISO day or "". vervalt_op: when synced rows go if there is no contact."""

    aangemeld: bool
    server: str = ""
    naam: str = ""
    account: str = ""
    rol: str = ""
    buurten: tuple[str, ...] | None = None
    gemeente: str = ""
    einde: str = ""
    toestel: str = ""
    laatste_contact: datetime | None = None
    vervalt_op: datetime | None = None
    ingetrokken: bool = False


def meld_aan(
    session: Session, server_url: str, code: str, *, ca: Path | None = None, naam: str = "",
    transport: Transport | None = None,
) -> Aanmeldstatus:  # fmt: skip
    """Sign up: keys are made here and the private ones never leave the encrypted store. Until the first round of
    syncing everything stays as it was; go on with sessie_van(session), for the account and role are now those of the
    centre.

    ca: PEM file of the organisation's own certificate authority; None: the trust of the operating system. naam: of the
    device, for who manages devices; "" takes the name of the computer. Raises UserError al_aangemeld, adres_ongeldig,
    adres_onveilig (http beyond this machine), code_ongeldig, code_verlopen, gemeente_anders, certificaat_onleesbaar;
    EnvironmentProblem as run_sync.
    """
    raise NotImplementedError


def aanmeldstatus(session: Session) -> Aanmeldstatus:
    """What this device knows of its centre; asks nothing over the line."""
    raise NotImplementedError


def sessie_van(session: Session) -> Session:
    """The same store in the name of the account and role it has now."""
    raise NotImplementedError


Openen = Callable[[str], None]
