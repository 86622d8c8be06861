"""What was agreed beforehand: rules, mandates, benchmarks; and the step-ins that went past them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, TypeVar

from domain.events import (
    BenchmarkAdopted,
    Event,
    MandateGranted,
    MandateRevoked,
    RuleAdopted,
    StepInApplied,
    StepInLifted,
    StepInReviewed,
    StepInTold,
)
from domain.ids import CommitteeId, StepInId, StreamId
from domain.kinds import Audience, Benchmark, Domain, Stake
from domain.voting.nearest import chooses
from projections.agreed_seen import (
    AgreedRule,
    BenchmarkSeen,
    CourseSeen,
    MandateSeen,
    Reviewing,
    StepInSeen,
    Telling,
)
from projections.as_told import COLUMNS, row_of, told_in
from projections.mandate_asked import id_of
from projections.naming import Naming
from projections.read_model import ReadModel, Rows, on, question
from projections.stops import Stop

E = TypeVar("E", bound=Event)
Names = Mapping[Any, str]

TELL_WITHIN = timedelta(hours=48)
REVIEW_WITHIN = timedelta(days=14)


class Mandates(ReadModel):
    """Rules, mandates, benchmarks and step-ins, as they stood at any moment.

    A mandate runs out and a step-in ends by the clock: whoever asks about these says what time it
    is, or was, as ``at``.
    """

    NAME = "mandates"
    TABLES: ClassVar[dict[str, str]] = {"agreed": COLUMNS, "stepped_in": COLUMNS}
    INDEXES = (
        "agreed_committee ON agreed (committee, at, position)",
        "stepped_in_committee ON stepped_in (committee, at, position)",
    )

    @on(RuleAdopted, MandateGranted, MandateRevoked, BenchmarkAdopted)
    def agreed(self, event: Event, position: int, rows: Rows) -> None:
        rows["agreed"].append(row_of(event, position))

    @on(StepInApplied, StepInTold, StepInLifted, StepInReviewed)
    def stepped_in(self, event: Event, position: int, rows: Rows) -> None:
        rows["stepped_in"].append(row_of(event, position))

    @question
    def rules(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[AgreedRule]:
        """Every rule the committee had, oldest first; those without an end are in force."""
        found = _only(RuleAdopted, told_in(self, "agreed", committee, Stop(at, known)))
        return [_rule(rule, found[place + 1 :]) for place, rule in enumerate(found)]

    @question
    def rules_in_force(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[AgreedRule]:
        """How the committee decides at this moment."""
        return [rule for rule in self.rules(committee, at, known) if rule.until is None]

    @question
    def mandates(
        self, committee: CommitteeId, at: datetime, known: int | None = None
    ) -> list[MandateSeen]:
        """Every mandate granted so far, oldest first."""
        told = told_in(self, "agreed", committee, Stop(at, known))
        granted = _only(MandateGranted, told)
        names = self.views.of(Naming).names(id_of(event.holder) for event in granted)
        words = self.words(event.words for event in granted)
        return [_mandate(event, told, at, names, words) for event in granted]

    @question
    def mandates_in_force(
        self, committee: CommitteeId, at: datetime, known: int | None = None
    ) -> list[MandateSeen]:
        """What somebody may decide alone at this moment."""
        return [seen for seen in self.mandates(committee, at, known) if seen.in_force]

    @question
    def benchmarks(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[BenchmarkSeen]:
        """What the committee means to be measured by at this moment: the last word on each.

        A measure can have a time to count by, and beside it what it should be.
        """
        told = told_in(self, "agreed", committee, Stop(at, known))
        adopted = _only(BenchmarkAdopted, told)
        last = {(event.metric, event.benchmark is Benchmark.TIME): event for event in adopted}
        return [
            BenchmarkSeen(
                metric=event.metric,
                benchmark=event.benchmark,
                value=event.value,
                hours=event.hours,
                since=event.occurred_at,
                event=event.event_id,
                authority=event.authority,
            )
            for _, event in sorted(last.items(), key=lambda one: one[0])
        ]

    @question
    def step_ins(
        self, committee: CommitteeId, at: datetime, known: int | None = None
    ) -> list[StepInSeen]:
        """Every step-in so far, oldest first."""
        told = told_in(self, "stepped_in", committee, Stop(at, known))
        applied = _only(StepInApplied, told)
        people = [person for event in _only(StepInReviewed, told) for person in event.reviewers]
        things = [thing for event in applied for thing in (event.person, *event.touches)]
        names = self.views.of(Naming).names([*people, *things], at, known)
        words = self.words(event.reason for event in applied)
        return [_step_in(event, told, at, names, words) for event in applied]

    @question
    def touched(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> frozenset[StreamId]:
        """Everything that somebody stepped in on."""
        applied = _only(StepInApplied, told_in(self, "stepped_in", committee, Stop(at, known)))
        return frozenset(thing for event in applied for thing in event.touches)

    @question
    def course(
        self,
        committee: CommitteeId,
        step_in: StepInId,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[CourseSeen]:
        """All that happened to one step-in, from stepping in to what others found."""
        told = told_in(self, "stepped_in", committee, Stop(at, known))
        mine = [event for event in told if getattr(event, "step_in", None) == step_in]
        words = self.words(event.reason for event in mine)
        return [CourseSeen(one.event_id, words.get(one.reason or "")) for one in mine]


def _only(kind: type[E], events: Iterable[Event]) -> list[E]:
    return [event for event in events if isinstance(event, kind)]


def _rule(event: RuleAdopted, later: Iterable[RuleAdopted]) -> AgreedRule:
    replaced = (
        one for one in later if one.replaces == event.rule or _covers(one) == _covers(event)
    )
    return AgreedRule(
        rule=event.rule,
        terms=event.terms,
        domains=event.domains,
        stakes=event.stakes,
        since=event.occurred_at,
        until=next((one.occurred_at for one in replaced), None),
        event=event.event_id,
        authority=event.authority,
    )


def _covers(event: RuleAdopted) -> tuple[set[Domain], set[Stake], bool]:
    return set(event.domains), set(event.stakes), chooses(event.terms)


def _mandate(
    event: MandateGranted,
    told: Iterable[Event],
    at: datetime,
    names: Names,
    words: Mapping[str, str],
) -> MandateSeen:
    told = list(told)
    revoked = [one for one in _only(MandateRevoked, told) if one.mandate == event.mandate]
    renewed = [one for one in _only(MandateGranted, told) if one.renews == event.mandate]
    starts = event.starts or event.occurred_at.date()
    renewed_on = min((_begins(one) for one in renewed), default=None)
    return MandateSeen(
        mandate=event.mandate,
        version=_version(event, _only(MandateGranted, told)),
        holder=event.holder,
        holder_name=names[id_of(event.holder)],
        words=words.get(event.words, "…"),
        says=event.says,
        limit=event.limit,
        starts=starts,
        expires=event.expires,
        renews=event.renews,
        revoked_at=revoked[0].occurred_at if revoked else None,
        renewed_on=renewed_on,
        in_force=not revoked
        and starts <= at.date() <= (event.expires or date.max)
        and (renewed_on is None or at.date() < renewed_on),
        event=event.event_id,
        authority=event.authority,
        granted_at=event.occurred_at,
        granted_by=event.actor,
        revoked_by=revoked[0].actor if revoked else None,
    )


def _version(event: MandateGranted, granted: Iterable[MandateGranted]) -> int:
    """Counted back to the one that renews no other; a history may tell of a circle."""
    older, seen = {one.mandate: one.renews for one in granted}, {event.mandate}
    before = event.renews
    while before is not None and before in older and before not in seen:
        seen.add(before)
        before = older[before]
    return len(seen)


def _begins(event: MandateGranted) -> date:
    return event.starts or event.occurred_at.date()


def _step_in(
    event: StepInApplied,
    told: Iterable[Event],
    at: datetime,
    names: Names,
    words: Mapping[str, str],
) -> StepInSeen:
    told = list(told)
    of_this = [one for one in told if getattr(one, "step_in", None) == event.step_in]
    heard = _only(StepInTold, of_this)
    reviewed = _only(StepInReviewed, of_this)
    lifted = next((one.occurred_at for one in _only(StepInLifted, of_this)), None)
    by_committee = [one for one in heard if one.to is Audience.COMMITTEE]
    return StepInSeen(
        step_in=event.step_in,
        person=event.person,
        name=names[event.person] if event.person else "Somebody",
        grounds=event.grounds,
        reason=words.get(event.reason or ""),
        less_restrictive_tried=event.less_restrictive_tried,
        touches=tuple(names[stream] for stream in event.touches),
        began=event.occurred_at,
        ends=event.ends,
        lifted_at=lifted,
        in_force=lifted is None and event.ends is not None and at < event.ends,
        told=tuple(Telling(one.to, one.format, one.occurred_at) for one in heard),
        told_late=_is_late(event, by_committee, TELL_WITHIN, at),
        reviews=tuple(
            Reviewing(
                one.finding,
                tuple(names[who] for who in one.reviewers),
                one.occurred_at,
                one.led_to,
            )
            for one in reviewed
        ),
        review_late=_is_late(event, reviewed, REVIEW_WITHIN, at),
        event=event.event_id,
    )


def _is_late(
    event: StepInApplied, answers: Iterable[Event], within: timedelta, at: datetime
) -> bool:
    came = min((one.occurred_at for one in answers), default=at)
    return came > event.occurred_at + within
