"""``boa-app centraal …``: start the centre and look after it, also while it runs.

Where the centre is: ``--db`` (or BOA_APP_DB) for PostgreSQL, else the encrypted file ``--bestand``, by default in the
folder of this user. The file is made when it is not there; its key is wrapped by BOA_APP_WACHTWOORD or by what
``--sleutelbestand`` holds. The server is imported only here, and only when one of these commands runs.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boa_app import cli_centraalkaart, cli_metdehand, paths
from boa_app.cli_parser import Parser
from boa_app.domain.errors import UserError
from boa_app.domain.moments import to_local, utc_now
from boa_app.domain.roles import Rol

if TYPE_CHECKING:
    from boa_app.cli_opdrachten import Answer
    from boa_app.server.openen import Centrale, Plaats

GEMEENTE_CODE, GEMEENTE_NAAM = "GM0353", "IJsselstein"
FILE_NAME = "centrale.boa"
DSN_VARIABLE = "BOA_APP_DB"
_REASON = "aan de opdrachtregel"
_MAX_GEOJSON = 32 * 1024 * 1024


def add_parser(commands: Any, shared: Parser) -> None:  # noqa: ANN401 - argparse has no public type for it
    """The subcommands of ``centraal``."""
    text = "de centrale starten en beheren"
    parser = commands.add_parser("centraal", add_help=False, help=text, description=text)
    parser.add_argument("-h", "--help", action="help", help="toon deze uitleg")
    acts = parser.add_subparsers(dest="daad", required=True, metavar="DAAD", parser_class=Parser)
    own = Parser(add_help=False, parents=[shared])
    place = own.add_mutually_exclusive_group()
    place.add_argument("--db", default="", metavar="URL", help=f"postgresql://…; anders {DSN_VARIABLE} of het bestand")
    place.add_argument("--bestand", type=Path, metavar="F", help="het versleutelde bestand van de centrale")
    own.add_argument("--sleutelbestand", type=Path, metavar="F", help="bestand (0600) met het geheim van de centrale")
    own.add_argument("--gemeente", default=GEMEENTE_CODE, metavar="CODE", help=f"gemeentecode, anders {GEMEENTE_CODE}")
    own.add_argument("--gemeente-naam", default="", metavar="NAAM", help="naam, bij het maken van de centrale")

    def add(where: Any, name: str, text: str) -> Parser:  # noqa: ANN401
        added: Parser = where.add_parser(name, parents=[own], add_help=False, help=text, description=text)
        return added

    _add_start(add(acts, "start", "start de centrale"))
    migrate = add(acts, "migreer", "maak de tabellen of breng ze bij; maakt eerst een reservekopie")
    migrate.add_argument(
        "--dienstrol", default="", metavar="ROL", help="aanmeldrol van PostgreSQL die de dienst draait"
    )
    migrate.add_argument("--reservekopie", type=Path, metavar="F", help="waar de reservekopie vooraf komt")
    _add_people(acts, add)
    one = _group(acts, "buurten", "buurten van de gemeente")
    add(one, "laden", "lees buurten uit GeoJSON of een kaartpakket").add_argument("van", type=Path, metavar="F")
    backup = add(acts, "reservekopie", "maak een versleutelde reservekopie, ook terwijl de centrale draait")
    backup.add_argument("--naar", type=Path, required=True, metavar="F", help="het nieuwe bestand")
    restore = add(acts, "herstel", "zet een reservekopie terug op een lege plaats en voer daarna alle opschoning uit")
    restore.add_argument("van", type=Path, metavar="F")
    restore.add_argument(
        "--opschoonlijst", type=Path, metavar="F", help="lijst van opschoonopdrachten naast de centrale"
    )
    terms = add(acts, "bewaartermijnen", "schoon op wat zijn bewaartermijn had")
    terms.add_argument("--droog", action="store_true", help="alleen tellen")
    add(acts, "controleer", "controleer heelheid, logboekketen en aantallen")
    cli_metdehand.add_parsers(acts, add)
    cli_centraalkaart.add_parsers(_group(acts, "kaartpakket", "kaartpakketten voor de toestellen"), add)
    code = _group(acts, "herstelcode", "de herstelcode van de gemeente")
    add(code, "nieuw", "maak een nieuwe herstelcode; toestellen gebruiken hem vanaf hun volgende synchronisatie")


def _group(acts: Any, name: str, text: str) -> Any:  # noqa: ANN401
    parser = acts.add_parser(name, add_help=False, help=text, description=text)
    parser.add_argument("-h", "--help", action="help", help="toon deze uitleg")
    return parser.add_subparsers(dest="stap", required=True, metavar="WAT", parser_class=Parser)


def _add_start(start: Parser) -> None:
    start.add_argument("--host", default="127.0.0.1", help="adres om op te luisteren, anders alleen deze machine")
    start.add_argument("--port", type=_port, default=8420, help="poort, anders 8420; 0 kiest een vrije")
    start.add_argument("--tls-cert", type=Path, metavar="F", help="certificaat met keten (PEM)")
    start.add_argument("--tls-key", type=Path, metavar="F", help="sleutel bij het certificaat (PEM)")
    start.add_argument(
        "--achter-proxy", default="", nargs="?", const="127.0.0.1", metavar="ADRES",
        help="een reverse proxy op dit adres doet TLS; zonder adres deze machine",
    )  # fmt: skip
    start.add_argument("--oidc-uitgever", default="", metavar="URL", help="identiteitsprovider van de gemeente")
    start.add_argument("--oidc-client", default="", metavar="ID", help="client-id van boa_app bij die provider")


def _add_people(acts: Any, add: Any) -> None:  # noqa: ANN401
    user = _group(acts, "gebruiker", "accounts van de centrale")
    new = add(user, "toevoegen", "voeg een account toe")
    new.add_argument("naam", metavar="NAAM")
    new.add_argument("--rol", required=True, choices=[str(rol) for rol in Rol], help="wat iemand mag")
    new.add_argument("--gebied", action="append", default=[], metavar="BUURT", help="code of naam; mag vaker")
    new.add_argument("--van", type=_day, metavar="DATUM", help="eerste dag van de rol, anders vandaag")
    new.add_argument("--tot", type=_day, metavar="DATUM", help="laatste dag van de rol")
    new.add_argument("--oidc", default="", metavar="SUB", help="wie het is bij de identiteitsprovider")
    add(user, "lijst", "toon de accounts")
    end = add(user, "beeindigen", "beeindig een account en trek zijn toestellen in")
    end.add_argument("naam", metavar="NAAM")
    end.add_argument("--reden", default=_REASON, metavar="T")
    device = _group(acts, "toestel", "toestellen van accounts")
    add(device, "code", "maak een eenmalige code voor een toestel").add_argument("naam", metavar="NAAM")
    add(device, "lijst", "toon de toestellen")
    revoke = add(device, "intrekken", "trek een toestel in; het vernietigt zijn sleutel")
    revoke.add_argument("id", metavar="ID")
    revoke.add_argument("--reden", default=_REASON, metavar="T")


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text} is geen poort")
    return int(text)


def _day(text: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is geen dag") from error


def run(options: argparse.Namespace) -> Answer:
    """Carry out a parsed command. Raises what the server raises."""
    from boa_app.cli_opdrachten import Answer

    document = _COMMANDS[f"{options.daad}_{options.stap}" if "stap" in options else options.daad](options)
    told = [] if document is None else [line for name, value in document.items() for line in _lines(name, value)]
    code = 2 if document and document.get("bevindingen") else 0
    return Answer(document, told, code)


def _lines(name: str, value: Any) -> list[str]:  # noqa: ANN401 - any JSON value
    """What a person reads: a list one thing per line."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [
            ", ".join(f"{key} {_shown(one)}" for key, one in item.items() if one not in ("", None)) for item in value
        ]
    return [f"{name}: {_shown(value)}"]


def _shown(value: Any) -> str:  # noqa: ANN401 - any JSON value
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@contextmanager
def _open(options: argparse.Namespace) -> Iterator[Centrale]:
    """The centre, made when there was none; its recovery code is then shown once, on stderr."""
    from boa_app.server.inrichten import Gemeente
    from boa_app.server.openen import open_centrale
    from boa_app.texts.catalogue import sentence

    naam = options.gemeente_naam or (GEMEENTE_NAAM if options.gemeente == GEMEENTE_CODE else options.gemeente)
    with open_centrale(_plaats(options), Gemeente(options.gemeente, naam), utc_now()) as centrale:
        if centrale.herstelcode:
            print(sentence("centrale_herstelcode", herstelcode=centrale.herstelcode), file=sys.stderr, flush=True)
        yield centrale


def _plaats(options: argparse.Namespace) -> Plaats:
    from boa_app import cli_opdrachten
    from boa_app.server.openen import RANDOM_KDF, RANDOM_LENGTH, Plaats, read_geheim
    from boa_app.vault.keyfile import DEFAULT_KDF

    folder = options.store or paths.data_folder() / "centrale"
    dsn = options.db or ("" if options.bestand or options.store else os.environ.get(DSN_VARIABLE, ""))
    if dsn and not dsn.startswith(("postgresql://", "postgres://")):
        raise UserError("databank_adres_onjuist")
    bestand = (options.bestand or folder / (options.gemeente if dsn else FILE_NAME)).absolute()
    if options.sleutelbestand:
        bestand.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        secret = read_geheim(options.sleutelbestand, make=not bestand.exists())
        return Plaats(bestand, dsn, secret, RANDOM_KDF if len(secret) >= RANDOM_LENGTH else DEFAULT_KDF)
    if dsn:
        # Only its backups need one.
        return Plaats(bestand, dsn, os.environ.get(cli_opdrachten.PASSPHRASE_VARIABLE, ""))
    return Plaats(bestand, dsn, cli_opdrachten.ask_passphrase(new=not bestand.exists()))


def _start(options: argparse.Namespace) -> None:
    from boa_app.server import draaien, logboek
    from boa_app.texts.catalogue import sentence

    luister = draaien.Luister(options.host, options.port, options.tls_cert, options.tls_key, options.achter_proxy or "")
    draaien.check_luister(luister)
    oidc = _oidc(options)
    with _open(options) as centrale:

        def ready(address: str, port: int) -> None:
            document = {"id": _centrale_id(centrale), "adres": address, "poort": port}
            print(json.dumps(document) if options.json else sentence("centrale_luistert", adres=address), flush=True)

        logboek.begin_logboek()
        draaien.serve(centrale, luister, utc_now, ready, oidc=oidc)


def _oidc(options: argparse.Namespace) -> Any:  # noqa: ANN401 - of the server, which is imported late
    if bool(options.oidc_uitgever) != bool(options.oidc_client):
        raise UserError("oidc_onvolledig")
    if not options.oidc_uitgever:
        return None
    from boa_app.server.oidc import Identiteitsprovider

    return Identiteitsprovider(options.oidc_uitgever, options.oidc_client, utc_now)


def _centrale_id(centrale: Centrale) -> str:
    from boa_app.server.instellingen import read_instellingen

    return read_instellingen(centrale.db).centrale


def _migreer(options: argparse.Namespace) -> dict[str, Any]:
    from boa_app.server import bijwerken

    plaats = _plaats(options)
    made = bijwerken.werk_bij(plaats, options.gemeente, utc_now(), rol=options.dienstrol, kopie=options.reservekopie)
    with _open(options) as centrale:
        return {"id": _centrale_id(centrale), "stappen": made.stappen, "reservekopie": made.kopie or None}


def _gebruiker_toevoegen(options: argparse.Namespace) -> dict[str, Any]:
    from boa_app.server import buurtbeheer, identiteiten
    from boa_app.server.audit import MACHINE
    from boa_app.sync.beheer import NieuwAccount, Rolperiode

    now = utc_now()
    begin = options.van or to_local(now).date().isoformat()
    with _open(options) as centrale, centrale.db.transaction():
        buurten = buurtbeheer.vind_codes(centrale.db, options.gebied)
        periode = Rolperiode(options.rol, begin, options.tot or "")
        nieuw = NieuwAccount(options.naam, (periode,), buurten, options.oidc, _REASON)
        return {"id": identiteiten.maak_account(centrale.db, nieuw, MACHINE, now).id}


def _gebruiker_lijst(options: argparse.Namespace) -> dict[str, Any]:
    from boa_app.server import identiteiten

    with _open(options) as centrale:
        found = identiteiten.lijst_accounts(centrale.db, utc_now())
    return {
        "accounts": [
            {
                "id": one.id, "naam": one.naam, "toestand": str(one.toestand), "rol": one.rol, "buurten": one.buurten,
                "toestellen": one.toestellen,
            }
            for one in found
        ]
    }  # fmt: skip


def _gebruiker_beeindigen(options: argparse.Namespace) -> dict[str, Any]:
    from boa_app.server import identiteiten, toestellen
    from boa_app.server.audit import MACHINE
    from boa_app.sync.beheer import Beeindiging

    now = utc_now()
    with _open(options) as centrale, centrale.db.transaction():
        account = identiteiten.vind_account(centrale.db, options.naam, now).id
        identiteiten.beeindig_account(centrale.db, account, Beeindiging(options.reden), MACHINE, now)
        toestellen.trek_alle_in(centrale.db, account, options.reden, MACHINE, now)
    return {"id": account}


def _toestel_code(options: argparse.Namespace) -> dict[str, Any]:
    from boa_app.server import codes, identiteiten
    from boa_app.server.audit import MACHINE

    now = utc_now()
    with _open(options) as centrale, centrale.db.transaction():
        account = identiteiten.vind_account(centrale.db, options.naam, now)
        return {"code": codes.maak_code(centrale.db, account.id, MACHINE, now).code}


def _toestel_lijst(options: argparse.Namespace) -> dict[str, Any]:
    from boa_app.server import toestellen

    with _open(options) as centrale:
        found = toestellen.lijst_toestellen(centrale.db)
    names = ("id", "account", "account_naam", "naam", "aangemeld_op", "laatste_contact", "ingetrokken_op")
    return {"toestellen": [{name: getattr(one, name) for name in names} for one in found]}


def _toestel_intrekken(options: argparse.Namespace) -> dict[str, Any]:
    from boa_app.server import toestellen
    from boa_app.server.audit import MACHINE

    with _open(options) as centrale, centrale.db.transaction():
        return {"id": toestellen.trek_in(centrale.db, options.id, options.reden, MACHINE, utc_now()).id}


def _buurten_laden(options: argparse.Namespace) -> dict[str, Any]:
    from boa_app.server import buurtbeheer
    from boa_app.server.audit import MACHINE

    path = options.van / "buurten.geojson" if options.van.is_dir() else options.van
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_GEOJSON + 1)
    except FileNotFoundError as error:
        raise UserError("bestand_ontbreekt", bestand=path.name) from error
    except OSError as error:
        raise UserError("bestand_onleesbaar", bestand=path.name) from error
    with _open(options) as centrale:
        return {"buurten": len(buurtbeheer.laad_buurten(centrale.db, content, MACHINE, utc_now()))}


def _reservekopie(options: argparse.Namespace) -> dict[str, Any]:
    from boa_app.server.reservekopie import maak_kopie

    with _open(options) as centrale:
        return maak_kopie(centrale, options.naar, utc_now())


def _herstel(options: argparse.Namespace) -> dict[str, Any]:
    from boa_app.server.herstel import herstel

    return herstel(_plaats(options), options.van, options.gemeente, utc_now(), lijst=options.opschoonlijst)


def _bewaartermijnen(options: argparse.Namespace) -> dict[str, Any]:
    from boa_app.server.bewaartermijnen import voer_uit

    with _open(options) as centrale:
        return voer_uit(centrale, utc_now(), droog=options.droog)


def _controleer(options: argparse.Namespace) -> dict[str, Any]:
    from boa_app.server.controleren import controleer

    with _open(options) as centrale:
        return {"bevindingen": controleer(centrale, utc_now())}


def _herstelcode_nieuw(options: argparse.Namespace) -> dict[str, Any]:
    from boa_app.server.inrichten import vervang_herstelcode

    with _open(options) as centrale:
        return {"herstelcode": vervang_herstelcode(centrale.db, utc_now())}


def _uitgaand(options: argparse.Namespace) -> dict[str, Any]:
    return cli_metdehand.take_outbox(options, _open)


def _usb(options: argparse.Namespace) -> dict[str, Any]:
    return cli_metdehand.take_usb(options, _open)


_COMMANDS = {
    "start": _start,
    "migreer": _migreer,
    "gebruiker_toevoegen": _gebruiker_toevoegen,
    "gebruiker_lijst": _gebruiker_lijst,
    "gebruiker_beeindigen": _gebruiker_beeindigen,
    "toestel_code": _toestel_code,
    "toestel_lijst": _toestel_lijst,
    "toestel_intrekken": _toestel_intrekken,
    "buurten_laden": _buurten_laden,
    "reservekopie": _reservekopie,
    "herstel": _herstel,
    "bewaartermijnen": _bewaartermijnen,
    "controleer": _controleer,
    "uitgaand": _uitgaand,
    "usb": _usb,
    "kaartpakket_zet": lambda options: cli_centraalkaart.put_pakket(options, _open),
    "kaartpakket_lijst": lambda options: cli_centraalkaart.list_pakketten(options, _open),
    "kaartpakket_weg": lambda options: cli_centraalkaart.remove_pakket(options, _open),
    "herstelcode_nieuw": _herstelcode_nieuw,
}
