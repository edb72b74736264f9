"""What is said of one change: is it well formed, and may this account make it? Pure.

Never refused: a code, field or kind of a newer version. A device must always be able to bring its work in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from boa_app.domain.ids import epoch_ms
from boa_app.domain.melding import Status
from boa_app.domain.moments import from_iso
from boa_app.domain.positie import POSITIE
from boa_app.domain.roles import (
    OWN_EDIT_AFTER_SYNC,
    Actor,
    Entiteit,
    Handeling,
    Onderwerp,
    Veldgroep,
    may,
)
from boa_app.domain.velden import OUDER_VELD, entiteit_of, velden_of, veldgroep_of
from boa_app.server.backend import Recordstand
from boa_app.server.plaats import MOMENT_VELD, RASTER_VELDEN, STATUS_VELD, position_of
from boa_app.sync.clock import MAX_AHEAD
from boa_app.sync.protocol import CREATE_FIELD, SCHEMA_VERSION, Change

# A thumbnail is some 20 kB of text, the largest area some 60.
MAX_VALUE_CHARS = 256 * 1024
MAX_BASES, MAX_FIELDS, MAX_REASON = 100, 200, 1000
# A value goes out as it came: one that is nested deeper than a device can read would keep everybody's pages shut.
MAX_DEPTH = 32
# Made once: a push asks it of thousands of values.
_NESTED = (dict, list)
# What a device calls 24 hours after its own answer may be a little more by the clock of the centre.
_SLACK = 2 * MAX_AHEAD
_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_UUIDS = re.compile(f"{_UUID}(?: {_UUID})+")
_NAME = re.compile("[a-z][a-z0-9_]{0,59}")
# No \\d: it takes the digits of other scripts too, and as text those come after every moment there is.
_HLC = re.compile(r"[0-9]{13}-[0-9a-f]{4}-[^\x00-\x1f]{1,80}")
_SHA256 = re.compile("[0-9a-f]{64}")
GEEN_RECHT, ONBEKEND, CORRECTIE = "geen_recht", "record_onbekend", "correctie_nodig"
ONGELDIG, TE_GROOT, ACCOUNT = "wijziging_ongeldig", "te_groot", "account_onjuist"


def check_vorm(change: Change) -> str:
    """The code of what is wrong with the form of a change, "" when nothing is."""
    well_formed = (
        _UUIDS.fullmatch(" ".join((change.change_id, change.uid, *change.base_change_ids)))
        and _NAME.fullmatch(change.entity)
        and _HLC.fullmatch(change.hlc)
        and 0 < len(change.device) <= 80
        and "\x00" not in change.device + change.reason
        and change.schema_version >= 1
        and len(change.base_change_ids) <= MAX_BASES
        and len(change.reason) <= MAX_REASON
    )
    if not well_formed or _is_deep(change.value):
        return ONGELDIG
    if change.schema_version <= SCHEMA_VERSION and entiteit_of(change.entity) is None:
        return ONGELDIG
    if change.field == CREATE_FIELD:
        return _check_create(change)
    return _check_edit(change)


def _check_create(change: Change) -> str:
    value = change.value
    if change.base_change_ids or not isinstance(value, dict) or len(value) > MAX_FIELDS:
        return ONGELDIG
    known, checks = velden_of(change.entity), _checks(change.entity)
    named = all(name in known or _NAME.fullmatch(name) for name in value)
    fits = all(name not in value or check(value[name]) for name, check in checks.items())
    must = MOMENT_VELD.get(change.entity, "")
    return "" if named and fits and (not must or must in value) else ONGELDIG


def _check_edit(change: Change) -> str:
    check = _checks(change.entity).get(change.field)
    fits = check is None or check(change.value)
    return "" if _NAME.fullmatch(change.field) and fits else ONGELDIG


@cache
def _checks(soort: str) -> dict[str, Callable[[Any], bool]]:
    """The fields of a kind on which something depends here, each with what can stand in it."""
    found: dict[str, Callable[[Any], bool]] = {
        STATUS_VELD: _is_word, OUDER_VELD.get(soort, ""): _is_word, MOMENT_VELD.get(soort, ""): _is_moment,
        POSITIE: _is_position, "sha256": _is_sha256,
    }  # fmt: skip
    if soort == "melding":
        # They stand in a column of their own, and a column holds no U+0000.
        found |= dict.fromkeys(RASTER_VELDEN, _is_plain)
    return {name: check for name, check in found.items() if name in velden_of(soort)}


def _is_word(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    return isinstance(value, str) and len(value) <= 80 and "\x00" not in value


def _is_plain(value: Any) -> bool:  # noqa: ANN401
    return not isinstance(value, str) or _is_word(value)


def _is_deep(value: Any, depth: int = MAX_DEPTH) -> bool:  # noqa: ANN401
    if not isinstance(value, _NESTED):
        return False
    inside = value.values() if isinstance(value, dict) else value
    return depth == 0 or any(isinstance(one, _NESTED) and _is_deep(one, depth - 1) for one in inside)


def _is_position(value: Any) -> bool:  # noqa: ANN401
    return position_of(value) is not None


def _is_sha256(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, str) and _SHA256.fullmatch(value) is not None


def _is_moment(value: Any) -> bool:  # noqa: ANN401
    if not isinstance(value, str):
        return False
    try:
        from_iso(value)
    except ValueError:
        return False
    return True


class Rechter:
    """Judges the changes of one account at one moment."""

    def __init__(self, actor: Actor, now: datetime) -> None:
        self._actor = actor
        self._now = now
        self._made: dict[tuple[Entiteit, Veldgroep], bool] = {}
        self._edited: dict[tuple[Recordstand, Handeling, Veldgroep], bool] = {}

    def create(self, change: Change, groepen: Iterable[Veldgroep], ouder: Recordstand | None) -> str:
        """The code why this record may not be made, "" when it may. groepen: of what is filled in."""
        entiteit = entiteit_of(change.entity)
        if entiteit is None:
            return ""
        for groep in groepen:
            # ALLES holds what this version does not know: kept for one that does, seen by nobody but who sees all.
            if not self._may_make(entiteit, groep) and not (groep is Veldgroep.ALLES and _all_unknown(change)):
                return GEEN_RECHT
        return self._at_ouder(change, ouder)

    def edit(self, change: Change, stand: Recordstand, wall_ms: int, ouder: Recordstand | None = None) -> str:
        """The code why this field may not be changed, "" when it may. wall_ms: the clock that counts for the change;
        ouder: the record this one is moved to."""
        entiteit = entiteit_of(change.entity)
        if entiteit is None:
            return ""
        groep = veldgroep_of(change.entity, change.field)
        newer = change.field not in velden_of(change.entity)
        lapses = change.field == STATUS_VELD and change.value == Status.VERVALLEN
        handeling = Handeling.VERVALLEN if lapses else Handeling.WIJZIGEN
        groep = Veldgroep.CODES if newer else _written(groep)
        if not self._may_edit(entiteit, stand, handeling, groep):
            return GEEN_RECHT
        if change.field == OUDER_VELD.get(change.entity) and self._at_ouder(change, ouder):
            return GEEN_RECHT
        return CORRECTIE if self._needs_reason(change, stand, wall_ms) else ""

    def _may_make(self, entiteit: Entiteit, groep: Veldgroep) -> bool:
        key = entiteit, groep
        if key not in self._made:
            self._made[key] = may(self._actor, Handeling.MAKEN, entiteit, _written(groep), Onderwerp(), self._now)
        return self._made[key]

    def _may_edit(self, entiteit: Entiteit, stand: Recordstand, handeling: Handeling, groep: Veldgroep) -> bool:
        # A push holds many changes of the same few records.
        key = stand, handeling, groep
        if key not in self._edited:
            self._edited[key] = may(self._actor, handeling, entiteit, groep, self._subject(stand), self._now, "-")
        return self._edited[key]

    def _at_ouder(self, change: Change, ouder: Recordstand | None) -> str:
        """A photo changes the melding it comes with, a verwijzing belongs to whoever made the melding."""
        if ouder is None or ouder.eigenaar == self._actor.account:
            return ""
        rights = {
            "foto": (Handeling.WIJZIGEN, Entiteit.MELDING, Veldgroep.FOTO),
            "opsporingsverwijzing": (Handeling.MAKEN, Entiteit.OPSPORINGSVERWIJZING, Veldgroep.ALLES),
        }
        asked = rights.get(change.entity)
        if asked is None or may(self._actor, *asked, self._subject(ouder), self._now, "-"):
            return ""
        return GEEN_RECHT

    def _subject(self, stand: Recordstand) -> Onderwerp:
        return Onderwerp(stand.eigenaar == self._actor.account, stand.buurt, sinds=from_iso(stand.sinds))

    def _needs_reason(self, change: Change, stand: Recordstand, wall_ms: int) -> bool:
        own = stand.entity == "melding" and stand.eigenaar == self._actor.account
        if not own or change.reason.strip():
            return False
        return wall_ms > _editable_until(stand.create_received_at)


@lru_cache(maxsize=4096)
def _editable_until(received_at: str) -> int:
    """Until when own work needs no reason, in milliseconds since the epoch."""
    return epoch_ms(from_iso(received_at) + OWN_EDIT_AFTER_SYNC + _SLACK)


def _written(groep: Veldgroep) -> Veldgroep:
    """The group to ask a right of writing for: an officer writes his own name on his ronde."""
    return Veldgroep.ALLES if groep is Veldgroep.MEDEWERKER else groep


def _all_unknown(change: Change) -> bool:
    """Whether no field of a create that is known asks for a right on all of its kind."""
    known = velden_of(change.entity)
    return not any(known.get(name) is Veldgroep.ALLES for name in change.value)
