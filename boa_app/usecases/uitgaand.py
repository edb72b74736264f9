"""The sealed outbox as people meet it: how much lies in it, and carrying it to the centre.

Whoever carries it needs no passphrase and can read nothing of it; only the municipality's recovery code opens it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.store import audit, sync_stand, sync_uit, uitgaand
from boa_app.sync.usb import SUFFIX
from boa_app.usecases.draagbestand import lees_draagbestand, schrijf_draagbestand
from boa_app.usecases.session import Session
from boa_app.vault.zegel import MAX_PLAINTEXT_BYTES, OVERHEAD_BYTES


@dataclass(frozen=True, slots=True)
class Uitgaandstand:
    """What lies sealed here. vreemd: files an earlier store on this place left. te_sturen: unsent changes; they are
    sealed within a second of being saved. kan_verzegelen: the centre told the recovery key."""

    bestanden: int = 0
    bytes: int = 0
    vreemd: int = 0
    te_sturen: int = 0
    kan_verzegelen: bool = False


@dataclass(frozen=True, slots=True)
class Gekopieerd:
    """Files that were carried off. al_daar: lay there already."""

    map: Path
    bestanden: int
    al_daar: int = 0


def uitgaandstand(session: Session) -> Uitgaandstand:
    """The counts for the page; no audit line."""
    lying = uitgaand.list_outbox(session.store.folder, session.store.meta.device)
    with session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
        unsent = sync_uit.count_unsent(reader)
    able = known is not None and known.stand is not None and bool(known.stand.herstel_sleutel)
    size = sum(path.stat().st_size for path in (*lying.bestanden, *lying.vreemd))
    return Uitgaandstand(len(lying.bestanden), size, len(lying.vreemd), unsent, able)


def kopieer_uitgaand(session: Session, naar: Path) -> Gekopieerd:
    """Copy the sealed outbox to a folder, for instance on a stick. Raises as draag_uitgaand."""
    carried = draag_uitgaand(session.store.folder, naar)
    session.write(
        lambda w: audit.append_line(
            w, Actie.SYNC, "sync", reden_code="UITGAAND_GEKOPIEERD", velden=(str(carried.bestanden),)
        )
    )
    return carried


def draag_uitgaand(opslag: Path, naar: Path) -> Gekopieerd:
    """Copy the sealed outbox of a store that may be locked, or of which the key is gone; nothing is opened.

    opslag: folder of the store. Raises UserError uitgaand_leeg, usb_onleesbaar(bestand), uitvoer_map_ontbreekt(map),
    uitvoer_niet_schrijfbaar(map); EnvironmentProblem uitvoer_schijf_vol(bestand), uitvoer_mislukt(bestand).
    """
    found = sorted((opslag / uitgaand.FOLDER_NAME).glob("*" + SUFFIX))
    if not found:
        raise UserError("uitgaand_leeg")
    there = 0
    for path in found:
        content = lees_draagbestand(path, MAX_PLAINTEXT_BYTES + OVERHEAD_BYTES)
        target = naar / path.name
        if target.is_file() and target.stat().st_size == len(content):
            there += 1
            continue
        schrijf_draagbestand(target, content)
    return Gekopieerd(naar, len(found) - there, there)
