"""Who sees what: the authorisation matrix, read and written to a file for the FG and the auditor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from boa_app.domain.audit import Actie, Resultaat
from boa_app.domain.errors import BoaError, UserError
from boa_app.domain.matrix import Rechtenmatrix, Rolhouder, maak_regels
from boa_app.domain.moments import from_iso
from boa_app.domain.roles import Entiteit, Handeling, Rol, has_any
from boa_app.exchange.matrix import houder_woorden, regel_woorden, to_csv, to_html
from boa_app.store import audit
from boa_app.sync.beheer import MatrixAccount
from boa_app.sync.beheer_client import BeheerLijn
from boa_app.usecases.beheer import heeft_centrale
from boa_app.usecases.buurten import buurtnamen
from boa_app.usecases.centraletoken import vraag_centrale
from boa_app.usecases.kaartuitvoer import schrijf_uitvoer
from boa_app.usecases.session import Session

if TYPE_CHECKING:
    from boa_app.sync.transport import Transport

FORMATEN = (".html", ".csv")


@dataclass(frozen=True, slots=True)
class Matrixverslag:
    """A file that was written. regels: lines of the matrix in it."""

    bestand: Path
    regels: int


def mag_matrix(rol: Rol) -> bool:
    """Whether a role reads the matrix with names: who manages accounts, and who checks the log."""
    return any(has_any(rol, thing, Handeling.LEZEN) for thing in (Entiteit.ACCOUNT, Entiteit.AUDIT))


def lees_matrix(
    session: Session, *, cancelled: Callable[[], bool] | None = None, transport: Transport | None = None
) -> Rechtenmatrix:
    """The matrix of now, with names when there is a centre and this role may see them; the table itself is in the
    program and no secret. Raises as vraag_centrale."""
    meta = session.store.meta
    if not mag_matrix(session.actor.rol) or not heeft_centrale(session):
        return Rechtenmatrix(maak_regels(), (), False, session.now(), meta.gemeente_code, meta.gemeente_naam)
    found = vraag_centrale(session, lambda line: BeheerLijn(line).matrix(), cancelled=cancelled, transport=transport)
    # The names of buurten are on this device already; a buurt it does not know keeps its code.
    names = buurtnamen(session.kaart)
    houders = tuple(_houder(one, names) for one in found.accounts if one.rol in set(Rol))
    return Rechtenmatrix(
        maak_regels(), houders, True, from_iso(found.stand_per), found.gemeente_code, found.gemeente_naam
    )


def exporteer_matrix(
    session: Session, path: Path, matrix: Rechtenmatrix, *, language: str = "nl", overschrijven: bool = False
) -> Matrixverslag:
    """Write it as .html or .csv, whole or not at all; the audit log of this device tells that it went out.

    Raises UserError matrix_formaat(bestand) and what schrijf_uitvoer raises.
    """
    form = path.suffix.lower()
    if form not in FORMATEN:
        raise UserError("matrix_formaat", bestand=path.name)
    content = to_csv(matrix) if form == ".csv" else to_html(matrix, language)
    line = partial(audit.append_line, actie=Actie.EXPORT, object_type="matrix", velden=("rechten", "accounts"))
    try:
        schrijf_uitvoer(path, content, overschrijven=overschrijven)
    except BoaError as problem:
        session.write(partial(line, reden_code=problem.code, resultaat=Resultaat.FOUT))
        raise
    session.write(line)
    return Matrixverslag(path, len(matrix.regels))


def _houder(one: MatrixAccount, names: dict[str, str]) -> Rolhouder:
    gebied = None if one.buurten is None else tuple(sorted(names.get(code, code) for code in one.buurten))
    begin, einde = (date.fromisoformat(day) if day else None for day in (one.begin, one.einde))
    return Rolhouder(one.naam, Rol(one.rol), gebied, begin, einde)


__all__ = ["Matrixverslag", "exporteer_matrix", "houder_woorden", "lees_matrix", "mag_matrix", "regel_woorden"]
