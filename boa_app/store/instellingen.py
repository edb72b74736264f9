"""Settings of this store: small JSON values by name; nothing about a person or an event."""

from __future__ import annotations

import json
from typing import Any

from boa_app.store.changes import dump_value
from boa_app.store.session import Reader, Writer


def get(r: Reader, naam: str, default: Any) -> Any:  # noqa: ANN401 - any JSON value
    """The value of a setting, default when it was never put."""
    row = r.db.conn.execute("SELECT waarde FROM instellingen WHERE naam = ?", [naam]).fetchone()
    return json.loads(row[0]) if row else default


def put(w: Writer, naam: str, waarde: Any) -> None:  # noqa: ANN401 - any JSON value
    """Set a setting."""
    w.db.conn.execute("INSERT OR REPLACE INTO instellingen (naam, waarde) VALUES (?, ?)", [naam, dump_value(waarde)])
