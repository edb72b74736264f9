"""The list of kaartpakketten beside a store, choosing, removing and checking; a damaged one changes nothing in use."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.domain.roles import Rol
from boa_app.mapdata.bewaring import FOLDER, OUD
from boa_app.mapdata.pakket import load_pakket, write_pakket
from boa_app.usecases.kaart import kaart_lagen
from boa_app.usecases.kaartpakketbouw import Wens, maak_kaartpakket
from boa_app.usecases.kaartpakketten import (
    controleer_kaartpakket,
    kies_kaartpakket,
    lijst_kaartpakketten,
    verwijder_kaartpakket,
)
from boa_app.usecases.opening import load_kaart, open_session
from boa_app.usecases.session import Session
from tests.kaartbronnen import write_adressen, write_buurten, write_osm, write_tegels
from tests.samples import PASSPHRASE, SetClock, as_role, load_lijsten, small_kaart

PARTS = {
    "omtrek": "omtrek.geojson", "buurten": "buurten.geojson", "straten": "netwerk.straten",
    "adressen": "adressen.sqlite", "vlakken": "vlakken.geojson", "basiskaart": "basiskaart.mbtiles",
}  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kaartpakket with every kind of part; copied, never changed."""
    folder = tmp_path_factory.mktemp("kaart")
    wens = Wens(
        naam="Tweede", osm=write_osm(folder / "a.osm"), buurten=write_buurten(folder / "b.geojson"),
        tegels=write_tegels(folder / "c.mbtiles"), adressen=write_adressen(folder / "d.csv"),
    )  # fmt: skip
    maak_kaartpakket(folder / "pakket", wens, progress=lambda _: None, cancelled=lambda: False)
    return folder / "pakket"


@pytest.fixture
def second(session: Session, whole: Path) -> Path:
    """That kaartpakket beside the store."""
    folder = session.store.folder / FOLDER / "tweede"
    folder.mkdir(parents=True)
    for path in whole.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def damage_in(folder: Path, part: str, damage: str) -> None:
    path = folder / PARTS[part]
    content = path.read_bytes()
    if damage == "weg":
        path.unlink()
    elif damage == "map":
        path.unlink()
        path.mkdir()
    else:
        changed = {
            "leeg": b"",
            "afgekapt": content[:-7],
            "langer": content + b"\n",
            "vreemd": b"\x89PNG" + bytes(len(content) - 4),
            "omgedraaid": content[:200] + bytes([content[200] ^ 255]) + content[201:],
        }
        path.write_bytes(changed[damage])


def test_the_list_says_what_is_there_how_old_and_how_large(session: Session, second: Path, clock: SetClock) -> None:
    clock.forward(days=30)
    (info,) = lijst_kaartpakketten(session)
    assert (info.sleutel, info.naam, info.gemeente, info.actief, info.problemen) == (
        "tweede",
        "Tweede",
        "GM0353",
        True,
        (),
    )
    assert info.grootte_bytes == sum(path.stat().st_size for path in second.iterdir())
    delen = {deel.naam: deel for deel in info.onderdelen}
    assert delen["adressen"].aantal == 3 and delen["buurten"].stand == "2024"
    assert delen["buurten"].leeftijd_dagen is None, "a year has no age in days"
    assert info.ontbreekt == ("wijken", "plekken", "gebieden")
    assert "© Proefkaart" in info.attributie and info.waarschuwingen


def test_choosing_gives_a_new_session_on_the_same_store_and_holds_at_the_next_start(
    session: Session, second: Path, clock: SetClock
) -> None:
    write_pakket(session.store.folder / OUD, small_kaart())
    chosen = kies_kaartpakket(session, "tweede")
    assert chosen.store is session.store and chosen.tegels is not session.tegels
    assert chosen.kaart is not None and chosen.kaart.naam == "Tweede"
    assert chosen.plaatsen.here(5.003, 52.0101).straat == "Zeemanlaan"
    assert kaart_lagen(chosen).basiskaart is not None
    session.close()
    again = open_session(session.store.folder, PASSPHRASE, load_lijsten(), clock)
    assert again.kaart is not None and again.kaart.naam == "Tweede" and again.kaart_probleem is None
    assert [info.sleutel for info in lijst_kaartpakketten(again)] == ["tweede", OUD]
    back = kies_kaartpakket(again, OUD)
    assert back.kaart is not None and back.kaart.straten == small_kaart().straten
    again.close()


@pytest.mark.parametrize("damage", ["leeg", "afgekapt", "langer", "vreemd", "omgedraaid", "weg", "map"])
@pytest.mark.parametrize("part", PARTS)
def test_a_damaged_one_cannot_be_chosen_and_the_one_in_use_stays(
    session: Session, second: Path, part: str, damage: str
) -> None:
    write_pakket(session.store.folder / OUD, small_kaart())
    used = kies_kaartpakket(session, OUD)
    damage_in(second, part, damage)
    with pytest.raises(EnvironmentProblem) as caught:
        kies_kaartpakket(used, "tweede")
    assert (caught.value.code, caught.value.fields) == ("kaartpakket_beschadigd", {"onderdeel": part})
    assert load_kaart(session.store.folder)[0] == small_kaart(), "also after a start"
    found = controleer_kaartpakket(second)
    assert [problem.fields for problem in found.bevindingen] == [{"onderdeel": part}]
    listed = {info.sleutel: info for info in lijst_kaartpakketten(used)}
    # Reading every byte is for a check; sizes tell the rest.
    assert bool(listed["tweede"].problemen) == (damage not in ("vreemd", "omgedraaid"))
    assert listed[OUD].problemen == ()


@pytest.mark.parametrize("part", PARTS)
def test_at_a_start_what_is_whole_of_a_damaged_one_is_used(session: Session, second: Path, part: str) -> None:
    damage_in(second, part, "afgekapt")
    kaart, problem = load_kaart(session.store.folder)
    assert problem is not None and problem.fields == {"onderdeel": part}
    assert kaart is not None
    there = {
        "omtrek": kaart.omtrek, "buurten": kaart.buurten, "straten": kaart.netwerk and kaart.straten,
        "adressen": kaart.adressen, "vlakken": kaart.vlakken, "basiskaart": kaart.basiskaart,
    }  # fmt: skip
    assert [name for name, value in there.items() if not value] == [part]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"versie": 2}', b"\0" * 300, b"[" * 100_000, b'{"versie": 99}']
)
def test_without_a_manifest_that_can_be_read_there_is_none(session: Session, second: Path, content: bytes) -> None:
    (second / "manifest.json").write_bytes(content)
    kaart, problem = load_kaart(session.store.folder)
    assert kaart is None and problem is not None
    (info,) = lijst_kaartpakketten(session)
    assert info.naam == "tweede" and [one.code for one in info.problemen] == [problem.code]
    with pytest.raises(BoaError):
        kies_kaartpakket(session, "tweede")
    assert controleer_kaartpakket(second).manifest is None


def test_a_manifest_that_points_elsewhere_takes_nothing_from_there(session: Session, second: Path) -> None:
    manifest = json.loads((second / "manifest.json").read_text(encoding="utf-8"))
    manifest["onderdelen"]["buurten"]["bestand"] = "../../boa.db"
    (second / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(EnvironmentProblem) as caught:
        kies_kaartpakket(session, "tweede")
    assert caught.value.fields == {"onderdeel": "manifest.json"}


def test_a_whole_one_has_nothing_to_report(second: Path) -> None:
    found = controleer_kaartpakket(second)
    assert found.bevindingen == () and found.manifest is not None and found.manifest.naam == "Tweede"


def test_removing_is_for_what_is_not_in_use(session: Session, second: Path) -> None:
    write_pakket(session.store.folder / OUD, small_kaart())
    used = kies_kaartpakket(session, "tweede")
    with pytest.raises(UserError, match="kaartpakket_actief"):
        verwijder_kaartpakket(used, "tweede")
    assert load_pakket(second).naam == "Tweede"
    other = kies_kaartpakket(used, OUD)
    verwijder_kaartpakket(other, "tweede")
    assert not second.exists() and [info.sleutel for info in lijst_kaartpakketten(other)] == [OUD]
    with pytest.raises(UserError, match="kaartpakket_onbekend"):
        verwijder_kaartpakket(other, "tweede")


def test_what_this_window_still_shows_is_not_removed_either(session: Session, second: Path) -> None:
    write_pakket(session.store.folder / OUD, small_kaart())
    used = kies_kaartpakket(session, "tweede")
    kies_kaartpakket(session, OUD)
    with pytest.raises(UserError, match="kaartpakket_actief"):
        verwijder_kaartpakket(used, "tweede")


@pytest.mark.parametrize("rol", Rol)
def test_everybody_who_may_open_the_store_may_choose_its_map(session: Session, second: Path, rol: Rol) -> None:
    chosen = kies_kaartpakket(as_role(session, rol), "tweede")
    assert chosen.actor.rol is rol and chosen.kaart is not None


def test_an_example_is_marked(session: Session) -> None:
    write_pakket(session.store.folder / OUD, small_kaart())
    write_pakket(session.store.folder / FOLDER / "echt", replace(small_kaart(), voorbeeld=False))
    assert {info.sleutel: info.voorbeeld for info in lijst_kaartpakketten(session)} == {OUD: True, "echt": False}
