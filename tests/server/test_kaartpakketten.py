"""What a centre takes in as kaartpakket, under whose signature it keeps it, and what a kill or a full disk leaves."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.server import audit, kaartpakketten, toestellen
from boa_app.server.audit import MACHINE
from boa_app.server.backend import Backend
from boa_app.server.kaartpakketten import Kaartenmap, haal_weg, kaartsleutel, publieke_kaartsleutel, zet
from boa_app.sync.kaartbestand import SUFFIX, Kaartkop, read_kop, vingerafdruk
from boa_app.vault.zegel import generate_signing_key, verify
from tests.centrale import Centrale, maak_centrale, open_centrale
from tests.kaartbestanden import BYTES, MAKER, schrijf_kaartbestand
from tests.server.wereld import NU


@pytest.fixture
def centrale(tmp_path: Path) -> Iterator[Centrale]:
    with open_centrale(tmp_path / "centrale", lambda: NU) as made:
        yield made


@pytest.fixture
def kaarten(centrale: Centrale, tmp_path: Path) -> Kaartenmap:
    return Kaartenmap(tmp_path / "kaarten", lambda: publieke_kaartsleutel(centrale.db))


def put(centrale: Centrale, kaarten: Kaartenmap, path: Path, vertrouw: str = "") -> Kaartkop:
    with path.open("rb") as file:
        return zet(centrale.db, kaarten, file, NU, vertrouw)


def trusted(centrale: Centrale, kaarten: Kaartenmap, path: Path) -> Kaartkop:
    return put(centrale, kaarten, path, vingerafdruk(MAKER.publiek))


def test_the_key_of_a_centre_is_made_once(backend: Backend, tmp_path: Path) -> None:
    """Over both back ends, in the rights of the service."""
    db = maak_centrale(backend, tmp_path, lambda: NU).db
    assert publieke_kaartsleutel(db) == ""
    first = kaartsleutel(db)
    assert kaartsleutel(db) == first
    assert publieke_kaartsleutel(db) == first.publiek
    assert first.prive not in repr(first)


def test_what_a_device_of_the_centre_made_is_taken_and_signed_anew(
    centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path
) -> None:
    path = schrijf_kaartbestand(tmp_path / "k.boakaart", centrale.toestel().teken)
    made = put(centrale, kaarten, path)
    kept, kop = kaarten.vind(made.id)
    assert kop == made
    assert made.inhoud.ondertekenaar == publieke_kaartsleutel(centrale.db)
    with kept.open("rb") as file:
        assert read_kop(file, verify) == made
        assert file.read() == b"".join(BYTES.values())
    assert (kaarten.kapot(), [one.id for one in kaarten.lijst()]) == ((), [made.id])
    lines = [line for line in audit.lines(centrale.db) if line["object_type"] == "kaartpakket"]
    assert [(line["actie"], line["object_id"]) for line in lines] == [("VERZAMELEN", made.id)]


def test_twice_is_harmless_and_its_own_file_is_taken(centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path) -> None:
    made = trusted(centrale, kaarten, schrijf_kaartbestand(tmp_path / "k.boakaart"))
    assert trusted(centrale, kaarten, tmp_path / "k.boakaart") == made
    assert put(centrale, kaarten, kaarten.vind(made.id)[0]) == made
    assert len(kaarten.lijst()) == 1


def test_an_unknown_maker_is_named_and_taken_only_on_his_fingerprint(
    centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path
) -> None:
    path = schrijf_kaartbestand(tmp_path / "k.boakaart")
    with pytest.raises(UserError) as caught:
        put(centrale, kaarten, path)
    assert caught.value.code == "kaartbestand_onbekende_maker"
    shown = str(caught.value.fields["vingerafdruk"])
    with pytest.raises(UserError, match="onbekende_maker"):
        put(centrale, kaarten, path, vingerafdruk(generate_signing_key().publiek))
    assert kaarten.lijst() == ()
    put(centrale, kaarten, path, shown.upper())
    assert len(kaarten.lijst()) == 1


def test_a_revoked_device_is_an_unknown_maker(centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path) -> None:
    toestel = centrale.toestel()
    path = schrijf_kaartbestand(tmp_path / "k.boakaart", toestel.teken)
    with centrale.db.transaction():
        toestellen.trek_in(centrale.db, toestel.device, "kwijt", MACHINE, NU)
    with pytest.raises(UserError, match="kaartbestand_onbekende_maker"):
        put(centrale, kaarten, path)


def test_of_another_municipality_is_refused(centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path) -> None:
    path = schrijf_kaartbestand(tmp_path / "k.boakaart", gemeente_code="GM0344")
    with pytest.raises(UserError) as caught:
        trusted(centrale, kaarten, path)
    assert caught.value.fields == {"gemeente": "GM0344", "verwacht": "GM0353"}


@pytest.mark.parametrize("place", [-1, -2_000_000, 200])
def test_a_changed_byte_leaves_nothing(centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path, place: int) -> None:
    path = schrijf_kaartbestand(tmp_path / "k.boakaart")
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    with pytest.raises(UserError, match="kaartbestand_beschadigd"):
        trusted(centrale, kaarten, path)
    assert not [one for one in (tmp_path / "kaarten").glob("*") if one.name != "slot"]


def test_the_newest_is_what_devices_are_told_of(centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path) -> None:
    assert kaarten.nieuwste() is None
    days = ("2026-11-20T21:00:00.000Z", "2026-11-22T21:00:00.000Z", "2026-11-21T21:00:00.000Z")
    for day in days:
        trusted(centrale, kaarten, schrijf_kaartbestand(tmp_path / "k.boakaart", gemaakt_op=day))
    found = kaarten.nieuwste()
    assert found is not None
    assert (found.gemaakt_op, found.gemeente_code, found.maker) == (days[1], "GM0353", "IJsselstein, Laptop")
    assert found.bytes == kaarten.vind(found.id)[0].stat().st_size
    assert [kop.inhoud.gemaakt_op for kop in kaarten.lijst()] == [days[1], days[2], days[0]]


def test_what_was_removed_is_gone_at_once(centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path) -> None:
    made = trusted(centrale, kaarten, schrijf_kaartbestand(tmp_path / "k.boakaart"))
    haal_weg(centrale.db, kaarten, made.id, NU)
    assert kaarten.lijst() == ()
    with pytest.raises(UserError, match="kaart_onbekend"):
        haal_weg(centrale.db, kaarten, made.id, NU)


@pytest.mark.parametrize("name", ["../geheim", "", "A" * 64, "a" * 63, "slot"])
def test_a_name_that_is_no_sum_finds_nothing(kaarten: Kaartenmap, name: str) -> None:
    with pytest.raises(UserError, match="kaart_onbekend"):
        kaarten.vind(name)


def test_files_put_there_by_hand_are_not_served(centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path) -> None:
    """Signed by somebody else, cut short, under another name, or nothing at all."""
    made = trusted(centrale, kaarten, schrijf_kaartbestand(tmp_path / "k.boakaart"))
    folder = tmp_path / "kaarten"
    good = kaarten.vind(made.id)[0]
    schrijf_kaartbestand(folder / f"{'b' * 64}{SUFFIX}")
    (folder / f"{'c' * 64}{SUFFIX}").write_bytes(good.read_bytes())
    (folder / f"los{SUFFIX}").write_bytes(b"")
    assert [kop.id for kop in kaarten.lijst()] == [made.id]
    assert len(kaarten.kapot()) == 3
    with good.open("rb+") as file:
        file.truncate(made.bytes - 1)
    assert kaarten.lijst() == ()


def test_a_kill_while_taking_in_leaves_what_the_next_sweeps(
    centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path
) -> None:
    folder = tmp_path / "kaarten"
    folder.mkdir()
    (folder / "half.nieuw").write_bytes(b"BOAK")
    assert kaarten.lijst() == ()
    trusted(centrale, kaarten, schrijf_kaartbestand(tmp_path / "k.boakaart"))
    assert sorted(path.suffix for path in folder.iterdir()) == ["", SUFFIX]


def test_a_full_disk_is_told_before_anything_is_written(
    centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = kaartpakketten.shutil.disk_usage(tmp_path)
    monkeypatch.setattr(kaartpakketten.shutil, "disk_usage", lambda _: replace_free(usage, 1000))
    with pytest.raises(EnvironmentProblem) as caught:
        trusted(centrale, kaarten, schrijf_kaartbestand(tmp_path / "k.boakaart"))
    assert (caught.value.code, caught.value.fields) == ("kaartbestand_schijf_vol", {"nodig_mb": 2})


def replace_free(usage: object, free: int) -> object:
    total, used, _ = usage  # type: ignore[misc]
    return type(usage)(total, used, free)  # type: ignore[call-arg]


def test_a_disk_that_fills_up_on_the_way_leaves_nothing(
    centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: BinaryIO, kop: Kaartkop, target: object, told: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(kaartpakketten, "copy_delen", full)
    with pytest.raises(EnvironmentProblem, match="kaartbestand_schijf_vol"):
        trusted(centrale, kaarten, schrijf_kaartbestand(tmp_path / "k.boakaart"))
    assert [path.name for path in (tmp_path / "kaarten").iterdir()] == ["slot"]


def test_no_more_than_so_many_are_kept(
    centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kaartpakketten, "MAX_PAKKETTEN", 1)
    trusted(centrale, kaarten, schrijf_kaartbestand(tmp_path / "k.boakaart"))
    with pytest.raises(UserError, match="kaart_te_veel"):
        trusted(centrale, kaarten, schrijf_kaartbestand(tmp_path / "k.boakaart", naam="Nog een"))


def test_a_header_is_read_once_for_each_file(
    centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every device asks for its stand at every round."""
    trusted(centrale, kaarten, schrijf_kaartbestand(tmp_path / "k.boakaart"))
    kaarten.nieuwste()
    read: list[bytes] = []
    monkeypatch.setattr(kaartpakketten, "read_kop", lambda source, _: read.append(source.read()))
    assert kaarten.nieuwste() is not None
    assert read == []


def test_a_stick_that_is_pulled_out_is_told(centrale: Centrale, kaarten: Kaartenmap, tmp_path: Path) -> None:
    content = schrijf_kaartbestand(tmp_path / "k.boakaart").read_bytes()

    class Pulled(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() > 100_000:
                raise OSError(5, "gone")
            return super().read(size)

    with pytest.raises(UserError, match="kaartbestand_onleesbaar"):
        zet(centrale.db, kaarten, Pulled(content), NU, vingerafdruk(MAKER.publiek))
    assert kaarten.lijst() == ()
