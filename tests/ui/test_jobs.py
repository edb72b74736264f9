"""Which pages a role is offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boa_app.domain.roles import Actor, Rol
from boa_app.ui.context import UiContext
from boa_app.ui.jobs import Jobs
from tests.store.enrolled import enrol


@pytest.mark.parametrize(
    ("rol", "absent"),
    [
        (Rol.TEAMLEIDER, set()),
        (Rol.BOA, {"importeren"}),
        (Rol.SCHOUWLEIDER, {"importeren", "rondes", "melden", "melding", "gps", "foto_nieuw", "foto", "ouder"}),
        (
            Rol.PRIVACY,
            {"importeren", "rondes", "melden", "melding", "gps", "foto_nieuw", "foto", "kaart", "ouder", "straten"},
        ),
    ],
)
def test_a_role_gets_its_own_pages(ui: UiContext, rol: Rol, absent: set[str]) -> None:
    all_keys = {job.key for job in Jobs(ui).offered()}
    ui.session = replace(ui.session, actor=Actor("x", rol))
    assert {job.key for job in Jobs(ui).offered()} == all_keys - absent


def test_a_page_about_one_thing_is_not_opened_by_name(ui: UiContext) -> None:
    assert {job.key for job in Jobs(ui).offered() if not job.is_way_in} == {"melding", "foto", "foto_nieuw"}


@pytest.mark.parametrize(("rol", "in_rail"), [(Rol.BEHEERDER, True), (Rol.PRIVACY, True), (Rol.TEAMLEIDER, False)])
def test_beheer_stands_in_the_rail_of_who_manages_and_is_open_to_who_is_alone(
    ui: UiContext, rol: Rol, in_rail: bool
) -> None:
    ui.session = replace(ui.session, actor=Actor("x", rol))
    (job,) = (job for job in Jobs(ui).offered() if job.key == "beheer")
    assert job.in_rail is in_rail


def test_with_a_centre_only_who_manages_gets_beheer(ui: UiContext) -> None:
    enrol(ui.session.store)
    for rol in Rol:
        ui.session = replace(ui.session, actor=Actor("x", rol))
        offered = {job.key for job in Jobs(ui).offered()}
        assert ("beheer" in offered) is (rol in (Rol.BEHEERDER, Rol.PRIVACY))


def test_who_manages_sees_no_content(ui: UiContext) -> None:
    ui.session = replace(ui.session, actor=Actor("x", Rol.BEHEERDER))
    assert [job.key for job in Jobs(ui).offered() if job.in_rail] == ["vandaag", "beheer"]
