"""How a device comes in: with a one-time code once, with a signature every quarter of an hour, with a token every time.

    code ──► meld_aan ──► device and account are bound, the code is used up
    nonce ──► vraag_token: signed by the device, used once ──► bearer of 15 minutes
    bearer ──► wie: device and account still in use? which role today?

Every refusal is one of few codes, so that nobody learns which part was wrong; a device that proves who it is hears that
it was revoked, and then destroys its key. What fails is written down too: the line must outlive the refusal, so
nothing here raises inside a transaction.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from boa_app.domain.audit import Actie, Resultaat
from boa_app.domain.ids import is_uuid
from boa_app.domain.moments import to_iso
from boa_app.domain.roles import Rol
from boa_app.server import audit, codes, identiteiten, toestellen, tokens
from boa_app.server.audit import Wie
from boa_app.server.backend import Toegang
from boa_app.server.db import Db, Row
from boa_app.server.dienst import Dienst
from boa_app.server.geweigerd import Geweigerd
from boa_app.sync.protocol import Aangemeld, Aanmelding, Token, TokenVraag, Uitdaging, signing_text
from boa_app.vault.zegel import verify

# A shift: whoever signed in at the municipality need not do it again on this device until then.
OIDC_GELDIG = timedelta(hours=12)
# Checked when the device is unknown, so that the answer takes as long as for a known one.
_NOBODY = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
_BEARER = "bearer "
_MAX_HEADER = 200


def meld_aan(dienst: Dienst, vraag: Aanmelding) -> Aangemeld:
    """Bind a device to the account of a one-time code.

    Raises Geweigerd: 422 toestel_ongeldig, 401 code_onjuist, 409 toestel_bestaat, 401 account_zonder_rol(vanaf).
    """
    clean, now = toestellen.check_aanmelding(vraag), dienst.clock()
    with dienst.db.transaction():
        answer = _bind(dienst.db, clean, now)
    if isinstance(answer, Geweigerd):
        raise answer
    return Aangemeld(dienst.instellingen.centrale, dienst.stand_van(answer))


def _bind(db: Db, vraag: Aanmelding, now: datetime) -> Toegang | Geweigerd:
    account = codes.gebruik_code(db, vraag.code, vraag.device, now)
    row = identiteiten.actualiseer(db, account, now) if account else None
    if account is None or row is None or row["status"] != identiteiten.ACTIEF:
        return _refused(db, now, Wie(device=vraag.device), Geweigerd(401, "code_onjuist"))
    wie = Wie(account, row["rol"], vraag.device)
    toegang = _toegang(db, row, vraag.device, now)
    if isinstance(toegang, Geweigerd):
        return _refused(db, now, wie, toegang)
    if not toestellen.voeg_toe(db, account, vraag, now):
        return _refused(db, now, wie, Geweigerd(409, "toestel_bestaat"))
    audit.append_line(db, now, wie, Actie.AANMELDEN, "toestel", vraag.device, velden=("teken_sleutel",))
    return toegang


def geef_uitdaging(dienst: Dienst) -> Uitdaging:
    """A nonce to sign."""
    return tokens.maak_uitdaging(dienst.instellingen.geheim, dienst.clock())


def vraag_token(dienst: Dienst, vraag: TokenVraag) -> Token:
    """A bearer for a device that signed the nonce, and where asked for its user signed in at the municipality.

    Raises Geweigerd 401: aanmelding_onjuist, toestel_ingetrokken, account_zonder_rol(vanaf), oidc_nodig(uitgever,
    client), oidc_onjuist, oidc_ander_account; 503 oidc_onbereikbaar.
    """
    now = dienst.clock()
    with dienst.db.transaction():
        proven = _prove(dienst, vraag, now)
    if isinstance(proven, Geweigerd):
        raise proven
    # Keys of the provider may have to be fetched: never while something is locked.
    subject = _subject(dienst, vraag) if vraag.id_token and dienst.oidc else ""
    with dienst.db.transaction():
        answer = _issue(dienst, vraag, proven, subject, now)
    if isinstance(answer, Geweigerd):
        raise answer
    return answer


def wie(dienst: Dienst, authorization: str | None) -> Toegang:
    """Who sends a request, by its Authorization header.

    Raises Geweigerd 401: token_ongeldig, token_verlopen, toestel_ingetrokken, account_zonder_rol(vanaf).
    """
    text = authorization or ""
    if not text.lower().startswith(_BEARER) or len(text) > _MAX_HEADER:
        raise Geweigerd(401, "token_ongeldig")
    now = dienst.clock()
    found = tokens.vind_token(dienst.db, text[len(_BEARER) :].strip())
    if found is None:
        raise Geweigerd(401, "token_ongeldig")
    if found["ingetrokken_op"]:
        with dienst.db.transaction():
            toestellen.noteer_wissen(dienst.db, found["device"], now)
        raise Geweigerd(401, "toestel_ingetrokken")
    if found["tot"] <= to_iso(now):
        raise Geweigerd(401, "token_verlopen")
    row = identiteiten.actualiseer(dienst.db, found["account"], now)
    answer = _toegang(dienst.db, row, found["device"], now) if row else Geweigerd(401, "token_ongeldig")
    if isinstance(answer, Geweigerd):
        raise answer
    return answer


def toegang_van(dienst: Dienst, device: str) -> Toegang:
    """Who a device acts for, of which a signature was checked elsewhere: what it made is carried in by hand.

    Raises Geweigerd 401: aanmelding_onjuist, toestel_ingetrokken, account_zonder_rol(vanaf).
    """
    now = dienst.clock()
    found = toestellen.sleutels_van(dienst.db, device)
    if found is None:
        raise Geweigerd(401, "aanmelding_onjuist")
    if found["ingetrokken_op"]:
        raise Geweigerd(401, "toestel_ingetrokken")
    row = identiteiten.actualiseer(dienst.db, found["account"], now)
    answer = _toegang(dienst.db, row, device, now) if row else Geweigerd(401, "aanmelding_onjuist")
    if isinstance(answer, Geweigerd):
        raise answer
    return answer


def _prove(dienst: Dienst, vraag: TokenVraag, now: datetime) -> Toegang | Geweigerd:
    db, own = dienst.db, dienst.instellingen
    known_form = is_uuid(vraag.device) and vraag.nonce.isascii()
    row = toestellen.sleutels_van(db, vraag.device) if known_form else None
    # Both are done whatever the other gives: a nonce is used up by a wrong signature too.
    fresh = tokens.gebruik_uitdaging(db, own.geheim, vraag.nonce, now)
    message = signing_text(own.centrale, vraag.device, vraag.nonce) if known_form else b""
    signed = verify(row["teken_sleutel"] if row else _NOBODY, message, vraag.handtekening)
    if row is None or not fresh or not signed:
        known = Wie(device=row["device"]) if row else Wie()
        return _refused(db, now, known, Geweigerd(401, "aanmelding_onjuist"))
    actor = Wie(row["account"], "", row["device"])
    if row["ingetrokken_op"]:
        toestellen.noteer_wissen(db, row["device"], now)
        return _refused(db, now, actor, Geweigerd(401, "toestel_ingetrokken"))
    account = identiteiten.actualiseer(db, row["account"], now)
    answer = _toegang(db, account, row["device"], now) if account else Geweigerd(401, "aanmelding_onjuist")
    return _refused(db, now, actor, answer) if isinstance(answer, Geweigerd) else answer


def _subject(dienst: Dienst, vraag: TokenVraag) -> str:
    if dienst.oidc is None:
        return ""
    try:
        return dienst.oidc.subject_van(vraag.id_token, dienst.instellingen.centrale, vraag.device)
    except Geweigerd as refusal:
        now = dienst.clock()
        with dienst.db.transaction():
            _refused(dienst.db, now, Wie(device=vraag.device), refusal)
        raise


def _issue(dienst: Dienst, vraag: TokenVraag, toegang: Toegang, subject: str, now: datetime) -> Token | Geweigerd:
    db, actor = dienst.db, audit.wie_van(toegang)
    if dienst.oidc is not None:
        refusal = _sign_in(dienst, vraag, toegang, subject, now)
        if refusal is not None:
            return refusal if refusal.code == "oidc_nodig" else _refused(db, now, actor, refusal)
    toestellen.noteer_contact(db, toegang.device, now)
    audit.append_line(db, now, actor, Actie.AANMELDEN, "token", toegang.device)
    return tokens.geef_token(db, toegang.device, toegang.account, now)


def _sign_in(dienst: Dienst, vraag: TokenVraag, toegang: Toegang, subject: str, now: datetime) -> Geweigerd | None:
    """Whether the user of the device is who the identity provider says; the first sign-in ties the account to him."""
    db, oidc = dienst.db, dienst.oidc
    row = toestellen.sleutels_van(db, toegang.device)
    if oidc is None or row is None:
        return Geweigerd(401, "aanmelding_onjuist")
    if not subject:
        holds = row["oidc_tot"] > to_iso(now)
        return None if holds else Geweigerd(401, "oidc_nodig", uitgever=oidc.uitgever, client=oidc.client)
    if not tokens.verbruik(db, vraag.id_token, now, now + OIDC_GELDIG):
        return Geweigerd(401, "oidc_onjuist")
    known = identiteiten.oidc_van(db, toegang.account)
    if known not in ("", subject) or not identiteiten.koppel_oidc(
        db, toegang.account, subject, audit.wie_van(toegang), now
    ):
        return Geweigerd(401, "oidc_ander_account")
    toestellen.noteer_oidc(db, toegang.device, now + OIDC_GELDIG)
    return None


def _toegang(db: Db, row: Row, device: str, now: datetime) -> Toegang | Geweigerd:
    if row["status"] != identiteiten.ACTIEF:
        return Geweigerd(401, "toestel_ingetrokken")
    if not row["rol"]:
        return Geweigerd(401, "account_zonder_rol", vanaf=identiteiten.volgende_rol(db, row["account"], now))
    buurten = identiteiten.buurten_van(row)
    return Toegang(
        db.gemeente_code, row["account"], row["naam"], Rol(row["rol"]),
        None if buurten is None else frozenset(buurten), device, int(row["epoch"]), row["einde"],
    )  # fmt: skip


def _refused(db: Db, now: datetime, actor: Wie, refusal: Geweigerd) -> Geweigerd:
    audit.append_line(
        db, now, actor, Actie.AANMELD_MISLUKT, "toestel", actor.device, reden_code=refusal.code,
        resultaat=Resultaat.GEWEIGERD,
    )  # fmt: skip
    return refusal
