"""How it stood beside how it stands: each difference, and what made it, back to its right."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from domain.events import Event
from domain.ids import CommitteeId, PlanId, TaskId
from domain.values import EventId
from projections.aspects import Aspect, of_decision, of_idea, of_plan, of_task
from projections.aspects_agreed import of_agreed, of_member, of_role
from projections.audit import Audit, Entry
from projections.decisions import Decisions
from projections.directory import Directory
from projections.mandates import Mandates
from projections.naming import Naming
from projections.plan import Plans
from projections.read_model import ReadModel, question
from projections.sentences import ids_in
from projections.stops import NOW, Stop
from projections.tasks import Tasks

Key = tuple[UUID, str]
Aspects = Mapping[Key, Aspect]


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that stands otherwise at one stop in time than at another.

    ``was`` and ``now`` are ``None`` where it was not there. ``because`` begins with the event that
    made the difference, and goes back along its rights.
    """

    thing: UUID
    what: str
    label: str
    was: str | None
    now: str | None
    because: tuple[Entry, ...]


class Differences(ReadModel):
    """Old and new side by side. It keeps nothing of its own, and asks the others.

    The stop that is asked about is ``at`` and ``known`` as ever; it is laid ``beside`` another one,
    which is now unless said otherwise. So a question tells what has changed since, or what is known
    now about then and was not known then.
    """

    NAME = "differences"
    TABLES: ClassVar[dict[str, str]] = {}

    @question
    def plan(
        self,
        plan: PlanId,
        beside: Stop = NOW,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[Difference]:
        """When an occasion is, and each of its lines."""

        def aspects(stop: Stop) -> Iterator[Aspect]:
            if seen := self.views.of(Plans).plan(plan, *stop):
                yield from of_plan(seen)

        return self._between(aspects, Stop(at, known), beside)

    @question
    def plans(
        self,
        committee: CommitteeId,
        beside: Stop = NOW,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[Difference]:
        """The occasions of a committee, and each of their lines."""

        def aspects(stop: Stop) -> Iterator[Aspect]:
            for seen in self.views.of(Plans).plans(committee, *stop):
                yield from of_plan(seen)

        return self._between(aspects, Stop(at, known), beside)

    @question
    def tasks(
        self,
        committee: CommitteeId,
        beside: Stop = NOW,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[Difference]:
        """The jobs of a committee: who has them, how they stand, what they are."""

        def aspects(stop: Stop) -> Iterator[Aspect]:
            for seen in self.views.of(Tasks).tasks(committee, *stop):
                yield from of_task(seen)

        return self._between(aspects, Stop(at, known), beside)

    @question
    def some_tasks(
        self,
        tasks: Collection[TaskId],
        beside: Stop = NOW,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[Difference]:
        """The same of these jobs alone."""

        def aspects(stop: Stop) -> Iterator[Aspect]:
            for task in tasks:
                if seen := self.views.of(Tasks).task(task, *stop):
                    yield from of_task(seen)

        return self._between(aspects, Stop(at, known), beside)

    @question
    def directory(
        self,
        committee: CommitteeId,
        beside: Stop = NOW,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[Difference]:
        """Who sits on a committee, and who has which role."""

        def aspects(stop: Stop) -> Iterator[Aspect]:
            for member in self.views.of(Directory).members(committee, *stop):
                yield from of_member(committee, member)
            for role in self.views.of(Directory).roles(committee, *stop):
                yield of_role(committee, role, self.views.of(Naming).names(role.holders))

        return self._between(aspects, Stop(at, known), beside)

    @question
    def agreed(
        self,
        committee: CommitteeId,
        now: datetime,
        beside: Stop = NOW,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[Difference]:
        """How a committee decides, who may decide alone, what it aims for, and who stepped in."""

        def aspects(stop: Stop) -> Iterator[Aspect]:
            clock, agreed = stop.at or now, self.views.of(Mandates)
            yield from of_agreed(
                committee,
                agreed.rules_in_force(committee, *stop),
                agreed.mandates_in_force(committee, clock, stop.known),
                agreed.benchmarks(committee, *stop),
                agreed.step_ins(committee, clock, stop.known),
            )

        return self._between(aspects, Stop(at, known), beside)

    @question
    def decisions(
        self,
        committee: CommitteeId,
        now: datetime,
        beside: Stop = NOW,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[Difference]:
        """How far ideas have come, what was decided, and whether it holds."""
        decisions, then = self.views.of(Decisions), Stop(at, known)
        begun = dict.fromkeys(
            idea.proposal
            for stop in (then, beside)
            for idea in decisions.undecided(committee, now, *stop)
        )

        def aspects(stop: Stop) -> Iterator[Aspect]:
            """Also ideas that are undecided at one of the two, and on no list at the other."""
            register = decisions.register(committee, at=stop.at, known=stop.known)
            for decision in register:
                yield from of_decision(decision)
            decided = {decision.proposal for decision in register}
            for proposal in begun:
                idea = decisions.proposal(proposal, now, *stop)
                if idea and proposal not in decided:
                    yield from of_idea(idea)

        return self._between(aspects, then, beside)

    @question
    def ideas(  # noqa: PLR0913 -- of which of them, and of when
        self,
        committee: CommitteeId,
        now: datetime,
        limit: int,
        words: str = "",
        beside: Stop = NOW,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[Difference]:
        """What has come of the ideas that were undecided, the newest first: of so many of them."""
        decisions, then = self.views.of(Decisions), Stop(at, known)
        waiting = decisions.ideas(committee, now, limit, 0, words, *then).some

        def aspects(stop: Stop) -> Iterator[Aspect]:
            for one in waiting:
                idea = decisions.proposal(one.proposal, now, *stop)
                if idea:
                    yield from of_decision(idea.decision) if idea.decision else of_idea(idea)

        found = self._between(aspects, then, beside)
        return [one for one in found if one.what == "state"]

    # ---- The one way in which all of them are compared

    def _between(
        self, aspects: Callable[[Stop], Iterable[Aspect]], then: Stop, now: Stop
    ) -> list[Difference]:
        before = {(one.thing, one.what): one for one in aspects(then)}
        after = {(one.thing, one.what): one for one in aspects(now)}
        return [
            self._difference(before.get(key), after.get(key), then, now)
            for key in _worth_telling(before, after)
        ]

    def _difference(
        self, was: Aspect | None, now: Aspect | None, then: Stop, beside: Stop
    ) -> Difference:
        told = [one for one in (now, was) if one]
        event = self._brought_about(told, then, beside)
        return Difference(
            thing=told[0].thing,
            what=told[0].what,
            label=told[0].label,
            was=was.value if was else None,
            now=now.value if now else None,
            because=tuple(self.views.of(Audit).rests_on(event)) if event else (),
        )

    def _brought_about(self, told: list[Aspect], then: Stop, beside: Stop) -> EventId | None:
        """What counts at one of the two stops only, and changed this; the last of it.

        Where nothing does, it came by itself, by what was said before: a mandate ran out.
        """

        def is_between(position: int, event: Event) -> bool:
            return then.counts(position, event) is not beside.counts(position, event)

        ledger, named = self.views.ledger, [one.event for one in told if one.event]
        for event in named:
            if is_between(*ledger.placed_event(event)):
                return event
        streams = dict.fromkeys(stream for one in told for stream in one.streams)
        found = [
            (is_between(position, event), event.occurred_at, position, event.event_id)
            for stream in streams
            for position, event in ledger.placed_events_of(stream)
            if any(one.may_come_from(event, ids_in(event)) for one in told)
        ]
        last = max(found, default=None)
        return last[-1] if last and (last[0] or not named) else next(iter(named), None)


def _worth_telling(before: Aspects, after: Aspects) -> Iterator[Key]:
    """What differs; of a thing that is there at one of the two only, its first aspect."""
    there = [{thing for thing, _ in aspects} for aspects in (before, after)]
    told: set[UUID] = set()
    for key in dict.fromkeys([*before, *after]):
        thing, is_in_both = key[0], all(key[0] in things for things in there)
        was, now = before.get(key), after.get(key)
        if (was and was.value) != (now and now.value) and (is_in_both or thing not in told):
            told.add(thing)
            yield key
