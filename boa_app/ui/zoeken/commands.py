"""What Ctrl+K can do from anywhere: go to a page, start a melding, lock, switch day and night."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject


@dataclass(frozen=True, slots=True)
class Command:
    """Something the window can do, with an icon and what does it. words: other words people use for it."""

    key: str
    icon: str
    name: str
    act: Callable[[], None]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Acts:
    """What the window does for a command. open_form: with the soort that is chosen already, or empty. export,
    print_map, open_areas: on Kaart; None without the right."""

    show_page: Callable[[str], None]
    open_form: Callable[[str], None]
    lock: Callable[[], None]
    switch_theme: Callable[[], None]
    export: Callable[[], None] | None = None
    print_map: Callable[[], None] | None = None
    open_areas: Callable[[], None] | None = None


FORM = "melden"
# Pages that need something in hand: a melding, a photo.
NOT_ALONE = frozenset({FORM, "melding", "foto", "foto_nieuw"})


class Commands(QObject):
    """Makes the list; a QObject only for its words."""

    def __init__(self, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts = acts

    def make(self, pages: Iterable[tuple[str, str, str]]) -> list[Command]:
        """The commands in order. pages: key, icon and label of those this role has."""
        listed, acts = list(pages), self._acts
        made: list[Command] = []
        if any(key == FORM for key, _icon, _label in listed):
            made = [
                Command(
                    "nieuw", "plus", self.tr("Nieuwe melding"), partial(acts.open_form, ""),
                    (self.tr("melden"), self.tr("registreren")),
                ),
                Command(
                    "niemand", "circle-check", self.tr("Niemand aangetroffen"), partial(acts.open_form, "GEEN"),
                    (self.tr("rustig"), self.tr("controle")),
                ),
            ]  # fmt: skip
        made += [
            Command(key, icon, label, partial(acts.show_page, key), self._words(key))
            for key, icon, label in listed
            if key not in NOT_ALONE
        ]
        made += self._on_map()
        night = (self.tr("donker"), self.tr("licht"), self.tr("thema"))
        return [
            *made,
            Command("nacht", "moon", self.tr("Dag of nacht"), acts.switch_theme, night),
            Command("vergrendelen", "lock", self.tr("Vergrendelen"), acts.lock, (self.tr("afsluiten"),)),
        ]

    def _on_map(self) -> list[Command]:
        acts = self._acts
        areas = (self.tr("gebied tekenen"), self.tr("camera"), self.tr("verbod"), self.tr("werkgebied"))
        listed = (
            ("exporteren", "download", self.tr("Kaart exporteren"), acts.export, (self.tr("pdf"), self.tr("bestand"))),
            ("afdrukken", "printer", self.tr("Kaart afdrukken"), acts.print_map, (self.tr("printen"),)),
            ("gebieden", "pentagon", self.tr("Gebieden"), acts.open_areas, areas),
        )
        return [Command(key, icon, name, act, words) for key, icon, name, act, words in listed if act is not None]

    def _words(self, key: str) -> tuple[str, ...]:
        return {
            "vandaag": (self.tr("overdracht"), self.tr("begin")),
            "kaart": (self.tr("lijst"), self.tr("overzicht"), self.tr("filter")),
            "rondes": (self.tr("ronde starten"), self.tr("surveillance")),
            "importeren": (self.tr("bestand inlezen"), self.tr("csv"), self.tr("excel")),
            "straten": (self.tr("verplicht"), self.tr("verboden"), self.tr("inspecteren")),
            "waar-ben-ik": (self.tr("plaats"), self.tr("adres"), self.tr("wat geldt hier")),
            "gps": (self.tr("gps"), self.tr("ontvanger")),
            "hulp": (self.tr("handleiding"), self.tr("uitleg")),
        }.get(key, ())
