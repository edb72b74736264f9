"""Plain tables by their own guesses, the real samples first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boa_app.analysis.crs import to_rd
from boa_app.domain.codelijsten import Codelijsten, load_codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.melding import Melding, check_melding
from boa_app.exchange import tables
from boa_app.exchange.bron import inspect_source
from boa_app.exchange.datums import Volgorde
from boa_app.exchange.kolommen import Kolomwijzer
from boa_app.exchange.rijen import Lezing, Rij
from boa_app.exchange.tabelvorm import Tabelvorm, find_form, open_rows
from boa_app.exchange.tables import check_encoding, read_table
from boa_app.paths import resource

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def lijsten() -> Codelijsten:
    return load_codelijsten(resource("codelijsten"))


def _read(
    path: Path, lijsten: Codelijsten, wijzer: Kolomwijzer | None = None, soort: str | None = None
) -> tuple[list[Rij], Lezing, Tabelvorm]:
    wijzer, lezing = wijzer or Kolomwijzer(), Lezing(path.name)
    bron = inspect_source(path)
    bron = replace(bron, encoding=check_encoding(wijzer, bron.encoding))
    vorm = find_form(bron, wijzer, NOW)
    with open_rows(bron, vorm, lezing.reject_broken) as (cells, _):
        rows = [row for batch in read_table(cells, vorm, lezing, wijzer, lijsten, soort, NOW) for row in batch]
    return rows, lezing, vorm


def _table(folder: Path, text: str) -> Path:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    return folder / "t.csv"


def test_semicolons_decimal_commas_windows_1252(shared_data: Path, lijsten: Codelijsten) -> None:
    rows, lezing, vorm = _read(shared_data / "tables" / "a_semicolon_decimalcomma_cp1252.csv", lijsten)
    assert (vorm.delimiter, vorm.order, len(rows)) == (";", Volgorde.DAG_EERST, 2500)
    assert lezing.gelezen == 2500 == len(rows) + len(lezing.afgekeurd)
    first = rows[0].melding
    assert first.plaats == "Café de Brouwer – reünie"
    assert (first.lon, first.lat) == (6.570243, 53.224706)
    assert first.gebeurd_van == datetime(2017, 9, 19, 10, 30, tzinfo=UTC)
    assert (first.soort, first.bron_categorie, first.bron) == ("ANDERS", "Diefstal Fiets", "tabel")


def test_utf16_tabs_us_dates(shared_data: Path, lijsten: Codelijsten) -> None:
    rows, lezing, vorm = _read(shared_data / "tables" / "c_utf16_tab_usdates.txt", lijsten)
    assert (vorm.delimiter, vorm.order) == ("\t", Volgorde.MAAND_EERST)
    assert lezing.gelezen == 2500 == len(rows) + len(lezing.afgekeurd)
    assert rows[0].melding.gebeurd_van == datetime(2017, 9, 19, 10, 30, tzinfo=UTC)
    assert rows[0].melding.gebeurd_tot == datetime(2017, 9, 19, 13, 30, tzinfo=UTC)
    for row in rows:
        check_melding(row.melding, lijsten, NOW)


def test_groningen_with_both_systems(shared_data: Path, lijsten: Codelijsten) -> None:
    rows, lezing, _ = _read(shared_data / "incidents" / "groningen_incidents_clean.csv.gz", lijsten)
    assert lezing.gelezen == 15_947 == len(rows) + len(lezing.afgekeurd)
    assert rows[0].melding.lon == 6.573862


def test_memphis_is_usable_too(shared_data: Path, lijsten: Codelijsten) -> None:
    rows, lezing, _ = _read(shared_data / "incidents" / "memphis_robberies.csv", lijsten)
    assert lezing.gelezen == 2245 == len(rows)
    assert rows[0].melding.bron_categorie == "personal robbery"


def test_title_rows_rd_with_dots_and_a_total(tmp_path: Path, lijsten: Codelijsten) -> None:
    path = _table(
        tmp_path,
        "Overzicht meldingen;;;\n;;;\nDatum;Tijd;X;Y;Soort melding\n1-2-26;21:15;131.374,0;448.128,0;Stemgeluid\n"
        "2-2-26;;448128;131374;Iets anders\n3-2-26;;0;0;x\nTotaal;3;;;\n",
    )
    rows, lezing, vorm = _read(path, lijsten)
    assert vorm.header_row == 3
    assert [row.melding.soort for row in rows] == ["GEL-STEM", "ANDERS"]
    for row in rows:
        x, y = to_rd(row.melding.lon, row.melding.lat)
        assert (round(float(x)), round(float(y))) == (131374, 448128)
    assert rows[0].melding.gebeurd_van == datetime(2026, 2, 1, 20, 15, tzinfo=UTC)
    assert rows[1].melding.gebeurd_tot == datetime(2026, 2, 2, 22, 59, 59, 999_000, tzinfo=UTC)
    assert lezing.gelezen == 3
    assert [(reject.rij, reject.kolom, reject.reden) for reject in lezing.afgekeurd] == [(6, "X", "positie_nul")]


def test_own_fields_are_taken_over(tmp_path: Path, lijsten: Codelijsten) -> None:
    path = _table(
        tmp_path,
        "uid,gebeurd_van,lon,lat,soort,ernst,groepsgrootte,aanleiding,resultaat,locatietype\n"
        "a,2026-11-01T20:00:00Z,5.04,52.02,HANG,2,5–9,EIGEN,Groep vertrokken,onzin\n"
        "a,2026-11-01T20:00:00Z,5.04,52.02,HANG,,,,,\n"
        "b,2026-11-01T20:00:00Z,5.04,52.02,HANG,,,,,\n"
        "a,2026-11-01T20:00:00Z,5.04,52.02,HANG,2,5–9,EIGEN,Groep vertrokken,onzin\n",
    )
    rows, lezing, _ = _read(path, lijsten)
    melding = rows[0].melding
    assert (melding.soort, melding.ernst, melding.groepsgrootte) == ("HANG", "2", "G3")
    assert (melding.aanleiding, melding.resultaat, melding.locatietype) == ("EIGEN", "R2", "")
    assert rows[1].melding.aanleiding == "MELD-INW"
    # The same id, time and place with other contents is told, never taken for a repetition.
    assert [(one.rij, one.kolom, one.reden) for one in lezing.afgekeurd] == [(3, "uid", "id_dubbel")]
    assert [row.sleutel == rows[0].sleutel for row in rows] == [True, False, True]


def test_rejects(tmp_path: Path, lijsten: Codelijsten) -> None:
    head, good = "datum,einddatum,lon,lat\n", "1-2-2026 12:00,,5.04,52.02\n"
    bad = {
        ",,5.04,52.02": ("datum", "datum_ontbreekt"),
        "gisteren,,5.04,52.02": ("datum", "datum_ongeldig"),
        "1-2-2027,,5.04,52.02": ("datum", "datum_in_toekomst"),
        "1-2-1927,,5.04,52.02": ("datum", "datum_te_oud"),
        "0001-01,,5.04,52.02": ("datum", "datum_ongeldig"),
        "1-1-0001 00:10,,5.04,52.02": ("datum", "datum_ongeldig"),
        "31-12-9999,,5.04,52.02": ("datum", "datum_ongeldig"),
        "1-2-2026,,0.0000001,0.0000001": ("lon", "positie_nul"),
        "2-2-2026 12:00,1-2-2026,5.04,52.02": ("einddatum", "venster_omgekeerd"),
        "2-2-2026 12:00,x,5.04,52.02": ("einddatum", "datum_ongeldig"),
        "1-2-2026,,,52.02": ("lon", "positie_ontbreekt"),
        "1-2-2026,,5.04,": ("lat", "positie_ontbreekt"),
        "1-2-2026,,oost,52.02": ("lon", "positie_ongeldig"),
        "1-2-2026,,5000,52.02": ("lon", "positie_ongeldig"),
        "1-2-2026": ("lon", "positie_ontbreekt"),
    }
    rows, lezing, _ = _read(_table(tmp_path, head + good + "\n".join(bad)), lijsten)
    assert len(rows) == 1
    assert [(reject.kolom, reject.reden) for reject in lezing.afgekeurd] == list(bad.values())
    assert [reject.rij for reject in lezing.afgekeurd] == list(range(3, 3 + len(bad)))


def test_today_without_a_time_ends_now(tmp_path: Path, lijsten: Codelijsten) -> None:
    rows, _, _ = _read(_table(tmp_path, "datum,lon,lat\n20-11-2026,5.04,52.02\n"), lijsten)
    assert rows[0].melding.gebeurd_tot == NOW
    check_melding(rows[0].melding, lijsten, NOW)


def test_filter_on_soort_and_own_mapping(tmp_path: Path, lijsten: Codelijsten) -> None:
    path = _table(tmp_path, "datum|lon|lat|type\n1-2-2026|5.04|52.02|Geluid\n1-2-2026|5.04|52.02|Brand\n")
    rows, lezing, vorm = _read(path, lijsten, Kolomwijzer(soorten={"geluid": "GEL-STEM"}), "geluid")
    assert (vorm.delimiter, rows[0].melding.soort, lezing.overgeslagen) == ("|", "GEL-STEM", 1)


def test_multi_line_cells_stay_whole(tmp_path: Path, lijsten: Codelijsten) -> None:
    path = _table(tmp_path, 'datum,lon,lat,opmerking\n1-2-2026,5.04,52.02,"een\ntwee"\n1-2-2026,5.04,52.02,drie\n')
    assert len(_read(path, lijsten)[0]) == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a,b\n1,2\n", "kolommen_niet_gevonden"),
        ("alleen tekst\n", "kolommen_niet_gevonden"),
        ("datum,lon,lat," + ",".join(["x"] * 1200) + "\n", "te_veel_kolommen"),
        ("datum,lon,lat\n" + '"a"b,1,2\n' * 400, "tabel_onleesbaar"),
        ("WijkenEnBuurten,Perioden,GeregistreerdeOverlast_1\nBU03530001,2025MM03,3\n", "teltabel"),
    ],
)
def test_no_table(tmp_path: Path, lijsten: Codelijsten, text: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        _read(_table(tmp_path, text), lijsten)
    assert caught.value.code == code


def test_unreadable_further_on_costs_that_row(tmp_path: Path, lijsten: Codelijsten) -> None:
    text = "datum,lon,lat\n" + "1-2-2026,5,52\n" * 300 + '"' + "a" * 200_000 + '",1,2\n' + "1-2-2026,5,52\n"
    rows, lezing, _ = _read(_table(tmp_path, text), lijsten)
    assert (len(rows), lezing.gelezen) == (301, 302)
    assert [(reject.rij, reject.reden) for reject in lezing.afgekeurd] == [(302, "aanhalingsteken")]


def test_left_out_labels_and_a_position_in_one_cell(tmp_path: Path, lijsten: Codelijsten) -> None:
    text = "datum;geometrie;soort\n1-2-2026;POINT(5.04 52.02);a\n2-2-2026;52.02, 5.04;b\n3-2-2026;weg;b\n4-2-2026;;b\n"
    rows, lezing, _ = _read(_table(tmp_path, text), lijsten, Kolomwijzer(soorten={"A": "", "b": "VUUR"}))
    assert [(row.melding.soort, row.melding.lon, row.melding.lat) for row in rows] == [("VUUR", 5.04, 52.02)]
    assert (lezing.gelezen, lezing.overgeslagen) == (4, 1)
    told = [(reject.kolom, reject.reden) for reject in lezing.afgekeurd]
    assert told == [("geometrie", "positie_ongeldig"), ("geometrie", "positie_ontbreekt")]


def test_told_header_row_and_encoding(tmp_path: Path, lijsten: Codelijsten) -> None:
    path = _table(tmp_path, "datum,lon,lat\nwanneer,x,y\n1-2-2026,5.04,52.02\n")
    wijzer = Kolomwijzer({"datum": "wanneer"}, kopregel=2)
    assert len(_read(path, lijsten, wijzer)[0]) == 1
    assert check_encoding(wijzer, "utf-8") == "utf-8"
    assert check_encoding(Kolomwijzer(codering="CP1252"), "utf-8") == "cp1252"
    for codering in ("onzin", "rot13", "hex", "idna", "undefined", "a\0b"):
        with pytest.raises(UserError) as caught:
            check_encoding(Kolomwijzer(codering=codering), "utf-8")
        assert caught.value.code == "codering_onbekend"
    with pytest.raises(UserError):
        _read(path, lijsten, Kolomwijzer(kopregel=9))


def test_many_kinds_do_not_pile_up(tmp_path: Path, lijsten: Codelijsten, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_TEMPLATES", 3)
    lines = [f"1-2-2026,5.04,52.02,soort {number % 9}" for number in range(40)]
    rows, _, _ = _read(_table(tmp_path, "datum,lon,lat,soort\n" + "\n".join(lines)), lijsten)
    assert [row.melding.bron_categorie for row in rows] == [f"soort {number % 9}" for number in range(40)]


def test_cells_without_signs_that_turn_or_break_a_line(tmp_path: Path, lijsten: Codelijsten) -> None:
    path = _table(
        tmp_path, 'datum,lon,lat,plaats,soort\n1-2-2026,5.04,52.02,"Ple\0in\n\u202e 2","Bu\x07urt\u00a0ruzie"\n'
    )
    melding = _read(path, lijsten)[0][0].melding
    assert (melding.plaats, melding.bron_categorie) == ("Plein 2", "Buurt ruzie")
    assert Melding.from_values(melding.to_values()) == melding


def test_halves_of_characters_from_a_told_encoding(tmp_path: Path, lijsten: Codelijsten) -> None:
    (tmp_path / "t.csv").write_bytes(b"datum,lon,lat,plaats,soort\n1-2-2026,5.04,52.02,Plein\\ud800,x\\udfff\n")
    ((row,), _, _) = _read(tmp_path / "t.csv", lijsten, Kolomwijzer(codering="unicode_escape"))
    assert (row.melding.plaats, row.melding.bron_categorie) == ("Plein", "x")


def test_an_id_counts_with_time_and_place(tmp_path: Path, lijsten: Codelijsten) -> None:
    rows, _, _ = _read(
        _table(
            tmp_path,
            "id;datum;lon;lat;x\n1;1-2-2026;5,04;52,02;a\n1;2026-02-01;5.040;52.02;b\n1;2-2-2026;5,04;52,02;a\n"
            "1;1-2-2026;5,05;52,02;a\n2;1-2-2026;5,04;52,02;a\n",
        ),
        lijsten,
    )
    keys = [row.sleutel for row in rows]
    assert keys[0] == keys[1]
    assert len(set(keys)) == 4
