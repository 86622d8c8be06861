"""Whether enough people took part."""

from fractions import Fraction
from math import ceil

from domain.kinds import Seat
from domain.voting.poll import Missed, Poll
from domain.voting.quorum import ENTITLED, AtLeast, MoreThan, QuorumCondition
from domain.voting.terms import CountedIn


def missed_quorum(poll: Poll) -> tuple[Missed, ...]:
    """The conditions that were not met, all of which had to be."""
    found = (_missed(condition, poll) for condition in poll.rule.quorum)
    return tuple(missed for missed in found if missed)


def _missed(condition: QuorumCondition, poll: Poll) -> Missed | None:
    match condition:
        case AtLeast(of=whom):
            needed = needed_of(condition, _may_vote(poll, whom))
        case MoreThan(more=whom, than=others):
            needed = _took_part(poll, others) + 1
        case _:
            return None
    took_part = _took_part(poll, whom)
    return Missed(condition, took_part, needed) if took_part < needed else None


def _may_vote(poll: Poll, whom: Seat | str) -> int:
    stay = poll.recused if CountedIn.QUORUM in poll.rule.recused_in else ()
    voters = (*poll.voters, *stay)
    return sum(poll.people(voter) for voter in voters if whom in (voter.seat, ENTITLED))


def needed_of(condition: AtLeast, may_vote: int) -> int:
    """How many people a condition asks for, of so many who may vote."""
    if isinstance(condition.at_least, Fraction):
        return max(1, ceil(condition.at_least * may_vote))
    return condition.at_least


def _took_part(poll: Poll, whom: Seat | str) -> int:
    there = (voter for voter in poll.voters if voter.person in poll.attended)
    return sum(poll.people(voter) for voter in there if whom in (voter.seat, ENTITLED))
