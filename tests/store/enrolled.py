"""A store that is enrolled at a centre whose keys the test holds; no centre runs."""

from __future__ import annotations

from dataclasses import dataclass, field

from boa_app.store import sync_stand
from boa_app.store.session import Writer
from boa_app.store.store import Store
from boa_app.store.sync_stand import Toestel
from boa_app.sync.protocol import Stand
from boa_app.vault.zegel import Sleutelpaar, generate_keypair, generate_signing_key


@dataclass(frozen=True)
class Sleutels:
    """All keys of one device and its centre. teken, toestel: of the device; herstel, centrale: of the municipality."""

    teken: Sleutelpaar = field(default_factory=generate_signing_key)
    toestel: Sleutelpaar = field(default_factory=generate_keypair)
    herstel: Sleutelpaar = field(default_factory=generate_keypair)
    centrale: Sleutelpaar = field(default_factory=generate_keypair)


def a_stand(sleutels: Sleutels, **values: object) -> Stand:
    """boa1 as teamleider of IJsselstein."""
    kept: dict[str, object] = {
        "account": "boa1", "naam": "Boa Een", "rol": "teamleider", "buurten": None, "gemeente_code": "GM0353",
        "gemeente_naam": "IJsselstein", "epoch": 1, "horizon": 0, "schema": 1, "min_schema": 1,
        "nu": "2026-11-20T20:42:00.000Z", "uitwissel_sleutel": sleutels.centrale.publiek,
        "herstel_sleutel": sleutels.herstel.publiek,
    }  # fmt: skip
    return Stand(**{**kept, **values})  # type: ignore[arg-type]


def enrol(store: Store, sleutels: Sleutels | None = None, **stand: object) -> Sleutels:
    """Have a store know its centre, as enrolment does."""
    keys = sleutels or Sleutels()

    def work(w: Writer) -> None:
        sync_stand.keep_toestel(
            w, Toestel("http://127.0.0.1:1", "centrale-1", w.device, keys.teken.prive, keys.toestel.prive)
        )
        sync_stand.keep_stand(w, a_stand(keys, **stand))

    store.write_now(work)
    return keys
