"""What the melding form needs to begin: the previous melding, where the boa was last, JOP's, street texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from boa_app.domain.errors import UserError
from boa_app.domain.jop import Jop
from boa_app.domain.melding import MeldingRecord, Status
from boa_app.domain.roles import Entiteit, Handeling, Onderwerp, Veldgroep, may
from boa_app.domain.ronde import Plek, Ronde
from boa_app.store import concepten, instellingen, jops, meldingen, rondes
from boa_app.store.session import Writer
from boa_app.usecases.formulier import Formulier, Plaatsvoorstel, is_recent
from boa_app.usecases.fotos import concept_fotos
from boa_app.usecases.session import Session
from boa_app.usecases.vandaag import centre_of

STRAATTEKSTEN = "straatteksten"
MAX_STRAATTEKSTEN, MAX_STRAATTEKST = 12, 120
DEFAULT_STRAATTEKSTEN = (
    "Groep verplaatste zich bij aankomst.",
    "Groep was aanspreekbaar.",
    "Groep was niet aanspreekbaar.",
    "Geluid was te horen tot in de woningen.",
    "Afval lag op en rond de bank.",
    "Zelfde plek als eerder deze week.",
)


@dataclass(frozen=True, slots=True)
class FormulierStart:
    """What is known when the form opens. centrum: (lon, lat) to show while no place is chosen. ronde: uid or "".
    mag_groep: whether the actor may link a group."""

    vorige: MeldingRecord | None
    voorstel: Plaatsvoorstel | None
    jops: tuple[Jop, ...]
    straatteksten: tuple[str, ...]
    ronde: str
    centrum: tuple[float, float]
    mag_groep: bool


@dataclass(frozen=True, slots=True)
class GeopendConcept:
    """A draft as a form, with the melding it changes when it is a correction."""

    uid: str
    formulier: Formulier
    record: MeldingRecord | None


def load_start(session: Session) -> FormulierStart:
    """Everything the form shows before the first touch; a few reads, no scan."""
    session.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES)
    now = session.now()
    with session.store.read() as reader:
        vorige = meldingen.latest_own(reader, session.actor.account)
        laatste = meldingen.latest_own(reader, session.actor.account, met_geen=True)
        ronde = rondes.open_ronde(reader, session.actor.account)
        plekken = rondes.list_plekken(reader) if ronde and ronde.bezoeken else []
        known_jops = tuple(jops.list_jops(reader))
        texts = _read_texts(instellingen.get(reader, STRAATTEKSTEN, None))
    return FormulierStart(
        vorige=vorige, voorstel=_find_voorstel(laatste, ronde, plekken, now), jops=known_jops, straatteksten=texts,
        ronde=ronde.uid if ronde else "", centrum=centre_of(session),
        mag_groep=_may(session, Handeling.WIJZIGEN, Veldgroep.GROEP),
    )  # fmt: skip


def mag_bestuurlijk(session: Session) -> bool:
    """Whether the actor may choose measures of regime B; asked before the form is built, reads nothing."""
    return _may(session, Handeling.MAKEN, Veldgroep.BESTUURLIJK)


def open_concept(session: Session, uid: str) -> GeopendConcept:
    """A draft to go on with. Raises UserError concept_onbekend, geen_recht."""
    session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.CODES)
    with session.store.read() as reader:
        found = next((one for one in concepten.list_concepten(reader) if one.uid == uid), None)
        if found is None:
            raise UserError("concept_onbekend")
        # Sealing a photo and keeping the form are two writes: what is sealed is what there is.
        formulier = replace(Formulier.from_concept(found.inhoud), fotos=concept_fotos(reader, uid))
        record = meldingen.get_melding(reader, formulier.bewerkt) if formulier.bewerkt else None
    if record is None or record.melding.status is Status.VERVALLEN:
        # What it corrects is gone: the words are kept as a new melding rather than lost.
        record = None
    return GeopendConcept(uid, formulier, record)


def bewaar_straatteksten(session: Session, teksten: tuple[str, ...]) -> tuple[str, ...]:
    """Keep the list of quick sentences; empty and double ones are left out. Returns what is kept.

    Raises UserError geen_recht.
    """
    session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.CODES)
    cleaned = tuple(dict.fromkeys(text.strip()[:MAX_STRAATTEKST] for text in teksten if text.strip()))[
        :MAX_STRAATTEKSTEN
    ]

    def work(writer: Writer) -> None:
        instellingen.put(writer, STRAATTEKSTEN, list(cleaned))

    session.write(work)
    return cleaned


def _find_voorstel(
    laatste: MeldingRecord | None, ronde: Ronde | None, plekken: list[Plek], now: datetime
) -> Plaatsvoorstel | None:
    places = {plek.uid: plek for plek in plekken}
    options = [
        Plaatsvoorstel(places[visit.plek].lon, places[visit.plek].lat, places[visit.plek].naam, visit.moment, "bezoek")
        for visit in (ronde.bezoeken if ronde else ())
        if visit.plek in places
    ]
    if laatste is not None and is_recent(laatste.melding, now, ronde.uid if ronde else ""):
        old = laatste.melding
        options.append(Plaatsvoorstel(old.lon, old.lat, old.plaats, old.gebeurd_van, "melding"))
    return max(options, key=lambda option: option.moment, default=None)


def _may(session: Session, handeling: Handeling, veldgroep: Veldgroep) -> bool:
    return may(session.actor, handeling, Entiteit.MELDING, veldgroep, Onderwerp(), session.now())


def _read_texts(stored: Any) -> tuple[str, ...]:  # noqa: ANN401 - a setting is any JSON value
    return tuple(str(text) for text in stored) if isinstance(stored, list) else DEFAULT_STRAATTEKSTEN
