"""How long a passphrase is at least."""

from __future__ import annotations

from boa_app.domain.errors import UserError

# Whoever copies the files can try passphrases at leisure. The key derivation makes each try slow; twelve characters
# make them too many. Asked of everybody who chooses a passphrase for real data in the window.
MIN_WACHTWOORD = 12
# What no store is made with, whoever asks: scripts and the example, whose data are made up, stop here.
MIN_PASSPHRASE = 8


def check_wachtwoord(text: str, *, voorbeeld: bool = False) -> None:
    """Refuse a passphrase that is too short to choose; voorbeeld: for made-up data.

    Raises UserError wachtwoord_te_kort(min).
    """
    least = MIN_PASSPHRASE if voorbeeld else MIN_WACHTWOORD
    if len(text) < least:
        raise UserError("wachtwoord_te_kort", min=least)
