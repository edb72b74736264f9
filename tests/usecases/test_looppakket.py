"""A looppakket on a stick: out to whoever walks, back through the same merge, shut after its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.ids import uuid7
from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.roles import Rol
from boa_app.domain.schouw import Schouw, SchouwGroep
from boa_app.store import audit, conflicten, jops, looppakketten, schouwen, sync_uit
from boa_app.store.changes import find_koppen, history, log_fields
from boa_app.store.session import Writer
from boa_app.sync.looppakket import PURPOSE_OUT, Looppakket, pack_letter
from boa_app.sync.merge import record_values
from boa_app.sync.protocol import Change
from boa_app.usecases.klok import bevestig_klok
from boa_app.usecases.looppakket import (
    FOLDER_NAME,
    MAX_GELDIG,
    Gemaakt,
    Loper,
    lees_bevindingen,
    lijst_hier,
    maak_looppakket,
    open_looppakket,
    ruim_looppakketten_op,
    schrijf_bevindingen,
)
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.session import Session
from boa_app.vault.keyfile import KdfParams
from boa_app.vault.wachtzegel import seal_with_passphrase
from tests.samples import SetClock, a_melding, as_role

SECRET = "loop met de buurt"
LIGHT = KdfParams(memory_kib=64, time_cost=1, parallelism=1)


@pytest.fixture
def schouw(session: Session) -> str:
    """A schouw and a JOP, and a melding that must stay."""
    now = session.now()
    made = Schouw(uuid7(now), "Schouw Zenderpark", date(2026, 12, 1), "avond", "gepland",
                  (SchouwGroep("A", ((5.04, 52.02), (5.05, 52.02))),))  # fmt: skip

    def work(w: Writer) -> None:
        schouwen.insert_schouw(w, made)
        jops.insert_jop(w, Jop(uuid7(now), "JOP-1", "JOP Zeemanlaan", JopStatus.ACTIEF, 5.031, 52.019, "UNIT"))
        audit.append_line(w, Actie.VERZAMELEN, "schouw", made.uid)

    session.write(work)
    return made.uid


def make(session: Session, schouw: str, path: Path, **values: Any) -> Gemaakt:
    kept = {"wachtwoord": SECRET, "geldig_tot": session.now() + timedelta(days=7), "kdf": LIGHT, **values}
    return maak_looppakket(session, schouw, path, **kept)


def walk(session: Session, schouw: str, folder: Path) -> tuple[Looppakket, Loper]:
    made = make(session, schouw, folder / "schouw.boal")
    pakket = open_looppakket(made.bestand, SECRET, session.now())
    return pakket, Loper(pakket)


def test_the_walker_gets_the_schouw_and_the_jops_and_nothing_else(
    session: Session, clock: SetClock, schouw: str, tmp_path: Path
) -> None:
    register_melding(session, a_melding(clock, feiten="Groep bij de bank."))
    made = make(session, schouw, tmp_path / "schouw.boal")
    assert made.jops == 1
    assert b"Zenderpark" not in made.bestand.read_bytes()
    pakket = open_looppakket(made.bestand, SECRET, session.now())
    assert {change.entity for change in pakket.changes} == {"schouw", "jop"}
    values = record_values([change for change in pakket.changes if change.entity == "schouw"])
    assert (values["naam"], values["groepen"][0]["letter"]) == ("Schouw Zenderpark", "A")
    place = record_values([change for change in pakket.changes if change.entity == "jop"])
    assert place["naam"] == "JOP Zeemanlaan"
    assert "plaatsingsdatum" not in place


def test_findings_come_back_and_wait_to_be_sent(session: Session, schouw: str, tmp_path: Path) -> None:
    pakket, loper = walk(session, schouw, tmp_path)
    before = unsent(session)
    heads = tuple(c.change_id for c in pakket.changes if c.entity == "schouw")
    found = (
        loper.bevinding(session.now(), {"wat": "lamp stuk"}),
        loper.wijziging(session.now(), "status", "gelopen", heads),
    )
    path = schrijf_bevindingen(pakket, found, tmp_path / "terug.boal-terug")
    assert b"lamp" not in path.read_bytes()
    done = lees_bevindingen(session, path)
    assert (done.nieuw, done.al_bekend, done.changes.schouwen) == (2, 0, True)
    with session.store.read() as reader:
        (shown,) = schouwen.list_schouwen(reader)
        assert shown.status == "gelopen"
        assert conflicten.count(reader) == 0
        assert record_values(history(reader, "bevinding", found[0].uid))["wat"] == "lamp stuk"
    assert unsent(session) - before == {change.change_id for change in found}
    again = lees_bevindingen(session, path)
    assert (again.nieuw, again.al_bekend) == (0, 2)


def unsent(session: Session) -> set[str]:
    with session.store.read() as reader:
        return {change.change_id for change in sync_uit.unsent(reader, 1000)}


def test_what_changed_here_meanwhile_is_a_conflict_that_shows(session: Session, schouw: str, tmp_path: Path) -> None:
    pakket, loper = walk(session, schouw, tmp_path)
    with session.store.read() as reader:
        heads = find_koppen(reader, "schouw", schouw)["status"]

    def here(w: Writer) -> None:
        log_fields(w, "schouw", schouw, {"status": "afgelast"}, "regen")
        audit.append_line(w, Actie.WIJZIGEN, "schouw", schouw)

    session.write(here)
    found = (loper.wijziging(session.now(), "status", "gelopen", heads),)
    lees_bevindingen(session, schrijf_bevindingen(pakket, found, tmp_path / "t"))
    with session.store.read() as reader:
        assert conflicten.conflicts_of(reader, "schouw", schouw) == ("status",)


def test_after_its_day_it_is_shut_and_wiped(session: Session, clock: SetClock, schouw: str, tmp_path: Path) -> None:
    made = make(session, schouw, tmp_path / "schouw.boal")
    other = tmp_path / "loper"
    other.mkdir()
    open_looppakket(made.bestand, SECRET, session.now(), bewaar_in=session.store.folder)
    (kept,) = lijst_hier(session.store.folder)
    assert open_looppakket(kept, SECRET, session.now()).schouw == schouw
    assert ruim_looppakketten_op(session) == 0
    clock.forward(days=8)
    for path in (made.bestand, kept):
        with pytest.raises(UserError) as caught:
            open_looppakket(path, SECRET, session.now())
        assert (caught.value.code, caught.value.fields["op"]) == ("looppakket_verlopen", f"{made.geldig_tot:%d-%m-%Y}")
    assert ruim_looppakketten_op(session) == 1
    assert lijst_hier(session.store.folder) == ()
    with session.store.read() as reader:
        assert looppakketten.find_issued(reader, made.nr), "findings on paper may still come"
    clock.forward(days=90)
    assert ruim_looppakketten_op(session) == 0, "a clock in doubt wipes nothing"
    bevestig_klok(session)
    assert ruim_looppakketten_op(session) == 1
    with session.store.read() as reader:
        assert looppakketten.find_issued(reader, made.nr) is None


def test_findings_after_the_keys_went_are_foreign(
    session: Session, clock: SetClock, schouw: str, tmp_path: Path
) -> None:
    pakket, loper = walk(session, schouw, tmp_path)
    path = schrijf_bevindingen(pakket, (loper.bevinding(session.now(), {}),), tmp_path / "t")
    clock.forward(days=100)
    bevestig_klok(session)
    ruim_looppakketten_op(session)
    with pytest.raises(UserError, match="looppakket_vreemd"):
        lees_bevindingen(session, path)


def test_a_clock_far_back_does_not_open_it(session: Session, schouw: str, tmp_path: Path) -> None:
    made = make(session, schouw, tmp_path / "s.boal")
    with pytest.raises(UserError, match="looppakket_verlopen"):
        open_looppakket(made.bestand, SECRET, session.now() - timedelta(days=400))


def test_a_number_that_is_a_path_writes_nowhere(session: Session, schouw: str, tmp_path: Path) -> None:
    made = make(session, schouw, tmp_path / "s.boal")
    letter = replace(open_looppakket(made.bestand, SECRET, session.now()), nr="../elders")
    until_s = letter.geldig_tot_s
    made.bestand.write_bytes(seal_with_passphrase(SECRET, pack_letter(letter), PURPOSE_OUT, until_s, LIGHT))
    with pytest.raises(UserError, match="looppakket_beschadigd"):
        open_looppakket(made.bestand, SECRET, session.now(), bewaar_in=session.store.folder)
    assert not list(session.store.folder.glob("elders*"))


def test_a_wrong_passphrase_opens_nothing(session: Session, schouw: str, tmp_path: Path) -> None:
    made = make(session, schouw, tmp_path / "s.boal")
    for secret in ("iets heel anders", "", "\ud800"):
        with pytest.raises(UserError, match="looppakket_wachtwoord"):
            open_looppakket(made.bestand, secret, session.now())


def test_what_may_not_be_made(session: Session, schouw: str, tmp_path: Path) -> None:
    path = tmp_path / "s.boal"
    for values, code in (
        ({"wachtwoord": "kort"}, "looppakket_wachtwoord_kort"),
        ({"geldig_tot": session.now() + MAX_GELDIG + timedelta(days=1)}, "looppakket_geldigheid"),
        ({"geldig_tot": session.now() - timedelta(minutes=1)}, "looppakket_geldigheid"),
    ):
        with pytest.raises(UserError, match=code):
            make(session, schouw, path, **values)
    with pytest.raises(UserError, match="schouw_onbekend"):
        make(session, "weg", path)
    for rol in (Rol.BOA, Rol.BELEID, Rol.BEHEERDER):
        with pytest.raises(UserError, match="geen_recht"):
            make(as_role(session, rol), schouw, path)
    assert not path.exists()


def test_who_may_not_change_the_schouw_takes_no_findings_in(session: Session, schouw: str, tmp_path: Path) -> None:
    pakket, loper = walk(session, schouw, tmp_path)
    path = schrijf_bevindingen(pakket, (loper.bevinding(session.now(), {}),), tmp_path / "t")
    with pytest.raises(UserError, match="geen_recht"):
        lees_bevindingen(as_role(session, Rol.BELEID), path)


def test_only_whoever_could_open_it_can_send_findings_back(session: Session, schouw: str, tmp_path: Path) -> None:
    from dataclasses import replace

    from boa_app.vault.zegel import generate_keypair, generate_signing_key

    pakket, loper = walk(session, schouw, tmp_path)
    found = (loper.bevinding(session.now(), {"wat": "x"}),)
    forged = replace(pakket, teken_prive=generate_signing_key().prive)
    with pytest.raises(UserError, match="looppakket_beschadigd"):
        lees_bevindingen(session, schrijf_bevindingen(forged, found, tmp_path / "a"))
    elsewhere = replace(pakket, terug_sleutel=generate_keypair().publiek)
    with pytest.raises(UserError, match="looppakket_vreemd"):
        lees_bevindingen(session, schrijf_bevindingen(elsewhere, found, tmp_path / "b"))
    other, walker = walk(session, schouw, tmp_path)
    mixed = replace(other, terug_sleutel=pakket.terug_sleutel, teken_prive=pakket.teken_prive)
    text = schrijf_bevindingen(mixed, (walker.bevinding(session.now(), {}),), tmp_path / "c").read_bytes()
    (tmp_path / "c").write_bytes(pakket.nr.encode() + text[text.index(b"\n") :])
    with pytest.raises(UserError, match="looppakket_beschadigd"):
        lees_bevindingen(session, tmp_path / "c")


def test_findings_on_something_else_are_not_even_written(session: Session, schouw: str, tmp_path: Path) -> None:
    pakket, loper = walk(session, schouw, tmp_path)
    loper.wijziging(session.now(), "status", "gelopen", ())
    strange = Change("c", pakket.device, pakket.account, "melding", "m", "feiten", "x", (), str(loper.last))
    with pytest.raises(UserError, match="looppakket_beschadigd"):
        schrijf_bevindingen(pakket, (strange,), tmp_path / "t")


def test_a_clock_of_the_walker_that_runs_ahead_is_held_back(session: Session, schouw: str, tmp_path: Path) -> None:
    pakket, loper = walk(session, schouw, tmp_path)
    found = loper.bevinding(session.now() + timedelta(days=3), {"wat": "x"})
    lees_bevindingen(session, schrijf_bevindingen(pakket, (found,), tmp_path / "t"))
    with session.store.read() as reader:
        (kept,) = history(reader, "bevinding", found.uid)
    assert kept.hlc < found.hlc


@pytest.mark.parametrize("content", [b"", b"zomaar", b"BOAL", b"BOAL\x01" + bytes(20), b"BOAL\x07" + bytes(40),
                                     b"BOAL\x01" + b"\xff" * 60])  # fmt: skip
def test_what_is_no_looppakket_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        open_looppakket(path, SECRET, datetime.now().astimezone())
    assert caught.value.code in (
        "looppakket_geen",
        "looppakket_beschadigd",
        "looppakket_nieuwer",
        "looppakket_verlopen",
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(cut=st.booleans(), at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_damaged_file_is_never_taken_in(
    session: Session, schouw: str, tmp_path: Path, cut: bool, at: float, bit: int
) -> None:
    pakket, loper = walk(session, schouw, tmp_path)
    back = schrijf_bevindingen(pakket, (loper.bevinding(session.now(), {"wat": "x"}),), tmp_path / "t")
    before = unsent(session)
    for path in (tmp_path / "schouw.boal", back):
        damaged = bytearray(path.read_bytes())
        place = int(at * len(damaged))
        if path != back and 13 <= place <= 18:
            place = 0  # The cost of the key: a larger one is only slower, and test_wachtzegel bounds it.
        if cut:
            damaged = damaged[:place]
        else:
            damaged[place] ^= 1 << bit
        (tmp_path / "stuk").write_bytes(bytes(damaged))
        with pytest.raises(UserError):
            if path == back:
                lees_bevindingen(session, tmp_path / "stuk")
            else:
                open_looppakket(tmp_path / "stuk", SECRET, session.now())
    assert unsent(session) == before


def test_a_copy_that_cannot_be_read_is_swept(session: Session, tmp_path: Path) -> None:
    folder = session.store.folder / FOLDER_NAME
    folder.mkdir()
    (folder / "stuk.boal").write_bytes(b"half")
    assert ruim_looppakketten_op(session) == 1
