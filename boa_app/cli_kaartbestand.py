"""``boa-app kaartpakket inpakken|uitpakken``: a kaartpakket as one signed file, without a store.

The key that signs is in a file of this user, made the first time; its vingerafdruk is what a receiver compares.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from boa_app import paths
from boa_app.cli_parser import Parser

if TYPE_CHECKING:
    from boa_app.cli_opdrachten import Answer
    from boa_app.mapdata.manifest import Manifest

KEY_NAME = "kaartsleutel"


def add_parsers(add: Callable[[str, str], Parser]) -> None:
    """Both subcommands. add: gives the parser of one, by name and what it does."""
    pack_it = add("inpakken", "pak een kaartpakket in als één ondertekend bestand")
    pack_it.add_argument("map", type=Path, metavar="MAP")
    pack_it.add_argument("--naar", required=True, type=Path, metavar="F.boakaart", help="het bestand")
    pack_it.add_argument("--maker", default="", metavar="T", help="wie het maakte, in woorden; anders de gemeente")
    unpack_it = add("uitpakken", "pak een ondertekend kaartpakket uit in een nieuwe of lege map")
    unpack_it.add_argument("bestand", type=Path, metavar="F.boakaart")
    unpack_it.add_argument("--naar", required=True, type=Path, metavar="MAP", help="nieuwe of lege map")
    unpack_it.add_argument("--vertrouw", default="", metavar="VINGERAFDRUK", help="van de maker")
    for one in (pack_it, unpack_it):
        one.add_argument("--sleutel", type=Path, metavar="F", help="bestand met de eigen sleutel; anders die van u")


def pack(options: argparse.Namespace) -> Answer:
    """Pack a folder. Raises as usecases.kaartinpakken.pak_in_met."""
    from boa_app.cli_opdrachten import Answer
    from boa_app.mapdata.manifest import read_manifest
    from boa_app.texts.catalogue import sentence
    from boa_app.texts.formats import number
    from boa_app.usecases.kaartinpakken import lees_tekenaar, pak_in_met

    maker = options.maker or read_manifest(options.map).naam
    made = pak_in_met(lees_tekenaar(_key(options), maker), options.map, options.naar)
    document = {
        "bestand": str(made.bestand), "bytes": made.bytes, "onderdelen": list(made.onderdelen), "maker": made.maker,
        "vingerafdruk": made.vingerafdruk,
    }  # fmt: skip
    size = number(round(made.bytes / 1_000_000, 1))
    told = sentence("kaartbestand_geschreven", bestand=str(made.bestand), mb=size, vingerafdruk=made.vingerafdruk)
    return Answer(document, [told])


def unpack(options: argparse.Namespace) -> Manifest:
    """Unpack a file; gives what is in the folder now. Raises as usecases.kaartuitpakken.pak_uit_naar."""
    from boa_app.usecases.kaartinpakken import lees_tekenaar
    from boa_app.usecases.kaartuitpakken import pak_uit_naar
    from boa_app.vault.zegel import signing_public_of

    key = _key(options)
    own = signing_public_of(lees_tekenaar(key, "").prive) if key.exists() else ""
    return pak_uit_naar(options.bestand, options.naar, vertrouw=options.vertrouw, eigen=own)


def _key(options: argparse.Namespace) -> Path:
    return options.sleutel or paths.data_folder() / KEY_NAME
