"""Bringing in what devices sealed to the recovery key before they could send it: their outbox, carried by anybody."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from boa_app.domain.errors import UserError
from boa_app.domain.moments import Clock
from boa_app.server.dienst import Dienst
from boa_app.server.fotobalie import Fotobalie
from boa_app.server.fotos import Fotomap
from boa_app.server.inrichten import herstel_prive
from boa_app.server.onderdelen import Onderdelen
from boa_app.server.openen import Centrale
from boa_app.server.usb import Usbbalie
from boa_app.sync.usb import MAX_LETTER_BYTES, MAX_PHOTO_BYTES, SUFFIX

_MAX_BYTES = MAX_LETTER_BYTES + MAX_PHOTO_BYTES + 1024 * 1024


def lees_uitgaand(centrale: Centrale, where: Sequence[Path], herstelcode: str, clock: Clock) -> dict[str, object]:
    """Take outbox files in; folders are looked through for them. Doing it twice is harmless.

    Raises UserError bestand_ontbreekt(bestand), bestand_onleesbaar(bestand).
    """
    files = [path for given in where for path in (sorted(given.rglob("*" + SUFFIX)) if given.is_dir() else [given])]
    delen = Onderdelen(centrale.backend, Dienst(centrale.db, clock))
    balie = Usbbalie(delen, Fotobalie(delen, Fotomap(centrale.plaats.fotos)))
    report = balie.read_outbox([_read(path) for path in files], herstel_prive(herstelcode))
    refused = [{"bestand": files[place].name, "code": code} for place, code in sorted(report.fouten.items())]
    return {
        "bestanden": report.bestanden, "genomen": report.genomen, "geweigerd": report.geweigerd, "fotos": report.fotos,
        "niet_gelezen": refused,
    }  # fmt: skip


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MAX_BYTES)
    except FileNotFoundError as error:
        raise UserError("bestand_ontbreekt", bestand=path.name) from error
    except OSError as error:
        raise UserError("bestand_onleesbaar", bestand=path.name) from error
