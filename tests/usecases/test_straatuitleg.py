"""Why a piece of street counts as it does: from the tags of its source, and what people decided."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from boa_app.domain.straatkeuze import Keuze
from boa_app.mapdata.netwerk import Klasse
from boa_app.texts.straatwoorden import WOORDEN
from boa_app.usecases.straatnet import Straatnet, pas_toe
from boa_app.usecases.straatuitleg import leg_uit
from tests.mapdata.straatnetten import net
from tests.usecases.test_straatnet import on

V, L, X = Klasse.VERPLICHT, Klasse.VERBINDING, Klasse.VERBODEN
CASES = [
    ("Laan", "residential", {}, V, "straat_met_naam"), ("", "living_street", {}, V, "straat_woonerf"),
    ("", "service", {"service": "alley"}, V, "straat_achterpad"), ("", "footway", {}, V, "straat_pad"),
    ("", "track", {}, V, "straat_ingedeeld"), ("", "footway", {"footway": "sidewalk"}, L, "straat_stoep"),
    ("Laan", "footway", {"footway": "crossing"}, L, "straat_stoep"),
    ("", "service", {"service": "driveway"}, L, "straat_oprit"), ("", "residential", {}, L, "straat_zonder_naam"),
    ("", "footway", {}, L, "straat_ingedeeld"), ("", "service", {"access": "private"}, X, "straat_prive"),
    ("", "footway", {"foot": "no"}, X, "straat_geen_voetganger"), ("", "service", {}, X, "straat_gesloten"),
    ("Laan", "residential", {}, L, "straat_ingedeeld"),
]  # fmt: skip


def one_street(naam: str, soort: str, tags: dict[str, str], klasse: Klasse, length_m: float = 84.0) -> Straatnet:
    netwerk = net(((0.0, 0.0), (length_m, 0.0)), names=(naam,), klassen=(klasse,))
    netwerk = replace(netwerk, soorten=(soort,), kenmerken=(json.dumps(tags),))
    return Straatnet(netwerk, pas_toe(netwerk, []), (), np.zeros(1, dtype=np.int32))


@pytest.mark.parametrize(("naam", "soort", "tags", "klasse", "code"), CASES)
def test_the_source_says_why(naam: str, soort: str, tags: dict[str, str], klasse: Klasse, code: str) -> None:
    told = leg_uit(one_street(naam, soort, tags, klasse), 0)
    assert (told.code, told.bron, round(told.lengte_m)) == (code, "OSM", 84)
    assert told.keuze is None and not told.dubbel
    assert code in WOORDEN


def test_a_short_path_is_told_as_short() -> None:
    assert leg_uit(one_street("", "path", {}, L, 12.0), 0).code == "straat_kort_pad"


def test_the_choice_of_people_stands_beside_it() -> None:
    straten = one_street("Laan", "residential", {}, V)
    made = [on(straten.netwerk, 0, Keuze.MAG, "k1"), on(straten.netwerk, 0, Keuze.VERBODEN, "k2")]
    told = leg_uit(replace(straten, geldend=pas_toe(straten.netwerk, made)), 0)
    assert told.keuze is not None and told.keuze.uid == "k2" and told.dubbel
    assert told.code == "straat_met_naam"
