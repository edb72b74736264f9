"""OSM files as text for the tests: a few nodes and ways, written as a mapper would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.mapdata.straatnetten import at

Way = tuple[int, Sequence[int], Mapping[str, str]]


def osm_xml(
    nodes: Mapping[int, tuple[float, float]],
    ways: Sequence[Way],
    *,
    node_tags: Mapping[int, Mapping[str, str]] | None = None,
    relations: Sequence[tuple[int, Sequence[tuple[int, str]], Mapping[str, str]]] = (),
    ways_first: bool = False,
) -> str:
    """The XML of nodes in metres around LON, LAT, and of ways."""
    spots = []
    for ref, (x, y) in nodes.items():
        lon, lat = at(x, y)
        inner = _tags((node_tags or {}).get(ref, {}))
        spots.append(f'<node id="{ref}" version="1" lat="{lat:.7f}" lon="{lon:.7f}">{inner}</node>')
    lines = [
        f'<way id="{way_id}" version="1">{"".join(f"""<nd ref="{ref}"/>""" for ref in refs)}{_tags(tags)}</way>'
        for way_id, refs, tags in ways
    ]
    sets = [
        f'<relation id="{one}" version="1">'
        + "".join(f'<member type="way" ref="{ref}" role="{role}"/>' for ref, role in members)
        + f"{_tags(tags)}</relation>"
        for one, members, tags in relations
    ]
    parts = [*lines, *spots, *sets] if ways_first else [*spots, *lines, *sets]
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">{"".join(parts)}</osm>'


def write_osm(folder: Path, *arguments: object, **options: object) -> Path:
    """The same as a file. Arguments as osm_xml."""
    path = folder / "straten.osm"
    path.write_text(osm_xml(*arguments, **options), encoding="utf-8")  # type: ignore[arg-type]
    return path


def _tags(tags: Mapping[str, str]) -> str:
    return "".join(f'<tag k="{key}" v="{value}"/>' for key, value in tags.items())
