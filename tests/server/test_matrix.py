"""Who sees what is the table of rights itself, and who holds a role today."""

from __future__ import annotations

from boa_app.domain.roles import RECHTEN
from boa_app.server.backend import Backend
from boa_app.server.matrix import maak_matrix
from boa_app.sync.beheer import Rolperiode
from tests.server.identiteit import LATEST, maak_centrum


def test_every_row_of_the_table_is_in_it_with_its_terms(backend: Backend) -> None:
    centrum = maak_centrum(backend.db("GM0353"))
    matrix = maak_matrix(centrum.db, centrum.klok())
    assert [(one.rol, one.entiteit, one.veldgroep, one.handeling, one.bereik) for one in matrix.regels] == [
        (str(row.rol), str(row.entiteit), str(row.veldgroep), str(row.handeling), str(row.bereik)) for row in RECHTEN
    ]
    for told, row in zip(matrix.regels, RECHTEN, strict=True):
        terms = (row.hooguit, row.reden_vanaf, row.op_toestel)
        assert (told.hooguit_dagen, told.reden_vanaf_dagen, told.op_toestel_dagen) == tuple(
            None if term is None else term.days for term in terms
        )
    assert (matrix.gemeente_code, matrix.gemeente_naam) == ("GM0353", "IJsselstein")


def test_it_names_who_has_a_role_today_and_nobody_else(backend: Backend) -> None:
    centrum = maak_centrum(backend.db("GM0353"))
    centrum.account("Nu", rollen=(Rolperiode("boa", LATEST, "2026-12-01"),), buurten=("BU03530001",))
    centrum.account("Straks", rollen=(Rolperiode("boa", "2027-01-01"),))
    centrum.account("Voorbij", rollen=(Rolperiode("boa", LATEST, "2026-02-01"),))
    (one,) = maak_matrix(centrum.db, centrum.klok()).accounts
    assert (one.naam, one.rol, one.buurten, one.begin, one.einde) == (
        "Nu",
        "boa",
        ("BU03530001",),
        LATEST,
        "2026-12-01",
    )
