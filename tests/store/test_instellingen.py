from __future__ import annotations

from boa_app.store import instellingen
from boa_app.store.store import Store


def test_a_setting_is_kept_and_replaced(store: Store) -> None:
    with store.read() as r:
        assert instellingen.get(r, "taal", "nl") == "nl"
    for value in ("en", {"lijst": [1, None, "é"]}):
        store.write_now(lambda w, value=value: instellingen.put(w, "taal", value))  # type: ignore[misc]
        with store.read() as r:
            assert instellingen.get(r, "taal", "nl") == value
