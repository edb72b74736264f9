"""What can go wrong with keys: codes for the layers above, which know the sentences and the store they belong to."""

from __future__ import annotations

from enum import StrEnum


class VaultFault(StrEnum):
    """Why a key could not be had; the values are the codes of ``boa_app.domain.errors`` one layer up."""

    WRONG_SECRET = "wachtwoord_onjuist"  # noqa: S105 - a code
    UNREADABLE_SECRET = "wachtwoord_onleesbaar"  # noqa: S105 - a code
    KEYFILE_MISSING = "sleutelbestand_ontbreekt"
    KEYFILE_DAMAGED = "sleutelbestand_beschadigd"
    KEYFILE_NEWER = "sleutelbestand_nieuwer"
    OUT_OF_MEMORY = "geheugen_tekort"


class VaultError(Exception):
    """A key problem by its fault; holds no secret and no path."""

    def __init__(self, fault: VaultFault, /, **fields: int) -> None:
        super().__init__(fault.value, fields)
        self.fault = fault
        self.fields = fields

    def __str__(self) -> str:
        return self.fault.value
