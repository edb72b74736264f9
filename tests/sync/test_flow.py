"""The order of a round, played against a scripted centre: what is asked, in which order, and how it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.sync.flow import (
    MAX_STARTS,
    Afloop,
    BeginDeel,
    Bevestig,
    Deel,
    Geweigerd,
    Haal,
    HaalBegin,
    HaalFotos,
    Klaar,
    OpenBegin,
    Rondeuitslag,
    SluitBegin,
    Stuur,
    StuurFotos,
    Toestelstand,
    Uitkomst,
    Verzoek,
    VraagBon,
    VraagStand,
    VraagToken,
    sync_flow,
)
from boa_app.sync.protocol import Stand


def stand(epoch: int = 1, horizon: int = 0, min_schema: int = 1) -> Stand:
    return Stand("a", "A", "boa", None, "GM0353", "IJsselstein", epoch, horizon, 1, min_schema, "", "00", "00")


@dataclass
class Centre:
    """What a well-behaved driver and centre answer; ``says`` takes over for a kind of request."""

    epoch: int = 1
    horizon: int = 0
    min_schema: int = 1
    last: int = 0
    page: int = 10
    unsent: int = 0
    photos: int = 0
    begin_pages: int = 1
    says: dict[type, Callable[[Verzoek], Uitkomst | None]] = field(default_factory=dict)
    asked: list[Verzoek] = field(default_factory=list)

    def answer(self, request: Verzoek) -> Uitkomst:
        self.asked.append(request)
        own = self.says.get(type(request))
        said = own(request) if own else None
        return said if said is not None else self._usual(request)

    def _usual(self, request: Verzoek) -> Uitkomst:
        match request:
            case VraagStand():
                return stand(self.epoch, self.horizon, self.min_schema)
            case Stuur():
                sent = min(self.unsent, 500)
                self.unsent -= sent
                return Klaar(sent, self.unsent > 0)
            case StuurFotos():
                sent = min(self.photos, 1)
                self.photos -= sent
                return Klaar(sent, self.photos > 0)
            case HaalBegin(na, _):
                nr = int(na or "0") + 1
                return BeginDeel(str(nr) if nr < self.begin_pages else "", self.last, self.epoch)
            case Haal(na, epoch):
                if epoch != self.epoch:
                    return Geweigerd("epoch_verschilt")
                if na < self.horizon:
                    return Geweigerd("cursor_te_oud")
                cursor = min(na + self.page, self.last)
                return Deel(cursor, cursor < self.last, self.epoch)
            case _:
                return Klaar()

    def kinds(self) -> list[type]:
        return [type(request) for request in self.asked]


def play(toestel: Toestelstand, centre: Centre) -> Rondeuitslag:
    flow = sync_flow(toestel)
    request = next(flow)
    for _ in range(10_000):
        try:
            request = flow.send(centre.answer(request))
        except StopIteration as stop:
            result: Rondeuitslag = stop.value
            return result
    raise AssertionError("the round never ends")


KNOWN = Toestelstand(cursor=40, epoch=1, schema=1)


def test_a_round_sends_first_and_ends_with_the_receipt() -> None:
    centre = Centre(last=55, unsent=1200, photos=2)
    assert play(KNOWN, centre) == Rondeuitslag(Afloop.GELUKT, van=40, tot=55)
    assert centre.kinds() == [
        VraagToken, VraagStand, Stuur, Stuur, Stuur, Haal, Haal, Bevestig, StuurFotos, StuurFotos, HaalFotos, VraagBon,
    ]  # fmt: skip
    assert centre.asked[-1] == VraagBon(40, 55)


@pytest.mark.parametrize(
    ("toestel", "centre"),
    [
        (Toestelstand(None, 0, 1), Centre(last=55, begin_pages=3)),
        (Toestelstand(40, 1, 1), Centre(last=55, begin_pages=3, epoch=2)),
        (Toestelstand(40, 1, 1), Centre(last=55, begin_pages=3, horizon=41)),
    ],
    ids=["new device", "other scope", "away too long"],
)
def test_a_first_state_where_it_is_needed(toestel: Toestelstand, centre: Centre) -> None:
    centre.photos = 1
    assert play(toestel, centre) == Rondeuitslag(Afloop.GELUKT, van=55, tot=55)
    assert centre.kinds() == [
        VraagToken, VraagStand, Stuur, StuurFotos, OpenBegin, HaalBegin, HaalBegin, HaalBegin, SluitBegin, Haal,
        Bevestig, StuurFotos, HaalFotos, VraagBon,
    ]  # fmt: skip
    assert [r for r in centre.asked if isinstance(r, HaalBegin)] == [
        HaalBegin("", 0),
        HaalBegin("1", 55),
        HaalBegin("2", 55),
    ]
    assert SluitBegin(centre.epoch, 55) in centre.asked


def test_scope_that_changes_during_the_pull_sends_again_and_then_takes_a_first_state() -> None:
    centre = Centre(last=55)

    def change_scope(request: Verzoek) -> Uitkomst | None:
        if isinstance(request, Haal) and request.epoch == 1:
            centre.epoch, centre.unsent = 2, 1
        return None

    centre.says[Haal] = change_scope
    assert play(KNOWN, centre).afloop is Afloop.GELUKT
    kinds = centre.kinds()
    assert kinds[:6] == [VraagToken, VraagStand, Stuur, Haal, VraagStand, Stuur]
    assert OpenBegin(2) in centre.asked
    assert centre.unsent == 0


def test_a_page_of_another_scope_is_not_the_end_of_a_first_state() -> None:
    """The records of the old scope must not be closed as the state of the new one."""
    centre = Centre(last=55, epoch=2)
    pages = iter([BeginDeel("1", 50, 2), BeginDeel("", 55, 3)])

    def change_halfway(_: Verzoek) -> Uitkomst | None:
        page = next(pages, None)
        centre.epoch = 3 if page else centre.epoch
        return page

    centre.says[HaalBegin] = change_halfway
    assert play(KNOWN, centre).afloop is Afloop.GELUKT
    assert [r for r in centre.asked if isinstance(r, (OpenBegin, SluitBegin))] == [
        OpenBegin(2), OpenBegin(3), SluitBegin(3, 55),
    ]  # fmt: skip


def test_a_page_of_the_pull_of_another_scope_starts_again() -> None:
    centre = Centre(last=55)
    pages = iter([Deel(50, True, 1), Deel(55, False, 2)])

    def change_halfway(_: Verzoek) -> Uitkomst | None:
        page = next(pages, None)
        centre.epoch = 2 if page and page.epoch == 2 else centre.epoch
        return page

    centre.says[Haal] = change_halfway
    assert play(KNOWN, centre) == Rondeuitslag(Afloop.GELUKT, van=55, tot=55)


def test_a_scope_that_keeps_changing_is_left_to_the_next_round() -> None:
    centre = Centre(says={Haal: lambda _: Geweigerd("epoch_verschilt")}, unsent=3)
    assert play(KNOWN, centre) == Rondeuitslag(Afloop.UITGESTELD, "epoch_verschilt")
    assert centre.kinds().count(VraagStand) == MAX_STARTS
    assert centre.unsent == 0


def test_a_cursor_that_became_too_old_halfway_takes_a_first_state() -> None:
    centre = Centre(last=55)
    answers = iter([Geweigerd("cursor_te_oud")])
    centre.says[Haal] = lambda _: next(answers, None)
    assert play(KNOWN, centre).afloop is Afloop.GELUKT
    assert OpenBegin(1) in centre.asked


def test_an_old_program_sends_its_work_and_fetches_nothing() -> None:
    centre = Centre(last=55, unsent=700, photos=1, min_schema=2)
    assert play(KNOWN, centre) == Rondeuitslag(Afloop.ALLEEN_GESTUURD, "programma_te_oud")
    assert centre.kinds() == [VraagToken, VraagStand, Stuur, Stuur, StuurFotos, VraagBon]
    assert (centre.unsent, centre.photos) == (0, 0)


def test_a_program_that_turns_out_too_old_at_the_pull_has_sent_its_work() -> None:
    centre = Centre(unsent=1, photos=1, says={Haal: lambda _: Geweigerd("programma_te_oud")})
    assert play(KNOWN, centre).afloop is Afloop.ALLEEN_GESTUURD
    assert (centre.unsent, centre.photos) == (0, 0)


def test_another_refusal_of_the_pull_is_told() -> None:
    centre = Centre(says={Haal: lambda _: Geweigerd("te_veel")})
    assert play(KNOWN, centre) == Rondeuitslag(Afloop.MISLUKT, "te_veel")


@pytest.mark.parametrize(
    ("code", "afloop"),
    [
        ("toestel_ingetrokken", Afloop.INGETROKKEN),
        ("oidc_nodig", Afloop.AANMELDEN),
        ("account_beeindigd", Afloop.MISLUKT),
        ("token_ongeldig", Afloop.MISLUKT),
    ],
)
def test_a_refused_token_ends_the_round(code: str, afloop: Afloop) -> None:
    centre = Centre(says={VraagToken: lambda _: Geweigerd(code)})
    assert play(KNOWN, centre) == Rondeuitslag(afloop, code)
    assert centre.kinds() == [VraagToken]


def test_a_token_that_runs_out_is_renewed_and_the_request_asked_again() -> None:
    centre = Centre(last=55)
    answers = iter([None, Geweigerd("token_verlopen")])
    centre.says[Haal] = lambda _: next(answers, None)
    assert play(KNOWN, centre) == Rondeuitslag(Afloop.GELUKT, van=40, tot=55)
    assert centre.kinds()[3:7] == [Haal, Haal, VraagToken, Haal]


def test_a_new_token_that_is_refused_too_ends_the_round() -> None:
    centre = Centre(says={Stuur: lambda _: Geweigerd("token_verlopen")})
    assert play(KNOWN, centre) == Rondeuitslag(Afloop.MISLUKT, "token_verlopen")
    assert centre.kinds() == [VraagToken, VraagStand, Stuur, VraagToken, Stuur]


def test_steps_that_move_nothing_are_not_repeated() -> None:
    """A photo that cannot be read now, or a centre that says there is more and gives nothing, must not hang a round."""
    centre = Centre(
        says={StuurFotos: lambda _: Klaar(0, True), Haal: lambda _: Deel(40, True, 1), Stuur: lambda _: Klaar(0, True)}
    )
    assert play(KNOWN, centre) == Rondeuitslag(Afloop.GELUKT, van=40, tot=40)
    assert centre.kinds().count(StuurFotos) == 1


def test_a_centre_that_was_set_back_does_not_set_the_cursor_back() -> None:
    centre = Centre(says={Haal: lambda _: Deel(3, False, 1)})
    assert play(KNOWN, centre).tot == 40


def test_an_answer_of_another_kind_is_a_bug() -> None:
    flow = sync_flow(KNOWN)
    next(flow)
    with pytest.raises(TypeError, match="Stand is no answer to VraagToken"):
        flow.send(stand())


REFUSALS = st.sampled_from(["epoch_verschilt", "cursor_te_oud", "programma_te_oud", "token_verlopen", "te_veel", None])


@given(st.lists(REFUSALS, max_size=12), st.integers(0, 1600), st.sampled_from([KNOWN, Toestelstand(None, 0, 1)]))
def test_whatever_is_refused_the_round_ends_and_nothing_is_fetched_before_work_was_sent(
    refusals: list[str | None], unsent: int, toestel: Toestelstand
) -> None:
    script: Iterator[str | None] = iter(refusals)

    def refuse(_: Verzoek) -> Uitkomst | None:
        code = next(script, None)
        return Geweigerd(code) if code else None

    centre = Centre(last=90, unsent=unsent, begin_pages=2, says={Haal: refuse, HaalBegin: refuse, Stuur: refuse})
    sent_before: list[bool] = []
    centre.says[OpenBegin] = lambda _: sent_before.append(centre.unsent == 0)
    result = play(toestel, centre)
    assert all(sent_before)
    closed = [r for r in centre.asked if isinstance(r, SluitBegin)]
    assert len(closed) <= centre.kinds().count(OpenBegin)
    if result.afloop is Afloop.GELUKT:
        assert centre.unsent == 0
        assert centre.asked[-1] == VraagBon(result.van, result.tot)
        assert toestel.cursor is not None or closed
