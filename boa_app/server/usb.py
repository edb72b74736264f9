"""Unsent work that comes by hand: opened, checked to be of a known device, taken in as if it was pushed, answered.

    USB file ─► open with the key of the centre ─► signature of the device ─► its role of today ─► push, photos
             ─► answer: results, receipt, new records; sealed to that device by this centre
    outbox   ─► open with the recovery key ─► signature ─► its last role ─► push, photos          (no answer)

Bringing a file twice is harmless: every change gets the answer it got before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import msgspec

from boa_app.domain.audit import Actie
from boa_app.domain.errors import BoaError, UserError
from boa_app.domain.moments import to_iso
from boa_app.domain.roles import Rol
from boa_app.server import identiteiten, toestellen
from boa_app.server.aanmelden import toegang_van
from boa_app.server.backend import Toegang
from boa_app.server.fotobalie import Fotobalie
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.onderdelen import Onderdelen, is_sync
from boa_app.server.opschoning import bevestig
from boa_app.server.verwerking import bereid_voor, verwerk
from boa_app.sync.bon import LEEG
from boa_app.sync.protocol import (
    MAX_PUSH,
    SCHEMA_VERSION,
    Antwoord,
    Beginblad,
    Blad,
    BonAntwoord,
    BonVraag,
    Push,
    Uitslag,
)
from boa_app.sync.usb import (
    MAX_LETTER_BYTES,
    PURPOSE_ANSWER,
    PURPOSE_OUTBOX,
    PURPOSE_USB,
    Pak,
    Terug,
    pack_terug,
    unpack_heen,
)
from boa_app.vault.zegel import ZegelError, ZegelFault, open_with, seal_to, verify

_FAULTS = {
    ZegelFault.GEEN_ZEGEL: "usb_geen_pakket",
    ZegelFault.NIEUWER: "usb_programma_ouder",
    ZegelFault.ANDERE_SLEUTEL: "usb_vreemd",
    ZegelFault.TE_GROOT: "usb_te_groot",
}
# Room in the answer for what is not pages.
_MAX_PAGES_BYTES = MAX_LETTER_BYTES * 3 // 4


@dataclass(frozen=True, slots=True)
class Uitgaandverslag:
    """What came of outbox files. genomen, geweigerd: changes; fotos: photos that are here now; fouten: code by the
    place of a file that could not be taken in."""

    bestanden: int = 0
    genomen: int = 0
    geweigerd: int = 0
    fotos: int = 0
    fouten: dict[int, str] = field(default_factory=dict)


class Usbbalie:
    """Takes in what is carried by hand for one municipality."""

    def __init__(self, delen: Onderdelen, fotos: Fotobalie) -> None:
        self._delen, self._fotos = delen, fotos

    def open_usb(self, sealed: bytes) -> Pak:
        """A package of a device of this centre, its signature checked.

        Raises Geweigerd 422: usb_geen_pakket, usb_programma_ouder, usb_vreemd, usb_beschadigd, usb_te_groot,
        usb_toestel_onbekend; UserError of sync.usb.
        """
        return self._open(sealed, self._delen.dienst.instellingen.uitwissel_prive, PURPOSE_USB)

    def account_of(self, pak: Pak) -> str:
        """Whose device made a package, as the centre knows it."""
        keys = toestellen.sleutels_van(self._delen.dienst.db, pak.brief.device)
        return str(keys["account"]) if keys else ""

    def take_in(self, pak: Pak) -> bytes:
        """Take a package in and give the file for the device. Raises Geweigerd 401 as aanmelden.wie, 422."""
        dienst = self._delen.dienst
        toegang = toegang_van(dienst, pak.brief.device)
        answers = self._push(pak, toegang)
        photos = self._bring_fotos(pak, toegang)
        bevestig(dienst.db, toegang.device, pak.brief.opgeschoond, dienst.clock())
        brief = self._with_pages(self._terug(pak, toegang, answers, photos), pak, toegang)
        self._delen.log(
            toegang, Actie.SYNC, "usb", pak.brief.nr, velden=(f"wijzigingen={len(answers)}", f"fotos={len(photos)}")
        )
        keys = toestellen.sleutels_van(dienst.db, pak.brief.device)
        if keys is None:
            raise Geweigerd(422, "usb_toestel_onbekend")
        own = dienst.instellingen
        return seal_to(keys["uitwissel_sleutel"], pack_terug(brief), PURPOSE_ANSWER, own.uitwissel_prive)

    def read_outbox(self, files: Sequence[bytes], herstel_prive: str) -> Uitgaandverslag:
        """Take outbox files in, in whatever order they come; one that cannot be read keeps no other back.

        Also of a device that was revoked: what was sealed by its key was made before it had to go.
        """
        report = Uitgaandverslag(len(files))
        opened: list[tuple[int, Pak]] = []
        for place, sealed in enumerate(files):
            try:
                opened.append((place, self._open(sealed, herstel_prive, PURPOSE_OUTBOX)))
            except BoaError as error:
                report.fouten[place] = error.code
        # What a photo belongs to must be here before it.
        for place, pak in sorted(opened, key=lambda one: (not one[1].brief.pushes, one[1].brief.nr)):
            try:
                report = self._read_one(report, pak)
            except BoaError as error:
                report.fouten[place] = error.code
        return report

    def _read_one(self, report: Uitgaandverslag, pak: Pak) -> Uitgaandverslag:
        toegang = self._last_toegang(pak.brief.device)
        answers = self._push_as_centre(pak, toegang)
        photos = self._bring_fotos(pak, toegang)
        self._delen.log(
            toegang, Actie.SYNC, "uitgaand", pak.brief.nr,
            velden=(f"wijzigingen={len(answers)}", f"fotos={len(photos)}"),
        )  # fmt: skip
        taken = sum(answer.uitslag is Uitslag.GENOMEN for answer in answers)
        return replace(
            report, genomen=report.genomen + taken, geweigerd=report.geweigerd + len(answers) - taken,
            fotos=report.fotos + len(photos),
        )  # fmt: skip

    def _open(self, sealed: bytes, private: str, purpose: str) -> Pak:
        try:
            pak = unpack_heen(open_with(private, sealed, purpose))
        except ZegelError as error:
            raise Geweigerd(422, _FAULTS.get(error.fault, "usb_beschadigd")) from error
        except UserError as error:
            raise Geweigerd(422, error.code, **error.fields) from error
        dienst = self._delen.dienst
        if pak.brief.centrale != dienst.instellingen.centrale:
            raise Geweigerd(422, "usb_vreemd")
        keys = toestellen.sleutels_van(dienst.db, pak.brief.device)
        if keys is None or not verify(keys["teken_sleutel"], pak.ondertekend, pak.handtekening):
            raise Geweigerd(422, "usb_toestel_onbekend")
        if not all(map(is_sync, (pak.brief.nr, *pak.brief.opgeschoond))) or not all(map(_is_sound, pak.brief.pushes)):
            raise Geweigerd(422, "usb_beschadigd")
        return pak

    def _push(self, pak: Pak, toegang: Toegang) -> tuple[Antwoord, ...]:
        return tuple(answer for push in pak.brief.pushes for answer in self._delen.push(toegang, push).antwoorden)

    def _push_as_centre(self, pak: Pak, toegang: Toegang) -> tuple[Antwoord, ...]:
        """As _push, for whoever may have no role any more: the back end does not ask for one again."""
        delen, answers = self._delen, list[Antwoord]()
        for push in pak.brief.pushes:
            now, vinder = delen.dienst.clock(), delen.kaart.vinder(delen.dienst.db)
            with delen.backend.schrijfbeurt(toegang.gemeente_code) as beurt:
                answers += verwerk(beurt, toegang, bereid_voor(push, vinder), now).antwoorden
        return tuple(answers)

    def _bring_fotos(self, pak: Pak, toegang: Toegang) -> tuple[str, ...]:
        """The photos of the package that are here now."""
        return tuple(
            part.sha256
            for part in pak.brief.fotos
            if self._fotos.take_whole(toegang, part.uid, part.sha256, pak.foto[part.sha256])
        )

    def _last_toegang(self, device: str) -> Toegang:
        """Who a device last acted for, also when it was revoked or his role ended."""
        dienst = self._delen.dienst
        keys = toestellen.sleutels_van(dienst.db, device)
        row = identiteiten.actualiseer(dienst.db, keys["account"], dienst.clock()) if keys else None
        if row is None:
            raise Geweigerd(422, "usb_toestel_onbekend")
        rol = row["rol"] or self._last_rol(row["account"])
        buurten = identiteiten.buurten_van(row)
        return Toegang(
            dienst.gemeente_code, row["account"], row["naam"], Rol(rol),
            None if buurten is None else frozenset(buurten), device, int(row["epoch"]), row["einde"],
        )  # fmt: skip

    def _last_rol(self, account: str) -> str:
        perioden = identiteiten.lees_account(self._delen.dienst.db, account, self._delen.dienst.clock()).rollen
        if not perioden:
            raise Geweigerd(422, "usb_toestel_onbekend")
        return str(max(perioden, key=lambda periode: periode.begin).rol)

    def _terug(
        self, pak: Pak, toegang: Toegang, answers: tuple[Antwoord, ...], photos: tuple[str, ...]
    ) -> Terug:  # fmt: skip
        dienst = self._delen.dienst
        return Terug(
            pak.brief.nr, dienst.instellingen.centrale, pak.brief.device, to_iso(dienst.clock()), answers, photos,
            dienst.stand_van(toegang), None, opgeschoond=pak.brief.opgeschoond,
        )  # fmt: skip

    def _with_pages(self, brief: Terug, pak: Pak, toegang: Toegang) -> Terug:
        """With what is new for this device, and the receipt of all of it."""
        cursor = pak.brief.cursor
        if cursor is None or pak.brief.epoch != toegang.epoch or cursor < self._delen.dienst.horizon():
            pages, whole = self._begin_pages(toegang, brief.nr)
            stand = pages[-1].stand if pages else 0
            brief = replace(brief, begin=tuple(pages) if whole else (), rest=not whole)
            return replace(brief, bon=self._bon(brief.nr, toegang, stand, stand))
        found, whole = self._pull_pages(toegang, cursor, brief.nr)
        brief = replace(brief, na=cursor, bladen=tuple(found), rest=not whole)
        return replace(brief, bon=self._bon(brief.nr, toegang, cursor, found[-1].cursor if found else cursor))

    def _begin_pages(self, toegang: Toegang, nr: str) -> tuple[list[Beginblad], bool]:
        pages, size, na, stand = list[Beginblad](), 0, "", 0
        while not pages or na:
            page = self._delen.begin(toegang, na, stand, nr, SCHEMA_VERSION)
            size += len(msgspec.json.encode(page))
            if size > _MAX_PAGES_BYTES:
                return pages, False
            pages.append(page)
            na, stand = page.volgende, page.stand
        return pages, True

    def _pull_pages(self, toegang: Toegang, na: int, nr: str) -> tuple[list[Blad], bool]:
        pages, size = list[Blad](), 0
        while not pages or pages[-1].meer:
            page = self._delen.pull(toegang, pages[-1].cursor if pages else na, toegang.epoch, nr, SCHEMA_VERSION)
            size += len(msgspec.json.encode(page))
            if size > _MAX_PAGES_BYTES:
                return pages, False
            pages.append(page)
        return pages, True

    def _bon(self, nr: str, toegang: Toegang, van: int, tot: int) -> BonAntwoord:
        return self._delen.bon(toegang, BonVraag(nr, {}, LEEG, van, tot, LEEG))


def _is_sound(push: Push) -> bool:
    return len(push.changes) <= MAX_PUSH and is_sync(push.sync)
