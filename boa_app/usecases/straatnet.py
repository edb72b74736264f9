"""The street network of the kaartpakket with the choices of people on it: what holds for every piece, and the streets
it makes up for a person.

Pieces of one name that lie near each other are one street; pieces without a name go together by the way of their
source. All of it is made anew from network and choices, so it fits whatever was imported last.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Entiteit, Handeling, Veldgroep
from boa_app.domain.straatkeuze import Keuze, Straatkeuze
from boa_app.mapdata.netwerk import Klasse, Netwerk, read_netwerk
from boa_app.mapdata.straatkeuze import koppel
from boa_app.store import straatkeuzes
from boa_app.usecases.session import Session

GEMENGD = "gemengd"
KLASSE_VAN = {Keuze.VERPLICHT: Klasse.VERPLICHT, Keuze.MAG: Klasse.VERBINDING, Keuze.VERBODEN: Klasse.VERBODEN}
KEUZE_VAN = {klasse: keuze for keuze, klasse in KLASSE_VAN.items()}
# Streets of one name in two villages are two streets: pieces further apart than about this are no longer one.
_APART_M = 400.0
_M_PER_UNIT = 111_195.0 / 10_000_000
# Another device may have sent anything: what fits the numbers of a network and nothing else.
_WAY = re.compile("-?[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Straatregel:
    """One street as a person knows it. naam: empty for a path without one; bij: the street it comes out on, empty when
    there is none. segmenten: its pieces. keuze: what holds, GEMENGD when not the same everywhere. gezet: how many
    pieces were set by hand."""

    naam: str
    bij: str
    segmenten: tuple[int, ...]
    lengte_m: float
    keuze: str
    gezet: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Geldend:
    """What holds after the choices.

    klasse: per segment as Netwerk.klasse. per_segment: the choice that decides there; alle_op: all that hold for it,
    oldest first. stukken: the segments each choice holds for, by its uid. los: choices that fit no street any more.
    dubbel: those a newer choice on the same piece overrules with another outcome.
    """

    klasse: NDArray[np.uint8]
    per_segment: dict[int, Straatkeuze]
    alle_op: dict[int, tuple[Straatkeuze, ...]]
    stukken: dict[str, frozenset[int]]
    los: tuple[Straatkeuze, ...]
    dubbel: tuple[Straatkeuze, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Straatnet:
    """The network as the screen and a plan use it. regels: named streets by name, then the others; regel_van: the place
    of each segment in regels."""

    netwerk: Netwerk
    geldend: Geldend
    regels: tuple[Straatregel, ...]
    regel_van: NDArray[np.int32]

    @property
    def gezet(self) -> NDArray[np.uint8]:
        """1 for each segment that was set by hand."""
        found = np.zeros(len(self.netwerk), dtype=np.uint8)
        found[list(self.geldend.per_segment)] = 1
        return found

    def keuze(self, segment: int) -> Keuze:
        """What holds for a segment."""
        return KEUZE_VAN[Klasse(int(self.geldend.klasse[segment]))]

    def standaard(self, segment: int) -> Keuze:
        """What holds for it without any choice."""
        return KEUZE_VAN[Klasse(int(self.netwerk.klasse[segment]))]


def lees_straatnet(session: Session) -> Straatnet:
    """The network of the kaartpakket in use. Raises UserError geen_recht, stratennet_ontbreekt and as read_netwerk."""
    session.require(Handeling.LEZEN, Entiteit.STRAATKEUZE, Veldgroep.CODES)
    path = session.kaart.netwerk if session.kaart is not None else None
    if path is None:
        raise UserError("stratennet_ontbreekt")
    netwerk = read_netwerk(path)
    regels, regel_van = _streets(netwerk)
    return _with_choices(Straatnet(netwerk, _nothing(netwerk), regels, regel_van), _choices(session))


def werk_bij(session: Session, net: Straatnet) -> Straatnet:
    """The same network with the choices as they are now. Raises UserError geen_recht."""
    session.require(Handeling.LEZEN, Entiteit.STRAATKEUZE, Veldgroep.CODES)
    return _with_choices(net, _choices(session))


def keuzes_voor(session: Session, netwerk: Netwerk) -> Geldend:
    """What holds in any network, the one of a plan for instance. Raises UserError geen_recht."""
    session.require(Handeling.LEZEN, Entiteit.STRAATKEUZE, Veldgroep.CODES)
    return pas_toe(netwerk, _choices(session))


def pas_toe(netwerk: Netwerk, keuzes: Sequence[Straatkeuze]) -> Geldend:
    """Put choices on a network. Of two on one piece the newest holds, on every device alike."""
    klasse = netwerk.klasse.copy()
    ordered = sorted(keuzes, key=lambda one: one.uid)
    on: defaultdict[int, list[Straatkeuze]] = defaultdict(list)
    los: list[Straatkeuze] = []
    stukken: dict[str, frozenset[int]] = {}
    for keuze, segmenten in zip(ordered, _places(netwerk, ordered), strict=True):
        stukken[keuze.uid] = frozenset(segmenten)
        for segment in segmenten:
            on[segment].append(keuze)
            klasse[segment] = KLASSE_VAN[keuze.keuze]
        if not segmenten:
            los.append(keuze)
    overruled = {
        older.uid: older for made in on.values() for older in made[:-1] if older.keuze is not made[-1].keuze
    }  # fmt: skip
    return Geldend(
        klasse, {segment: made[-1] for segment, made in on.items()},
        {segment: tuple(made) for segment, made in on.items()}, stukken, tuple(los), tuple(overruled.values()),
    )  # fmt: skip


def _places(netwerk: Netwerk, keuzes: Sequence[Straatkeuze]) -> list[tuple[int, ...]]:
    """The segments of each choice. On the network it was made on that is the very piece, which costs one look-up; only
    the others are laid over the network."""
    ways = [int(keuze.weg_id) if _WAY.fullmatch(keuze.weg_id) else None for keuze in keuzes]
    wanted = {way for way in ways if way is not None}
    by_way: defaultdict[int, list[int]] = defaultdict(list)
    if wanted:
        for segment in np.flatnonzero(np.isin(netwerk.weg_id, np.fromiter(wanted, dtype=np.int64))).tolist():
            by_way[int(netwerk.weg_id[segment])].append(segment)
    found: list[tuple[int, ...]] = []
    for keuze, way in zip(keuzes, ways, strict=True):
        same = by_way.get(way, []) if way is not None else []
        found.append(tuple(segment for segment in same if netwerk.lijn(segment) == keuze.lijn)[:1])
    moved = [row for row, segmenten in enumerate(found) if not segmenten]
    for row, segmenten in zip(moved, koppel(netwerk, [keuzes[row] for row in moved]), strict=True):
        found[row] = segmenten
    return found


def _choices(session: Session) -> list[Straatkeuze]:
    with session.store.read() as reader:
        return straatkeuzes.list_straatkeuzes(reader)


def _nothing(netwerk: Netwerk) -> Geldend:
    return Geldend(netwerk.klasse, {}, {}, {}, (), ())


def _with_choices(net: Straatnet, keuzes: Sequence[Straatkeuze]) -> Straatnet:
    geldend = pas_toe(net.netwerk, keuzes)
    touched = np.flatnonzero(geldend.klasse != net.geldend.klasse).tolist()
    rows = {int(net.regel_van[segment]) for segment in (*touched, *geldend.per_segment, *net.geldend.per_segment)}
    regels = list(net.regels)
    for row in rows:
        regels[row] = _judged(regels[row], geldend)
    return replace(net, geldend=geldend, regels=tuple(regels))


def _judged(regel: Straatregel, geldend: Geldend) -> Straatregel:
    gezet = sum(segment in geldend.per_segment for segment in regel.segmenten)
    return replace(regel, keuze=_keuze_of(geldend.klasse, regel.segmenten), gezet=gezet)


def _keuze_of(klasse: NDArray[np.uint8], segmenten: Iterable[int]) -> str:
    found = {int(klasse[segment]) for segment in segmenten}
    return str(KEUZE_VAN[Klasse(found.pop())]) if len(found) == 1 else GEMENGD


def _streets(netwerk: Netwerk) -> tuple[tuple[Straatregel, ...], NDArray[np.int32]]:
    """The streets in the order of the list, and of each segment which one it is of."""
    groups = [*_named(netwerk), *_unnamed(netwerk)]
    lengths = netwerk.lengte_m
    regels = [
        Straatregel(
            naam, bij, tuple(parts), float(lengths[parts].sum()), _keuze_of(netwerk.klasse, parts)
        )
        for naam, bij, parts in groups
    ]  # fmt: skip
    regels.sort(key=lambda one: (not one.naam, not one.bij, (one.naam or one.bij).casefold(), -one.lengte_m))
    regel_van = np.zeros(len(netwerk), dtype=np.int32)
    for row, regel in enumerate(regels):
        regel_van[list(regel.segmenten)] = row
    return tuple(regels), regel_van


def _named(netwerk: Netwerk) -> list[tuple[str, str, list[int]]]:
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for segment, naam in enumerate(netwerk.namen):
        if naam:
            by_name[naam].append(segment)
    found: list[tuple[str, str, list[int]]] = []
    cells = _cells(netwerk)
    for naam, parts in by_name.items():
        found += [(naam, "", group) for group in _near(parts, cells)]
    return found


def _cells(netwerk: Netwerk) -> NDArray[np.int64]:
    """The square of _APART_M each segment begins in, as two columns."""
    if not len(netwerk):
        return np.zeros((0, 2), dtype=np.int64)
    at = netwerk.knopen[netwerk.van].astype(float) * _M_PER_UNIT
    at[:, 0] *= np.cos(np.radians(at[:, 1].mean() / 111_195.0))
    return np.asarray(np.floor(at / _APART_M), dtype=np.int64)


def _near(parts: Sequence[int], cells: NDArray[np.int64]) -> list[list[int]]:
    """The parts in groups whose squares touch."""
    by_cell: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for part in parts:
        by_cell[int(cells[part, 0]), int(cells[part, 1])].append(part)
    groups = []
    while by_cell:
        waiting, group = [next(iter(by_cell))], list[int]()
        while waiting:
            x, y = waiting.pop()
            group += by_cell.pop((x, y), [])
            waiting += [near for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (near := (x + dx, y + dy)) in by_cell]
        groups.append(sorted(group))
    return groups


def _unnamed(netwerk: Netwerk) -> list[tuple[str, str, list[int]]]:
    ways: defaultdict[int, list[int]] = defaultdict(list)
    at_node: dict[int, str] = {}
    for segment, (naam, van, naar) in enumerate(
        zip(netwerk.namen, netwerk.van.tolist(), netwerk.naar.tolist(), strict=True)
    ):
        if naam:
            at_node.setdefault(van, naam)
            at_node.setdefault(naar, naam)
        else:
            ways[int(netwerk.weg_id[segment])].append(segment)
    return [("", _comes_out_on(netwerk, parts, at_node), parts) for parts in ways.values()]


def _comes_out_on(netwerk: Netwerk, parts: Iterable[int], at_node: dict[int, str]) -> str:
    nodes = (int(node) for part in parts for node in (netwerk.van[part], netwerk.naar[part]))
    return next((at_node[node] for node in nodes if node in at_node), "")
