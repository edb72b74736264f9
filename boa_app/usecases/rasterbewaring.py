"""Protected grids as they were set: one per fixed period in the settings of the store, and never another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np

from boa_app.analysis.bescherming import Raster, classes_of
from boa_app.domain.moments import from_iso, to_iso
from boa_app.store import instellingen
from boa_app.store.session import Reader, Writer

_NAME = "beschermd_raster"


@dataclass(frozen=True, slots=True)
class Vastgesteld:
    """The grid of one period. op: the moment it was set."""

    raster: Raster
    op: datetime


def kept_raster(r: Reader, first: date, months: int) -> Vastgesteld | None:
    """What was set for the period that begins at first, None when nothing was."""
    kept = instellingen.get(r, _name(first, months), None)
    return None if kept is None else Vastgesteld(_from_json(kept), from_iso(kept["op"]))


def keep_raster(w: Writer, first: date, months: int, wanted: Vastgesteld) -> Vastgesteld:
    """Set the grid of a period, and give what holds: the one that was set before, if there is one."""
    kept = kept_raster(w, first, months)
    if kept is not None:
        return kept
    instellingen.put(w, _name(first, months), _to_json(wanted))
    return wanted


def _name(first: date, months: int) -> str:
    return f"{_NAME}/{first.isoformat()}/{months}"


def _to_json(kept: Vastgesteld) -> dict[str, Any]:
    raster = kept.raster
    squares = (raster.x_m, raster.y_m, raster.zijde_m, raster.aantal)
    return {
        "op": to_iso(kept.op),
        "k": raster.k,
        "start_m": raster.start_m,
        "vakken": np.stack(squares, axis=1).tolist(),
        "te_weinig": np.stack((raster.te_weinig_x_m, raster.te_weinig_y_m), axis=1).tolist(),
        "aandeel": raster.aandeel,
        "buiten": raster.buiten,
        "met_adressen": raster.met_adressen,
    }


def _from_json(kept: dict[str, Any]) -> Raster:
    x, y, side, count = np.array(kept["vakken"], dtype=np.int64).reshape(-1, 4).T
    few = np.array(kept["te_weinig"], dtype=np.int64).reshape(-1, 2).T
    return Raster(
        kept["k"], kept["start_m"], x, y, side, count, classes_of(count, side), few[0], few[1],
        kept["aandeel"], kept["buiten"], kept["met_adressen"],
    )  # fmt: skip
