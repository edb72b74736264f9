"""Handing a kaartpakket over between stores: packed as one signed file here, and taken in from such a file there.

pak_uit: header, signature ─► is its maker trusted? ─► a folder of its own ─► every byte checked ─► its place

A maker is trusted when he is this store itself, its centre, or somebody a person said yes to once. The loaded
kaartpakket is never touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import BinaryIO

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.moments import from_iso
from boa_app.mapdata import bewaring
from boa_app.store import audit, instellingen, sync_stand
from boa_app.store.session import Reader, Writer
from boa_app.sync.kaartbestand import SUFFIX, Kaartkop, is_vingerafdruk, vingerafdruk
from boa_app.usecases.kaartinpakken import (
    Cancelled,
    Ingepakt,
    Progress,
    Tekenaar,
    line_of,
    onderdelen_van,
    pak_in_met,
)
from boa_app.usecases.kaartuitpakken import geopend, is_ouder, onbekende_maker, pak_uit_in
from boa_app.usecases.session import Session
from boa_app.vault.zegel import generate_signing_key, signing_public_of

__all__ = ["SUFFIX", "Herkomst", "Ingepakt", "Kaartbestand", "bekijk", "neem_over", "pak_in", "pak_uit", "tekenaar_van"]
_OWN, _TRUSTED = "kaart_sleutel", "kaart_vertrouwd"
_MOST_TRUSTED = 200
_ID_SHOWN = 12


class Herkomst(StrEnum):
    """Who signed, as far as this store knows him. Only ONBEKEND is asked about."""

    EIGEN = "eigen"
    CENTRALE = "centrale"
    VERTROUWD = "vertrouwd"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Kaartbestand:
    """What a file says of itself, its signature checked and its files not yet. onderdelen: as mapdata names them.
    is_ouder: than the one of that name beside this store."""

    naam: str
    gemeente_code: str
    gemaakt_op: datetime
    maker: str
    vingerafdruk: str
    herkomst: Herkomst
    bytes: int
    onderdelen: tuple[str, ...]
    voorbeeld: bool = False
    is_ouder: bool = False

    @property
    def is_vertrouwd(self) -> bool:
        """True when nobody has to be asked."""
        return self.herkomst is not Herkomst.ONBEKEND


def tekenaar_van(session: Session) -> Tekenaar:
    """Who packs in this store: the device as its centre knows it, or a key of the store itself, made the first time."""
    with session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
        own = str(instellingen.get(reader, _OWN, ""))
    gemeente = session.store.meta.gemeente_naam
    if known is not None:
        naam = known.toestel.naam
        return Tekenaar(known.toestel.teken_sleutel, line_of(f"{gemeente}, {naam}" if naam else gemeente))
    return Tekenaar(own or session.write(_make_own), line_of(gemeente))


def pak_in(
    session: Session, map: Path, naar: Path, *, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Ingepakt:  # fmt: skip
    """Pack the kaartpakket in a folder as one file, signed by this device. Raises as pak_in_met."""
    made = pak_in_met(tekenaar_van(session), map, naar, progress=progress, cancelled=cancelled)
    session.write(lambda w: audit.append_line(w, Actie.EXPORT, "kaartpakket", velden=made.onderdelen))
    return made


def bekijk(session: Session, bestand: Path) -> Kaartbestand:
    """What a file says of itself, and whether its maker is trusted here; fast, however large it is.

    Raises as geopend.
    """
    with geopend(bestand) as (_, kop):
        return _seen(session, kop)


def pak_uit(
    session: Session, bestand: Path, *, vertrouw: str = "", ook_ouder: bool = False,
    progress: Progress | None = None, cancelled: Cancelled | None = None,
) -> str:  # fmt: skip
    """Take a kaartpakket in beside the store; gives its sleutel, to choose it with.

    One of the same municipality and name that is in use stays in use until the next start. vertrouw: the vingerafdruk
    a person was shown and said yes to, which is remembered; a file that came in its place since has another one.
    ook_ouder: also in place of a newer one. Raises as geopend and neem_over, and UserError
    kaartbestand_onbekende_maker(maker, vingerafdruk).
    """
    with geopend(bestand) as (source, kop):
        if not (is_vingerafdruk(vertrouw, kop.inhoud.ondertekenaar) or _seen(session, kop).is_vertrouwd):
            raise onbekende_maker(kop)
        return neem_over(session, source, kop, ook_ouder=ook_ouder, progress=progress, cancelled=cancelled)


def neem_over(
    session: Session, source: BinaryIO, kop: Kaartkop, *, ook_ouder: bool = False, progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> str:  # fmt: skip
    """As pak_uit, of a header whose maker was found good. source: stands behind the header.

    Raises as pak_uit_in and mapdata.bewaring.place_pakket, and UserError kaartbestand_ouder(naam).
    """
    root = session.store.folder
    if not ook_ouder and is_ouder(root, kop.inhoud):
        raise UserError("kaartbestand_ouder", naam=kop.inhoud.naam)
    folder = root / bewaring.FOLDER / f"{bewaring.ONTVANGEN}{kop.id[:_ID_SHOWN]}"
    try:
        pak_uit_in(source, kop, folder, progress, cancelled)
        sleutel = bewaring.place_pakket(root, folder)
    finally:
        bewaring.remove_any(folder)
    session.write(partial(_remember, kop=kop, sleutel=sleutel))
    return sleutel


def _seen(session: Session, kop: Kaartkop) -> Kaartbestand:
    inhoud = kop.inhoud
    with session.store.read() as reader:
        herkomst = _herkomst(reader, inhoud.ondertekenaar)
    return Kaartbestand(
        inhoud.naam, inhoud.gemeente_code, from_iso(inhoud.gemaakt_op), inhoud.maker,
        vingerafdruk(inhoud.ondertekenaar), herkomst, kop.bytes, onderdelen_van(inhoud), inhoud.voorbeeld,
        is_ouder(session.store.folder, inhoud),
    )  # fmt: skip


def _herkomst(r: Reader, sleutel: str) -> Herkomst:
    known = sync_stand.find_toestel(r)
    if known is not None and known.stand is not None and known.stand.kaart_sleutel == sleutel:
        return Herkomst.CENTRALE
    own = known.toestel.teken_sleutel if known is not None else str(instellingen.get(r, _OWN, ""))
    if own and signing_public_of(own) == sleutel:
        return Herkomst.EIGEN
    return Herkomst.VERTROUWD if sleutel in instellingen.get(r, _TRUSTED, []) else Herkomst.ONBEKEND


def _make_own(w: Writer) -> str:
    private = generate_signing_key().prive
    instellingen.put(w, _OWN, private)
    audit.append_line(w, Actie.SLEUTEL, "kaartpakket")
    return private


def _remember(w: Writer, kop: Kaartkop, sleutel: str) -> None:
    """The maker of what was taken in is trusted from now on: a person, or the centre, said so."""
    key = kop.inhoud.ondertekenaar
    if _herkomst(w, key) is Herkomst.ONBEKEND:
        kept = [*instellingen.get(w, _TRUSTED, []), key]
        instellingen.put(w, _TRUSTED, kept[-_MOST_TRUSTED:])
    audit.append_line(w, Actie.VERZAMELEN, "kaartpakket", sleutel)
