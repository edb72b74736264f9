"""Plans as the core makes them, small enough to read: one table with a doubt, a missing column and every outcome."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from boa_app.usecases.importplan import (
    Alternatief,
    BestandPlan,
    Gok,
    Importplan,
    Keuzes,
    Kolom,
    SoortRegel,
    Totalen,
    Uitkomst,
    VoorbeeldRij,
    Zekerheid,
)

MOMENT = datetime(2026, 10, 3, 20, 0, tzinfo=UTC)
HEADER = ("Volgnr", "Soort", "Straat", "Wijk", "Datum", "X", "Y", "Melder")
ROLES = ("id", "soort", "plaats", "", "datum", "lon", "lat", "persoonsgegevens")
ORDER = Gok(
    "volgorde",
    "dag_eerst",
    Zekerheid.TWIJFEL,
    (Alternatief("dag_eerst", "9 november 2026"), Alternatief("maand_eerst", "11 september 2026")),
    "9 november 2026 om 12:30",
)
DELIMITER = Gok("scheidingsteken", ";", Zekerheid.ZEKER, (Alternatief(";"), Alternatief(",")))
SYSTEM = Gok("stelsel", "rd", Zekerheid.ZEKER, (Alternatief("rd"),))


def row(rij: int, uitkomst: Uitkomst = Uitkomst.TOEVOEGEN, reden: str = "", kolom: int = -1) -> VoorbeeldRij:
    """One row of the preview."""
    cells = (str(rij), "Jeugdoverlast", "Kloosterpad", "Wijk 01", "09-11-2026 12:30", "132.000,5", "447.000,5", "x")
    lon, lat = (None, None) if reden.startswith("positie") else (5.03 + rij / 1000, 52.02)
    return VoorbeeldRij(rij, cells, uitkomst, reden, kolom, MOMENT + timedelta(hours=rij), None, lon, lat, "HANG")


def table(naam: str = "politie.csv", *, ontbreekt: tuple[str, ...] = (), profiel: str = "tabel") -> BestandPlan:
    """One file with a row of each outcome."""
    rows = (
        row(2),
        row(3, Uitkomst.BESTAAND),
        row(4, Uitkomst.OVERSLAAN),
        row(5, Uitkomst.AFKEUREN, "datum_ongeldig", 4),
        row(6, Uitkomst.AFKEUREN, "positie_nul", 5),
    )
    columns = tuple(
        Kolom(kop, "" if rol in ontbreekt else rol, ("een", "twee", "drie"), Zekerheid.ZEKER)
        for kop, rol in zip(HEADER, ROLES, strict=True)
    )
    return BestandPlan(
        path=Path(naam), naam=naam, sha256="0" * 64, profiel=profiel, regels=4812, gokken=(DELIMITER, ORDER, SYSTEM),
        kolommen=columns, rijen=rows, eerder=0,
    )  # fmt: skip


def plan(
    *bestanden: BestandPlan, twijfels: tuple[tuple[int, str], ...] = (), geteld: bool = True, toevoegen: int = 2790
) -> Importplan:
    """A plan; counted: 2790 + 12 + 2004 + 6 = 4812."""
    totalen = Totalen(
        gelezen=4812 - 2790 + toevoegen, toevoegen=toevoegen, bestaand=12, overslaan=2004, afkeuren=6,
        redenen={"datum_ongeldig": 6}, geteld=geteld,
    )  # fmt: skip
    soorten = (
        SoortRegel("Diefstal fiets", "", 2004), SoortRegel("Jeugdoverlast", "HANG", 1811),
        SoortRegel("Overig", "ANDERS", 997),
    )  # fmt: skip
    return Importplan(
        bestanden=bestanden or (table(),), soorten=soorten, totalen=totalen, twijfels=twijfels, keuzes=Keuzes()
    )
