"""The import window on real files: look, mend, import, pause, go on, stop and take back, with a melding in between."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boa_app.domain.errors import BoaError
from boa_app.domain.melding import Melding
from boa_app.texts import error_sentence
from boa_app.ui.context import UiContext
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.importeren.files import FileWindow
from boa_app.ui.importeren.page import DONE, REVIEW, RUNNING, START, ImporterenPage
from boa_app.ui.importeren.readings import ROLE
from boa_app.ui.shell import Shell
from boa_app.usecases.importeren import lijst_imports
from boa_app.usecases.meldingen import register_melding
from tests.ui.frames import FIVE_SIZES, framed, wait_for_layout
from tests.ui.look import assert_look, assert_one_yellow, resize_window

TABLE_NAMES = (
    "a_semicolon_decimalcomma_cp1252.csv",
    "c_utf16_tab_usdates.txt",
    "ijsselsteinloop_plaatsnaam_gemeente.csv",
    "nlextract_2012gemeentennumeriekopgemeentecode.xls",
    "nlextract_Gemeentenalfabetischperprovincie2015.xls",
    "nlextract_bagadres-full.csv",
    "nlextract_bagadresplus.csv",
    "nlextract_bronhouders.csv",
    "nlextract_cbs-gemeentenperprovincie-2012.csv",
    "nlextract_cbs-gemeentenperprovincie-2015.csv",
    "nlextract_gemeentelijke-indeling.csv",
    "nlextract_gemeentenalfabetisch2016.xls",
    "nlextract_kadaster-woonplaats-gemeente-10aug2012.csv.oud",
)
LEFT = Qt.MouseButton.LeftButton
WAIT = 30_000
Shown = tuple[MainFrame, ImporterenPage]
# No day above twelve, slashes, and rows in no order: nothing tells which number is the month.
AMBIGUOUS = "date,kind,lon,lat\n" + "".join(
    f"0{day}/0{month}/2026 21:00,Geluid,5.0{day},52.0{month}\n"
    for day, month in sorted(
        ((day, month) for day in range(1, 8) for month in range(1, 7)),
        key=lambda pair: (pair[0] * 5 + pair[1] * 11) % 13,
    )
)
BAD_ROWS = "Datum;Soort;X;Y\n19-09-2026 21:00;Geluid;5,03;52,02\nonzin;Geluid;5,03;52,02\n21-09-2026;Afval;0;0\n"
UNKNOWN = "Kenmerk;Eerste;Tweede;Wat\n" + "".join(
    f"{13 + n % 15}-09-2026 21:00;-2,5{n:02d};51,4{n:02d};Geluid\n" for n in range(40)
)


class ChosenFiles(FileWindow):
    """The system's windows are not ours to test; this answers at once."""

    def __init__(self, sources: list[Path], target: Path) -> None:
        super().__init__()
        self.sources, self.target, self.name = sources, target, ""

    def ask_sources(self, parent: QWidget, on_chosen: Callable[[list[Path]], None]) -> None:
        on_chosen(self.sources)

    def ask_target(self, parent: QWidget, name: str, on_chosen: Callable[[Path], None]) -> None:
        self.name = name
        on_chosen(self.target)


@pytest.fixture
def files(tmp_path: Path) -> ChosenFiles:
    return ChosenFiles([], tmp_path / "lijst.csv")


@pytest.fixture
def frame(qtbot: QtBot, ui: UiContext, files: ChosenFiles) -> Iterator[Shown]:
    page = ImporterenPage(ui, files)
    with framed(qtbot, ui, page) as window:
        yield window, page
        page.work.stop()


@pytest.fixture
def each_frame(qtbot: QtBot, each_ui: UiContext, files: ChosenFiles) -> Iterator[Shown]:
    page = ImporterenPage(each_ui, files)
    with framed(qtbot, each_ui, page) as window:
        yield window, page


@pytest.fixture
def errors(ui: UiContext) -> list[BoaError]:
    seen: list[BoaError] = []
    ui.error_raised.connect(seen.append)
    ui.page_error_raised.connect(lambda error, _page: seen.append(error))
    return seen


def write(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def tables(shared_data: Path) -> Path:
    return shared_data / "tables"


@pytest.fixture
def avon(shared_data: Path) -> Path:
    return shared_data / "incidents" / "police_uk_avon"


def look_at(qtbot: QtBot, page: ImporterenPage, *paths: Path) -> None:
    page.take_files(paths)
    qtbot.waitUntil(lambda: page.step == REVIEW and page.plan is not None and page.plan.totalen.geteld, timeout=WAIT)


def import_it(qtbot: QtBot, window: MainFrame, page: ImporterenPage) -> None:
    assert window.foot.corner.isEnabled(), window.foot.corner.toolTip()
    qtbot.mouseClick(window.foot.corner, LEFT)
    qtbot.waitUntil(lambda: page.step == DONE, timeout=WAIT)


def shown_numbers(page: ImporterenPage) -> dict[str, str]:
    return {key: label.text() for key, label in page.done.receipt.numbers.items()}


@pytest.mark.parametrize("size", FIVE_SIZES)
def test_look_of_every_step(
    qtbot: QtBot, each_ui: UiContext, each_frame: Shown, tables: Path, size: tuple[int, int]
) -> None:
    window, page = each_frame
    resize_window(window, *size)
    for path in (None, tables / "a_semicolon_decimalcomma_cp1252.csv"):
        if path is not None:
            look_at(qtbot, page, path)
        wait_for_layout()
        assert_look(window)
        assert_one_yellow(window)
    for part in ("soorten", "rijen", "kaart", "herkend"):
        page.review._choose_part(part)
        wait_for_layout()
        assert_look(window)
    import_it(qtbot, window, page)
    qtbot.waitUntil(window.foot.corner.isEnabled, timeout=WAIT)
    wait_for_layout()
    assert_look(window)
    assert_one_yellow(window)
    page.running.begin("een bestand.csv", 4812)
    page.running.set_progress(1, 3)
    page._go(RUNNING)
    wait_for_layout()
    assert_look(window)
    assert_one_yellow(window)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a_semicolon_decimalcomma_cp1252.csv", "2.500 rijen, puntkomma, Nederlandse datums, lengte- en breedtegraden"),
        ("c_utf16_tab_usdates.txt", "2.500 rijen, tab, Amerikaanse datums, lengte- en breedtegraden"),
    ],
)
def test_real_tables_need_no_correction(
    qtbot: QtBot, ui: UiContext, frame: Shown, tables: Path, name: str, words: str
) -> None:
    window, page = frame
    look_at(qtbot, page, tables / name)
    assert page.review.summary.text() == f"Dit is een tabel met {words}."
    assert page.review.totals.text() == "2.500 toevoegen · 0 afgekeurd · 2.500 buiten de gemeente"
    assert page.review.table.preview.rowCount() == 200
    import_it(qtbot, window, page)
    assert shown_numbers(page)["toegevoegd"] == "2.500"
    assert page.done.receipt.verdict.text.text() == "2.500 meldingen toegevoegd."
    assert "2.500 + 0 + 0 + 0 = 2.500" in page.done.receipt.sum.text()
    look_at(qtbot, page, tables / name)
    assert not window.foot.corner.isEnabled()
    assert "Er is niets toe te voegen" in window.foot.corner.toolTip()
    assert page.review.totals.text() == "0 toevoegen · 2.500 bestaan al · 0 afgekeurd"


def test_every_real_table_is_tried(tables: Path) -> None:
    assert tuple(sorted(path.name for path in tables.iterdir())) == TABLE_NAMES


@pytest.mark.parametrize("name", TABLE_NAMES)
def test_every_real_table_opens_or_is_refused_with_a_sentence(
    qtbot: QtBot, frame: Shown, errors: list[BoaError], tables: Path, name: str
) -> None:
    _window, page = frame
    page.take_files([tables / name])
    qtbot.waitUntil(lambda: bool(errors) or (page.plan is not None and page.plan.totalen.geteld), timeout=WAIT)
    if errors:
        told = error_sentence(errors[0])
        assert all((told.wat, told.veilig, told.doen))
        assert page.step == START
    else:
        assert page.step == REVIEW


def test_a_month_of_avon_only_one_kind(qtbot: QtBot, ui: UiContext, frame: Shown, avon: Path) -> None:
    window, page = frame
    look_at(qtbot, page, avon / "2023-01-avon-and-somerset-street.csv.gz")
    assert page.plan is not None
    assert page.review.summary.text() == "Dit is een bestand van data.police.uk met 12.566 rijen."
    # Nuisance is what this program is for; anything else of a street file is left out unless somebody chooses it.
    assert {regel.label for regel in page.plan.soorten if regel.soort} == {"Anti-social behaviour"}
    kept = next(regel.aantal for regel in page.plan.soorten if regel.label == "Anti-social behaviour")
    assert page.plan.totalen.overslaan == 12_566 - kept
    bikes = next(regel.aantal for regel in page.plan.soorten if regel.label == "Bicycle theft")
    page.review.kinds.kind_chosen.emit("Bicycle theft", "ANDERS")
    qtbot.waitUntil(
        lambda: (
            page.plan is not None and page.plan.totalen.geteld and page.plan.totalen.overslaan == 12_566 - kept - bikes
        ),
        timeout=WAIT,
    )
    kept += bikes
    import_it(qtbot, window, page)
    numbers = shown_numbers(page)
    assert page.report is not None
    assert page.report.toegevoegd + page.report.afgekeurd == kept
    assert numbers["overgeslagen"].replace(".", "") == str(12_566 - kept)


def test_a_doubt_bars_the_way_until_it_is_confirmed_or_changed(
    qtbot: QtBot, tmp_path: Path, frame: Shown
) -> None:  # fmt: skip
    window, page = frame
    look_at(qtbot, page, write(tmp_path, "twijfel.csv", AMBIGUOUS))
    row = page.review.guesses.rows["volgorde"]
    assert row.tag.accessibleName() == "kijk even mee"
    assert row.right.isVisible()
    assert next(iter(page.review.guesses.rows)) == "volgorde"
    assert not window.foot.corner.isEnabled()
    assert "Kijk eerst 1 punt na" in window.foot.corner.toolTip()
    assert row.right.hasFocus()
    wait_for_layout()
    assert_look(window)
    assert page.plan is not None
    first = page.plan.bestanden[0].rijen[1].moment
    assert page.review.guesses.rows["volgorde"].choices.rows()[1].text().startswith("maand, dag, jaar")
    row.value_chosen.emit("maand_eerst")
    qtbot.waitUntil(window.foot.corner.isEnabled, timeout=WAIT)
    assert page.review.guesses.rows["volgorde"].tag.accessibleName() == "uw keuze"
    wait_for_layout()
    assert_look(window)
    assert first is not None
    second = page.plan.bestanden[0].rijen[1].moment
    assert second is not None
    assert (first.day, first.month) == (second.month, second.day)


def test_confirming_is_enough(qtbot: QtBot, tmp_path: Path, frame: Shown) -> None:
    window, page = frame
    look_at(qtbot, page, write(tmp_path, "twijfel.csv", AMBIGUOUS))
    assert not window.foot.corner.isEnabled()
    qtbot.mouseClick(page.review.guesses.rows["volgorde"].right, LEFT)
    qtbot.waitUntil(window.foot.corner.isEnabled, timeout=WAIT)
    import_it(qtbot, window, page)
    assert page.report is not None
    assert page.report.toegevoegd == 42


def test_a_role_changed_in_the_head_of_the_table(qtbot: QtBot, tmp_path: Path, frame: Shown) -> None:
    _window, page = frame
    look_at(qtbot, page, write(tmp_path, "rollen.csv", BAD_ROWS))
    before = [kolom.rol for kolom in page.plan.bestanden[0].kolommen] if page.plan else []
    assert before == ["datum", "soort", "lon", "lat"]
    page.review.table.role_requested.emit(1, QPoint(100, 100))
    assert page.review.roles.isVisible()
    next(row for row in page.review.roles.rows() if row.code == "plaats").click()
    qtbot.waitUntil(
        lambda: page.plan is not None and page.plan.bestanden[0].kolommen[1].rol == "plaats", timeout=WAIT
    )  # fmt: skip
    assert page.review.guesses.rows[f"{ROLE}soort"].guess.text == "geen kolom"
    assert not page.review.roles.isVisible()


def test_columns_that_nobody_could_find_are_pointed_out(qtbot: QtBot, tmp_path: Path, frame: Shown) -> None:
    window, page = frame
    look_at(qtbot, page, write(tmp_path, "onbekend.csv", UNKNOWN))
    rows = page.review.guesses.rows
    assert [rows[f"{ROLE}{role}"].tag.accessibleName() for role in ("lon", "lat")] == ["kies zelf", "kies zelf"]
    assert page.review.totals.text() == "Elke rij heeft een datum en een plaats nodig"
    assert "Kies de kolom X" in window.foot.corner.toolTip()
    wait_for_layout()
    assert_look(window)
    for role, column in (("lon", "Eerste"), ("lat", "Tweede")):
        row = page.review.guesses.rows[f"{ROLE}{role}"]
        row.change.click()
        next(choice for choice in row.choices.rows() if choice.code == column).click()
        qtbot.waitUntil(lambda r=role: page.review.guesses.rows[f"{ROLE}{r}"].guess.state == "gekozen", timeout=WAIT)
    qtbot.waitUntil(lambda: "40 toevoegen" in page.review.totals.text(), timeout=WAIT)
    for part in ("kolommen", "assen"):
        if part in page.review.guesses.rows and page.review.guesses.rows[part].guess.state == "twijfel":
            qtbot.mouseClick(page.review.guesses.rows[part].right, LEFT)
            qtbot.waitUntil(
                lambda p=part: (
                    page.plan is not None
                    and page.plan.totalen.geteld
                    and p not in {found for _place, found in page.plan.twijfels}
                ),
                timeout=WAIT,
            )
    import_it(qtbot, window, page)
    assert page.report is not None
    assert page.report.toegevoegd == 40


def test_rejected_rows_are_listed_and_saved_without_contents(
    qtbot: QtBot, tmp_path: Path, frame: Shown, files: ChosenFiles
) -> None:
    window, page = frame
    look_at(qtbot, page, write(tmp_path, "fout.csv", BAD_ROWS))
    assert page.review.totals.text() == "1 toevoegen · 2 afgekeurd"
    import_it(qtbot, window, page)
    told = [page.done.model.row_data(row).spoken() for row in range(page.done.model.rowCount())]
    assert told[0].startswith("Rij 3: De datum klopt niet., kolom Datum")
    with qtbot.waitSignal(page._ui.notice_requested, timeout=WAIT):
        qtbot.mouseClick(page.done.save, LEFT)
    assert files.name == "fout.csv.afgekeurd.csv"
    text = files.target.read_text(encoding="utf-8-sig")
    assert "datum_ongeldig" in text
    assert "onzin" not in text


def test_a_file_let_go_above_the_page_is_looked_at(qtbot: QtBot, tmp_path: Path, frame: Shown) -> None:
    _window, page = frame
    path = write(tmp_path, "gesleept.csv", BAD_ROWS)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    nothing, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    QApplication.sendEvent(
        page, QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, button, nothing)
    )  # fmt: skip
    assert page.start.area.title.text() == "Laat los om te bekijken"
    QApplication.sendEvent(page, QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, button, nothing))
    qtbot.waitUntil(lambda: page.step == REVIEW, timeout=WAIT)
    assert page.start.area.title.text() == "Sleep hier een bestand naartoe"


def _drop(page: ImporterenPage, *paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    over = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page, over)
    assert over.isAccepted()
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page, event)
    return event


def test_a_folder_is_refused_in_a_sentence_and_loses_nothing(
    qtbot: QtBot, tmp_path: Path, frame: Shown, errors: list[BoaError]
) -> None:
    _window, page = frame
    look_at(qtbot, page, write(tmp_path, "fout.csv", BAD_ROWS))
    shown = page.plan
    _drop(page, tmp_path)
    assert [error.code for error in errors] == ["import_map"]
    assert (page.step, page.plan) == (REVIEW, shown)


def test_fifty_photos_are_refused_once(qtbot: QtBot, tmp_path: Path, frame: Shown, errors: list[BoaError]) -> None:
    _window, page = frame
    photos = [tmp_path / f"DSCN{nr}.jpg" for nr in range(50)]
    for photo in photos:
        photo.write_bytes(b"\xff\xd8\xff\xe1\x00\x10Exif" + bytes(range(200)))
    _drop(page, *photos)
    qtbot.waitUntil(lambda: page.step == START and bool(errors), timeout=WAIT)
    assert [error.code for error in errors] == ["import_fotos"]
    assert error_sentence(errors[0]).wat == "50 van de gekozen bestanden zijn foto's."


def test_the_map_waits_for_a_place_to_show(qtbot: QtBot, tmp_path: Path, frame: Shown) -> None:
    window, page = frame
    look_at(qtbot, page, write(tmp_path, "onbekend.csv", UNKNOWN))
    assert not page.review.map.isVisible()
    told = page.review.table.preview.index(0, 1).data()
    assert told == "nog te kiezen"
    resize_window(window, 640, 400)
    page.review._choose_part("kaart")
    assert page.review.map.none.isVisible()
    assert not page.review.map.view.isVisible()
    resize_window(window, 1280, 800)
    look_at(qtbot, page, write(tmp_path, "fout.csv", BAD_ROWS))
    assert page.review.map.view.isVisible()


def test_rows_outside_the_municipality_are_counted(qtbot: QtBot, tmp_path: Path, frame: Shown) -> None:
    _window, page = frame
    inside = "19-09-2026 21:00;Geluid;5,043;52,021\n"
    far = "".join(f"{day}-09-2026;Geluid;-2,59;51,45\n" for day in range(13, 28))
    look_at(qtbot, page, write(tmp_path, "ver.csv", f"Datum;Soort;lon;lat\n{inside}{far}"))
    assert page.review.totals.text() == "16 toevoegen · 0 afgekeurd · 15 buiten de gemeente"


def test_a_paused_import_of_this_file_can_go_on_from_here(qtbot: QtBot, tmp_path: Path, frame: Shown) -> None:
    window, page = frame
    path = big_table(tmp_path)
    look_at(qtbot, page, path)
    assert not page.review.go_on.isVisible()
    qtbot.mouseClick(window.foot.corner, LEFT)
    qtbot.mouseClick(page.running.pause, LEFT)
    qtbot.waitUntil(lambda: page.step == START, timeout=WAIT)
    look_at(qtbot, page, path)
    assert page.review.go_on.isVisible()
    wait_for_layout()
    assert_look(window)
    qtbot.mouseClick(page.review.go_on, LEFT)
    qtbot.waitUntil(lambda: page.step == DONE, timeout=WAIT)
    assert page.report is not None
    assert page.report.toegevoegd == 60_000


def test_an_address_of_the_internet_is_not_taken(tmp_path: Path, frame: Shown) -> None:
    _window, page = frame
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/meldingen.csv")])
    event = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(page, event)
    assert not event.isAccepted()
    assert page.step == START


def big_table(tmp_path: Path, rows: int = 60_000) -> Path:
    lines = ["Datum;Soort;Plaats;X;Y"]
    lines += [
        f"{1 + n % 28:02d}-{1 + n % 12:02d}-2025 {n % 24:02d}:{n % 60:02d};Geluid;Plek {n % 50};"
        f"{5.02 + n % 300 / 10000:.4f};{52.01 + n % 200 / 10000:.4f}".replace(".", ",")
        for n in range(rows)
    ]
    return write(tmp_path, "groot.csv", "\n".join(lines) + "\n")


def test_log_a_melding_while_it_runs_pause_come_back_and_go_on(
    qtbot: QtBot, tmp_path: Path, ui: UiContext, frame: Shown
) -> None:
    window, page = frame
    look_at(qtbot, page, big_table(tmp_path))
    seen: list[tuple[int, int]] = []
    page.work.progressed.connect(lambda done, total: seen.append((done, total)))
    qtbot.mouseClick(window.foot.corner, LEFT)
    assert page.step == RUNNING
    # The corner is the way to a melding now, and saving it does not wait for the import.
    assert window.foot.corner.text() == "Nieuwe melding"
    with qtbot.waitSignal(page.melding_requested):
        qtbot.mouseClick(window.foot.corner, LEFT)
    assert register_melding(ui.session, Melding(ui.session.now(), 5.03, 52.02, "HANG")).uid
    qtbot.mouseClick(page.running.pause, LEFT)
    qtbot.waitUntil(lambda: page.step == START, timeout=WAIT)
    qtbot.waitUntil(lambda: bool(page.start.earlier.rows), timeout=WAIT)
    row = page.start.earlier.rows[0]
    assert row.tag.accessibleName() == "gepauzeerd"
    qtbot.mouseClick(row.buttons["verder"], LEFT)
    qtbot.waitUntil(lambda: page.step == DONE, timeout=WAIT)
    regels = lijst_imports(ui.session)
    assert [(regel.status, regel.aantallen.get("toegevoegd")) for regel in regels] == [("klaar", 60_000)]
    assert seen
    assert all(done <= total for done, total in seen if total)


def test_stop_leaves_nothing(qtbot: QtBot, tmp_path: Path, ui: UiContext, frame: Shown) -> None:
    window, page = frame
    before = ui.overzicht.stand.columns["dag"].size
    look_at(qtbot, page, big_table(tmp_path))
    qtbot.mouseClick(window.foot.corner, LEFT)
    with qtbot.waitSignal(page.work.import_stopped, timeout=WAIT):
        qtbot.mouseClick(page.running.stop, LEFT)
    assert page.step == START
    assert ui.overzicht.stand.columns["dag"].size == before
    assert all(regel.status == "afgebroken" for regel in lijst_imports(ui.session))


def test_locking_pauses_instead_of_losing(qtbot: QtBot, tmp_path: Path, ui: UiContext, frame: Shown) -> None:
    window, page = frame
    look_at(qtbot, page, big_table(tmp_path))
    with qtbot.waitSignal(page.work.progressed, timeout=WAIT):
        qtbot.mouseClick(window.foot.corner, LEFT)
    # What locking does before it closes the store.
    ui.tasks.cancel_queries()
    ui.tasks.wait_for_queries()
    (regel,) = lijst_imports(ui.session)
    assert (regel.status, regel.mag_verder) == ("gepauzeerd", True)


def test_a_paused_import_can_be_thrown_away(qtbot: QtBot, tmp_path: Path, ui: UiContext, frame: Shown) -> None:
    window, page = frame
    look_at(qtbot, page, big_table(tmp_path))
    qtbot.mouseClick(window.foot.corner, LEFT)
    qtbot.mouseClick(page.running.pause, LEFT)
    qtbot.waitUntil(lambda: bool(page.start.earlier.rows), timeout=WAIT)
    with qtbot.waitSignal(page.work.undone, timeout=WAIT):
        qtbot.mouseClick(page.start.earlier.rows[0].buttons["weg"], LEFT)
    qtbot.waitUntil(lambda: not page.start.earlier.rows or not page.start.earlier.rows[0].buttons, timeout=WAIT)
    assert page.step == START


def test_taking_back_tells_first_and_is_whole(qtbot: QtBot, tables: Path, ui: UiContext, frame: Shown) -> None:
    window, page = frame
    before = ui.overzicht.stand.columns["dag"].size
    look_at(qtbot, page, tables / "a_semicolon_decimalcomma_cp1252.csv")
    import_it(qtbot, window, page)
    qtbot.waitUntil(lambda: ui.overzicht.stand.columns["dag"].size == before + 2500, timeout=WAIT)
    qtbot.mouseClick(page.done.undo, LEFT)
    qtbot.waitUntil(lambda: page.taking_back.banner is not None, timeout=WAIT)
    banner = page.taking_back.banner
    assert banner is not None
    assert banner.spec.strong == "2.500 meldingen gaan weg."
    with qtbot.waitSignal(page.work.undone, timeout=WAIT):
        qtbot.mouseClick(banner.buttons()[0], LEFT)
    qtbot.waitUntil(lambda: ui.overzicht.stand.columns["dag"].size == before, timeout=WAIT)
    qtbot.waitUntil(
        lambda: [row.tag.accessibleName() for row in page.start.earlier.rows] == ["ongedaan gemaakt"], timeout=WAIT
    )
    assert page.step == START


def test_shown_on_the_map_once_the_map_knows_it(qtbot: QtBot, ui: UiContext, frame: Shown, tables: Path) -> None:
    window, page = frame
    look_at(qtbot, page, tables / "c_utf16_tab_usdates.txt")
    import_it(qtbot, window, page)
    qtbot.waitUntil(window.foot.corner.isEnabled, timeout=WAIT)
    with qtbot.waitSignal(page.map_requested, timeout=WAIT) as told:
        qtbot.mouseClick(window.foot.corner, LEFT)
    assert told.args is not None
    assert len(told.args[0]) == 2500
    assert told.args[1] == "Import van c_utf16_tab_usdates.txt"


def test_several_files_at_once(qtbot: QtBot, tmp_path: Path, frame: Shown, avon: Path) -> None:
    window, page = frame
    paths = [avon / f"2023-0{month}-avon-and-somerset-street.csv.gz" for month in (1, 2)]
    small = []
    for number, path in enumerate(paths):
        with gzip.open(path, "rt", encoding="utf-8") as text:
            small.append(write(tmp_path, f"maand{number}.csv", "".join(islice(text, 301))))
    look_at(qtbot, page, *small)
    assert page.review.summary.text() == "Dit zijn 2 bestanden met samen 600 rijen."
    assert page.review.guesses.rows["bestand"].guess.text == "maand0.csv"
    page.review.guesses.rows["bestand"].value_chosen.emit("1")
    assert page.review.guesses.rows["bestand"].guess.text == "maand1.csv"
    import_it(qtbot, window, page)
    assert page.report is not None
    assert len(page.report.nrs) == 2


def test_what_is_no_table_comes_back_to_the_start(
    qtbot: QtBot, tmp_path: Path, frame: Shown, errors: list[BoaError]
) -> None:
    _window, page = frame
    page.take_files([write(tmp_path, "leeg.csv", "")])
    qtbot.waitUntil(lambda: bool(errors), timeout=WAIT)
    assert errors[0].code == "bestand_leeg"
    assert page.step == START


def test_a_file_that_changed_after_looking_is_not_imported(
    qtbot: QtBot, tmp_path: Path, frame: Shown, errors: list[BoaError]
) -> None:
    window, page = frame
    path = write(tmp_path, "anders.csv", BAD_ROWS)
    look_at(qtbot, page, path)
    path.write_text(AMBIGUOUS, encoding="utf-8")
    qtbot.mouseClick(window.foot.corner, LEFT)
    qtbot.waitUntil(lambda: bool(errors), timeout=WAIT)
    assert errors[0].code == "bestand_gewijzigd"
    assert page.step == REVIEW


def test_the_form_is_remembered_for_the_next_file(qtbot: QtBot, tmp_path: Path, ui: UiContext, frame: Shown) -> None:
    window, page = frame
    path = write(tmp_path, "maand1.csv", AMBIGUOUS)
    look_at(qtbot, page, path)
    assert not window.foot.corner.isEnabled()
    qtbot.mouseClick(page.review.guesses.rows["volgorde"].right, LEFT)
    qtbot.waitUntil(window.foot.corner.isEnabled, timeout=WAIT)
    with qtbot.waitSignal(ui.notice_requested, timeout=WAIT):
        qtbot.mouseClick(window.foot.action_items()[1], LEFT)
    again = tmp_path / "maand2.csv"
    shutil.copy(path, again)
    look_at(qtbot, page, again)
    assert page.review.known.isVisible()
    assert window.foot.corner.isEnabled()


def test_what_is_wrong_with_a_file_stands_on_this_page_until_the_next_one(
    qtbot: QtBot, ui: UiContext, tmp_path: Path, frame: Shown
) -> None:
    _window, page = frame
    settled: list[str] = []
    ui.page_errors_settled.connect(settled.append)
    with qtbot.assertNotEmitted(ui.error_raised), qtbot.waitSignal(ui.page_error_raised, timeout=WAIT) as told:
        page.take_files([tmp_path / "weg.csv"])
    assert told.args is not None
    assert told.args[1] == "importeren"
    assert settled == ["importeren"]
    page.take_files([tmp_path / "ook weg.csv"])
    assert settled == ["importeren", "importeren"]
    qtbot.waitUntil(lambda: page.step == START, timeout=WAIT)


def test_tab_goes_through_the_review_in_reading_order(qtbot: QtBot, tmp_path: Path, frame: Shown) -> None:
    window, page = frame
    look_at(qtbot, page, write(tmp_path, "twijfel.csv", AMBIGUOUS))
    wait_for_layout()
    page.review.sides.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    start = QApplication.focusWidget()
    for _ in range(60):
        now = QApplication.focusWidget()
        assert now is not None
        if now in seen:
            break
        seen.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert start in seen
    wanted: list[QWidget] = []
    for row in page.review.guesses.rows.values():
        wanted += [knop for knop in (row.right, row.change) if knop.isVisible()]
    wanted.append(page.review.table)
    places = [seen.index(widget) for widget in wanted]
    assert places == sorted(places)
    # The next step is last of all on the page.
    corner = [seen.index(action) for action in window.foot.action_items()]
    assert min(corner) > max(places)


def test_esc_and_back_keeps_every_correction(qtbot: QtBot, tmp_path: Path, shell: Shell) -> None:
    shell.resize(1280, 800)
    shell.show()
    qtbot.waitExposed(shell)
    shell.show_page("vandaag")
    shell.show_page("importeren")
    page = shell.real_page("importeren")
    assert isinstance(page, ImporterenPage)
    look_at(qtbot, page, write(tmp_path, "twijfel.csv", AMBIGUOUS))
    page.review.guesses.rows["volgorde"].value_chosen.emit("maand_eerst")
    qtbot.waitUntil(
        lambda: page.plan is not None and page.plan.totalen.geteld and bool(page.plan.keuzes.waarden), timeout=WAIT
    )
    qtbot.keyClick(page.review.guesses.rows["volgorde"].change, Qt.Key.Key_Escape)
    shell.go_back()
    shell.show_page("vandaag")
    shell.show_page("importeren")
    assert page.step == REVIEW
    assert page.review.guesses.rows["volgorde"].guess.value == "maand_eerst"
    assert page.review.guesses.rows["volgorde"].tag.accessibleName() == "uw keuze"
