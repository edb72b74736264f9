"""The authorisation matrix as a file: CSV with one right per row, or a page to read and print that needs nothing else.

The page holds no script and loads nothing; its one style stands in it and is allowed by its hash.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import html
import io
from collections.abc import Iterable

from boa_app.domain.matrix import Matrixregel, Rechtenmatrix, Rolhouder, losse_rechten
from boa_app.domain.roles import Rol
from boa_app.texts import formats, label
from boa_app.texts.matrixwoorden import matrixwoord

_COLUMNS = (
    "rol", "entiteit", "veldgroep", "handeling", "bereik", "hooguit_dagen", "reden_vanaf_dagen", "op_toestel_dagen",
)  # fmt: skip
# Signs with which a spreadsheet begins a formula; a name may begin with them too.
_FORMULA = tuple("=+-@\t\r")
_STYLE = (
    "body{font:11pt/1.4 sans-serif;color:#10222c;margin:2em auto;max-width:60em;padding:0 1em}"
    "h1{font-size:1.6em;margin:0}h2{font-size:1.2em;margin:1.6em 0 .3em;break-after:avoid}"
    "table{border-collapse:collapse;width:100%;margin:.4em 0}tr{break-inside:avoid}"
    "th,td{border:1px solid #6b7e88;padding:.3em .5em;text-align:left;vertical-align:top}th{background:#f3f6f7}"
    "p{margin:.4em 0}.meta{color:#475a64}@page{size:A4 landscape;margin:14mm}@media print{body{margin:0;font-size:9pt}}"
)
_YEAR = 365


def to_csv(matrix: Rechtenmatrix) -> bytes:
    """One line per single right, then one per person; with the byte order mark that makes a spreadsheet read UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in losse_rechten(matrix.regels):
        terms = ["" if span is None else span.days for span in (one.hooguit, one.reden_vanaf, one.op_toestel)]
        writer.writerow([one.rol, one.entiteit, one.veldgroep, one.handeling, one.bereik, *terms])
    if matrix.houders:
        writer.writerow([])
        writer.writerow(("rol", "naam", "werkgebied", "begin", "einde"))
        for houder in matrix.houders:
            days = [day.isoformat() if day else "" for day in (houder.begin, houder.einde)]
            gebied = "*" if houder.werkgebied is None else ", ".join(houder.werkgebied)
            writer.writerow([_cell(text) for text in (str(houder.rol), houder.naam, gebied, *days)])
    return out.getvalue().encode("utf-8-sig")


def to_html(matrix: Rechtenmatrix, language: str = "nl") -> bytes:
    """A page for whoever checks it: per role what it may and who has it."""
    title = matrixwoord("titel", language, gemeente=f"{matrix.gemeente_naam} ({matrix.gemeente_code})")
    moment = formats.moment(matrix.stand_per, language)
    parts = [_element("h1", title), _element("p", matrixwoord("stand", language, moment=moment), "meta")]
    parts.append(_element("p", matrixwoord("uitleg", language)))
    if not matrix.houders_bekend:
        parts.append(_element("p", matrixwoord("zonder_namen", language)))
    for rol in Rol:
        parts += _role(matrix, rol, language)
    allowed = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'"
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        f"<title>{html.escape(title)}</title><style>{_STYLE}</style>"
    )
    body = "\n".join(parts)
    return f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head><body>\n{body}\n</body></html>\n'.encode()


def termijn(days: int | None, language: str = "nl") -> str:
    """A term as people read it: whole years where it is, otherwise days; empty without one."""
    if days is None:
        return ""
    years, rest = divmod(days, _YEAR)
    return matrixwoord("dagen" if rest else "jaar", language, aantal=str(days if rest else years))


def regel_woorden(regel: Matrixregel, language: str = "nl") -> tuple[str, str, str, str, str]:
    """A line as people read it: what, which fields, may what, how far, and for how long."""
    terms = (
        ("hooguit", regel.hooguit_dagen), ("reden", regel.reden_vanaf_dagen),
        ("toestel", regel.op_toestel_dagen),
    )  # fmt: skip
    said = [matrixwoord(code, language, termijn=termijn(days, language)) for code, days in terms if days is not None]
    return (
        _upper(label("entiteit", regel.entiteit, language)), _labels("veldgroep", regel.veldgroepen, language),
        _labels("handeling", regel.handelingen, language), label("bereik", regel.bereik, language),
        _upper(", ".join(said)),
    )  # fmt: skip


def houder_woorden(houder: Rolhouder, language: str = "nl") -> str:
    """Where somebody has his role, and until when."""
    gebied = label("bereik", "gemeente", language) if houder.werkgebied is None else ", ".join(houder.werkgebied)
    if houder.einde is None:
        return gebied
    return f"{gebied}, {matrixwoord('tot', language, dag=formats.date_nl(houder.einde, language))}"


def _role(matrix: Rechtenmatrix, rol: Rol, language: str) -> list[str]:
    heads = [matrixwoord(f"kop_{name}", language) for name in ("wat", "velden", "mag", "bereik", "termijnen")]
    rows = [
        "".join(f"<td>{html.escape(cell)}</td>" for cell in regel_woorden(one, language)) for one in matrix.van(rol)
    ]
    table = "".join(
        f"<tr>{row}</tr>" for row in ("".join(f'<th scope="col">{html.escape(h)}</th>' for h in heads), *rows)
    )
    people = "; ".join(f"{one.naam} ({houder_woorden(one, language)})" for one in matrix.met(rol))
    told = (
        [_element("p", matrixwoord("wie", language, wie=people or matrixwoord("niemand", language)))]
        if matrix.houders_bekend
        else []
    )
    return [_element("h2", _upper(label("rol", rol, language))), *told, f"<table>{table}</table>"]


def _element(name: str, text: str, css: str = "") -> str:
    mark = f' class="{css}"' if css else ""
    return f"<{name}{mark}>{html.escape(text)}</{name}>"


def _labels(kind: str, codes: Iterable[str], language: str) -> str:
    return ", ".join(label(kind, code, language) for code in codes)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
