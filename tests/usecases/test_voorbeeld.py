"""The example store: complete, marked, replaceable only when it is one."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from boa_app.domain.codelijsten import Codelijsten, load_codelijsten
from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.paths import resource
from boa_app.store import integrity, jops, meldingen, rondes, schouwen
from boa_app.store.lock import StoreLock
from boa_app.store.opening import store_exists
from boa_app.usecases import voorbeeld
from boa_app.usecases.opening import make_store, open_session
from boa_app.usecases.voorbeeld import maak_voorbeeld
from boa_app.vault.keyfile import KdfParams

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
LIGHT = KdfParams(memory_kib=64, time_cost=1, parallelism=1)


def _clock() -> datetime:
    return NOW


@pytest.fixture(scope="module")
def lijsten() -> Codelijsten:
    return load_codelijsten(resource("codelijsten"))


def test_complete_and_marked(tmp_path: Path, lijsten: Codelijsten) -> None:
    folder = tmp_path / "opslag"
    verslag = maak_voorbeeld(folder, "voorbeeld", lijsten, _clock, kdf=LIGHT)
    assert {year: verslag.per_jaar[year] for year in (2019, 2020, 2021, 2022)} == {
        2019: 258, 2020: 533, 2021: 260, 2022: 235,
    }  # fmt: skip
    assert verslag.meldingen == sum(verslag.per_jaar.values())
    session = open_session(folder, "voorbeeld", lijsten, _clock)
    try:
        assert session.store.meta.voorbeeld
        assert session.kaart is not None
        assert session.kaart.voorbeeld
        with session.store.read() as reader:
            assert meldingen.count(reader) == verslag.meldingen
            assert integrity.check(reader) == []
            assert (len(jops.list_jops(reader)), len(schouwen.list_schouwen(reader))) == (2, 2)
            assert len(rondes.list_rondes(reader, 99)) > 10
            latest = meldingen.latest_own(reader, session.actor.account)
            newest = meldingen.recent(reader, 40)
        assert latest is not None
        assert latest.melding == next(r.melding for r in newest if r.melding.soort != "GEEN")
    finally:
        session.close()
    assert {path.name for path in folder.iterdir()} == {"boa.db", "sleutel.json", "slot", "kaartpakket"}


def test_same_seed_same_content(tmp_path: Path, lijsten: Codelijsten) -> None:
    found = []
    for name in ("a", "b"):
        maak_voorbeeld(tmp_path / name, "voorbeeld", lijsten, _clock, aantal=80, zaad=7, kdf=LIGHT)
        session = open_session(tmp_path / name, "voorbeeld", lijsten, _clock)
        with session.store.read() as reader:
            records = meldingen.recent(reader, 80)
        session.close()
        found.append([(r.melding.to_values() | {"ronde": ""}) for r in records])
    assert found[0] == found[1]
    assert len(found[0]) == 80


def test_replaces_only_an_example(tmp_path: Path, lijsten: Codelijsten) -> None:
    folder = tmp_path / "opslag"
    maak_voorbeeld(folder, "voorbeeld", lijsten, _clock, aantal=5, kdf=LIGHT)
    with pytest.raises(UserError) as caught:
        maak_voorbeeld(folder, "voorbeeld", lijsten, _clock, aantal=5, kdf=LIGHT)
    assert caught.value.code == "opslag_bestaat_al"
    with pytest.raises(UserError) as caught:
        maak_voorbeeld(folder, "verkeerd!", lijsten, _clock, opnieuw=True, kdf=LIGHT)
    assert caught.value.code == "wachtwoord_onjuist"
    again = maak_voorbeeld(folder, "voorbeeld", lijsten, _clock, aantal=9, opnieuw=True, kdf=LIGHT)
    assert again.meldingen == 9
    open_session(folder, "voorbeeld", lijsten, _clock).close()


def test_never_replaces_real_work(tmp_path: Path, lijsten: Codelijsten) -> None:
    session, _ = make_store(
        tmp_path, "wachtwoord", lijsten, _clock, gemeente_code="GM0353", gemeente_naam="X", kdf=LIGHT
    )
    with pytest.raises(EnvironmentProblem) as busy:
        maak_voorbeeld(tmp_path, "wachtwoord", lijsten, _clock, opnieuw=True, kdf=LIGHT)
    assert busy.value.code == "opslag_in_gebruik"
    session.close()
    with pytest.raises(UserError) as caught:
        maak_voorbeeld(tmp_path, "wachtwoord", lijsten, _clock, opnieuw=True, kdf=LIGHT)
    assert caught.value.code == "geen_voorbeeld"
    open_session(tmp_path, "wachtwoord", lijsten, _clock).close()


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "slot"
    }


@pytest.mark.parametrize("opnieuw", [False, True])
@pytest.mark.parametrize("left", ["key and backup", "backup", "key"])
def test_never_touches_the_last_copy_of_a_lost_store(
    tmp_path: Path, lijsten: Codelijsten, left: str, opnieuw: bool
) -> None:
    session, _ = make_store(
        tmp_path, "wachtwoord", lijsten, _clock, gemeente_code="GM0353", gemeente_naam="X", kdf=LIGHT
    )
    session.close()
    (tmp_path / "reservekopie").mkdir()
    (tmp_path / "boa.db").rename(tmp_path / "reservekopie" / "boa-v1-20261101T000000Z.db")
    if left == "backup":
        (tmp_path / "sleutel.json").unlink()
    if left == "key":
        (tmp_path / "reservekopie" / "boa-v1-20261101T000000Z.db").unlink()
    before = _contents(tmp_path)
    with pytest.raises(UserError) as caught:
        maak_voorbeeld(tmp_path, "voorbeeld", lijsten, _clock, aantal=5, kdf=LIGHT, opnieuw=opnieuw)
    assert caught.value.code == "opslag_bestaat_al"
    assert _contents(tmp_path) == before


@pytest.mark.parametrize("moved", [0, 1, 2])
@pytest.mark.parametrize("replacing", [False, True])
def test_a_kill_while_moving_can_be_made_good(
    tmp_path: Path, lijsten: Codelijsten, moved: int, replacing: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if replacing:
        maak_voorbeeld(tmp_path, "voorbeeld", lijsten, _clock, aantal=3, kdf=LIGHT)
        (tmp_path / "reservekopie").mkdir()
        (tmp_path / "reservekopie" / "boa-v0-20261101T000000Z.db").write_bytes(b"old example")

    def move_some(building: Path, folder: Path) -> None:
        kept = shutil.copytree(building, folder / ".voorbeeld-gedood")
        monkeypatch.setattr(voorbeeld, "_PARTS", parts[:moved])
        move(kept, folder)

    parts, move = voorbeeld._PARTS, voorbeeld._move_into_place
    monkeypatch.setattr(voorbeeld, "_move_into_place", move_some)
    maak_voorbeeld(tmp_path, "voorbeeld", lijsten, _clock, aantal=4, kdf=LIGHT, opnieuw=True)
    monkeypatch.undo()
    assert not store_exists(tmp_path)
    maak_voorbeeld(tmp_path, "voorbeeld", lijsten, _clock, aantal=5, kdf=LIGHT)
    open_session(tmp_path, "voorbeeld", lijsten, _clock).close()
    assert {path.name for path in tmp_path.iterdir()} == {"boa.db", "sleutel.json", "slot", "kaartpakket"}


def test_waits_for_nobody_and_lets_nobody_in(tmp_path: Path, lijsten: Codelijsten) -> None:
    lock = StoreLock(tmp_path / "slot")
    with pytest.raises(EnvironmentProblem) as caught:
        maak_voorbeeld(tmp_path, "voorbeeld", lijsten, _clock, aantal=5, kdf=LIGHT)
    assert caught.value.code == "opslag_in_gebruik"
    lock.release()
    assert [path.name for path in tmp_path.iterdir()] == ["slot"]


def test_another_store_between_proof_and_lock_stays(
    tmp_path: Path, lijsten: Codelijsten, monkeypatch: pytest.MonkeyPatch
) -> None:
    maak_voorbeeld(tmp_path / "a", "voorbeeld", lijsten, _clock, aantal=3, kdf=LIGHT)
    session, _ = make_store(
        tmp_path / "b", "voorbeeld", lijsten, _clock, gemeente_code="GM0353", gemeente_naam="X", kdf=LIGHT
    )
    session.close()
    before = _contents(tmp_path / "b")

    def prove_then_swap(*args: Any, **options: Any) -> str:
        proven = prove(*args, **options)
        shutil.rmtree(tmp_path / "a")
        shutil.copytree(tmp_path / "b", tmp_path / "a")
        return proven

    prove = voorbeeld._prove_example
    monkeypatch.setattr(voorbeeld, "_prove_example", prove_then_swap)
    with pytest.raises(UserError) as caught:
        maak_voorbeeld(tmp_path / "a", "voorbeeld", lijsten, _clock, aantal=3, kdf=LIGHT, opnieuw=True)
    assert caught.value.code == "opslag_bestaat_al"
    assert _contents(tmp_path / "a") == before


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"jaren": (2026, 2019)}, "jaren_ongeldig"),
        ({"jaren": (1200, 2019)}, "jaren_ongeldig"),
        ({"aantal": -1}, "aantal_ongeldig"),
    ],
)
def test_refuses_nonsense_before_touching_the_disk(
    tmp_path: Path, lijsten: Codelijsten, options: dict[str, tuple[int, int]], code: str
) -> None:
    with pytest.raises(UserError) as caught:
        maak_voorbeeld(tmp_path / "x", "voorbeeld", lijsten, _clock, kdf=LIGHT, **options)  # type: ignore[arg-type]
    assert caught.value.code == code
    assert not (tmp_path / "x").exists()


def test_a_failure_leaves_no_store(tmp_path: Path, lijsten: Codelijsten) -> None:
    with pytest.raises(UserError) as caught:
        maak_voorbeeld(tmp_path / "x", "kort", lijsten, _clock, kdf=LIGHT)
    assert caught.value.code == "wachtwoord_te_kort"
    assert [path.name for path in (tmp_path / "x").iterdir()] == ["slot"]


def test_folder_that_is_a_file(tmp_path: Path, lijsten: Codelijsten) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    with pytest.raises(EnvironmentProblem) as caught:
        maak_voorbeeld(tmp_path / "x", "voorbeeld", lijsten, _clock, kdf=LIGHT)
    assert caught.value.code == "map_alleen_lezen"


_WORKER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from boa_app.domain.codelijsten import load_codelijsten
from boa_app.paths import resource
from boa_app.usecases.voorbeeld import maak_voorbeeld
from boa_app.vault.keyfile import KdfParams
now = datetime(2026, 11, 20, 20, tzinfo=UTC)
maak_voorbeeld(Path(sys.argv[1]), "voorbeeld", load_codelijsten(resource("codelijsten")), lambda: now,
               aantal=20_000, kdf=KdfParams(64, 1, 1))
"""


def test_a_kill_leaves_no_store_and_the_next_one_tidies_up(tmp_path: Path, lijsten: Codelijsten) -> None:
    folder = tmp_path / "opslag"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    with subprocess.Popen([sys.executable, "-c", _WORKER, str(folder)], env=environment) as process:
        while not list(folder.glob(".voorbeeld-*/boa.db")):
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=0.02)
                pytest.fail("it was over before it could be killed")
        process.kill()
    assert not store_exists(folder)
    maak_voorbeeld(folder, "voorbeeld", lijsten, _clock, aantal=5, kdf=LIGHT)
    assert {path.name for path in folder.iterdir()} == {"boa.db", "sleutel.json", "slot", "kaartpakket"}
