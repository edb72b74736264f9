"""Code lists: values with a validity, closed but never deleted (domain §4), read from TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from boa_app.domain.errors import UserError

_CODE = re.compile(r"[A-Za-z0-9:-]{1,12}")


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a list.

    kort: the short label on a tile. icoon: name in the icon set, or "". tegel: shown on the form without opening the
    rest. regime: "T", "O", "B" (bestuurlijk) or "" where it does not apply. geldig_van/geldig_tot: both inclusive.
    """

    code: str
    label: str
    kort: str
    label_en: str
    kort_en: str
    icoon: str = ""
    uitleg: str = ""
    uitleg_en: str = ""
    tegel: bool = False
    regime: str = ""
    geldig_van: date | None = None
    geldig_tot: date | None = None

    def valid_on(self, day: date) -> bool:
        """Whether the value may be chosen on this day."""
        return (self.geldig_van is None or self.geldig_van <= day) and (
            self.geldig_tot is None or day <= self.geldig_tot
        )


@dataclass(frozen=True, slots=True)
class Codelijst:
    """A list in its fixed order: hands remember places, so the order never follows use."""

    naam: str
    codes: tuple[Code, ...]
    _index: Mapping[str, Code] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_index", {code.code: code for code in self.codes})

    def get(self, code: str) -> Code:
        """The value of a code. Raises UserError code_onbekend(lijst, waarde)."""
        if (found := self._index.get(code)) is not None:
            return found
        # Only what looks like a code is repeated: anything else may be a text somebody put in the wrong column.
        raise UserError("code_onbekend", lijst=self.naam, waarde=code if _CODE.fullmatch(code) else "…")

    def __contains__(self, code: object) -> bool:
        return code in self._index

    def label(self, code: str, language: str = "nl") -> str:
        """The full label, or the code itself for a value this version does not know (a newer list may hold it)."""
        if code not in self:
            return code
        found = self.get(code)
        return found.label if language == "nl" else found.label_en

    def kort(self, code: str, language: str = "nl") -> str:
        """The short label, or the code itself for a value this version does not know."""
        if code not in self:
            return code
        found = self.get(code)
        return found.kort if language == "nl" else found.kort_en


@dataclass(frozen=True, slots=True)
class Codelijsten:
    """All lists by name."""

    lijsten: Mapping[str, Codelijst]

    def __getitem__(self, naam: str) -> Codelijst:
        return self.lijsten[naam]

    def check(self, naam: str, code: str) -> str:
        """code itself when the list knows it. Raises UserError code_onbekend(lijst, waarde)."""
        return self.lijsten[naam].get(code).code


def load_codelijsten(folder: Path) -> Codelijsten:
    """Read every ``*.toml`` of a folder; the file name is the list name, ``[[code]]`` its entries in order."""
    lijsten = {}
    for path in sorted(folder.glob("*.toml")):
        with path.open("rb") as file:
            entries = tomllib.load(file)["code"]
        lijsten[path.stem] = Codelijst(path.stem, tuple(_parse(entry) for entry in entries))
    return Codelijsten(lijsten)


def _parse(entry: dict[str, object]) -> Code:
    label, label_en = str(entry["label"]), str(entry["label_en"])
    day = {name: value for name in ("geldig_van", "geldig_tot") if isinstance(value := entry.get(name), date)}
    return Code(
        code=str(entry["code"]),
        label=label,
        kort=str(entry.get("kort", label)),
        label_en=label_en,
        kort_en=str(entry.get("kort_en", label_en)),
        icoon=str(entry.get("icoon", "")),
        uitleg=str(entry.get("uitleg", "")),
        uitleg_en=str(entry.get("uitleg_en", "")),
        tegel=bool(entry.get("tegel", False)),
        regime=str(entry.get("regime", "")),
        geldig_van=day.get("geldig_van"),
        geldig_tot=day.get("geldig_tot"),
    )
