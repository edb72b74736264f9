"""Both sides count apart and must come to the same number, in whatever order and in however many batches."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from boa_app.sync.bon import LEEG, Verschil, add, control_number, counts, differences, digest
from boa_app.sync.protocol import BonAntwoord, BonVraag, Telling

IDS = st.lists(st.uuids().map(str), unique=True, max_size=8)


@given(IDS, st.randoms(use_true_random=False), st.integers(0, 8))
def test_order_and_batches_do_not_matter(ids: list[str], random: object, cut: int) -> None:
    shuffled = sorted(ids, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert digest(shuffled) == digest(ids)
    assert add(digest(ids[:cut]), digest(ids[cut:])) == digest(ids)


@given(IDS, IDS)
def test_another_set_has_another_digest(first: list[str], second: list[str]) -> None:
    assert (digest(first) == digest(second)) == (set(first) == set(second))


def test_twice_the_same_id_is_seen() -> None:
    assert digest(["a", "a"]) != digest(["a"])
    assert digest(["a", "a", "b"]).controle != digest(["b"]).controle


def test_nothing_is_empty() -> None:
    assert digest([]) == LEEG == Telling(0, "0" * 32)


def test_known_digest() -> None:
    """The wire format: other implementations must come to this. sha256("a") ends on these sixteen bytes."""
    assert digest(["a"]) == Telling(1, "a786eff8147c4e72b9807785afee48bb")


VRAAG = BonVraag("s", {"melding": digest(["a", "b"]), "foto": LEEG}, digest(["c"]), 4, 9, digest(["f"]))


def test_counts_leave_out_what_there_is_none_of() -> None:
    assert counts(VRAAG) == {
        "gestuurd.melding": digest(["a", "b"]), "opgehaald": digest(["c"]), "fotos": digest(["f"]),
    }  # fmt: skip


def test_equal_counts_differ_nowhere() -> None:
    theirs = BonAntwoord(7, {"melding": digest(["b", "a"])}, digest(["c"]), digest(["f"]), "2026-11-20T21:00:00Z")
    assert differences(counts(VRAAG), counts(theirs)) == ()
    assert control_number(counts(VRAAG)) == control_number(counts(theirs))


def test_what_one_side_misses_is_told_by_name() -> None:
    theirs = BonAntwoord(7, {"melding": digest(["b", "x"]), "ronde": digest(["r"])}, digest(["c"]), LEEG, "")
    assert differences(counts(VRAAG), counts(theirs)) == (
        Verschil("fotos", digest(["f"]), LEEG),
        Verschil("gestuurd.melding", digest(["a", "b"]), digest(["b", "x"])),
        Verschil("gestuurd.ronde", LEEG, digest(["r"])),
    )
    assert control_number(counts(VRAAG)) != control_number(counts(theirs))


def test_control_number_can_be_read_aloud() -> None:
    assert re.fullmatch(r"[0-9A-F]{4} [0-9A-F]{4}", control_number({}))
