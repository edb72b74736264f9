"""What a table is, by its own guesses: right, or in doubt, never wrong without saying so."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
import xlsxwriter
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.moments import to_local
from boa_app.exchange.bron import inspect_source
from boa_app.exchange.kolommen import Kolomwijzer
from boa_app.exchange.rijen import Lezing, Rij
from boa_app.exchange.tabelvorm import Tabelvorm, find_form, open_rows
from boa_app.exchange.tables import read_table
from tests.exchange import dialecten
from tests.exchange.dialecten import Dialect, Gebeurtenis
from tests.samples import load_lijsten

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
LIJSTEN: Codelijsten = load_lijsten()
ENOUGH = 0.95

DIALECTS = st.builds(
    Dialect,
    codering=st.sampled_from(dialecten.CODERINGEN),
    teken=st.sampled_from(dialecten.TEKENS),
    komma=st.booleans(),
    duizend=st.booleans(),
    datum=st.sampled_from(dialecten.DATUMS + dialecten.LASTIG),
    titels=st.integers(0, 4),
    totaal=st.booleans(),
    stelsel=st.sampled_from(dialecten.STELSELS),
    verwisseld=st.booleans(),
    namen=st.sampled_from(("nl", "en", "rd")),
    tijd_apart=st.booleans(),
    leeg=st.booleans(),
    rijen=st.integers(5, 60),
    zaad=st.integers(0, 10_000),
    tweede=st.sampled_from(dialecten.TWEEDE),
).filter(lambda dialect: dialect.bestaat)


def _read(path: Path, wijzer: Kolomwijzer | None = None) -> tuple[Tabelvorm, list[Rij], Lezing]:
    bron, lezing, wijzer = inspect_source(path), Lezing(path.name), wijzer or Kolomwijzer()
    vorm = find_form(bron, wijzer, NOW)
    with open_rows(bron, vorm, lezing.reject_broken) as (rows, _):
        found = [row for batch in read_table(rows, vorm, lezing, wijzer, LIJSTEN, None, NOW) for row in batch]
    return vorm, found, lezing


def _is_right(found: list[Rij], truth: list[Gebeurtenis]) -> bool:
    """Every row at its minute, within a metre or so of its place."""
    if len(found) != len(truth):
        return False
    for row, one in zip(found, truth, strict=True):
        van, _, lon, lat, _ = row.eigen
        at = to_local(van).replace(tzinfo=None)
        if abs((at - one.moment).total_seconds()) > 60 or abs(lon - one.lon) > 2e-5 or abs(lat - one.lat) > 2e-5:
            return False
    return True


def _both_show(truth: list[Gebeurtenis]) -> bool:
    half = len(truth) // 2
    return all(any(one.moment.day > 12 for one in part) for part in (truth[:half], truth[half:]))


def _outcome(path: Path, truth: list[Gebeurtenis]) -> str:
    try:
        vorm, found, lezing = _read(path)
    except UserError as error:
        return error.code
    if vorm.twijfels or lezing.tegenspraak:
        return "twijfel"
    return "goed" if _is_right(found, truth) else "fout"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DIALECTS)
def test_a_table_is_read_right_or_doubted(tmp_path: Path, dialect: Dialect) -> None:
    truth = dialecten.events(dialect)
    # Nobody can tell when the other way of writing never shows itself.
    assume(dialect.datum != "gemengd" or _both_show(truth))
    dialecten.write(dialect, tmp_path / "t.csv", truth)
    outcome = _outcome(tmp_path / "t.csv", truth)
    assert outcome in ("goed", "twijfel"), outcome


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DIALECTS, st.booleans())
def test_a_workbook_is_read_right_or_doubted(tmp_path: Path, dialect: Dialect, cells: bool) -> None:
    truth = dialecten.events(dialect)
    # No program writes days from 1904 as text into a workbook that counts from 1900.
    assume(dialect.datum != "serie1904" and (dialect.datum != "gemengd" or _both_show(truth)))
    dialecten.write_workbook(dialect, tmp_path / "t.xlsx", truth, cells=cells)
    outcome = _outcome(tmp_path / "t.xlsx", truth)
    assert outcome in ("goed", "twijfel"), outcome


def test_at_least_this_many_need_no_question(tmp_path: Path) -> None:
    """Seeded, so that the number is the same everywhere."""
    counts: Counter[str] = Counter()
    draw = Random(7)
    for zaad in range(400):
        dialect = Dialect(
            codering=draw.choice(dialecten.CODERINGEN), teken=draw.choice(dialecten.TEKENS),
            komma=draw.random() < 0.5, duizend=draw.random() < 0.5, datum=draw.choice(dialecten.DATUMS[:-2]),
            titels=draw.randrange(4), totaal=draw.random() < 0.5, stelsel=draw.choice(dialecten.STELSELS),
            verwisseld=draw.random() < 0.5, namen=draw.choice(("nl", "en", "rd")), tijd_apart=draw.random() < 0.5,
            leeg=draw.random() < 0.5, rijen=draw.randint(10, 60), zaad=zaad, tweede=draw.choice(("", "gemeld")),
        )  # fmt: skip
        truth = dialecten.events(dialect)
        dialecten.write(dialect, tmp_path / "t.csv", truth)
        counts[_outcome(tmp_path / "t.csv", truth)] += 1
    assert set(counts) <= {"goed", "twijfel"}, counts
    assert counts["goed"] >= ENOUGH * counts.total(), counts


def test_columns_with_names_nobody_knows_are_found_by_contents_and_asked_about(tmp_path: Path) -> None:
    draw, counts = Random(3), Counter[str]()
    for zaad in range(60):
        dialect = Dialect(
            "utf-8", ";", True, False, "dd-mm-jjjj", draw.randrange(3), True, draw.choice(dialecten.STELSELS), False,
            "vreemd", False, False, 20, zaad,
        )  # fmt: skip
        truth = dialecten.events(dialect)
        dialecten.write(dialect, tmp_path / "t.csv", truth)
        vorm, found, _ = _read(tmp_path / "t.csv")
        assert "kolommen" in [gok.onderdeel for gok in vorm.twijfels]
        counts["goed" if _is_right(found, truth) else "fout"] += 1
        confirmed, _, _ = _read(tmp_path / "t.csv", Kolomwijzer(bevestigd=frozenset({"kolommen"})))
        assert "kolommen" not in [gok.onderdeel for gok in confirmed.twijfels]
    assert counts["goed"] >= ENOUGH * counts.total(), counts


@pytest.mark.parametrize("teken", [",", ";"])
def test_a_late_proof_is_found(tmp_path: Path, teken: str) -> None:
    """A list by date may begin with hundreds of rows that leave the choice open."""
    rows = [f"0{1 + at // 60 % 9}/0{1 + at % 9}/2024{teken}5.04{teken}52.02" for at in range(900)]
    path = tmp_path / "t.csv"
    path.write_text("\n".join([f"date{teken}lon{teken}lat", *rows, f"09/13/2024{teken}5.04{teken}52.02"]), "utf-8")
    vorm, found, _ = _read(path)
    assert (str(vorm.order), vorm.twijfels, len(found)) == ("maand_eerst", (), 901)


def test_two_sheets_with_a_table_are_a_doubt(tmp_path: Path) -> None:
    workbook = xlsxwriter.Workbook(tmp_path / "t.xlsx")
    for name in ("2024", "2025"):
        sheet = workbook.add_worksheet(name)
        sheet.write_row(4, 0, ["datum", "lon", "lat"])
        sheet.write_row(5, 0, [f"1-2-{name}", 5.04, 52.02])
    workbook.close()
    vorm, found, _ = _read(tmp_path / "t.xlsx")
    assert ([gok.onderdeel for gok in vorm.twijfels], len(found), found[0].rij) == (["werkblad"], 1, 6)
    vorm, found, _ = _read(tmp_path / "t.xlsx", Kolomwijzer(werkblad="2025"))
    assert (vorm.twijfels, found[0].eigen[0].year) == ((), 2025)
    with pytest.raises(UserError) as caught:
        _read(tmp_path / "t.xlsx", Kolomwijzer(werkblad="weg"))
    assert caught.value.code == "werkblad_onbekend"


def test_every_shared_table_opens_or_is_refused_with_a_reason(shared_data: Path) -> None:
    outcomes = {path.name: _outcome_of(path) for path in sorted((shared_data / "tables").iterdir())}
    assert [name for name, outcome in outcomes.items() if outcome == "goed"] == [
        "a_semicolon_decimalcomma_cp1252.csv", "c_utf16_tab_usdates.txt",
    ]  # fmt: skip
    assert set(outcomes.values()) == {"goed", "kolommen_niet_gevonden"}


def _outcome_of(path: Path) -> str:
    try:
        vorm, found, lezing = _read(path)
    except UserError as error:
        return error.code
    return "goed" if found and not vorm.twijfels and not lezing.afgekeurd else "anders"
