"""What each command does: open or make the store, call the use case, and say what came of it."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from boa_app import paths
from boa_app.cli import is_text
from boa_app.domain.codelijsten import Codelijsten, load_codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.melding import CODE_VELDEN, MELDING_VELDEN, VERPLICHT, Melding, MeldingRecord, check_melding
from boa_app.domain.moments import from_iso, to_iso, utc_now
from boa_app.store.opening import discard_store, store_exists
from boa_app.texts.catalogue import label, sentence
from boa_app.texts.formats import date_range, happened, number
from boa_app.usecases import importeren, meldingen, meldingen_lezen
from boa_app.usecases.beschermd import Publiek
from boa_app.usecases.controleren import controleer
from boa_app.usecases.exporteren import exporteer_vakken, formaat_van, vind_buurten
from boa_app.usecases.importeren import Importverslag, importeer, tel_import
from boa_app.usecases.lijst import lijst_meldingen
from boa_app.usecases.meldingregels import VERWIJZINGEN, check_consistent
from boa_app.usecases.opening import load_kaart, make_store, open_session
from boa_app.usecases.overzicht import Filter
from boa_app.usecases.session import Session
from boa_app.usecases.voorbeeld import GEMEENTE_CODE, GEMEENTE_NAAM, maak_voorbeeld

PASSPHRASE_VARIABLE = "BOA_APP_WACHTWOORD"  # noqa: S105 - the name of it
EXAMPLE_PASSPHRASE = "voorbeeld"  # noqa: S105 - it protects made-up data and is printed in the manual
STORE_NAME = "opslag"
MAX_INPUT_BYTES = 1_000_000
_KINDS = {
    "gebeurd_van": "moment", "gebeurd_tot": "moment", "lon": "getal", "lat": "getal", "nauwkeurigheid_m": "getal",
    "met_collega": "ja_nee", "gericht_tegen_medewerker": "ja_nee", "doorverwezen_naar": "uid", "incident": "uid",
    "ronde": "uid", "fotos": "lijst",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command says: one JSON document, or lines for a person."""

    document: Any
    lines: list[str]
    exit_code: int = 0


def run(options: argparse.Namespace) -> Answer:
    """Carry out a parsed command. Raises what the use cases raise."""
    name = f"{options.opdracht}_{options.daad}" if "daad" in options else options.opdracht
    return _COMMANDS[name](options)


def _run_voorbeeld(options: argparse.Namespace) -> Answer:
    verslag = maak_voorbeeld(
        _folder(options), _passphrase_given() or EXAMPLE_PASSPHRASE, _lijsten(), utc_now,
        jaren=options.jaren, aantal=options.meldingen, zaad=options.zaad, opnieuw=options.opnieuw,
    )  # fmt: skip
    total = sentence("voorbeeld_gemaakt", aantal=verslag.meldingen, map=str(_folder(options)))
    return Answer(asdict(verslag), [total, *(f"{year}: {number(n)}" for year, n in verslag.per_jaar.items())])


def _run_importeer(options: argparse.Namespace) -> Answer:
    asked: dict[str, Any] = {name: getattr(options, name) for name in ("profiel", "kolommen", "soort", "afgekeurd")}
    asked["progress"] = _show_progress if is_terminal() else None
    folder, files = _folder(options), options.bestanden

    def count() -> Importverslag:
        return tel_import(_lijsten(), utc_now(), folder, files, **asked)

    if options.droog and not store_exists(folder):
        verslag = count()
    else:
        # A new store is made only for files that can be imported.
        with writing(options, first=count) as session:
            for bestand, nr in importeren.wachtende_imports(session, files):
                print(sentence("import_wacht", bestand=bestand, nr=nr), file=sys.stderr)
            verslag = importeer(session, files, droog=options.droog, **asked)
    for name in verslag.eigen_lijsten:
        print(sentence("eigen_lijst_overgeslagen", bestand=name), file=sys.stderr)
    return Answer({**_counts(verslag), "afgekeurd_bestand": verslag.afgekeurd_bestand or None}, _told(verslag))


def _run_import_lijst(options: argparse.Namespace) -> Answer:
    with reading(options) as session:
        found = importeren.lijst_imports(session)
    return Answer({"imports": [_import(one) for one in found]}, [_import_line(one) for one in found])


def _import(one: importeren.ImportRegel) -> dict[str, Any]:
    ended = None if one.klaar_op is None else to_iso(one.klaar_op)
    return {
        "nr": one.nr, "bestand": one.naam, "profiel": one.profiel, "status": one.status,
        "begonnen_op": to_iso(one.begonnen_op), "klaar_op": ended, "aantallen": dict(one.aantallen),
        "mag_verder": one.mag_verder,
    }  # fmt: skip


def _import_line(one: importeren.ImportRegel) -> str:
    counts = ", ".join(f"{name} {number(count)}" for name, count in one.aantallen.items())
    return f"{one.nr}  {happened(one.begonnen_op, None)}  {one.status}  {one.naam}  {counts}"


def _run_import_ongedaan(options: argparse.Namespace) -> Answer:
    with reading(options) as session:
        verslag = importeren.maak_import_ongedaan(session, options.nr)
    document = {"verwijderd": verslag.verwijderd, "gebleven": verslag.gebleven, "uids": list(verslag.uids)}
    told = sentence("import_ongedaan", nr=options.nr, verwijderd=verslag.verwijderd, gebleven=verslag.gebleven)
    return Answer(document, [told, *verslag.uids])


def _run_import_hervat(options: argparse.Namespace) -> Answer:
    with reading(options) as session:
        verslag = importeren.hervat(session, options.nr, progress=_show_progress if is_terminal() else None)
    return Answer(_counts(verslag), _told(verslag))


def _counts(verslag: Importverslag) -> dict[str, int]:
    """The numbers that add up (design §8); what else there is to tell is told in sentences."""
    notes = ("geweerd", "klokwissel")
    return {name: value for name, value in asdict(verslag).items() if isinstance(value, int) and name not in notes}


def _told(verslag: Importverslag) -> list[str]:
    lines = [sentence("importverslag", "nl", **_counts(verslag))]
    notes = {"import_geweerd": verslag.geweerd, "import_klokwissel": verslag.klokwissel}
    lines += [sentence(code, aantal=number(count)) for code, count in notes.items() if count]
    if verslag.afgekeurd_bestand:
        lines.append(sentence("afgekeurd_in_bestand", bestand=verslag.afgekeurd_bestand))
    return lines


def _show_progress(done: int, total: int) -> None:
    print(f"\r{100 * done // max(total, 1)} %", end="" if done < total else "\n", file=sys.stderr, flush=True)


def _run_velden(_: argparse.Namespace) -> Answer:
    lijsten = _lijsten()
    standard = Melding.from_values({"gebeurd_van": "2000-01-01", "lon": 5, "lat": 52, "soort": "ANDERS"}).to_values()
    velden = [_field(name, lijsten, standard) for name in MELDING_VELDEN]
    lines = [f"{v['naam']} ({v['vorm']}{', verplicht' if v['verplicht'] else ''}): {v['label']}" for v in velden]
    return Answer({"velden": velden}, lines)


def _field(name: str, lijsten: Codelijsten, standard: dict[str, Any]) -> dict[str, Any]:
    many = isinstance(standard[name], list)
    kind = ("codes" if many else "code") if name in CODE_VELDEN else _KINDS.get(name, "tekst")
    found: dict[str, Any] = {
        "naam": name, "label": label("veld", name), "vorm": kind, "verplicht": name in VERPLICHT,
        "standaard": None if name in VERPLICHT else standard[name],
    }  # fmt: skip
    if name in CODE_VELDEN:
        codes = lijsten[CODE_VELDEN[name]].codes
        found["codes"] = [{"code": code.code, "label": code.label, "kort": code.kort} for code in codes]
    return found


def _run_nieuw(options: argparse.Namespace) -> Answer:
    melding = Melding.from_values(_read_input(options.invoer))
    with writing(options, first=lambda: _check_first(melding)) as session:
        done = meldingen.register_melding(session, melding)
        return _show(session, meldingen_lezen.toon_melding(session, done.uid))


def _check_first(melding: Melding) -> None:
    """Refuse what the first melding of a store cannot hold, before there is a store."""
    check_melding(melding, _lijsten(), utc_now())
    check_consistent(melding, MELDING_VELDEN)
    for name in VERWIJZINGEN:
        if getattr(melding, name):
            raise UserError("verwijzing_onbekend", veld=name)


def _run_wijzig(options: argparse.Namespace) -> Answer:
    values = _read_input(options.invoer)
    with reading(options) as session:
        meldingen.wijzig_melding(session, options.uid, values, options.reden)
        return _show(session, meldingen_lezen.toon_melding(session, options.uid, options.reden), options.reden)


def _run_toon(options: argparse.Namespace) -> Answer:
    with reading(options) as session:
        return _show(session, meldingen_lezen.toon_melding(session, options.uid, options.reden), options.reden)


def _show(session: Session, record: MeldingRecord, reden: str = "") -> Answer:
    """uid and fields at the top, the history beside them."""
    history = meldingen_lezen.geschiedenis(session, record.uid, reden)
    document = {
        "uid": record.uid,
        **record.melding.to_values(),
        "gemeente_code": record.gemeente_code,
        "gemaakt_op": to_iso(record.gemaakt_op),
        "gewijzigd_op": to_iso(record.gewijzigd_op),
        "eerste_verwerking_op": to_iso(record.eerste_verwerking_op),
        "tekst_verdacht": record.tekst_verdacht,
        "wijzigingen": [
            {
                "veld": w.veld,
                "oud": w.oud,
                "nieuw": w.nieuw,
                "wie": w.wie,
                "wanneer": to_iso(w.wanneer),
                "reden": w.reden,
            }
            for w in history
        ],
    }
    filled = [(name, value) for name, value in record.melding.to_values().items() if value not in (None, "", [], False)]
    lines = [f"uid: {record.uid}", *(f"{label('veld', name)}: {_readable(value)}" for name, value in filled)]
    return Answer(document, lines)


def _readable(value: Any) -> str:  # noqa: ANN401 - any JSON value
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _run_lijst(options: argparse.Namespace) -> Answer:
    lijsten = _lijsten()
    if options.van and options.tot and options.van > options.tot:
        raise UserError("dagen_omgekeerd")
    wanted = Filter(
        van=options.van, tot=options.tot, met_vervallen=options.met_vervallen,
        soorten=frozenset(lijsten.check("soort", code) for code in options.soort),
    )  # fmt: skip
    with reading(options) as session:
        rows = list(lijst_meldingen(session, wanted, options.limiet))
    return Answer({"aantal": len(rows), "meldingen": rows}, [_line(row, lijsten) for row in rows])


def _line(row: dict[str, Any], lijsten: Codelijsten) -> str:
    tot = from_iso(row["gebeurd_tot"]) if row["gebeurd_tot"] else None
    # Without today: a line that is kept must tell its year.
    when = happened(from_iso(row["gebeurd_van"]), tot)
    source = row.get("bron_categorie", "") if row["soort"] == "ANDERS" else ""
    return f"{row['uid']}  {when}  {source or lijsten['soort'].kort(row['soort'])}  {row['plaats']}"


def _run_exporteer_meldingen(options: argparse.Namespace) -> Answer:
    if options.van and options.tot and options.van > options.tot:
        raise UserError("dagen_omgekeerd")
    if options.exact:
        raise UserError("export_exact")
    formaat_van(options.naar)
    with reading(options) as session:
        wanted = Filter(van=options.van, tot=options.tot, buurten=vind_buurten(session, options.buurt))
        publiek = Publiek.OPENBAAR if options.openbaar else Publiek.TEAM
        verslag = exporteer_vakken(session, options.naar.expanduser().absolute(), wanted, publiek)
    document = {
        "rijen": verslag.rijen, "bestand": verslag.bestand, "van": str(verslag.van), "tot": str(verslag.tot),
        "toelichting": list(verslag.zinnen),
    }  # fmt: skip
    told = sentence(
        "vakken_geschreven", aantal=verslag.rijen, bestand=verslag.bestand, periode=date_range(verslag.van, verslag.tot)
    )
    return Answer(document, [told, *verslag.zinnen])


def _run_controleer(options: argparse.Namespace) -> Answer:
    with reading(options) as session:
        found = controleer(session)
    told = [
        {"code": point.code, "zin": sentence(point.code, "nl", **point.fields), "velden": point.fields}
        for point in found
    ]
    lines = [f"{point['code']}: {point['zin']}" for point in told] or [sentence("controle_goed")]
    return Answer({"bevindingen": told}, lines, exit_code=2 if found else 0)


_COMMANDS = {
    "voorbeeld": _run_voorbeeld,
    "importeer": _run_importeer,
    "import_lijst": _run_import_lijst,
    "import_ongedaan": _run_import_ongedaan,
    "import_hervat": _run_import_hervat,
    "melding_velden": _run_velden,
    "melding_nieuw": _run_nieuw,
    "melding_wijzig": _run_wijzig,
    "melding_toon": _run_toon,
    "melding_lijst": _run_lijst,
    "exporteer_meldingen": _run_exporteer_meldingen,
    "controleer": _run_controleer,
}


def _folder(options: argparse.Namespace) -> Path:
    chosen: Path = options.store or paths.data_folder() / STORE_NAME
    return chosen.expanduser().absolute()


def _lijsten() -> Codelijsten:
    return load_codelijsten(paths.resource("codelijsten"))


@contextmanager
def reading(options: argparse.Namespace) -> Iterator[Session]:
    """An open session on a store that must be there."""
    folder = _folder(options)
    if not store_exists(folder):
        raise UserError("opslag_ontbreekt", map=str(folder))
    session = open_session(folder, ask_passphrase(), _lijsten(), utc_now)
    try:
        yield session
    finally:
        session.close()


@contextmanager
def writing(options: argparse.Namespace, first: Callable[[], object], *, keep: bool = True) -> Iterator[Session]:
    """An open session; a store that is not there is made, when what must succeed first raises nothing.

    keep: whether a store that was made for this stays when what is done in it is refused.
    """
    folder = _folder(options)
    if store_exists(folder):
        with reading(options) as session:
            yield session
        return
    passphrase = ask_passphrase(new=True)
    first()
    kaart, _ = load_kaart(folder)
    code, naam = (kaart.gemeente_code, kaart.naam) if kaart else (GEMEENTE_CODE, GEMEENTE_NAAM)
    session, herstelcode = make_store(folder, passphrase, _lijsten(), utc_now, gemeente_code=code, gemeente_naam=naam)
    told = sentence("herstelcode_bewaren", herstelcode=herstelcode)
    with ExitStack() as stack:
        stack.callback(session.close if keep else lambda: discard_store(session.store))
        if keep:
            # Shown once and kept nowhere; not on stdout, which belongs to the answer.
            print(told, file=sys.stderr)
        yield session
        stack.pop_all()
        session.close()
        if not keep:
            print(told, file=sys.stderr)


def ask_passphrase(*, new: bool = False) -> str:
    """From the environment, else asked for in a terminal; without one nothing is asked."""
    given = _passphrase_given()
    if given:
        return given
    if not is_terminal():
        raise UserError("wachtwoord_nodig")
    first = getpass.getpass(sentence("vraag_wachtwoord"))
    if new and getpass.getpass(sentence("vraag_wachtwoord_nogmaals")) != first:
        raise UserError("wachtwoorden_verschillen")
    return _checked_passphrase(first)


def _passphrase_given() -> str:
    return _checked_passphrase(os.environ.get(PASSPHRASE_VARIABLE, ""))


def _checked_passphrase(passphrase: str) -> str:
    # Bytes that are no UTF-8 would give another key on every other machine, if any.
    if not is_text(passphrase):
        raise UserError("wachtwoord_onleesbaar")
    return passphrase


def is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def _read_input(where: str) -> dict[str, Any]:
    """One JSON object from a file or, for ``-``, from stdin.

    Raises UserError bestand_ontbreekt, bestand_onleesbaar, invoer_te_groot(max_kb), invoer_ongeldig.
    """
    try:
        if where == "-":
            raw = sys.stdin.buffer.read(MAX_INPUT_BYTES + 1)
        else:
            with Path(where).open("rb") as file:
                raw = file.read(MAX_INPUT_BYTES + 1)
    except FileNotFoundError as error:
        raise UserError("bestand_ontbreekt", bestand=Path(where).name) from error
    except OSError as error:
        raise UserError("bestand_onleesbaar", bestand=Path(where).name) from error
    if len(raw) > MAX_INPUT_BYTES:
        raise UserError("invoer_te_groot", max_kb=MAX_INPUT_BYTES // 1000)
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UserError("invoer_ongeldig") from error
    if not isinstance(found, dict):
        raise UserError("invoer_ongeldig")
    return found
