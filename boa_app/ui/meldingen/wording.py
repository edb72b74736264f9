"""What the rows, the strip and the foot say about the form."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.melding import MeldingRecord
from boa_app.domain.moments import evening_date, to_local
from boa_app.texts import formats, label
from boa_app.usecases.formulier import JOP_MAATREGEL, Formulier, jops_by_distance
from boa_app.usecases.formulier_start import FormulierStart
from boa_app.usecases.meldingen_lezen import ZelfdeGroep
from boa_app.usecases.plaatsindex import PlaatsHier

SAME_SPOT_M = 5
LONGEST_NAME = 28


class Wording(QObject):
    """Sentences of the form in the language of the window."""

    def __init__(self, lijsten: Codelijsten, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lijsten, self._language = lijsten, language
        # Why the receiver's place is not used, as the value of an Oordeel; "" when it is.
        self.doubt = ""

    def rows(self, form: Formulier, here: PlaatsHier, now: datetime) -> dict[str, tuple[str, str]]:
        """(value, note) of the five rows."""
        regime = self._lijsten["regime"].kort(form.regime, self._language)
        numbers = len(form.stored_verwijzingen())
        note = self.tr("{aantal} nr. vastgelegd").format(aantal=numbers) if numbers else ""
        return {
            "wanneer": (self.when(form, now), "" if form.is_nu(now) or form.gebeurd_van else self.tr("begin invullen")),
            "waar": self.where(form, here),
            "aanleiding": (self._lijsten["aanleiding"].kort(form.aanleiding, self._language), ""),
            "regime": (regime, note),
            "meer": (self.more(form), ""),
        }

    def when(self, form: Formulier, now: datetime) -> str:
        """Nu, 21:42 · 21:30 · 21:00–21:30 · vr 20-11 21:30."""
        moment = form.moment(now)
        if form.is_nu(now):
            return self.tr("nu, {tijd}").format(tijd=formats.time(moment))
        if evening_date(moment) == evening_date(now):
            end = f"{formats.EN_DASH}{formats.time(form.gebeurd_tot)}" if form.gebeurd_tot else ""
            return f"{formats.time(moment)}{end}"
        return formats.moment_range(moment, form.gebeurd_tot, self._language, to_local(now).date())

    def where(self, form: Formulier, here: PlaatsHier) -> tuple[str, str]:
        """The name of the place and how sure it is."""
        if form.plek is None:
            return self.tr("kies op de kaart"), self._doubt_words()
        name = form.plaats or here.straat or here.buurt_naam or self.tr("punt op de kaart")
        if form.voorstel is not None:
            if form.voorstel.uit == "gps":
                return name, self.tr("gps, ± {meters} m").format(meters=round(form.nauwkeurigheid_m or 0))
            moment = formats.time(form.voorstel.moment)
            words = self.tr("zelfde als {tijd}") if form.voorstel.uit == "melding" else self.tr("bezocht {tijd}")
            return name, words.format(tijd=moment)
        return name, "" if form.nauwkeurigheid_m is None else f"± {round(form.nauwkeurigheid_m)} m"

    def _doubt_words(self) -> str:
        if not self.doubt:
            return ""
        return self.tr("gps: {oordeel}").format(oordeel=label("oordeel", self.doubt, self._language))

    def more(self, form: Formulier) -> str:
        """What was told beside the groups, else what may be told."""
        photos = self.tr("foto") if len(form.fotos) == 1 else self.tr("{aantal} foto's").format(aantal=len(form.fotos))
        parts = [photos] if form.fotos else []
        if form.leeftijd:
            ages = [self._lijsten["leeftijd"].kort(code, self._language) for code in form.leeftijd]
            parts.append(self.tr("leeftijd {klassen}").format(klassen=", ".join(ages)))
        if form.locatietype:
            parts.append(self._lijsten["locatietype"].kort(form.locatietype, self._language).lower())
        if form.herkomst != "ZELF":
            parts.append(self._lijsten["herkomst"].kort(form.herkomst, self._language).lower())
        flags = (
            (form.feiten, self.tr("feiten")), (form.duiding, self.tr("duiding")), (form.groep, form.groep),
            (form.met_collega, self.tr("met collega")), (form.gericht_tegen_medewerker, self.tr("tegen medewerker")),
        )  # fmt: skip
        parts += [word for there, word in flags if there]
        text = ", ".join(parts)
        return text[:1].upper() + text[1:] if text else self.tr("Leeftijd, feiten, plek")

    def strip(self, form: Formulier, here: PlaatsHier, now: datetime) -> dict[str, tuple[str, bool]]:
        """(value, still asks something) per group of the strip."""

        def kort(lijst: str, codes: tuple[str, ...]) -> str:
            return ", ".join(self._lijsten[lijst].kort(code, self._language) for code in codes if code)

        return {
            "soort": (kort("soort", form.soorten), False),
            "ernst": (f"{form.ernst} {kort('ernst', (form.ernst,)).lower()}" if form.ernst else "", False),
            "groepsgrootte": (kort("groepsgrootte", (form.groepsgrootte,)), False),
            "maatregel": (kort("maatregel", form.maatregelen), False),
            "resultaat": (kort("resultaat", (form.resultaat,)), False),
            "plek": (self.where(form, here)[0], form.plek is None),
        }

    def jop(self, form: Formulier, start: FormulierStart | None) -> str:
        """Where the group was sent, beside the title of the measures."""
        if JOP_MAATREGEL not in form.maatregelen or start is None:
            return ""
        reach = {jop.uid: (jop.naam, metres) for jop, metres in jops_by_distance(start.jops, form.plek)}
        if form.doorverwezen_naar not in reach:
            return self.tr("geen JOP bekend") if form.plek else ""
        naam, metres = reach[form.doorverwezen_naar]
        afstand = formats.distance(metres, self._language)
        short = naam if len(naam) <= LONGEST_NAME else naam[: LONGEST_NAME - 1] + "…"
        return self.tr("naar {naam}, {afstand} hemelsbreed").format(naam=short, afstand=afstand)

    def vorige(self, record: MeldingRecord | None) -> str:
        """What *Herhaal vorige* will fill in: stemgeluid, 5–9, 20:58."""
        if record is None:
            return ""
        melding = record.melding
        parts = [self._lijsten["soort"].kort(melding.soort, self._language).lower()]
        if melding.groepsgrootte:
            parts.append(self._lijsten["groepsgrootte"].kort(melding.groepsgrootte, self._language))
        return ", ".join([*parts, formats.time(melding.gebeurd_van)])

    def same_group(self, hit: ZelfdeGroep) -> str:
        """Om 20:58 is 35 m verderop ook stemgeluid gemeld, groep 5–9."""
        fields = {
            "tijd": formats.time(hit.moment),
            "afstand": formats.distance(hit.afstand_m, self._language),
            "soort": self._lijsten["soort"].kort(hit.soort, self._language).lower(),
            "groep": self._lijsten["groepsgrootte"].kort(hit.groepsgrootte, self._language),
        }
        if round(hit.afstand_m) < SAME_SPOT_M:
            text = self.tr("Om {tijd} is op deze plek ook {soort} gemeld.")
            with_group = self.tr("Om {tijd} is op deze plek ook {soort} gemeld, groep {groep}.")
        else:
            text = self.tr("Om {tijd} is {afstand} verderop ook {soort} gemeld.")
            with_group = self.tr("Om {tijd} is {afstand} verderop ook {soort} gemeld, groep {groep}.")
        return (with_group if hit.groepsgrootte else text).format(**fields)
