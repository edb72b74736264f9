"""Making and opening a store, with and without a usable kaartpakket."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError, EnvironmentProblem
from boa_app.domain.moments import Clock
from boa_app.domain.roles import Rol
from boa_app.mapdata.pakket import write_pakket
from boa_app.store import audit
from boa_app.store.opening import store_exists
from boa_app.usecases.opening import make_store, open_session
from boa_app.usecases.session import Session
from tests.samples import LIGHT_KDF, PASSPHRASE, SetClock, load_lijsten, make_sample_session, small_kaart
from tests.store.mounts import mounted
from tests.store.samples import FailingClock


def test_the_recovery_code_opens_too_and_each_opening_is_logged(tmp_path: Path, clock: SetClock) -> None:
    session, code = _make(tmp_path / "opslag", clock)
    assert session.actor.rol is Rol.TEAMLEIDER, "without a centre the one user is teamleider"
    session.close()
    again = open_session(tmp_path / "opslag", code, load_lijsten(), clock)
    with again.store.read() as reader:
        actions = [line["actie"] for line in audit.lines(reader)]
    assert actions.count("AANMELDEN") == 2
    again.close()


def _make(folder: Path, clock: Clock) -> tuple[Session, str]:
    names = {"gemeente_code": "GM0353", "gemeente_naam": "IJsselstein"}
    return make_store(folder, PASSPHRASE, load_lijsten(), clock, **names, kdf=LIGHT_KDF)


def test_a_making_that_fails_anywhere_leaves_no_store(tmp_path: Path) -> None:
    folder = tmp_path / "opslag"
    for fail_at in range(1, 100):
        try:
            session, code = _make(folder, FailingClock(fail_at))
        except EnvironmentProblem:
            assert not store_exists(folder)
        else:
            break
    session.close()
    assert fail_at > 5
    open_session(folder, code, load_lijsten(), SetClock()).close()


def test_however_small_the_disk_there_is_no_store_or_its_recovery_code_was_told(
    tmp_path: Path, clock: SetClock
) -> None:
    failed = 0
    with mounted(tmp_path / "klein", "-t", "tmpfs", "-o", "size=4k", "tmpfs") as disk:
        for size_kib in range(8, 1024, 12):
            subprocess.run(["mount", "-o", f"remount,size={size_kib}k", str(disk)], check=True)
            try:
                session, code = _make(disk / "o", clock)
            except EnvironmentProblem as problem:
                assert problem.code == "schijf_vol"
                assert not store_exists(disk / "o")
                failed += 1
            else:
                break
        session.close()
        assert failed > 10
        open_session(disk / "o", code, load_lijsten(), clock).close()


@pytest.mark.parametrize("secret", ["verkeerd wachtwoord", "", "een lang wachtwoord "])
def test_another_secret_opens_nothing(tmp_path: Path, clock: SetClock, secret: str) -> None:
    make_sample_session(tmp_path / "opslag", clock).close()
    with pytest.raises(BoaError, match="wachtwoord_onjuist"):
        open_session(tmp_path / "opslag", secret, load_lijsten(), clock)


def test_a_damaged_kaartpakket_never_keeps_the_store_shut(tmp_path: Path, clock: SetClock) -> None:
    make_sample_session(tmp_path / "opslag", clock).close()
    write_pakket(tmp_path / "opslag" / "kaartpakket", small_kaart())
    with_map = open_session(tmp_path / "opslag", PASSPHRASE, load_lijsten(), clock)
    assert with_map.kaart is not None and with_map.kaart.naam == "IJsselstein" and with_map.kaart_probleem is None
    with_map.close()
    (tmp_path / "opslag" / "kaartpakket" / "straten.geojson").write_bytes(b"{")
    rest = open_session(tmp_path / "opslag", PASSPHRASE, load_lijsten(), clock)
    assert rest.kaart is not None and rest.kaart.buurten == with_map.kaart.buurten and rest.kaart.straten == ()
    assert rest.kaart_probleem is not None
    assert (rest.kaart_probleem.code, rest.kaart_probleem.fields) == (
        "kaartpakket_beschadigd",
        {"onderdeel": "straten"},
    )
    rest.close()
    (tmp_path / "opslag" / "kaartpakket" / "manifest.json").write_bytes(b"{")
    without = open_session(tmp_path / "opslag", PASSPHRASE, load_lijsten(), clock)
    assert without.kaart is None and without.kaart_probleem is not None
    assert without.kaart_probleem.fields == {"onderdeel": "manifest.json"}
    without.close()
