"""``boa-app centraal kaartpakket zet|lijst|weg``: the kaartpakketten a centre gives its devices, also while it runs."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boa_app.cli_parser import Parser
from boa_app.domain.errors import UserError
from boa_app.domain.moments import utc_now

if TYPE_CHECKING:
    from boa_app.server.kaartpakketten import Kaartenmap
    from boa_app.server.openen import Centrale
    from boa_app.sync.kaartbestand import Kaartkop

Opener = Callable[[argparse.Namespace], AbstractContextManager["Centrale"]]
# So much of an id is enough to mean one.
_SHOWN = 12


def add_parsers(acts: Any, add: Callable[[Any, str, str], Parser]) -> None:  # noqa: ANN401 - argparse has no public type
    """The subcommands; acts: those of ``centraal kaartpakket``."""
    put = add(acts, "zet", "geef een kaartpakket (.boakaart) aan de toestellen van deze gemeente")
    put.add_argument("van", type=Path, metavar="F.boakaart")
    put.add_argument("--vertrouw", default="", metavar="VINGERAFDRUK", help="van een maker die de centrale niet kent")
    add(acts, "lijst", "toon de kaartpakketten, nieuwste eerst")
    add(acts, "weg", "haal een kaartpakket weg; toestellen houden wat zij hebben").add_argument("id", metavar="ID")


def put_pakket(options: argparse.Namespace, opener: Opener) -> dict[str, Any]:
    """Take a file in. Raises UserError and EnvironmentProblem as server.kaartpakketten.zet."""
    from boa_app.server.kaartpakketten import zet

    with _opened(options.van) as source, opener(options) as centrale:
        return _told(zet(centrale.db, _kaarten(centrale), source, utc_now(), options.vertrouw))


def list_pakketten(options: argparse.Namespace, opener: Opener) -> dict[str, Any]:
    """Those that are there, and what is no kaartpakket of this centre."""
    with opener(options) as centrale:
        kaarten = _kaarten(centrale)
        found = [_told(kop) for kop in kaarten.lijst()]
        broken = [{"bestand": name, "code": "kaartbestand_beschadigd"} for name in kaarten.kapot()]
    return {"kaartpakketten": found} | ({"bevindingen": broken} if broken else {})


def remove_pakket(options: argparse.Namespace, opener: Opener) -> dict[str, Any]:
    """Remove one; the beginning of its id is enough. Raises UserError kaart_onbekend."""
    from boa_app.server.kaartpakketten import haal_weg

    with opener(options) as centrale:
        kaarten = _kaarten(centrale)
        meant = [kop.id for kop in kaarten.lijst() if len(options.id) >= _SHOWN and kop.id.startswith(options.id)]
        return {"id": haal_weg(centrale.db, kaarten, meant[0] if len(meant) == 1 else options.id, utc_now()).id}


def _kaarten(centrale: Centrale) -> Kaartenmap:
    from boa_app.server.kaartpakketten import kaarten_van

    return kaarten_van(centrale.db, centrale.plaats.kaarten)


def _told(kop: Kaartkop) -> dict[str, Any]:
    from boa_app.sync.kaartbestand import vingerafdruk

    inhoud = kop.inhoud
    return {
        "id": kop.id, "naam": inhoud.naam, "gemeente": inhoud.gemeente_code, "gemaakt_op": inhoud.gemaakt_op,
        "maker": inhoud.maker, "bytes": kop.bytes, "vingerafdruk": vingerafdruk(inhoud.ondertekenaar),
    }  # fmt: skip


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    try:
        source = path.open("rb")
    except OSError as error:
        raise UserError("kaartbestand_onleesbaar") from error
    with source:
        yield source
