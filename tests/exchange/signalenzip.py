"""An export of Signalen as it really is: eleven CSV files, the longitude in the column lat (domain §9.3, §10)."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

SIGNALS = (
    "id", "signal_uuid", "source", "text", "text_extra", "incident_date_start", "incident_date_end", "created_at",
    "updated_at", "operational_date", "expire_date", "image", "upload", "extra_properties", "category_assignment_id",
    "location_id", "reporter_id", "status_id", "priority", "priority_created_at", "parent", "type", "type_created_at",
    "directing_departments_assignment_id",
)  # fmt: skip
MAIN = "overlast-van-en-door-personen-of-groepen"
GEHEIM = "Jantje de Vries, 06-12345678"


def signal(nr: int, slug: str = "jongerenoverlast", **more: str) -> dict[str, str]:
    """One signal with its location, category and status. main, state, lat, lng and address go to those."""
    return {
        "id": str(nr), "slug": slug, "main": MAIN, "state": "o", "lat": "5.0432", "lng": "52.0213", "type": "SIG",
        "incident_date_start": "2026-02-01 20:15:00+00:00", "extra_properties": "null",
        "address": json.dumps({"openbare_ruimte": "Zeemanlaan", "huisnummer": "12", "woonplaats": "IJsselstein"}),
        **more,
    }  # fmt: skip


def write_zip(path: Path, signals: Sequence[Mapping[str, str]], *, blank_lines: bool = False) -> Path:
    """The eleven files."""
    parts: dict[str, list[list[str]]] = {name: [list(header)] for name, header in _HEADERS.items()}
    for one in signals:
        nr = one["id"]
        row = {
            "signal_uuid": f"00000000-0000-4000-8000-{int(nr):012d}", "source": "online", "text": f"{GEHEIM}\n\"hij\"",
            "category_assignment_id": f"c{nr}", "location_id": f"l{nr}", "reporter_id": f"r{nr}", "status_id": f"s{nr}",
            "priority": "normal", **one,
        }  # fmt: skip
        parts["signals"].append([row.get(name, "") for name in SIGNALS])
        parts["locations"].append([f"l{nr}", one["lat"], one["lng"], "", "BU03530001", one["address"], "", "", "", nr])
        parts["categories"].append([f"c{nr}", "Overlast", one["slug"].title(), one["main"], one["slug"], "", "", nr])
        parts["statuses"].append([f"s{nr}", GEHEIM, "behandelaar@voorbeeld.nl", one["state"], "", "", nr])
        parts["reporters"].append([f"r{nr}", "melder@voorbeeld.nl", "0612345678", "False", "", nr])
        parts["notes"].append([nr, "", "", nr, GEHEIM])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in parts.items():
            out = io.StringIO(newline="")
            writer = csv.writer(out, lineterminator="\r\n")
            for cells in rows:
                writer.writerow(cells)
                if blank_lines:
                    out.write("\r\n")
            archive.writestr(f"{name}.csv", out.getvalue())
    return path


_HEADERS: dict[str, Sequence[str]] = {
    "signals": SIGNALS,
    "locations": (
        "id", "lat", "lng", "stadsdeel", "buurt_code", "address", "extra_properties", "created_at", "updated_at",
        "_signal_id",
    ),
    "categories": ("id", "main", "sub", "main_slug", "sub_slug", "departments", "created_at", "_signal_id"),
    "statuses": ("id", "text", "user", "state", "extern", "created_at", "_signal_id"),
    "reporters": ("id", "email", "phone", "is_anonymized", "created_at", "_signal_id"),
    "notes": ("id", "created_at", "updated_at", "_signal_id", "text"),
    "sla": ("id", "main", "sub", "n_days", "use_calendar_days", "created_at"),
    "directing_departments": ("id", "created_at", "departments", "_signal_id"),
    "routing_departments": ("id", "created_at", "updated_at", "_signal_id", "departments"),
    "signals_assigned_user": ("id", "assigned_to", "assigned_at"),
    "kto_feedback": ("_signal_id", "is_satisfied", "text", "created_at"),
}  # fmt: skip
