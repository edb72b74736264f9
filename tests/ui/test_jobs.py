"""Which pages a role is offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boa_app.domain.roles import Actor, Rol
from boa_app.ui.context import UiContext
from boa_app.ui.jobs import Jobs


@pytest.mark.parametrize(
    ("rol", "absent"),
    [
        (Rol.TEAMLEIDER, set()),
        (Rol.BOA, {"importeren"}),
        (Rol.SCHOUWLEIDER, {"importeren", "rondes", "melden", "melding", "gps", "foto_nieuw", "foto", "ouder"}),
        (Rol.PRIVACY, {"importeren", "rondes", "melden", "melding", "gps", "foto_nieuw", "foto", "kaart", "ouder"}),
    ],
)
def test_a_role_gets_its_own_pages(ui: UiContext, rol: Rol, absent: set[str]) -> None:
    all_keys = {job.key for job in Jobs(ui).offered()}
    ui.session = replace(ui.session, actor=Actor("x", rol))
    assert {job.key for job in Jobs(ui).offered()} == all_keys - absent


def test_a_page_about_one_thing_is_not_opened_by_name(ui: UiContext) -> None:
    assert {job.key for job in Jobs(ui).offered() if not job.is_way_in} == {"melding", "foto", "foto_nieuw"}
