"""Identities and the list of rejected rows."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from boa_app.domain.melding import Melding
from boa_app.exchange.rijen import Afkeur, Lezing, Reden, Sjabloon, Sleutels, write_rejects
from boa_app.texts.catalogue import ZINNEN


def test_equal_rows_are_separate_and_the_same_again() -> None:
    first, second = Sleutels(), Sleutels()
    keys = [first.key_of(row) for row in ("a", "b", "a", "a")]
    assert len(set(keys)) == 4
    assert [second.key_of(row) for row in ("a", "a", "a", "b")] == [keys[0], keys[2], keys[3], keys[1]]


def test_rejects_as_a_dutch_spreadsheet(tmp_path: Path) -> None:
    lezing = Lezing("=a.csv")
    lezing.reject(7, "Longitude", Reden.POSITIE_ONTBREEKT)
    write_rejects(tmp_path / "f.csv", lezing.afgekeurd)
    raw = (tmp_path / "f.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == ["bestand", "rij", "kolom", "reden", "toelichting"]
    assert rows[1][:4] == ["'=a.csv", "7", "Longitude", "positie_ontbreekt"]
    assert all(f"afkeur_{reden}" in ZINNEN for reden in Reden)


def test_reject_holds_no_contents() -> None:
    assert Afkeur.__slots__ == ("bestand", "rij", "kolom", "reden")


def test_template_gives_whole_meldingen() -> None:
    van, tot = datetime(2026, 11, 20, 20, tzinfo=UTC), datetime(2026, 11, 20, 21, tzinfo=UTC)
    first = Melding(van, 1.0, 2.0, "HANG", ernst="2", soorten=("ALC",), maatregelen=("WEG",), bron="tabel")
    made = Sjabloon(first).make(van, tot, 5.04, 52.02, "Plein")
    assert made == replace(first, gebeurd_tot=tot, lon=5.04, lat=52.02, plaats="Plein")
    assert made.to_values() == replace(first, gebeurd_tot=tot, lon=5.04, lat=52.02, plaats="Plein").to_values()
    assert hash(made) == hash(replace(made))
