"""A frame with pages as the program fills it, for the tests of the frame."""

from __future__ import annotations

from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.frame.model import CornerAction, FootAction, FootSpec, StateItem, TopAction
from boa_app.ui.frame.page import Page
from boa_app.ui.theme import ThemeManager

STATES = (
    StateItem("opgeslagen", "hard-drive-download", "Opgeslagen", "op dit apparaat"),
    StateItem("sync", "cloud-upload", "3 nog niet", "gesynchroniseerd", short="3"),
    StateItem("conflict", "git-compare", "conflict", "kies welke geldt", badge="1"),
)


class SamplePage(Page):
    """A page that remembers what the frame told it."""

    def __init__(self, name: str = "Vandaag") -> None:
        super().__init__()
        self.name = name
        self.told: list[str] = []
        self.reason = ""

    def title(self) -> str:
        return self.name

    def context(self) -> str:
        return "vrijdag 20 november 2026, late dienst 16:00–24:00"

    def foot(self) -> FootSpec:
        actions = (
            FootAction(
                "circle-slash",
                "Niemand aangetroffen",
                lambda: self.told.append("niemand"),
                "slaat meteen op, met Ongedaan maken",
                "Ctrl+E",
                "Niemand",
                self.reason,
            ),
            FootAction("repeat", "Herhaal vorige", lambda: self.told.append("vorige"), short_title="Vorige"),
        )
        corner = CornerAction("plus", "Nieuwe melding", lambda: self.told.append("nieuw"), "Ctrl+N", "Melding")
        return FootSpec(actions, corner)

    def top_actions(self) -> tuple[TopAction, ...]:
        return (TopAction("map", "Kaart", lambda: self.told.append("kaart")),)

    def page_shown(self) -> None:
        self.told.append("getoond")

    def page_hidden(self) -> None:
        self.told.append("weg")

    def apply_size_class(self) -> None:
        self.told.append(self.size_class.value)


def make_frame(themes: ThemeManager) -> MainFrame:
    """A frame with five jobs and one page behind an arrow back."""
    frame = MainFrame(themes)
    jobs = (("vandaag", "house", "Vandaag"), ("kaart", "map", "Kaart"), ("rondes", "route", "Rondes"))
    more = (("jops", "warehouse", "JOP's"), ("schouwen", "footprints", "Schouwen"))
    for key, icon, label in (*jobs, *more):
        frame.add_page(key, icon, label, SamplePage(label))
    frame.add_page("melden", "", "", SamplePage("Nieuwe melding"), in_rail=False)
    frame.set_states(STATES)
    frame.set_example(is_example=True)
    frame.show_page("vandaag")
    return frame
