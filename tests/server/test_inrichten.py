"""A centre is set up once; its recovery code opens what was sealed to it, however it is typed."""

from __future__ import annotations

from boa_app.server.backend import Backend
from boa_app.server.inrichten import herstel_prive, nieuwe_herstelcode, richt_in, vervang_herstelcode
from boa_app.server.instellingen import read_instellingen
from boa_app.vault.zegel import open_with, public_of, seal_to
from tests.server.identiteit import GEMEENTE, HERSTELCODE, maak_centrum


def test_setting_up_again_changes_nothing(backend: Backend) -> None:
    centrum = maak_centrum(backend.db("GM0353"))
    before = read_instellingen(centrum.db)
    assert not richt_in(centrum.db, GEMEENTE, nieuwe_herstelcode(), centrum.klok())
    assert read_instellingen(centrum.db) == before
    assert public_of(before.uitwissel_prive) == before.uitwissel


def test_the_recovery_code_opens_the_outbox_however_it_is_typed(backend: Backend) -> None:
    public = read_instellingen(maak_centrum(backend.db("GM0353")).db).herstel
    sealed = seal_to(public, b"niet verzonden", "uitgaand")
    for typed in (HERSTELCODE, HERSTELCODE.lower(), HERSTELCODE.replace("-", " ").replace("0", "o").replace("1", "l")):
        assert open_with(herstel_prive(typed), sealed, "uitgaand") == b"niet verzonden"


def test_a_new_code_is_used_from_then_on_and_the_old_one_still_opens(backend: Backend) -> None:
    centrum = maak_centrum(backend.db("GM0353"))
    old = seal_to(read_instellingen(centrum.db).herstel, b"oud", "uitgaand")
    code = vervang_herstelcode(centrum.db, centrum.klok())
    assert (
        centrum.dienst.instellingen.herstel == public_of(herstel_prive(code)) != public_of(herstel_prive(HERSTELCODE))
    )
    assert open_with(herstel_prive(HERSTELCODE), old, "uitgaand") == b"oud"
    assert code not in repr(centrum.regels())


def test_codes_differ() -> None:
    assert len({nieuwe_herstelcode() for _ in range(100)}) == 100
