"""A place in words: what stands large, what holds there, and what may also be true."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.gebied import GebiedSoort
from boa_app.domain.jop import JopStatus
from boa_app.texts import formats, label
from boa_app.ui.kaart.gebied_words import ICONS
from boa_app.usecases.waarbenik import Hier, Jophier, Regelhier

# Nearer than this one stands at the address itself.
_AT_M = 12.0
# Nearer than this one stands on the corner.
_CORNER_M = 15.0


@dataclass(frozen=True, slots=True)
class Kaartje:
    """One rule or JOP: an icon, what it is called, and the lines under it."""

    icon: str
    naam: str
    regels: tuple[str, ...]

    def spoken(self) -> str:
        """As one sentence for a screen reader."""
        return ", ".join((self.naam, *self.regels))


class HierWoorden(QObject):
    """Words in one language."""

    def __init__(self, lijsten: Codelijsten, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lijsten, self._language = lijsten, language

    def place(self, hier: Hier) -> str:
        """What stands largest: the buurt, or that one is outside."""
        if hier.binnen is False:
            return self.tr("Buiten de gemeente")
        if hier.buurt:
            return hier.buurt
        # Without borders in the kaartpakket the street is what one goes by.
        unknown = hier.straat.naam or self.tr("Geen buurt bekend")
        return unknown if hier.binnen is None else self.tr("Buiten de buurten")

    def gemeente(self, hier: Hier) -> str:
        """The municipality, empty outside it and where its outline is not known."""
        return hier.gemeente if hier.binnen else ""

    def address(self, hier: Hier) -> str:
        """The nearest address, else the street, or only where in it when its name stands above."""
        if hier.adres:
            if hier.adres_m <= _AT_M:
                return hier.adres
            return self.tr("{adres}, op {afstand}").format(adres=hier.adres, afstand=self._far(hier.adres_m))
        if hier.straat.naam and self.place(hier) == hier.straat.naam:
            return self._at_corner(hier)
        return self.street(hier) or self.tr("Geen straat of adres in de buurt")

    def street(self, hier: Hier) -> str:
        """The street and where in it; empty without one."""
        corner = self._at_corner(hier)
        if not corner:
            return hier.straat.naam
        return self.tr("{straat}, {waar}").format(straat=hier.straat.naam, waar=corner)

    def _at_corner(self, hier: Hier) -> str:
        """How far along the street one stands, by the side street that is nearest; empty without one."""
        straat = hier.straat
        if not straat.naam or not straat.zijstraat:
            return ""
        if straat.zijstraat_m <= _CORNER_M:
            return self.tr("hoek {zijstraat}").format(zijstraat=straat.zijstraat)
        far = self._far(straat.zijstraat_m)
        return self.tr("{afstand} van {zijstraat}").format(afstand=far, zijstraat=straat.zijstraat)

    def also(self, hier: Hier) -> str:
        """What may also be true because the place is not exact; empty when nothing."""
        found = [*hier.ook_buurten, *(rule.naam for rule in hier.ook_regels)]
        if hier.ook_grens and hier.binnen:
            found.append(self.tr("buiten de gemeente"))
        elif hier.ook_grens:
            found.append(hier.gemeente or self.tr("binnen de gemeente"))
        if not found:
            return ""
        reach = self._far(max(hier.nauwkeurigheid_m or 0.0, 5.0))
        return self.tr("Binnen {afstand} ook: {namen}.").format(afstand=reach, namen=", ".join(found))

    def rule(self, rule: Regelhier) -> Kaartje:
        """One area with what was decided."""
        soort = label("gebied_soort", rule.soort, self._language)
        lines = [soort[:1].upper() + soort[1:]]
        if rule.besluit:
            lines.append(self.tr("Besluit: {besluit}").format(besluit=rule.besluit))
        lines.append(self._validity(rule))
        lijst = self._lijsten["wettelijk_artikel"]
        lines += [lijst.label(code, self._language) for code in rule.artikelen]
        return Kaartje(ICONS[GebiedSoort(rule.soort)], rule.naam, tuple(lines))

    def jop(self, near: Jophier) -> Kaartje:
        """A JOP with what is agreed about it, as far as that is known here."""
        lines = [self._far(near.afstand_m)]
        if near.jop.status is JopStatus.PROEF and near.jop.proef_tot is not None:
            until = formats.date_nl(near.jop.proef_tot, self._language)
            lines.append(self.tr("Proef tot en met {datum}").format(datum=until))
        elif near.jop.status is not JopStatus.ACTIEF:
            lines.append(self._status(near.jop.status))
        return Kaartje("warehouse", near.jop.naam, tuple(lines))

    def _status(self, status: JopStatus) -> str:
        return {
            JopStatus.IDEE: self.tr("Nog een idee"),
            JopStatus.ONDERZOEK: self.tr("In onderzoek"),
            JopStatus.OVERLEG: self.tr("In overleg"),
            JopStatus.PROEF: self.tr("Proef"),
        }.get(status, str(status))

    def _validity(self, rule: Regelhier) -> str:
        if rule.van and rule.tot:
            return self.tr("Geldt {periode}").format(periode=formats.date_range(rule.van, rule.tot, self._language))
        if rule.tot:
            return self.tr("Geldt tot en met {datum}").format(datum=formats.date_nl(rule.tot, self._language))
        if rule.van:
            return self.tr("Geldt vanaf {datum}").format(datum=formats.date_nl(rule.van, self._language))
        return self.tr("Geldt zonder einddatum")

    def _far(self, metres: float) -> str:
        return formats.distance(metres, self._language)
