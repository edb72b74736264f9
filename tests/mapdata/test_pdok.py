"""Every part of PDOK against every way a service or a line can fail, on real sockets."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.mapdata import pdok_bladen
from tests.pdokdata import GEMEENTE
from tests.pdokproef import DELEN, Proef, pdokdata, proef, read_data
from tests.pdokserver import Pdokserver

__all__ = ["pdokdata", "proef"]
ROOT = Path(__file__).resolve().parents[2]
SHORT_S = 0.3

# What is said of each fault, in text and in binary parts.
FAULTS: dict[tuple[str, str], tuple[str, str]] = {
    ("500", ""): ("pdok_fout", "pdok_fout"),
    ("429", "2"): ("pdok_druk", "pdok_druk"),
    ("429", "9999"): ("pdok_druk", "pdok_druk"),
    ("503", ""): ("pdok_druk", "pdok_druk"),
    ("403", ""): ("pdok_fout", "pdok_fout"),
    ("knip", "40"): ("pdok_verbroken", "pdok_verbroken"),
    ("html", ""): ("pdok_onleesbaar", "pdok_onleesbaar"),
    ("leeg", ""): ("pdok_onleesbaar", "pdok_onleesbaar"),
    ("geenjson", ""): ("pdok_onleesbaar", "pdok_onleesbaar"),
    ("diep", ""): ("pdok_onleesbaar", "pdok_onleesbaar"),
    ("zstd", ""): ("pdok_onleesbaar", "pdok_onleesbaar"),
    ("gzipbom", ""): ("pdok_te_groot", ""),
    ("groot", ""): ("pdok_te_groot", ""),
    ("elders", "https://example.org/x"): ("pdok_elders", "pdok_elders"),
    ("elders", "http://api.pdok.nl/x"): ("pdok_elders", "pdok_elders"),
    ("lus", ""): ("pdok_elders", "pdok_elders"),
    ("hangt", ""): ("pdok_traag", "pdok_traag"),
    ("druppelt", ""): ("pdok_traag", "pdok_traag"),
    ("half", ""): ("pdok_onleesbaar", ""),
    ("gzipstuk", ""): ("pdok_onleesbaar", ""),
    ("lijst", ""): ("pdok_onleesbaar", ""),
}
# Where a part says it in its own words.
OWN = {
    ("tegels", "gzipbom"): "pdok_te_groot", ("tegels", "groot"): "pdok_te_groot",
    ("bestand", "gzipbom"): "pdok_onleesbaar", ("bestand", "groot"): "pdok_onleesbaar",
}  # fmt: skip
TEXT_ONLY = ("half", "gzipstuk", "lijst")
# The others end the same way whether they come first or on the way.
ALSO_LATER = ("500", "knip", "html", "hangt", "half", "gzipbom")


@pytest.fixture(scope="module")
def goed(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> dict[str, Any]:
    """Each part as it comes in when nothing is wrong."""
    found = {}
    with Pdokserver(read_data(request.getfixturevalue("shared_data"))) as server:
        for name, deel in DELEN.items():
            server.blad = deel.blad
            with Proef(server, tmp_path_factory.mktemp(name)).open() as pdok:
                found[name] = deel.haal(pdok)
    return found


def _cases() -> list[Any]:
    return [
        pytest.param(name, fault, late, id=f"{name}-{fault[0]}{fault[1][:12]}-{'later' if late else 'first'}")
        for name, deel in DELEN.items()
        for fault in FAULTS
        for late in (0, 2)
        if not (late and (name == "bestand" or fault[0] not in ALSO_LATER))
        and (deel.is_json or fault[0] not in TEXT_ONLY)
        and not (name == "gemeenten" and fault[0] in ("half", "lijst"))
    ]


def _no_second_way(server: Pdokserver, name: str) -> None:
    """Borders have one; what happens without it is tried here."""
    if name != "bestand":
        server.stoor(".gpkg", "404")


@pytest.mark.parametrize(("name", "fault", "late"), _cases())
def test_a_fault_is_named_and_afterwards_everything_is_there(
    proef: Proef, goed: dict[str, Any], name: str, fault: tuple[str, str], late: int
) -> None:
    deel, server = DELEN[name], proef.server
    server.blad = deel.blad
    server.stoor(deel.adres, *fault, na=late)
    _no_second_way(server, name)
    answer_s = SHORT_S if fault[0] in ("hangt", "druppelt") else 20.0
    with proef.open(answer_s=answer_s) as pdok, pytest.raises(EnvironmentProblem) as caught:
        deel.haal(pdok)
    expected = OWN.get((name, fault[0])) or FAULTS[fault][0 if deel.is_json else 1]
    assert caught.value.code == expected
    server.herstel()
    with proef.open() as pdok:
        assert deel.haal(pdok) == goed[name]


@pytest.mark.parametrize("name", DELEN)
@pytest.mark.parametrize("soort", ["500", "knip", "429"])
def test_a_passing_fault_is_got_over_without_a_word(proef: Proef, goed: dict[str, Any], name: str, soort: str) -> None:
    deel = DELEN[name]
    proef.server.blad = deel.blad
    proef.server.stoor(deel.adres, soort, "" if soort == "500" else "3", keer=2)
    with proef.open() as pdok:
        assert deel.haal(pdok) == goed[name]
    assert max(proef.klok.gewacht) == (3.0 if soort == "429" else 2.0)


@pytest.mark.parametrize("name", DELEN)
@pytest.mark.parametrize("soort", ["hangt", "druppelt"])
def test_stopping_ends_a_request_that_waits(proef: Proef, goed: dict[str, Any], name: str, soort: str) -> None:
    deel, server = DELEN[name], proef.server
    server.blad = deel.blad
    server.stoor(deel.adres, soort, na=0 if name in ("gemeenten", "bestand") else 2)
    begun = time.monotonic()
    with proef.open(cancelled=server.bezig.is_set, answer_s=100.0) as pdok, pytest.raises(UserError) as caught:
        deel.haal(pdok)
    assert caught.value.code == "pdok_afgebroken"
    assert time.monotonic() - begun < 60, "it waited for the service"
    server.herstel()
    with proef.open() as pdok:
        assert deel.haal(pdok) == goed[name]


@pytest.mark.parametrize("name", ["straten", "adressen", "tegels"])
def test_what_was_in_is_not_asked_again(proef: Proef, goed: dict[str, Any], name: str) -> None:
    deel, server = DELEN[name], proef.server
    server.blad = deel.blad
    server.stoor(deel.adres, "403", na=5)
    with proef.open() as pdok, pytest.raises(EnvironmentProblem):
        deel.haal(pdok)
    before = server.gevraagd(deel.adres)
    server.herstel()
    with proef.open() as pdok:
        assert deel.haal(pdok) == goed[name]
    again = server.gevraagd(deel.adres) - before
    server.vragen.clear()
    other = Proef(server, proef.folder / "ander")
    with other.open() as pdok:
        deel.haal(pdok)
    assert again <= server.gevraagd(deel.adres) - 2


@pytest.mark.parametrize("name", [name for name in DELEN if name != "gemeenten"])
def test_a_finished_part_asks_only_whether_it_changed(proef: Proef, goed: dict[str, Any], name: str) -> None:
    deel, server = DELEN[name], proef.server
    server.blad = deel.blad
    with proef.open() as pdok:
        deel.haal(pdok)
    server.vragen.clear()
    server.koppen.clear()
    with proef.open() as pdok:
        assert deel.haal(pdok) == goed[name]
    asked = [head for url, head in zip(server.vragen, server.koppen, strict=True) if deel.adres in url]
    assert len(asked) == 1
    assert "If-None-Match" in asked[0]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_killed_program_goes_on_where_it_was(proef: Proef, goed: dict[str, Any]) -> None:
    server = proef.server
    server.blad = DELEN["straten"].blad
    server.stoor("wegvakken/items", "hangt", na=4)
    code = (
        "import sys; from pathlib import Path\n"
        "from boa_app.mapdata.pdok import Diensten; from boa_app.usecases.pdoklijn import open_pdok\n"
        "with open_pdok(Path(sys.argv[2]), cancelled=lambda: False, diensten=Diensten.op(sys.argv[1])) as pdok:\n"
        f"    pdok.haal_straten('{GEMEENTE}')"
    )
    process = subprocess.Popen([sys.executable, "-c", code, server.basis, str(proef.folder)], cwd=ROOT)
    try:
        assert server.bezig.wait(60)
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait(30)
    server.herstel()
    asked = server.gevraagd("wegvakken/items")
    with proef.open() as pdok:
        assert DELEN["straten"].haal(pdok) == goed["straten"]
    # Seven pages: three were in; first page (304), four more, and the first once more (304).
    assert server.gevraagd("wegvakken/items") - asked <= 6


@pytest.mark.parametrize(
    ("name", "onderdeel", "veld"),
    [
        ("grenzen", "gemeenten", "gemeentenaam"), ("grenzen", "gemeenten", "gemeentecode"),
        ("grenzen", "wijken", "wijkcode"), ("grenzen", "wijken", "wijknaam"), ("grenzen", "buurten", "buurtcode"),
        ("grenzen", "buurten", "buurtnaam"), ("grenzen", "buurten", "gemeentecode"), ("straten", "wegvakken", "wvk_id"),
        ("straten", "wegvakken", "stt_naam"), ("adressen", "adressen", "identificatie"),
        ("adressen", "adressen", "openbare_ruimte"), ("adressen", "adressen", "huisnummer"),
        ("adressen", "adressen", "postcode"), ("adressen", "adressen", "status"),
        ("adressen", "adressen", "gebruiksdoel"), ("adressen", "adressen", "woonplaats"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("soort", ["weg", "hernoemd"])
def test_a_changed_schema_is_named_and_not_half_taken(
    proef: Proef, goed: dict[str, Any], name: str, onderdeel: str, veld: str, soort: str
) -> None:
    deel, server = DELEN[name], proef.server
    on_line = {"wvk_id": "wvkId", "stt_naam": "sttNaam"}.get(veld, veld)
    server.stoor(f"{onderdeel}/items" if name != "adressen" else deel.adres, soort, on_line)
    _no_second_way(server, name)
    with proef.open() as pdok, pytest.raises(EnvironmentProblem) as caught:
        deel.haal(pdok)
    assert (caught.value.code, caught.value.fields) == ("pdok_gewijzigd", {"onderdeel": onderdeel, "veld": veld})
    server.herstel()
    server.blad = deel.blad
    with proef.open() as pdok:
        assert deel.haal(pdok) == goed[name]


@pytest.mark.parametrize(
    ("name", "soort", "veld"),
    [
        *[
            (name, soort, veld)
            for name in ("grenzen", "straten", "adressen")
            for soort, veld in (("crs", "crs"), ("assen", "assen"), ("geometrie", "geometry"))
        ],
        ("grenzen", "zelfde", "next"),
        ("straten", "zelfde", "next"),
        ("adressen", "herhaalt", "next"),
    ],
)
def test_turned_axes_another_crs_and_pages_that_repeat_are_refused(
    proef: Proef, name: str, soort: str, veld: str
) -> None:
    deel, server = DELEN[name], proef.server
    server.blad = 20 if soort == "herhaalt" else deel.blad
    server.stoor(deel.adres, soort)
    _no_second_way(server, name)
    with proef.open() as pdok, pytest.raises(EnvironmentProblem) as caught:
        deel.haal(pdok)
    assert caught.value.fields["veld"] == veld


@pytest.mark.parametrize("name", ["grenzen", "straten"])
def test_a_link_to_elsewhere_is_not_followed(proef: Proef, name: str) -> None:
    proef.server.stoor(DELEN[name].adres, "vreemd_volgende", "https://pdok.nl.example.org/next")
    with proef.open() as pdok, pytest.raises(EnvironmentProblem) as caught:
        DELEN[name].haal(pdok)
    assert caught.value.code == "pdok_elders"
    assert caught.value.fields["adres"] == "pdok.nl.example.org"


def test_pages_without_end_end(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdok_bladen, "MOST_PAGES", 12)
    proef.server.stoor("wegvakken/items", "eindeloos")
    with proef.open() as pdok, pytest.raises(EnvironmentProblem) as caught:
        pdok.haal_straten(GEMEENTE)
    assert caught.value.code == "pdok_te_groot"
    assert proef.server.gevraagd("wegvakken/items") <= 14


@pytest.mark.parametrize("name", DELEN)
def test_an_unreachable_service_is_said_at_once(proef: Proef, tmp_path: Path, name: str) -> None:
    with proef.open() as pdok:
        pdok.gebied(GEMEENTE)
        proef.server.__exit__(None, None, None)
        with pytest.raises(BoaError) as caught:
            DELEN[name].haal(pdok)
    assert caught.value.code in ("pdok_onbereikbaar", "pdok_verbroken")


def test_the_disk_refuses(proef: Proef, tmp_path: Path) -> None:
    proef.folder.write_text("a file where the folder should be")
    with proef.open() as pdok, pytest.raises(EnvironmentProblem) as caught:
        pdok.haal_grenzen(GEMEENTE)
    assert caught.value.code == "pdok_schijf"


def test_a_style_there_is_not(proef: Proef) -> None:
    with proef.open() as pdok, pytest.raises(UserError) as caught:
        pdok.haal_tegels(GEMEENTE, stijl="psychedelisch")
    assert caught.value.code == "veld_ongeldig"


def test_the_program_names_itself_and_asks_for_little_at_a_time(proef: Proef) -> None:
    with proef.open(pauze_s=0.1) as pdok:
        pdok.haal_tegels(GEMEENTE, maxzoom=12)
    assert all(head["User-Agent"].startswith("boa_app/") for head in proef.server.koppen)
    assert proef.server.meeste <= 2
    assert sum(proef.klok.gewacht) >= 0.09 * (len(proef.server.vragen) - 1) - 1.5
