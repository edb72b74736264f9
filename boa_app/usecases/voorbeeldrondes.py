"""Rondes, fixed places, JOP's and schouwen of the example store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from boa_app.domain.ids import uuid7
from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.melding import Melding
from boa_app.domain.moments import evening_date, local_zone, to_local
from boa_app.domain.ronde import Bevinding, Bezoek, Plek, Ronde
from boa_app.domain.schouw import Schouw, SchouwGroep
from boa_app.mapdata.pakket import Kaartpakket, Plaatspunt
from boa_app.mapdata.wandeling import walk_loops

BACK_DAYS = 24
OFFICER_DAYS = 14
LONGEST = timedelta(hours=5)


def make_jops(tabel: Mapping[str, Any], pakket: Kaartpakket, now: datetime, random: Random) -> list[Jop]:
    """The JOP in use and one that is only an idea."""
    found = []
    for line in tabel["jop"]:
        plek = _plaats(pakket, line["plek"])
        placed: date | None = line.get("plaatsingsdatum")
        uid = uuid7(now, random.getrandbits(74))
        status = JopStatus(line["status"])
        found.append(Jop(uid, line["code"], line["naam"], status, plek.lon, plek.lat, line["type"], placed))
    return found


def make_plekken(pakket: Kaartpakket, jops: Sequence[Jop], now: datetime, random: Random) -> list[Plek]:
    """The places of the kaartpakket that are visited on a ronde."""
    jop_of = {jop.naam: jop.uid for jop in jops}
    return [
        Plek(uuid7(now, random.getrandbits(74)), p.naam, p.lon, p.lat, jop_of.get(p.naam, ""), p.elke_dagen)
        for p in pakket.plekken
        if p.elke_dagen > 0
    ]


def make_rondes(
    tabel: Mapping[str, Any], plekken: Sequence[Plek], meldingen: Sequence[Melding], account: str, now: datetime,
    random: Random,
) -> list[Ronde]:  # fmt: skip
    """One ronde on each of the last evenings, with the visits that fall on it; tonight none has begun.

    The last visits lie as the definition says, so that some places are due and some are late.
    """
    ago = {line["plek"]: int(line["dagen"]) for line in tabel["bezocht"]}
    today, found = evening_date(now), list[Ronde]()
    late = [m for m in meldingen if m.gebeurd_van > now - timedelta(days=BACK_DAYS + 1)]
    trouble = {(evening_date(melding.gebeurd_van), melding.plaats) for melding in late if melding.soort != "GEEN"}
    for back in range(BACK_DAYS, 0, -1):
        day = today - timedelta(days=back)
        due = [p for p in plekken if back >= ago[p.naam] and (back - ago[p.naam]) % p.elke_dagen == 0]
        if not due:
            continue
        start = datetime.combine(day, time(17 + random.randrange(3), random.randrange(60)), tzinfo=local_zone())
        begin = start.astimezone(UTC)
        uid = uuid7(begin, random.getrandbits(74))
        moment, visits = begin, []
        for plek in due:
            moment += timedelta(minutes=random.randint(12, 31))
            finding = _finding(tabel, random, trouble=(day, plek.naam) in trouble)
            visits.append(Bezoek(uuid7(moment, random.getrandbits(74)), uid, plek.uid, moment, finding))
        own = [m.gebeurd_van for m in late if m.herkomst == "ZELF" and begin <= m.gebeurd_van <= begin + LONGEST]
        einde = max([moment, *own]) + timedelta(minutes=random.randint(15, 50))
        # Who walked is dropped after fourteen days, here as in the real thing.
        found.append(Ronde(uid, begin, einde, account if back <= OFFICER_DAYS else "", tuple(visits)))
    return found


def attach_to_rondes(meldingen: Sequence[Melding], rondes: Sequence[Ronde]) -> list[Melding]:
    """Own observations made while a ronde was walked belong to it."""
    first = min((ronde.begin for ronde in rondes), default=datetime.max.replace(tzinfo=UTC))
    found = []
    for melding in meldingen:
        if melding.herkomst == "ZELF" and melding.gebeurd_van >= first:
            during = (r.uid for r in rondes if r.einde and r.begin <= melding.gebeurd_van <= r.einde)
            found.append(replace(melding, ronde=next(during, "")))
        else:
            found.append(melding)
    return found


def make_schouwen(tabel: Mapping[str, Any], pakket: Kaartpakket, now: datetime, random: Random) -> list[Schouw]:
    """The walks the IVP names, as far as they were before now."""
    found = []
    for line in tabel["schouw"]:
        routes = walk_loops(pakket, line["buurt"], line["groepen"], random)
        groups = tuple(SchouwGroep(chr(ord("A") + nr), route) for nr, route in enumerate(routes))
        uid = uuid7(now, random.getrandbits(74))
        if line["datum"] <= to_local(now).date():
            found.append(Schouw(uid, line["naam"], line["datum"], line["soort"], "afgerond", groups))
    return found


def _finding(tabel: Mapping[str, Any], random: Random, *, trouble: bool) -> Bevinding:
    if trouble:
        return Bevinding.OVERLAST
    options = tabel["keuzes"]["bevinding"]
    return Bevinding(random.choices(list(options), weights=list(options.values()))[0])


def _plaats(pakket: Kaartpakket, naam: str) -> Plaatspunt:
    return next(plek for plek in pakket.plekken if plek.naam == naam)
