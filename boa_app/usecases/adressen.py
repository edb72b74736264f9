"""Addresses: found while somebody types, the nearest to a position, and, when the user allows it, at PDOK.

    typed ──> own address book ── something ──> shown
                     └── nothing ──> allowed? looks like an address? ──> PDOK Locatieserver (in the background)

PDOK gets the typed text and nothing else. What somebody types may name a person, so a text is only sent when it looks
like an address and holds nothing that points at one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boa_app.domain.audit import Actie
from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata.adres_vorm import Adressoort, Gevonden
from boa_app.store import audit, instellingen
from boa_app.store.session import Writer
from boa_app.usecases.meldingregels import is_suspect_place
from boa_app.usecases.session import Session

if TYPE_CHECKING:
    from boa_app.mapdata.locatieserver import LocatieAdres
    from boa_app.mapdata.pdok_diensten import Diensten

LIMIT = 8
NEAR_M = 75.0
PDOK_INSTELLING = "adres_pdok"
_SHORTEST = 4
_LONGEST = 100
_STREET_OR_NUMBER = re.compile(
    r"\d|(straat|laan|weg|plein|pad|kade|hof|park|dijk|plantsoen|singel|gracht|steeg|dreef)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Adresvondst:
    """An address or street that was found. sleutel: the same for the same thing. is_straat: a street, or a part of it
    with one postcode; lon, lat: WGS84, then of its middle. van_pdok: not out of the own book."""

    sleutel: str
    straat: str
    nummer: str
    postcode: str
    woonplaats: str
    lon: float
    lat: float
    is_straat: bool
    van_pdok: bool = False

    @property
    def naam(self) -> str:
        """Street and number."""
        return f"{self.straat} {self.nummer}".strip()

    @property
    def meta(self) -> str:
        """Postcode and woonplaats, what tells two streets of one name apart."""
        return " ".join(part for part in (toon_postcode(self.postcode), self.woonplaats) if part)


@dataclass(frozen=True, slots=True)
class AdresHier:
    """The address nearest to a position."""

    tekst: str
    afstand_m: float


def zoek_adres(session: Session, tekst: str, limit: int = LIMIT) -> tuple[Adresvondst, ...]:
    """Streets and addresses in the own book for what was typed, best first; none without a book. Any text is allowed.

    Raises EnvironmentProblem adressen_beschadigd(bestand), once: from then on there is no book.
    """
    boek = session.plaatsen.adresboek()
    try:
        return tuple(_vondst(found) for found in boek.zoek(tekst, limit)) if boek else ()
    except EnvironmentProblem as problem:
        session.plaatsen.drop_boek(problem)
        raise


def adres_bij(session: Session, lon: float, lat: float, max_m: float = NEAR_M) -> AdresHier | None:
    """The nearest address within max_m metres; None without one, or without a usable book."""
    boek = session.plaatsen.adresboek()
    try:
        found = boek.dichtbij(lon, lat, max_m) if boek else None
    except EnvironmentProblem:
        # Where one stands is told by street and buurt as well; the book complains when it is searched.
        return None
    if found is None:
        return None
    return AdresHier(", ".join(part for part in (found.naam, found.woonplaats) if part), found.meter)


def mag_pdok(session: Session) -> bool:
    """Whether the user allows addresses to be sought at PDOK; not until somebody said so on this device."""
    with session.store.read() as reader:
        return instellingen.get(reader, PDOK_INSTELLING, None) is True


def zet_pdok(session: Session, *, toegestaan: bool) -> None:
    """Keep whether addresses may be sought at PDOK. Anybody may decide it for the own device."""

    def work(writer: Writer) -> None:
        instellingen.put(writer, PDOK_INSTELLING, toegestaan)
        audit.append_line(writer, Actie.WIJZIGEN, "instelling", PDOK_INSTELLING, reden_tekst=str(toegestaan).lower())

    session.write(work)


def may_ask_pdok(session: Session, tekst: str) -> bool:
    """Whether this text may go out: allowed, long enough, like an address, and nothing in it points at a person."""
    typed = " ".join(tekst.split())
    like_address = _SHORTEST <= len(typed) <= _LONGEST and _STREET_OR_NUMBER.search(typed) is not None
    has_letters = sum(letter.isalpha() for letter in typed) >= 2
    return like_address and has_letters and mag_pdok(session) and not is_suspect_place(session, typed)


def zoek_bij_pdok(
    session: Session, tekst: str, *, cancelled: Callable[[], bool], limit: int = LIMIT,
    diensten: Diensten | None = None,
) -> tuple[Adresvondst, ...]:  # fmt: skip
    """Addresses at PDOK, those of the own gemeente first; none, and no request, when the own book has something or the
    text may not go out. diensten: another place than PDOK's own.

    Raises EnvironmentProblem when PDOK cannot be reached or answers oddly, as Locatieserver.zoek.
    """
    if not may_ask_pdok(session, tekst) or zoek_adres(session, tekst, 1):
        return ()
    from boa_app.usecases.pdoklijn import open_locatieserver

    with open_locatieserver(cancelled=cancelled, diensten=diensten) as service:
        found = service.zoek(tekst, limit)
    middle = _middle(session)
    return tuple(sorted((_van_pdok(one) for one in found), key=lambda one: _round_km(one, middle)))


def toon_postcode(postcode: str) -> str:
    """As people write it: 3401 AB."""
    return f"{postcode[:4]} {postcode[4:]}" if len(postcode) == 6 and postcode[:4].isdigit() else postcode


def _vondst(found: Gevonden) -> Adresvondst:
    return Adresvondst(
        found.sleutel, found.straat, found.nummer, found.postcode, found.woonplaats, found.lon, found.lat,
        found.soort is not Adressoort.ADRES,
    )  # fmt: skip


def _van_pdok(found: LocatieAdres) -> Adresvondst:
    toevoeging = f"-{found.toevoeging}" if found.toevoeging else ""
    nummer = f"{found.huisnummer}{found.letter}{toevoeging}" if found.huisnummer else ""
    return Adresvondst(
        f"pdok-{found.bag_id or found.tekst}", found.straat, nummer, found.postcode, found.woonplaats, found.lon,
        found.lat, found.soort != "adres", van_pdok=True,
    )  # fmt: skip


def _middle(session: Session) -> tuple[float, float] | None:
    ring = session.kaart.omtrek[0] if session.kaart and session.kaart.omtrek else ()
    if not ring:
        return None
    return sum(lon for lon, _ in ring) / len(ring), sum(lat for _, lat in ring) / len(ring)


def _round_km(found: Adresvondst, middle: tuple[float, float] | None) -> int:
    """Steps of 10 km, so that PDOK's own order stays within the gemeente."""
    if middle is None:
        return 0
    scale = math.cos(math.radians(middle[1]))
    return int(math.hypot((found.lon - middle[0]) * scale, found.lat - middle[1]) * 111.2 / 10)
