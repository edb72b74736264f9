"""Made-up outcomes of the use cases of syncing, as the page gets them: for looks and words, not for behaviour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from boa_app.domain.bonnetje import Bonnetje, Bonregel, BonStatus
from boa_app.ui.sync.desk import Bureau
from boa_app.usecases.aanmelden import Aanmeldstatus
from boa_app.usecases.conflicten import ConflictKaart, ConflictVeld, ConflictWaarde
from boa_app.usecases.geweigerd import GeweigerdKaart
from boa_app.usecases.kaartophalen import Aanbod
from boa_app.usecases.synchroniseren import Syncstand
from boa_app.usecases.zelfde_incident import Paar, PaarKant

NOW = datetime(2026, 11, 20, 20, 50, tzinfo=UTC)
BEGIN = datetime(2026, 11, 20, 20, 47, tzinfo=UTC)
MINE_AT = datetime(2026, 11, 18, 20, 52, tzinfo=UTC)
THEIRS_AT = datetime(2026, 11, 18, 21, 3, tzinfo=UTC)
CODE = "7F3A C219"
LINES = (
    Bonregel("opgehaald", 37, 37),
    Bonregel("fotos", 160, 160),
    Bonregel("melding", 42, 42),
    Bonregel("ronde", 6, 6),
    Bonregel("wijzigingen", 118, 118),
)


def bon(**parts: Any) -> Bonnetje:
    """A bonnetje on which all is equal, but for these parts."""
    whole: dict[str, Any] = {
        "sync": "s", "begonnen_op": BEGIN, "klaar_op": BEGIN + timedelta(seconds=14), "status": BonStatus.GELUKT,
        "nr": 412, "regels": LINES, "controlegetal": CODE, "controlegetal_centrale": CODE,
    }  # fmt: skip
    return Bonnetje(**(whole | parts))


def photo_waits() -> Bonnetje:
    """The bonnetje of the picture: one of 160 photos is still here."""
    lines = tuple(Bonregel("fotos", 160, 159) if line.naam == "fotos" else line for line in LINES)
    return bon(regels=lines, fotos_nog_hier=1)


def waarde(change: str, value: Any, *, mine: bool, shown: bool) -> ConflictWaarde:
    """One side."""
    return ConflictWaarde(change, value, mine, mine, MINE_AT if mine else THEIRS_AT, shown)


def veld(name: str, mine: Any, theirs: Any, uid: str = "u", **parts: Any) -> ConflictVeld:
    """A field with my value and theirs, which is shown."""
    sides = (
        waarde(f"m-{uid}-{name}", mine, mine=True, shown=False),
        waarde(f"h-{uid}-{name}", theirs, mine=False, shown=True),
    )
    return ConflictVeld(f"{uid}:{name}", name, sides, **parts)


MOMENT = datetime(2026, 11, 18, 20, 5, tzinfo=UTC)
M_PLACE, H_PLACE = {"lon": 5.0402, "lat": 52.0194}, {"lon": 5.0405, "lat": 52.01955}
FIRST = ConflictKaart(
    "melding", "u",
    (veld("ernst", "3", "2"), veld("groepsgrootte", "G3", "G4"), veld("positie", M_PLACE, H_PLACE, afstand_m=23.0)),
    MOMENT, "VUUR", "Plein",
)  # fmt: skip
LONG = "Groep van een tiental jongeren bij het bankje, muziek uit een box, bij aankomst vertrokken zij. " * 3
SECOND = ConflictKaart(
    "melding", "v",
    (veld("feiten", LONG, "Groep bij het bankje.", "v"), veld("maatregelen", ["AANSPR", "WEG"], [], "v")),
    MOMENT, "HANG", "Kloosterpad",
)  # fmt: skip
REJECTED = GeweigerdKaart(
    "c1", "melding", "u", "ernst", "3", "2", "correctie_nodig", datetime(2026, 11, 17, 20, tzinfo=UTC), True,
    datetime(2026, 11, 15, 20, tzinfo=UTC), "HANG", "Plein",
)  # fmt: skip
PAIR = Paar(
    PaarKant("a", 1, MINE_AT, "HANG", "Plein", "G3", 5.04, 52.02, True),
    PaarKant("b", 2, MINE_AT + timedelta(minutes=12), "GEL-STEM", "", "G4", 5.0403, 52.0202, False),
    31.0,
)
SIGNED_UP = Aanmeldstatus(True, "https://centrale.test", "Tablet 3", "acc", "boa")
STREETS = {(5.0402, 52.0194): "Voorstraat", (5.0405, 52.01955): "Plein"}
FULL = Bureau(SIGNED_UP, photo_waits(), (FIRST, SECOND), (REJECTED,), (PAIR,), STREETS)
OFFER = Aanbod("ab" * 32, "IJsselstein", "IJsselstein, Laptop 4", BEGIN, 812_000_000)
OFFERED = Bureau(SIGNED_UP, bon(), (), (), (), {}, OFFER)
CALM = Bureau(SIGNED_UP, bon(), (), (), (), {})
FRESH = Bureau(SIGNED_UP, None, (), (), (), {})
WITHOUT = Bureau(Aanmeldstatus(False), None, (), (), (), {})
STAND = Syncstand(True, 2, 2, 1, 1, 0, BEGIN)
