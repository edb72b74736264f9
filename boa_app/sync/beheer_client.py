"""The messages of beheer over the line: one method for each route that sync/beheer.py tells."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from boa_app.sync.beheer import (
    Aanmeldcode,
    Account,
    Accounts,
    AccountWijziging,
    AuditBlad,
    Beeindiging,
    Buurten,
    Codes,
    Intrekking,
    Matrix,
    NieuwAccount,
    NieuweCode,
    Toestel,
    Toestellen,
)

if TYPE_CHECKING:
    from boa_app.sync.transport import Transport


class BeheerLijn:
    """Asks and orders over one line that already has its token. Raises what the line raises."""

    def __init__(self, transport: Transport) -> None:
        self._line = transport

    def accounts(self) -> Accounts:
        """All accounts."""
        return self._line.vraag("GET", "/beheer/accounts", Accounts)

    def maak_account(self, nieuw: NieuwAccount) -> Account:
        """A new account; never sent twice by itself, for the second would be refused."""
        return self._line.vraag("POST", "/beheer/accounts", Account, nieuw, again=False)

    def wijzig_account(self, account: str, wijziging: AccountWijziging) -> Account:
        """An account as it becomes."""
        return self._line.vraag("PUT", f"/beheer/accounts/{_part(account)}", Account, wijziging, again=False)

    def beeindig_account(self, account: str, einde: Beeindiging) -> Account:
        """End an account with all its devices."""
        return self._line.vraag("POST", f"/beheer/accounts/{_part(account)}/einde", Account, einde, again=False)

    def toestellen(self) -> Toestellen:
        """All devices."""
        return self._line.vraag("GET", "/beheer/toestellen", Toestellen)

    def trek_toestel_in(self, device: str, intrekking: Intrekking) -> Toestel:
        """Revoke a device; twice is once."""
        return self._line.vraag("POST", f"/beheer/toestellen/{_part(device)}/intrekken", Toestel, intrekking)

    def codes(self) -> Codes:
        """The codes that are out."""
        return self._line.vraag("GET", "/beheer/codes", Codes)

    def maak_code(self, nieuw: NieuweCode) -> Aanmeldcode:
        """A one-time code; a second try would leave one that nobody saw."""
        return self._line.vraag("POST", "/beheer/codes", Aanmeldcode, nieuw, again=False)

    def trek_code_in(self, code: str) -> Codes:
        """Withdraw a code that was not used."""
        return self._line.vraag("POST", f"/beheer/codes/{_part(code)}/intrekken", Codes, {}, again=False)

    def matrix(self) -> Matrix:
        """Who sees what."""
        return self._line.vraag("GET", "/beheer/matrix", Matrix)

    def audit(self, voor: int = 0, aantal: int = 100) -> AuditBlad:
        """A page of the audit log, newest first."""
        return self._line.vraag("GET", "/beheer/audit", AuditBlad, params={"voor": voor, "aantal": aantal})

    def buurten(self) -> Buurten:
        """The buurten the centre knows."""
        return self._line.vraag("GET", "/beheer/buurten", Buurten)

    def laad_buurten(self, geojson: dict[str, object]) -> Buurten:
        """Replace the buurten of the centre."""
        return self._line.vraag("PUT", "/beheer/buurten", Buurten, geojson)


def _part(text: str) -> str:
    """An id as one part of a path, whatever it holds."""
    return quote(text, safe="")
