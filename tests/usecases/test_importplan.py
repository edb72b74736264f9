"""Looking before importing: what the wizard shows is what the import does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Actor, Rol
from boa_app.store import integrity, meldingen
from boa_app.usecases import importplan
from boa_app.usecases.importeren import importeer, voer_uit
from boa_app.usecases.importplan import FREE_TEXT, PERSON, Keuzes, SoortRegel, Uitkomst, bewaar_vorm, verken
from boa_app.usecases.session import Session
from tests.exchange.signalenzip import GEHEIM, signal, write_zip
from tests.samples import SetClock, make_sample_session

HEAD = "Nr;Datum;Lengte;Breedte;Soort;Naam melder;Toelichting\n"
GOOD = "{};1-2-2026 21:00;5,04;52,02;Stemgeluid;Jansen;heeft gebeld\n"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_sample_session(tmp_path / "opslag", SetClock())
    yield made
    made.close()


def _file(folder: Path, text: str, name: str = "t.csv") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def _sum(plan: importplan.Importplan) -> tuple[int, ...]:
    t = plan.totalen
    assert t.gelezen == t.toevoegen + t.bestaand + t.overslaan + t.afkeuren
    return t.gelezen, t.toevoegen, t.bestaand, t.overslaan, t.afkeuren


def test_what_is_shown_is_what_happens(session: Session, tmp_path: Path) -> None:
    rows = "".join(GOOD.format(nr) for nr in range(3))
    path = _file(tmp_path, HEAD + rows + "9;;5,04;52,02;Iets;;\n10;1-2-2026;0;0;Iets;;\n")
    plan = verken(session, [path])
    assert (_sum(plan), plan.twijfels, plan.vorm_bekend) == ((5, 3, 0, 0, 2), (), False)
    assert plan.totalen.redenen == {"datum_ontbreekt": 1, "positie_nul": 1}
    (bestand,) = plan.bestanden
    assert (bestand.profiel, bestand.regels, bestand.eerder) == ("tabel", 5, 0)
    assert [row.uitkomst for row in bestand.rijen] == [Uitkomst.TOEVOEGEN] * 3 + [Uitkomst.AFKEUREN] * 2
    bad = bestand.rijen[3]
    assert (bad.rij, bad.reden, bestand.kolommen[bad.kolom].kop, bad.moment) == (5, "datum_ontbreekt", "Datum", None)
    first = bestand.rijen[0]
    assert (first.lon, first.lat, first.soort) == (5.04, 52.02, "GEL-STEM")
    assert first.moment is not None
    assert plan.soorten == (SoortRegel("Stemgeluid", "GEL-STEM", 3), SoortRegel("Iets", "ANDERS", 2))
    verslag = voer_uit(session, plan)
    assert (verslag.gelezen, verslag.toegevoegd, verslag.afgekeurd, len(verslag.nrs)) == (5, 3, 2, 1)
    again = verken(session, [path])
    assert (_sum(again), again.bestanden[0].eerder) == ((5, 0, 3, 0, 2), verslag.nrs[0])


def test_persons_and_free_text_are_named_and_not_shown(session: Session, tmp_path: Path) -> None:
    (bestand,) = verken(session, [_file(tmp_path, HEAD + GOOD.format(1))]).bestanden
    roles = {kolom.kop: kolom.rol for kolom in bestand.kolommen}
    assert (roles["Naam melder"], roles["Toelichting"], roles["Datum"], roles["Nr"]) == (PERSON, FREE_TEXT, "datum", "")
    assert "Jansen" not in str(bestand)
    assert "heeft gebeld" not in str(bestand)


def test_doubt_is_shown_and_never_imported(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, "date,lon,lat\n01/02/2026,5.04,52.02\n03/04/2026,5.05,52.03\n")
    plan = verken(session, [path])
    assert plan.twijfels == ((0, "volgorde"),)
    with pytest.raises(UserError) as caught:
        voer_uit(session, plan)
    assert (caught.value.code, caught.value.fields["wat"]) == ("import_twijfel", "volgorde")
    with pytest.raises(UserError) as caught:
        importeer(session, [path])
    assert caught.value.code == "import_twijfel"
    assert "maand_eerst" in str(caught.value.fields["keuzes"])
    for keuzes, month in ((Keuzes(bevestigd=frozenset({"volgorde"})), 1), (Keuzes({"volgorde": "maand_eerst"}), 12)):
        sure = verken(session, [path], keuzes)
        assert sure.twijfels == ()
        moment = sure.bestanden[0].rijen[0].moment
        assert moment is not None
        assert moment.month in (month, 1)
    assert voer_uit(session, sure).toegevoegd == 2
    with session.store.read() as reader:
        assert {record.melding.gebeurd_van.month for record in meldingen.recent(reader, 9)} == {1, 3}


def test_corrections(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, "a;b;c;d;e\n1-2-2026;5,04;52,02;Herrie;3-2-2026\n2-2-2026;5,05;52,03;Plas;4-2-2026\n")
    plan = verken(session, [path])
    assert plan.twijfels == ((0, "kolommen"),)
    keuzes = Keuzes(
        kolommen={"datum": "e", "lon": "b", "lat": "c", "soort": "d"}, soorten={"Herrie": "GEL-MUZ", "Plas": ""}
    )
    plan = verken(session, [path], keuzes)
    assert (plan.twijfels, _sum(plan)) == ((), (2, 1, 0, 1, 0))
    assert [(row.uitkomst, row.soort) for row in plan.bestanden[0].rijen] == [
        (Uitkomst.TOEVOEGEN, "GEL-MUZ"), (Uitkomst.OVERSLAAN, ""),
    ]  # fmt: skip
    assert set(plan.soorten) == {SoortRegel("Herrie", "GEL-MUZ", 1), SoortRegel("Plas", "", 1)}
    with pytest.raises(UserError) as caught:
        verken(session, [path], Keuzes(soorten={"Herrie": "onzin"}, kolommen=keuzes.kolommen))
    assert caught.value.code == "code_onbekend"


def test_a_kept_form_needs_no_questions_next_month(session: Session, tmp_path: Path) -> None:
    text = "date,lon,lat,offence\n01/02/2026,5.04,52.02,x\n"
    first = verken(session, [_file(tmp_path, text)], Keuzes({"volgorde": "maand_eerst"}, soorten={"x": "VUUR"}))
    bewaar_vorm(session, first)
    path = _file(tmp_path, text.replace("01/02", "03/04"), "april.csv")
    plan = verken(session, [path])
    assert (plan.vorm_bekend, plan.twijfels) == (True, ())
    assert plan.bestanden[0].gokken
    assert voer_uit(session, plan).toegevoegd == 1
    # A file that cannot be read so is doubted all the same.
    other = verken(session, [_file(tmp_path, text.replace("01/02", "25/02") * 1, "mei.csv")])
    assert (other.twijfels, other.vorm_bekend) == (((0, "volgorde"),), True)
    assert not verken(session, [_file(tmp_path, text.replace("offence", "kind"), "juni.csv")]).vorm_bekend


def test_a_first_look_reads_only_the_beginning(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, HEAD + "".join(GOOD.format(nr) for nr in range(9000)))
    plan = verken(session, [path], tellen=False)
    assert not plan.totalen.geteld
    assert importplan.LOOKED_AT <= plan.totalen.gelezen < 9000
    assert len(plan.bestanden[0].rijen) == importplan.SHOWN_ROWS
    seen: list[tuple[int, int]] = []
    assert _sum(verken(session, [path], progress=lambda done, total: seen.append((done, total))))[0] == 9000
    assert seen[-1] == (path.stat().st_size,) * 2
    with pytest.raises(UserError) as caught:
        verken(session, [path], cancelled=lambda: True)
    assert caught.value.code == "afgebroken"


def test_signalen(session: Session, tmp_path: Path) -> None:
    path = write_zip(tmp_path / "s.zip", [signal(1), signal(2, "prullenbak-is-vol", main="schoon"), signal(3)])
    plan = verken(session, [path])
    assert (_sum(plan), plan.bestanden[0].profiel) == ((3, 2, 0, 1, 0), "signalen")
    assert set(plan.soorten) == {SoortRegel("jongerenoverlast", "ANDERS", 2), SoortRegel("prullenbak-is-vol", "", 1)}
    assert [gok.waarde for gok in plan.bestanden[0].gokken] == ["lat_lon"]
    assert not any(word in str(plan) for word in GEHEIM.split(", "))
    assert voer_uit(session, plan).toegevoegd == 2
    with session.store.read() as reader:
        assert integrity.check(reader) == []


def test_of_street_files_only_nuisance_is_read_in(session: Session, shared_data: Path) -> None:
    paths = sorted((shared_data / "incidents" / "police_uk_avon").glob("*.csv.gz"))
    plan = verken(session, paths)
    assert {bestand.profiel for bestand in plan.bestanden} == {"police-uk"}
    gelezen, toevoegen, _, overslaan, afkeuren = _sum(plan)
    assert (gelezen, overslaan, toevoegen + afkeuren) == (82_796, 70_855, 11_941)
    codes = {regel.label: regel.soort for regel in plan.soorten}
    assert (codes["Anti-social behaviour"], codes["Burglary"]) == ("ANDERS", "")
    told = Keuzes(soorten={"Anti-social behaviour": "HANG", "Drugs": "DRUG"})
    one = verken(session, paths[:1], told)
    assert {regel.label: regel.soort for regel in one.soorten}["Drugs"] == "DRUG"
    assert one.totalen.overslaan < plan.totalen.overslaan
    assert voer_uit(session, one).toegevoegd == one.totalen.toevoegen
    assert {kolom.rol for kolom in one.bestanden[0].kolommen} >= {"datum", "lon", "lat", "soort"}


def test_a_table_without_a_position_is_shown_for_pointing_out(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, "Titel;;\nwanneer;waarvoor;melder\n1-2-2026;x;Jansen\n2-2-2026;y;Piet\n")
    plan = verken(session, [path])
    (bestand,) = plan.bestanden
    assert plan.twijfels == ((0, "kolommen"),)
    assert [kolom.kop for kolom in bestand.kolommen] == ["wanneer", "waarvoor", "melder"]
    assert [(row.uitkomst, row.cellen[2]) for row in bestand.rijen] == [(Uitkomst.AFKEUREN, "")] * 2
    for act in (lambda: importeer(session, [path]), lambda: voer_uit(session, replace(plan, twijfels=()))):
        with pytest.raises(UserError) as caught:
            act()
        assert caught.value.code == "kolommen_niet_gevonden"
    with pytest.raises(UserError):
        verken(session, [_file(tmp_path, "alleen tekst\n")])


def test_needs_the_right_and_a_known_profile(session: Session, tmp_path: Path) -> None:
    path = _file(tmp_path, HEAD)
    with pytest.raises(UserError) as caught:
        verken(replace(session, actor=Actor(session.actor.account, Rol.BOA)), [path])
    assert caught.value.code == "geen_recht"
    with pytest.raises(UserError) as caught:
        verken(session, [path], Keuzes(profiel="onzin"))
    assert caught.value.code == "profiel_onbekend"
