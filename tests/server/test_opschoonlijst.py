"""The list of what must stay destroyed: only ever longer, ids only, whole after a power cut."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError
from boa_app.server import identiteiten, toestellen
from boa_app.server.audit import MACHINE
from boa_app.server.fotos import Fotomap
from boa_app.server.opschoning import schoon_op
from boa_app.server.opschoonlijst import Regel, lees_lijst, schrijf_lijst, voer_lijst_uit, werk_lijst_bij
from boa_app.sync.beheer import Beeindiging
from tests.server.identiteit import GEMEENTE
from tests.server.installatie import Installatie, maak_installatie


@pytest.fixture
def installatie(tmp_path: Path) -> Installatie:
    return maak_installatie(tmp_path)


def test_orders_revocations_and_endings_are_added_and_never_taken_away(installatie: Installatie) -> None:
    path = installatie.plaats.opschoningen
    with installatie.open() as open_:
        toegang, maker = open_.maker()
        melding = maker.melding(feiten="geheime tekst")
        open_.push(toegang, maker, melding)
        assert werk_lijst_bij(open_.centrale.db, path) == 0
        with open_.centrale.backend.schrijfbeurt(GEMEENTE.code) as beurt:
            schoon_op(beurt, [("melding", melding.uid)], ("feiten",), "melding_tekst", MACHINE, installatie.klok())
        db, now = open_.centrale.db, installatie.klok()
        identiteiten.beeindig_account(db, toegang.account, Beeindiging("weg"), MACHINE, now)
        toestellen.trek_alle_in(db, toegang.account, "weg", MACHINE, now)
        assert werk_lijst_bij(db, path) == 3
        assert {one.soort for one in lees_lijst(path).values()} == {"opschoning", "toestel", "account"}
        db.execute("DELETE FROM opschoningen WHERE gemeente_code = %s", ["GM0353"])
        assert werk_lijst_bij(db, path) == 3
    text = path.read_text(encoding="utf-8")
    assert melding.uid in text
    assert "geheime tekst" not in text
    assert "Sam" not in text


def test_the_list_is_carried_out_where_it_is_not_known_and_only_there(installatie: Installatie) -> None:
    with installatie.open() as open_:
        toegang, maker = open_.maker()
        gone, part = maker.melding(feiten="moet weg"), maker.melding(feiten="tekst weg")
        open_.push(toegang, maker, gone, part)
        lijst = [
            Regel("opschoning", "nr-1", "melding", gone.uid, (), "melding"),
            Regel("opschoning", "nr-2", "melding", part.uid, ("feiten",), "melding_tekst"),
            Regel("opschoning", "nr-3", "melding", "onbekend", (), "melding"),
            Regel("toestel", toegang.device), Regel("account", toegang.account),
        ]  # fmt: skip
        db, fotos = open_.centrale.db, Fotomap(installatie.plaats.fotos)
        assert voer_lijst_uit(open_.centrale.backend, db, fotos, lijst, installatie.klok()) == 3
        assert not open_.bekend("weg")
        assert open_.bekend("GEL-STEM")
        assert toestellen.lees_toestel(db, toegang.device).ingetrokken_op
        assert open_.rows("accounts")[0]["status"] == "beeindigd"


@pytest.mark.parametrize(
    "text",
    ["{", "[]\n", '{"soort": "x"}\n', '{"soort":1,"nr":"","entity":"","uid":"","code":"","velden":[]}\n', "\x00"],
)
def test_a_damaged_list_is_never_taken_for_a_short_one(tmp_path: Path, text: str) -> None:
    path = tmp_path / "lijst"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BoaError, match="opschoonlijst_onleesbaar"):
        lees_lijst(path)


def test_no_list_is_an_empty_one_and_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lijst"
    assert lees_lijst(path) == {}
    every = [Regel("opschoning", "nr", "foto", "é", ("a", "b"), "foto"), Regel("toestel", "t")]
    schrijf_lijst(path, every)
    assert list(lees_lijst(path).values()) == every
    assert all(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
