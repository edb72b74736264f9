"""Which right covers a field of the log: entity and field of a change, told as Entiteit and Veldgroep of the one table.

The centre cuts a create-change along these lines, so that nobody receives a key outside his rights; the device checks
and clears by the same lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from boa_app.domain.melding import MELDING_VELDEN
from boa_app.domain.positie import POSITIE, POSITIE_VELDEN
from boa_app.domain.roles import Entiteit, Veldgroep

_MELDING = {
    POSITIE: Veldgroep.PUNT,
    "plaats": Veldgroep.PUNT,
    "feiten": Veldgroep.FEITEN,
    "duiding": Veldgroep.DUIDING,
    "fotos": Veldgroep.FOTO,
    "groep": Veldgroep.GROEP,
}
_MELDING_CODES = {
    name: Veldgroep.CODES
    for name in (*MELDING_VELDEN, "tekst_verdacht", "eerste_verwerking_op", "bron_sleutel")
    if name not in _MELDING and name not in POSITIE_VELDEN
}


def _all(groep: Veldgroep, names: str) -> dict[str, Veldgroep]:
    return dict.fromkeys(names.split(), groep)


# A JOP's name and state belong to where it is: a schouwleider sees the place and what it is called, not its dossier.
_VELDEN: Mapping[str, Mapping[str, Veldgroep]] = MappingProxyType(
    {
        "melding": _MELDING | _MELDING_CODES,
        "opsporingsverwijzing": _all(Veldgroep.ALLES, "melding maatregel registratienummer artikel aantal"),
        "ronde": _all(Veldgroep.CODES, "begin einde status") | {"medewerker": Veldgroep.MEDEWERKER},
        "bezoek": _all(Veldgroep.CODES, "ronde plek moment bevinding status"),
        "plek": _all(Veldgroep.PUNT, "naam positie jop elke_dagen status"),
        "jop": _all(Veldgroep.PUNT, "code naam status positie type")
        | _all(Veldgroep.CODES, "plaatsingsdatum proef_tot"),
        "schouw": _all(Veldgroep.CODES, "naam datum soort status groepen"),
        "gebied": _all(Veldgroep.CODES, "naam soort ringen besluit geldig_van geldig_tot status"),
        # The reason of a choice is for those who decide; who walks sees only what holds.
        "straatkeuze": _all(Veldgroep.CODES, "keuze naam weg_id lijn status") | {"reden": Veldgroep.FEITEN},
        "foto": _all(
            Veldgroep.FOTO,
            "bij_soort bij sha256 sleutel breedte hoogte bytes genomen_op bijschrift miniatuur status"
            " eerste_verwerking_op",
        ),
    }
)
_ENTITEIT = MappingProxyType(
    {
        "melding": Entiteit.MELDING,
        "opsporingsverwijzing": Entiteit.OPSPORINGSVERWIJZING,
        "ronde": Entiteit.RONDE,
        "bezoek": Entiteit.RONDE,
        "plek": Entiteit.JOP,
        "jop": Entiteit.JOP,
        "schouw": Entiteit.SCHOUW,
        "gebied": Entiteit.GEBIED,
        "straatkeuze": Entiteit.STRAATKEUZE,
        "foto": Entiteit.MELDING,
    }
)
# The order in which a receiver can store them: what is pointed to comes before what points.
SOORTEN: tuple[str, ...] = (
    "melding", "opsporingsverwijzing", "jop", "plek", "ronde", "bezoek", "schouw", "gebied", "straatkeuze", "foto",
)  # fmt: skip
# The field that names the record whose owner, place and age count for this one too.
OUDER_VELD: Mapping[str, str] = MappingProxyType({"opsporingsverwijzing": "melding", "foto": "bij", "bezoek": "plek"})
_VERDACHT = frozenset({"feiten", "duiding"})


def entiteit_of(soort: str) -> Entiteit | None:
    """What a right on this kind of record is about; None for a kind this version does not know."""
    return _ENTITEIT.get(soort)


def veldgroep_of(soort: str, veld: str, *, verdacht: bool = False) -> Veldgroep:
    """The group of a field. verdacht: the text guard flagged the record, its texts then need their own right.

    An unknown field counts as ALLES: only who may see everything of the entity gets it back, but nobody loses it.
    """
    if verdacht and soort == "melding" and veld in _VERDACHT:
        return Veldgroep.VERDACHT
    return _VELDEN.get(soort, {}).get(veld, Veldgroep.ALLES)


def velden_of(soort: str) -> Mapping[str, Veldgroep]:
    """All known fields of a kind with their group."""
    return _VELDEN.get(soort, {})
