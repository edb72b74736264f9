from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from boa_app.domain.roles import Rol
from boa_app.server.backend import Backend, Toegang
from boa_app.server.onderdelen import Onderdelen
from boa_app.sync.protocol import Uitslag
from tests.centrale import IN_OOST, IN_WEST, OOST, WEST, Centrale, maak_centrale
from tests.server.wijzigingen import Maker

START = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Klok:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


class Wereld:
    """A centre with a few people, without HTTP."""

    def __init__(self, centrale: Centrale, klok: Klok) -> None:
        self.centrale, self.klok = centrale, klok
        self.delen = Onderdelen(centrale.backend, centrale.dienst)
        self.sam = self.iemand("sam", Rol.BOA, OOST)
        self.kim = self.iemand("kim", Rol.BOA, OOST)
        self.wes = self.iemand("wes", Rol.BOA, WEST)
        self.tim = self.iemand("tim", Rol.TEAMLEIDER)

    def iemand(self, naam: str, rol: Rol, *buurten: str) -> Toegang:
        account = self.centrale.account(naam, str(rol), buurten or None).id
        return Toegang("GM0353", account, naam, rol, frozenset(buurten) or None, f"toestel-{naam}", 1)

    def maker(self, toegang: Toegang) -> Maker:
        return Maker(self.klok, toegang.account, toegang.device)

    def push(self, toegang: Toegang, *changes) -> list[Uitslag]:
        answered = self.delen.push(toegang, self.maker(toegang).push(*changes))
        return [one.uitslag for one in answered.antwoorden]

    def pull(self, toegang: Toegang, na: int = 0):
        return self.delen.pull(toegang, na, 1)


@pytest.fixture
def wereld(backend: Backend, tmp_path: Path) -> Wereld:
    klok = Klok()
    return Wereld(maak_centrale(backend, tmp_path, klok), klok)


def test_a_record_that_moves_out_of_an_area_is_taken_back_there_and_given_here(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    melding = made.melding(IN_OOST, feiten="f")
    wereld.push(wereld.sam, melding)
    before = wereld.pull(wereld.kim)
    assert len(before.changes) == 1
    assert wereld.pull(wereld.wes).changes == ()
    wereld.push(wereld.sam, made.edit(melding, "positie", dict(zip(("lon", "lat"), IN_WEST, strict=True))))
    after = wereld.pull(wereld.kim, before.cursor)
    assert after.changes == ()
    assert [(one.entity, one.uid, one.velden) for one in after.weg] == [("melding", melding.uid, ())]
    given = wereld.pull(wereld.wes, before.cursor)
    assert len(given.changes) == 2
    assert given.weg == ()
    # Whoever may see both places gets it once more, and loses nothing.
    assert wereld.pull(wereld.tim, before.cursor).weg == ()
    own = wereld.pull(wereld.sam, before.cursor)
    assert [one.change.field for one in own.changes] == ["*"]
