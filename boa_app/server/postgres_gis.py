"""Views for the GIS department: JOP's, gebieden and the protected grid, in RD, and never a row of an incident.

A login role of that department becomes a member of ``boa_gis``. The views belong to ``boa_beeld``, that may read two
kinds of the log and the published grid and nothing else. They show rows only to a connection whose statements the
server logs: a superuser sets that for the login role (``ALTER ROLE … SET log_statement = 'all'``), and nobody else can
turn it off.
"""

from __future__ import annotations

from boa_app.server.postgres_rls import BEELD, GIS, SCHEMA

GIS_SCHEMA = "boa_gis"
_GELOGD = "(SELECT current_setting('log_statement')) = 'all'"
_KINDS = "'jop', 'gebied'"
_SEEN = "gemeente_code, change_id, entity, uid, field, value, hlc, kop, vervangen"
# The value shown per field: the newest clock among the rows nothing else is based on, as merge.winner has it.
_WAARDEN = f"""
SELECT DISTINCT ON (gemeente_code, entity, uid, veld) gemeente_code, entity, uid, veld, waarde
FROM (
    -- jsonb refuses that one character, which a name may hold on purpose: one row must not close the view.
    SELECT {_SEEN} FROM {SCHEMA}.changes
    WHERE kop = 1 AND entity IN ({_KINDS}) AND strpos(value, '\\u0000') = 0 OFFSET 0
) c
CROSS JOIN LATERAL jsonb_each(
    CASE WHEN c.field = '*' THEN c.value::jsonb ELSE jsonb_build_object(c.field, c.value::jsonb) END
) AS deel(veld, waarde)
WHERE deel.veld <> ALL (string_to_array(c.vervangen, ' '))
ORDER BY gemeente_code, entity, uid, veld, hlc DESC, change_id DESC
"""  # noqa: S608 - own names
_LON_LAT = "(v->'positie'->>'lon')::float8, (v->'positie'->>'lat')::float8"
_POINT = f"ST_Transform(ST_SetSRID(ST_MakePoint({_LON_LAT}), 4326), 28992)"
_RINGS = (
    "ST_Multi(ST_Transform(ST_BuildArea(ST_SetSRID(ST_GeomFromGeoJSON(jsonb_build_object("
    "'type', 'MultiLineString', 'coordinates', v->'ringen')), 4326)), 28992))"
)


def views() -> list[str]:
    """All statements, each harmless when it ran before."""
    return [
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {BEELD}",
        f"GRANT SELECT ({_SEEN}) ON {SCHEMA}.changes TO {BEELD}",
        f"GRANT SELECT ON {SCHEMA}.raster TO {BEELD}",
        f"DROP POLICY IF EXISTS beeld ON {SCHEMA}.changes",
        f"CREATE POLICY beeld ON {SCHEMA}.changes FOR SELECT TO {BEELD} USING (entity IN ({_KINDS}))",
        f"CREATE SCHEMA IF NOT EXISTS {GIS_SCHEMA} AUTHORIZATION {BEELD}",
        *_view("waarden", _WAARDEN),
        *_view(
            "jops", _records("jop", ("code", "naam", "status", "type", "plaatsingsdatum", "proef_tot"), _POINT, "Point")
        ),
        *_view(
            "gebieden",
            _records(
                "gebied", ("naam", "soort", "besluit", "geldig_van", "geldig_tot", "status"), _RINGS, "MultiPolygon"
            ),
        ),
        *_view(
            "beschermd_raster",
            "SELECT gemeente_code, van, tot, zijde_m, aantal, klasse, ST_MakeEnvelope(x_m, y_m, x_m + zijde_m,"  # noqa: S608
            f" y_m + zijde_m, 28992)::geometry(Polygon, 28992) AS geom FROM {SCHEMA}.raster WHERE {_GELOGD}",
        ),
        f"GRANT USAGE ON SCHEMA {GIS_SCHEMA} TO {GIS}",
        *(f"GRANT SELECT ON {GIS_SCHEMA}.{name} TO {GIS}" for name in ("jops", "gebieden", "beschermd_raster")),
    ]


def _view(name: str, query: str) -> list[str]:
    view = f"{GIS_SCHEMA}.{name}"
    return [f"CREATE OR REPLACE VIEW {view} AS {query}", f"ALTER VIEW {view} OWNER TO {BEELD}"]


def _records(kind: str, fields: tuple[str, ...], geometry: str, shape: str) -> str:
    """One row per record of a kind that has a place and has not lapsed."""
    columns = ", ".join(f"v->>'{field}' AS {field}" for field in fields)
    place = "positie" if shape == "Point" else "ringen"
    return (
        f"SELECT gemeente_code, uid, {columns}, ({geometry})::geometry({shape}, 28992) AS geom FROM"  # noqa: S608
        f" (SELECT gemeente_code, uid, jsonb_object_agg(veld, waarde) AS v FROM {GIS_SCHEMA}.waarden"
        f" WHERE entity = '{kind}' GROUP BY gemeente_code, uid) r"
        f" WHERE v ? '{place}' AND coalesce(v->>'status', '') <> 'vervallen' AND {_GELOGD}"
    )
