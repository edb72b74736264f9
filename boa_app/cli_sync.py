"""The device's side of syncing at the command line: signing up, one round, and choosing between two values."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boa_app.cli_parser import Parser
from boa_app.domain.errors import UserError

if TYPE_CHECKING:
    from boa_app.cli_opdrachten import Answer
    from boa_app.domain.bonnetje import Bonnetje
    from boa_app.usecases.conflicten import ConflictKaart, ConflictVeld, ConflictWaarde

COMMANDS = ("aanmelden", "synchroniseer", "conflicten", "conflict")
# What ends a round before its end and a person can put right.
_REFUSED = ("aanmelden", "ingetrokken", "mislukt", "uitgesteld")


def add_parsers(commands: Any, shared: Parser) -> None:  # noqa: ANN401 - argparse has no public type for it
    """The subcommands."""

    def add(where: Any, name: str, text: str) -> Parser:  # noqa: ANN401
        added: Parser = where.add_parser(name, parents=[shared], add_help=False, help=text, description=text)
        return added

    sign_up = add(commands, "aanmelden", "meld dit apparaat aan bij een centrale")
    sign_up.add_argument("--server", required=True, metavar="URL", help="adres van de centrale, https://…")
    sign_up.add_argument("--code", required=True, metavar="CODE", help="eenmalige code van de beheerder")
    sign_up.add_argument(
        "--ca", type=Path, metavar="F", help="PEM-bestand met het eigen certificaat van de organisatie"
    )
    sign_up.add_argument(
        "--naam", default="", metavar="NAAM", help="hoe dit apparaat heet, anders de naam van de computer"
    )
    add(commands, "synchroniseer", "verstuur wat hier staat en haal op wat nieuw is")
    add(commands, "conflicten", "toon velden met twee waarden")
    text = "kies tussen twee waarden"
    parent = commands.add_parser("conflict", add_help=False, help=text, description=text)
    parent.add_argument("-h", "--help", action="help", help="toon deze uitleg")
    acts = parent.add_subparsers(dest="daad", required=True, metavar="DAAD", parser_class=Parser)
    choose = add(acts, "kies", "kies een waarde; dat gaat mee bij de volgende ronde")
    choose.add_argument("id", metavar="ID", help="uit de lijst van conflicten")
    choose.add_argument("--waarde", required=True, metavar="mijn|hun", help="of het kenmerk van een wijziging")
    choose.add_argument("--reden", default="", metavar="T", help="waarom; komt in de geschiedenis")


def run(options: argparse.Namespace) -> Answer:
    """Carry out a parsed command. Raises what the use cases raise."""
    acts = {"aanmelden": _aanmelden, "synchroniseer": _synchroniseer, "conflicten": _conflicten, "conflict": _kies}
    return acts[options.opdracht](options)


def _aanmelden(options: argparse.Namespace) -> Answer:
    from boa_app.cli_opdrachten import Answer, writing
    from boa_app.sync.lijn import read_ca
    from boa_app.sync.transport import check_server
    from boa_app.texts.catalogue import label, sentence
    from boa_app.usecases.aanmelden import meld_aan

    def check_first() -> None:
        # A store is made only for an address and a certificate that can be used.
        check_server(options.server)
        if options.ca:
            read_ca(options.ca)

    with writing(options, first=check_first, keep=False) as session:
        status = meld_aan(session, options.server, options.code, ca=options.ca, naam=options.naam)
    document = {
        "aangemeld": status.aangemeld, "server": status.server, "gemeente": status.gemeente, "naam": status.naam,
        "account": status.account, "rol": status.rol, "einde": status.einde or None,
        "buurten": None if status.buurten is None else list(status.buurten), "toestel": status.toestel,
    }  # fmt: skip
    told = sentence("aangemeld_bij", gemeente=status.gemeente, naam=status.naam, rol=label("rol", status.rol))
    return Answer(document, [told])


def _synchroniseer(options: argparse.Namespace) -> Answer:
    import webbrowser

    from boa_app.cli_opdrachten import Answer, is_terminal, reading
    from boa_app.usecases.synchroniseren import run_sync

    def open_browser(address: str) -> None:
        print(address, file=sys.stderr)
        webbrowser.open(address)

    with reading(options) as session:
        bon = run_sync(session, open_browser=open_browser if is_terminal() else None).bon
    if str(bon.status) in _REFUSED:
        raise UserError(bon.code)
    return Answer(_bon(bon), _bon_lines(bon))


def _bon(bon: Bonnetje) -> dict[str, Any]:
    from boa_app.domain.moments import to_iso

    lines = [
        {"naam": line.naam, "hier": line.hier, "centrale": line.centrale, "gelijk": line.is_gelijk}
        for line in bon.regels
    ]
    return {
        "nr": bon.nr, "status": str(bon.status), "gelijk": bon.is_gelijk, "begonnen_op": to_iso(bon.begonnen_op),
        "klaar_op": to_iso(bon.klaar_op) if bon.klaar_op else None, "regels": lines, "beginstand": bon.beginstand,
        "nog_hier": bon.nog_hier, "fotos_nog_hier": bon.fotos_nog_hier, "geweigerd": bon.geweigerd,
        "controlegetal": bon.controlegetal, "controlegetal_centrale": bon.controlegetal_centrale,
        "code": bon.code or None,
    }  # fmt: skip


def _bon_lines(bon: Bonnetje) -> list[str]:
    from boa_app.texts.catalogue import label, sentence
    from boa_app.texts.formats import number

    lines = [sentence("bonnetje", nr=bon.nr)]
    lines += [f"{label('bonregel', line.naam)}: {number(line.hier)} / {number(line.centrale)}" for line in bon.regels]
    if bon.beginstand:
        lines.append(sentence("bon_beginstand", aantal=number(bon.beginstand)))
    if bon.nog_hier or bon.fotos_nog_hier:
        lines.append(sentence("bon_nog_hier", wijzigingen=number(bon.nog_hier), fotos=number(bon.fotos_nog_hier)))
    if bon.geweigerd:
        lines.append(sentence("bon_geweigerd", aantal=number(bon.geweigerd)))
    if bon.code:
        lines.append(sentence("bon_alleen_gestuurd"))
    lines.append(f"{bon.controlegetal} / {bon.controlegetal_centrale}")
    lines.append(sentence("bon_gelijk" if bon.is_gelijk else "bon_ongelijk"))
    return lines


def _conflicten(options: argparse.Namespace) -> Answer:
    from boa_app.cli_opdrachten import Answer, reading
    from boa_app.texts.catalogue import sentence
    from boa_app.usecases.conflicten import lijst_conflicten

    with reading(options) as session:
        cards = lijst_conflicten(session)
    found = [_conflict(card, field) for card in cards for field in card.velden]
    lines = [f"{one['id']}  {one['mijn']} / {one['hun']}" for one in found] or [sentence("geen_conflicten")]
    return Answer({"conflicten": found}, lines)


def _conflict(card: ConflictKaart, field: ConflictVeld) -> dict[str, Any]:
    from boa_app.usecases.conflicten import sides

    mine, theirs = sides(field.waarden)
    return {
        "id": field.id, "entiteit": card.entity, "uid": card.uid, "veld": field.veld,
        "mijn": mine[0].waarde if mine else None, "hun": theirs[0].waarde if theirs else None,
        "getoond": next((one.waarde for one in field.waarden if one.getoond), None),
        "mag_kiezen": field.mag_kiezen, "waarden": [_waarde(one) for one in field.waarden],
    }  # fmt: skip


def _waarde(one: ConflictWaarde) -> dict[str, Any]:
    from boa_app.domain.moments import to_iso

    return {
        "wijziging": one.change_id, "waarde": one.waarde, "eigen": one.eigen, "dit_apparaat": one.dit_apparaat,
        "wanneer": to_iso(one.moment), "getoond": one.getoond, "reden": one.reden,
    }  # fmt: skip


def _kies(options: argparse.Namespace) -> Answer:
    from boa_app.cli_opdrachten import Answer, reading
    from boa_app.texts.catalogue import sentence
    from boa_app.usecases.conflicten import kies, lijst_conflicten

    with reading(options) as session:
        kies(session, options.id, options.waarde, options.reden)
        left = sum(len(card.velden) for card in lijst_conflicten(session))
    return Answer(
        {"id": options.id, "waarde": options.waarde, "over": left}, [sentence("conflict_gekozen", aantal=left)]
    )
