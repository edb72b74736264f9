from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from boa_app.domain.moments import to_iso
from boa_app.domain.roles import OVERAL
from boa_app.server.backend import Recordstand
from boa_app.server.plaats import position_of, scope_velden, stand_of, with_ouder

MADE = datetime(2026, 11, 1, tzinfo=UTC)


def find(lon: float, lat: float) -> str:
    return "oost" if lon > 5 else "west"


def stand(soort: str, values: dict[str, Any]) -> Recordstand:
    return stand_of(soort, "u", values, "acc", MADE, "2026-11-20T12:00:00.000Z", find)


def test_a_melding_counts_from_when_it_happened_and_lies_where_it_was() -> None:
    found = stand("melding", {
        "gebeurd_van": "2026-11-02T10:00:00+01:00", "positie": {"lon": 5.1, "lat": 52}, "tekst_verdacht": True,
        "status": "vervallen",
    })  # fmt: skip
    assert found.sinds == "2026-11-02T09:00:00.000Z"
    assert (found.buurt, found.lon, found.lat, found.verdacht, found.status) == ("oost", 5.1, 52.0, 1, "vervallen")


def test_other_kinds_count_from_when_they_were_made() -> None:
    found = stand("gebied", {"naam": "G"})
    assert (found.sinds, found.buurt, found.status, found.lon) == (to_iso(MADE), "", "actief", None)
    assert stand("ronde", {"begin": "2026-11-03T00:00:00Z"}).buurt == OVERAL
    assert stand("melding", {"gebeurd_van": "geen tijd"}).sinds == to_iso(MADE)


def test_what_belongs_to_a_melding_is_seen_by_who_sees_the_melding() -> None:
    melding = stand("melding", {"gebeurd_van": "2026-01-01T00:00:00Z", "positie": {"lon": 5.1, "lat": 52}})
    melding = melding._replace(eigenaar="ander")
    foto = with_ouder(stand("foto", {"bij": "m"}), melding)
    assert (foto.eigenaar, foto.buurt, foto.sinds) == ("ander", "oost", melding.sinds)
    assert foto.ouder == "m"
    plek = stand("plek", {"positie": {"lon": 5.1, "lat": 52}})._replace(eigenaar="ander")
    bezoek = with_ouder(stand("bezoek", {"plek": "p", "moment": "2026-11-03T00:00:00Z"}), plek)
    assert (bezoek.eigenaar, bezoek.buurt, bezoek.sinds) == ("acc", "oost", "2026-11-03T00:00:00.000Z")
    assert with_ouder(foto, None) == foto


@pytest.mark.parametrize(
    "value",
    [None, "x", [], {}, {"lon": 5}, {"lon": True, "lat": 52}, {"lon": "5", "lat": 52}, {"lon": 181, "lat": 52},
     {"lon": float("nan"), "lat": 52}, {"lon": 5, "lat": float("inf")}],
)  # fmt: skip
def test_what_is_no_position_has_no_place(value: Any) -> None:
    assert position_of(value) is None


def test_rights_depend_on_these_fields() -> None:
    assert scope_velden("melding") == {"positie", "status", "gebeurd_van", "tekst_verdacht", "soort", "incident"}
    assert scope_velden("foto") == {"positie", "status", "bij"}
    assert scope_velden("iets_nieuws") == {"positie", "status"}
