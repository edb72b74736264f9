"""data.police.uk: the real files add up, and the lean path refuses what check_melding would."""

from __future__ import annotations

import csv
import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boa_app.domain.codelijsten import load_codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.melding import Melding, check_melding
from boa_app.exchange import police_uk
from boa_app.exchange.police_uk import is_police_uk, read_police_uk
from boa_app.exchange.rijen import Lezing, Rij
from boa_app.paths import resource

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    "Last outcome category,Context\n"
)
ROW = ",2023-01,A,A,-2.516919,51.423683,On or near X,E0,L,Anti-social behaviour,,\n"


def _read(text: str, soort: str | None = None, now: datetime = NOW) -> tuple[list[Rij], Lezing]:
    lezing = Lezing("a.csv")
    rows = [row for batch in read_police_uk(io.StringIO(text, newline=""), lezing, soort, now) for row in batch]
    return rows, lezing


def test_one_row() -> None:
    (row,), lezing = _read(HEADER + ROW)
    melding, sleutel = row.melding, row.sleutel
    assert melding == Melding(
        gebeurd_van=datetime(2022, 12, 31, 23, tzinfo=UTC),
        gebeurd_tot=datetime(2023, 1, 31, 22, 59, 59, 999_000, tzinfo=UTC),
        lon=-2.516919,
        lat=51.423683,
        soort="ANDERS",
        plaats_bron=melding.plaats_bron,
        plaats="On or near X",
        aanleiding="MELD-POL",
        herkomst="DOC",
        bron="police-uk",
        bron_categorie="Anti-social behaviour",
    )
    assert melding.plaats_bron == "import"
    assert sleutel.endswith("-0")
    assert (lezing.gelezen, lezing.overgeslagen, lezing.afgekeurd) == (1, 0, [])


def test_equal_rows_are_separate_incidents() -> None:
    rows, _ = _read(HEADER + ROW * 3)
    assert len({row.sleutel for row in rows}) == 3


def test_identity_does_not_follow_the_outcome() -> None:
    first, _ = _read(HEADER + ROW)
    later, _ = _read(HEADER + ROW.replace("behaviour,,", "behaviour,Under investigation,"))
    assert first[0].sleutel == later[0].sleutel


def test_an_id_of_the_source_is_the_identity() -> None:
    first, _ = _read(HEADER + "abc" + ROW)
    moved, _ = _read(HEADER + "abc" + ROW.replace("51.42", "51.43"))
    assert first[0].sleutel == moved[0].sleutel


def test_the_filter_goes_first() -> None:
    rows, lezing = _read(
        HEADER + ROW + ROW.replace("Anti-social behaviour", "Burglary").replace("51.423683", ""),
        "ANTI-SOCIAL behaviour ",
    )
    assert len(rows) == 1
    assert (lezing.gelezen, lezing.overgeslagen, lezing.afgekeurd) == (2, 1, [])


@pytest.mark.parametrize(
    ("old", "new", "kolom", "reden"),
    [
        ("-2.516919", "", "Longitude", "positie_ontbreekt"),
        ("51.423683", "", "Latitude", "positie_ontbreekt"),
        ("51.423683", "noord", "Longitude", "positie_ongeldig"),
        ("51.423683", "nan", "Longitude", "positie_ongeldig"),
        ("51.423683", "91", "Longitude", "positie_ongeldig"),
        ("-2.516919,51.423683", "0,0", "Longitude", "positie_nul"),
        ("2023-01", "", "Month", "datum_ontbreekt"),
        ("2023-01", "2023-31", "Month", "datum_ongeldig"),
        ("2023-01", "2027-01", "Month", "datum_in_toekomst"),
        ("2023-01", "1980-01", "Month", "datum_te_oud"),
        (ROW, "a,b\n", "", "rij_onvolledig"),
    ],
)
def test_rejects_with_row_column_and_reason(old: str, new: str, kolom: str, reden: str) -> None:
    rows, lezing = _read(HEADER + ROW + ROW.replace(old, new))
    assert len(rows) == 1
    (reject,) = lezing.afgekeurd
    assert (reject.bestand, reject.rij, reject.kolom, reject.reden) == ("a.csv", 3, kolom, reden)


def test_the_running_month_ends_now() -> None:
    (row,), _ = _read(HEADER + ROW.replace("2023-01", "2026-11"))
    melding = row.melding
    assert melding.gebeurd_tot == NOW


def test_blank_lines_are_no_rows() -> None:
    _, lezing = _read(HEADER + "\n" + ROW + ",,,,,,,,,,,\n")
    assert lezing.gelezen == 1


def test_not_this_kind_of_file() -> None:
    with pytest.raises(UserError) as caught:
        _read("a,b\n1,2\n")
    assert (caught.value.code, caught.value.fields["kolom"]) == ("kolom_ontbreekt", "Month")
    assert not is_police_uk(["a", "b"])
    assert is_police_uk(HEADER.strip().split(","))


def test_an_unreadable_cell_costs_its_row_and_too_many_the_file() -> None:
    rows, lezing = _read(HEADER + ROW + '"' + "a" * 200_000 + '",\n' + ROW)
    assert (len(rows), [(reject.rij, reject.reden) for reject in lezing.afgekeurd]) == (2, [(3, "aanhalingsteken")])
    with pytest.raises(UserError) as caught:
        _read(HEADER + '"a"b\n' * 300)
    assert caught.value.code == "tabel_onleesbaar"


def test_real_file_adds_up_and_passes_the_full_check(shared_data: Path) -> None:
    path = shared_data / "incidents" / "police_uk_avon" / "2023-01-avon-and-somerset-street.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        text = file.read()
    rows, lezing = _read(text)
    source = list(csv.DictReader(io.StringIO(text, newline="")))
    located = [row for row in source if row["Longitude"] and row["Latitude"]]
    assert (lezing.gelezen, len(rows)) == (len(source), len(located))
    assert lezing.gelezen == len(rows) + len(lezing.afgekeurd)
    assert len({row.sleutel for row in rows}) == len(rows)
    lijsten = load_codelijsten(resource("codelijsten"))
    for row in rows:
        check_melding(row.melding, lijsten, NOW)


def test_many_kinds_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(police_uk, "MAX_TEMPLATES", 3)
    text = HEADER + "".join(ROW.replace("Anti-social behaviour", f"Kind {number % 9}") for number in range(40))
    rows, _ = _read(text)
    assert [row.melding.bron_categorie for row in rows] == [f"Kind {number % 9}" for number in range(40)]


@pytest.mark.parametrize("month", ["0001-01", "0000-12", "9999-12", "2023-13", "\u0660\u0660\u0660\u0661-01"])
def test_a_month_that_is_none(month: str) -> None:
    rows, lezing = _read(HEADER + ROW.replace("2023-01", month))
    assert (rows, [reject.kolom for reject in lezing.afgekeurd]) == ([], ["Month"])


def test_a_header_that_cannot_be_read() -> None:
    with pytest.raises(UserError) as caught:
        _read('"' + "a" * 200_000 + '",b\n')
    assert caught.value.code == "kolom_ontbreekt"


def test_told_codes_and_kinds_that_are_left_out() -> None:
    text = HEADER + ROW + ROW.replace("Anti-social behaviour", "Drugs") + ROW.replace("Anti-social behaviour", "Other")
    lezing = Lezing("f")
    codes = {"anti-social behaviour": "HANG", "Drugs": ""}
    (batch,) = read_police_uk(io.StringIO(text, newline=""), lezing, None, NOW, codes)
    assert [row.melding.soort for row in batch] == ["HANG", "ANDERS"]
    assert (lezing.gelezen, lezing.overgeslagen) == (3, 1)
