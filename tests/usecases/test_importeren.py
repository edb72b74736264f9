"""Importing: adds up, adds nothing twice, never half, refuses without the right."""

from __future__ import annotations

import csv
import gzip
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boa_app.domain.codelijsten import load_codelijsten
from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.roles import Actor, Rol
from boa_app.paths import resource
from boa_app.store import audit, integrity, meldingen
from boa_app.usecases.importeren import Importverslag, importeer
from boa_app.usecases.opening import make_store
from boa_app.usecases.session import Session
from boa_app.vault.keyfile import KdfParams

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
LIGHT = KdfParams(memory_kib=64, time_cost=1, parallelism=1)
HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    "Last outcome category,Context\n"
)
ASB = ",2023-01,A,A,-2.516919,51.423683,On or near X,E0,L,Anti-social behaviour,,\n"
NOWHERE = ",2023-01,A,A,,,No location,,,Anti-social behaviour,,\n"
OTHER = "abc,2023-01,A,A,-2.5,51.4,On or near Y,E0,L,Burglary,,\n"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    lijsten = load_codelijsten(resource("codelijsten"))
    made, _ = make_store(
        tmp_path / "opslag", "wachtwoord", lijsten, lambda: NOW, gemeente_code="GM0353", gemeente_naam="X", kdf=LIGHT
    )
    yield made
    made.close()


def _file(folder: Path, text: str, name: str = "straat.csv") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def _count(session: Session) -> int:
    with session.store.read() as reader:
        return meldingen.count(reader)


def _counts(verslag: Importverslag) -> tuple[int, ...]:
    v = verslag
    assert v.gelezen == v.toegevoegd + v.bestaand + v.overgeslagen + v.afgekeurd
    return v.gelezen, v.toegevoegd, v.bestaand, v.overgeslagen, v.afgekeurd


def test_adds_up_and_the_second_time_adds_none(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER + ASB * 3 + NOWHERE + OTHER)
    first = importeer(session, [path], "police-uk", soort="Anti-social behaviour")
    assert _counts(first) == (5, 3, 0, 1, 1)
    assert _counts(importeer(session, [path], soort="Anti-social behaviour")) == (5, 0, 3, 1, 1)
    assert _counts(importeer(session, [path])) == (5, 1, 3, 0, 1)
    assert _count(session) == 4
    with session.store.read() as reader:
        assert integrity.check(reader) == []
        assert [line["object_type"] for line in audit.lines(reader) if line["actie"] == "VERZAMELEN"] == ["import"] * 2


def test_rejects_are_listed_beside_the_source_without_contents(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER + ASB + NOWHERE)
    verslag = importeer(session, [path])
    listed = Path(verslag.afgekeurd_bestand)
    assert listed == tmp_path / "straat.csv.afgekeurd.csv"
    rows = list(csv.reader(listed.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert [row[:4] for row in rows[1:]] == [["straat.csv", "3", "Longitude", "positie_ontbreekt"]]
    assert importeer(session, [_file(tmp_path, HEADER + ASB, "goed.csv")]).afgekeurd_bestand == ""


def test_rejects_go_where_asked(session: Session, tmp_path: Path) -> None:
    path, wanted = _file(tmp_path, HEADER + ASB), tmp_path / "lijst.csv"
    assert importeer(session, [path], afgekeurd=wanted).afgekeurd_bestand == str(wanted)
    assert wanted.is_file()
    with pytest.raises(EnvironmentProblem) as caught:
        importeer(session, [path], afgekeurd=tmp_path / "weg" / "lijst.csv")
    assert caught.value.code == "afgekeurd_niet_schrijfbaar"
    with pytest.raises(UserError) as caught_user:
        importeer(session, [path], afgekeurd=path)
    assert caught_user.value.code == "afgekeurd_bezet"
    assert path.read_text(encoding="utf-8") == HEADER + ASB


def test_lists_of_earlier_imports_are_no_source(session: Session, tmp_path: Path) -> None:
    _file(tmp_path, HEADER + ASB + NOWHERE, "a.csv")
    first = importeer(session, sorted(tmp_path.glob("*.csv")))
    again = importeer(session, sorted(tmp_path.glob("*.csv")))
    assert (_counts(again), again.eigen_lijsten) == ((2, 0, 1, 0, 1), ("a.csv.afgekeurd.csv",))
    assert again.afgekeurd_bestand == first.afgekeurd_bestand
    alone = importeer(session, [Path(first.afgekeurd_bestand)])
    assert (_counts(alone), alone.afgekeurd_bestand) == ((0, 0, 0, 0, 0), "")


def test_rejects_go_with_the_store_when_the_source_folder_is_closed(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER + NOWHERE)
    (tmp_path / "straat.csv.afgekeurd.csv").mkdir()
    assert Path(importeer(session, [path]).afgekeurd_bestand).parent == session.store.folder


def test_droog_adds_nothing_and_counts_the_same(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER + ASB * 2 + NOWHERE)
    dry = importeer(session, [path], droog=True)
    assert _count(session) == 0
    assert replace(importeer(session, [path]), afgekeurd_bestand="") == replace(dry, afgekeurd_bestand="")


def test_the_same_rows_in_two_files_are_the_same(session: Session, tmp_path: Path) -> None:
    a, b = _file(tmp_path, HEADER + ASB * 2, "a.csv"), _file(tmp_path, HEADER + ASB * 3, "b.csv")
    assert _counts(importeer(session, [a, b])) == (5, 3, 2, 0, 0)
    assert _counts(importeer(session, [a, b], droog=True)) == (5, 0, 5, 0, 0)


def test_auto_tells_tables_from_street_files(session: Session, tmp_path: Path) -> None:
    table = _file(tmp_path, "datum;lon;lat;soort\n1-2-2026 21:00;5,04;52,02;Muziek\n", "t.csv")
    street = _file(tmp_path, HEADER + ASB)
    assert _counts(importeer(session, [table, street])) == (2, 2, 0, 0, 0)
    with session.store.read() as reader:
        assert {record.melding.bron for record in meldingen.recent(reader, 9)} == {"tabel", "police-uk"}


def test_told_columns(session: Session, tmp_path: Path) -> None:
    table = _file(tmp_path, "wanneer;a;b\n1-2-2026;5,04;52,02\n", "t.csv")
    wijzer = _file(tmp_path, '[kolommen]\ndatum = "wanneer"\nlon = "a"\nlat = "b"\n', "k.toml")
    assert _counts(importeer(session, [table], "tabel", kolommen=wijzer)) == (1, 1, 0, 0, 0)


def _written(session: Session) -> int:
    """Rows in the file itself, visible or not."""
    with session.store.read() as reader:
        return int(reader.db.execute("SELECT count(*) FROM meldingen").fetchone()[0])


def _assert_nothing_left(session: Session) -> None:
    assert (_count(session), _written(session)) == (0, 0)
    with session.store.read() as reader:
        assert integrity.check(reader) == []
        assert reader.db.execute("SELECT count(*) FROM changes").fetchone()[0] == 0
        assert reader.db.execute("SELECT status FROM imports").fetchall() == [("afgebroken",)]


def test_cancelled_leaves_nothing_of_the_file(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER + ASB * 20_000)
    seen: list[int] = []

    def cancelled() -> bool:
        seen.append(_written(session))
        return seen[-1] > 0

    with pytest.raises(UserError) as caught:
        importeer(session, [path], cancelled=cancelled)
    assert caught.value.code == "afgebroken"
    assert 0 < seen[-1] < 20_000
    _assert_nothing_left(session)
    assert _counts(importeer(session, [path])) == (20_000, 20_000, 0, 0, 0)


def test_cancelled_after_the_last_row_comes_too_late(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER + ASB * 3)

    def cancelled() -> bool:
        return _count(session) > 0

    assert _counts(importeer(session, [path], cancelled=cancelled)) == (3, 3, 0, 0, 0)


def test_cancelled_between_two_files_keeps_the_first(session: Session, tmp_path: Path) -> None:
    first, second = _file(tmp_path, HEADER + ASB * 3, "a.csv"), _file(tmp_path, HEADER + OTHER, "b.csv")
    with pytest.raises(UserError):
        importeer(session, [first, second], cancelled=lambda: _count(session) > 0)
    assert _count(session) == 3


def test_an_error_further_on_leaves_nothing_of_the_file(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER + ASB * 20_000 + '"' * 1 + ASB * 300 + '"a"b,\n' * 300)
    seen: list[int] = []
    with pytest.raises(UserError) as caught:
        importeer(session, [path], progress=lambda _, __: seen.append(_written(session)))
    assert caught.value.code == "tabel_onleesbaar"
    assert max(seen) > 0
    _assert_nothing_left(session)


@pytest.mark.parametrize("head", [HEADER, "datum,lon,lat\n"])
def test_a_quote_that_stays_open_costs_its_own_row_only(session: Session, tmp_path: Path, head: str) -> None:
    row = ASB if head == HEADER else "1-2-2026,5.04,52.02\n"
    path = _file(tmp_path, head + row * 4 + '"' + row * 5 + '"a"b' + row + row)
    assert _counts(importeer(session, [path])) == (11, 9, 0, 0, 2)
    told = (tmp_path / "straat.csv.afgekeurd.csv").read_text(encoding="utf-8-sig").splitlines()
    listed = [line.split(";") for line in told]
    assert [cells[1:4] for cells in listed[1:]] == [["6", "", "aanhalingsteken"], ["11", "", "aanhalingsteken"]]


def test_signs_that_no_field_may_hold(session: Session, tmp_path: Path) -> None:
    street = _file(tmp_path, HEADER + ASB.replace("near X", "near\0 \x1bX\u202e").replace("Anti", "An\0ti"))
    table = _file(tmp_path, 'datum,lon,lat,plaats,soort\n1-2-2026,5.04,52.02,"Ple\0in\n 2",Mu\0ziek\n', "t.csv")
    assert _counts(importeer(session, [street, table])) == (2, 2, 0, 0, 0)
    with session.store.read() as reader:
        found = {(r.melding.plaats, r.melding.bron_categorie) for r in meldingen.recent(reader, 9)}
    assert found == {("On or near X", "Anti-social behaviour"), ("Plein 2", "Muziek")}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no text")
def test_a_file_name_that_is_no_text(session: Session, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.csv"))
    path.write_text(HEADER + ASB + NOWHERE, encoding="utf-8")
    assert _counts(importeer(session, [path])) == (2, 1, 0, 0, 1)


def test_ids_of_two_tables_are_not_the_same_thing(session: Session, tmp_path: Path) -> None:
    head = "id;datum;lon;lat;opmerking\n"
    rows_2023 = "1;1-2-2023 21:00;5,04;52,02;a\n2;2-2-2023 21:00;5,04;52,02;b\n"
    rows_2024 = "1;1-2-2024 21:00;5,05;52,03;c\n2;2-2-2024 21:00;5,05;52,03;d\n"
    first, second = _file(tmp_path, head + rows_2023, "2023.csv"), _file(tmp_path, head + rows_2024, "2024.csv")
    assert _counts(importeer(session, [first])) == (2, 2, 0, 0, 0)
    assert _counts(importeer(session, [second])) == (2, 2, 0, 0, 0)
    assert _counts(importeer(session, [first, second])) == (4, 0, 4, 0, 0)
    again = _file(tmp_path, "id,datum,lon,lat\n1,2023-02-01 21:00,5.0400,52.02\n", "anders.csv")
    assert _counts(importeer(session, [again])) == (1, 0, 1, 0, 0)


def test_one_id_twice_in_one_file_is_one(session: Session, tmp_path: Path) -> None:
    row = "7;1-2-2026 21:00;5,04;52,02\n"
    path = _file(tmp_path, "id;datum;lon;lat\n" + row * 3 + row.replace("7;", ";") * 2)
    assert _counts(importeer(session, [path], droog=True)) == (5, 3, 2, 0, 0)
    assert _counts(importeer(session, [path])) == (5, 3, 2, 0, 0)
    assert _counts(importeer(session, [path])) == (5, 0, 5, 0, 0)


def test_the_guard_looks_at_places(session: Session, tmp_path: Path) -> None:
    places = ["Plein", "bij Jan de Vries", "Jan van Goyenlaan 3", "06-12345678", ""]
    rows = "".join(f"1-2-2026;5,04;52,02;{place}\n" for place in places)
    importeer(session, [_file(tmp_path, "datum;lon;lat;plaats\n" + rows, "t.csv")])
    named = ASB.replace("near X", "near Charlotte Street").replace("51.42", "51.43")
    importeer(session, [_file(tmp_path, HEADER + named + ASB.replace("near X", "near 06-12345678"))])
    with session.store.read() as reader:
        flagged = {record.melding.plaats for record in meldingen.flagged(reader, 9)}
        assert integrity.check(reader) == []
    assert flagged == {"bij Jan de Vries", "06-12345678", "On or near 06-12345678"}


def test_a_bad_file_is_found_before_the_first_is_imported(session: Session, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        importeer(session, [_file(tmp_path, HEADER + ASB), tmp_path / "weg.csv"])
    assert _count(session) == 0


def test_progress_reaches_the_end(session: Session, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    path = _file(tmp_path, HEADER + ASB * 2000)
    importeer(session, [path], progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (path.stat().st_size, path.stat().st_size)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_needs_the_right_and_a_known_profile(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER + ASB)
    with pytest.raises(UserError) as caught:
        importeer(replace(session, actor=Actor(session.actor.account, Rol.BOA)), [path])
    assert caught.value.code == "geen_recht"
    with pytest.raises(UserError) as caught:
        importeer(session, [path], "onzin")
    assert caught.value.code == "profiel_onbekend"


def test_real_files_add_up_twice(session: Session, shared_data: Path, tmp_path: Path) -> None:
    paths = sorted((shared_data / "incidents" / "police_uk_avon").glob("*.csv.gz"))
    total = wanted = usable = 0
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                total += 1
                if row["Crime type"] == "Anti-social behaviour":
                    wanted += 1
                    usable += bool(row["Longitude"] and row["Latitude"])
    kind = "Anti-social behaviour"
    verslag = importeer(session, paths, "police-uk", soort=kind, afgekeurd=tmp_path / "a.csv")
    assert _counts(verslag) == (total, usable, 0, total - wanted, wanted - usable)
    again = importeer(session, paths, "police-uk", soort=kind, afgekeurd=tmp_path / "a.csv")
    assert _counts(again) == (total, 0, usable, total - wanted, wanted - usable)
    assert _count(session) == usable
