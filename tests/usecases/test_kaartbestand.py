"""Handing a kaartpakket over between two stores: who is trusted, what is asked once, and a kill at any moment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.moments import to_iso
from boa_app.mapdata import bewaring
from boa_app.mapdata.pakket import load_pakket
from boa_app.store import audit, sync_stand
from boa_app.sync.protocol import Stand
from boa_app.usecases.kaartbestand import Herkomst, bekijk, pak_in, pak_uit, tekenaar_van
from boa_app.usecases.kaartpakketten import kies_kaartpakket, lijst_kaartpakketten
from boa_app.usecases.opening import open_session
from boa_app.usecases.session import Session
from boa_app.vault.zegel import generate_signing_key, signing_public_of
from tests.kaartbestanden import schrijf_kaartbestand
from tests.kaartmappen import MADE_ON, maak_kaartmap
from tests.samples import PASSPHRASE, SetClock, load_lijsten, make_sample_session

ROOT = Path(__file__).parents[2]


@pytest.fixture
def ander(tmp_path: Path, clock: SetClock) -> Iterator[Session]:
    opened = make_sample_session(tmp_path / "ander", clock)
    yield opened
    opened.close()


@pytest.fixture
def file(session: Session, tmp_path: Path) -> Path:
    return pak_in(session, maak_kaartmap(tmp_path / "kaart", tegels=2), tmp_path / "k.boakaart").bestand


def sleutels(session: Session) -> list[str]:
    return [info.sleutel for info in lijst_kaartpakketten(session)]


def lines(session: Session) -> list[tuple[str, str]]:
    with session.store.read() as reader:
        return [(str(one["actie"]), str(one["object_type"])) for one in audit.lines(reader)]


def shown(session: Session, file: Path) -> str:
    """The vingerafdruk a person is asked about."""
    return bekijk(session, file).vingerafdruk


def test_a_yes_is_to_the_maker_that_was_shown(ander: Session, file: Path, tmp_path: Path) -> None:
    yes = shown(ander, file)
    schrijf_kaartbestand(file, generate_signing_key())
    with pytest.raises(UserError, match="kaartbestand_onbekende_maker"):
        pak_uit(ander, file, vertrouw=yes)
    assert sleutels(ander) == []


def test_from_one_store_to_another(session: Session, ander: Session, file: Path) -> None:
    seen = bekijk(ander, file)
    assert (seen.naam, seen.gemeente_code, seen.herkomst) == ("IJsselstein", "GM0353", Herkomst.ONBEKEND)
    assert not seen.is_vertrouwd
    assert to_iso(seen.gemaakt_op) == MADE_ON
    with pytest.raises(UserError) as caught:
        pak_uit(ander, file)
    assert caught.value.code == "kaartbestand_onbekende_maker"
    assert caught.value.fields["vingerafdruk"] == seen.vingerafdruk
    assert sleutels(ander) == []

    told: list[tuple[int, int]] = []
    sleutel = pak_uit(ander, file, vertrouw=shown(ander, file), progress=lambda *at: told.append(at))
    assert sleutels(ander) == [sleutel]
    assert told[-1][0] == told[-1][1] > 100_000
    assert ("VERZAMELEN", "kaartpakket") in lines(ander)
    assert ("EXPORT", "kaartpakket") in lines(session)
    chosen = kies_kaartpakket(ander, sleutel).kaart
    assert chosen is not None
    assert chosen.basiskaart is not None


def test_a_maker_is_asked_about_once(session: Session, ander: Session, file: Path, tmp_path: Path) -> None:
    pak_uit(ander, file, vertrouw=shown(ander, file))
    map_ = maak_kaartmap(tmp_path / "kaart2", gemaakt_op="2026-11-21T21:00:00.000Z")
    newer = pak_in(session, map_, tmp_path / "k2.boakaart").bestand
    assert bekijk(ander, newer).herkomst is Herkomst.VERTROUWD
    pak_uit(ander, newer)
    stranger = schrijf_kaartbestand(tmp_path / "k3.boakaart", generate_signing_key())
    assert bekijk(ander, stranger).herkomst is Herkomst.ONBEKEND


def test_saying_yes_to_a_file_that_is_damaged_trusts_nobody(ander: Session, file: Path, tmp_path: Path) -> None:
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    bad = tmp_path / "kapot.boakaart"
    bad.write_bytes(content)
    with pytest.raises(UserError, match="kaartbestand_beschadigd"):
        pak_uit(ander, bad, vertrouw=shown(ander, file))
    assert bekijk(ander, file).herkomst is Herkomst.ONBEKEND
    assert not list((ander.store.folder / bewaring.FOLDER).iterdir())


def test_a_store_without_a_centre_signs_with_a_key_of_its_own(session: Session, file: Path) -> None:
    first = tekenaar_van(session)
    assert (tekenaar_van(session), first.maker) == (first, "IJsselstein")
    assert bekijk(session, file).herkomst is Herkomst.EIGEN
    pak_uit(session, file)
    assert sleutels(session) == ["ijsselstein"]


def _enrol(session: Session, kaart_sleutel: str = "") -> str:
    """As a centre would have left it; gives the private key of the device."""
    private = generate_signing_key().prive
    stand = Stand(
        "u", "U", "boa", None, "GM0353", "IJsselstein", 1, 0, 1, 1, to_iso(session.now()), "00" * 32, "00" * 32,
        kaart_sleutel=kaart_sleutel,
    )  # fmt: skip
    session.write(
        lambda w: sync_stand.keep_toestel(w, sync_stand.Toestel("s", "c", "d", private, "00", naam="Tablet 3"))
    )
    session.write(lambda w: sync_stand.keep_stand(w, stand))
    return private


def test_a_device_of_a_centre_signs_as_that_device(session: Session, tmp_path: Path) -> None:
    private = _enrol(session)
    made = pak_in(session, maak_kaartmap(tmp_path / "kaart"), tmp_path / "k.boakaart")
    assert tekenaar_van(session).prive == private
    assert made.maker == "IJsselstein, Tablet 3"
    assert bekijk(session, made.bestand).herkomst is Herkomst.EIGEN


def test_what_the_own_centre_signed_is_taken_without_a_question(ander: Session, tmp_path: Path) -> None:
    centrale = generate_signing_key()
    contents = _contents(maak_kaartmap(tmp_path / "kaart"))
    path = schrijf_kaartbestand(tmp_path / "k.boakaart", centrale, contents)
    assert bekijk(ander, path).herkomst is Herkomst.ONBEKEND
    _enrol(ander, centrale.publiek)
    assert bekijk(ander, path).herkomst is Herkomst.CENTRALE
    pak_uit(ander, path)
    # Another centre later: nobody said yes to the first one.
    _enrol(ander, generate_signing_key().publiek)
    assert bekijk(ander, path).herkomst is Herkomst.ONBEKEND


def _contents(folder: Path) -> dict[str, bytes]:
    names = ["manifest.json", *sorted(path.name for path in folder.iterdir() if path.name != "manifest.json")]
    return {name: (folder / name).read_bytes() for name in names}


def test_an_older_one_takes_the_place_of_a_newer_only_when_asked(
    session: Session, ander: Session, file: Path, tmp_path: Path
) -> None:
    newer = maak_kaartmap(tmp_path / "kaart2", gemaakt_op="2026-12-01T21:00:00.000Z")
    packed = pak_in(session, newer, tmp_path / "k2.boakaart").bestand
    pak_uit(ander, packed, vertrouw=shown(ander, packed))
    assert bekijk(ander, file).is_ouder
    with pytest.raises(UserError, match="kaartbestand_ouder"):
        pak_uit(ander, file)
    assert [info.gemaakt_op for info in lijst_kaartpakketten(ander)] == ["2026-12-01T21:00:00.000Z"]
    pak_uit(ander, file, ook_ouder=True)
    assert [info.gemaakt_op for info in lijst_kaartpakketten(ander)] == [MADE_ON]


def test_the_one_in_use_stays_in_use_until_the_next_start(session: Session, ander: Session, tmp_path: Path) -> None:
    first = pak_in(session, maak_kaartmap(tmp_path / "a", tegels=1), tmp_path / "a.boakaart").bestand
    working = kies_kaartpakket(ander, pak_uit(ander, first, vertrouw=shown(ander, first)))
    assert working.kaart is not None
    in_use = working.kaart.folder
    assert in_use is not None
    second = maak_kaartmap(tmp_path / "b", gemaakt_op="2026-12-01T21:00:00.000Z", tegels=1)
    sleutel = pak_uit(working, pak_in(session, second, tmp_path / "b.boakaart").bestand)
    assert in_use.name != sleutel
    assert load_pakket(in_use, thorough=True) == working.kaart
    ander.close()
    again = open_session(ander.store.folder, PASSPHRASE, load_lijsten(), ander.clock)
    try:
        assert again.kaart is not None
        assert again.kaart.gemaakt_op == "2026-12-01T21:00:00.000Z"
    finally:
        again.close()


def test_a_kill_in_the_middle_leaves_the_loaded_one_and_the_next_succeeds(
    session: Session, ander: Session, tmp_path: Path
) -> None:
    first = pak_in(session, maak_kaartmap(tmp_path / "a"), tmp_path / "a.boakaart").bestand
    kies_kaartpakket(ander, pak_uit(ander, first, vertrouw=shown(ander, first)))
    ander.close()
    newer = maak_kaartmap(tmp_path / "b", gemaakt_op="2026-12-01T21:00:00.000Z", tegels=200)
    large = pak_in(session, newer, tmp_path / "b.boakaart").bestand
    for step in (2, 9):
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests/usecases/kill_uitpakken.py"), str(ander.store.folder), str(large)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert process.stdout is not None
        assert process.stdin is not None
        for _ in range(step):
            assert process.stdout.readline()
            process.stdin.write("\n")
            process.stdin.flush()
        # It says the next one and waits: nothing is certain here but that it is in the middle.
        assert process.stdout.readline()
        process.kill()
        process.communicate(timeout=60)
        again = open_session(ander.store.folder, PASSPHRASE, load_lijsten(), ander.clock)
        try:
            assert again.kaart is not None
            assert again.kaart.gemaakt_op == MADE_ON
            assert [info.problemen for info in lijst_kaartpakketten(again)] == [()]
        finally:
            again.close()
    again = open_session(ander.store.folder, PASSPHRASE, load_lijsten(), ander.clock)
    try:
        pak_uit(again, large)
        names = {path.name for path in (again.store.folder / bewaring.FOLDER).iterdir()}
        assert not [name for name in names if name.startswith(bewaring.BOUW)]
    finally:
        again.close()


def test_a_person_may_stop_it(ander: Session, file: Path) -> None:
    with pytest.raises(UserError, match="kaartbestand_afgebroken"):
        pak_uit(ander, file, vertrouw=shown(ander, file), cancelled=lambda: True)
    assert not list((ander.store.folder / bewaring.FOLDER).iterdir())


def test_no_key_shows_itself(session: Session, file: Path) -> None:
    private = tekenaar_van(session).prive
    assert signing_public_of(private).encode() in file.read_bytes()
    assert private.encode() not in file.read_bytes()
    assert private not in repr(tekenaar_van(session)) + repr(bekijk(session, file))
