"""Making and opening a store, with and without a usable kaartpakket."""

from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError
from boa_app.domain.roles import Rol
from boa_app.mapdata.pakket import write_pakket
from boa_app.store import audit
from boa_app.usecases.opening import make_store, open_session
from tests.samples import LIGHT_KDF, PASSPHRASE, SetClock, load_lijsten, make_sample_session, small_kaart


def test_the_recovery_code_opens_too_and_each_opening_is_logged(tmp_path: Path, clock: SetClock) -> None:
    session, code = make_store(
        tmp_path / "opslag",
        PASSPHRASE,
        load_lijsten(),
        clock,
        gemeente_code="GM0353",
        gemeente_naam="IJsselstein",
        kdf=LIGHT_KDF,
    )
    assert session.actor.rol is Rol.TEAMLEIDER, "without a centre the one user is teamleider"
    session.close()
    again = open_session(tmp_path / "opslag", code, load_lijsten(), clock)
    with again.store.read() as reader:
        actions = [line["actie"] for line in audit.lines(reader)]
    assert actions.count("AANMELDEN") == 2
    again.close()


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
    without = open_session(tmp_path / "opslag", PASSPHRASE, load_lijsten(), clock)
    assert without.kaart is None and without.kaart_probleem is not None
    assert without.kaart_probleem.code == "kaartpakket_beschadigd"
    without.close()
