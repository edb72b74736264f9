"""Why a session ended by itself: another role at the centre, or this device just signed up."""

from __future__ import annotations

from boa_app.texts.entry import Fout

FOUTEN: dict[str, Fout] = {
    "rol_gewijzigd": Fout(
        (
            "Uw rol of werkgebied is bij de centrale gewijzigd.",
            "Uw werk is veilig en wat u invulde is bewaard.",
            "Ontgrendel opnieuw; u ziet dan wat bij uw rol hoort.",
        ),
        (
            "Your role or area was changed at the centre.",
            "Your work is safe and what you filled in is kept.",
            "Unlock again; you then see what belongs to your role.",
        ),
    ),
    "aangemeld_opnieuw": Fout(
        (
            "Dit apparaat is aangemeld als {naam}, {rol}.",
            "Uw werk staat veilig op dit apparaat.",
            "Ontgrendel opnieuw; u ziet dan wat bij uw rol hoort.",
        ),
        (
            "This device is signed up as {naam}, {rol}.",
            "Your work is safe on this device.",
            "Unlock again; you then see what belongs to your role.",
        ),
    ),
}
