"""Histories for tests: records of every kind, changed by several devices that knew more or less of each other."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from boa_app.domain.ids import uuid7
from boa_app.domain.moments import to_iso
from boa_app.domain.positie import to_log
from boa_app.sync.clock import Hlc
from boa_app.sync.protocol import CREATE_FIELD, Change
from tests.store.samples import START, a_melding

EDITS: dict[str, dict[str, list[Any]]] = {
    "melding": {
        "ernst": ["1", "2", "3"], "feiten": ["groep bij de bank", "", "fles kapot"], "plaats": ["Zeemanlaan", "Park"],
        "soorten": [["ALC"], []], "status": ["vervallen", "actief"], "tekst_verdacht": [True, False],
        "positie": [
            {"lon": 5.05, "lat": 52.03, "nauwkeurigheid_m": 4.0, "plaats_bron": "gps"},
            {"lon": 5.01, "lat": 52.01, "nauwkeurigheid_m": None, "plaats_bron": "kaart"},
        ],
        "gebeurd_tot": [None, "2026-11-20T21:00:00.000Z"], "iets_nieuws": [1, 2],
    },
    "plek": {"naam": ["Bank", "Hek"], "elke_dagen": [1, 5], "status": ["vervallen", "actief"]},
    "ronde": {"einde": [None, "2026-11-20T22:00:00.000Z"], "status": ["vervallen", "actief"]},
    "bezoek": {"bevinding": ["RUSTIG", "OVERLAST"], "status": ["vervallen", "actief"]},
    "jop": {"status": ["proef", "gesloten"], "naam": ["JOP A", "JOP B"]},
    "opsporingsverwijzing": {"aantal": [1, 2]},
    "schouw": {"groepen": [[], [{"letter": "A", "route": [[5.0, 52.0], [5.1, 52.1]]}]], "status": ["klaar"]},
    "gebied": {"naam": ["Centrum", "Noord"], "geldig_tot": [None, "2026-12-31"]},
    "straatkeuze": {"keuze": ["verplicht", "mag", "verboden"], "reden": ["", "achterpad"], "status": ["vervallen"]},
    "doorgeefsignaal": {"onderwerp": ["a", "b"]},
}  # fmt: skip


class Verleden:
    """Makes changes with rising clocks; everything drawn from one seed."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.now = START - timedelta(days=1)
        self.changes: list[Change] = []
        self.uids: dict[str, list[str]] = {}

    def make(self, entity: str) -> Change | None:
        """A record of this kind, None when what it stands under is not there yet."""
        values = self._values(entity)
        if values is None:
            return None
        uid = uuid7(self._tick())
        self.uids.setdefault(entity, []).append(uid)
        return self._add(entity, uid, CREATE_FIELD, values, ())

    def edit(self, entity: str) -> Change | None:
        """One field of some record, based on one or more changes of that field that were known to its maker."""
        if entity not in self.uids:
            return None
        uid = self.draw.choice(self.uids[entity])
        field = self.draw.choice(sorted(EDITS[entity]))
        of_record = [change for change in self.changes if change.uid == uid]
        known = [change for change in of_record if change.field == field] or of_record[:1]
        bases = self.draw.sample(known, self.draw.randint(1, min(2, len(known))))
        value = self.draw.choice(EDITS[entity][field])
        return self._add(entity, uid, field, value, tuple(base.change_id for base in bases))

    def some(self, count: int) -> list[Change]:
        """So many makes and edits of any kind."""
        for _ in range(count):
            entity = self.draw.choice([*EDITS, "melding", "melding"])
            if self.draw.random() < 0.4:
                self.make(entity)
            else:
                self.edit(entity)
        return self.changes

    def _tick(self) -> Any:
        self.now += timedelta(seconds=7)
        return self.now

    def _add(self, entity: str, uid: str, field: str, value: Any, bases: tuple[str, ...]) -> Change:
        moment = self._tick()
        device = f"019a9f00-0000-7000-8000-00000000000{self.draw.randint(3, 6)}"
        # Clocks differ: the newest change is not always the last that was made.
        skewed = moment + timedelta(seconds=self.draw.randint(-60, 60))
        hlc = str(Hlc(int(skewed.timestamp() * 1000), 0, device))
        change = Change(uuid7(moment), device, "boa" + device[-1], entity, uid, field, value, bases, hlc)
        self.changes.append(change)
        return change

    def _values(self, entity: str) -> dict[str, Any] | None:
        one = {kind: self.draw.choice(uids) for kind, uids in self.uids.items()}
        needs = {"bezoek": ("ronde", "plek"), "opsporingsverwijzing": ("melding",)}.get(entity, ())
        if any(need not in one for need in needs):
            return None
        values: dict[str, Any] = {
            "melding": to_log(a_melding(feiten="muziek", plaats="Park", ernst="1").to_values())
            | {"tekst_verdacht": False, "eerste_verwerking_op": to_iso(START), "bron_sleutel": ""},
            "plek": {"naam": "Bankje", "positie": {"lon": 5.04, "lat": 52.02}, "jop": "", "elke_dagen": 3}
            | {"status": "actief"},
            "ronde": {"begin": to_iso(START), "einde": None, "medewerker": "boa3", "status": "actief"},
            "bezoek": {"ronde": one.get("ronde"), "plek": one.get("plek"), "moment": to_iso(START)}
            | {"bevinding": "NIEMAND", "status": "actief"},
            "jop": {"code": "A", "naam": "JOP", "status": "idee", "positie": {"lon": 5.0, "lat": 52.0}, "type": "BANK"}
            | {"plaatsingsdatum": "2026-04-01", "proef_tot": None},
            "opsporingsverwijzing": {"melding": one.get("melding"), "maatregel": "HALT", "registratienummer": "PL-1"}
            | {"artikel": "", "aantal": 1},
            "schouw": {"naam": "Najaar", "datum": "2026-11-24", "soort": "avond", "status": "gepland"}
            | {"groepen": [{"letter": "A", "route": [[5.04, 52.02], [5.05, 52.03]]}]},
            "gebied": {"naam": "Wijk", "soort": "CAMERA"}
            | {"ringen": [[[5.0, 52.0], [5.1, 52.0], [5.0, 52.1], [5.0, 52.0]]]}
            | {"besluit": "", "geldig_van": None, "geldig_tot": None, "status": "actief"},
            "straatkeuze": {"keuze": "verplicht", "naam": "Zeemanlaan", "weg_id": "7", "reden": "", "status": "actief"}
            | {"lijn": [[5.04, 52.02], [5.041, 52.021]]},
            "doorgeefsignaal": {"onderwerp": "woonoverlast"},
        }[entity]
        return values
