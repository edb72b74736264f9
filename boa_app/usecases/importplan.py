"""Looking before importing: how each file was read, what becomes of its rows, and what a person still has to say.

Nothing is stored but, on request, the choices for files with this header, so that next month's file needs none.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from boa_app.analysis.gebied import assign_polygons
from boa_app.domain.errors import UserError
from boa_app.domain.roles import Entiteit, Handeling
from boa_app.exchange import police_uk, signalen, tables
from boa_app.exchange.bron import Bronbestand, inspect_source
from boa_app.exchange.gok import Alternatief, Gok, Zekerheid
from boa_app.exchange.kolommen import FREE_TEXT, PERSON, normalise
from boa_app.exchange.rijen import WITHHELD, Afkeur, Lezing, Rij
from boa_app.store import importbeheer, instellingen
from boa_app.store.session import Writer
from boa_app.usecases.importkeuzes import Keuzes, keuzes_from_json, wijzer_of
from boa_app.usecases.importlezing import PROFIELEN, Bronlezing
from boa_app.usecases.importuitvoering import Known, Progress, Steps
from boa_app.usecases.importvoorbeeld import SHOWN_ROWS, Kijk, Kolom, Uitkomst, VoorbeeldRij, kolommen_of
from boa_app.usecases.session import Session

__all__ = [
    "FREE_TEXT", "PERSON", "Afkeur", "Alternatief", "BestandPlan", "Gok", "Importplan", "Keuzes", "Kolom",
    "SoortRegel", "Totalen", "Uitkomst", "VoorbeeldRij", "Zekerheid", "bewaar_vorm", "verken",
]  # fmt: skip
# Without counting, so many rows are read: enough for a preview, done within two seconds.
LOOKED_AT = 4000
_VORMEN, _MOST_VORMEN = "importvormen", 100


@dataclass(frozen=True, slots=True)
class SoortRegel:
    """A label of the source and the code it becomes, "" for leaving its rows out. aantal: how many rows have it.

    geweerd: it stands for all labels that may be about a person; those are shown nowhere and not kept.
    """

    label: str
    soort: str
    aantal: int
    geweerd: bool = False


@dataclass(frozen=True, slots=True)
class BestandPlan:
    """One file. regels: rows read so far. rijen: the first ones and the first of each reason. eerder: an import that
    was made of the very same file, or 0. wacht: one of the same file that is paused and can go on, or 0."""

    path: Path
    naam: str
    sha256: str
    profiel: str
    regels: int
    gokken: tuple[Gok, ...]
    kolommen: tuple[Kolom, ...]
    rijen: tuple[VoorbeeldRij, ...]
    eerder: int
    wacht: int = 0


@dataclass(frozen=True, slots=True)
class Totalen:
    """Counts over all files: gelezen is the sum of the four after it. geteld: over the whole files, not a beginning.

    geweerd, klokwissel: as in Importverslag, of the rows that would be added. buiten: how many of those lie outside the
    municipality, as far as its outline is known.
    """

    gelezen: int = 0
    toevoegen: int = 0
    bestaand: int = 0
    overslaan: int = 0
    afkeuren: int = 0
    redenen: Mapping[str, int] = field(default_factory=dict)
    geteld: bool = True
    geweerd: int = 0
    klokwissel: int = 0
    buiten: int = 0


@dataclass(frozen=True, slots=True)
class Importplan:
    """What an import would do. twijfels: (file, onderdeel) that nobody confirmed yet; while there are any, nothing is
    imported. vorm_bekend: choices that were kept for this header are among keuzes."""

    bestanden: tuple[BestandPlan, ...]
    soorten: tuple[SoortRegel, ...]
    totalen: Totalen
    twijfels: tuple[tuple[int, str], ...]
    keuzes: Keuzes
    vorm_bekend: bool = False


def verken(
    session: Session, paths: Sequence[Path], keuzes: Keuzes | None = None, *, tellen: bool = True,
    progress: Progress | None = None, cancelled: Callable[[], bool] | None = None,
) -> Importplan:  # fmt: skip
    """What importing these files with these choices would do; nothing is stored.

    tellen: read the files to their end; without it only their beginning. A table in which date or position is not
    found is shown without counts, so that a person can point them out. Raises UserError geen_recht, afgebroken,
    keuze_ongeldig and those of the readers.
    """
    session.require(Handeling.IMPORTEREN, Entiteit.MELDING)
    keuzes = Keuzes() if keuzes is None else keuzes
    if keuzes.profiel not in PROFIELEN:
        raise UserError("profiel_onbekend", profiel=keuzes.profiel[:40])
    sources = [inspect_source(path) for path in paths]
    steps, known = Steps(progress, cancelled), Known(session)
    steps.begin(sum(source.size for source in sources))
    plannen, readings, counts, labels, bekend = [], [], _Counts(), Counter[str](), False
    for source in sources:
        keuzes, kept = _with_kept(session, source_reading(session, source, Keuzes(profiel=keuzes.profiel)), keuzes)
        bekend = bekend or kept
        reading = source_reading(session, source, keuzes)
        look = Kijk(reading)
        _read_through(reading, look, known, counts, steps, session.plaatsen.known_names, tellen=tellen)
        labels.update(look.labels)
        plannen.append(_plan_of(session, reading, look))
        readings.append(reading)
        steps.finish(source.size)
    twijfels = tuple(
        (at, gok.onderdeel) for at, plan in enumerate(plannen) for gok in plan.gokken if gok.in_doubt
    )  # fmt: skip
    totalen = replace(counts.totalen(geteld=tellen), buiten=_outside(session, counts))
    return Importplan(tuple(plannen), _soorten(session, readings, labels, keuzes), totalen, twijfels, keuzes, bekend)


def source_reading(session: Session, source: Bronbestand, keuzes: Keuzes) -> Bronlezing:
    """A source as these choices read it."""
    wijzer, soort = wijzer_of(keuzes), keuzes.soort or None
    return Bronlezing(source, keuzes.profiel, wijzer, soort, session.lijsten, session.now(), alleen_overlast=True)


def bewaar_vorm(session: Session, plan: Importplan) -> None:
    """Keep the choices for files with the same header; the filter on soort is of this time only."""
    session.require(Handeling.IMPORTEREN, Entiteit.MELDING)
    kept = replace(plan.keuzes, soort="").to_json()
    marks = [_fingerprint(bestand.kolommen) for bestand in plan.bestanden]

    def work(w: Writer) -> None:
        known = instellingen.get(w, _VORMEN, {})
        for mark in marks:
            known.pop(mark, None)
            known[mark] = kept
        instellingen.put(w, _VORMEN, dict(list(known.items())[-_MOST_VORMEN:]))

    session.write(work)


def _with_kept(session: Session, plain: Bronlezing, keuzes: Keuzes) -> tuple[Keuzes, bool]:
    """The choices completed with those kept for this header; what was chosen now goes first."""
    if plain.bron == police_uk.PROFIEL:
        return keuzes, False
    with session.store.read() as reader:
        known = instellingen.get(reader, _VORMEN, {})
    if not known:
        return keuzes, False
    mark = _mark_of(_header_of(plain, keuzes))
    if mark not in known:
        return keuzes, False
    kept = keuzes_from_json(known[mark])
    merged = replace(
        keuzes,
        waarden={**kept.waarden, **keuzes.waarden},
        kolommen={**kept.kolommen, **keuzes.kolommen},
        soorten={**kept.soorten, **keuzes.soorten},
        bevestigd=kept.bevestigd | keuzes.bevestigd,
    )
    return merged, True


def _header_of(plain: Bronlezing, keuzes: Keuzes) -> Sequence[str]:
    if plain.bron == signalen.PROFIEL:
        return plain.export.header
    try:
        return plain.vorm.header
    except UserError:
        # Without the choices it cannot even be read; those made now may show where the header is.
        return replace(plain, wijzer=wijzer_of(keuzes)).vorm.header if keuzes != Keuzes() else ()


def _fingerprint(kolommen: Sequence[Kolom]) -> str:
    return _mark_of([kolom.kop for kolom in kolommen])


def _mark_of(header: Sequence[str]) -> str:
    return blake2b("\x1f".join(map(normalise, header)).encode(), digest_size=12).hexdigest()


@dataclass(slots=True)
class _Counts:
    gelezen: int = 0
    toevoegen: int = 0
    bestaand: int = 0
    overslaan: int = 0
    geweerd: int = 0
    klokwissel: int = 0
    redenen: Counter[str] = field(default_factory=Counter)
    lons: array[float] = field(default_factory=lambda: array("d"))
    lats: array[float] = field(default_factory=lambda: array("d"))

    def add(self, lezing: Lezing) -> None:
        self.geweerd += lezing.geweerd
        self.klokwissel += lezing.klokwissel
        self.gelezen += lezing.gelezen
        self.overslaan += lezing.overgeslagen
        self.redenen.update(str(afkeur.reden) for afkeur in lezing.afgekeurd)

    def place(self, row: Rij) -> None:
        """Count a row that would be added, with where it lies."""
        self.toevoegen += 1
        self.lons.append(row.eigen[2])
        self.lats.append(row.eigen[3])

    def totalen(self, *, geteld: bool) -> Totalen:
        afkeuren = self.redenen.total()
        return Totalen(
            self.gelezen, self.toevoegen, self.bestaand, self.overslaan, afkeuren, dict(self.redenen), geteld,
            self.geweerd, self.klokwissel,
        )  # fmt: skip


def _outside(session: Session, counts: _Counts) -> int:
    """How many of the rows to be added lie outside the municipality; 0 where no outline is known."""
    kaart = session.kaart
    if kaart is None or not kaart.omtrek or not counts.lons:
        return 0
    return int((assign_polygons(counts.lons, counts.lats, [kaart.omtrek]) < 0).sum())


def _read_through(
    reading: Bronlezing, look: Kijk, known: Known, counts: _Counts, steps: Steps, plaatsen: frozenset[str], *,
    tellen: bool,
) -> None:  # fmt: skip
    if reading.bron == tables.PROFIEL and reading.vorm.mist:
        look.only_show(reading.vorm)
        return
    lezing = Lezing(reading.source.naam, kijker=look, plaatsen=plaatsen)
    with reading.rows(lezing) as (batches, position):
        keys = known.of(reading.bron)
        for batch in batches:
            steps.at(position())
            for row in batch:
                uitkomst = Uitkomst.BESTAAND if row.sleutel in keys else Uitkomst.TOEVOEGEN
                counts.bestaand += uitkomst is Uitkomst.BESTAAND
                if uitkomst is Uitkomst.TOEVOEGEN:
                    counts.place(row)
                keys.add(row.sleutel)
                if len(look.rows) < SHOWN_ROWS:
                    look.used(row, uitkomst)
            if not tellen and lezing.gelezen >= LOOKED_AT:
                break
    counts.add(lezing)
    look.read, look.tegenspraak = lezing.gelezen, lezing.tegenspraak


def _plan_of(session: Session, reading: Bronlezing, look: Kijk) -> BestandPlan:
    source = reading.source
    with session.store.read() as reader:
        same = [one for one in importbeheer.list_imports(reader) if one.sha256 == source.sha256]
    eerder, wacht = (next((one.nr for one in same if one.status == status), 0) for status in ("klaar", "gepauzeerd"))
    rows = tuple(look.rows[rij] for rij in sorted(look.rows))
    return BestandPlan(
        source.path, source.naam, source.sha256, reading.bron, look.read, _judged(reading.gokken, look),
        kolommen_of(reading, look, rows), rows, eerder, wacht,
    )  # fmt: skip


def _judged(gokken: Sequence[Gok], look: Kijk) -> tuple[Gok, ...]:
    """The guesses, after all rows were seen: a date further on may prove that the first rows did not tell all."""
    return tuple(
        replace(gok, zekerheid=Zekerheid.TWIJFEL) if gok.onderdeel == "volgorde" and look.tegenspraak else gok
        for gok in gokken
    )


def _soorten(
    session: Session, readings: Sequence[Bronlezing], labels: Counter[str], keuzes: Keuzes
) -> tuple[SoortRegel, ...]:  # fmt: skip
    """The labels with their code, most frequent first."""
    told = {label.casefold(): code for label, code in keuzes.soorten.items()}
    known = tables.labels_of(session.lijsten["soort"])
    exports = [reading.export for reading in readings if reading.bron == signalen.PROFIEL]
    slugs = {slug: signalen.soort_of(slug, main, {}) for one in exports for slug, main in one.categorieen.values()}

    crimes = any(reading.bron == police_uk.PROFIEL for reading in readings) and not keuzes.soort

    def code_of(label: str) -> str:
        if label.casefold() in told:
            return told[label.casefold()]
        if crimes and label != police_uk.OVERLAST:
            return ""
        return slugs[label] if label in slugs else known.get(label.casefold(), "ANDERS")

    return tuple(
        SoortRegel(label, code_of(label), count, label == WITHHELD) for label, count in labels.most_common() if label
    )
