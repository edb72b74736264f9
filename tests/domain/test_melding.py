"""The Melding: JSON in and out, what it refuses, and that nothing hostile gets through."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.codelijsten import Codelijsten, load_codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.ids import uuid7
from boa_app.domain.melding import (
    CODE_VELDEN,
    FUTURE_TOLERANCE,
    MAX_PLAATS,
    MAX_TEXT,
    MELDING_VELDEN,
    TEKST_VELDEN,
    VERPLICHT,
    Melding,
    MeldingRecord,
    PlaatsBron,
    Status,
    check_melding,
    parse_veld,
)
from boa_app.paths import resource

NOW = datetime(2026, 11, 20, 21, 0, tzinfo=UTC)
UID = uuid7(NOW, 0)
BASE = Melding(NOW, 5.04, 52.02, "GEL-STEM")
MINIMUM = {"gebeurd_van": "2026-11-20T21:00:00.000Z", "lon": 5.04, "lat": 52.02, "soort": "GEL-STEM"}
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
CODES = st.lists(st.sampled_from(["GEL-MUZ", "HANG", "L3", "AANSPR"]), max_size=4).map(tuple)
TIMES = st.datetimes(datetime(1990, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000)
)
MELDINGEN = st.builds(
    Melding,
    gebeurd_van=TIMES,
    lon=st.floats(-180, 180),
    lat=st.floats(-90, 90),
    soort=st.just("HANG"),
    gebeurd_tot=st.none() | TIMES,
    nauwkeurigheid_m=st.none() | st.floats(0, 1000),
    plaats_bron=st.sampled_from(PlaatsBron),
    plaats=TEXT,
    soorten=CODES,
    leeftijd=CODES,
    feiten=TEXT,
    duiding=TEXT,
    maatregelen=CODES,
    met_collega=st.booleans(),
    fotos=st.lists(TEXT, max_size=3).map(tuple),
    status=st.sampled_from(Status),
)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@pytest.fixture(scope="module")
def lijsten() -> Codelijsten:
    return load_codelijsten(resource("codelijsten"))


def refused(call: Any, *arguments: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(UserError) as caught:
        call(*arguments)
    return caught.value.code, caught.value.fields


@given(MELDINGEN)
def test_round_trip_through_json(melding: Melding) -> None:
    values = json.loads(json.dumps(melding.to_values()))
    assert Melding.from_values(values) == melding
    assert list(values) == list(MELDING_VELDEN)


@given(st.sampled_from(MELDING_VELDEN), JSON_VALUES)
def test_any_json_value_is_taken_or_refused_by_its_field(name: str, value: Any) -> None:
    try:
        melding = Melding.from_values(MINIMUM | {name: value})
    except UserError as error:
        assert error.code in ("veld_ongeldig", "veld_ontbreekt")
        assert error.fields == {"veld": name}
        assert name in VERPLICHT or error.code == "veld_ongeldig"
    else:
        # What was taken can be written, sent and read again.
        again = json.dumps(melding.to_values(), ensure_ascii=False).encode()
        assert Melding.from_values(json.loads(again)) == melding


def test_fields_are_those_of_the_design() -> None:
    design = (
        "gebeurd_van gebeurd_tot lon lat nauwkeurigheid_m plaats_bron plaats locatietype soort soorten ernst "
        "groepsgrootte leeftijd aanleiding herkomst feiten duiding maatregelen resultaat doorverwezen_naar groep "
        "incident met_collega gericht_tegen_medewerker regime ronde fotos status bron bron_categorie"
    )
    assert set(MELDING_VELDEN) == set(design.split())
    assert set(CODE_VELDEN) | set(TEKST_VELDEN) <= set(MELDING_VELDEN)


def test_it_has_no_place_for_a_person() -> None:
    words = ("naam", "melder", "kenteken", "bsn", "telefoon", "mail", "geboorte", "adres", "nationaliteit", "geslacht")
    assert not [name for name in MELDING_VELDEN if any(word in name for word in words)]


def test_minimum_takes_the_defaults_of_the_form() -> None:
    melding = Melding.from_values(MINIMUM)
    assert melding == BASE
    assert (melding.aanleiding, melding.herkomst, melding.regime, melding.status) == (
        "EIGEN",
        "ZELF",
        "T",
        Status.ACTIEF,
    )


@pytest.mark.parametrize("name", VERPLICHT)
@pytest.mark.parametrize("value", [None, "", ...])
def test_missing_field(name: str, value: object) -> None:
    values: dict[str, Any] = {key: kept for key, kept in MINIMUM.items() if key != name}
    if value is not ...:
        values[name] = value
    assert refused(Melding.from_values, values) == ("veld_ontbreekt", {"veld": name})


@pytest.mark.parametrize("call", [Melding.from_values, BASE.with_values])
def test_unknown_field_is_refused_and_cut(call: Any) -> None:
    assert refused(call, {"x" * 99: 1}) == ("veld_onbekend", {"veld": "x" * 40})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lon", "5.04"),
        ("lon", True),
        ("lon", float("nan")),
        ("lat", float("inf")),
        ("lat", 10**400),
        ("nauwkeurigheid_m", "3"),
        ("gebeurd_van", 12),
        ("gebeurd_van", "morgen"),
        ("gebeurd_van", "0001-01-01"),
        ("gebeurd_van", datetime(2026, 1, 1)),
        ("gebeurd_tot", []),
        ("soort", 1),
        ("soorten", "HANG"),
        ("soorten", {"HANG": 1}),
        ("soorten", ["HANG", 1]),
        ("fotos", None),
        ("met_collega", "ja"),
        ("met_collega", 2),
        ("plaats_bron", "telepathie"),
        ("status", None),
        ("status", ["actief"]),
        ("feiten", None),
        ("feiten", "half \ud800 paar"),
        ("feiten", "nul \0 teken"),
    ],
)
def test_wrong_value(name: str, value: object) -> None:
    assert refused(parse_veld, name, value) == ("veld_ongeldig", {"veld": name})


@pytest.mark.parametrize("name", ["gebeurd_tot", "nauwkeurigheid_m"])
def test_optional_field_may_be_empty(name: str) -> None:
    assert parse_veld(name, None) is None


def test_flags_take_what_sqlite_gives() -> None:
    assert parse_veld("met_collega", 1) is True
    assert parse_veld("met_collega", 0) is False


def test_with_values_replaces_only_those() -> None:
    changed = BASE.with_values({"ernst": "2", "maatregelen": ["AANSPR", "WEG"]})
    assert changed == replace(BASE, ernst="2", maatregelen=("AANSPR", "WEG"))
    assert refused(BASE.with_values, {"ernst": 2}) == ("veld_ongeldig", {"veld": "ernst"})


def test_full_melding_is_accepted(lijsten: Codelijsten) -> None:
    melding = replace(
        BASE, gebeurd_tot=NOW, nauwkeurigheid_m=8.0, soorten=("AFVAL",), ernst="2", groepsgrootte="G3",
        leeftijd=("L2", "L3"), maatregelen=("AANSPR", "JOP"), resultaat="R3", doorverwezen_naar=UID, incident=UID,
        ronde=UID, locatietype="PLEIN", feiten="x" * MAX_TEXT, plaats="x" * MAX_PLAATS,
    )  # fmt: skip
    check_melding(melding, lijsten, NOW)
    check_melding(replace(melding, regime="O", maatregelen=("AANSPR", "PV"), groep="G-2026-03"), lijsten, NOW)
    check_melding(replace(melding, gebeurd_tot=None), lijsten, NOW - FUTURE_TOLERANCE)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"lon": 180.1}, ("veld_ongeldig", {"veld": "lon"})),
        ({"lat": -90.1}, ("veld_ongeldig", {"veld": "lat"})),
        ({"lat": float("nan")}, ("veld_ongeldig", {"veld": "lat"})),
        ({"lon": 0.0, "lat": 0.0}, ("veld_ongeldig", {"veld": "lon"})),
        ({"nauwkeurigheid_m": -1.0}, ("veld_ongeldig", {"veld": "nauwkeurigheid_m"})),
        ({"nauwkeurigheid_m": 100_001.0}, ("veld_ongeldig", {"veld": "nauwkeurigheid_m"})),
        ({"gebeurd_van": NOW + timedelta(minutes=11)}, ("moment_in_toekomst", {})),
        ({"gebeurd_tot": NOW + timedelta(minutes=11)}, ("moment_in_toekomst", {})),
        ({"gebeurd_tot": NOW - timedelta(seconds=1)}, ("venster_omgekeerd", {})),
        ({"gebeurd_van": datetime(1989, 12, 31, tzinfo=UTC)}, ("veld_ongeldig", {"veld": "gebeurd_van"})),
        ({"soort": "BELLEN"}, ("code_onbekend", {"lijst": "soort", "waarde": "BELLEN"})),
        ({"ernst": "5"}, ("code_onbekend", {"lijst": "ernst", "waarde": "5"})),
        ({"soort": ""}, ("veld_ontbreekt", {"veld": "soort"})),
        ({"groep": "de jongens van Jan"}, ("veld_ongeldig", {"veld": "groep"})),
        ({"maatregelen": ("AANSPR", "PV")}, ("regime_past_niet", {})),
        ({"maatregelen": ("AANSPR", "X")}, ("code_onbekend", {"lijst": "maatregel", "waarde": "X"})),
        ({"maatregelen": ("AANSPR", "AANSPR")}, ("dubbele_code", {"veld": "maatregelen"})),
        ({"soorten": ("GEL-STEM",)}, ("dubbele_code", {"veld": "soorten"})),
        ({"doorverwezen_naar": "JOP Zeemanlaan"}, ("veld_ongeldig", {"veld": "doorverwezen_naar"})),
        ({"incident": "../x"}, ("veld_ongeldig", {"veld": "incident"})),
        ({"ronde": "1"}, ("veld_ongeldig", {"veld": "ronde"})),
        ({"feiten": "x" * (MAX_TEXT + 1)}, ("tekst_te_lang", {"veld": "feiten", "max": MAX_TEXT})),
        ({"plaats": "x" * (MAX_PLAATS + 1)}, ("tekst_te_lang", {"veld": "plaats", "max": MAX_PLAATS})),
    ],
)
def test_check_refuses(lijsten: Codelijsten, changes: dict[str, Any], expected: tuple[str, dict[str, Any]]) -> None:
    assert refused(check_melding, replace(BASE, **changes), lijsten, NOW) == expected


def test_record_is_not_suspect_and_not_synced_at_first() -> None:
    record = MeldingRecord(UID, 1, "GM0353", BASE, "boa", NOW, NOW, NOW)
    assert (record.tekst_verdacht, record.gesynchroniseerd_op, dict(record.koppen)) == (False, None, {})
    assert record == replace(record, koppen={"ernst": ("c1",)}), "what it was read with is no part of what it is"
