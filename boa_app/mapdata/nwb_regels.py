"""What the columns of road files mean: the NWB of Rijkswaterstaat, pedestrian networks of cities, and plain lines.

Names of columns come in every spelling (sttNaam, STT_NAAM, stt_naam): letters and figures decide.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from math import isnan
from typing import Any

from boa_app.mapdata.netwerk_bouw import Weg
from boa_app.mapdata.wegregels import PAD_INSPECT_M, Klasse, Reden

Row = Mapping[str, Any]

_NAME = ("sttnaam", "straatnaam", "naam", "name", "openbareruimte")
_ID = ("wvkid", "osmid", "id", "fid", "objectid")
_KIND = ("bstcode", "bst")
# Kinds of carriageway (BST) that are of motorways and their slip roads.
_MOTORWAY = frozenset("AFR OPR VBD VBI VBK VBR VBS VBW PST BVD".split())
_FERRY = frozenset("VD VDF VDV VV".split())
# On foot along a state road only where there is a path or a road beside it.
_BESIDE = frozenset("FP VP VZ VWG PAR".split())
_SOORTEN = {"FP": "cycleway", "VP": "footway", "VZ": "pedestrian", "HR": "primary", "NRB": "residential"}
_PARKING = frozenset("PC PKB PKP PP".split())
_KEPT = ("bst", "wegbehsrt", "wegnummer", "rijrichtng", "pathtype", "crossing", "crossingtype")
_WIDTHS = ("obstaclefreewidthfloat", "widthfill", "breedte", "width")


def read_row(row: Row) -> dict[str, str]:
    """A row with plain column names and texts; what is empty is left out."""
    found = {}
    for name, value in row.items():
        text = "" if value is None or (isinstance(value, float) and isnan(value)) else str(value).strip()
        if text:
            found[re.sub(r"[^a-z0-9]", "", str(name).lower())] = text
    if "bstcode" in found:
        found["bst"] = found["bstcode"]
    return found


def is_nwb(columns: Iterable[str]) -> bool:
    """Whether these columns are those of the NWB."""
    plain = {re.sub(r"[^a-z0-9]", "", column.lower()) for column in columns}
    return "wvkid" in plain or "sttnaam" in plain


def reason_to_leave_out(row: Mapping[str, str]) -> Reden | None:
    """Why a road section is not for somebody on foot, None when it is. row: of read_row."""
    kind, owner = row.get("bst", "").upper(), row.get("wegbehsrt", "").upper()
    if row.get("include") == "0" or kind in _FERRY:
        return Reden.GEEN_WEG
    if kind in _MOTORWAY or (owner == "R" and kind not in _BESIDE):
        return Reden.AUTOWEG
    # A main carriageway without a street name is a road with a number.
    return Reden.AUTOWEG if kind == "HR" and not _name(row) else None


def weg_of(row: Mapping[str, str], number: int, length_m: float) -> Weg:
    """What holds for one section. number: its place in the file, when the source gives no id."""
    name, kind = _name(row), row.get("bst", "").upper()
    walks = row.get("pathtype", "")
    soort = _SOORTEN.get(kind, "residential") if not walks else "cycleway" if walks == "bike" else "footway"
    told = {key: row[key] for key in _KEPT if key in row}
    width = next((row[key] for key in _WIDTHS if key in row), "")
    if width:
        told["width"] = width
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Weg(_id(row, number), name, soort, _klasse(row, soort, name, length_m), text)


def _klasse(row: Mapping[str, str], soort: str, name: str, length_m: float) -> Klasse:
    if row.get("bst", "").upper() in _PARKING or row.get("crossing", "").lower() in ("yes", "ja", "1", "true"):
        return Klasse.VERBINDING
    # A network of pavements only has no streets beside them: there the pavement is what must be seen.
    if name or row.get("pathtype") == "walk":
        return Klasse.VERPLICHT
    if soort in ("footway", "pedestrian") and length_m > PAD_INSPECT_M:
        return Klasse.VERPLICHT
    return Klasse.VERBINDING


def _name(row: Mapping[str, str]) -> str:
    return next((row[key] for key in _NAME if key in row), "")


def _id(row: Mapping[str, str], number: int) -> int:
    for key in _ID:
        found = re.fullmatch(r"(\d{1,18})(?:\.0+)?", row.get(key, ""))
        if found:
            return int(found[1])
    return number
