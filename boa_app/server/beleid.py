"""The one table of rights as the centre uses it: rules of reading for a back end, and a guard that holds every row
against them once more before it leaves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from boa_app.domain.moments import to_iso
from boa_app.domain.roles import OVERAL, RECHTEN, Bereik, Entiteit, Handeling, Recht, Veldgroep
from boa_app.domain.velden import SOORTEN, entiteit_of, velden_of
from boa_app.server.backend import Leesregel, Toegang, Wijze

# What ALLES of a right covers in the log; MEDEWERKER is always a row of its own, AANTALLEN are no rows at all.
_ALLES = tuple(str(groep) for groep in Veldgroep if groep not in (Veldgroep.MEDEWERKER, Veldgroep.AANTALLEN))


def leesregels(toegang: Toegang, now: datetime, wijze: Wijze = Wijze.TOESTEL, reden: str = "") -> tuple[Leesregel, ...]:
    """What an account may read at this moment. With TOESTEL what its device may hold; with ONLINE as far back as the
    role reaches, beyond reden_vanaf only with a reason."""
    rules = (_leesregel(recht, toegang, now, wijze, reden) for recht in RECHTEN if recht.rol is toegang.rol)
    return tuple(rule for rule in rules if rule is not None)


def _leesregel(recht: Recht, toegang: Toegang, now: datetime, wijze: Wijze, reden: str) -> Leesregel | None:
    soorten = soorten_of(recht.entiteit)
    # Nothing in the log is assigned to anybody yet, so that reach gives nothing.
    reads = recht.handeling is Handeling.LEZEN and recht.bereik is not Bereik.TOEGEWEZEN
    if not soorten or not reads or recht.veldgroep is Veldgroep.AANTALLEN:
        return None
    groups = _ALLES if recht.veldgroep is Veldgroep.ALLES else (str(recht.veldgroep),)
    within = toegang.buurten if recht.bereik is Bereik.WERKGEBIED else None
    oldest = _oldest(recht, wijze, reden)
    sinds = "" if oldest is None else to_iso(now - oldest)
    return Leesregel(soorten, groups, recht.bereik is Bereik.EIGEN, within, sinds)


def _oldest(recht: Recht, wijze: Wijze, reden: str) -> timedelta | None:
    limits = [recht.hooguit]
    if wijze is Wijze.TOESTEL:
        # A device holds what its role may open with a reason too: the reason is asked when a record is opened.
        limits.append(recht.op_toestel)
    elif not reden.strip():
        limits.append(recht.reden_vanaf)
    return min((limit for limit in limits if limit is not None), default=None)


def soorten_of(entiteit: Entiteit) -> tuple[str, ...]:
    """The kinds of the log a right on this entity is about."""
    return tuple(soort for soort in SOORTEN if entiteit_of(soort) is entiteit)


def fields_of(soort: str, groepen: Iterable[str]) -> tuple[str, ...]:
    """The known fields of a kind in these groups; those of flagged texts under VERDACHT."""
    wanted = set(groepen)
    texts = {"feiten", "duiding"} if Veldgroep.VERDACHT in wanted and soort == "melding" else set[str]()
    return tuple(name for name, groep in velden_of(soort).items() if groep in wanted or name in texts)


class Leeswacht:
    """The same rules by hand, for single rows: whatever a back end found, this decides what leaves."""

    def __init__(self, regels: Sequence[Leesregel], account: str) -> None:
        self._account = account
        self._rules: defaultdict[tuple[str, str], list[Leesregel]] = defaultdict(list)
        for regel in regels:
            for soort in regel.soorten:
                for groep in regel.veldgroepen:
                    self._rules[soort, groep].append(regel)

    def may_see(self, soort: str, groep: str, eigenaar: str, buurt: str, sinds: str) -> bool:
        """Whether this group of fields of such a record may leave."""
        return any(self._reaches(rule, eigenaar, buurt, sinds) for rule in self._rules.get((soort, groep), ()))

    def groepen(self, soort: str, eigenaar: str, buurt: str, sinds: str) -> frozenset[str]:
        """The groups of fields of such a record that may leave."""
        return frozenset(
            groep for kind, groep in self._rules if kind == soort and self.may_see(soort, groep, eigenaar, buurt, sinds)
        )

    def _reaches(self, regel: Leesregel, eigenaar: str, buurt: str, sinds: str) -> bool:
        if sinds < regel.sinds:
            return False
        if regel.eigen:
            return eigenaar == self._account
        return regel.buurten is None or eigenaar == self._account or buurt == OVERAL or buurt in regel.buurten
