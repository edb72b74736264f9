from __future__ import annotations

import pytest

from boa_app.domain.errors import UserError
from boa_app.mapdata.osm_inhoud import Inhoud, ask_to_go_on, never, unheard
from boa_app.mapdata.osm_wegen import Wegverzamelaar


def test_progress_is_told_until_somebody_wants_it_to_end() -> None:
    heard: list[float] = []
    ask_to_go_on(0.4, heard.append, never)
    with pytest.raises(UserError, match="straten_gestopt"):
        ask_to_go_on(0.5, heard.append, lambda: True)
    assert heard == [0.4]
    ask_to_go_on(1.0, unheard, never)


def test_two_contents_share_nothing() -> None:
    one, other = Inhoud(Wegverzamelaar()), Inhoud(Wegverzamelaar())
    one.wegen.add(1, {"highway": "path"}, (1, 2), (0, 9), (0, 9))
    assert (len(one.wegen.wegen), len(other.wegen.wegen), other.adressen) == (1, 0, [])
