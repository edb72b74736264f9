"""The authorisation matrix: the one table of rights told per role and thing, with who has that role today.

For the beheerder, the FG and the auditor: it says what the program enforces, not what somebody wrote beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from boa_app.domain.roles import RECHTEN, Bereik, Entiteit, Handeling, Recht, Rol, Veldgroep


@dataclass(frozen=True, slots=True)
class Matrixregel:
    """Rights of one role on one thing with the same reach and terms, taken together. Terms in whole days, None without
    one: hooguit how old, reden_vanaf from when on a reason is asked, op_toestel how old on a device."""

    rol: Rol
    entiteit: Entiteit
    veldgroepen: tuple[Veldgroep, ...]
    handelingen: tuple[Handeling, ...]
    bereik: Bereik
    hooguit_dagen: int | None = None
    reden_vanaf_dagen: int | None = None
    op_toestel_dagen: int | None = None


@dataclass(frozen=True, slots=True)
class Rolhouder:
    """Who has a role today. werkgebied: names of buurten, None for the whole municipality; einde: last day, None
    without end."""

    naam: str
    rol: Rol
    werkgebied: tuple[str, ...] | None
    begin: date | None
    einde: date | None


@dataclass(frozen=True, slots=True)
class Rechtenmatrix:
    """The whole matrix at one moment. houders: empty when no centre was asked, houders_bekend then False."""

    regels: tuple[Matrixregel, ...]
    houders: tuple[Rolhouder, ...]
    houders_bekend: bool
    stand_per: datetime
    gemeente_code: str
    gemeente_naam: str

    def van(self, rol: Rol) -> tuple[Matrixregel, ...]:
        """The lines of one role."""
        return tuple(regel for regel in self.regels if regel.rol is rol)

    def met(self, rol: Rol) -> tuple[Rolhouder, ...]:
        """Who has this role."""
        return tuple(houder for houder in self.houders if houder.rol is rol)


def maak_regels(rechten: Iterable[Recht] = RECHTEN) -> tuple[Matrixregel, ...]:
    """The table of rights with what belongs together in one line, in the order of roles, things and acts.

    First the acts on one group of fields join, then the groups with the same acts: nothing is added and nothing lost.
    """
    acts: dict[tuple[Rol, Entiteit, Veldgroep, tuple[object, ...]], list[Handeling]] = {}
    for row in rechten:
        acts.setdefault((row.rol, row.entiteit, row.veldgroep, _terms(row)), []).append(row.handeling)
    groups: dict[tuple[Rol, Entiteit, tuple[Handeling, ...], tuple[object, ...]], list[Veldgroep]] = {}
    for (rol, entiteit, veldgroep, terms), found in acts.items():
        ordered = tuple(one for one in Handeling if one in found)
        groups.setdefault((rol, entiteit, ordered, terms), []).append(veldgroep)
    lines = [
        Matrixregel(rol, entiteit, tuple(one for one in Veldgroep if one in found), acts_of, *terms)  # type: ignore[arg-type]
        for (rol, entiteit, acts_of, terms), found in groups.items()
    ]
    return tuple(sorted(lines, key=_place))


def losse_rechten(regels: Iterable[Matrixregel]) -> Iterator[Recht]:
    """The single rights again: one for every group of fields and act of a line."""
    for regel in regels:
        terms = (_days(regel.hooguit_dagen), _days(regel.reden_vanaf_dagen), _days(regel.op_toestel_dagen))
        for veldgroep in regel.veldgroepen:
            for handeling in regel.handelingen:
                yield Recht(regel.rol, regel.entiteit, veldgroep, handeling, regel.bereik, *terms)


def _terms(row: Recht) -> tuple[object, ...]:
    spans = (row.hooguit, row.reden_vanaf, row.op_toestel)
    return (row.bereik, *(None if span is None else span.days for span in spans))


def _days(days: int | None) -> timedelta | None:
    return None if days is None else timedelta(days=days)


def _place(regel: Matrixregel) -> tuple[int, int, int, int]:
    return (
        list(Rol).index(regel.rol), list(Entiteit).index(regel.entiteit),
        list(Handeling).index(regel.handelingen[0]), list(Veldgroep).index(regel.veldgroepen[0]),
    )  # fmt: skip
