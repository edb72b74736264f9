"""Row-level security of the centre, made from the one table of rights: whoever reaches the database as an account sees
and writes what ``domain/roles.py`` gives him, also when a rule above it were forgotten.

    login role of the pool ── member of ── boa_dienst   tables as they are: identities, order, receipts
                                               └────── boa_app      what one account may, by the policies below
    boa_gis                                            views of the GIS department only (postgres_gis)

Who asks is told per transaction by ``boa.gemeente``, ``boa.account``, ``boa.nu``, ``boa.wijze`` and ``boa.reden``; not
told is nobody. ``boa.wijze`` is ``toestel`` for what a device may keep, else what may be read now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import groupby

from boa_app.domain.roles import DAY, OVERAL, RECHTEN, Bereik, Entiteit, Handeling, Recht, Rol, Veldgroep
from boa_app.domain.velden import SOORTEN, entiteit_of

DIENST, APP, GIS, BEELD = ROLLEN = ("boa_dienst", "boa_app", "boa_gis", "boa_beeld")
SCHEMA = "boa"
# Forced: the owner of the tables falls under them too. The tables of identities are read by no account at all.
BESCHERMD = ("changes", "records", "weg", "opschoningen", "geweigerd", "fotos", "opschoning_toestel", "bonnen", "audit")
LEESBAAR = ("changes", "records", "weg", "opschoningen", "fotos", "audit")
_SCHRIJVEN = (Handeling.MAKEN, Handeling.WIJZIGEN, Handeling.VERVALLEN)
_Vorm = tuple[Bereik, int, int, int]
_Body = Callable[[list[Recht]], str]
_NIETS = "false"


def functions() -> list[str]:
    """What policies ask: each costs one look-up per statement when it stands in a subselect of its own."""
    setting = "nullif(current_setting('boa.{}', true), '')"
    begin = "LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS"
    account = (
        f"FROM {SCHEMA}.accounts a WHERE a.gemeente_code = {SCHEMA}.gemeente() AND a.account = {SCHEMA}.account()"
        f" AND a.status = 'actief' AND a.begin <= {SCHEMA}.vandaag()"
        f" AND (a.einde = '' OR a.einde >= {SCHEMA}.vandaag())"
    )
    # Policies run as the account, which may not read accounts: these two read it for him, and only about himself.
    definer = begin.replace("STABLE", "STABLE SECURITY DEFINER")
    return [
        *(
            f"CREATE OR REPLACE FUNCTION {SCHEMA}.{name}() RETURNS text {begin} $$ SELECT {setting.format(name)} $$"
            for name in ("gemeente", "account")
        ),
        f"CREATE OR REPLACE FUNCTION {SCHEMA}.nu() RETURNS timestamptz {begin}"
        f" $$ SELECT coalesce({setting.format('nu')}::timestamptz, now()) $$",
        f"CREATE OR REPLACE FUNCTION {SCHEMA}.vandaag() RETURNS text {begin}"
        f" $$ SELECT to_char({SCHEMA}.nu() AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') $$",
        # Hours, because a day of the session's own time zone may have 23 or 25.
        f"CREATE OR REPLACE FUNCTION {SCHEMA}.grens(dagen int) RETURNS text {begin}"
        f" $$ SELECT CASE WHEN dagen < 0 THEN '' ELSE to_char(({SCHEMA}.nu() - make_interval(hours => 24 * dagen))"
        " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') END $$",
        f"CREATE OR REPLACE FUNCTION {SCHEMA}.grens(hooguit int, reden_vanaf int, toestel int) RETURNS text {begin}"
        f" $$ SELECT CASE WHEN {setting.format('wijze')} = 'toestel' THEN {SCHEMA}.grens(toestel)"
        f" WHEN trim({setting.format('reden')}) <> '' OR reden_vanaf < 0 THEN {SCHEMA}.grens(hooguit)"
        f" ELSE {SCHEMA}.grens(reden_vanaf) END $$",
        f"CREATE OR REPLACE FUNCTION {SCHEMA}.rol() RETURNS text {definer} $$ SELECT a.rol {account} $$",
        f"CREATE OR REPLACE FUNCTION {SCHEMA}.buurten() RETURNS text[] {definer} $$ SELECT CASE WHEN a.buurten IS NULL"
        " THEN NULL ELSE array_append(ARRAY(SELECT json_array_elements_text(a.buurten::json)),"
        f" '{OVERAL}') END {account} $$",
    ]


def policies() -> list[str]:
    """All policies, the old ones taken away first, so that a changed table of rights is what holds afterwards."""
    statements = [f"ALTER TABLE {SCHEMA}.{table} ENABLE ROW LEVEL SECURITY" for table in BESCHERMD]
    statements += [f"ALTER TABLE {SCHEMA}.{table} FORCE ROW LEVEL SECURITY" for table in BESCHERMD]
    for table in BESCHERMD:
        statements += _policy(table, "dienst", "ALL", DIENST, "USING (true) WITH CHECK (true)")
    for table, rule in _read_rules().items():
        own = f"gemeente_code = (SELECT {SCHEMA}.gemeente())"
        statements += _policy(table, "lees", "SELECT", APP, f"USING ({own} AND {rule})")
    own = f"gemeente_code = (SELECT {SCHEMA}.gemeente()) AND account = (SELECT {SCHEMA}.account())"
    statements += _policy("changes", "schrijf", "INSERT", APP, f"WITH CHECK ({own} AND {write_rule()})")
    return statements


def _policy(table: str, name: str, command: str, role: str, rule: str) -> list[str]:
    return [
        f"DROP POLICY IF EXISTS {name} ON {SCHEMA}.{table}",
        f"CREATE POLICY {name} ON {SCHEMA}.{table} FOR {command} TO {role} {rule}",
    ]


def _read_rules() -> dict[str, str]:
    # What record a photo belongs to decides: the subselect falls under the policy of changes itself.
    foto = (
        f"EXISTS (SELECT 1 FROM {SCHEMA}.changes c WHERE c.gemeente_code = fotos.gemeente_code"  # noqa: S608 - own names
        f" AND c.entity = 'foto' AND c.uid = fotos.uid AND c.veldgroep = '{Veldgroep.FOTO}')"
    )
    audit = sorted({row.rol for row in _rows_of(Handeling.LEZEN) if row.entiteit is Entiteit.AUDIT})
    return {
        "changes": read_rule(),
        "records": record_rule(),
        "weg": record_rule(),
        "opschoningen": record_rule(aged=False),
        "fotos": foto,
        "audit": f"(SELECT {SCHEMA}.rol()) IN ({_quoted(audit)})",
    }


def read_rule() -> str:
    """Which rows of the log an account may read: kind, veldgroep, reach and age."""
    return _per_role((Handeling.LEZEN,), lambda rows: _any_of(rows, "veldgroep"))


def record_rule(*, aged: bool = True) -> str:
    """Which records an account may know of: those he may read a position of, or, where a kind has none, anything."""
    return _per_role(
        (Handeling.LEZEN,), lambda rows: _any_of([row for row in rows if _shows_place(row)], "", aged=aged)
    )


def write_rule() -> str:
    """Which rows an account may add to the log. The same questions as beoordeling.Rechter asks, of the row itself."""

    def body(rows: list[Recht]) -> str:
        own = [row for row in rows if row.handeling is Handeling.MAKEN]
        changing, voiding = (
            _any_of([row for row in rows if row.handeling is handeling], "veldgroep")
            for handeling in (Handeling.WIJZIGEN, Handeling.VERVALLEN)
        )
        # Who makes a thing owns it, but for what belongs to a melding: that is its maker's.
        anywhere = [replace(row, bereik=Bereik.GEMEENTE, hooguit=None) for row in own]
        with_melding = (
            f"entity = 'foto' AND {changing} OR entity = 'opsporingsverwijzing' AND {_any_of(own, 'veldgroep')}"
        )
        making = f"{_any_of(anywhere, 'veldgroep')} AND (eigenaar = (SELECT {SCHEMA}.account()) OR {with_melding})"
        return (
            f"CASE WHEN field = '*' THEN {making} WHEN field = 'status' AND value = '\"vervallen\"' THEN {voiding}"
            f" ELSE {changing} END"
        )

    # A kind of a newer version is kept for it: no device must ever be stuck with work it cannot bring in.
    newer = f"entity NOT IN ({_quoted(SOORTEN)}) AND (SELECT {SCHEMA}.rol()) <> ''"
    return f"({newer} OR {_per_role(_SCHRIJVEN, body)})"


def _per_role(handelingen: Iterable[Handeling], body: _Body) -> str:
    """One branch per role; a role without rows, and nobody, gets nothing."""
    wanted = [row for handeling in handelingen for row in _rows_of(handeling)]
    branches = [(rol, body([row for row in wanted if row.rol is rol])) for rol in Rol]
    told = " ".join(f"WHEN '{rol}' THEN {rule}" for rol, rule in branches if rule != _NIETS)
    return f"CASE (SELECT {SCHEMA}.rol()) {told} ELSE false END"


def _rows_of(handeling: Handeling) -> list[Recht]:
    return [row for row in RECHTEN if row.handeling is handeling]


def _any_of(rows: list[Recht], column: str, *, aged: bool = True) -> str:
    """Any of these rows of the table. column: the one with the veldgroep, "" where a row counts whatever its group."""
    ways = []
    for (bereik, *ages), same in groupby(sorted(rows, key=_form), key=_form):
        kinds = _kinds(list(same), column)
        if kinds and bereik is not Bereik.TOEGEWEZEN:  # nothing that is synced is assigned to anybody yet
            age = f"sinds >= (SELECT {SCHEMA}.grens({ages[0]}, {ages[1]}, {ages[2]}))"
            limited = aged and any(days >= 0 for days in ages)
            ways.append(" AND ".join([f"({kinds})", *_reach(bereik), *([age] if limited else [])]))
    return "(" + " OR ".join(f"({way})" for way in ways) + ")" if ways else _NIETS


def _form(row: Recht) -> _Vorm:
    """Bereik and ages in days, -1 without limit. What has no age of its own on a device follows its age anywhere."""
    ages = (row.hooguit, row.reden_vanaf, row.op_toestel or row.hooguit)
    if row.handeling is not Handeling.LEZEN:
        ages = (row.hooguit, None, row.hooguit)
    hooguit, reden_vanaf, toestel = (_days(age) for age in ages)
    return row.bereik, hooguit, reden_vanaf, toestel


def _days(age: timedelta | None) -> int:
    return -1 if age is None else age // DAY


def _kinds(rows: list[Recht], column: str) -> str:
    """Kinds of the log with their groups: ``entity IN (...) AND veldgroep IN (...)`` per set of groups."""
    groups: dict[Entiteit, set[Veldgroep]] = {}
    for row in rows:
        groups.setdefault(row.entiteit, set()).update(_covered(row))
    by_groups: dict[tuple[Veldgroep, ...], list[str]] = {}
    for soort in SOORTEN:
        entiteit = entiteit_of(soort)
        if entiteit is not None and groups.get(entiteit):
            by_groups.setdefault(tuple(sorted(groups[entiteit])) if column else (), []).append(soort)
    return " OR ".join(
        f"entity IN ({_quoted(soorten)})" + (f" AND {column} IN ({_quoted(velden)})" if column else "")
        for velden, soorten in by_groups.items()
    )


def _covered(row: Recht) -> set[Veldgroep]:
    """The groups a row speaks of. ALLES covers every group but MEDEWERKER, which is always a row of its own
    (roles.find_rechten). In writing, an officer puts his own name on his ronde, a text is judged as what it is before
    it is flagged, and a field of a newer version counts as CODES."""
    if row.handeling is Handeling.LEZEN:
        read: set[Veldgroep] = {row.veldgroep}
        if row.veldgroep is Veldgroep.ALLES:
            read = set(Veldgroep) - {Veldgroep.MEDEWERKER}
        # Numbers of things are no rows of the log.
        return read - {Veldgroep.AANTALLEN}
    extra = {
        Veldgroep.ALLES: set(Veldgroep),
        Veldgroep.CODES: {Veldgroep.ALLES},
        Veldgroep.FEITEN: {Veldgroep.VERDACHT},
        Veldgroep.DUIDING: {Veldgroep.VERDACHT},
    }
    return {row.veldgroep} | extra.get(row.veldgroep, set())


def _reach(bereik: Bereik) -> list[str]:
    if bereik is Bereik.GEMEENTE:
        return []
    own = f"eigenaar = (SELECT {SCHEMA}.account())"
    if bereik is Bereik.EIGEN:
        return [own]
    area = f"(SELECT {SCHEMA}.buurten())"
    return [f"({own} OR {area} IS NULL OR buurt = ANY ({area}::text[]))"]


def _shows_place(row: Recht) -> bool:
    """A row of records holds a position; only a melding and a JOP keep theirs in a group of its own."""
    alone = row.entiteit in (Entiteit.MELDING, Entiteit.JOP)
    return not alone or Veldgroep.PUNT in _covered(row)


def _quoted(words: Iterable[str]) -> str:
    """Our own words as SQL text: names of enumerations and kinds, never data."""
    return ", ".join(f"'{word}'" for word in words)


def grants() -> list[str]:
    """What each role may touch at all; row-level security narrows that of an account."""
    return [
        f"REVOKE ALL ON SCHEMA {SCHEMA} FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {DIENST}, {APP}, {GIS}",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM {DIENST}, {APP}, PUBLIC",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {SCHEMA} TO {DIENST}",
        # An audit line is never changed; the term of retention takes whole lines from the front.
        f"REVOKE UPDATE ON {SCHEMA}.audit FROM {DIENST}",
        f"REVOKE INSERT, UPDATE, DELETE ON {SCHEMA}.schemastappen FROM {DIENST}",
        f"GRANT SELECT ON {', '.join(f'{SCHEMA}.{table}' for table in LEESBAAR)} TO {APP}",
        # Only adding: what is in the log is never changed by an account, so no rule can be missed there.
        f"GRANT INSERT ON {SCHEMA}.changes TO {APP}",
        f"REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA {SCHEMA} FROM PUBLIC",
        f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {SCHEMA} TO {DIENST}, {APP}",
    ]
