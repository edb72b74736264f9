"""Tables in every way of writing that people and programs have, with what really happened beside them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import xlsxwriter

from boa_app.analysis.crs import to_rd

CODERINGEN = ("utf-8", "utf-8-sig", "cp1252", "utf-16")
TEKENS = (";", ",", "\t", "|")
DATUMS = (
    "dd-mm-jjjj", "d-m-jj", "dd/mm/jjjj", "mm/dd/jjjj", "mm/dd/jjjj ampm", "jjjj-mm-dd", "d-mmm-jjjj", "dd.mm.jjjj",
    "iso", "mm-dd-jjjj", "serie",
)  # fmt: skip
# Ways that leave a question more often than not; right or in doubt all the same.
LASTIG = ("dd-mm-jj", "jj-mm-dd", "mm/dd/jj", "gemengd", "serie1904")
# A second date, when it was reported: named so, or named the same as the first.
TWEEDE = ("", "gemeld", "zelfde")
GEMELD = {"nl": "Datum melding", "en": "report date", "rd": "Registratiedatum", "vreemd": "Later"}
STELSELS = ("wgs84", "rd", "punt", "wkt")
_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
NAMEN = {
    "nl": ("Volgnr", "Soort", "Straat", "Datum", "Tijd", "Lengtegraad", "Breedtegraad", "Naam melder"),
    "en": ("id", "category", "street", "date", "time", "longitude", "latitude", "reporter name"),
    "rd": ("Nr.", "Soort melding", "Straatnaam", "Pleegdatum begin", "Tijdstip", "X-coördinaat", "Y-coördinaat", "BSN"),
    "vreemd": ("Nr.", "Wat", "Bij", "Wanneer", "Uur", "Oost", "Noord", "Melder"),
}


@dataclass(frozen=True)
class Dialect:
    """One way of writing a table."""

    codering: str
    teken: str
    komma: bool
    duizend: bool
    datum: str
    titels: int
    totaal: bool
    stelsel: str
    verwisseld: bool
    namen: str
    tijd_apart: bool
    leeg: bool
    rijen: int
    zaad: int
    tweede: str = ""

    @property
    def bestaat(self) -> bool:
        """Whether anybody writes so: months before days with dashes is only done by American programs."""
        american = self.namen == "en" and self.teken in (",", "\t") and not self.komma
        return self.datum != "mm-dd-jjjj" or american


@dataclass(frozen=True)
class Gebeurtenis:
    """What really happened: local time to the minute, WGS84 degrees."""

    moment: datetime
    lon: float
    lat: float


def events(dialect: Dialect) -> list[Gebeurtenis]:
    """The truth behind a table; never in the hour that does not exist in spring."""
    draw = Random(dialect.zaad)
    begin = datetime(2024, 1, 1) + timedelta(days=draw.randrange(300))
    span = draw.choice((8, 90, 400))
    return [
        Gebeurtenis(
            begin + timedelta(days=draw.randrange(span), minutes=draw.randrange(240, 1440)),
            round(draw.uniform(4.98, 5.07), 6), round(draw.uniform(51.995, 52.06), 6),
        )
        for _ in range(dialect.rijen)
    ]  # fmt: skip


def write(dialect: Dialect, path: Path, found: list[Gebeurtenis]) -> None:
    """The table as text."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=dialect.teken)
    for at in range(dialect.titels):
        writer.writerow(["Overzicht meldingen 2024"] + [""] * (at % 2 * 7))
    for at, row in enumerate(table(dialect, found)):
        writer.writerow(row)
        if dialect.leeg and at % 5 == 2:
            out.write("\r\n")
    if dialect.totaal:
        writer.writerow(["Totaal", str(len(found)), "", "", "", "", "", ""])
    path.write_bytes(out.getvalue().encode(dialect.codering, "replace"))


def write_workbook(dialect: Dialect, path: Path, found: list[Gebeurtenis], *, cells: bool) -> None:
    """The same table in a workbook. cells: dates and numbers as such, else as the text they have in the file."""
    workbook = xlsxwriter.Workbook(path)
    if dialect.leeg:
        workbook.add_worksheet("Toelichting").write(0, 0, "Dit blad legt het uit.")
    sheet = workbook.add_worksheet("Meldingen")
    stamp = workbook.add_format({"num_format": "dd-mm-yyyy hh:mm"})
    if dialect.titels:
        sheet.merge_range(0, 0, 0, 7, "Overzicht meldingen 2024")
    top = dialect.titels + (3 if dialect.leeg else 0)
    for at, row in enumerate(table(dialect, found)):
        for column, cell in enumerate(row):
            sheet.write_string(top + at, column, cell)
        if cells and at:
            sheet.write_datetime(top + at, 3, found[at - 1].moment, stamp)
            sheet.write_blank(top + at, 4, None)
    if dialect.totaal:
        sheet.write_row(top + len(found) + 1, 0, ["Totaal", len(found)])
    workbook.close()


def table(dialect: Dialect, found: list[Gebeurtenis]) -> list[list[str]]:
    """Header and rows."""
    header = list(NAMEN[dialect.namen])
    if dialect.stelsel in ("punt", "wkt"):
        header[5:7] = ["geometrie" if dialect.namen != "vreemd" else "Waar", "Wijk"]
    if dialect.tweede:
        header.append(GEMELD[dialect.namen] if dialect.tweede == "gemeld" else header[3])
    rows = [header]
    for nr, one in enumerate(found, 1):
        way = dialect.datum if dialect.datum != "gemengd" else ("dd/mm/jjjj", "mm/dd/jjjj")[nr > len(found) // 2]
        written = replace(dialect, datum=way)
        day, clock = _date(written, one.moment)
        if not dialect.tijd_apart:
            day, clock = f"{day} {clock}".strip() if "serie" not in dialect.datum else day, ""
        cells = [f"{nr:05d}", "Stemgeluid", "'t Hofje", day, clock, *_place(dialect, one), "Jansen"]
        if dialect.tweede:
            cells.append(_date(written, one.moment + timedelta(days=nr % 9))[0])
        rows.append(cells)
    return rows


def _date(dialect: Dialect, moment: datetime) -> tuple[str, str]:
    m, clock = moment, f"{moment:%H:%M}"
    if "serie" in dialect.datum:
        days = (
            m - (datetime(1904, 1, 1) if dialect.datum == "serie1904" else datetime(1899, 12, 30))
        ).total_seconds() / 86_400
        return (f"{int(days)}", clock) if dialect.tijd_apart else (f"{days:.6f}", "")
    if dialect.datum == "mm/dd/jjjj ampm":
        return f"{m:%m/%d/%Y}", f"{m:%I:%M %p}"
    day = {
        "dd-mm-jj": f"{m:%d-%m-%y}", "jj-mm-dd": f"{m:%y-%m-%d}", "mm/dd/jj": f"{m:%m/%d/%y}",
        "dd-mm-jjjj": f"{m:%d-%m-%Y}", "d-m-jj": f"{m.day}-{m.month}-{m:%y}", "dd/mm/jjjj": f"{m:%d/%m/%Y}",
        "mm/dd/jjjj": f"{m:%m/%d/%Y}", "jjjj-mm-dd": f"{m:%Y-%m-%d}",
        "d-mmm-jjjj": f"{m.day}-{_MAANDEN[m.month - 1]}-{m.year}", "dd.mm.jjjj": f"{m:%d.%m.%Y}",
        "iso": f"{m:%Y-%m-%d}", "mm-dd-jjjj": f"{m:%m-%d-%Y}",
    }[dialect.datum]  # fmt: skip
    return day, f"{clock}:00" if dialect.datum == "iso" else clock


def _place(dialect: Dialect, one: Gebeurtenis) -> tuple[str, str]:
    if dialect.stelsel == "wkt":
        return f"POINT({one.lon} {one.lat})", "Wijk 00"
    if dialect.stelsel == "punt":
        return f"{one.lat}, {one.lon}", "Wijk 00"
    if dialect.stelsel == "rd":
        x, y = to_rd(one.lon, one.lat)
        pair = [_number(dialect, round(float(value), 2)) for value in (x, y)]
    else:
        pair = [_number(dialect, value) for value in (one.lon, one.lat)]
    return (pair[1], pair[0]) if dialect.verwisseld else (pair[0], pair[1])


def _number(dialect: Dialect, value: float) -> str:
    metres = f"{value:,.2f}" if dialect.duizend else f"{value:.2f}"
    text = metres if dialect.stelsel == "rd" else f"{value:.6f}"
    return text.translate(str.maketrans(",.", ".,")) if dialect.komma else text


def bare_workbook(path: Path, days: list[int], *, d1904: bool) -> Path:
    """A workbook with days as bare numbers, as a program writes that gives its cells no format."""
    workbook = xlsxwriter.Workbook(path, {"date_1904": d1904})
    sheet = workbook.add_worksheet("A")
    sheet.write_row(0, 0, ("datum", "lon", "lat"))
    for at, day in enumerate(days, 1):
        sheet.write_row(at, 0, (day, 5.01, 52.01))
    workbook.close()
    return path
