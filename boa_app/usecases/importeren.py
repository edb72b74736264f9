"""Importing meldingen from files of others: counted to the row, twice the same, never half.

The wizard looks first (importplan.verken) and then carries out; the command line does both at once. A paused import
goes on where it stopped, also after a restart.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.roles import Entiteit, Handeling
from boa_app.exchange.bron import Bronbestand, inspect_source, readable_name
from boa_app.exchange.kolommen import Kolomwijzer, load_kolomwijzer
from boa_app.exchange.rijen import Afkeur
from boa_app.store import importbeheer as beheer
from boa_app.store import imports
from boa_app.usecases import importlijst
from boa_app.usecases.importbeheer import (
    ImportRegel,
    Verslag,
    gevolg_ongedaan,
    lijst_imports,
    maak_import_ongedaan,
    nrs_van_import,
    vergeet_import,
)
from boa_app.usecases.importkeuzes import Keuzes, keuzes_from_json
from boa_app.usecases.importlezing import PROFIELEN, Bronlezing
from boa_app.usecases.importplan import Importplan, source_reading
from boa_app.usecases.importuitvoering import (
    GEPAUZEERD,
    Gepauzeerd,
    Importverslag,
    Known,
    Progress,
    Steps,
    Tally,
    Voortzetting,
    import_one,
)
from boa_app.usecases.session import Session

__all__ = [
    "PROFIELEN",
    "ImportRegel",
    "Importverslag",
    "Verslag",
    "gevolg_ongedaan",
    "hervat",
    "importeer",
    "lijst_imports",
    "maak_import_ongedaan",
    "nrs_van_import",
    "schrijf_afgekeurd",
    "tel_import",
    "vergeet_import",
    "voer_uit",
    "wachtende_imports",
]


def importeer(
    session: Session, paths: Sequence[Path], profiel: str = "auto", *, kolommen: Path | None = None,
    soort: str | None = None, droog: bool = False, afgekeurd: Path | None = None, progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Importverslag:  # fmt: skip
    """Import files, each as one import that is visible whole or not at all; all are looked through before the first.

    soort: only rows with this label of the source. droog: count only. afgekeurd: where the rejected rows are listed,
    beside the first source when None. progress: bytes done and in all. Raises UserError geen_recht, profiel_onbekend,
    afgebroken, import_twijfel, those of importlijst.choose_place and of the readers; files finished before an error
    stay imported.
    """
    session.require(Handeling.IMPORTEREN, Entiteit.MELDING)
    order = _Order(paths, profiel, kolommen, soort, afgekeurd, Steps(progress, cancelled))
    return _carry_out(order, session.lijsten, session.now(), session.store.folder, Known(session), session, droog)


def tel_import(
    lijsten: Codelijsten, now: datetime, folder: Path, paths: Sequence[Path], profiel: str = "auto", *,
    kolommen: Path | None = None, soort: str | None = None, afgekeurd: Path | None = None,
    progress: Progress | None = None,
) -> Importverslag:  # fmt: skip
    """What importeer would do in a store that is still to be made in folder, so that nothing is there yet.

    Every file is read to its end and nothing is stored but the list of rejected rows. Raises as importeer.
    """
    order = _Order(paths, profiel, kolommen, soort, afgekeurd, Steps(progress, None))
    return _carry_out(order, lijsten, now, folder, Known(None), None, droog=True)


@dataclass(frozen=True, slots=True)
class _Order:
    """What was asked for."""

    paths: Sequence[Path]
    profiel: str
    kolommen: Path | None
    soort: str | None
    afgekeurd: Path | None
    steps: Steps


def _carry_out(
    order: _Order, lijsten: Codelijsten, now: datetime, folder: Path, known: Known, session: Session | None,
    droog: bool,
) -> Importverslag:  # fmt: skip
    if order.profiel not in PROFIELEN:
        raise UserError("profiel_onbekend", profiel=order.profiel[:40])
    wijzer = Kolomwijzer() if order.kolommen is None else load_kolomwijzer(order.kolommen)
    named, lists = importlijst.set_lists_apart(order.paths)
    sources = [inspect_source(path) for path in named]
    place = importlijst.choose_place(order.afgekeurd, [*named, *lists][0], folder)
    readings = [Bronlezing(source, order.profiel, wijzer, order.soort, lijsten, now) for source in sources]
    for reading in readings:
        reading.refuse_doubt()
    tally = Tally()
    order.steps.begin(sum(source.size for source in sources))
    for reading in readings:
        import_one(None if droog else session, reading, known, tally, order.steps)
        order.steps.finish(reading.source.size)
    listed = importlijst.write_list(place, tally.rejects, order.afgekeurd)
    return tally.report(listed, tuple(readable_name(path) for path in lists))


@dataclass(frozen=True, slots=True)
class _Opdracht:
    """What the wizard was asked for and is not done yet; kept with a paused import as JSON."""

    bronnen: Sequence[Bronbestand]
    keuzes: Keuzes

    def to_text(self) -> str:
        sources = [[str(source.path), source.sha256] for source in self.bronnen]
        return json.dumps({"bronnen": sources, "keuzes": self.keuzes.to_json()})


def voer_uit(
    session: Session, plan: Importplan, *, progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None, paused: Callable[[], bool] | None = None,
) -> Importverslag:  # fmt: skip
    """Carry out what the wizard showed. Raises UserError geen_recht, import_twijfel, bestand_gewijzigd, afgebroken.

    paused: asked between batches; then the file being read waits invisibly, those before it are in, those after it are
    remembered, and the status of the report says so.
    """
    session.require(Handeling.IMPORTEREN, Entiteit.MELDING)
    if plan.twijfels:
        at, wat = plan.twijfels[0]
        raise UserError("import_twijfel", bestand=plan.bestanden[at].naam, wat=wat, keuzes="")
    sources = [_unchanged(bestand.path, bestand.sha256) for bestand in plan.bestanden]
    return _run(session, sources, plan.keuzes, Steps(progress, cancelled, paused))


def hervat(
    session: Session, nr: int, *, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None,
    paused: Callable[[], bool] | None = None,
) -> Importverslag:  # fmt: skip
    """Go on with a paused import where it stopped, or begin again with one that was broken off.

    All its files must be as they were. Raises UserError geen_recht, import_niet_hervatbaar(nr),
    bestand_gewijzigd(bestand), bestand_ontbreekt, import_twijfel, afgebroken; when it cannot go on it stays waiting.
    """
    session.require(Handeling.IMPORTEREN, Entiteit.MELDING)
    with session.store.read() as reader:
        record = beheer.get_import(reader, nr)
    order = json.loads(record.opdracht) if record is not None and record.opdracht else {}
    if record is None or not order.get("bronnen") or record.status == "klaar":
        raise UserError("import_niet_hervatbaar", nr=nr)
    sources = [_unchanged(Path(path), sha256) for path, sha256 in order["bronnen"]]
    return _run(session, sources, keuzes_from_json(order["keuzes"]), Steps(progress, cancelled, paused), nr)


def wachtende_imports(session: Session, paths: Sequence[Path]) -> tuple[tuple[str, int], ...]:
    """Of which of these files an import is paused: name and number. Raises UserError geen_recht."""
    session.require(Handeling.IMPORTEREN, Entiteit.MELDING)
    with session.store.read() as reader:
        waiting = {one.sha256: one.nr for one in beheer.list_imports(reader) if one.status == "gepauzeerd"}
    sources = [inspect_source(path) for path in paths] if waiting else []
    return tuple((source.naam, waiting[source.sha256]) for source in sources if source.sha256 in waiting)


def _run(
    session: Session, sources: Sequence[Bronbestand], keuzes: Keuzes, steps: Steps, earlier: int = 0
) -> Importverslag:  # fmt: skip
    """earlier: the import that waits or was broken off, 0 for none."""
    readings = [source_reading(session, source, keuzes) for source in sources]
    for reading in readings:
        reading.refuse_doubt()
    resumed = _take_up(session, earlier) if earlier else 0
    tally, known = Tally(), Known(session)
    steps.begin(sum(source.size for source in sources))
    for at, reading in enumerate(readings):
        left = _Opdracht(sources[at:], keuzes)
        try:
            import_one(session, reading, known, tally, steps, Voortzetting(left.to_text(), 0 if at else resumed))
        except Gepauzeerd:
            return tally.report(status=GEPAUZEERD)
        steps.finish(reading.source.size)
    return tally.report()


def _take_up(session: Session, nr: int) -> int:
    """The number when its rows still wait; 0 when it begins again, and then it is not offered a second time."""
    if session.write(lambda w: imports.resume_import(w, nr)):
        return nr
    session.write(lambda w: beheer.forget_order(w, nr))
    return 0


def _unchanged(path: Path, sha256: str) -> Bronbestand:
    source = inspect_source(path)
    if source.sha256 != sha256:
        raise UserError("bestand_gewijzigd", bestand=source.naam)
    return source


def schrijf_afgekeurd(path: Path, rejects: Sequence[Afkeur]) -> None:
    """List rejected rows at this place, without contents of cells.

    Raises UserError afgekeurd_bezet(bestand), EnvironmentProblem afgekeurd_niet_schrijfbaar(bestand).
    """
    place = importlijst.choose_place(path, path, path.parent)
    importlijst.write_list(place, rejects, path)
