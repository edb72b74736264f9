"""What a review found to be imported wrong without a word: asked about, told, or refused now."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.exchange.rijen import WITHHELD
from boa_app.exchange.werkblad import counts_from_1904
from boa_app.usecases.importeren import importeer, lijst_imports, voer_uit, wachtende_imports
from boa_app.usecases.importplan import Importplan, Keuzes, bewaar_vorm, verken
from boa_app.usecases.session import Session
from tests.exchange.dialecten import bare_workbook
from tests.samples import SetClock, make_sample_session

P = "5,01;52,01"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_sample_session(tmp_path / "opslag", SetClock())
    yield made
    made.close()


def _file(folder: Path, *lines: str) -> Path:
    (folder / "t.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / "t.csv"


def _stored(session: Session, column: str) -> list[str]:
    with session.store.read() as r:
        rows = r.db.conn.execute(f"SELECT {column} FROM meldingen_zichtbaar ORDER BY nr")
        return [value for (value,) in rows]


def _doubts(plan: Importplan) -> list[str]:
    return [part for _, part in plan.twijfels]


def _refused(session: Session, path: Path) -> tuple[str, str]:
    with pytest.raises(UserError) as caught:
        importeer(session, [path])
    assert _stored(session, "nr") == []
    return caught.value.code, str(caught.value.fields.get("wat", ""))


def test_a_date_far_on_that_proves_the_other_order_stops_and_asks(session: Session, tmp_path: Path) -> None:
    days = [f"{day:02d}/{month:02d}/2025;{P}" for month in range(1, 11) for day in range(1, 29)]
    turned = [f"{month:02d}/{day:02d}/2025;{P}" for month in range(1, 11) for day in range(1, 29)]
    path = _file(tmp_path, "datum;lon;lat", *days * 3, *turned)
    begun = verken(session, [path], tellen=False)
    assert _doubts(verken(session, [path])) == ["volgorde"]
    assert _refused(session, path) == ("import_twijfel", "volgorde")
    # The window may begin before all rows were counted: then the import itself stops.
    if not begun.twijfels:
        with pytest.raises(UserError):
            voer_uit(session, begun)
    assert [one.status for one in lijst_imports(session)].count("klaar") == 0
    chosen = verken(session, [path], Keuzes({"volgorde": "dag_eerst"}))
    assert (chosen.twijfels, chosen.totalen.afkeuren) == ((), 160)
    assert voer_uit(session, chosen).afgekeurd == 160


def test_a_long_row_of_days_below_thirteen_is_another_hand(session: Session, tmp_path: Path) -> None:
    days = [f"{day:02d}/{month:02d}/2025;{P}" for month in range(1, 8) for day in range(1, 29)]
    turned = [f"{month:02d}/{day:02d}/2025;{P}" for month in range(1, 8) for day in range(1, 13)]
    path = _file(tmp_path, "datum;lon;lat", *days, *turned)
    # The same days were there before, and a day is looked at once; other years are new ones.
    other = _file(tmp_path, "datum;lon;lat", *days, *(line.replace("2025", "2024") for line in turned))
    assert path == other
    assert _refused(session, other) == ("import_twijfel", "volgorde")


def test_two_digits_that_may_be_years_stop_and_ask(session: Session, tmp_path: Path) -> None:
    rows = [f"{y:02d}-{m:02d}-{d:02d};{P}" for d in (14, 2, 25) for y in range(8, 24) for m in (7, 3)]
    path = _file(tmp_path, "datum;lon;lat", *rows)
    assert _refused(session, path) == ("import_twijfel", "volgorde")
    plan = verken(session, [path], Keuzes({"volgorde": "jaar_eerst"}))
    assert plan.bestanden[0].rijen[0].moment is not None
    voer_uit(session, plan)
    assert _stored(session, "gebeurd_van")[0][:10] in ("2008-07-13", "2008-07-14")


def test_when_it_happened_goes_before_when_it_was_reported(session: Session, tmp_path: Path) -> None:
    lines = [f"{day + 1:02d}-03-2025;{day:02d}-02-2025;{P}" for day in range(1, 28)]
    plan = verken(session, [_file(tmp_path, "Datum melding;Datum incident;lon;lat", *lines)])
    roles = {kolom.kop: kolom.rol for kolom in plan.bestanden[0].kolommen}
    assert (roles["Datum incident"], roles["Datum melding"], plan.twijfels) == ("datum", "", ())


@pytest.mark.parametrize("header", ["datum;datum;lon;lat", "datum;datum tweede;lon;lat"])
def test_a_second_date_is_asked_about(session: Session, tmp_path: Path, header: str) -> None:
    lines = [f"{day:02d}-03-2025;{day:02d}-02-2025;{P}" for day in range(1, 28)]
    path = _file(tmp_path, header, *lines)
    plan = verken(session, [path])
    assert _doubts(plan) == ["kolommen"]
    assert _refused(session, path) == ("import_twijfel", "kolommen")
    second = plan.bestanden[0].kolommen[1].kop
    assert second != "datum"
    chosen = verken(session, [path], Keuzes(kolommen={"datum": second}))
    assert chosen.twijfels == ()
    assert chosen.bestanden[0].rijen[0].moment is not None
    assert chosen.bestanden[0].rijen[0].moment.month in (1, 2)
    assert verken(session, [path], Keuzes(bevestigd=frozenset({"kolommen"}))).twijfels == ()


def test_a_second_position_column_of_the_same_name_is_asked_about(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, "datum;lon;lat;lat", f"13-02-2026;{P};52,02", f"14-02-2026;{P};52,03")
    assert _doubts(verken(session, [path])) == ["kolommen"]
    same = _file(tmp_path, "datum;lon;lat;lat", f"13-02-2026;{P};52,01", f"14-02-2026;{P};52,01")
    assert _doubts(verken(session, [same])) == []


@pytest.mark.parametrize(("d1904", "day"), [(True, "2025-01-1"), (False, "2021-01-1")])
def test_days_that_a_workbook_numbers(session: Session, tmp_path: Path, d1904: bool, day: str) -> None:
    path = bare_workbook(tmp_path / "t.xlsx", [44208, 44209, 44210], d1904=d1904)
    assert counts_from_1904(path) is d1904
    plan = verken(session, [path])
    assert plan.twijfels == ()
    voer_uit(session, plan)
    assert all(stored.startswith(day) for stored in _stored(session, "gebeurd_van"))


def test_days_that_some_workbook_numbers_are_asked_about(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, "datum;lon;lat", f"44208;{P}", f"44209;{P}")
    assert _refused(session, path) == ("import_twijfel", "volgorde")
    voer_uit(session, verken(session, [path], Keuzes({"volgorde": "reeksgetal_1904"})))
    assert all(stored.startswith("2025-01-1") for stored in _stored(session, "gebeurd_van"))


SECRET = "Jan de Vries 06-12345678 BSN 123456782 schreeuwt"


def test_a_person_in_the_word_for_the_kind_gets_nowhere(session: Session, tmp_path: Path) -> None:
    path = _file(
        tmp_path, "datum;lon;lat;categorie", f"13-01-2026;{P};{SECRET}", f"14-01-2026;{P};Stemgeluid",
        f"15-01-2026;{P};{'lang verhaal over wat er gebeurde ' * 4}",
    )  # fmt: skip
    plan = verken(session, [path])
    (told,) = [regel for regel in plan.soorten if regel.geweerd]
    assert (told.label, told.soort, told.aantal, plan.totalen.geweerd) == (WITHHELD, "ANDERS", 2, 2)
    assert "Vries" not in repr(plan)
    bewaar_vorm(session, plan)
    done = voer_uit(session, plan)
    assert (done.toegevoegd, done.geweerd) == (3, 2)
    assert sorted(_stored(session, "bron_categorie")) == ["", "", "Stemgeluid"]
    with session.store.read() as r:
        for table in ("meldingen", "changes", "imports", "audit", "instellingen"):
            held = r.db.conn.execute(f"SELECT * FROM {table}").fetchall()
            assert "Vries" not in repr(held), table
            assert "123456782" not in repr(held), table


def test_rows_about_persons_can_be_left_out_or_given_a_kind(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, "datum;lon;lat;categorie", f"13-01-2026;{P};{SECRET}", f"14-01-2026;{P};Stemgeluid")
    left = verken(session, [path], Keuzes(soorten={WITHHELD: ""}))
    assert (left.totalen.overslaan, left.totalen.geweerd) == (1, 0)
    voer_uit(session, verken(session, [path], Keuzes(soorten={WITHHELD: "GEL-STEM"})))
    assert _stored(session, "soort") == ["GEL-STEM", "GEL-STEM"]


def test_street_files_are_guarded_too(session: Session, tmp_path: Path) -> None:
    path = _file(
        tmp_path, "Crime ID,Month,Longitude,Latitude,Location,Crime type",
        f",2026-01,5.01,52.01,On or near X,{SECRET}", ",2026-01,5.01,52.01,On or near X,Anti-social behaviour",
    )  # fmt: skip
    plan = verken(session, [path])
    assert "Vries" not in repr(plan)
    done = importeer(session, [path])
    assert (done.toegevoegd, done.geweerd) == (2, 1)
    assert sorted(_stored(session, "bron_categorie")) == ["", "Anti-social behaviour"]


def test_one_id_with_two_contents_is_told(session: Session, tmp_path: Path) -> None:
    path = _file(
        tmp_path, "id;datum;tijd;lon;lat;soort", *(f"7;13-01-2025;20:00;{P};s{at}" for at in (1, 2, 1, 3))
    )  # fmt: skip
    for expected in ((4, 1, 1, 2), (4, 0, 2, 2)):
        done = importeer(session, [path])
        assert (done.gelezen, done.toegevoegd, done.bestaand, done.afgekeurd) == expected
        assert {str(one.reden) for one in done.rejects} == {"id_dubbel"}


def test_the_hour_in_which_the_clock_changes_is_told(session: Session, tmp_path: Path) -> None:
    times = ("30-03-2025;02:30", "30-03-2025;03:30", "26-10-2025;02:30", "26-10-2025;03:30", "13-05-2025;02:30")
    path = _file(tmp_path, "datum;tijd;lon;lat", *(f"{one};{P}" for one in times), f"26-10-2025;;{P}")
    assert verken(session, [path]).totalen.klokwissel == 2
    assert importeer(session, [path]).klokwissel == 2
    found = [text[:16] for text in _stored(session, "gebeurd_van")]
    assert found[:3] == ["2025-03-30T01:30", "2025-03-30T01:30", "2025-10-26T00:30"]


def test_a_paused_import_of_the_same_file_is_told(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, "datum;tijd;lon;lat", *(f"13-05-2025;{at // 60:02d}:{at % 60:02d};{P}" for at in range(900)))
    assert wachtende_imports(session, [path]) == ()
    calls = iter((False, True))
    nr = voer_uit(session, verken(session, [path]), paused=lambda: next(calls)).nrs[-1]
    assert verken(session, [path]).bestanden[0].wacht == nr
    assert wachtende_imports(session, [path]) == (("t.csv", nr),)


def test_a_workbook_without_settings_says_nothing_about_1904(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("content.xml", "<a/>")
    (tmp_path / "b.xls").write_bytes(b"\xd0\xcf\x11\xe0" + b"\x00" * 600)
    assert [counts_from_1904(tmp_path / name) for name in ("a.zip", "b.xls")] == [None, None]
