"""Made-up meldingen for the example store: fictitious, seeded, and shaped like real evenings.

Per year the number is fixed; then days (summer, weekends), hours (evening), places (repeats near each other and soon
after), several calls on one event, and what a boa did about it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import Any

from boa_app.domain.ids import uuid7
from boa_app.domain.melding import Melding, PlaatsBron
from boa_app.domain.moments import local_zone, to_local
from boa_app.mapdata.pakket import Kaartpakket, Plaatspunt

JOP_PLACED = date(2022, 5, 16)
RECENT_DAYS, RECENT_COUNT = 4, 7
NEAR_REPEAT = timedelta(days=14)
# Checks that found nobody are data too, but the IVP's totals up to 2022 hold none.
CHECKS_FROM, CHECK_SHARE = 2023, 0.09
_M_LAT = 111_250.0


@dataclass(frozen=True, slots=True)
class Recept:
    """The definition file, and what the meldingen refer to. drukte: share per place. jop: uid of the JOP in use."""

    tabel: Mapping[str, Any]
    drukte: Mapping[str, float]
    pakket: Kaartpakket
    jop: str


def totals_per_year(recept: Recept, jaren: tuple[int, int], now: datetime, aantal: int | None) -> dict[int, int]:
    """How many meldingen each year gets: as defined, the running year for the part that has passed.

    aantal: the sum instead, divided in the same proportion. Years to come get none.
    """
    known, today = recept.tabel["totalen"], to_local(now).date()
    wanted: dict[int, float] = {}
    for year in range(jaren[0], jaren[1] + 1):
        total = float(known.get(str(year), known["anders"]))
        weights = _day_weights(recept, year)
        passed = sum(weight for day, weight in weights.items() if day <= today)
        wanted[year] = total if year < today.year else total * passed / sum(weights.values())
    if aantal is None:
        return {year: round(total) for year, total in wanted.items()}
    scale = aantal / max(sum(wanted.values()), 1e-9)
    exact = {year: total * scale for year, total in wanted.items()}
    counts = {year: int(total) for year, total in exact.items()}
    for year in sorted(exact, key=lambda y: counts[y] - exact[y])[: aantal - sum(counts.values())]:
        counts[year] += 1
    return counts


def make_meldingen(recept: Recept, year: int, count: int, seed: int, now: datetime) -> list[Melding]:
    """Meldingen of one local year in order of time; a year that is over is the same whenever it is made."""
    random = Random(f"{seed}-{year}")  # noqa: S311 - chance that must repeat, not secrets
    moments = _make_moments(recept, year, count, random, now)
    maker = _Maker(recept, random, now)
    for moment in moments:
        maker.add(moment)
    return sorted(maker.made, key=lambda melding: melding.gebeurd_van)


def _day_weights(recept: Recept, year: int) -> dict[date, float]:
    times = recept.tabel["tijd"]
    months = times.get(f"maand_{year}", times["maand"])
    first = date(year, 1, 1)
    days = [first + timedelta(days=number) for number in range((date(year + 1, 1, 1) - first).days)]
    return {day: months[day.month - 1] * times["weekdag"][day.weekday()] for day in days}


def _make_moments(recept: Recept, year: int, count: int, random: Random, now: datetime) -> list[datetime]:
    """Whole minutes, aware UTC, ordered, within the local year and before now; some on the last few evenings."""
    weights = {day: weight for day, weight in _day_weights(recept, year).items() if day <= to_local(now).date()}
    days, shares = list(weights), list(accumulate(weights.values()))
    last = days[-RECENT_DAYS:] if days and to_local(now).year == year and count > 5 * RECENT_COUNT else []
    hours = list(accumulate(recept.tabel["tijd"]["uur"]))
    # Not into the first or last hours of the year: a melding belongs to one year in every way of counting.
    earliest, latest = datetime(year, 1, 1, 3, tzinfo=local_zone()), datetime(year, 12, 31, 22, tzinfo=local_zone())
    latest = min(latest, now - timedelta(minutes=10))
    found: list[datetime] = []
    tries = 0
    while len(found) < count:
        tries += 1
        recent = last and len(found) < RECENT_COUNT and tries < 500
        day = random.choice(last) if recent else random.choices(days, cum_weights=shares)[0]
        hour = (6 + random.choices(range(24), cum_weights=hours)[0]) % 24
        local = datetime.combine(day + timedelta(days=hour < 6), time(hour, random.randrange(60)), tzinfo=local_zone())
        if earliest <= local <= latest:
            found.append(local.astimezone(UTC))
        elif earliest >= latest or tries > 200 * count + 5000:
            break
    return sorted(found)


@dataclass(frozen=True, slots=True)
class _Spot:
    naam: str
    locatietype: str
    lon: float
    lat: float


class _Maker:
    """Makes one melding after another; remembers the last ones, because nuisance comes back to its place."""

    def __init__(self, recept: Recept, random: Random, now: datetime) -> None:
        self.recept, self.random, self.now, self.tabel = recept, random, now, recept.tabel
        self.made: list[Melding] = []
        self.last_event = -1
        self.recent: list[tuple[datetime, _Spot]] = []
        self.plekken = [plek for plek in recept.pakket.plekken if recept.drukte.get(plek.naam, 0) > 0]
        streets = [s for s in recept.pakket.straten if s.soort == "straat"]
        self.lines = [(street.naam, line) for street in streets for line in street.lines]
        self.place_shares = lru_cache(maxsize=None)(self._place_shares)
        self.kind_shares = lru_cache(maxsize=None)(self._kind_shares)

    def add(self, moment: datetime) -> None:
        """Make one melding at this moment, or another call on the last event in its place."""
        if self.last_event >= 0 and self.random.random() < self.tabel["tijd"]["zelfde_incident_kans"]:
            again = self.made[self.last_event].gebeurd_van + timedelta(minutes=self.random.randint(4, 95))
            local = to_local(again)
            if again < self.now and local.year == to_local(moment).year and (local.month, local.day) != (12, 31):
                self.made.append(self._call_again(again))
                return
        spot = self._find_spot(moment)
        self.recent = [(at, known) for at, known in self.recent if moment - at <= NEAR_REPEAT] + [(moment, spot)]
        melding = self._tell(moment, spot)
        if melding.herkomst == "ZELF" and to_local(moment).year >= CHECKS_FROM and self.random.random() < CHECK_SHARE:
            self.made.append(_nobody(melding))
            return
        self.made.append(melding)
        self.last_event = len(self.made) - 1

    def _call_again(self, moment: datetime) -> Melding:
        """Another call on the last event: the calls share an incident, which is counted once."""
        first = self.made[self.last_event]
        incident = first.incident or uuid7(moment, self.random.getrandbits(74))
        self.made[self.last_event] = replace(first, incident=incident)
        lon, lat = self._scatter(first.lon, first.lat, 10)
        return replace(
            first, gebeurd_van=moment, gebeurd_tot=None, lon=lon, lat=lat, incident=incident, aanleiding="MELD-INW",
            herkomst="HOREN", plaats_bron=PlaatsBron.ADRES, nauwkeurigheid_m=None, feiten="", maatregelen=("INFO",),
            resultaat="R1", doorverwezen_naar="", met_collega=False, leeftijd=(),
        )  # fmt: skip

    def _find_spot(self, moment: datetime) -> _Spot:
        tijd = self.tabel["tijd"]
        if self.recent and self.random.random() < tijd["herhaling_kans"]:
            spot = self.random.choice(self.recent)[1]
            lon, lat = self._scatter(spot.lon, spot.lat, 25)
            return replace(spot, lon=lon, lat=lat)
        if self.random.random() < tijd["verspreid_kans"]:
            return self._on_a_street()
        local = to_local(moment)
        shares = self.place_shares(local.year, local.month)
        plek = self.random.choices(self.plekken, cum_weights=shares)[0]
        lon, lat = self._scatter(plek.lon, plek.lat, 24)
        naam, kind = plek.naam, plek.locatietype
        if kind == "JOP" and local.date() < JOP_PLACED:
            naam, kind = "Zeemanlaan", "PARK"
        return _Spot(naam, kind, lon, lat)

    def _on_a_street(self) -> _Spot:
        naam, line = self.random.choice(self.lines)
        place = self.random.randrange(len(line) - 1)
        (lon_a, lat_a), (lon_b, lat_b), share = line[place], line[place + 1], self.random.random()
        lon, lat = self._scatter(lon_a + share * (lon_b - lon_a), lat_a + share * (lat_b - lat_a), 5)
        return _Spot(naam, self.random.choice(("PORTIEK", "PARKEER", "SPEEL", "OVERIG")), lon, lat)

    def _tell(self, moment: datetime, spot: _Spot) -> Melding:
        local, random = to_local(moment), self.random
        soort = self._kind(local, spot)
        aanleiding = self._choose("aanleiding")
        own = aanleiding in ("EIGEN", "GEPLAND", "HOTSPOT")
        until = moment + timedelta(minutes=5 * random.randint(2, 14))
        window = until if random.random() < self.tabel["tijd"]["venster_kans"] and until < self.now else None
        maatregelen, resultaat = self._answer(soort["code"], local.date())
        return Melding(
            gebeurd_van=moment,
            gebeurd_tot=window,
            lon=spot.lon,
            lat=spot.lat,
            soort=soort["code"],
            nauwkeurigheid_m=float(random.randint(4, 14)) if own else None,
            plaats_bron=PlaatsBron.GPS if own else PlaatsBron.ADRES,
            plaats=spot.naam,
            locatietype=spot.locatietype,
            soorten=self._further(soort["code"], local, spot),
            ernst=random.choices("1234", weights=soort["ernst"])[0],
            groepsgrootte=self._choose("groepsgrootte"),
            leeftijd=(self._choose("leeftijd"),) if own else (),
            aanleiding=aanleiding,
            herkomst="ZELF" if own else "HOREN",
            feiten=random.choice(soort["feiten"]) if random.random() < 0.6 else "",
            maatregelen=maatregelen,
            resultaat=resultaat,
            doorverwezen_naar=self.recept.jop if "JOP" in maatregelen else "",
            met_collega=own and random.random() < 0.7,
        )

    def _kind(self, local: datetime, spot: _Spot) -> Mapping[str, Any]:
        kinds, shares = self.kind_shares(local.year, local.month, 6 <= local.hour < 18, spot.locatietype)
        return self.random.choices(kinds, cum_weights=shares)[0]

    def _further(self, code: str, local: datetime, spot: _Spot) -> tuple[str, ...]:
        if self.random.random() > 0.25:
            return ()
        other = str(self._kind(local, spot)["code"])
        return () if other in (code, "HANG", "ANDERS", "AGR", "VECHT") else (other,)

    def _answer(self, soort: str, day: date) -> tuple[tuple[str, ...], str]:
        maatregelen = [self._choose("maatregel")]
        if maatregelen == ["JOP"] and day < JOP_PLACED:
            maatregelen = ["WEG"]
        if soort == "AFVAL":
            maatregelen.append("AFV")
        if soort in ("AGR", "VECHT", "BRAND"):
            maatregelen.append("POL")
        resultaat = "R3" if "JOP" in maatregelen and self.random.random() < 0.7 else self._choose("resultaat")
        return tuple(maatregelen), resultaat

    def _choose(self, name: str) -> str:
        options = self.tabel["keuzes"][name]
        return str(self.random.choices(list(options), weights=list(options.values()))[0])

    def _scatter(self, lon: float, lat: float, sigma_m: float) -> tuple[float, float]:
        east, north = self.random.gauss(0, sigma_m), self.random.gauss(0, sigma_m)
        m_lon = _M_LAT * math.cos(math.radians(lat))
        return round(lon + east / m_lon, 7), round(lat + north / _M_LAT, 7)

    def _place_shares(self, year: int, month: int) -> list[float]:
        return list(accumulate(self._share(plek, f"{year}-{month:02d}") for plek in self.plekken))

    def _share(self, plek: Plaatspunt, month: str) -> float:
        share = self.recept.drukte[plek.naam]
        for rule in self.tabel["plekken_door_de_tijd"]["regels"]:
            if rule["plek"] == plek.naam and rule.get("van", "") <= month <= rule.get("tot", "9999"):
                share *= rule["factor"]
        return share

    def _kind_shares(
        self, year: int, month: int, by_day: bool, locatietype: str
    ) -> tuple[list[Mapping[str, Any]], list[float]]:
        kinds = [kind for kind in self.tabel["soort"] if _fits(kind, f"{year}-{month:02d}", by_day, locatietype)]
        weights = [kind["gewicht"] * (12 if kind.get("locatietype") else 1) for kind in kinds]
        return kinds, list(accumulate(weights))


def _fits(kind: Mapping[str, Any], month: str, by_day: bool, locatietype: str) -> bool:
    in_season = int(month[5:]) in kind.get("seizoen", range(1, 13)) and month <= kind.get("tot", "9999")
    in_place = kind.get("locatietype", locatietype) == locatietype
    return in_season and in_place and (not kind.get("overdag") or by_day or kind["code"] == "WATER")


def _nobody(melding: Melding) -> Melding:
    """The same visit, but nobody was there."""
    return replace(
        melding, gebeurd_tot=None, soort="GEEN", soorten=(), ernst="", groepsgrootte="G0", leeftijd=(), feiten="",
        maatregelen=("GEEN",), resultaat="R7", doorverwezen_naar="",
    )  # fmt: skip
