"""The command line: the same use cases as the window, without Qt.

Exit codes: 0 done · 2 the user can fix it · 3 disk, lock or a missing part · 1 a bug (logged, data safe).
For 2 and 3 there is one line on stderr, ``code: zin``, and never a traceback. With --json stdout holds exactly one
JSON document. Without a subcommand the window opens.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import json
import os
import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from boa_app import __version__, cli_centraal, cli_kaart, cli_sync
from boa_app.cli_parser import Parser
from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError

if TYPE_CHECKING:
    from boa_app import cli_opdrachten

EXIT_OK, EXIT_BUG, EXIT_USER, EXIT_ENVIRONMENT = 0, 1, 2, 3
# What the program starts itself with, to read a photo that may end the process that reads it.
PHOTO_CHILD = "--lees-heif"
COMMANDS = (
    "voorbeeld", "importeer", "import", "melding", "exporteer", "controleer", "centraal", *cli_kaart.COMMANDS,
    *cli_sync.COMMANDS,
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window; gives the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == [PHOTO_CHILD]:
        from boa_app.exchange.heif import answer_parent

        return answer_parent(sys.stdin.buffer, sys.stdout.buffer)
    _speak_utf8()
    if arguments is None:
        # A bug ends in Python's own hook: exit code 1, the log, and no contents of a record on the screen.
        sys.excepthook = report_bug
    try:
        return _run(given)
    except KeyboardInterrupt:
        return _report(UserError("afgebroken"))
    except BrokenPipeError:
        # Whoever read our output has left; keep Python from complaining about it once more while it stops.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except BoaError as error:
        return _report(error)


def report_bug(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
    """What is shown of a bug: one line and where the log is. A message may hold contents, so it is shown nowhere."""
    from boa_app.texts.catalogue import sentence
    from boa_app.usecases.bug_log import record_bug

    path = record_bug(error)
    _say_error("programmafout", sentence("programmafout", logboek=str(path)))


def _run(given: list[str]) -> int:
    if given and given[0] == "--versie":
        print(f"boa-app {__version__}")
        return EXIT_OK
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help")):
        return _open_window(given)
    options = make_parser().parse_args(given)
    answer = _carry_out(options)
    if answer.document is None:
        # A command that goes on until it is stopped has said what it had to say.
        return answer.exit_code
    if options.json:
        print(json.dumps(answer.document, ensure_ascii=False))
    else:
        print("\n".join(answer.lines))
    return answer.exit_code


def _carry_out(options: argparse.Namespace) -> cli_opdrachten.Answer:
    """Run a parsed command; what carries it out is imported only now."""
    if options.opdracht == "centraal":
        return cli_centraal.run(options)
    if options.opdracht in cli_kaart.COMMANDS:
        return cli_kaart.run(options)
    if options.opdracht in cli_sync.COMMANDS:
        return cli_sync.run(options)
    from boa_app import cli_opdrachten

    return cli_opdrachten.run(options)


def _open_window(given: list[str]) -> int:
    for name, value in pairwise([*given, ""]):
        if name in ("--store", "--store=") and not value.strip():
            raise UserError("map_leeg")
    if importlib.util.find_spec("PySide6") is None:
        raise EnvironmentProblem("onderdeel_ontbreekt", onderdeel="PySide6")
    from boa_app import app

    return app.main(given)


def _report(error: BoaError) -> int:
    from boa_app.texts.catalogue import error_sentence

    _say_error(error.code, str(error_sentence(error)))
    return error.exit_code


def _say_error(code: str, text: str) -> None:
    # A field may hold a file name with a line break in it; the promise is one line.
    print(f"{code}: {' '.join(text.split())}", file=sys.stderr)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def make_parser() -> Parser:
    """All commands and their options."""
    parser = Parser(
        prog="boa-app",
        add_help=False,
        description="Overlastmeldingen, rondes en schouwen, ook zonder netwerk. Zonder opdracht opent het venster.",
        epilog="Het wachtwoord komt uit BOA_APP_WACHTWOORD of van de vraag in de terminal.",
    )
    _add_help(parser)
    parser.add_argument("--versie", action="version", version=f"boa-app {__version__}", help="toon de versie")
    commands = parser.add_subparsers(dest="opdracht", required=True, metavar="OPDRACHT", parser_class=Parser)
    shared = Parser(add_help=False)
    _add_help(shared)
    shared.add_argument("--store", type=_store_folder, metavar="MAP", help="map met de opslag")
    shared.add_argument("--json", action="store_true", help="geef één JSON-document op stdout")
    _add_voorbeeld(commands, shared)
    _add_importeer(commands, shared)
    _add_import(commands, shared)
    _add_melding(commands, shared)
    _add_exporteer(commands, shared)
    cli_centraal.add_parser(commands, shared)
    cli_kaart.add_parsers(commands, shared)
    cli_sync.add_parsers(commands, shared)
    text = "controleer de opslag: heelheid, logboekketen, aantallen"
    commands.add_parser("controleer", parents=[shared], add_help=False, help=text, description=text)
    return parser


def _add_help(parser: Parser) -> None:
    parser.add_argument("-h", "--help", action="help", help="toon deze uitleg")


def _add_voorbeeld(commands: Any, shared: Parser) -> None:  # noqa: ANN401 - argparse has no public type for it
    text = "maak een opslag met verzonnen gegevens"
    parser = commands.add_parser("voorbeeld", parents=[shared], add_help=False, help=text, description=text)
    parser.add_argument("--jaren", type=_years, metavar="JAAR-JAAR", help="eerste en laatste jaar, zoals 2019-2026")
    parser.add_argument("--meldingen", type=_whole, metavar="N", help="aantal meldingen in totaal")
    parser.add_argument("--zaad", type=_whole, metavar="S", default=1, help="zelfde zaad, zelfde gegevens")
    parser.add_argument("--opnieuw", action="store_true", help="vervang een opslag die er al als voorbeeld staat")


def _add_importeer(commands: Any, shared: Parser) -> None:  # noqa: ANN401
    text = "neem meldingen over uit bestanden"
    parser = commands.add_parser("importeer", parents=[shared], add_help=False, help=text, description=text)
    parser.add_argument("bestanden", nargs="+", type=Path, metavar="BESTAND")
    parser.add_argument("--profiel", default="auto", metavar="P", help="auto, police-uk, signalen of tabel")
    parser.add_argument("--kolommen", type=Path, metavar="F.toml", help="zegt welke kolom wat is")
    parser.add_argument("--soort", metavar="WAARDE", help="alleen rijen met deze soort van de bron")
    parser.add_argument("--droog", action="store_true", help="alleen tellen, niets opslaan")
    parser.add_argument("--afgekeurd", type=Path, metavar="F", help="waar de lijst met afgekeurde rijen komt")


def _add_import(commands: Any, shared: Parser) -> None:  # noqa: ANN401
    text = "imports tonen, ongedaan maken en hervatten"
    parser = commands.add_parser("import", add_help=False, help=text, description=text)
    _add_help(parser)
    acts = parser.add_subparsers(dest="daad", required=True, metavar="DAAD", parser_class=Parser)
    for name, help_text in (
        ("lijst", "toon de imports, nieuwste eerst"),
        ("ongedaan", "haal een hele import weer weg"),
        ("hervat", "ga verder met een import die wacht"),
    ):
        added = acts.add_parser(name, parents=[shared], add_help=False, help=help_text, description=help_text)
        if name != "lijst":
            added.add_argument("nr", type=_whole, metavar="NR", help="nummer uit de lijst")


def _add_melding(commands: Any, shared: Parser) -> None:  # noqa: ANN401
    text = "meldingen maken, wijzigen en lezen"
    parser = commands.add_parser("melding", add_help=False, help=text, description=text)
    _add_help(parser)
    acts = parser.add_subparsers(dest="daad", required=True, metavar="DAAD", parser_class=Parser)

    def add(name: str, help_text: str) -> Parser:
        added: Parser = acts.add_parser(name, parents=[shared], add_help=False, help=help_text, description=help_text)
        return added

    add("velden", "toon de velden, hun vorm en hun codes")
    add("nieuw", "leg een melding vast").add_argument("--invoer", required=True, metavar="F.json|-")
    change = add("wijzig", "wijzig velden van een melding")
    change.add_argument("uid", type=_text, metavar="UID")
    change.add_argument("--invoer", required=True, metavar="F.json|-")
    show = add("toon", "toon een melding met haar wijzigingen")
    show.add_argument("uid", type=_text, metavar="UID")
    for act in (change, show):
        act.add_argument("--reden", type=_text, default="", metavar="T", help="waarom; komt in het logboek")
    listing = add("lijst", "toon de meldingen, nieuwste eerst")
    listing.add_argument("--van", type=_day, metavar="DATUM", help="eerste dag, jjjj-mm-dd of dd-mm-jjjj")
    listing.add_argument("--tot", type=_day, metavar="DATUM", help="laatste dag, die telt mee")
    listing.add_argument("--soort", action="append", default=[], metavar="CODE", help="mag vaker")
    listing.add_argument("--limiet", type=_whole, metavar="N", help="hooguit zoveel")
    listing.add_argument("--met-vervallen", action="store_true", help="ook vervallen meldingen")


def _add_exporteer(commands: Any, shared: Parser) -> None:  # noqa: ANN401
    text = "schrijf meldingen beschermd in een bestand"
    parser = commands.add_parser("exporteer", add_help=False, help=text, description=text)
    _add_help(parser)
    acts = parser.add_subparsers(dest="daad", required=True, metavar="WAT", parser_class=Parser)
    text = "vakken van 5 of meer meldingen over hele vaste perioden"
    added = acts.add_parser("meldingen", parents=[shared], add_help=False, help=text, description=text)
    added.add_argument("--naar", required=True, type=Path, metavar="F", help="bestand op .geojson of .csv")
    added.add_argument("--van", type=_day, metavar="DATUM", help="de vaste periode met deze dag is de eerste")
    added.add_argument("--tot", type=_day, metavar="DATUM", help="de vaste periode met deze dag is de laatste")
    added.add_argument("--buurt", type=_text, action="append", default=[], metavar="B", help="code of naam; mag vaker")
    added.add_argument("--openbaar", action="store_true", help="laatste vaste periode, klassen zonder aantallen")
    added.add_argument("--exact", action="store_true", help="kan alleen in het venster")
    for name in ("--reden", "--ontvanger", "--grondslag"):
        added.add_argument(name, type=_text, default="", metavar="T", help="hoort bij --exact")


def _store_folder(text: str) -> Path:
    # An empty name, as a script with an unset variable gives, would mean the folder one happens to be in.
    if not text.strip():
        raise UserError("map_leeg")
    return Path(text)


def _text(text: str) -> str:
    """An argument that goes into the store; bytes that are no text arrive here as halves of characters."""
    if not is_text(text):
        raise UserError("tekst_onleesbaar")
    return text


def is_text(value: str) -> bool:
    """Whether a value from outside can be written as UTF-8."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _years(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text} is geen jaar of reeks jaren")
    return int(match[1]), int(match[2] or match[1])


def _whole(text: str) -> int:
    if not re.fullmatch(r"\d{1,12}", text):
        raise argparse.ArgumentTypeError(f"{text} is geen aantal")
    return int(text)


def _day(text: str) -> Any:  # noqa: ANN401 - a date
    from datetime import date

    match = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", text)
    with contextlib.suppress(ValueError):
        return date(int(match[3]), int(match[2]), int(match[1])) if match else date.fromisoformat(text)
    raise argparse.ArgumentTypeError(f"{text} is geen dag")
