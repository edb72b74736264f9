"""The tables of who may come in: the same text for PostgreSQL and the encrypted file.

Moments are ISO UTC text, days ISO text; "" where there is none, so that no comparison meets NULL. buurten: a JSON list,
NULL for the whole municipality. accounts.rol is the role that holds today, "" when none does, with its begin and einde:
row-level security reads it there, and ``identiteiten.actualiseer`` keeps it true. Codes, tokens and nonces are kept as
hashes only. A released step of TABELLEN is never changed: what comes later is added by a step of its own.
"""

from __future__ import annotations

TABELLEN: tuple[str, ...] = (
    """CREATE TABLE instellingen (
        gemeente_code TEXT NOT NULL, naam TEXT NOT NULL, waarde TEXT NOT NULL, PRIMARY KEY (gemeente_code, naam)
    )""",
    """CREATE TABLE accounts (
        gemeente_code TEXT NOT NULL, account TEXT NOT NULL, naam TEXT NOT NULL, status TEXT NOT NULL, rol TEXT NOT NULL,
        begin TEXT NOT NULL, einde TEXT NOT NULL, buurten TEXT, oidc_sub TEXT NOT NULL, epoch BIGINT NOT NULL,
        versie BIGINT NOT NULL, gemaakt_op TEXT NOT NULL, gemaakt_door TEXT NOT NULL, beeindigd_op TEXT NOT NULL,
        PRIMARY KEY (gemeente_code, account)
    )""",
    "CREATE UNIQUE INDEX accounts_naam ON accounts (gemeente_code, naam) WHERE status = 'actief'",
    "CREATE UNIQUE INDEX accounts_oidc ON accounts (gemeente_code, oidc_sub)"
    " WHERE status = 'actief' AND oidc_sub <> ''",
    """CREATE TABLE rollen (
        gemeente_code TEXT NOT NULL, account TEXT NOT NULL, nr BIGINT NOT NULL, rol TEXT NOT NULL, begin TEXT NOT NULL,
        einde TEXT NOT NULL, toegekend_op TEXT NOT NULL, toegekend_door TEXT NOT NULL, reden TEXT NOT NULL,
        PRIMARY KEY (gemeente_code, account, nr)
    )""",
    """CREATE TABLE toestellen (
        gemeente_code TEXT NOT NULL, device TEXT NOT NULL, account TEXT NOT NULL, naam TEXT NOT NULL,
        teken_sleutel TEXT NOT NULL, uitwissel_sleutel TEXT NOT NULL, aangemeld_op TEXT NOT NULL,
        laatste_contact TEXT NOT NULL, oidc_tot TEXT NOT NULL, ingetrokken_op TEXT NOT NULL,
        ingetrokken_door TEXT NOT NULL, reden TEXT NOT NULL, gewist_op TEXT NOT NULL,
        PRIMARY KEY (gemeente_code, device)
    )""",
    "CREATE INDEX toestellen_account ON toestellen (gemeente_code, account)",
    """CREATE TABLE codes (
        gemeente_code TEXT NOT NULL, code_hash TEXT NOT NULL, account TEXT NOT NULL, gemaakt_op TEXT NOT NULL,
        gemaakt_door TEXT NOT NULL, tot TEXT NOT NULL, gebruikt_op TEXT NOT NULL, device TEXT NOT NULL,
        PRIMARY KEY (gemeente_code, code_hash)
    )""",
    """CREATE TABLE tokens (
        gemeente_code TEXT NOT NULL, token_hash TEXT NOT NULL, device TEXT NOT NULL, account TEXT NOT NULL,
        gemaakt_op TEXT NOT NULL, tot TEXT NOT NULL, PRIMARY KEY (gemeente_code, token_hash)
    )""",
    """CREATE TABLE uitdagingen (
        gemeente_code TEXT NOT NULL, nonce_hash TEXT NOT NULL, tot TEXT NOT NULL,
        PRIMARY KEY (gemeente_code, nonce_hash)
    )""",
)
# The tables the account of a request has no business in: secrets, and who else there is.
GESLOTEN: tuple[str, ...] = ("instellingen", "accounts", "rollen", "toestellen", "codes", "tokens", "uitdagingen")
