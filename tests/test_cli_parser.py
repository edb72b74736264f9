"""A wrong command is told in Dutch, by the messages this Python really gives."""

from __future__ import annotations

import pytest

from boa_app.cli import make_parser
from boa_app.domain.errors import UserError


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["onzin"],
            "OPDRACHT: 'onzin' bestaat niet"
            " (kies uit 'voorbeeld', 'importeer', 'import', 'melding', 'exporteer', 'centraal', 'straten',"
            " 'kaartpakket', 'aanmelden', 'synchroniseer', 'conflicten', 'conflict', 'controleer')",
        ),
        (["melding"], "nog nodig is DAAD"),
        (["melding", "nieuw"], "nog nodig is --invoer"),
        (["importeer"], "nog nodig is BESTAND"),
        (["controleer", "--onzin"], "--onzin is onbekend"),
        (["controleer", "--json=1"], "--json: '1' hoort hier niet bij"),
        (["controleer", "--store"], "--store: hier hoort één waarde achter"),
        (["melding", "lijst", "--m=1", "--so", "HANG", "--l", "2"], "--met-vervallen: '1' hoort hier niet bij"),
        (["voorbeeld", "--jaren", "x"], "--jaren: x is geen jaar of reeks jaren"),
        (["voorbeeld", "--meldingen", "-3"], "--meldingen: -3 is geen aantal"),
        (["voorbeeld", "--meldingen", "veel"], "--meldingen: veel is geen aantal"),
        (["melding", "lijst", "--van", "31-02-2026"], "--van: 31-02-2026 is geen dag"),
        (["importeer", "x", "--pro", "a", "--s", "b"], "--s is dubbelzinnig (--store, --soort)"),
    ],
)
def test_what_is_wrong_is_said_in_dutch(arguments: list[str], message: str) -> None:
    with pytest.raises(UserError) as caught:
        make_parser().parse_args(arguments)
    # Later versions of argparse leave the quotation marks out.
    assert str(caught.value.fields["melding"]).replace("'", "") == message.replace("'", "")
