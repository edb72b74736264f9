"""Bytes without a row go, others stay."""

from __future__ import annotations

import hashlib
from pathlib import Path

from boa_app.server.fotos import Fotomap
from boa_app.server.fotowissen import bekende_fotos, wis_onbekende
from tests.server.installatie import maak_installatie


def test_only_photos_no_row_knows_are_removed(tmp_path: Path) -> None:
    installatie = maak_installatie(tmp_path)
    fotos = Fotomap(installatie.plaats.fotos)
    stray = hashlib.sha256(b"zwerver").hexdigest()
    with installatie.open() as open_:
        toegang, maker = open_.maker()
        melding = maker.melding()
        open_.push(toegang, maker, melding)
        open_.foto(toegang, maker, melding, b"beeld")
        fotos.append(stray, 0, b"zwerver")
        fotos.finish(stray)
        known = bekende_fotos(open_.centrale.db)
        assert known == {hashlib.sha256(b"beeld").hexdigest()}
        assert wis_onbekende(open_.centrale.db, fotos) == 1
        assert set(fotos.names()) == known
        assert wis_onbekende(open_.centrale.db, fotos) == 0
