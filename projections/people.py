"""One person: what is kept of them, and everything in the log that names them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from pydantic_core import from_json

from domain.details import Preferences
from domain.events import (
    EVENTS,
    AdjustmentAsked,
    AdjustmentMade,
    ConsentGiven,
    ConsentWithdrawn,
    DetailsGiven,
    Event,
    PersonRegistered,
    PreferencesGiven,
    SupporterDismissed,
    SupporterNamed,
)
from domain.ids import PersonId
from domain.kinds import Consent
from domain.mapper import seals_in
from domain.person import Person
from projections.as_told import events_in, row_of
from projections.audit import Audit
from projections.life import Life
from projections.meetings_seen import SomebodySeen
from projections.naming import Naming
from projections.people_seen import (
    AdjustmentSeen,
    ConsentSeen,
    HelperSeen,
    LifeSeen,
    NameSeen,
    PersonSeen,
)
from projections.read_model import ReadModel, Rows, on, question, uid
from projections.sentences import ids_in
from projections.stops import NOW, Stop

E = TypeVar("E", bound=Event)
Names = Mapping[Any, str]
Words = Mapping[str, str]
HelpersSeen = tuple[HelperSeen, ...]

OF_PEOPLE = tuple(kind for kind in EVENTS.values() if kind.TOPIC.startswith(f"{Person.STREAM}."))
HELPERS = (SupporterNamed.TOPIC, SupporterDismissed.TOPIC)
OF_ONE, OF_HELPERS = "person = ?", "topic IN (?, ?)"
AT_ONCE = 500


class People(ReadModel):
    """What people need, want and agree to; and the whole log, asked for one of them.

    Details are told as they are kept now, whatever time is asked about.
    """

    NAME = "people"
    TABLES: ClassVar[dict[str, str]] = {
        "person_step": (
            "(position INTEGER PRIMARY KEY, person BLOB, topic TEXT, told TEXT, at INTEGER)"
        ),
    }
    INDEXES = (
        "person_step_person ON person_step (person, at, position)",
        "person_step_topic ON person_step (topic, at, position)",
    )

    @on(*OF_PEOPLE)
    def step(self, event: Event, position: int, rows: Rows) -> None:
        rows["person_step"].append(row_of(event, position))

    # ---- Questions

    @question
    def everybody(self) -> list[SomebodySeen]:
        """Everybody who ever became known here, by the name they have now."""
        registered = "SELECT person FROM person_step WHERE topic = ? ORDER BY at, position"
        found = self.rows(registered, PersonRegistered.TOPIC)
        people = [PersonId(uid(key)) for (key,) in found]
        names = self.views.of(Naming).names(people)
        return [SomebodySeen(person, names[person]) for person in people]

    @question
    def is_known(self, person: UUID) -> bool:
        """Whether this is somebody who became known here."""
        found = "SELECT 1 FROM person_step WHERE person = ? LIMIT 1"
        return self.row(found, person.bytes) is not None

    @question
    def person(
        self, person: PersonId, at: datetime | None = None, known: int | None = None
    ) -> PersonSeen | None:
        """What is kept of one person, beyond what they did."""
        kept = _details_in(self._told(OF_ONE, person.bytes))
        if not kept:
            return None
        told = self._told(OF_ONE, person.bytes, stop=Stop(at, known))
        chosen = self._told(OF_HELPERS, *HELPERS, stop=Stop(at, known))
        names = self.views.of(Naming).names(set().union(*map(ids_in, (*kept, *told, *chosen))))
        words = self.words(seal for event in (*kept, *told) for seal in seals_in(event))
        return PersonSeen(
            person=person,
            name=names[person],
            known_since=kept[0].occurred_at,
            names=tuple(_names(kept, words)),
            details=_details(kept, words),
            preferences=_preferences(told, words),
            helpers=_helpers(told, names),
            helps=_helpers(chosen, names, of=person),
            adjustments=tuple(_adjustments(told, words)),
            consents=tuple(_consents(told)),
        )

    @question
    def life(
        self, person: PersonId, at: datetime | None = None, known: int | None = None
    ) -> LifeSeen:
        """Everything in the log that names one person, in the order in which it happened."""
        audit, life, stop = self.views.of(Audit), Life(person), Stop(at, known)
        naming = (
            (place, event)
            for place, event in self.views.ledger.naming(person, known)
            if at is None or event.occurred_at <= at
        )
        while some := list(islice(naming, AT_ONCE)):
            for (_, event), entry in zip(some, audit.told(some, stop), strict=True):
                life.take(event, entry)
        names = self.views.of(Naming).names(life.things(), at, known)
        return life.seen(names, self.words(life.seals()))

    def _told(self, which: str, *values: object, stop: Stop = NOW) -> list[Event]:
        query = f"SELECT topic, told FROM person_step WHERE {which} AND at <= ? AND position <= ? "  # noqa: S608
        return events_in(self.rows(f"{query} ORDER BY at, position", *values, *stop.bounds))


def _only(kind: type[E], events: Iterable[Event]) -> list[E]:
    return [event for event in events if isinstance(event, kind)]


def _details_in(told: Iterable[Event]) -> list[PersonRegistered | DetailsGiven]:
    return [event for event in told if isinstance(event, PersonRegistered | DetailsGiven)]


def _names(kept: Sequence[PersonRegistered | DetailsGiven], words: Words) -> Iterator[NameSeen]:
    """The names that somebody had, as far as they are kept."""
    for event in kept:
        if event.details:
            details = _object(words.get(event.details))
            yield NameSeen(details.get("name") if details else None, event.occurred_at)


def _details(
    kept: Sequence[PersonRegistered | DetailsGiven], words: Words
) -> Mapping[str, Any] | None:
    """All that was given last, as it is kept."""
    given = [event.details for event in kept if event.details]
    return _object(words.get(given[-1])) if given else None


def _object(words: str | None) -> Mapping[str, Any] | None:
    try:
        found = from_json(words or "null")
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _preferences(told: Sequence[Event], words: Words) -> Mapping[str, str] | None:
    given = _only(PreferencesGiven, told)
    found = words.get(given[-1].preferences) if given else None
    return Preferences.model_validate_json(found).wants if found else None


def _helpers(chosen: Sequence[Event], names: Names, of: PersonId | None = None) -> HelpersSeen:
    """Whom somebody chose; or with ``of``, who chose them."""
    found: dict[PersonId, list[HelperSeen]] = {}
    for event in chosen:
        if not isinstance(event, SupporterNamed | SupporterDismissed):
            continue
        if of not in (None, event.supporter):
            continue
        other = PersonId(event.originator_id) if of else event.supporter
        past = found.setdefault(other, [])
        if isinstance(event, SupporterNamed):
            past.append(HelperSeen(other, names[other], event.occurred_at, None))
        elif past:
            past[-1] = replace(past[-1], until=event.occurred_at)
    every = (one for past in found.values() for one in past)
    return tuple(sorted(every, key=lambda one: one.since))


def _adjustments(told: Sequence[Event], words: Words) -> Iterator[AdjustmentSeen]:
    made = {event.adjustment: event for event in _only(AdjustmentMade, told)}
    for event in _only(AdjustmentAsked, told):
        answer = made.get(event.adjustment)
        yield AdjustmentSeen(
            adjustment=event.adjustment,
            words=words.get(event.words),
            asked_at=event.occurred_at,
            made_at=answer.occurred_at if answer else None,
            how=words.get(answer.words or "") if answer else None,
        )


def _consents(told: Sequence[Event]) -> Iterator[ConsentSeen]:
    """Everything that was ever agreed to, the oldest first."""
    standing: dict[Consent, datetime] = {}
    for event in told:
        if isinstance(event, ConsentGiven):
            standing.setdefault(event.to, event.occurred_at)
        elif isinstance(event, ConsentWithdrawn) and event.to in standing:
            yield ConsentSeen(event.to, standing.pop(event.to), event.occurred_at)
    for to, since in standing.items():
        yield ConsentSeen(to, since, None)
