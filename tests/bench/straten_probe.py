"""One measurement of streets in a fresh process; prints names and numbers. What: import, province or ways."""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

PROVINCE_BYTES = 25 * 1024 * 1024
EXTRACTS = ("heidelberg.test.osm.pbf", "liechtenstein.osm.pbf", "north-bayreuth.osm.gz")
_APART_DEG, _APART_ID = 0.6, 10**11


def import_one(source: Path, folder: Path) -> None:
    """Import a file, then write it and read it back; memory is the highest of the import."""
    from boa_app.mapdata.netwerk import read_netwerk, write_netwerk
    from boa_app.mapdata.straten_in import import_straten

    began, began_cpu = time.perf_counter(), time.process_time()
    found = import_straten(source)
    _tell("seconds", time.perf_counter() - began)
    _tell("cpu_s", time.process_time() - began_cpu)
    _tell("megabytes", _highest_mb())
    _tell("segments", found.netwerk.telling.segmenten)
    _tell("kilometres", found.netwerk.telling.km)
    target, began = folder / "probe.straten", time.perf_counter()
    write_netwerk(target, found.netwerk)
    read_netwerk(target)
    _tell("file_s", time.perf_counter() - began)
    _tell("file_mb", target.stat().st_size / 1024**2)


def make_province(streets: Path, target: Path) -> None:
    """Copies of the extracts beside each other, sorted as OSM files are, until the file is large enough."""
    copies = 1
    while not target.is_file() or target.stat().st_size < PROVINCE_BYTES:
        target.unlink(missing_ok=True)
        # The first attempt tells how many it takes.
        _write_copies(streets, target, copies)
        copies = max(copies + 1, round(copies * PROVINCE_BYTES / target.stat().st_size + 0.4))
    _tell("copies", copies)


def _write_copies(streets: Path, target: Path, copies: int) -> None:
    import osmium
    from osmium.osm import NODE, WAY

    sources = [(streets / name, place) for place, name in enumerate(EXTRACTS * copies)]
    with osmium.SimpleWriter(str(target)) as writer:
        for kind in (NODE, WAY):
            for path, place in sources:
                extra = place * _APART_ID
                for one in osmium.FileProcessor(str(path), kind):
                    if kind == NODE:
                        spot = (one.lon + place * _APART_DEG, one.lat)
                        writer.add_node(one.replace(id=one.id + extra, location=spot))
                    else:
                        nodes = [node.ref + extra for node in one.nodes]
                        writer.add_way(one.replace(id=one.id + extra, nodes=nodes))


def find_ways(source: Path, _: Path) -> None:
    """500 random pairs and a round of 20 stops; of each the best of three, since others may use the machine."""
    from boa_app.mapdata.netwerk import to_graaf
    from boa_app.mapdata.osm import import_osm
    from boa_app.routing.shortest import Wegwijzer

    netwerk = import_osm(source).netwerk
    wijzer = Wegwijzer(to_graaf(netwerk))
    dice = random.Random(11)
    spots = [netwerk.lijn(dice.randrange(len(netwerk)))[0] for _ in range(1000)]
    wijzer.nearest(*spots[0])
    began = time.perf_counter()
    places = [wijzer.nearest(lon + 1e-4, lat) for lon, lat in spots]
    _tell("nearest_ms", (time.perf_counter() - began) * 1000 / len(spots))
    pairs = [(one, other) for one, other in zip(places[:500], places[500:], strict=True) if one and other]
    times = [min(_timed(partial(wijzer.path, *pair)) for _ in range(3)) for pair in pairs]
    _tell("path_ms", max(times) * 1000)
    _tell("mean_ms", statistics.mean(times) * 1000)
    stops = [place for place in places[:20] if place]
    _tell("tour_s", min(_timed(lambda: wijzer.tour(stops)) for _ in range(3)))
    _tell("nodes", len(netwerk.knopen))


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _highest_mb() -> float:
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(one for one in status.read_text(encoding="ascii").splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def _tell(name: str, value: float) -> None:
    print(f"{name} {value}")


if __name__ == "__main__":
    work = {"import": import_one, "province": make_province, "ways": find_ways}[sys.argv[1]]
    work(Path(sys.argv[2]), Path(sys.argv[3]))
