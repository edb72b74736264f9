"""Imports of overlapping files in any order, waiting, going on, inside each other, taken back: no row is ever twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boa_app.domain.errors import UserError
from boa_app.exchange import tables
from boa_app.store import imports, integrity
from boa_app.usecases.importeren import (
    Importverslag,
    hervat,
    importeer,
    lijst_imports,
    maak_import_ongedaan,
    vergeet_import,
    voer_uit,
)
from boa_app.usecases.importplan import verken
from boa_app.usecases.session import Session
from tests.samples import SetClock, make_sample_session
from tests.store.samples import swept

ROWS = 70
# The files by their first row: each overlaps the next, the last is the first once more.
FILES = {"a.csv": 0, "b.csv": 30, "c.csv": 65, "d.csv": 0}


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    # Small batches, so that files of some rows wait halfway as those of thousands do.
    monkeypatch.setattr(tables, "BATCH", 5)
    monkeypatch.setattr(imports, "_CHUNK", 10)
    made = make_sample_session(tmp_path / "opslag", SetClock())
    for name, first in FILES.items():
        lines = [f"{at};13-2-2026 {at // 60:02d}:{at % 60:02d};5,04;52,02" for at in range(first, first + ROWS)]
        (tmp_path / name).write_text("\n".join(["id;datum;lon;lat", *lines]) + "\n", encoding="utf-8")
    yield made
    made.close()


@dataclass
class Ploeg:
    """People importing; every act leaves each key to be seen at most once, and its report adds up."""

    session: Session
    folder: Path
    nested: list[Importverslag] = field(default_factory=list)

    def visible(self) -> int:
        with self.session.store.read() as reader:
            assert integrity.check(reader) == []
            found = reader.db.conn.execute(
                "SELECT count(*), count(DISTINCT bron_sleutel) FROM meldingen_zichtbaar"
            ).fetchone()
        assert found[0] == found[1], "a row is there twice"
        return int(found[0])

    def nrs(self, *statuses: str) -> list[int]:
        return [one.nr for one in lijst_imports(self.session) if one.status in statuses]

    def told(self, before: int, verslag: Importverslag) -> None:
        parts = verslag.toegevoegd + verslag.bestaand + verslag.overgeslagen + verslag.afgekeurd
        if verslag.status == "klaar":
            assert verslag.gelezen == parts
            assert self.visible() - before == verslag.toegevoegd + sum(one.toegevoegd for one in self.nested)
        self.nested.clear()

    def run(self, name: str, wait: int, inside: str, act: Callable[[Callable[[], bool]], Importverslag]) -> None:
        before, calls = self.visible(), [0]

        def paused() -> bool:
            calls[0] += 1
            if inside and calls[0] == 6:
                self.nested.append(importeer(self.session, [self.folder / inside]))
            return 0 < wait < calls[0]

        self.told(before, act(paused))


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("nieuw", "nieuw", "verder", "ongedaan", "vergeet")), st.sampled_from(sorted(FILES)),
        st.integers(0, 14), st.sampled_from(("", "", "a.csv", "b.csv")), st.integers(0, 3),
    ),
    min_size=2, max_size=7,
)  # fmt: skip


def _step(ploeg: Ploeg, step: tuple[str, str, int, str, int]) -> None:
    what, name, wait, inside, which = step
    session, waiting, done = ploeg.session, ploeg.nrs("gepauzeerd", "afgebroken"), ploeg.nrs("klaar")
    if what == "nieuw":
        plan = verken(session, [ploeg.folder / name])
        ploeg.run(name, wait, inside, lambda paused: voer_uit(session, plan, paused=paused))
    elif what == "verder" and waiting:
        nr = waiting[which % len(waiting)]
        try:
            ploeg.run(name, wait, inside, lambda paused: hervat(session, nr, paused=paused))
        except UserError as error:
            assert error.code == "import_niet_hervatbaar"
    elif what == "ongedaan" and done:
        before, verslag = ploeg.visible(), maak_import_ongedaan(session, done[which % len(done)])
        assert before - ploeg.visible() == verslag.verwijderd
    elif what == "vergeet" and waiting:
        before = ploeg.visible()
        vergeet_import(session, waiting[which % len(waiting)])
        assert ploeg.visible() == before


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_no_row_is_ever_twice(session: Session, tmp_path: Path, steps: list[tuple[str, str, int, str, int]]) -> None:
    ploeg = Ploeg(session, tmp_path)
    for step in steps:
        _step(ploeg, step)
        ploeg.visible()
    for nr in ploeg.nrs("gepauzeerd"):
        vergeet_import(session, nr)
    swept(session.store)
    for name in FILES:
        importeer(session, [tmp_path / name])
    assert ploeg.visible() == 65 + ROWS
    for nr in ploeg.nrs("klaar"):
        maak_import_ongedaan(session, nr)
    assert ploeg.visible() == 0
    swept(session.store)


def test_an_import_of_the_same_file_meanwhile(session: Session, tmp_path: Path) -> None:
    """What the review found: wait halfway, import the same file again, go on."""
    ploeg, path = Ploeg(session, tmp_path), tmp_path / "a.csv"
    ploeg.run("a.csv", 8, "", lambda paused: voer_uit(session, verken(session, [path]), paused=paused))
    (nr,) = ploeg.nrs("gepauzeerd")
    again = voer_uit(session, verken(session, [path]))
    assert again.toegevoegd == ROWS
    done = hervat(session, nr)
    assert (done.toegevoegd, done.bestaand, ploeg.visible()) == (0, ROWS, ROWS)


def test_an_import_that_finishes_while_another_runs(session: Session, tmp_path: Path) -> None:
    ploeg = Ploeg(session, tmp_path)
    plan = verken(session, [tmp_path / "a.csv", tmp_path / "b.csv"])
    ploeg.run("a.csv", 0, "b.csv", lambda paused: voer_uit(session, plan, paused=paused))
    assert ploeg.visible() == 30 + ROWS
