"""Devices with skewed clocks and one centre over lines that lose, double, delay and cut: all of them end up equal.

Nothing that was accepted is missing, nothing is there twice, every real conflict shows exactly once and no false one,
and nobody holds what his role may not. 200 runs; 10,000 with --long.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from tests.centrale import OOST, WEST
from tests.lijnen import FAULTS
from tests.syncwereld import GROUPS, Wereld, check_all, make_wereld

RUNS, LONG_RUNS, STEPS = 200, 10_000, 14
ROLLEN = st.sampled_from([*["teamleider"] * 6, "boa", "boa", "jeugdboa", "schouwleider"])
BUURTEN = st.sampled_from([None, (OOST,), (WEST,), (OOST, WEST)])
SCHEEF = st.sampled_from([0, 0, 3, -3, 240, -240]).map(lambda minutes: timedelta(minutes=minutes))
EDITS = st.one_of(
    st.fixed_dictionaries({"ernst": st.sampled_from(["1", "2", "3"])}),
    st.fixed_dictionaries({"feiten": st.sampled_from(["bij de bankjes", "op het plein", "Jan Jansen 0612345678"])}),
    st.fixed_dictionaries({"duiding": st.sampled_from(["rustig gebleven", "lijkt een vaste groep"])}),
    st.fixed_dictionaries({"groepsgrootte": st.sampled_from(GROUPS)}),
    st.sampled_from([{"lon": 5.03, "lat": 52.02}, {"lon": 5.05, "lat": 52.021}]),
)
SELDOM = st.integers(0, 2)
PLAN = st.lists(st.sampled_from(FAULTS), max_size=12)
WHO, WHICH = st.integers(0, 5), st.integers(0, 3)


class Rounds(RuleBasedStateMachine):
    """The world, step by step."""

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        self._folder = Path(tempfile.mkdtemp())
        self.wereld: Wereld = self._stack.enter_context(make_wereld(self._folder))

    @initialize(eerste=SCHEEF, rollen=st.lists(st.tuples(ROLLEN, BUURTEN, SCHEEF), min_size=1, max_size=5))
    def begin(self, eerste: timedelta, rollen: list[tuple[str, tuple[str, ...] | None, timedelta]]) -> None:
        self.wereld.voeg_toestel_toe("teamleider", None, eerste)
        for rol, buurten, scheef in rollen:
            self.wereld.voeg_toestel_toe(rol, buurten if rol == "boa" else None, scheef)
        # Something that everybody who may has, to disagree about.
        for place in range(2):
            self.wereld.meld(0, place, "op het plein")
        for who in range(len(rollen) + 1):
            self.wereld.sync(who)

    @rule(who=WHO, place=WHICH, feiten=st.sampled_from(["", "op het plein"]))
    def meld(self, who: int, place: int, feiten: str) -> None:
        self.wereld.clock.forward(seconds=20)
        self.wereld.meld(who, place, feiten)

    @rule(who=WHO, which=WHICH, values=EDITS)
    def wijzig(self, who: int, which: int, values: dict[str, object]) -> None:
        self.wereld.clock.forward(seconds=20)
        self.wereld.wijzig(who, which, dict(values))

    @rule(edits=st.lists(st.tuples(WHO, WHICH, EDITS), min_size=2, max_size=5))
    def werk(self, edits: list[tuple[int, int, dict[str, object]]]) -> None:
        """Several people work on without knowing of each other."""
        for who, which, values in edits:
            self.wereld.clock.forward(seconds=20)
            self.wereld.wijzig(who, which, dict(values))

    @rule(edits=st.lists(st.tuples(WHO, WHICH, EDITS), min_size=2, max_size=5), who=WHO)
    def werk_en_sync(self, edits: list[tuple[int, int, dict[str, object]]], who: int) -> None:
        self.werk(edits)
        self.wereld.sync(who)

    @rule(who=WHO, which=WHICH, dice=SELDOM)
    def laat_vervallen(self, who: int, which: int, dice: int) -> None:
        if dice == 0:
            self.wereld.laat_vervallen(who, which)

    @rule(who=WHO, which=WHICH)
    def kies(self, who: int, which: int) -> None:
        self.wereld.kies(who, which)

    @rule(who=WHO)
    def sync(self, who: int) -> None:
        self.wereld.clock.forward(seconds=20)
        self.wereld.sync(who)

    @rule(who=WHO, plan=PLAN, seed=st.integers(0, 2**16))
    def sync_badly(self, who: int, plan: list[str], seed: int) -> None:
        self.wereld.sync(who, plan, seed=seed)

    @rule(who=WHO, number=st.integers(0, 9), when=st.sampled_from(["voor", "na"]))
    def crash(self, who: int, number: int, when: str) -> None:
        self.wereld.sync(who, crash=lambda at, moment: (at, moment) == (number, when))

    @precondition(lambda self: self.wereld.late.waiting)
    @rule()
    def laat_aankomen(self) -> None:
        self.wereld.laat_aankomen()

    @rule(who=WHO, rol=ROLLEN, buurten=BUURTEN)
    def verander(self, who: int, rol: str, buurten: tuple[str, ...] | None) -> None:
        self.wereld.verander(who, rol, buurten if rol == "boa" else None)

    @rule(which=WHICH, dice=SELDOM)
    def schoon_op(self, which: int, dice: int) -> None:
        if dice == 0:
            self.wereld.schoon_op(which)

    def teardown(self) -> None:
        try:
            if self.wereld.toestellen:
                self.wereld.rust()
                check_all(self.wereld)
        finally:
            self._stack.close()
            shutil.rmtree(self._folder)


def _run(count: int) -> None:
    kept = settings(
        max_examples=count, stateful_step_count=STEPS, deadline=None, print_blob=True,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(Rounds, settings=kept)


@pytest.mark.timeout(1800)
def test_everybody_ends_up_equal_and_nothing_is_lost() -> None:
    _run(RUNS)


@pytest.mark.long
@pytest.mark.timeout(12 * 3600)
def test_everybody_ends_up_equal_ten_thousand_times() -> None:
    _run(LONG_RUNS)
