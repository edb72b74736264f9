"""One question to the centre outside a round of syncing: a line with a token that holds, and a fresh one when it does
not any more.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from boa_app.domain.errors import UserError
from boa_app.domain.moments import from_iso, to_iso
from boa_app.store import sync_stand
from boa_app.store.sync_stand import Toestel
from boa_app.sync.protocol import TokenVraag, signing_text
from boa_app.usecases.session import Session
from boa_app.vault.zegel import sign

if TYPE_CHECKING:
    from boa_app.sync.transport import Transport

T = TypeVar("T")
# The name under which a round of syncing keeps its token too: one signature serves both.
_TOKEN = "token"  # noqa: S105 - the name of a place, not a secret
_MARGIN, _HOLDS = timedelta(seconds=60), timedelta(minutes=14)


def vraag_centrale(
    session: Session, work: Callable[[Transport], T], *, cancelled: Callable[[], bool] | None = None,
    transport: Transport | None = None,
) -> T:  # fmt: skip
    """What work gives, asked over a line in the name of this device. Ends by itself the line it made.

    work runs a second time when the centre refused its token, for then nothing was done yet. transport: a line of the
    caller, for tests. Raises UserError niet_aangemeld, oidc_nodig(uitgever, client), toestel_ingetrokken,
    sync_afgebroken and what work raises; EnvironmentProblem of the line.
    """
    from boa_app.sync.transport import Transport

    toestel = _toestel(session)
    line = transport or Transport(toestel.server, ca_pem=toestel.ca, cancelled=cancelled)
    try:
        line.token = _kept_token(session) or _fresh_token(session, toestel, line)
        try:
            return work(line)
        except UserError as refusal:
            if not refusal.code.startswith("token_"):
                raise
        line.token = _fresh_token(session, toestel, line)
        return work(line)
    finally:
        if transport is None:
            line.close()


def _toestel(session: Session) -> Toestel:
    with session.store.read() as reader:
        found = sync_stand.find_toestel(reader)
    if found is None:
        raise UserError("niet_aangemeld")
    if found.ingetrokken:
        raise UserError("toestel_ingetrokken")
    return found.toestel


def _kept_token(session: Session) -> str:
    with session.store.read() as reader:
        kept = sync_stand.get(reader, _TOKEN, {})
    return str(kept["token"]) if kept and from_iso(kept["tot"]) > session.now() + _MARGIN else ""


def _fresh_token(session: Session, toestel: Toestel, line: Transport) -> str:
    line.token = ""
    nonce = line.uitdaging().nonce
    signature = sign(toestel.teken_sleutel, signing_text(toestel.centrale, toestel.device, nonce))
    # By the clock of this device, which may be wrong: a token is good for a quarter of an hour from now.
    kept = {"token": "", "tot": to_iso(session.now() + _HOLDS)}
    kept["token"] = line.vraag_token(TokenVraag(toestel.device, nonce, signature)).token
    session.write(lambda w: sync_stand.put(w, _TOKEN, kept))
    return kept["token"]
