"""The setting of the receiver."""

from __future__ import annotations

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Rol
from boa_app.store import instellingen
from boa_app.usecases.gps import GpsBron, GpsInstelling, bewaar_instelling, default_instelling, lees_instelling
from boa_app.usecases.session import Session
from tests.samples import as_role


def test_what_was_kept_comes_back(session: Session) -> None:
    assert lees_instelling(session) == default_instelling()
    chosen = GpsInstelling(GpsBron.SERIEEL, "COM3", 4800)
    bewaar_instelling(session, chosen)
    assert lees_instelling(session) == chosen


@pytest.mark.parametrize(
    ("instelling", "code"),
    [
        (GpsInstelling(GpsBron.SERIEEL), "gps_poort_ontbreekt"),
        (GpsInstelling(GpsBron.BESTAND), "gps_bestand_ontbreekt"),
    ],
)
def test_half_a_choice_is_refused(session: Session, instelling: GpsInstelling, code: str) -> None:
    with pytest.raises(UserError) as caught:
        bewaar_instelling(session, instelling)
    assert caught.value.code == code
    assert lees_instelling(session) == default_instelling()


@pytest.mark.parametrize(
    "stored", [None, 3, {"bron": "maan"}, {"bron": "serieel", "poort": 7}, {"bron": "uit", "baud": 1}]
)
def test_nonsense_in_the_store_is_the_default(session: Session, stored: object) -> None:
    session.write(lambda w: instellingen.put(w, "gps", stored))
    assert lees_instelling(session) == default_instelling()


def test_who_makes_no_meldingen_has_no_receiver(session: Session) -> None:
    with pytest.raises(UserError) as caught:
        bewaar_instelling(as_role(session, Rol.SCHOUWLEIDER), GpsInstelling(GpsBron.UIT))
    assert caught.value.code == "geen_recht"
