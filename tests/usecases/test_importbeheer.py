"""The imports a person sees: waiting, going on, taking back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Actor, Rol
from boa_app.store import audit, integrity, meldingen
from boa_app.usecases.importeren import (
    Importverslag,
    gevolg_ongedaan,
    hervat,
    importeer,
    lijst_imports,
    maak_import_ongedaan,
    nrs_van_import,
    schrijf_afgekeurd,
    vergeet_import,
    voer_uit,
)
from boa_app.usecases.importlezing import Bronlezing
from boa_app.usecases.importplan import verken
from boa_app.usecases.meldingen import wijzig_melding
from boa_app.usecases.opening import open_session
from boa_app.usecases.session import Session
from tests.samples import PASSPHRASE, SetClock, load_lijsten, make_sample_session
from tests.store.centrum import Centrum
from tests.store.samples import swept

ROWS = 3000


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_sample_session(tmp_path / "opslag", SetClock())
    yield made
    made.close()


def _file(folder: Path, name: str = "t.csv", rows: int = ROWS, day: int = 13) -> Path:
    lines = [f"{day}-2-2026 {at // 60 % 24:02d}:{at % 60:02d};5,04;52,02;{at}" for at in range(rows)]
    (folder / name).write_text("\n".join(["datum;lon;lat;nr", *lines, "weg;5;52;x"]) + "\n", encoding="utf-8")
    return folder / name


def _after(calls: int) -> Callable[[], bool]:
    left = iter(range(calls))
    return lambda: next(left, None) is None


def _count(session: Session) -> int:
    with session.store.read() as reader:
        assert integrity.check(reader) == []
        return meldingen.count(reader)


def _numbers(verslag: Importverslag) -> tuple[int, ...]:
    return verslag.gelezen, verslag.toegevoegd, verslag.bestaand, verslag.overgeslagen, verslag.afgekeurd


def test_a_paused_import_goes_on_where_it_stopped(session: Session, tmp_path: Path) -> None:
    first, second, third = (_file(tmp_path, f"{day}.csv", day=day) for day in (13, 14, 15))
    paused = voer_uit(session, verken(session, [first, second, third]), paused=_after(9))
    assert (paused.status, _count(session)) == ("gepauzeerd", ROWS)
    waiting = lijst_imports(session)[0]
    assert (waiting.naam, waiting.status, waiting.mag_verder) == ("14.csv", "gepauzeerd", True)
    assert waiting.nr == paused.nrs[-1]
    again = hervat(session, waiting.nr, paused=_after(3))
    assert (again.status, _count(session)) == ("gepauzeerd", ROWS)
    done = hervat(session, waiting.nr)
    assert (done.status, _numbers(done)) == ("klaar", (2 * ROWS + 2, 2 * ROWS, 0, 0, 2))
    assert _count(session) == 3 * ROWS
    assert [(one.status, one.mag_verder) for one in lijst_imports(session)] == [("klaar", False)] * 3
    assert _numbers(importeer(session, [first, second, third])) == (3 * ROWS + 3, 0, 3 * ROWS, 0, 3)


def test_a_paused_import_goes_on_after_a_restart(tmp_path: Path) -> None:
    clock = SetClock()
    session, path = make_sample_session(tmp_path / "opslag", clock), _file(tmp_path)
    voer_uit(session, verken(session, [path]), paused=_after(3))
    session.close()
    session = open_session(tmp_path / "opslag", PASSPHRASE, load_lijsten(), clock)
    (waiting,) = lijst_imports(session)
    assert (waiting.status, hervat(session, waiting.nr).toegevoegd, _count(session)) == ("gepauzeerd", ROWS, ROWS)
    session.close()


def test_a_later_file_that_changed_does_not_go_on_either(session: Session, tmp_path: Path) -> None:
    first, second = _file(tmp_path, "1.csv"), _file(tmp_path, "2.csv", rows=1, day=14)
    nr = voer_uit(session, verken(session, [first, second]), paused=_after(3)).nrs[0]
    told = second.read_bytes()
    second.write_text("datum;lon;lat;nr\n15-2-2026;5,04;52,02;heel ander bestand\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        hervat(session, nr)
    assert (caught.value.code, caught.value.fields["bestand"]) == ("bestand_gewijzigd", "2.csv")
    assert (lijst_imports(session)[0].status, _count(session)) == ("gepauzeerd", 0)
    second.write_bytes(told)
    assert (hervat(session, nr).status, _count(session)) == ("klaar", ROWS + 1)


def test_a_doubt_at_going_on_leaves_it_waiting(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    nr = voer_uit(session, verken(session, [_file(tmp_path)]), paused=_after(3)).nrs[0]

    def doubt(reading: Bronlezing) -> None:
        raise UserError("import_twijfel", bestand=reading.source.naam, wat="volgorde", keuzes="")

    monkeypatch.setattr(Bronlezing, "refuse_doubt", doubt)
    with pytest.raises(UserError) as caught:
        hervat(session, nr)
    assert caught.value.code == "import_twijfel"
    assert lijst_imports(session)[0].status == "gepauzeerd"
    monkeypatch.undo()
    assert hervat(session, nr).toegevoegd == ROWS


def test_a_file_that_changed_does_not_go_on(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path)
    plan = verken(session, [path])
    nr = voer_uit(session, plan, paused=_after(3)).nrs[0]
    with path.open("a", encoding="utf-8") as file:
        file.write("14-2-2026;5,04;52,02;nieuw\n")
    for act in (lambda: hervat(session, nr), lambda: voer_uit(session, plan)):
        with pytest.raises(UserError) as caught:
            act()
        assert caught.value.code == "bestand_gewijzigd"
    vergeet_import(session, nr)
    swept(session.store)
    assert [(one.status, one.mag_verder) for one in lijst_imports(session)] == [("afgebroken", False)]
    with pytest.raises(UserError) as caught:
        hervat(session, nr)
    assert caught.value.code == "import_niet_hervatbaar"
    assert _count(session) == 0


def test_a_killed_import_begins_again_from_its_order(tmp_path: Path) -> None:
    clock = SetClock()
    session, path = make_sample_session(tmp_path / "opslag", clock), _file(tmp_path)

    second = _after(2)

    def crash(_: int, __: int) -> None:
        if second():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        voer_uit(session, verken(session, [path]), progress=crash)
    (broken,) = lijst_imports(session)
    assert (broken.status, broken.mag_verder, _count(session)) == ("afgebroken", True, 0)
    assert hervat(session, broken.nr).toegevoegd == ROWS
    assert [(one.status, one.mag_verder) for one in lijst_imports(session)] == [("klaar", False), ("afgebroken", False)]
    session.close()


def test_stopping_is_no_pause(session: Session, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        voer_uit(session, verken(session, [_file(tmp_path)]), cancelled=_after(3))
    assert caught.value.code == "afgebroken"
    assert [(one.status, one.mag_verder) for one in lijst_imports(session)] == [("afgebroken", False)]
    assert _count(session) == 0


def test_taking_back(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, rows=40)
    (nr,) = voer_uit(session, verken(session, [path])).nrs
    with session.store.read() as reader:
        uid = meldingen.recent(reader, 1)[0].uid
    wijzig_melding(session, uid, {"ernst": "2"}, "")
    assert len(nrs_van_import(session, [nr])) == 40
    told = gevolg_ongedaan(session, nr)
    assert (told.verwijderd, told.gebleven, told.uids) == (39, 1, (uid,))
    seen: list[tuple[int, int]] = []
    assert maak_import_ongedaan(session, nr, lambda done, total: seen.append((done, total))) == told
    assert (_count(session), seen[-1]) == (1, (2, 2))
    swept(session.store)
    assert (_count(session), len(lijst_imports(session))) == (1, 2)
    with session.store.read() as reader:
        acts = [line["reden_code"] for line in audit.lines(reader) if line["actie"] == "WISSEN"]
    assert acts == ["IMPORT_ONGEDAAN"] * 2
    for act in (gevolg_ongedaan, maak_import_ongedaan):
        with pytest.raises(UserError) as caught:
            act(session, nr)
        assert caught.value.code == "import_niet_ongedaan"
    assert _numbers(importeer(session, [path])) == (41, 39, 1, 0, 1)


def test_what_the_centre_has_is_not_taken_back(session: Session, tmp_path: Path) -> None:
    (nr,) = voer_uit(session, verken(session, [_file(tmp_path, rows=5)])).nrs
    Centrum().push(session.store)
    for act in (gevolg_ongedaan, maak_import_ongedaan):
        with pytest.raises(UserError) as caught:
            act(session, nr)
        assert caught.value.code == "import_al_gestuurd"
    assert _count(session) == 5


def test_rejects_where_asked(session: Session, tmp_path: Path) -> None:
    verslag = voer_uit(session, verken(session, [_file(tmp_path, rows=2)]))
    schrijf_afgekeurd(tmp_path / "lijst.csv", verslag.rejects)
    assert "datum_ongeldig" in (tmp_path / "lijst.csv").read_text(encoding="utf-8-sig")
    with pytest.raises(UserError):
        schrijf_afgekeurd(tmp_path / "t.csv", verslag.rejects)


def test_needs_the_right(session: Session, tmp_path: Path) -> None:
    plan = verken(session, [_file(tmp_path, rows=2)])
    boa = replace(session, actor=Actor(session.actor.account, Rol.BOA))
    acts: list[Callable[[], object]] = [
        lambda: lijst_imports(boa), lambda: voer_uit(boa, plan), lambda: hervat(boa, 1), lambda: vergeet_import(boa, 1),
        lambda: gevolg_ongedaan(boa, 1), lambda: maak_import_ongedaan(boa, 1), lambda: nrs_van_import(boa, [1]),
    ]  # fmt: skip
    for act in acts:
        with pytest.raises(UserError) as caught:
            act()
        assert caught.value.code == "geen_recht"
