"""The order of one round of syncing, without network, clock or database: a generator that yields requests and is sent
what came of each.

    token ─► stand ─► push… ─► schema too old? ───────────────────────────► bon: only sent
                         │
                         ├─► scope as before: pull… ─► purges ─► photos up ─┐
                         └─► other scope, or cursor too old:                ├─► photos down ─► bon
                             photos up ─► first state… ─► pull… ─► purges ──┘

Unsent work always leaves the device before anything is fetched, and before a first state can take records away. When
the scope changes halfway, the round starts again at stand. A line that is cut ends the generator; the next round
begins again, and each step is harmless when repeated.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from boa_app.sync.protocol import Stand

MAX_STARTS = 4


@dataclass(frozen=True, slots=True)
class Toestelstand:
    """What the device knows at the start. cursor: None when it never had a first state; schema: of its messages."""

    cursor: int | None
    epoch: int
    schema: int


@dataclass(frozen=True, slots=True)
class VraagToken:
    """Get a fresh token with the device key. Answer: Klaar."""


@dataclass(frozen=True, slots=True)
class VraagStand:
    """Ask who this device is now, and keep that. Answer: Stand."""


@dataclass(frozen=True, slots=True)
class Stuur:
    """Send the oldest unsent changes, at most MAX_PUSH, and keep the answers. Answer: Klaar."""


@dataclass(frozen=True, slots=True)
class StuurFotos:
    """Send the next photo the centre has not. Answer: Klaar."""


@dataclass(frozen=True, slots=True)
class OpenBegin:
    """Mark that a first state of this epoch comes in. Answer: Klaar."""

    epoch: int


@dataclass(frozen=True, slots=True)
class HaalBegin:
    """Fetch and apply one page of the first state. Answer: BeginDeel."""

    na: str
    stand: int


@dataclass(frozen=True, slots=True)
class SluitBegin:
    """Remove what the first state did not hold; from now on the cursor is stand. Answer: Klaar."""

    epoch: int
    stand: int


@dataclass(frozen=True, slots=True)
class Haal:
    """Fetch and apply one page of changes. Answer: Deel."""

    na: int
    epoch: int


@dataclass(frozen=True, slots=True)
class Bevestig:
    """Tell which purge orders were carried out. Answer: Klaar."""


@dataclass(frozen=True, slots=True)
class HaalFotos:
    """Fetch the next photo whose bytes are still to come. Answer: Klaar."""


@dataclass(frozen=True, slots=True)
class VraagBon:
    """Compare counts: everything sent, and what was pulled above van up to tot. Answer: Klaar."""

    van: int
    tot: int


Verzoek = (
    VraagToken | VraagStand | Stuur | StuurFotos | OpenBegin | HaalBegin | SluitBegin | Haal | Bevestig | HaalFotos
    | VraagBon
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Klaar:
    """The step is done. aantal: how many things moved; meer: ask again, there is more. A step that moves nothing is
    not asked again."""

    aantal: int = 0
    meer: bool = False


@dataclass(frozen=True, slots=True)
class BeginDeel:
    """A page of the first state that is now in the store; as Beginblad."""

    volgende: str
    stand: int
    epoch: int


@dataclass(frozen=True, slots=True)
class Deel:
    """A page of the pull that is now in the store; as Blad."""

    cursor: int
    meer: bool
    epoch: int


@dataclass(frozen=True, slots=True)
class Geweigerd:
    """The centre refused the request with this code of its Fout."""

    code: str


Uitkomst = Klaar | Stand | BeginDeel | Deel | Geweigerd


class Afloop(StrEnum):
    """How a round ended. ALLEEN_GESTUURD: the program is too old to fetch. AANMELDEN: a person must sign in first.
    INGETROKKEN: the local key must go. UITGESTELD: the scope kept changing, the next round goes on."""

    GELUKT = "gelukt"
    ALLEEN_GESTUURD = "alleen_gestuurd"
    AANMELDEN = "aanmelden"
    INGETROKKEN = "ingetrokken"
    UITGESTELD = "uitgesteld"
    MISLUKT = "mislukt"


@dataclass(frozen=True, slots=True)
class Rondeuitslag:
    """code: of the refusal that ended the round, else "". van, tot: between which seqs was pulled."""

    afloop: Afloop
    code: str = ""
    van: int = 0
    tot: int = 0


Flow = Generator[Verzoek, Uitkomst, Rondeuitslag]
_A = TypeVar("_A", Klaar, Stand, BeginDeel, Deel)
_TOKEN_CODES = frozenset({"token_verlopen", "token_ongeldig"})
_EPOCH, _CURSOR, _TOO_OLD = "epoch_verschilt", "cursor_te_oud", "programma_te_oud"
# An account that ended is no reason to destroy a key: an end date can be a slip of the pen.
_AFLOPEN = {"toestel_ingetrokken": Afloop.INGETROKKEN, "oidc_nodig": Afloop.AANMELDEN}


class _Refused(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def sync_flow(toestel: Toestelstand) -> Flow:
    """One round. Start with next(); send what came of each request; StopIteration.value holds the Rondeuitslag.

    Raises TypeError for an answer of another kind than the request asks.
    """
    try:
        yield from _ask(VraagToken(), Klaar)
        cursor, epoch = toestel.cursor, toestel.epoch
        for _ in range(MAX_STARTS):
            try:
                return (yield from _round(cursor, epoch, toestel.schema))
            except _Refused as refusal:
                if refusal.code not in (_EPOCH, _CURSOR):
                    raise
                cursor = None
        return Rondeuitslag(Afloop.UITGESTELD, _EPOCH)
    except _Refused as refusal:
        return Rondeuitslag(_AFLOPEN.get(refusal.code, Afloop.MISLUKT), refusal.code)


def _round(cursor: int | None, epoch: int, schema: int) -> Flow:
    stand = yield from _ask(VraagStand(), Stand)
    yield from _repeat(Stuur())
    if schema < stand.min_schema:
        return (yield from _only_sent())
    try:
        return (yield from _fetch(cursor, epoch, stand))
    except _Refused as refusal:
        if refusal.code != _TOO_OLD:
            raise
        return (yield from _only_sent())


def _only_sent() -> Flow:
    yield from _repeat(StuurFotos())
    yield from _ask(VraagBon(0, 0), Klaar)
    return Rondeuitslag(Afloop.ALLEEN_GESTUURD, _TOO_OLD)


def _fetch(cursor: int | None, epoch: int, stand: Stand) -> Flow:
    start = cursor
    if start is None or epoch != stand.epoch or start < stand.horizon:
        # A photo of a record that is about to leave this device goes first.
        yield from _repeat(StuurFotos())
        start = yield from _first_state(stand.epoch)
    end = yield from _pull(start, stand.epoch)
    yield from _repeat(Bevestig())
    yield from _repeat(StuurFotos())
    yield from _repeat(HaalFotos())
    yield from _ask(VraagBon(start, end), Klaar)
    return Rondeuitslag(Afloop.GELUKT, van=start, tot=end)


def _first_state(epoch: int) -> Generator[Verzoek, Uitkomst, int]:
    yield from _ask(OpenBegin(epoch), Klaar)
    na, at = "", 0
    while True:
        page = yield from _ask(HaalBegin(na, at), BeginDeel)
        if page.epoch != epoch:
            raise _Refused(_EPOCH)
        na, at = page.volgende, page.stand
        if not na:
            break
    yield from _ask(SluitBegin(epoch, at), Klaar)
    return at


def _pull(cursor: int, epoch: int) -> Generator[Verzoek, Uitkomst, int]:
    while True:
        page = yield from _ask(Haal(cursor, epoch), Deel)
        if page.epoch != epoch:
            raise _Refused(_EPOCH)
        moved, cursor = page.cursor > cursor, max(cursor, page.cursor)
        if not (page.meer and moved):
            return cursor


def _repeat(request: Verzoek) -> Generator[Verzoek, Uitkomst, None]:
    done = yield from _ask(request, Klaar)
    while done.meer and done.aantal:
        done = yield from _ask(request, Klaar)


def _ask(request: Verzoek, kind: type[_A]) -> Generator[Verzoek, Uitkomst, _A]:
    answer = yield request
    if isinstance(answer, Geweigerd) and answer.code in _TOKEN_CODES and not isinstance(request, VraagToken):
        # A token lives shorter than a long first state.
        yield from _ask(VraagToken(), Klaar)
        answer = yield request
    if isinstance(answer, Geweigerd):
        raise _Refused(answer.code)
    if not isinstance(answer, kind):
        raise TypeError(f"{type(answer).__name__} is no answer to {type(request).__name__}")
    return answer
