"""What the wizard keeps of a file while it is read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from boa_app.exchange.bron import inspect_source
from boa_app.exchange.kolommen import PERSON, Kolomwijzer
from boa_app.exchange.rijen import Lezing
from boa_app.usecases.importlezing import Bronlezing
from boa_app.usecases.importvoorbeeld import SHOWN_ROWS, Kijk, Uitkomst, kolommen_of
from tests.samples import load_lijsten

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)


def _look(path: Path) -> tuple[Bronlezing, Kijk]:
    reading = Bronlezing(inspect_source(path), "auto", Kolomwijzer(soorten={"weg": ""}), None, load_lijsten(), NOW)
    kijk = Kijk(reading)
    with reading.rows(Lezing("f", kijker=kijk)) as (batches, _):
        for batch in batches:
            for row in batch:
                kijk.used(row, Uitkomst.TOEVOEGEN)
    return reading, kijk


def test_the_first_rows_and_the_first_of_each_reason(tmp_path: Path) -> None:
    good = "13-2-2026 21:00;5,04;52,02;Stemgeluid;Jansen\n"
    rest = "13-2-2026;;52,02;x;Piet\n13-2-2026;;52,02;x;Piet\n13-2-2026;5,04;52,02;weg;Piet\n"
    path = tmp_path / "t.csv"
    path.write_text("datum;lon;lat;soort;melder\n" + good * (SHOWN_ROWS + 50) + rest, encoding="utf-8")
    reading, kijk = _look(path)
    assert len(kijk.rows) == SHOWN_ROWS + 2
    last = [kijk.rows[rij] for rij in sorted(kijk.rows)][-2:]
    assert [(row.rij, row.uitkomst, row.reden, row.kolom) for row in last] == [
        (SHOWN_ROWS + 52, Uitkomst.AFKEUREN, "positie_ontbreekt", 1), (SHOWN_ROWS + 54, Uitkomst.OVERSLAAN, "", -1),
    ]  # fmt: skip
    assert kijk.labels == {"Stemgeluid": SHOWN_ROWS + 50, "x": 2, "weg": 1}
    kolommen = kolommen_of(reading, kijk, [kijk.rows[2]])
    assert [(kolom.kop, kolom.rol, kolom.voorbeelden) for kolom in kolommen][3:] == [
        ("soort", "soort", ("Stemgeluid",)), ("melder", PERSON, ()),
    ]  # fmt: skip
