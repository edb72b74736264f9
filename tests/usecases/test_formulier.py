"""The form as a value: choices, what follows from them, what is copied, drafts and corrections."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.codelijsten import Codelijsten, load_codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.melding import Melding, MeldingRecord, PlaatsBron, check_melding
from boa_app.usecases.formulier import Formulier, Plaatsvoorstel, Verwijzing, has_opsporing, jops_by_distance

NOW = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)
LIJSTEN: Codelijsten = load_codelijsten(Path(__file__).parents[2] / "resources" / "codelijsten")
MAATREGEL = LIJSTEN["maatregel"]
JOPS = (
    Jop("a", "J1", "Ver weg", JopStatus.ACTIEF, 5.06, 52.03),
    Jop("b", "J2", "Zeemanlaan", JopStatus.ACTIEF, 5.041, 52.021),
    Jop("c", "J3", "Gesloten", JopStatus.GESLOTEN, 5.0401, 52.0201),
)


def filled() -> Formulier:
    form = Formulier().kies_plek(5.04, 52.02, plaats="Kloosterpad").kies_soorten(["GEL-STEM", "AFVAL"])
    form = form.kies_maatregelen(["AANSPR", "JOP"], MAATREGEL, JOPS)
    return replace(form, ernst="2", groepsgrootte="G3", resultaat="R3")


def record_of(melding: Melding, uid: str = "0197f1c0-0000-7000-8000-000000000001") -> MeldingRecord:
    return MeldingRecord(uid, 1, "GM0353", melding, "ik", NOW, NOW, NOW)


def test_a_new_form_has_the_defaults_of_the_job_and_misses_two_things() -> None:
    form = Formulier()
    assert (form.aanleiding, form.herkomst, form.regime) == ("EIGEN", "ZELF", "T")
    assert form.missing() == ("soort", "waar")
    with pytest.raises(UserError, match="veld_ontbreekt"):
        form.to_melding(NOW)


def test_a_filled_form_is_a_melding_the_rules_accept() -> None:
    melding = filled().to_melding(NOW)
    check_melding(melding, LIJSTEN, NOW + timedelta(seconds=1)) if not melding.doorverwezen_naar else None
    assert (melding.soort, melding.soorten, melding.maatregelen) == ("GEL-STEM", ("AFVAL",), ("AANSPR", "JOP"))
    assert melding.doorverwezen_naar == "b"
    assert melding.gebeurd_van == NOW


def test_geen_stands_alone_and_is_taken_back_by_another_kind() -> None:
    form = replace(filled(), ernst="3").kies_soorten(["GEL-STEM", "AFVAL", "GEEN"])
    assert (form.soorten, form.groepsgrootte, form.maatregelen) == (("GEEN",), "G0", ("GEEN",))
    assert (form.resultaat, form.ernst) == ("R7", "")
    back = form.kies_soorten(["GEEN", "HANG"])
    assert (back.soorten, back.groepsgrootte, back.maatregelen, back.resultaat) == (("HANG",), "", (), "")
    assert form.kies_soorten([]).soorten == ()


def test_the_first_kind_is_the_main_one_and_removing_it_moves_the_next_up() -> None:
    form = Formulier().kies_soorten(["VUUR", "ALC"])
    assert form.soort == "VUUR"
    assert form.kies_soorten(["ALC"]).soort == "ALC"


def test_an_o_measure_sets_the_regime_and_taking_it_away_sets_it_back() -> None:
    form = Formulier().kies_maatregelen(["AANSPR", "PV"], MAATREGEL)
    assert form.regime == "O"
    form = replace(form, verwijzingen=(Verwijzing("PV", "2026-12"),))
    back = form.kies_maatregelen(["AANSPR"], MAATREGEL)
    assert (back.regime, back.verwijzingen) == ("T", ())
    chosen = replace(Formulier(), regime="O").kies_maatregelen(["AANSPR"], MAATREGEL)
    assert chosen.regime == "O", "a regime somebody chose stays"
    assert has_opsporing(["ID"], MAATREGEL)
    assert not has_opsporing(["BESTAATNIET"], MAATREGEL)


def test_the_measure_nobody_found_fills_result_and_group() -> None:
    form = Formulier().kies_maatregelen(["GEEN"], MAATREGEL)
    assert (form.resultaat, form.groepsgrootte) == ("R7", "G0")
    kept = replace(Formulier(), resultaat="R2", groepsgrootte="G3").kies_maatregelen(["GEEN"], MAATREGEL)
    assert (kept.resultaat, kept.groepsgrootte) == ("R2", "G3")


def test_naar_jop_refers_to_the_nearest_jop_in_use_and_follows_the_pin() -> None:
    form = filled()
    assert form.doorverwezen_naar == "b"
    moved = form.kies_plek(5.06, 52.03).with_nearest_jop(JOPS)
    assert moved.doorverwezen_naar == "a"
    chosen = replace(form, doorverwezen_naar="a", jop_zelf=True).with_nearest_jop(JOPS)
    assert chosen.doorverwezen_naar == "a"
    assert form.kies_maatregelen(["AANSPR"], MAATREGEL, JOPS).doorverwezen_naar == ""
    assert form.with_nearest_jop(()).doorverwezen_naar == "b"
    names = [(jop.naam, round(metres)) for jop, metres in jops_by_distance(JOPS, (5.04, 52.02))]
    assert [name for name, _ in names] == ["Zeemanlaan", "Ver weg"]
    assert 120 <= names[0][1] <= 140
    assert jops_by_distance(JOPS, None) == []


def test_now_runs_with_the_clock_for_ten_minutes_and_then_means_when_the_form_was_begun() -> None:
    form = Formulier().begin(NOW).begin(NOW + timedelta(minutes=3))
    assert form.moment(NOW + timedelta(minutes=9)) == NOW + timedelta(minutes=9)
    assert form.is_nu(NOW + timedelta(minutes=10))
    assert form.moment(NOW + timedelta(hours=7)) == NOW
    fixed = replace(form, gebeurd_van=NOW - timedelta(hours=1))
    assert fixed.moment(NOW) == NOW - timedelta(hours=1)
    assert not fixed.is_nu(NOW)


def test_a_proposed_place_gives_way_to_a_chosen_one() -> None:
    voorstel = Plaatsvoorstel(5.03, 52.01, "Walkade", NOW, "melding")
    form = Formulier().with_voorstel(voorstel)
    assert form.plek == (5.03, 52.01)
    assert form.kies_soorten(["HANG"]).to_melding(NOW).nauwkeurigheid_m == 100.0, "nobody looked: it is a guess"
    assert form.with_voorstel(Plaatsvoorstel(1, 2, "", NOW, "bezoek")) == form
    assert Formulier().with_voorstel(None) == Formulier()
    chosen = replace(form, nauwkeurigheid_m=10.0, zelfde_groep_als="x").kies_plek(5.05, 52.02)
    assert (chosen.voorstel, chosen.plaats, chosen.nauwkeurigheid_m, chosen.zelfde_groep_als) == (None, "", None, "")
    assert form.kies_plek(5.03, 52.01).kies_soorten(["HANG"]).to_melding(NOW).nauwkeurigheid_m is None
    named = replace(form, plaats="achter de sporthal", plaats_zelf=True).kies_plek(5.05, 52.02)
    assert named.plaats == "achter de sporthal"


def test_repeat_copies_what_stays_the_same_and_nothing_of_what_happened() -> None:
    old = replace(
        filled().to_melding(NOW - timedelta(minutes=44)),
        leeftijd=("L3",), locatietype="PARK", feiten="iets", ronde="r1",
    )  # fmt: skip
    form = Formulier().herhaal(record_of(old), NOW, ronde="r1")
    assert (form.soorten, form.groepsgrootte, form.leeftijd, form.locatietype) == (
        ("GEL-STEM", "AFVAL"),
        "G3",
        ("L3",),
        "PARK",
    )
    assert (form.ernst, form.maatregelen, form.resultaat, form.feiten) == ("", (), "", "")
    assert form.plek == (5.04, 52.02)
    assert form.voorstel is not None
    assert form.moment(NOW) == NOW
    days_ago = record_of(replace(old, gebeurd_van=NOW - timedelta(days=3), ronde=""))
    assert Formulier().herhaal(days_ago, NOW).plek is None
    here = Formulier().kies_plek(5.05, 52.03).herhaal(record_of(old), NOW, ronde="r1")
    assert here.plek == (5.05, 52.03)


def test_a_draft_gives_back_every_value() -> None:
    form = replace(
        filled(), begonnen_op=NOW, feiten="riep",
        gebeurd_van=NOW - timedelta(hours=2), gebeurd_tot=NOW - timedelta(hours=1),
        duiding="lijkt afgesproken", met_collega=True, leeftijd=("L2", "L3"), niet_zelfde=("u1",),
        nauwkeurigheid_m=10.0,
        verwijzingen=(Verwijzing("PV", "PL-1", "APV-2:48", 2),), plaats_bron=PlaatsBron.ADRES, zelfde_groep_als="u2",
    )  # fmt: skip
    assert Formulier.from_concept(json.loads(json.dumps(form.to_concept()))) == form


@given(
    st.dictionaries(
        st.sampled_from([*Formulier().to_concept(), "iets"]),
        st.none() | st.text() | st.integers() | st.lists(st.text()),
    )
)
def test_a_draft_of_any_shape_opens(inhoud: dict[str, Any]) -> None:
    Formulier.from_concept(inhoud).to_concept()


def test_a_correction_holds_only_what_differs() -> None:
    stored = replace(filled().to_melding(NOW - timedelta(hours=1)), incident="i", ronde="r", feiten="a")
    form = Formulier.from_record(record_of(stored))
    assert form.changes_to(stored, NOW) == {}
    assert replace(form, ernst="3", feiten="b").changes_to(stored, NOW) == {"ernst": "3", "feiten": "b"}
    assert form.kies_soorten(["AFVAL"]).changes_to(stored, NOW) == {"soort": "AFVAL", "soorten": []}
    assert set(form.kies_plek(5.05, 52.02).changes_to(stored, NOW)) == {"lon"}


def test_niemand_keeps_where_and_when_and_nothing_of_what_was_filled_in() -> None:
    form = replace(filled(), aanleiding="GEPLAND", feiten="iets", gebeurd_van=NOW - timedelta(hours=1)).niemand()
    melding = form.to_melding(NOW)
    assert (melding.soort, melding.groepsgrootte, melding.maatregelen, melding.resultaat) == (
        "GEEN",
        "G0",
        ("GEEN",),
        "R7",
    )
    assert (melding.aanleiding, melding.feiten, melding.soorten, melding.ernst) == ("GEPLAND", "", (), "")
    assert (melding.lon, melding.lat, melding.plaats) == (5.04, 52.02, "Kloosterpad")
    assert melding.gebeurd_van == NOW - timedelta(hours=1)


def test_only_what_a_person_did_counts_as_content() -> None:
    blank = Formulier()
    assert not blank.has_content(blank)
    proposed = blank.with_voorstel(Plaatsvoorstel(5.03, 52.01, "Walkade", NOW, "melding")).begin(NOW)
    assert not proposed.has_content(blank)
    assert proposed.kies_plek(5.03, 52.011).has_content(blank)
    assert blank.kies_soorten(["HANG"]).has_content(blank)
    assert replace(proposed, plaats="hoek", plaats_zelf=True).has_content(blank)


def test_only_registrations_with_a_number_are_stored() -> None:
    form = replace(Formulier(), verwijzingen=(Verwijzing("PV", " 12-A "), Verwijzing("ID", " ")))
    assert [(one.maatregel, one.registratienummer) for one in form.stored_verwijzingen()] == [("PV", "12-A")]
