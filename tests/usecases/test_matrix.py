"""Who sees what, with and without a centre, and as a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Actor, Rol
from boa_app.store import audit
from boa_app.usecases.matrix import exporteer_matrix, lees_matrix, mag_matrix
from boa_app.usecases.session import Session
from tests.aangemeld import meld_sessie_aan
from tests.centrale import OOST, start_centrale
from tests.ui.small_store import make_session

# The name that the kaartpakket of the tests has for OOST.
NAAM = "IJsselstein-Binnenstad"


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Session]:
    session = make_session(tmp_path / "opslag")
    yield session
    session.close()


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.PRIVACY])
def test_the_centre_tells_who_has_which_role(tmp_path: Path, plain: Session, rol: Rol) -> None:
    with start_centrale(tmp_path / "centrale") as centrale:
        session = replace(meld_sessie_aan(plain, centrale, "Bea", rol), clock=centrale.dienst.clock)
        centrale.account("Sam de Wit", "boa", (OOST,))
        matrix = lees_matrix(session)
    (sam,) = matrix.met(Rol.BOA)
    assert (sam.naam, sam.werkgebied, sam.einde) == ("Sam de Wit", (NAAM,), None)
    assert matrix.houders_bekend


def test_without_a_centre_or_the_right_only_the_table(plain: Session) -> None:
    for rol in (Rol.BEHEERDER, Rol.TEAMLEIDER):
        matrix = lees_matrix(replace(plain, actor=Actor("x", rol)))
        assert matrix.houders == () and not matrix.houders_bekend
        assert {line.rol for line in matrix.regels} == set(Rol)
    assert {rol for rol in Rol if mag_matrix(rol)} == {Rol.BEHEERDER, Rol.PRIVACY}


@pytest.mark.parametrize("name", ["matrix.html", "matrix.CSV"])
def test_an_export_is_whole_and_in_the_audit_log(plain: Session, tmp_path: Path, name: str) -> None:
    done = exporteer_matrix(plain, tmp_path / name, lees_matrix(plain))
    assert "schouwleider" in done.bestand.read_text(encoding="utf-8-sig").casefold()
    assert done.regels > len(Rol)
    assert last_line(plain)["actie"] == "EXPORT"


def test_an_export_that_fails_is_in_the_audit_log_too(plain: Session, tmp_path: Path) -> None:
    path = tmp_path / "matrix.html"
    path.write_text("van iemand anders", encoding="utf-8")
    with pytest.raises(UserError, match="uitvoer_bestaat"):
        exporteer_matrix(plain, path, lees_matrix(plain))
    assert path.read_text(encoding="utf-8") == "van iemand anders"
    assert last_line(plain)["resultaat"] == "FOUT"
    exporteer_matrix(plain, path, lees_matrix(plain), overschrijven=True)
    with pytest.raises(UserError, match="matrix_formaat"):
        exporteer_matrix(plain, tmp_path / "matrix.xlsx", lees_matrix(plain))


def last_line(session: Session) -> dict[str, object]:
    with session.store.read() as reader:
        return list(audit.lines(reader))[-1]
