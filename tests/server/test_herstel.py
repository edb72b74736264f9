"""A backup put back: whole, on either back end, clean of what was destroyed since, and devices told of it."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from boa_app.domain.errors import BoaError
from boa_app.server import toestellen
from boa_app.server.audit import MACHINE
from boa_app.server.controleren import controleer
from boa_app.server.fotos import Fotomap
from boa_app.server.herstel import herstel
from boa_app.server.opschoning import schoon_op
from boa_app.server.opschoonlijst import werk_lijst_bij
from boa_app.server.reservekopie import MANIFEST, maak_kopie
from tests.server.identiteit import GEMEENTE
from tests.server.installatie import Installatie, maak_installatie

TABLES = ("accounts", "rollen", "toestellen", "records", "changes", "weg", "opschoningen", "bonnen", "buurten")


@pytest.fixture(params=["bestand", pytest.param("postgres", marks=pytest.mark.postgres)])
def installatie(request: pytest.FixtureRequest, tmp_path: Path) -> Installatie:
    dsn = request.getfixturevalue("postgres_dsn") if request.param == "postgres" else ""
    return maak_installatie(tmp_path / "eerst", dsn)


def fill(installatie: Installatie) -> Any:
    """Somebody who logged two meldingen, one with a photo; the toegang, and the changes."""
    with installatie.open() as open_:
        toegang, maker = open_.maker()
        gone, kept = maker.melding(feiten="moet weg"), maker.melding(feiten="mag blijven")
        open_.push(toegang, maker, gone, kept)
        open_.foto(toegang, maker, gone, b"beeld dat weg moet")
        open_.foto(toegang, maker, kept, b"beeld dat blijft")
    return toegang, gone, kept


def backup(installatie: Installatie, target: Path) -> Path:
    with installatie.open() as open_:
        maak_kopie(open_.centrale, target, installatie.klok())
    return target


def restore(van: Path, folder: Path, lijst: Path | None = None) -> tuple[Installatie, dict[str, Any]]:
    other = maak_installatie(folder)
    return other, herstel(other.plaats, van, GEMEENTE.code, other.klok(), lijst=lijst)


def test_everything_of_one_moment_comes_back(installatie: Installatie, tmp_path: Path) -> None:
    fill(installatie)
    copy = backup(installatie, tmp_path / "kopie")
    other, done = restore(copy, tmp_path / "terug")
    with installatie.open() as before, other.open() as after:
        for table in TABLES:
            old = [
                {name: value for name, value in row.items() if name not in ("epoch", "geom")}
                for row in before.rows(table)
            ]
            new = [
                {name: value for name, value in row.items() if name not in ("epoch", "geom")}
                for row in after.rows(table)
            ]
            assert sorted(map(repr, new)) == sorted(map(repr, old)), table
        assert controleer(after.centrale, other.klok()) == []
        assert after.centrum.dienst.instellingen == before.centrum.dienst.instellingen
    assert Fotomap(other.plaats.fotos).names() == Fotomap(installatie.plaats.fotos).names() != []
    assert done["opschoningen"] == 0
    if os.name != "nt":
        files = [path for path in (tmp_path / "terug").rglob("*") if path.is_file()]
        assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


def test_what_was_destroyed_since_is_destroyed_before_it_serves(installatie: Installatie, tmp_path: Path) -> None:
    _, gone, _ = fill(installatie)
    copy = backup(installatie, tmp_path / "kopie")
    with installatie.open() as open_:
        with open_.centrale.backend.schrijfbeurt(GEMEENTE.code) as beurt:
            schoon_op(beurt, [("melding", gone.uid)], (), "handmatig", MACHINE, installatie.klok())
        device = open_.rows("toestellen")[0]["device"]
        toestellen.trek_in(open_.centrale.db, device, "gestolen", MACHINE, installatie.klok())
        werk_lijst_bij(open_.centrale.db, installatie.plaats.opschoningen)
    other, done = restore(copy, tmp_path / "terug", installatie.plaats.opschoningen)
    assert done["opschoningen"] >= 1
    with other.open() as open_:
        assert not open_.bekend("moet weg")
        assert open_.bekend("mag blijven")
        assert toestellen.lees_toestel(open_.centrale.db, device).ingetrokken_op
    assert len(Fotomap(other.plaats.fotos).names()) == 1
    # The list moved along: a second restore of the same old backup is clean too.
    shutil.copy(other.plaats.opschoningen, tmp_path / "kopie.opschoningen")
    again, _ = restore(copy, tmp_path / "nog eens")
    with again.open() as open_:
        assert not open_.bekend("moet weg")


def test_devices_are_told_and_old_tokens_and_codes_do_not_hold(installatie: Installatie, tmp_path: Path) -> None:
    with installatie.open() as open_:
        account = open_.centrum.account()
        holder = open_.centrum.toestel(account)
        token, code = holder.token(open_.centrum.dienst), open_.centrum.code(account)
        before = open_.centrum.wie(token)
        assert open_.centrum.dienst.stand_van(before).teruggezet == ""
    other, done = restore(backup(installatie, tmp_path / "kopie"), tmp_path / "terug")
    with other.open() as open_:
        assert open_.rows("tokens") == open_.rows("codes") == []
        after = open_.centrum.wie(holder.token(open_.centrum.dienst))
        assert after.epoch > before.epoch + 100
        assert open_.centrum.dienst.stand_van(after).teruggezet == done["id"]
    assert code


@pytest.mark.postgres
def test_an_installation_that_grew_goes_into_postgresql(tmp_path: Path, postgres_dsn: str) -> None:
    small = maak_installatie(tmp_path / "klein")
    fill(small)
    copy = backup(small, tmp_path / "kopie")
    large = maak_installatie(tmp_path / "groot", postgres_dsn)
    herstel(large.plaats, copy, GEMEENTE.code, large.klok(), lijst=None)
    with large.open() as open_:
        assert open_.bekend("mag blijven")
        assert controleer(open_.centrale, large.klok()) == []
        # And it goes on: the order of the old file is the order here.
        mine, maker = open_.maker("Nieuw")
        open_.push(mine, maker, maker.melding())
        assert len({row["seq"] for row in open_.rows("changes")}) == len(open_.rows("changes"))
    with pytest.raises(BoaError, match="centrale_bestaat_al"):
        herstel(large.plaats, copy, GEMEENTE.code, large.klok(), lijst=None)


def test_what_is_no_whole_backup_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    installatie = maak_installatie(tmp_path / "eerst")
    fill(installatie)
    copy = backup(installatie, tmp_path / "kopie")
    for name, content in damaged(copy).items():
        bad = tmp_path / name
        bad.write_bytes(content)
        target = maak_installatie(tmp_path / f"naar {name}")
        with pytest.raises(BoaError) as caught:
            herstel(target.plaats, bad, GEMEENTE.code, target.klok(), lijst=None)
        assert caught.value.code in ("kopie_onleesbaar", "centrale_nieuwer", "kopie_andere_gemeente"), name
        assert [path.name for path in target.plaats.bestand.parent.iterdir()] == ["centrale.boa.slot"]


def damaged(copy: Path) -> dict[str, bytes]:
    whole = copy.read_bytes()
    middle = len(whole) // 2
    found = {
        "leeg": b"", "geen zip": b"x" * 100, "halve": whole[:middle],
        "veranderd": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
    }  # fmt: skip
    for name, change in {
        "nieuwer": {"schema": 99}, "ander": {"gemeente": "GM0344"}, "zonder": {"sha256": {}}, "raar": {"schema": "een"},
    }.items():  # fmt: skip
        target = copy.with_name("bewerkt")
        with zipfile.ZipFile(copy) as source, zipfile.ZipFile(target, "w") as bundle:
            for info in source.infolist():
                content = source.read(info)
                if info.filename == MANIFEST:
                    content = json.dumps(json.loads(content) | change).encode()
                bundle.writestr(info.filename, content)
        found[name] = target.read_bytes()
    with zipfile.ZipFile(copy) as source, zipfile.ZipFile(copy.with_name("bewerkt"), "w") as bundle:
        for info in source.infolist():
            bundle.writestr(info.filename, source.read(info))
        bundle.writestr("../../ontsnapt", b"x")
    return found | {"ontsnapt": copy.with_name("bewerkt").read_bytes()}


def test_the_wrong_secret_opens_no_backup(tmp_path: Path) -> None:
    installatie = maak_installatie(tmp_path / "eerst")
    fill(installatie)
    copy = backup(installatie, tmp_path / "kopie")
    other = maak_installatie(tmp_path / "terug")
    wrong = type(other.plaats)(other.plaats.bestand, "", "een ander geheim")
    with pytest.raises(BoaError, match="wachtwoord_onjuist"):
        herstel(wrong, copy, GEMEENTE.code, other.klok(), lijst=None)
    for secret in (b"moet weg", b"Sam"):
        assert secret not in copy.read_bytes()


def test_a_damaged_list_stops_the_restore(tmp_path: Path) -> None:
    installatie = maak_installatie(tmp_path / "eerst")
    fill(installatie)
    copy = backup(installatie, tmp_path / "kopie")
    (tmp_path / "kopie.opschoningen").write_text("{half", encoding="utf-8")
    with pytest.raises(BoaError, match="opschoonlijst_onleesbaar"):
        restore(copy, tmp_path / "terug")
    with pytest.raises(BoaError, match="bestand_ontbreekt"):
        restore(copy, tmp_path / "terug", tmp_path / "nergens")
