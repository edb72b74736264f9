"""Importing: adds up, adds nothing twice, never half, refuses without the right."""

from __future__ import annotations

import csv
import gzip
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
    assert caught.value.code == "afgekeurd_niet_geschreven"


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


def test_cancelled_leaves_nothing_of_the_file(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER + ASB * 3000)
    calls: list[int] = []

    def cancelled() -> bool:
        calls.append(1)
        return len(calls) > 4

    with pytest.raises(UserError) as caught:
        importeer(session, [path], cancelled=cancelled)
    assert caught.value.code == "afgebroken"
    assert _count(session) == 0
    with session.store.read() as reader:
        assert integrity.check(reader) == []
        assert reader.db.execute("SELECT count(*) FROM changes").fetchone()[0] == 0
    assert _counts(importeer(session, [path])) == (3000, 3000, 0, 0, 0)


def test_an_error_further_on_leaves_nothing_of_the_file(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER + ASB * 3000 + '"' + "a" * 200_000 + '",\n')
    with pytest.raises(UserError) as caught:
        importeer(session, [path])
    assert caught.value.code == "tabel_onleesbaar"
    assert _count(session) == 0


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
