from __future__ import annotations

from boa_app.vault.errors import VaultError, VaultFault


def test_an_error_tells_its_fault_and_fields_only() -> None:
    error = VaultError(VaultFault.KEYFILE_NEWER, versie=2, kent=1)
    assert str(error) == "sleutelbestand_nieuwer"
    assert (error.fault, error.fields) == (VaultFault.KEYFILE_NEWER, {"versie": 2, "kent": 1})
