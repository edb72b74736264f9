"""The zip of Signalen: the trap of its columns, what is never read in, the codes."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.melding import check_melding
from boa_app.exchange import bron
from boa_app.exchange.bron import Vorm, inspect_source
from boa_app.exchange.rijen import Lezing, Rij
from boa_app.exchange.signalen import load_export, open_signals, read_signalen
from tests.exchange.signalenzip import GEHEIM, signal, write_zip
from tests.samples import load_lijsten

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)


def _read(path: Path, soorten: dict[str, str] | None = None, soort: str | None = None) -> tuple[list[Rij], Lezing]:
    lezing, export = Lezing(path.name), load_export(path, path.name)
    with open_signals(path, path.name, lezing.reject_broken) as rows:
        found = read_signalen(rows, export, lezing, soort, NOW, soorten or {})
        return [row for batch in found for row in batch], lezing


def test_a_signal_becomes_a_melding_without_text_or_person(tmp_path: Path) -> None:
    extra = json.dumps([{"id": "extra_personen_overig", "answer": {"id": "4-6", "label": "4 - 6"}}, {"id": "x"}])
    path = write_zip(tmp_path / "s.zip", [signal(1, extra_properties=extra)])
    assert inspect_source(path).vorm is Vorm.SIGNALEN
    ((row,), lezing) = _read(path)
    melding = row.melding
    check_melding(melding, load_lijsten(), NOW)
    assert (melding.lon, melding.lat, melding.plaats) == (5.0432, 52.0213, "Zeemanlaan")
    assert melding.gebeurd_van == datetime(2026, 2, 1, 20, 15, tzinfo=UTC)
    assert (melding.soort, melding.bron_categorie, melding.groepsgrootte) == ("ANDERS", "jongerenoverlast", "G3")
    assert (melding.bron, melding.feiten, melding.duiding) == ("signalen", "", "")
    kept = json.dumps(melding.to_values())
    assert all(word not in kept for word in (*GEHEIM.split(", "), "voorbeeld.nl", "huisnummer"))
    assert lezing.gelezen == 1


@pytest.mark.parametrize(
    ("lat", "lng", "expected"),
    [
        ("5.0432", "52.0213", (5.0432, 52.0213)),
        ("52.0213", "5.0432", (5.0432, 52.0213)),
        ("5,0432", "52,0213", (5.0432, 52.0213)),
    ],
)
def test_the_columns_of_the_place_are_told_by_their_values(
    tmp_path: Path, lat: str, lng: str, expected: tuple[float, float]
) -> None:
    ((row,), _) = _read(write_zip(tmp_path / "s.zip", [signal(1, lat=lat, lng=lng)]))
    assert (row.melding.lon, row.melding.lat) == expected
    assert load_export(tmp_path / "s.zip", "s").swapped is (float(lat.replace(",", ".")) < 10)


def test_only_nuisance_that_happened(tmp_path: Path) -> None:
    signals = [
        signal(1, "drank-en-drugsoverlast"), signal(2, "wildplassen-poepen-overgeven"), signal(3, "eigen-categorie"),
        signal(4, "daklozen-bedelen"), signal(5, "prullenbak-is-vol", main="schoon"), signal(6, state="s"),
        signal(7, state="a"), signal(8, type="QUE"), signal(9, "vuurwerkoverlast", main="openbaar"),
    ]  # fmt: skip
    path = write_zip(tmp_path / "s.zip", signals, blank_lines=True)
    rows, lezing = _read(path)
    assert [row.melding.soort for row in rows] == ["ALC", "WILD", "ANDERS", "VUUR"]
    assert (lezing.gelezen, lezing.overgeslagen) == (9, 5)
    rows, _ = _read(path, {"prullenbak-is-vol": "AFVAL", "eigen-categorie": ""})
    assert [row.melding.soort for row in rows] == ["ALC", "WILD", "AFVAL", "VUUR"]
    rows, lezing = _read(path, soort="Drank-en-drugsoverlast")
    assert (len(rows), lezing.overgeslagen) == (1, 8)


def test_rejects(tmp_path: Path) -> None:
    bad = {
        "datum_ontbreekt": {"incident_date_start": ""}, "datum_ongeldig": {"incident_date_start": "gisteren"},
        "datum_in_toekomst": {"incident_date_start": "2027-02-01T10:00:00Z"},
        "datum_te_oud": {"incident_date_start": "1927-02-01T10:00:00Z"},
        "venster_omgekeerd": {"incident_date_end": "2026-01-01T10:00:00Z"},
        "positie_ontbreekt": {"lat": ""}, "positie_ongeldig": {"lat": "oost"}, "positie_nul": {"lat": "0", "lng": "0"},
    }  # fmt: skip
    path = write_zip(tmp_path / "s.zip", [signal(nr, **fields) for nr, fields in enumerate(bad.values(), 1)])
    rows, lezing = _read(path)
    assert (rows, [str(reject.reden) for reject in lezing.afgekeurd]) == ([], list(bad))
    assert [reject.rij for reject in lezing.afgekeurd] == list(range(2, len(bad) + 2))


def test_a_window_and_the_same_signal_again(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "s.zip", [signal(1, incident_date_end="2026-02-01T22:15:00+00:00"), signal(2)])
    first, again = _read(path)[0], _read(path)[0]
    assert first[0].melding.gebeurd_tot == datetime(2026, 2, 1, 22, 15, tzinfo=UTC)
    assert [row.sleutel for row in first] == [row.sleutel for row in again]
    assert len({row.sleutel for row in first}) == 2


def test_an_export_with_a_part_missing(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "s.zip", "w") as archive:
        archive.writestr("signals.csv", "id,incident_date_start,location_id,category_assignment_id\r\n")
        archive.writestr("locations.csv", "id,lat\r\n")
    with pytest.raises(UserError) as caught:
        load_export(tmp_path / "s.zip", "s.zip")
    assert (caught.value.code, caught.value.fields["onderdeel"]) == ("signalen_onvolledig", "locations.csv: lng")


def test_a_zip_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bron, "MAX_BYTES", 100)
    with pytest.raises(UserError) as caught:
        inspect_source(write_zip(tmp_path / "s.zip", [signal(1)]))
    assert caught.value.code == "bestand_te_groot"
