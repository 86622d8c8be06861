"""By which right something was done: whether what an event cites is there, and held at the time."""

from datetime import date, datetime, timedelta

from domain.events import (
    Authorised,
    CommitteeFounded,
    DecisionReversed,
    DecisionTaken,
    Event,
    MandateGranted,
    MandateRevoked,
    RuleAdopted,
    StepInApplied,
    StepInLifted,
)
from domain.kinds import Domain, Say
from domain.proposal.without_vote import WITHOUT_RIGHT
from domain.values import EventId
from domain.voting.tally import Result
from projections.power.evidence import Evidence

AUTO_END = timedelta(hours=72)
"""A step-in ends by itself after this, where it names no other end."""
GIVES_A_RIGHT = (Result.ADOPTED, Result.CHOSEN)


class Rights:
    """What the authorities that events cite come to."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._revoked = {one.mandate: one for one in evidence.ever(MandateRevoked)}
        self._lifted = {one.step_in: one for one in evidence.ever(StepInLifted)}
        self._reversed = {
            taken.event_id: undone
            for stream in evidence.streams.values()
            if (taken := stream.last(DecisionTaken)) and (undone := stream.first(DecisionReversed))
        }

    def behind(self, event: Authorised) -> list[Event]:
        """What the right of this event rests on: the event it cites, and what ended that."""
        cited = self.cited(event)
        if cited is None:
            return []
        ended = self._end_of(cited)
        return [cited, *([ended] if ended else [])]

    def whole(self, event: Authorised) -> list[Event]:
        """The same, with the first event of each stream, which says whose it is."""
        found = self.behind(event)
        streams = dict.fromkeys(one.originator_id for one in found)
        return [*(self._evidence.streams[key].events[0] for key in streams), *found]

    def cited(self, event: Authorised) -> Event | None:
        """The event that this one names as its right, if that was ever told."""
        return self._evidence.known(event.authority) if event.authority else None

    def holds(self, event: Authorised) -> bool:
        """Whether the right that it cites was there and held when it was used."""
        cited, at = self.cited(event), event.occurred_at
        match cited:
            case None:
                return False
            case MandateGranted():
                begins, ends = cited.starts or date.min, cited.expires or date.max
                return begins <= at.date() <= ends and not self._ended(cited, at)
            case StepInApplied():
                ends_at = cited.ends or cited.occurred_at + AUTO_END
                return at <= ends_at and not self._ended(cited, at)
            case DecisionTaken():
                return _gives_a_right(cited) and not self._ended(cited, at)
            case CommitteeFounded() | RuleAdopted():
                return True
        return False

    def covers(self, taken: DecisionTaken) -> bool:
        """Whether the right of a decision holds and goes as far: what it is about, and the money.

        A limit for a month or a year is added up nowhere here; one decision is measured alone.
        """
        if not self.holds(taken):
            return False
        cited = self.cited(taken)
        if not isinstance(cited, MandateGranted):
            return True
        about = {say.domain for say in cited.says if say.say is Say.ALONE}
        if about and taken.domain is not Domain.NOT_STATED and taken.domain not in about:
            return False
        limit, amount = cited.limit, taken.amount
        if limit is None or amount is None:
            return True
        same = amount.currency == limit.money.currency
        return same and abs(amount.amount) <= limit.money.amount

    def _ended(self, cited: Event, at: datetime) -> bool:
        end = self._end_of(cited)
        return end is not None and end.occurred_at < at

    def _end_of(self, cited: Event) -> Event | None:
        match cited:
            case MandateGranted():
                return self._revoked.get(cited.mandate)
            case StepInApplied():
                return self._lifted.get(cited.step_in)
            case DecisionTaken():
                return self._reversed.get(EventId(cited.event_id))
        return None


def _gives_a_right(decision: DecisionTaken) -> bool:
    """Whether it said yes, and was not taken by somebody who had no right to name for it."""
    said_yes = decision.outcome.result in GIVES_A_RIGHT
    return said_yes and decision.route not in WITHOUT_RIGHT
