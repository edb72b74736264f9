"""Search anything: one text, and everything it can mean for this person, in groups of a fixed order.

typed ─┬─ words ──> full text of meldingen ──> what the actor may list ──> newest first
       ├─ folded ─> names: places, JOP's, areas, schouwen, buurten, streets, addresses, kinds, commands, saved filters
       └─ as it is > a day, a position

What somebody typed may hold a name: it is never logged, only how many words it was and how many meldingen it gave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from boa_app.domain.audit import Actie
from boa_app.domain.melding import MeldingRecord
from boa_app.domain.moments import evening_date
from boa_app.domain.roles import Entiteit, Handeling, Recht, Veldgroep, find_rechten, has_any
from boa_app.store import audit, meldingen, zoeken
from boa_app.store.session import Writer
from boa_app.store.zoeken import to_words
from boa_app.usecases.filters import list_saved
from boa_app.usecases.meldingregels import hidden_fields, may_list
from boa_app.usecases.overzicht import Filter, Overzicht, select, to_rij
from boa_app.usecases.plaatsindex import fold
from boa_app.usecases.session import Session
from boa_app.usecases.stand import flags
from boa_app.usecases.zoekdatum import parse_day
from boa_app.usecases.zoeknamen import (
    Opdracht,
    Vondst,
    Vondstsoort,
    best_of,
    find_commands,
    find_coordinates,
    find_named,
)

LIMIT = 5
# A single letter is in nearly every text.
_SHORTEST = 2
_BEFORE, _AFTER = 24, 56
_DAY_S = 86_400
_NEVER = np.iinfo(np.uint16).max
_NONE: NDArray[np.int64] = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Groep:
    """What was found of one kind, best first. aantal: how many there are, of which these are shown."""

    soort: Vondstsoort
    vondsten: tuple[Vondst, ...]
    aantal: int


@dataclass(frozen=True, slots=True)
class Zoekuitslag:
    """The answer to one text. nrs: all meldingen that hold the words and the actor may list, newest first."""

    tekst: str
    groepen: tuple[Groep, ...]
    nrs: NDArray[np.int64] = field(default_factory=lambda: _NONE, compare=False)
    woorden: int = 0

    def vondsten(self) -> tuple[Vondst, ...]:
        """Everything in the order of the groups."""
        return tuple(found for groep in self.groepen for found in groep.vondsten)


def zoek(
    session: Session, tekst: str, overzicht: Overzicht, *, opdrachten: Sequence[Opdracht] = (), limit: int = LIMIT,
    language: str = "nl",
) -> Zoekuitslag:  # fmt: skip
    """Everything a text can mean; without words the commands and saved filters.

    opdrachten: what the window can do. limit: per kind. Never raises for what is typed, whatever it is.
    Meldingen are found once the overview is read.
    """
    wanted = fold(tekst)
    groups = {Vondstsoort.OPDRACHT: find_commands(opdrachten, wanted, limit)}
    nrs, words = _NONE, to_words(tekst)
    if has_any(session.actor.rol, Entiteit.MELDING, Handeling.LEZEN):
        groups[Vondstsoort.FILTER] = _saved(session, wanted, limit)
        if any(len(word) >= _SHORTEST for word in words):
            zoeken.catch_up(session.store)
            nrs = _find_meldingen(session, words, overzicht)
            groups[Vondstsoort.MELDING] = (_shown(session, nrs[: 2 * limit], words)[:limit], int(nrs.size))
    with session.store.read() as reader:
        groups.update(find_named(session, reader, tekst, limit, language))
    groups.update(_single(session, tekst, overzicht))
    ordered = tuple(Groep(soort, *groups[soort]) for soort in Vondstsoort if soort in groups and groups[soort][0])
    return Zoekuitslag(tekst, ordered, nrs, len(words))


def log_zoek(session: Session, uitslag: Zoekuitslag) -> None:
    """One audit line for a result that stood on the screen for 2 s or was used.

    The words may hold somebody's name, so not even a hash of them is kept: a short text is found back from its hash.
    """
    reden = f"woorden={uitslag.woorden} treffers={uitslag.nrs.size}"

    def work(writer: Writer) -> None:
        audit.append_line(
            writer, Actie.COMBINEREN, "melding", velden=("plaats", "feiten"), reden_code="zoeken", reden_tekst=reden
        )

    session.write(work)


def _single(session: Session, tekst: str, overzicht: Overzicht) -> dict[Vondstsoort, tuple[tuple[Vondst, ...], int]]:
    found: dict[Vondstsoort, tuple[tuple[Vondst, ...], int]] = {}
    day = parse_day(tekst, evening_date(session.now()))
    if day is not None and has_any(session.actor.rol, Entiteit.MELDING, Handeling.LEZEN):
        count = None
        if overzicht.is_loaded:
            # As the map counts them, so that the same number stands there.
            count = int(select(overzicht, Filter(van=day, tot=day), session.now()).nrs.size)
        found[Vondstsoort.DATUM] = ((Vondst(Vondstsoort.DATUM, day.isoformat(), "", dag=day, aantal=count),), 1)
    place = find_coordinates(tekst)
    if place is not None:
        found[Vondstsoort.COORDINATEN] = ((place,), 1)
    return found


def _saved(session: Session, wanted: str, limit: int) -> tuple[tuple[Vondst, ...], int]:
    saved = [(one.naam, Vondst(Vondstsoort.FILTER, one.uid, one.naam)) for one in list_saved(session)]
    if not wanted:
        return tuple(found for _, found in saved[:limit]), len(saved)
    return best_of(wanted, saved, limit)


def _find_meldingen(session: Session, words: Sequence[str], overzicht: Overzicht) -> NDArray[np.int64]:
    """Numbers of the meldingen with these words in what the actor may read: that a text holds a word tells of the text.

    The overview leaves out what one may not see at all; here the facts of a record that needs a reason, or more.
    """
    from_day = _facts_from_day(session)
    with session.store.read() as reader:
        found = zoeken.find_nrs(reader, words)
        in_place = zoeken.find_nrs(reader, words, only_plaats=True) if found and from_day else []
    columns = overzicht.stand.columns
    nrs = columns["nr"]
    known = _among(nrs, found)
    if from_day:
        known &= (columns["verwerkt_dag"] >= from_day) | _among(nrs, in_place)
    rows = np.flatnonzero(known & columns["zichtbaar"] & columns["actief"])
    return nrs[rows].astype(np.int64)


def _among(nrs: NDArray[np.int32], wanted: Sequence[int]) -> NDArray[np.bool_]:
    # Hits the overview does not know are of an import under way, or were saved this very moment.
    highest = int(nrs.max(initial=0))
    given = np.array(wanted, dtype=np.int64)
    return flags(highest, given[given <= highest])[nrs]


def _facts_from_day(session: Session) -> int:
    """From which day of first processing on facts may be read of whatever the map shows, in days since 1970-01-01.

    0: of all. The day on which the right ends does not count any more.
    """
    rol = session.actor.rol
    points, facts = (
        find_rechten(rol, Entiteit.MELDING, group, Handeling.LEZEN) for group in (Veldgroep.PUNT, Veldgroep.FEITEN)
    )
    limits: list[timedelta] = []
    for point in points:
        same = [fact for fact in facts if fact.bereik is point.bereik]
        if not same:
            # Shown on the map, but its facts are somebody else's: never by its words.
            return _NEVER
        limits += _limits(same[0], point)
    return int((session.now() - min(limits)).timestamp() // _DAY_S) + 1 if limits else 0


def _limits(fact: Recht, point: Recht) -> list[timedelta]:
    hooguit = fact.hooguit if fact.hooguit != point.hooguit else None
    return [limit for limit in (hooguit, fact.reden_vanaf) if limit is not None]


def _shown(session: Session, nrs: NDArray[np.int64], words: Sequence[str]) -> tuple[Vondst, ...]:
    with session.store.read() as reader:
        records = meldingen.get_by_nr(reader, nrs.tolist())
    shown = []
    for record in records:
        if may_list(session, record):
            rij = to_rij(record, session)
            part = _fragment(session, record, words)
            shown.append(Vondst(Vondstsoort.MELDING, record.uid, rij.soort, rij=rij, fragment=part))
    return tuple(shown)


def _fragment(session: Session, record: MeldingRecord, words: Sequence[str]) -> str:
    """The facts around the first word that is in them; empty when the actor may not read them, or it is not there."""
    if record.tekst_verdacht or "feiten" in hidden_fields(session, record, ""):
        return ""
    text = " ".join(record.melding.feiten.split())
    # Folded letter by letter, so that places in both texts are the same.
    plain = "".join((fold(letter) or " ")[:1] for letter in text)
    places = [place for word in words if fold(word) and (place := plain.find(fold(word))) >= 0]
    if not places:
        return ""
    start = max(0, min(places) - _BEFORE)
    start = 0 if start == 0 else text.find(" ", start) + 1
    end = min(len(text), min(places) + _AFTER)
    return ("… " if start else "") + text[start:end].strip() + (" …" if end < len(text) else "")
