"""The files of the matrix: complete, harmless in a spreadsheet and a browser, readable in both languages."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime

import pytest

from boa_app.domain.matrix import Matrixregel, Rechtenmatrix, Rolhouder, maak_regels
from boa_app.domain.roles import RECHTEN, Bereik, Entiteit, Handeling, Rol, Veldgroep
from boa_app.exchange.matrix import houder_woorden, regel_woorden, termijn, to_csv, to_html

NOW = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)
SAM = Rolhouder("Sam <b>de Wit</b>", Rol.BOA, ("Oost",), date(2026, 1, 1), date(2026, 12, 31))
EVIL = Rolhouder("=HYPERLINK(1)", Rol.BEHEERDER, None, date(2026, 1, 1), None)


def a_matrix(*houders: Rolhouder) -> Rechtenmatrix:
    return Rechtenmatrix(maak_regels(), houders, bool(houders), NOW, "GM0353", "IJsselstein")


def test_csv_holds_every_single_right() -> None:
    rows = list(csv.reader(io.StringIO(to_csv(a_matrix()).decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 1 + len(set(RECHTEN))
    assert ["boa", "melding", "codes", "lezen", "werkgebied", "365", "", "90"] in rows


def test_csv_names_people_without_formulas() -> None:
    text = to_csv(a_matrix(SAM, EVIL)).decode("utf-8-sig")
    assert "boa;Sam <b>de Wit</b>;Oost;2026-01-01;2026-12-31" in text
    assert "beheerder;'=HYPERLINK(1);*;2026-01-01;" in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_page_stands_alone_and_shows_all_roles(language: str) -> None:
    page = to_html(a_matrix(SAM, EVIL), language).decode()
    assert page.count("<h2>") == len(Rol)
    assert page.count("<tr>") == len(maak_regels()) + len(Rol)
    assert "<b>" not in page and "Sam &lt;b&gt;" in page
    assert "…" not in page, "a sentence missed a field"
    assert not re.search(r"<script|src=|href=|url\(", page)
    assert "default-src 'none'" in page


def test_page_without_names_says_so() -> None:
    assert "dat weet alleen de centrale" in to_html(a_matrix()).decode()


def test_words_of_terms_and_people() -> None:
    assert [termijn(days) for days in (None, 365, 1825, 90)] == ["", "1 jaar", "5 jaar", "90 dagen"]
    line = Matrixregel(
        Rol.BOA, Entiteit.MELDING, (Veldgroep.CODES,), (Handeling.LEZEN,), Bereik.WERKGEBIED, 365, 365, 90
    )
    words = regel_woorden(line)
    assert words[0] == "Melding"
    assert words[4] == "Hooguit 1 jaar oud, met reden vanaf 1 jaar, 90 dagen op een toestel"
    assert houder_woorden(SAM) == "Oost, t/m 31-12-2026"
    assert houder_woorden(EVIL) == "hele gemeente"
