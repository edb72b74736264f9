"""The commands by what a role has."""

from __future__ import annotations

from boa_app.ui.zoeken.commands import Acts, Commands


def test_only_pages_there_are_and_each_does_its_own(qapp: object) -> None:
    done: list[str] = []
    acts = Acts(done.append, lambda soort: done.append(f"form {soort}"), lambda: done.append("slot"),
                lambda: done.append("nacht"))  # fmt: skip
    pages = [("vandaag", "house", "Vandaag"), ("melden", "plus", "Nieuwe melding"), ("melding", "list", "Melding")]
    made = Commands(acts).make(pages)
    assert [command.name for command in made] == [
        "Nieuwe melding", "Niemand aangetroffen", "Vandaag", "Dag of nacht", "Vergrendelen",
    ]  # fmt: skip
    for command in made:
        command.act()
    assert done == ["form ", "form GEEN", "vandaag", "nacht", "slot"]
    assert [one.key for one in Commands(acts).make(pages[:1])] == ["vandaag", "nacht", "vergrendelen"]
