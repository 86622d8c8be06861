"""Double majority: yes reaches its share of all, and of each seat that the rule names."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from domain.kinds import Seat
from domain.voting.choices import tally_choices
from domain.voting.electorate import Voter
from domain.voting.majority import base_of, count_majority, enough
from domain.voting.methods import Base
from domain.voting.poll import Count, Poll, Within
from domain.voting.tally import Outcome, Result, SeatTally


def count_double(poll: Poll) -> Count:
    """Adopted where yes reaches the share of all together, and of each named seat by itself.

    The share is the same, and is taken of the same: of those of a seat who say yes or no, who take
    part, or who may vote. A fixed number of seats is one for all together; within a seat it is of
    those who may vote. A tie of all together is not broken where a seat does not agree.
    """
    counted = count_majority(poll)
    tallies = {seat: _tally(_only(poll, seat)) for seat in poll.rule.double}
    within = tuple(_within(poll, tallies))
    outcome = counted.outcome
    if not all(one.agree for one in within):
        outcome = Outcome(result=Result.REJECTED)
    return replace(
        counted,
        outcome=outcome,
        tally=tally_choices(poll).model_copy(update={"within": tallies}),
        explanation=replace(counted.explanation, within=within),
    )


def _tally(poll: Poll) -> SeatTally:
    return SeatTally.model_validate(
        tally_choices(poll).model_dump(include={*SeatTally.model_fields})
    )


def _within(poll: Poll, tallies: dict[Seat, SeatTally]) -> Iterator[Within]:
    for seat, tally in tallies.items():
        there = _only(poll, seat)
        base = there.entitled if poll.rule.base is Base.SEATS else base_of(there, tally)
        yield Within(seat, tally.yes, base, enough(there, base))


def _only(poll: Poll, seat: Seat) -> Poll:
    """The same vote, of the people of one seat."""
    return replace(
        poll,
        voters=tuple(_of(seat, poll.voters)),
        recused=tuple(_of(seat, poll.recused)),
    )


def _of(seat: Seat, voters: Iterable[Voter]) -> Iterable[Voter]:
    return (voter for voter in voters if voter.seat is seat)
