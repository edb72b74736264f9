"""The matrix says exactly what the table of rights says."""

from __future__ import annotations

from datetime import UTC, date, datetime

from boa_app.domain.matrix import Rechtenmatrix, Rolhouder, losse_rechten, maak_regels
from boa_app.domain.roles import RECHTEN, Handeling, Rol

NOW = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)


def test_lines_and_single_rights_are_the_same_table() -> None:
    assert set(losse_rechten(maak_regels())) == set(RECHTEN)
    assert len(list(losse_rechten(maak_regels()))) == len(set(RECHTEN))


def test_lines_join_what_belongs_together_and_keep_order() -> None:
    lines = maak_regels()
    assert len(lines) < len(RECHTEN) / 2
    assert [line.rol for line in lines] == sorted((line.rol for line in lines), key=list(Rol).index)
    for line in lines:
        assert list(line.handelingen) == [one for one in Handeling if one in line.handelingen]


def test_a_changed_right_changes_the_matrix() -> None:
    assert maak_regels(RECHTEN[1:]) != maak_regels()


def test_lines_and_people_of_one_role() -> None:
    someone = Rolhouder("Sam", Rol.BOA, ("Oost",), date(2026, 1, 1), None)
    other = Rolhouder("Kim", Rol.PRIVACY, None, None, None)
    matrix = Rechtenmatrix(maak_regels(), (someone, other), True, NOW, "GM0353", "IJsselstein")
    assert matrix.met(Rol.BOA) == (someone,)
    assert {line.rol for line in matrix.van(Rol.PRIVACY)} == {Rol.PRIVACY}
    assert sum(len(matrix.van(rol)) for rol in Rol) == len(matrix.regels)
