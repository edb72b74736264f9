"""``boa-app centraal uitgaand`` and ``centraal usb``: take in at the centre what was carried there by hand.

The recovery code that opens sealed outboxes comes from BOA_APP_HERSTELCODE or the prompt, never from the command line,
where every user of the machine could read it.
"""

from __future__ import annotations

import argparse
import getpass
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boa_app.cli_parser import Parser
from boa_app.domain.errors import UserError
from boa_app.domain.moments import utc_now

if TYPE_CHECKING:
    from boa_app.server.openen import Centrale
    from boa_app.server.usb import Usbbalie

RECOVERY_VARIABLE = "BOA_APP_HERSTELCODE"
Opener = Callable[[argparse.Namespace], AbstractContextManager["Centrale"]]


def add_parsers(acts: Any, add: Callable[[Any, str, str], Parser]) -> None:  # noqa: ANN401 - argparse has no public type
    """Both subcommands, under ``centraal``."""
    outbox = add(acts, "uitgaand", "neem verzegeld werk van toestellen over, met de herstelcode")
    outbox.add_argument("bestanden", nargs="+", type=Path, metavar="BESTAND", help="bestanden of mappen met .boaz")
    stick = add(acts, "usb", "lees een USB-bestand in en schrijf het antwoord")
    stick.add_argument("van", type=Path, metavar="F", help="het bestand van het toestel")
    stick.add_argument("--naar", type=Path, required=True, metavar="F", help="waar het antwoord komt")


def take_outbox(options: argparse.Namespace, opener: Opener) -> dict[str, Any]:
    """Take sealed outboxes in. Raises UserError uitgaand_leeg, herstelcode_nodig, and as usb_onleesbaar."""
    from boa_app.server.inrichten import herstel_prive
    from boa_app.usecases.draagbestand import lees_draagbestand
    from boa_app.vault.zegel import MAX_PLAINTEXT_BYTES, OVERHEAD_BYTES

    paths = list(_files(options.bestanden))
    if not paths:
        raise UserError("uitgaand_leeg")
    private = herstel_prive(_ask_recovery_code())
    with opener(options) as centrale:
        contents = [lees_draagbestand(path, MAX_PLAINTEXT_BYTES + OVERHEAD_BYTES) for path in paths]
        report = _balie(centrale).read_outbox(contents, private)
    return {
        "bestanden": report.bestanden, "genomen": report.genomen, "geweigerd": report.geweigerd,
        "fotos": report.fotos,
        "bevindingen": [{"bestand": paths[at].name, "code": code} for at, code in sorted(report.fouten.items())],
    }  # fmt: skip


def take_usb(options: argparse.Namespace, opener: Opener) -> dict[str, Any]:
    """Take one file of a device in and write its answer. Raises UserError usb_…, EnvironmentProblem of the disk."""
    from boa_app.usecases.draagbestand import lees_draagbestand, schrijf_draagbestand
    from boa_app.vault.zegel import MAX_PLAINTEXT_BYTES, OVERHEAD_BYTES

    content = lees_draagbestand(options.van, MAX_PLAINTEXT_BYTES + OVERHEAD_BYTES)
    with opener(options) as centrale:
        balie = _balie(centrale)
        pak = balie.open_usb(content)
        schrijf_draagbestand(options.naar, balie.take_in(pak))
    changes = sum(len(push.changes) for push in pak.brief.pushes)
    return {"wijzigingen": changes, "fotos": len(pak.brief.fotos), "antwoord": str(options.naar)}


def _balie(centrale: Centrale) -> Usbbalie:
    from boa_app.server.dienst import Dienst
    from boa_app.server.fotobalie import Fotobalie
    from boa_app.server.fotos import Fotomap
    from boa_app.server.kaartpakketten import kaarten_van
    from boa_app.server.onderdelen import Onderdelen
    from boa_app.server.usb import Usbbalie

    kaarten = kaarten_van(centrale.db, centrale.plaats.kaarten)
    delen = Onderdelen(centrale.backend, Dienst(centrale.db, utc_now, kaart=kaarten.nieuwste))
    return Usbbalie(delen, Fotobalie(delen, Fotomap(centrale.plaats.fotos)))


def _files(given: Sequence[Path]) -> Iterator[Path]:
    for path in given:
        yield from sorted(path.rglob("*.boaz")) if path.is_dir() else [path]


def _ask_recovery_code() -> str:
    from boa_app.cli_opdrachten import is_terminal
    from boa_app.texts.catalogue import sentence

    given = os.environ.get(RECOVERY_VARIABLE, "")
    if given:
        return given
    if not is_terminal():
        raise UserError("herstelcode_nodig")
    return getpass.getpass(sentence("vraag_herstelcode"))
