"""Photos over the line: sealed bytes go up where they were cut off, come down for who may see them, and are counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import numpy as np
import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.foto import FotoStand, Werkfoto
from boa_app.store import fotos, sync_weg
from boa_app.sync.protocol import Weg
from boa_app.usecases.fotos import FotoDoel, miniaturen, toon_foto, voeg_foto_toe
from boa_app.usecases.synchroniseren import syncstand
from tests.apparaten import Apparaat, Opstelling, opstelling

# Noise, so that the JPEG is large enough to be cut.
WERK = Werkfoto(np.random.default_rng(1).integers(0, 255, 900 * 600 * 3, dtype=np.uint8).tobytes(), 900, 600)


@pytest.fixture
def veld(tmp_path: Path) -> Iterator[Opstelling]:
    with opstelling(tmp_path) as made:
        yield made


def _with_photo(boa: Apparaat) -> tuple[str, str]:
    uid = boa.meld()
    return uid, voeg_foto_toe(boa.session, WERK, (), FotoDoel(melding=uid), nagekeken=True).uid


def _stand(device: Apparaat, foto: str) -> tuple[FotoStand, bytes]:
    with device.session.store.read() as reader:
        found = fotos.get_foto(reader, foto)
        assert found is not None
        return found.stand, fotos.get_miniatuur(reader, foto)


class Cutting(httpx.BaseTransport):
    """Lets only the first bytes of a photo through, then the line is gone."""

    def __init__(self, after: int) -> None:
        self._inner, self._after = httpx.HTTPTransport(), after
        self.offsets: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.method == "PUT":
            self.offsets.append(request.headers["Upload-Offset"])
            request = httpx.Request("PUT", request.url, headers=request.headers, stream=_Part(request, self._after))
        return self._inner.handle_request(request)

    def close(self) -> None:
        self._inner.close()


class _Part(httpx.SyncByteStream):
    def __init__(self, request: httpx.Request, after: int) -> None:
        self._body, self._after = request.read(), after

    def __iter__(self) -> Iterator[bytes]:
        yield self._body[: self._after]
        if len(self._body) > self._after:
            raise httpx.WriteError("cut")


def test_a_photo_reaches_the_team_lead_and_both_sides_count_it(veld: Opstelling) -> None:
    boa, leider = veld.apparaat(), veld.apparaat("Ina Bos", "teamleider", None)
    uid, foto = _with_photo(boa)
    assert syncstand(boa.session).fotos_hier == 1
    bon = boa.sync().bon
    assert bon.is_gelijk
    assert [(line.hier, line.centrale) for line in bon.regels if line.naam == "fotos"] == [(1, 1)]
    assert (_stand(boa, foto)[0], syncstand(boa.session).fotos_hier) == (FotoStand.CENTRALE, 0)
    got = leider.sync()
    assert uid in got.changes.meldingen or got.changes.alles
    stand, small = _stand(leider, foto)
    assert (stand, small[:2]) == (FotoStand.CENTRALE, b"\xff\xd8")
    assert toon_foto(leider.session, foto).jpeg == toon_foto(boa.session, foto).jpeg
    assert [shown.jpeg for shown in miniaturen(leider.session, uid)] == [small]


def test_a_colleague_gets_the_melding_and_no_photo(veld: Opstelling) -> None:
    boa, colleague = veld.apparaat(), veld.apparaat("Noor Vos")
    _, foto = _with_photo(boa)
    veld.sync_all()
    with colleague.session.store.read() as reader:
        assert fotos.get_foto(reader, foto) is None
    assert syncstand(colleague.session).fotos_volgen == 0


def test_a_photo_that_is_not_there_yet_follows(veld: Opstelling) -> None:
    boa, leider = veld.apparaat(), veld.apparaat("Ina Bos", "teamleider", None)
    boa.sync()
    _, foto = _with_photo(boa)
    with pytest.raises(EnvironmentProblem, match="verbinding_verbroken"):
        boa.sync(Cutting(1000))
    assert boa.session and syncstand(boa.session).fotos_hier == 1
    got = leider.sync()
    assert _stand(leider, foto) == (FotoStand.VOLGT, b"")
    assert syncstand(leider.session).fotos_volgen == 1
    assert got.bon.is_gelijk, "it is not this device that lacks something at the centre"
    boa.sync()
    leider.sync()
    assert _stand(leider, foto)[0] is FotoStand.CENTRALE


def test_what_arrived_is_not_sent_again(veld: Opstelling) -> None:
    boa = veld.apparaat()
    boa.sync()
    _, foto = _with_photo(boa)
    first = Cutting(100_000)
    with pytest.raises(EnvironmentProblem, match="verbinding_verbroken"):
        boa.sync(first)
    second = Cutting(10_000_000)
    bon = boa.sync(second).bon
    assert first.offsets == ["0"]
    assert second.offsets == ["100000"]
    assert bon.is_gelijk
    assert _stand(boa, foto)[0] is FotoStand.CENTRALE


def test_a_lost_file_keeps_nothing_else_waiting(veld: Opstelling) -> None:
    boa = veld.apparaat()
    _, lost = _with_photo(boa)
    _, foto = _with_photo(boa)
    with boa.session.store.read() as reader:
        found = fotos.get_foto(reader, lost)
    assert found is not None
    fotos.file_of(boa.session.store.folder, found.sha256).unlink()
    bon = boa.sync().bon
    assert _stand(boa, foto)[0] is FotoStand.CENTRALE
    assert [(line.hier, line.centrale) for line in bon.regels if line.naam == "fotos"] == [(2, 1)]
    assert (bon.is_gelijk, bon.fotos_nog_hier) == (False, 1)


def test_a_photo_of_a_melding_that_left_meanwhile_goes_once_it_arrived(veld: Opstelling) -> None:
    boa = veld.apparaat()
    boa.sync()
    uid, foto = _with_photo(boa)
    with pytest.raises(EnvironmentProblem, match="verbinding_verbroken"):
        boa.sync(Cutting(1000))
    boa.session.store.write_now(lambda w: sync_weg.apply_weg(w, [Weg(1, "melding", uid)]))
    with boa.session.store.read() as reader:
        found = fotos.get_foto(reader, foto)
    assert found is not None, "its bytes are nowhere else yet"
    boa.sync()
    with boa.session.store.read() as reader:
        assert fotos.get_foto(reader, foto) is None
    assert not fotos.file_of(boa.session.store.folder, found.sha256).exists()
    assert syncstand(boa.session).fotos_hier == 0
