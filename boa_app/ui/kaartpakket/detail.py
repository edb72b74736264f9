"""What is in one kaartpakket: its parts with their age, what is missing, what is wrong, where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from boa_app.domain.errors import UserError
from boa_app.texts import error_sentence
from boa_app.ui.kaartpakket.words import PART_ICONS, KaartWords
from boa_app.ui.theme import ThemeManager
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.usecases.kaartbestand import Kaartbestand
from boa_app.usecases.kaartpakketbouw import Mislukt
from boa_app.usecases.kaartpakketten import PakketInfo


class PakketFacts(QObject):
    """Makes the rows of the detail."""

    def __init__(self, themes: ThemeManager, words: KaartWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes, self._words = themes, words

    def rows(self, info: PakketInfo, failed: tuple[Mislukt, ...] = ()) -> list[QWidget]:
        """The facts of one kaartpakket. failed: what did not succeed while it was made just now."""
        return [*self._problems(info, failed), *self._parts(info), *self._rest(info)]

    def half_rows(self, klaar: tuple[str, ...]) -> list[QWidget]:
        """What is told of one that was stopped. klaar: the parts that are done."""
        names = ", ".join(self._words.part(naam) for naam in klaar)
        done = self.tr("Klaar: {onderdelen}. De rest gaat verder waar het was.").format(onderdelen=names)
        return [
            self._row(
                "pause", self.tr("Dit kaartpakket is nog niet af"), done if names else self.tr("Er is nog niets klaar.")
            )
        ]

    def file_rows(self, path: Path, found: Kaartbestand) -> list[QWidget]:
        """What one signed file says of itself, and whether its maker is trusted."""
        parts = ", ".join(self._words.part(naam) for naam in found.onderdelen)
        rows: list[QWidget] = [
            self._row("package", path.name, f"{self._words.size(found.bytes)} · {parts}"),
            self._row("user", found.maker, self.tr("maakte dit kaartpakket")),
        ]
        if found.is_vertrouwd:
            trusted = self.tr("De handtekening klopt"), self.tr("Deze maker vertrouwt u al.")
            rows.append(self._row("shield-check", *trusted))
        else:
            ask = self.tr("Vraag de maker of dit bij hem staat, en neem het alleen dan over: {vingerafdruk}")
            unknown = self.tr("Deze maker is hier nog niet bekend"), ask.format(vingerafdruk=found.vingerafdruk)
            rows.append(self._row("triangle-alert", *unknown))
        if found.is_ouder:
            older = self.tr("Het kaartpakket met deze naam op dit apparaat is nieuwer.")
            rows.append(self._row("clock", self.tr("Dit is ouder dan wat u al heeft"), older))
        return rows

    def _problems(self, info: PakketInfo, failed: tuple[Mislukt, ...]) -> Iterator[QWidget]:
        for problem in info.problemen:
            yield self._row("circle-alert", *self._words.problem(problem))
        for part in failed:
            what, todo = self._words.why(part.code, part.velden)
            name = self.tr("{onderdeel} is niet gelukt").format(onderdeel=self._words.part(part.onderdeel))
            yield self._row("circle-alert", name, f"{what} {todo}".strip())
        for warning in info.waarschuwingen:
            words = error_sentence(UserError(warning.code, **dict(warning.velden)), self._words.language)
            yield self._row("triangle-alert", words.wat, f"{words.veilig} {words.doen}".strip())

    def _parts(self, info: PakketInfo) -> Iterator[QWidget]:
        for deel in info.onderdelen:
            icon = PART_ICONS.get(deel.naam, "package")
            yield self._row(icon, self._words.part_name(deel), self._words.part_meta(deel))

    def _rest(self, info: PakketInfo) -> Iterator[QWidget]:
        if info.ontbreekt and not info.problemen:
            names = ", ".join(self._words.part(naam) for naam in info.ontbreekt)
            yield self._row("circle-dashed", self.tr("Niet in dit kaartpakket"), names)
        if info.attributie:
            yield self._row("info", self.tr("Bronnen"), info.attributie)

    def _row(self, icon: str, name: str, meta: str) -> InfoRow:
        row = InfoRow(self._themes, icon)
        row.set_fact(name, meta)
        return row
