"""By which right something was done: whether what an event cites is there, and held at the time."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from domain.events import (
    Authorised,
    CommitteeFounded,
    DecisionRatified,
    DecisionReversed,
    DecisionTaken,
    Event,
    MandateGranted,
    MandateRevoked,
    RatificationRefused,
    RuleAdopted,
    StepInApplied,
    StepInLifted,
)
from domain.proposal.without_vote import WITHOUT_RIGHT
from projections.power.decisions import SAID_YES
from projections.power.evidence import Evidence
from projections.power.hurried import lapses_on, meeting_after

AUTO_END = timedelta(hours=72)
"""A step-in ends by itself after this, where it names no other end."""


class Rights:
    """What the authorities that events cite come to."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._revoked = {one.mandate: one for one in evidence.ever(MandateRevoked)}
        self._renewed = {one.renews: one for one in evidence.ever(MandateGranted) if one.renews}
        self._lifted = {one.step_in: one for one in evidence.ever(StepInLifted)}

    def behind(self, event: Authorised) -> list[Event]:
        """What the right of this event rests on: the event it cites, and what ended that."""
        cited = self.cited(event)
        if cited is None:
            return []
        met = meeting_after(self._evidence, cited) if isinstance(cited, DecisionTaken) else []
        return [cited, *self._later(cited), *met]

    def whole(self, event: Authorised) -> list[Event]:
        """The same, with the first event of each stream, which says whose it is."""
        found = self.behind(event)
        return [*self._evidence.beginnings(found), *found]

    def cited(self, event: Authorised) -> Event | None:
        """The event that this one names as its right, if that was ever told."""
        return self._evidence.known(event.authority) if event.authority else None

    def holds(self, event: Authorised) -> bool:
        """Whether the right that it cites was there and held when it was used."""
        cited = self.cited(event)
        return cited is not None and self.gives(cited, event.occurred_at)

    def gives(self, cited: Event, at: datetime) -> bool:
        """Whether this event gave a right at a moment."""
        match cited:
            case MandateGranted():
                begins, ends = cited.starts or date.min, cited.expires or date.max
                return begins <= at.date() <= ends and not self._is_over(cited, at)
            case StepInApplied():
                ends_at = cited.ends or cited.occurred_at + AUTO_END
                return at <= ends_at and not self._is_over(cited, at)
            case DecisionTaken():  # what rests on staff alone rests on nothing
                gives = cited.outcome.result in SAID_YES and cited.route not in WITHOUT_RIGHT
                return gives and not self._is_over(cited, at)
        return isinstance(cited, CommitteeFounded | RuleAdopted)

    def ends(self, cited: Event) -> list[Event]:
        """What was told of a right afterwards, on which hangs how long it held."""
        return list(self._later(cited))

    def _is_over(self, cited: Event, at: datetime) -> bool:
        """Whether something had ended it by then; what was done in a hurry ends by itself."""
        later = list(self._later(cited))
        by = lapses_on(self._evidence, cited) if isinstance(cited, DecisionTaken) else None
        if by and at.date() > by:
            agreed = (isinstance(o, DecisionRatified) and o.occurred_at.date() <= by for o in later)
            if not any(agreed):
                return True
        ends = (one for one in later if not isinstance(one, DecisionRatified))
        return any(_ends_it(one, at) for one in ends)

    def _later(self, cited: Event) -> Iterator[Event]:
        """What was told of it afterwards, on which hangs how long it held."""
        match cited:
            case MandateGranted():
                found = (self._revoked.get(cited.mandate), self._renewed.get(cited.mandate))
                yield from (one for one in found if one)
            case StepInApplied():
                lifted = self._lifted.get(cited.step_in)
                yield from [lifted] if lifted else []
            case DecisionTaken():
                told = self._evidence.streams[cited.originator_id]
                for kind in (DecisionRatified, RatificationRefused, DecisionReversed):
                    yield from told.only(kind)


def _ends_it(event: Event, at: datetime) -> bool:
    """From when on: a mandate that renews another takes its place on the day it starts."""
    if isinstance(event, MandateGranted):
        return (event.starts or event.occurred_at.date()) <= at.date()
    return event.occurred_at < at
