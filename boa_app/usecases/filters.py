"""Filters kept under a name, in the store of who made them: no meldingen, only what is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from boa_app.domain.errors import UserError
from boa_app.domain.ids import uuid7
from boa_app.domain.roles import Entiteit, Handeling, Veldgroep
from boa_app.store import instellingen
from boa_app.store.session import Reader, Writer
from boa_app.usecases.changes import Changes, Done, Undo, UndoSoort
from boa_app.usecases.overzicht import Filter
from boa_app.usecases.session import Session

SETTING = "filters"
MAX_NAME, MAX_FILTERS = 60, 50
_DATES = ("van", "tot")
_SETS = ("soorten", "buurten", "dagdelen", "ernst", "gebieden", "aanleidingen", "groepsgrootten")
# A search result is a list of numbers of one moment: it is not kept, and neither are the words that gave it.
_NOT_KEPT = "nrs"


@dataclass(frozen=True, slots=True)
class BewaardFilter:
    """A filter with its name. periode: the code of a period that moves with today; empty: the dates of the filter."""

    uid: str
    naam: str
    filter: Filter
    periode: str = ""


def filter_to_json(wanted: Filter) -> dict[str, Any]:
    """What a filter leaves out, as JSON values; what holds for all is left away, and so is a search result."""
    told: dict[str, Any] = {}
    for name, value in asdict(wanted).items():
        if name == _NOT_KEPT or value in (None, False, frozenset()):
            continue
        told[name] = value.isoformat() if name in _DATES else sorted(value) if name in _SETS else value
    return told


def filter_from_json(told: Mapping[str, Any]) -> Filter:
    """The filter of JSON values. Raises UserError filter_onleesbaar for what is none."""
    try:
        return Filter(**{name: _parse(name, value) for name, value in told.items()})
    except (TypeError, ValueError, AttributeError) as error:
        raise UserError("filter_onleesbaar") from error


def lijst_filters(session: Session) -> tuple[BewaardFilter, ...]:
    """The kept filters by name. Raises UserError geen_recht."""
    session.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES)
    return list_saved(session)


def list_saved(session: Session) -> tuple[BewaardFilter, ...]:
    """The kept filters by name, for who asked the right already. One of a newer version that is not understood here
    is left out, and stays kept."""
    with session.store.read() as reader:
        kept = _read(reader)
    found = []
    for one in kept:
        try:
            wanted = filter_from_json(one["filter"])
        except UserError:
            continue
        found.append(BewaardFilter(one["uid"], one["naam"], wanted, one.get("periode", "")))
    return tuple(sorted(found, key=lambda saved: saved.naam.casefold()))


def bewaar_filter(session: Session, naam: str, wanted: Filter, periode: str = "") -> Done:
    """Keep a filter under a name; one with that name is replaced, which can be taken back.

    periode: as in BewaardFilter. Raises UserError geen_recht, filter_naam_ontbreekt, filter_naam_te_lang(max),
    te_veel_filters(max).
    """
    session.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES)
    naam = " ".join(naam.split())
    if not naam:
        raise UserError("filter_naam_ontbreekt")
    if len(naam) > MAX_NAME:
        raise UserError("filter_naam_te_lang", max=MAX_NAME)
    uid = uuid7(session.now())
    made = {"uid": uid, "naam": naam, "filter": filter_to_json(wanted), "periode": periode}

    def work(writer: Writer) -> list[dict[str, Any]]:
        kept = _read(writer)
        same = [one for one in kept if one["naam"].casefold() == naam.casefold()]
        others = [one for one in kept if one not in same]
        if len(others) >= MAX_FILTERS:
            raise UserError("te_veel_filters", max=MAX_FILTERS)
        instellingen.put(writer, SETTING, [*others, made])
        return same

    replaced = session.write(work)
    return Done(Changes(filters=True), uid, _undo(uid, back=replaced, gone=[made]))


def verwijder_filter(session: Session, uid: str) -> Done:
    """Keep a filter no longer; that can be taken back. Raises UserError geen_recht, filter_onbekend."""
    session.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES)

    def work(writer: Writer) -> list[dict[str, Any]]:
        kept = _read(writer)
        gone = [one for one in kept if one["uid"] == uid]
        if not gone:
            raise UserError("filter_onbekend")
        instellingen.put(writer, SETTING, [one for one in kept if one not in gone])
        return gone

    gone = session.write(work)
    return Done(Changes(filters=True), uid, _undo(uid, back=gone, gone=[]))


def maak_filter_ongedaan(session: Session, undo: Undo) -> Done:
    """Bring back what keeping or throwing away a filter took, and take away what it made."""
    back, gone = undo.values["terug"], undo.values["weg"]

    def work(writer: Writer) -> None:
        names = {one["naam"].casefold() for one in back}
        uids = {one["uid"] for one in (*back, *gone)}
        kept = [one for one in _read(writer) if one["uid"] not in uids and one["naam"].casefold() not in names]
        instellingen.put(writer, SETTING, [*kept, *back])

    session.write(work)
    return Done(Changes(filters=True), undo.uid, _undo(undo.uid, back=gone, gone=back))


def _undo(uid: str, *, back: list[dict[str, Any]], gone: list[dict[str, Any]]) -> Undo:
    return Undo(UndoSoort.FILTER, uid, {"terug": back, "weg": gone})


def _read(reader: Reader) -> list[dict[str, Any]]:
    kept: list[dict[str, Any]] = instellingen.get(reader, SETTING, [])
    return kept


def _parse(name: str, value: Any) -> Any:  # noqa: ANN401 - JSON values in, field values out
    if name not in _KNOWN:
        raise ValueError(name)
    if name in _DATES:
        return date.fromisoformat(value)
    if name in _SETS:
        if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
            raise TypeError(name)
        return frozenset(value)
    kind = bool if name == "met_vervallen" else int
    if type(value) is not kind:
        raise TypeError(name)
    return value


_KNOWN = {one.name for one in fields(Filter)} - {_NOT_KEPT}
