"""One source and how to read it: which profile, how its table is written, and its usable rows.

The command line, the preview of the wizard and the import itself all read through here, so they cannot differ.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.errors import UserError
from boa_app.exchange import police_uk, signalen, tables
from boa_app.exchange.bron import Bronbestand, Vorm, open_source
from boa_app.exchange.gok import Alternatief, Gok, Zekerheid
from boa_app.exchange.kolommen import Kolomwijzer
from boa_app.exchange.positiegok import ASSEN, LAT_LON, LON_LAT
from boa_app.exchange.rijen import Lezing, Rij
from boa_app.exchange.tabelvorm import Tabelvorm, find_form, open_rows

PROFIELEN = ("auto", police_uk.PROFIEL, signalen.PROFIEL, tables.PROFIEL)
Batches = Iterator[list[Rij]]


@dataclass(frozen=True)
class Bronlezing:
    """One source, how to read it and what was asked. soort: only rows with this label of the source, all when None.

    alleen_overlast: of a street file only nuisance, unless another kind was given a code (domain §9.2).
    """

    source: Bronbestand
    profiel: str
    wijzer: Kolomwijzer
    soort: str | None
    lijsten: Codelijsten
    now: datetime
    alleen_overlast: bool = False

    @cached_property
    def bron(self) -> str:
        """The profile this source is read with. Raises UserError profiel_past_niet(bestand, profiel)."""
        if self.source.vorm is Vorm.SIGNALEN or self.profiel == signalen.PROFIEL:
            if self.source.vorm is not Vorm.SIGNALEN or self.profiel not in ("auto", signalen.PROFIEL):
                raise UserError("profiel_past_niet", bestand=self.source.naam, profiel=self.profiel)
            return signalen.PROFIEL
        if self.profiel != "auto":
            return self.profiel
        return police_uk.PROFIEL if self._has_street_header() else tables.PROFIEL

    @cached_property
    def vorm(self) -> Tabelvorm:
        """How the table is written, columns may be missing; only for the profile tabel. Raises as find_form."""
        return find_form(self.told_source, self.wijzer, self.now, volledig=False)

    @cached_property
    def export(self) -> signalen.Export:
        """What the signals refer to; only for the profile signalen. Raises as load_export."""
        return signalen.load_export(self.source.path, self.source.naam)

    @property
    def told_source(self) -> Bronbestand:
        """The source with the encoding that was told, if any."""
        return replace(self.source, encoding=tables.check_encoding(self.wijzer, self.source.encoding))

    @property
    def gokken(self) -> tuple[Gok, ...]:
        """What was guessed about it. Raises as the readers."""
        if self.bron == tables.PROFIEL:
            return self.vorm.gokken
        if self.bron == signalen.PROFIEL:
            first = LAT_LON if self.export.swapped else LON_LAT
            return (Gok("assen", first, Zekerheid.ZEKER, tuple(map(Alternatief, ASSEN))),)
        return ()

    def refuse_doubt(self) -> None:
        """Raise UserError import_twijfel(bestand, wat, keuzes) for the first guess that has to be confirmed, or
        kolommen_niet_gevonden(bestand, kolommen)."""
        self._refuse_missing()
        for gok in self.gokken:
            if gok.in_doubt:
                ways = ", ".join(way.waarde for way in gok.alternatieven) or gok.voorbeeld
                raise UserError("import_twijfel", bestand=self.source.naam, wat=gok.onderdeel, keuzes=ways[:200])

    def refuse_contradiction(self, lezing: Lezing) -> None:
        """Raise UserError import_twijfel when a date further on proved that dates are not written as was guessed."""
        if lezing.tegenspraak:
            ways = ", ".join(
                way.waarde for gok in self.gokken if gok.onderdeel == "volgorde" for way in gok.alternatieven
            )
            raise UserError("import_twijfel", bestand=self.source.naam, wat="volgorde", keuzes=ways)

    def _refuse_missing(self) -> None:
        if self.bron == tables.PROFIEL and self.vorm.mist:
            raise UserError("kolommen_niet_gevonden", bestand=self.source.naam, kolommen=", ".join(self.vorm.mist))

    @contextmanager
    def rows(self, lezing: Lezing) -> Iterator[tuple[Batches, Callable[[], int]]]:
        """The usable rows in batches, and a function that gives the bytes read so far. Raises as the readers."""
        if self.bron == police_uk.PROFIEL:
            codes = {label: self.lijsten.check("soort", code) for label, code in self.wijzer.soorten.items() if code}
            left_out = {label: "" for label, code in self.wijzer.soorten.items() if not code}
            with open_source(self.source) as (text, position):
                only = self.alleen_overlast and self.soort is None
                told = codes | left_out
                yield police_uk.read_police_uk(text, lezing, self.soort, self.now, told, alleen_overlast=only), position
        elif self.bron == signalen.PROFIEL:
            with self._signals(lezing) as found:
                yield found
        else:
            self._refuse_missing()
            with open_rows(self.told_source, self.vorm, lezing.reject_broken) as (rows, position):
                lijsten, wijzer = self.lijsten, self.wijzer
                yield (
                    tables.read_table(rows, self.vorm, lezing, wijzer, lijsten, self.soort, self.now),
                    lambda: next(position),
                )

    @contextmanager
    def _signals(self, lezing: Lezing) -> Iterator[tuple[Batches, Callable[[], int]]]:
        for code in self.wijzer.soorten.values():
            if code:
                self.lijsten.check("soort", code)
        export = self.export
        expected = max(len(export.statussen), 1)
        with signalen.open_signals(self.source.path, self.source.naam, lezing.reject_broken) as rows:
            batches = signalen.read_signalen(rows, export, lezing, self.soort, self.now, self.wijzer.soorten)
            yield batches, lambda: self.source.size * min(lezing.gelezen, expected) // expected

    def _has_street_header(self) -> bool:
        if self.source.vorm is not Vorm.TEKST:
            return False
        with open_source(self.source) as (text, _), suppress(csv.Error):
            first = next(csv.reader([text.readline()]), [])
            return police_uk.is_police_uk([name.strip() for name in first])
        return False
