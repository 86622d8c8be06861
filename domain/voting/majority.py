"""Yes needs a share: of those who say yes or no, of those who take part, of all, of the seats."""

from fractions import Fraction
from math import ceil, floor

from domain.voting.answers import Choice
from domain.voting.choices import tally_choices
from domain.voting.poll import Count, Explanation, Poll
from domain.voting.rule import USUAL_THRESHOLD, Base, Rule, Tie
from domain.voting.tally import ChoiceTally, Outcome, Result, SeatTally
from domain.voting.terms import CountedIn
from domain.voting.ties import by_lot


def count_majority(poll: Poll) -> Count:
    """Adopted where yes reaches the share that the rule asks for; at least one yes is needed."""
    tally = tally_choices(poll)
    base = base_of(poll, tally)
    needed = enough(poll, base)
    outcome = Outcome(result=Result.ADOPTED if tally.yes >= needed else Result.REJECTED)
    if _is_tied(poll, tally, base):
        outcome = _broken_tie(poll)
    return Count(outcome, tally, poll.entitled, Explanation(tally.yes, base, needed))


def base_of(poll: Poll, tally: SeatTally) -> int:
    """What the share of yes is a share of, in votes.

    Whoever was there without voting counts as present; so does whoever voted without being there.
    """
    match poll.rule.base:
        case Base.SEATS:
            return poll.rule.seats or 0
        case Base.ENTITLED:
            return poll.entitled + (
                poll.stood_back if CountedIn.BASE in poll.rule.recused_in else 0
            )
        case Base.PRESENT:
            return sum(voter.weight for voter in poll.voters if voter.person in poll.attended)
        case _:
            return tally.yes + tally.no


def enough(poll: Poll, base: int) -> int:
    """The fewest votes for yes that reach the share."""
    share = (poll.rule.threshold or USUAL_THRESHOLD[poll.rule.method]) * base
    return max(1, floor(share) + 1 if poll.rule.strict else ceil(share))


def may_tie(rule: Rule) -> bool:
    """Whether as many yes as no is a tie: where more than half is asked for. Else it is a no."""
    return rule.threshold == Fraction(1, 2) and rule.strict is True


def _is_tied(poll: Poll, tally: ChoiceTally, base: int) -> bool:
    """As many yes as no, nothing else counted, and more than half asked for."""
    return may_tie(poll.rule) and 0 < tally.yes == tally.no and tally.yes + tally.no == base


def _broken_tie(poll: Poll) -> Outcome:
    tied = (Choice.YES, Choice.NO)
    match poll.rule.tie:
        case Tie.CHAIR if poll.chair_says in tied:
            says = poll.chair_says
        case Tie.CHAIR:
            return Outcome(result=Result.UNDECIDED, ties=(tied,))
        case Tie.LOT:
            says = by_lot(poll.rule.seed, tied)[0]
        case _:
            says = Choice.NO
    result = Result.ADOPTED if says is Choice.YES else Result.REJECTED
    return Outcome(result=result, ties=(tied,))
