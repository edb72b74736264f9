"""The steps of one making in order: which source gives which part, what was done before, what failed and what then.

    grenzen ──► adressen ──► straten ──► basiskaart ──► gebieden ──► manifest ──► all of it read back

Borders come first because they clip the rest; addresses before streets, for OpenStreetMap has addresses too and those
count where nothing better is given.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from boa_app.domain.errors import BoaError, EnvironmentProblem, FieldValue, UserError
from boa_app.domain.moments import to_iso, to_local
from boa_app.mapdata import bouwstappen
from boa_app.mapdata import onderdelen as o
from boa_app.mapdata.bewaring import writing_to
from boa_app.mapdata.bouw import Bouw, Stap, as_warning, fingerprint, missing
from boa_app.mapdata.manifest import (
    PART_LIMIT_BYTES,
    Bron,
    Grens,
    Manifest,
    Onderdeel,
    Waarschuwing,
    check_file,
    read_bounded,
    read_manifest,
    telling,
)
from boa_app.mapdata.pakket import Rings

if TYPE_CHECKING:
    from boa_app.mapdata.pdok import Pdok
    from boa_app.mapdata.pdok_diensten import Diensten

GRENZEN, CONTROLE = "grenzen", "controle"
# Which parts a step makes; the addresses and areas of a street file are a gift.
DELEN = {
    GRENZEN: (o.OMTREK, o.WIJKEN, o.BUURTEN),
    o.ADRESSEN: (o.ADRESSEN,),
    o.STRATEN: (o.STRATEN, o.VLAKKEN),
    o.BASISKAART: (o.BASISKAART,),
    o.GEBIEDEN: (o.GEBIEDEN,),
}
# So many editions of the borders are fetched: a melding keeps the buurt of its date.
JAREN = 4
# With these nothing else can succeed either.
_FATAL = ("schijf_vol", "map_alleen_lezen", "opslag_fout", "pdok_schijf")
_NO_LINE = "pdok_onbereikbaar"
_STOPPED = ("afgebroken", "straten_gestopt", "pdok_afgebroken")


@dataclass(frozen=True, slots=True)
class Wens:
    """What a kaartpakket is to be made of. online: everything that no file is given for comes from PDOK; needs gemeente
    (GM0353). naam: of the pakket, else the name of the gemeente, else that of a file. osm: OpenStreetMap or NWB.
    maxzoom: the detail of the tiles of PDOK; each step more is four times as many."""

    gemeente: str = ""
    naam: str = ""
    osm: Path | None = None
    buurten: Path | None = None
    tegels: Path | None = None
    adressen: Path | None = None
    gebieden: Path | None = None
    online: bool = False
    maxzoom: int = 16

    @property
    def has_files(self) -> bool:
        """Whether something can succeed without a line."""
        return any((self.osm, self.buurten, self.tegels, self.adressen, self.gebieden))


@dataclass(frozen=True, slots=True)
class Voortgang:
    """How far one step is. onderdeel: a key of DELEN, or controle. totaal 0: not known. tekstcode: lees, haal,
    controleer, klaar, eerder_klaar or mislukt."""

    onderdeel: str
    klaar: int
    totaal: int
    tekstcode: str


@dataclass(frozen=True, slots=True)
class Mislukt:
    """A step that was asked for and failed; the sentence is made of code and velden."""

    onderdeel: str
    code: str
    velden: dict[str, FieldValue]


@dataclass(frozen=True, slots=True)
class Delen:
    """What make_parts made."""

    manifest: Manifest
    mislukt: tuple[Mislukt, ...]


Progress = Callable[[Voortgang], None]
Cancelled = Callable[[], bool]
# Code and name to the folder of the kaartpakket that will be replaced, or None.
Earlier = Callable[[str, str], Path | None]


def make_parts(
    bouw: Bouw, wens: Wens, progress: Progress, cancelled: Cancelled, diensten: Diensten | None, moment: datetime,
    earlier: Earlier,
) -> Delen:  # fmt: skip
    """Make every part that was asked for and complete the kaartpakket in bouw. Raises as maak_kaartpakket."""
    with ExitStack() as stack:
        pdok = None
        if wens.online:
            from boa_app.usecases.pdoklijn import open_pdok

            pdok = stack.enter_context(open_pdok(bouw.pdok, cancelled=cancelled, diensten=diensten))
        werk = _Werk(bouw, wens, progress, cancelled, pdok, to_local(moment).strftime("%G-%V"))
        werk.run()
    if not any(stap.onderdelen for stap in werk.stappen.values()):
        raise _nothing(werk)
    progress(Voortgang(CONTROLE, 0, 0, "controleer"))
    manifest = _manifest(werk, moment)
    manifest = _with_earlier(werk, manifest, earlier(manifest.gemeente_code, manifest.naam))
    werk.check_stop()
    bouw.complete(manifest)
    progress(Voortgang(CONTROLE, 1, 1, "klaar"))
    return Delen(manifest, tuple(werk.mislukt))


@dataclass(slots=True)
class _Werk:
    """One making under way. week: what was fetched before counts as fresh within one week."""

    bouw: Bouw
    wens: Wens
    progress: Progress
    cancelled: Cancelled
    pdok: Pdok | None
    week: str
    stappen: dict[str, Stap] = field(default_factory=dict)
    mislukt: list[Mislukt] = field(default_factory=list)

    def run(self) -> None:
        wens = self.wens
        self._step(GRENZEN, wens.buurten, self._grenzen, wens.gemeente)
        self._step(o.ADRESSEN, wens.adressen, self._adressen, self._outline_mark)
        self._step(o.STRATEN, wens.osm, self._straten, f"{self._outline_mark}{o.ADRESSEN in self.stappen}")
        self._step(o.BASISKAART, wens.tegels, self._tegels)
        self._step(o.GEBIEDEN, wens.gebieden, lambda path: bouwstappen.make_gebieden(self.bouw.pakket, self._of(path)))

    @property
    def _outline_mark(self) -> str:
        """Changes when the borders do: what was clipped to other borders is made anew."""
        grenzen = self.stappen.get(GRENZEN)
        return "".join(part.sha256 for part in grenzen.onderdelen) if grenzen else ""

    def _fetched(self, naam: str) -> tuple[str, ...]:
        zoom = str(self.wens.maxzoom) if naam == o.BASISKAART else ""
        return "pdok", self.wens.gemeente, self.week, zoom

    def check_stop(self) -> None:
        if self.cancelled():
            raise UserError("afgebroken")

    def _step(self, naam: str, source: Path | None, make: Callable[[Path | None], Stap], *marks: str) -> None:
        """One step, unless nobody asked for it. What was done before for the same source is not done again."""
        if source is None and (self.pdok is None or naam == o.GEBIEDEN):
            return
        self.check_stop()
        try:
            mark = fingerprint(source, *(() if source else self._fetched(naam)), *marks)
            kept = self.bouw.done(naam, mark)
            if kept is None:
                self.bouw.forget(naam)
                self.progress(Voortgang(naam, 0, 0, "lees" if source else "haal"))
                with writing_to(self.bouw.folder):
                    kept = replace(make(source), vinger=mark)
                self.bouw.finish(naam, kept)
                self.progress(Voortgang(naam, 1, 1, "klaar"))
            else:
                self.progress(Voortgang(naam, 1, 1, "eerder_klaar"))
            self.stappen[naam] = kept
        except BoaError as error:
            self._failed(naam, error)

    def _failed(self, naam: str, error: BoaError) -> None:
        if error.code in _STOPPED or self.cancelled():
            raise UserError("afgebroken") from error
        if error.code in _FATAL or (error.code == _NO_LINE and not self.stappen and not self.wens.has_files):
            raise error
        self.mislukt.append(Mislukt(naam, error.code, dict(error.fields)))
        self.progress(Voortgang(naam, 0, 0, "mislukt"))

    def _grenzen(self, path: Path | None) -> Stap:
        if path is None:
            path = self._line.haal_grenzen(self.wens.gemeente, JAREN, meld=self._meld(GRENZEN, "haal"))
        return bouwstappen.make_grenzen(self.bouw.pakket, path, self.wens.gemeente)

    def _adressen(self, path: Path | None) -> Stap:
        if path is not None:
            return bouwstappen.make_adressen(self.bouw.pakket, path, self._omtrek())
        from boa_app.mapdata.bag import adres_van_bag
        from boa_app.mapdata.pdok_lezen import lees_adressen

        path = self._line.haal_adressen(self.wens.gemeente, meld=self._meld(o.ADRESSEN, "haal"))
        found = (adres_van_bag(*row) for row in lees_adressen(path, self._omtrek()))
        known = (one for one in found if one is not None)
        return bouwstappen.write_adressen_step(self.bouw.pakket, known, self._today)

    def _straten(self, path: Path | None) -> Stap:
        adressen = o.ADRESSEN not in self.stappen
        if path is not None:
            return bouwstappen.make_straten(
                self.bouw.pakket, path, self._omtrek(), adressen=adressen, meld=self._meld(o.STRATEN, "lees"),
                cancelled=self.cancelled,
            )  # fmt: skip
        from boa_app.mapdata.nwb import import_features
        from boa_app.mapdata.pdok_lezen import lees_wegvakken

        path = self._line.haal_straten(self.wens.gemeente, meld=self._meld(o.STRATEN, "haal"))
        found = import_features(lees_wegvakken(path), grens=self._omtrek() or None, cancelled=self.cancelled)
        dated = replace(found, bron_datum=found.bron_datum or self._today)
        return bouwstappen.write_straten(self.bouw.pakket, dated, adressen=False)

    def _tegels(self, path: Path | None) -> Stap:
        bron = None
        if path is None:
            meld = self._meld(o.BASISKAART, "haal")
            path = self._line.haal_tegels(self.wens.gemeente, maxzoom=self.wens.maxzoom, meld=meld)
            bron = replace(bouwstappen.BRT, datum=self._today)
        meld = self._meld(o.BASISKAART, "lees")
        return bouwstappen.make_tegels(self.bouw.pakket, path, bron, meld=meld, cancelled=self.cancelled)

    def _omtrek(self) -> Rings:
        """The outline the borders gave, empty without."""
        grenzen = self.stappen.get(GRENZEN)
        if grenzen is None or o.OMTREK not in {part.naam for part in grenzen.onderdelen}:
            return ()
        with telling(o.OMTREK):
            found: Rings = o.read_part(
                o.OMTREK, read_bounded(self.bouw.pakket / o.FILES[o.OMTREK][0], PART_LIMIT_BYTES)
            )
        return found

    @property
    def _today(self) -> str:
        """The day what PDOK gives is of: it serves what is in force now."""
        return self.bouw.begonnen_op[:10]

    @property
    def _line(self) -> Pdok:
        assert self.pdok is not None, "a step without a source is only taken with a line"  # noqa: S101
        return self.pdok

    def _of(self, path: Path | None) -> Path:
        assert path is not None, "these come from a file only"  # noqa: S101
        return path

    def _meld(self, naam: str, code: str) -> Callable[[int, int], None]:
        return partial(self._tell, naam, code)

    def _tell(self, naam: str, code: str, klaar: int, totaal: int) -> None:
        self.progress(Voortgang(naam, klaar, totaal, code))


def _nothing(werk: _Werk) -> BoaError:
    """Why there is no kaartpakket; when one thing is wrong, that."""
    codes = {one.code for one in werk.mislukt}
    if len(codes) != 1:
        return UserError("kaartpakket_leeg")
    only = werk.mislukt[0]
    kind = EnvironmentProblem if only.code.startswith("pdok_") else UserError
    return kind(only.code, **only.velden)


def _manifest(werk: _Werk, moment: datetime) -> Manifest:
    stappen = list(werk.stappen.values())
    found = {part.naam: part for stap in stappen for part in stap.onderdelen}
    parts = {name: found[name] for name in o.PARTS if name in found}
    grens = next((stap.grens for stap in stappen if stap.grens), None)
    code = werk.wens.gemeente or next((stap.gemeente_code for stap in stappen if stap.gemeente_code), "")
    failures = tuple(as_warning(one.onderdeel, UserError(one.code, **one.velden)) for one in werk.mislukt)
    warnings = [warning for stap in stappen for warning in stap.waarschuwingen]
    return Manifest(
        gemeente_code=code,
        naam=_naam(werk.wens, stappen) or code,
        gemaakt_op=to_iso(moment),
        grens=grens,
        middelpunt=_middle(grens),
        bronnen=tuple(bron for stap in stappen for bron in stap.bronnen),
        onderdelen=parts,
        ontbreekt=missing((*parts, o.LIJNEN)),
        waarschuwingen=(*warnings, *bouwstappen.elsewhere(stappen), *failures),
    )


def _naam(wens: Wens, stappen: list[Stap]) -> str:
    given = wens.naam.strip() or next((stap.naam for stap in stappen if stap.naam), "")
    if given:
        return given
    path = next((path for path in (wens.buurten, wens.osm, wens.tegels, wens.adressen, wens.gebieden) if path), None)
    stem = path.name.split(".")[0].replace("_", " ").strip() if path else ""
    return stem[:1].upper() + stem[1:]


def _middle(grens: Grens | None) -> tuple[float, float] | None:
    return ((grens[0] + grens[2]) / 2, (grens[1] + grens[3]) / 2) if grens else None


def _with_earlier(werk: _Werk, manifest: Manifest, folder: Path | None) -> Manifest:
    """The same with the parts of steps that failed taken over from the kaartpakket that will be replaced: a broken
    download never makes what somebody had worse."""
    if folder is None or not werk.mislukt:
        return manifest
    try:
        earlier = read_manifest(folder)
    except BoaError:
        return manifest
    wanted = [part for one in werk.mislukt for part in DELEN[one.onderdeel] if part not in manifest.onderdelen]
    taken: dict[str, Onderdeel] = {}
    for name in wanted:
        part = earlier.onderdelen.get(name)
        if part is not None and earlier.versie > 1 and _take(werk.bouw, folder, part):
            taken[name] = part
    parts = {**manifest.onderdelen, **taken}
    warnings = tuple(Waarschuwing("onderdeel_van_vorige", {"onderdeel": name}) for name in taken)
    return replace(
        manifest,
        onderdelen={name: parts[name] for name in o.PARTS if name in parts},
        bronnen=(*manifest.bronnen, *_bronnen_of(earlier, taken)),
        ontbreekt=missing((*parts, o.LIJNEN)),
        waarschuwingen=(*manifest.waarschuwingen, *warnings),
    )


def _bronnen_of(earlier: Manifest, taken: dict[str, Onderdeel]) -> tuple[Bron, ...]:
    kept = ((bron, tuple(part for part in bron.onderdelen if part in taken)) for bron in earlier.bronnen)
    return tuple(replace(bron, onderdelen=parts) for bron, parts in kept if parts)


def _take(bouw: Bouw, folder: Path, part: Onderdeel) -> bool:
    try:
        check_file(folder, part, sums=True)
    except (OSError, ValueError):
        return False
    with writing_to(bouw.folder):
        shutil.copyfile(folder / part.bestand, bouw.pakket / part.bestand)
    return True
