"""Making a kaartpakket: of files, stopped and gone on with, beside a store, and when sources are no good."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.mapdata.bewaring import FOLDER
from boa_app.mapdata.pakket import load_pakket, write_pakket
from boa_app.texts.catalogue import ERRORS
from boa_app.usecases.kaartpakketbouw import (
    Gemaakt,
    Onderbroken,
    Voortgang,
    Wens,
    gooi_onderbroken_weg,
    lijst_onderbroken,
    maak_in_opslag,
    maak_kaartpakket,
    schat_kaartpakket,
)
from boa_app.usecases.kaartpakketten import kies_kaartpakket, lijst_kaartpakketten
from boa_app.usecases.session import Session
from tests.kaartbronnen import write_adressen, write_buurten, write_gebieden, write_osm, write_tegels
from tests.samples import SetClock, small_kaart

SLOTS = ("osm", "buurten", "tegels", "adressen", "gebieden")
STEP_OF = {"osm": "straten", "buurten": "grenzen", "tegels": "basiskaart"}
WRITERS = {
    "osm": write_osm, "buurten": write_buurten, "tegels": write_tegels, "adressen": write_adressen,
    "gebieden": write_gebieden,
}  # fmt: skip
NAMES = {"osm": "a.osm", "buurten": "b.geojson", "tegels": "c.mbtiles", "adressen": "d.csv", "gebieden": "e.geojson"}


@pytest.fixture
def wens(tmp_path: Path) -> Wens:
    folder = tmp_path / "bronnen"
    folder.mkdir()
    return Wens(**{slot: WRITERS[slot](folder / NAMES[slot]) for slot in SLOTS})


def make(target: Path, wens: Wens, **options: Any) -> Gemaakt:
    options = {"progress": lambda _: None, "cancelled": lambda: False} | options
    return maak_kaartpakket(target, wens, **options)


def test_of_files_comes_a_kaartpakket_with_every_part(tmp_path: Path, wens: Wens) -> None:
    steps: list[Voortgang] = []
    made = make(tmp_path / "kaart", wens, progress=steps.append)
    assert made.mislukt == () and made.manifest.waarschuwingen[-1].code == "basiskaart_verbeterd"
    kaart = load_pakket(tmp_path / "kaart", thorough=True)
    assert (kaart.naam, kaart.gemeente_code, kaart.jaar) == ("IJsselstein", "GM0353", 2024)
    assert [buurt.naam for buurt in kaart.buurten] == ["West", "Oost"]
    assert [straat.naam for straat in kaart.straten] == ["'t Hofje", "Dorpsstraat", "Zeemanlaan"]
    assert [vlak.naam for vlak in kaart.vlakken] == ["Plas"]
    assert [(gebied.naam, gebied.soort) for gebied in kaart.gebieden] == [("Centrum", "VERBOD")]
    assert kaart.adressen and kaart.basiskaart and kaart.netwerk
    parts = made.manifest.onderdelen
    assert parts["adressen"].aantal == 3, "the fourth lies outside"
    assert parts["buurten"].stand == "2024"
    assert made.manifest.ontbreekt == ("wijken", "plekken")
    assert made.manifest.attributie == "© CBS, © Kadaster | BAG: Kadaster | © OpenStreetMap-auteurs | © Proefkaart"
    assert made.manifest.grens == (5.0, 52.0, 5.04, 52.02)
    done = [step.onderdeel for step in steps if step.tekstcode == "klaar"]
    assert done == ["grenzen", "adressen", "straten", "basiskaart", "gebieden", "controle"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bronnen", "kaart"], "nothing is left beside it"


def test_of_openstreetmap_alone_come_its_addresses_too(tmp_path: Path, wens: Wens) -> None:
    made = make(tmp_path / "kaart", Wens(osm=wens.osm))
    assert set(made.manifest.onderdelen) == {"straten", "adressen", "vlakken"}
    assert made.manifest.naam == "A", "named after the file when nothing else has a name"
    assert set(made.manifest.ontbreekt) == {"omtrek", "wijken", "buurten", "plekken", "gebieden", "basiskaart"}


def test_better_addresses_win_over_those_of_openstreetmap(tmp_path: Path, wens: Wens) -> None:
    made = make(tmp_path / "kaart", Wens(osm=wens.osm, adressen=wens.adressen))
    bronnen = {bron.naam: bron.onderdelen for bron in made.manifest.bronnen}
    assert bronnen["OpenStreetMap"] == ("straten", "vlakken")
    assert made.manifest.onderdelen["adressen"].aantal == 4, "without borders nothing lies outside"


def test_when_the_better_ones_fail_those_of_openstreetmap_are_there(tmp_path: Path, wens: Wens) -> None:
    assert wens.adressen is not None
    wens.adressen.write_bytes(b"%PDF-1.7 geen tabel\0\0")
    made = make(tmp_path / "kaart", Wens(osm=wens.osm, adressen=wens.adressen))
    assert made.manifest.onderdelen["adressen"].aantal == 3
    assert [one.onderdeel for one in made.mislukt] == ["adressen"]


@pytest.mark.parametrize("wens", [Wens(), Wens(gemeente="GM0353", naam="x"), Wens(online=True)])
def test_nothing_asked_is_told(tmp_path: Path, wens: Wens) -> None:
    with pytest.raises(UserError, match="kaartpakket_niets_gevraagd"):
        make(tmp_path / "kaart", wens)
    assert list(tmp_path.iterdir()) == []


def test_parts_that_do_not_meet_are_kept_with_a_warning(tmp_path: Path, wens: Wens) -> None:
    far = write_osm(tmp_path / "ver.osm", move_deg=1.0)
    tiles = write_tegels(tmp_path / "ver.mbtiles", x=9000)
    made = make(tmp_path / "kaart", replace(wens, osm=far, tegels=tiles))
    told = [one.velden for one in made.manifest.waarschuwingen if one.code == "onderdeel_elders"]
    assert told == [{"onderdeel": "straten", "ander": "omtrek"}, {"onderdeel": "basiskaart", "ander": "omtrek"}]
    assert len(load_pakket(tmp_path / "kaart").straten) == 3


def test_buurten_of_another_gemeente_are_told(tmp_path: Path, wens: Wens) -> None:
    other = write_buurten(tmp_path / "ander.geojson", "GM0321")
    made = make(tmp_path / "kaart", replace(wens, buurten=other, gemeente=""))
    assert made.manifest.gemeente_code == "GM0321"
    made = make(tmp_path / "kaart2", Wens(buurten=other, osm=wens.osm, gemeente="GM0353"))
    assert [(one.onderdeel, one.code) for one in made.mislukt] == [("grenzen", "grenzen_gemeente_ontbreekt")]
    assert "buurten" in made.manifest.ontbreekt and "straten" in made.manifest.onderdelen


def damaged(path: Path, damage: str, others: list[Path]) -> None:
    whole = path.read_bytes()
    content = {
        "leeg": b"",
        "afgekapt": whole[: len(whole) // 2],
        "kapot": whole[: len(whole) // 3] + bytes(len(whole) // 3) + whole[2 * len(whole) // 3 :],
        "vreemd": b"\x89PNG\r\n\x1a\n" + b"\0" * 5000,
        "tekst": b"Geachte heer, hierbij de kaart.\n" * 50,
        "nullen": bytes(50_000),
        "haakjes": b"[" * 200_000,
        "ander": others[0].read_bytes(),
    }
    if damage in content:
        path.write_bytes(content[damage])
    else:
        path.unlink()
        if damage == "map":
            path.mkdir()


@pytest.mark.parametrize(
    "damage", ["leeg", "afgekapt", "kapot", "vreemd", "tekst", "nullen", "haakjes", "ander", "weg", "map"]
)
@pytest.mark.parametrize("slot", SLOTS)
def test_a_bad_file_in_any_slot_is_told_and_harms_nothing_else(
    tmp_path: Path, wens: Wens, slot: str, damage: str
) -> None:
    """Every slot, every damage: a sentence of our own, the other parts made, the kaartpakket in use untouched."""
    used = tmp_path / "kaart"
    make(used, wens)
    before = {path.name: path.read_bytes() for path in used.iterdir()}
    path, good = getattr(wens, slot), "buurten" if slot == "osm" else "osm"
    damaged(path, damage, [getattr(wens, "tegels" if slot != "tegels" else "osm")])
    with pytest.raises(BoaError) as caught:
        made = make(used, Wens(**{slot: path}))
        # Half a table is a table; then it must at least be one that works.
        assert (slot, damage) in (("adressen", "afgekapt"), ("adressen", "kapot")), made
        load_pakket(used, thorough=True)
        raise UserError("adressen_leeg", bestand=path.name)
    assert caught.value.code in ERRORS, caught.value.code
    if (slot, damage) not in (("adressen", "afgekapt"), ("adressen", "kapot")):
        assert {path.name: path.read_bytes() for path in used.iterdir()} == before
        both = make(tmp_path / "tweede", Wens(**{slot: path, good: getattr(wens, good)}))
        assert [one.onderdeel for one in both.mislukt] == [STEP_OF.get(slot, slot)]
        assert both.mislukt[0].code == caught.value.code
        assert load_pakket(tmp_path / "tweede", thorough=True).netwerk or good == "buurten"


def test_when_nothing_at_all_succeeds_that_is_told(tmp_path: Path, wens: Wens) -> None:
    for path in (wens.osm, wens.tegels):
        assert path is not None
        path.write_bytes(b"niets")
    with pytest.raises(UserError, match="kaartpakket_leeg"):
        make(tmp_path / "kaart", Wens(osm=wens.osm, tegels=wens.tegels))
    assert [path.name for path in tmp_path.iterdir()] == ["bronnen"]


def test_a_part_that_fails_is_taken_over_from_the_one_that_is_replaced(tmp_path: Path, wens: Wens) -> None:
    first = make(tmp_path / "kaart", wens)
    assert wens.tegels is not None
    wens.tegels.write_bytes(b"kapot")
    made = make(tmp_path / "kaart", wens)
    assert made.manifest.onderdelen["basiskaart"] == first.manifest.onderdelen["basiskaart"]
    assert {"basiskaart": "© Proefkaart"}.items() <= {
        bron.naam: bron.attributie for bron in made.manifest.bronnen
    }.items()
    codes = [one.code for one in made.manifest.waarschuwingen]
    assert codes[-1] == "onderdeel_van_vorige" and "tegels_vreemd" in codes
    assert load_pakket(tmp_path / "kaart", thorough=True).basiskaart is not None


class StopAt:
    """A person who presses stop when a step begins."""

    def __init__(self, onderdeel: str) -> None:
        self.onderdeel, self.stopped = onderdeel, False
        self.seen: list[Voortgang] = []

    def progress(self, step: Voortgang) -> None:
        self.seen.append(step)
        self.stopped = self.stopped or step.onderdeel == self.onderdeel

    def cancelled(self) -> bool:
        return self.stopped


@pytest.mark.parametrize("at", ["grenzen", "adressen", "straten", "basiskaart", "controle"])
def test_stopped_anywhere_it_goes_on_where_it_was(tmp_path: Path, wens: Wens, at: str) -> None:
    write_pakket(tmp_path / "kaart", small_kaart())
    stop = StopAt(at)
    with pytest.raises(UserError, match="afgebroken"):
        make(tmp_path / "kaart", wens, progress=stop.progress, cancelled=stop.cancelled)
    assert load_pakket(tmp_path / "kaart") == small_kaart(), "what was there still is"
    seen: list[Voortgang] = []
    made = make(tmp_path / "kaart", wens, progress=seen.append)
    done = {step.onderdeel for step in stop.seen if step.tekstcode == "klaar"}
    assert {step.onderdeel for step in seen if step.tekstcode == "eerder_klaar"} == done
    assert made.mislukt == () and load_pakket(tmp_path / "kaart", thorough=True).naam == "IJsselstein"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bronnen", "kaart"]


def test_killed_in_the_middle_it_goes_on_and_another_file_is_read_anew(tmp_path: Path, wens: Wens) -> None:
    def die(step: Voortgang) -> None:
        if step.onderdeel == "basiskaart":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "kaart", wens, progress=die)
    assert wens.osm is not None
    write_osm(wens.osm, move_deg=0.0001)
    seen: list[Voortgang] = []
    make(tmp_path / "kaart", wens, progress=seen.append)
    kept = [step.onderdeel for step in seen if step.tekstcode == "eerder_klaar"]
    assert kept == ["grenzen", "adressen"], "the streets come of a file that changed"


def test_other_borders_cut_everything_anew(tmp_path: Path, wens: Wens) -> None:
    stop = StopAt("basiskaart")
    with pytest.raises(UserError):
        make(tmp_path / "kaart", wens, progress=stop.progress, cancelled=stop.cancelled)
    text = json.loads(wens.buurten.read_text(encoding="utf-8")) if wens.buurten else {}
    text["features"].pop()
    assert wens.buurten is not None
    wens.buurten.write_text(json.dumps(text), encoding="utf-8")
    seen: list[Voortgang] = []
    make(tmp_path / "kaart", wens, progress=seen.append)
    assert not [step for step in seen if step.tekstcode == "eerder_klaar"]


def test_two_at_once_do_not_write_through_one_another(tmp_path: Path, wens: Wens) -> None:
    refused: list[str] = []

    def again(step: Voortgang) -> None:
        if step.onderdeel == "straten" and not refused:
            with pytest.raises(UserError) as caught:
                make(tmp_path / "kaart", wens)
            refused.append(caught.value.code)

    make(tmp_path / "kaart", wens, progress=again)
    assert refused == ["kaartpakket_wordt_gemaakt"]


def test_a_folder_with_other_things_is_refused_before_anything_is_read(tmp_path: Path, wens: Wens) -> None:
    with pytest.raises(UserError, match="kaartpakket_map_vol"):
        make(tmp_path / "bronnen", wens)
    assert len(list((tmp_path / "bronnen").iterdir())) == len(SLOTS)


def in_store(session: Session, wens: Wens, **options: Any) -> Gemaakt:
    options = {"progress": lambda _: None, "cancelled": lambda: False} | options
    return maak_in_opslag(session, wens, **options)


def test_beside_a_store_the_first_is_in_use_and_a_new_one_takes_its_place(session: Session, wens: Wens) -> None:
    first = in_store(session, wens)
    assert (first.sleutel, first.map) == ("ijsselstein", session.store.folder / FOLDER / "ijsselstein")
    with_map = kies_kaartpakket(session, first.sleutel)
    assert with_map.kaart is not None and with_map.kaart.netwerk is not None
    second = in_store(with_map, wens)
    assert second.sleutel == "ijsselstein-2"
    assert load_pakket(first.map).naam == "IJsselstein", "in use until somebody chooses or the next start"
    assert [(info.sleutel, info.actief) for info in lijst_kaartpakketten(session)] == [("ijsselstein-2", True)]


def test_what_was_stopped_beside_a_store_is_listed_and_can_be_given_up(session: Session, wens: Wens) -> None:
    stop = StopAt("basiskaart")
    with pytest.raises(UserError, match="afgebroken"):
        in_store(session, wens, progress=stop.progress, cancelled=stop.cancelled)
    (one,) = lijst_onderbroken(session)
    assert one == Onderbroken(one.sleutel, wens, ("grenzen", "adressen", "straten"), one.begonnen_op)
    assert in_store(session, one.wens).mislukt == ()
    assert lijst_onderbroken(session) == ()
    stop = StopAt("straten")
    with pytest.raises(UserError):
        in_store(session, wens, progress=stop.progress, cancelled=stop.cancelled)
    gooi_onderbroken_weg(session, lijst_onderbroken(session)[0].sleutel)
    assert lijst_onderbroken(session) == ()
    with pytest.raises(UserError, match="kaartpakket_onbekend"):
        gooi_onderbroken_weg(session, one.sleutel)


def test_the_size_of_files_is_what_they_weigh(wens: Wens) -> None:
    found = schat_kaartpakket(wens, cancelled=lambda: False)
    assert wens.tegels is not None
    assert found.onderdelen["basiskaart"].bytes == wens.tegels.stat().st_size
    assert found.bytes == sum(part.bytes for part in found.onderdelen.values()) and found.seconden == 0


def test_a_disk_that_is_full_ends_it_and_says_so(tmp_path: Path, wens: Wens, monkeypatch: pytest.MonkeyPatch) -> None:
    free: Callable[[Path], Any] = lambda _: type("Usage", (), {"free": 10})()  # noqa: E731
    monkeypatch.setattr("boa_app.mapdata.bouwstappen.shutil.disk_usage", free)
    with pytest.raises(EnvironmentProblem, match="schijf_vol"):
        make(tmp_path / "kaart", wens)
    assert not (tmp_path / "kaart").exists()


def test_the_clock_of_the_store_dates_the_kaartpakket(session: Session, wens: Wens, clock: SetClock) -> None:
    made = in_store(session, Wens(buurten=wens.buurten))
    assert made.manifest.gemaakt_op == "2026-11-20T20:42:00.000Z"
    clock.forward(days=12)
    (info,) = lijst_kaartpakketten(session)
    assert info.leeftijd_dagen == 12
