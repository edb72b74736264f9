"""How long each kind of data is kept, counted from ``eerste_verwerking_op`` (domain §1.8). Terms are settings with a
ground.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Daarna(StrEnum):
    """What happens at the end of a term."""

    TELLEN = "tellen"
    VERNIETIGEN = "vernietigen"
    WISSEN_TEKST = "wissen_tekst"
    NAAM_WEG = "naam_weg"
    KOPPELING_WEG = "koppeling_weg"


@dataclass(frozen=True, slots=True)
class Termijn:
    """One rule of retention; grondslag says on what it rests."""

    gegeven: str
    duur: timedelta
    daarna: Daarna
    grondslag: str


_YEAR = timedelta(days=365.2425)
TERMIJNEN: tuple[Termijn, ...] = (
    Termijn("melding", 5 * _YEAR, Daarna.TELLEN, "doelbinding; archivaris bevestigt"),
    Termijn("melding_tekst", _YEAR, Daarna.WISSEN_TEKST, "minimalisatie; gelijk aan het Wpg-jaar"),
    Termijn("melding_tekst_verdacht", timedelta(days=7), Daarna.WISSEN_TEKST, "minimalisatie; tenzij nagekeken"),
    Termijn("opsporingsverwijzing", _YEAR, Daarna.VERNIETIGEN, "minimalisatie"),
    Termijn("groep_koppeling", _YEAR, Daarna.KOPPELING_WEG, "pseudonieme gegevens over minderjarigen"),
    Termijn("ronde", 5 * _YEAR, Daarna.VERNIETIGEN, "aantallen per bezoek hebben geen namen nodig"),
    Termijn("ronde_medewerker", timedelta(days=14), Daarna.NAAM_WEG, "WOR art. 27"),
    Termijn("concept", timedelta(days=90), Daarna.VERNIETIGEN, "minimalisatie"),
    Termijn("foto", timedelta(days=90), Daarna.VERNIETIGEN, "minimalisatie"),
    Termijn("foto_vervallen", timedelta(days=1), Daarna.VERNIETIGEN, "minimalisatie; een dag om het terug te nemen"),
    Termijn("reservekopie", timedelta(days=35), Daarna.VERNIETIGEN, "BIO2 8.13"),
    Termijn("auditregel", 5 * _YEAR, Daarna.VERNIETIGEN, "Wpg art. 33, BIO2 8.15.04"),
    Termijn("technisch_log", timedelta(days=183), Daarna.VERNIETIGEN, "naar BIO2 8.18.02"),
)


def termijn(gegeven: str) -> Termijn:
    """The rule for a kind of data. Raises KeyError for a kind without one: that is a bug."""
    return {rule.gegeven: rule for rule in TERMIJNEN}[gegeven]
