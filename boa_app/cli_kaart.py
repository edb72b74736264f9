"""``boa-app straten`` and ``boa-app kaartpakket``: what a map is made of, from files. No store is opened."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boa_app import cli_kaartbestand
from boa_app.cli_parser import Parser

if TYPE_CHECKING:
    from boa_app.cli_opdrachten import Answer
    from boa_app.domain.errors import FieldValue
    from boa_app.mapdata.manifest import Manifest
    from boa_app.usecases.kaartpakketwerk import Mislukt, Voortgang

COMMANDS = ("straten", "kaartpakket")
_FOUND_WRONG = 2


def add_parsers(commands: Any, shared: Parser) -> None:  # noqa: ANN401 - argparse has no public type for it
    """The subcommands."""
    straten = _group(commands, "straten", "straten uit OpenStreetMap of het Nationaal Wegenbestand")
    one = _add(straten, shared, "importeer", "maak een stratennetwerk om routes op te plannen")
    one.add_argument("bron", type=Path, metavar="F", help="bestand met straten: .osm.pbf, .osm.gz of .gpkg")
    one.add_argument("--naar", required=True, type=Path, metavar="F.straten", help="waar het netwerk komt")
    one.add_argument("--grens", type=Path, metavar="F.geojson", help="alleen wat binnen deze grens ligt")
    pakket = _group(commands, "kaartpakket", "een kaart van één gemeente, te gebruiken zonder netwerk")
    make = _add(pakket, shared, "maak", "maak een kaartpakket; zonder bestanden komt alles van PDOK")
    make.add_argument("--naar", required=True, type=Path, metavar="MAP", help="nieuwe of lege map, of een pakket")
    make.add_argument("--gemeente", default="", metavar="CODE", help="gemeentecode, zoals GM0353")
    make.add_argument("--naam", default="", metavar="NAAM", help="naam van het kaartpakket")
    for name, text in (
        ("osm", "straten: OpenStreetMap of Nationaal Wegenbestand"),
        ("buurten", "grenzen, wijken en buurten van het CBS"),
        ("tegels", "basiskaart: MBTiles of PMTiles"),
        ("adressen", "adressen uit de BAG"),
        ("gebieden", "gebieden met een regel, GeoJSON"),
    ):
        make.add_argument(f"--{name}", type=Path, metavar="F", help=text)
    check = _add(pakket, shared, "controleer", "lees een kaartpakket helemaal na")
    check.add_argument("map", type=Path, metavar="MAP")
    cli_kaartbestand.add_parsers(lambda name, text: _add(pakket, shared, name, text))


def run(options: argparse.Namespace) -> Answer:
    """Carry out a parsed command. Raises what the use cases raise."""
    return _COMMANDS[f"{options.opdracht}_{options.daad}"](options)


def _run_straten_importeer(options: argparse.Namespace) -> Answer:
    from boa_app.cli_opdrachten import Answer
    from boa_app.texts.catalogue import label, sentence
    from boa_app.texts.formats import number
    from boa_app.usecases.stratenimport import importeer_straten

    made = importeer_straten(options.bron, options.naar, grens=options.grens)
    document = {
        "knopen": made.knopen, "segmenten": made.segmenten, "km": made.km, "overgeslagen": made.overgeslagen,
        "stukken": [{"nr": stuk.nr, "knopen": stuk.knopen, "km": stuk.km} for stuk in made.stukken],
    }  # fmt: skip
    told = sentence("straten_geschreven", segmenten=made.segmenten, km=made.km, bestand=options.naar.name)
    lines = [told, *(f"{label('overgeslagen', why)}: {number(count)}" for why, count in made.overgeslagen.items())]
    if len(made.stukken) > 1:
        lines.append(sentence("straten_stukken", aantal=len(made.stukken), km=made.stukken[0].km))
    return Answer(document, lines)


def _run_kaartpakket_maak(options: argparse.Namespace) -> Answer:
    from boa_app.cli_opdrachten import Answer, is_terminal
    from boa_app.usecases.kaartpakketbouw import Wens, maak_kaartpakket

    files = {name: getattr(options, name) for name in ("osm", "buurten", "tegels", "adressen", "gebieden")}
    online = not any(files.values())
    wens = Wens(gemeente=options.gemeente, naam=options.naam, online=online, **files)
    progress = _shown if is_terminal() else lambda _: None
    made = maak_kaartpakket(options.naar, wens, progress=progress, cancelled=lambda: False)
    document = {"map": str(made.map), **_contents(made.manifest), "mislukt": [_failed(one) for one in made.mislukt]}
    return Answer(document, _lines(document))


def _run_kaartpakket_controleer(options: argparse.Namespace) -> Answer:
    from boa_app.cli_opdrachten import Answer
    from boa_app.texts.catalogue import error_sentence
    from boa_app.usecases.kaartpakketten import controleer_kaartpakket

    found = controleer_kaartpakket(options.map)
    if found.manifest is None:
        raise found.bevindingen[0]
    findings = [{"code": one.code, **one.fields, "zin": str(error_sentence(one))} for one in found.bevindingen]
    document = {"map": str(options.map), **_contents(found.manifest), "bevindingen": findings}
    return Answer(document, _lines(document), _FOUND_WRONG if findings else 0)


def _run_kaartpakket_uitpakken(options: argparse.Namespace) -> Answer:
    from boa_app.cli_opdrachten import Answer

    document = {"map": str(options.naar), **_contents(cli_kaartbestand.unpack(options))}
    return Answer(document, _lines(document))


def _contents(manifest: Manifest) -> dict[str, Any]:
    parts = {
        name: {"bestand": part.bestand, "bytes": max(part.bytes, 0), "aantal": part.aantal, "stand": part.stand}
        for name, part in manifest.onderdelen.items()
    }
    bronnen = [
        {"naam": b.naam, "datum": b.datum, "licentie": b.licentie, "attributie": b.attributie,
         "onderdelen": list(b.onderdelen)}
        for b in manifest.bronnen
    ]  # fmt: skip
    return {
        "versie": manifest.versie, "naam": manifest.naam, "gemeente": manifest.gemeente_code,
        "gemaakt_op": manifest.gemaakt_op, "bytes": sum(part["bytes"] for part in parts.values()), "onderdelen": parts,
        "ontbreekt": list(manifest.ontbreekt), "bronnen": bronnen, "attributie": manifest.attributie,
        "waarschuwingen": [_told(one.code, one.velden) for one in manifest.waarschuwingen],
    }  # fmt: skip


def _failed(one: Mislukt) -> dict[str, Any]:
    return {"onderdeel": one.onderdeel, **_told(one.code, one.velden)}


def _told(code: str, velden: Mapping[str, FieldValue]) -> dict[str, Any]:
    from boa_app.texts.catalogue import error_sentence_of

    return {"code": code, "velden": dict(velden), "zin": str(error_sentence_of(code, velden))}


def _lines(document: dict[str, Any]) -> list[str]:
    from boa_app.texts.catalogue import label, sentence
    from boa_app.texts.formats import number

    lines = [sentence("kaartpakket_regel", naam=document["naam"], map=document["map"])]
    for name, part in document["onderdelen"].items():
        size = f"{number(round(part['bytes'] / 1_000_000, 1))} MB"
        facts = (number(part["aantal"]) if part["aantal"] else "", size, part["stand"])
        lines.append(f"  {label('onderdeel', name)}: {', '.join(fact for fact in facts if fact)}")
    absent = ", ".join(label("onderdeel", name) for name in document["ontbreekt"])
    lines += [sentence("kaartpakket_ontbreekt_regel", onderdelen=absent)] if absent else []
    lines.append(document["attributie"])
    told = {one["zin"]: None for key in ("mislukt", "waarschuwingen", "bevindingen") for one in document.get(key, ())}
    return [line for line in (*lines, *told) if line]


def _shown(step: Voortgang) -> None:
    """One line that is written over and over, on stderr: stdout belongs to the answer."""
    from boa_app.texts.catalogue import label

    share = f" {100 * step.klaar // step.totaal}%" if step.totaal else ""
    end = "\n" if step.tekstcode in ("klaar", "mislukt", "eerder_klaar") else ""
    line = f"{label('onderdeel', step.onderdeel)}: {label('bouwstap', step.tekstcode)}{share}"
    print(f"\r{line:<60}", end=end, file=sys.stderr, flush=True)


def _group(commands: Any, name: str, text: str) -> Any:  # noqa: ANN401
    parser = commands.add_parser(name, add_help=False, help=text, description=text)
    parser.add_argument("-h", "--help", action="help", help="toon deze uitleg")
    return parser.add_subparsers(dest="daad", required=True, metavar="DAAD", parser_class=Parser)


def _add(acts: Any, shared: Parser, name: str, text: str) -> Parser:  # noqa: ANN401
    added: Parser = acts.add_parser(name, parents=[shared], add_help=False, help=text, description=text)
    return added


_COMMANDS: dict[str, Callable[[argparse.Namespace], Answer]] = {
    "straten_importeer": _run_straten_importeer,
    "kaartpakket_maak": _run_kaartpakket_maak,
    "kaartpakket_controleer": _run_kaartpakket_controleer,
    "kaartpakket_inpakken": cli_kaartbestand.pack,
    "kaartpakket_uitpakken": _run_kaartpakket_uitpakken,
}
