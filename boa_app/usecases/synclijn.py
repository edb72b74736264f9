"""A line to the centre of this device, for as long as a use case needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from boa_app.domain.errors import UserError
from boa_app.store import sync_stand
from boa_app.usecases.session import Session

if TYPE_CHECKING:
    from boa_app.sync.transport import Transport

SignIn = Callable[[str, str, str, str], str]


@contextmanager
def open_line(
    session: Session, given: Transport | None = None, cancelled: Callable[[], bool] | None = None
) -> Iterator[Transport]:
    """The line given, or a new one to the centre of this device, closed afterwards.

    Raises UserError niet_aangemeld, toestel_ingetrokken.
    """
    with session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
    if known is None:
        raise UserError("niet_aangemeld")
    if known.ingetrokken:
        raise UserError("toestel_ingetrokken")
    if given is not None:
        if cancelled is not None:
            given.cancelled = cancelled
        yield given
        return
    from boa_app.sync.transport import Transport

    with Transport(known.toestel.server, ca_pem=known.toestel.ca, cancelled=cancelled) as line:
        yield line


def sign_in_with(line: Transport, open_browser: Callable[[str], None] | None) -> SignIn | None:
    """What gets an id_token by having a person sign in; None when no browser may be opened."""
    if open_browser is None:
        return None

    def sign_in(issuer: str, client: str, centrale: str, device: str) -> str:
        from boa_app.sync.oidc_login import get_id_token

        return get_id_token(issuer, client, centrale, device, open_browser, line.cancelled)

    return sign_in
