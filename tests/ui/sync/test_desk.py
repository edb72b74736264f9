"""One reading for the whole page, and several choices as one act with one undo."""

from __future__ import annotations

from boa_app.ui.sync.desk import decide, joined, read_desk
from boa_app.usecases.changes import Changes, Done, Undo, UndoSoort
from boa_app.usecases.meldingen import maak_ongedaan, wijzig_melding
from tests.apparaten import Opstelling
from tests.centrale import IN_OOST
from tests.samples import make_sample_session


def test_without_a_centre_nothing_is_read(veld: Opstelling) -> None:
    session = make_sample_session(veld.folder / "los", veld.clock)
    desk = read_desk(session)
    assert not desk.status.aangemeld
    assert (desk.bon, desk.conflicten, desk.geweigerd, desk.paren) == (None, (), (), ())
    session.close()


def test_fields_of_one_record_are_chosen_and_taken_back_together(veld: Opstelling) -> None:
    een = veld.apparaat("Sam de Wit", "teamleider", None)
    ander = veld.apparaat("Noor Vos", "teamleider", None)
    uid = een.meld(ernst="1")
    veld.sync_all()
    lon, lat = IN_OOST
    for device, ernst, shift in ((een, "3", 0.0003), (ander, "2", 0.0002)):
        wijzig_melding(device.session, uid, {"ernst": ernst, "lon": lon + shift, "lat": lat})
    veld.sync_all()
    desk = read_desk(een.session)
    (card,) = desk.conflicten
    assert len(desk.straten) == 2
    assert desk.bon is not None
    choices = {field.id: field.waarden[0].change_id for field in card.velden}
    done = decide(een.session, choices)
    assert done.undo is not None
    assert len(done.undo.delen) == 2
    assert read_desk(een.session).conflicten == ()
    maak_ongedaan(een.session, done.undo)
    assert len(read_desk(een.session).conflicten[0].velden) == 2


def test_acts_without_a_way_back_have_none_together() -> None:
    undo = Undo(UndoSoort.CONFLICT, "u")
    acts = [Done(Changes(meldingen=frozenset({"u"})), "u", undo), Done(Changes(jops=True), "u")]
    whole = joined(acts)
    assert whole.undo is None
    assert whole.changes == Changes(meldingen=frozenset({"u"}), jops=True)
    assert joined(acts[:1]).undo is undo
