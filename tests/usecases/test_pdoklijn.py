"""The real line of the program to PDOK: where it goes, that it stops, and that nothing of it loads at start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.mapdata.pdok_diensten import Diensten
from boa_app.usecases.pdoklijn import open_locatieserver, open_pdok
from tests.pdokdata import GEMEENTE
from tests.pdokproef import Proef, pdokdata, proef

__all__ = ["pdokdata", "proef"]


def test_a_part_comes_in_over_the_real_line(proef: Proef, tmp_path: Path) -> None:
    with open_pdok(tmp_path / "pdok", cancelled=lambda: False, diensten=Diensten.op(proef.server.basis)) as pdok:
        assert pdok.haal_grenzen(GEMEENTE).is_file()
        assert pdok.schat(GEMEENTE).onderdelen["adressen"].aantal > 0


def test_an_address_comes_in_over_the_real_line(proef: Proef) -> None:
    with open_locatieserver(cancelled=lambda: False, diensten=Diensten.op(proef.server.basis)) as service:
        assert service.zoek("vlisthof 22", 3)


def test_a_hanging_service_is_stopped(proef: Proef, tmp_path: Path) -> None:
    proef.server.stoor("gemeenten/items", "hangt")
    where = Diensten.op(proef.server.basis)
    with (
        open_pdok(tmp_path / "pdok", cancelled=proef.server.bezig.is_set, diensten=where) as pdok,
        pytest.raises(UserError) as caught,
    ):
        pdok.gebied(GEMEENTE)
    assert caught.value.code == "pdok_afgebroken"


def test_another_place_without_tls_is_refused(tmp_path: Path) -> None:
    where = Diensten.op("http://spiegel.example.org")
    with pytest.raises(UserError) as caught:
        open_pdok(tmp_path, cancelled=lambda: False, diensten=where)
    assert caught.value.code == "adres_onveilig"
    with pytest.raises(UserError):
        open_locatieserver(cancelled=lambda: False, diensten=where)


def test_nothing_is_loaded_until_somebody_fetches() -> None:
    code = "import sys, boa_app.usecases.pdoklijn; sys.stdout.write(str('httpx' in sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "False"
