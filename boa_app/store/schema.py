"""The tables, as append-only steps: a released step is never changed, a new need gets a new step.

A step, the record that it ran and ``PRAGMA user_version`` are one transaction, so a killed migration leaves the state
before or after a step, never half of one.
"""

from __future__ import annotations

from collections.abc import Callable

from boa_app.vault.sqlcipher import Database, Migrations

Step = Callable[[Database], None]


class Schema:
    """An ordered list of steps. version: the number of them, kept in ``PRAGMA user_version``."""

    def __init__(self, *steps: Step) -> None:
        self.steps = steps
        self._migrations = Migrations("boa_app")
        for version, step in enumerate(steps, start=1):
            self._migrations(name=step.__name__)(_numbered(step, version))

    @property
    def version(self) -> int:
        """The version a migrated file has."""
        return len(self.steps)

    def apply(self, db: Database) -> None:
        """Run the pending steps."""
        self._migrations.apply(db)


def _numbered(step: Step, version: int) -> Step:
    def run(db: Database) -> None:
        step(db)
        db.execute(f"PRAGMA user_version = {version:d}")

    run.__name__ = step.__name__
    return run


def file_version(db: Database) -> int:
    """The version of an open file."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


_OWNED = (
    "gemeente_code TEXT NOT NULL, eerste_verwerking_op TEXT NOT NULL, gemaakt_door TEXT NOT NULL,"
    " gemaakt_op TEXT NOT NULL"
)

# Narrow columns first and the texts last: a scan for map and list never reads the overflow pages of a long text.
# A bulk insert leaves out the columns that hold their default.
# Wiped words must be gone from the full-text index at once, not when its segments happen to be merged: secure-delete.
# That does nothing in a table with contentless_delete, so whoever takes words out says which (zoekindex.py).
# Indexes are few, because every save pays for each of them. There is none on time, of which an import would write most
# pages in every batch: it keeps the numbers of its newest rows (imports.nieuwste) instead.
_MELDINGEN = f"""
CREATE TABLE meldingen (
    nr INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, gebeurd_s INTEGER NOT NULL, gebeurd_tot_s INTEGER,
    verwerkt_s INTEGER NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL, soort TEXT NOT NULL,
    ernst TEXT NOT NULL DEFAULT '', aanleiding TEXT NOT NULL, status TEXT NOT NULL DEFAULT 'actief',
    incident TEXT NOT NULL DEFAULT '', gemaakt_door TEXT NOT NULL, bron TEXT NOT NULL, import_nr INTEGER,
    tekst_verdacht INTEGER NOT NULL, gesynchroniseerd_op TEXT, gebeurd_van TEXT NOT NULL, gebeurd_tot TEXT,
    nauwkeurigheid_m REAL, plaats_bron TEXT NOT NULL, plaats TEXT NOT NULL, locatietype TEXT NOT NULL DEFAULT '',
    soorten TEXT NOT NULL DEFAULT '[]', groepsgrootte TEXT NOT NULL DEFAULT '', leeftijd TEXT NOT NULL DEFAULT '[]',
    herkomst TEXT NOT NULL, maatregelen TEXT NOT NULL DEFAULT '[]', resultaat TEXT NOT NULL DEFAULT '',
    doorverwezen_naar TEXT NOT NULL DEFAULT '', groep TEXT NOT NULL DEFAULT '', met_collega INTEGER NOT NULL DEFAULT 0,
    gericht_tegen_medewerker INTEGER NOT NULL DEFAULT 0, regime TEXT NOT NULL DEFAULT 'T',
    ronde TEXT NOT NULL DEFAULT '', fotos TEXT NOT NULL DEFAULT '[]', bron_categorie TEXT NOT NULL,
    bron_sleutel TEXT NOT NULL, gemeente_code TEXT NOT NULL, eerste_verwerking_op TEXT NOT NULL,
    gemaakt_op TEXT NOT NULL, apparaat_tijd TEXT NOT NULL, gewijzigd_op TEXT NOT NULL, feiten TEXT NOT NULL,
    duiding TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX meldingen_eigen ON meldingen (nr) WHERE import_nr IS NULL;
CREATE INDEX meldingen_incident ON meldingen (incident) WHERE incident <> '';
CREATE INDEX meldingen_verdacht ON meldingen (nr) WHERE tekst_verdacht = 1;
CREATE INDEX meldingen_gesynchroniseerd ON meldingen (gesynchroniseerd_op) WHERE gesynchroniseerd_op IS NOT NULL;
CREATE VIRTUAL TABLE meldingen_rtree USING rtree (nr, west, oost, zuid, noord);
CREATE VIRTUAL TABLE meldingen_tekst USING fts5 (
    plaats, feiten, content = '', tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO meldingen_tekst (meldingen_tekst, rank) VALUES ('secure-delete', 1);
CREATE TABLE imports (
    nr INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, bestandsnaam TEXT NOT NULL, bestand_hash TEXT NOT NULL,
    profiel TEXT NOT NULL, status TEXT NOT NULL, aantallen TEXT NOT NULL, begonnen_op TEXT NOT NULL, klaar_op TEXT,
    eerste_nr INTEGER NOT NULL, eerste_seq INTEGER NOT NULL, nieuwste TEXT NOT NULL, {_OWNED}
) STRICT;
CREATE VIEW meldingen_zichtbaar AS SELECT * FROM meldingen
    WHERE import_nr IS NULL OR import_nr NOT IN (SELECT nr FROM imports WHERE status <> 'klaar');
"""  # noqa: S608 - own names

_LOGS = """
CREATE TABLE changes (
    seq INTEGER PRIMARY KEY, change_id TEXT NOT NULL, device TEXT NOT NULL, user TEXT NOT NULL,
    entity TEXT NOT NULL, uid TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, base_change_ids TEXT NOT NULL,
    hlc TEXT NOT NULL, schema_version INTEGER NOT NULL, reason TEXT NOT NULL, gemeente_code TEXT NOT NULL,
    import_nr INTEGER, pushed_at TEXT, UNIQUE (uid, change_id)
) STRICT;
CREATE TABLE audit (
    log_id TEXT NOT NULL, seq INTEGER PRIMARY KEY, ts_utc TEXT NOT NULL, ts_device TEXT NOT NULL,
    clock_offset_ms INTEGER NOT NULL, actor_id TEXT NOT NULL, actor_role TEXT NOT NULL, actie TEXT NOT NULL,
    object_type TEXT NOT NULL, object_id TEXT NOT NULL, object_versie TEXT NOT NULL, velden TEXT NOT NULL,
    regime TEXT NOT NULL, reden_code TEXT NOT NULL, reden_tekst TEXT NOT NULL, ontvanger TEXT NOT NULL,
    grondslag TEXT NOT NULL, resultaat TEXT NOT NULL, gemeente_code TEXT NOT NULL, apparaat_id TEXT NOT NULL,
    netwerk TEXT NOT NULL, app_versie TEXT NOT NULL, sessie_id TEXT NOT NULL, prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit lines are never changed'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit lines are never deleted'); END;
CREATE TABLE instellingen (naam TEXT PRIMARY KEY, waarde TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE meta (naam TEXT PRIMARY KEY, waarde TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE concepten (
    uid TEXT PRIMARY KEY, soort TEXT NOT NULL, inhoud TEXT NOT NULL, gewijzigd_op TEXT NOT NULL,
    gemeente_code TEXT NOT NULL, eerste_verwerking_op TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

_ENTITIES = f"""
CREATE TABLE opsporingsverwijzingen (
    uid TEXT PRIMARY KEY, melding TEXT NOT NULL REFERENCES meldingen (uid), maatregel TEXT NOT NULL,
    registratienummer TEXT NOT NULL, artikel TEXT NOT NULL, aantal INTEGER NOT NULL, {_OWNED}
) STRICT;
CREATE INDEX opsporingsverwijzingen_melding ON opsporingsverwijzingen (melding);
CREATE TABLE plekken (
    uid TEXT PRIMARY KEY, naam TEXT NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL, jop TEXT NOT NULL,
    elke_dagen INTEGER NOT NULL, status TEXT NOT NULL, {_OWNED}
) STRICT;
CREATE TABLE rondes (
    uid TEXT PRIMARY KEY, begin TEXT NOT NULL, einde TEXT, medewerker TEXT NOT NULL, status TEXT NOT NULL, {_OWNED}
) STRICT;
CREATE INDEX rondes_begin ON rondes (begin);
CREATE TABLE bezoeken (
    uid TEXT PRIMARY KEY, ronde TEXT NOT NULL REFERENCES rondes (uid), plek TEXT NOT NULL REFERENCES plekken (uid),
    moment TEXT NOT NULL, bevinding TEXT NOT NULL, status TEXT NOT NULL, {_OWNED}
) STRICT;
CREATE INDEX bezoeken_ronde ON bezoeken (ronde);
CREATE INDEX bezoeken_plek ON bezoeken (plek, moment);
CREATE TABLE jops (
    uid TEXT PRIMARY KEY, code TEXT NOT NULL, naam TEXT NOT NULL, status TEXT NOT NULL, lon REAL NOT NULL,
    lat REAL NOT NULL, type TEXT NOT NULL, plaatsingsdatum TEXT, proef_tot TEXT, {_OWNED}
) STRICT;
CREATE TABLE schouwen (
    uid TEXT PRIMARY KEY, naam TEXT NOT NULL, datum TEXT NOT NULL, soort TEXT NOT NULL, status TEXT NOT NULL, {_OWNED}
) STRICT;
CREATE TABLE schouw_groepen (
    schouw TEXT NOT NULL REFERENCES schouwen (uid), letter TEXT NOT NULL, route TEXT NOT NULL,
    gemeente_code TEXT NOT NULL, eerste_verwerking_op TEXT NOT NULL, PRIMARY KEY (schouw, letter)
) STRICT, WITHOUT ROWID;
"""


def _split(script: str) -> list[str]:
    """The statements of a script; executescript would commit the transaction of the step. Triggers end on ``END;``."""
    statements, current = [], ""
    for line in script.strip().splitlines():
        current += line + "\n"
        if line.endswith(";") and (not current.startswith("CREATE TRIGGER") or line.endswith("END;")):
            statements.append(current)
            current = ""
    return statements


def create_tables(db: Database) -> None:
    """Step 1: everything version 0.1 needs."""
    for script in (_MELDINGEN, _LOGS, _ENTITIES):
        for statement in _split(script):
            db.execute(statement)


# fotos: the sealed bytes lie in files named by the hash of what is in them (tech: content-addressed); the key of each
# photo lies here, so that wiping the row makes the file unreadable. bij_soort, bij: the record the photo belongs to.
_FIND_AND_PHOTOS = f"""
CREATE TABLE gebieden (
    uid TEXT PRIMARY KEY, naam TEXT NOT NULL, soort TEXT NOT NULL, ringen TEXT NOT NULL,
    besluit TEXT NOT NULL DEFAULT '', geldig_van TEXT, geldig_tot TEXT, status TEXT NOT NULL DEFAULT 'actief', {_OWNED}
) STRICT;
CREATE TABLE fotos (
    uid TEXT PRIMARY KEY, bij_soort TEXT NOT NULL, bij TEXT NOT NULL, sha256 TEXT NOT NULL, sleutel BLOB NOT NULL,
    breedte INTEGER NOT NULL, hoogte INTEGER NOT NULL, bytes INTEGER NOT NULL, genomen_op TEXT,
    bijschrift TEXT NOT NULL DEFAULT '', miniatuur BLOB NOT NULL, status TEXT NOT NULL DEFAULT 'actief', {_OWNED}
) STRICT;
CREATE INDEX fotos_bij ON fotos (bij);
ALTER TABLE imports ADD COLUMN opdracht TEXT NOT NULL DEFAULT '';
"""


def add_areas_and_photos(db: Database) -> None:
    """Step 2: drawn areas, photos, and what a paused import needs to go on."""
    for statement in _split(_FIND_AND_PHOTOS):
        db.execute(statement)


# changes.pushed_at: when the centre took a change or gave it. geweigerd: the code with which it refused one, which then
# counts for no value until a person acts. afgehandeld_op: when somebody did. begin_nr: the last first state that held
# the change. conflicten: which fields have more than one head with different values, so that no screen looks through
# the log. sync_wacht: records of the log without a row: their ouder is not here yet, or (ouder "") what a row needs.
# fotos.stand: hier (not at the centre yet), centrale (both), volgt (its bytes are still to come). sync_stand: who this
# device is to the centre, its keys, the cursor. There is no index on what is not sent, every save would pay for it:
# sync_uit keeps up to where all is. The triggers: SQLite gives the number of a last row that went to the next one,
# which must not lie below a bound that says that all before it is done.
_SYNC = """
ALTER TABLE changes ADD COLUMN geweigerd TEXT NOT NULL DEFAULT '';
ALTER TABLE changes ADD COLUMN afgehandeld_op TEXT;
ALTER TABLE changes ADD COLUMN begin_nr INTEGER;
CREATE INDEX changes_geweigerd ON changes (seq) WHERE geweigerd <> '';
CREATE TABLE conflicten (
    entity TEXT NOT NULL, uid TEXT NOT NULL, veld TEXT NOT NULL, sinds TEXT NOT NULL, PRIMARY KEY (entity, uid, veld)
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_wacht (
    ouder TEXT NOT NULL, entity TEXT NOT NULL, uid TEXT NOT NULL, PRIMARY KEY (entity, uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX sync_wacht_ouder ON sync_wacht (ouder);
CREATE TABLE sync_stand (naam TEXT PRIMARY KEY, waarde TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER changes_weg AFTER DELETE ON changes WHEN OLD.seq > (SELECT coalesce(max(seq), 0) FROM changes) BEGIN
    UPDATE sync_stand SET waarde = min(CAST(waarde AS INTEGER), (SELECT coalesce(max(seq), 0) FROM changes))
    WHERE naam IN ('geduwd_tot', 'geteld_tot'); END;
CREATE TRIGGER meldingen_weg AFTER DELETE ON meldingen WHEN OLD.nr > (SELECT coalesce(max(nr), 0) FROM meldingen) BEGIN
    UPDATE instellingen SET waarde = min(CAST(waarde AS INTEGER), (SELECT coalesce(max(nr), 0) FROM meldingen))
    WHERE naam = 'zoekindex_tot'; END;
CREATE TABLE sync_bonnen (
    nr INTEGER PRIMARY KEY, sync TEXT NOT NULL UNIQUE, begonnen_op TEXT NOT NULL, klaar_op TEXT, status TEXT NOT NULL,
    inhoud TEXT NOT NULL
) STRICT;
ALTER TABLE fotos ADD COLUMN stand TEXT NOT NULL DEFAULT 'hier';
UPDATE changes SET value = json_set(
    value, '$.sleutel', (SELECT lower(hex(sleutel)) FROM fotos WHERE fotos.uid = changes.uid)
) WHERE field = '*' AND value <> '{}' AND uid IN (SELECT uid FROM fotos);
"""


def add_sync(db: Database) -> None:
    """Step 3: what a device keeps of its dealings with a centre."""
    for statement in _split(_SYNC):
        db.execute(statement)


# lijn: the piece of street as it lay when somebody chose. A file without a log is one of this version: it holds nothing
# that an older version could only keep (sync_blad.reapply_kept).
_STRAATKEUZES = f"""
CREATE TABLE straatkeuzes (
    uid TEXT PRIMARY KEY, keuze TEXT NOT NULL, naam TEXT NOT NULL DEFAULT '', weg_id TEXT NOT NULL DEFAULT '',
    lijn TEXT NOT NULL, reden TEXT NOT NULL DEFAULT '', status TEXT NOT NULL DEFAULT 'actief', {_OWNED}
) STRICT;
INSERT INTO sync_stand (naam, waarde) SELECT 'toegepast_schema', '2' WHERE NOT EXISTS (SELECT 1 FROM changes);
"""  # noqa: S608 - own names


def add_straatkeuzes(db: Database) -> None:
    """Step 4: what people decided about pieces of street."""
    for statement in _split(_STRAATKEUZES):
        db.execute(statement)


SCHEMA = Schema(create_tables, add_areas_and_photos, add_sync, add_straatkeuzes)
