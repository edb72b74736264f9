"""Conflicts, refusals and pairs in words: from what the use cases give to what the panels draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.moments import to_local
from boa_app.domain.straatkeuze import Keuze
from boa_app.texts import formats, label
from boa_app.ui.map.zijden import Zijde
from boa_app.ui.meldingen.detail_words import CREATED, PLACE, DetailWords, Known
from boa_app.ui.sync.conflict_parts import ConflictBeeld, Kolom, VeldBeeld
from boa_app.ui.sync.side_tile import Side
from boa_app.ui.sync.words import joined
from boa_app.usecases.conflicten import ConflictKaart, ConflictVeld, ConflictWaarde

# (lon, lat) -> street; empty where nothing is known.
Straat = Callable[[float, float], str]


class ConflictWords(QObject):
    """Says it in one language."""

    def __init__(self, lijsten: Codelijsten, language: str, street_at: Straat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lijsten, self._language, self._street_at = lijsten, language, street_at
        self._fields = DetailWords(lijsten, language, self)
        self.known = Known()

    def conflict(self, kaart: ConflictKaart, now: datetime) -> ConflictBeeld:
        """One record as the conflictenmand draws it."""
        heads = self._heads(kaart, now)
        fields = tuple(self._field(kaart, veld, now, tells_who=not heads) for veld in kaart.velden)
        return ConflictBeeld(kaart.uid, self.record(kaart, now), heads, fields)

    def record(self, thing: ConflictKaart, now: datetime) -> str:
        """What it is about, in one line."""
        return self.title_of(thing.entity, thing.moment, thing.soort, thing.plaats or thing.naam, now)

    def title_of(self, entity: str, moment: datetime | None, soort: str, place: str, now: datetime) -> str:
        """melding van 18-11-2026 om 21:05, vuurwerk, Plein."""
        name = label("entiteit", entity, self._language)
        if moment is not None:
            day = formats.date_nl(to_local(moment), self._language)
            name = self.tr("{ding} van {dag} om {tijd}").format(ding=name, dag=day, tijd=formats.time(moment))
        kind = self._lijsten["soort"].kort(soort, self._language).lower() if soort else ""
        return joined((name, kind, place))

    def name(self, veld: str) -> str:
        """The word for a field, as a heading."""
        return self.tr("Plaats") if veld == PLACE else self._fields.name(veld)

    def value(self, veld: str, value: Any) -> str:  # noqa: ANN401 - JSON values
        """One value as a person reads it; never empty."""
        if veld == PLACE and isinstance(value, dict):
            lon, lat = float(value["lon"]), float(value["lat"])
            spot = f"{formats.number(lat, self._language, 5)} {formats.number(lon, self._language, 5)}"
            return self._street_at(lon, lat) or spot
        if veld == "fotos" and isinstance(value, list) and value:
            return formats.count_of(len(value), self.tr("foto"), self.tr("foto's"), self._language)
        if veld == "keuze" and value in {str(one) for one in Keuze}:
            return label("straatkeuze", value, self._language)
        if isinstance(value, bool):
            return self.tr("ja") if value else self.tr("nee")
        if veld == CREATED:
            return self.tr("de hele melding")
        if isinstance(value, list | dict) and veld not in self._lists():
            if not value:
                return self.tr("leeg")
            return formats.count_of(len(value), self.tr("deel"), self.tr("delen"), self._language)
        return self._fields.short(veld, value, self.known) or self.tr("leeg")

    def who(self, waarde: ConflictWaarde, now: datetime) -> str:
        """u, wo 18-11 om 21:52, dit apparaat."""
        who = self.tr("u") if waarde.eigen else self.tr("collega")
        here = self.tr("dit apparaat") if waarde.dit_apparaat else ""
        return joined((who, self.at(waarde.moment, now), here, waarde.reden))

    def at(self, moment: datetime, now: datetime) -> str:
        """wo 18-11 om 21:52; with the year when it is another one."""
        local = to_local(moment)
        day = formats.list_date(local.date(), self._language)
        if local.year != to_local(now).year:
            day = formats.date_nl(local, self._language)
        return self.tr("{dag} om {tijd}").format(dag=day, tijd=formats.time(moment))

    def _lists(self) -> frozenset[str]:
        return frozenset({"soorten", "maatregelen"})

    def _heads(self, kaart: ConflictKaart, now: datetime) -> tuple[Kolom, ...]:
        """Columns hold for all fields only where the same sides gave each of them in the same minute."""
        rows = {tuple((self._whose(one, place), self.who(one, now)) for place, one in enumerate(veld.waarden))
                for veld in kaart.velden}  # fmt: skip
        if len(rows) != 1:
            return ()
        first = kaart.velden[0].waarden
        return tuple(Kolom(self._whose(one, place), self.who(one, now), one.eigen) for place, one in enumerate(first))

    def _whose(self, waarde: ConflictWaarde, place: int) -> str:
        if waarde.eigen:
            return self.tr("Mijn") if waarde.dit_apparaat or not place else self.tr("Mijn, ander apparaat")
        return self.tr("Hun") if place < 2 else self.tr("Hun, {nr}").format(nr=place)

    def _field(self, kaart: ConflictKaart, veld: ConflictVeld, now: datetime, *, tells_who: bool) -> VeldBeeld:
        sides = tuple(self._side(veld, one, place, now, tells_who) for place, one in enumerate(veld.waarden))
        notes = [] if veld.mag_kiezen else [self.tr("Alleen wie mag wijzigen, kiest")]
        if veld.afstand_m is not None:
            far = formats.distance(veld.afstand_m, self._language)
            notes.insert(0, self.tr("{afstand} verschil").format(afstand=far))
        places: tuple[Zijde, ...] = ()
        if veld.veld == PLACE and all(isinstance(one.waarde, dict) for one in veld.waarden):
            letters = self._letters(veld)
            sides = tuple(replace(side, letter=letter) for side, letter in zip(sides, letters, strict=True))
            places = tuple(
                Zijde(one.change_id, letter, f"{side.whose}: {side.text}", float(one.waarde["lon"]),
                      float(one.waarde["lat"]), one.eigen)
                for one, side, letter in zip(veld.waarden, sides, letters, strict=True)
            )  # fmt: skip
        return VeldBeeld(veld.id, self.name(veld.veld), sides, joined(notes), places, is_open=veld.mag_kiezen)

    def _side(self, veld: ConflictVeld, one: ConflictWaarde, place: int, now: datetime, tells_who: bool) -> Side:
        is_level = veld.veld == "ernst" and str(one.waarde).isdigit()
        text = self.value(veld.veld, one.waarde)
        return Side(
            one.change_id,
            f"{one.waarde} {text.lower()}" if is_level else text,
            self._whose(one, place),
            one.eigen,
            self.who(one, now) if tells_who else "",
            self.tr("nu getoond") if one.getoond else "",
            int(one.waarde) if is_level else 0,
        )

    def _letters(self, veld: ConflictVeld) -> tuple[str, ...]:
        """M and H; from the third on a number, so that none is there twice."""
        mine, theirs = self.tr("M", "letter of mine"), self.tr("H", "letter of theirs")
        letters: list[str] = []
        for place, one in enumerate(veld.waarden, start=1):
            letter = mine if one.eigen else theirs
            letters.append(str(place) if letter in letters else letter)
        return tuple(letters)
